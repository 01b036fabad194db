"""Which documents there are, what may be chosen for each, and writing them into a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Lock

from macros.ausgabe.druck.bericht import umsetzungsbericht
from macros.ausgabe.druck.dokument import Dokument, baum
from macros.ausgabe.druck.fundstelle import mit_fundstelle
from macros.ausgabe.druck.konzept import konzept
from macros.ausgabe.druck.leichte_sprache import leichte_sprache
from macros.ausgabe.druck.matrix import massnahmenmatrix
from macros.ausgabe.druck.poster import poster
from macros.ausgabe.druck.satz import ablage
from macros.ausgabe.druck.satz.druckbaum import Druckbaum
from macros.ausgabe.druck.satz.knoten import Druckfehler
from macros.ausgabe.druck.satz.setzerei import setze_alle
from macros.ausgabe.druck.steckbrief import steckbrief
from macros.ausgabe.druck.vorlage import vorlage
from macros.ausgabe.druck.word.datei import als_docx
from macros.ausgabe.druck.wunsch import Wunsch
from macros.ausgabe.kontext import Bau
from macros.modell.massnahme import Massnahme
from macros.modell.schreibweise import meinten_sie


class Unbekannt(ValueError):
    """A document or selection that does not exist; the message is German and offers the nearest."""


JE_LAUF = 40
"""Steckbriefe that one process sets: enough to pay for its start, few enough to keep memory small."""
_EINER = Lock()  # pages are rendered one at a time: what a build has worked out is kept without locks
Ersteller = Callable[[Bau, Wunsch], list[Dokument]]
DOKUMENTE: dict[str, Ersteller] = {
    "konzept": lambda bau, w: [konzept(bau)],
    "massnahmenmatrix-a3": lambda bau, w: [massnahmenmatrix(bau, "a3", w.massnahmen)],
    "massnahmenmatrix-a4": lambda bau, w: [massnahmenmatrix(bau, "a4", w.massnahmen)],
    "poster": lambda bau, w: [poster(bau)],
    "leichte-sprache": lambda bau, w: leichte_sprache(bau),
    "umsetzungsbericht": lambda bau, w: [umsetzungsbericht(bau, w.massnahmen, w.ab, w.bis)],
    "vorlage": lambda bau, w: [vorlage(bau, w)],
    "steckbriefe": lambda bau, w: [steckbrief(bau, m) for m in w.massnahmen],
}
"""Name -> function that gives its files; `steckbriefe` gives one a measure."""


def waehle(bau: Bau, auswahl: Iterable[str]) -> list[Massnahme]:
    """Measures of the edition in force, all or those of the named Handlungsfelder and measures, in their order."""
    plan, alle = bau.plan, bau.massnahmen
    gewaehlt = list(auswahl)
    for wort in gewaehlt:
        if wort not in plan.handlungsfelder and wort not in plan.massnahmen:
            tipp = meinten_sie(wort, [*plan.handlungsfelder, *plan.massnahmen])
            raise Unbekannt(f"„{wort}“ ist weder ein Handlungsfeld noch eine Maßnahme. {tipp}".strip())
    if not gewaehlt:
        return alle
    return [m for m in plan.massnahmen.values() if m.id in gewaehlt or (m.handlungsfeld in gewaehlt and m in alle)]


def schreibe(bau: Bau, ziel: Path, namen: Iterable[str], wunsch: Wunsch) -> list[Path]:
    """Writes documents below a folder; gives the files in their order. Two are set at the same time."""
    with ThreadPoolExecutor(2) as arbeiter:
        laeufe = [arbeiter.submit(_schreibe_lauf, bau, ziel, name, teil) for name, teil in _laeufe(namen, wunsch)]
        dateien = [datei for lauf in laeufe for datei in lauf.result()]
    ablage.raeume(ablage.ORT)
    return dateien


def schreibe_alle(bau: Bau, ziel: Path) -> list[Path]:
    """Every document of the site; Steckbriefe also of measures that only an older edition holds."""
    ohne = [name for name in DOKUMENTE if name != "steckbriefe"]
    geschrieben = schreibe(bau, ziel, ohne, Wunsch(waehle(bau, ())))
    return geschrieben + schreibe(bau, ziel, ["steckbriefe"], Wunsch(list(bau.plan.massnahmen.values())))


def _laeufe(namen: Iterable[str], wunsch: Wunsch) -> Iterator[tuple[str, Wunsch]]:
    """What is set in one go: a whole document, or some Steckbriefe."""
    for name in namen:
        if name not in DOKUMENTE:
            moeglich = ", ".join(DOKUMENTE)
            raise Unbekannt(f"Das Dokument „{name}“ gibt es nicht. {meinten_sie(name, DOKUMENTE)} Möglich: {moeglich}.")
        if name != "steckbriefe":
            yield name, wunsch
            continue
        for ab in range(0, len(wunsch.massnahmen), JE_LAUF):
            yield name, replace(wunsch, massnahmen=wunsch.massnahmen[ab : ab + JE_LAUF])


def _schreibe_lauf(bau: Bau, ziel: Path, name: str, wunsch: Wunsch) -> list[Path]:
    baeume: list[Druckbaum] = []
    try:
        with _EINER:
            dokumente = DOKUMENTE[name](bau, wunsch)
            baeume += [baum(bau, d) for d in dokumente]
        pdfs = iter(setze_alle([b for d, b in zip(dokumente, baeume, strict=True) if "pdf" in d.formate]))
    except Druckfehler as fehler:
        raise mit_fundstelle(bau.plan, fehler, baeume) from fehler
    inhalte = {
        bau.druckdatei(f"{d.name}.{art}"): next(pdfs) if art == "pdf" else als_docx(b)
        for d, b in zip(dokumente, baeume, strict=True)
        for art in d.formate
    }
    for datei, inhalt in inhalte.items():
        (ziel / datei).parent.mkdir(parents=True, exist_ok=True)
        (ziel / datei).write_bytes(inhalt)
    return [ziel / datei for datei in inhalte]
