"""What a reader needs to explore the figures of an indicator: rows, what they are split by, and where each picture begins."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from macros.ausgabe.diagramm.bilddaten import LUECKE_TAGE, ohne_zahl
from macros.ausgabe.diagramm.erkunden import ADRESSE, uebersetzte_bauplaene
from macros.ausgabe.diagramm.umrisse import schriftzeichen
from macros.ausgabe.diagramm.ziele import alle_marken
from macros.ausgabe.kontext import Bau
from macros.ausgabe.offene_daten.diagrammdateien import ORDNER, Bilddatei, bilddateien, ortsangabe
from macros.ausgabe.seite import Datei
from macros.ausgabe.worte.einheiten import mit_einheit
from macros.ausgabe.worte.fragen import gefragt
from macros.ausgabe.worte.quellenangabe import quellenangabe
from macros.ausgabe.worte.sprechen import kurzform, seit
from macros.deutsch.buchstaben import kennung
from macros.deutsch.kalender import tag_lang
from macros.deutsch.zahlen import glatt
from macros.diagramme.kacheln import eigene_skalen
from macros.modell.auswahlen import Familie, Indikatorart, Periodizitaet, Zeichen
from macros.modell.einheit import Einheit
from macros.modell.indikator import Dimension, Indikator, Kennzahl
from macros.modell.jsonwert import Json, JsonObjekt
from macros.sichten.indikator_paare import nach_darstellung, neuester_vollstaendiger
from macros.sichten.indikator_zuschnitte import TREND_AB
from macros.sichten.reihen import Reihe, gesamtwert
from macros.sichten.tage import eingetragen_am

UMRISSE = "assets/vega/umrisse.json"
"""Outlines of all letters that a picture can need which a reader saves."""
IMMER = "".join(map(chr, range(32, 127))) + "ÄÖÜäöüß„“‚‘–−…\u00a0"
ZEIT = "zeit"
"""The name of time where a dimension could stand."""


def erkundungsadresse(indikator: str) -> str:
    """Address of the figures of an indicator, made ready for exploring."""
    return f"{ORDNER}{indikator}.erkunden.json"


def ist_erkundbar(b: Bilddatei) -> bool:
    """True for a picture of figures of the data with more than one dimension or date; what is derived from them is not."""
    r = b.bild.reihe
    return b.bild.kennung != "zustimmung" and (len(r.dimensionen) > 1 or len(r.zeiten) > 1)


def erkundungsdateien(bau: Bau) -> Iterator[Datei]:
    """The charts and the letters, once, and the figures of every indicator that has a picture to explore."""
    yield Datei(ADRESSE, uebersetzte_bauplaene())
    zeichen = set(IMMER)
    for indikator in bau.plan.indikatoren:
        if any(map(ist_erkundbar, bilddateien(bau, indikator))):
            inhalt = json.dumps(erkundungsdaten(bau, indikator), ensure_ascii=False, separators=(",", ":"))
            zeichen |= set(inhalt)
            yield Datei(erkundungsadresse(indikator), inhalt)
    yield Datei(UMRISSE, json.dumps(schriftzeichen(zeichen), ensure_ascii=False, separators=(",", ":")))


def erkundungsdaten(bau: Bau, indikator: str) -> JsonObjekt:
    """The figures of an indicator and the choices that each of its pictures begins with."""
    bilder = bilddateien(bau, indikator)
    i, r = bau.plan.indikatoren[indikator], bilder[0].bild.reihe
    stelle = {s: n for n, s in enumerate(r.stichtage)}
    werte = [{wert: n for n, wert in enumerate(d.auspraegungen)} for d in r.dimensionen]
    return {
        "name": i.name,
        "einheit": "%" if i.einheit == Einheit.PROZENT else i.einheit.bezeichnung,
        "nomen": "" if i.einheit == Einheit.ANZAHL else i.einheit.bezeichnung,
        "prozent": i.einheit == Einheit.PROZENT,
        "stellen": i.nachkommastellen,
        "anteilstellen": 0 if bilder[0].bild.familie is Familie.LIKERT else max(1, i.nachkommastellen),
        "zeitwort": r.zeitwort,
        "dimensionen": [_dimension(d, _ergibt_ganzes(i, d, bilder)) for d in r.dimensionen],
        "zeiten": [[s.bezeichnung, s.ende.toordinal()] for s in r.stichtage],
        "zeilen": [
            [
                stelle[k.stichtag],
                *(w[k.merkmale[d.id]] for d, w in zip(r.dimensionen, werte, strict=True)),
                *zahl_und_worte(i, k),
            ]
            for k in r.kennzahlen
        ],
        "teilbar": _teilbar(i),
        "grund": _grund(i),
        "luecke": LUECKE_TAGE if i.periodizitaet in (Periodizitaet.JAEHRLICH, Periodizitaet.SCHULJAHR) else 0,
        "bruch": i.bruch.ab.ende.toordinal() if i.bruch else 0,
        "bruchwort": f"neu gezählt {seit(i.zeit(i.bruch.ab))}" if i.bruch else "",
        "marken": [{"wert": float(glatt(m.wert)), "text": m.text, "ziel": m.ist_ziel} for m in alle_marken(i)],
        "zusatz": _zusatz(r),
        "bilder": {b.bild.kennung: _anfang(b) for b in bilder if ist_erkundbar(b)},
        "anders": {b.bild.kennung: list(_anders(b)) for b in bilder if ist_erkundbar(b)},
        "frage": gefragt(i.frage) if i.frage else "",
        "fuss": _fuss(bau, r),
    }


def _zusatz(r: Reihe) -> JsonObjekt:
    """Place of a Stichtag -> the days that its figures rest on, where they are computed from figures of two."""
    je: dict[str, list[Json]] = {}
    for k in r.kennzahlen:
        liste = je.setdefault(str(r.stichtage.index(k.stichtag)), [])
        if k.hinweis and k.hinweis not in liste:
            liste.append(k.hinweis)
    return {n: liste for n, liste in je.items() if liste} if r.indikator.formel else {}


def _anders(b: Bilddatei) -> Iterator[str]:
    """What a reader sees otherwise than in the picture of the page."""
    match b.bild.familie:
        case Familie.LINIE if b.diagramm.nur_schmal and len(b.bild.reihen) > 1:
            yield "Die Namen der Linien stehen hier in der Legende, ihre neuesten Zahlen an den Punkten und in der Tabelle."
        case Familie.KACHELN if len(b.bild.achsen) > 1 and eigene_skalen(b.bild.daten):
            yield "Im festen Bild hat jedes kleine Diagramm seine eigene Skala; hier haben alle dieselbe."
        case Familie.LIKERT:
            yield "Im festen Bild liegen die Antworten um eine Mitte; hier liegen sie von links nach rechts."
        case Familie.HANTEL:
            yield "Im festen Bild stehen zwei Punkte in jeder Zeile; hier sind es Balken."


def _fuss(bau: Bau, r: Reihe) -> JsonObjekt:
    """What stands below a picture that a reader saves; the dates are those that it shows."""
    am = eingetragen_am(r.kennzahlen)
    return {
        "quelle": f"{quellenangabe(bau.plan, r, r.zeiten)}.",
        "eingetragen": f"zuletzt eingetragen am {tag_lang(am)}" if am else "",
        "ort": ortsangabe(bau),
        "adresse": f"{bau.adresse}monitoring/{r.indikator.id}/" if bau.adresse else "",
        "datei": kennung(r.indikator.name),
    }


def _ergibt_ganzes(i: Indikator, d: Dimension, bilder: Sequence[Bilddatei]) -> bool:
    """True where the data declare a sum, or a picture of the page stacks the values; rates have no sum to declare."""
    if d.summe is not None and i.einheit != Einheit.PROZENT:
        return True
    anfaenge = [_anfang(b) for b in bilder if ist_erkundbar(b)]
    return any(a["art"] == "stapel" and a["farbe"] == d.id for a in anfaenge)


def _dimension(d: Dimension, ganzes: bool) -> JsonObjekt:
    gesamt = gesamtwert(d)
    return {
        "id": d.id,
        "name": d.name,
        "werte": list(d.auspraegungen),
        "gesamt": d.auspraegungen.index(gesamt) if gesamt in d.auspraegungen else -1,
        "ueberlappend": not ganzes,
    }


def zahl_und_worte(i: Indikator, k: Kennzahl) -> tuple[float | None, str, str]:
    """(figure, its text, its text with the unit); a sign has no figure, but for a true zero."""
    wert = 0.0 if k.zeichen is Zeichen.NICHTS else k.wert
    if wert is None:
        return None, (wort := ohne_zahl(k.zeichen.value if k.zeichen else "")), wort
    kurz = kurzform(wert, i.einheit, i.nachkommastellen)
    return float(glatt(wert)), kurz, mit_einheit(wert, i.einheit, i.nachkommastellen).replace(" ", "\u00a0", 1)


def _teilbar(i: Indikator) -> bool:
    """True for counts, whose parts add up."""
    return i.ist_anzahl and i.art is not Indikatorart.QUOTE


def _grund(i: Indikator) -> str:
    """Why there are no sums and shares; empty where there are."""
    if _teilbar(i):
        return ""
    if i.einheit == Einheit.PROZENT:
        return "Die Zahlen sind selbst Anteile; sie lassen sich nicht zusammenzählen."
    return "Die Zahlen sind Messwerte oder Quoten; sie lassen sich nicht zusammenzählen."


def _anfang(b: Bilddatei) -> JsonObjekt:
    """What has to be chosen to see what the picture shows."""
    r, bild = b.bild.reihe, b.bild
    namen = [d.id for d in nach_darstellung(r)]
    letzte = len(r.stichtage) - 1
    neueste = r.stichtage.index(r.zeiten[-1])
    match bild.familie:
        case Familie.LINIE:
            return {"art": "linie", "farbe": "+".join(d.id for d in r.dimensionen), "von": 0, "bis": letzte}
        case Familie.KACHELN:
            return {"art": "linie", "farbe": "+".join(namen[:-1]), "kachel": namen[-1], "von": 0, "bis": letzte}
        case Familie.GESTAPELT:
            achse = "+".join(namen[:-1])
            return {
                "art": "stapel", "farbe": namen[-1], "achse": achse or ZEIT, "zahl": "anteil" if _teilbar(r.indikator) else "",
                "von": 0, "bis": neueste if achse else letzte,
            }  # fmt: skip
        case Familie.LIKERT:
            antwort = next((d.id for d in r.dimensionen if _ist_antwort(r, d)), namen[-1])
            gruppen = "+".join(d for d in namen if d != antwort)
            zahl = "anteil" if _teilbar(r.indikator) else ""
            werte, gesamt = next((d.auspraegungen, gesamtwert(d)) for d in r.dimensionen if d.id == antwort)
            ohne: list[Json] = [w for w in werte if w not in bild.reihen and w != gesamt]
            return {
                "art": "stapel",
                "farbe": antwort,
                "achse": gruppen or ZEIT,
                "zahl": zahl,
                "von": neueste,
                "bis": neueste,
                "ohne": ohne,
            }
        case _:
            return _balkenanfang(b, namen, neueste)


def _ist_antwort(r: Reihe, d: Dimension) -> bool:
    darstellung = r.indikator.darstellung
    return darstellung is not None and d.id == (darstellung.reihe or r.dimensionen[-1].id)


def _balkenanfang(b: Bilddatei, namen: list[str], neueste: int) -> JsonObjekt:
    r = b.bild.reihe
    if not namen:
        return {"art": "balken", "achse": ZEIT, "von": 0, "bis": len(r.stichtage) - 1}
    if b.bild.familie is Familie.HANTEL:
        neueste = r.stichtage.index(neuester_vollstaendiger(r, nach_darstellung(r)[-1]))
    mit_zeit = len(namen) == 1 and len(r.zeiten) < TREND_AB and b.bild.familie is not Familie.HANTEL
    farbe = "+".join(namen[1:]) or (ZEIT if mit_zeit and len(r.zeiten) > 1 else "")
    von = r.stichtage.index(r.zeiten[0]) if farbe == ZEIT else neueste
    return {"art": "balken", "achse": namen[0], "farbe": farbe, "von": von, "bis": neueste}
