"""A class is written in one place and read in another: none is left over on either side."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import material
import pytest

from macros.haus import PAKET, SEITEN, STILE, THEMA

AUSGABE = PAKET / "ausgabe"
VORLAGEN = AUSGABE / "vorlagen"
DRUCK = VORLAGEN / "druck"
SKRIPTE = SEITEN / "assets" / "js"
VON_ERWEITERUNGEN = {
    "headerlink": "Markdown's toc",
    "no-js": "the theme, on the page as a whole",
    "js": "farben.js, in its place",
}
"""Class of the style sheets -> who writes it, where it is none of ours."""

_LOCH = re.compile(r"\{\{.*?\}\}|\$\{.*?\}", re.DOTALL)
_ZWEIG = re.compile(r"\{%.*?%\}", re.DOTALL)
_WORT = re.compile(r'"([^"\n]*)"|\'([^\'\n]*)\'|`([^`]*)`')


def _texte(ordner: Path, *muster: str) -> dict[Path, str]:
    return {p: p.read_text("utf-8") for m in muster for p in sorted(ordner.glob(m))}


def _geschrieben(texte: Iterable[str]) -> set[str]:
    """The classes that templates write; `hf--*` where the data say how it goes on."""
    worte: set[str] = set()
    for liste in (treffer for t in texte for treffer in re.findall(r'class="(.*?)"', t, re.DOTALL)):
        worte |= {wort for loch in _LOCH.findall(liste) for wort in _genannt([loch])}
        worte |= set(_LOCH.sub("*", _ZWEIG.sub(" ", liste)).split())
    return {wort for wort in worte if not wort.startswith(("md-", "*"))}


def _genannt(texte: Iterable[str]) -> set[str]:
    """The words in quotes: names of classes are among them."""
    inhalte = (next(filter(None, teile), "") for t in texte for teile in _WORT.findall(t))
    return {wort for z in inhalte for wort in re.findall(r"[\w*-]+", _LOCH.sub("*", z))}


def _in_stilen(texte: Iterable[str]) -> set[str]:
    """The classes in the selectors of style sheets."""
    regeln = (re.sub(r"/\*.*?\*/", "", t, flags=re.DOTALL) for t in texte)
    return {k for r in regeln for kopf in re.findall(r"([^{};]+)\{", r) for k in re.findall(r"\.([a-z_][\w-]*)", kopf)}


def _ohne(klassen: set[str], andere: set[str]) -> list[str]:
    """The classes that the other side does not know; `hf--*` knows each `hf--blau`, and the other way round."""
    staemme = tuple(w[:-1] for w in andere if w.endswith("*") and w != "*")
    fest = {k for k in klassen if not k.startswith(staemme)} - andere
    return sorted(k for k in fest if not (k.endswith("*") and any(a.startswith(k[:-1]) for a in andere)))


def _seitenvorlagen() -> list[str]:
    alle = _texte(VORLAGEN, "**/*.html", "**/*.md") | _texte(THEMA, "**/*.html") | _texte(SEITEN, "**/*.md")
    return [text for pfad, text in alle.items() if DRUCK not in pfad.parents]


def _module(*raeume: str) -> set[str]:
    return _genannt(text for raum in raeume for text in _texte(AUSGABE / raum, "**/*.py").values())


STIL = _in_stilen(text for pfad, text in _texte(STILE, "*.css").items() if pfad.name != "thema.css")
SKRIPTWORTE = _genannt(_texte(SKRIPTE, "*.js").values())


def test_jede_klasse_der_stile_schreibt_eine_vorlage_oder_ein_skript() -> None:
    da = _geschrieben(_seitenvorlagen()) | SKRIPTWORTE | _module("bausteine", "diagramm", "seiten", "worte")
    assert _ohne({k for k in STIL if not k.startswith("md-")}, da | VON_ERWEITERUNGEN.keys()) == []


def test_jede_klasse_des_themas_in_den_stilen_gibt_es_in_ihm() -> None:
    thema = _texte(Path(material.__file__).parent / "templates", "**/*.html", "assets/javascripts/bundle.*.js")
    eigene = {pfad.relative_to(THEMA) for pfad in THEMA.rglob("*.html")} - {Path("main.html"), Path("404.html")}
    texte = [t for p, t in thema.items() if not any(p.as_posix().endswith(f"/{e.as_posix()}") for e in eigene)]
    worte = {w for t in (*texte, *_texte(THEMA, "**/*.html").values()) for w in re.findall(r"[\w-]+", t)}
    assert sorted(k for k in STIL if k.startswith("md-") and k not in worte) == []


def test_jede_klasse_einer_vorlage_liest_ein_stil_ein_skript_oder_die_suche() -> None:
    assert _ohne(_geschrieben(_seitenvorlagen()), STIL | SKRIPTWORTE | _module("suche")) == []


def test_jede_klasse_einer_druckvorlage_liest_der_satz_oder_word() -> None:
    satz = _texte(DRUCK.parents[1] / "druck", "**/*.typ", "**/*.py").values()
    assert _ohne(_geschrieben(_texte(DRUCK, "*.html").values()), _genannt(satz)) == []


@pytest.mark.parametrize(
    ("vorlage", "klassen"),
    [
        ('<p class="a b">', {"a", "b"}),
        ('<p class="hf hf--{{ f.farbe }}">', {"hf", "hf--*"}),
        ("<p class=\"a{% if x %} b{% endif %} {{ 'c' if y else 'd' }}\">", {"a", "b", "c", "d"}),
        ('<p class="md-grid">', set()),
    ],
)
def test_so_werden_klassen_gelesen(vorlage: str, klassen: set[str]) -> None:
    assert _geschrieben([vorlage]) == klassen
