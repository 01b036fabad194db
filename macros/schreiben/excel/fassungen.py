"""Rows of measures whose edition is not in force: still read, and said so, since older workbooks hold them."""

from __future__ import annotations

from collections import Counter
from datetime import date

from macros.modell.befund import Schwere
from macros.modell.geltung import Geltung, geltungen
from macros.modell.massnahme import Massnahme
from macros.modell.plan import Plan
from macros.schreiben.excel.abgleich import Abgleich
from macros.schreiben.excel.blaetter import Blattart
from macros.schreiben.excel.mappe import Mappe


def melde_andere_fassungen(plan: Plan, mappe: Mappe, abgleich: Abgleich, stichtag: date) -> None:
    """One note per sheet with such rows, and a warning at each of them that is to change the data."""
    gilt = geltungen(plan, stichtag)
    andere = {
        m.id: m
        for m in plan.massnahmen.values()
        if gilt.get(m.herkunft.fassung, Geltung.IN_KRAFT) is not Geltung.IN_KRAFT
    }
    zeilen = [z for z in mappe.zeilen if z.art is not Blattart.KENNZAHLEN and z.wert("Kennung") in andere]
    for blatt, anzahl in Counter(z.blatt for z in zeilen).items():
        mappe.melde(
            blatt,
            1,
            "",
            "fassung",
            f"{anzahl} Zeilen gehören zu einer Fassung, die nicht in Kraft ist."
            if anzahl > 1
            else "Eine Zeile gehört zu einer Fassung, die nicht in Kraft ist.",
            "Für die nächste Runde neu exportieren: Dort stehen nur Maßnahmen der geltenden Fassung.",
            Schwere.HINWEIS,
        )
    geaendert = {(z.blatt, z.nummer) for z in (*(a.zeile for a in abgleich.zellen), *(n.zeile for n in abgleich.neue))}
    for zeile in zeilen:
        if (zeile.blatt, zeile.nummer) not in geaendert:
            continue
        m = andere[zeile.wert("Kennung")]
        zelle = zeile.zellen["Kennung"]
        mappe.melde(
            zeile.blatt,
            zeile.nummer,
            f"Spalte „Kennung“ ({zelle.adresse})",
            "fassung",
            f"„{m.id}“ gehört zur Fassung „{m.herkunft.fassung}“ ({gilt[m.herkunft.fassung].value}). "
            "Die Änderung wird dort eingelesen.",
            _wohin(m),
            Schwere.WARNUNG,
        )


def _wohin(m: Massnahme) -> str:
    ziele = m.nachfolge.massnahmen if m.nachfolge else ()
    if not ziele:
        return "Prüfen, ob sie dorthin gehört."
    worte = " oder ".join(f"„{ziel}“" for ziel in ziele)
    return f"Gilt sie für {worte}: neu exportieren und dort eintragen."
