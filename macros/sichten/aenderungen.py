"""What has changed, newest first: reports, finished steps, editions with their new measures, new figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from macros.deutsch import kalender
from macros.deutsch.zahlen import zahl
from macros.modell.auswahl import Auswahl
from macros.modell.auswahlen import Ampel, Stand, Stichtagsform
from macros.modell.auszeichnung import maskiert
from macros.modell.indikator import Indikator
from macros.modell.massnahme import Beleg, Massnahme
from macros.modell.plan import Plan
from macros.modell.stichtag import Stichtag
from macros.sichten.berichtigungen import Eintragung, eintragungen, gruppe_der_zahl
from macros.sichten.matrix import vorgaenger

_GENANNT = 3
"""Figures that a line names; the page of the indicator has all."""


class Aenderungsart(Auswahl):
    """What kind of change it is."""

    SACHSTAND = "sachstand", "Sachstand", "Ein neuer Bericht über eine Maßnahme."
    SCHRITT = "schritt", "Schritt erledigt", "Ein Schritt einer Maßnahme ist getan."
    MASSNAHME = "massnahme", "neue Maßnahme", "Eine Maßnahme, die es in der Fassung davor nicht gab."
    FASSUNG = "fassung", "neue Fassung", "Eine Fassung des Konzepts ist beschlossen."
    ZAHLEN = "zahlen", "neue Zahlen", "Zu einem Indikator sind Zahlen eingetragen."
    BERICHTIGT = "berichtigt", "Zahlen berichtigt", "Zahlen, die schon da waren, sind berichtigt."

    @property
    def betrifft_zahlen(self) -> bool:
        """True for changes whose text is the figures themselves."""
        return self in (Aenderungsart.ZAHLEN, Aenderungsart.BERICHTIGT)


@dataclass(frozen=True, slots=True)
class Aenderung:
    """One change on a day. `schluessel` names it for ever; `sammlung` and `kennung` say which record.

    `datum` is the day it came into the data where they carry it. `tag_bekannt` is false for figures without a day of
    entry: then it is the end of their time, which may not be over yet, and `fruehestens` is its beginning; nothing is
    known about when they were published.
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
    beginn: date | None = None

    @property
    def fruehestens(self) -> date:
        """The earliest day on which it can have come: for a figure without a day of entry the first of its time."""
        return self.datum if self.tag_bekannt or self.beginn is None else self.beginn


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
    return sorted((a for a in alle if a.fruehestens <= stichtag), key=lambda a: a.fruehestens, reverse=True)


def seit(liste: list[Aenderung], tag: date, bis: date = date.max) -> list[Aenderung]:
    """Changes on a day or after it, up to another; without a day of entry those that can have come then."""
    return [a for a in liste if a.datum >= tag and a.fruehestens <= bis]


def _einer_massnahme(m: Massnahme, davor: Sequence[Massnahme]) -> Iterator[Aenderung]:
    """Its reports and finished steps; a step that it took over finished from one before is no change again."""
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
    yield from _der_schritte(m, davor)


def _der_schritte(m: Massnahme, davor: Sequence[Massnahme]) -> Iterator[Aenderung]:
    """Finished steps, each named by its day and its number among those of this day: words may be mended later."""
    uebernommen = _uebernommene(m, davor)
    am_tag: Counter[date] = Counter()
    for stelle, schritt in enumerate(m.schritte):
        if schritt.erledigt_am is None:
            continue
        am_tag[schritt.erledigt_am] += 1
        nummer = am_tag[schritt.erledigt_am]
        if stelle not in uebernommen:
            zusatz = f"-{nummer}" if nummer > 1 else ""
            yield Aenderung(
                datum=schritt.erledigt_am,
                art=Aenderungsart.SCHRITT,
                sammlung="massnahmen",
                kennung=m.id,
                schluessel=f"massnahmen/{m.id}/schritt/{schritt.erledigt_am.isoformat()}{zusatz}",
                handlungsfelder=(m.handlungsfeld,),
                text=schritt.text,
                beleg=schritt.beleg,
            )


