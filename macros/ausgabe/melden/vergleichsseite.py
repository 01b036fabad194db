"""The page „Was sich ändert“: sentences, then charts and tables before and after; it needs no other file."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from macros.ausgabe.melden.gegenueber import gegenueber
from macros.ausgabe.melden.vergleich import KEINER, abschnitte, als_markdown, als_text
from macros.ausgabe.seiten.stylesheet import bilderstil
from macros.ausgabe.umgebung import UMGEBUNG
from macros.sichten.unterschied import Unterschied

FORMATE = ("text", "markdown", "html")


def als_html(u: Unterschied, seiten: Sequence[tuple[str, str]] = ()) -> str:
    """One page that needs nothing else; `seiten` are names and files to look at beside it."""
    return UMGEBUNG.get_template("bausteine/vergleich.html").render(
        abschnitte=abschnitte(u),
        gegenueber=gegenueber(u),
        titel=u.neu.gemeinde.titel,
        keiner=KEINER,
        seiten=seiten,
        stil=Markup(bilderstil("gegenueber.css")),  # noqa: S704 (our own style sheets)
    )


def als_format(u: Unterschied, format: str) -> str:
    """One of FORMATE."""
    return {"text": als_text, "markdown": als_markdown, "html": als_html}[format](u)
