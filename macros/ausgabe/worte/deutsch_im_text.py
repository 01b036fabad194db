"""German words inside a text of another language say that they are German, so that no other voice reads them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from markupsafe import Markup, escape

from macros.modell.plan import Plan

_MARKE = re.compile(r"(<[^>]*>)")
_LATEINISCH = re.compile(r"[A-Za-zÄÖÜäöüß][A-Za-zÄÖÜäöüß0-9*]*(?:[\s‑–/.-]+[A-Za-zÄÖÜäöüß][A-Za-zÄÖÜäöüß0-9*]*)*\??")
"""A run of Latin words with its question mark: in a text from right to left it would else stand before its question."""
_MARKIERT = '<span lang="de" dir="ltr">{}</span>'


def fremd(html: str, code: str, plan: Plan) -> Markup:
    """HTML of a text in another language with its German runs marked: stressed words, names of the concept, Latin script.

    German itself, in easy words too, stays as it is.
    """
    if code.split("-")[0] == "de":
        return Markup(html)  # noqa: S704 (rendered by our own Markdown)
    muster = _namen(tuple(h.name for h in plan.handlungsfelder.values()))
    anders = _anderes_alphabet(html)
    teile, im_wort = [], 0
    for stueck in _MARKE.split(str(html).replace("<em>", '<em lang="de">')):
        if stueck.startswith("<"):
            if stueck.startswith(("<em", "<code")) or 'lang="de"' in stueck:
                im_wort += 1
            elif im_wort and stueck.startswith(("</em", "</code", "</span")):
                im_wort -= 1
            teile.append(stueck)
        elif im_wort:
            teile.append(stueck)
        else:
            teile.append((_LATEINISCH if anders else muster).sub(_markiere, stueck))
    return Markup("".join(teile))  # noqa: S704 (marks added to escaped HTML)


def _markiere(treffer: re.Match[str]) -> str:
    if treffer.string[max(treffer.start() - 1, 0) : treffer.start()] == "&":
        return treffer[0]  # the name of an entity
    return _MARKIERT.format(treffer[0])


@lru_cache(8)
def _namen(namen: tuple[str, ...]) -> re.Pattern[str]:
    worte = sorted((str(escape(n)) for n in namen), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, worte)) or '(?!)'})(?!\w)")


def _anderes_alphabet(html: str) -> bool:
    """True where most letters of a text are not Latin."""
    buchstaben = [z for z in _MARKE.sub("", html) if z.isalpha()][:400]
    latein = sum("LATIN" in unicodedata.name(z, "") for z in buchstaben)
    return latein * 2 < len(buchstaben)
