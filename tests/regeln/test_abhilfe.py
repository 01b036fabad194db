"""Who does what a finding advises is rid of it: each remedy is followed word by word, and nothing else appears."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from regeln.test_kaputt import KAPUTT, ueberlagere

from macros.modell.befund import Befund, Schwere
from macros.pruefung import pruefe_ordner

Griff = tuple[str, str, str]
"""File, old text, new text; an empty old text appends."""


@dataclass(frozen=True)
class Fall:
    """A broken town (an example of `kaputt`, or edits of Musterstadt), the advice in the finding, and the edits it asks for."""

    name: str
    regel: str
    rat: str
    abhilfe: tuple[Griff, ...]
    beispiel: str = ""
    kaputt: tuple[Griff, ...] = ()
    dann: str = ""
    """The rule that has its say only now."""


def _indikator(name: str) -> str:
    return f"indikatoren/{name}.yaml"


BERICHT = "sachstaende:\n  - datum: 2026-06-01\n    stand: in_vorbereitung\n"
EN, LEICHT = "sprachen/en.yaml", "sprachen/leicht.yaml"
VIDEO, VTT = "gebaerden/inhalt.yaml", "gebaerden/inhalt.vtt"
KAPITEL = "text: The town wrote down"
QUOTE = _indikator("beschaeftigungsquote")
TREFFS = "massnahmen/sprachtreffs.yaml"
MAPPE = "massnahmen/willkommensmappe.yaml"
BERATUNG, PATEN = "massnahmen/anerkennungsberatung.yaml", "massnahmen/lernpatenschaften.yaml"
ERSTER = "schritte:\n  - text: Schulen ansprechen.\n    termin: 2026-02-28\n"
SALDO = _indikator("wanderungssaldo")
PLAETZE = _indikator("sprachtreff-plaetze")
VEREINE = "massnahmen/offene-vereine.yaml"
EINWOHNER = "indikatoren/bevoelkerung.csv"
EINGEBUERGERT, BESCHAEFTIGT = "indikatoren/einbuergerungen.csv", "indikatoren/beschaeftigte.csv"
EINGETRAGEN = (
    (BESCHAEFTIGT, "11705,,,2025-06-29", "11705,,,2025-11-20"),
    (BESCHAEFTIGT, "10118,,,2026-07-01", "10118,,,"),
)
LEERE = (
    (BESCHAEFTIGT, "11705,,,2025-06-29", "11705,,,"),
    (BESCHAEFTIGT, "10118,,,2026-07-01", "10118,,,2026-06-30"),
)
FRUEHERE = (
    (EINGEBUERGERT, "2026-03-01,2\n", "2026-03-01,\n"),
    (EINGEBUERGERT, "2026-03-01,40\n", "2026-03-01,\n"),
    (EINGEBUERGERT, "2026-03-01,1\n", "2026-03-01,\n"),
    (EINGEBUERGERT, "80; 2026-02-01: 88\n", "80\n"),
    (EINGEBUERGERT, "2026-02-01: 16; 17\n", "2026-02-01: 16; 2026-02-10: 17\n"),
    (EINGEBUERGERT, "14; 2026-03-01: 15\n", "14; 2026-02-01: 15\n"),
    (EINGEBUERGERT, "2; 2026-02-01: 36\n", "2026-02-01: 36\n"),
)
FAELLE = (
    Fall(
        "frühere Kennung streichen", "frueher-vergeben", "Die Kennung hier streichen.",
        (("massnahmen/anerkennungsberatung.yaml", "frueher:\n  - sprachcafe\n", ""),), "frueher-vergeben",
    ),
    Fall(
        "Maßnahme in eine Lebenslage", "lebenslage-fehlt", "unter lebenslagen/ eintragen: dolmetschpool.",
        (("lebenslagen/mitmachen.yaml", "  - strassenfeste\n", "  - strassenfeste\n  - dolmetschpool\n"),), "lebenslage-fehlt",
    ),
    Fall(
        "Antwort der Eltern", "eltern-anrede", "In anrede_eltern die Antwort der Eltern eintragen",
        (("zielgruppen/schueler.yaml", "", "anrede_eltern: Ich habe ein Kind, das zur Schule geht\n"),), "eltern-anrede",
    ),
    Fall(
        "vorgaenger eintragen", "fassung-vorgaenger", "vorgaenger eintragen, zum Beispiel '2025'.",
        (("fassungen/2026.yaml", "", "vorgaenger: '2025'\n"),), "fassung-vorgaenger",
    ),
    Fall(
        "Tag des Beschlusses", "fassung-beschluss", "Die Tage beider Beschlüsse prüfen",
        (("fassungen/2025.yaml", "2021-03-17", "2025-02-20"),), "fassung-beschluss",
    ),
    Fall(
        "letzte beschlossene", "fassung-beschluss", "als vorgaenger die letzte beschlossene Fassung eintragen",
        (("fassungen/2027.yaml", "vorgaenger: '2026'", "vorgaenger: '2025'"),
         ("fassungen/2026.yaml", "vorgaenger: '2025'", "vorgaenger: '2027'")), "fassung-vorgaenger",
        (("fassungen/2026.yaml", "", "vorgaenger: '2025'\n"),
         ("fassungen/2027.yaml", "", "id: '2027'\ntitel: Konzept 2027\njahr: 2027\nbeschlossen_am: 2026-12-01\nvorgaenger: '2026'\n")),
        "nachfolge-fehlt",
    ),
    Fall(
        "bei der früheren berichten", "bericht-voraus", "Den Bericht bei „offene-vereine“ eintragen.",
        (("massnahmen/offene-vereine-2026.yaml", BERICHT, ""), (VEREINE, "", BERICHT)), "bericht-voraus",
    ),
    Fall(
        "Schritt erledigt", "umgesetzt-offen", "erledigt_am eintragen",
        ((MAPPE, "termin: 2025-12-15", "termin: 2025-12-15\n    erledigt_am: 2025-12-12"),), "umgesetzt-offen",
    ),
    Fall(
        "Schritt streichen", "umgesetzt-offen", "was nicht mehr getan wird, streichen",
        ((MAPPE, "  - text: Drucken und verteilen.\n    termin: 2025-12-15\n", ""),), "umgesetzt-offen",
    ),
    Fall(
        "nur die Worte", "link-in-zeile", "Nur die Worte schreiben: „ohne Anmeldung“.",
        ((TREFFS, "[ohne Anmeldung](#oben)", "ohne Anmeldung"),
         ("indikatoren/beschaeftigte.csv", "siehe [Amt](https://example.org/)", "siehe Amt")), "link-in-zeile",
    ),
    Fall(
        "mehr Stellen", "stellen-zu-wenige", "nachkommastellen: 1 eintragen.",
        ((_indikator("wohlfuehlen"), "einheit: prozent\n", "einheit: prozent\nnachkommastellen: 1\n"),), "stellen-zu-wenige",
    ),
    Fall(
        "in der Tabelle runden", "stellen-zu-wenige", "sie in der Tabelle runden.",
        (("indikatoren/wohlfuehlen.csv", "keine Angabe,2.6", "keine Angabe,3"),
         ("indikatoren/wohlfuehlen.csv", "keine Angabe,3.4", "keine Angabe,3")), "stellen-zu-wenige",
    ),
    Fall(
        "bis wann gezählt", "zeit-laeuft", "in der Spalte hinweis sagen, bis wann gezählt ist",
        ((EINGEBUERGERT, "2026,insgesamt,60,,\n", "2026,insgesamt,60,,gezählt bis 31.05.2026\n"),), "zeit-laeuft",
    ),
    Fall(
        "nach dem Ende", "zeit-laeuft", "Die Zahl danach eintragen",
        ((EINGEBUERGERT, "2026,insgesamt,60,,\n", ""),), "zeit-laeuft",
    ),
    Fall(
        "Stichtag des Nenners", "beide-stichtage", "Ergänzen: {stichtag-nenner:beschaeftigungsquote}.",
        ((EN, "citizenship on {stichtag:beschaeftigungsquote}",
          "citizenship on {stichtag:beschaeftigungsquote} (of all on {stichtag-nenner:beschaeftigungsquote})"),),
        "beide-stichtage",
    ),
    Fall(
        "Schritt auch hier erledigt", "schritt-uebernommen", "erledigt_am: 2024-11-20 auch hier eintragen",
        ((TREFFS, "text: Erfahrungen auswerten.", "text: Erfahrungen auswerten.\n    erledigt_am: 2024-11-20"),),
        "schritt-uebernommen",
    ),
    Fall(
        "Schritt hier streichen", "schritt-uebernommen", "oder den Schritt streichen",
        ((TREFFS, "  - text: Erfahrungen auswerten.\n", ""),), "schritt-uebernommen",
    ),
    Fall(
        "Schritt noch einmal", "schritt-uebernommen", "Ist er noch einmal zu tun, das im Text sagen.",
        ((TREFFS, "Erfahrungen auswerten.", "Erfahrungen der neuen Treffs auswerten."),), "schritt-uebernommen",
    ),
    Fall(
        "Kosten aufgeteilt, Schritt bei einem Teil", "teile-doppelt", "Die Beträge auf die Teile aufteilen.",
        ((BERATUNG, "betrag_euro: 6000", "betrag_euro: 2500"), (PATEN, "betrag_euro: 6000", "betrag_euro: 3500"),
         (BERATUNG, ERSTER, "")), "teile-doppelt",
    ),
    Fall(
        "Kosten bei einem Teil, Schritte unterschieden", "teile-doppelt", "kosten nur bei einem Teil nennen",
        ((PATEN, "kosten:\n  betrag_euro: 6000\n  art: geschaetzt\n", ""),
         (BERATUNG, "Schulen ansprechen.", "Berufsschulen ansprechen.")), "teile-doppelt",
    ),
    Fall(
        "anderer Stand", "umgesetzt-offen", "einen anderen Stand berichten",
        ((MAPPE, "", "  - datum: 2026-01-15\n    stand: in_umsetzung\n"),), "umgesetzt-offen",
    ),
    Fall(
        "Quelle in jeder Zeile", "zahlenquelle", "die Kennung einer Quelle oder Worte eintragen",
        ((EINWOHNER, "30518,,vorläufig,2026-02-01,", "30518,,vorläufig,2026-02-01,einwohnerstatistik"),
         (EINWOHNER, "einwohnerstatistk", "einwohnerstatistik")), "zahlenquelle",
    ),
    Fall("alter Wert", "berichtigung", "Die Zelle vorher leeren.", FRUEHERE, "berichtigung"),
    Fall(
        "einer der alten Werte", "berichtigung", "Diesen Wert und seinen Tag aus der Zelle vorher streichen.",
        FRUEHERE, "berichtigung",
    ),
    Fall(
        "Tage der alten Werte", "berichtigung", "Vor jeden späteren Wert den Tag seiner Eintragung schreiben.",
        FRUEHERE, "berichtigung",
    ),
    Fall(
        "Folge der alten Werte", "berichtigung", "Den ältesten Wert zuerst nennen, jeden mit dem Tag seiner Eintragung",
        FRUEHERE, "berichtigung",
    ),
    Fall(
        "Schlagzeile neu schreiben", "schlagzeile", "nach den neuesten Zahlen neu schreiben oder löschen",
        ((QUOTE, "sind jetzt 37,1 Prozent", "sind jetzt 38,5 Prozent"),), "schlagzeile",
    ),
    Fall(
        "Hinweise gelten weiter", "hinweise-zeit", "hinweise_gelten_bis: '2025-06-30' eintragen",
        ((QUOTE, "hinweise_gelten_bis: 2023-06-30", "hinweise_gelten_bis: '2025-06-30'"),), "hinweise-zeit",
    ),
    Fall(
        "Hinweis nur für früher", "hinweise-zeit", "nach hinweise_zu verschieben, mit zu: und deren Zeit",
        ((_indikator("einbuergerungen"), "hinweise:\n  - Zwei", "hinweise_zu:\n  - zu:\n      - '2023'\n    text: Zwei"),), "",
        ((EINGEBUERGERT, "", "2026,insgesamt,60,,\n"),
         (_indikator("einbuergerungen"), "hinweise_zu:\n  - zu:\n      - '2023'\n    text: Zwei", "hinweise:\n  - Zwei")),
    ),
    Fall(
        "Aussagen anlegen", "aussagen-der-fassung", "eine Aussage anlegen, mit ihrem Abschnitt",
        (("aussagen/zu-hause.yaml", "1-einleitung-2021", "2-2-begegnung-teilhabe"),), "aussagen-der-fassung",
    ),
    Fall(
        "ohne Aussagen", "aussagen-der-fassung", "ohne_aussagen: true eintragen",
        (("fassungen/2025.yaml", "", "ohne_aussagen: true\n"),), "aussagen-der-fassung",
    ),
    Fall(
        "Tag des Beschlusses", "fassung-wie-beschlossen", "beschlossen_am eintragen",
        (("fassungen/2021.yaml", "", "beschlossen_am: 2021-03-18\n"),), "fassung-wie-beschlossen",
    ),
    Fall(
        "doch eine Lesefassung", "fassung-wie-beschlossen", "oder wie_beschlossen weglassen",
        (("fassungen/2021.yaml", "wie_beschlossen: true\n", ""),), "fassung-wie-beschlossen",
    ),
    Fall("Tag der Eintragung", "eintragung", "Den Stichtag und den Tag der Eintragung prüfen", EINGETRAGEN, "eintragung"),
    Fall("Eintragung leeren", "eintragung", "ist dieser nicht bekannt, die Zelle leeren", LEERE, "eintragung"),
    Fall("Eintragung in der Zukunft", "zukunft", "oder die Zelle leeren", EINGETRAGEN, "eintragung"),
    Fall("Eintragung heute", "zukunft", "Den Tag nennen, an dem die Zahl in diese Tabelle kam", LEERE, "eintragung"),
    Fall(
        "fehlende Zahl", "nicht-berechenbar", "Die fehlende Zahl eintragen",
        (("indikatoren/bevoelkerung.csv", "hinweis\n", "hinweis\n2019-06-30,insgesamt,29000,,\n"
          "2019-06-30,deutsch,26000,,\n2019-06-30,ausländisch,3000,,\n"),), "luecken-der-rechnung",
    ),
    Fall(
        "Abstand", "nicht-berechenbar", "Liegt der Nenner immer an einem anderen Tag: abstand_tage setzen.",
        ((QUOTE, "  faktor: 100", "  abstand_tage: 184\n  faktor: 100"),), "",
        ((QUOTE, "  abstand_tage: 184\n", ""), ("indikatoren/bevoelkerung.csv", "hinweis\n", "hinweis\n"
          "2025-06-30,insgesamt,30000,,\n2025-06-30,deutsch,26000,,\n2025-06-30,ausländisch,4000,,\n")),
    ),
    Fall(
        "Form des Stichtags", "stichtagsform", "Alle Stichtage gleich schreiben, und im Feld stichtagsform festlegen, wie.",
        ((EINGEBUERGERT, "2026-05-31,insgesamt,60,,\n", "2026,insgesamt,60,,\n"),
         (_indikator("einbuergerungen"), "art: ereignis", "art: ereignis\nstichtagsform: jahr")), "stichtagsformen",
    ),
    Fall(
        "Stichtag passt nicht", "stichtag", "So: 2026",
        ((EINGEBUERGERT, "2026-05-31,insgesamt,60,,\n", "2026,insgesamt,60,,\n"),), "stichtagsform-passt-nicht",
    ),
    Fall(
        "negativ", "bereich", "negativ: true setzen",
        ((PLAETZE, "negativ: false", "negativ: true"),), "",
        (("indikatoren/sprachtreff-plaetze.csv", "2021,Innenstadt,geplant,40", "2021,Innenstadt,geplant,-4"),),
    ),
    Fall(
        "über 100", "bereich", "Kann der Anteil so groß sein: ueber_100: true setzen.",
        ((_indikator("versorgung"), "einheit: prozent\n", "einheit: prozent\nueber_100: true\n"),), "",
        ((_indikator("versorgung"), "", "id: versorgung\nname: Versorgung\nthemenfeld: Bildung\ndefinition: Plätze je Kind.\n"
          "einheit: prozent\nart: quote\nrichtung: neutral\nquelle: jahresbericht\nperiodizitaet: einmalig\n"
          "geheimhaltung:\n  verfahren: keine\n  begruendung: Gezählt werden Plätze.\n"),
         ("indikatoren/versorgung.csv", "", "stichtag,wert,zeichen,hinweis\n2025,103,,\n")),
    ),
    Fall(
        "berechnet über 100", "bereich", "Kann der Indikator solche Werte haben: negativ oder ueber_100 setzen.",
        ((QUOTE, "art: quote\n", "art: quote\nueber_100: true\n"),), "", ((QUOTE, "faktor: 100", "faktor: 1000"),),
    ),
    Fall(
        "gesamtwert oder summe", "dimension", "summe lassen, wenn die anderen Werte zusammen so viel ergeben",
        ((_indikator("einbuergerungen"), "    gesamtwert: insgesamt\n", ""),), "",
        ((_indikator("einbuergerungen"), "    summe: insgesamt\n", "    summe: insgesamt\n    gesamtwert: insgesamt\n"),),
    ),
    Fall(
        "gesamtwert fehlt", "dimension", "Meinten Sie „insgesamt“?",
        ((_indikator("wohlfuehlen"), "gesamtwert: insgesammt", "gesamtwert: insgesamt"),), "",
        ((_indikator("wohlfuehlen"), "gesamtwert: insgesamt", "gesamtwert: insgesammt"),),
    ),
    Fall(
        "was gezählt wird", "geheimhaltung", "zaehlt: anderes",
        ((PLAETZE, "art: bestand\n", "art: bestand\nzaehlt: anderes\n"),), "",
        ((PLAETZE, "zaehlt: anderes\n", ""),
         ("indikatoren/sprachtreff-plaetze.csv", "2021,Innenstadt,geplant,40", "2021,Innenstadt,geplant,2")),
    ),
    Fall(
        "kleine Zahl verdecken", "geheimhaltung", "Den Wert löschen und in der Spalte zeichen einen Punkt (.) eintragen.",
        (("indikatoren/sprachtreff-plaetze.csv", "2021,Innenstadt,geplant,2,,", "2021,Innenstadt,geplant,,.,"),), "",
        ((PLAETZE, "zaehlt: anderes\n", ""),
         ("indikatoren/sprachtreff-plaetze.csv", "2021,Innenstadt,geplant,40", "2021,Innenstadt,geplant,2")),
    ),
    Fall(
        "bekannte Einheit", "einheit", "„%“ heißt hier prozent.",
        ((QUOTE, "einheit: '%'", "einheit: prozent"),), "", ((QUOTE, "einheit: prozent", "einheit: '%'"),),
    ),
    Fall(
        "verschriebene Einheit", "einheit", "Meinten Sie „prozent“?",
        ((QUOTE, "einheit: Prozen\n", "einheit: prozent\n"),), "einheit-verschrieben",
    ),
    Fall(
        "zweimal ein Ziel: löschen", "zielwert", "den anderen löschen",
        ((QUOTE, "  - wert: 44\n    jahr: 2030\n    beschluss: Rat der Stadt, 19.03.2026\n", ""),), "zielwerte",
    ),
    Fall(
        "zweimal ein Ziel: anderes Jahr", "zielwert", "oder das Jahr berichtigen",
        ((QUOTE, "    jahr: 2030\n    beschluss: Rat der Stadt, 19.03.2026", "    jahr: 2029\n    beschluss: Rat der Stadt, 19.03.2026"),),
        "zielwerte",
    ),
    Fall(
        "nicht stapeln", "gestapelt-negativ", "„balken“ oder „linie“ wählen",
        ((SALDO, "familie: gestapelt", "familie: linie"),), "teile-negativ",
    ),
    Fall(
        "Darstellung löschen", "gestapelt-negativ", "oder darstellung löschen.",
        ((SALDO, "darstellung:\n  familie: gestapelt\n", ""),), "teile-negativ",
    ),
    Fall(
        "Punkt vor drei Ziffern", "tausenderpunkt", "Je nachdem, was gemeint ist: 15000 oder 15 schreiben.",
        ((TREFFS, "betrag_euro: 15.000", "betrag_euro: 15000"),), "", ((TREFFS, "18500.5", "15.000"),),
    ),
    Fall(
        "Punkt vor drei Ziffern, die kleine Lesart", "tausenderpunkt", "15000 oder 15 schreiben.",
        ((TREFFS, "betrag_euro: 15.000", "betrag_euro: 15"),), "", ((TREFFS, "18500.5", "15.000"),),
    ),
    Fall(
        "Punkt in der Tabelle", "tausenderpunkt", "Ohne Punkt: 11240",
        ((BESCHAEFTIGT, "11.240", "11240"),), "", ((BESCHAEFTIGT, "2021-06-30,insgesamt,11240", "2021-06-30,insgesamt,11.240"),),
    ),
    Fall(
        "Platzhalter verschwunden", "platzhalter", "Meinten Sie „bevoelkerung“?",
        ((EN, "[{zahl:bevoelkrung} people]", "[{zahl:bevoelkerung} people]"),), "",
        ((EN, "[{zahl:bevoelkerung} people]", "[{zahl:bevoelkrung} people]"),),
    ),
    Fall(
        "Zahl zum Platzhalter", "platzhalter", "Die Zahl ergänzen, oder den Platzhalter mit seinem Satz löschen.",
        ((EN, "\n      No one: {zahl:einbuergerungen:staatenlos oder ungeklärt}.\n", "\n"),), "",
        ((EN, "{zahl:beschaeftigungsquote:deutsch}.\n",
          "{zahl:beschaeftigungsquote:deutsch}.\n\n      No one: {zahl:einbuergerungen:staatenlos oder ungeklärt}.\n"),),
    ),
    Fall(
        "ohne Bericht kein Tag", "platzhalter", "Im Kapitel „wenn: berichtet“ ergänzen.",
        ((EN, "Newest report: {neuester-bericht}.'\n", "Newest report: {neuester-bericht}.'\n    wenn: berichtet\n"),), "",
        ((EN, "    wenn: berichtet\n", ""),),
    ),
    Fall(
        "Abdruck veraltet", "abdruck", "dann abdruck: '1295eb6b' eintragen.",
        ((EN, "0a0a0a0a", "1295eb6b"),), "", ((EN, "1295eb6b", "0a0a0a0a"),),
    ),
    Fall(
        "Sprachseite zur geltenden Fassung", "sprache-fassung", "In vorlage und Links die Datensätze der geltenden Fassung nennen",
        ((EN, "massnahme:sprachcafe", "massnahme:sprachtreffs"), (EN, "massnahmen/sprachcafe/", "massnahmen/sprachtreffs/"),
         (EN, "'e19d6957'", "'5277d5f3'")), "sprache-fassung",
    ),
    Fall(
        "Abdruck fehlt", "abdruck", "Passt der Text dazu: abdruck: '1295eb6b'",
        ((EN, "      - gemeinde/untertitel\n", "      - gemeinde/untertitel\n    abdruck: '1295eb6b'\n"),), "",
        ((EN, "    abdruck: 1295eb6b\n", ""),),
    ),
    Fall(
        "Vorlage fehlt", "vorlage", "Unter vorlage die deutschen Felder nennen.",
        ((EN, "    abdruck: 1295eb6b\n", "    vorlage:\n      - gemeinde/untertitel\n    abdruck: 1295eb6b\n"),), "",
        ((EN, "    vorlage:\n      - gemeinde/untertitel\n", ""),),
    ),
    Fall(
        "mit von sagen", "leicht-genitiv", "zum Beispiel „Zukunft von der Stadt“",
        ((LEICHT, "Die Zukunft der Stadt", "Die Zukunft von der Stadt"),), "leichte-sprache",
    ),
    Fall(
        "fett schreiben", "leicht-verneinung", "also **Niemand**.",
        ((LEICHT, "hinweis: Dieser Text ist ein Beispiel. Niemand hat ihn geprüft.",
          "hinweis: |-\n  Dieser Text ist ein Beispiel.\n\n  **Niemand** hat ihn geprüft."),), "leichte-sprache",
    ),
    Fall(
        "Ziffer", "leicht-zahl", "zum Beispiel 5 statt fünf.", ((LEICHT, "fünf Kitas", "5 Kitas"),), "leichte-sprache",
    ),
    Fall(
        "überall gleich", "leicht-gleiche-trennung", "zum Beispiel „Zusammen-Leben“.",
        ((LEICHT, "Zusammenleben heißt", "Zusammen-Leben heißt"),), "leichte-sprache",
    ),
    Fall(
        "Kapitel zur Barrierefreiheit", "leichte-teile", "Ein Kapitel mit „teil: barrierefreiheit“ ergänzen.",
        ((LEICHT, "kapitel:\n", "kapitel:\n  - titel: Hilfe\n    text: Hier ist Hilfe.\n    teil: barrierefreiheit\n"),), "",
        ((LEICHT, "    teil: barrierefreiheit\n", ""),),
    ),
    Fall(
        "auch dazu ein Video", "gebaerden-themen", "Auch dazu ein Video aufnehmen.",
        ((VIDEO, "  - inhalt\n", "  - inhalt\n  - weiteres\n"),), "", ((VIDEO, "  - weiteres\n", ""),),
    ),
    Fall(
        "mit Zeiten", "gebaerdenvideo", "Als WebVTT mit Zeiten speichern.",
        ((VTT, "00:00 bis", "00:00.000 -->"),), "", ((VTT, "00:00.000 -->", "00:00 bis"),),
    ),
    Fall(
        "bei ihrem Video nennen", "gebaerdenvideo", "Löschen oder bei ihrem Video nennen.",
        ((VIDEO, "untertitel: anders.vtt", "untertitel: inhalt.vtt"),), "",
        ((VIDEO, "untertitel: inhalt.vtt", "untertitel: anders.vtt"),),
    ),
    Fall(
        "Satz fehlt", "vorlage", "Unter veraltet in dieser Sprache eintragen.",
        ((EN, "geprueft: true\n", "veraltet: The German text is newer.\ngeprueft: true\n"),), "",
        ((EN, "veraltet: The German text has changed since this was written.\n", ""),),
    ),
)  # fmt: skip


def _greife_ein(daten: Path, griffe: tuple[Griff, ...]) -> None:
    for name, alt, neu in griffe:
        datei = daten / name
        text = datei.read_text("utf-8") if datei.exists() else ""
        assert not alt or text.count(alt) >= 1, f"{name}: {alt!r} is not there"
        datei.write_text(text.replace(alt, neu, 1) if alt else text + neu, "utf-8")


def _befunde(daten: Path, stichtag: date) -> list[Befund]:
    _, befunde = pruefe_ordner(daten, stichtag, "data")
    return befunde


@pytest.mark.parametrize("fall", FAELLE, ids=lambda f: f.name)
def test_wer_dem_rat_folgt_ist_den_befund_los(fall: Fall, musterstadt: Path, stichtag: date, tmp_path: Path) -> None:
    daten = tmp_path / "data"
    if fall.beispiel:
        ueberlagere(KAPUTT / fall.beispiel, musterstadt, daten)
    else:
        shutil.copytree(musterstadt, daten)
    _greife_ein(daten, fall.kaputt)
    davor = _befunde(daten, stichtag)
    assert [b for b in davor if b.regel == fall.regel and fall.rat in b.vorschlag + b.text]
    _greife_ein(daten, fall.abhilfe)
    danach = _befunde(daten, stichtag)
    assert [b for b in danach if b.regel == fall.regel] == []
    weiter = {b.regel for b in danach if b.schwere is not Schwere.HINWEIS}
    assert weiter == ({fall.dann} if fall.dann else set()), "the remedy brings no other trouble"
