"""The title of a page in the browser's tab and in a list of results: the telling word first, never over 60 letters."""

from __future__ import annotations

HOECHSTENS = 60
"""What lists of results show of a title before they cut it."""


def browsertitel(was: str, art: str, site: str, ort: str) -> str:
    """`was` with its kind, edition or chapter and the site's name, the fullest form that fits; else `was` is cut.

    The kind stays: it tells apart what is called alike.
    """
    for teile in ((was, art, site), (was, art, ort)):
        titel = " – ".join(dict.fromkeys(t for t in teile if t))
        if len(titel) <= HOECHSTENS:
            return titel
    ende = f" – {_bis(art or ort, HOECHSTENS - 16)}"
    return f"{_bis(was, HOECHSTENS - len(ende))}{ende}"


def _bis(text: str, laenge: int) -> str:
    """A text of at most so many letters, cut between words where there is a gap."""
    if len(text) <= laenge:
        return text
    kurz = text[: max(laenge - 1, 12)]
    vorn, luecke, _ = kurz.rpartition(" ")
    return f"{vorn if luecke and len(vorn) > len(kurz) // 2 else kurz}…".replace(",…", "…")
