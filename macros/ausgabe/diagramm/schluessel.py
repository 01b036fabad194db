"""The small pictures of a legend: a field, a stroke with its point, or a point, in the colour of a series."""

from __future__ import annotations

from markupsafe import Markup

from macros.ausgabe.diagramm.farbmarken import farbe

_FORMEN = {
    1: '<circle cx="13" cy="6" r="4"/>',
    2: '<path d="M9.5 2.5h7v7h-7z"/>',
    3: '<path d="m13 1.5 4.5 8.5h-9z"/>',
    4: '<path d="m13 1 4 5-4 5-4-5z"/>',
    5: '<path d="M11.5 2h3v2.5H17v3h-2.5V10h-3V7.5H9v-3h2.5z"/>',
    6: '<path d="m13 10.5 4.5-8.5h-9z"/>',
}
_STRICHE = {2: "7 3", 3: "2 3", 4: "9 3 2 3", 5: "4 2", 6: "1 4"}


def feld(marke: str, kennung: str) -> Markup:
    """A field, as bars are filled."""
    return _bild(Markup('<rect x="1" y="1" width="24" height="10" fill="{}"/>').format(farbe(marke, kennung)))


def strich(marke: str, kennung: str) -> Markup:
    """A stroke with a point, as lines are drawn: dash and shape differ from series to series."""
    nummer = int(marke[-1])
    return _bild(
        Markup('<g fill="{0}" stroke="{0}"><path d="M0 6h26" stroke-width="2"{1}/>{2}</g>').format(
            farbe(marke, kennung),
            Markup(' stroke-dasharray="{}"').format(_STRICHE[nummer]) if nummer in _STRICHE else "",
            Markup(_FORMEN[nummer]),  # noqa: S704 (constants)
        )
    )


def punkt(marke: str, kennung: str) -> Markup:
    """A point, open for the first series and filled for the others."""
    rand = farbe(marke, kennung)
    fuellung = "var(--flaeche)" if marke.endswith("1") else rand
    return _bild(
        Markup('<circle cx="13" cy="6" r="4.5" stroke-width="2" fill="{}" stroke="{}"/>').format(fuellung, rand)
    )


def _bild(innen: Markup) -> Markup:
    return Markup('<svg class="d-schluessel" viewBox="0 0 26 12" aria-hidden="true" focusable="false">{}</svg>').format(
        innen
    )
