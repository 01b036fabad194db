"""The Markdown of data fields: one language for the check and for every page, without raw HTML and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown import Markdown

_OHNE = ("html", "image_link", "image_reference", "short_image_ref", "autolink", "automail")
"""Raw HTML, pictures and addresses in angle brackets: none of them is in the language."""
_MASKIERBAR = frozenset("\\`*_{}[]#|")
"""What Markdown lets a backslash stand before; it knows none before the other signs, and would print it."""
_ALS_ENTITAET = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_FEST = re.compile(r"https?://[^\s/?#]+|mailto:[^\s@]+@\S+")
_LINK = re.compile(r"\[([^\[\]\n]+)\]\([^()\n]*\)")
_ZU_DATENSATZ = re.compile(r"([a-z]+):([a-z0-9-]+)")


def sprache() -> Markdown:
    """A fresh renderer of the language."""
    from markdown import Markdown  # the model is read far more often than a text with a link in it

    md = Markdown(
        extensions=["pymdownx.betterem", "sane_lists", "tables", "footnotes"],
        extension_configs={"pymdownx.betterem": {"smart_enable": "all"}, "footnotes": {"SEPARATOR": "-"}},
        output_format="html",
    )
    md.preprocessors.deregister("html_block")
    for name in _OHNE:
        md.inlinePatterns.deregister(name)
    return md


def maskiert(text: str) -> str:
    """A text as a piece of Markdown in which nothing is markup."""
    return "".join(_ALS_ENTITAET.get(z) or (f"\\{z}" if z in _MASKIERBAR else z) for z in text)


@cache
def _leser() -> tuple[Markdown, list[str]]:
    from markdown.treeprocessors import Treeprocessor

    md, ziele = sprache(), list[str]()

    class Sammler(Treeprocessor):
        def run(self, root: object) -> None:
            ziele.extend(a.get("href", "") for a in root.iter("a"))  # type: ignore[attr-defined]

    md.treeprocessors.register(Sammler(md), "sammler", -1)  # after what stands for escaped signs was put back
    return md, ziele


def linkziele(text: str) -> tuple[str, ...]:
    """Where the links of a text lead, as a browser would see them: in any way of writing them, references too."""
    # Most texts hold no link; they would push those out of the memory that do.
    return _linkziele(text) if "]" in text else ()


@lru_cache(4096)
def _linkziele(text: str) -> tuple[str, ...]:
    md, ziele = _leser()
    ziele.clear()
    md.reset()
    md.convert(text)
    return tuple(ziele)


def link_im_wortlaut(zeile: str) -> str:
    """What is wrong with a line that is shown as it stands and holds a link; nothing where it holds none."""
    if not (treffer := _LINK.search(zeile)):
        return ""
    return (
        f"„{treffer.group()}“: Links gehen in diesem Feld nicht, die Klammern stünden mit da. "
        f"Nur die Worte schreiben: „{treffer[1]}“."
    )


def ist_erlaubt(ziel: str) -> bool:
    """A web address, a mailbox, or a link to a record."""
    return bool(_FEST.match(ziel)) or datensatz(ziel) is not None


def datensatz(ziel: str) -> tuple[str, str] | None:
    """Kind and id of a link to a record, `massnahme:kennung`."""
    from macros.modell.plan import LINKARTEN  # the kinds of record are built from the types that call this

    treffer = _ZU_DATENSATZ.fullmatch(ziel)
    return (treffer[1], treffer[2]) if treffer and treffer[1] in LINKARTEN else None


def verlinkte(text: str) -> Iterator[tuple[str, str]]:
    """Kind and id of every record that a text links to."""
    for ziel in linkziele(text):
        if gemeint := datensatz(ziel):
            yield gemeint
