"""Numbers and days as each language writes them."""

from __future__ import annotations

from datetime import date

import pytest
from saetze_bauen import indikator

from macros.ausgabe.worte.fremdsprachen import schreibart
from macros.modell.stichtag import lies_stichtag

MENSCHEN = indikator("menschen", einheit="personen")
ANTEIL = indikator("anteil", einheit="prozent", nachkommastellen=1)
SCHMAL, FEST = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("code", "zahl", "anteil", "tag"),
    [
        ("en", "53,363", "9.9%", "30 September 2022"),
        ("fr", f"53{SCHMAL}363", f"9,9{FEST}%", "30 septembre 2022"),
        ("tr", "53.363", "%9,9", "30 Eylül 2022"),
        ("ru", f"53{FEST}363", f"9,9{FEST}%", f"30 сентября 2022{SCHMAL}г."),
        ("uk", f"53{FEST}363", "9,9%", f"30 вересня 2022{SCHMAL}р."),
        ("ar", "٥٣٬٣٦٣", "٩٫٩٪", "٣٠ أيلول/سبتمبر ٢٠٢٢"),
        ("fa", "۵۳٬۳۶۳", "۹٫۹٪", "۳۰ سپتامبر ۲۰۲۲"),
        ("de-simple", "53.363", f"9,9{FEST}%", "30. September 2022"),
    ],
)
def test_zahl_anteil_und_tag(code: str, zahl: str, anteil: str, tag: str) -> None:
    art = schreibart(code)
    gezeigt = art.zahl(ANTEIL, 9.8626).replace("\u200e", "").replace("\u200f", "").replace("\u061c", "")
    assert (art.zahl(MENSCHEN, 53363), gezeigt, art.tag(date(2022, 9, 30))) == (zahl, anteil, tag)


@pytest.mark.parametrize(
    ("code", "stichtag", "text"),
    [
        ("en", "2022-09", "September 2022"),
        ("en", "2022", "2022"),
        ("en", "2022/23", "2022/23"),
        ("fa", "2022/23", "۲۰۲۲/۲۳"),
        ("ar", "2022-09", "أيلول/سبتمبر ٢٠٢٢"),
        ("fr", "2022-09-30", "30 septembre 2022"),
    ],
)
def test_ein_stichtag_nach_seiner_art(code: str, stichtag: str, text: str) -> None:
    assert schreibart(code).zeit(lies_stichtag(stichtag)) == text


@pytest.mark.parametrize(("wert", "ganze"), [(9.8626, "10"), (10.5, "11"), (10.4, "10"), (0.2, "0")])
def test_eine_ganze_zahl_ist_gerundet_und_ohne_zeichen(wert: float, ganze: str) -> None:
    assert schreibart("de-simple").ganze(wert) == ganze


def test_eine_sprache_die_niemand_kennt_schreibt_wie_das_deutsche() -> None:
    assert schreibart("xx").zahl(MENSCHEN, 1234) == "1.234"
    assert schreibart("fr-XX").zahl(MENSCHEN, 1234) == f"1{SCHMAL}234"
