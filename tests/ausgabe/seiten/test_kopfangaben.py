"""What a page says of itself in its head."""

from __future__ import annotations

import json
import re
from datetime import date

from macros.ausgabe.kontext import Bau
from macros.ausgabe.seiten.erzeugen import seite
from macros.ausgabe.seiten.kopfangaben import kopfangaben
from macros.modell.plan import Plan

MASSNAHME = {"sammlung": "massnahmen", "kennung": "anerkennungsberatung", "browser_art": "Maßnahme"}
WEG = [("Start", ""), ("Maßnahmen", "massnahmen/")]


def test_der_kurztitel_steht_vorn_und_der_kurztext_beschreibt(plan: Plan, stichtag: date) -> None:
    bau = Bau.am(plan, stichtag, None)
    kopf = kopfangaben(bau, MASSNAHME, "Titel", "", "massnahmen/anerkennungsberatung/", WEG)
    assert kopf.titel == "Hilfe bei der Anerkennung – Maßnahme – Musterstadt"
    assert kopf.beschreibung.startswith(plan.massnahmen["anerkennungsberatung"].kurztext[:40])


def test_ohne_adresse_gibt_es_weder_bild_noch_daten(plan: Plan, stichtag: date) -> None:
    kopf = kopfangaben(Bau(plan, stichtag), MASSNAHME, "Titel", "", "massnahmen/anerkennungsberatung/", WEG)
    assert (kopf.bild, kopf.daten) == ("", "")


def test_mit_adresse_unter_einem_unterordner_sind_alle_adressen_ganz(plan: Plan, stichtag: date) -> None:
    bau = Bau.am(plan, stichtag, "https://stadt.example/konzept")
    kopf = kopfangaben(bau, MASSNAHME, "Hilfe", "", "massnahmen/anerkennungsberatung/", WEG)
    assert kopf.bild == "https://stadt.example/konzept/teilen/massnahmen-anerkennungsberatung.png"
    krumen = json.loads(kopf.daten)["@graph"][0]["itemListElement"]
    assert [(k["name"], k["item"]) for k in krumen] == [
        ("Start", "https://stadt.example/konzept/"),
        ("Maßnahmen", "https://stadt.example/konzept/massnahmen/"),
        ("Hilfe", "https://stadt.example/konzept/massnahmen/anerkennungsberatung/"),
    ]


def test_ein_indikator_ist_ein_datensatz_mit_seinen_dateien(plan: Plan, stichtag: date) -> None:
    bau = Bau.am(plan, stichtag, "https://stadt.example/")
    angaben = {"sammlung": "indikatoren", "kennung": "einbuergerungen"}
    kopf = kopfangaben(bau, angaben, "Einbürgerungen", "", "monitoring/einbuergerungen/", WEG)
    inhalt = seite(bau, plan.indikatoren["einbuergerungen"]).inhalt
    (datensatz,) = [json.loads(t) for t in re.findall(r'"application/ld\+json">(.*?)</script>', inhalt)]
    assert "Dataset" not in kopf.daten, "its page says it, once"
    assert datensatz["@type"] == "Dataset"
    assert datensatz["distribution"][0]["contentUrl"] == "https://stadt.example/daten/indikatoren/einbuergerungen.csv"


def test_eine_seite_ohne_satz_nimmt_ihren_ersten_absatz(plan: Plan, stichtag: date) -> None:
    inhalt = "<h1>Glossar</h1><p>Hier sind Fachwörter &amp; Abkürzungen <em>erklärt</em>.</p>"
    kopf = kopfangaben(Bau.am(plan, stichtag, None), {}, "Glossar", inhalt, "glossar/", [])
    assert kopf.beschreibung == "Glossar: Hier sind Fachwörter & Abkürzungen erklärt."


def test_ein_boeser_titel_schliesst_das_skript_nicht(plan: Plan, stichtag: date) -> None:
    bau = Bau.am(plan, stichtag, "https://stadt.example/")
    kopf = kopfangaben(bau, {}, "</script><script>x", "", "glossar/", [])
    assert "<" not in kopf.daten
