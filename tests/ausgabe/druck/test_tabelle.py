"""Where tables may break: small ones nowhere, rows of moderate height only between each other."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest
from ausgabe.druck.conftest import bau_von

from macros.ausgabe.druck.dokument import baum
from macros.ausgabe.druck.satz.druckbaum import als_text
from macros.ausgabe.druck.satz.knoten import Titel
from macros.ausgabe.druck.satz.rohtabelle import Rohzeile, Rohzelle
from macros.ausgabe.druck.satz.setzen import setze
from macros.ausgabe.druck.satz.tabelle import lege_tabelle, lege_tabellen
from macros.ausgabe.druck.steckbrief import steckbrief

KURZ, LANG = "drei kurze Worte", "ein langer Satz mit vielen Worten " * 40


def zelle(text: str, kopf: bool) -> Rohzelle:
    return Rohzelle((text,), text, kopf)


def zeilen(anzahl: int, text: str) -> list[Rohzeile]:
    kopf = Rohzeile((zelle("Nr.", True), zelle("Text", True)), kopf=True)
    return [kopf, *(Rohzeile((zelle(str(i), True), zelle(text, False))) for i in range(anzahl))]


@pytest.mark.parametrize(("anzahl", "text", "ganz"), [(5, KURZ, True), (60, KURZ, False), (5, LANG, False)])
def test_nur_eine_kleine_tabelle_bleibt_in_einem_stueck(anzahl: int, text: str, ganz: bool) -> None:
    assert lege_tabelle(zeilen(anzahl, text), "14mm 1fr", 9, quer=False).ganz is ganz


def test_nur_eine_riesige_zeile_darf_reissen() -> None:
    fest = [lege_tabelle(zeilen(1, text), "14mm 1fr", 9, quer=False).zeilen[0].fest for text in (LANG, LANG * 12)]
    assert fest == [True, False]


def test_nur_schmale_zellen_werden_getrennt() -> None:
    schmal, breit = lege_tabelle(zeilen(1, LANG), "14mm 1fr", 9, quer=False).zeilen[0].zellen
    assert (schmal.weit, breit.weit) == (False, True)


def test_auch_eine_tabelle_in_einer_zelle_hat_zeilenkoepfe() -> None:
    bau = bau_von("musterstadt")
    m = bau.plan.massnahmen["sprachtreffs"]
    mit = m.model_copy(
        update={"beschreibung": "Davor.\n\n| Ort | Plätze | Tag |\n|---|--:|---|\n| Innenstadt | 5 | Montag |"}
    )
    bau = replace(bau, plan=replace(bau.plan, massnahmen={**bau.plan.massnahmen, m.id: mit}))
    koepfe = []
    for blatt in (m, mit):
        with pikepdf.open(io.BytesIO(setze(als_text(baum(bau, steckbrief(bau, blatt)))))) as pdf:
            zellen = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/TH"]
            koepfe.append(
                sum(isinstance(z.get("/A"), pikepdf.Dictionary) and z.A.get("/Scope") == "/Row" for z in zellen)
            )
    assert koepfe[1] == koepfe[0] + 1


def spalten(koepfe: list[str], werte: list[str]) -> list[Rohzeile]:
    kopf = Rohzeile(tuple(zelle(k, True) for k in koepfe), kopf=True)
    return [kopf, Rohzeile(tuple(zelle(w, False) for w in werte), anker="hier")]


def test_eine_tabelle_von_zwoelf_spalten_wird_kleiner_oder_mehrere() -> None:
    namen = [f"S{n}" for n in range(12)]
    (kleiner,) = lege_tabellen(spalten(namen, ["123.456"] * 12), "", 8.5, quer=False)
    assert 6.5 <= kleiner.schrift < 8.5
    erste, zweite = lege_tabellen(spalten(namen, ["12.345.678"] * 12), "", 8.5, quer=False)
    assert [z.kinder for z in erste.kopf[0].zellen] == [("S0",), *((f"S{n}",) for n in range(1, 7))]
    assert [z.kinder for z in zweite.kopf[0].zellen] == [("S0",), *((f"S{n}",) for n in range(7, 12))]
    assert erste.schrift == zweite.schrift == 8.5
    assert [t.zeilen[0].anker for t in (erste, zweite)] == ["hier", ""]
    assert len(lege_tabellen(spalten(namen, ["12.345.678"] * 12), "", 8.5, quer=False, platz=60)) == 6
    assert len(lege_tabellen(spalten(namen, ["12.345.678"] * 12), "", 8.5, quer=True)) == 1


def test_keine_spalte_ist_schmaler_als_ihr_laengstes_stueck() -> None:
    koepfe = ["Nr.", "Text", "Summe", "Zeit"]
    (tabelle,) = lege_tabellen(spalten(koepfe, ["1", LANG, "1.234.567.890,12", "31.12.2024"]), "", 8.5, quer=False)
    weiten = [float(b.removesuffix("mm")) for b in tabelle.breiten]
    assert weiten[2] > 16 * 0.45 * 8.5 * 0.3528
    assert sum(weiten) <= 160.1


def test_eine_zeile_mit_ueberschriften_darf_reissen() -> None:
    kopf = Rohzeile((zelle("Nr.", True), zelle("Text", True)), kopf=True)
    voll = Rohzelle((Titel(3, ("Titel",)), *KURZ), KURZ, False)
    tabelle = lege_tabelle([kopf, Rohzeile((zelle("1", True), voll))], "14mm 1fr", 9, quer=False)
    assert (tabelle.zeilen[0].fest, tabelle.ganz) == (False, False)
