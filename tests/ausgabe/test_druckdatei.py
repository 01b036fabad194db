"""What documents are called: the concept's own words and its town stand in every file name and every link to it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from macros.ausgabe.bausteine.druck import druckfassungen
from macros.ausgabe.kontext import Bau, Kontext
from macros.modell.plan import Plan


def bau(plan: Plan, angaben: Mapping[str, str]) -> Bau:
    return Bau(replace(plan, gemeinde=plan.gemeinde.model_copy(update=angaben)), date(2026, 6, 30))


@pytest.mark.parametrize(
    ("name", "titel", "erwartet"),
    [
        ("Musterstadt", "Integrationskonzept Musterstadt", "integrationskonzept-musterstadt-konzept.pdf"),
        ("Bad Öynhausen", "Klimaplan 2030", "klimaplan-2030-bad-oeynhausen-konzept.pdf"),
        ("Ulm", "Наш план", "ulm-konzept.pdf"),
        ("东", "中", "stadt-konzept.pdf"),
        ("Au", "Au " + "wirklich " * 9, "au-wirklich-wirklich-wirklich-wirklich-wirklich-wirklich-konzept.pdf"),
        ("Au", "Au" + "u" * 98, "a" + "u" * 59 + "-konzept.pdf"),
    ],
    ids=["mit Ort", "ohne Ort", "fremde Schrift", "nur fremde Schrift", "viele Wörter", "ein langes Wort"],
)
def test_der_dateiname_nennt_konzept_und_ort(plan: Plan, name: str, titel: str, erwartet: str) -> None:
    assert bau(plan, {"name": name, "titel": titel}).druckdatei("konzept.pdf") == erwartet


def test_ein_steckbrief_sagt_dass_er_einer_ist(plan: Plan) -> None:
    erwartet = "steckbriefe/integrationskonzept-musterstadt-steckbrief-sprachtreffs.pdf"
    assert bau(plan, {}).druckdatei("steckbriefe/sprachtreffs.pdf") == erwartet


def test_jeder_link_der_downloads_traegt_den_namen(plan: Plan) -> None:
    html = str(druckfassungen(Kontext(bau(plan, {"name": "Ulm", "titel": "Teilhabeplan Ulm"}), "daten/")))
    ziele = re.findall(r'href="[^"]*pdf/([^"]+)"', html)
    assert len(ziele) >= 5
    assert all(ziel.startswith("teilhabeplan-ulm-") for ziel in ziele)
