"""What a kind of page shows beyond its record; a kind that is not named here shows its record alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial, singledispatch

from markupsafe import Markup

from macros.ausgabe.bausteine.berichte import DATEIARTEN
from macros.ausgabe.bausteine.gebaerden import filmgroesse
from macros.ausgabe.bausteine.listen import (
    AB_ZEILEN,
    tabelle_herausforderungen,
    tabelle_herausforderungen_im_feld,
    tabelle_massnahmen,
)
from macros.ausgabe.bausteine.stand_melden import stand_melden
from macros.ausgabe.diagramm.aufbau import Diagramm
from macros.ausgabe.kontext import Kontext
from macros.ausgabe.offene_daten.kalender import kalenderadresse
from macros.ausgabe.seiten.indikator import datenseite
from macros.ausgabe.seiten.sprache import sprachseite
from macros.ausgabe.worte.fussnoten import mit_quelle
from macros.modell.gebaerdenvideo import Gebaerdenvideo
from macros.modell.grundtypen import Datensatz
from macros.modell.indikator import Indikator
from macros.modell.konzept import Abschnitt
from macros.modell.lebenslage import Lebenslage
from macros.modell.massnahme import Massnahme
from macros.modell.matrix import Akteur, Handlungsfeld, Herausforderung, Zielgruppe
from macros.modell.plan import LINKARTEN
from macros.modell.ratsbericht import Ratsbericht
from macros.modell.sprache import Sprache
from macros.modell.verweis import textverweise
from macros.sichten.behauptung import pruefe_aussage
from macros.sichten.betroffen import betroffen
from macros.sichten.bezuege import beteiligt_an, genannt_bei
from macros.sichten.kalendertage import hat_tage, mitwirkende
from macros.sichten.lebenslagen import lebensblatt, rolle
from macros.sichten.lesefolge import lesestelle, zeigt_tabelle

Ansicht = Mapping[str, object]
"""Further values for the template of a page."""
MOST_IM_TEXT = 3
"""Charts that one page of text shows; the others are links."""


def textbilder(k: Kontext, indikatoren: Iterable[str | None]) -> list[tuple[Diagramm, str]]:
    """The first picture of each of these indicators, each once and with ids of its own; where there is none, none."""
    je = {i: k.bau.diagramme.get(i, ()) for i in indikatoren if i}
    return [(bilder[0][1].als(f"bild-{i}"), i) for i, bilder in je.items() if bilder][:MOST_IM_TEXT]


@singledispatch
def ansicht(satz: Datensatz, k: Kontext) -> Ansicht:
    """The further values of a record's page, by its type."""
    return {}


@ansicht.register
def _lebenslage(satz: Lebenslage, k: Kontext) -> Ansicht:
    bau = k.bau
    blatt = lebensblatt(k.plan, bau.bezuege, satz, bau.massnahmen, bau.herausforderungen)
    return {
        "blatt": blatt,
        "partner": [a for a in k.plan.akteure if any(a in mitwirkende(k.plan.massnahmen[m]) for m in blatt.massnahmen)],
        "antworten": [
            a
            for a in betroffen(k.plan, bau.bezuege)
            if {g for s, g in a.gruppen if s == "zielgruppen"} & {*satz.zielgruppen}
        ],
        "rolle": partial(rolle, k.plan),
    }


def _genannte(satz: Abschnitt) -> Iterator[str]:
    """The indicators that the text of a section links to."""
    return (kennung for _, art, kennung in textverweise(satz) if art == Indikator.SAMMLUNG.linkart)


@ansicht.register
def _abschnitt(satz: Abschnitt, k: Kontext) -> Ansicht:
    mit_tabelle = bool(satz.handlungsfeld and not satz.massnahme and zeigt_tabelle(k.plan, satz))
    return {
        "text": k.feldtext.block(satz.text, [mit_quelle(k, note) for note in satz.fussnoten]),
        "lese": lesestelle(k.plan, satz),
        "textbilder": textbilder(k, [*(b.indikator for b in satz.abbildungen), *_genannte(satz)]),
        "tabelle": tabelle_herausforderungen_im_feld(k, satz.handlungsfeld, satz.fassung)
        if mit_tabelle and satz.handlungsfeld
        else Markup(""),
        "pruefungen": [pruefe_aussage(k.plan, a) for a in k.plan.aussagen.values() if a.abschnitt == satz.id],
    }


