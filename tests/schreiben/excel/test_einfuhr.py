"""What was changed in a workbook goes into the files: all of it or nothing, and findings name the cell."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from schreiben.kleinstadt import FEST, HEUTE, TREFF, lege_an
from schreiben.mappen import Buch, inhalt

from macros.modell.befund import Befund, Schwere
from macros.pruefung import pruefe_ordner
from macros.schreiben.entwurf import Einfuhr
from macros.schreiben.excel.ausfuhr import als_mappe
from macros.schreiben.excel.einfuhr import fuehre_ein

DATUM, STAND = "Neuer Bericht: Datum", "Neuer Bericht: Stand"


@pytest.fixture
def ordner(tmp_path: Path) -> Path:
    """A town of a few lines."""
    return lege_an(tmp_path / "data")


@pytest.fixture(scope="module")
def ausfuhr(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """One export of the town for all tests."""
    plan, befunde = pruefe_ordner(lege_an(tmp_path_factory.mktemp("ausfuhr")), HEUTE)
    assert plan is not None
    assert befunde == []
    return als_mappe(plan)


@pytest.fixture
def buch(ausfuhr: bytes, tmp_path: Path) -> Buch:
    """Its workbook, fresh from the export."""
    (tmp_path / "b.xlsx").write_bytes(ausfuhr)
    return Buch(tmp_path / "b.xlsx")


def _ein(buch: Buch, ordner: Path) -> Einfuhr:
    return fuehre_ein(buch.speichere(), ordner, HEUTE)


def _fehler(buch: Buch, ordner: Path) -> list[Befund]:
    """The findings of a workbook that must not change anything."""
    davor = inhalt(ordner)
    ergebnis = _ein(buch, ordner)
    assert ergebnis.dateien == []
    assert ergebnis.vorher is not None
    assert inhalt(ordner) == davor
    return ergebnis.befunde


def _am(zeile: int, ort: str, regel: str, text: str, vorschlag: str = "") -> Befund:
    return Befund("b.xlsx", zeile, ort, regel, text, vorschlag)


def test_ohne_aenderung_wird_nichts_geschrieben(buch: Buch, ordner: Path) -> None:
    assert _fehler(buch, ordner) == []


def test_jede_art_von_aenderung_kommt_an_ihren_ort(buch: Buch, ordner: Path) -> None:
    buch.tippe("Maßnahmen", "Kosten in Euro", 1500, Kennung="treff")
    buch.tippe("Maßnahmen", "Ende", None, Kennung="treff")
    buch.tippe("Maßnahmen", DATUM, date(2026, 6, 1), Kennung="fest")
    buch.tippe("Maßnahmen", STAND, "vorgeschlagen", Kennung="fest")
    buch.tippe("Maßnahmen", "Neuer Bericht: Adresse des Belegs", "https://example.org", Kennung="fest")
    buch.tippe("Maßnahmen", "Neuer Bericht: Beleg", "Antrag", Kennung="fest")
    buch.tippe("Schritte", "erledigt am", date(2026, 6, 2), **{"Schritt Nr.": "2"})
    buch.neue_zeile("Schritte", Kennung="treff", Schritt="Feiern.", geplant_bis="1.7.2026")
    buch.neue_zeile("Schritte", Kennung="fest", Schritt="Planen.")
    buch.tippe("Bildung", "Wert", 13, Kennung="plaetze", Stichtag="2025")
    buch.neue_zeile("Bildung", Kennung="kurse", Stichtag="2024", Gliederung_1="jung", Gliederung_2="Süd", Zeichen=".", Hinweis="geheim")  # fmt: skip
    ergebnis = _ein(buch, ordner)
    assert ergebnis.befunde == []
    assert ergebnis.dateien == [
        "indikatoren/kurse.csv",
        "indikatoren/plaetze.csv",
        "massnahmen/fest.yaml",
        "massnahmen/treff.yaml",
    ]
    assert ergebnis.vorher is not None
    assert ergebnis.vorher.massnahmen["fest"].sachstaende == ()
    neu = TREFF.replace("betrag_euro: 1200.5", "betrag_euro: 1500").replace("  ende: 2027-12-31\n", "")
    neu = neu.replace(
        "    termin: 2026-12-31\n",
        "    termin: 2026-12-31\n    erledigt_am: 2026-06-02\n  - text: Feiern.\n    termin: 2026-07-01\n",
    )
    assert (ordner / "massnahmen/treff.yaml").read_text() == neu
    assert (ordner / "massnahmen/fest.yaml").read_text() == FEST.replace(
        "beteiligte:", "schritte:\n  - text: Planen.\nbeteiligte:"
    ) + (
        "sachstaende:\n  - datum: 2026-06-01\n    stand: vorgeschlagen\n    beleg:\n      text: Antrag\n"
        "      url: https://example.org\n"
    )
    assert (ordner / "indikatoren/plaetze.csv").read_text().endswith("2025,13,,geschätzt,2026-06-30,12\n")
    assert (
        "eingetragen_am\n2024,jung,Süd,,.,geheim,2026-06-30\n2025,alle,Nord"
        in (ordner / "indikatoren/kurse.csv").read_text()
    )
    assert _fehler(buch, ordner) == [], "once more changes nothing"


def test_derselbe_schritt_noch_einmal_und_ein_anderer_mit_gleichem_text(buch: Buch, ordner: Path) -> None:
    buch.neue_zeile("Schritte", Kennung="treff", Schritt="Raum öffnen.", geplant_bis=date(2026, 12, 31))
    assert _fehler(buch, ordner) == []
    buch.neue_zeile("Schritte", Kennung="treff", Schritt="Raum suchen.")
    assert _fehler(buch, ordner) == [
        _am(5, "Blatt „Schritte“, Spalte „Schritt“ (E5)", "doppelt", "Einen Schritt mit diesem Text gibt es schon.",
            "Dort ändern: neu exportieren, oder die Zeile löschen.")
    ]  # fmt: skip


def test_ein_bericht_den_es_an_dem_tag_schon_gibt(buch: Buch, ordner: Path) -> None:
    adresse = buch.tippe("Maßnahmen", DATUM, date(2026, 1, 31), Kennung="treff")
    buch.tippe("Maßnahmen", STAND, "umgesetzt", Kennung="treff")
    assert _fehler(buch, ordner) == [
        _am(int(adresse[1:]), f"Blatt „Maßnahmen“, Spalte „{DATUM}“ ({adresse})", "konflikt",
            "Einen Bericht vom 31.01.2026 gibt es schon, mit anderem Inhalt.",
            "Kommen sie von zwei Stellen: in der Datei der Maßnahme anhängen und bei beiden in von sagen, wer "
                    "berichtet. Sonst beide dort zu einem zusammenfassen.")
    ]  # fmt: skip


def test_eine_zahl_die_inzwischen_jemand_eingetragen_hat(buch: Buch, ordner: Path) -> None:
    zeile = buch.neue_zeile("Bildung", Kennung="plaetze", Stichtag="2023", Wert=9)
    with (ordner / "indikatoren/plaetze.csv").open("a") as datei:
        datei.write("2023,8,,\n")
    ort = f"Blatt „Bildung“, Spalte „Wert“ (F{zeile})"
    assert _fehler(buch, ordner) == [
        _am(zeile, ort, "konflikt", "Zu diesem Stichtag steht in den Daten schon „8“, hier „9“.",
            "Prüfen, welcher Wert gilt. In „b-konflikte.xlsx“ in die rote Zelle den Wert eintragen, der gelten soll, und diese Datei einlesen.")
    ]  # fmt: skip


def test_ein_berechneter_indikator_nimmt_keine_zahl(buch: Buch, ordner: Path) -> None:
    zeile = buch.neue_zeile("Bildung", Kennung="doppelt", Stichtag="2026", Wert=9)
    ort = f"Blatt „Bildung“, Spalte „Kennung“ (A{zeile})"
    assert _fehler(buch, ordner) == [
        _am(zeile, ort, "formel", "„Doppelt“ wird berechnet.", "Die Zahlen eintragen, aus denen er gerechnet wird.")
    ]


@pytest.mark.parametrize(
    ("blatt", "titel", "wert", "schluessel", "spalte", "regel"),
    [
        ("Maßnahmen", "Sozialraumbezug", "<b>Süd</b>", {"Kennung": "treff"}, "Sozialraumbezug", "html"),
        ("Maßnahmen", "Kosten in Euro", -5, {"Kennung": "treff"}, "Kosten in Euro", "bereich"),
        ("Maßnahmen", "Kosten in Euro", None, {"Kennung": "treff"}, "Kosten in Euro", "pflichtfeld"),
        ("Maßnahmen", "Ende", date(2025, 1, 1), {"Kennung": "treff"}, "Ende", "zeitraum"),
        ("Schritte", "Schritt", "{{ x }}", {"Schritt Nr.": "2"}, "Schritt", "vorlagenzeichen"),
        ("Schritte", "erledigt am", date(2026, 7, 1), {"Schritt Nr.": "2"}, "erledigt am", "zukunft"),
        ("Bildung", "Wert", 5.5, {"Kennung": "plaetze", "Stichtag": "2025"}, "Wert", "ganzzahl"),
        ("Bildung", "Hinweis", "{{ x }}", {"Kennung": "plaetze", "Stichtag": "2025"}, "Hinweis", "vorlagenzeichen"),
        ("Bildung", "Zeichen", ".", {"Kennung": "plaetze", "Stichtag": "2025"}, "Wert", "zeichen"),
    ],
)
def test_was_die_pruefung_findet_steht_an_der_zelle(
    buch: Buch, ordner: Path, blatt: str, titel: str, wert: Any, schluessel: dict[str, str], spalte: str, regel: str
) -> None:
    adresse = buch.tippe(blatt, titel, wert, **schluessel)
    zelle = buch.zelle(blatt, spalte, **schluessel).coordinate
    (befund,) = _fehler(buch, ordner)
    assert (befund.datei, befund.zeile, befund.regel) == (
        "b.xlsx",
        int(adresse.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")),
        regel,
    )
    assert befund.feld == f"Blatt „{blatt}“, Spalte „{spalte}“ ({zelle})"


def test_ein_falscher_bericht_steht_an_seinen_zellen(buch: Buch, ordner: Path) -> None:
    tag = buch.tippe("Maßnahmen", DATUM, date(2026, 7, 1), Kennung="fest")
    buch.tippe("Maßnahmen", STAND, "in Umsetzung", Kennung="fest")
    text = buch.tippe("Maßnahmen", "Neuer Bericht: Text", "<b>", Kennung="fest")
    assert [(b.feld, b.regel) for b in _fehler(buch, ordner)] == [
        (f"Blatt „Maßnahmen“, Spalte „Neuer Bericht: Text“ ({text})", "html")
    ]
    buch.tippe("Maßnahmen", "Neuer Bericht: Text", "Gut.", Kennung="fest")
    assert [(b.feld, b.regel) for b in _fehler(buch, ordner) if b.schwere is Schwere.FEHLER] == [
        (f"Blatt „Maßnahmen“, Spalte „{DATUM}“ ({tag})", "zukunft")
    ]


def test_ein_falscher_neuer_schritt_steht_an_seiner_zeile(buch: Buch, ordner: Path) -> None:
    buch.neue_zeile("Schritte", Kennung="fest", Schritt="Planen.", Adresse_des_Belegs="https://example.org")
    (befund,) = _fehler(buch, ordner)
    assert (befund.regel, befund.zeile) == ("pflichtfeld", 4)
    assert befund.feld == "Blatt „Schritte“, Spalte „Beleg“ (H4)"


def test_eine_neue_zahl_mit_falscher_gruppe_oder_falschem_stichtag(buch: Buch, ordner: Path) -> None:
    zeile = buch.neue_zeile(
        "Bildung", Kennung="kurse", Stichtag="2027", Gliederung_1="alt", Gliederung_2="Nord", Wert=4
    )
    assert {(b.feld, b.regel) for b in _fehler(buch, ordner)} == {
        (f"Blatt „Bildung“, Spalte „Gliederung 1“ (D{zeile})", "auspraegung")
    }
    buch.blatt("Bildung").cell(zeile, 4).value = "alle"
    assert {(b.feld, b.regel) for b in _fehler(buch, ordner)} == {
        (f"Blatt „Bildung“, Spalte „Stichtag“ (C{zeile})", "zukunft")
    }


def test_fehlt_die_spalte_steht_der_befund_am_blatt(buch: Buch, ordner: Path) -> None:
    buch.tippe("Bildung", "Zeichen", ".", Kennung="plaetze", Stichtag="2025")
    zeile = buch.reihe("Bildung", Kennung="plaetze", Stichtag="2025")
    buch.blatt("Bildung").cell(1, buch.spalte("Bildung", "Wert")).value = None
    befund = next(b for b in _fehler(buch, ordner) if b.schwere is Schwere.FEHLER)
    assert (befund.zeile, befund.feld, befund.regel) == (zeile, "Blatt „Bildung“", "zeichen")


def test_ein_befund_an_einer_unberuehrten_stelle_bleibt_bei_seiner_datei(buch: Buch, ordner: Path) -> None:
    # The new figure makes a jump to one that nobody touched.
    buch.neue_zeile("Bildung", Kennung="plaetze", Stichtag="2023", Wert=9000)
    ergebnis = _ein(buch, ordner)
    assert ergebnis.dateien == ["indikatoren/plaetze.csv"]
    assert {(b.datei, b.regel, b.schwere) for b in ergebnis.befunde} == {
        (f"{ordner.as_posix()}/indikatoren/plaetze.csv", "sprung", Schwere.HINWEIS),
        (f"{ordner.as_posix()}/indikatoren/doppelt.yaml", "sprung", Schwere.HINWEIS),
    }


def test_eine_alte_mappe_wird_eingelesen_und_sagt_welche_zeilen_nicht_mehr_gelten(buch: Buch, ordner: Path) -> None:
    # Since the export a newer edition has been decided; „fest“ goes on in it, „treff“ does not.
    (ordner / "fassungen/neuer.yaml").write_text(
        "id: neuer\ntitel: Konzept 2027\njahr: 2027\nbeschlossen_am: 2026-06-15\nvorgaenger: neu\n"
    )
    weiter = FEST.replace("id: fest", "id: feste").replace("fassung: neu", "fassung: neuer")
    (ordner / "massnahmen/feste.yaml").write_text(weiter)
    (ordner / "massnahmen/fest.yaml").write_text(
        f"{FEST}nachfolge:\n  fassung: neuer\n  art: fortgefuehrt\n  massnahmen:\n    - feste\n  begruendung: Es läuft gut.\n"
    )
    (ordner / "massnahmen/treff.yaml").write_text(
        f"{TREFF}nachfolge:\n  fassung: neuer\n  art: entfallen\n  begruendung: Es gibt einen Raum.\n"
    )
    adresse = buch.tippe("Maßnahmen", "Sozialraumbezug", "Nord", Kennung="fest")
    ergebnis = _ein(buch, ordner)
    assert ergebnis.dateien == ["massnahmen/fest.yaml"]
    zeile = int(adresse[1:])
    einzeln = f"Spalte „Kennung“ (A{zeile})"
    assert [b for b in ergebnis.befunde if b.regel == "fassung"] == [
        Befund(
            "b.xlsx", 1, "Blatt „Maßnahmen“", "fassung",
            "2 Zeilen gehören zu einer Fassung, die nicht in Kraft ist.",
            "Für die nächste Runde neu exportieren: Dort stehen nur Maßnahmen der geltenden Fassung.", Schwere.HINWEIS,
        ),
        Befund(
            "b.xlsx", 1, "Blatt „Schritte“", "fassung",
            "2 Zeilen gehören zu einer Fassung, die nicht in Kraft ist.",
            "Für die nächste Runde neu exportieren: Dort stehen nur Maßnahmen der geltenden Fassung.", Schwere.HINWEIS,
        ),
        Befund(
            "b.xlsx", zeile, f"Blatt „Maßnahmen“, {einzeln}", "fassung",
            "„fest“ gehört zur Fassung „neu“ (frühere Fassung). Die Änderung wird dort eingelesen.",
            "Gilt sie für „feste“: neu exportieren und dort eintragen.", Schwere.WARNUNG,
        ),
    ]  # fmt: skip


def test_zwei_stellen_und_ein_bericht_der_spaet_kommt(buch: Buch, ordner: Path) -> None:
    buch.tippe("Maßnahmen", DATUM, date(2026, 1, 20), Kennung="treff")
    buch.tippe("Maßnahmen", STAND, "vorgeschlagen", Kennung="treff")
    buch.tippe("Maßnahmen", "Neuer Bericht: berichtet von", "Verein", Kennung="treff")
    buch.tippe("Maßnahmen", "Neuer Bericht: eingetragen am", date(2026, 6, 2), Kennung="treff")
    ergebnis = _ein(buch, ordner)
    assert [b for b in ergebnis.befunde if b.schwere is Schwere.FEHLER] == []
    assert (ordner / "massnahmen/treff.yaml").read_text() == TREFF + (
        "  - datum: 2026-01-20\n    eingetragen_am: 2026-06-02\n    von: verein\n    stand: vorgeschlagen\n"
    )


def test_hinweise_zur_mappe_halten_nichts_auf(buch: Buch, ordner: Path) -> None:
    buch.tippe("Maßnahmen", "Sozialraumbezug", "Süd", Kennung="fest")
    buch.blatt("Schritte").row_dimensions[2].hidden = True
    ergebnis = _ein(buch, ordner)
    assert [(b.regel, b.schwere) for b in ergebnis.befunde] == [("gefiltert", Schwere.HINWEIS)]
    assert ergebnis.dateien == ["massnahmen/fest.yaml"]


def test_ein_fehler_in_der_mappe_haelt_alles_auf_und_die_befunde_sind_geordnet(buch: Buch, ordner: Path) -> None:
    buch.tippe("Maßnahmen", "Sozialraumbezug", "Süd", Kennung="fest")
    buch.tippe("Maßnahmen", "Ende", "bald", Kennung="treff")
    buch.tippe("Maßnahmen", "Maßnahme", "Titel", Kennung="treff")
    befunde = _fehler(buch, ordner)
    assert befunde == sorted(befunde)
    assert {b.regel for b in befunde} == {"datum", "nur-lesen"}


def test_in_fehlerhafte_daten_und_aus_einer_fremden_datei_wird_nichts_uebernommen(
    buch: Buch, ordner: Path, tmp_path: Path
) -> None:
    Workbook().save(tmp_path / "fremd.xlsx")
    fremd = fuehre_ein(tmp_path / "fremd.xlsx", ordner, HEUTE)
    assert ([b.regel for b in fremd.befunde], fremd.dateien) == (["abdruck"], [])
    (ordner / "akteure/amt.yaml").write_text("id: amt\n")
    buch.tippe("Maßnahmen", "Sozialraumbezug", "Süd", Kennung="fest")
    davor = inhalt(ordner)
    ergebnis = _ein(buch, ordner)
    assert {b.datei.rpartition("/")[2] for b in ergebnis.befunde} >= {"amt.yaml"}
    assert ergebnis.dateien == []
    assert inhalt(ordner) == davor
    (ordner / "gemeinde.yaml").unlink()
    assert _ein(buch, ordner).vorher is None
