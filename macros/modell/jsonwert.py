"""What JSON can say, as a type, and JSON from outside."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

Json = str | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]
JsonObjekt = dict[str, Json]


def lies_json(text: str | bytes) -> Any:
    """What a text from outside says; raises ValueError, also where it is nested deeper than Python reads."""
    try:
        return json.loads(text)
    except RecursionError as fehler:
        raise ValueError("zu tief verschachtelt") from fehler
