"""A delivered value that cannot be taken: by which rule, in words, and what to write instead."""

from __future__ import annotations


class Einwand(ValueError):
    """The rule, what is wrong, and what to write; as text both sentences."""

    def __init__(self, regel: str, text: str, vorschlag: str = "") -> None:
        super().__init__(f"{text} {vorschlag}".rstrip())
        self.regel, self.text, self.vorschlag = regel, text, vorschlag


def kurz(text: str) -> str:
    """The beginning of what was typed, for a message."""
    return text.strip()[:40]
