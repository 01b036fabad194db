"""Where a line may end, decided at build: in long words of narrow places, and never between a number and its unit.

Browsers hyphenate German only where they bring a dictionary; headings and cells on a phone cannot wait for that.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

import pyphen

from macros.deutsch.kalender import MONATE
from macros.modell.einheit import BEKANNTE, Einheit

AB = 14
"""Letters from which a word gets soft hyphens in a narrow place."""
UEBERALL_AB = 20
"""Letters from which a word may be wider than a phone, so that it gets them everywhere."""
WEICH, FEST, STRICH = "\u00ad", "\u00a0", "\u2011"
_RAND = 4
"""Letters that stay together at either end of a word."""
MUSTER = Path(__file__).with_name("trennmuster.dic")
"""Patterns of syllables, written by `node scripts/trennmuster.js`: those that come with pyphen miss the seams of compounds."""
_WORT = re.compile(rf"[^\W\d_*]{{{AB},}}|[^\W\d_]+\*[^\W\d_]{{2,}}")
_RIESIG = re.compile(rf"[^\W\d_*]{{{UEBERALL_AB},}}")
_ENG = re.compile(
    r"(<(h[1-4]|th|td|dt|summary|caption|button)\b[^>]*>|<(p|a|span|strong) class=\"[^\"]*(?:titel|name|stand|ampel|prio|marke)[^\"]*\"[^>]*>"
    r"|<(li)><a\b[^>]*>)(.*?)(</(?:\2|\3|\4)>)",
    re.DOTALL,
)
_TEILE = re.compile(r"(<(script|style|svg|code|pre|template|textarea|option)\b.*?</\2>|<[^>]*>|&[#\w]+;)", re.DOTALL)
_FREMD = re.compile(r"\blang=\"(?!de)")
_FREMDES = re.compile(r"(<(\w+)\b[^>]*\blang=\"(?!de)[^>]*>.*?</\2>)", re.DOTALL)
_DEUTSCHES = re.compile(r"(<(\w+)\b[^>]*\blang=\"de\"[^>]*>.*?</\2>)", re.DOTALL)
_IN_TEXTEN = (
    "% ‰ € Prozentpunkt Prozentpunkte Menschen Einwohner Einwohner*innen Plätze Plätzen "
    "Jahr Jahre Jahren Monate Monaten Tage Tagen Uhr Mio Mrd km m² kB MB"
).split()
_IN_DATEN = (wort for e in BEKANNTE.values() if e != Einheit.ANZAHL for wort in (e.bezeichnung, e.einzahl))
_WOERTER = "|".join(map(re.escape, sorted({*_IN_DATEN, *_IN_TEXTEN}, key=len, reverse=True)))
"""What stays with the number before it: the units of the data, and those that texts use."""
_EINHEIT = re.compile(
    rf"(?<=\d)\s(?=(?:{_WOERTER})(?!\w))|(?<=\d\.)\s(?=(?:{'|'.join(MONATE)})(?!\w))|(?<=[§Nr]\.)\s(?=\d)|(?<=§)\s(?=\d)"
)
_HERVORGEHOBEN = re.compile(rf"(?<=\d)(</(?:a|b|strong|span)>)\s(?=(?:{_WOERTER})(?!\w))")
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
    html = _gebundener_leib(html)
    treffer = _ARTIKEL.search(html)
    if not treffer:
        return html
    teile = _FREMDES.split(_ENG.sub(_eng, treffer[2]))
    inhalt = "".join(_lang(teil) if n % 3 == 0 else teil for n, teil in enumerate(teile) if n % 3 != 2)
    return f"{html[: treffer.start(2)]}{inhalt}{html[treffer.end(2) :]}"


def gebunden(html: str) -> str:
    """A page in another language or in Leichte Sprache: numbers stay with German units, long German names may break."""
    return _ARTIKEL.sub(lambda a: f"{a[1]}{_DEUTSCHES.sub(lambda t: _lang(t[1]), a[2])}{a[3]}", _gebundener_leib(html))


def ungetrennt(text: str) -> str:
    """The same text as it is typed: what looks for words or takes them elsewhere sees none of this."""
    return text.replace(WEICH, "").replace(FEST, " ").replace(STRICH, "-")


def _gebundener_leib(html: str) -> str:
    """Numbers stay with their units everywhere but in the head, whose title goes to other programs."""
    kopf, leib, rest = html.partition("</head>")
    return f"{kopf}{leib}{_gebunden(rest)}" if leib else _gebunden(html)


def _gebunden(html: str) -> str:
    def binde(text: str) -> str:
        return _ERGAENZUNG.sub(STRICH, _EINHEIT.sub(FEST, text))

    return _HERVORGEHOBEN.sub(rf"\1{FEST}", _in_texten(html, binde))


def _lang(html: str) -> str:
    """Soft hyphens in words that are wider than a phone."""
    return _in_texten(html, lambda text: _RIESIG.sub(lambda wort: mit_silben(wort[0]), text))


def _eng(treffer: re.Match[str]) -> str:
    anfang, inhalt, ende = treffer[1], treffer[5], treffer[6]
    if _FREMD.search(anfang) or _FREMD.search(inhalt):
        return treffer[0]
    return f"{anfang}{_in_texten(inhalt, lambda text: _WORT.sub(lambda wort: mit_silben(wort[0]) if len(wort[0]) >= AB else wort[0], text))}{ende}"


def _in_texten(html: str, was: Callable[[str], str]) -> str:
    """HTML with something done to its texts, but not to tags, scripts, drawings, code or character references."""
    teile = _TEILE.split(html)
    return "".join(was(teil) if n % 3 == 0 else teil for n, teil in enumerate(teile) if n % 3 != 2)
