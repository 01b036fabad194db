"""Pictures beside a shared link: one per record that is shared most, 1200 × 630 pixels, only with an address."""

from __future__ import annotations

import struct
from datetime import date

import pytest

from macros.ausgabe.kontext import Bau
from macros.ausgabe.seiten.teilbilder import teilbild, teilbilder
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


def test_ohne_adresse_der_website_wird_keines_gezeichnet(plan: Plan, stichtag: date) -> None:
    assert not [*teilbilder(Bau(plan, stichtag))]
