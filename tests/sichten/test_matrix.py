"""Rows of the lists: what a challenge and a measure show, and in which order they stand."""

from __future__ import annotations

from datetime import date

import pytest
from saetze_bauen import fassung, handlungsfeld, herausforderung, massnahme, nachfolge, plan_aus

from macros.modell.auswahlen import Nachfolgeart, Prioritaet, Ressource
from macros.modell.massnahme import Bezug
from macros.modell.plan import Plan
from macros.sichten.matrix import (
    ZeileHerausforderung,
    ZeileMassnahme,
    massnahmen_je_herausforderung,
    vorgaenger,
    zeilen_herausforderungen,
    zeilen_massnahmen,
)
from macros.sichten.stand import Lage, lage


@pytest.fixture
def zeilen(plan: Plan, stichtag: date) -> list[ZeileMassnahme]:
    return zeilen_massnahmen(plan, {m.id: lage(m, stichtag) for m in plan.massnahmen.values()})


def test_die_neueste_fassung_steht_vorn(zeilen: list[ZeileMassnahme], plan: Plan) -> None:
    fassungen = [plan.massnahmen[z.id].herkunft.fassung for z in zeilen]
    assert fassungen == ["2025"] * 8 + ["2021"] * 5
    assert [h.nummer for h in zeilen_herausforderungen(plan)][:3] == [1, 2, 3]


def test_die_federfuehrung_steht_vorn_und_niemand_doppelt(zeilen: list[ZeileMassnahme]) -> None:
    sprachtreffs = next(z for z in zeilen if z.id == "sprachtreffs")
    assert sprachtreffs.akteure == ("fachdienst-zusammenleben", "volkshochschule", "bruecke", "kirchengemeinde")


def test_ein_leerer_plan_hat_leere_listen(plan: Plan) -> None:
    leer = Plan(plan.gemeinde)
    assert zeilen_massnahmen(leer, {}) == []
    assert zeilen_herausforderungen(leer) == []


def test_jede_vorgaengerin_ist_bekannt(plan: Plan) -> None:
    je = {kennung: [m.id for m in alte] for kennung, alte in vorgaenger(plan).items()}
    assert je == {
        "sprachtreffs": ["sprachcafe"],
        "lernpatenschaften": ["bildungslots-innen"],
        "anerkennungsberatung": ["bildungslots-innen"],
        "willkommensmappe": ["aemterwegweiser", "begruessungsbrief"],
    }


# Small plans: what stands in a row, and in which order the rows stand.

BILDUNG = handlungsfeld("bildung", kuerzel="BA")
ALT, NEU = fassung("alt", 2020), fassung("neu", 2024)
NICHTS = Lage(None, None, None, None, (), False, False)


def test_eine_zeile_nennt_alles_von_der_herausforderung() -> None:
    h = herausforderung(
        "ba-07",
        nummer=7,
        titel="Es fehlen Räume",
        bereich="schule",
        ziele=[{"text": "Räume finden."}, {"text": "Räume öffnen."}],
        zielgruppen=["eltern", "kinder"],
        prioritaet="zusaetzlich",
    )
    plan = plan_aus(BILDUNG, h, massnahme("zwei", herausforderungen=["ba-07"]), massnahme("eins", herausforderungen=["ba-07"]))  # fmt: skip
    assert zeilen_herausforderungen(plan) == [
        ZeileHerausforderung(
            id="ba-07",
            nummer=7,
            kuerzel="BA-07",
            titel="Es fehlen Räume",
            kurz="Es fehlen Räume",
            ziele=("Räume finden.", "Räume öffnen."),
            zielgruppen=("eltern", "kinder"),
            handlungsfeld="bildung",
            bereich="schule",
            prioritaet=Prioritaet.ZUSAETZLICH,
            massnahmen=("zwei", "eins"),
        )
    ]


