"""A record as people name it: by its id or by its name."""

from __future__ import annotations

from collections.abc import Mapping

from macros.eingabe.einwand import Einwand, kurz
from macros.eingabe.text import wort
from macros.modell.schreibweise import meinten_sie


def lies_kennung(text: str, namen: Mapping[str, str], artikel: str = "") -> str:
    """The id that was meant; `namen` has the name of every id, `artikel` says what kind is looked for („Den Indikator“).

    Capitals and spaces do not count. A name that several records bear is refused with their ids.
    """
    roh = text if text in namen else wort(text)
    if roh in namen:
        return roh
    gesucht = roh.casefold()
    treffer = [k for k, name in namen.items() if gesucht in (k.casefold(), wort(name).casefold())]
    if len(treffer) == 1:
        return treffer[0]
    davor = f"{artikel} " if artikel else ""
    if treffer:
        raise Einwand(
            "verweis", f"{davor}„{kurz(roh)}“ gibt es mehrmals.", f"Die Kennung nennen: {' oder '.join(treffer)}."
        )
    raise Einwand("verweis", f"{davor}„{kurz(roh)}“ gibt es nicht.", meinten_sie(roh, [*namen, *namen.values()]))
