"""The concept on one picture: the view by hand for Musterstadt, and its drawing, which holds everything that it draws."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from ausgabe.druck.conftest import bau_von, knoten
from lxml import etree

from macros.ausgabe.druck.dokument import baum
from macros.ausgabe.druck.konzeptbild import zeichne
from macros.ausgabe.druck.poster import PLATZ, WEITE, poster
from macros.ausgabe.druck.satz.druckbaum import als_text
from macros.ausgabe.druck.satz.knoten import Bildblock
from macros.ausgabe.druck.satz.setzen import setze
from macros.ausgabe.kontext import Bau
from macros.modell.plan import Plan
from macros.sichten.konzeptbild import Konzeptbild, konzeptbild

HEUTE = date(2026, 6, 30)


def von(bau: Bau) -> Konzeptbild:
    assert bau.fassung
    return konzeptbild(bau.plan, bau.lagen, bau.fassung.id)


def test_die_sicht_nennt_felder_herausforderungen_massnahmen_und_was_antwortet() -> None:
    b = von(bau_von("musterstadt"))
    assert [(f.kuerzel, len(f.herausforderungen), len(f.massnahmen)) for f in b.felder] == [
        ("LA", 3, 3),
        ("AW", 3, 3),
        ("BT", 2, 2),
    ]
    assert (b.herausforderungen, b.massnahmen, b.ohne_antwort) == (8, 8, 0)
    la = b.felder[0]
    assert [h.gefuellt for h in la.herausforderungen] == [True, True, False]
    assert la.herausforderungen[1].antworten == ("lernpatenschaften",)
    treffs = la.massnahmen[0]
    assert (treffs.nummer, treffs.standwort, treffs.ampel, treffs.ueberfaellig) == (
        "3.1.1",
        "in Umsetzung",
        "verzögert",
        True,
    )
    assert len(b.verbindungen) == 9 and ("sprachtreffs", "la-01") in b.verbindungen


def test_die_echte_stadt_hat_ein_feld_ohne_massnahme() -> None:
    b = von(bau_von("echt"))
    assert [(f.kuerzel, len(f.herausforderungen), len(f.massnahmen)) for f in b.felder] == [
        ("BA", 15, 4),
        ("BH", 13, 4),
        ("WM", 5, 0),
        ("ZF", 9, 4),
        ("TV", 5, 4),
    ]
    assert (b.herausforderungen, b.massnahmen) == (47, 16)


@pytest.mark.parametrize("stadt", ["musterstadt", "echt"])
def test_im_bild_steht_jeder_titel_jeder_stand_und_jede_linie(stadt: str) -> None:
    b = von(bau_von(stadt))
    svg = etree.fromstring(zeichne(b.felder).encode())
    texte = ["".join(t.itertext()) for t in svg.iter("{*}text")]
    for f in b.felder:
        assert f"{f.name} ({f.kuerzel})" in texte
        assert {h.kuerzel for h in f.herausforderungen} <= set(texte)
        assert {h.titel for h in f.herausforderungen} <= set(texte)
        assert {m.nummer for m in f.massnahmen} <= set(texte)
    gefuellt = [r for r in svg.iter("{*}rect") if r.get("width") == "2.4" and r.get("fill") == "#222"]
    assert len(gefuellt) == sum(h.gefuellt for f in b.felder for h in f.herausforderungen)
    linien = [p for p in svg.iter("{*}path") if p.get("fill") == "none"]
    assert len(linien) == len(b.verbindungen)


def test_ohne_farbe_unterscheidet_die_form() -> None:
    svg = zeichne(von(bau_von("musterstadt")).felder)
    assert 'stroke-dasharray="0.7 0.5"' in svg, "not reported"
    assert svg.count('fill="#222" d=') + svg.count(' Z" fill="#222"') == 2, "two are under way: half circles"


def test_das_bild_passt_auf_das_blatt_und_das_ganze_steht_auch_als_liste() -> None:
    for stadt in ("musterstadt", "echt"):
        dokument = poster(bau_von(stadt))
        (bild,) = knoten(baum(bau_von(stadt), dokument), Bildblock)
        breite = float(bild.breite.removesuffix("mm"))
        kasten = [float(x) for x in etree.fromstring(bild.svg.encode()).get("viewBox").split()]
        assert breite <= WEITE and breite / kasten[2] * kasten[3] <= PLATZ + 0.1
        liste = str(dokument.teile[-1].html)
        assert all(h.titel.split("*")[0] in liste for f in von(bau_von(stadt)).felder for h in f.herausforderungen)


def test_zweihundert_herausforderungen_kommen_auf_mehrere_blaetter(plan: Plan) -> None:
    muster = plan.herausforderungen["la-01"]
    viele = {f"la-{n}": muster.model_copy(update={"id": f"la-{n}", "nummer": n}) for n in range(10, 90)}
    gross = Bau(replace(plan, herausforderungen={**plan.herausforderungen, **viele}), HEUTE)
    dokument = poster(gross)
    assert len(dokument.bilder) == 2
    assert "(1 von 2)" in str(dokument.teile[0].html)


def test_was_im_titel_steht_wird_nie_auszeichnung(plan: Plan) -> None:
    boese = plan.massnahmen["sprachtreffs"].model_copy(update={"titel": "</svg><script>x</script>" + "ä" * 200})
    bau = Bau(replace(plan, massnahmen={**plan.massnahmen, boese.id: boese}), HEUTE)
    svg = etree.fromstring(zeichne(von(bau).felder).encode())
    assert not list(svg.iter("{*}script"))


def test_ein_plan_ohne_massnahmen_und_herausforderungen(plan: Plan) -> None:
    leer = Bau(Plan(plan.gemeinde, fassungen=plan.fassungen, handlungsfelder=plan.handlungsfelder), HEUTE)
    assert "keine Maßnahme im Text" in zeichne(von(leer).felder)
    nichts = Bau(Plan(plan.gemeinde), HEUTE)
    assert len(poster(nichts).teile) == 1


@pytest.mark.parametrize(
    "zeichen", ["😀 ✅ 🇺🇦 👍🏽 1️⃣", "العربية", "தமிழ் ภาษาไทย हिन्दी", "ትግርኛ", "עברית 3 ₪", "Київ, Ἀθῆναι"]
)
def test_das_poster_laesst_sich_setzen_was_immer_in_titeln_steht(zeichen: str) -> None:
    bau = bau_von("musterstadt")
    treffs = bau.plan.massnahmen["sprachtreffs"].model_copy(update={"titel": f"Treff {zeichen}"})
    bau = replace(bau, plan=replace(bau.plan, massnahmen={**bau.plan.massnahmen, "sprachtreffs": treffs}))
    p = poster(bau)
    assert "Treff" in next(iter(p.bilder.values()))
    assert zeichen in str(p.teile[-1].html), "the list has it in full"
    assert setze(als_text(baum(bau, p))).startswith(b"%PDF")
