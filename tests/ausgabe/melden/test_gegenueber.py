"""Before and after: what a reviewer sees of changed charts and tables, in Musterstadt with changes made by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lxml import etree, html

from macros.ausgabe.melden.gegentafel import Gegentafel, Inhalt, Koepfe, Vergleichstafel, gegentafeln
from macros.ausgabe.melden.gegenueber import Gegenueber, gegenueber
from macros.ausgabe.melden.vergleichsseite import als_html
from macros.laden.ordner import lade_plan
from macros.modell.plan import Plan
from macros.sichten.unterschied import Unterschied, unterschiede

HEUTE = date(2026, 11, 30)

BERATUNGEN = """\
id: beratungen
name: Beratungsgespräche
themenfeld: Menschen in Musterstadt
reihenfolge: 9
definition: Gespräche im Jahr.
einheit: anzahl
zaehlt: anderes
art: ereignis
stichtagsform: jahr
richtung: neutral
quelle: jahresbericht
periodizitaet: jaehrlich
geheimhaltung:
  verfahren: keine
  begruendung: Gezählt werden Gespräche.
"""


def ersetze(daten: Path, datei: str, alt: str, neu: str) -> None:
    text = (daten / datei).read_text("utf-8")
    assert alt in text
    (daten / datei).write_text(text.replace(alt, neu, 1), "utf-8")


def zu(plan: Plan, daten: Path, heute: date | None = None) -> Unterschied:
    neu, _ = lade_plan(daten)
    assert neu is not None
    return unterschiede(plan, neu, heute)


def je(u: Unterschied) -> dict[str, Gegenueber]:
    return {g.kennung: g for g in gegenueber(u)}


def gelesen(t: Gegentafel | None) -> list[list[str]]:
    """The table as it is read: every cell with its mark."""
    assert t is not None
    kopf = [*t.kopf, *(f"{s.text} {s.marke}".strip() for s in t.spalten)]
    zeilen = [
        [*z.koepfe[:-1], f"{z.koepfe[-1]} {z.marke}".strip(), *(f"{c.text} {c.marke}".strip() for c in z.zellen)]
        for z in t.zeilen
    ]
    return [kopf, *zeilen]


def als_baum(u: Unterschied) -> html.HtmlElement:
    return html.fromstring(als_html(u))


def texte(baum: etree._Element, weg: str) -> list[str]:
    gefunden = baum.xpath(weg)
    assert isinstance(gefunden, list)
    return [str(t) for t in gefunden]


def test_ohne_aenderung_steht_nichts_gegenueber(plan: Plan, daten: Path) -> None:
    assert gegenueber(zu(plan, daten, HEUTE)) == ()
    assert "Vorher und nachher" not in als_html(zu(plan, daten, HEUTE))


def test_eine_geaenderte_zahl_steht_alt_neben_neu(plan: Plan, daten: Path) -> None:
    ersetze(daten, "indikatoren/bevoelkerung.csv", "2024-12-31,ausländisch,4122", "2024-12-31,ausländisch,4322")
    g = je(zu(plan, daten))
    # The rate that rests on it changes too.
    assert list(g) == ["bevoelkerung", "beschaeftigungsquote"]
    assert g["bevoelkerung"].saetze == ("Einwohner*innen 31.12.2024, ausländisch: 4.122 → 4.322 (+4,9 %)",)
    assert gelesen(g["bevoelkerung"].alt) == [
        ["Staatsangehörigkeit", "31.12.2024", "31.12.2023"],
        ["insgesamt", "30.412", "30.260"],
        ["deutsch", "26.290", "26.350"],
        ["ausländisch", "4.122 dann 4.322", "3.910"],
    ]
    assert gelesen(g["bevoelkerung"].neu) == [
        ["Staatsangehörigkeit", "31.12.2024", "31.12.2023"],
        ["insgesamt", "30.412", "30.260"],
        ["deutsch", "26.290", "26.350"],
        ["ausländisch", "4.322 geändert, bisher 4.122", "3.910"],
    ]
    (paar,) = g["bevoelkerung"].bilder
    assert paar.alt and paar.neu
    assert "13,6" in paar.alt.breit
    assert "14,1" not in paar.alt.breit
    assert "14,1" in paar.neu.breit
    assert "13,6" not in paar.neu.breit


def test_ein_neuer_stichtag_ist_eine_neue_spalte(plan: Plan, daten: Path) -> None:
    with (daten / "indikatoren/beschaeftigte.csv").open("a", encoding="utf-8") as datei:
        datei.write("2026-06-30,insgesamt,11800,,,\n2026-06-30,deutsch,10100,,,\n2026-06-30,ausländisch,1700,,,\n")
    g = je(zu(plan, daten))["beschaeftigte"]
    assert gelesen(g.alt) == [
        ["Staatsangehörigkeit", "30.06.2025"],
        ["insgesamt", "11.705"],
        ["deutsch", "10.118"],
        ["ausländisch", "1.587"],
    ]
    assert gelesen(g.neu) == [
        ["Staatsangehörigkeit", "30.06.2026 neu", "30.06.2025"],
        ["insgesamt", "11.800", "11.705"],
        ["deutsch", "10.100", "10.118"],
        ["ausländisch", "1.700", "1.587"],
    ]
    assert g.neu is not None and g.neu.spalten_weg == 4
    # Its record wishes for a table and no picture.
    assert g.bilder == ()


def test_eine_gestrichene_gruppe_entfaellt(plan: Plan, daten: Path) -> None:
    gruppe = "staatenlos oder ungeklärt"
    ersetze(daten, "indikatoren/einbuergerungen.yaml", f"      - {gruppe}\n", "")
    zeilen = (daten / "indikatoren/einbuergerungen.csv").read_text("utf-8").splitlines(keepends=True)
    (daten / "indikatoren/einbuergerungen.csv").write_text("".join(z for z in zeilen if gruppe not in z), "utf-8")
    g = je(zu(plan, daten))["einbuergerungen"]
    alt, neu = gelesen(g.alt), gelesen(g.neu)
    assert alt[-1] == [
        f"{gruppe} entfällt",
        "nichts vorhanden",
        "nichts vorhanden",
        "unbekannt oder geheim",
        "nichts vorhanden",
        "nichts vorhanden",
    ]
    assert [z[0] for z in neu] == [
        "Frühere Staatsangehörigkeit",
        "insgesamt",
        "EU-Staaten",
        "übriges Europa",
        "Asien",
        "Afrika",
    ]
    assert alt[:-1] == neu
    # The newest figures as bars, because the record wishes for them, beside small multiples over time.
    (balken,) = [b for b in g.bilder if b.neu and "Balken" in b.neu.text]
    assert balken.alt and balken.neu
    assert "6 Balken" in balken.alt.text
    assert "5 Balken" in balken.neu.text


def test_ein_neuer_indikator_und_ein_geloeschter(plan: Plan, daten: Path) -> None:
    (daten / "indikatoren/beratungen.yaml").write_text(BERATUNGEN, "utf-8")
    (daten / "indikatoren/beratungen.csv").write_text(
        "stichtag,wert,zeichen,hinweis\n2023,100,,\n2024,120,,\n2025,150,,\n", "utf-8"
    )
    hin = zu(plan, daten)
    neu = je(hin)["beratungen"]
    assert (neu.art, neu.alt) == ("neu", None)
    assert gelesen(neu.neu) == [["Jahr", "Anzahl"], ["2025", "150"], ["2024", "120"], ["2023", "100"]]
    assert [(p.alt, p.neu is not None) for p in neu.bilder] == [(None, True)]
    bisher = texte(als_baum(hin), "//div[@id='alt-beratungen']/p/text()")
    assert "Bisher gibt es diesen Indikator nicht." in bisher

    zurueck = je(unterschiede(hin.neu, hin.alt))["beratungen"]
    assert (zurueck.art, zurueck.neu) == ("gelöscht", None)
    fort = texte(als_baum(unterschiede(hin.neu, hin.alt)), "//div[@id='neu-beratungen']/p/text()")
    assert "Diesen Indikator gibt es dann nicht mehr." in fort


def test_ein_neuer_bericht_aendert_den_stand_der_massnahmen(plan: Plan, daten: Path) -> None:
    ersetze(
        daten,
        "massnahmen/sprachtreffs.yaml",
        "anmerkungen:",
        "  - datum: 2026-06-01\n    stand: daueraufgabe\n    text: Alle Treffs laufen.\nanmerkungen:",
    )
    g = je(zu(plan, daten, HEUTE))["stand-der-massnahmen"]
    assert ["in Umsetzung entfällt", "1"] in gelesen(g.alt)
    assert ["Daueraufgabe", "1 dann 2"] in gelesen(g.alt)
    assert ["Daueraufgabe", "2 geändert, bisher 1"] in gelesen(g.neu)
    assert je(zu(plan, daten)) == {}, "Ohne einen Tag steht kein Stand fest."


def test_auf_der_seite_steht_jede_kennung_einmal_und_jede_beschriftung_hat_ihr_ziel(plan: Plan, daten: Path) -> None:
    ersetze(daten, "indikatoren/bevoelkerung.csv", "2024-12-31,ausländisch,4122", "2024-12-31,ausländisch,4322")
    baum = als_baum(zu(plan, daten))
    kennungen = texte(baum, "//@id")
    assert len(kennungen) == len(set(kennungen))
    genannt = {k for liste in texte(baum, "//@aria-labelledby") for k in liste.split()}
    assert genannt
    assert genannt <= set(kennungen)
    assert texte(baum, "//script | //link | //img") == []


def orte(*zahlen: str) -> Vergleichstafel:
    zeilen: dict[Koepfe, dict[str, Inhalt]] = {(f"Ort {n}",): {"w": Inhalt(z)} for n, z in enumerate(zahlen)}
    return Vergleichstafel(("Ort",), {"w": "Zahl"}, zeilen)


@pytest.mark.parametrize("anzahl", [8, 9])
def test_von_einer_langen_tabelle_steht_nur_was_anders_ist(anzahl: int) -> None:
    alt = [str(n) for n in range(anzahl)]
    paar = gegentafeln(orte(*alt), orte(*alt[:3], "30", *alt[4:]))
    assert paar is not None
    assert paar[1] is not None
    if anzahl == 8:
        assert (len(paar[1].zeilen), paar[1].gleiche) == (8, 0)
    else:
        assert gelesen(paar[1]) == [["Ort", "Zahl"], ["Ort 3", "30 geändert, bisher 3"]]
        assert (paar[1].gleiche, paar[1].weitere) == (8, 0)


def test_von_sehr_vielen_anderen_zeilen_stehen_vierzig_und_die_uebrigen_sind_gezaehlt() -> None:
    paar = gegentafeln(orte(*["5"] * 100), orte(*["6"] * 90))
    assert paar is not None
    assert paar[0] is not None
    assert paar[1] is not None
    assert (len(paar[1].zeilen), paar[1].gleiche, paar[1].weitere) == (40, 0, 50)
    assert (len(paar[0].zeilen), paar[0].gleiche, paar[0].weitere) == (40, 0, 60)


def test_eine_andere_anmerkung_ist_gesagt() -> None:
    alt = Vergleichstafel(("Ort",), {"w": "Zahl"}, {("Nord",): {"w": Inhalt("5", "vorläufig")}})
    neu = Vergleichstafel(("Ort",), {"w": "Zahl"}, {("Nord",): {"w": Inhalt("5")}})
    paar = gegentafeln(alt, neu)
    assert paar is not None
    assert gelesen(paar[1])[1] == ["Nord", "5 Anmerkung anders"]
    assert gegentafeln(alt, alt) is None


def jahre(erstes: int) -> Vergleichstafel:
    zeilen: dict[Koepfe, dict[str, Inhalt]] = {(str(j),): {"w": Inhalt(str(j - 2000))} for j in range(erstes, 2010, -1)}
    return Vergleichstafel(("Jahr",), {"w": "Zahl"}, zeilen, fuer_sich=False)


def test_ohne_gruppen_steht_der_stichtag_davor_dabei() -> None:
    paar = gegentafeln(jahre(2025), jahre(2026))
    assert paar is not None
    assert paar[0] is not None
    assert gelesen(paar[1]) == [["Jahr", "Zahl"], ["2026 neu", "26"], ["2025", "25"]]
    assert gelesen(paar[0]) == [["Jahr", "Zahl"], ["2025", "25"]]
    assert paar[0].gleiche == 14
