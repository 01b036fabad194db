"""Generated pages that belong to no single record: one per state, one per answer to „Wer bin ich?“."""

from __future__ import annotations

from collections.abc import Iterator

from macros.ausgabe.bausteine.listen import tabelle_massnahmen
from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.seite import Seite
from macros.sichten.betroffen import betroffen
from macros.sichten.umsetzung import STANDARTEN


def standseiten(bau: Bau) -> Iterator[Seite]:
    """One list per state of the edition in force, also of states that do not occur: addresses stay."""
    for art in STANDARTEN:
        k = Kontext(bau, art.adresse)
        auswahl = [m for m in bau.massnahmen if bau.lagen[m.id].kennung == art.kennung]
        tabelle = tabelle_massnahmen(k, auswahl, f"Maßnahmen: {art.bezeichnung}") if auswahl else None
        yield Seite(
            adresse=art.adresse,
            titel=f"Maßnahmen mit dem Stand „{art.bezeichnung}“",
            inhalt=k.rendere("seiten/umsetzung_stand.md", art=art, tabelle=tabelle, standarten=STANDARTEN),
            kopf={"hide": ["navigation", "toc"]},
        )


def antwortseiten(bau: Bau) -> Iterator[Seite]:
    """One page per answer to „Wer bin ich?“."""
    for antwort in betroffen(bau.plan, bau.bezuege):
        k = Kontext(bau, antwort.adresse)
        inhalt = k.rendere("seiten/betrifft_antwort.md", a=antwort)
        yield Seite(
            adresse=antwort.adresse,
            titel=f"{antwort.anrede}: Was betrifft mich?",
            inhalt=f"{inhalt}\n{k.begriffskarten()}\n",
            kopf={"hide": ["navigation"]},
        )
