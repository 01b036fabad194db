"""What the preview renders after an edit is, to the byte, what a whole build makes of the same data; else it builds the whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from gebaut import MUSTERSTADT, STICHTAG

from macros.ausgabe.kontext import Bau
from macros.befehle.bauen import baue_stand, lies_bau
from macros.befehle.geruest import Geruest, Umbau, geaendert
from macros.modell.plan import SAMMLUNGEN

AENDERUNGEN = {
    "fassungen/2025.yaml": ("zwei Workshops", "drei Workshops"),
    "konzept/1-einleitung-2021.yaml": ("nur ein Kapitel", "nur ein Probekapitel"),
    "handlungsfelder/lernen-arbeiten.yaml": ("name: Lernen und Arbeiten", "name: Lernen und Probearbeiten"),
    "herausforderungen/la-01.yaml": ("fehlt die Übung", "fehlt die Probe"),
    "massnahmen/sprachtreffs.yaml": ("titel: ", "titel: Probe "),
    "zielgruppen/alle.yaml": ("Alle Einwohner*innen", "Alle Probeeinwohner*innen"),
    "akteure/bruecke.yaml": ("Brücke e. V.", "Probebrücke e. V."),
    "glossar/mso.yaml": ("Ein Verein oder eine Gruppe", "Eine Probe oder eine Gruppe"),
    "quellen/beschaeftigtenstatistik.yaml": ("Amt für erfundene Zahlen", "Amt für Probezahlen"),
    "indikatoren/bevoelkerung.yaml": ("name: Einwohner*innen", "name: Probeeinwohner*innen"),
    "indikatoren/bevoelkerung.csv": ("2021-12-31,insgesamt,29810,,", "2021-12-31,insgesamt,29810,,Probehinweis"),
    "aussagen/zu-hause.yaml": ("zu Hause.", "zu Hause zur Probe."),
    "lebenslagen/familie.yaml": ("Lernen, spielen", "Zur Probe lernen, spielen"),
    "klaerungen/beschluss-sprachtreffs.yaml": ("Beschluss zu den", "Probebeschluss zu den"),
    "berichte/2026-02-11.yaml": ("vorlage: 17/2026", "vorlage: 18/2026"),
    "sprachen/ar.yaml": ("hinweis: ", "hinweis: Probe "),
    "gebaerden/inhalt.yaml": ("Worum es auf", "Probe, worum es auf"),
}
"""One edit for every kind of record, and one for figures."""


@pytest.fixture
def daten(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MUSTERSTADT, tmp_path / "daten"))


def _bau(daten: Path) -> Bau:
    bau = lies_bau(daten, STICHTAG)
    assert bau
    return bau


def _ganz(daten: Path, ziel: Path) -> tuple[Geruest, dict[str, bytes]]:
    geruest = Geruest(_bau(daten))
    assert baue_stand(geruest.bau, daten, ziel, lambda *_: None, lambda *_: None, geruest) == 0
    return geruest, {p.relative_to(ziel).as_posix(): p.read_bytes() for p in ziel.rglob("*") if p.is_file()}


def _aendere(datei: Path, alt: str, neu: str) -> None:
    text = datei.read_text("utf-8")
    assert alt in text, datei
    datei.write_text(text.replace(alt, neu, 1), "utf-8")


def _andere(einer: dict[str, bytes], anderer: dict[str, bytes]) -> list[str]:
    return sorted(n for n in einer.keys() | anderer.keys() if einer.get(n) != anderer.get(n))


def test_jede_art_von_datensatz_wird_geaendert() -> None:
    assert {name.partition("/")[0] for name in AENDERUNGEN} == set(SAMMLUNGEN)


@pytest.mark.langsam
def test_nach_jeder_aenderung_ist_es_die_website_eines_ganzen_baus(daten: Path, tmp_path: Path) -> None:
    geruest, seite = _ganz(daten, tmp_path / "vorher")
    vorher = dict(seite)
    for name, (alt, neu) in AENDERUNGEN.items():
        _aendere(daten / name, alt, neu)
        bau = _bau(daten)
        [ort] = geaendert(geruest.bau, bau)
        erste = geruest.zuerst(bau, "massnahmen/index.html")
        eigene = f"{SAMMLUNGEN[ort[0]].SAMMLUNG.ort(ort[1])}index.html"
        assert eigene not in seite or eigene in erste, f"{name}: its own page comes first"
        seite |= erste
        assert (weitere := geruest.alles(bau)), name
        seite |= weitere
    _, nachher = _ganz(daten, tmp_path / "nachher")
    assert _andere(vorher, nachher)
    assert _andere(seite, nachher) == []

    shutil.rmtree(daten)
    shutil.copytree(MUSTERSTADT, daten)
    seite |= geruest.alles(_bau(daten))
    assert _andere(seite, vorher) == [], "all of it back at once"


@pytest.mark.langsam
def test_die_offene_seite_kommt_zuerst_und_ein_neuer_rahmen_verlangt_einen_ganzen_bau(
    daten: Path, tmp_path: Path
) -> None:
    geruest, _ = _ganz(daten, tmp_path / "seite")
    assert geruest.alles(_bau(daten)) == {}, "nothing has changed"

    _aendere(daten / "massnahmen/sprachtreffs.yaml", "titel: ", "titel: Probe ")
    zuerst = geruest.zuerst(_bau(daten), "herausforderungen/la-01/index.html")
    assert set(zuerst) == {"massnahmen/sprachtreffs/index.html", "herausforderungen/la-01/index.html"}
    assert all(b"Probe" in seite for seite in zuerst.values())

    _aendere(daten / "zielgruppen/alle.yaml", "beschreibung: ", "beschreibung: Ohne [Ziel](gibt-es-nicht.md). ")
    bau = lies_bau(daten, STICHTAG)
    assert bau is None, "what the check refuses comes to no page"


@pytest.mark.langsam
@pytest.mark.parametrize("was", ["titel", "neu", "fort"])
def test_was_jede_seite_oder_die_adressen_aendert_verlangt_einen_ganzen_bau(
    was: str, daten: Path, tmp_path: Path
) -> None:
    geruest, _ = _ganz(daten, tmp_path / "seite")
    begriff = daten / "zielgruppen/probe.yaml"
    if was == "titel":
        _aendere(daten / "gemeinde.yaml", "titel: Integrationskonzept", "titel: Probekonzept")
    else:
        begriff.write_text("id: probe\nbezeichnung: Probe\nbeschreibung: Eine Probe.\n", "utf-8")
    if was == "fort":
        geruest, _ = _ganz(daten, tmp_path / "seite")
        begriff.unlink()
    with pytest.raises(Umbau):
        geruest.alles(_bau(daten))
