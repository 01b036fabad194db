"""Answers of a form -> a draft of the data, with findings that name the question."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from macros.laden.csv_streng import QUELLE
from macros.laden.rohdaten import Rohsatz
from macros.modell.auswahlen import Zeichen
from macros.modell.befund import Befund, hat_fehler
from macros.modell.geltung import geltende_fassung
from macros.modell.gliederung import kombinationen
from macros.modell.indikator import Indikator, Kennzahl
from macros.modell.plan import Plan
from macros.modell.schreibweise import meinten_sie
from macros.modell.stichtag import lies_stichtag
from macros.pruefung import pruefe_ordner
from macros.schreiben.eintraege import (
    Nachtrag,
    haenge_sachstand_an,
    lies_tag,
    lies_zahl,
    quellenzelle,
    setze,
    trage_kennzahl_ein,
)
from macros.schreiben.entwurf import Entwurf
from macros.schreiben.formulare import SACHSTAND, Formular, Formularfeld, erkenne, formulare

DATEI = "Formular"


@dataclass
class Meldung:
    """Outcome of a filled-in form: findings, changed files, and the Plan before."""

    formular: Formular | None = None
    antworten: dict[str, str] = field(default_factory=dict)
    befunde: list[Befund] = field(default_factory=list)
    dateien: list[str] = field(default_factory=list)
    vorher: Plan | None = None

    def melde(self, frage: str, regel: str, text: str, vorschlag: str = "") -> None:
        """Adds a finding at a question."""
        self.befunde.append(Befund(DATEI, 1, frage, regel, text, vorschlag))


def uebernimm(text: str, ordner: Path, stichtag: date) -> Meldung:
    """Writes what a filled-in form reports; with an error nothing is written, and no text is ever run as code."""
    meldung = Meldung()
    plan, bekannt = pruefe_ordner(ordner, stichtag)
    if plan is None or hat_fehler(bekannt):
        meldung.befunde = bekannt
        return meldung
    meldung.vorher = plan
    erkannt = erkenne(text, formulare(plan))
    if erkannt is None:
        meldung.melde("", "formular", "Der Text hat nicht die Form eines Formulars.", "Ein neues Formular ausfüllen.")
        return meldung
    meldung.formular, meldung.antworten = erkannt
    if not meldung.formular.uebernehmbar:
        meldung.melde("", "formular", "Dieses Formular ändert keine Daten.", "Ein Mensch entscheidet, was daraus wird.")
        return meldung
    entwurf = Entwurf(ordner)
    if meldung.formular is SACHSTAND:
        _sachstand(meldung, plan, entwurf, stichtag)
    else:
        _kennzahl(meldung, plan, entwurf, stichtag)
    if not meldung.befunde:
        meldung.befunde = entwurf.pruefe(stichtag, bekannt)
    if not hat_fehler(meldung.befunde):
        meldung.dateien = entwurf.schreibe()
    return meldung


def _frage(formular: Formular, kennung: str) -> Formularfeld:
    return next(f for f in formular.felder if f.id == kennung)


def _sachstand(meldung: Meldung, plan: Plan, entwurf: Entwurf, heute: date) -> None:
    a = meldung.antworten
    geltende = geltende_fassung(plan, heute)
    nummern = {m.nummer: m.id for m in plan.massnahmen.values() if geltende and m.herkunft.fassung == geltende.id}
    kennung = _kennung(meldung, "massnahme", "Maßnahme", plan.massnahmen, nummern)
    bericht: Rohsatz = {}
    try:
        setze(bericht, ("datum",), lies_tag(a["datum"]))
    except ValueError as fehler:
        meldung.melde("Tag", "datum", str(fehler))
    for feld in ("stand", "ampel"):
        frage = _frage(SACHSTAND, feld)
        if a[feld] not in {wert for wert, _ in frage.auswahl}:
            meldung.melde(frage.frage, "auswahl", f"„{a[feld]}“ steht nicht zur Wahl.", "Ein neues Formular ausfüllen.")
        setze(bericht, (feld,), a[feld])
    setze(bericht, ("text",), a["text"])
    setze(bericht, ("beleg", "text"), a["beleg"] or (a["adresse"] and "Beleg"))
    setze(bericht, ("beleg", "url"), a["adresse"])
    if a["von"]:
        setze(bericht, ("von",), _stelle(meldung, plan) or "")
    if kennung is None or meldung.befunde:
        return
    nachtrag = haenge_sachstand_an(entwurf.satz("massnahmen", kennung), bericht, heute)
    if nachtrag.konflikt:
        meldung.melde("Tag", "konflikt", *nachtrag.konflikt)


def _stelle(meldung: Meldung, plan: Plan) -> str | None:
    """Who reports: an id, or a name where only one has it."""
    namen: dict[str, str] = {}
    for akteur in plan.akteure.values():
        for name in (akteur.bezeichnung, akteur.kurzform or "", *akteur.weitere_namen):
            namen[name] = "" if name in namen else akteur.id
    einmal = {name: kennung for name, kennung in namen.items() if name and kennung}
    return _kennung(meldung, "von", _frage(SACHSTAND, "von").frage, plan.akteure, einmal)


def _kennzahl(meldung: Meldung, plan: Plan, entwurf: Entwurf, heute: date) -> None:
    a = meldung.antworten
    moeglich = {k: i for k, i in plan.indikatoren.items() if i.formel is None}
    kennung = _kennung(meldung, "indikator", "Indikator", moeglich, {})
    stichtag = a["stichtag"]
    try:
        stichtag = lies_tag(stichtag) if stichtag.count(".") == 2 else lies_stichtag(stichtag).schreibweise
    except ValueError as fehler:
        meldung.melde("Stichtag", "stichtag", str(fehler))
    if kennung is None or meldung.befunde:
        return
    tabelle = entwurf.tabelle(kennung)
    for merkmale, werte in _zahlen(meldung, plan.indikatoren[kennung], plan.kennzahlen.get(kennung, ())):
        werte |= {"hinweis": a["hinweis"], QUELLE: quellenzelle(plan, a["quelle"])}
        schluessel = (stichtag, *merkmale)
        nachtrag = Nachtrag.fuer(tabelle, schluessel, werte)
        if nachtrag.konflikt:
            meldung.melde("Zahlen", "konflikt", f"{gliederung(merkmale)}: {nachtrag.konflikt[0]}", nachtrag.konflikt[1])
        elif nachtrag.neu:
            trage_kennzahl_ein(tabelle, schluessel, werte, heute)


def _kennung(
    meldung: Meldung, feld: str, frage: str, saetze: Collection[str], nummern: Mapping[str, str]
) -> str | None:
    """The id that was meant: an id, or a number where it names one record only."""
    roh = meldung.antworten[feld]
    kennung = roh if roh in saetze else nummern.get(roh)
    if kennung is None:
        meldung.melde(frage, "unbekannt", f"„{roh[:80]}“ gibt es nicht.", meinten_sie(roh[:80], saetze))
    return kennung


def gliederung(merkmale: tuple[str, ...]) -> str:
    """The left side of a line of figures: „Gymnasium / deutsch“; „Wert“ where nothing is split."""
    return " / ".join(merkmale) or "Wert"


def _zahlen(
    meldung: Meldung, indikator: Indikator, bisherige: Sequence[Kennzahl]
) -> list[tuple[tuple[str, ...], dict[str, str]]]:
    """(dimension values, cells) of every filled line."""
    moeglich = {gliederung(m): m for m in kombinationen(indikator.dimensionen, bisherige)}
    ergebnis: list[tuple[tuple[str, ...], dict[str, str]]] = []
    for zeile in meldung.antworten["zahlen"].splitlines():
        links, trenner, rechts = (teil.strip() for teil in re.sub(r"^[-*]\s+", "", zeile.strip()).rpartition("="))
        if not trenner and not rechts:
            continue
        if not trenner and not indikator.dimensionen:
            links = "Wert"
        teile = tuple(links.split(" / "))
        if len(teile) == len(indikator.dimensionen) and all(
            teil in d.auspraegungen for teil, d in zip(teile, indikator.dimensionen, strict=True)
        ):
            moeglich[links] = teile  # also where the list of all would be too long
        if links not in moeglich:
            meldung.melde(
                "Zahlen", "auspraegung", f"„{links or rechts}“ ist keine Gliederung.", meinten_sie(links, moeglich)
            )
            continue
        if not rechts:
            continue
        if Zeichen.lies(rechts):
            ergebnis.append((moeglich[links], {"wert": "", "zeichen": rechts}))
            continue
        try:
            ergebnis.append((moeglich[links], {"wert": lies_zahl(rechts), "zeichen": ""}))
        except ValueError as fehler:
            meldung.melde("Zahlen", "zahl", f"{links}: {fehler}")
    if not ergebnis and not meldung.befunde:
        meldung.melde("Zahlen", "leer", "Es ist keine Zahl eingetragen.", "Zum Beispiel: insgesamt = 5410")
    if len({m for m, _ in ergebnis}) < len(ergebnis):
        meldung.melde("Zahlen", "doppelt", "Eine Gliederung steht zweimal da.", "Eine Zeile löschen.")
    return ergebnis