def _uebernommene(m: Massnahme, davor: Sequence[Massnahme]) -> set[int]:
    """Places of the steps that came finished from the measures before: as many per day as there were, same words first."""
    alte = [(s.erledigt_am, s.text) for alte in davor for s in alte.schritte if s.erledigt_am]
    getan = [(stelle, (s.erledigt_am, s.text)) for stelle, s in enumerate(m.schritte) if s.erledigt_am]
    stellen: set[int] = set()
    for auch_umformuliert in (False, True):
        for stelle, (am, text) in getan:
            passt = (a for a in alte if a[0] == am and (auch_umformuliert or a[1] == text))
            if stelle not in stellen and (treffer := next(passt, None)):
                alte.remove(treffer)
                stellen.add(stelle)
    return stellen


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
    """Per indicator and Stichtag what was entered or corrected on one day; figures of the first edition's year are the beginning.

    A figure that is corrected keeps the entry of each value that it had. Figures without the day of their entry stand at the end of their time, from its first day on, whatever today is.
    """
    anfang = date(min((f.jahr for f in plan.fassungen.values()), default=1), 12, 31)
    felder = _felder_je_indikator(plan)
    for kennung, kennzahlen in plan.kennzahlen.items():
        je: dict[tuple[Stichtag, date | None, bool], list[Eintragung]] = {}
        for k in kennzahlen:
            for e in eintragungen(k):
                je.setdefault((k.stichtag, e.am, e.davor is not None), []).append(e)
        for (tag, am, berichtigt), zeilen in sorted(je.items(), key=lambda e: (e[0][0], e[0][1] or date.min, e[0][2])):
            datum = am or tag.ende
            if datum > anfang:
                zusatz = f"{f'/{am.isoformat()}' if am else ''}{'/berichtigt' if berichtigt else ''}"
                yield Aenderung(
                    datum=datum,
                    art=Aenderungsart.BERICHTIGT if berichtigt else Aenderungsart.ZAHLEN,
                    sammlung="indikatoren",
                    kennung=kennung,
                    schluessel=f"indikatoren/{kennung}/{_in_adresse(tag)}{zusatz}",
                    handlungsfelder=felder.get(kennung, ()),
                    text=maskiert(_zahlensatz(plan.indikatoren.get(kennung), tag, am, zeilen)),
                    tag_bekannt=am is not None,
                    beginn=tag.beginn,
                )


def _zahlensatz(i: Indikator | None, tag: Stichtag, am: date | None, zeilen: Sequence[Eintragung]) -> str:
    """„Zahlen zum Stichtag 31.12.2024: insgesamt 31.000 Personen, …“, of corrected ones with the value before."""
    zeit = f"zum Stichtag {tag.bezeichnung}" if tag.art is Stichtagsform.TAG else f"für {tag.bezeichnung}"
    ohne_tag = "" if am else " (Tag der Eintragung nicht vermerkt)"
    if i is None:
        return f"Zahlen {zeit}{ohne_tag}"
    gesamt = {d.id: d.gesamt for d in i.dimensionen}
    voran = sorted(zeilen, key=lambda e: any(gesamt[name] != wert for name, wert in e.zeile.merkmale.items()))
    worte = [_zahl(i, e) for e in voran[:_GENANNT]]
    weitere = len(voran) - len(worte)
    rest = f" und {weitere} weitere" if weitere else ""
    return f"Zahlen {zeit}{ohne_tag}: {', '.join(worte)}{rest}"


def _zahl(i: Indikator, e: Eintragung) -> str:
    """„ausländisch 5.900 Personen“, „52 → 53“, „Afrika: geheim“."""
    gruppe = gruppe_der_zahl(i, e.zeile)
    if e.wert is None:
        zeichen = e.zeile.zeichen.bezeichnung if e.zeile.zeichen else ""
        return f"{gruppe}: {zeichen}" if gruppe else zeichen
    stellen = i.nachkommastellen
    davor = f"{zahl(e.davor, stellen)} → " if e.davor is not None else ""
    return f"{gruppe} {davor}{i.einheit.mit(e.wert, stellen)}".strip()


def _in_adresse(tag: Stichtag) -> str:
    return tag.schreibweise.replace("/", "-")


def _felder_je_indikator(plan: Plan) -> dict[str, tuple[str, ...]]:
    """Indicator -> Handlungsfelder of the measures that name it."""
    je: dict[str, dict[str, None]] = {}
    for m in plan.massnahmen.values():
        for bezug in m.indikatoren:
            je.setdefault(bezug.id, {})[m.handlungsfeld] = None
    return {kennung: tuple(felder) for kennung, felder in je.items()}
