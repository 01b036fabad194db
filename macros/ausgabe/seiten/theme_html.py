"""Mends what the theme's own HTML gets wrong, so that pages pass the HTML checker."""

from __future__ import annotations

import re

_SCHALTER = re.compile(r'(<input class="md-toggle[^>]*?type="checkbox"[^>]*?) autocomplete="off"')
_TITEL = re.compile(r'<label class="md-nav__title" for="__toc">(.*?)</label>', re.DOTALL)
_SPRUNG = re.compile(r'<div data-md-component="skip">.*?</div>', re.DOTALL)


def bessere_nach(html: str) -> str:
    """Page with a skip link to its content everywhere, without `autocomplete` on checkboxes,
    and without a label whose control the page lacks.
    """
    sprung = '<div data-md-component="skip"><a href="#inhalt" class="md-skip">Zum Inhalt springen</a></div>'
    html = _SPRUNG.sub(sprung, html, count=1)
    html = html.replace('<main class="md-main"', '<main id="inhalt" tabindex="-1" class="md-main"', 1)
    html = _SCHALTER.sub(r"\1", html)
    if 'id="__toc"' not in html:
        html = _TITEL.sub(r'<p class="md-nav__title">\1</p>', html)
    return html
