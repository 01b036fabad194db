"""A filled-in form becomes a change of the data, or findings that name the question."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from schreiben.kleinstadt import FEST, HEUTE, lege_an
from schreiben.mappen import inhalt

from macros.modell.befund import Befund
from macros.schreiben.formulare import FEHLER, KENNZAHL, SACHSTAND, Formular
from macros.schreiben.meldung import Meldung, uebernimm


def _text(formular: Formular, **antworten: str) -> str:
    """The body of an issue as it is written for a filled-in form."""
    return "\n\n".join(f"### {f.frage}\n\n{antworten.get(f.id, '_No response_')}" for f in formular.felder)


def _bericht(**anders: str) -> str:
    gut = {"massnahme": "treff", "datum": "31.5.2026", "stand": "in Umsetzung", "ampel": "im Plan", "text": "Läuft."}
    return _text(SACHSTAND, **gut | anders)


def _zahl(indikator: str = "plaetze", zahlen: str = "14", stichtag: str = "2026", **mehr: str) -> str:
    return _text(KENNZAHL, indikator=indikator, stichtag=stichtag, quelle="Amt", zahlen=zahlen, **mehr)


def _befunde(ordner: Path, text: str) -> list[Befund]:
    """The findings of a form that must not change anything."""
    davor = inhalt(ordner)
    meldung = uebernimm(text, ordner, HEUTE)
    assert meldung.dateien == []
    assert inhalt(ordner) == davor
    return meldung.befunde


def _am(frage: str, regel: str, text: str, vorschlag: str = "") -> Befund:
    return Befund("Formular", 1, frage, regel, text, vorschlag)


NEU = "Ein neues Formular ausfüllen."


def test_ein_bericht_wird_mit_allem_angehaengt(tmp_path: Path) -> None:
    ordner = lege_an(tmp_path)
    meldung = uebernimm(_bericht(beleg="Protokoll", adresse="https://example.org/p"), ordner, HEUTE)
    assert meldung.befunde == []
    assert meldung.dateien == ["massnahmen/treff.yaml"]
    assert meldung.formular is SACHSTAND
    assert meldung.antworten["stand"] == "in_umsetzung"
    assert meldung.vorher is not None
    assert len(meldung.vorher.massnahmen["treff"].sachstaende) == 1
    assert (ordner / "massnahmen/treff.yaml").read_text().endswith(
        "  - datum: 2026-05-31\n    stand: in_umsetzung\n    ampel: im_plan\n    text: Läuft.\n"
        "    beleg:\n      text: Protokoll\n      url: https://example.org/p\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("antworten", "ende"),
    [
        ({"beleg": "Protokoll"}, "    text: Läuft.\n    beleg:\n      text: Protokoll\n"),
        ({"adresse": "https://example.org/p"}, "    text: Läuft.\n    beleg:\n      text: Beleg\n      url: https://example.org/p\n"),
        ({"text": "_No response_"}, "    ampel: im_plan\n"),
        ({"ampel": "keine Angabe"}, "    stand: in_umsetzung\n    text: Läuft.\n"),
        ({"massnahme": "3.1"}, "    text: Läuft.\n"),
    ],
)  # fmt: skip
def test_was_leer_blieb_steht_nicht_in_den_daten(tmp_path: Path, antworten: dict[str, str], ende: str) -> None:
    ordner = lege_an(tmp_path)
    assert uebernimm(_bericht(**antworten), ordner, HEUTE).dateien == ["massnahmen/treff.yaml"]
    assert (ordner / "massnahmen/treff.yaml").read_text().endswith(ende)


@pytest.mark.parametrize(
    ("antworten", "befunde"),
    [
        (
            {"massnahme": "tref"},
            [_am("Maßnahme", "verweis", "Die Maßnahme „tref“ gibt es nicht.", "Meinten Sie „treff“?")],
        ),
        ({"massnahme": "3.9"}, [_am("Maßnahme", "verweis", "Die Maßnahme „3.9“ gibt es nicht.")]),
        ({"massnahme": "x" * 90}, [_am("Maßnahme", "verweis", f"Die Maßnahme „{'x' * 40}“ gibt es nicht.")]),
        ({"datum": "bald"}, [_am("Tag", "datum", "„bald“ ist kein Datum.", "Zum Beispiel 31.03.2026.")]),
        ({"stand": "fertig"}, [_am("Stand", "auswahl", "„fertig“ steht nicht zur Wahl.", NEU)]),
        ({"ampel": "grün"}, [_am("Läuft es nach Plan?", "auswahl", "„grün“ steht nicht zur Wahl.", NEU)]),
        (
            {"massnahme": "xyz", "datum": "", "stand": ""},
            [
                _am("Maßnahme", "verweis", "Die Maßnahme „xyz“ gibt es nicht."),
                _am("Tag", "datum", "„“ ist kein Datum.", "Zum Beispiel 31.03.2026."),
                _am("Stand", "auswahl", "„“ steht nicht zur Wahl.", NEU),
            ],
        ),
        (
            {"datum": "31.1.2026"},
            [
                _am(
                    "Tag",
                    "konflikt",
                    "Einen Bericht vom 31.01.2026 gibt es schon, mit anderem Inhalt.",
                    "Kommen sie von zwei Stellen: in der Datei der Maßnahme anhängen und bei beiden in von sagen, wer "
                    "berichtet. Sonst beide dort zu einem zusammenfassen.",
                )
            ],
        ),
    ],
)
def test_ein_bericht_der_nicht_geht(tmp_path: Path, antworten: dict[str, str], befunde: list[Befund]) -> None:
    assert _befunde(lege_an(tmp_path), _bericht(**antworten)) == befunde


def test_die_regeln_der_daten_gelten_auch_hier(tmp_path: Path) -> None:
    ordner = lege_an(tmp_path)
    befunde = _befunde(ordner, _bericht(datum="1.7.2026"))
    assert [(b.datei, b.feld, b.regel) for b in befunde] == [("Formular", "Tag", "zukunft")]


def test_eine_zahl_ohne_gliederung_braucht_keine_linke_seite(tmp_path: Path) -> None:
    for zeile in ("14", "Wert = 14", "- 14", "* Wert=14"):
        ordner = lege_an(tmp_path / zeile.replace(" ", "_").replace("*", "x"))
        meldung = uebernimm(_zahl(zahlen=zeile, hinweis="vorläufig"), ordner, HEUTE)
        assert meldung.befunde == []
        assert meldung.dateien == ["indikatoren/plaetze.csv"]
        assert (ordner / "indikatoren/plaetze.csv").read_text().endswith("\n2026,14,,vorläufig,2026-06-30,Amt\n")


def test_zahlen_mit_gliederung_und_was_leer_blieb_fehlt(tmp_path: Path) -> None:
    ordner = lege_an(tmp_path)
    zahlen = "alle / Nord = 8\n\nalle / Süd = 6,5\n jung / Nord = ...\njung / Süd =\n"
    dezimal = (
        (ordner / "indikatoren/kurse.yaml").read_text().replace("art: bestand", "nachkommastellen: 1\nart: bestand")
    )
    (ordner / "indikatoren/kurse.yaml").write_text(dezimal)
    tage = (
        (ordner / "indikatoren/kurse.csv").read_text().replace("2024,", "2024-12-31,").replace("2025,", "2025-12-31,")
    )
    (ordner / "indikatoren/kurse.csv").write_text(tage)
    meldung = uebernimm(_zahl("kurse", zahlen, "31.12.2026"), ordner, HEUTE.replace(year=2027))
    assert [b for b in meldung.befunde if b.schwere == "fehler"] == []
    assert (ordner / "indikatoren/kurse.csv").read_text().endswith(
        "2025-12-31,jung,Süd,,.,,,\n2026-12-31,alle,Nord,8,,,2027-06-30,Amt\n2026-12-31,alle,Süd,6.5,,,2027-06-30,Amt\n"
        "2026-12-31,jung,Nord,,...,,2027-06-30,Amt\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("davor", "getippt", "steht"),
    [
        ("2024-12-31", "31.12.2025", "2025-12-31"),
        ("2025-05", "2026-05", "2026-05"),
        ("2025", "2026", "2026"),
        ("2024/25", "2025/26", "2025/26"),
    ],
)
def test_ein_stichtag_wie_man_ihn_tippt(tmp_path: Path, davor: str, getippt: str, steht: str) -> None:
    ordner = lege_an(tmp_path)
    (ordner / "indikatoren/plaetze.csv").write_text(f"stichtag,wert,zeichen,hinweis\n{davor},12,,\n")
    uebernimm(_zahl(stichtag=getippt), ordner, HEUTE.replace(year=2027))
    assert f"\n{steht},14,," in (ordner / "indikatoren/plaetze.csv").read_text()


ZAHL = "Nur die Zahl eintippen, ohne Einheit: zum Beispiel 1250 oder 12,5."


@pytest.mark.parametrize(
    ("felder", "befunde"),
    [
        ({"indikator": "plaetzte"}, [_am("Indikator", "verweis", "Den Indikator „plaetzte“ gibt es nicht.", "Meinten Sie „plaetze“?")]),
        ({"indikator": "doppelt"}, [_am("Indikator", "formel", "„Doppelt“ wird berechnet.", "Die Zahlen eintragen, aus denen er gerechnet wird.")]),
        ({"stichtag": "31.02.2026"}, [_am("Stichtag", "stichtag", "„31.02.2026“: Diesen Tag gibt es im Kalender nicht.")]),
        ({"stichtag": "bald"}, [_am("Stichtag", "stichtag", "„bald“ ist kein Stichtag. Erlaubt: 2026-12-31 (Tag), 2026-12 (Monat), 2026-Q4 (Quartal), 2026-H2 (Halbjahr), 2026 (Jahr), 2026/27 (Schuljahr), 2024/2026 (mehrere Jahre).")]),
        ({"zahlen": "Wert = 1.000"}, [_am("Zahlen", "tausenderpunkt", "„1.000“ ist mehrdeutig.", "Je nachdem, was gemeint ist: 1000 oder 1 schreiben.")]),
        ({"zahlen": "viele"}, [_am("Zahlen", "zahl", "„viele“ ist keine Zahl.", ZAHL)]),
        ({"zahlen": "alle = 5"}, [_am("Zahlen", "auspraegung", "„Plaetze“ braucht zu jeder Zahl keine Gruppe.", "Zum Beispiel: 123")]),
        ({"zahlen": "Wert ="}, [_am("Zahlen", "leer", "Es ist keine Zahl eingetragen.", "Zum Beispiel: insgesamt = 5410")]),
        ({"zahlen": "Wert = 1\nWert = 1"}, [_am("Zahlen, Zeile 2", "doppelt", "Diese Zahl steht schon weiter oben (plaetze, 2026).", "Eine von beiden löschen.")]),
        ({"stichtag": "2025"}, [_am("Zahlen", "konflikt", "Zu diesem Stichtag steht in den Daten schon „12“ („geschätzt“), hier „14“.", "Prüfen, welcher Wert gilt. Soll der neue gelten: in der Datei ORDNER/indikatoren/plaetze.csv ändern.")]),
        ({"indikator": "kurse", "zahlen": "14"}, [_am("Zahlen", "auspraegung", "„Kurse“ braucht zu jeder Zahl Gruppe | Ort.", "Zum Beispiel: alle | Nord=123")]),
        ({"indikator": "kurse", "zahlen": "alle / Nordd = 14"}, [_am("Zahlen", "auspraegung", "„Nordd“ ist kein Wert der Dimension „Ort“.", "Meinten Sie „Nord“?")]),
        (
            {"indikator": "kurse", "zahlen": "xyz = 1\nalle / Nord = zwei\nalle / Süd = 3"},
            [
                _am("Zahlen, Zeile 1", "auspraegung", "„Kurse“ braucht zu jeder Zahl Gruppe | Ort.", "Zum Beispiel: alle | Nord=123"),
                _am("Zahlen, Zeile 2", "zahl", "„zwei“ ist keine Zahl.", ZAHL),
            ],
        ),
        ({"indikator": "kurse", "stichtag": "2025", "zahlen": "jung / Süd = 1"}, [_am("Zahlen", "konflikt", "Zu diesem Stichtag steht in den Daten schon „.“, hier „1“.", "Prüfen, welcher Wert gilt. Soll der neue gelten: in der Datei ORDNER/indikatoren/kurse.csv ändern.")]),
    ],
)  # fmt: skip
def test_eine_zahl_die_nicht_geht(tmp_path: Path, felder: dict[str, str], befunde: list[Befund]) -> None:
    ordner = lege_an(tmp_path)
    hier = [replace(b, vorschlag=b.vorschlag.replace("ORDNER", ordner.as_posix())) for b in befunde]
    assert _befunde(ordner, _zahl(**felder)) == hier


def test_dieselbe_zahl_noch_einmal_aendert_nichts(tmp_path: Path) -> None:
    assert _befunde(lege_an(tmp_path), _zahl(stichtag="2024", zahlen="10")) == []


def test_was_kein_formular_ist_und_was_ein_mensch_entscheidet(tmp_path: Path) -> None:
    ordner = lege_an(tmp_path)
    assert _befunde(ordner, "Hallo") == [
        _am("", "formular", "Der Text hat nicht die Form eines Formulars.", "Ein neues Formular ausfüllen.")
    ]
    assert _befunde(ordner, _text(FEHLER, art="Ein Inhalt ist falsch", text="x")) == [
        _am("", "formular", "Dieses Formular ändert keine Daten.", "Ein Mensch entscheidet, was daraus wird.")
    ]


def test_in_fehlerhafte_daten_wird_nichts_geschrieben(tmp_path: Path) -> None:
    ordner = lege_an(tmp_path, massnahmen__fest=FEST.replace("titel:", "title:"))
    assert {b.regel for b in _befunde(ordner, _bericht())} == {"pflichtfeld", "unbekannter-schluessel"}
    (ordner / "gemeinde.yaml").unlink()
    assert uebernimm(_bericht(), ordner, HEUTE).vorher is None


def test_eine_leere_meldung() -> None:
    assert Meldung() == Meldung(None, {}, [], [], None)
