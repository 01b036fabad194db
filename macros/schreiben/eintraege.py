"""What editors add most often: a report on a measure, a figure of an indicator. Works on plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from macros.deutsch.kalender import tag
from macros.eingabe.zahl import zahltext
from macros.laden.csv_streng import EINGETRAGEN, QUELLE, VORHER, WEITERE
from macros.laden.rohdaten import Rohsatz, Rohwert, als_liste, als_satz, als_wort
from macros.modell.auswahlen import Zeichen
from macros.modell.indikator import FRUEHERE_TRENNER
from macros.modell.plan import Plan
from macros.modell.stichtag import lies_stichtag


@dataclass(frozen=True)
class Nachtrag:
    """Outcome of an addition: its place, counted from 1, and (text, suggestion) of a conflict."""

    stelle: int
    neu: bool = True
    konflikt: tuple[str, str] | None = None

    @classmethod
    def fuer(
        cls, tabelle: Sequence[Sequence[str]], schluessel: Sequence[str], werte: Mapping[str, str], abhilfe: str
    ) -> Nachtrag:
        """Whether a figure can be added: there is none yet, the same one, or only the sign that it comes later.

        `abhilfe` says how the delivered figure can replace the one that is there.
        """
        stelle = finde_zeile(tabelle, schluessel)
        if stelle is None:
            return cls(0)
        alt = dict(zip(tabelle[0], tabelle[stelle], strict=True))
        verglichen = {n: w for n, w in werte.items() if n in alt and n != QUELLE and (w or n != "hinweis")}
        if all(_gleich(alt[n], w) for n, w in verglichen.items()):
            return cls(stelle, neu=False)
        if alt["zeichen"] == Zeichen.KEINE_ANGABE:
            return cls(stelle)
        steht, hier = _beleg(alt), _beleg(werte)
        if not alt["hinweis"] and _beleg({**werte, "hinweis": ""}) == steht:
            return cls(stelle)
        text = f"Zu diesem Stichtag steht in den Daten schon {steht}, hier {hier}."
        return cls(stelle, neu=False, konflikt=(text, f"Prüfen, welcher Wert gilt. {abhilfe}"))


def _beleg(werte: Mapping[str, str]) -> str:
    """A figure as a message shows it: „12“, „12“ („geschätzt“)."""
    wert = werte.get("wert", "")
    zahl = wert and zahltext(float(wert)).replace(".", ",")
    hinweis = werte.get("hinweis", "")
    return f"„{zahl or werte.get('zeichen', '')}“" + (f" („{hinweis}“)" if hinweis else "")


def setze(daten: Rohsatz, pfad: Sequence[str], wert: Rohwert) -> None:
    """Sets a value in nested data; an empty one removes the key, and groups that become empty with it."""
    if len(pfad) == 1:
        if wert:
            daten[pfad[0]] = wert
        else:
            daten.pop(pfad[0], None)
        return
    innen = als_satz(daten.setdefault(pfad[0], {}))
    setze(innen, pfad[1:], wert)
    if not innen:
        del daten[pfad[0]]


def haenge_sachstand_an(massnahme: Rohsatz, bericht: Rohsatz, heute: date) -> Nachtrag:
    """Adds a report at the end; the same report twice changes nothing, another one for the same day is a conflict.

    One for an earlier day than that of the newest came late: it says on which day it was entered, today if not told.
    """
    berichte, datum = als_liste(massnahme.get("sachstaende", [])), _datum(bericht)
    for stelle, alt in enumerate(map(als_satz, berichte), 1):
        if _ohne_eintragung(alt) == _ohne_eintragung(bericht):
            return Nachtrag(stelle, neu=False)
        if _datum(alt) == datum and len({str(b.get("von", "")) for b in (alt, bericht)} - {""}) < 2:
            return Nachtrag(
                stelle,
                neu=False,
                konflikt=(
                    f"Einen Bericht vom {tag(datum)} gibt es schon, mit anderem Inhalt.",
                    "Kommen sie von zwei Stellen: in der Datei der Maßnahme anhängen und bei beiden in von sagen, wer "
                    "berichtet. Sonst beide dort zu einem zusammenfassen.",
                ),
            )
    if any(_datum(alt) > datum for alt in berichte):
        bericht = {**bericht, "eingetragen_am": bericht.get("eingetragen_am") or heute.isoformat()}
    massnahme["sachstaende"] = [*berichte, bericht]
    return Nachtrag(len(berichte) + 1)


def _ohne_eintragung(bericht: Rohsatz) -> Rohsatz:
    return {name: wert for name, wert in bericht.items() if name != "eingetragen_am"}


def _datum(bericht: Rohwert) -> date:
    return date.fromisoformat(als_wort(als_satz(bericht)["datum"]))


def finde_zeile(tabelle: Sequence[Sequence[str]], schluessel: Sequence[str]) -> int | None:
    """Index of the row with a Stichtag and dimension values; 0 is the header."""
    gesucht = list(schluessel)
    return next((n for n, z in enumerate(tabelle) if n and list(z[: len(gesucht)]) == gesucht), None)


def trage_kennzahl_ein(tabelle: list[list[str]], schluessel: Sequence[str], werte: Mapping[str, str], am: date) -> int:
    """Writes `wert`, `zeichen`, `hinweis` or `quelle` of a row, new rows behind those of their time; returns the line.

    A figure that is new or another one than before carries the day of its entry, a corrected one also the values
    before; its source is what is given with it, never that of the value before. A table without a column gets it.
    """
    kopf = tabelle[0]
    stelle = finde_zeile(tabelle, schluessel)
    neu = stelle is None
    if stelle is None:
        stelle = _platz(tabelle, schluessel[0])
        tabelle.insert(stelle, [*schluessel, *[""] * (len(kopf) - len(schluessel))])
    zeile = tabelle[stelle]
    davor = dict(zip(kopf, zeile, strict=True))
    for name in ("wert", "zeichen", "hinweis"):
        if name in werte and not _gleich(davor[name], werte[name]):
            zeile[kopf.index(name)] = werte[name]
            neu = neu or name != "hinweis"
    if neu:
        tag, fruehere = _werdegang(davor, zeile[kopf.index("wert")], am)
        _fuelle(tabelle, stelle, EINGETRAGEN, tag)
        _fuelle(tabelle, stelle, VORHER, fruehere)
    if neu or QUELLE in werte:
        _fuelle(tabelle, stelle, QUELLE, werte.get(QUELLE, ""))
    return stelle + 1


def _werdegang(davor: Mapping[str, str], jetzt: str, am: date) -> tuple[str, str]:
    """The cells `eingetragen_am` and `vorher` after a figure was entered.

    The value that it takes the place of joins the earlier ones, with its day. A sign has none: what it hides would
    stand beside it. Who mends a figure on the day of its entry corrects nothing, and who takes a correction back on
    that day leaves the row as it was.
    """
    heute, seit, alt = am.isoformat(), davor.get(EINGETRAGEN, ""), davor["wert"]
    if not jetzt:
        return heute, ""
    fruehere = [teil for teil in davor.get(VORHER, "").split(FRUEHERE_TRENNER) if teil]
    if alt and seit != heute:
        fruehere.append(f"{seit}: {alt}" if seit else alt)
    elif fruehere and _gleich(fruehere[-1].rpartition(":")[2].strip(), jetzt):
        seit_damals = fruehere.pop().rpartition(":")[0]
        return seit_damals, FRUEHERE_TRENNER.join(fruehere)
    return heute, FRUEHERE_TRENNER.join(fruehere)


def _fuelle(tabelle: list[list[str]], stelle: int, name: str, wert: str) -> None:
    """Fills a cell of one of the last columns; a column that would stay empty is not begun."""
    kopf = tabelle[0]
    if name not in kopf:
        if not wert:
            return
        ort = len(kopf) - sum(WEITERE.index(spalte) > WEITERE.index(name) for spalte in kopf if spalte in WEITERE)
        for nummer, zeile in enumerate(tabelle):
            zeile.insert(ort, "" if nummer else name)
    tabelle[stelle][kopf.index(name)] = wert


def quellenzelle(plan: Plan, text: str) -> str:
    """The source as the table spells it: its id where somebody gave its title, else what was given."""
    gleich = [q.id for q in plan.quellen.values() if q.bezeichnung.casefold() == text.casefold()]
    return gleich[0] if len(gleich) == 1 else text


def _platz(tabelle: Sequence[Sequence[str]], stichtag: str) -> int:
    """Behind the last row that is not later; at the end where a Stichtag cannot be read."""
    try:
        neu = lies_stichtag(stichtag)
        passend = [n for n, z in enumerate(tabelle) if n and lies_stichtag(z[0]) <= neu]
    except ValueError:
        return len(tabelle)
    return passend[-1] + 1 if passend else 1


def _gleich(alt: str, neu: str) -> bool:
    """Equal as text, or as numbers: 12.50 stays 12.50 when 12.5 is written."""
    if alt == neu:
        return True
    try:
        return float(alt) == float(neu)
    except ValueError:
        return False
