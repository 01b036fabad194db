"""The snapshot beside a closed report: how the measures and figures were, and reading it back to compare."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from macros.modell.jsonwert import Json, lies_json
from macros.modell.massnahme import Massnahme
from macros.modell.plan import Plan
from macros.modell.ratsbericht import Ratsbericht
from macros.sichten.bewegungen import berichtete_indikatoren
from macros.sichten.damals import Damals, stand_am, vergleichstag
from macros.sichten.pruefsumme import pruefsumme
from macros.sichten.reihen import reihe
from macros.sichten.stand import Lage

NAEHE = 31
"""Days that may lie between the end of a closed report and the day that a later one begins, to compare with it."""


def abzug(plan: Plan, je: Mapping[str, Lage], massnahmen: Sequence[Massnahme], bericht: Ratsbericht) -> bytes:
    """The data that a report tells of, as JSON; the same bytes from the same data."""
    inhalt: dict[str, Json] = {
        "bericht": bericht.id,
        "von": bericht.von.isoformat(),
        "bis": bericht.bis.isoformat(),
        "pruefsumme": pruefsumme(plan),
        "massnahmen": {
            m.id: {
                "stand": je[m.id].kennung,
                "ampel": je[m.id].ampel or "",
                "daten": m.model_dump(mode="json", exclude_unset=True),
            }
            for m in massnahmen
        },
        "zahlen": {
            kennung: [[str(k.stichtag), dict(k.merkmale), k.wert] for k in reihe(plan, kennung).kennzahlen]
            for kennung in berichtete_indikatoren(plan, massnahmen)
        },
    }
    return f"{json.dumps(inhalt, ensure_ascii=False, indent=1, sort_keys=True)}\n".encode()


def lies_abzug(roh: bytes, bericht: Ratsbericht) -> Damals | None:
    """What a later report compares with; None where the file does not have the form of a snapshot."""
    try:
        massnahmen = lies_json(roh)["massnahmen"]
        staende = {str(k): (str(m["stand"]), str(m["ampel"])) for k, m in massnahmen.items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return Damals(bericht.bis, staende, bericht.id)


def letzter_bericht(plan: Plan, bis: date) -> Ratsbericht | None:
    """The newest closed report whose period ended before a day."""
    fertige = [b for b in plan.berichte.values() if b.abgeschlossen_am and b.bis < bis]
    return max(fertige, key=lambda b: (b.bis, b.id), default=None)


def damals_fuer(plan: Plan, stichtag: date, auswahl: set[str] | None = None, ab: date | None = None) -> Damals | None:
    """What a report compares with, of some measures or of all.

    The last closed report, where `ab` is not given or lies within a month after its end; else the state on `ab`, or a
    year before the newest entry. Nothing to compare with where `ab` is still to come; None where the data carry no day.
    """
    if ab and ab > stichtag:
        return Damals(ab, None)
    bericht = letzter_bericht(plan, ab + timedelta(days=1) if ab else stichtag)
    if bericht and (ab is None or (ab - bericht.bis).days <= NAEHE):
        gelesen = lies_abzug(plan.beilagen.get(bericht.datei(".json"), b""), bericht)
        if gelesen and gelesen.staende is not None:
            return Damals(
                gelesen.tag,
                {k: w for k, w in gelesen.staende.items() if auswahl is None or k in auswahl},
                gelesen.bericht,
            )
    return stand_am(plan, ab, auswahl) if ab else vergleichstag(plan, stichtag, auswahl)
