"""Issue forms: one definition gives the form that people fill in and the parser that reads it back.

Every field but the last holds exactly one line, and the last takes all that follows. So a heading typed
into a text cannot pose as another field, whatever it says.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date

from ruamel.yaml import YAML

from macros.deutsch.zeichen import bereinigt
from macros.modell.geltung import geltende_fassung
from macros.modell.jsonwert import JsonObjekt
from macros.modell.meldeformular import KEINE_ANTWORT, KENNZAHL, OEFFENTLICH, SACHSTAND, Formular, Formularfeld
from macros.modell.plan import Plan

FEHLER = Formular(
    "fehler",
    "Fehler melden",
    "Etwas stimmt nicht oder ist nicht zu benutzen.",
    OEFFENTLICH,
    (
        Formularfeld("seite", "Welche Seite?", "Adresse der Seite.", pflicht=False),
        Formularfeld(
            "art",
            "Worum geht es?",
            "",
            auswahl=(
                ("inhalt", "Ein Inhalt ist falsch"),
                ("technik", "Etwas funktioniert nicht"),
                ("barriere", "Eine Barriere: Ich kann etwas nicht lesen oder bedienen"),
                ("sprache", "Eine Übersetzung oder ein Text ist schwer zu verstehen"),
            ),
        ),
        Formularfeld("text", "Was ist falsch, und wie wäre es richtig?", "", mehrzeilig=True),
    ),
)


def massnahme_vorschlagen(plan: Plan) -> Formular:
    """The form for a proposal; the Handlungsfelder come from the data."""
    felder = tuple((f.id, f.name) for f in plan.handlungsfelder.values())
    return Formular(
        "massnahme",
        "Maßnahme vorschlagen",
        "Eine Idee, die noch nicht im Konzept steht.",
        f"Über Vorschläge entscheiden die zuständigen Gremien. {OEFFENTLICH}",
        (
            Formularfeld("titel", "Titel", "Worum geht es, in wenigen Worten?"),
            Formularfeld("handlungsfeld", "Handlungsfeld", "Wozu gehört die Idee am ehesten?", auswahl=felder),
            Formularfeld("zielgruppe", "Für wen?", "Wem soll die Maßnahme nützen?"),
            Formularfeld(
                "text", "Vorschlag", "Was soll geschehen, wer könnte es tun, was wird gebraucht?", mehrzeilig=True
            ),
        ),
    )


def formulare(plan: Plan) -> tuple[Formular, ...]:
    """All forms of a town."""
    return (SACHSTAND, KENNZAHL, FEHLER, massnahme_vorschlagen(plan))


def vorlagen(plan: Plan, stichtag: date) -> dict[str, str]:
    """File name -> text for the folder of issue forms; reports are asked for on the measures of the edition in force."""
    geltende = geltende_fassung(plan, stichtag)
    listen = {
        ("sachstand", "massnahme"): [
            massnahmenwort(plan, m.id)
            for m in plan.massnahmen.values()
            if geltende is not None and m.herkunft.fassung == geltende.id
        ]
    }
    texte = {f"{f.id}.yml": _yaml(_vorlage(f, listen)) for f in formulare(plan)}
    return texte | {"config.yml": _yaml(_einstellungen(plan))}


def massnahmenwort(plan: Plan, kennung: str) -> str:
    """A measure as the list of the form calls it, with its id, by which the answer is read."""
    return f"{plan.name('massnahmen', kennung)} ({kennung})"


def _vorlage(f: Formular, listen: Mapping[tuple[str, str], list[str]]) -> JsonObjekt:
    return {
        "name": f.name,
        "description": f.beschreibung,
        "title": f"{f.name}: ",
        "labels": [f.id],
        "body": [
            {"type": "markdown", "attributes": {"value": f.einleitung}},
            *(_element(x, listen.get((f.id, x.id), [])) for x in f.felder),
        ],
    }


def _element(f: Formularfeld, liste: list[str]) -> JsonObjekt:
    """The element of a form; `liste` makes a list to choose from of what is free text elsewhere."""
    attribute: JsonObjekt = {"label": f.frage}
    if f.hilfe:
        attribute["description"] = f.hilfe
    if f.beispiel:
        attribute["placeholder"] = f.beispiel
    if f.auswahl:
        attribute["options"] = [wort for _, wort in f.auswahl]
    if liste:
        attribute = {"label": f.frage, "description": "Aus der Liste wählen.", "options": liste}
    art = "dropdown" if f.auswahl or liste else "textarea" if f.mehrzeilig else "input"
    return {"type": art, "id": f.id, "attributes": attribute, "validations": {"required": f.pflicht}}


def _einstellungen(plan: Plan) -> JsonObjekt:
    """No free-form issues, and a way in for people without an account."""
    g = plan.gemeinde
    adresse = g.rueckmeldung or (g.kontakt.url if g.kontakt and g.kontakt.url else g.website)
    return {
        "blank_issues_enabled": False,
        "contact_links": [
            {
                "name": "Ohne Konto melden",
                "url": adresse,
                "about": "Rückmeldung an die Gemeinde, ohne sich hier anzumelden.",
            }
        ],
    }


def _yaml(daten: JsonObjekt) -> str:
    schreiber = YAML()
    schreiber.indent(mapping=2, sequence=4, offset=2)
    schreiber.width = 1_000_000
    strom = io.StringIO()
    schreiber.dump(daten, strom)
    return strom.getvalue()


def lies_antworten(text: str, formular: Formular) -> dict[str, str] | None:
    """Answers by field id, empty where none was given; None when the text does not have the form's shape."""
    zeilen = bereinigt(text).strip("\n").split("\n")
    antworten: dict[str, str] = {}
    for f in formular.felder[:-1]:
        if not f.pflicht and zeilen[:1] != [f"### {f.frage}"]:
            antworten[f.id] = ""  # a form of before the question was asked
            continue
        if zeilen[:2] != [f"### {f.frage}", ""] or len(zeilen) < 4 or zeilen[3]:
            return None
        antworten[f.id] = _antwort(zeilen[2], f)
        zeilen = zeilen[4:]
    letztes = formular.felder[-1]
    if zeilen[:2] != [f"### {letztes.frage}", ""]:
        return None
    antworten[letztes.id] = _antwort("\n".join(zeilen[2:]).strip(), letztes)
    return antworten


def _antwort(text: str, f: Formularfeld) -> str:
    text = text.strip()
    if text == KEINE_ANTWORT:
        return ""
    return next((wert for wert, wort in f.auswahl if text == wort), text)


def erkenne(text: str, alle: Sequence[Formular]) -> tuple[Formular, dict[str, str]] | None:
    """The form that a text was filled in with, and its answers."""
    for formular in alle:
        antworten = lies_antworten(text, formular)
        if antworten is not None:
            return formular, antworten
    return None
