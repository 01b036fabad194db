"""A mail draft: opens unsent in a mail program, and says the same as plain text for every other one."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256
from pathlib import Path

from macros.modell.plan import Plan
from macros.schreiben.ablegen import schreibe_datei

_ADRESSE = re.compile(r"[^@\s<>,;\"]+@[^@\s<>,;\"]+\.[a-z]{2,}")
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


def schreibe_brief(stamm: Path, betreff: str, text: str, an: str = "", mappe: bytes | None = None) -> None:
    """A letter as draft and as text, with its workbook beside it."""
    anlagen = {f"{stamm.name}.xlsx": mappe} if mappe is not None else {}
    schreibe_datei(stamm.with_name(f"{stamm.name}.eml"), als_entwurf(betreff, text, an, anlagen))
    schreibe_datei(stamm.with_name(f"{stamm.name}.txt"), als_text(betreff, text, an, anlagen))
    if mappe is not None:
        schreibe_datei(stamm.with_name(f"{stamm.name}.xlsx"), mappe)


def gruss(plan: Plan) -> str:
    """How a letter of the town ends: with the office, never with a person."""
    g = plan.gemeinde
    return f"Freundliche Grüße\n{g.kontakt.stelle if g.kontakt else g.titel}\n"


class KeineAdresse(Exception):
    """An address was given that is none, or for nobody who is written to; the message says so."""


def lies_adressen(angaben: Sequence[str], kennungen: Collection[str]) -> dict[str, str]:
    """`amt=amt@example.org` as often as wanted -> id and address; raises KeineAdresse."""
    adressen = {}
    for angabe in angaben:
        kennung, _, adresse = angabe.partition("=")
        if kennung not in kennungen:
            raise KeineAdresse(f"„{kennung}“ bekommt keinen Brief. Möglich: {', '.join(kennungen)}")
        if not _ADRESSE.fullmatch(adresse):
            rat = f"Erwartet wird zum Beispiel {kennung}=amt@example.org."
            raise KeineAdresse(f"„{adresse}“ ist keine E-Mail-Adresse. {rat}")
        adressen[kennung] = adresse
    return adressen
