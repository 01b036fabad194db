"""One style sheet: smaller, and every rule still says the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.ausgabe.seiten.stylesheet import stil, verdichte
from macros.haus import STILE


@pytest.mark.parametrize(
    ("css", "kurz"),
    [
        ("a {\n  color: red;\n  margin: 0 auto;\n}\n", "a{color:red;margin:0 auto}"),
        ("/* Ein Wort */ a { color: red } /* noch */", "a{color:red}"),
        (".a :hover, .b > .c { top: 0 }", ".a :hover,.b>.c{top:0}"),
        (".a .b { width: calc(100% - 2 * 1rem) }", ".a .b{width:calc(100% - 2 * 1rem)}"),
        ("a { color: red !important; }", "a{color:red!important}"),
        ("@media (min-width: 40em) and (hover) {\n  a { top: 0; }\n}", "@media (min-width:40em) and (hover){a{top:0}}"),
        ('q::before { content: "  /* kein Kommentar */ ;} "; }', 'q::before{content:"  /* kein Kommentar */ ;} "}'),
        ("q { content: 'a \\' ; b' }", "q{content:'a \\' ; b'}"),
        ("a { background: url(data:image/svg+xml;utf8,x/*y*/) }", "a{background:url(data:image/svg+xml;utf8,x/*y*/)}"),
        ("a { --leer: ; }", "a{--leer:}"),
        ("", ""),
    ],
)
def test_regeln_bleiben_luft_geht(css: str, kurz: str) -> None:
    assert verdichte(css) == kurz


def test_mehrere_dateien_kommen_in_ihrer_reihenfolge(tmp_path: Path) -> None:
    (tmp_path / "b.css").write_text("b { top: 0 }\n", "utf-8")
    (tmp_path / "a.css").write_text("a { content: 'ä' }\n", "utf-8")
    assert stil(tmp_path, ["b.css", "a.css"]) == "b{top:0}a{content:'ä'}\n"


def test_ohne_skript_gelten_die_dunklen_farben_wo_das_system_dunkel_ist(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text(
        ':root,\n[data-md-color-scheme="default"] { --papier: #fff }\n[data-md-color-scheme="slate"] { --papier: #000 }\n'
        '[data-md-color-scheme="slate"] .hf--blau { --hf: blue }\n@media print { [data-md-color-scheme] { --papier: #fff } }',
        "utf-8",
    )
    assert stil(tmp_path, ["a.css"]).endswith(
        "@media screen and (prefers-color-scheme:dark){html:not([data-md-color-scheme]){--papier:#000}"
        "html:not([data-md-color-scheme]) .hf--blau{--hf:blue}}\n"
    )


def test_keine_dunkle_regel_der_website_faellt_dabei_heraus() -> None:
    namen = sorted(p.name for p in STILE.glob("*.css") if p.name not in ("einbetten.css", "gegenueber.css"))
    fertig = stil(STILE, namen)
    davor, _, danach = fertig.rpartition("@media screen and (prefers-color-scheme:dark)")
    assert davor.count('="slate"]') == danach.count("html:not([data-md-color-scheme])") > 5
