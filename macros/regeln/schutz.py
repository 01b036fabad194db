"""Rules that protect people: what is published names functions, not private persons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from macros.modell.befund import Befund, Ort, Schwere, melde
from macros.modell.plan import Plan
from macros.modell.schreibweise import feldname
from macros.modell.texte import alle_texte
from macros.regeln.register import regel

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.I)
_PRIVATE_POST = re.compile(
    r"@(gmail|googlemail|gmx|web|t-online|outlook|hotmail|live|yahoo|icloud|me|freenet|aol|posteo|mailbox|proton(mail)?)"
    r"\.(de|com|net|org|me|at|ch)$",
    re.I,
)
_FUNKTION = re.compile(
    r"\b(amt|büro|buero|stelle|rat|stab|haus|team|info|post|mail|kita|cafe|café|asyl|kreis|treff|sport)\b|"
    r"\w+(amt|stelle|rat|büro|buero)\b|"
    r"dienst|bereich|stadt|dezernat|abteilung|referat|zentrum|verwaltung|service|koordin|beauftragt|kontakt|integration|"
    r"presse|office|schule|verein|beratung|hilfe|bildung|sozial|kultur|jugend|familie|datenschutz|feedback|"
    r"rueckmeldung|anmeldung|vorstand|leitung|redaktion|webmaster|gemeinde|migration|sprach",
    re.I,
)
_TELEFON = re.compile(
    r"(?<![\w.,/-])(?:(?:\+\d{2}[\s/()-]{0,3}(?:\(0\))?\s?\d{2,5}|0(?!800)\d{2,5})[\s/()-]{1,3}\d[\d\s-]{4,}\d|01[567]\d{8,10})"
)
_ADRESSE = re.compile(r"https?://\S+")
_ANREDE = re.compile(r"\b(?:Herrn?|Frau|Hr\.|Fr\.|Dr\.|Prof\.)\s+(?:Dr\.\s+)?[A-ZÄÖÜ][a-zäöüß]+")
_VOR_UND_NACHNAME = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?(?:\s[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?)"
)
_OFFENE_FELDER = frozenset({"impressum", "datenschutz", "barrierefreiheit"})
_OHNE_NAMEN = ("massnahmen", "akteure", "herausforderungen", "zielgruppen", "indikatoren")


def _texte(plan: Plan) -> Iterator[tuple[str, str, Ort, str]]:
    """(collection, field, place, text) of every text in the data."""
    for stelle in alle_texte(plan):
        yield stelle.sammlung, feldname(stelle.pfad), stelle.ort, stelle.text


def ist_persoenlich(adresse: str) -> bool:
    """True for `vorname.nachname@…`, `v_nachname@…` and addresses of private mail providers."""
    name = adresse.partition("@")[0].replace("_", ".")
    teile = name.split(".")
    zwei_namen = len(teile) > 1 and all(t.replace("-", "").isalpha() for t in teile) and not _FUNKTION.search(name)
    return zwei_namen or (bool(_PRIVATE_POST.search(adresse)) and not _FUNKTION.search(name))


@regel
def person_email(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """No e-mail address of a single person is published; a function has a mailbox of its own."""
    for _, feld, ort, text in _texte(plan):
        for adresse in _EMAIL.findall(text) if "@" in text else ():
            if feld not in _OFFENE_FELDER and ist_persoenlich(adresse):
                yield melde(
                    ort,
                    feld,
                    "person-email",
                    f"„{adresse}“ sieht nach der Adresse einer einzelnen Person aus.",
                    "Ein Funktionspostfach nennen, zum Beispiel integration@…",
                )


@regel
def person_telefon(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A telephone number stands in the town's contact or imprint, nowhere else."""
    for _, feld, ort, text in _texte(plan):
        if feld == "kontakt.telefon" or feld in _OFFENE_FELDER:
            continue
        for treffer in _TELEFON.finditer(_ADRESSE.sub(" ", text)):
            yield melde(
                ort,
                feld,
                "person-telefon",
                f"„{treffer.group().strip()}“ sieht nach einer Telefonnummer aus.",
                "Löschen; die Nummer der Stelle gehört in gemeinde.yaml unter kontakt.",
            )


@regel
def person_name(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """Contacts, measures and Akteure name functions, not people."""
    stelle = plan.gemeinde.kontakt.stelle if plan.gemeinde.kontakt else ""
    for sammlung, feld, ort, text in _texte(plan):
        if sammlung in _OHNE_NAMEN or feld == "kontakt.stelle":
            if treffer := _ANREDE.search(text):
                yield _name(ort, feld, treffer.group(), Schwere.FEHLER)
            elif feld == "kontakt.stelle" and _VOR_UND_NACHNAME.fullmatch(stelle) and not _FUNKTION.search(stelle):
                yield _name(ort, feld, stelle, Schwere.WARNUNG)


def _name(ort: Ort, feld: str, name: str, schwere: Schwere) -> Befund:
    return melde(
        ort,
        feld,
        "person-name",
        f"„{name}“ sieht nach dem Namen einer Person aus.",
        "Die Stelle oder Funktion nennen, zum Beispiel „Fachdienst Soziales“.",
        schwere,
    )
