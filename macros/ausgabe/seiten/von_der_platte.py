"""A built site as it opens by double click: links that name a file, and one line that says what does not work there."""

from __future__ import annotations

import re

from markupsafe import Markup

from macros.ausgabe.worte.adressen import adresse
from macros.ausgabe.worte.dateinamen import druckdatei
from macros.modell.plan import SAMMLUNGEN
from macros.sichten.unterschied import Unterschied, Wechsel

START = "was-sich-aendert.html"
_HREF = re.compile(r'(<a\b[^>]*?\shref=")([^":#?]*)([#?][^"]*)?(")')
_BODY = re.compile(r"<body\b[^>]*>")
_HINWEIS = Markup(
    '<p class="vorschau-hinweis">Vorschau eines Vorschlags, nicht die veröffentlichte Website. Aus dem Ordner geöffnet, fehlen '
    'Suche, Filter und Symbole; mit „konzept vorschau ORDNER“ ist alles da. <a href="{}">Was sich ändert</a></p>'
)

FEHLERKASTEN = Markup(
    '<div role="alert" class="vorschau-fehler"><p>Das ist der letzte gute Stand. Es ist noch nicht neu gebaut:</p>'
    "<pre>{}</pre></div>"
)
"""What stands over the last good state of a preview while the newest cannot be built."""


def fuer_die_platte(html: str, tiefe: int) -> str:
    """A page whose links to folders lead to their index.html; `tiefe` is how many folders it lies below the root."""
    verlinkt = _HREF.sub(lambda t: f"{t[1]}{_datei(t[2])}{t[3] or ''}{t[4]}", html)
    hinweis = _HINWEIS.format("../" * tiefe + START)
    return _BODY.sub(lambda t: f"{t[0]}\n{hinweis}", verlinkt, count=1)


def _datei(weg: str) -> str:
    if weg.startswith("/") or not weg:
        return weg
    letzter = weg.rsplit("/", 1)[-1]
    if weg.endswith("/"):
        return f"{weg}index.html"
    return f"{weg}/index.html" if letzter in (".", "..") else weg


def geaenderte(u: Unterschied) -> list[tuple[str, str]]:
    """(name, file below the root) of every page of a record that differs, and of the measures' sheets."""
    saetze = [(s.sammlung, s.kennung) for s in u.saetze if s.art is not Wechsel.GELOESCHT]
    saetze += [("massnahmen", b.massnahme) for b in u.berichte] + [("indikatoren", z.indikator) for z in u.zahlen]
    seiten = []
    for sammlung, kennung in dict.fromkeys(saetze):
        typ = SAMMLUNGEN.get(sammlung)
        if typ is None or not typ.SAMMLUNG.hat_seiten or kennung not in u.neu.sammlung(sammlung):
            continue
        ort = adresse(sammlung, kennung)
        seiten.append((u.neu.name(sammlung, kennung), f"{ort}index.html"))
        if sammlung == "massnahmen":
            seiten.append(
                (
                    f"{u.neu.name(sammlung, kennung)} (PDF)",
                    f"pdf/{druckdatei(u.neu.gemeinde, f'steckbriefe/{kennung}.pdf')}",
                )
            )
    return seiten


def vorhandene(u: Unterschied, dateien: frozenset[str]) -> list[tuple[str, str]]:
    """Those that the build has, and the documents that hold all of it."""
    g = u.neu.gemeinde
    immer = (
        ("Startseite", "index.html"),
        ("Konzept (PDF)", f"pdf/{druckdatei(g, 'konzept.pdf')}"),
        ("Bericht (PDF)", f"pdf/{druckdatei(g, 'umsetzungsbericht.pdf')}"),
    )
    return [(name, datei) for name, datei in (*geaenderte(u), *immer) if datei in dateien]
