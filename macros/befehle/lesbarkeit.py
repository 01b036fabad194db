"""Says how hard the texts are to read. Only hints: facts and the strength of a statement win over ease."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module

from macros.befehle.angaben import lade, nimm_daten, nimm_stichtag
from macros.deutsch.zahlen import zahl
from macros.sichten.lesbarkeit import LANG, ZIEL, Leseformel, grade, lange_saetze, mittlerer_grad

PAKET = "textstat"


def wiener_sachtextformel() -> Leseformel | None:
    """The first Wiener Sachtextformel (Bamberger and Vanecek 1984), by textstat; none where it is not installed."""
    try:
        textstat = import_module(PAKET)
    except ImportError:
        return None
    textstat.set_lang("de")
    return lambda text: float(textstat.wiener_sachtextformel(text, 1))


def nimm_angaben(parser: argparse.ArgumentParser) -> None:
    """The options of `konzept lesbarkeit`."""
    nimm_daten(parser)
    nimm_stichtag(parser)
    parser.add_argument(
        "--woerter", type=int, default=LANG, metavar="ZAHL", help=f"längste Länge eines Satzes (Vorgabe: {LANG})"
    )
    parser.set_defaults(tu=fuehre_aus)


def fuehre_aus(wahl: argparse.Namespace) -> int:
    """Exit code: 0, whatever is found; 1 when the data have errors."""
    plan, _ = lade(wahl.daten, wahl.stichtag)
    if plan is None:
        return 1
    zeilen = []
    if (formel := wiener_sachtextformel()) is None:
        zeilen += [f"Ohne {PAKET} gibt es keine Schulstufen. Einmal holen: python -m pip install {PAKET}", ""]
    elif je := grade(plan, formel):
        mitte = mittlerer_grad(je)
        zeilen += [f"Schulstufe je Maßnahme (Wiener Sachtextformel; im Mittel höchstens {ZIEL}):", ""]
        zeilen += [f"  {zahl(eine.grad, 1):>5}  massnahmen/{eine.kennung}.yaml" for eine in je]
        zeilen += ["", f"  {zahl(mitte, 1):>5}  Mitte (Median)" if mitte is not None else "", ""]
    lange = lange_saetze(plan, wahl.woerter)
    zeilen += [f"Sätze mit mehr als {wahl.woerter} Wörtern: {len(lange) or 'keine'}"]
    zeilen += [f"  {s.woerter} Wörter  {s.ort.datei}:{s.ort.zeile}  {s.satz}" for s in lange]
    sys.stdout.write("\n".join(zeilen) + "\n")
    return 0
