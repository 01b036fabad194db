"""Words of the texts that neither the dictionary nor the town's list knows, each at its first place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from macros.deutsch.lesen import woerter
from macros.modell.befund import Ort
from macros.modell.plan import Plan
from macros.modell.texte import deutsche_texte

Woerterbuch = Callable[[Iterable[str]], set[str]]
"""Words -> those among them that it does not know."""


@dataclass(frozen=True)
class UnbekanntesWort:
    """A word and where it stands first."""

    wort: str
    ort: Ort


def unbekannte(plan: Plan, woerterbuch: Woerterbuch, eigene: frozenset[str]) -> list[UnbekanntesWort]:
    """Unknown words by file and line; a joined word is known when the dictionary knows it or all its parts."""
    eigene = eigene | {wort[0].upper() + wort[1:] for wort in eigene}
    erste: dict[str, Ort] = {}
    for stelle in deutsche_texte(plan):
        for wort in woerter(stelle.text):
            erste.setdefault(wort, stelle.ort)
    teile = {teil for wort in erste for teil in (wort, *wort.split("-"))}
    fremd = woerterbuch(sorted(teile)) - eigene
    gefunden = [
        UnbekanntesWort(wort, ort)
        for wort, ort in erste.items()
        if wort in fremd and ("-" not in wort or any(teil in fremd for teil in wort.split("-")))
    ]
    return sorted(gefunden, key=lambda u: (u.ort.datei, u.ort.zeile, u.wort))
