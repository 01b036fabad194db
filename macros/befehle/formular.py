"""Issue forms: generates them from the data, and writes what a filled-in form reports into the data."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

from macros.ausgabe.melden.befunde import maskiere, render_befunde
from macros.ausgabe.melden.vergleich import als_markdown
from macros.befehle.angaben import heute, lade, nimm_daten, nimm_stichtag
from macros.befehle.befehlszeile import Befehlszeile, unterbefehl
from macros.befehle.zielordner import Verweigert, haenge_an, schreibe_ganz, verweigere_quellen
from macros.modell.befund import hat_fehler
from macros.pruefung import pruefe_ordner
from macros.schreiben.ablegen import schreibe_datei
from macros.schreiben.formulare import vorlagen
from macros.schreiben.meldung import Meldung, uebernimm
from macros.sichten.unterschied import unterschiede

WEITER = (
    "So geht es weiter: oben rechts an der Meldung auf „…“ und „Edit“ klicken, die genannten Antworten ändern und speichern. "
    "Die Meldung wird dann von selbst noch einmal gelesen; eine neue ist nicht nötig."
)
VORLAGEN = Path(".github/ISSUE_TEMPLATE")


def schreibe_vorlagen(daten: Path, ziel: Path, nur_pruefen: bool) -> int:
    """Writes the forms; with `nur_pruefen` 1 where one is not current."""
    try:
        verweigere_quellen(ziel, daten, "Nennen Sie mit --ziel einen anderen Ordner.")
    except Verweigert as fehler:
        sys.stderr.write(f"{fehler}\n")
        return 1
    tag = heute()
    plan, _ = lade(daten, tag)
    if plan is None:
        return 1
    veraltet = {
        name: text
        for name, text in vorlagen(plan, tag).items()
        if not (ziel / name).is_file() or (ziel / name).read_bytes() != text.encode()
    }
    for name, text in veraltet.items():
        if not nur_pruefen:
            schreibe_datei(ziel / name, text)
        sys.stdout.write(f"{(ziel / name).as_posix()}: {'veraltet' if nur_pruefen else 'geschrieben'}\n")
    return 1 if nur_pruefen and veraltet else 0


def uebernehme(ereignis: Path, daten: Path, bericht: Path, ausgabe: Path | None, stichtag: date) -> int:
    """Writes the change that an issue reports, and a report in Markdown; findings are no failure of the program."""
    try:
        for ziel in (bericht, ausgabe):  # before anything is taken over
            if ziel:
                verweigere_quellen(ziel, daten)
    except Verweigert as fehler:
        sys.stderr.write(f"{fehler}\n")
        return 1
    issue = json.loads(ereignis.read_text("utf-8"))["issue"]
    meldung = uebernimm(issue.get("body") or "", daten, stichtag)
    ergebnis = "befunde" if hat_fehler(meldung.befunde) else "geaendert" if meldung.dateien else "nichts"
    try:
        schreibe_ganz(bericht, _bericht(meldung, int(issue["number"]), daten, stichtag).encode(), daten)
        if ausgabe:
            haenge_an(ausgabe, f"ergebnis={ergebnis}\n", daten)
    except Verweigert as fehler:
        sys.stderr.write(f"{fehler}\n")
        return 1
    sys.stdout.write(render_befunde(meldung.befunde) if meldung.befunde else f"{ergebnis}\n")
    return 0


def _bericht(meldung: Meldung, nummer: int, daten: Path, stichtag: date) -> str:
    """What to tell people: what was wrong, what changed, or that nothing did."""
    if hat_fehler(meldung.befunde):
        befunde = render_befunde(meldung.befunde, "markdown")
        return f"So lässt sich die Meldung noch nicht übernehmen:\n\n{befunde}\n{WEITER}\n"
    nachher, _ = pruefe_ordner(daten, stichtag)
    if not meldung.dateien or meldung.vorher is None or nachher is None:
        return "Das steht schon genau so in den Daten; es ist nichts zu ändern.\n"
    quelle = meldung.antworten.get("quelle", "")
    woher = f"\nAngegebene Quelle: {maskiere(quelle)}\n" if quelle else ""
    return (
        f"{als_markdown(unterschiede(meldung.vorher, nachher, stichtag))}{woher}\n"
        f"Aus der Meldung #{nummer}. Beim Zusammenführen wird sie geschlossen: closes #{nummer}\n"
    )


def nimm_angaben(parser: Befehlszeile) -> None:
    """The options of `konzept formular vorlagen` and `konzept formular uebernehmen`."""
    befehle = parser.add_subparsers(title="Befehle", metavar="BEFEHL", required=True)
    erzeugen = unterbefehl(befehle, "vorlagen", "schreibt die Formulare aus den Daten")
    nimm_daten(erzeugen)
    erzeugen.add_argument(
        "--ziel",
        type=Path,
        default=VORLAGEN,
        metavar="ORDNER",
        help=f"Ordner der Formulare (Vorgabe: {VORLAGEN.as_posix()})",
    )
    erzeugen.add_argument("--check", action="store_true", help="nichts schreiben, nur melden")
    erzeugen.set_defaults(tu=lambda wahl: schreibe_vorlagen(wahl.daten, wahl.ziel, wahl.check))
    holen = unterbefehl(befehle, "uebernehmen", "schreibt eine Meldung in die Daten")
    holen.add_argument("--ereignis", type=Path, required=True, metavar="DATEI", help="Datei mit dem Ereignis (JSON)")
    holen.add_argument(
        "--bericht", type=Path, required=True, metavar="DATEI", help="Datei, in die der Bericht geschrieben wird"
    )
    holen.add_argument("--ausgabe", type=Path, default=None, metavar="DATEI", help="Datei für ergebnis=…")
    nimm_daten(holen)
    nimm_stichtag(holen)
    holen.set_defaults(tu=lambda wahl: uebernehme(wahl.ereignis, wahl.daten, wahl.bericht, wahl.ausgabe, wahl.stichtag))
