"""Reports that came through the form on a page: each on top of what was taken before, or sent back by itself."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import date

from macros.deutsch.saetze import aufzaehlung
from macros.modell.befund import Befund, Schwere, hat_fehler
from macros.modell.plan import Plan
from macros.schreiben.entwurf import Entwurf
from macros.schreiben.excel.abgleich import Abgleich
from macros.schreiben.excel.mappe import Mappe
from macros.schreiben.meldung import Meldung, entwirf
from macros.schreiben.runde.akte import Akte, Angefragt
from macros.schreiben.runde.eingang import Ruecklaufdatei
from macros.schreiben.runde.rueckgabe import Rueckgabe


def nimm_meldungen(
    meldungen: Sequence[Ruecklaufdatei],
    plan: Plan,
    akte: Akte,
    entwurf: Entwurf,
    stichtag: date,
    bekannt: list[Befund],
    mappen: Sequence[Rueckgabe],
) -> tuple[Entwurf, list[Rueckgabe]]:
    """The draft with every report that fits onto it, and what became of each."""
    rueckgaben: list[Rueckgabe] = []
    if meldungen:
        bekannt = [*bekannt, *entwurf.pruefe(stichtag, bekannt)]
    for datei in meldungen:
        versuch = deepcopy(entwurf)
        meldung = entwirf(datei.inhalt.decode(), plan, versuch, stichtag, bekannt)
        if not hat_fehler(meldung.befunde):
            entwurf = versuch
            bekannt = [*bekannt, *meldung.befunde]
        rueckgaben.append(_rueckgabe(datei, meldung, akte, [*mappen, *rueckgaben]))
    return entwurf, rueckgaben


def _rueckgabe(datei: Ruecklaufdatei, meldung: Meldung, akte: Akte, andere: Sequence[Rueckgabe]) -> Rueckgabe:
    kennung = meldung.massnahme
    teil = _teil(akte, meldung)
    befunde = meldung.befunde_in(datei.name)
    rueckgabe = Rueckgabe(
        datei,
        Mappe(datei.name),
        teil.kennung if teil else "",
        teil.name if teil else datei.name,
        Abgleich(),
        befunde,
        gemeldet=(kennung,) if kennung else (),
    )
    for befund in befunde:
        if befund.schwere is Schwere.FEHLER:
            rueckgabe.weise_zurueck(kennung, _mit_anderen(befund, kennung, andere))
    return rueckgabe


def _teil(akte: Akte, meldung: Meldung) -> Angefragt | None:
    """Whose report it is: of those who were asked about the measure the one that says so, else the first."""
    gefragt = [t for t in akte.teile if meldung.massnahme in t.massnahmen]
    von = meldung.antworten.get("von", "").strip()
    selbst = [t for t in gefragt if von and von in (t.kennung, t.name)]
    return next(iter([*selbst, *gefragt]), None)


def _mit_anderen(befund: Befund, kennung: str, andere: Sequence[Rueckgabe]) -> Befund:
    """A conflict says in which returns of the same folder the other report may stand."""
    woher = [f"{r.name} ({r.datei.name})" for r in andere if kennung in r.kennungen]
    if befund.regel != "konflikt" or not woher:
        return befund
    return replace(befund, text=f"{befund.text} Auch berichtet hat {aufzaehlung(woher)}.")
