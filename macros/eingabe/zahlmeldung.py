"""A figure as it was delivered, by whatever way, and what it says once it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from macros.eingabe.einwand import Einwand
from macros.eingabe.gruppe import lies_gruppe
from macros.eingabe.name import lies_kennung
from macros.eingabe.text import lies_zeile, wort
from macros.eingabe.zahl import lies_zahl
from macros.eingabe.zeichen import lies_zeichen
from macros.eingabe.zeit import lies_zeit
from macros.modell.auswahlen import Zeichen
from macros.modell.befund import Befund
from macros.modell.indikator import Indikator
from macros.modell.plan import Plan


@dataclass(frozen=True, slots=True)
class Zahlmeldung:
    """One figure as it was typed; `ort` and `zeile` say where, `stellen` what the place of each value is called.

    `einmal` are the values that were typed once for all figures: what is wrong with them is said once.
    """

    indikator: str
    stichtag: str
    gruppe: str
    wert: str
    zeichen: str
    hinweis: str
    ort: str
    zeile: int = 1
    quelle: str = ""
    stellen: Mapping[str, str] = field(default_factory=dict)
    einmal: frozenset[str] = frozenset()

    def befund(self, feld: str, regel: str, text: str, vorschlag: str = "") -> Befund:
        """A finding where the value was typed."""
        return Befund(
            self.ort, 1 if feld in self.einmal else self.zeile, self.stellen.get(feld, feld), regel, text, vorschlag
        )


@dataclass(frozen=True, slots=True)
class Zahl:
    """A figure as the data have it: id, Stichtag, one value per dimension, and either a number or a sign."""

    indikator: str
    stichtag: str
    gruppe: tuple[str, ...]
    wert: str
    zeichen: str
    hinweis: str
    quelle: str = ""

    @property
    def schluessel(self) -> tuple[str, ...]:
        """What tells the rows of a table apart."""
        return (self.stichtag, *self.gruppe)

    @property
    def werte(self) -> dict[str, str]:
        """The cells of its row; a note that was left empty says nothing about one that is there."""
        return {"wert": self.wert, "zeichen": self.zeichen} | ({"hinweis": self.hinweis} if self.hinweis else {})


def lies_zahlmeldung(plan: Plan, m: Zahlmeldung) -> tuple[Zahl | None, list[Befund]]:
    """The figure, or every finding about its parts; whether the figure can be right is for the rules to say."""
    i, befunde = lies_indikator(plan, m)
    if any(b.regel == "formel" for b in befunde):
        return None, befunde

    def lies(feld: str, leser: Callable[[], str]) -> str:
        try:
            return leser()
        except Einwand as grund:
            befunde.append(m.befund(feld, grund.regel, grund.text, grund.vorschlag))
            return ""

    gruppe: tuple[str, ...] = ()
    stichtag = lies("stichtag", lambda: lies_zeit(m.stichtag, i.stichtagsform if i else None))
    if i:
        try:
            gruppe = lies_gruppe(m.gruppe, i)
        except Einwand as grund:
            befunde.append(m.befund("gruppe", grund.regel, grund.text, grund.vorschlag))
    wert, zeichen = m.wert, m.zeichen
    if not wort(zeichen) and lies_zeichen(wert):
        wert, zeichen = "", wert
    zahl = lies("wert", lambda: lies_zahl(wert)) if wort(wert) else ""
    sign = lies("zeichen", lambda: _zeichen(zeichen)) if wort(zeichen) else ""
    hinweis = lies("hinweis", lambda: lies_zeile(m.hinweis))
    quelle = lies("quelle", lambda: lies_zeile(m.quelle))
    if wort(wert) and wort(zeichen):
        befunde.append(
            m.befund("wert", "zeichen", "Wert und Zeichen zugleich sind nicht möglich.", "Eines von beiden löschen.")
        )
    if not wort(wert) and not wort(zeichen):
        befunde.append(m.befund("wert", "leer", "Der Wert fehlt.", "Eine Zahl oder ein Zeichen eintragen."))
    return (None if befunde or i is None else Zahl(i.id, stichtag, gruppe, zahl, sign, hinweis, quelle)), befunde


def lies_indikator(plan: Plan, m: Zahlmeldung) -> tuple[Indikator | None, list[Befund]]:
    """The indicator that was meant, one with figures of its own, or the finding."""
    try:
        i = plan.indikatoren[
            lies_kennung(m.indikator, {k: i.name for k, i in plan.indikatoren.items()}, "Den Indikator")
        ]
    except Einwand as grund:
        return None, [m.befund("indikator", grund.regel, grund.text, grund.vorschlag)]
    if i.formel:
        text, vorschlag = f"„{i.name}“ wird berechnet.", "Die Zahlen eintragen, aus denen er gerechnet wird."
        return None, [m.befund("indikator", "formel", text, vorschlag)]
    return i, []


def _zeichen(text: str) -> str:
    zeichen = lies_zeichen(text)
    if zeichen is None:
        raise Einwand(
            "zeichen", f"„{text.strip()[:40]}“ ist kein Zeichen der Tabelle.", f"Erlaubt: {' '.join(Zeichen)}"
        )
    return zeichen.value


def lies_alle(plan: Plan, meldungen: Iterable[Zahlmeldung]) -> Iterator[tuple[Zahlmeldung, Zahl | None, list[Befund]]]:
    """Every delivered figure with what it says; a figure that stands twice in one delivery is a finding at the second."""
    gesehen: dict[tuple[str, ...], Zahlmeldung] = {}
    for m in meldungen:
        zahl, befunde = lies_zahlmeldung(plan, m)
        if zahl:
            erste = gesehen.setdefault((zahl.indikator, *zahl.schluessel), m)
            if erste is not m:
                wo = f"in Zeile {erste.zeile}" if erste.zeile != m.zeile else "weiter oben"
                text = f"Diese Zahl steht schon {wo} ({', '.join((zahl.indikator, *zahl.schluessel))})."
                zahl, befunde = None, [m.befund("gruppe", "doppelt", text, "Eine von beiden löschen.")]
        yield m, zahl, befunde
