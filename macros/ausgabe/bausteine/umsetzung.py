"""What pages show about progress: state, changes, editions, and what concerns a visitor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from macros.ausgabe.bausteine.lagebild import antworten
from macros.ausgabe.bausteine.listen import tabelle_aenderungen
from macros.ausgabe.kontext import Kontext
from macros.ausgabe.melden.vergleich import feldsatz
from macros.ausgabe.offene_daten.feed import feedadresse
from macros.ausgabe.offene_daten.kalender import kalenderadresse
from macros.modell.geltung import Geltung, saetze_der_fassung
from macros.modell.massnahme import Massnahme
from macros.modell.plan import SAMMLUNGEN
from macros.sichten import aenderungen as geschichte
from macros.sichten.abzug import damals_fuer
from macros.sichten.betroffen import Betroffen, betroffen
from macros.sichten.kalendertage import Tagesart, hat_tage, kalendertage
from macros.sichten.lagebild import lagebild
from macros.sichten.synopse import fassungswechsel, synopse
from macros.sichten.synopse_texte import textsynopsen
from macros.sichten.umsetzung import STANDARTEN
from macros.sichten.umsetzung import umsetzung as stand_der_dinge

_GRUPPEN = (
    (1, "fertig oder auf Dauer", ("umgesetzt", "daueraufgabe")),
    (2, "in Arbeit", ("in_vorbereitung", "in_umsetzung")),
    (3, "beschlossen, noch nicht begonnen", ("beschlossen",)),
    (4, "Idee", ("vorgeschlagen",)),
    (5, "ausgesetzt", ("ausgesetzt",)),
    (6, "aufgegeben", ("nicht_weiterverfolgt",)),
    (7, "noch nicht berichtet", ("nicht_berichtet",)),
)


@dataclass(frozen=True, slots=True)
class Balkenteil:
    """A piece of a bar: its pattern, words and count, and where it lies between 0 and 100."""

    muster: int
    name: str
    anzahl: int
    von: float
    bis: float


def balken(je_stand: Mapping[str, int]) -> list[Balkenteil]:
    """Counts per state as a bar of up to seven pieces; nothing where nothing is counted."""
    summe = sum(je_stand.values())
    teile: list[Balkenteil] = []
    von = 0
    for muster, name, staende in _GRUPPEN:
        if anzahl := sum(je_stand.get(s, 0) for s in staende):
            teile.append(
                Balkenteil(muster, name, anzahl, round(100 * von / summe, 2), round(100 * (von + anzahl) / summe, 2))
            )
            von += anzahl
    return teile


def umsetzung(k: Kontext) -> Markup:
    """State of the current edition: totals, what changed last, what is late, what is not known."""
    fassung = k.bau.fassung
    if fassung is None:
        return k.rendere("bausteine/umsetzung_leer.html")
    u = stand_der_dinge(k.plan, k.bau.lagen, fassung.id)
    damals = damals_fuer(k.plan, k.bau.stichtag)
    bild = lagebild(k.plan, k.bau.lagen, k.bau.massnahmen, k.bau.stichtag, damals)
    return k.rendere(
        "bausteine/umsetzung.html",
        u=u,
        fassung=fassung,
        antworten=antworten(k, bild, "Stand, Termine, Geld und offene Fragen") if u.anzahl else "",
        verspaetungen=bild.verspaetungen,
        balken=balken,
        standarten=STANDARTEN,
        lagen=k.bau.lagen,
        neues=geschichte.aenderungen(k.plan, k.bau.stichtag),
        nur_zahlen=_nur_zahlen(k),
        kalender=[("Alle Termine", kalenderadresse())]
        + [
            (f.name, kalenderadresse("handlungsfeld", f.id))
            for f in k.plan.handlungsfelder.values()
            if any(m.handlungsfeld == f.id and hat_tage(m) for m in k.bau.massnahmen)
        ],
    )


def _nur_zahlen(k: Kontext) -> bool:
    """Whether the calendar holds no day of any measure, report or edition."""
    return all(t.art is Tagesart.ZAHL for t in kalendertage(k.plan, k.bau.stichtag))


def aenderungen(k: Kontext) -> Markup:
    """All changes as one table, with the feeds."""
    liste = geschichte.aenderungen(k.plan, k.bau.stichtag)
    feeds = [(f.name, feedadresse(f.id)) for f in k.plan.handlungsfelder.values()]
    tabelle = tabelle_aenderungen(k, liste, "Änderungen") if liste else Markup("")
    return k.rendere("bausteine/aenderungen.html", tabelle=tabelle, feeds=feeds, alle=feedadresse())


def neues(k: Kontext) -> Markup:
    """The three newest changes, or the sentence that nothing was reported yet."""
    liste = geschichte.aenderungen(k.plan, k.bau.stichtag)
    return k.rendere("bausteine/neues.html", liste=liste[:3], anzahl=len(liste))


def fassungen(k: Kontext) -> Markup:
    """Editions of the concept, newest first, each compared with the one before it; also those in preparation."""
    bau = k.bau.mit_vorbereitung
    alle = list(reversed(list(bau.plan.fassungen.values())))
    entwuerfe = {
        f.id: [
            (name, SAMMLUNGEN[name].SAMMLUNG.mehrzahl, saetze_der_fassung(bau.plan, name, f.id))
            for name in ("konzept", "herausforderungen", "massnahmen")
        ]
        for f in alle
        if bau.geltungen[f.id] is Geltung.IN_VORBEREITUNG
    }
    return k.im(bau).rendere(
        "bausteine/fassungen.html",
        fassungen=alle,
        entwuerfe=entwuerfe,
        wechsel=partial(fassungswechsel, bau.plan),
        feldsaetze=lambda w: [feldsatz(bau.plan, bau.plan, Massnahme, f) for f in w.felder],
        textsaetze=lambda sammlung, w: [feldsatz(bau.plan, bau.plan, SAMMLUNGEN[sammlung], f) for f in w.felder],
        texte=lambda s: textsynopsen(bau.plan, s.alt.id, s.neu.id),
        synopsen=[s for f in alle if (s := synopse(bau.plan, f.id))],
    )


def betrifft_mich(k: Kontext) -> Markup:
    """All answers to „Wer bin ich?“; with JavaScript several can be chosen at once."""
    antworten = betroffen(k.plan, k.bau.bezuege)
    return k.rendere(
        "bausteine/betrifft.html",
        lagen=list(k.plan.lebenslagen.values()),
        gruppen=anredegruppen(antworten),
        antworten=antworten,
        je=_je_satz(antworten),
    )


def anredegruppen(antworten: list[Betroffen]) -> list[tuple[str, list[Betroffen]]]:
    """Answers of people („Ich …“), of organisations („Wir …“), and all others."""
    je: dict[str, list[Betroffen]] = {"Ich": [], "Wir": [], "": []}
    for a in antworten:
        erstes = a.anrede.split(" ", 1)[0]
        je[erstes if erstes in je else ""].append(a)
    namen = {"Ich": "Ich frage für mich", "Wir": "Wir fragen als Organisation", "": "Weitere"}
    return [(namen[wort], liste) for wort, liste in je.items() if liste]


def _je_satz(antworten: list[Betroffen]) -> dict[str, dict[str, list[str]]]:
    """Collection -> record -> ids of the answers it concerns."""
    je: dict[str, dict[str, list[str]]] = {"massnahmen": {}, "auch": {}, "herausforderungen": {}, "indikatoren": {}}
    for a in antworten:
        for t in a.massnahmen:
            je["massnahmen"].setdefault(t.kennung, []).append(a.id)
        for m in a.auch:
            je["auch"].setdefault(m, []).append(a.id)
        for t in a.herausforderungen:
            je["herausforderungen"].setdefault(t.kennung, []).append(a.id)
        for i in a.indikatoren:
            je["indikatoren"].setdefault(i, []).append(a.id)
    return je
