"""A figure hidden for secrecy stays hidden: from all that is published, no reader computes it, nor that it is small."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from macros.modell.auswahlen import Verfahren, Zeichen
from macros.modell.befund import Befund
from macros.modell.formel import Formel
from macros.modell.gerechnet import erlaubt
from macros.modell.indikator import Indikator, Kennzahl
from macros.modell.plan import Plan
from macros.modell.rechnung import stichtage
from macros.regeln.dreiecke import Nachschlag, nachschlag, zu_dritt
from macros.regeln.gleichungen import Gleichung, Zelle, eigene, tafel
from macros.regeln.register import regel
from macros.regeln.rueckrechnung import Zahlbereich, grenzen, spannen
from macros.regeln.zusammenhang import Zahlentafel, tabelle, verbunden

_VIEL = 1e12


@regel
def verdecktes(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """No hidden count of people can be computed, alone or as less than the threshold, from anything that is published."""
    tabellen = {
        i.id: tabelle(i, tafel(i, plan.kennzahlen.get(i.id, ()))) for i in plan.indikatoren.values() if not i.formel
    }
    je_tafel = [(t, geheim) for t in tabellen.values() if (geheim := _geheim(t))]
    if not je_tafel:
        return
    nach = nachschlag(tabellen.values())
    for t, geheim in je_tafel:
        yield from _verraten(plan, t, geheim, _anderswo(plan, t, tabellen, nach), tabellen)


def _geheim(t: Zahlentafel) -> list[Zelle]:
    """The cells that are hidden to protect somebody."""
    i = t.indikator
    if not i.zaehlt_menschen or i.geheimhaltung.verfahren is Verfahren.KEINE:
        return []
    return [z for z, k in t.zellen.items() if k.zeichen is Zeichen.UNBEKANNT]


def _anderswo(plan: Plan, t: Zahlentafel, tabellen: Mapping[str, Zahlentafel], nach: Nachschlag) -> list[Gleichung]:
    """What other tables and the claims say about the figures of a table, with the totals of those other tables."""
    gleichungen = []
    for dort in tabellen.values():
        if dort is not t and (neue := list(verbunden(t, dort))):
            gleichungen += neue
            if dort.indikator.ist_anzahl:
                gleichungen += [
                    Gleichung(g.glieder, woher=dort.indikator.id) for g in eigene(dort.indikator, dort.zellen)
                ]
    return [*gleichungen, *zu_dritt(t, tabellen, nach), *_aussagen(plan, t)]


def _aussagen(plan: Plan, t: Zahlentafel) -> Iterator[Gleichung]:
    """The claims whose formula adds up figures of a table: each bounds them, as far as its words are exact."""
    for a in plan.aussagen.values():
        formel = a.formel
        if formel is None or {g.indikator for g in (*formel.zaehler, *formel.nenner)} != {t.indikator.id}:
            continue
        oben, unten = _teil(plan, formel, t, im_nenner=False), _teil(plan, formel, t, im_nenner=True)
        for grenze, richtung in zip(a.behauptung.spanne, (1, -1), strict=True):
            if math.isfinite(grenze):
                faktoren = dict(oben)
                for z, f in unten.items():
                    faktoren[z] = faktoren.get(z, 0) - grenze * f
                rest = 0 if formel.nenner else grenze
                glieder = {z: richtung * f for z, f in faktoren.items()}
                yield Gleichung(glieder, unten=richtung * rest, oben=_VIEL, woher=a.id)


def _teil(plan: Plan, formel: Formel, t: Zahlentafel, *, im_nenner: bool) -> dict[Zelle, float]:
    """The cells of a formula's numerator, times its factor, or of its denominator."""
    glieder: dict[Zelle, float] = {}
    zeiten = stichtage(plan, formel.zaehler[0])
    for g in formel.nenner if im_nenner else formel.zaehler:
        zeit = g.stichtag or (zeiten[-1] if zeiten else None)
        werte = tuple(erlaubt(t.indikator, g, {}).values())
        for z in t.zellen:
            if z.stichtag == zeit and all(w in wahl for w, wahl in zip(z.werte, werte, strict=True)):
                faktor = (-1 if g.abziehen else 1) * (1 if im_nenner else float(formel.faktor))
                glieder[z] = glieder.get(z, 0) + faktor
    return glieder


