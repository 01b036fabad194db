"""The workbooks to take along, on the page for editors: all, and one for every lead."""

from __future__ import annotations

from markupsafe import Markup

from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.worte.dateinamen import dateikopf
from macros.ausgabe.worte.datenablage import hochladen
from macros.sichten.zustaendig import Mappenangebot, mappenangebote

ORDNER = "redaktion/mappen"


def mappenadressen(bau: Bau) -> list[tuple[str, Mappenangebot]]:
    """(address below the root, workbook) of everything that is offered."""
    kopf = dateikopf(bau.plan.gemeinde)
    return [(f"{ORDNER}/{kopf}-{a.datei}", a) for a in mappenangebote(bau.plan, bau.massnahmen)]


def arbeitsmappen(k: Kontext) -> Markup:
    """Links to the workbooks, and the folder at the forge that takes them back, where there is one."""
    ziel = hochladen(k.plan.gemeinde, "eingang")
    return k.rendere("bausteine/arbeitsmappen.html", mappen=mappenadressen(k.bau), hochladen=ziel)
