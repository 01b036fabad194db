"""Documents are set in another process: kept ones never twice, and whatever goes wrong there is said in German."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from ausgabe.druck.conftest import bau_von

from macros.ausgabe.druck.dokument import Dokument, Teil, baum
from macros.ausgabe.druck.satz import ablage, setzerei
from macros.ausgabe.druck.satz.druckbaum import Druckbaum
from macros.ausgabe.druck.satz.knoten import Druckfehler
from macros.ausgabe.druck.satz.setzerei import setze_alle


def druckbaum(text: str, titel: str = "Kleines Dokument") -> Druckbaum:
    dokument = Dokument(name="klein", titel=titel, teile=[Teil(f"<h1>{titel}</h1><p>{text}</p>")])  # type: ignore[arg-type]
    return baum(bau_von("musterstadt"), dokument)


def test_mehrere_dokumente_kommen_in_ihrer_reihenfolge(tmp_path: Path) -> None:
    alle = [druckbaum(f"Text {i}") for i in range(3)]
    pdfs = setze_alle(alle, tmp_path)
    assert len(set(pdfs)) == 3
    assert all(pdf.startswith(b"%PDF") for pdf in pdfs)
    assert setze_alle(alle[::-1], tmp_path) == pdfs[::-1]


def test_was_liegt_wird_nicht_noch_einmal_gesetzt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (pdf,) = setze_alle([druckbaum("Einmal")], tmp_path)

    def kein_prozess(*_: Any, **__: Any) -> None:
        raise AssertionError("ein Prozess wurde gestartet")

    monkeypatch.setattr(subprocess, "run", kein_prozess)
    assert setze_alle([druckbaum("Einmal")], tmp_path) == [pdf]
    with pytest.raises(AssertionError):
        setze_alle([druckbaum("Zweimal")], tmp_path)


def test_was_in_der_ablage_zerrissen_ist_wird_neu_gesetzt(tmp_path: Path) -> None:
    (pdf,) = setze_alle([druckbaum("Einmal")], tmp_path)
    (datei,) = tmp_path.glob("*.pdf")
    datei.write_bytes(pdf[: len(pdf) // 2])
    assert setze_alle([druckbaum("Einmal")], tmp_path) == [pdf]
    assert datei.read_bytes() == pdf


def test_ein_fehler_nennt_sein_dokument(tmp_path: Path) -> None:
    with pytest.raises(Druckfehler, match="U\\+4E16.*Ungewöhnlich"):
        setze_alle([druckbaum("Gut"), druckbaum("世", "Ungewöhnlich")], tmp_path)


@pytest.mark.parametrize(("befehl", "grund"), [("exit 3", "brach ab"), ("kill -9 $$", "Arbeitsspeicher")])
def test_ein_abbruch_wird_gesagt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, befehl: str, grund: str) -> None:
    abbruch = tmp_path / "abbruch"
    abbruch.write_text(f"#!/bin/sh\ncat > /dev/null\n{befehl}\n")
    abbruch.chmod(0o755)
    monkeypatch.setattr(setzerei.sys, "executable", str(abbruch))
    with pytest.raises(Druckfehler, match=f"Kleines Dokument.*{grund}"):
        setze_alle([druckbaum("Text")], tmp_path / "ablage")


def test_aufgeraeumt_wird_was_am_laengsten_niemand_brauchte(tmp_path: Path) -> None:
    for i, name in enumerate(("alt", "gebraucht", "neu")):
        ablage.lege(name, b"%PDF %%EOF", tmp_path)
        os.utime(tmp_path / f"{name}.pdf", (i, i))
    ablage.lies("alt", tmp_path)
    ablage.raeume(tmp_path, 2)
    assert sorted(p.stem for p in tmp_path.glob("*.pdf")) == ["alt", "neu"]
