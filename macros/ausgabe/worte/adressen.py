"""One permanent address per record, and relative links between pages."""

from __future__ import annotations

import posixpath
from urllib.parse import quote, urlencode

from macros.ausgabe.worte.datenablage import datei_aendern, neue_meldung
from macros.modell.plan import SAMMLUNGEN, Plan


def adresse(sammlung: str, kennung: str) -> str:
    """Address of a record below the root of the site: `massnahmen/x/` or `glossar/#mso`."""
    return SAMMLUNGEN[sammlung].SAMMLUNG.ort(kennung)


def relativ(ziel: str, von: str) -> str:
    """Link from one page address to another, both below the root; `von` ends with `/` or is empty."""
    pfad, _, anker = ziel.partition("#")
    anker = f"#{anker}" if anker else ""
    if anker and pfad == von:
        return anker
    weg = posixpath.relpath(pfad or ".", von or ".")
    weg = "./" if weg == "." else weg
    if (pfad.endswith("/") or not pfad) and not weg.endswith("/"):
        weg += "/"
    return weg + anker


def bearbeiten(plan: Plan, sammlung: str, kennung: str) -> str | None:
    """Address that opens the data file of a record for editing, if the repository is known."""
    datei = "gemeinde.yaml" if sammlung == "gemeinde" else f"{sammlung}/{kennung}.yaml"
    return datei_aendern(plan.gemeinde, f"data/{datei}")


def rueckmeldung(plan: Plan, sammlung: str, kennung: str) -> str | None:
    """Where to write about a record: the town's form, else its mailbox, else an issue; each names the record."""
    betrifft = f"{plan.name(sammlung, kennung)} ({sammlung}/{kennung})"
    g = plan.gemeinde
    if g.rueckmeldung:
        trenner = "&" if "?" in g.rueckmeldung else "?"
        return f"{g.rueckmeldung}{trenner}{urlencode({'betrifft': betrifft})}"
    if g.kontakt and g.kontakt.email:
        return f"mailto:{g.kontakt.email}?{urlencode({'subject': betrifft}, quote_via=quote)}"
    return neue_meldung(g, betrifft)
