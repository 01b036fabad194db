"""Whatever the site writes, no two of it have one address: by case, umlauts, forms of Unicode, folders, places on a page."""

from __future__ import annotations

import shutil
import unicodedata
from pathlib import Path

import pytest
from gebaut import MUSTERSTADT, STICHTAG

from macros.ausgabe.adressraum import Belegung, doppelte_adressen, doppelte_stellen
from macros.ausgabe.kontext import Bau
from macros.befehle.bauen import baue_stand
from macros.pruefung import pruefe_ordner

GLEICH = [
    ("massnahmen/x/index.html", "massnahmen/x/index.html"),
    ("massnahmen/Haus/index.html", "massnahmen/haus/index.html"),
    ("daten/Übersicht.csv", "daten/uebersicht.csv"),
    ("daten/Straße.csv", "daten/STRASSE.csv"),
    ("daten/brücke.csv", unicodedata.normalize("NFD", "daten/brücke.csv")),
    ("daten/Étage.csv", "daten/etage.csv"),
    ("daten/ıi.csv", "daten/II.csv"),
]
VERSCHIEDEN = [
    ("daten/a.csv", "daten/a.json"),
    ("a/b/index.html", "a-b/index.html"),
    ("massnahmen/uber/index.html", "massnahmen/ueber/index.html"),
]


@pytest.mark.parametrize(("eine", "andere"), GLEICH)
def test_was_ein_system_fuer_dasselbe_haelt_wird_gemeldet(eine: str, andere: str) -> None:
    (befund,) = doppelte_adressen([Belegung(eine, "data/a.yaml"), Belegung(andere, "data/b.yaml")])
    assert (befund.datei, befund.regel) == ("data/b.yaml", "adresse")
    assert befund.text == f"„{andere}“ ist vergeben: „{eine}“ kommt aus data/a.yaml."


@pytest.mark.parametrize(("eine", "andere"), VERSCHIEDEN)
def test_was_ueberall_verschieden_ist_bleibt(eine: str, andere: str) -> None:
    assert doppelte_adressen([Belegung(eine, "a"), Belegung(andere, "b")]) == []


@pytest.mark.parametrize("folge", [("pdf", "PDF/konzept.pdf"), ("PDF/konzept.pdf", "pdf")])
def test_wo_ein_ordner_ist_kann_keine_datei_sein(folge: tuple[str, str]) -> None:
    assert [b.datei for b in doppelte_adressen([Belegung(a, f"{n}") for n, a in enumerate(folge)])] == ["1"]


@pytest.mark.parametrize(
    ("eine", "andere"), [("ziel", "ziel"), ("Ziel", "ziel"), ("über-uns", "ueber-uns"), ("a&amp;b", "a&#38;b")]
)
def test_zwei_stellen_einer_seite_haben_zwei_namen(eine: str, andere: str) -> None:
    seite = (
        f'<h2 id="{eine}">A</h2><p data-id="{eine}">x</p><svg><g class="b" id="{andere}"/></svg><h2 id="drei">C</h2>'
    )
    (befund,) = doppelte_stellen(seite, "docs/x.md")
    assert befund.datei == "docs/x.md" and befund.text.startswith("Die Stelle „#")


def _baue(daten: Path, ziel: Path) -> int:
    plan, _ = pruefe_ordner(daten, STICHTAG)
    assert plan
    return baue_stand(Bau.am(plan, STICHTAG, None), daten, ziel, lambda *_: None, lambda *_: None)


def test_der_bau_haelt_an_und_nennt_beide_seiten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    daten = Path(shutil.copytree(MUSTERSTADT, tmp_path / "daten"))
    for endung in ("yaml", "csv"):
        text = (daten / f"indikatoren/bevoelkerung.{endung}").read_text("utf-8")
        (daten / f"indikatoren/vergleichen.{endung}").write_text(
            text.replace("id: bevoelkerung\n", "id: vergleichen\n"), "utf-8"
        )
    assert _baue(daten, tmp_path / "site") == 1
    meldung = capsys.readouterr().err
    assert "„monitoring/vergleichen/index.html“ ist vergeben" in meldung
    assert "data/indikatoren/vergleichen.yaml" in meldung and "docs/monitoring/vergleichen.md" in meldung
    assert not (tmp_path / "site").exists()


def test_eine_quelle_nimmt_keiner_stelle_der_seite_den_namen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    daten = Path(shutil.copytree(MUSTERSTADT, tmp_path / "daten"))
    (daten / "quellen/art-quelle.yaml").write_text("id: art-quelle\nbezeichnung: Art\n", "utf-8")
    assert _baue(daten, tmp_path / "site") == 1
    assert "Die Stelle „#art-quelle“ gibt es auf der Seite schon." in capsys.readouterr().err
