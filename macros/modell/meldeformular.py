"""The forms that change data: one definition for the forge's form, the form on the page, the mail, and their reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from macros.modell.auswahlen import Zeichen
from macros.modell.felder import feld
from macros.modell.massnahme import Sachstand

ENDE = "### Ende der Meldung"
"""What a mail program adds below this line, such as a signature, is not part of the report."""
KEINE_ANTWORT = "_No response_"
OHNE = "keine Angabe"


@dataclass(frozen=True)
class Formularfeld:
    """One field; `auswahl` makes a list to choose from, `mehrzeilig` a text field, which must come last.

    `zeilenweise` says that each line of the text is an entry, which no reader may join with the next.
    """

    id: str
    frage: str
    hilfe: str
    pflicht: bool = True
    auswahl: tuple[tuple[str, str], ...] = ()
    mehrzeilig: bool = False
    zeilenweise: bool = False
    beispiel: str = ""


@dataclass(frozen=True)
class Formular:
    """A form; `uebernehmbar` says that its answers can be written into the data."""

    id: str
    name: str
    beschreibung: str
    einleitung: str
    felder: tuple[Formularfeld, ...]
    uebernehmbar: bool = False


def worte(typ: type[BaseModel], *pfad: str) -> tuple[tuple[str, str], ...]:
    """The values of a field that chooses, with their words."""
    return tuple((wert, wort) for wert, wort, _ in feld(typ, *pfad).auswahl)


OEFFENTLICH = (
    "Alles, was Sie hier eintragen, ist öffentlich. Bitte keine Namen, Telefonnummern oder E-Mail-Adressen einzelner "
    "Menschen nennen."
)

SACHSTAND = Formular(
    "sachstand",
    "Sachstand melden",
    "Wie weit ist eine Maßnahme?",
    f"Ein Bericht wird angehängt; frühere Berichte bleiben stehen. {OEFFENTLICH}",
    (
        Formularfeld(
            "massnahme",
            "Maßnahme",
            "Die Kennung aus der Adresse der Maßnahme. Der Link auf der Seite der Maßnahme trägt sie schon ein.",
        ),
        Formularfeld("datum", "Tag", "Tag, für den der Bericht gilt.", beispiel="31.03.2026"),
        Formularfeld("stand", "Stand", "Stand an diesem Tag.", auswahl=worte(Sachstand, "stand")),
        Formularfeld(
            "ampel",
            "Läuft es nach Plan?",
            "Nur vom Beschluss an, solange die Maßnahme nicht ruht und nicht beendet ist.",
            auswahl=(("", OHNE), *worte(Sachstand, "ampel")),
        ),
        Formularfeld(
            "von",
            "Wer berichtet?",
            "Nur nötig, wenn zwei Stellen für denselben Tag berichten: Name oder Kennung, wie auf der Seite der Akteur*innen.",
            pflicht=False,
        ),
        Formularfeld("beleg", "Beleg", "Zum Beispiel ein Beschluss mit Datum.", pflicht=False),
        Formularfeld("adresse", "Adresse des Belegs", "Wenn er öffentlich ist: https://…", pflicht=False),
        Formularfeld(
            "schritte",
            "Erledigte Schritte",
            "Nummern der Schritte, die seit dem letzten Bericht erledigt sind, wie auf der Seite der Maßnahme: 1, 3.",
            pflicht=False,
        ),
        Formularfeld(
            "text",
            "Bericht",
            "Ein bis drei Sätze. Pflicht, wenn es nicht nach Plan läuft.",
            pflicht=False,
            mehrzeilig=True,
        ),
    ),
    uebernehmbar=True,
)

KENNZAHL = Formular(
    "kennzahl",
    "Kennzahl melden",
    "Eine neue Zahl für das Monitoring.",
    f"Für viele Zahlen auf einmal ist der Weg über Excel bequemer. {OEFFENTLICH}",
    (
        Formularfeld(
            "indikator",
            "Indikator",
            "Die Kennung aus der Adresse der Seite. Der Link auf der Seite des Indikators trägt sie schon ein.",
        ),
        Formularfeld(
            "stichtag",
            "Stichtag",
            "31.12.2026 (Tag), 2026-12 (Monat), 2026 (Jahr) oder 2026/27 (Schuljahr), wie bei den früheren Zahlen.",
        ),
        Formularfeld("quelle", "Woher kommt die Zahl?", "Statistik, Bericht oder Auskunft mit Datum."),
        Formularfeld("hinweis", "Hinweis", "Was man zu diesen Zahlen wissen muss.", pflicht=False),
        Formularfeld(
            "zahlen",
            "Zahlen",
            "Je Zeile eine Zahl: links die Gliederung, wie die Seite sie nennt, rechts die Zahl ohne Punkt und Einheit. "
            f"Statt einer Zahl geht ein Zeichen: {', '.join(f'{z.value} ({z.bezeichnung})' for z in Zeichen)}.",
            mehrzeilig=True,
            zeilenweise=True,
            beispiel="insgesamt = 5410",
        ),
    ),
    uebernehmbar=True,
)


def fragentext(formular: Formular, antworten: Mapping[str, str]) -> str:
    """The questions in their order, each with its answer below: what people fill in and the import reads back."""
    fragen = [f"### {f.frage}\n\n{antworten.get(f.id, '')}\n" for f in formular.felder]
    return "\n".join(fragen) + f"\n{ENDE}\n"
