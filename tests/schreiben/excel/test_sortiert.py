"""One column sorted without the others is one finding; sorting whole rows, and correcting two figures, is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from schreiben.mappen import exportiere, importiere, inhalt

from macros.modell.befund import Schwere

ZAHLEN = "Menschen in Musterstadt"


@pytest.mark.parametrize(
    ("blatt", "spalte"),
    [(ZAHLEN, "Kennung"), (ZAHLEN, "Stichtag"), (ZAHLEN, "Wert"), ("Maßnahmen", "Kennung"), ("Maßnahmen", "Maßnahme"), ("Schritte", "Schritt")],
)  # fmt: skip
def test_eine_sortierte_spalte_ist_ein_befund(daten: Path, tmp_path: Path, blatt: str, spalte: str) -> None:
    buch = exportiere(daten, tmp_path / "b.xlsx")
    seite, nummer = buch.blatt(blatt), buch.spalte(blatt, spalte)
    reihen = [r for r in range(2, seite.max_row + 1) if seite.cell(r, 1).value]
    werte = sorted((seite.cell(r, nummer).value for r in reihen), key=str)
    for reihe, wert in zip(reihen, reversed(werte), strict=True):
        seite.cell(reihe, nummer).value = wert
    davor = inhalt(daten)
    (befund,) = [b for b in importiere(buch.speichere(), daten).befunde if b.schwere is Schwere.FEHLER]
    assert (befund.regel, befund.feld) == ("sortiert", f"Blatt „{blatt}“, Spalte „{spalte}“")
    assert inhalt(daten) == davor


def test_ganze_zeilen_sortieren_und_zwei_zahlen_tauschen_darf_man(daten: Path, tmp_path: Path) -> None:
    buch = exportiere(daten, tmp_path / "b.xlsx")
    seite, wert = buch.blatt(ZAHLEN), buch.spalte(ZAHLEN, "Wert")
    a, b = (
        buch.reihe(ZAHLEN, Kennung="bevoelkerung", Stichtag=jahr, Gliederung_1="deutsch")
        for jahr in ("2024-12-31", "2025-12-31")
    )
    seite.cell(a, wert).value, seite.cell(b, wert).value = seite.cell(b, wert).value, seite.cell(a, wert).value
    zeilen = [[z.value for z in reihe] for reihe in seite.iter_rows(min_row=2) if reihe[0].value]
    for reihe, inhalte in enumerate(sorted(zeilen, key=str, reverse=True), 2):
        for nummer, inhalt_ in enumerate(inhalte, 1):
            seite.cell(reihe, nummer).value = inhalt_
    assert "sortiert" not in {x.regel for x in importiere(buch.speichere(), daten).befunde}
