"""Titles of pages, by hand."""

from __future__ import annotations

import pytest

from macros.ausgabe.worte.browsertitel import HOECHSTENS, browsertitel

SITE, ORT = "Integrationskonzept Musterstadt", "Musterstadt"


@pytest.mark.parametrize(
    ("was", "art", "titel"),
    [
        ("Sprachcafé", "Maßnahme", "Sprachcafé – Maßnahme – Integrationskonzept Musterstadt"),
        ("Hausaufgabenhilfe und Nachhilfe", "Maßnahme", "Hausaufgabenhilfe und Nachhilfe – Maßnahme – Musterstadt"),
        ("Downloads", "", "Downloads – Integrationskonzept Musterstadt"),
        (
            "Herausforderungen im Handlungsbereich Wohnen und Mobilität",
            "Kapitel 3.3",
            "Herausforderungen im Handlungsbereich Wohnen… – Kapitel 3.3",
        ),
        ("Donaudampfschifffahrtsgesellschaft" * 3, "", "DonaudampfschifffahrtsgesellschaftDonaudampfs… – Musterstadt"),
    ],
)
def test_das_sprechende_wort_steht_vorn_und_die_art_dahinter(was: str, art: str, titel: str) -> None:
    assert browsertitel(was, art, SITE, ORT) == titel
    assert len(titel) <= HOECHSTENS


def test_auch_eine_lange_fassung_passt() -> None:
    titel = browsertitel("Integrationspreis", "Integrationskonzept der Stadt Musterstadt, zweite Fassung", SITE, ORT)
    assert titel == "Integrationspr… – Integrationskonzept der Stadt Musterstadt…"
