"""Field types that every record shares; each carries its own rule and German message.

The loader hands over every YAML scalar as text, so nothing is guessed from its looks:
`NO` stays a text, `4.10` stays a number of a section, `06412000` keeps its zero.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from macros.deutsch.buchstaben import kennung
from macros.deutsch.zahlen import lesarten
from macros.deutsch.zeichen import fremdzeichen
from macros.modell.auszeichnung import ist_erlaubt, link_im_wortlaut, linkziele
from macros.modell.sammlung import Sammlung, Stelle
from macros.modell.textmass import zu_viel

if TYPE_CHECKING:
    from macros.modell.plan import Plan

_KENNUNG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_GANZZAHL = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_DEZIMAL = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,12})?")
_NUMMER = re.compile(r"[0-9]{1,3}(\.[0-9]{1,3}){0,5}")
_STEUERZEICHEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_RICHTUNG = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
_HTML = re.compile(r"<\s*/?\s*[A-Za-z!?][^>]*>?|&(?:[A-Za-z]+|#\d+|#x[0-9A-Fa-f]+);")
_VORLAGE = re.compile(r"\{\{|\{%|\{#|%\}|\}\}|#\}")
_SCHEMA = re.compile(r"(?i)\b(?:javascript|vbscript)\s*:|\b(?:data|file):\S")
_LINKZIEL = re.compile(r"(?:\]\(|^ {0,3}\[[^\]^\n][^\]\n]*\]:)\s*<?([^)\s>]*)", re.M)
PLATZHALTER = re.compile(r"\{([a-zäöüß][a-zäöüß0-9-]*)(?::([^{}\n]*))?\}")
_ATTRIBUTLISTE = re.compile(r"\{[^{}]*\}")
_BILD = re.compile(r"!\[")
_EIGENE_NOTE = re.compile(r"^(?:[ >*+-]|\d+\.)*\[\^[^\]\n]*\]:", re.M)
_LEERER_LINK = re.compile(r"\[\s*\]\([^)\n]+\)|\]\(\s*\)|^#+[ \u00a0#]*$", re.M)


@dataclass(frozen=True)
class Verweis:
    """Marks a text field as the id of a record in another collection."""

    sammlung: str


def _fehler(regel: str, text: str, wert: str = "", stelle: int = 0) -> PydanticCustomError:
    """A broken rule; `stelle` is where in a long text, of which the finding names the line."""
    return PydanticCustomError(
        "regel", "{text}", {"regel": regel, "text": text, "textzeile": wert.count("\n", 0, stelle)}
    )


def _pruefe_kennung(wert: str) -> str:
    if not _KENNUNG.fullmatch(wert):
        moeglich = kennung(wert)
        raise _fehler(
            "kennung",
            f"„{wert}“ ist keine Kennung. Erlaubt sind Kleinbuchstaben a bis z, Ziffern und Bindestriche "
            f"(ä, ö, ü, ß als ae, oe, ue, ss){f', also etwa „{moeglich}“' if moeglich else ''}.",
        )
    return wert


def pruefe_zeichen(wert: str) -> str:
    """No raw HTML, template marks, script links, control or direction-changing characters, nothing of other programs.

    Returns the text unchanged; raises PydanticCustomError with the broken rule.
    """
    if treffer := _STEUERZEICHEN.search(wert):
        text = "Der Text enthält ein unsichtbares Steuerzeichen. Bitte neu eintippen."
        raise _fehler("steuerzeichen", text, wert, treffer.start())
    if treffer := _RICHTUNG.search(wert):
        text = "Der Text enthält ein unsichtbares Zeichen, das die Schreibrichtung ändert. Bitte neu eintippen."
        raise _fehler("schreibrichtung", text, wert, treffer.start())
    if fund := next(fremdzeichen(wert), None):
        raise _fehler("fremdzeichen", f"Der Text enthält {fund.text}. Bitte neu eintippen.", wert, fund.stelle)
    if treffer := _VORLAGE.search(wert):
        raise _fehler(
            "vorlagenzeichen",
            f"„{treffer.group()}“ ist im Text nicht erlaubt, weil es als Vorlagenbefehl gelesen würde. Bitte runde Klammern nehmen.",
            wert,
            treffer.start(),
        )
    if treffer := _HTML.search(wert):
        raise _fehler(
            "html",
            f"„{treffer.group()[:40]}“ ist HTML. Erlaubt ist Markdown, etwa **fett** oder [Text](https://…). "
            "Das Zeichen „<“ bitte als „kleiner als“ ausschreiben.",
            wert,
            treffer.start(),
        )
    if treffer := _SCHEMA.search(wert):
        text = f"„{treffer.group()}…“ ist als Link nicht erlaubt. Bitte https:// verwenden."
        raise _fehler("linkschema", text, wert, treffer.start())
    return wert


def pruefe_ohne_link(wert: str) -> None:
    """No link in a text of one line, which is shown as it stands, brackets and all."""
    if text := link_im_wortlaut(wert):
        raise _fehler("link-in-zeile", text)


def _pruefe_zeile(wert: str) -> str:
    if "\n" in wert or "\t" in wert:
        raise _fehler("zeilenumbruch", "Hier ist nur eine Zeile erlaubt, ohne Zeilenumbruch und Tabulator.")
    if not wert.strip():
        raise _fehler("leer", "Das Feld ist leer. Unbekanntes wird nicht eingetragen: den Schlüssel weglassen.")
    if wert != wert.strip():
        raise _fehler("leerraum", "Am Anfang oder Ende stehen überflüssige Leerzeichen. Bitte löschen.")
    pruefe_ohne_link(wert)
    return pruefe_zeichen(wert)


def _pruefe_ganzes(wert: str) -> None:
    """No heading or link without words or end, and no footnote's wording in a text."""
    if treffer := _EIGENE_NOTE.search(wert):
        raise _fehler(
            "fussnote",
            f"„{treffer.group().strip()}“ beginnt eine Fußnote im Text. Ihr Wortlaut steht beim Abschnitt unter "
            "fussnoten, im Text nur die Marke, etwa [^3].",
        )
    if treffer := _LEERER_LINK.search(wert):
        raise _fehler(
            "leer",
            f"„{treffer.group()}“ ist eine Überschrift oder ein Link, dem die Worte oder das Ziel fehlen. "
            "Bitte ergänzen oder löschen.",
        )


