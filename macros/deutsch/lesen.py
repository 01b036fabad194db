"""What a reader meets in a text: its plain words and sentences, without markup."""

from __future__ import annotations

import re

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_FUSSNOTE = re.compile(r"\[\^[^\]]+\]")
_ADRESSE = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
_STERN = re.compile(r"(?<=\w)[*:_](?=inn?(?:en)?(?!\w)|innen|[rn]\b)")
_AUSZEICHNUNG = re.compile(r"\*{1,3}|`+|^\s*(?:#{1,6}|>|[-+]|\d+\.)\s+", re.M)
_BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-+*]|\d+\.|#{1,6}|\|)\s)")
_ABKUERZUNG = re.compile(
    r"\b(?:z\. ?B|u\. ?a|d\. ?h|ggf|inkl|bzw|insb|Nr|Abs|Abb|Art|Tab|Kap|ca|vgl|usw|etc|S|St|Dr|lit|ebd|Hrsg|Mio|Mrd|Std|Jg|Bd|Aufl|Str|Tel)\.(?!\w)"
)
_ORDNUNGSZAHL = re.compile(
    r"(\b\d{1,2})\.(?=\s+(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|[a-zäöü]))"
)
_SATZENDE = re.compile(r"(?<=[.!?…])[“”\"')]*\s+(?=[„\"(]?[A-ZÄÖÜ0-9])")
_WORT = re.compile(r"(?<![\w-])[^\W\d_]+(?:[-’'][^\W\d_]+)*(?![\w-])")
_PLATZHALTER = "\x00"


def klartext(text: str) -> str:
    """A text without Markdown, addresses and the gender sign: „[Bürger\\*innen](…)“ is „Bürgerinnen“."""
    ohne = _FUSSNOTE.sub("", _LINK.sub(r"\1", text))
    ohne = _STERN.sub("", _ADRESSE.sub(" ", ohne).replace("\\*", "*"))
    return _AUSZEICHNUNG.sub("", ohne)


def saetze(text: str) -> list[str]:
    """The sentences of a text; a list item, a heading and a paragraph end one, an abbreviation and a date do not."""
    gefunden: list[str] = []
    for block in _BLOCK.split(text):
        flach = re.sub(r"\s+", " ", klartext(block)).strip()
        fest = _ORDNUNGSZAHL.sub(rf"\1{_PLATZHALTER}", _ABKUERZUNG.sub(_ohne_punkt, flach))
        gefunden += [s.replace(_PLATZHALTER, ".") for s in _SATZENDE.split(fest) if re.search(r"\w", s)]
    return gefunden


def _ohne_punkt(treffer: re.Match[str]) -> str:
    return treffer.group().replace(".", _PLATZHALTER)


def wortzahl(satz: str) -> int:
    """How many words a sentence has; figures count as words, „§ 4“ and „12 %“ as two."""
    return len(re.findall(r"[\w%§][\w.,’'/-]*", satz))


def woerter(text: str) -> list[str]:
    """The words of a text for a spelling check, in order.

    Left out: abbreviations (with points, or in capitals: „SGB“, „MSOs“) and halves („Sprach-“, „-hilfe“).
    """
    return [w for w in _WORT.findall(_ABKUERZUNG.sub(" ", klartext(text))) if not w.removesuffix("s").isupper()]
