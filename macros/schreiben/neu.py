"""Scaffolds: what a new record needs, and a draft with it that the check accepts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from pydantic import BaseModel

from macros.deutsch.buchstaben import kennung
from macros.eingabe.einwand import Einwand
from macros.eingabe.name import lies_kennung
from macros.eingabe.tag import lies_tag
from macros.eingabe.text import glatt, wort
from macros.eingabe.zahl import lies_zahl
from macros.eingabe.zeit import lies_zeit
from macros.laden.rohdaten import Rohsatz, Rohwert, als_liste, als_satz, als_wort
from macros.modell.auswahlen import Zeichen
from macros.modell.einheit import bekannte_fuer
from macros.modell.felder import Feld, Feldart, feld, felder
from macros.modell.gliederung import MEISTE
from macros.modell.grundtypen import Datensatz
from macros.modell.plan import SAMMLUNGEN, Plan
from macros.modell.schreibweise import meinten_sie
from macros.schreiben.eintraege import setze


class Unbrauchbar(Exception):
    """An answer that cannot be used; the message says what to write."""


@dataclass(frozen=True)
class Frage:
    """A required field that has no answer yet."""

    pfad: tuple[str, ...]
    feld: Feld


def arten() -> dict[str, type[Datensatz]]:
    """What can be scaffolded: the word for one record, in ASCII -> its type."""
    return {kennung(typ.SAMMLUNG.einzahl.removesuffix("*in")): typ for typ in SAMMLUNGEN.values()}


def kennung_aus(titel: str) -> str:
    """An id out of a title, of bearable length: „Ämter & Wege“ -> `aemter-wege`."""
    return kennung(titel)[:60].strip("-")


def fragen(typ: type[BaseModel], antworten: Collection[str], davor: tuple[str, ...] = ()) -> Iterator[Frage]:
    """The required fields, nested ones included, that have no answer yet; the id comes last, out of the title."""
    alle = sorted((f for f in felder(typ) if f.pflicht), key=lambda f: f.name == "id" and not davor)
    for f in alle:
        pfad = (*davor, f.name)
        if f.satz and not f.liste:
            yield from fragen(f.satz, antworten, pfad)
        elif ".".join(pfad) not in antworten:
            yield Frage(pfad, f)


def lies_antwort(plan: Plan, typ: type[BaseModel], pfad: Sequence[str], text: str) -> Rohwert:
    """An answer as plain data: lists by comma, words of a list as their value; raises Unbrauchbar."""
    try:
        f = feld(typ, *pfad)
    except KeyError as fehler:
        vorschlag = meinten_sie(pfad[0], [x.name for x in felder(typ)])
        raise Unbrauchbar(f"Das Feld „{'.'.join(pfad)}“ gibt es nicht. {vorschlag}".strip()) from fehler
    text = glatt(text)
    if tuple(pfad) == ("id",) and issubclass(typ, Datensatz):
        return _neue_kennung(plan, typ, text)
    if f.liste and f.satz is None:
        return [_einzeln(plan, f, teil.strip()) for teil in text.split(",") if teil.strip()]
    if f.satz is not None:
        raise Unbrauchbar(f"„{'.'.join(pfad)}“ hat mehrere Angaben. Zum Beispiel: {pfad[0]}.{felder(f.satz)[0].name}=…")
    return _einzeln(plan, f, text)


def _neue_kennung(plan: Plan, typ: type[Datensatz], text: str) -> str:
    """An id that is one and that no record has."""
    if kennung(text) != text or not text:
        raise Unbrauchbar(f"„{text}“ ist keine Kennung: nur a bis z, Ziffern und Bindestriche.")
    ordner = typ.SAMMLUNG.ordner
    if plan.kennt(ordner, text):
        raise Unbrauchbar(f"{ordner}/{text}.yaml gibt es schon. Eine andere Kennung wählen.")
    return text


_LESER: dict[Feldart, Callable[[str], str]] = {
    Feldart.DATUM: lies_tag,
    Feldart.ZAHL: lies_zahl,
    Feldart.STICHTAG: lies_zeit,
}


def moegliche(plan: Plan, f: Feld, hoechstens: int) -> list[str]:
    """What a field takes: all its values, or the first ids of the collection that it points into, with their names."""
    if f.auswahl or not f.ziel:
        return [w for w, _, _ in f.auswahl]
    return [f"{k} ({s.name_im(plan)})" for k, s in islice(plan.sammlung(f.ziel).items(), hoechstens)]


def _einzeln(plan: Plan, f: Feld, text: str) -> str:
    if not text and (f.auswahl or f.ziel):
        raise Unbrauchbar(f"Hier braucht es eine Angabe. Möglich: {', '.join(moegliche(plan, f, 12))}.")
    if f.auswahl:
        gesucht = wort(text).casefold()
        treffer = next((w for w, wort_, _ in f.auswahl if gesucht in (w.casefold(), wort_.casefold())), None)
        if treffer is None:
            raise Unbrauchbar(f"„{text}“ steht nicht zur Wahl. Möglich: {', '.join(moegliche(plan, f, 12))}.")
        return treffer
    try:
        if f.ziel:
            return lies_kennung(text, {k: s.name_im(plan) for k, s in plan.sammlung(f.ziel).items()})
        if f.art in _LESER and text:
            return _LESER[f.art](text)
    except Einwand as grund:
        if not f.ziel:
            raise Unbrauchbar(str(grund)) from grund
        vorschlag = grund.vorschlag or f"Vorhanden: {', '.join(moegliche(plan, f, 12))}."
        raise Unbrauchbar(f"{grund.text.removesuffix('.')} in {f.ziel}. {vorschlag}") from grund
    if f.name == "einheit":
        return bekannte_fuer(text) or text
    return text


def satz_aus(antworten: Mapping[str, Rohwert]) -> Rohsatz:
    """Nested plain data out of answers by dotted path."""
    daten: Rohsatz = {}
    for pfad, wert in antworten.items():
        if wert not in ("", []):
            setze(daten, pfad.split("."), wert)
    return daten


def tabelle(daten: Rohsatz, stichtag: str) -> list[list[str]]:
    """A table for a new indicator: every combination (the first MEISTE) at one Stichtag, with the sign for „comes later“."""
    dimensionen = [als_satz(d) for d in als_liste(daten.get("dimensionen", []))]
    kopf = ["stichtag", *(als_wort(d["id"]) for d in dimensionen), "wert", "zeichen", "hinweis"]
    zeilen = product(*(map(als_wort, als_liste(d["auspraegungen"])) for d in dimensionen))
    return [kopf, *([stichtag, *z, "", Zeichen.KEINE_ANGABE.value, ""] for z in islice(zeilen, MEISTE))]


def dimension(text: str) -> Rohsatz:
    """„Geschlecht: insgesamt, weiblich, männlich“ as a dimension; „insgesamt“ is its total."""
    name, trenner, rest = text.partition(":")
    werte = [w.strip() for w in rest.split(",") if w.strip()]
    if not trenner or not name.strip() or not werte:
        raise Unbrauchbar(f"„{text}“ ist keine Gliederung. Zum Beispiel: Geschlecht: insgesamt, weiblich, männlich")
    ergebnis: Rohsatz = {"id": kennung_aus(name), "name": name.strip(), "auspraegungen": [*werte]}
    return ergebnis | ({"summe": "insgesamt"} if "insgesamt" in werte else {})
