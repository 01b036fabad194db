"""Chinese, Japanese and Korean: with the extra font they are set, without it the finding names the command for it."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from ausgabe.druck.conftest import TAG, bau_von

from macros.ausgabe.druck.dokument import baum
from macros.ausgabe.druck.satz.druckbaum import als_text
from macros.ausgabe.druck.satz.fremdschrift import laeufe
from macros.ausgabe.druck.satz.setzen import setze, zusatzfamilien
from macros.ausgabe.druck.steckbrief import steckbrief
from macros.modell.plan import Plan
from macros.regeln import pruefe
from macros.regeln.schrift import setzbar

WURZEL = Path(__file__).parents[2]
WORTE = "中文 und 한국어 und 日本語のかな"


def mit_worten(plan: Plan) -> Plan:
    treffs = plan.massnahmen["sprachtreffs"].model_copy(update={"ziel": WORTE})
    return replace(plan, massnahmen={**plan.massnahmen, "sprachtreffs": treffs})


def druckzeichen(plan: Plan, tag: date) -> list[str]:
    return [b.vorschlag for b in pruefe(plan, tag) if b.regel == "druckzeichen"]


def test_ohne_die_schrift_nennt_der_befund_den_befehl(plan: Plan) -> None:
    (rat,) = druckzeichen(mit_worten(plan), TAG)
    befehl = re.search(r"-m pip install --require-hashes -r (\S+)$", rat)
    assert befehl
    assert "manimgx-fonts-cjk==" in (WURZEL / befehl[1]).read_text("utf-8")
    assert zusatzfamilien() == []


def test_andere_zeichen_bringt_der_befehl_nicht(plan: Plan) -> None:
    treffs = plan.massnahmen["sprachtreffs"].model_copy(update={"ziel": "ⵜ"})
    (rat,) = druckzeichen(replace(plan, massnahmen={**plan.massnahmen, "sprachtreffs": treffs}), TAG)
    assert "pip" not in rat


@pytest.mark.usefixtures("mit_zusatzschrift")
def test_mit_der_schrift_wird_gesetzt(plan: Plan, tmp_path: Path) -> None:
    assert druckzeichen(mit_worten(plan), TAG) == []
    bau = replace(bau_von("musterstadt"), plan=mit_worten(plan))
    (tmp_path / "d.pdf").write_bytes(setze(als_text(baum(bau, steckbrief(bau, bau.plan.massnahmen["sprachtreffs"])))))
    text = subprocess.run(["pdftotext", str(tmp_path / "d.pdf"), "-"], capture_output=True, check=True).stdout.decode()
    for wort in ("中文", "한국어", "日本語のかな"):
        assert wort in text
    schriften = subprocess.run(["pdffonts", str(tmp_path / "d.pdf")], capture_output=True, check=True).stdout.decode()
    assert "CJK" in schriften


@pytest.mark.usefixtures("mit_zusatzschrift")
def test_die_eigenen_zeichen_anderer_schriften_bleiben_ohne(plan: Plan) -> None:
    assert [setzbar(z) for z in "中한日aⵜ"] == [True, True, True, True, False]


def test_jeder_lauf_traegt_seine_sprache() -> None:
    gefunden = [(sprache, text) for sprache, text in laeufe(WORTE) if sprache]
    assert gefunden == [("zh", "中文"), ("ko", "한국어"), ("ja", "日本語のかな")]
