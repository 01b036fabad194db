"""Footnotes of a piece of HTML: they stand at its end there, and at the place that calls them in print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml.etree import _Element

from macros.ausgabe.druck.satz.knoten import Absatz, Anmerkung, Anmerkungsruf, Druckfehler, Knotenfolge
from macros.ausgabe.druck.satz.wortraum import glaette


@dataclass
class Fussnoten:
    """The notes of one piece, by the id that their marks name; `stueck` keeps the names of pieces apart."""

    stueck: int
    _noten: dict[str, _Element] = field(default_factory=dict)
    _gerufen: set[str] = field(default_factory=set)

    def nimm(self, wurzel: _Element) -> None:
        """Takes the notes out of a piece."""
        for kasten in wurzel.findall(".//div[@class='footnote']"):
            for note in kasten.iterfind("./ol/li"):
                self._noten[note.get("id", "")] = note
            _entferne(kasten)

    def ruf(self, marke: _Element, lies: Callable[[_Element], Knotenfolge]) -> Anmerkung | Anmerkungsruf:
        """What stands for a mark: the note itself where it is called first."""
        verweis = marke.find("a")
        kennung = verweis.get("href", "").removeprefix("#") if verweis is not None else ""
        if kennung not in self._noten:
            raise Druckfehler(f"Zur Fußnotenmarke „{kennung}“ fehlt die Fußnote.")
        name, nummer = f"note-{self.stueck}-{kennung}", int(kennung.rpartition("-")[2])
        if kennung in self._gerufen:
            return Anmerkungsruf(nummer, name)
        self._gerufen.add(kennung)
        note = self._noten[kennung]
        for zurueck in note.findall(".//a[@class='footnote-backref']"):
            _entferne(zurueck)
        kinder = tuple(k for k in lies(note) if k != " ")
        if len(kinder) == 1 and isinstance(kinder[0], Absatz):
            kinder = kinder[0].kinder
        return Anmerkung(nummer, name, glaette(kinder))

    def pruefe(self) -> None:
        """Raises Druckfehler for notes that nothing calls."""
        if offen := set(self._noten) - self._gerufen:
            raise Druckfehler(f"Fußnoten ohne Stelle im Text: {', '.join(sorted(offen))}.")


def _entferne(element: _Element) -> None:
    """Takes an element out of its parent and leaves the text behind it."""
    eltern, davor = element.getparent(), element.getprevious()
    assert eltern is not None
    if element.tail:
        if davor is not None:
            davor.tail = (davor.tail or "") + element.tail
        else:
            eltern.text = (eltern.text or "") + element.tail
    eltern.remove(element)
