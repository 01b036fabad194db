"""A step says what the source says with the strength that the source says it: must, should, can, is examined, if.

`tests/daten/verbindlichkeit.csv` holds the degree of every step as it was read in the source, written by hand; where a
step has several, the main clause counts.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

DATEN = Path(__file__).parents[1] / "data" / "massnahmen"
TABELLE = Path(__file__).parent / "daten/verbindlichkeit.csv"
MUSS = re.compile(r"\b(muss|müssen|gilt es)\b", re.IGNORECASE)
WORTE = {
    "muss": MUSS,
    "soll": re.compile(r"\bsoll(te|en|ten)?\b", re.IGNORECASE),
    "kann": re.compile(r"\b(kann|können|könnte|könnten)\b", re.IGNORECASE),
    "wird geprüft": re.compile(r"\b(prüft|prüfen|geprüft|berät|beraten)\b", re.IGNORECASE),
    "bedingt": re.compile(
        r"\b(gegebenenfalls|wenn|wo|falls)\b|(^|[.!?] )(Ist|Sollen|Stimmt|Gibt|Fällt) [^.!?]*,", re.IGNORECASE
    ),
}
"""Degree -> the words that carry it; „ohne“ needs none."""
FREMDES_MUSS = {("integrationsrat", "1")}
"""Steps whose „must“ is not theirs: it stands in the question that is to be examined."""


def _zeilen() -> list[tuple[str, str, list[str]]]:
    with TABELLE.open(encoding="utf-8", newline="") as datei:
        return [(z["massnahme"], z["schritt"], z["quelle_grad"].split("; ")) for z in csv.DictReader(datei)]


ZEILEN = _zeilen()
SCHRITTE = {
    (datei.stem, str(nummer)): schritt["text"]
    for datei in DATEN.glob("*.yaml")
    for nummer, schritt in enumerate(yaml.safe_load(datei.read_text("utf-8")).get("schritte", ()), 1)
}


def test_jeder_schritt_steht_einmal_in_der_tafel() -> None:
    assert Counter((m, s) for m, s, _ in ZEILEN) == Counter(SCHRITTE.keys())


@pytest.mark.parametrize(
    ("massnahme", "schritt", "grade"), ZEILEN, ids=lambda w: w if isinstance(w, str) else "+".join(w)
)
def test_der_schritt_sagt_es_so_stark_wie_die_quelle(massnahme: str, schritt: str, grade: list[str]) -> None:
    text = SCHRITTE[(massnahme, schritt)]
    assert set(grade) <= {*WORTE, "ohne"}
    for grad in set(grade) - {"ohne"}:
        assert WORTE[grad].search(text), f"„{grad}“ of the source is missing: {text}"
    if "muss" not in grade and (massnahme, schritt) not in FREMDES_MUSS:
        assert not MUSS.search(text), f"stronger than the source: {text}"


def test_ausnahmen_werden_gebraucht() -> None:
    for stelle in FREMDES_MUSS:
        assert MUSS.search(SCHRITTE[stelle])
