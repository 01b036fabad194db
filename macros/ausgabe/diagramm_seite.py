"""What the data page of an indicator and the overview show beyond the record itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from macros.ausgabe.diagramm import diagramm, funkenlinie
from macros.ausgabe.indikator_tabelle import zahlentabelle
from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.offene_daten_datensatz import als_skript, datensatz_jsonld
from macros.ausgabe.sprechen import (
    NUR_EIN_STICHTAG,
    davon,
    entwicklung,
    genau,
    kurz,
    spruch,
    veraenderung,
    vergleich,
    wert,
    ziel,
)
from macros.ausgabe.zahlen import mit_einheit, tag_lang
from macros.modell.auswahlen import Einheit
from macros.modell.indikator import Formel, Glied, Indikator
from macros.modell.plan import Plan
from macros.sichten.indikator_bild import MOST_FUNKEN, bilder, verlaufsbild
from macros.sichten.indikator_lage import Zahlenlage, zahlenlage
from macros.sichten.indikator_umfeld import abgeleitete, aussagen_zu, beobachtende, rechenwege, themenfelder
from macros.sichten.indikator_zustimmung import frage
from macros.sichten.reihen import gruppenname, reihe

KEIN_BEWEIS = "Ein Indikator zeigt, wie sich etwas entwickelt. Er beweist nicht, dass eine Maßnahme wirkt."
MOST_GRUPPEN = 8


@dataclass(frozen=True, slots=True)
class Gruppensaetze:
    """What is said about one group: its name (empty for everybody) and its sentences."""

    name: str
    saetze: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kachel:
    """An indicator in the overview."""

    indikator: Indikator
    spruch: str
    zahl: str
    zahl_name: str
    zusatz: str
    davon: str
    funke: Markup
    ueberfaellig: bool


def datenseite(k: Kontext, satz: Indikator) -> dict[str, Any]:
    """Values for `indikator.md`."""
    r = reihe(k.plan, satz.id)
    lage = zahlenlage(r, k.bau.stichtag)
    quellen = {g.indikator for g in (*satz.formel.zaehler, *satz.formel.nenner)} if satz.formel else set()
    return {
        "reihe": r,
        "lage": lage,
        "spruch": spruch(lage),
        "entwicklung": entwicklungssaetze(lage),
        "diagramme": [diagramm(b, f"bild-{b.kennung}") for b in bilder(r)],
        "tabelle": zahlentabelle(r),
        "formel": formeltext(k.plan, satz.formel) if satz.formel else "",
        "rechenwege": [_rechenweg(satz, w) for w in rechenwege(k.plan, satz)],
        "zutaten": [i for i in k.plan.indikatoren.values() if i.id in quellen],
        "abgeleitete": abgeleitete(k.plan, satz.id),
        "aussagen": aussagen_zu(k.plan, satz.id),
        "beobachtende": beobachtende(k.plan, satz.id),
        "kein_beweis": KEIN_BEWEIS,
        "zielwert": genau(satz, satz.zielwert.wert) if satz.zielwert else "",
        "zitat": zitat(k.bau, satz, lage),
        "jsonld": als_skript(datensatz_jsonld(k.bau, satz)),
    }


def entwicklungssaetze(lage: Zahlenlage) -> list[Gruppensaetze]:
    """Change and way of the total, or of each group where there is no total; then target and comparison, once."""
    i = lage.reihe.indikator
    if frage(lage.reihe) or not lage.reihe.zeiten:
        return []
    gruppen = [lage.leit] if lage.leit else [g for g in lage.gruppen if g.neueste]
    if len(gruppen) > MOST_GRUPPEN:
        return []
    namen = ["" if g is lage.leit else gruppenname(g.merkmale, lage.reihe.dimensionen) for g in gruppen]
    if len(lage.reihe.zeiten) == 1:
        saetze = [Gruppensaetze("", (NUR_EIN_STICHTAG,))]
    else:
        saetze = [
            Gruppensaetze(name, tuple(s for s in (veraenderung(i, g.aenderung), entwicklung(i, g.seit_beginn)) if s))
            for name, g in zip(namen, gruppen, strict=True)
        ]
    ziele = [(name, g.ziel) for name, g in zip(namen, gruppen, strict=True) if g.ziel]
    if ziele:
        saetze.append(Gruppensaetze("", (ziel(i, ziele),)))
    for stelle, v in enumerate(i.vergleich):
        abstaende = [(name, g.vergleiche[stelle]) for name, g in zip(namen, gruppen, strict=True)]
        saetze.append(Gruppensaetze("", (vergleich(i, v, abstaende),)))
    return saetze


def formeltext(plan: Plan, formel: Formel) -> str:
    """A formula in words: „Beschäftigte ÷ Einwohner*innen × 100“."""
    zaehler = _summe(plan, formel.zaehler)
    if len(formel.zaehler) > 1 and (formel.nenner or formel.faktor != 1):
        zaehler = f"({zaehler})"
    teile = zaehler
    if formel.nenner:
        nenner = _summe(plan, formel.nenner)
        teile += f" ÷ ({nenner})" if len(formel.nenner) > 1 else f" ÷ {nenner}"
    if formel.faktor != 1:
        teile += f" × {formel.faktor:g}"
    return teile


def _summe(plan: Plan, glieder: tuple[Glied, ...]) -> str:
    text = ""
    for stelle, g in enumerate(glieder):
        zeichen = (" − " if g.abziehen else " + ") if stelle else ("− " if g.abziehen else "")
        text += zeichen + _glied(plan, g)
    return text


def _glied(plan: Plan, g: Glied) -> str:
    wahl = [w if isinstance(w, str) else " + ".join(w) for w in g.auswahl.values()]
    if g.stichtag:
        wahl.append(g.stichtag.bezeichnung)
    name = plan.indikatoren[g.indikator].name
    return f"{name} [{', '.join(wahl)}]" if wahl else name


def _rechenweg(i: Indikator, w: Any) -> dict[str, str]:
    e = w.ergebnis
    return {
        "stichtag": e.stichtag.bezeichnung,
        "gruppe": ", ".join(e.merkmale.values()),
        "zaehler": _anzahl(e.zaehler, e.summe_zaehler),
        "nenner": _anzahl(e.nenner, e.summe_nenner) if e.nenner else "",
        "wert": "verdeckt (zu wenige Fälle)" if w.versteckt else wert(i, e.wert),
    }


def _anzahl(summanden: Any, summe: float) -> str:
    stichtage = dict.fromkeys(s.stichtag.bezeichnung for s in summanden)
    return f"{mit_einheit(summe, Einheit.ANZAHL, 0 if summe == round(summe) else 2)} ({', '.join(stichtage)})"


def zitat(bau: Bau, i: Indikator, lage: Zahlenlage) -> str:
    """How to cite the page: who, what, from when, from which source, where, under which licence."""
    g = bau.plan.gemeinde
    quelle = bau.plan.quellen[i.quelle].bezeichnung
    stand = f", {lage.reihe.zeiten[-1].bezeichnung}" if lage.reihe.zeiten else ""
    ort = f" {bau.adresse}monitoring/{i.id}/" if bau.adresse else ""
    return (
        f"{g.bezeichnung or g.name}: {i.name}{stand}. Quelle der Zahlen: {quelle}. "
        f"In: {g.titel}.{ort} (abgerufen am {tag_lang(bau.stichtag)}). Lizenz: {g.lizenz_daten}."
    )


def uebersicht(k: Kontext) -> list[tuple[str, str, list[Kachel]]]:
    """(anchor, Themenfeld, its indicators as tiles) in reading order."""
    return [(_anker(feld), feld, [kachel(k, i) for i in liste]) for feld, liste in themenfelder(k.plan).items()]


def _anker(text: str) -> str:
    """An id from a heading: lower case, ASCII, hyphens."""
    ascii_text = text.lower().translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"})
    return "themenfeld-" + "-".join(re.findall(r"[a-z0-9]+", ascii_text))


def kachel(k: Kontext, i: Indikator) -> Kachel:
    """An indicator in short: its leading figure, what stands beside it, and its line where there is a trend."""
    r = reihe(k.plan, i.id)
    lage = zahlenlage(r, k.bau.stichtag)
    verlauf = verlaufsbild(r)
    zahl_text, name, zusatz = leitzahl(lage)
    return Kachel(
        i,
        spruch(lage),
        zahl_text,
        name,
        zusatz,
        davon(lage),
        funkenlinie(verlauf, f"funke-{i.id}") if verlauf else Markup(""),
        lage.ueberfaellig,
    )


def leitzahl(lage: Zahlenlage) -> tuple[str, str, str]:
    """(figure, whom it counts, Stichtag): the total, or the first of a few groups; empty where none stands out."""
    g = lage.fuehrende
    viele = lage.leit is None and (len(lage.reihe.dimensionen) > 1 or len(lage.gruppen) > MOST_FUNKEN)
    if viele or frage(lage.reihe) or g is None or g.neueste is None or g.neueste.wert is None:
        return "", "", ""
    zahl_text, zeit = kurz(lage.reihe.indikator, g.neueste.wert), g.neueste.stichtag.bezeichnung
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
