"""What a German Excel would take a text of a CSV file for, and how it stays the text that it is."""

from __future__ import annotations

import re

_FORMELANFANG = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""The wide ones are typed in East Asia, where spreadsheets take them for the others."""
_ZIFFERN = re.compile(r"[0-9][0-9.,:/ \-]*(?:[eE][+-]?[0-9]+)?(?: ?[%€])?")
_TAG_IN_WORTEN = re.compile(
    r"(?:[0-9]{1,2}[. -]{0,2})?(?:jan|feb|mär|mrz|apr|mai|jun|jul|aug|sep|okt|nov|dez)[a-zä]*\.?[ -]?(?:[0-9]{2}|[0-9]{4})?", re.I
)  # fmt: skip
_EINE_ZAHL = re.compile(r"(?:0|[1-9][0-9]{0,14})")
_EIN_TAG = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def entschaerft(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe goes before `=`, `+`, `-`, `@` and an empty line.

    A single sign stays as it is: it cannot be a formula, and `-` is a sign of DIN 55301.
    """
    return f"'{text}" if len(text) > 1 and text.startswith(_FORMELANFANG) else text


def als_excelzelle(text: str) -> str:
    """A text for a CSV that Excel opens: „4.1“, „2011/12“, „01234567“ become `="4.1"`, since a day or a number is no text.

    A whole number and a day in the spelling of the data may become what they are.
    """
    if _EINE_ZAHL.fullmatch(text) or _EIN_TAG.fullmatch(text):
        return text
    if _ZIFFERN.fullmatch(text) or (_TAG_IN_WORTEN.fullmatch(text) and re.search("[0-9]", text)):
        return f'="{text}"'
    return entschaerft(text)


def ohne_excelzelle(text: str) -> str:
    """What `als_excelzelle` wrote, as the text it was; any other text as it is."""
    return text[2:-1] if len(text) > 3 and text.startswith('="') and text.endswith('"') else text
