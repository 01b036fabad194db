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
_STELLE = re.compile(
    r"(?:amt|büro|buero|rat|stab|haus|team|info|post|mail|kita|cafe|café|asyl|kreis|stadt|sport|sozial|sprachen?|jobs?)|"
    r"\w*(?:amt|stelle|büro|buero|treff|dienst|dienste|bereich|dezernat|abteilung|referat|zentrum|verwaltung|service|"
    r"koordination|koordinatorin|koordinator|koordinierung|beauftragte[rn]?|kontakt|integration|presse|office|schule|"
    r"verein|beratung|hilfe|hilfen|bildung|soziales|kultur|jugend|familien?|datenschutz|feedback|rueckmeldung|anmeldung|"
    r"vorstand|leitung|redaktion|webmaster|gemeinde|migration|beirat|(?:stadt|gemeinde|kreis|integrations|jugend)rat)",
    re.I,
)
"""What the name of an office is, or ends in: „jugendamt“, but not „amtmann“ nor „stadtler“."""
_TELEFON = re.compile(
    r"(?<![\w.,/-])(?:"
    r"(?:\+|00)(?:49|(?!\d{1,3}(?:[.\s]\d{3})+(?!\d))\d{1,3})[\s/().-]{0,3}(?:\(0\))?[\s.-]?\d[\d\s/().-]{5,}\d|"
    r"0(?!800)\d{2,5}[\s/().-]{1,3}\d[\d\s.-]{4,}\d|"
    r"01[567]\d{8,10})"
)
_ADRESSE = re.compile(r"https?://\S+")
_WORT = r"[^\W\d_][\w’'-]*"
_ANREDE = re.compile(
    r"\b(?:Herrn?|Frau|Hr\.|Fr\.|Dr\.|Prof\.)\s+(?:(?:Dr|Prof)\.\s+)*"
    r"(?:(?:von der|von dem|von|vom|van der|van den|van|de|del|da|di|dos|el|al|bin|ten|ter)\s+)?"
    rf"({_WORT})"
)
_VOR_UND_NACHNAME = re.compile(rf"({_WORT})(?:\s(?:von|van|de|el|al))?\s({_WORT})")
_OFFENE_FELDER = frozenset({"impressum", "datenschutz", "barrierefreiheit"})
_TITEL = frozenset({"herr", "herrn", "frau", "hr", "fr", "dr", "prof"})
_OHNE_NAMEN = ("massnahmen", "akteure", "herausforderungen", "zielgruppen", "indikatoren")


def _texte(plan: Plan) -> Iterator[tuple[str, str, Ort, str]]:
    """(collection, field, place, text) of every text in the data."""
    for stelle in alle_texte(plan):
        yield stelle.sammlung, feldname(stelle.pfad), stelle.ort, stelle.text


def _ist_stelle(name: str) -> bool:
    """True where one of its words is an office; „Stadtmann“ is somebody, „Jugendamt“ is not."""
    return any(_STELLE.fullmatch(wort) for wort in re.split(r"[^\w]+|_", name) if wort)


def ist_persoenlich(adresse: str) -> bool:
    """True for `vorname.nachname@…`, `v_nachname@…` and addresses of private mail providers."""
    name = adresse.partition("@")[0].replace("_", ".")
    teile = name.split(".")
    zwei_namen = len(teile) > 1 and all(t.replace("-", "").isalpha() for t in teile) and not _ist_stelle(name)
    return zwei_namen or (bool(_PRIVATE_POST.search(adresse)) and not _ist_stelle(name))


def _ist_name(*worte: str) -> bool:
    """True for words with a capital, of whatever alphabet, that are no office: „Lê“, „MÜLLER“; not „Stadt“."""
    return all(wort[0].isupper() for wort in worte) and not any(_ist_stelle(wort) for wort in worte)


@regel
def person_email(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """No e-mail address of a single person is published; a function has a mailbox of its own."""
    for _, feld, ort, text in _texte(plan):
        for treffer in _EMAIL.finditer(text) if "@" in text else ():
            adresse = treffer[0]
            if feld not in _OFFENE_FELDER and ist_persoenlich(adresse):
                yield melde(
                    ort.an(text, treffer.start()),
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
        for treffer in _TELEFON.finditer(_ADRESSE.sub(lambda t: "x" * len(t[0]), text)):
            yield melde(
                ort.an(text, treffer.start()),
                feld,
                "person-telefon",
                f"„{treffer.group().strip()}“ sieht nach einer Telefonnummer aus.",
                "Löschen; die Nummer der Stelle gehört in gemeinde.yaml unter kontakt.",
            )


@regel
def person_name(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """Contacts, measures and Akteure name functions, not people; who holds a public office may be named."""
    erlaubt = [_woerter(name) for name in plan.gemeinde.amtspersonen]
    for sammlung, feld, ort, text in _texte(plan):
        if sammlung not in _OHNE_NAMEN and feld != "kontakt.stelle":
            continue
        for treffer in _ANREDE.finditer(text):
            if _ist_name(treffer[1]) and not any(_woerter(treffer.group()) <= namen for namen in erlaubt):
                yield _name(ort.an(text, treffer.start()), feld, treffer.group(), Schwere.FEHLER)
                break
        else:
            ganz = _VOR_UND_NACHNAME.fullmatch(text) if feld == "kontakt.stelle" else None
            if ganz and _ist_name(ganz[1], ganz[2]):
                yield _name(ort, feld, text, Schwere.WARNUNG)


def _woerter(name: str) -> frozenset[str]:
    """The words of a name without forms of address and titles."""
    return frozenset(re.findall(r"\w+", name.casefold())) - _TITEL


def _name(ort: Ort, feld: str, name: str, schwere: Schwere) -> Befund:
    return melde(
        ort,
        feld,
        "person-name",
        f"„{name}“ sieht nach dem Namen einer Person aus.",
        "Die Stelle oder Funktion nennen, zum Beispiel „Fachdienst Soziales“; wer ein öffentliches Amt hat, kann in "
        "gemeinde.yaml unter amtspersonen stehen.",
        schwere,
    )
