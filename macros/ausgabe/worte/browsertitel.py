"""The title of a page in the browser's tab and in a list of results: the telling word first, never over 60 letters."""

from __future__ import annotations

HOECHSTENS = 60
"""What lists of results show of a title before they cut it."""


def browsertitel(was: str, art: str, site: str, ort: str, *, art_noetig: bool = False) -> str:
    """`was` with its kind and the site's name, the fullest form that fits; a long one is cut at a word.

    `art_noetig` keeps the kind whatever it costs: pages of an older edition have to name it.
    """
    formen = [[was, art, site], [was, site], [was, art, ort], [was, ort]] if art else [[was, site], [was, ort]]
    for teile in formen:
        titel = " – ".join(dict.fromkeys(t for t in teile if t))
        if len(titel) <= HOECHSTENS and (not art_noetig or art in teile):
            return titel
    ende = f" – {art if art_noetig else ort}"
    return f"{_bis(was, HOECHSTENS - len(ende))}{ende}"


def _bis(text: str, laenge: int) -> str:
    """A text of at most so many letters, cut between words where there is a gap."""
    if len(text) <= laenge:
        return text
    kurz = text[: max(laenge - 1, 12)]
    vorn, luecke, _ = kurz.rpartition(" ")
    return f"{vorn if luecke and len(vorn) > len(kurz) // 2 else kurz}…".replace(",…", "…")