def _pruefe_text(wert: str) -> str:
    if not wert.strip():
        raise _fehler("leer", "Das Feld ist leer. Unbekanntes wird nicht eingetragen: den Schlüssel weglassen.")
    if "\t" in wert:
        text = "Der Text enthält einen Tabulator. Bitte Leerzeichen verwenden."
        raise _fehler("zeilenumbruch", text, wert, wert.index("\t"))
    pruefe_zeichen(wert)
    if mass := zu_viel(wert):
        raise _fehler("verschachtelung", mass.text, wert, mass.stelle)
    if treffer := _BILD.search(wert):
        text = "Bilder sind im Text nicht erlaubt. Statt „![Text](Adresse)“ einen Link setzen: [Text](https://…)."
        raise _fehler("bild", text, wert, treffer.start())
    if treffer := _ATTRIBUTLISTE.search(wert):
        text = f"„{treffer.group()[:40]}“ setzt Gestaltung im Text. Erlaubt ist nur einfaches Markdown."
        raise _fehler("html", text, wert, treffer.start())
    _pruefe_ganzes(wert)
    for ziel in dict.fromkeys((*_LINKZIEL.findall(wert), *linkziele(wert))):
        if ziel.startswith("#"):
            raise _fehler(
                "sprungmarke",
                f"„{ziel}“ ist eine Sprungmarke; die gibt es in den Texten nicht. Auf einen Datensatz verweisen, "
                "etwa mit massnahme:kennung, oder den Link weglassen.",
                wert,
                max(wert.find(ziel), 0),
            )
        if ziel and not ist_erlaubt(ziel):
            raise _fehler(
                "linkschema",
                f"„{ziel}“ ist kein erlaubtes Linkziel. Erlaubt: https://…, mailto:… oder ein Verweis "
                "wie massnahme:kennung.",
                wert,
                max(wert.find(ziel), 0),
            )
    return wert


def _pruefe_lueckentext(wert: str) -> str:
    """A text in which placeholders may stand: `{zahl:bevoelkerung}`; what they mean is a rule's business."""
    _pruefe_text(PLATZHALTER.sub("0", wert))
    return wert


def _pruefe_url(wert: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"'`{}|\\^]+\.[^\s<>\"'`{}|\\^]+", wert):
        raise _fehler("url", f"„{wert}“ ist keine Adresse. Sie beginnt mit https:// und enthält keine Leerzeichen.")
    return pruefe_zeichen(wert)


def _lies_datum(wert: Any) -> Any:
    if isinstance(wert, date):
        return wert
    if not isinstance(wert, str) or not _DATUM.fullmatch(wert):
        raise _fehler("datum", f"„{wert}“ ist kein Datum. Schreibweise: Jahr-Monat-Tag, zum Beispiel 2026-03-31.")
    try:
        return date.fromisoformat(wert)
    except ValueError as fehler:
        raise _fehler("datum", f"„{wert}“: Diesen Tag gibt es im Kalender nicht.") from fehler


