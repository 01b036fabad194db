"""Creates a new record: asks for what is required, or takes it from options."""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from pydantic_core import ValidationError

from macros.ausgabe.melden.befunde import render_befunde
from macros.befehle.angaben import DATEN, lade, nimm_daten, nimm_stichtag
from macros.eingabe.zeit import lies_zeit
from macros.modell.befund import Befund, Schwere, hat_fehler
from macros.modell.felder import feld
from macros.modell.grundtypen import Datensatz
from macros.modell.plan import Plan
from macros.modell.stichtag import lies_stichtag
from macros.schreiben.entwurf import Entwurf
from macros.schreiben.fortfuehren import fuehre_fort
from macros.schreiben.neu import (
    Frage,
    Unbrauchbar,
    arten,
    dimension,
    fragen,
    kennung_aus,
    lies_antwort,
    moegliche,
    satz_aus,
    tabelle,
)

_TITELFELDER = ("titel", "name", "bezeichnung")


def beantworte(
    typ: type[Datensatz], plan: Plan, gegeben: dict[str, Any], frage_nach: Callable[[str], str] | None
) -> dict[str, Any]:
    """Fills in the answers; asks for those that are missing, or raises Unbrauchbar naming them."""
    antworten = gegeben
    offen = list(fragen(typ, antworten))
    if offen and frage_nach is None:
        ohne_id = [f for f in offen if f.pfad != ("id",)]
        if ohne_id:
            namen = ", ".join(".".join(f.pfad) for f in ohne_id)
            raise Unbrauchbar(f"Es fehlt: {namen}. Mit --setze FELD=WERT angeben.")
    for frage in offen:
        pfad = ".".join(frage.pfad)
        vorschlag = (
            kennung_aus(next((str(antworten[t]) for t in _TITELFELDER if t in antworten), "")) if pfad == "id" else ""
        )
        if frage_nach is None:
            antworten[pfad] = vorschlag
            continue
        _frage_eine(typ, plan, antworten, frage, frage_nach, vorschlag)
    return antworten


def _frage_eine(
    typ: type[Datensatz],
    plan: Plan,
    antworten: dict[str, Any],
    frage: Frage,
    frage_nach: Callable[[str], str],
    vorschlag: str = "",
) -> None:
    """Asks until the answer can be read."""
    while True:
        text = frage_nach(_frage_text(frage, plan, vorschlag)) or vorschlag
        try:
            antworten[".".join(frage.pfad)] = lies_antwort(plan, typ, frage.pfad, text)
            return
        except Unbrauchbar as grund:
            sys.stdout.write(f"{grund}\n")


def _frage_text(frage: Frage, plan: Plan, vorschlag: str) -> str:
    f = frage.feld
    wahl = moegliche(plan, f, 30)
    zeilen = [f"\n{'.'.join(frage.pfad)}: {f.beschreibung}"]
    if wahl:
        zeilen.append("\n    ".join(("  Möglich:", *wahl)) if f.ziel else f"  Möglich: {', '.join(wahl)}")
    if f.liste:
        zeilen.append("  Mehrere mit Komma trennen.")
    return "\n".join([*zeilen, f"  [{vorschlag}] > " if vorschlag else "  > "])


def lies_angaben(wahl: argparse.Namespace, plan: Plan) -> dict[str, Any]:
    """The answers that came as options; raises Unbrauchbar."""
    gegeben: dict[str, Any] = {}
    for paar in wahl.setze:
        pfad, trenner, wert = paar.partition("=")
        if not trenner:
            raise Unbrauchbar(f"„{paar}“: Erwartet wird FELD=WERT.")
        gegeben[pfad] = lies_antwort(plan, arten()[wahl.art], pfad.split("."), wert)
    return gegeben


def lege_an(wahl: argparse.Namespace, plan: Plan, antworten: dict[str, Any]) -> Entwurf:
    """The draft with the new record; raises Unbrauchbar."""
    typ = arten()[wahl.art]
    daten = satz_aus(antworten)
    if wahl.dimension:
        daten["dimensionen"] = [dimension(text) for text in wahl.dimension]
    entwurf = Entwurf(wahl.daten)
    zahlen = None
    if wahl.art == "indikator":
        if not wahl.stichtag_neu:
            raise Unbrauchbar("Zu welchem Stichtag kommen die ersten Zahlen? Mit --erster-stichtag angeben.")
        stichtag = wahl.stichtag_neu
        with suppress(ValueError):  # what is no Stichtag, the check of the table says
            stichtag = lies_zeit(wahl.stichtag_neu)
            if form := lies_stichtag(stichtag).art:
                daten.setdefault("stichtagsform", form.value)
        zahlen = tabelle(daten, stichtag)
    try:
        entwurf.lege_an(typ.SAMMLUNG.ordner, daten, zahlen)
        if wahl.fortfuehren:
            fuehre_fort(entwurf, plan, str(daten.get("vorgaenger", "")), str(daten["id"]))
    except FileExistsError as fehler:
        raise Unbrauchbar(f"{fehler} gibt es schon. Eine andere Kennung wählen.") from fehler
    except ValidationError as fehler:
        raise Unbrauchbar(f"„{daten['id']}“ ist keine Kennung: nur a bis z, Ziffern und Bindestriche.") from fehler
    return entwurf


