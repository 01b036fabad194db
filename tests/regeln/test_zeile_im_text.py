"""A finding about a word in a long text stands in the line of that word, not of the text's first."""

from __future__ import annotations

from pathlib import Path

import pytest
from schreiben.kleinstadt import HEUTE, TREFF, lege_an

from macros.pruefung import pruefe_ordner

ANFANG = TREFF.index("beschreibung:")


@pytest.mark.parametrize(
    ("dritte", "regel"),
    [
        ("Fragen an anna.muster@example.org richten.", "person-email"),
        ("Siehe https://example.org/1, Telefon 05451 123456.", "person-telefon"),
        ("Das macht Frau Muster.", "person-name"),
        ("Mehr [dort](massnahme:gibt-es-nicht).", "verweis"),
        ("Ein Zeichen \U00012000 ohne Schrift.", "druckzeichen"),
    ],
)
def test_die_zeile_des_wortes(tmp_path: Path, dritte: str, regel: str) -> None:
    text = f"beschreibung: |\n  Erster Satz.\n\n  {dritte}\n  Letzter Satz."
    ordner = lege_an(tmp_path, massnahmen__treff=TREFF.replace("beschreibung: Ein Ort zum Reden.", text))
    zeile = TREFF[:ANFANG].count("\n") + 4
    _, befunde = pruefe_ordner(ordner, HEUTE)
    assert [(b.zeile, b.feld) for b in befunde if b.regel == regel] == [(zeile, "beschreibung")]
