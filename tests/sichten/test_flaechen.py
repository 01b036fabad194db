"""Where a field is shown: what has a place or a reason exists, and what is new has a place by itself."""

from __future__ import annotations

from pydantic import Field

from macros.modell.felder import felder
from macros.modell.massnahme import Massnahme
from macros.sichten.flaechen import EIGENER_PLATZ, WEGGELASSEN, Flaeche, angaben


def test_was_genannt_ist_gibt_es() -> None:
    for typ, je_flaeche in EIGENER_PLATZ.items():
        for flaeche, namen in je_flaeche.items():
            assert set(namen.split()) <= {f.name for f in felder(typ)}, typ
            assert not set(namen.split()) & WEGGELASSEN.get(typ, {}).get(flaeche, {}).keys(), typ
    for typ, ohne in WEGGELASSEN.items():
        assert {n for gruende in ohne.values() for n in gruende} <= {f.name for f in felder(typ)}, typ


def test_ein_neues_feld_steht_von_selbst_in_der_liste() -> None:
    class Neu(Massnahme):
        praeventionsziel: str | None = Field(None, title="Präventionsziel", description="Was verhindert wird.")

    for flaeche in Flaeche:
        assert "praeventionsziel" in {f.name for f in angaben(Neu, flaeche)}


def test_in_der_liste_steht_was_keinen_anderen_platz_hat() -> None:
    auf_der_seite = [f.name for f in angaben(Massnahme, Flaeche.SEITE)]
    assert {"federfuehrung", "kosten", "zeitraum", "sozialraum"} <= set(auf_der_seite)
    assert not {"id", "nummer", "titel", "sachstaende"} & set(auf_der_seite)
    assert auf_der_seite == [f.name for f in felder(Massnahme) if f.name in auf_der_seite]


def test_was_nirgends_einen_eigenen_platz_hat_steht_ganz_in_der_liste() -> None:
    assert [f.name for f in angaben(Massnahme, Flaeche.TABELLEN)] == [
        f.name for f in felder(Massnahme) if f.name != "id"
    ]


def test_die_flaechen_heissen_wie_vorlagen_sie_nennen() -> None:
    assert [f.value for f in Flaeche] == ["seite", "im_konzept", "druck", "excel", "tabellen"]
