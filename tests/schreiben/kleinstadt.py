"""A town of a few lines in which the check finds nothing: quick to load, to change and to look through."""

from __future__ import annotations

from datetime import date
from pathlib import Path

HEUTE = date(2026, 6, 30)

GEMEINDE = """\
name: Kleinstadt
titel: Konzept Kleinstadt
untertitel: Ein Beispiel.
ags: '01234567'
kreis: Kreis
land: Land
website: https://example.org
adresse_der_seite: https://example.org/konzept/
kontakt:
  stelle: Amt
rueckmeldung: https://example.org/rueckmeldung
repository: https://example.org/kleinstadt/konzept
herausgeber: Stadt Kleinstadt
lizenz_daten: CC BY 4.0
impressum: Stadt Kleinstadt
datenschutz: Stadt Kleinstadt
barrierefreiheit: Stadt Kleinstadt
"""
TREFF = """\
id: treff
nummer: '3.1'
titel: Treffpunkt
kurztext: Ein Ort.
handlungsfeld: bildung
herausforderungen:
  - bi-01
beschreibung: Ein Ort zum Reden.
schritte:
  - text: Raum suchen.
    termin: 2026-03-31
    erledigt_am: 2026-03-20
  - text: Raum öffnen.
    termin: 2026-12-31
federfuehrung: amt
kosten:
  betrag_euro: 1200.5
  art: jaehrlich
zeitraum:
  beginn: 2026-01-01
  ende: 2027-12-31
herkunft:
  fassung: neu
  nummer: '3.1'
sachstaende:
  - datum: 2026-01-31
    stand: beschlossen
    beleg:
      text: Beschluss vom 31.01.2026
"""
FEST = """\
id: fest
nummer: '3.2'
titel: Straßenfest
kurztext: Ein Tag.
handlungsfeld: bildung
herausforderungen:
  - bi-01
zielgruppen:
  - eltern
beschreibung: Ein Tag zum Feiern.
beteiligte:
  - akteur: verein
herkunft:
  fassung: neu
  nummer: '3.2'
"""


def _indikator(id: str, mehr: str) -> str:
    return (
        f"id: {id}\nname: {id.capitalize()}\nthemenfeld: Bildung\ndefinition: Zählt.\neinheit: anzahl\nart: bestand\nzaehlt: anderes\n"
        f"{mehr}richtung: neutral\nquelle: statistik\nperiodizitaet: jaehrlich\n"
    )


OFFEN = "geheimhaltung:\n  verfahren: keine\n  begruendung: Gezählt werden keine Menschen.\n"
GRUPPEN = (
    "dimensionen:\n"
    "  - id: gruppe\n    name: Gruppe\n    auspraegungen:\n      - alle\n      - jung\n    summe: alle\n"
    "  - id: ort\n    name: Ort\n    auspraegungen:\n      - Nord\n      - Süd\n"
)
DATEIEN = {
    "gemeinde.yaml": GEMEINDE,
    "fassungen/neu.yaml": "id: neu\ntitel: Konzept 2026\njahr: 2026\n",
    "handlungsfelder/bildung.yaml": (
        "id: bildung\nkuerzel: BI\nname: Bildung\nreihenfolge: 1\nkurztext: Lernen.\nfarbe: blau\nsymbol: buch\n"
        "bearbeitung: workshop\n"
    ),
    "herausforderungen/bi-01.yaml": (
        "id: bi-01\nfassung: neu\nnummer: 1\ntitel: Es fehlen Orte\ntext: Es fehlen Orte.\nhandlungsfeld: bildung\n"
        "zielgruppen:\n  - eltern\nprioritaet: priorisiert\n"
    ),
    "zielgruppen/eltern.yaml": "id: eltern\nbezeichnung: Eltern\n",
    "akteure/amt.yaml": "id: amt\nbezeichnung: Amt\nart: stadt\n",
    "akteure/verein.yaml": "id: verein\nbezeichnung: Verein\nart: vereine\n",
    "quellen/statistik.yaml": "id: statistik\nbezeichnung: Statistik\n",
    "massnahmen/treff.yaml": TREFF,
    "massnahmen/fest.yaml": FEST,
    "indikatoren/plaetze.yaml": _indikator("plaetze", "") + OFFEN,
    "indikatoren/plaetze.csv": "stichtag,wert,zeichen,hinweis\n2024,10,,\n2025,12,,geschätzt\n",
    "indikatoren/kurse.yaml": _indikator("kurse", GRUPPEN) + OFFEN,
    "indikatoren/kurse.csv": (
        "stichtag,gruppe,ort,wert,zeichen,hinweis\n"
        "2025,alle,Nord,7,,\n2025,alle,Süd,5,,\n2025,jung,Nord,3,,\n2025,jung,Süd,,.,\n"
    ),
    "indikatoren/doppelt.yaml": (
        _indikator("doppelt", "")
        + "formel:\n  zaehler:\n    - indikator: plaetze\n  faktor: 2\n"
        + OFFEN
    ),
}  # fmt: skip


def lege_an(ordner: Path, **dateien: str) -> Path:
    """The town in a folder; other texts for single files by name, `/` as `__` and without ending for YAML."""
    anders = {n.replace("__", "/") + ("" if "." in n else ".yaml"): text for n, text in dateien.items()}
    for name, text in {**DATEIEN, **anders}.items():
        (ordner / name).parent.mkdir(parents=True, exist_ok=True)
        (ordner / name).write_text(text, encoding="utf-8")
    return ordner
