"""Figures against others, in German: how far the target is, and how they lie to another area."""

from __future__ import annotations

from collections.abc import Sequence

from macros.ausgabe.worte.sprechen import genau, unterschied, wann
from macros.deutsch.buchstaben import gross
from macros.modell.indikator import Indikator, Vergleich, Zielwert
from macros.sichten.indikator_lage import Abstand, Zielabstand


def ziel(indikator: Indikator, je_gruppe: Sequence[tuple[str, Zielabstand]]) -> str:
    """The target, and how far each group is; one group may go without a name."""
    z = je_gruppe[0][1].ziel
    satz = f"Bis {z.jahr} sollen es {genau(indikator, z.wert)} sein ({z.beschluss})."
    andere = [zielworte(indikator, a) for a in indikator.ziele if a != z]
    weitere = f" {'Ein weiteres Ziel' if len(andere) == 1 else 'Weitere Ziele'}: {'; '.join(andere)}." if andere else ""
    if len(je_gruppe) == 1:
        return f"{satz} {gross(zielrest(indikator, je_gruppe[0][1]))}.{weitere}"
    reste = "; ".join(f"{name}: {zielrest(indikator, abstand)}" for name, abstand in je_gruppe)
    return f"{satz} {gross(reste)}.{weitere}"


def zielworte(indikator: Indikator, z: Zielwert) -> str:
    """„45 Prozent bis 2030 (Rat, 20.02.2025)“."""
    return f"{genau(indikator, z.wert)} bis {z.jahr} ({z.beschluss})"


def zielrest(indikator: Indikator, z: Zielabstand) -> str:
    """„es fehlen noch 6,5 Prozentpunkte“, „das Ziel ist erreicht“."""
    if z.erreicht:
        return "das Ziel ist erreicht"
    if z.abstand == 0:
        return "der Wert liegt genau auf dem Ziel"
    rest = unterschied(indikator, z.abstand)
    if z.erreicht is False and z.abstand < 0:
        return f"es {'fehlt' if rest.startswith('1 ') else 'fehlen'} noch {rest}"
    return f"der Wert liegt {rest} {'über' if z.abstand > 0 else 'unter'} dem Ziel"


def vergleich(indikator: Indikator, v: Vergleich, je_gruppe: Sequence[tuple[str, Abstand]]) -> str:
    """A figure of another area, and how each group lies to it; says so when the years differ."""
    satz = f"Zum Vergleich {v.gebiet}: {genau(indikator, v.wert)} {wann(indikator.zeit(v.stichtag))}. "
    if len(je_gruppe) == 1:
        satz += f"Der Wert hier {_abstand(indikator, je_gruppe[0][1])}."
    else:
        satz += f"{gross('; '.join(f'{name} {_abstand(indikator, abstand)}' for name, abstand in je_gruppe))}."
    if all(abstand.gleiche_zeit for _, abstand in je_gruppe):
        return satz
    return f"{satz} Die Zahlen gehören zu verschiedenen Jahren."


def _abstand(indikator: Indikator, a: Abstand) -> str:
    if a.abstand == 0:
        return "ist gleich hoch"
    return f"liegt {unterschied(indikator, a.abstand)} {'darüber' if a.abstand > 0 else 'darunter'}"
