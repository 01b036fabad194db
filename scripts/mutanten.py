"""Puts small faults into the code, one at a time, and names those that no test notices."""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from functools import partial
from pathlib import Path
from queue import SimpleQueue

import yaml

from scripts.mutanten_code import Mutant, mutanten, regeln
from scripts.mutanten_lauf import Spur, faellt_auf, kopiere, lies_spur

WURZEL = Path(__file__).resolve().parent.parent
GLEICHWERTIG = WURZEL / "tests/mutanten.yaml"
TESTS = {
    # The records are what every room works on: their limits show where files are read and where rules look.
    "modell": ["tests/modell", "tests/laden", "tests/regeln", "tests/sichten", "tests/schreiben/test_schema.py"],
    "regeln": ["tests/regeln"],
    "sichten": ["tests/sichten"],
    # Half of the broken examples are broken in their form, which is found while loading.
    "laden": ["tests/laden", "tests/regeln/test_kaputt.py"],
    "schreiben": ["tests/schreiben"],
}
"""Room -> the tests that have to notice its faults."""
SAAT = "integrationskonzept"
JE_RAUM = 200
GRENZE = 0.05
_MINDESTENS = 0.5
"""Share of the sample that has to be tried before the time is up, so that a slow machine does not pass unseen."""


class Urteil(StrEnum):
    """What the tests said to a mutant."""

    GEFALLEN = "aufgefallen"
    OHNE_ENDE = "kommt zu keinem Ende"
    UEBERLEBT = "unbemerkt"
    UNERREICHT = "von keinem Test erreicht"
    OFFEN = "nicht versucht"


UNBEMERKT = frozenset({Urteil.UEBERLEBT, Urteil.UNERREICHT})


def mutanten_von(raum: str) -> list[Mutant]:
    """Every mutant of a room."""
    return [m for datei in sorted((WURZEL / "macros" / raum).rglob("*.py")) for m in mutanten(WURZEL, datei)]


def rang(saat: str, mutant: Mutant) -> bytes:
    """Place of a mutant in the draw; it does not move when other code changes."""
    return hashlib.sha256(f"{saat} {mutant.name}".encode()).digest()


def stichprobe(alle: Iterable[Mutant], zahl: int, saat: str) -> list[Mutant]:
    """First one mutant of each function, then as the seed draws them."""
    gezogen = sorted(alle, key=lambda m: rang(saat, m))
    erste = {(m.modul, m.funktion): m for m in reversed(gezogen)}
    return sorted(gezogen, key=lambda m: erste[(m.modul, m.funktion)] is not m)[:zahl]


def gleichwertige(datei: Path = GLEICHWERTIG) -> dict[str, str]:
    """Mutants that no test can notice because they do the same -> the reason why."""
    eintraege = yaml.safe_load(datei.read_text(encoding="utf-8")) if datei.exists() else None
    return {e["mutant"]: e["grund"] for e in eintraege or ()}


def pruefe_mutanten(
    plan: dict[str, list[Mutant]], ende: float, melde: Callable[[str], object]
) -> dict[str, dict[Mutant, Urteil]]:
    """The verdict on every mutant of every room; two at a time, the rooms in turn, until the time is up."""
    urteile = {raum: dict.fromkeys(liste, Urteil.OFFEN) for raum, liste in plan.items()}
    with tempfile.TemporaryDirectory(prefix="mutanten-") as ablage, ThreadPoolExecutor(2) as helfer:
        kopien: SimpleQueue[Path] = SimpleQueue()
        for n in range(2):
            kopien.put(kopiere(WURZEL, Path(ablage).resolve() / f"kopie-{n}"))
        # The longest first, so that both helpers are done at about the same time.
        spuren = dict(
            zip(sorted(plan, reverse=True), helfer.map(partial(_spur, kopien), sorted(plan, reverse=True)), strict=True)
        )
        melde("Es steht fest, welcher Test welche Zeile ausführt.")
        schloss = threading.Lock()
        runden = max((len(liste) for liste in plan.values()), default=0)
        folge = [(raum, liste[n]) for n in range(runden) for raum, liste in plan.items() if n < len(liste)]

        def pruefe(raum: str, mutant: Mutant) -> None:
            if time.monotonic() < ende:
                urteile[raum][mutant] = urteil = _urteil(kopien, schloss, spuren[raum], mutant)
                if urteil in UNBEMERKT:
                    melde(f"unbemerkt: {mutant.name}")

        for n, _ in enumerate(helfer.map(lambda paar: pruefe(*paar), folge), 1):
            if n % 100 == 0:
                unbemerkt = sum(u in UNBEMERKT for je_mutant in urteile.values() for u in je_mutant.values())
                melde(f"{n} von {len(folge)} Mutanten, {unbemerkt} unbemerkt")
    return urteile


def _spur(kopien: SimpleQueue[Path], raum: str) -> Spur:
    ordner = kopien.get()
    try:
        return lies_spur(ordner, TESTS[raum])
    finally:
        kopien.put(ordner)


def _urteil(kopien: SimpleQueue[Path], schloss: threading.Lock, spur: Spur, mutant: Mutant) -> Urteil:
    tests = spur.passende(mutant.modul, mutant.zeilen, mutant.umfeld)
    if not tests:
        return Urteil.UNERREICHT
    with schloss:  # the mutants of a module share one tree
        quelltext = mutant.quelltext()
    frist = 20 + 10 * sum(spur.dauer[t] for t in tests)
    ordner = kopien.get()
    try:
        faellt = faellt_auf(ordner, mutant.modul, quelltext, tests, frist)
    finally:
        kopien.put(ordner)
    return {True: Urteil.GEFALLEN, False: Urteil.UEBERLEBT, None: Urteil.OHNE_ENDE}[faellt]


