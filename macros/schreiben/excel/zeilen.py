"""The rows of the sheets: a Plan as plain text.

Values are text as in the data files (ids, ISO dates, decimal point); how a cell shows them is the
business of `zellen`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from macros.deutsch.kalender import tag
from macros.deutsch.zahlen import eindeutig
from macros.eingabe.zahl import zahltext
from macros.modell.gemeinde import Fassung
from macros.modell.gliederung import kombinationen
from macros.modell.indikator import Indikator
from macros.modell.massnahme import Massnahme, Schritt
from macros.modell.plan import Plan
from macros.schreiben.excel.blaetter import MASSNAHMEN, SCHRITTE, Blattart, Blattspalte
from macros.sichten.erwartung import naechster_stichtag
from macros.sichten.stand import NICHT_BERICHTET_WORT
from macros.sichten.verlauf import verlaeufe

Zeilenschluessel = tuple[str, ...]
Blattstelle = tuple[Blattart, Zeilenschluessel]


@dataclass(frozen=True)
class Blattzeile:
    """A row: its key, its values by column title, and whether it waits for a figure that does not exist yet."""

    schluessel: Zeilenschluessel
    werte: dict[str, str]
    vorbereitet: bool = False


def _aus_modell(satz: Massnahme | Schritt, spalten: Sequence[Blattspalte]) -> dict[str, str]:
    """The cells that show a field of the record, by column title."""
    return {s.titel: _zelltext(satz, s.pfad) for s in spalten if s.pfad and not s.neu}


def _zelltext(halter: object, pfad: Sequence[str]) -> str:
    for name in pfad:
        halter = getattr(halter, name) if halter is not None else None
    if halter is None:
        return ""
    if isinstance(halter, date):
        return halter.isoformat()
    return eindeutig(zahltext(halter)) if isinstance(halter, int | float) else str(getattr(halter, "value", halter))


def berichtete(plan: Plan, fassung: Fassung | None, nur: Collection[str] | None = None) -> list[Massnahme]:
    """The measures of an edition, or all of them; their story may begin in an earlier one, so the Plan stays whole.

    `nur` leaves of them those that are named.
    """
    return [
        m
        for m in plan.massnahmen.values()
        if (fassung is None or m.herkunft.fassung == fassung.id) and (nur is None or m.id in nur)
    ]


def massnahmenzeilen(
    plan: Plan, fassung: Fassung | None = None, nur: Collection[str] | None = None
) -> Iterator[Blattzeile]:
    """One row per measure; the columns of the new report are empty."""
    je = verlaeufe(plan)
    for m in berichtete(plan, fassung, nur):
        letzter = next((b.sachstand for b in reversed(je[m.id]) if b.traegt), None)
        hf = plan.handlungsfelder.get(m.handlungsfeld)
        werte = {
            "Kennung": m.id,
            "Nummer": m.nummer,
            "Maßnahme": m.titel,
            "Handlungsfeld": hf.name if hf else m.handlungsfeld,
            "Stand bisher": letzter.stand.bezeichnung if letzter else NICHT_BERICHTET_WORT,
            "berichtet am": tag(letzter.datum) if letzter else "",
            **_aus_modell(m, MASSNAHMEN),
        }
        yield Blattzeile((m.id,), werte | {s.titel: "" for s in MASSNAHMEN if s.neu})


def schrittzeilen(
    plan: Plan, fassung: Fassung | None = None, nur: Collection[str] | None = None
) -> Iterator[Blattzeile]:
    """One row per step of every measure."""
    for m in berichtete(plan, fassung, nur):
        for nummer, s in enumerate(m.schritte, 1):
            yield Blattzeile(
                (m.id, str(nummer)),
                {
                    "Kennung": m.id,
                    "Nummer": m.nummer,
                    "Maßnahme": m.titel,
                    "Schritt Nr.": str(nummer),
                    **_aus_modell(s, SCHRITTE),
                },
            )


def themenfelder(plan: Plan) -> dict[str, list[Indikator]]:
    """Indicators with figures of their own, by group, in reading order."""
    gruppen: dict[str, list[Indikator]] = {}
    for i in plan.indikatoren.values():
        if i.formel is None:
            gruppen.setdefault(i.themenfeld, []).append(i)
    return gruppen


def kennzahlzeilen(plan: Plan, indikator: Indikator) -> Iterator[Blattzeile]:
    """One row per figure, then empty rows for the figures that are expected next."""
    reihe = plan.kennzahlen.get(indikator.id, ())
    for k in reihe:
        merkmale = [k.merkmale[d.id] for d in indikator.dimensionen]
        yield _kennzahlzeile(
            indikator,
            str(k.stichtag),
            merkmale,
            "" if k.wert is None else eindeutig(zahltext(k.wert)),
            k.zeichen.value if k.zeichen else "",
            k.hinweis,
            tag(k.eingetragen_am) if k.eingetragen_am else "",
            plan.quellen[k.quelle].bezeichnung if k.quelle in plan.quellen else k.quelle,
        )
    naechster = naechster_stichtag(indikator, max((k.stichtag for k in reihe), default=None))
    if naechster:
        for werte in kombinationen(indikator.dimensionen, reihe):
            yield _kennzahlzeile(indikator, naechster, list(werte), vorbereitet=True)


def _kennzahlzeile(
    i: Indikator,
    stichtag: str,
    merkmale: list[str],
    wert: str = "",
    zeichen: str = "",
    hinweis: str = "",
    eingetragen: str = "",
    quelle: str = "",
    vorbereitet: bool = False,
) -> Blattzeile:
    werte = {"Kennung": i.id, "Indikator": i.name, "Stichtag": stichtag}
    werte |= {f"Gliederung {n}": merkmal for n, merkmal in enumerate(merkmale, 1)}
    werte |= {"Wert": wert, "Zeichen": zeichen, "Hinweis": hinweis, "Einheit": i.einheit.bezeichnung}
    werte |= {"Quelle": quelle, "eingetragen am": eingetragen}
    return Blattzeile((i.id, stichtag, *merkmale), werte, vorbereitet)


def zielzeilen(plan: Plan) -> Iterator[dict[str, str]]:
    """One row per target of every indicator, computed ones too, the earliest first."""
    for i in plan.indikatoren.values():
        for z in i.ziele:
            yield {
                "Indikator": i.name,
                "Jahr": str(z.jahr),
                "Zielwert": eindeutig(zahltext(z.wert)),
                "Einheit": i.einheit.bezeichnung,
                "Beschluss": z.beschluss,
            }


def alle_zeilen(plan: Plan, fassung: Fassung | None = None) -> Iterator[tuple[Blattart, Blattzeile]]:
    """Every row that a workbook of the Plan holds, with the kind of its sheet."""
    for zeile in massnahmenzeilen(plan, fassung):
        yield Blattart.MASSNAHMEN, zeile
    for zeile in schrittzeilen(plan, fassung):
        yield Blattart.SCHRITTE, zeile
    for indikatoren in themenfelder(plan).values():
        for indikator in indikatoren:
            for zeile in kennzahlzeilen(plan, indikator):
                yield Blattart.KENNZAHLEN, zeile
