"""Formulas over the figures of a Plan.

value = faktor × Σ(zaehler) / Σ(nenner); a term marked `abziehen` is subtracted. A dimension that is
neither chosen nor kept by `je` takes its total where it has one, else all its values are added.

All terms of a sum have one Stichtag. The denominator may have another, `abstand_tage` away at most, and then
every figure says both. What is fixed by a term's own `stichtag` is said as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from macros.deutsch.zahlen import glatt
from macros.modell.auswahlen import Zeichen
from macros.modell.formel import Formel, Glied
from macros.modell.gerechnet import Zeilen, dreht_sich, erlaubt, zeilen_von
from macros.modell.indikator import Kennzahl
from macros.modell.plan import Plan
from macros.modell.stichtag import Stichtag

KLEINSTER_NENNER = 20


class Unberechenbar(Exception):
    """A formula has no value; the message says why, in German."""


class ZahlFehlt(Unberechenbar):
    """A term has no row at the Stichtag: somebody can still enter it."""


@dataclass(frozen=True, slots=True)
class Summand:
    """What one term contributed: its figure, unsigned, the Stichtag it was taken from, and those it rests on itself."""

    glied: Glied
    stichtag: Stichtag
    wert: float
    grundlage: tuple[Stichtag, ...]


@dataclass(frozen=True, slots=True)
class Ergebnis:
    """A computed figure with everything that went into it."""

    stichtag: Stichtag
    merkmale: dict[str, str]
    wert: float
    zaehler: tuple[Summand, ...]
    nenner: tuple[Summand, ...]

    @property
    def stichtag_nenner(self) -> Stichtag | None:
        """The Stichtag of the denominator where it ends on another day than the numerator."""
        return next((s.stichtag for s in self.nenner if s.stichtag.ende != self.stichtag.ende), None)

    @property
    def grundlage(self) -> tuple[Stichtag, ...]:
        """Every Stichtag that the figure rests on, each once, also through computed terms."""
        return tuple(dict.fromkeys(t for s in (*self.zaehler, *self.nenner) for t in s.grundlage))

    @property
    def hinweis(self) -> str:
        """What has to be said beside the figure: that its terms are not of one day; empty where they are."""
        oben, unten = ({t.ende for s in teil for t in s.grundlage} for teil in (self.zaehler, self.nenner))
        if len(oben | unten | {self.stichtag.ende}) == 1:
            return ""
        if oben == {self.stichtag.ende} and len(unten) == 1:
            return f"Zähler: {self.zaehler[0].stichtag.bezeichnung}; Nenner: {self.nenner[0].stichtag.bezeichnung}"
        return f"Aus Zahlen zu verschiedenen Zeiten: {', '.join(t.bezeichnung for t in self.grundlage)}"

    @property
    def summe_zaehler(self) -> float:
        """Numerator of the formula."""
        return _summe(self.zaehler)

    @property
    def summe_nenner(self) -> float:
        """Denominator of the formula; 0 where nothing is divided."""
        return _summe(self.nenner)


def _summe(summanden: tuple[Summand, ...]) -> float:
    return sum(-s.wert if s.glied.abziehen else s.wert for s in summanden)


def kennzahlen(plan: Plan, kennung: str, kette: tuple[str, ...] = ()) -> tuple[Kennzahl, ...]:
    """All figures of an indicator, typed or computed; raises Unberechenbar on a circle of formulas."""
    formel = plan.indikatoren[kennung].formel
    if formel is None:
        return plan.kennzahlen.get(kennung, ())
    if kennung in kette:
        raise Unberechenbar(f"Die Formeln drehen sich im Kreis: {' → '.join((*kette, kennung))}.")
    if dreht_sich(plan, kennung):  # what comes out depends on where the circle was entered
        return _gerechnete(plan, kennung, formel, kette)
    if ("zahlen", kennung) not in plan.gerechnet:
        plan.gerechnet["zahlen", kennung] = _gerechnete(plan, kennung, formel, kette)
    zahlen: tuple[Kennzahl, ...] = plan.gerechnet["zahlen", kennung]
    return zahlen


def _gerechnete(plan: Plan, kennung: str, formel: Formel, kette: tuple[str, ...]) -> tuple[Kennzahl, ...]:
    moeglich = {d.id: d.auspraegungen for d in plan.indikatoren[kennung].dimensionen}
    return tuple(
        _als_kennzahl(plan, formel, e)
        for e in ergebnisse(plan, formel, (*kette, kennung))
        if all(wert in moeglich.get(name, (wert,)) for name, wert in e.merkmale.items())
    )


def _als_kennzahl(plan: Plan, formel: Formel, ergebnis: Ergebnis) -> Kennzahl:
    """A computed figure; the sign for „not certain enough“ where very few people stand in the denominator."""
    unsicher = nenner_zu_klein(plan, formel, ergebnis)
    return Kennzahl(
        ergebnis.stichtag,
        ergebnis.merkmale,
        None if unsicher else ergebnis.wert,
        Zeichen.UNSICHER if unsicher else None,
        ergebnis.hinweis,
        0,
        ergebnis.stichtag_nenner,
        ergebnis.grundlage,
    )


def nenner_zu_klein(plan: Plan, formel: Formel, ergebnis: Ergebnis) -> bool:
    """True for a rate over fewer than KLEINSTER_NENNER people: one person more would move it by over 5 points."""
    menschen = any(plan.indikatoren[g.indikator].zaehlt_menschen for g in formel.nenner)
    return menschen and 0 < ergebnis.summe_nenner < KLEINSTER_NENNER


def ergebnisse(plan: Plan, formel: Formel, kette: tuple[str, ...] = ()) -> Iterator[Ergebnis]:
    """The formula at every Stichtag of its first term, for every value of the dimensions in `je`, totals too."""
    for stichtag in stichtage(plan, formel.zaehler[0], kette):
        for merkmale in _merkmale(plan, formel):
            try:
                yield berechne(plan, formel, stichtag, merkmale, kette)
            except Unberechenbar:
                continue


def stichtage(plan: Plan, glied: Glied, kette: tuple[str, ...] = ()) -> list[Stichtag]:
    """The Stichtage at which a term has figures, oldest first."""
    if glied.indikator not in plan.indikatoren:
        return []
    alle = sorted(_zeilen(plan, glied, kette).stichtage)
    return [s for s in alle if glied.stichtag is None or s == glied.stichtag]


def _merkmale(plan: Plan, formel: Formel) -> Iterator[dict[str, str]]:
    """The values kept by `je` that the first term has rows for, in the order of the record; one try where it has none."""
    glied = formel.zaehler[0]
    erster = plan.indikatoren.get(glied.indikator)
    if erster is None:
        return
    dimensionen = [d for d in erster.dimensionen if d.id in formel.je]
    if erster.formel or any(d.id in glied.auswahl for d in dimensionen):
        moeglich: Iterable[tuple[str, ...]] = product(*(d.auspraegungen for d in dimensionen))
    else:
        stellen = [{wert: n for n, wert in enumerate(d.auspraegungen)} for d in dimensionen]
        zeilen = {tuple(k.merkmale[d.id] for d in dimensionen) for k in plan.kennzahlen.get(glied.indikator, ())}
        moeglich = sorted(zeilen, key=lambda z: [stelle[wert] for stelle, wert in zip(stellen, z, strict=True)])
        moeglich = moeglich or [tuple(d.auspraegungen[0] for d in dimensionen)]
    for werte in moeglich:
        yield {d.id: w for d, w in zip(dimensionen, werte, strict=True)}


def berechne(
    plan: Plan,
    formel: Formel,
    stichtag: Stichtag | None = None,
    merkmale: dict[str, str] | None = None,
    kette: tuple[str, ...] = (),
) -> Ergebnis:
    """The figure of a formula at a Stichtag (default: the newest); raises Unberechenbar with the reason."""
    if stichtag is None:
        alle = stichtage(plan, formel.zaehler[0], kette)
        if not alle:
            erstes = formel.zaehler[0]
            wann = f" zum Stichtag {erstes.stichtag}" if erstes.stichtag else ""
            raise Unberechenbar(f"Zu „{erstes.indikator}“ gibt es keine Zahl{wann}.")
        stichtag = alle[-1]
    je = merkmale or {}
    zaehler = tuple(_summand(plan, g, stichtag, je, kette) for g in formel.zaehler)
    zeit = _nenner_am(plan, formel, stichtag, kette)
    nenner = tuple(_summand(plan, g, zeit, je, kette) for g in formel.nenner)
    wert = _summe(zaehler)
    if nenner:
        teiler = _summe(nenner)
        if glatt(teiler) == 0:
            raise Unberechenbar("Der Nenner ist null.")
        wert /= teiler
    return Ergebnis(stichtag, je, formel.faktor * wert, zaehler, nenner)


def _zeilen(plan: Plan, glied: Glied, kette: tuple[str, ...]) -> Zeilen:
    return zeilen_von(plan, glied.indikator, kennzahlen(plan, glied.indikator, kette))


def _summand(plan: Plan, glied: Glied, stichtag: Stichtag, je: dict[str, str], kette: tuple[str, ...]) -> Summand:
    indikator = plan.indikatoren.get(glied.indikator)
    if indikator is None:
        raise Unberechenbar(f"Den Indikator „{glied.indikator}“ gibt es nicht.")
    zeilen = _zeilen(plan, glied, kette)
    gesucht = glied.stichtag or stichtag
    vorhanden = zeilen.je_ende.get(gesucht.ende, ())
    if not vorhanden:
        raise ZahlFehlt(f"Zu „{indikator.name}“ fehlt die Zahl: {gesucht.bezeichnung}.")
    gewaehlt = next((s for s in vorhanden if s == gesucht), None) or min(vorhanden)
    auswahl = erlaubt(indikator, glied, je)
    treffer = zeilen.zu(gewaehlt, auswahl)
    if not treffer:
        worte = ", ".join(
            [gewaehlt.bezeichnung, *(wert for werte in auswahl.values() if len(werte) == 1 for wert in werte)]
        )
        raise ZahlFehlt(f"„{indikator.name}“ hat zu dieser Auswahl keine Zahl ({worte}).")
    werte = [k.wert for k in treffer if k.wert is not None]
    if len(werte) < len(treffer):
        raise Unberechenbar(f"„{indikator.name}“ enthält geheime oder fehlende Werte ({gewaehlt.bezeichnung}).")
    grundlage = dict.fromkeys(t for k in treffer for t in (k.grundlage or (k.stichtag,)))
    return Summand(glied, gewaehlt, sum(werte), tuple(grundlage))


def _nenner_am(plan: Plan, formel: Formel, stichtag: Stichtag, kette: tuple[str, ...]) -> Stichtag:
    """The Stichtag of the denominator: the one of the numerator, else the nearest that all its terms have."""
    freie = [g for g in formel.nenner if g.stichtag is None and g.indikator in plan.indikatoren]
    if not freie:
        return stichtag
    je_glied = [_zeilen(plan, g, kette).stichtage for g in freie]
    gemeinsam = {s for s in je_glied[0] if all(any(s.ende == a.ende for a in andere) for andere in je_glied)}
    nahe = [s for s in gemeinsam if abs((s.ende - stichtag.ende).days) <= formel.abstand_tage]
    return min(nahe, key=lambda s: (abs((s.ende - stichtag.ende).days), s), default=stichtag)


def luecken(plan: Plan, formel: Formel, kette: tuple[str, ...] = ()) -> Iterator[tuple[Stichtag, Unberechenbar]]:
    """(Stichtag, reason) for every Stichtag of a term of the numerator at which the formula gives no figure at all."""
    erster = formel.zaehler[0]
    glieder = [erster] if erster.stichtag else [g for g in formel.zaehler if g.stichtag is None]
    je_ende = {s.ende: s for g in reversed(glieder) for s in stichtage(plan, g, kette)}
    for stichtag in sorted(je_ende.values()):
        gruende: list[Unberechenbar] = []
        for merkmale in _merkmale(plan, formel):
            try:
                berechne(plan, formel, stichtag, merkmale, kette)
                break
            except Unberechenbar as fehler:
                gruende.append(fehler)
        else:
            if gruende:
                yield stichtag, gruende[0]


def vollstaendig(plan: Plan, formel: Formel, gesehen: frozenset[str] = frozenset()) -> bool:
    """True when everything that a formula rests on was loaded without a fault."""
    for kennung in {g.indikator for g in (*formel.zaehler, *formel.nenner)} - gesehen:
        indikator = plan.indikatoren.get(kennung)
        if indikator is None or kennung in plan.lueckenhaft:
            return False
        if indikator.formel and not vollstaendig(plan, indikator.formel, gesehen | {kennung}):
            return False
    return True


def ist_berechnet(plan: Plan, formel: Formel) -> bool:
    """False where the formula only names one figure that the data hold as it is."""
    erstes = formel.zaehler[0]
    return (
        len(formel.zaehler) > 1
        or bool(formel.nenner)
        or formel.faktor != 1
        or erstes.abziehen
        or plan.indikatoren[erstes.indikator].formel is not None
        or _zaehlt_zusammen(plan, erstes)
    )


def _zaehlt_zusammen(plan: Plan, glied: Glied) -> bool:
    """True where a term adds up several values of a dimension."""
    for d in plan.indikatoren[glied.indikator].dimensionen:
        wahl = glied.auswahl.get(d.id, d.gesamt or d.auspraegungen)
        if not isinstance(wahl, str) and len(wahl) > 1:
            return True
    return False


def grundlage(plan: Plan, formel: Formel, kette: frozenset[str] = frozenset()) -> frozenset[str]:
    """Ids of all indicators whose figures go into a formula, also those behind computed ones."""
    direkt = {g.indikator for g in (*formel.zaehler, *formel.nenner)} - kette
    dahinter = [
        grundlage(plan, i.formel, kette | direkt)
        for kennung in direkt
        if (i := plan.indikatoren.get(kennung)) and i.formel
    ]
    return frozenset(direkt).union(*dahinter)
