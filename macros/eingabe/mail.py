"""A mail as it was saved, taken apart: only one that takes little time to take apart."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

TEILE, KOPFZEILEN = 500, 5_000
"""A mail program writes a few dozen; the parser takes its time for each."""
_TEIL = re.compile(rb"^--", re.M)
_KOPFZEILE = re.compile(rb"^[!-9;-~]+:", re.M)


class Unlesbar(ValueError):
    """No mail, or one that would keep the machine busy."""


def lies_mail(roh: bytes) -> EmailMessage:
    """The mail; raises Unlesbar."""
    if _mehr_als(_TEIL, roh, TEILE) or _mehr_als(_KOPFZEILE, roh, KOPFZEILEN):
        raise Unlesbar
    try:
        return message_from_bytes(roh, policy=default)
    except Exception as fehler:
        # The parser raises what it likes on hostile mails.
        raise Unlesbar from fehler


def _mehr_als(muster: re.Pattern[bytes], roh: bytes, hoechstens: int) -> bool:
    return any(nummer >= hoechstens for nummer, _ in enumerate(muster.finditer(roh)))
