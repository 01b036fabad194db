"""Names of fields as people read them."""

from __future__ import annotations

from collections.abc import Sequence

_WORTE = {
    "abgerufen_am": "abgerufen am",
    "adresse_der_seite": "Adresse der Seite",
    "ags": "Gemeindeschlüssel",
    "aus_konzept": "aus dem Konzept",
    "auspraegungen": "Ausprägungen",
    "bearbeitung_text": "Text zur Bearbeitung",
    "begruendung": "Begründung",
    "beschlossen_am": "beschlossen am",
    "betrag_euro": "Betrag in Euro",
    "erledigt_am": "erledigt am",
    "federfuehrung": "Federführung",
    "fussnoten": "Fußnoten",
    "geprueft": "geprüft",
    "id": "Kennung",
    "kuerzel": "Kürzel",
    "lizenz_daten": "Lizenz der Daten",
    "lizenz_url": "Adresse der Lizenz",
    "massnahme": "Maßnahme",
    "massnahmen": "Maßnahmen",
    "naechste_aktualisierung": "nächste Aktualisierung",
    "nicht_pruefbar": "nicht prüfbar",
    "nummer_zusatz": "Zusatz zur Nummer",
    "periodizitaet": "Periodizität",
    "prioritaet": "Priorität",
    "prioritaet_text": "Erläuterung zur Priorität",
    "rueckmeldung": "Rückmeldung",
    "sachstaende": "Sachstände",
    "termin": "geplant bis",
    "url": "Adresse",
    "vorgaenger": "Vorgänger",
    "weitere_namen": "weitere Namen",
    "zaehler": "Zähler",
}
_EINZAHL = {
    "anmerkungen": "Anmerkung",
    "beteiligte": "Beteiligte",
    "fussnoten": "Fußnote",
    "herausforderungen": "Herausforderung",
    "indikatoren": "Indikator",
    "massnahmen": "Maßnahme",
    "ressourcen": "Ressource",
    "sachstaende": "Sachstand",
    "schritte": "Schritt",
    "ziele": "Ziel",
    "zielgruppen": "Zielgruppe",
}


def feldwort(pfad: Sequence[str | int]) -> str:
    """A path in words: `("schritte", 2, "termin")` is „Schritt 3, geplant bis“."""
    teile: list[str] = []
    for stelle, teil in enumerate(pfad):
        if isinstance(teil, int):
            continue
        folgt = pfad[stelle + 1] if stelle + 1 < len(pfad) else None
        wort = _WORTE.get(teil) or teil.capitalize()
        if isinstance(folgt, int):
            wort = _EINZAHL.get(teil, wort)
            if stelle + 2 < len(pfad):
                wort = f"{wort} {folgt + 1}"
        teile.append(wort)
    text = ", ".join(teile)
    return text[:1].upper() + text[1:]
