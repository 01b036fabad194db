"""Words of a document's tree -> runs, links and bookmarks of a Word file; and the same words as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml.etree import _Element

from macros.ausgabe.druck.satz.baumgang import kinder_von
from macros.ausgabe.druck.satz.knoten import (
    Absatz,
    Anmerkung,
    Anmerkungsruf,
    Auszeichnung,
    Begriffsliste,
    Bildblock,
    Code,
    Drucktabelle,
    Feldzeichen,
    Gruppe,
    Knoten,
    Knotenfolge,
    Liste,
    Netzlink,
    OffenerLink,
    Spanne,
    Sprung,
    Titel,
    Trennlinie,
    Zeilenumbruch,
)
from macros.ausgabe.druck.satz.wortraum import VERBINDER, WEICH
from macros.ausgabe.druck.word.elemente import Zeichenform, e, lauf

_ZEICHENSTIL = {"hf-marke": "Handlungsfeld", "leer": "Leer", "klein": "Nebenbei"}
_LAGE: Mapping[Auszeichnung, str] = {"sub": "subscript", "sup": "superscript"}


@dataclass
class Wortschreiber:
    """Writes words into paragraphs; `ziele` names the bookmarks of anchors that something refers to."""

    d: Document
    ziele: Mapping[str, str]
    _marken: int = 0

    def worte(self, eltern: _Element, folge: Iterable[Knoten], z: Zeichenform) -> None:
        """Runs of text with their looks, links and notes below a paragraph or a link."""
        for n in folge:
            if not isinstance(n, str) and n.anker in self.ziele:
                self.marke(eltern, self.ziele[n.anker])
            self._wort(eltern, n, z)

    def _wort(self, eltern: _Element, n: Knoten, z: Zeichenform) -> None:
        match n:
            case str():
                eltern.append(lauf(n, z))
            case Zeilenumbruch():
                eltern.append(e("r", e("br")))
            case Netzlink():
                link = e("hyperlink", history=1)
                link.set(qn("r:id"), self.d.part.relate_to(n.adresse, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
                self._link(eltern, link, n, z, "Hyperlink")
                if n.zeigen and "marke" not in n.klassen:
                    eltern.append(lauf(f" ({n.adresse})", replace(z, stil="Adresse")))
            case Sprung():
                self._link(eltern, e("hyperlink", anchor=self.ziele[n.ziel], history=1), n, z, "Verweis")
            case Anmerkungsruf():
                eltern.append(lauf(f" (siehe Anmerkung {n.nummer})", z))
            case Anmerkung():
                self.worte(eltern, [f" (Anmerkung {n.nummer}: ", *fliessend(n.kinder), ")"], z)
            case Feldzeichen() | Trennlinie():
                return
            case Code():
                eltern.append(lauf(n.text, z))
            case Spanne(auszeichnung="q"):
                self.worte(eltern, ["„", *n.kinder, "“"], _form_der_spanne(n, z))
            case Spanne():
                self.worte(eltern, n.kinder, _form_der_spanne(n, z))
            case OffenerLink():
                self.worte(eltern, n.kinder, replace(z, sprache=n.sprache or z.sprache))
            case Titel() | Absatz() | Gruppe() | Liste() | Begriffsliste() | Drucktabelle() | Bildblock():
                self.worte(eltern, kinder_von(n), z)
            case _:
                assert_never(n)

    def _link(self, eltern: _Element, link: _Element, n: Sprung | Netzlink, z: Zeichenform, stil: str) -> None:
        self.worte(link, n.kinder, replace(z, stil="Begriff" if "begriff" in n.klassen else stil))
        eltern.append(link)

    def marke(self, p: _Element, name: str, *, um: bool = False) -> None:
        """A bookmark, at the end of what is written or round all of a paragraph."""
        self._marken += 1
        anfang, ende = e("bookmarkStart", id=self._marken, name=name), e("bookmarkEnd", id=self._marken)
        p.insert(1 if um else len(p), anfang)
        p.append(ende)


def _form_der_spanne(n: Spanne, z: Zeichenform) -> Zeichenform:
    """The look of a span inside text of another look."""
    stil = next((v for k, v in _ZEICHENSTIL.items() if k in n.klassen), z.stil)
    return Zeichenform(
        fett=(z.fett and stil not in ("Nebenbei", "Leer")) or n.auszeichnung == "strong" or "nummer" in n.klassen,
        kursiv=z.kursiv or n.auszeichnung == "em",
        lage=_LAGE.get(n.auszeichnung, z.lage),
        stil=stil,
        sprache=n.sprache or z.sprache,
    )


def fliessend(folge: Knotenfolge) -> list[Knoten]:
    """Paragraphs as running text."""
    text: list[Knoten] = []
    for n in folge:
        if isinstance(n, Absatz | Gruppe):
            text += [*([" "] if text else []), *fliessend(n.kinder)]
        else:
            text.append(n)
    return text


def text_von(folge: Iterable[Knoten]) -> str:
    """The words of nodes, blocks with a space between."""
    return "".join(_text(n) for n in folge)


def _text(n: Knoten) -> str:
    match n:
        case str():
            return n.replace(WEICH, "").replace(VERBINDER, "")
        case Zeilenumbruch():
            return "  "
        case Absatz() | Gruppe():
            return f" {text_von(n.kinder)} "
        case Liste():
            return f" {''.join(f' {text_von(punkt.kinder)} ' for punkt in n.punkte)} "
        case Code():
            return n.text
        case (
            Titel() | Begriffsliste() | Drucktabelle() | Bildblock() | Spanne() | OffenerLink() | Sprung() | Netzlink()
        ):
            return text_von(kinder_von(n))
        case Anmerkung() | Anmerkungsruf() | Feldzeichen() | Trennlinie():
            return text_von(kinder_von(n))
        case _:
            assert_never(n)
