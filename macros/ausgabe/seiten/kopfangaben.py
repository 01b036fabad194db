"""What a page says of itself to browsers, search engines and whoever shares it: title, description, picture, place."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.ausgabe.kontext import Bau
from macros.ausgabe.offene_daten.datensatz import als_skript
from macros.ausgabe.seiten.teilbilder import teilbild
from macros.ausgabe.worte.browsertitel import browsertitel
from macros.deutsch.lesen import klartext
from macros.deutsch.saetze import gekuerzt
from macros.modell.grundtypen import Datensatz
from macros.modell.jsonwert import JsonObjekt
from macros.modell.sprache import Sprache

HOECHSTENS = 160
"""Letters of a description that lists of results show."""
_FELDER = ("kurztext", "definition", "beschreibung", "text", "hinweis")
"""Fields that say what a record is about, the first that is there."""
_ABSATZ = re.compile(r"<p(?: class=\"vorspann\"| lang=[^>]*)?>(.*?)</p>", re.S)
_OHNE = re.compile(r'<div class="lesefassung">.*?</div>', re.S)
"""What every page of the concept says alike."""
_KNAPP = 90
"""Letters below which a text does not say by itself what it belongs to."""
_STERN, _HALTER = re.compile(r"(?<=\w)\\?\*(?=\w)"), "\ue000"
_MARKE = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Seitenkopf:
    """`bild` is the whole address of a picture or empty; `daten` are JSON-LD, ready to stand in a script element."""

    titel: str
    beschreibung: str
    bild: str
    daten: Markup


def kopfangaben(
    bau: Bau, angaben: Mapping[str, object], titel: str, inhalt: str, adresse: str, weg: Sequence[tuple[str, str]]
) -> Seitenkopf:
    """The head of a page; `angaben` is its front matter, `adresse` lies below the root, `weg` leads to it (name, address)."""
    satz = _satz(bau, angaben)
    start = not adresse
    art = str(angaben.get("browser_art", ""))
    return Seitenkopf(
        titel=bau.plan.gemeinde.titel
        if start
        else browsertitel(
            _stichwort(bau, satz) if satz else titel,
            "" if isinstance(satz, Sprache) else art,
            bau.plan.gemeinde.titel,
            bau.plan.gemeinde.name,
        ),
        beschreibung=_beschreibung(satz, angaben, titel, inhalt),
        bild=f"{bau.adresse}{teilbild(bau, satz)}" if bau.adresse else "",
        daten=_daten(bau, [*weg, (titel, adresse)]) if bau.adresse and not start else Markup(""),
    )


def _stichwort(bau: Bau, satz: Datensatz) -> str:
    """The telling words of a record; of a language its own title, for those who read it."""
    return satz.titel if isinstance(satz, Sprache) else satz.stichwort_im(bau.plan)


def _satz(bau: Bau, angaben: Mapping[str, object]) -> Datensatz | None:
    sammlung, kennung = str(angaben.get("sammlung", "")), str(angaben.get("kennung", ""))
    if not sammlung:
        return None
    satz: Datensatz | None = bau.mit_vorbereitung.plan.sammlung(sammlung).get(kennung)
    return satz


def _beschreibung(satz: Datensatz | None, angaben: Mapping[str, object], titel: str, inhalt: str) -> str:
    """What the page is about, from its data, its front matter or its first paragraph; always its own."""
    text = str(angaben.get("description") or "")
    if satz and not text:
        text = next((_ohne_auszeichnung(t) for f in _FELDER if (t := getattr(satz, f, None))), "")
    if not text:
        absaetze = (html.unescape(_MARKE.sub("", a)).strip() for a in _ABSATZ.findall(_OHNE.sub("", inhalt)))
        text = next((a for a in absaetze if len(a) > 20), "")
    if len(text) < _KNAPP and not getattr(satz, "kurztext", None) and not isinstance(satz, Sprache):
        text = f"{titel}: {text}" if text else titel
    return gekuerzt(" ".join(text.split()), HOECHSTENS)


def _ohne_auszeichnung(text: str) -> str:
    """A text without Markdown, but with the star of its gender forms: a description is read as it stands."""
    return klartext(_STERN.sub(_HALTER, text)).replace(_HALTER, "*")


def _daten(bau: Bau, weg: Sequence[tuple[str, str]]) -> Markup:
    """Breadcrumbs; what an indicator is as a data set, its page says itself."""
    stellen: list[JsonObjekt] = [
        {"@type": "ListItem", "position": n, "name": name, "item": f"{bau.adresse}{ort}"}
        for n, (name, ort) in enumerate(weg, 1)
    ]
    return als_skript(
        {"@context": "https://schema.org", "@graph": [{"@type": "BreadcrumbList", "itemListElement": [*stellen]}]}
    )
