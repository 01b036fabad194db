"""Where a line may end, decided at build: in long words of narrow places, and never between a number and its unit.

Browsers hyphenate German only where they bring a dictionary; headings and cells on a phone cannot wait for that.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

import pyphen

AB = 14
"""Letters from which a word gets soft hyphens in a narrow place."""
WEICH, FEST, STRICH = "\u00ad", "\u00a0", "\u2011"
_RAND = 4
"""Letters that stay together at either end of a word."""
MUSTER = Path(__file__).with_name("trennmuster.dic")
"""Patterns of syllables, written by `node scripts/trennmuster.js`: those that come with pyphen miss the seams of compounds."""
_WORT = re.compile(rf"[^\W\d_*]{{{AB},}}|[^\W\d_]+\*[^\W\d_]{{2,}}")
_ENG = re.compile(
    r"(<(h[1-4]|th|td|dt|summary|caption|button)\b[^>]*>|<(p|a|span|strong) class=\"[^\"]*(?:titel|name|stand|ampel|prio|marke)[^\"]*\"[^>]*>"
    r"|<(li)><a\b[^>]*>)(.*?)(</(?:\2|\3|\4)>)",
    re.DOTALL,
)
_TEILE = re.compile(r"(<(script|style|svg|code|pre|template|textarea|option)\b.*?</\2>|<[^>]*>|&[#\w]+;)", re.DOTALL)
_FREMD = re.compile(r"\blang=\"(?!de)")
_EINHEIT = re.compile(
    r"(?<=\d) (?=(?:%|€|Euro|Prozent|Prozentpunkte?|Personen|Menschen|Jahren?|Tagen?|Uhr|Mio|Mrd|km|m²)(?!\w))|(?<=[§Nr]\.) (?=\d)|(?<=§) (?=\d)"
)
_ERGAENZUNG = re.compile(r"(?<=[\s(])-(?=[a-zäöü]{2,})")
_ARTIKEL = re.compile(r"(<article\b[^>]*>)(.*)(</article>)", re.DOTALL)


@cache
def _silben() -> pyphen.Pyphen:
    return pyphen.Pyphen(filename=str(MUSTER), left=_RAND, right=_RAND)


@lru_cache(maxsize=20_000)
def mit_silben(wort: str) -> str:
    """A word with soft hyphens; no line ends beside the star of a gender form."""
    return "*".join(_silben().inserted(teil, WEICH) if len(teil) >= 2 * _RAND else teil for teil in wort.split("*"))


def trennbar(html: str) -> str:
    """A page whose narrow places have soft hyphens, and whose numbers stay with their units; its head is as it was."""
    treffer = _ARTIKEL.search(html)
    if not treffer:
        return html
    inhalt = _ENG.sub(_eng, _gebunden(treffer[2]))
    return f"{html[: treffer.start(2)]}{inhalt}{html[treffer.end(2) :]}"


def ungetrennt(text: str) -> str:
    """The same text as it is typed: what looks for words or takes them elsewhere sees none of this."""
    return text.replace(WEICH, "").replace(FEST, " ").replace(STRICH, "-")


def _gebunden(html: str) -> str:
    def binde(text: str) -> str:
        return _ERGAENZUNG.sub(STRICH, _EINHEIT.sub(FEST, text))

    return _in_texten(html, binde)


def _eng(treffer: re.Match[str]) -> str:
    anfang, inhalt, ende = treffer[1], treffer[5], treffer[6]
    if _FREMD.search(anfang) or _FREMD.search(inhalt):
        return treffer[0]
    return f"{anfang}{_in_texten(inhalt, lambda text: _WORT.sub(lambda wort: mit_silben(wort[0]) if len(wort[0]) >= AB else wort[0], text))}{ende}"


def _in_texten(html: str, was: Callable[[str], str]) -> str:
    """HTML with something done to its texts, but not to tags, scripts, drawings, code or character references."""
    teile = _TEILE.split(html)
    return "".join(was(teil) if n % 3 == 0 else teil for n, teil in enumerate(teile) if n % 3 != 2)
