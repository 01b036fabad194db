"""Answers of a form -> a draft of the data, with findings that name the question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from macros.eingabe.einwand import Einwand
from macros.eingabe.name import lies_kennung
from macros.eingabe.tag import lies_tag
from macros.eingabe.text import wort
from macros.eingabe.zahlmeldung import Zahlmeldung
from macros.laden.rohdaten import Rohsatz, als_liste, als_satz
from macros.modell.befund import Befund, hat_fehler
from macros.modell.geltung import geltende_fassung
from macros.modell.meldeformular import SACHSTAND, Formular, Formularfeld
from macros.modell.plan import Plan
from macros.pruefung import pruefe_ordner
from macros.schreiben.eintraege import haenge_sachstand_an, setze
from macros.schreiben.entwurf import Entwurf
from macros.schreiben.formulare import erkenne, formulare
from macros.schreiben.kennzahlen import Zahluebernahme

DATEI = "Formular"
ABHILFE = "Soll der neue gelten: in der Datei {datei} ändern."
_AUFZAEHLUNG = re.compile(r"^[-*•]\s+")
_AUS_DER_LISTE = re.compile(r".* \(([a-z0-9-]+)\)")
_FRAGEN = {"beleg.text": "beleg", "beleg.url": "adresse"}
"""Fields of a report that the form asks under another name."""


@dataclass
class Meldung:
    """Outcome of a filled-in form: findings, changed files, and the Plan before."""

    formular: Formular | None = None
    antworten: dict[str, str] = field(default_factory=dict)
    befunde: list[Befund] = field(default_factory=list)
    dateien: list[str] = field(default_factory=list)
    vorher: Plan | None = None
    massnahme: str = ""
    """The measure that was meant; empty where none can be told."""
    bericht: tuple[str, int] | None = None
    """The measure that got a report, and which of its reports it is."""

    def melde(self, frage: str, regel: str, text: str, vorschlag: str = "") -> None:
        """Adds a finding at a question."""
        self.befunde.append(Befund(DATEI, 1, frage, regel, text, vorschlag))

    def befunde_in(self, datei: str) -> list[Befund]:
        """Its findings; those on the form under the name of the file that it came in."""
        return [replace(b, datei=datei) if b.datei == DATEI else b for b in self.befunde]


def uebernimm(text: str, ordner: Path, stichtag: date) -> Meldung:
    """Writes what a filled-in form reports; with an error nothing is written, and no text is ever run as code."""
    plan, bekannt = pruefe_ordner(ordner, stichtag)
    if plan is None or hat_fehler(bekannt):
        return Meldung(befunde=bekannt)
    entwurf = Entwurf(ordner)
    meldung = entwirf(text, plan, entwurf, stichtag, bekannt)
    if not hat_fehler(meldung.befunde):
        meldung.dateien = entwurf.schreibe()
    return meldung


def entwirf(text: str, plan: Plan, entwurf: Entwurf, stichtag: date, bekannt: list[Befund]) -> Meldung:
    """Puts what a filled-in form reports into a draft, which may hold more; after an error the draft is to be dropped."""
    meldung = Meldung(vorher=plan)
    erkannt = erkenne(text, formulare(plan))
    if erkannt is None:
        meldung.melde("", "formular", "Der Text hat nicht die Form eines Formulars.", "Ein neues Formular ausfüllen.")
        return meldung
    meldung.formular, meldung.antworten = erkannt
    if not meldung.formular.uebernehmbar:
        meldung.melde("", "formular", "Dieses Formular ändert keine Daten.", "Ein Mensch entscheidet, was daraus wird.")
        return meldung
    uebernahme = Zahluebernahme(plan, entwurf, stichtag, ABHILFE, nachtragen=False)
    if meldung.formular is SACHSTAND:
        _sachstand(meldung, plan, entwurf, stichtag)
    else:
        _kennzahl(meldung, uebernahme)
    if not meldung.befunde:
        befunde = (uebernahme.bei_der_meldung(b) for b in entwurf.pruefe(stichtag, bekannt))
        # What is said of each line of figures is one answer of the form.
        meldung.befunde = list(dict.fromkeys(_bei_der_frage(b, meldung, entwurf) for b in befunde))
    return meldung


def _frage(formular: Formular, kennung: str) -> Formularfeld:
    return next(f for f in formular.felder if f.id == kennung)


def _sachstand(meldung: Meldung, plan: Plan, entwurf: Entwurf, heute: date) -> None:
    a = meldung.antworten
    geltende = geltende_fassung(plan, heute)
    nummern = {m.nummer: m.id for m in plan.massnahmen.values() if geltende and m.herkunft.fassung == geltende.id}
    kennung = _massnahme(meldung, plan, nummern)
    meldung.massnahme = kennung or ""
    bericht: Rohsatz = {}
    try:
        setze(bericht, ("datum",), lies_tag(a["datum"]))
    except Einwand as grund:
        meldung.melde("Tag", grund.regel, grund.text, grund.vorschlag)
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
    satz = entwurf.satz("massnahmen", kennung)
    _hake_ab(meldung, satz, str(bericht["datum"]))
    nachtrag = haenge_sachstand_an(satz, bericht, heute)
    if nachtrag.konflikt:
        meldung.melde("Tag", "konflikt", *nachtrag.konflikt)
    meldung.bericht = (kennung, nachtrag.stelle)


def _hake_ab(meldung: Meldung, massnahme: Rohsatz, am: str) -> None:
    """Marks the steps that were named as done on the day of the report; who is done already stays as it is."""
    schritte = [als_satz(s) for s in als_liste(massnahme.get("schritte", []))]
    frage = _frage(SACHSTAND, "schritte").frage
    for teil in filter(None, (t.strip() for t in re.split(r"[,;]", meldung.antworten["schritte"]))):
        if not teil.isascii() or not teil.isdigit() or not 1 <= int(teil) <= len(schritte):
            rat = f"Nummern von 1 bis {len(schritte)}, mit Komma getrennt." if schritte else "Das Feld leer lassen."
            meldung.melde(frage, "schritt", f"„{teil[:40]}“ ist keine Nummer eines Schritts.", rat)
        else:
            schritte[int(teil) - 1].setdefault("erledigt_am", am)


def _stelle(meldung: Meldung, plan: Plan) -> str | None:
    """Who reports: an id, or a name where only one has it."""
    namen = {k: s.bezeichnung for k, s in plan.akteure.items()}
    try:
        return lies_kennung(wort(meldung.antworten["von"]), namen, "Diese Stelle")
    except Einwand as grund:
        meldung.melde(_frage(SACHSTAND, "von").frage, grund.regel, grund.text, grund.vorschlag)
        return None


def _bei_der_frage(b: Befund, meldung: Meldung, entwurf: Entwurf) -> Befund:
    """A finding about the new report, at the question; as it is where it is about something else."""
    if meldung.bericht is None:
        return b
    kennung, stelle = meldung.bericht
    davor = f"sachstaende.{stelle}"
    if b.datei != f"{entwurf.anzeige}/massnahmen/{kennung}.yaml" or not f"{b.feld}.".startswith(f"{davor}."):
        return b
    name = b.feld.removeprefix(davor).removeprefix(".")
    frage = {f.id: f.frage for f in SACHSTAND.felder}.get(_FRAGEN.get(name, name), "Tag")
    return replace(b, datei=DATEI, zeile=1, feld=frage)


def _kennzahl(meldung: Meldung, uebernahme: Zahluebernahme) -> None:
    meldungen = list(_zahlen(meldung.antworten))
    meldung.befunde = uebernahme.uebernimm(meldungen)
    if not meldungen:
        meldung.melde("Zahlen", "leer", "Es ist keine Zahl eingetragen.", "Zum Beispiel: insgesamt = 5410")


def _zahlen(a: Mapping[str, str]) -> Iterator[Zahlmeldung]:
    """Every filled line of figures, as it was typed."""
    zeilen = a["zahlen"].splitlines()
    for nummer, zeile in enumerate(zeilen, 1):
        links, _, rechts = (teil.strip() for teil in _AUFZAEHLUNG.sub("", zeile.strip()).rpartition("="))
        if rechts:
            hier = f"Zahlen, Zeile {nummer}" if len(zeilen) > 1 else "Zahlen"
            stellen = {
                "indikator": "Indikator",
                "stichtag": "Stichtag",
                "hinweis": "Hinweis",
                "quelle": "Woher kommt die Zahl?",
            }
            stellen |= dict.fromkeys(("gruppe", "wert", "zeichen"), hier)
            yield Zahlmeldung(
                a["indikator"], a["stichtag"], links, rechts, "", a["hinweis"], DATEI, 1, a["quelle"], stellen
            )


def _massnahme(meldung: Meldung, plan: Plan, nummern: Mapping[str, str]) -> str | None:
    """The id that was meant: an id, a title, or a number where it names one measure of the edition in force."""
    roh = wort(meldung.antworten["massnahme"])
    if (aus_liste := _AUS_DER_LISTE.fullmatch(roh)) and aus_liste[1] in plan.massnahmen:
        return aus_liste[1]
    try:
        return nummern.get(roh) or lies_kennung(roh, {k: m.titel for k, m in plan.massnahmen.items()}, "Die Maßnahme")
    except Einwand as grund:
        meldung.melde("Maßnahme", grund.regel, grund.text, grund.vorschlag)
        return None
