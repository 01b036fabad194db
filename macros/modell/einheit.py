"""A unit: one of the known words, or any text of the editors' own, as µg/m³, MWh or „je 100.000“."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, PlainSerializer
from pydantic_core import PydanticCustomError

from macros.deutsch.saetze import numerus
from macros.deutsch.zahlen import zahl
from macros.modell.grundtypen import pruefe_zeichen

LAENGE = 60
TRENNER = "|"
_NAHE = 0.86
"""How alike two words are when one is taken for the other misspelt; Sekunden and Studien are none of Stunden."""
_ZEICHEN = {"%": "prozent", "€": "euro"}


@dataclass(frozen=True, slots=True)
class Einheit:
    """How the data spell it, and the words that people read, for many and for one."""

    kennung: str
    bezeichnung: str
    einzahl: str

    PERSONEN: ClassVar[Einheit]
    PROZENT: ClassVar[Einheit]
    ANZAHL: ClassVar[Einheit]
    EHEN: ClassVar[Einheit]
    STUNDEN: ClassVar[Einheit]
    EURO: ClassVar[Einheit]

    def __str__(self) -> str:
        return self.kennung

    def mit(self, wert: float, stellen: int = 0) -> str:
        """„5.263 Personen“, „9,9 %“, „3 Euro“; a plain count has no unit word."""
        text = zahl(wert, stellen)
        if self == Einheit.PROZENT:
            return f"{text}\u00a0%"
        return text if self == Einheit.ANZAHL else f"{text} {numerus(wert, self.einzahl, self.bezeichnung)}"


BEKANNTE = {
    kennung: Einheit(kennung, mehrzahl, einzahl)
    for kennung, mehrzahl, einzahl in (
        ("personen", "Personen", "Person"),
        ("prozent", "Prozent", "Prozent"),
        ("anzahl", "Anzahl", "Anzahl"),
        ("ehen", "Ehen", "Ehe"),
        ("antworten", "Antworten", "Antwort"),
        ("institutionen", "Institutionen", "Institution"),
        ("angebote", "Angebote", "Angebot"),
        ("veranstaltungen", "Veranstaltungen", "Veranstaltung"),
        ("stunden", "Stunden", "Stunde"),
        ("minuten", "Minuten", "Minute"),
        ("euro", "Euro", "Euro"),
    )
}
Einheit.PERSONEN = BEKANNTE["personen"]
Einheit.PROZENT = BEKANNTE["prozent"]
Einheit.ANZAHL = BEKANNTE["anzahl"]
Einheit.EHEN = BEKANNTE["ehen"]
Einheit.STUNDEN = BEKANNTE["stunden"]
Einheit.EURO = BEKANNTE["euro"]


def bekannte_fuer(text: str) -> str | None:
    """The known word for a unit that somebody typed in another way: „Personen“, „%“."""
    return _ZEICHEN.get(text) or next((k for k in BEKANNTE if text.casefold() == k), None)


def nahe_bekannte(einheit: Einheit) -> str | None:
    """The known word that somebody may have meant by a unit of their own: „persnen“, „Person“."""
    wort = einheit.bezeichnung.casefold()
    if einheit.kennung in BEKANNTE:
        return None
    for bekannt in BEKANNTE.values():
        if wort in (bekannt.einzahl.casefold(), bekannt.bezeichnung.casefold()):
            return bekannt.kennung
    return next(iter(get_close_matches(wort, BEKANNTE, 1, _NAHE)), None)


def lies_einheit(text: str) -> Einheit:
    """A known unit, or one of the editors' own: „MWh“, „Tag | Tage“; ValueError in German for what has a known word."""
    if text in BEKANNTE:
        return BEKANNTE[text]
    if gemeint := bekannte_fuer(text):
        raise ValueError(f"„{text}“ heißt hier {gemeint}.")
    eins, trenner, viele = (teil.strip() for teil in text.partition(TRENNER))
    if (
        "\n" in text
        or text != text.strip()
        or not eins
        or len(text) > LAENGE
        or (trenner and not viele)
        or TRENNER in viele
    ):
        raise ValueError(
            f"Eine Einheit ist eine kurze Zeile, höchstens {LAENGE} Zeichen, zum Beispiel MWh oder Tag | Tage."
        )
    return Einheit(text, viele or eins, eins)


def _validiere(wert: Any) -> Einheit:
    if isinstance(wert, Einheit):
        return wert
    try:
        return lies_einheit(pruefe_zeichen(str(wert)))
    except ValueError as fehler:
        if isinstance(fehler, PydanticCustomError):
            raise
        raise PydanticCustomError("regel", "{text}", {"regel": "einheit", "text": str(fehler)}) from fehler


EinheitFeld = Annotated[Einheit, BeforeValidator(_validiere), PlainSerializer(str, return_type=str)]
