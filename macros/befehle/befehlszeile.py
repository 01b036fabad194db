"""argparse in German: its own words in help and messages, which it has only in English."""

from __future__ import annotations

import argparse
from typing import Any

WORTE = {
    "usage: ": "Aufruf: ",
    "positional arguments": "Angaben",
    "options": "Optionen",
    "show this help message and exit": "zeigt diese Hilfe",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "the following arguments are required: %s": "Es fehlt: %s",
    "one of the arguments %s is required": "Nötig ist eine der Angaben %s",
    "unrecognized arguments: %s": "Das versteht der Befehl nicht: %s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s ist mehrdeutig: %(matches)s",
    "unexpected option string: %s": "Diese Option gibt es nicht: %s",
    "not allowed with argument %s": "geht nicht zusammen mit %s",
    "ignored explicit argument %r": "nimmt keinen Wert, auch nicht %r",
    "expected one argument": "Hier fehlt eine Angabe",
    "expected at most one argument": "Hier passt höchstens eine Angabe",
    "expected at least one argument": "Hier fehlt mindestens eine Angabe",
    "expected %s argument": "Hier fehlt %s Angabe",
    "expected %s arguments": "Hier fehlen %s Angaben",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r gibt es nicht. Möglich: %(choices)s",
    "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)": (
        "%(value)r gibt es nicht. Meinten Sie %(closest)r? Möglich: %(choices)s"
    ),
    "invalid %(type)s value: %(value)r": "%(value)r passt hier nicht",
    "unknown parser %(parser_name)r (choices: %(choices)s)": "%(parser_name)r gibt es nicht. Möglich: %(choices)s",
}


def sprich_deutsch() -> None:
    """From now on every parser of this process speaks German."""
    argparse._ = _uebersetze  # type: ignore[attr-defined]
    argparse.ngettext = _uebersetze_anzahl  # type: ignore[attr-defined]


def _uebersetze(text: str) -> str:
    return WORTE.get(text, text)


def _uebersetze_anzahl(eins: str, mehrere: str, anzahl: int) -> str:
    return _uebersetze(eins if anzahl == 1 else mehrere)


class Befehlszeile(argparse.ArgumentParser):
    """Keeps the line breaks of its texts; takes no shortened options, so that no script breaks at a new one."""

    def __init__(self, **angaben: Any) -> None:
        form = {"formatter_class": argparse.RawDescriptionHelpFormatter, "allow_abbrev": False}
        super().__init__(**{**form, **angaben})


def unterbefehl(befehle: argparse._SubParsersAction[Befehlszeile], name: str, hilfe: str) -> Befehlszeile:
    """A further command; its line in the list of commands, as a sentence, opens its own help."""
    return befehle.add_parser(name, help=hilfe, description=f"{hilfe[0].upper()}{hilfe[1:]}.")
