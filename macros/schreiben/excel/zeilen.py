"""The rows of the sheets: a Plan as plain text.

Values are text as in the data files (ids, ISO dates, decimal point); how a cell shows them is the
business of `zellen`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from macros.deutsch.kalender import tag
from macros.modell.auswahlen import Periodizitaet
from macros.modell.indikator import Indikator
from macros.modell.plan import Plan
from macros.modell.stichtag import Stichtag, lies_stichtag
from macros.schreiben.eintraege import zahltext
from macros.schreiben.excel.blaetter import MASSNAHMEN, Blattart
from macros.sichten.stand import NICHT_BERICHTET_WORT

Zeilenschluessel = tuple[str, ...]
Blattstelle = tuple[Blattart, Zeilenschluessel]


@dataclass(frozen=True)
class Blattzeile:
    """A row: its key, its values by column title, and whether it waits for a figure that does not exist yet."""

    schluessel: Zeilenschluessel
    werte: dict[str, str]
    vorbereitet: bool = False


def massnahmenzeilen(plan: Plan) -> Iterator[Blattzeile]:
    """One row per measure; the columns of the new report are empty."""
    for m in plan.massnahmen.values():
        letzter = m.sachstaende[-1] if m.sachstaende else None
        hf = plan.handlungsfelder.get(m.handlungsfeld)
        werte = {
            "Kennung": m.id,
            "Nummer": m.nummer,
            "Maßnahme": m.titel,
            "Handlungsfeld": hf.name if hf else m.handlungsfeld,
            "Stand bisher": letzter.stand.bezeichnung if letzter else NICHT_BERICHTET_WORT,
            "berichtet am": tag(letzter.datum) if letzter else "",
            "Federführung": m.federfuehrung or "",
            "Sozialraum": m.sozialraum or "",
            "Finanzierung": m.finanzierung or "",
            "Kosten in Euro": zahltext(m.kosten.betrag_euro) if m.kosten else "",
            "Art der Kosten": m.kosten.art.value if m.kosten else "",
            "Beginn": m.zeitraum.beginn.isoformat() if m.zeitraum else "",
            "Ende": m.zeitraum.ende.isoformat() if m.zeitraum and m.zeitraum.ende else "",
        }
        yield Blattzeile((m.id,), werte | {s.titel: "" for s in MASSNAHMEN if s.neu})


def schrittzeilen(plan: Plan) -> Iterator[Blattzeile]:
    """One row per step of every measure."""
    for m in plan.massnahmen.values():
        for nummer, s in enumerate(m.schritte, 1):
            yield Blattzeile(
                (m.id, str(nummer)),
                {
                    "Kennung": m.id,
                    "Nummer": m.nummer,
                    "Maßnahme": m.titel,
                    "Schritt Nr.": str(nummer),
                    "Schritt": s.text,
                    "geplant bis": s.termin.isoformat() if s.termin else "",
                    "erledigt am": s.erledigt_am.isoformat() if s.erledigt_am else "",
                    "Beleg": s.beleg.text if s.beleg else "",
                    "Adresse des Belegs": s.beleg.url or "" if s.beleg else "",
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
            "" if k.wert is None else zahltext(k.wert),
            k.zeichen.value if k.zeichen else "",
            k.hinweis,
        )
    naechster = naechster_stichtag(indikator, max((k.stichtag for k in reihe), default=None))
    if naechster:
        for werte in product(*(d.auspraegungen for d in indikator.dimensionen)):
            yield _kennzahlzeile(indikator, naechster, list(werte), vorbereitet=True)


def _kennzahlzeile(
    i: Indikator,
    stichtag: str,
    merkmale: list[str],
    wert: str = "",
    zeichen: str = "",
    hinweis: str = "",
    vorbereitet: bool = False,
) -> Blattzeile:
    werte = {"Kennung": i.id, "Indikator": i.name, "Stichtag": stichtag}
    werte |= {f"Gliederung {n}": merkmal for n, merkmal in enumerate(merkmale, 1)}
    werte |= {"Wert": wert, "Zeichen": zeichen, "Hinweis": hinweis, "Einheit": i.einheit.bezeichnung}
    return Blattzeile((i.id, stichtag, *merkmale), werte, vorbereitet)


def naechster_stichtag(indikator: Indikator, neuester: Stichtag | None) -> str | None:
    """The Stichtag that follows the newest one, in the same spelling; None where no rhythm is known."""
    jahre = {Periodizitaet.JAEHRLICH: 1, Periodizitaet.SCHULJAHR: 1, Periodizitaet.ZWEIJAEHRLICH: 2}
    if neuester is None or indikator.periodizitaet not in jahre:
        return None
    schritt, alt = jahre[indikator.periodizitaet], str(neuester)
    jahr = int(alt[:4]) + schritt
    if neuester.art == "schuljahr":
        return f"{jahr}/{(jahr + 1) % 100:02d}"
    neu = f"{jahr}{alt[4:]}"
    try:
        lies_stichtag(neu)
    except ValueError:
        return f"{jahr}-02-28"
    return neu


def alle_zeilen(plan: Plan) -> Iterator[tuple[Blattart, Blattzeile]]:
    """Every row that a workbook of the Plan holds, with the kind of its sheet."""
    for zeile in massnahmenzeilen(plan):
        yield Blattart.MASSNAHMEN, zeile
    for zeile in schrittzeilen(plan):
        yield Blattart.SCHRITTE, zeile
    for indikatoren in themenfelder(plan).values():
        for indikator in indikatoren:
            for zeile in kennzahlzeilen(plan, indikator):
                yield Blattart.KENNZAHLEN, zeile
