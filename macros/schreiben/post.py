"""A mail draft: opens unsent in a mail program, and says the same as plain text for every other one."""

from __future__ import annotations

from collections.abc import Mapping
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256

XLSX = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")


def als_entwurf(betreff: str, text: str, an: str = "", anlagen: Mapping[str, bytes] | None = None) -> bytes:
    """The draft as `.eml`; without an address the line „An“ stays empty. The same content gives the same bytes."""
    brief = EmailMessage(policy=SMTP)
    brief["X-Unsent"] = "1"  # Outlook opens it as a draft
    brief["Subject"] = " ".join(betreff.split())
    if an:
        brief["To"] = an
    brief.set_content(text, charset="utf-8", cte="quoted-printable")
    for name, inhalt in (anlagen or {}).items():
        haupt, unter = XLSX if name.endswith(".xlsx") else ("application", "octet-stream")
        brief.add_attachment(inhalt, maintype=haupt, subtype=unter, filename=name)
    if brief.is_multipart():
        brief.set_boundary(f"=={sha256(text.encode()).hexdigest()[:30]}==")
    return brief.as_bytes()


def als_text(betreff: str, text: str, an: str = "", anlagen: Mapping[str, bytes] | None = None) -> str:
    """The same as text to copy, for a program that opens no `.eml`."""
    kopf = [f"An: {an}" if an else "An: (bitte eintragen)", f"Betreff: {betreff}"]
    kopf += [f"Anlage: {name} (liegt neben dieser Datei)" for name in anlagen or {}]
    return "\n".join(kopf) + f"\n\n{text}"
