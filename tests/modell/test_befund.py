"""A finding names its place; only an error stops a build."""

from __future__ import annotations

import pytest

from macros.modell.befund import Befund, Ort, Schwere, hat_fehler, melde


def befund(schwere: Schwere) -> Befund:
    return melde(Ort("data/a.yaml", 3), "titel", "leer", "Das Feld ist leer.", "Ausfüllen.", schwere)


def test_ein_befund_steht_an_seinem_ort() -> None:
    assert befund(Schwere.HINWEIS) == Befund(
        "data/a.yaml", 3, "titel", "leer", "Das Feld ist leer.", "Ausfüllen.", Schwere.HINWEIS
    )


def test_ohne_weiteres_ist_er_ein_fehler_ohne_vorschlag_in_der_ersten_zeile() -> None:
    gemeldet = melde(Ort("data/a.yaml"), "titel", "leer", "Das Feld ist leer.")
    assert (gemeldet.zeile, gemeldet.vorschlag, gemeldet.schwere) == (1, "", Schwere.FEHLER)
    assert Befund("data/a.yaml", 1, "titel", "leer", "Das Feld ist leer.") == gemeldet


@pytest.mark.parametrize(
    ("schweren", "haelt_auf"),
    [
        ([], False),
        ([Schwere.HINWEIS, Schwere.WARNUNG], False),
        ([Schwere.FEHLER], True),
        ([Schwere.HINWEIS, Schwere.FEHLER, Schwere.WARNUNG], True),
    ],
)
def test_nur_ein_fehler_haelt_den_bau_auf(schweren: list[Schwere], haelt_auf: bool) -> None:
    assert hat_fehler([befund(s) for s in schweren]) is haelt_auf


def test_befunde_stehen_in_der_folge_von_datei_und_zeile() -> None:
    orte = [("b.yaml", 1), ("a.yaml", 10), ("a.yaml", 2)]
    assert [(b.datei, b.zeile) for b in sorted(melde(Ort(*ort), "", "", "") for ort in orte)] == [
        ("a.yaml", 2), ("a.yaml", 10), ("b.yaml", 1),
    ]  # fmt: skip
