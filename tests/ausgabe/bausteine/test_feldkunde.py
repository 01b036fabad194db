"""The field guide shows every field of the model, in the words of the model."""

from __future__ import annotations

from datetime import date

from macros.ausgabe.bausteine.feldkunde import feldkunde, kapitel, zeige
from macros.ausgabe.kontext import Bau, Kontext
from macros.modell.felder import pfade
from macros.modell.plan import SAMMLUNGEN, Plan
from macros.modell.stichtag import lies_stichtag


def test_jedes_feld_steht_mit_beschreibung_und_beispiel_da(plan: Plan) -> None:
    je_name = {k.name: k for k in kapitel(plan)}
    assert set(je_name) == {"gemeinde", *SAMMLUNGEN}
    for name, typ in SAMMLUNGEN.items():
        gezeigt = {z.pfad: z for z in je_name[name].zeilen}
        assert set(gezeigt) == {".".join(p) for p, _ in pfade(typ)}
        assert all(z.feld.beschreibung for z in gezeigt.values())
        assert gezeigt["id"].beispiel


def test_das_beispiel_ist_der_vollstaendigste_datensatz(plan: Plan) -> None:
    k = next(k for k in kapitel(plan) if k.name == "massnahmen")
    assert k.beispiel_aus == "data/massnahmen/sprachtreffs.yaml"
    beispiele = {z.pfad: z.beispiel for z in k.zeilen}
    assert beispiele["kosten.betrag_euro"] == "18500.5"
    assert beispiele["federfuehrung"] == "fachdienst-zusammenleben"
    assert beispiele["zeitraum.beginn"] == "2025-03-01"


def test_werte_stehen_da_wie_in_der_datei() -> None:
    assert [zeige(w) for w in (None, (), True, False, 3.0, 2.5, date(2026, 3, 1), ("a", "b"), "x " * 200)] == [
        "", "", "true", "false", "3", "2.5", "2026-03-01", "a …", ("x " * 54).strip() + " …",
    ]  # fmt: skip
    assert zeige(lies_stichtag("2025/26")) == "2025/26"


def test_die_seite_ist_maskiert(plan: Plan) -> None:
    html = feldkunde(Kontext(Bau(plan, date(2026, 6, 30)), "redaktion/felder/"))
    assert "<code>massnahmen</code>" in html
    assert "data/massnahmen/&lt;id&gt;.yaml" in html
    assert "Pflicht" in html