def _lies_ganzzahl(wert: Any) -> Any:
    if isinstance(wert, int) and not isinstance(wert, bool):
        return wert
    if not isinstance(wert, str) or not _GANZZAHL.fullmatch(wert):
        raise _fehler("ganzzahl", f"„{wert}“ ist keine ganze Zahl. Ohne Punkt, Komma und Einheit, zum Beispiel 1250.")
    return int(wert)


def _lies_dezimal(wert: Any) -> Any:
    if isinstance(wert, int | float) and not isinstance(wert, bool):
        return wert
    if isinstance(wert, str) and (moeglich := lesarten(wert)):
        raise _fehler(
            "tausenderpunkt",
            f"„{wert}“ ist mehrdeutig. Je nachdem, was gemeint ist: {' oder '.join(moeglich)} schreiben.",
        )
    if not isinstance(wert, str) or not _DEZIMAL.fullmatch(wert):
        raise _fehler(
            "zahl", f"„{wert}“ ist keine Zahl. Dezimalpunkt, kein Tausenderpunkt, keine Einheit: zum Beispiel 1250.5."
        )
    return float(wert)


def _lies_ja_nein(wert: Any) -> Any:
    if wert in (True, "true"):
        return True
    if wert in (False, "false"):
        return False
    raise _fehler("ja-nein", f"„{wert}“ ist nicht erlaubt. Möglich sind true (ja) und false (nein).")


def _pruefe_nummer(wert: str) -> str:
    if not _NUMMER.fullmatch(wert):
        raise _fehler("nummer", f"„{wert}“ ist keine Gliederungsnummer. Schreibweise: 3, 3.1 oder 3.1.4.")
    return wert


Kennung = Annotated[str, AfterValidator(_pruefe_kennung), Field(min_length=1, max_length=80)]


FruehereKennungen = Annotated[
    tuple[Kennung, ...],
    Field(
        title="frühere Kennungen",
        description="Kennungen, unter denen die Seite früher stand oder deren Datensatz in diesem aufging. "
        "Ihre alten Adressen führen hierher.",
    ),
]


class Satz(BaseModel):
    """A frozen piece of data; keys outside the model are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=False)


class Datensatz(Satz):
    """A record with a file of its own: file name = id, and an id is never used again."""

    SAMMLUNG: ClassVar[Sammlung]

    id: Kennung = Field(
        title="Kennung", description="Kennung, gleich dem Dateinamen ohne Endung. Sie bleibt für immer gleich."
    )

    def name_im(self, plan: Plan) -> str:
        """What the record is called where it is decided and printed."""
        raise NotImplementedError

    def kurzname_im(self, plan: Plan) -> str:
        """What a link to the record says where people choose; `name_im` where the data give no short title."""
        return self.name_im(plan)

    def stichwort_im(self, plan: Plan) -> str:
        """The telling words of its name, without a number; they stand in the tab of a browser."""
        return self.kurzname_im(plan)

    def stelle_im(self, plan: Plan) -> Stelle:
        """Sort key within the collection: the reading order."""
        raise NotImplementedError


Zeile = Annotated[str, AfterValidator(_pruefe_zeile), Field(max_length=300)]
Text = Annotated[str, AfterValidator(_pruefe_text), Field(max_length=20_000)]
Langtext = Annotated[str, AfterValidator(_pruefe_text), Field(max_length=200_000)]
"""A text that no cell of a spreadsheet has to hold."""
Lueckentext = Annotated[str, AfterValidator(_pruefe_lueckentext), Field(max_length=20_000)]
Url = Annotated[str, AfterValidator(_pruefe_url), Field(max_length=500)]
Datum = Annotated[date, BeforeValidator(_lies_datum)]
Ganzzahl = Annotated[int, BeforeValidator(_lies_ganzzahl)]
Dezimalzahl = Annotated[float, BeforeValidator(_lies_dezimal)]
JaNein = Annotated[bool, BeforeValidator(_lies_ja_nein)]
Gliederungsnummer = Annotated[str, AfterValidator(_pruefe_nummer)]

ZuFassung = Annotated[Kennung, Verweis("fassungen")]
ZuAbschnitt = Annotated[Kennung, Verweis("konzept")]
ZuHandlungsfeld = Annotated[Kennung, Verweis("handlungsfelder")]
ZuHerausforderung = Annotated[Kennung, Verweis("herausforderungen")]
ZuMassnahme = Annotated[Kennung, Verweis("massnahmen")]
ZuZielgruppe = Annotated[Kennung, Verweis("zielgruppen")]
ZuAkteur = Annotated[Kennung, Verweis("akteure")]
ZuIndikator = Annotated[Kennung, Verweis("indikatoren")]
ZuQuelle = Annotated[Kennung, Verweis("quellen")]
ZuBegriff = Annotated[Kennung, Verweis("glossar")]
