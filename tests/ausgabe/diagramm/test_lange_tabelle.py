"""A table of thousands of rows shows its first ones and says how many there are; none is lost."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from saetze_bauen import indikator, plan_aus
from zahlen_bauen import kennzahl

from macros.ausgabe.diagramm.tabelle import Zahlentabelle, zahlentabelle
from macros.ausgabe.kontext import Bau, Kontext
from macros.modell.plan import Plan
from macros.sichten.reihen import reihe


def gross(zeilen: int, *, mit_noten: bool = False) -> Plan:
    werte = [f"Gruppe {n}" for n in range(zeilen)]
    satz = indikator("zahlen", dimensionen=[{"id": "gruppe", "name": "Gruppe", "auspraegungen": werte}])
    zahlen = tuple(kennzahl("2024", float(n), gruppe=w) for n, w in enumerate(werte))
    if mit_noten:
        zahlen = tuple(replace(k, hinweis=f"Hinweis {n}") for n, k in enumerate(zahlen))
    return plan_aus(satz, zahlen={"zahlen": zahlen})


def tabelle(zeilen: int, *, mit_noten: bool = False) -> Zahlentabelle:
    return zahlentabelle(reihe(gross(zeilen, mit_noten=mit_noten), "zahlen"))


def test_erst_hundert_zeilen_dann_der_rest() -> None:
    lang = tabelle(3240)
    assert (len(lang.erste), len(lang.weitere)) == (100, 3140)
    assert lang.erste + lang.weitere == lang.zeilen
    kurz = tabelle(120)
    assert (len(kurz.erste), kurz.weitere) == (120, ())


def test_dreitausend_anmerkungen_haben_verschiedene_buchstaben() -> None:
    noten = [buchstabe for buchstabe, _ in tabelle(3240, mit_noten=True).noten]
    assert len(set(noten)) == 3240
    assert [noten[n] for n in (0, 25, 26, 51, 52, 701, 702)] == ["a", "z", "aa", "az", "ba", "zz", "aaa"]


def test_auf_der_seite_oeffnet_sich_der_rest() -> None:
    plan = gross(3240)
    k = Kontext(Bau(plan, date(2026, 6, 30)), "monitoring/zahlen/")
    html = k.rendere(
        "bausteine/monitoring_tabelle.html",
        satz=plan.indikatoren["zahlen"],
        tabelle=tabelle(3240),
        reihe=reihe(plan, "zahlen"),
    )
    davor, danach = html.split("<details")
    assert (davor.count("<tr"), danach.count("<tr")) == (101, 3141)
    assert "Gezeigt sind die ersten 100 von 3.240 Zeilen." in davor
    assert "Weitere 3.140 Zeilen zeigen" in danach
    assert re.search(r'href="[^"]*daten/indikatoren/zahlen\.csv"', davor)
