"""A data file takes one spelling; the finding names it for exactly what was typed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from macros.eingabe.datenform import in_datenform
from macros.modell.auswahlen import Stichtagsform
from macros.pruefung import pruefe_ordner


@pytest.mark.parametrize(
    ("regel", "getippt", "so"),
    [
        ("datum", "31.12.2023", "So: 2023-12-31"),
        ("datum", "1. März 2027", "So: 2027-03-01"),
        ("datum", "30.2.2025", ""),
        ("datum", "bald", ""),
        ("datum", 46112, ""),
        ("zahl", "27,4", "So: 27.4"),
        ("zahl", "1.234,5", "So: 1234.5"),
        ("zahl", "27.4", ""),
        ("zahl", "4.200,00 €", ""),
        ("ganzzahl", "2.025", "So: 2025"),
        ("ganzzahl", "12,5", ""),
        ("ganzzahl", "drei", ""),
        ("stichtag", "31.12.2023", "So: 2023-12-31"),
        ("stichtag", "irgendwann", ""),
        ("laenge", "31.12.2023", ""),
    ],
)
def test_der_befund_nennt_die_schreibweise_der_daten(regel: str, getippt: object, so: str) -> None:
    assert in_datenform(regel, getippt) == so


def test_die_form_des_indikators_entscheidet_mit() -> None:
    assert in_datenform("stichtag", "4. Quartal 2026", Stichtagsform.QUARTAL) == "So: 2026-Q4"


@pytest.mark.parametrize(
    ("datei", "alt", "neu", "so"),
    [
        ("fassungen/2025.yaml", "2025-02-20", "20.2.2025", "So: 2025-02-20"),
        ("fassungen/2025.yaml", "2025\nbeschluss", "2.025\nbeschluss", "So: 2025"),
        ("indikatoren/bevoelkerung.csv", "2023-12-31", "31.12.2023", "So: 2023-12-31"),
    ],
)
def test_wer_das_gesagte_schreibt_ist_fertig(
    daten: Path, stichtag: date, datei: str, alt: str, neu: str, so: str
) -> None:
    ort = daten / datei
    heil = ort.read_text("utf-8")
    ort.write_text(heil.replace(alt, neu), "utf-8")
    befunde = pruefe_ordner(daten, stichtag, "data")[1]
    assert {b.vorschlag.rpartition("So: ")[2] for b in befunde if b.schwere == "fehler"} == {so.removeprefix("So: ")}
    getippt, gesagt = neu.partition("\n")[0], so.removeprefix("So: ")
    ort.write_text(ort.read_text("utf-8").replace(getippt, gesagt), "utf-8")
    assert pruefe_ordner(daten, stichtag, "data")[1] == []
