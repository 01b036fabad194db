"""Rules on the town's own file: what the frame of the site needs to say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.modell.befund import Befund, Schwere, melde
from macros.modell.plan import Plan
from macros.regeln.register import regel

NOETIG = {
    "herausgeber": (
        "Wer diese Website herausgibt, steht nirgends.",
        "Die Stelle eintragen, die für die Website einsteht.",
    ),
    "lizenz_daten": (
        "Unter welcher Lizenz Texte und Daten stehen, steht nirgends.",
        "Die Lizenz eintragen, zum Beispiel CC BY 4.0, und unter lizenz_url ihre Adresse.",
    ),
    "adresse_der_seite": (
        "Die Adresse der Website fehlt: Briefe, Kalender, Feeds und offene Daten nennen keine vollständigen Adressen.",
        "Die Adresse eintragen, unter der die Website veröffentlicht wird.",
    ),
    "repository": (
        "Das Repository fehlt: Keine Seite führt zu ihrer Datei oder zu einem Formular.",
        "Die Adresse des Repositorys eintragen.",
    ),
    "kontakt": (
        "Ein Kontakt fehlt: Niemand erfährt, an welche Stelle er sich wenden kann.",
        "Unter kontakt die Stelle und ihr Funktionspostfach eintragen.",
    ),
    "rueckmeldung": (
        "Ein Formular für Rückmeldungen fehlt: Wer kein Konto hat, kann höchstens eine E-Mail schreiben.",
        "Die Adresse eines Formulars der Gemeinde eintragen.",
    ),
    "impressum": ("Das Impressum fehlt.", "Die Angaben nach § 5 DDG und § 18 MStV eintragen."),
    "datenschutz": (
        "Die Angaben zum Datenschutz fehlen.",
        "Verantwortliche Stelle, Datenschutzbeauftragte oder Datenschutzbeauftragten und Hoster eintragen.",
    ),
    "barrierefreiheit": (
        "Der Weg, Barrieren zu melden, fehlt.",
        "Schlichtungsstelle und Kontakt für Barrieren eintragen.",
    ),
}
"""Field -> what does not work without it, and what to enter."""


@regel
def angaben_zur_website(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """The town says what the frame of the site needs; nothing is assumed in its place."""
    for feld, (text, vorschlag) in NOETIG.items():
        if getattr(plan.gemeinde, feld) is None:
            yield melde(plan.ort("gemeinde", "gemeinde"), feld, "website", text, vorschlag, Schwere.HINWEIS)
