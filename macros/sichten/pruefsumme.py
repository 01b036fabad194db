"""The version of the data: a short sum over everything that the files say."""

from __future__ import annotations

import hashlib
import json

from macros.modell.indikator import Kennzahl
from macros.modell.jsonwert import Json
from macros.modell.plan import Plan


def pruefsumme(plan: Plan) -> str:
    """Eight characters that change when anything in the data changes: the version of the data.

    Reports tell of the data and are none of them: closing one is no new version.
    """
    inhalt = {
        "gemeinde": plan.gemeinde.model_dump(mode="json"),
        "saetze": {
            f"{name}/{satz.id}": satz.model_dump(mode="json") for name, satz in plan.alle() if name != "berichte"
        },
        "zahlen": {kennung: [_zahl(k) for k in zahlen] for kennung, zahlen in plan.kennzahlen.items()},
    }
    text = json.dumps(inhalt, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _zahl(k: Kennzahl) -> list[Json]:
    """A row; what was added to rows later counts only where it is filled, so that old rows keep their sum."""
    wert: list[Json] = [str(k.stichtag), dict(k.merkmale), k.wert, k.zeichen, k.hinweis]
    if k.eingetragen_am or k.quelle or k.vorher:
        wert.append(k.eingetragen_am.isoformat() if k.eingetragen_am else "")
    return [*wert, k.quelle, _vorher(k)] if k.quelle or k.vorher else wert


def _vorher(k: Kennzahl) -> Json:
    """One value without its day as it always counted, else each with its day."""
    if all(w.am is None for w in k.vorher) and len(k.vorher) < 2:
        return k.vorher[0].wert if k.vorher else None
    return [[w.am.isoformat() if w.am else "", w.wert] for w in k.vorher]
