"""The pictures of a document, which its templates refer to by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from macros.ausgabe.druck.satz.element import klassen_von, wortlaut
from macros.ausgabe.druck.satz.knoten import Bildblock, Druckfehler, Feldzeichen, Knotenfolge, Legendenpunkt
from macros.ausgabe.druck.satz.wortraum import einzeilig
from macros.deutsch.saetze import gekuerzt

_LAENGSTES = 12_000
"""Characters of what a picture shows in words; PDF/A allows 32,767 bytes a string, up to two a character."""


@dataclass(frozen=True)
class Bilderschatz:
    """SVG by name: the marks of the Handlungsfelder, and what is drawn for this document."""

    symbole: Mapping[str, str] = field(default_factory=dict)
    bilder: Mapping[str, str] = field(default_factory=dict)

    def bildblock(self, e: _Element, lies: Callable[[_Element], Knotenfolge]) -> Bildblock:
        """A picture that a template names by `data-bild`; it must say in words what it shows."""
        name, text = e.get("data-bild", ""), e.get("aria-label", "")
        if not text.strip():
            raise Druckfehler(f"Das Bild „{name}“ hat keine Textalternative.")
        titel = e.find("figcaption")
        return Bildblock(
            self._bild(name),
            gekuerzt(einzeilig(text).strip(), _LAENGSTES),
            titel=lies(titel) if titel is not None else (),
            breite=e.get("data-breite", "100%"),
            legende=tuple(Legendenpunkt(self._bild(p.get("data-bild", "")), wortlaut(p).strip()) for p in e.iter("li")),
            hinweise=tuple(wortlaut(p).strip() for p in e.iter("p")),
        )

    def _bild(self, name: str) -> str:
        if name not in self.bilder:
            raise Druckfehler(f"Das Bild „{name}“ gibt es nicht.")
        return self.bilder[name]

    def feldzeichen(self, e: _Element) -> Feldzeichen:
        """A decorative mark, in the colour of what it stands in."""
        ziel = e.find("use")
        name = ziel.get("href", "").rpartition("#")[2] if ziel is not None else ""
        if name not in self.symbole:
            raise Druckfehler("Ein gezeichnetes Bild in der Seite ist für den Druck nicht vorgesehen.")
        farbe = next((k for v in e.iterancestors() for k in klassen_von(v) if k.startswith("hf--")), "")
        gross = ("piktogramm",) if "piktogramm" in klassen_von(e) else ()
        return Feldzeichen(self.symbole[name], klassen=(*((farbe,) if farbe else ()), *gross))
