"""Charts and tables that a change touches, before and after, for whoever reviews it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from macros.ausgabe.diagramm.aufbau import Diagramm, diagramm
from macros.ausgabe.kontext import Bau
from macros.ausgabe.melden.gegentafel import Gegentafel, Inhalt, Koepfe, Vergleichstafel, gegentafeln
from macros.ausgabe.melden.vergleich import zahlsatz
from macros.ausgabe.worte.sprechen import kurz
from macros.modell.auswahlen import Zeichen
from macros.modell.indikator import Indikator, Kennzahl
from macros.modell.plan import Plan
from macros.modell.rechnung import Unberechenbar
from macros.sichten.indikator_bild import bilder
from macros.sichten.reihen import Reihe, reihe
from macros.sichten.umsetzung import umsetzung
from macros.sichten.unterschied import Unterschied

MOST_SAETZE = 6


@dataclass(frozen=True, slots=True)
class Bildpaar:
    """A picture before and after; None on the side that has none."""

    alt: Diagramm | None
    neu: Diagramm | None


@dataclass(frozen=True, slots=True)
class Gegenueber:
    """One indicator, or the state of the measures: what differs in words, its pictures and its table on both sides.

    `art` is „neu“ or „gelöscht“ where one side lacks the whole of it.
    """

    kennung: str
    name: str
    art: str
    saetze: tuple[str, ...]
    weitere_saetze: int
    bilder: tuple[Bildpaar, ...]
    alt: Gegentafel | None
    neu: Gegentafel | None

    @property
    def seiten(self) -> tuple[tuple[str, str, Gegentafel | None], ...]:
        """(key, heading, table) of both sides in reading order."""
        return ("alt", "Bisher", self.alt), ("neu", "Künftig", self.neu)


def gegenueber(u: Unterschied) -> tuple[Gegenueber, ...]:
    """Everything that looks different, in the order of the pages; new first, what is deleted last."""
    kennungen = dict.fromkeys([*u.neu.indikatoren, *u.alt.indikatoren])
    return (*_staende(u), *(g for k in kennungen if (g := _indikator(u, k))))


def _indikator(u: Unterschied, kennung: str) -> Gegenueber | None:
    if kennung in u.alt.lueckenhaft or kennung in u.neu.lueckenhaft:
        return None
    alt, neu = _reihe(u.alt, kennung), _reihe(u.neu, kennung)
    if (alt is None and neu is None) or (alt == neu and alt is not None):
        return None
    bildpaare = tuple(_bildpaare(kennung, alt, neu))
    tafeln = gegentafeln(_tafel(alt) if alt else None, _tafel(neu) if neu else None)
    if not bildpaare and tafeln is None:
        return None
    saetze = [zahlsatz(u, z) for z in u.zahlen if z.indikator == kennung]
    genannt = neu or alt
    assert genannt is not None
    art = "" if alt and neu else "neu" if neu else "gelöscht"
    erste = tuple(saetze[:MOST_SAETZE]) if not art else ()
    return Gegenueber(
        kennung,
        genannt.indikator.name,
        art,
        erste,
        len(saetze) - len(erste) if not art else 0,
        bildpaare,
        *(tafeln or (None, None)),
    )


def _reihe(plan: Plan, kennung: str) -> Reihe | None:
    try:
        return reihe(plan, kennung) if kennung in plan.indikatoren else None
    except (Unberechenbar, KeyError):
        return None


def _bildpaare(kennung: str, alt: Reihe | None, neu: Reihe | None) -> Iterator[Bildpaar]:
    """Pictures of one kind beside each other, the others by their place; what looks the same is left out."""
    davor, danach = _bilder("alt", kennung, alt), _bilder("neu", kennung, neu)
    for art in [k for k in danach if k in davor]:
        a, n = davor.pop(art), danach.pop(art)
        if a.als(n.kennung) != n:
            yield Bildpaar(a, n)
    yield from (Bildpaar(a, n) for a, n in zip_longest(davor.values(), danach.values()))


def _bilder(seite: str, kennung: str, r: Reihe | None) -> dict[str, Diagramm]:
    return {b.kennung: diagramm(b, f"{seite}-{kennung}-{b.kennung}") for b in bilder(r)} if r else {}


def _tafel(r: Reihe) -> Vergleichstafel:
    """Groups down and Stichtage across, the newest first; without groups a row per Stichtag."""
    i, zeiten = r.indikator, tuple(reversed(r.stichtage))
    if not r.dimensionen:
        zeilen: dict[Koepfe, Mapping[str, Inhalt]] = {
            (s.bezeichnung,): {"wert": _inhalt(i, r.am(s, {}))} for s in zeiten
        }
        return Vergleichstafel((r.zeitwort,), {"wert": i.einheit.bezeichnung}, zeilen, fuer_sich=False)
    return Vergleichstafel(
        tuple(d.name for d in r.dimensionen),
        {str(s): s.kurzbezeichnung for s in zeiten},
        {
            tuple(g[d.id] for d in r.dimensionen): {str(s): _inhalt(i, k) for s in zeiten if (k := r.am(s, g))}
            for g in r.gruppen
        },
    )


def _inhalt(i: Indikator, k: Kennzahl | None) -> Inhalt:
    if k is None:
        return Inhalt("")
    if k.zeichen is Zeichen.WORT:
        return Inhalt(f"„{k.hinweis}“")
    if k.wert is not None:
        return Inhalt(kurz(i, k.wert), k.hinweis)
    return Inhalt(k.zeichen.bezeichnung if k.zeichen else "", k.hinweis)


def _staende(u: Unterschied) -> Iterator[Gegenueber]:
    """How many measures of the edition in force are in which state; nothing without a day to see it on."""
    if u.heute is None:
        return
    if tafeln := gegentafeln(_standtafel(Bau.am(u.alt, u.heute, "")), _standtafel(Bau.am(u.neu, u.heute, ""))):
        yield Gegenueber("stand-der-massnahmen", "Stand der Maßnahmen", "", (), 0, (), *tafeln)


def _standtafel(bau: Bau) -> Vergleichstafel | None:
    if bau.fassung is None:
        return None
    stand = umsetzung(bau.plan, bau.lagen, bau.fassung.id)
    zeilen: dict[Koepfe, Mapping[str, Inhalt]] = {
        (s.bezeichnung,): {"anzahl": Inhalt(str(stand.gesamt[s.kennung]))} for s in stand.staende
    }
    return Vergleichstafel(("Stand",), {"anzahl": "Maßnahmen"}, zeilen)