@ansicht.register
def _handlungsfeld(satz: Handlungsfeld, k: Kontext) -> Ansicht:
    return {
        "massnahmen": (massnahmen := [m for m in k.plan.massnahmen.values() if m.handlungsfeld == satz.id]),
        "kalender": kalenderadresse("handlungsfeld", satz.id) if any(map(hat_tage, massnahmen)) else "",
        "tabelle": tabelle_herausforderungen_im_feld(k, satz.id),
        "textbilder": textbilder(k, (i.id for m in massnahmen for i in m.indikatoren)),
    }


@ansicht.register
def _herausforderung(satz: Herausforderung, k: Kontext) -> Ansicht:
    bereiche = {b.id: b.name for b in k.plan.handlungsfelder[satz.handlungsfeld].bereiche}
    return {
        "bereich": bereiche.get(satz.bereich or ""),
        "massnahmen": k.auf("herausforderungen", satz.id, "massnahmen"),
    }


@ansicht.register
def _massnahme(satz: Massnahme, k: Kontext) -> Ansicht:
    return {
        "lage": k.bau.lagen[satz.id],
        "melden": stand_melden(k, satz),
        "verlauf": k.bau.verlaeufe[satz.id],
        "vorgaenger": k.bau.vorgaenger.get(satz.id, ()),
        "herausforderungen": [k.plan.herausforderungen[h] for h in satz.herausforderungen],
    }


@ansicht.register
def _gruppe(satz: Zielgruppe | Akteur, k: Kontext) -> Ansicht:
    """Long lists are tables that filter; short ones are read faster as cards."""
    sammlung = satz.SAMMLUNG.ordner
    name = k.name(sammlung, satz.id)
    auf, plan = k.bau.bezuege.auf, k.plan
    if isinstance(satz, Akteur):
        massnahmen, genannt = beteiligt_an(plan, satz.id), genannt_bei(plan, satz.id, k.bau.bezuege)
    else:
        massnahmen, genannt = [plan.massnahmen[m] for m in auf(sammlung, satz.id, "massnahmen")], []
    herausforderungen = [plan.herausforderungen[h] for h in auf(sammlung, satz.id, "herausforderungen")]
    hat_kalender = isinstance(satz, Akteur) and any(satz.id in mitwirkende(m) and hat_tage(m) for m in k.bau.massnahmen)
    return {
        "kalender": kalenderadresse("akteur", satz.id) if hat_kalender else "",
        "unter": [u.id for u in plan.sammlung(sammlung).values() if u.oberbegriff == satz.id],
        "massnahmen": massnahmen,
        "genannt": genannt,
        "herausforderungen": herausforderungen,
        "liste_massnahmen": tabelle_massnahmen(k, massnahmen, f"Maßnahmen: {name}")
        if len(massnahmen) >= AB_ZEILEN
        else None,
        "liste_herausforderungen": tabelle_herausforderungen(k, herausforderungen, f"Herausforderungen: {name}")
        if len(herausforderungen) >= AB_ZEILEN
        else None,
    }


@ansicht.register
def _sprache(satz: Sprache, k: Kontext) -> Ansicht:
    """Its chapters, and what holds today beside the records that they link to; that stands in German."""
    verlinkt = dict.fromkeys((LINKARTEN[art], kennung) for _, art, kennung in textverweise(satz))
    verlinkt |= dict.fromkeys(("massnahmen", m.massnahme) for m in satz.massnahmen if m.massnahme in k.plan.massnahmen)
    saetze = [(name, k.plan.sammlung(name)[kennung]) for name, kennung in verlinkt]
    return {**sprachseite(k, satz), "rechtsstaende": [(n, s) for n, s in saetze if getattr(s, "rechtsstand", ())]}


@ansicht.register
def _gebaerdenvideo(satz: Gebaerdenvideo, k: Kontext) -> Ansicht:
    return {"laenge": filmgroesse(k, satz)}


@ansicht.register
def _bericht(satz: Ratsbericht, k: Kontext) -> Ansicht:
    return {"dateiarten": DATEIARTEN}


@ansicht.register
def _indikator(satz: Indikator, k: Kontext) -> Ansicht:
    return datenseite(k, satz)
