"""Which documents there are, what may be chosen for each, and writing them into a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.ausgabe.druck.bericht import umsetzungsbericht
from macros.ausgabe.druck.docx import als_docx
from macros.ausgabe.druck.dokument import Dokument, baum
from macros.ausgabe.druck.konzept import konzept
from macros.ausgabe.druck.matrix import massnahmenmatrix
from macros.ausgabe.druck.setzen import setze
from macros.ausgabe.druck.steckbrief import steckbrief
from macros.ausgabe.kontext import Bau
from macros.ausgabe.rahmen import aktuelle_fassung
from macros.modell.massnahme import Massnahme
from macros.modell.schreibweise import meinten_sie
from macros.sichten.umsetzung import massnahmen_der_fassung


class Unbekannt(ValueError):
    """A document or selection that does not exist; the message is German and offers the nearest."""


@dataclass(frozen=True)
class Wunsch:
    """What a document is asked for: measures, and the first day of a report."""

    massnahmen: Sequence[Massnahme]
    ab: date | None = None


Ersteller = Callable[[Bau, Wunsch], list[Dokument]]
DOKUMENTE: dict[str, Ersteller] = {
    "konzept": lambda bau, w: [konzept(bau)],
    "massnahmenmatrix-a3": lambda bau, w: [massnahmenmatrix(bau, "a3", w.massnahmen)],
    "massnahmenmatrix-a4": lambda bau, w: [massnahmenmatrix(bau, "a4", w.massnahmen)],
    "umsetzungsbericht": lambda bau, w: [umsetzungsbericht(bau, w.massnahmen, w.ab)],
    "steckbriefe": lambda bau, w: [steckbrief(bau, m) for m in w.massnahmen],
}
"""Name -> function that gives its files; `steckbriefe` gives one a measure."""


def waehle(bau: Bau, auswahl: Iterable[str]) -> list[Massnahme]:
    """Measures of the current edition, all or those of the named Handlungsfelder and measures, in their order."""
    plan, fassung = bau.plan, aktuelle_fassung(bau.plan)
    alle = massnahmen_der_fassung(plan, fassung.id if fassung else "")
    gewaehlt = list(auswahl)
    for wort in gewaehlt:
        if wort not in plan.handlungsfelder and wort not in plan.massnahmen:
            tipp = meinten_sie(wort, [*plan.handlungsfelder, *plan.massnahmen])
            raise Unbekannt(f"„{wort}“ ist weder ein Handlungsfeld noch eine Maßnahme. {tipp}".strip())
    if not gewaehlt:
        return alle
    return [m for m in plan.massnahmen.values() if m.id in gewaehlt or (m.handlungsfeld in gewaehlt and m in alle)]


def dateien(bau: Bau, name: str, wunsch: Wunsch) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """(file below the target, function that gives its bytes) of one document."""
    if name not in DOKUMENTE:
        moeglich = ", ".join(DOKUMENTE)
        raise Unbekannt(f"Das Dokument „{name}“ gibt es nicht. {meinten_sie(name, DOKUMENTE)} Möglich: {moeglich}.")
    for dokument in DOKUMENTE[name](bau, wunsch):
        knoten = baum(bau, dokument)
        yield f"{dokument.name}.pdf", lambda knoten=knoten: setze(knoten)  # type: ignore[misc]
        if name == "umsetzungsbericht":
            yield f"{dokument.name}.docx", lambda knoten=knoten: als_docx(knoten)  # type: ignore[misc]


def schreibe(bau: Bau, ziel: Path, namen: Iterable[str], wunsch: Wunsch) -> list[Path]:
    """Writes documents below a folder; gives the files. The longest is set first, so that two cores are busy."""
    auftraege = [a for name in namen for a in dateien(bau, name, wunsch)]

    def erledige(auftrag: tuple[str, Callable[[], bytes]]) -> Path:
        datei = ziel / auftrag[0]
        datei.parent.mkdir(parents=True, exist_ok=True)
        datei.write_bytes(auftrag[1]())
        return datei

    with ThreadPoolExecutor(2) as arbeiter:
        return list(arbeiter.map(erledige, auftraege))


def schreibe_alle(bau: Bau, ziel: Path) -> list[Path]:
    """Every document of the site; Steckbriefe also of measures that only an older edition holds."""
    ohne = [name for name in DOKUMENTE if name != "steckbriefe"]
    geschrieben = schreibe(bau, ziel, ohne, Wunsch(waehle(bau, ())))
    return geschrieben + schreibe(bau, ziel, ["steckbriefe"], Wunsch(list(bau.plan.massnahmen.values())))
