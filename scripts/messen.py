"""One table: build, preview, check, pages, filter, search, a slow phone, PDF, a very large plan, each beside its reference in one run."""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import astuple
from pathlib import Path

from macros.befehle.angaben import heute
from macros.befehle.bauen import baue
from scripts import (
    messen_bau,
    messen_druck,
    messen_lighthouse,
    messen_matrix,
    messen_pruefung,
    messen_seiten,
    messen_suche,
    messen_telefon,
    messen_vorschau,
)
from scripts.browser import CHROMIUM, SCHALTER

WURZEL = Path(__file__).resolve().parent.parent
ZEILEN = 3000
SAETZE = 10_000
GROSS = {"massnahmen/sprachtreffs": 400, "herausforderungen/la-01": 120}
"""Of which record a very large plan has how many more."""
Zeile = tuple[str, float, str, float | None]
"""What, the figure here, what it stands beside, the figure there."""


def bau(daten: Path, laeufe: int) -> Iterator[Zeile]:
    """Build with search and without PDF, and memory, against mkdocs-material as it comes with the same finished pages."""
    anzahl, paare = messen_bau.vergleiche(daten, laeufe)
    hier, dort = zip(*paare, strict=True)
    mitte = statistics.median
    yield (
        f"Bau von {anzahl} Seiten, s Rechenzeit", mitte(x.rechenzeit for x in hier),
        "Material, fertige Seiten", mitte(x.rechenzeit for x in dort),
    )  # fmt: skip
    yield "Speicher des Baus, MB", mitte(x.megabyte for x in hier), "Material", mitte(x.megabyte for x in dort)


def vorschau(daten: Path, laeufe: int) -> Iterator[Zeile]:
    """One edit, to its page and to all pages, against a whole build."""
    erste, alle, ganz = (statistics.median(s) for s in zip(*messen_vorschau.miss(daten, laeufe), strict=True))
    yield "Änderung bis zu ihrer Seite, s Rechenzeit", erste, "ganzer Bau ohne Suche und PDF", ganz
    yield "Änderung bis zu allen Seiten, s Rechenzeit", alle, "ganzer Bau ohne Suche und PDF", ganz
    uhr = messen_vorschau.nach_der_uhr(daten, laeufe)
    yield "Änderung bis zu ihrer Seite, s nach der Uhr", statistics.median(s for s, _ in uhr), "Ziel", 1


def pruefung(_daten: Path, laeufe: int) -> Iterator[Zeile]:
    """The check at a size and at half of it; linear is a ratio of 2."""
    halb, ganz, _, _ = messen_pruefung.vergleiche(SAETZE, laeufe)
    yield f"Prüfung von {SAETZE} Datensätzen, s Rechenzeit", ganz, f"von {SAETZE // 2}", halb


