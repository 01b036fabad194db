"""What the page of another language shows: its chapters, with figures and days written its way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from macros.ausgabe.kontext import Kontext
from macros.ausgabe.seiten.sprachteile import begriffsblaetter, feldblaetter, zahlen
from macros.ausgabe.worte.deutsch_im_text import fremd
from macros.ausgabe.worte.fremdsprachen import Schreibart, schreibart
from macros.modell.plan import Plan
from macros.modell.platzhalter import Platzhalter, Platzhalterart
from macros.modell.sprache import Sprache, Sprachteil
from macros.sichten.sprachkapitel import Berichte, Kapitelstand, berichte, kapitelstaende


@dataclass(frozen=True, slots=True)
class Sprachkapitel:
    """A chapter as it stands on the page; `veraltet` where the German text is newer."""

    titel: str
    text: Markup
    veraltet: bool
    teil: str
    bild: str
    zahlen: tuple[str, ...]
    """The indicators whose figures stand in it first."""


def sprachseite(k: Kontext, satz: Sprache) -> Mapping[str, object]:
    """Values for `sprache.md`."""
    stand = berichte(k.bau.massnahmen, k.bau.lagen)
    art, plan = schreibart(satz.code), k.bau.mit_vorbereitung.plan  # a template may be of an edition in preparation
    erste = zahlen(k.plan, satz)
    teile = {kapitel.teil for kapitel in satz.kapitel}
    return {
        "kapitel": [
            Sprachkapitel(
                s.kapitel.titel,
                fremd(k.md(ausgefuellt(plan, art, stand, s)), satz.code, k.plan),
                s.veraltet,
                s.kapitel.teil.value if s.kapitel.teil else "",
                s.kapitel.bild.value if s.kapitel.bild else "",
                tuple(i for i, n in erste.items() if satz.kapitel[n] is s.kapitel),
            )
            for s in kapitelstaende(plan, stand.lage, satz, k.bau.stichtag)
        ],
        "felder": feldblaetter(k, satz) if Sprachteil.MASSNAHMEN in teile else [],
        "begriffe": begriffsblaetter(k, satz) if Sprachteil.GLOSSAR in teile else [],
        "fremd": lambda html: fremd(html, satz.code, k.plan),
    }


def ausgefuellt(plan: Plan, art: Schreibart, stand: Berichte, s: Kapitelstand) -> str:
    """The text of a chapter with an answer in the place of every placeholder."""
    text = s.kapitel.text
    for p in s.platzhalter:
        # A number and a dot at the beginning of a line would be a list in Markdown.
        text = text.replace(p.wort, _antwort(plan, art, stand, s, p).replace(". ", "\\. "), 1)
    return text


def _antwort(plan: Plan, art: Schreibart, stand: Berichte, s: Kapitelstand, p: Platzhalter) -> str:
    match p.art:
        case Platzhalterart.ZAHL:
            return art.zahl(plan.indikatoren[p.indikator], s.fuellung.zahlen[p])
        case Platzhalterart.GANZ:
            return art.ganze(s.fuellung.zahlen[p])
        case Platzhalterart.STICHTAG:
            return art.zeit(s.fuellung.stichtage[p.indikator])
        case Platzhalterart.STICHTAG_NENNER:
            return art.zeit(s.fuellung.nenner.get(p.indikator) or s.fuellung.stichtage[p.indikator])
        case Platzhalterart.MASSNAHMEN:
            return art.ganze(stand.massnahmen)
        case Platzhalterart.BERICHTET:
            return art.ganze(stand.berichtet)
        case Platzhalterart.NEUESTER_BERICHT:
            return art.tag(stand.neuester) if stand.neuester else ""
