"""A text in a CSV for German Excel stays the text that it is; the scripts of the site read the same table of cases."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.deutsch.excelzelle import als_excelzelle, ohne_excelzelle

FAELLE = json.loads((Path(__file__).parents[1] / "daten/excelzellen.json").read_text("utf-8"))["faelle"]


@pytest.mark.parametrize(("text", "zelle"), FAELLE, ids=[f[0] or "leer" for f in FAELLE])
def test_nichts_wird_zu_einem_tag_oder_einer_zahl_die_es_nicht_ist(text: str, zelle: str) -> None:
    assert als_excelzelle(text) == zelle


def test_was_so_geschrieben_wurde_wird_wieder_gelesen() -> None:
    for text, zelle in FAELLE:
        assert ohne_excelzelle(zelle) == (text if zelle.startswith('="') else zelle)
    assert ohne_excelzelle('="') == '="'
    assert ohne_excelzelle('=""') == '=""'
