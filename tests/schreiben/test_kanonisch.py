"""One canonical spelling: what is written is read back the same, and the smallest diff is the only diff."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.befehle.konzept import main as konzept
from macros.laden.yaml_streng import lies_yaml
from macros.modell.gemeinde import Fassung, Gemeinde
from macros.modell.indikator import Indikator
from macros.modell.massnahme import Massnahme
from macros.schreiben.formatieren import formatiere
from macros.schreiben.kanonisch import als_csv, als_yaml, lies_zellen


def test_musterstadt_ist_schon_in_der_einheitlichen_schreibweise(musterstadt: Path) -> None:
    assert formatiere(musterstadt) == ({}, [])


def test_schluessel_stehen_in_der_reihenfolge_des_modells() -> None:
    assert (
        als_yaml({"jahr": "2025", "titel": "Konzept", "id": "neu"}, Fassung) == "id: neu\ntitel: Konzept\njahr: 2025\n"
    )


@pytest.mark.parametrize(
    ("feld", "wert", "zeile"),
    [
        ("titel", "4.10", "titel: '4.10'"),
        ("titel", "NO", "titel: 'NO'"),
        ("titel", "2026-03-31", "titel: '2026-03-31'"),
        ("titel", "null", "titel: 'null'"),
        ("titel", "0x1F", "titel: '0x1F'"),
        ("titel", "12:30", "titel: '12:30'"),
        ("titel", "~", "titel: '~'"),
        ("titel", "A: B", "titel: 'A: B'"),
        ("titel", "Ämter*innen – „so“", "titel: Ämter*innen – „so“"),
        ("titel", "# kein Kommentar", "titel: '# kein Kommentar'"),
        ("titel", "It's", "titel: It's"),
        ("beschlossen_am", "2025-02-20", "beschlossen_am: 2025-02-20"),
        ("jahr", "2025", "jahr: 2025"),
        ("vorgaenger", "2021", "vorgaenger: '2021'"),
        ("herkunft", "a\n\n- b", "herkunft: |-\n  a\n\n  - b"),
    ],
)
def test_anfuehrungszeichen_nur_wo_sie_noetig_sind(feld: str, wert: str, zeile: str) -> None:
    assert als_yaml({feld: wert}, Fassung) == f"{zeile}\n"


def test_ein_stichtag_ohne_monat_steht_in_anfuehrungszeichen() -> None:
    assert "ab: '2024'" in als_yaml({"bruch": {"ab": "2024", "grund": "x"}}, Indikator)
    assert "ab: 2024-06-30" in als_yaml({"bruch": {"ab": "2024-06-30", "grund": "x"}}, Indikator)


def test_lange_texte_werden_nicht_umbrochen() -> None:
    text = "Wort " * 3000 + "Ende"
    assert als_yaml({"beschreibung": text}, Massnahme).count("\n") == 1


# Without the signs that other programs leave; those are written otherwise (test_was_andere_programme_…).
_FREMDES = "\u2028\u2029\u00ad\uf0b7\uf0a7\uf0d8\uf0e0\uf0fc\uf04a" + "".join(map(chr, range(0x300, 0x370)))
_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters=_FREMDES), min_size=1, max_size=40
)
_MEHRZEILIG = st.lists(_TEXT, min_size=2, max_size=4).map("\n".join)
_WERT: st.SearchStrategy[Any] = st.one_of(_TEXT, _MEHRZEILIG)


@settings(max_examples=300, deadline=None)
@given(titel=_WERT, url=_WERT, schritte=st.lists(st.fixed_dictionaries({"text": _WERT}), max_size=3))
def test_jeder_text_kommt_unveraendert_zurueck(titel: str, url: str, schritte: list[dict[str, str]]) -> None:
    daten = {"titel": titel, "schritte": schritte or [{"text": "a"}], "finanzierung": url}
    text = als_yaml(daten, Massnahme)
    gelesen = lies_yaml(text.encode(), "x")
    assert gelesen.befunde == []
    assert gelesen.daten == daten
    assert als_yaml(gelesen.daten, Massnahme) == text


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(_WERT, min_size=2, max_size=4), min_size=1, max_size=5))
def test_jede_tabelle_kommt_unveraendert_zurueck(zeilen: list[list[str]]) -> None:
    assert lies_zellen(als_csv(zeilen)) == zeilen


def test_was_andere_programme_hinterlassen_wird_beim_schreiben_bereinigt() -> None:
    daten: dict[str, Any] = {"titel": "Fu\u0308r Inte\u00adgration", "schritte": [{"text": "\uf0b7 eins\u2028zwei"}]}
    assert lies_yaml(als_yaml(daten, Massnahme).encode(), "x").daten == {
        "titel": "Für Integration",
        "schritte": [{"text": "- eins\nzwei"}],
    }
    assert als_csv([["hinweis"], ["ab Ma\u0308rz"]]) == "hinweis\nab März\n"


def test_formatieren_ordnet_und_meldet(daten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pfad = daten / "quellen" / "umfrage.yaml"
    gut = pfad.read_text()
    pfad.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(reversed(gut.splitlines())).encode() + b"\r\n")
    assert konzept(["formatieren", "--daten", str(daten), "--check"]) == 1
    assert "umfrage.yaml: nicht einheitlich" in capsys.readouterr().out
    assert konzept(["formatieren", "--daten", str(daten)]) == 0
    assert pfad.read_text() == gut
    assert konzept(["formatieren", "--daten", str(daten), "--check"]) == 0


@pytest.mark.parametrize("inhalt", ["id: x # Kommentar\n", "id: x\nid: y\n", "id: [\n", "id: ~\n", "- a\n"])
def test_was_nicht_gelesen_werden_kann_bleibt_wie_es_ist(daten: Path, inhalt: str) -> None:
    pfad = daten / "quellen" / "umfrage.yaml"
    pfad.write_text(inhalt)
    assert konzept(["formatieren", "--daten", str(daten)]) in (0, 1)
    assert pfad.read_text() == inhalt


def test_gemeinde_behaelt_die_null_am_anfang() -> None:
    assert als_yaml({"ags": "06412000"}, Gemeinde) == "ags: '06412000'\n"


@pytest.mark.parametrize(
    "wert",
    [
        "5", "-5", "+5", "5.5", ".5", "5.", "1_000", "1,000", "12:30:45", "1e5", "1.5E-3", "0o17", "0b11", "-0x1f",
        ".inf", "-.INF", ".nan", "2026-3-1", "2026-03-31 12:00", "2026-03-31T12:00", "2026-03-31 bis 2027", "y", "N", "Yes", "on", "OFF",
        "True", "FALSE", "Null", "~", "<<", "=",
    ],
)  # fmt: skip
def test_was_ein_anderer_leser_fuer_etwas_anderes_haelt_steht_in_anfuehrungszeichen(wert: str) -> None:
    assert als_yaml({"titel": wert}, Fassung) == f"titel: '{wert}'\n"


@pytest.mark.parametrize("wert", ["5 Orte", "a5", "nein", "ja", "Noch", "2026 bis 2027", "5-6", "x=1", "ononon"])
def test_was_niemand_verwechselt_steht_ohne(wert: str) -> None:
    assert als_yaml({"titel": wert}, Fassung) == f"titel: {wert}\n"


@pytest.mark.parametrize(
    ("daten", "typ", "text"),
    [
        ({"nachkommastellen": "2"}, Indikator, "nachkommastellen: 2\n"),
        ({"zielwert": {"wert": "-45.5", "jahr": "2030"}}, Indikator, "zielwert:\n  wert: -45.5\n  jahr: 2030\n"),
        ({"zielwert": {"wert": "viel"}}, Indikator, "zielwert:\n  wert: viel\n"),
        ({"zielwert": {"wert": "1e5"}}, Indikator, "zielwert:\n  wert: '1e5'\n"),
        ({"formel": {"zaehler": [{"indikator": "a", "abziehen": "true"}], "faktor": "100"}}, Indikator, "formel:\n  zaehler:\n    - indikator: a\n      abziehen: true\n  faktor: 100\n"),
        ({"formel": {"zaehler": [{"indikator": "a", "auswahl": {"jahr": "2024", "ja": ["2023", "b"]}}]}}, Indikator, "formel:\n  zaehler:\n    - indikator: a\n      auswahl:\n        jahr: '2024'\n        ja:\n          - '2023'\n          - b\n"),
        ({"zeitraum": {"beginn": "2026-01-01"}}, Massnahme, "zeitraum:\n  beginn: 2026-01-01\n"),
        ({"bruch": {"ab": "2024-06"}}, Indikator, "bruch:\n  ab: 2024-06\n"),
        ({"bruch": {"ab": "2024/25"}}, Indikator, "bruch:\n  ab: 2024/25\n"),
        ({"zielgruppen": ["2024", "a"]}, Massnahme, "zielgruppen:\n  - '2024'\n  - a\n"),
        ({"kosten": {"art": "jaehrlich", "betrag_euro": "5"}}, Massnahme, "kosten:\n  betrag_euro: 5\n  art: jaehrlich\n"),
        ({"herausforderungen": []}, Massnahme, "herausforderungen: []\n"),
        ({"titel": ""}, Massnahme, "titel: ''\n"),
    ],
)  # fmt: skip
def test_zahlen_tage_und_ja_stehen_nackt_nur_wo_das_modell_sie_erwartet(
    daten: dict[str, Any], typ: Any, text: str
) -> None:
    assert als_yaml(daten, typ) == text


def test_was_das_modell_nicht_kennt_steht_hinter_dem_was_es_kennt() -> None:
    daten = {"zusatz": {"no": "1", "b": "x"}, "titel": "T", "extra": "2", "id": "a"}
    assert als_yaml(daten, Fassung) == "id: a\ntitel: T\nzusatz:\n  'no': '1'\n  b: x\nextra: '2'\n"


def test_was_sich_nicht_verlustfrei_schreiben_laesst_wird_nicht_geschrieben() -> None:
    with pytest.raises(ValueError, match="lässt sich nicht verlustfrei schreiben"):
        als_yaml({"titel": "a\r\nb"}, Fassung)


def test_eine_tabelle_endet_jede_zeile_mit_einem_zeichen() -> None:
    assert als_csv([["a", "b"], ["1", 'x "y"'], ["", "c, d"]]) == 'a,b\n1,"x ""y"""\n,"c, d"\n'
    assert lies_zellen('a,b\n1,"x ""y"""\n,"c, d"\n') == [["a", "b"], ["1", 'x "y"'], ["", "c, d"]]
    with pytest.raises(csv.Error):
        lies_zellen('a,"b')
