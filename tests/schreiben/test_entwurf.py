"""A draft is checked as a whole, then all of it is written, or nothing."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from pydantic import ValidationError
from schreiben.kleinstadt import HEUTE, lege_an
from schreiben.mappen import inhalt

from macros.modell.befund import Befund
from macros.pruefung import pruefe_ordner
from macros.schreiben.ablegen import heile, schreibe_datei, schreibe_zusammen
from macros.schreiben.entwurf import Entwurf


@pytest.fixture
def ordner(tmp_path: Path) -> Path:
    """A town of a few lines."""
    return lege_an(tmp_path / "data")


def test_das_beispiel_selbst_ist_ohne_befund(ordner: Path) -> None:
    assert pruefe_ordner(ordner, HEUTE)[1] == []


def test_ein_satz_wird_an_ort_und_stelle_geaendert_und_erst_dann_geschrieben(ordner: Path) -> None:
    davor = inhalt(ordner)
    entwurf = Entwurf(ordner)
    satz = entwurf.satz("akteure", "amt")
    assert satz == {"id": "amt", "bezeichnung": "Amt", "art": "stadt"}
    satz["kurzform"] = "A"
    assert entwurf.satz("akteure", "amt") is satz
    assert entwurf.texte() == {"akteure/amt.yaml": "id: amt\nbezeichnung: Amt\nart: stadt\nkurzform: A\n"}
    assert inhalt(ordner) == davor
    assert entwurf.schreibe() == ["akteure/amt.yaml"]
    assert inhalt(ordner) == {**davor, "akteure/amt.yaml": b"id: amt\nbezeichnung: Amt\nart: stadt\nkurzform: A\n"}


def test_was_nur_angesehen_wurde_wird_nicht_geschrieben(ordner: Path) -> None:
    entwurf = Entwurf(ordner)
    entwurf.satz("akteure", "amt")
    entwurf.tabelle("plaetze")
    assert (entwurf.texte(), entwurf.pruefe(HEUTE), entwurf.schreibe()) == ({}, [], [])


def test_eine_tabelle_wird_zelle_fuer_zelle_geaendert(ordner: Path) -> None:
    entwurf = Entwurf(ordner)
    tabelle = entwurf.tabelle("plaetze")
    assert tabelle == [
        ["stichtag", "wert", "zeichen", "hinweis"],
        ["2024", "10", "", ""],
        ["2025", "12", "", "geschätzt"],
    ]
    tabelle[1] = ["2024", "6", "", "Süd, Nord"]
    assert entwurf.tabelle("plaetze") is tabelle
    assert entwurf.texte() == {
        "indikatoren/plaetze.csv": 'stichtag,wert,zeichen,hinweis\n2024,6,,"Süd, Nord"\n2025,12,,geschätzt\n'
    }


def test_geaenderte_dateien_stehen_in_der_reihenfolge_ihrer_namen(ordner: Path) -> None:
    entwurf = Entwurf(ordner)
    entwurf.lege_an("zielgruppen", {"id": "z", "bezeichnung": "Z"})
    entwurf.tabelle("plaetze")[1][1] = "6"
    entwurf.satz("indikatoren", "plaetze")["name"] = "Orte"
    entwurf.lege_an("akteure", {"id": "b", "bezeichnung": "B", "art": "rat"})
    assert entwurf.schreibe() == [
        "akteure/b.yaml",
        "indikatoren/plaetze.csv",
        "indikatoren/plaetze.yaml",
        "zielgruppen/z.yaml",
    ]
    assert (ordner / "zielgruppen/z.yaml").read_text() == "id: z\nbezeichnung: Z\n"


def test_ein_neuer_satz_mit_tabelle(ordner: Path) -> None:
    entwurf = Entwurf(ordner)
    entwurf.lege_an("indikatoren", {"id": "neu", "name": "Neu"}, [["stichtag", "wert"], ["2024", "1"]])
    assert entwurf.texte() == {
        "indikatoren/neu.csv": "stichtag,wert\n2024,1\n",
        "indikatoren/neu.yaml": "id: neu\nname: Neu\n",
    }
    assert entwurf.satz("indikatoren", "neu")["name"] == "Neu"


def test_eine_kennung_wird_nicht_zweimal_vergeben(ordner: Path) -> None:
    entwurf = Entwurf(ordner)
    with pytest.raises(FileExistsError, match=r"^akteure/amt\.yaml$"):
        entwurf.lege_an("akteure", {"id": "amt"})
    entwurf.lege_an("akteure", {"id": "neu"})
    with pytest.raises(FileExistsError, match=r"^akteure/neu\.yaml$"):
        entwurf.lege_an("akteure", {"id": "neu"})
    entwurf.lege_an("zielgruppen", {"id": "amt"})
    with pytest.raises(ValidationError):
        entwurf.lege_an("akteure", {"id": "../boese"})


def test_geprueft_wird_das_ganze_ohne_eine_datei_zu_aendern(ordner: Path) -> None:
    davor = inhalt(ordner)
    entwurf = Entwurf(ordner, "daten/")
    entwurf.satz("indikatoren", "plaetze")["quelle"] = "fehlt"
    entwurf.tabelle("plaetze")[1][1] = "viele"
    assert [(b.datei, b.zeile, b.feld, b.regel) for b in entwurf.pruefe(HEUTE)] == [
        ("daten/indikatoren/plaetze.csv", 2, "wert", "zahl"),
        ("daten/indikatoren/plaetze.yaml", 9, "quelle", "verweis"),
    ]
    assert inhalt(ordner) == davor


def test_der_ordner_heisst_in_befunden_wie_gesagt_oder_wie_er_heisst(ordner: Path) -> None:
    assert Entwurf(ordner, "daten/").anzeige == "daten"
    assert Entwurf(ordner).anzeige == ordner.as_posix()


def test_was_schon_vorher_zu_bemaengeln_war_wird_nicht_noch_einmal_gesagt(ordner: Path) -> None:
    shutil.copy(ordner / "akteure/amt.yaml", ordner / "akteure/rat.yaml")
    _, bekannt = pruefe_ordner(ordner, HEUTE)
    assert [b.regel for b in bekannt] == ["dateiname"]
    entwurf = Entwurf(ordner)
    entwurf.lege_an("zielgruppen", {"id": "z", "bezeichnung": "Z", "oberbegriff": "fehlt"})
    assert [(b.datei, b.regel) for b in entwurf.pruefe(HEUTE, bekannt)] == [
        (f"{ordner.as_posix()}/zielgruppen/z.yaml", "verweis")
    ]
    verschoben = [Befund(b.datei, b.zeile + 7, b.feld, b.regel, b.text, "anders", b.schwere) for b in bekannt]
    assert len(entwurf.pruefe(HEUTE, verschoben)) == 1, "another line is the same finding"
    for anders in (
        [Befund("x", b.zeile, b.feld, b.regel, b.text) for b in bekannt],
        [Befund(b.datei, b.zeile, "x", b.regel, b.text) for b in bekannt],
        [Befund(b.datei, b.zeile, b.feld, "x", b.text) for b in bekannt],
        [Befund(b.datei, b.zeile, b.feld, b.regel, "x") for b in bekannt],
    ):
        assert len(entwurf.pruefe(HEUTE, anders)) == 2


def test_das_schema_und_verstecktes_wird_nicht_mitgeprueft(ordner: Path) -> None:
    (ordner / "schema").mkdir()
    (ordner / ".git").mkdir()
    entwurf = Entwurf(ordner)
    entwurf.satz("akteure", "amt")["kurzform"] = "A"
    assert entwurf.pruefe(HEUTE) == []


def test_eine_datei_wird_ganz_ersetzt_und_nichts_bleibt_liegen(tmp_path: Path) -> None:
    ziel = tmp_path / "neu/tief/a.yaml"
    schreibe_datei(ziel, "ä\n")
    schreibe_datei(ziel, "b\n")
    assert ziel.read_bytes() == b"b\n"
    assert [p.name for p in ziel.parent.iterdir()] == ["a.yaml"]


def test_bricht_das_schreiben_ab_bleibt_die_alte_datei(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ziel = tmp_path / "a.yaml"
    schreibe_datei(ziel, "alt\n")

    def bricht_ab(self: Path, ziel: Path) -> Path:
        self.write_bytes(b"ne")
        raise OSError("Platte voll")

    monkeypatch.setattr(Path, "replace", bricht_ab)
    with pytest.raises(OSError, match="Platte voll"):
        schreibe_datei(ziel, "neu und lang\n")
    assert ziel.read_bytes() == b"alt\n"
    assert [p.name for p in tmp_path.iterdir()] == ["a.yaml"]


def test_eine_verknuepfung_wird_ersetzt_und_nicht_verfolgt(tmp_path: Path) -> None:
    (tmp_path / "fremd").write_text("bleibt")
    (tmp_path / "a.yaml").symlink_to(tmp_path / "fremd")
    schreibe_datei(tmp_path / "a.yaml", "neu\n")
    assert (tmp_path / "fremd").read_text() == "bleibt"
    assert not (tmp_path / "a.yaml").is_symlink()


def test_ein_vorgelegter_name_faengt_nichts_ab(tmp_path: Path) -> None:
    """Whoever may write there could lay a link under a name that the tool is going to use, if he knew it."""
    (tmp_path / "fremd").write_text("bleibt")
    for name in (".a.yaml.neu", ".a.yaml.tmp", "a.yaml~", ".a.yaml."):
        (tmp_path / name).symlink_to(tmp_path / "fremd")
    schreibe_datei(tmp_path / "a.yaml", "neu\n")
    assert (tmp_path / "fremd").read_text() == "bleibt"


@pytest.mark.parametrize("maske", [0o022, 0o077, 0o002])
def test_rechte_bleiben_und_neue_folgen_der_maske(tmp_path: Path, maske: int) -> None:
    alt = os.umask(maske)
    try:
        schreibe_zusammen(tmp_path, {"akteure/neu.yaml": "a\n"})
        schreibe_datei(tmp_path / "b", "b")
        (tmp_path / "b").chmod(0o640)
        schreibe_datei(tmp_path / "b", "c")
    finally:
        os.umask(alt)
    assert (tmp_path / "akteure/neu.yaml").stat().st_mode & 0o777 == 0o666 & ~maske
    assert (tmp_path / "b").stat().st_mode & 0o777 == 0o640


def _liegengebliebenes(ordner: Path, liste: str, **dateien: str) -> Path:
    platz = ordner / ".konzept-neu-abcd1234"
    for name, text in dateien.items():
        datei = platz / name.replace("__", "/")
        datei.parent.mkdir(parents=True, exist_ok=True)
        datei.write_text(text)
    if liste:
        (platz / "fertig.json").write_text(liste)
    return platz


def test_was_fertig_dalag_kommt_beim_naechsten_start_an_seinen_platz(ordner: Path) -> None:
    platz = _liegengebliebenes(ordner, '["akteure/neu.yaml", "gemeinde.yaml"]', **{"akteure__neu.yaml": "neu"})
    heile(ordner)
    assert (ordner / "akteure/neu.yaml").read_text() == "neu"
    assert not platz.exists()


def test_was_nur_begonnen_war_geht_nach_einer_stunde(ordner: Path) -> None:
    platz = _liegengebliebenes(ordner, "", **{"akteure__neu.yaml": "neu"})
    heile(ordner)
    assert platz.exists()
    os.utime(platz, (0, 0))
    heile(ordner)
    assert not platz.exists()
    assert not (ordner / "akteure/neu.yaml").exists()


def test_eine_untergeschobene_liste_bewegt_nichts_hinaus(ordner: Path, tmp_path: Path) -> None:
    """Anybody's branch may hold such a folder."""
    liste = '["../boese", "akteure/../../boese", "/boese", "akteure/.git", "akteure/x.py", "schema/a/b.yaml", 7, null]'
    _liegengebliebenes(ordner, liste, **{"boese": "x", "akteure__x.py": "x"})
    vorher = sorted(p for p in tmp_path.rglob("*") if ".konzept-neu" not in str(p))
    heile(ordner)
    assert sorted(tmp_path.rglob("*")) == vorher