def seiten(daten: Path, laeufe: int) -> Iterator[Zeile]:
    """Bytes of page types against the theme as it comes, Lighthouse, and the search."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as name:
        seite = Path(name) / "seite"
        if baue(daten, seite, heute(), lambda bau, ort: None):
            raise SystemExit(1)
        with sync_playwright() as p:
            browser = p.chromium.launch(executable_path=CHROMIUM, args=SCHALTER)
            gewichte = messen_seiten.wiege_alle(browser, seite)
            thema = messen_seiten.schlichtes_thema(Path(name), browser)
            browser.close()
        for art in ("konzept/*", "monitoring/*", "massnahmen"):
            if g := gewichte.get(art):
                schlicht = thema.byte + messen_seiten.gepackt(seite / g.seite / "index.html")
                yield f"Seite {art}, kB komprimiert", g.byte / 1000, "Material, wie es kommt", schlicht / 1000
        yield from lighthouse(seite, laeufe)
        e = messen_suche.miss(seite, messen_suche.lies_fragen(messen_suche.FRAGEN))
    yield f"Suche: Fragen unter den ersten {messen_suche.VORN}", e.vorn, "alle Fragen", e.fragen
    yield "Suche: erste Frage, kB", e.byte_erste / 1000, "ganzer Index", e.byte_ganz / 1000


def lighthouse(seite: Path, laeufe: int) -> Iterator[Zeile]:
    """The lowest score of eight kinds of page per category, the largest shift and the longest block of them."""
    if not messen_lighthouse.LIGHTHOUSE.exists():
        print(messen_lighthouse.FEHLT)
        return
    noten = [note for _, note in messen_lighthouse.benote(seite, laeufe)]
    for bereich in messen_lighthouse.BEREICHE:
        yield f"Lighthouse, acht Seiten: {bereich}", min(n.bereiche[bereich] for n in noten), "das Höchste", 100
    yield "Lighthouse, acht Seiten: CLS", max(n.verschiebung for n in noten), "gut bis", 0.1
    yield "Lighthouse, acht Seiten: TBT, ms", max(n.blockiert for n in noten), "gut bis", 200


def telefon(daten: Path, laeufe: int) -> Iterator[Zeile]:
    """A slow phone, next to what is wanted."""
    with tempfile.TemporaryDirectory() as name:
        if baue(daten, seite := Path(name) / "seite", heute(), lambda bau, ort: None):
            raise SystemExit(1)
        hier = messen_telefon.mitte(messen_telefon.miss(seite, laeufe))
    for was, wert, ziel in zip(messen_telefon.NAMEN, astuple(hier), astuple(messen_telefon.ZIELE), strict=True):
        yield f"Langsames Telefon: {was}", wert, "Ziel", ziel


def liste(_daten: Path, _laeufe: int) -> Iterator[Zeile]:
    """The filter per keystroke against a table library."""
    alle = {wer: arbeit for wer, _, (arbeit, _) in messen_matrix.filterzeiten([ZEILEN], WURZEL / "node_modules")}
    (_, (wir, _)), *andere = alle.items()
    for wer, (median, _) in andere:
        yield f"Filter, {ZEILEN} Zeilen, ms je Taste", wir, wer, median
    if not andere:
        yield f"Filter, {ZEILEN} Zeilen, ms je Taste", wir, "fehlt: npm install --no-save datatables.net", None


def druck(daten: Path, laeufe: int) -> Iterator[Zeile]:
    """The concept as PDF against Chromium: time per page, and memory."""
    paare = [[messen_druck.miss(womit, daten, 0) for womit in ("typst", "chromium")] for _ in range(laeufe)]
    (zeit, mb), (dort, dort_mb) = (
        (statistics.median(r * 1000 / n for _, r, _, n in laeufe), statistics.median(m for _, _, m, _ in laeufe))
        for laeufe in zip(*paare, strict=True)
    )
    yield "PDF, ms Rechenzeit je Seite", zeit, "Chromium", dort
    yield "PDF, MB", mb, "Chromium", dort_mb


def gross(_daten: Path, _laeufe: int) -> Iterator[Zeile]:
    """A whole build with PDFs of a very large plan, next to half of it, once: twice as much is a ratio of 2."""
    laeufe = []
    with tempfile.TemporaryDirectory() as name:
        for teil in (2, 1):
            je = {art: anzahl // teil for art, anzahl in GROSS.items()}
            messen_pruefung.schreibe_je(je, daten := (ordner := Path(name)) / f"daten-{teil}")
            gemeinde = daten / "gemeinde.yaml"  # words that no run had: what is kept of PDFs does not count
            gemeinde.write_text(
                gemeinde.read_text("utf-8").replace("untertitel: ", f"untertitel: {ordner.name} "), "utf-8"
            )
            befehl = [sys.executable, "-m", "macros.befehle", "bauen", "--daten", str(daten)]
            laeufe.append(messen_bau.bewacht([*befehl, "--ziel", str(ordner / f"site-{teil}")], dict(os.environ)))
    halb, ganz = laeufe
    wovon = f"{' und '.join(str(n) for n in GROSS.values())} Datensätze mit PDF"
    yield f"{wovon}, s Rechenzeit", ganz.rechenzeit, "die Hälfte", halb.rechenzeit
    yield f"{wovon}, MB im größten Prozess", ganz.megabyte, "die Hälfte", halb.megabyte


TEILE: dict[str, Callable[[Path, int], Iterator[Zeile]]] = {
    "bau": bau, "vorschau": vorschau, "pruefung": pruefung, "seiten": seiten, "telefon": telefon, "filter": liste, "druck": druck,
    "gross": gross,
}  # fmt: skip


def main(argumente: list[str] | None = None) -> int:
    """Prints the table; exit code 0."""
    parser = argparse.ArgumentParser(prog="python -m scripts.messen", description="Misst alles in einer Tabelle.")
    parser.add_argument("--daten", type=Path, default=WURZEL / "data")
    parser.add_argument("--laeufe", type=int, default=3, help="gezählte Läufe, ihre Mitte gilt (Vorgabe: 3)")
    parser.add_argument("--nur", nargs="*", choices=TEILE, default=list(TEILE), help="nur diese Teile")
    wahl = parser.parse_args(argumente)
    print(f"{'':46}{'hier':>10}{'Bezug':>10}{'Verhältnis':>12}  Bezug ist")
    for teil in wahl.nur:
        for was, hier, bezug, dort in TEILE[teil](wahl.daten, wahl.laeufe):
            rechts = f"{dort:10.2f}{hier / dort:12.2f}" if dort else f"{'–':>10}{'–':>12}"
            print(f"{was:46}{hier:10.2f}{rechts}  {bezug}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
