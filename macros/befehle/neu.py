"""Creates a new record: asks for what is required, or takes it from options."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from pydantic_core import ValidationError

from macros.ausgabe.melden.befunde import render_befunde
from macros.befehle.angaben import lade, nimm_daten, nimm_stichtag
from macros.modell.befund import hat_fehler
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
    satz_aus,
    tabelle,
)

_TITELFELDER = ("titel", "name", "bezeichnung")


def beantworte(
    typ: type[Datensatz], plan: Plan, gegeben: dict[str, Any], frage_nach: Callable[[str], str] | None
) -> dict[str, Any]:
    """All answers; asks for those that are missing, or raises Unbrauchbar naming them."""
    antworten = dict(gegeben)
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
        while pfad not in antworten:
            text = frage_nach(_frage_text(frage, plan, vorschlag)) or vorschlag
            try:
                antworten[pfad] = lies_antwort(plan, typ, frage.pfad, text)
            except Unbrauchbar as grund:
                sys.stdout.write(f"{grund}\n")
    return antworten


def _frage_text(frage: Frage, plan: Plan, vorschlag: str) -> str:
    f = frage.feld
    wahl = [wert for wert, _, _ in f.auswahl] or (list(plan.sammlung(f.ziel))[:30] if f.ziel else [])
    zeilen = [f"\n{'.'.join(frage.pfad)}: {f.beschreibung}"]
    if wahl:
        zeilen.append(f"  Möglich: {', '.join(wahl)}")
    if f.liste:
        zeilen.append("  Mehrere mit Komma trennen.")
    return "\n".join([*zeilen, f"  [{vorschlag}] > " if vorschlag else "  > "])


def lege_an(wahl: argparse.Namespace, plan: Plan, frage_nach: Callable[[str], str] | None) -> Entwurf:
    """The draft with the new record; raises Unbrauchbar."""
    typ = arten()[wahl.art]
    gegeben: dict[str, Any] = {}
    for paar in wahl.setze:
        pfad, trenner, wert = paar.partition("=")
        if not trenner:
            raise Unbrauchbar(f"„{paar}“: Erwartet wird FELD=WERT.")
        gegeben[pfad] = lies_antwort(plan, typ, pfad.split("."), wert)
    daten = satz_aus(beantworte(typ, plan, gegeben, frage_nach))
    if wahl.dimension:
        daten["dimensionen"] = [dimension(text) for text in wahl.dimension]
    entwurf = Entwurf(wahl.daten)
    zahlen = None
    if wahl.art == "indikator":
        if not wahl.stichtag_neu:
            raise Unbrauchbar("Zu welchem Stichtag kommen die ersten Zahlen? Mit --erster-stichtag angeben.")
        zahlen = tabelle(daten, wahl.stichtag_neu)
        with suppress(ValueError):  # what is no Stichtag, the check of the table says
            if form := lies_stichtag(wahl.stichtag_neu).art:
                daten.setdefault("stichtagsform", form.value)
    try:
        entwurf.lege_an(typ.SAMMLUNG.ordner, daten, zahlen)
        if wahl.fortfuehren:
            fuehre_fort(entwurf, plan, str(daten.get("vorgaenger", "")), str(daten["id"]))
    except FileExistsError as fehler:
        raise Unbrauchbar(f"{fehler} gibt es schon. Eine andere Kennung wählen.") from fehler
    except ValidationError as fehler:
        raise Unbrauchbar(f"„{daten['id']}“ ist keine Kennung: nur a bis z, Ziffern und Bindestriche.") from fehler
    return entwurf


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
    try:
        entwurf = lege_an(wahl, plan, frage_nach)
    except Unbrauchbar as grund:
        sys.stdout.write(f"{grund}\n")
        return 1
    neue = entwurf.pruefe(wahl.stichtag, befunde)
    if neue:
        sys.stdout.write(render_befunde(neue))
    if hat_fehler(neue):
        sys.stdout.write("Es wurde nichts angelegt.\n")
        return 1
    for datei in entwurf.schreibe():
        sys.stdout.write(f"Geschrieben: {wahl.daten.as_posix()}/{datei}\n")
    return 0
