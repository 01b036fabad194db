"""Plain data as a file has them: text, and lists and mappings of such; nothing is converted yet."""

from __future__ import annotations

Rohwert = str | list["Rohwert"] | dict[str, "Rohwert"]
Rohsatz = dict[str, Rohwert]


def als_satz(wert: Rohwert | None) -> Rohsatz:
    """A value that is a mapping; TypeError for any other."""
    if not isinstance(wert, dict):
        raise TypeError(wert)
    return wert


def als_liste(wert: Rohwert | None) -> list[Rohwert]:
    """A value that is a list; TypeError for any other."""
    if not isinstance(wert, list):
        raise TypeError(wert)
    return wert


def als_wort(wert: Rohwert | None) -> str:
    """A value that is text; TypeError for any other."""
    if not isinstance(wert, str):
        raise TypeError(wert)
    return wert
