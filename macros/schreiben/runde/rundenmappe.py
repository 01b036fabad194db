"""The workbook of one part of a round: only its measures, what is overdue, and what changed since the last round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from macros.deutsch.kalender import tag
from macros.deutsch.saetze import numerus
from macros.modell.massnahme import Massnahme, Schritt
from macros.modell.plan import Plan
from macros.schreiben.excel import abdruck
from macros.schreiben.excel.ausfuhr import (
    schreibe_abdruck,
    schreibe_blatt,
    schreibe_listen,
    schreibe_textblatt,
    speichere,
)
from macros.schreiben.excel.blaetter import (
    LAGE,
    LETZTER_BERICHT,
    MASSNAHMEN,
    SCHRITTE,
    UEBERBLICK,
    Blattart,
    listen,
)
from macros.schreiben.excel.hilfe import ohne_zahlen
from macros.schreiben.excel.zeilen import Blattzeile, massnahmenzeilen, schrittzeilen
from macros.schreiben.runde.teile import Rundenteil
from macros.sichten.verlauf import lagen, verlaeufe

BALD = 90
_AB = next(n for n, s in enumerate(MASSNAHMEN) if s.neu)


def als_rundenmappe(plan: Plan, runde: str, teil: Rundenteil, bis: date, seit: date | None, stichtag: date) -> bytes:
    """Help, overview, measures and steps; no figures, so that nobody scrolls past what is not theirs."""
    mappe = Workbook()
    assert isinstance(mappe.active, Worksheet)
    schreibe_textblatt(mappe.active, "Anleitung", f"{plan.gemeinde.titel}: Stände melden", ohne_zahlen())
    worte = listen(plan)
    bereiche = schreibe_listen(mappe, worte)
    ueberblick = mappe.create_sheet(UEBERBLICK, 1)
    titel = f"Berichtsrunde bis {tag(bis)}: {teil.name}"
    schreibe_textblatt(ueberblick, UEBERBLICK, titel, list(_ueberblick(plan, teil, bis, seit, stichtag)))
    massnahmen, schritte = _massnahmen(plan, teil), _schritte(plan, teil, stichtag)
    spalten = (*MASSNAHMEN[:_AB], LETZTER_BERICHT, *MASSNAHMEN[_AB:])
    schreibe_blatt(mappe, "Maßnahmen", spalten, massnahmen, worte, bereiche, "D2")
    schreibe_blatt(mappe, "Schritte", (*SCHRITTE[:4], LAGE, *SCHRITTE[4:]), schritte, worte, bereiche, "E2")
    zeilen = [(Blattart.MASSNAHMEN, z) for z in massnahmen] + [(Blattart.SCHRITTE, z) for z in schritte]
    schreibe_abdruck(mappe, abdruck.als_tabelle(plan.gemeinde.ags, zeilen, f"{runde}/{teil.kennung}"))
    mappe.active = mappe.index(ueberblick)
    for blatt in mappe.worksheets:
        blatt.sheet_view.tabSelected = blatt is ueberblick
    return speichere(mappe, plan)


def _massnahmen(plan: Plan, teil: Rundenteil) -> list[Blattzeile]:
    je = verlaeufe(plan)
    zeilen = []
    for z in massnahmenzeilen(plan, None, teil.massnahmen):
        letzter = next((b.sachstand for b in reversed(je[z.schluessel[0]]) if b.traegt), None)
        ampel = f"{letzter.ampel.bezeichnung}: " if letzter and letzter.ampel and letzter.text else ""
        ampel = ampel or (letzter.ampel.bezeichnung if letzter and letzter.ampel else "")
        text = ampel + ((letzter.text or "") if letzter else "")
        zeilen.append(replace(z, werte=z.werte | {LETZTER_BERICHT.titel: text}))
    return zeilen


def _schritte(plan: Plan, teil: Rundenteil, stichtag: date) -> list[Blattzeile]:
    je = lagen(plan, stichtag)
    zeilen = []
    for z in schrittzeilen(plan, None, teil.massnahmen):
        m = plan.massnahmen[z.schluessel[0]]
        schritt = m.schritte[int(z.schluessel[1]) - 1]
        wort = schrittlage(schritt, stichtag, spaet=schritt in je[m.id].ueberfaellig)
        zeilen.append(replace(z, werte=z.werte | {LAGE.titel: wort}))
    return zeilen


def schrittlage(schritt: Schritt, stichtag: date, spaet: bool) -> str:
    """How a step stands on a day, in words."""
    if schritt.erledigt_am:
        return "erledigt"
    if spaet:
        return "überfällig"
    if schritt.termin and stichtag <= schritt.termin <= stichtag + timedelta(days=BALD):
        return f"in den nächsten {BALD} Tagen"
    return "offen"


def _ueberblick(
    plan: Plan, teil: Rundenteil, bis: date, seit: date | None, stichtag: date
) -> Iterator[tuple[str, str]]:
    massnahmen = [plan.massnahmen[k] for k in teil.massnahmen]
    je = lagen(plan, stichtag)
    zahl = len(massnahmen)
    yield "", "Worum wir bitten"
    yield "1.", f"Bis {tag(bis)} einen Bericht zu {zahl} {numerus(zahl, 'Maßnahme', 'Maßnahmen')}: Blatt „Maßnahmen“."
    yield "2.", "Erledigte Schritte mit ihrem Tag, neue Termine, wo der alte nicht zu halten ist: Blatt „Schritte“."
    yield (
        "3.",
        "Die Datei speichern und als Anhang zurückschicken. Auch „Es hat sich nichts geändert“ ist eine Antwort.",
    )
    yield "", "Zuletzt berichtet"
    for m in massnahmen:
        lage = je[m.id]
        wann = f" am {tag(lage.seit)}" if lage.seit else ""
        yield "•", f"{_name(plan, m)}: {lage.bezeichnung}{wann}"
    for titel, wort in (
        ("Überfällige Schritte", "überfällig"),
        ("Bald fällige Schritte", f"in den nächsten {BALD} Tagen"),
    ):
        treffer = [
            f"{_name(plan, m)}: {s.text} (geplant bis {tag(s.termin)})"
            for m in massnahmen
            for s in m.schritte
            if s.termin and schrittlage(s, stichtag, spaet=s in je[m.id].ueberfaellig) == wort
        ]
        if treffer:
            yield "", titel
            yield from (("•", text) for text in treffer)
    if seit:
        yield "", f"Seit der letzten Runde am {tag(seit)}"
        neues = [f"{_name(plan, m)}: {satz}" for m in massnahmen for satz in seither(m, seit)]
        yield from (("•", text) for text in neues or ["Zu diesen Maßnahmen kam nichts hinzu."])


def seither(m: Massnahme, seit: date) -> Iterator[str]:
    """What was reported on a measure and done for it after a day."""
    for s in m.sachstaende:
        if s.bekannt_ab > seit:
            yield f"Bericht vom {tag(s.datum)}: {s.stand.bezeichnung}"
    for schritt in m.schritte:
        if schritt.erledigt_am and schritt.erledigt_am > seit:
            yield f"Schritt erledigt am {tag(schritt.erledigt_am)}: {schritt.text}"


def _name(plan: Plan, m: Massnahme) -> str:
    ohne = "" if m.federfuehrung else " (ohne Federführung)"
    return f"{plan.name('massnahmen', m.id)}{ohne}"
