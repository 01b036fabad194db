"""The report for the council: how far the measures are, what changed since a day, what has to be decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from macros.ausgabe.bausteine.lagebild import antworten
from macros.ausgabe.druck.bilder import druckbilder
from macros.ausgabe.druck.dokument import Dokument, Teil
from macros.ausgabe.druck.druckkontext import Druckkontext
from macros.ausgabe.druck.steckbrief import blatt, liste
from macros.ausgabe.kontext import Bau
from macros.ausgabe.worte.abstandsworte import zielworte
from macros.ausgabe.worte.sprechen import spruch
from macros.deutsch.kalender import tag_lang
from macros.deutsch.zahlen import kommaluft
from macros.modell.auswahlen import Ressource
from macros.modell.massnahme import Massnahme
from macros.modell.plan import Plan
from macros.modell.ratsbericht import Ratsbericht
from macros.sichten.abzug import damals_fuer, letzter_bericht
from macros.sichten.aenderungen import Aenderung, aenderungen, seit
from macros.sichten.bewegungen import berichtete_indikatoren
from macros.sichten.damals import BERICHTSZEIT
from macros.sichten.entwicklungstafel import entwicklungstafel
from macros.sichten.indikator_lage import zahlenlage
from macros.sichten.lagebild import Lagebild, lagebild
from macros.sichten.reihen import reihe
from macros.sichten.umsetzung import vorkommende
from macros.sichten.verlauf import beendete, herkuenfte

TITEL = "Bericht zum Stand der Umsetzung"
ENTWURF = "Entwurf: Dieser Bericht ist nicht abgeschlossen; er ändert sich mit den Daten."


@dataclass(frozen=True, slots=True)
class Berichtsbild:
    """The first and the last day of a report, the two in words (empty without an end), and the answers."""

    anfang: date
    ende: date | None
    zeitraum: str
    bild: Lagebild


def umsetzungsbericht(
    bau: Bau,
    massnahmen: Sequence[Massnahme],
    ab: date | None = None,
    bis: date | None = None,
    bericht: Ratsbericht | None = None,
) -> Dokument:
    """The report on some measures of the current edition, with changes from `ab` to `bis`.

    Without them it ends with the newest entry of the data and tells what came since the last closed report, else the
    year before it: on another day the same data give the same report. Data without any entry have no period; one that
    begins after it ends today. Without `bericht`, the record that closes it, it is a draft and says so.
    """
    plan, fassung = bau.plan, bau.fassung
    lage = berichtslage(bau, massnahmen, ab, bis)
    anfang, ende, zeitraum, bild = lage.anfang, lage.ende, lage.zeitraum, lage.bild
    gemeint = _gemeint(bau, massnahmen, anfang, ende or bau.stichtag)
    felder = [f for f in plan.handlungsfelder.values() if any(m.handlungsfeld == f.id for m in massnahmen)]
    zaehlung = _zaehlung(bau, massnahmen)
    staende, ampeln = vorkommende(bau.lagen[m.id] for m in massnahmen)
    indikatoren = berichtete_indikatoren(plan, massnahmen)
    bilder: dict[str, str] = {}
    diagramme = [(plan.indikatoren[i], druckbilder(plan, i, bilder)) for i in indikatoren]
    k = Druckkontext(bau, "")
    html = k.rendere(
        "druck/bericht.html",
        fassung=fassung,
        zeitraum=f"vom {tag_lang(anfang)} bis zum {tag_lang(ende)}" if ende else "bisher",
        steht_bevor=anfang > bau.stichtag,
        massnahmen=massnahmen,
        felder=felder,
        staende=staende,
        zaehlung=zaehlung,
        ampeln=ampeln,
        antworten=antworten(k, bild, "Stand, Termine, Geld und offene Fragen"),
        verspaetungen=bild.verspaetungen,
        mit_termin=bild.mit_termin,
        laufend=len(bild.laufend),
        veraltet=[m for m in massnahmen if bau.lagen[m.id].veraltet],
        nicht_berichtet=[m for m in massnahmen if bau.lagen[m.id].stand is None],
        neues=[a for a in seit(aenderungen(plan, bau.stichtag), anfang, ende or date.max) if _gehoert_dazu(a, gemeint)],
        zahlen_ohne_tag=any(k.eingetragen_am is None for zeilen in plan.kennzahlen.values() for k in zeilen),
        entscheidungen=bild.entscheidungen,
        tafel=entwicklungstafel(plan, indikatoren, bau.stichtag),
        spruch=lambda i: spruch(zahlenlage(reihe(plan, i), bau.stichtag)),
        zielworte=zielworte,
        kommaluft=kommaluft,
        diagramme=[(indikator, gezeichnet) for indikator, gezeichnet in diagramme if gezeichnet],
        ressourcen=[(r, [m for m in massnahmen if r in m.ressourcen]) for r in Ressource],
        ohne_ressourcen=[m for m in massnahmen if not m.ressourcen],
        kosten=bild.kosten,
        ohne_kosten=[m for m in massnahmen if not m.kosten],
    )
    nur_liste = liste(bau, massnahmen)
    gedruckt = () if nur_liste else massnahmen
    steckbriefe = [Teil(blatt(bau, m, ebene=2), neu=stelle > 0) for stelle, m in enumerate(gedruckt)]
    return Dokument(
        name=f"bericht-{bericht.id}" if bericht else "umsetzungsbericht",
        titel=TITEL,
        untertitel=", ".join(filter(None, (fassung.titel if fassung else plan.gemeinde.titel, zeitraum))),
        teile=[Teil(html), Teil(k.rendere("druck/bericht_anhang.html", liste=nur_liste)), *steckbriefe],
        deckblatt=True,
        formate=("pdf", "docx"),
        verzeichnis=2,
        angaben=[
            ("Berichtszeitraum", zeitraum or "offen: Die Daten nennen noch keinen Tag."),
            *(_zur_sitzung(bericht) if bericht else [("Art", ENTWURF)]),
        ],
        entwurf=bericht is None,
        tag=bericht.abgeschlossen_am if bericht else None,
        bilder=bilder,
        seite=bericht.SAMMLUNG.ort(bericht.id) if bericht else "umsetzung/",
    )


def berichtslage(bau: Bau, massnahmen: Sequence[Massnahme], ab: date | None, bis: date | None) -> Berichtsbild:
    """The period of a report, as far as it is asked for or the data tell it, and its answers."""
    plan, neuester = bau.plan, bau.neuester_eintrag
    ende = bis or (bau.stichtag if ab and (neuester is None or neuester < ab) else neuester)
    anfang = ab or (_beginn(plan, ende) if ende else date.min)
    nur = None if len(massnahmen) == len(bau.massnahmen) else herkuenfte(plan, {m.id for m in massnahmen})
    damals = damals_fuer(plan, bau.stichtag, nur, anfang) if ende else None
    zeitraum = f"{tag_lang(anfang)} bis {tag_lang(ende)}" if ende else ""
    return Berichtsbild(anfang, ende, zeitraum, lagebild(plan, bau.lagen, massnahmen, bau.stichtag, damals))


def _beginn(plan: Plan, ende: date) -> date:
    """The day after the last closed report, else a year before the end."""
    davor = letzter_bericht(plan, ende)
    return davor.bis + timedelta(days=1) if davor else ende - BERICHTSZEIT


def _zur_sitzung(bericht: Ratsbericht) -> list[tuple[str, str]]:
    """What the cover of a closed report says about the session it is for."""
    angaben = [("Sitzung", bericht.sitzung), ("Vorlage", bericht.vorlage), ("Ratsinformationssystem", bericht.url)]
    return [(wort, wert) for wort, wert in angaben if wert]


def _gemeint(bau: Bau, massnahmen: Sequence[Massnahme], ab: date, bis: date) -> set[str]:
    """Whose changes the report tells: the measures, what they come from, and what ended in a Handlungsfeld told whole."""
    gewaehlt = {m.id for m in massnahmen}
    teilweise = {m.handlungsfeld for m in bau.massnahmen if m.id not in gewaehlt}
    ganz = {m.handlungsfeld for m in massnahmen} - teilweise
    if not teilweise:
        ganz = set(bau.plan.handlungsfelder)
    ohne_folge = {m.id for m in beendete(bau.plan, ab, bis) if m.handlungsfeld in ganz}
    return herkuenfte(bau.plan, gewaehlt | ohne_folge)


def _gehoert_dazu(a: Aenderung, massnahmen: set[str]) -> bool:
    """Changes of other records concern the whole report."""
    return a.sammlung != "massnahmen" or a.kennung in massnahmen


def _zaehlung(bau: Bau, massnahmen: Sequence[Massnahme]) -> dict[tuple[str, str], int]:
    """(Handlungsfeld, state) -> number of measures; with an empty Handlungsfeld for all."""
    zaehlung: dict[tuple[str, str], int] = {}
    for m in massnahmen:
        kennung = bau.lagen[m.id].kennung
        for feld in (m.handlungsfeld, ""):
            zaehlung[feld, kennung] = zaehlung.get((feld, kennung), 0) + 1
    return zaehlung
