"""The matrix alone, for the wall (A3) and for the file (A4)."""

from __future__ import annotations

from collections.abc import Sequence

from macros.ausgabe.druck.dokument import Dokument
from macros.ausgabe.druck.konzept import matrizen
from macros.ausgabe.kontext import Bau
from macros.modell.gemeinde import LESEFASSUNG
from macros.modell.massnahme import Massnahme

SCHRIFT = {"a3": 10.0, "a4": 8.0}
PLATZ = {"a3": 380, "a4": 257}


def massnahmenmatrix(bau: Bau, papier: str, massnahmen: Sequence[Massnahme]) -> Dokument:
    """Measures, and the challenges they answer or could answer, as tables on paper `a3` or `a4`."""
    fassung = bau.fassung
    felder = {m.handlungsfeld for m in massnahmen}
    herausforderungen = [
        h for h in bau.herausforderungen if h.handlungsfeld in felder or len(massnahmen) == len(bau.massnahmen)
    ]
    teile = matrizen(bau, massnahmen, herausforderungen, SCHRIFT[papier], PLATZ[papier])
    return Dokument(
        name=f"massnahmenmatrix-{papier}",
        titel="Maßnahmenmatrix",
        untertitel=f"{fassung.titel}, {fassung.jahr}" if fassung else "",
        teile=list(reversed(teile)),
        format=papier,
        quer=True,
        seite="massnahmen/",
        textart=fassung.textart if fassung else LESEFASSUNG,
        formate=("pdf", "docx") if papier == "a4" else ("pdf",),
    )
