"""The nodes of a document's tree; text is a plain `str`, so nothing of it can be read as markup.

`baum.py` reads them from HTML; the typesetter and the Word file are made from them. Each may carry classes of the
template that made it, an anchor that others refer to, and a language other than German.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Auszeichnung = Literal["", "strong", "em", "sub", "sup", "q", "small"]
Knotenfolge = tuple["Knoten", ...]


class Druckfehler(Exception):
    """A document cannot be set; the message is German and says what to do.

    It may know the character that is missing, or the anchors before the place, the nearest first.
    """

    def __init__(self, text: str, zeichen: str = "", anker: tuple[str, ...] = ()) -> None:
        super().__init__(text)
        self.zeichen = zeichen
        self.anker = anker


@dataclass(frozen=True, slots=True, kw_only=True)
class Knotenmerkmale:
    """What every node may carry."""

    klassen: tuple[str, ...] = ()
    anker: str = ""
    sprache: str = ""


@dataclass(frozen=True, slots=True)
class Titel(Knotenmerkmale):
    """A heading; the table of contents lists those that are `verzeichnet`."""

    stufe: int
    kinder: Knotenfolge
    verzeichnet: bool = True


@dataclass(frozen=True, slots=True)
class Absatz(Knotenmerkmale):
    """A paragraph."""

    kinder: Knotenfolge


@dataclass(frozen=True, slots=True)
class Gruppe(Knotenmerkmale):
    """Blocks that belong together."""

    kinder: Knotenfolge


@dataclass(frozen=True, slots=True)
class Listenpunkt(Knotenmerkmale):
    """One point of a list."""

    kinder: Knotenfolge


@dataclass(frozen=True, slots=True)
class Liste(Knotenmerkmale):
    """A list; one that is `nummeriert` counts from `beginn`."""

    punkte: tuple[Listenpunkt, ...]
    nummeriert: bool = False
    beginn: int = 1


@dataclass(frozen=True, slots=True)
class Begriffspunkt(Knotenmerkmale):
    """A term and what is said about it."""

    begriff: Knotenfolge
    kinder: Knotenfolge


@dataclass(frozen=True, slots=True)
class Begriffsliste(Knotenmerkmale):
    """A description list."""

    punkte: tuple[Begriffspunkt, ...]


@dataclass(frozen=True, slots=True)
class Druckzelle:
    """A cell over some columns, head or not; one as wide as a page (`weit`) needs no hyphens."""

    kinder: Knotenfolge
    kopf: bool = False
    klassen: tuple[str, ...] = ()
    spalten: int = 1
    weit: bool = False


@dataclass(frozen=True, slots=True)
class Druckzeile:
    """A row; one that is `fest` stays on its page, and with it those behind it, together `klammer` rows.

    Zero says that a row before holds this one.
    """

    zellen: tuple[Druckzelle, ...]
    fest: bool = True
    anker: str = ""
    klammer: int = 1


@dataclass(frozen=True, slots=True)
class Drucktabelle(Knotenmerkmale):
    """A table with the widths of its columns and the size of its letters; one that is `ganz` stays on its page."""

    breiten: tuple[str, ...]
    kopf: tuple[Druckzeile, ...]
    zeilen: tuple[Druckzeile, ...]
    schrift: float = 8.5
    ganz: bool = False
    titel: Knotenfolge = ()
    paare: bool = False
    """True where rows say how many of them stay on one page."""


@dataclass(frozen=True, slots=True)
class Legendenpunkt:
    """A sample of what a picture draws, and its name."""

    svg: str
    text: str


@dataclass(frozen=True, slots=True)
class Bildblock(Knotenmerkmale):
    """A picture with what it shows in words, its title, its width on the page, its legend, and what stands under it."""

    svg: str
    text: str
    titel: Knotenfolge = ()
    breite: str = "100%"
    legende: tuple[Legendenpunkt, ...] = ()
    hinweise: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trennlinie(Knotenmerkmale):
    """A line between blocks."""


@dataclass(frozen=True, slots=True)
class Spanne(Knotenmerkmale):
    """Words with a look or a class of their own."""

    kinder: Knotenfolge
    auszeichnung: Auszeichnung = ""


@dataclass(frozen=True, slots=True)
class OffenerLink(Knotenmerkmale):
    """A link to a place, record or page whose end is not known; one that stays open is set as its words."""

    wohin: Literal["#", "satz", "seite"]
    ziel: str
    kinder: Knotenfolge


@dataclass(frozen=True, slots=True)
class Sprung(Knotenmerkmale):
    """A link to an anchor of the same document."""

    ziel: str
    kinder: Knotenfolge


@dataclass(frozen=True, slots=True)
class Netzlink(Knotenmerkmale):
    """A link to an address, which paper shows behind the words where it is to be seen (`zeigen`)."""

    adresse: str
    kinder: Knotenfolge
    zeigen: bool = False


@dataclass(frozen=True, slots=True)
class Anmerkung(Knotenmerkmale):
    """A footnote at the place that calls it first; `name` is what later calls refer to."""

    nummer: int
    name: str
    kinder: Knotenfolge


@dataclass(frozen=True, slots=True)
class Anmerkungsruf(Knotenmerkmale):
    """Another call of a footnote."""

    nummer: int
    name: str


@dataclass(frozen=True, slots=True)
class Feldzeichen(Knotenmerkmale):
    """The mark of a Handlungsfeld; the words beside it say the same."""

    svg: str


@dataclass(frozen=True, slots=True)
class Code(Knotenmerkmale):
    """A piece of text letter by letter."""

    text: str


@dataclass(frozen=True, slots=True)
class Zeilenumbruch(Knotenmerkmale):
    """A new line inside a paragraph."""


Block = Titel | Absatz | Gruppe | Liste | Begriffsliste | Drucktabelle | Bildblock | Trennlinie
ImText = Spanne | OffenerLink | Sprung | Netzlink | Anmerkung | Anmerkungsruf | Feldzeichen | Code | Zeilenumbruch
Knoten = str | Block | ImText
