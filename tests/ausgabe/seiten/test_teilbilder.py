"""Pictures beside a shared link: one per record that is shared most, 1200 × 630 pixels, only with an address."""

from __future__ import annotations

import struct
from datetime import date

import pytest

from macros.ausgabe.kontext import Bau
from macros.ausgabe.seiten.teilbilder import _blatt, teilbild, teilbilder
from macros.modell.plan import Plan


@pytest.fixture(scope="module")
def bau(plan: Plan, stichtag: date) -> Bau:
    return Bau.am(plan, stichtag, "https://beispiel.example/konzept/")


def test_jedes_bild_hat_die_groesse_die_dienste_zeigen(bau: Bau) -> None:
    bilder = {d.adresse: d.inhalt for d in teilbilder(bau)}
    assert "teilen/start.png" in bilder
    assert "teilen/massnahmen-sprachcafe.png" in bilder
    for inhalt in bilder.values():
        assert isinstance(inhalt, bytes)
        assert struct.unpack(">II", inhalt[16:24]) == (1200, 630)


def test_eine_herausforderung_zeigt_das_bild_ihres_handlungsfelds(bau: Bau) -> None:
    satz = next(iter(bau.plan.herausforderungen.values()))
    assert teilbild(bau, satz) == f"teilen/handlungsfelder-{satz.handlungsfeld}.png"
    assert teilbild(bau, None) == "teilen/start.png"


def test_jede_seite_nennt_ein_bild_das_es_gibt(bau: Bau) -> None:
    da = {d.adresse for d in teilbilder(bau)}
    assert {teilbild(bau, satz) for _, satz in bau.plan.alle()} <= da


def test_ohne_adresse_der_website_gibt_es_nur_die_zahlen_die_kein_diagramm_zeigt(plan: Plan, stichtag: date) -> None:
    assert [d.adresse for d in teilbilder(Bau(plan, stichtag))] == ["teilen/indikatoren-beschaeftigte.png"]


def test_das_bild_einer_zahl_nennt_sie_mit_quelle_und_lizenz(bau: Bau) -> None:
    blatt = _blatt(bau, bau.plan.indikatoren["einbuergerungen"])
    assert blatt["unten"].startswith("Im Jahr 2025 waren es insgesamt 96 Personen.")
    assert "Quelle der Zahlen: Einwohnerstatistik" in blatt["von"] and "CC BY 4.0" in blatt["von"]
