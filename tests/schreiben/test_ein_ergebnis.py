"""The same report by workbook, by the forge's form and by mail gives the same file, to the byte."""

from __future__ import annotations

import random
from datetime import date, timedelta
from email.message import EmailMessage
from pathlib import Path

from schreiben.kleinstadt import lege_an
from schreiben.mappen import HEUTE, exportiere, importiere
from stichprobe import SAAT, alles

from macros.modell.auswahlen import Ampel, Stand
from macros.modell.meldeformular import ENDE, KEINE_ANTWORT, SACHSTAND
from macros.schreiben.mailtext import als_formulartext, lies_datei
from macros.schreiben.meldung import uebernimm

WIE_VIELE = 500 if alles() else 12
TAG = date.fromisoformat(HEUTE)
SPALTEN = {
    "datum": "Datum",
    "stand": "Stand",
    "ampel": "Ampel",
    "text": "Text",
    "beleg": "Beleg",
    "adresse": "Adresse des Belegs",
}
WORTE = "Gruppe Raum Café „drinnen“ läuft – seit Mai 1.250 Plätze, 12,5 Prozent; Straße 😀 = und: weiter #1 *neu* _sehr_".split()


def bericht(zufall: random.Random) -> dict[str, str]:
    """A valid report, as its fields are named in the form."""
    stand = zufall.choice(list(Stand))
    ampel = zufall.choice([None, *Ampel]) if stand.ist_aktiv else None
    worte = ["Heute:", *zufall.choices(WORTE, k=zufall.randint(3, 40))]  # in Excel a text does not begin with =
    text = " ".join(worte) if ampel or zufall.random() < 0.8 else ""
    return {
        "massnahme": "treff",
        "datum": (TAG - timedelta(days=zufall.randint(0, 140))).isoformat(),
        "stand": stand.bezeichnung,
        "ampel": ampel.bezeichnung if ampel else "",
        "beleg": "Beschluss vom 01.02.2026" if stand in (Stand.BESCHLOSSEN, Stand.UMGESETZT) else "",
        "adresse": zufall.choice(["", "https://example.org/beschluss?nr=1&x=ä"]) if stand is Stand.UMGESETZT else "",
        "text": text,
    }


def mappe(daten: Path, b: dict[str, str], platz: Path) -> None:
    buch = exportiere(daten, platz / "b.xlsx")
    for feld, spalte in SPALTEN.items():
        if b[feld]:
            buch.tippe("Maßnahmen", f"Neuer Bericht: {spalte}", b[feld], Kennung="treff")
    assert importiere(buch.speichere(), daten).dateien == ["massnahmen/treff.yaml"]


def formular(daten: Path, b: dict[str, str], platz: Path) -> None:
    antworten = {**b, "ampel": b["ampel"] or "keine Angabe"}
    text = "\n\n".join(f"### {f.frage}\n\n{antworten.get(f.id) or KEINE_ANTWORT}" for f in SACHSTAND.felder)
    assert uebernimm(text, daten, TAG).dateien == ["massnahmen/treff.yaml"]


def mail(daten: Path, b: dict[str, str], platz: Path) -> None:
    antworten = {**b, "ampel": b["ampel"] or "keine Angabe"}
    text = "".join(f"### {f.frage}\n\n{antworten.get(f.id, '')}\n\n" for f in SACHSTAND.felder)
    brief = EmailMessage()
    brief.set_content(f"{text}{ENDE}\n\n-- \nEin Amt\n")
    assert uebernimm(als_formulartext(lies_datei("m.eml", brief.as_bytes())), daten, TAG).dateien


def test_jeder_weg_schreibt_dieselbe_datei(tmp_path: Path) -> None:
    zufall = random.Random(SAAT)
    for nummer in range(WIE_VIELE):
        b, ergebnisse = bericht(zufall), {}
        for weg in (mappe, formular, mail):
            platz = tmp_path / f"{nummer}-{weg.__name__}"
            daten = lege_an(platz / "data")
            weg(daten, b, platz)
            ergebnisse[weg.__name__] = (daten / "massnahmen/treff.yaml").read_text("utf-8")
        assert len(set(ergebnisse.values())) == 1, (b, ergebnisse)
