"""All returns of a round at once: what is valid can be taken while the rest goes back; nothing is lost or doubled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from macros.deutsch.kalender import tag
from macros.modell.befund import Befund, Schwere, hat_fehler
from macros.modell.plan import Plan
from macros.pruefung import pruefe_ordner
from macros.schreiben.entwurf import Entwurf
from macros.schreiben.excel.abgleich import Abgleich, Neuzeile, Zellaenderung
from macros.schreiben.excel.einfuhr import Uebernahme
from macros.schreiben.runde.akte import Akte, Eingang
from macros.schreiben.runde.eingang import Post, Ruecklaufdatei
from macros.schreiben.runde.meldungen import nimm_meldungen
from macros.schreiben.runde.rueckgabe import Rueckgabe, lies
from macros.schreiben.runde.widerspruch import melde_widersprueche, ohne_doppelte


@dataclass
class Rundenertrag:
    """What became of all returns: findings, changed files, the Plan before, and each return by itself."""

    befunde: list[Befund] = field(default_factory=list)
    dateien: list[str] = field(default_factory=list)
    vorher: Plan | None = None
    rueckgaben: list[Rueckgabe] = field(default_factory=list)
    zurueck: bool = False
    """True when something goes back; without `teilweise` nothing was written then."""


def uebernimm(post: Post, akte: Akte, daten: Path, stichtag: date, teilweise: bool = False) -> Rundenertrag:
    """Takes the changes of all returns over and notes them in the state; writes all or, with `teilweise`, what is valid."""
    plan, bekannt = pruefe_ordner(daten, stichtag)
    if plan is None or hat_fehler(bekannt):
        return Rundenertrag(bekannt, vorher=plan, zurueck=True)
    ernte = Rundenertrag(list(post.befunde), vorher=plan)
    ernte.rueckgaben = [lies(datei, plan, akte, stichtag) for datei in _neue(post.dateien, akte, ernte)]
    melde_widersprueche(ernte.rueckgaben)
    entwurf = _gueltiger_entwurf(ernte, daten, stichtag, bekannt)
    meldungen = _neue(post.meldungen, akte, ernte)
    entwurf, formulare = nimm_meldungen(meldungen, plan, akte, entwurf, stichtag, bekannt, ernte.rueckgaben)
    ernte.rueckgaben += formulare
    fehler = [b for r in ernte.rueckgaben for liste in r.fehler.values() for b in liste]
    hinweise = [b for r in ernte.rueckgaben for b in r.befunde if b.schwere is not Schwere.FEHLER]
    ernte.befunde = sorted({*ernte.befunde, *hinweise, *fehler})
    ernte.zurueck = hat_fehler(ernte.befunde)
    if ernte.zurueck and not teilweise:
        return ernte
    ernte.dateien = entwurf.schreibe()
    for r in ernte.rueckgaben:
        _vermerke(akte, r, stichtag)
    return ernte


def _neue(dateien: Sequence[Ruecklaufdatei], akte: Akte, ernte: Rundenertrag) -> list[Ruecklaufdatei]:
    """Those that were not read whole before; a hint says so of the others."""
    neue = []
    for datei in dateien:
        if frueher := _erledigt(akte, datei):
            text = (
                f"Diese Datei wurde am {tag(date.fromisoformat(frueher.am))} schon eingelesen; sie ändert nichts mehr."
            )
            ernte.befunde.append(Befund(datei.name, 1, "", "schon-gelesen", text, "", Schwere.HINWEIS))
        else:
            neue.append(datei)
    return neue


def _erledigt(akte: Akte, datei: Ruecklaufdatei) -> Eingang | None:
    return next((e for e in akte.eingaenge if e.pruefsumme == datei.pruefsumme and e.gelesen and not e.offen), None)


def _vermerke(akte: Akte, r: Rueckgabe, stichtag: date) -> None:
    """Notes a return; one that is read again replaces its own note, and keeps the day on which it came."""
    summe = r.datei.pruefsumme
    frueher = next((e for e in akte.eingaenge if e.pruefsumme == summe), None)
    if frueher:
        akte.eingaenge.remove(frueher)
    ganz = r.gelesen and "" not in r.fehler
    eingang = Eingang(
        summe,
        r.datei.name,
        r.teil,
        frueher.am if frueher else stichtag.isoformat(),
        [k for k in r.kennungen if r.gueltig(k)],
        [k for k in r.kennungen if not r.gueltig(k)],
        ganz,
    )
    akte.eingaenge.append(eingang)


def _gueltiger_entwurf(ernte: Rundenertrag, daten: Path, stichtag: date, bekannt: list[Befund]) -> Entwurf:
    """The draft of everything that the check of the whole data lets pass; what it refuses goes back, with its cell."""
    assert ernte.vorher is not None
    while True:
        entwurf = Entwurf(daten)
        je = {
            id(r): Uebernahme(ernte.vorher, replace(r.mappe, befunde=[]), entwurf, stichtag) for r in ernte.rueckgaben
        }
        for r, aenderung in ohne_doppelte(ernte.rueckgaben):
            mappe = je[id(r)].mappe
            je[id(r)].uebernimm(_einzeln(aenderung))
            for befund in mappe.befunde:
                r.weise_zurueck(aenderung.schluessel[0], befund)
            if mappe.befunde:
                break
        else:
            befunde = entwurf.pruefe(stichtag, bekannt)
            if not _weise_zurueck(ernte, je, [b for b in befunde if b.schwere is Schwere.FEHLER]):
                ernte.befunde += [_in_den_mappen(b, je) for b in befunde]
                return entwurf


def _einzeln(a: Zellaenderung | Neuzeile) -> Abgleich:
    return Abgleich(zellen=[a]) if isinstance(a, Zellaenderung) else Abgleich(neue=[a])


def _in_den_mappen(befund: Befund, je: dict[int, Uebernahme]) -> Befund:
    """A finding of the data at the cell of the first workbook that caused it."""
    return next((b for u in je.values() if (b := u.in_der_mappe(befund)) is not befund), befund)


def _weise_zurueck(ernte: Rundenertrag, je: dict[int, Uebernahme], fehler: list[Befund]) -> bool:
    """True when the check of a draft sent something back, so that a smaller draft has to be tried."""
    etwas = False
    for befund in fehler:
        kennung = Path(befund.datei).stem
        treffer = [(r, je[id(r)].in_der_mappe(befund)) for r in ernte.rueckgaben]
        schuld = [(r, b) for r, b in treffer if b is not befund]
        schuld = schuld or [(r, befund) for r in ernte.rueckgaben if kennung in r.kennungen and r.gueltig(kennung)]
        # An error that no single record explains: rather all goes back than something half true is written.
        schuld = schuld or [(r, befund) for r in ernte.rueckgaben]
        for r, b in schuld:
            wen = kennung if kennung in r.kennungen else ""
            etwas = etwas or r.gueltig(wen)
            r.weise_zurueck(wen, b)
    return etwas
