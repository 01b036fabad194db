"""The version of the data: a short sum over everything that the files say."""

from __future__ import annotations

import hashlib
import json

from macros.modell.plan import Plan


def pruefsumme(plan: Plan) -> str:
    """Eight characters that change when anything in the data changes: the version of the data."""
    inhalt = {
        "gemeinde": plan.gemeinde.model_dump(mode="json"),
        "saetze": {f"{name}/{satz.id}": satz.model_dump(mode="json") for name, satz in plan.alle()},
        "zahlen": {
            kennung: [[str(k.stichtag), dict(k.merkmale), k.wert, k.zeichen, k.hinweis] for k in zahlen]
            for kennung, zahlen in plan.kennzahlen.items()
        },
    }
    text = json.dumps(inhalt, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:8]
