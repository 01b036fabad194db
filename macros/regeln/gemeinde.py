"""Rules on the town's own file: what the frame of the site needs to say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.modell.barrierefreiheit import Vereinbarkeit
from macros.modell.befund import Befund, Schwere, melde
from macros.modell.felder import felder
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


_PFLICHT = ("stand", "massstab", "erstellt_am", "methode", "kontakt", "formular", "durchsetzung", "durchsetzung_url")


@regel
def barrierenerklaerung(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """An accessibility statement that is begun has every part that the law names, and no part contradicts another."""
    e = plan.gemeinde.barrierenerklaerung
    if e is None:
        return  # that there is none yet, the page and `barrierefreiheit` say
    ort = plan.ort("gemeinde", "gemeinde", "barrierenerklaerung")
    titel = {f.name: f.titel for f in felder(type(e))}
    for feld in _PFLICHT:
        if getattr(e, feld) is None:
            text = f"In der Erklärung zur Barrierefreiheit fehlt: {titel[feld]}."
            rat = "Eintragen, wie § 10b BGG NRW es verlangt."
            yield melde(ort, f"barrierenerklaerung.{feld}", "barrieren", text, rat, Schwere.WARNUNG)
    if e.stand is Vereinbarkeit.VOLL and e.barrieren:
        text = "„Vollständig vereinbar“ und bekannte Barrieren schließen sich aus."
        yield melde(ort, "barrierenerklaerung.stand", "barrieren", text, "stand: teilweise eintragen.")
    if e.stand not in (None, Vereinbarkeit.VOLL) and not e.barrieren:
        text = "Was nicht barrierefrei ist, steht nicht in der Erklärung."
        yield melde(
            ort, "barrierenerklaerung.barrieren", "barrieren", text, "Jede Barriere mit Grund und Alternative nennen."
        )
    if e.erstellt_am and (stichtag - e.erstellt_am).days > 366:
        text = "Die Erklärung ist älter als ein Jahr."
        rat = "Neu prüfen und den Tag der Prüfung eintragen."
        yield melde(ort, "barrierenerklaerung.erstellt_am", "barrieren", text, rat, Schwere.WARNUNG)