def test_eine_zeile_nennt_alles_von_der_massnahme() -> None:
    m = massnahme(
        "treff",
        nummer="4.1.2",
        titel="Treffpunkt",
        kurztext="Ein Ort.",
        herausforderungen=["ba-07"],
        zielgruppen=["eltern"],
        federfuehrung="amt",
        beteiligte=[{"akteur": "verein"}, {"akteur": "amt"}],
        bezuege=[{"akteur": "schule", "wort": "Vorbild"}],
        sozialraum="Süd",
        ressourcen=["raeumlich", "personell"],
        nachfolge=nachfolge("geteilt", "a", "b"),
    )
    plan = plan_aus(BILDUNG, herausforderung("ba-07"), m)
    assert zeilen_massnahmen(plan, {"treff": NICHTS}) == [
        ZeileMassnahme(
            id="treff",
            nummer="4.1.2",
            titel="Treffpunkt",
            kurz="Treffpunkt",
            kurztext="Ein Ort.",
            herausforderungen=("ba-07",),
            zielgruppen=("eltern",),
            akteure=("amt", "verein"),
            federfuehrung="amt",
            beteiligte=("verein",),
            bezuege=(Bezug(akteur="schule", wort="Vorbild"),),
            handlungsfeld="bildung",
            sozialraum="Süd",
            ressourcen=(Ressource.RAEUMLICH, Ressource.PERSONELL),
            kosten=None,
            zeitraum=None,
            lage=NICHTS,
            nachfolge=Nachfolgeart.GETEILT,
        )
    ]


def test_wer_nichts_angibt_hat_leere_zellen() -> None:
    (zeile,) = zeilen_massnahmen(plan_aus(massnahme("treff")), {"treff": NICHTS})
    assert (zeile.akteure, zeile.sozialraum, zeile.ressourcen, zeile.nachfolge) == ((), None, (), None)


def test_neue_fassungen_stehen_vor_alten_und_eine_unbekannte_bei_der_aeltesten() -> None:
    mittlere = fassung("mittel", 2022)
    herausforderungen = [herausforderung(f, fassung=f) for f in ("alt", "fremd", "mittel", "neu")]
    massnahmen = [massnahme(f, f) for f in ("alt", "fremd", "mittel", "neu")]
    plan = plan_aus(BILDUNG, ALT, mittlere, NEU, *herausforderungen, *massnahmen)
    assert [z.id for z in zeilen_herausforderungen(plan)] == ["neu", "mittel", "alt", "fremd"]
    lagen = dict.fromkeys(plan.massnahmen, NICHTS)
    assert [z.id for z in zeilen_massnahmen(plan, lagen)] == ["neu", "mittel", "alt", "fremd"]


def test_in_einer_fassung_bleibt_die_reihenfolge_der_daten() -> None:
    plan = plan_aus(BILDUNG, NEU, herausforderung("z"), herausforderung("a"), massnahme("z"), massnahme("a"))
    assert [z.id for z in zeilen_herausforderungen(plan)] == ["z", "a"]
    assert [z.id for z in zeilen_massnahmen(plan, {"z": NICHTS, "a": NICHTS})] == ["z", "a"]


def test_eine_auswahl_zeigt_nur_das_gewaehlte_auch_wenn_es_leer_ist() -> None:
    eine, andere = herausforderung("eine"), herausforderung("andere")
    treff, fest = massnahme("treff"), massnahme("fest")
    plan = plan_aus(BILDUNG, NEU, eine, andere, treff, fest)
    assert [z.id for z in zeilen_herausforderungen(plan, [andere])] == ["andere"]
    assert zeilen_herausforderungen(plan, []) == []
    assert [z.id for z in zeilen_massnahmen(plan, {"fest": NICHTS}, [fest])] == ["fest"]
    assert zeilen_massnahmen(plan, {}, []) == []


def test_jede_herausforderung_kennt_ihre_massnahmen_auch_wenn_es_keine_gibt() -> None:
    plan = plan_aus(
        herausforderung("a"),
        herausforderung("b"),
        massnahme("treff", herausforderungen=["a"]),
        massnahme("fest", herausforderungen=["a"]),
    )
    assert massnahmen_je_herausforderung(plan) == {"a": ("treff", "fest"), "b": ()}


def test_ein_kuerzel_hat_mindestens_zwei_ziffern() -> None:
    plan = plan_aus(BILDUNG)
    assert [herausforderung("x", nummer=n).kuerzel_im(plan) for n in (1, 12, 123)] == ["BA-01", "BA-12", "BA-123"]
