"""Takes out of the theme's HTML what nothing on the page uses, and lets its skip link lead to the content."""

from __future__ import annotations

import re

_UEBERBLEIBSEL = re.compile(
    r'\s*(?:<input class="md-toggle"[^>]*>|<label class="md-overlay"[^>]*></label>'
    r'|<div data-md-component="announce">\s*</div>|<div class="md-dialog".*?</div>\s*</div>)',
    re.DOTALL,
)
_SPRUNG = re.compile(r'<div data-md-component="skip">.*?</div>', re.DOTALL)
SPRUNGWORT = "Zum Inhalt springen"
_NEUER_SPRUNG = '<a href="#inhalt" class="md-skip">Zum Inhalt springen</a>'
_ANKER = 'class="headerlink"'
_STILLER_ANKER = 'class="headerlink" aria-hidden="true" tabindex="-1"'
"""The sign beside a heading, for a mouse to copy its address: a heading that is read out does not end with „number sign“."""
_HAUPTTEIL = '<main class="md-main"'
_LISTE = "data-matrix"
_QUER = '<body class="quer" '
"""Lists with many columns print in landscape."""
_ZIEL = '<main id="inhalt" tabindex="-1" class="md-main"'


def bessere_nach(html: str) -> str:
    """Page with a skip link to its content everywhere, and without the controls of the theme's own script."""
    vorn, da, rest = html.partition(_HAUPTTEIL)
    if not da:
        return html
    inhalt, ende, hinten = rest.rpartition("</main>")
    if _LISTE in inhalt:
        vorn = vorn.replace("<body ", _QUER, 1)
    vorn = _SPRUNG.sub(_NEUER_SPRUNG, _UEBERBLEIBSEL.sub("", vorn), count=1)
    inhalt = inhalt.replace(_ANKER, _STILLER_ANKER)
    return "".join((vorn, _ZIEL, inhalt, ende, _UEBERBLEIBSEL.sub("", hinten)))
