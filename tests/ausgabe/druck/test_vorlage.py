"""The paper for the council: headings from the data, sentences that can be struck, sums, and a clean Word file."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date
from typing import Any

import docx
from ausgabe.druck.conftest import bau_von
from ausgabe.druck.test_docx import worte
from docx.oxml.ns import qn

from macros.ausgabe.druck.bericht import berichtslage
from macros.ausgabe.druck.dokument import baum
from macros.ausgabe.druck.vorlage import vorlage
from macros.ausgabe.druck.word.datei import als_docx
from macros.ausgabe.druck.wunsch import Wunsch
from macros.ausgabe.kontext import Bau
from macros.ausgabe.worte.beschluss import beschlusssaetze
from macros.modell.massnahme import Massnahme, Schritt, Zeitraum
from macros.modell.plan import Plan


def datei(bau: Bau) -> bytes:
    return als_docx(baum(bau, vorlage(bau, Wunsch(bau.massnahmen))))


def geoeffnet(bau: Bau) -> Any:
    return docx.Document(io.BytesIO(datei(bau)))


def saetze(bau: Bau) -> list[str]:
    return beschlusssaetze(bau.plan, berichtslage(bau, bau.massnahmen, None, None).bild)


def mit(plan: Plan, m: Massnahme) -> Bau:
    """A build in which one measure is the only one."""
    return Bau(replace(plan, massnahmen={m.id: m}), date(2026, 6, 30))


def test_ueberschriften_und_ihre_folge_kommen_aus_den_daten() -> None:
    titel = [a.text for a in geoeffnet(bau_von("musterstadt")).paragraphs if a.style.name == "Heading 1"]
    assert titel == [
        "Betreff",
        "Beratungsfolge",
        "Beschlussempfehlung",
        "Sachverhalt",
        "Finanzielle Auswirkungen",
        "Auswirkungen auf das Klima",
        "Anlagen",
        "Unterschrift",
    ]


def test_ohne_eigene_folge_gilt_die_uebliche() -> None:
    titel = [a.text for a in geoeffnet(bau_von("echt")).paragraphs if a.style.name == "Heading 1"]
    assert titel == [
        "Betreff",
        "Beratungsfolge",
        "Beschlussvorschlag",
        "Sachverhalt",
        "Finanzielle Auswirkungen",
        "Anlagen",
        "Unterschrift",
    ]


def test_jeder_satz_des_beschlusses_steht_fuer_sich() -> None:
    erwartet = [
        "Die Maßnahme 3.2.3 „Dolmetschpool“ wird beschlossen.",
        "Die ausgesetzte Maßnahme 3.3.1 „Straßenfeste in jedem Stadtteil“ wird wieder aufgenommen / beendet.",
        "Für die Maßnahme 3.1.2 „Lernpatenschaften“ (gefährdet) werden Mittel, Zuständigkeit oder Termine angepasst.",
        "Für die Maßnahme 3.1.1 „Sprachtreffs in den Stadtteilen“ (verzögert) werden Mittel, Zuständigkeit oder Termine "
        "angepasst.",
        "Für die Maßnahme 3.2.3 „Dolmetschpool“ wird eine Federführung benannt.",
        "Für die Maßnahme 3.3.2 „Offene Vereine“ wird eine Federführung benannt.",
        "Für die Kosten der Maßnahme 3.1.3 „Beratung zur Anerkennung von Abschlüssen“ (6.000 Euro, geschätzt) wird die "
        "Finanzierung benannt.",
    ]
    assert saetze(bau_von("musterstadt")) == erwartet
    d = geoeffnet(bau_von("musterstadt"))
    punkte = [a.text for a in d.paragraphs if a.style.name == "List Number"]
    assert punkte == ["Der Bericht zum Stand der Umsetzung wird zur Kenntnis genommen.", *erwartet]


def test_sechzehn_massnahmen_ohne_federfuehrung_sind_vier_saetze() -> None:
    gefunden = saetze(bau_von("echt"))
    assert len(gefunden) == 4
    assert gefunden[0] == (
        "Für die Maßnahmen 4.1.1, 4.1.2, 4.1.3 und 4.1.4 im Handlungsfeld „Bildung und Arbeit“ wird je eine Federführung "
        "benannt."
    )


def test_ueberschrittene_termine_werden_zu_saetzen(plan: Plan) -> None:
    m = plan.massnahmen["offene-vereine"].model_copy(update={"federfuehrung": "rat"})
    ende = m.model_copy(update={"zeitraum": Zeitraum(beginn=date(2025, 1, 1), ende=date(2026, 6, 1))})
    schritt = m.model_copy(update={"schritte": (Schritt(text="x", termin=date(2026, 6, 2)),)})
    assert saetze(mit(plan, ende)) == [
        "Die Maßnahme 3.3.2 „Offene Vereine“, deren geplantes Ende der 01.06.2026 war, wird verlängert bis … / beendet."
    ]
    assert saetze(mit(plan, schritt)) == [
        "Für die Maßnahme 3.3.2 „Offene Vereine“ wird statt des 02.06.2026 ein neuer Termin festgelegt."
    ]


def test_finanzielle_auswirkungen_haben_summen_je_art_und_unbekanntes_ist_nicht_null() -> None:
    tabelle = geoeffnet(bau_von("musterstadt")).tables[-1]
    zeilen = [[zelle.text for zelle in zeile.cells] for zeile in tabelle.rows]
    assert ["jährlich", "Summe jährlich", "18.500,50", "18.500,50", "9.120,00"] in zeilen
    assert ["geschätzt", "Summe geschätzt", "6.000,00", "nicht angegeben", "nicht angegeben"] in zeilen
    echt = " ".join(a.text for a in geoeffnet(bau_von("echt")).paragraphs)
    assert (
        "Die finanziellen Auswirkungen sind nicht bekannt: Zu keiner der 16 Maßnahmen ist ein Betrag angegeben." in echt
    )


def test_beschriftungen_zaehlt_word_und_das_verzeichnis_fuellt_es_beim_oeffnen() -> None:
    d = geoeffnet(bau_von("musterstadt"))
    beschriftet = [a for a in d.paragraphs if a.style.name == "Caption"]
    assert [a.text.split(":")[0] for a in beschriftet] == ["Tabelle 1", "Tabelle 2", "Tabelle 3"]
    felder = ["".join(k.text or "" for k in a._p.iter(qn("w:instrText"))).strip() for a in beschriftet]
    assert felder == ["SEQ Tabelle \\* ARABIC"] * 3
    assert d.settings.element.find(qn("w:updateFields")) is not None
    verzeichnis = [a for a in d.paragraphs if a.style.name == "toc 1"]
    assert len(verzeichnis) == 8
    assert all("PAGEREF _Toc" in "".join(k.text or "" for k in a._p.iter(qn("w:instrText"))) for a in verzeichnis)


def test_die_datei_traegt_nichts_von_einem_anderen_programm() -> None:
    with zipfile.ZipFile(io.BytesIO(datei(bau_von("echt")))) as archiv:
        namen = archiv.namelist()
        ganz = b"".join(archiv.read(n) for n in namen)
    assert "docProps/app.xml" not in namen and "docProps/thumbnail.jpeg" not in namen
    assert b"python-docx" not in ganz and b"Macintosh" not in ganz and b"Normal.dotm" not in ganz


def test_ein_plan_ohne_massnahmen_gibt_eine_lesbare_vorlage(plan: Plan) -> None:
    ohne = Plan(plan.gemeinde, fassungen=plan.fassungen, handlungsfelder=plan.handlungsfelder)
    ganz = worte(geoeffnet(Bau(ohne, date(2026, 6, 30))).element.body)
    assert "Diese Fassung nennt keine Maßnahmen." in ganz and "None" not in ganz


def test_dieselben_daten_geben_dieselben_bytes() -> None:
    assert datei(bau_von("musterstadt")) == datei(bau_von("musterstadt"))
