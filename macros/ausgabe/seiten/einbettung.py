"""Pages that show nothing but one picture, for the websites of others: no script, light and dark, as wide as their frame."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.kopfzeilen import RICHTLINIE
from macros.ausgabe.offene_daten.diagrammdateien import Bilddatei, bildangaben, bilddateien
from macros.ausgabe.seite import Datei
from macros.ausgabe.seiten.rahmenhoehe import AB_BREIT, rahmenhoehe
from macros.ausgabe.seiten.stylesheet import bilderstil
from macros.ausgabe.seiten.theme_werte import datenstand

STIL = "assets/css/einbetten.css"
_ZEIGETEXT = re.compile(r"(?<!head>\n)<title>[^<]*</title>(?=</)")
HOECHSTENS = 25_000
"""Bytes of a page."""


def einbettungsseiten(bau: Bau) -> Iterator[Datei]:
    """One page per picture, and the style sheet that they share."""
    yield Datei(STIL, einbettungsstil())
    for indikator in bau.plan.indikatoren:
        for b in bilddateien(bau, indikator):
            k = Kontext(bau, b.seite)
            html = k.rendere(
                "seiten/einbettung.html",
                b=b,
                d=b.diagramm,
                angaben=bildangaben(bau, b),
                stil=k.weg(STIL),
                richtlinie=RICHTLINIE,
                datenstand=datenstand(bau),
            )
            yield Datei(f"{b.seite}index.html", _in_grenzen(str(html)))


def _in_grenzen(html: str) -> str:
    """A page that would be too heavy goes without what pointing at a mark shows; its text says the same."""
    html = html.replace(' data-marke=""', "")  # for scripts alone
    return html if len(html.encode()) <= HOECHSTENS else _ZEIGETEXT.sub("", html)


def einbettungsstil() -> str:
    """Colours and rules of charts, and those of a page that is nothing but one."""
    return f"{bilderstil(Path(STIL).name)}\n"


def rahmen(bau: Bau, b: Bilddatei) -> str:
    """The code with which another website shows a picture; empty while the site has no address."""
    if not bau.adresse:
        return ""
    hoehe = rahmenhoehe(b.diagramm, bildangaben(bau, b), b.schlagzeile)
    return str(Kontext(bau, "").rendere("bausteine/rahmen.html", b=b, h=hoehe, ab=AB_BREIT)).strip()
