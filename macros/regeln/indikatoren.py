"""Rules on what an indicator declares: its targets, its unit, and a chart that its figures allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from macros.deutsch.zahlen import getippt, noetige_stellen, zahl
from macros.modell.auswahlen import Zuschnitt
from macros.modell.befund import Befund, Schwere, melde
from macros.modell.einheit import nahe_bekannte
from macros.modell.indikator import Kennzahl
from macros.modell.plan import Plan
from macros.regeln.register import regel

_MEISTE_STELLEN = 4


@regel
def zielwerte(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """An indicator has one target for a year."""
    for i in plan.indikatoren.values():
        jahre = [i.zielwert.jahr] if i.zielwert else []
        for stelle, ziel in enumerate(i.weitere_zielwerte):
            if ziel.jahr in jahre:
                yield melde(
                    plan.ort("indikatoren", i.id, "weitere_zielwerte", stelle, "jahr"),
                    f"weitere_zielwerte.{stelle + 1}.jahr",
                    "zielwert",
                    f"Für {ziel.jahr} gibt es schon einen Zielwert.",
                    "Den Wert behalten, der zuletzt beschlossen wurde, und den anderen löschen, oder das Jahr berichtigen.",
                )
            jahre.append(ziel.jahr)


@regel
def einheit_verschrieben(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A unit of the editors' own is not a known word with a letter wrong."""
    for i in plan.indikatoren.values():
        if gemeint := nahe_bekannte(i.einheit):
            yield melde(
                plan.ort("indikatoren", i.id, "einheit"),
                "einheit",
                "einheit",
                f"„{i.einheit.bezeichnung}“ ist keine bekannte Einheit.",
                f"Meinten Sie „{gemeint}“?",
                Schwere.WARNUNG,
            )


@regel
def teile_negativ(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """What is stacked is not negative: nothing below zero is a part of a whole."""
    for i in plan.indikatoren.values():
        familie = i.darstellung.familie if i.darstellung else None
        if familie is None or familie.zuschnitt is not Zuschnitt.ANTEILE:
            continue
        negativ = [k for k in plan.kennzahlen.get(i.id, ()) if k.wert is not None and k.wert < 0]
        if negativ and i.negativ:  # without the declaration the figure itself is the finding
            yield melde(
                plan.ort("indikatoren", i.id, "darstellung", "familie"),
                "darstellung.familie",
                "gestapelt-negativ",
                f"Negative Werte wie {getippt(negativ[0].wert or 0, 4)} (Zeile {negativ[0].zeile} der Tabelle) lassen "
                "sich nicht stapeln; gezeigt wird ein anderes Diagramm.",
                "„balken“ oder „linie“ wählen, oder darstellung löschen.",
                Schwere.WARNUNG,
            )


@regel
def stellen_zu_wenige(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """Figures that differ, of one group or of one Stichtag, do not all look the same for want of decimals."""
    for i in plan.indikatoren.values():
        if gleiche := _gleich_gezeigte(plan.kennzahlen.get(i.id, ()), i.nachkommastellen):
            stellen = max(noetige_stellen(wert, _MEISTE_STELLEN) for wert in gleiche)
            eine, andere = (getippt(wert, _MEISTE_STELLEN) for wert in gleiche[:2])
            yield melde(
                plan.ort("indikatoren", i.id, "nachkommastellen"),
                "nachkommastellen",
                "stellen-zu-wenige",
                f"Verschiedene Zahlen der Tabelle wie {eine} und {andere} sehen mit nachkommastellen: "
                f"{i.nachkommastellen} gleich aus: {zahl(gleiche[0], i.nachkommastellen)}.",
                f"nachkommastellen: {stellen} eintragen. Sind die Zahlen nicht so genau, sie in der Tabelle runden.",
                Schwere.HINWEIS,
            )


def _gleich_gezeigte(zeilen: Sequence[Kennzahl], stellen: int) -> list[float]:
    """The different figures of the first group, else of the first Stichtag, that are all shown alike; none where none are."""
    for je in ("gruppe", "stichtag"):
        reihen: dict[object, list[float]] = {}
        for k in zeilen:
            if k.wert is not None:
                reihen.setdefault(tuple(k.merkmale.items()) if je == "gruppe" else k.stichtag, []).append(k.wert)
        for werte in reihen.values():
            verschiedene = list(dict.fromkeys(werte))
            if len(verschiedene) > 1 and len({zahl(wert, stellen) for wert in verschiedene}) == 1:
                return verschiedene
    return []
