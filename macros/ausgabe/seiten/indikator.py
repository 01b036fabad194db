"""What the data page of an indicator and the overview show beyond the record itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.ausgabe.diagramm.tabelle import zahlentabelle
from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.offene_daten.dateien import reihendateien
from macros.ausgabe.offene_daten.datensatz import als_skript, datensatz_jsonld
from macros.ausgabe.offene_daten.diagrammdateien import bilddateien
from macros.ausgabe.offene_daten.erkundungsdaten import erkundungsadresse, ist_erkundbar
from macros.ausgabe.seiten.einbettung import rahmen
from macros.ausgabe.seiten.teilbilder import zum_mitnehmen
from macros.ausgabe.worte.abstandsworte import zielworte
from macros.ausgabe.worte.behauptungen import formeltext
from macros.ausgabe.worte.einheiten import mit_einheit
from macros.ausgabe.worte.entwicklung import entwicklungssaetze
from macros.ausgabe.worte.fragen import gefragt
from macros.ausgabe.worte.quellenangabe import quellenangabe
from macros.ausgabe.worte.sprechen import kurz, spruch, wert
from macros.deutsch.kalender import tag_lang
from macros.modell.einheit import Einheit
from macros.modell.indikator import Indikator
from macros.modell.rechnung import Summand
from macros.sichten.indikator_bild import MOST_FUNKEN
from macros.sichten.indikator_lage import Zahlenlage, zahlenlage
from macros.sichten.indikator_umfeld import (
    Rechenweg,
    abgeleitete,
    aussagen_zu,
    beobachtende,
    nicht_berechenbar,
    rechenwege,
)
from macros.sichten.indikator_zustimmung import frage
from macros.sichten.reihen import gruppenname, reihe
from macros.sichten.tage import eingetragen_am

KEIN_BEWEIS = "Ein Indikator zeigt, wie es steht, und mit weiteren Zahlen, wie es sich entwickelt. Er beweist nicht, dass eine Maßnahme wirkt."


@dataclass(frozen=True, slots=True)
class Kachel:
    """An indicator on the start page."""

    indikator: Indikator
    spruch: str
    zahl: str
    zahl_name: str
    zusatz: str


def datenseite(k: Kontext, satz: Indikator) -> Mapping[str, object]:
    """Values for `indikator.md`."""
    r = reihe(k.plan, satz.id)
    lage = zahlenlage(r, k.bau.stichtag)
    quellen = {g.indikator for g in (*satz.formel.zaehler, *satz.formel.nenner)} if satz.formel else set()
    return {
        "reihe": r,
        "lage": lage,
        "spruch": spruch(lage),
        "gefragt": gefragt(satz.frage) if satz.frage else "",
        "entwicklung": entwicklungssaetze(lage),
        "diagramme": [
            (b, b.diagramm, rahmen(k.bau, b), erkundungsadresse(satz.id) if ist_erkundbar(b) else "")
            for b in bilddateien(k.bau, satz.id)
        ],
        "bild": zum_mitnehmen(k.bau, satz),
        "tabelle": zahlentabelle(r),
        "dateien": reihendateien(satz.id),
        "formel": formeltext(k.plan, satz.formel) if satz.formel else "",
        "rechenwege": [_rechenweg(satz, w) for w in rechenwege(k.plan, satz)],
        "nicht_berechenbar": nicht_berechenbar(k.plan, satz),
        "zutaten": [i for i in k.plan.indikatoren.values() if i.id in quellen],
        "abgeleitete": abgeleitete(k.plan, satz.id),
        "aussagen": aussagen_zu(k.plan, satz.id),
        "beobachtende": beobachtende(k.plan, satz.id),
        "kein_beweis": KEIN_BEWEIS,
        "zielwerte": [zielworte(satz, z) for z in satz.ziele],
        "eingetragen_am": eingetragen_am(r.kennzahlen),
        "vergleichbar": any(r.indikator.id == satz.id for reihen in k.bau.vergleichbare.values() for r in reihen),
        "zitat": zitat(k.bau, satz, lage),
        "jsonld": als_skript(datensatz_jsonld(k.bau, satz)),
    }


def _rechenweg(i: Indikator, w: Rechenweg) -> dict[str, str]:
    e = w.ergebnis
    return {
        "stichtag": e.stichtag.bezeichnung,
        "gruppe": ", ".join(e.merkmale.values()),
        "zaehler": _anzahl(e.zaehler, e.summe_zaehler),
        "nenner": _anzahl(e.nenner, e.summe_nenner) if e.nenner else "",
        "wert": "verdeckt (zu wenige Fälle)" if w.versteckt else wert(i, e.wert),
    }


def _anzahl(summanden: Sequence[Summand], summe: float) -> str:
    stichtage = dict.fromkeys(s.stichtag.bezeichnung for s in summanden)
    return f"{mit_einheit(summe, Einheit.ANZAHL, 0 if summe == round(summe) else 2)} ({', '.join(stichtage)})"


def zitat(bau: Bau, i: Indikator, lage: Zahlenlage) -> str:
    """How to cite the page: who, what, from when, from which source, where, under which licence.

    When somebody looked at it is theirs to add: the day of the build would be wrong in every copy.
    """
    g = bau.plan.gemeinde
    woher = quellenangabe(bau.plan, lage.reihe, lage.reihe.zeiten[-1:])
    stand = f", {_zeit(i, lage)}" if lage.reihe.zeiten else ""
    am = eingetragen_am(lage.reihe.kennzahlen)
    eingetragen = f" Zuletzt eingetragen am {tag_lang(am)}." if am else ""
    ort = f" {bau.adresse}monitoring/{i.id}/" if bau.adresse else ""
    lizenz = f" Lizenz: {g.lizenz_daten}." if g.lizenz_daten else ""
    return f"{g.urheber}: {i.name}{stand}. {woher}. In: {g.titel}.{ort}{eingetragen}{lizenz}"


def _zeit(i: Indikator, lage: Zahlenlage) -> str:
    """The newest Stichtag; of a figure computed from two with both."""
    neueste = lage.reihe.zeiten[-1]
    zeiten = {k.hinweis for k in lage.reihe.kennzahlen if i.formel and k.stichtag == neueste and k.hinweis}
    return f"{neueste.bezeichnung} ({', '.join(sorted(zeiten))})" if zeiten else neueste.bezeichnung


def kachel(k: Kontext, i: Indikator) -> Kachel:
    """An indicator in short: its leading figure and what stands beside it."""
    lage = zahlenlage(reihe(k.plan, i.id), k.bau.stichtag)
    zahl_text, name, zusatz = leitzahl(lage)
    return Kachel(i, spruch(lage), zahl_text, name, zusatz)


def leitzahl(lage: Zahlenlage) -> tuple[str, str, str]:
    """(figure, whom it counts, Stichtag or the Stichtage it rests on): the total, or the first of a few groups; empty where none stands out."""
    g = lage.fuehrende
    viele = lage.leit is None and (len(lage.reihe.dimensionen) > 1 or len(lage.gruppen) > MOST_FUNKEN)
    if viele or frage(lage.reihe) or g is None or g.neueste is None or g.neueste.wert is None:
        return "", "", ""
    zahl_text, zeit = kurz(lage.reihe.indikator, g.neueste.wert), g.neueste.stichtag.bezeichnung
    if lage.reihe.indikator.formel and g.neueste.hinweis:
        zeit = g.neueste.hinweis
    if g is lage.leit:
        return zahl_text, "", zeit
    dimensionen = lage.reihe.dimensionen
    andere = [
        f"{gruppenname(a.merkmale, dimensionen)} {kurz(lage.reihe.indikator, a.neueste.wert)}"
        for a in lage.gruppen
        if a is not g and a.neueste and a.neueste.wert is not None and a.neueste.stichtag == g.neueste.stichtag
    ]
    return zahl_text, gruppenname(g.merkmale, dimensionen), "; ".join([zeit, *andere])


def start(k: Kontext) -> list[Kachel]:
    """The key figures that `gemeinde.yaml` puts on the start page."""
    return [kachel(k, k.plan.indikatoren[kennung]) for kennung in k.plan.gemeinde.startkennzahlen]
