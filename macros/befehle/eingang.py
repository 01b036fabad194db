"""Takes over the workbooks that somebody put into the folder `eingang`, and answers in plain words."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

from macros.ausgabe.melden.befunde import maskiere, render_befunde
from macros.ausgabe.melden.vergleich import als_markdown
from macros.befehle.angaben import nimm_daten, nimm_stichtag
from macros.befehle.gitlab import GitLab
from macros.befehle.vergleich import Unauffindbar, hole
from macros.befehle.zielordner import Verweigert, haenge_an, schreibe_ganz, verweigere_quellen, warum
from macros.pruefung import pruefe_ordner
from macros.schreiben.mappeneingang import Leerung, Mappeneingang, leere
from macros.sichten.unterschied import unterschiede

EINGANG, ANTWORTEN = Path("eingang"), "antworten"
WEITER = (
    "So geht es weiter: die genannten Zellen in der Mappe ändern und die Mappe noch einmal in den Ordner `eingang` legen. "
    "Was schon übernommen ist, zählt dabei nicht doppelt."
)
MISCHEN = (
    "Der Vorschlag enthält nur die Daten, nicht die Mappe. Bitte mit „Squash and merge“ zusammenführen und den Zweig, "
    "in dem die Mappe liegt, danach löschen."
)
NICHTS = "Im Ordner liegt keine Mappe.\n"


def fuehre_aus(wahl: argparse.Namespace) -> int:
    """Exit code: 0 when nothing has to go back (with `--ausgabe` also then), 1 when something has, or cannot be read."""
    antworten = wahl.antworten or wahl.ordner.with_name(ANTWORTEN)
    with tempfile.TemporaryDirectory() as platz:
        try:
            for ziel in (antworten, wahl.bericht, wahl.ausgabe):  # before anything is taken over
                if ziel:
                    verweigere_quellen(ziel, wahl.daten)
            ordner = hole(wahl.aus, wahl.ordner.as_posix(), Path(platz)) if wahl.aus else wahl.ordner
        except (Unauffindbar, Verweigert) as fehler:
            sys.stderr.write(f"{fehler}\n")
            return 1
        if not ordner.is_dir():
            sys.stderr.write(f"{ordner} ist kein Ordner.\n")
            return 1
        bleibt: list[str] = []
        leerung = leere(ordner, wahl.daten, wahl.stichtag)
        if not wahl.aus:
            bleibt = _raeume(leerung)
    geschrieben = [_lege_ab(antworten, e, wahl.daten) for e in leerung.eingaenge if e.entscheidung]
    text = bericht(leerung, wahl.daten, wahl.stichtag, als_vorschlag=bool(wahl.aus))
    try:
        if wahl.bericht:
            schreibe_ganz(wahl.bericht, text.encode(), wahl.daten)
        else:
            sys.stdout.write(text)
        if wahl.ausgabe:
            merkmale = f"geaendert={str(leerung.geaendert).lower()}\nzurueck={str(leerung.zurueck).lower()}\n"
            haenge_an(wahl.ausgabe, merkmale, wahl.daten)
    except Verweigert as fehler:
        sys.stderr.write(f"{fehler}\n")
        return 1
    for zeile in geschrieben + bleibt:
        sys.stdout.write(f"{zeile}\n")
    if wahl.vorschlagen and not _schlage_vor(leerung, text, wahl.daten):
        return 1
    return 0 if wahl.ausgabe else int(leerung.zurueck)


def _schlage_vor(leerung: Leerung, text: str, daten: Path) -> bool:
    """Whether GitLab took the proposal and the answer beside the upload; the surroundings of a pipeline name both."""
    stand, basis = os.environ.get("CI_COMMIT_SHA", ""), os.environ.get("CI_DEFAULT_BRANCH", "main")
    namen = sorted({name for e in leerung.eingaenge for name in e.dateien})
    try:
        forge = GitLab(os.environ["CI_API_V4_URL"], os.environ["CI_PROJECT_ID"], os.environ["KONZEPT_TOKEN"])
        if namen:
            inhalte = {f"data/{name}": (daten / name).read_bytes() for name in namen}
            forge.schlage_vor(f"eingang-{stand[:8]}", basis, inhalte, "Mappen aus dem Eingang übernehmen", text)
        forge.antworte(stand, text)
    except (OSError, KeyError, ValueError) as fehler:
        sys.stderr.write(f"GitLab hat den Vorschlag nicht angenommen: {fehler}\n")
        return False
    return True


def bericht(leerung: Leerung, daten: Path, stichtag: date, *, als_vorschlag: bool) -> str:
    """The answer in Markdown: what is different now, and file by file what has to be mended, with its cell."""
    teile = []
    nachher, _ = pruefe_ordner(daten, stichtag)
    if leerung.geaendert and leerung.vorher is not None and nachher is not None:
        teile += [als_markdown(unterschiede(leerung.vorher, nachher, stichtag)).rstrip("\n")]
        teile += [MISCHEN] if als_vorschlag else []
    for e in leerung.eingaenge:
        teile.append(f"### {maskiere(e.name)}\n\n{_antwort(e)}")
    if leerung.zurueck:
        teile.append(WEITER)
    return "\n\n".join(teile) + "\n" if teile else NICHTS


def _antwort(e: Mappeneingang) -> str:
    befunde = render_befunde(e.befunde, "markdown").rstrip("\n") if e.befunde else ""
    if not e.genommen:
        return f"Von dieser Datei wurde nichts übernommen.\n\n{befunde}"
    wurde = (
        f"Übernommen: {len(e.dateien)} geänderte Dateien."
        if len(e.dateien) != 1
        else "Übernommen: eine geänderte Datei."
    )
    return f"{wurde if e.dateien else 'Das steht schon genau so in den Daten.'}\n\n{befunde}".rstrip("\n")


def _raeume(leerung: Leerung) -> list[str]:
    """Removes the files of which nothing has to go back; a mail goes when all that hangs at it is taken.

    By the file itself, never by the name that is shown. A sentence for each that another program holds.
    """
    je: dict[Path, bool] = {}
    for e in leerung.eingaenge:
        for ort in e.orte:
            je[ort] = je.get(ort, True) and e.erledigt
    saetze = []
    for datei, erledigt in je.items():
        try:
            if erledigt:
                datei.unlink(missing_ok=True)
        except OSError:
            saetze.append(f"{datei} ließ sich nicht löschen. Schließen Sie die Datei, und löschen Sie sie selbst.")
    return saetze


def _lege_ab(ordner: Path, e: Mappeneingang, daten: Path) -> str:
    assert e.entscheidung
    name, inhalt = e.entscheidung
    try:
        ordner.mkdir(parents=True, exist_ok=True)
        schreibe_ganz(ordner / name, inhalt, daten)
    except Verweigert as fehler:
        return str(fehler)
    except OSError as fehler:
        return warum(ordner, fehler)
    return f"Geschrieben: {ordner / name}. Dort lassen sich die Konflikte entscheiden."


def nimm_angaben(parser: argparse.ArgumentParser) -> None:
    """The options of `konzept eingang`."""
    parser.add_argument(
        "ordner",
        type=Path,
        nargs="?",
        default=EINGANG,
        metavar="ORDNER",
        help=f"Ordner mit den Mappen (Vorgabe: {EINGANG})",
    )
    parser.add_argument("--aus", default="", metavar="STAND", help="liest den Ordner aus einem Stand in git")
    parser.add_argument(
        "--bericht", type=Path, default=None, metavar="DATEI", help="schreibt die Antwort in diese Datei"
    )
    parser.add_argument(
        "--antworten",
        type=Path,
        default=None,
        metavar="ORDNER",
        help="Ordner für Mappen, in denen man Konflikte entscheidet",
    )
    parser.add_argument(
        "--ausgabe", type=Path, default=None, metavar="DATEI", help="Datei für geaendert=… und zurueck=…"
    )
    parser.add_argument("--vorschlagen", action="store_true", help="legt in GitLab den Vorschlag an und antwortet dort")
    nimm_daten(parser)
    nimm_stichtag(parser)
    parser.set_defaults(tu=fuehre_aus)
