"""Which text it is: „Lesefassung“, or „beschlossener Text“ where the data say that it stands as decided; on every surface."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from ausgabe.druck.conftest import ADRESSE, TAG, bau_von
from regelfaelle import geaendert

from macros.ausgabe.druck.dokument import Dokument, baum
from macros.ausgabe.druck.druckkontext import Druckkontext
from macros.ausgabe.druck.konzept import konzept
from macros.ausgabe.druck.matrix import massnahmenmatrix
from macros.ausgabe.druck.poster import poster
from macros.ausgabe.druck.satz.druckbaum import Druckbaum
from macros.ausgabe.druck.steckbrief import steckbrief
from macros.ausgabe.kontext import Bau
from macros.ausgabe.seiten.erzeugen import seite
from macros.modell.gemeinde import Fassung

DOKUMENTE: dict[str, Callable[[Bau], Dokument]] = {
    "konzept": konzept,
    "matrix": lambda bau: massnahmenmatrix(bau, "a4", bau.massnahmen),
    "poster": poster,
    "steckbrief": lambda bau: steckbrief(bau, bau.massnahmen[0]),
}


def beschlossen() -> Bau:
    """Musterstadt, whose sections of 2025 stand as they were decided."""
    return Bau(geaendert(bau_von("musterstadt").plan, "fassungen", "2025", wie_beschlossen=True), TAG, ADRESSE)


def angabe(b: Druckbaum, wort: str) -> str:
    return next(wert for name, wert in b.angaben if name == wort)


@pytest.mark.parametrize("name", DOKUMENTE)
def test_ohne_angabe_ist_es_eine_lesefassung(name: str, stadt: str) -> None:
    b = baum(bau_von(stadt), DOKUMENTE[name](bau_von(stadt)))
    assert b.kurztitel.startswith("Lesefassung: ")
    assert b.beschreibung.startswith("Lesefassung: ")


@pytest.mark.parametrize("name", DOKUMENTE)
def test_wo_die_daten_es_sagen_ist_es_der_beschlossene_text(name: str) -> None:
    b = baum(beschlossen(), DOKUMENTE[name](beschlossen()))
    assert b.kurztitel.startswith("Beschlossener Text: ")
    assert b.beschreibung.startswith("Beschlossener Text: ")


def test_auch_zitat_und_vorspann_sagen_es() -> None:
    b = baum(beschlossen(), konzept(beschlossen()))
    assert "(beschlossener Text; Integrationskonzept 2025, 2025)" in angabe(b, "Zitierweise")
    assert b.untertitel.startswith("Beschlossener Text mit Matrix")
    html = Druckkontext(beschlossen(), "").rendere(
        "druck/vorspann.html", fassung=beschlossen().fassung, LESEFASSUNG="Lesefassung", eigenes=False
    )
    assert "Text, wie er am 20. Februar 2025 beschlossen wurde (Rat der Stadt Musterstadt)" in html
    assert "einfachen Worten" not in html


def test_ohne_tag_des_beschlusses_bleibt_es_eine_lesefassung() -> None:
    f = Fassung(id="2030", titel="T", jahr=2030, wie_beschlossen=True)
    assert f.textart == "Lesefassung"
    assert f.model_copy(update={"beschlossen_am": date(2030, 1, 1)}).textart == "beschlossener Text"


def test_die_seite_eines_abschnitts_sagt_welcher_text_es_ist() -> None:
    def inhalt(bau: Bau) -> str:
        return seite(bau, bau.plan.konzept["1-einleitung"]).inhalt

    assert "Lesefassung in einfachen Worten." in inhalt(bau_von("musterstadt"))
    assert "Beschlossener Text.</strong> Er steht hier, wie er am 20. Februar 2025 beschlossen wurde" in inhalt(
        beschlossen()
    )


def test_eine_fruehere_fassung_nennt_was_ihr_folgt() -> None:
    bau = bau_von("musterstadt")
    alte = next(m for m in bau.plan.massnahmen.values() if m.herkunft.fassung == "2021")
    assert seite(bau, alte).kopf["fassung"] == (
        "Integrationskonzept 2021 (frühere Fassung, abgelöst durch Integrationskonzept 2025)"
    )
    assert seite(bau, alte).kopf["textart"] == "beschlossener Text"
    b = baum(bau, steckbrief(bau, alte))
    assert b.fassung == "Integrationskonzept 2021, abgelöst durch Integrationskonzept 2025"
    heutige = seite(bau, bau.massnahmen[0]).kopf
    assert "fassung" not in heutige


def test_was_noch_nicht_gilt_loest_nichts_ab() -> None:
    plan = geaendert(bau_von("musterstadt").plan, "fassungen", "2025", beschlossen_am="2027-01-01")
    bau = replace(bau_von("musterstadt"), plan=plan).mit_vorbereitung
    neue = next(m for m in plan.massnahmen.values() if m.herkunft.fassung == "2025")
    kopf = seite(bau, neue).kopf
    assert (kopf["fassung"], kopf["textart"]) == ("Integrationskonzept 2025 (in Vorbereitung)", "Lesefassung")
