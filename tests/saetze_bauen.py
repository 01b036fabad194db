"""Records for tests in one line each: a test names what it is about, the rest is filled in."""

from __future__ import annotations

from typing import Any

from macros.modell.aussage import Aussage
from macros.modell.gemeinde import Fassung, Gemeinde
from macros.modell.grundtypen import Datensatz
from macros.modell.indikator import Dimension, Indikator, Kennzahl
from macros.modell.konzept import Abschnitt, Begriff
from macros.modell.massnahme import Massnahme
from macros.modell.matrix import Akteur, Handlungsfeld, Herausforderung, Zielgruppe
from macros.modell.plan import Plan

NEUTRAL = {
    "einheit": "anzahl",
    "zaehlt": "anderes",
    "art": "bestand",
    "richtung": "neutral",
    "periodizitaet": "jaehrlich",
}


def gemeinde(**felder: Any) -> Gemeinde:
    return Gemeinde.model_validate(
        {
            "name": "Kleinstadt",
            "titel": "Konzept",
            "untertitel": "Ein Beispiel.",
            "ags": "01234567",
            "kreis": "Kreis",
            "land": "Land",
            "website": "https://example.org",
            **felder,
        }
    )


def fassung(id: str, jahr: int, **felder: Any) -> Fassung:
    return Fassung.model_validate({"id": id, "titel": f"Konzept {jahr}", "jahr": jahr, **felder})


def abschnitt(id: str, nummer: str, **felder: Any) -> Abschnitt:
    werte = {"fassung": "neu", "reihenfolge": 1, "titel": id.capitalize(), **felder}
    return Abschnitt.model_validate({"id": id, "nummer": nummer, **werte})


def handlungsfeld(id: str, **felder: Any) -> Handlungsfeld:
    werte = {"kuerzel": f"{id}x"[:2].upper(), "name": id.capitalize(), "reihenfolge": 1, "kurztext": "Kurz.", **felder}
    return Handlungsfeld.model_validate(
        {"id": id, "farbe": "blau", "symbol": "buch", "bearbeitung": "workshop", **werte}
    )


def herausforderung(id: str, **felder: Any) -> Herausforderung:
    werte = {"fassung": "neu", "nummer": 1, "titel": id.capitalize(), "text": "Es fehlt etwas.", **felder}
    return Herausforderung.model_validate(
        {"id": id, "handlungsfeld": "bildung", "zielgruppen": [], "prioritaet": "priorisiert", **werte}
    )


def massnahme(id: str, fassung: str = "neu", **felder: Any) -> Massnahme:
    werte = {"titel": id.capitalize(), "kurztext": "Kurz.", "handlungsfeld": "bildung", "herausforderungen": []}
    herkunft = {"fassung": fassung, "nummer": "3.1"}
    return Massnahme.model_validate(
        {"id": id, "nummer": "3.1", "beschreibung": "Lang.", "herkunft": herkunft, **werte, **felder}
    )


def nachfolge(art: str, *massnahmen: str, grund: str = "Grund.") -> dict[str, Any]:
    return {"fassung": "neu", "art": art, "massnahmen": massnahmen, "begruendung": grund}


def zielgruppe(id: str, **felder: Any) -> Zielgruppe:
    return Zielgruppe.model_validate({"id": id, "bezeichnung": id.capitalize(), **felder})


def akteur(id: str, **felder: Any) -> Akteur:
    return Akteur.model_validate({"id": id, "bezeichnung": id.capitalize(), "art": "vereine", **felder})


def begriff(id: str, **felder: Any) -> Begriff:
    return Begriff.model_validate({"id": id, "bezeichnung": id.capitalize(), "beschreibung": "Ein Wort.", **felder})


def dimension(id: str, *auspraegungen: str, **felder: Any) -> Dimension:
    return Dimension.model_validate({"id": id, "name": id.capitalize(), "auspraegungen": auspraegungen, **felder})


def indikator(id: str, **felder: Any) -> Indikator:
    werte = {"name": id.capitalize(), "themenfeld": "Thema", "definition": "Zählt.", "quelle": "amt", **NEUTRAL}
    return Indikator.model_validate({"id": id, **werte, "geheimhaltung": {"verfahren": "keine"}, **felder})


def aussage(id: str, wert: float, **felder: Any) -> Aussage:
    behauptung = {"wert": wert, "einheit": "anzahl"}
    return Aussage.model_validate({"id": id, "abschnitt": "a", "text": "So viele.", "behauptung": behauptung, **felder})


def plan_aus(
    *saetze: Datensatz,
    zahlen: dict[str, tuple[Kennzahl, ...]] | None = None,
    stadt: Gemeinde | None = None,
    **felder: Any,
) -> Plan:
    """A Plan that holds these records, in this order, and these figures."""
    sammlungen: dict[str, Any] = {}
    for satz in saetze:
        sammlungen.setdefault(satz.SAMMLUNG.ordner, {})[satz.id] = satz
    return Plan(stadt or gemeinde(), **sammlungen, kennzahlen=zahlen or {}, **felder)
