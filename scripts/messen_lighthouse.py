"""Lighthouse on eight kinds of page, as a phone loads them from a server that compresses: the median of every category.

Lighthouse is no package of this project: `npm install --no-save --no-package-lock lighthouse` brings it.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.befehle.angaben import heute
from macros.befehle.bauen import baue
from scripts.browser import CHROMIUM, SCHALTER, liefere
from scripts.messen_seiten import arten

WURZEL = Path(__file__).resolve().parent.parent
LIGHTHOUSE = WURZEL / "node_modules" / "lighthouse" / "cli" / "index.js"
BEREICHE = ("performance", "accessibility", "best-practices", "seo")
ARTEN = (
    "start", "konzept/*", "massnahmen", "massnahmen/*", "monitoring/*", "umsetzung", "datenqualitaet", "sprachen/*",
)  # fmt: skip
"""Of each the heaviest page."""
FEHLT = "Lighthouse fehlt: npm install --no-save --no-package-lock lighthouse"


@dataclass(frozen=True)
class Note:
    """What several runs say of one page: the median per category, of the shift and of the blocked time, and what failed."""

    seite: str
    bereiche: dict[str, float]
    verschiebung: float
    blockiert: float
    gescheitert: tuple[str, ...]


def benote(ordner: Path, laeufe: int, welche: tuple[str, ...] = ARTEN) -> Iterator[tuple[str, Note]]:
    """Kind -> its note, kind after kind."""
    schwerste = arten(ordner)
    with liefere(ordner, packend=True) as wurzel:
        for art in welche:
            if art in schwerste:
                yield art, _note(schwerste[art], [_lauf(wurzel + schwerste[art]) for _ in range(laeufe)])


def _lauf(adresse: str) -> dict[str, Any]:
    befehl = ["node", str(LIGHTHOUSE), adresse, "--quiet", "--output=json", f"--chrome-path={CHROMIUM}"]
    befehl += [f"--only-categories={','.join(BEREICHE)}", f"--chrome-flags=--headless {' '.join(SCHALTER)}"]
    lauf = subprocess.run(befehl, capture_output=True, text=True, check=False)
    if lauf.returncode:
        raise SystemExit(f"Lighthouse scheitert: {lauf.stderr.strip()[-300:]}")
    ergebnis: dict[str, Any] = json.loads(lauf.stdout)
    return ergebnis


def _note(seite: str, laeufe: list[dict[str, Any]]) -> Note:
    def mitte(audit: str) -> float:
        return float(statistics.median(lauf["audits"][audit]["numericValue"] for lauf in laeufe))

    bereiche = {b: statistics.median((lauf["categories"][b]["score"] or 0) * 100 for lauf in laeufe) for b in BEREICHE}
    gescheitert = {
        f"{name} {audit.get('displayValue', '')}".strip()
        for lauf in laeufe
        for b in BEREICHE
        for name in (ref["id"] for ref in lauf["categories"][b]["auditRefs"] if ref["weight"])
        if (audit := lauf["audits"][name])["score"] is not None and audit["score"] < 0.9
    }
    return Note(
        seite, bereiche, mitte("cumulative-layout-shift"), mitte("total-blocking-time"), tuple(sorted(gescheitert))
    )


def main(argumente: list[str] | None = None) -> int:
    """Prints one table; exit code 1 where a category is below 100."""
    parser = argparse.ArgumentParser(prog="python -m scripts.messen_lighthouse", description="Benotet acht Seiten.")
    parser.add_argument("--daten", type=Path, default=WURZEL / "data")
    parser.add_argument("--seite", type=Path, help="eine fertige Website statt einer neu gebauten")
    parser.add_argument("--laeufe", type=int, default=3, help="Läufe je Seite, ihre Mitte gilt (Vorgabe: 3)")
    wahl = parser.parse_args(argumente)
    if not LIGHTHOUSE.exists():
        print(FEHLT)
        return 1
    ganz = True
    print(f"{'':20}{''.join(f'{b:>16}' for b in BEREICHE)}{'CLS':>8}{'TBT, ms':>9}")
    with tempfile.TemporaryDirectory() as name:
        seite: Path = wahl.seite or Path(name) / "seite"
        if not wahl.seite and baue(wahl.daten, seite, heute(), lambda bau, ort: None):
            return 1
        for art, note in benote(seite, wahl.laeufe):
            noten = "".join(f"{note.bereiche[b]:16.0f}" for b in BEREICHE)
            print(f"{art:20}{noten}{note.verschiebung:8.3f}{note.blockiert:9.0f}", flush=True)
            for grund in note.gescheitert:
                print(f"  {note.seite}: {grund}")
            ganz &= min(note.bereiche.values()) >= 100
    return int(not ganz)


if __name__ == "__main__":
    sys.exit(main())
