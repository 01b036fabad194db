"""A workbook as people send it back: what is read, where it stood, and what is said about the rest."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference

from macros.eingabe.arbeitsmappe import HOECHSTENS
from macros.modell.befund import Befund, Schwere
from macros.schreiben.excel.abdruck import als_tabelle
from macros.schreiben.excel.blaetter import MASSNAHMEN, SCHRITTE, Blattart, kennzahlspalten
from macros.schreiben.excel.lesen import lies_mappe
from macros.schreiben.excel.mappe import Blattzelle, Gelesen, Mappe

LISTEN = {"Stand": {"umgesetzt": "ganz umgesetzt"}, "Zeichen": {".": "."}}
M, S = [s.titel for s in MASSNAHMEN], [s.titel for s in SCHRITTE]
ZAHLEN = [s.titel for s in kennzahlspalten(1)]
EXCEL = "Die exportierte Datei ausfüllen und als „Excel-Arbeitsmappe (.xlsx)“ speichern."


def _buch(**blaetter: list[list[Any]]) -> Workbook:
    """A workbook with these sheets and an empty fingerprint."""
    buch = Workbook()
    assert buch.active is not None
    buch.remove(buch.active)
    for name, zeilen in {**blaetter, "_Abdruck": als_tabelle("01234567", [])}.items():
        blatt = buch.create_sheet(name)
        for zeile in zeilen:
            blatt.append(zeile)
    return buch


def _lies(tmp_path: Path, buch: Workbook) -> Mappe:
    buch.save(tmp_path / "b.xlsx")
    return lies_mappe(tmp_path / "b.xlsx", LISTEN)


def _fehler(tmp_path: Path, buch: Workbook, schwere: Schwere = Schwere.FEHLER) -> list[tuple[int, str, str, str, str]]:
    """(line, place, rule, text, suggestion) of every finding of that weight."""
    mappe = _lies(tmp_path, buch)
    assert {b.datei for b in mappe.befunde} <= {"b.xlsx"}
    return [(b.zeile, b.feld, b.regel, b.text, b.vorschlag) for b in mappe.befunde if b.schwere is schwere]


def _reihe(titel: list[str], **werte: Any) -> list[Any]:
    return [werte.get(t.replace(" ", "_").replace(":", "").replace(".", "")) for t in titel]


# The file


@pytest.mark.parametrize(
    ("roh", "regel", "text", "vorschlag"),
    [
        (None, "datei-fehlt", "Diese Datei gibt es nicht.", "Den Pfad prüfen."),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1",
            "kennwort",
            "Die Datei ist mit einem Kennwort geschützt oder im alten Format .xls gespeichert.",
            "Ohne Kennwort als „Excel-Arbeitsmappe (.xlsx)“ speichern.",
        ),
        (b"Kennung;Wert", "kein-excel", "Die Datei lässt sich nicht als Excel-Arbeitsmappe lesen.", EXCEL),
        (b"", "kein-excel", "Die Datei lässt sich nicht als Excel-Arbeitsmappe lesen.", EXCEL),
    ],
)
def test_keine_mappe(tmp_path: Path, roh: bytes | None, regel: str, text: str, vorschlag: str) -> None:
    if roh is not None:
        (tmp_path / "b.xlsx").write_bytes(roh)
    mappe = lies_mappe(tmp_path / "b.xlsx", LISTEN)
    assert mappe == Mappe("b.xlsx", None, [], [Befund("b.xlsx", 1, "", regel, text, vorschlag)])


def _archiv(tmp_path: Path, **teile: bytes) -> Path:
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w", zipfile.ZIP_DEFLATED) as archiv:
        for name, inhalt in teile.items():
            archiv.writestr(name, inhalt)
    return tmp_path / "b.xlsx"


@pytest.mark.parametrize(
    ("teile", "regel", "text"),
    [
        ({"word/document.xml": b"<a/>"}, "kein-excel", "Das ist keine Excel-Arbeitsmappe."),
        ({"xl/workbook.xml": b"<!DOCTYPE x><a/>"}, "kein-excel", "Die Datei enthält unerlaubte XML-Anweisungen."),
        ({"xl/workbook.xml": b"<a/>", "x.rels": b"<!DOCTYPE x>"}, "kein-excel", "Die Datei enthält unerlaubte XML-Anweisungen."),
        ({"xl/workbook.xml": b"<a/>", "bild.png": b"<!DOCTYPE x>"}, "kein-excel", "Die Datei lässt sich nicht als Excel-Arbeitsmappe lesen."),
    ],
)  # fmt: skip
def test_ein_archiv_das_keine_mappe_ist(tmp_path: Path, teile: dict[str, bytes], regel: str, text: str) -> None:
    mappe = lies_mappe(_archiv(tmp_path, **teile), LISTEN)
    assert mappe.befunde == [Befund("b.xlsx", 1, "", regel, text, EXCEL)]


def test_sechzig_megabyte_entpackt_sind_erlaubt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gross = Befund(
        "b.xlsx", 1, "", "groesse", "Die Datei ist entpackt größer als 60 MB.", "Leere Zeilen und Bilder löschen."
    )
    assert HOECHSTENS == 60_000_000
    monkeypatch.setattr("macros.eingabe.arbeitsmappe.HOECHSTENS", 10)
    genau = _archiv(tmp_path, **{"xl/workbook.xml": b"<a/>", "x.png": bytes(6)})
    assert [b.regel for b in lies_mappe(genau, LISTEN).befunde] == ["kein-excel"]
    zu_viel = _archiv(tmp_path, **{"xl/workbook.xml": b"<a/>", "x.png": bytes(7)})
    assert lies_mappe(zu_viel, LISTEN).befunde == [gross]


def test_ein_bild_darf_alles_enthalten(tmp_path: Path) -> None:
    buch = _buch(Maßnahmen=[M, _reihe(M, Kennung="treff")])
    buch.save(tmp_path / "a.xlsx")
    strom = io.BytesIO((tmp_path / "a.xlsx").read_bytes())
    with zipfile.ZipFile(strom, "a") as archiv:
        archiv.writestr("xl/media/bild.png", b"<!DOCTYPE x>")
    (tmp_path / "b.xlsx").write_bytes(strom.getvalue())
    mappe = lies_mappe(tmp_path / "b.xlsx", LISTEN)
    assert (mappe.befunde, len(mappe.zeilen)) == ([], 1)


def test_ohne_abdruck_wird_nichts_gelesen(tmp_path: Path) -> None:
    beschaedigt, ohne = _buch(Maßnahmen=[M, _reihe(M, Kennung="treff")]), _buch(Maßnahmen=[M])
    beschaedigt["_Abdruck"]["A1"] = "Mappe"
    del ohne["_Abdruck"]
    diagramm = _buch(Maßnahmen=[M])
    del diagramm["_Abdruck"]
    bild = BarChart()
    bild.add_data(Reference(diagramm["Maßnahmen"], min_col=1, min_row=1, max_row=2))
    diagramm.create_chartsheet("_Abdruck").add_chart(bild)
    for buch in (beschaedigt, ohne, diagramm):
        mappe = _lies(tmp_path, buch)
        assert (mappe.abdruck, mappe.zeilen) == (None, [])
        assert mappe.befunde == [
            Befund(
                "b.xlsx",
                1,
                "",
                "abdruck",
                "Der versteckte Abdruck fehlt oder ist beschädigt: Es ist nicht zu erkennen, was sich geändert hat.",
                "Neu exportieren und die Änderungen dort eintragen.",
            )
        ]


# Sheets


def test_jede_zelle_hat_wert_und_adresse(tmp_path: Path) -> None:
    buch = _buch(
        Maßnahmen=[M, _reihe(M, Kennung="treff", Sozialraumbezug=" Süd ", Neuer_Bericht_Stand="ganz umgesetzt")],
        Schritte=[S, _reihe(S, Kennung="treff", Schritt_Nr="2", erledigt_am=date(2026, 5, 3))],
        Bildung=[ZAHLEN, _reihe(ZAHLEN, Kennung="kurse", Stichtag="2026", Gliederung_1="Nord", Wert=5, Zeichen=None)],
    )
    mappe = _lies(tmp_path, buch)
    assert mappe.befunde == []
    assert mappe.abdruck is not None
    assert mappe.abdruck.gemeinde == "01234567"
    massnahme, schritt, zahl = mappe.zeilen
    assert (massnahme.blatt, massnahme.art, massnahme.nummer) == ("Maßnahmen", Blattart.MASSNAHMEN, 2)
    assert massnahme.zellen["Sozialraumbezug"] == Blattzelle("Süd", "P2", True)
    assert massnahme.zellen["Neuer Bericht: Stand"] == Blattzelle("umgesetzt", "H2")
    assert set(massnahme.zellen) == set(M)
    assert (schritt.art, schritt.zellen["erledigt am"]) == (Blattart.SCHRITTE, Blattzelle("2026-05-03", "G2"))
    assert (zahl.blatt, zahl.art) == ("Bildung", Blattart.KENNZAHLEN)
    assert {t: z.wert for t, z in zahl.zellen.items()} == {
        "Kennung": "kurse",
        "Indikator": "",
        "Stichtag": "2026",
        "Gliederung 1": "Nord",
        "Wert": "5",
        "Zeichen": "",
        "Hinweis": "",
        "Einheit": "",
        "eingetragen am": "",
        "Quelle": "",
    }


def test_der_wert_einer_geloeschten_spalte_ist_leer() -> None:
    zeile = Gelesen("B", Blattart.SCHRITTE, 2, {"Kennung": Blattzelle("treff", "A2")})
    assert (zeile.wert("Kennung"), zeile.wert("Schritt")) == ("treff", "")


def test_hilfe_listen_und_abdruck_sind_keine_blaetter_zum_eintragen(tmp_path: Path) -> None:
    reihe = [M, _reihe(M, Kennung="treff")]
    buch = _buch(Anleitung=reihe, Listen=reihe, Umbenannt=reihe)
    assert [z.blatt for z in _lies(tmp_path, buch).zeilen] == ["Umbenannt"]


@pytest.mark.parametrize(
    ("titel", "art"),
    [
        ([t for t in M if t != "Neuer Bericht: Datum"], Blattart.MASSNAHMEN),
        ([t for t in M if t != "Neuer Bericht: Stand"], Blattart.MASSNAHMEN),
        (S, Blattart.SCHRITTE),
        ([t for t in ZAHLEN if t != "Wert"], Blattart.KENNZAHLEN),
        ([s.titel for s in kennzahlspalten(0)], Blattart.KENNZAHLEN),
    ],
)
def test_ein_blatt_wird_an_seiner_kopfzeile_erkannt(tmp_path: Path, titel: list[str], art: Blattart) -> None:
    mappe = _lies(tmp_path, _buch(Irgendwas=[titel, _reihe(titel, Kennung="treff")]))
    assert [z.art for z in mappe.zeilen] == [art]


@pytest.mark.parametrize(("zeile", "gefunden"), [(1, True), (12, True), (13, False)])
def test_die_kopfzeile_wird_in_den_ersten_zwoelf_zeilen_gesucht(tmp_path: Path, zeile: int, gefunden: bool) -> None:
    buch = _buch(Maßnahmen=[*[["x"]] * (zeile - 1), M, _reihe(M, Kennung="treff")])
    mappe = _lies(tmp_path, buch)
    assert [z.nummer for z in mappe.zeilen] == ([zeile + 1] if gefunden else [])


def test_titel_duerfen_umbrueche_und_leere_nachbarn_haben(tmp_path: Path) -> None:
    titel: list[Any] = [f" {t}\n" for t in S]
    titel.insert(4, None)
    mappe = _lies(tmp_path, _buch(Schritte=[["Stand 2026"], [*titel, None, " "], ["treff", *[None] * 4, "Los."]]))
    assert mappe.befunde == []
    assert [(z.nummer, z.wert("Schritt")) for z in mappe.zeilen] == [(3, "Los.")]


def test_was_keine_kopfzeile_hat_wird_genannt_und_leere_blaetter_nicht(tmp_path: Path) -> None:
    buch = _buch(Notizen=[[None], ["a", None]], Leer=[], Fremd=[["Kennung", "Farbe"], ["treff", "rot"]])
    ohne = "Das Blatt hat keine Kopfzeile des Exports und wird nicht gelesen."
    assert _fehler(tmp_path, buch) == []
    assert _fehler(tmp_path, buch, Schwere.HINWEIS) == [
        (1, "Blatt „Notizen“", "blatt", ohne, ""),
        (1, "Blatt „Fremd“", "blatt", ohne, ""),
    ]


def test_das_blatt_der_zielwerte_ist_keines_zum_eintragen(tmp_path: Path) -> None:
    mappe = _lies(tmp_path, _buch(Zielwerte=[["Indikator", "Jahr"], ["Kurse", "2030"]]))
    assert mappe.befunde == []
    mappe = _lies(tmp_path, _buch(Zielwerte=[ZAHLEN, ["kurse"]]))
    assert [z.wert("Kennung") for z in mappe.zeilen] == ["kurse"], "a sheet of figures in an older workbook"


def test_eine_kennung_weiter_unten_ist_auch_ein_kopf(tmp_path: Path) -> None:
    buch = _buch(Schritte=[["Kennung", "ist ein Wort"], S, _reihe(S, Kennung="treff", Schritt="Los.")])
    assert [z.wert("Schritt") for z in _lies(tmp_path, buch).zeilen] == ["Los."]


def test_ein_blatt_darf_dreissigtausend_zeilen_haben(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    buch = _buch(B=[ZAHLEN])
    buch["B"].cell(30_001, 1, "kurse")
    lang = (30_001, "Blatt „B“", "groesse", "Das Blatt reicht bis Zeile 30001.", "Leere Zeilen unten löschen.")
    assert _fehler(tmp_path, buch) == [lang]
    monkeypatch.setattr("macros.schreiben.excel.lesen.ZEILEN", 3)
    buch = _buch(A=[ZAHLEN, ["a"], ["b"]], B=[ZAHLEN, ["c"], ["d"], ["e"]])
    mappe = _lies(tmp_path, buch)
    assert [z.wert("Kennung") for z in mappe.zeilen] == ["a", "b"]
    assert [b.feld for b in mappe.befunde] == ["Blatt „B“"]


# Columns


def test_eine_doppelte_spalte_ist_ein_fehler_und_das_blatt_wird_nicht_gelesen(tmp_path: Path) -> None:
    titel = [*S, "Schritt", "Schritt"]
    buch = _buch(Schritte=[titel, ["treff"]], Maßnahmen=[M, _reihe(M, Kennung="treff")])
    assert _fehler(tmp_path, buch) == [
        (1, "Blatt „Schritte“, Spalte „Schritt“", "doppelt", "Diese Spalte gibt es zweimal.", "Eine löschen.")
    ]
    assert [z.blatt for z in _lies(tmp_path, buch).zeilen] == ["Maßnahmen"]


@pytest.mark.parametrize("fehlt", S)
def test_eine_fehlende_spalte_ist_nur_schlimm_wenn_sie_zeilen_unterscheidet(tmp_path: Path, fehlt: str) -> None:
    titel = [t for t in S if t != fehlt]
    buch = _buch(Schritte=[titel, ["treff"]])
    if fehlt in ("Kennung", "Schritt Nr."):
        # Without either the sheet has no header at all.
        assert _fehler(tmp_path, buch) == []
        assert [b[2] for b in _fehler(tmp_path, buch, Schwere.HINWEIS)] == ["blatt"]
        return
    ohne = "Diese Spalte fehlt. In den Daten ändert sich dadurch nichts."
    assert _fehler(tmp_path, buch) == []
    assert _fehler(tmp_path, buch, Schwere.HINWEIS) == [
        (1, f"Blatt „Schritte“, Spalte „{fehlt}“", "spalte-fehlt", ohne, "")
    ]
    assert [fehlt in z.zellen for z in _lies(tmp_path, buch).zeilen] == [False]


@pytest.mark.parametrize("fehlt", ["Stichtag", "Gliederung 1"])
def test_ohne_stichtag_und_gliederung_ist_keine_zahl_zu_lesen(tmp_path: Path, fehlt: str) -> None:
    alle = [s.titel for s in kennzahlspalten(2)]
    titel = [t for t in alle if t != fehlt]
    buch = _buch(Bildung=[["Zahlen"], titel, ["kurse"]])
    assert _fehler(tmp_path, buch) == [
        (
            2,
            f"Blatt „Bildung“, Spalte „{fehlt}“",
            "spalte-fehlt",
            "Diese Spalte fehlt.",
            "Die Spalte aus einem neuen Export übernehmen.",
        )
    ]
    assert _lies(tmp_path, buch).zeilen == []


def test_wie_viele_gliederungen_ein_blatt_hat_sagt_seine_kopfzeile(tmp_path: Path) -> None:
    alle = [s.titel for s in kennzahlspalten(9)]
    (zeile,) = _lies(tmp_path, _buch(Bildung=[alle, _reihe(alle, Kennung="kurse", Gliederung_9="x")])).zeilen
    assert zeile.wert("Gliederung 9") == "x"
    buch = _buch(Bildung=[[*ZAHLEN, "Gliederung 10", "Gliederung 0"], ["kurse"]])
    assert [b[1] for b in _fehler(tmp_path, buch, Schwere.HINWEIS)] == [
        "Blatt „Bildung“, Spalte „Gliederung 10“",
        "Blatt „Bildung“, Spalte „Gliederung 0“",
    ]


def test_eine_fremde_spalte_wird_genannt_und_nicht_gelesen(tmp_path: Path) -> None:
    lang = "x" * 70
    buch = _buch(Schritte=[[*S, "intern", lang], [*_reihe(S, Kennung="treff"), "geheim", "y"]])
    fremd = "Diese Spalte kennt der Export nicht; sie wird nicht gelesen."
    assert _fehler(tmp_path, buch, Schwere.HINWEIS) == [
        (1, "Blatt „Schritte“, Spalte „intern“", "spalte", fremd, ""),
        (1, f"Blatt „Schritte“, Spalte „{lang[:60]}“", "spalte", fremd, ""),
    ]
    (zeile,) = _lies(tmp_path, buch).zeilen
    assert set(zeile.zellen) == set(S)


# Rows


def test_leere_zeilen_werden_uebergangen(tmp_path: Path) -> None:
    buch = _buch(Schritte=[S, ["treff"], [None, "  "], ["fest"]])
    buch["Schritte"].cell(5, 12, "hinter den Spalten")
    mappe = _lies(tmp_path, buch)
    assert [(z.nummer, z.wert("Kennung")) for z in mappe.zeilen] == [(2, "treff"), (4, "fest")]


def test_verbundene_zellen_sind_ein_fehler(tmp_path: Path) -> None:
    buch = _buch(Schritte=[S, ["treff"], ["fest"]])
    buch["Schritte"].merge_cells("E2:E3")
    assert _fehler(tmp_path, buch) == [
        (
            2,
            "Blatt „Schritte“, Zellen E2:E3",
            "verbunden",
            "Hier sind Zellen verbunden.",
            "Die Verbindung aufheben und jede Zelle ausfüllen.",
        )
    ]


def test_ausgeblendete_zeilen_werden_gelesen_und_gezaehlt(tmp_path: Path) -> None:
    buch = _buch(Schritte=[["Titel"], S, ["a"], ["b"], ["c"], [None]])
    for zeile in (3, 5, 6):
        buch["Schritte"].row_dimensions[zeile].hidden = True
    assert len(_lies(tmp_path, buch).zeilen) == 3
    assert _fehler(tmp_path, buch, Schwere.HINWEIS) == [
        (2, "Blatt „Schritte“", "gefiltert", "2 ausgeblendete Zeilen wurden mitgelesen.", "")
    ]
    assert _fehler(tmp_path, _buch(Schritte=[S, ["a"]]), Schwere.HINWEIS) == []


def test_eine_unlesbare_zelle_hat_einen_befund_und_die_anderen_werden_gelesen(tmp_path: Path) -> None:
    buch = _buch(Schritte=[S, _reihe(S, Kennung="treff", geplant_bis="bald", Schritt="Los.")])
    assert _fehler(tmp_path, buch) == [
        (
            2,
            "Blatt „Schritte“, Spalte „geplant bis“ (F2)",
            "datum",
            "„bald“ ist kein Datum.",
            "Zum Beispiel 31.03.2026.",
        )
    ]
    (zeile,) = _lies(tmp_path, buch).zeilen
    assert zeile.zellen["geplant bis"] == Blattzelle("", "F2", lesbar=False)
    assert zeile.zellen["Schritt"] == Blattzelle("Los.", "E2", lesbar=True)


def test_gewaehlt_wird_aus_der_liste_der_spalte(tmp_path: Path) -> None:
    buch = _buch(Maßnahmen=[M, _reihe(M, Kennung="treff", Neuer_Bericht_Ampel="im Plan")])
    assert [(b[1], b[2], b[4]) for b in _fehler(tmp_path, buch)] == [
        ("Blatt „Maßnahmen“, Spalte „Neuer Bericht: Ampel“ (I2)", "auswahl", "Einen Eintrag der Liste wählen.")
    ]


@pytest.mark.parametrize(
    ("blatt", "stelle", "ort"),
    [("A", "Spalte „B“", "Blatt „A“, Spalte „B“"), ("A", "", "Blatt „A“"), ("", "Datei", "Datei"), ("", "", "")],
)
def test_der_ort_eines_befunds(blatt: str, stelle: str, ort: str) -> None:
    mappe = Mappe("b.xlsx")
    mappe.melde(blatt, 3, stelle, "regel", "Text.")
    assert mappe.befunde == [Befund("b.xlsx", 3, ort, "regel", "Text.", "", Schwere.FEHLER)]