def bericht(urteile: dict[str, dict[Mutant, Urteil]], gleiche: dict[str, str]) -> str:
    """The survivors of each function, room by room, in German."""
    zeilen = []
    for raum, je_mutant in urteile.items():
        versucht = {m: u for m, u in je_mutant.items() if u is not Urteil.OFFEN}
        unbemerkt = {m: u for m, u in versucht.items() if u in UNBEMERKT}
        anteil = 100 * len(unbemerkt) / len(versucht) if versucht else 0
        gleich = sum(name.startswith(f"macros/{raum}/") for name in gleiche)
        zeilen.append(
            f"{raum}: {len(unbemerkt)} von {len(versucht)} unbemerkt ({anteil:.1f} %), "
            f"{len(je_mutant) - len(versucht)} nicht versucht, {gleich} gleichwertige ausgenommen"
        )
        je_funktion: dict[str, list[str]] = defaultdict(list)
        for m, u in sorted(unbemerkt.items(), key=lambda paar: (paar[0].modul, paar[0].zeilen.start)):
            ort, _, wechsel = m.name.partition(": ")
            zusatz = " [von keinem Test erreicht]" if u is Urteil.UNERREICHT else ""
            je_funktion[ort].append(f"    Zeile {m.zeilen.start}: {wechsel}{zusatz}")
        for ort, liste in je_funktion.items():
            zeilen += [f"  {ort}", *liste]
    return "\n".join(zeilen) + "\n"


def einwaende(
    alle: dict[str, list[Mutant]], urteile: dict[str, dict[Mutant, Urteil]], gleiche: dict[str, str], grenze: float
) -> list[str]:
    """Why the run does not pass; empty when it does."""
    liste = []
    namen = {m.name for je_raum in alle.values() for m in je_raum}
    if len(alle) == len(TESTS):
        liste += [
            f"{GLEICHWERTIG.name} nennt einen Mutanten, den es nicht gibt: {n}" for n in gleiche if n not in namen
        ]
    if "regeln" in urteile:
        mit_mutant = {(m.modul, m.funktion) for m, u in urteile["regeln"].items() if u is not Urteil.OFFEN}
        for datei in sorted({m.modul for m in alle["regeln"]}):
            ohne = [r for r in regeln(WURZEL / datei) if (datei, r) not in mit_mutant]
            liste += [f"Die Regel {r} ({datei}) hat keinen Mutanten." for r in ohne]
    for raum, je_mutant in urteile.items():
        versucht = [u for u in je_mutant.values() if u is not Urteil.OFFEN]
        if len(versucht) < _MINDESTENS * len(je_mutant):
            liste.append(f"{raum}: In der Zeit wurden nur {len(versucht)} von {len(je_mutant)} Mutanten versucht.")
        if versucht and sum(u in UNBEMERKT for u in versucht) > grenze * len(versucht):
            liste.append(f"{raum}: Mehr als {grenze:.0%} der Mutanten blieben unbemerkt.")
    return liste


def main(argumente: list[str] | None = None) -> int:
    """Exit code: 0 when few enough faults stay unnoticed and every rule was tried, 1 otherwise."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.mutanten",
        description="Baut kleine Fehler in den Code ein und nennt die, die kein Test bemerkt.",
    )
    parser.add_argument("--raum", choices=TESTS, action="append", help="nur diesen Raum (mehrfach möglich)")
    parser.add_argument("--modul", help="nur Module, deren Pfad dies enthält, zum Beispiel sichten/unterschied")
    parser.add_argument("--zahl", type=int, default=JE_RAUM, help=f"Mutanten je Raum (Vorgabe: {JE_RAUM}; 0: alle)")
    parser.add_argument("--minuten", type=float, default=20, help="danach beginnt kein neuer Versuch (Vorgabe: 20)")
    parser.add_argument("--saat", default=SAAT, help="andere Stichprobe ziehen")
    parser.add_argument("--nach", type=Path, help="Datei, in die der Bericht außerdem geschrieben wird")
    wahl = parser.parse_args(argumente)
    beginn = time.monotonic()
    gleiche = gleichwertige()
    alle = {raum: mutanten_von(raum) for raum in wahl.raum or TESTS}
    plan = {
        raum: stichprobe(
            (m for m in liste if m.name not in gleiche and (wahl.modul or "") in m.modul),
            wahl.zahl or len(liste),
            wahl.saat,
        )
        for raum, liste in alle.items()
    }
    plan = {raum: liste for raum, liste in plan.items() if liste}
    urteile = pruefe_mutanten(plan, beginn + 60 * wahl.minuten, lambda text: print(text, flush=True))
    text = bericht(urteile, gleiche)
    if wahl.nach:
        wahl.nach.parent.mkdir(parents=True, exist_ok=True)
        wahl.nach.write_text(text, encoding="utf-8")
    print(text)
    print(f"{sum(map(len, urteile.values()))} Mutanten in {(time.monotonic() - beginn) / 60:.1f} Minuten.")
    # A look at a few mutants or at one module says nothing about the room.
    ganz = not wahl.modul and (wahl.zahl == 0 or wahl.zahl >= JE_RAUM)
    fehler = einwaende(alle, urteile, gleiche, GRENZE) if ganz else []
    for zeile in fehler:
        print(zeile, file=sys.stderr)
    return 1 if fehler else 0


if __name__ == "__main__":
    sys.exit(main())