def _verraten(
    plan: Plan, t: Zahlentafel, geheim: list[Zelle], anderswo: list[Gleichung], tabellen: Mapping[str, Zahlentafel]
) -> Iterator[Befund]:
    """A finding per hidden figure that is given away: by the table's own totals, else together with what else says so."""
    hier = list(eigene(t.indikator, t.zellen))
    allein = spannen(_grenzen(hier, tabellen), hier, geheim)
    alles = [*hier, *anderswo]
    zusammen = spannen(_grenzen(alles, tabellen), alles, geheim) if anderswo else {}
    for z in geheim:
        if satz := _verrat(t.indikator, allein.get(z)):
            yield _befund(
                plan,
                t.zellen[z],
                t.indikator,
                f"{satz[0]} aus den Summen ausrechnen{satz[1]}.",
                "Einen zweiten Wert derselben Summe mit verdecken (Punkt in der Spalte zeichen).",
            )
        elif satz := _verrat(t.indikator, zusammen.get(z)):
            woher = [g.woher for g in anderswo if _steht_dort(g, z, tabellen)] or _noetig(
                t, z, hier, anderswo, tabellen
            )
            direkt = any(_steht_dort(g, z, tabellen) for g in anderswo)
            yield _fremd(plan, t, z, satz, list(dict.fromkeys(woher)), direkt=direkt)


def _steht_dort(g: Gleichung, z: Zelle, tabellen: Mapping[str, Zahlentafel]) -> bool:
    """True where an equation says no more than that the cell is one known figure of another table."""
    andere = [a for a in g.glieder if a != z]
    return z in g.glieder and len(andere) == 1 and g.unten == g.oben == 0 and _grenze(andere[0], tabellen).genau


def _noetig(
    t: Zahlentafel, z: Zelle, hier: list[Gleichung], anderswo: list[Gleichung], tabellen: Mapping[str, Zahlentafel]
) -> list[str]:
    """The fewest other records that give a figure away together: each that it still is without, is left out."""
    namen = list(dict.fromkeys(g.woher for g in anderswo))
    for name in list(namen):
        rest = [*hier, *(g for g in anderswo if g.woher in namen and g.woher != name)]
        if _verrat(t.indikator, spannen(_grenzen(rest, tabellen), rest, [z]).get(z)):
            namen.remove(name)
    return namen


def _grenzen(gleichungen: Iterable[Gleichung], tabellen: Mapping[str, Zahlentafel]) -> dict[Zelle, Zahlbereich]:
    return {z: _grenze(z, tabellen) for z in dict.fromkeys(z for g in gleichungen for z in g.glieder)}


def _grenze(z: Zelle, tabellen: Mapping[str, Zahlentafel]) -> Zahlbereich:
    return grenzen(tabellen[z.indikator].indikator, tabellen[z.indikator].zellen.get(z))


def _verrat(i: Indikator, spanne: Zahlbereich | None) -> tuple[str, str] | None:
    """What a reader can compute, as begin and end of a sentence that never says the value: findings are public too.

    None where the figure stays hidden: there is more than one it can be, and one of them is not small.
    """
    if spanne is None:
        return None
    if i.nachkommastellen == 0:
        spanne = spanne.ganz
    klein = spanne.oben < i.geheimhaltung.schwelle
    if spanne.genau:
        return "Der verdeckte Wert lässt sich", " und liegt unter der Schwelle" if klein else ""
    return ("Dass der verdeckte Wert unter der Schwelle liegt, lässt sich", "") if klein else None


def _fremd(plan: Plan, t: Zahlentafel, z: Zelle, satz: tuple[str, str], woher: list[str], *, direkt: bool) -> Befund:
    """Names the records that give a figure away, and the files to hide it in."""
    namen = [
        f"der Tabelle „{plan.indikatoren[n].name}“" if n in plan.indikatoren else f"der Aussage „{n}“" for n in woher
    ]
    dateien = [f"{n}.csv" if n in plan.indikatoren else f"aussagen/{n}.yaml" for n in woher]
    if direkt:
        text, rat = (
            f"Der verdeckte Wert steht in {' und '.join(namen)}.",
            f"Ihn auch in {' und '.join(dateien)} verdecken.",
        )
    else:
        text = f"{satz[0]} zusammen mit {' und '.join(namen)} ausrechnen{satz[1]}."
        rat = f"Einen zweiten Wert derselben Summe verdecken, hier und in {' und '.join(dateien)}."
    return _befund(plan, t.zellen[z], t.indikator, text, rat)


def _befund(plan: Plan, k: Kennzahl, i: Indikator, text: str, rat: str) -> Befund:
    return Befund(plan.tabelle(i.id), k.zeile, "zeichen", "geheimhaltung", text, rat)
