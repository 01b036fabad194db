"""The page that answers as a snippet: the same table on the web, in the report and in its Word file."""

from __future__ import annotations

from markupsafe import Markup

from macros.ausgabe.kontext import Kontext
from macros.ausgabe.worte.sprechen import wert
from macros.sichten.lagebild import Lagebild


def antworten(k: Kontext, bild: Lagebild, titel: str) -> Markup:
    """A question in each row; unknown is said to be unknown, never to be none."""
    return k.rendere("bausteine/lagebild.html", lagebild=bild, titel=titel, zahlwort=wert)
