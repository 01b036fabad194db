"""The theme's style sheet is the one that both towns need today, and a rule goes only when nothing can meet it."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.themastil import ERGEBNIS, bloecke, elemente, gebraucht, ohne_ungenutzte, reduziert

SEITE = """<html class="js"><body dir="ltr"><p class="a b" id="x">x</p><ul class="c"><li></li></ul>
<details open><summary></summary></details><input type="text"></body></html>"""


def test_der_verkleinerte_stil_passt_zu_beiden_staedten(musterstadt_seite: Path, echte_seite: Path) -> None:
    """Else: `.venv/bin/python -m scripts.themastil` with the built sites of both towns."""
    assert ERGEBNIS.read_text("utf-8") == reduziert([echte_seite, musterstadt_seite])


def test_er_ist_ein_bruchteil_des_ganzen() -> None:
    assert 10_000 < len(ERGEBNIS.read_bytes()) < 30_000


@pytest.mark.parametrize(
    ("css", "bleibt"),
    [
        ("p{top:0}", "p{top:0}"),
        ("q{top:0}", ""),
        (".a{top:0}.z{top:0}", ".a{top:0}"),
        (".a.b{top:0}", ".a.b{top:0}"),
        (".a.c{top:0}", ""),
        ("p.a,q,.z{top:0}", "p.a{top:0}"),
        ("ul .a>li{top:0}", "ul .a>li{top:0}"),  # both parts occur: where they stand is not asked
        ("#x:hover::before{top:0}", "#x:hover::before{top:0}"),
        ("#y{top:0}", ""),
        (".a:not(.z){top:0}", ".a:not(.z){top:0}"),
        (":is(.z,.y) p{top:0}", ""),
        (":is(.z,.a) p{top:0}", ":is(.z,.a) p{top:0}"),
        ("[dir=ltr] p{top:0}[dir=rtl] p{top:0}", "[dir=ltr] p{top:0}"),
        ("[type=text]{top:0}[type=radio]{top:0}", "[type=text]{top:0}"),
        ("[type^=te]{top:0}[class~=b]{top:0}[class$=q]{top:0}", "[type^=te]{top:0}[class~=b]{top:0}"),
        ("@media print{.z{top:0}}@media print{.a{top:0}}", "@media print{.a{top:0}}"),
        ("@font-face{font-family:x}", "@font-face{font-family:x}"),
        ('@charset "UTF-8";p{top:0}', "p{top:0}"),
        ('.a{background:url("data:x,{}\';")}', '.a{background:url("data:x,{}\';")}'),
        ("p|x!?{top:0}", "p|x!?{top:0}"),  # not to be read: stays
        ("*{top:0}::selection{top:0}:root{top:0}", "*{top:0}::selection{top:0}:root{top:0}"),
    ],
)
def test_was_niemand_trifft_geht(css: str, bleibt: str) -> None:
    assert gebraucht(css, frozenset(elemente(SEITE))) == bleibt


@pytest.mark.parametrize(
    ("css", "weitere", "bleibt"),
    [
        ("a{--x:1;top:0}", "", "a{top:0}"),
        ("a{--x:1;top:0}", "b{left:var(--x)}", "a{--x:1;top:0}"),
        ("a{--x:1}b{--y:var(--x)}", "", ""),
        ("a{--x:1}b{--y:var( --x )}", "c{top:var(--y)}", "a{--x:1}b{--y:var( --x )}"),
        ("@keyframes a{to{top:0}}@keyframes b{to{top:0}}p{animation:b 1s}", "", "@keyframes b{to{top:0}}p{animation:b 1s}"),
        ("@media print{a{--x:1}}", "", ""),
    ],
)  # fmt: skip
def test_was_niemand_liest_geht(css: str, weitere: str, bleibt: str) -> None:
    assert ohne_ungenutzte(css, weitere) == bleibt


def test_ein_blatt_wird_in_seine_saetze_zerlegt() -> None:
    css = 'a{top:0}@import "x;y";@media print{b{top:0}c{top:0}}'
    assert list(bloecke(css)) == [("a", "top:0"), ('@import "x;y"', None), ("@media print", "b{top:0}c{top:0}")]
