"""Letters are folded alike in Python and in the scripts of the site: one table of cases, which Node's tests read too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.deutsch.buchstaben import kennung, wortfolge

KOPF, *FAELLE = json.loads((Path(__file__).parents[1] / "daten/buchstaben.json").read_text("utf-8"))


def test_die_tabelle_hat_faelle() -> None:
    assert KOPF == ["text", "gefaltet", "kennung"]
    assert len(FAELLE) > 15


@pytest.mark.parametrize(("text", "gefaltet", "kenn"), FAELLE, ids=[f[0] or "leer" for f in FAELLE])
def test_buchstaben_werden_gefaltet_wie_in_javascript(text: str, gefaltet: str, kenn: str) -> None:
    assert wortfolge(text) == gefaltet
    assert kennung(text) == kenn
