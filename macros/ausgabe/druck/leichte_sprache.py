"""The page in Leichte Sprache for paper: large letters, one sentence a line, pictures beside the headings."""

from __future__ import annotations

from macros.ausgabe.druck.dokument import Dokument, Teil
from macros.ausgabe.druck.druckkontext import Druckkontext
from macros.ausgabe.kontext import Bau
from macros.ausgabe.seiten.sprache import sprachseite
from macros.ausgabe.worte.adressen import adresse
from macros.modell.sprache import Sprache

NAME = "leichte-sprache"


def in_leichter_sprache(bau: Bau) -> Sprache | None:
    """The first language of the data that is Leichte Sprache."""
    return next((s for s in bau.plan.sprachen.values() if s.ist_leicht), None)


def leichte_sprache(bau: Bau) -> list[Dokument]:
    """The document; none where the data have no Leichte Sprache."""
    satz = in_leichter_sprache(bau)
    if satz is None:
        return []
    k = Druckkontext(bau, "", mit_begriffen=False)
    html = k.rendere("druck/leichte_sprache.html", satz=satz, **sprachseite(k, satz))
    return [
        Dokument(
            name=NAME,
            titel=satz.titel,
            untertitel=f"{bau.plan.gemeinde.titel} in Leichter Sprache",
            teile=[Teil(html, neu=False)],
            seite=adresse("sprachen", satz.id),
            textart="" if satz.geprueft else "ungeprüfte Arbeitsfassung",
            gross=True,
        )
    ]
