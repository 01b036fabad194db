"""Words in another script carry a language, so that the typesetter shapes them and a screen reader speaks them."""

from __future__ import annotations

import re
from itertools import groupby

from macros.ausgabe.druck.satz.baumgang import mit_kindern
from macros.ausgabe.druck.satz.knoten import Knoten, Knotenfolge, Spanne

_SCHRIFTEN = {
    "ar": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "he": "\u0590-\u05ff\ufb1d-\ufb4f",
    "hy": "\u0530-\u058f",
    "ka": "\u10a0-\u10ff\u1c90-\u1cbf",
    "am": "\u1200-\u139f\u2d80-\u2ddf",
    "hi": "\u0900-\u097f",
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "or": "\u0b00-\u0b7f",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "th": "\u0e00-\u0e7f",
    "lo": "\u0e80-\u0eff",
    "my": "\u1000-\u109f",
    "km": "\u1780-\u17ff",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "ru": "\u0400-\u052f",
    "ko": "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff",
    "zh": "\u2e80-\u312f\u31a0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff9f\U00020000-\U0003ffff",
}
"""The language that a script stands for where its letters do not say which it is."""
_EIGENE = (
    ("ckb", "ar", re.compile("[ەڕڵۆێ]")),
    ("ps", "ar", re.compile("[ټډړښځڅږڼې]")),
    ("ur", "ar", re.compile("[ٹڈڑےں]")),
    ("fa", "ar", re.compile("[پچژگکی]")),
    ("ti", "am", re.compile("[ቐ-ቝኣ]|ትግርኛ")),
    ("ja", "zh", re.compile("[\u3041-\u30ff\uff66-\uff9f]")),
    ("uk", "ru", re.compile("[іїєґІЇЄҐ]")),
)
"""Letters that only one of the languages of a script has, the surest first."""
_LAUF = re.compile(
    "|".join(
        f"(?P<{sprache}>[{zeichen}](?:[{zeichen}\u0300-\u036f\u200c\u200d .,:;!?()-]*[{zeichen}\u0300-\u036f])?)"
        for sprache, zeichen in _SCHRIFTEN.items()
    )
)


def laeufe(text: str) -> list[tuple[str, str]]:
    """(language, text) of each run, in order; the language is empty for Latin letters."""
    gefunden: list[tuple[str, str]] = []
    ende = 0
    for treffer in _LAUF.finditer(text):
        schrift = str(treffer.lastgroup)
        sprache = next((s for s, an, m in _EIGENE if an == schrift and m.search(treffer.group())), schrift)
        gefunden += [("", text[ende : treffer.start()]), (sprache, treffer.group())]
        ende = treffer.end()
    gefunden.append(("", text[ende:]))
    return [(s, "".join(t for _, t in teile)) for s, teile in groupby((x for x in gefunden if x[1]), lambda x: x[0])]


def mit_sprache(folge: Knotenfolge) -> Knotenfolge:
    """The same tree with a span of its language around every run of another script; what has one already keeps it."""
    neu: list[Knoten] = []
    for knoten in folge:
        if isinstance(knoten, str):
            neu += [Spanne((t,), sprache=s) if s else t for s, t in laeufe(knoten)]
        else:
            neu.append(knoten if knoten.sprache else mit_kindern(knoten, mit_sprache))
    return tuple(neu)
