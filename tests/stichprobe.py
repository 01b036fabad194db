"""The widest sweeps try a part of their cases, always the same one; `make test ALLES=1` tries all, weekly."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")
SAAT = 20250701
"""The project's own: a sample that changes from run to run would fail for one person and pass for the next."""


def alles() -> bool:
    """Whether the sweeps run whole."""
    return os.environ.get("ALLES", "") not in ("", "0")


def stichprobe(faelle: Iterable[T], anzahl: int, je: Callable[[T], Hashable] | None = None) -> Sequence[T]:
    """As many of the cases, in their order; the first of each kind that `je` tells apart is always among them."""
    liste = list(faelle)
    if alles() or len(liste) <= anzahl:
        return liste
    erste = {je(fall): stelle for stelle, fall in reversed([*enumerate(liste)])}.values() if je else ()
    rest = [stelle for stelle in range(len(liste)) if stelle not in set(erste)]
    gezogen = random.Random(SAAT).sample(rest, max(0, anzahl - len(erste)))
    return [liste[stelle] for stelle in sorted([*erste, *gezogen])]
