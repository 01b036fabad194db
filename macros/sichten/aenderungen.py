"""What has changed, newest first: reports, finished steps, editions with their new measures, new figures."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from macros.deutsch import kalender
from macros.modell.auswahlen import Ampel, Stand, Stichtagsform, Zeichen
from macros.modell.auszeichnung import maskiert
from macros.modell.grundtypen import Auswahl
from macros.modell.massnahme import Beleg, Massnahme
from macros.modell.plan import Plan
from macros.modell.stichtag import Stichtag
from macros.sichten.matrix import vorgaenger


class Aenderungsart(Auswahl):
    """What kind of change it is."""

    SACHSTAND = "sachstand", "Sachstand", "Ein neuer Bericht über eine Maßnahme."
    SCHRITT = "schritt", "Schritt erledigt", "Ein Schritt einer Maßnahme ist getan."
    MASSNAHME = "massnahme", "neue Maßnahme", "Eine Maßnahme, die es in der Fassung davor nicht gab."
    FASSUNG = "fassung", "neue Fassung", "Eine Fassung des Konzepts ist beschlossen."
    ZAHLEN = "zahlen", "neue Zahlen", "Zu einem Indikator sind Zahlen eingetragen, neue oder berichtigte."


@dataclass(frozen=True, slots=True)
class Aenderung:
    """One change on a day. `schluessel` names it for ever; `sammlung` and `kennung` say which record.

    `datum` is the day it came into the data where they carry it. `tag_bekannt` is false for figures from before
    entries were dated: then it is the end of their Stichtag, and nothing is known about when they were published.
    """

    datum: date
    art: Aenderungsart
    sammlung: str
    kennung: str
    schluessel: str
    handlungsfelder: tuple[str, ...]
    text: str = ""
    stand: Stand | None = None
    ampel: Ampel | None = None
    beleg: Beleg | None = None
    tag_bekannt: bool = True


def aenderungen(plan: Plan, stichtag: date) -> list[Aenderung]:
    """All changes up to a day, newest first; changes of one day in the order of the records.

    The first edition and the figures of its year are the starting point and no change.
    """
    davor = vorgaenger(plan)
    alle = [
        *(a for m in plan.massnahmen.values() for a in _einer_massnahme(m, davor.get(m.id, ()))),
        *_der_fassungen(plan),
        *_der_zahlen(plan),
    ]
    return sorted((a for a in alle if a.datum <= stichtag), key=lambda a: a.datum, reverse=True)


def seit(liste: list[Aenderung], tag: date) -> list[Aenderung]:
    """Changes on a day or after it."""
    return [a for a in liste if a.datum >= tag]


def _einer_massnahme(m: Massnahme, davor: Sequence[Massnahme]) -> Iterator[Aenderung]:
    """Its reports and finished steps; a step that it took over finished from one before is no change again."""
    uebernommen = {(s.text, s.erledigt_am) for alte in davor for s in alte.schritte}
    for stelle, s in enumerate(m.sachstaende):
        nochmals = sum(frueher.datum == s.datum for frueher in m.sachstaende[:stelle])
        spaet = f"Gilt für den {kalender.tag(s.datum)}. " if s.eingetragen_am else ""
        yield Aenderung(
            datum=s.bekannt_ab,
            art=Aenderungsart.SACHSTAND,
            sammlung="massnahmen",
            kennung=m.id,
            schluessel=f"massnahmen/{m.id}/sachstand/{s.datum.isoformat()}{f'-{nochmals + 1}' if nochmals else ''}",
            handlungsfelder=(m.handlungsfeld,),
            text=f"{spaet}{s.text or ''}".strip(),
            stand=s.stand,
            ampel=s.ampel,
            beleg=s.beleg,
        )
    gleiche: Counter[str] = Counter()
    for schritt in m.schritte:
        if schritt.erledigt_am and (schritt.text, schritt.erledigt_am) not in uebernommen:
            abdruck = _abdruck(schritt.text, schritt.erledigt_am)
            gleiche[abdruck] += 1
            zusatz = f"-{gleiche[abdruck]}" if gleiche[abdruck] > 1 else ""
            yield Aenderung(
                datum=schritt.erledigt_am,
                art=Aenderungsart.SCHRITT,
                sammlung="massnahmen",
                kennung=m.id,
                schluessel=f"massnahmen/{m.id}/schritt/{abdruck}{zusatz}",
                handlungsfelder=(m.handlungsfeld,),
                text=schritt.text,
                beleg=schritt.beleg,
            )


def _abdruck(text: str, tag: date) -> str:
    """Names a finished step by what it says and when it was done: its place changes when others are put before it."""
    return hashlib.sha256(f"{' '.join(text.split())}\n{tag.isoformat()}".encode()).hexdigest()[:10]


def _der_fassungen(plan: Plan) -> Iterator[Aenderung]:
    """Each later edition and the measures in it that follow no other."""
    gefolgt = {ziel for m in plan.massnahmen.values() if m.nachfolge for ziel in m.nachfolge.massnahmen}
    for f in plan.fassungen.values():
        if f.vorgaenger is None or f.beschlossen_am is None:
            continue
        yield Aenderung(
            datum=f.beschlossen_am,
            art=Aenderungsart.FASSUNG,
            sammlung="fassungen",
            kennung=f.id,
            schluessel=f"fassungen/{f.id}",
            handlungsfelder=tuple(plan.handlungsfelder),
            text=maskiert(f.beschluss or ""),
        )
        for m in plan.massnahmen.values():
            if m.herkunft.fassung == f.id and m.id not in gefolgt:
                yield Aenderung(
                    datum=f.beschlossen_am,
                    art=Aenderungsart.MASSNAHME,
                    sammlung="massnahmen",
                    kennung=m.id,
                    schluessel=f"massnahmen/{m.id}",
                    handlungsfelder=(m.handlungsfeld,),
                    text=maskiert(m.kurztext),
                )


def _der_zahlen(plan: Plan) -> Iterator[Aenderung]:
    """Per indicator and Stichtag what was entered on one day; figures of the first edition's year are the beginning.

    Figures without the day of their entry count from the end of their Stichtag.
    """
    anfang = date(min((f.jahr for f in plan.fassungen.values()), default=1), 12, 31)
    felder = _felder_je_indikator(plan)
    for kennung, kennzahlen in plan.kennzahlen.items():
        eintraege = {(k.stichtag, k.eingetragen_am) for k in kennzahlen if k.zeichen is not Zeichen.KEINE_ANGABE}
        for tag, am in sorted(eintraege, key=lambda e: (e[0], e[1] or date.min)):
            datum = am or tag.ende
            if datum > anfang:
                zusatz = f"/{am.isoformat()}" if am else ""
                yield Aenderung(
                    datum=datum,
                    art=Aenderungsart.ZAHLEN,
                    sammlung="indikatoren",
                    kennung=kennung,
                    schluessel=f"indikatoren/{kennung}/{_in_adresse(tag)}{zusatz}",
                    handlungsfelder=felder.get(kennung, ()),
                    text=_zahlensatz(tag, am),
                    tag_bekannt=am is not None,
                )


def _zahlensatz(tag: Stichtag, am: date | None) -> str:
    was = f"Zahlen zum Stichtag {tag.bezeichnung}" if tag.art is Stichtagsform.TAG else f"Zahlen für {tag.bezeichnung}"
    return was if am else f"{was} (Tag der Eintragung nicht vermerkt)"


def _in_adresse(tag: Stichtag) -> str:
    return tag.schreibweise.replace("/", "-")


def _felder_je_indikator(plan: Plan) -> dict[str, tuple[str, ...]]:
    """Indicator -> Handlungsfelder of the measures that name it."""
    je: dict[str, dict[str, None]] = {}
    for m in plan.massnahmen.values():
        for bezug in m.indikatoren:
            je.setdefault(bezug.id, {})[m.handlungsfeld] = None
    return {kennung: tuple(felder) for kennung, felder in je.items()}