def noch_einmal(typ: type[Datensatz], datei: str, befunde: list[Befund]) -> list[Frage]:
    """The questions whose answers the check refuses, each once, in the order of the findings."""
    pfade: dict[tuple[str, ...], Frage] = {}
    for b in befunde:
        pfad = tuple(b.feld.split("."))
        if b.schwere is Schwere.FEHLER and b.datei.endswith(f"/{datei}") and pfad not in pfade:
            with suppress(KeyError):
                f = feld(typ, *pfad)
                if f.satz is None:
                    pfade[pfad] = Frage(pfad, f)
    return list(pfade.values())


def fortsetzung(wahl: argparse.Namespace, antworten: dict[str, Any]) -> str:
    """What to type so that no answer has to be given twice."""
    worte = ["konzept", "neu", wahl.art]
    for pfad, wert in antworten.items():
        if wert not in ("", []):
            worte += ["--setze", f"{pfad}={', '.join(map(str, wert)) if isinstance(wert, list) else wert}"]
    worte += [wort for text in wahl.dimension for wort in ("--dimension", text)]
    if wahl.stichtag_neu:
        worte += ["--erster-stichtag", wahl.stichtag_neu]
    if wahl.fortfuehren:
        worte.append("--fortfuehren")
    if wahl.daten != DATEN:
        worte += ["--daten", str(wahl.daten)]
    zeile = subprocess.list2cmdline(worte) if os.name == "nt" else shlex.join(worte)
    return f"Die Antworten gehen nicht verloren. So geht es damit weiter:\n{zeile}\n"


def nimm_angaben(parser: argparse.ArgumentParser) -> None:
    """The options of `konzept neu`."""
    parser.description = f"{parser.description} Ohne Angaben wird gefragt."
    parser.add_argument("art", choices=sorted(arten()), metavar="ART", help=", ".join(sorted(arten())))
    parser.add_argument("--setze", action="append", default=[], metavar="FELD=WERT", help="Angabe, mehrmals möglich")
    nimm_daten(parser)
    parser.add_argument(
        "--dimension", action="append", default=[], metavar="„NAME: WERT, WERT“", help="nur Indikator: eine Gliederung"
    )
    parser.add_argument(
        "--erster-stichtag", dest="stichtag_neu", default="", help="nur Indikator: Stichtag der ersten Zahlen"
    )
    parser.add_argument(
        "--fortfuehren",
        action="store_true",
        help="nur Fassung: Maßnahmen, Herausforderungen und Abschnitte der vorigen Fassung übernehmen",
    )
    nimm_stichtag(parser)
    parser.set_defaults(tu=fuehre_aus)


def fuehre_aus(wahl: argparse.Namespace, frage_nach: Callable[[str], str] | None = None) -> int:
    """Exit code: 0 when the record is written, 1 when nothing was written."""
    plan, befunde = lade(wahl.daten, wahl.stichtag)
    if plan is None:
        return 1
    if frage_nach is None and sys.stdin.isatty():
        frage_nach = input
    antworten: dict[str, Any] = {}
    try:
        antworten |= lies_angaben(wahl, plan)
        beantworte(arten()[wahl.art], plan, antworten, frage_nach)
        entwurf, neue = _erfrage(wahl, plan, antworten, befunde, frage_nach)
    except Unbrauchbar as grund:
        sys.stdout.write(f"{grund}\n{fortsetzung(wahl, antworten) if frage_nach else ''}")
        return 1
    except (EOFError, KeyboardInterrupt):
        sys.stdout.write(f"\nAbgebrochen, es wurde nichts angelegt. {fortsetzung(wahl, antworten)}")
        return 1
    if neue:
        sys.stdout.write(render_befunde(neue))
    if hat_fehler(neue):
        sys.stdout.write(f"Es wurde nichts angelegt. {fortsetzung(wahl, antworten)}")
        return 1
    for datei in entwurf.schreibe():
        sys.stdout.write(f"Geschrieben: {wahl.daten.as_posix()}/{datei}\n")
    return 0


def _erfrage(
    wahl: argparse.Namespace,
    plan: Plan,
    antworten: dict[str, Any],
    bekannt: list[Befund],
    frage_nach: Callable[[str], str] | None,
) -> tuple[Entwurf, list[Befund]]:
    """The draft and what the check finds in it; what it refuses is asked again while there is somebody to ask."""
    typ = arten()[wahl.art]
    while True:
        if wahl.art == "indikator" and not wahl.stichtag_neu and frage_nach:
            wahl.stichtag_neu = frage_nach("\nZu welchem Stichtag kommen die ersten Zahlen? > ").strip()
        entwurf = lege_an(wahl, plan, antworten)
        neue = entwurf.pruefe(wahl.stichtag, bekannt)
        offen = noch_einmal(typ, f"{typ.SAMMLUNG.ordner}/{antworten['id']}.yaml", neue)
        if frage_nach is None or not offen:
            return entwurf, neue
        sys.stdout.write(render_befunde(neue))
        for frage in offen:
            _frage_eine(typ, plan, antworten, frage, frage_nach)
