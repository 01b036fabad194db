"""A survey item is quoted or told: only what is quoted stands in quotation marks, only what is told says „sinngemäß“."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from zahlen_bauen import mit, reihe_aus

from macros.ausgabe.diagramm.aufbau import diagramm
from macros.ausgabe.diagramm.tabelle import zahlentabelle
from macros.ausgabe.druck.konzept import konzept
from macros.ausgabe.kontext import Bau
from macros.ausgabe.offene_daten.formate import als_csv
from macros.ausgabe.offene_daten.tabellen import reihentabelle, tabellen
from macros.ausgabe.seiten.erzeugen import seite
from macros.ausgabe.worte.fragen import gefragt
from macros.ausgabe.worte.sprechen import spruch
from macros.modell.auswahlen import Zeichen
from macros.modell.erhebung import Fragetext
from macros.modell.indikator import Dimension, Kennzahl
from macros.modell.plan import Plan
from macros.modell.stichtag import lies_stichtag
from macros.sichten.indikator_bild import bilder
from macros.sichten.indikator_lage import zahlenlage
from macros.sichten.reihen import Reihe, reihe

HEUTE = date(2026, 6, 30)
SINNGEMAESS = {"art": "sinngemaess", "text": "ob man sich zu Hause fühlt"}


@pytest.mark.parametrize(
    ("felder", "satz"),
    [
        (
            {"art": "wortlaut", "text": "Hier bin ich gern", "stelle": "Abschnitt 2"},
            "Gefragt wurde im Wortlaut (Abschnitt 2): „Hier bin ich gern“.",
        ),
        (
            {"art": "wortlaut", "text": "Die „Mehrheit“ grüßt"},
            "Gefragt wurde im Wortlaut: „Die ‚Mehrheit‘ grüßt“.",
        ),
        ({"art": "wortlaut", "text": "Sind Sie gern hier?"}, "Gefragt wurde im Wortlaut: „Sind Sie gern hier?“"),
        (
            {"art": "bildunterschrift", "text": "Alle sind gern hier", "stelle": "Abbildung 3"},
            "Der Wortlaut der Frage ist nicht bekannt. Bildunterschrift (Abbildung 3): „Alle sind gern hier“.",
        ),
        (
            {"art": "sinngemaess", "text": "ob man gern hier ist"},
            "Der Wortlaut der Frage ist nicht bekannt. Sinngemäß gefragt wurde: ob man gern hier ist.",
        ),
    ],
)
def test_was_gefragt_wurde(felder: dict[str, str], satz: str) -> None:
    assert gefragt(Fragetext.model_validate(felder)) == satz


def test_sinngemaess_steht_auf_seite_papier_bild_und_in_den_daten(plan: Plan) -> None:
    bau = Bau.am(mit(plan, "wohlfuehlen", frage=SINNGEMAESS), HEUTE, None)
    satz = bau.plan.indikatoren["wohlfuehlen"]
    daten = next(als_csv(t) for t in tabellen(bau.plan, bau.lagen) if t.name == "indikatoren")
    papier = "".join(str(t.html) for t in konzept(bau).teile)
    bild = diagramm(bilder(reihe(bau.plan, "wohlfuehlen"))[0], "bild").text
    erwartet = "Sinngemäß gefragt wurde: ob man sich zu Hause fühlt."
    assert erwartet in seite(bau, satz).inhalt
    assert erwartet in papier
    assert erwartet in bild
    assert "„ob man sich zu Hause fühlt" not in seite(bau, satz).inhalt + papier + bild
    assert "sinngemaess,ob man sich zu Hause fühlt" in daten


GRUPPE = Dimension(id="gruppe", name="Gruppe", auspraegungen=("Junge", "Alte"))


def in_worten(worte: str, **merkmale: str) -> Kennzahl:
    return Kennzahl(lies_stichtag("2024"), merkmale, None, Zeichen.WORT, worte, 2)


def mit_worten(*zahlen: Kennzahl, **felder: Any) -> Reihe:
    dimensionen = [GRUPPE] if zahlen[0].merkmale else []
    leer = reihe_aus(dimensionen, **felder)
    return Reihe(leer.indikator, leer.dimensionen, zahlen)


def test_worte_der_quelle_stehen_statt_einer_zahl_da() -> None:
    r = mit_worten(in_worten("über 90 %"))
    assert spruch(zahlenlage(r, HEUTE)) == "Nur in Worten genannt im Jahr 2024: „über 90 %“."
    tabelle = zahlentabelle(r)
    assert [c.text for z in tabelle.zeilen for c in z.zellen] == ["„über 90 %“"]
    assert tabelle.zeichen == ()
    assert tabelle.noten == (("a", "Die Quelle nennt hier keine genaue Zahl, nur diese Worte."),)


def test_worte_stehen_neben_den_zahlen_der_anderen() -> None:
    zahl = Kennzahl(lies_stichtag("2024"), {"gruppe": "Junge"}, 11, None, "", 2)
    r = mit_worten(zahl, in_worten("die meisten", gruppe="Alte"), einheit="personen")
    assert spruch(zahlenlage(r, HEUTE)) == (
        "Im Jahr 2024: Junge 11 Personen. Nur in Worten genannt im Jahr 2024: Alte: „die meisten“."
    )


def test_worte_stehen_auch_in_der_tabelle_der_offenen_daten(plan: Plan) -> None:
    zahlen = tuple(k for k in plan.kennzahlen["beschaeftigte"] if k.stichtag.ende.year < 2024)
    worte = Kennzahl(lies_stichtag("2024-06-30"), dict(zahlen[0].merkmale), None, Zeichen.WORT, "gut die Hälfte", 9)
    neu = mit(plan, "beschaeftigte", *zahlen, worte)
    zeilen = als_csv(reihentabelle(neu, neu.indikatoren["beschaeftigte"])).splitlines()
    assert zeilen[-1].endswith(",,w,gut die Hälfte,,Beschäftigtenstatistik,quelle,,")
