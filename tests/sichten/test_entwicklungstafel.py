"""Earliest, last, now, difference, target: by hand for Musterstadt, surveys too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from macros.modell.plan import Plan
from macros.sichten.entwicklungstafel import Tafelzeile, entwicklungstafel

HEUTE = date(2026, 6, 30)


def kurz(z: Tafelzeile) -> tuple[object, ...]:
    werte = [(w.zeit.kurzbezeichnung, w.wert) if w else None for w in (z.frueher, z.zuletzt, z.jetzt)]
    return (z.gruppe, *werte, z.unterschied, z.ziel.wert if z.ziel else None)


def test_eine_befragung_zeigt_wer_zustimmt(plan: Plan) -> None:
    zeilen = entwicklungstafel(plan, ["wohlfuehlen"], HEUTE)
    assert kurz(zeilen[0])[:2] == ("Zustimmung: insgesamt", ("2021", 64))
    assert [z.gruppe for z in zeilen] == [
        "Zustimmung: insgesamt",
        "Zustimmung: mit Einwanderungsgeschichte",
        "Zustimmung: ohne Einwanderungsgeschichte",
    ]
    assert all(z.prozent and z.jetzt and z.zuletzt for z in zeilen)
    assert zeilen[0].unterschied is not None


def test_bestand_und_quote_mit_ziel(plan: Plan) -> None:
    (bevoelkerung,) = entwicklungstafel(plan, ["bevoelkerung"], HEUTE)
    assert kurz(bevoelkerung)[2:5] == (("31.12.2024", 30412), ("31.12.2025", 30518), 106)
    quote = entwicklungstafel(plan, ["beschaeftigungsquote"], HEUTE)
    assert {z.ziel.jahr for z in quote if z.ziel} == {2028}


def test_ohne_zahlen_bleibt_eine_leere_zeile(plan: Plan) -> None:
    ohne = replace(plan, kennzahlen={**plan.kennzahlen, "bevoelkerung": ()})
    (zeile,) = entwicklungstafel(ohne, ["bevoelkerung"], HEUTE)
    assert kurz(zeile) == ("", None, None, None, None, None)


def test_mit_einer_zahl_gibt_es_kein_davor(plan: Plan) -> None:
    eine = plan.kennzahlen["bevoelkerung"]
    letzte = max(k.stichtag for k in eine)
    ohne = replace(plan, kennzahlen={**plan.kennzahlen, "bevoelkerung": tuple(k for k in eine if k.stichtag == letzte)})
    (zeile,) = entwicklungstafel(ohne, ["bevoelkerung"], HEUTE)
    assert (zeile.frueher, zeile.zuletzt, zeile.unterschied) == (None, None, None)
    assert zeile.jetzt and zeile.jetzt.wert == 30518
