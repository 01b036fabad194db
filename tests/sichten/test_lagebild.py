"""The page that answers, by hand for Musterstadt on 30 June 2026 against 30 June 2025, and where little is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from macros.modell.auswahlen import Kostenart
from macros.modell.massnahme import Kosten, Massnahme, Sachstand, Schritt, Zeitraum
from macros.modell.plan import Plan
from macros.sichten.damals import Zaehlung, stand_am
from macros.sichten.entscheidung import Anlass
from macros.sichten.lagebild import Lagebild, lagebild
from macros.sichten.umsetzung import massnahmen_der_fassung
from macros.sichten.verlauf import lagen

HEUTE, DAMALS = date(2026, 6, 30), date(2025, 6, 30)


def bild(plan: Plan, massnahmen: Sequence[Massnahme] | None = None, damals: date = DAMALS) -> Lagebild:
    davon = massnahmen_der_fassung(plan, "2025") if massnahmen is None else massnahmen
    return lagebild(plan, lagen(plan, HEUTE), davon, HEUTE, stand_am(plan, damals))


def nur(plan: Plan, massnahme: Massnahme) -> Lagebild:
    """The picture of a Plan in which one measure is another."""
    anders = replace(plan, massnahmen={**plan.massnahmen, massnahme.id: massnahme})
    return bild(anders, [massnahme])


def test_damals_und_jetzt_je_stand_und_ampel(plan: Plan) -> None:
    b = bild(plan)
    assert [(z.wort, z.damals, z.jetzt) for z in b.staende] == [
        ("noch nicht berichtet", 5, 1),
        ("vorgeschlagen", 0, 1),
        ("beschlossen", 1, 1),
        ("in Vorbereitung", 0, 1),
        ("in Umsetzung", 1, 1),
        ("Daueraufgabe", 1, 1),
        ("umgesetzt", 0, 1),
        ("ausgesetzt", 0, 1),
    ]
    assert [(z.wort, z.damals, z.jetzt) for z in b.ampeln] == [
        ("im Plan", 3, 2),
        ("gefährdet", 0, 1),
        ("verzögert", 0, 1),
    ]
    assert b.gewechselt == 6
    assert Zaehlung("x", 5, 1).unterschied == -4
    assert Zaehlung("x", None, 1).unterschied is None


def test_schritte_und_termine(plan: Plan) -> None:
    b = bild(plan)
    assert (b.schritte.alle, b.schritte.erledigt, b.schritte.im_zeitraum, b.schritte.ohne_termin) == (9, 4, 3, 1)
    assert [(v.massnahme.id, v.tage, [t.tag.isoformat() for t in v.termine]) for v in b.verspaetungen] == [
        ("lernpatenschaften", 122, ["2026-02-28"]),
        ("sprachtreffs", 91, ["2026-03-31"]),
    ]
    assert b.termine_ueberfaellig == 2
    assert [(t.massnahme.id, t.tag.isoformat()) for t in b.naechste] == [
        ("lernpatenschaften", "2026-09-30"),
        ("sprachtreffs", "2026-12-31"),
    ]


def test_geld_je_art_geplant_bewilligt_ausgegeben(plan: Plan) -> None:
    assert [(s.art, s.geplant, s.bewilligt, s.ausgegeben) for s in bild(plan).kosten] == [
        (Kostenart.EINMALIG, 4200, 4000, 4187.35),
        (Kostenart.JAEHRLICH, 18500.5, 18500.5, 9120),
        (Kostenart.GESCHAETZT, 6000, None, None),
    ]


def test_summen_einer_art_sind_genau_und_sagen_zu_wie_vielen_es_angaben_gibt(plan: Plan) -> None:
    muster = plan.massnahmen["strassenfeste"]
    je = [
        muster.model_copy(
            update={"kosten": Kosten(betrag_euro=0.1 * n, art=Kostenart.EINMALIG, bewilligt_euro=5 if n == 1 else None)}
        )
        for n in (1, 2)
    ]
    (summe,) = bild(plan, je).kosten
    assert (summe.geplant, summe.bewilligt, summe.bewilligt_zu, summe.ausgegeben) == (0.3, 5, 1, None)


def test_was_zu_entscheiden_und_was_nicht_bekannt_ist(plan: Plan) -> None:
    b = bild(plan)
    assert [(a, [m.id for m in davon]) for a, davon in b.entscheidungen] == [
        (Anlass.VORGESCHLAGEN, ["dolmetschpool"]),
        (Anlass.AUSGESETZT, ["strassenfeste"]),
        (Anlass.GEFAEHRDET, ["lernpatenschaften"]),
        (Anlass.VERZOEGERT, ["sprachtreffs"]),
        (Anlass.FEDERFUEHRUNG, ["dolmetschpool", "offene-vereine"]),
        (Anlass.DECKUNG, ["anerkennungsberatung"]),
    ]
    assert [(u.wort, len(u.massnahmen)) for u in b.unbekannt] == [
        ("Sachstand", 1),
        ("Federführung", 2),
        ("Zeitraum", 4),
        ("Kosten", 5),
        ("Finanzierung", 6),
    ]
    assert len(b.laufend) == 7, "the finished one asks nothing more"


def test_die_drei_zahlen_die_sich_am_meisten_bewegt_haben(plan: Plan) -> None:
    assert [(x.indikator, x.aenderung.von.wert, x.aenderung.bis.wert) for x in bild(plan).bewegungen] == [
        ("einbuergerungen", 88, 96),
        ("schueler", 2355, 2410),
        ("bevoelkerung", 30412, 30518),
    ]


def test_vor_der_ersten_fassung_gibt_es_kein_damals(plan: Plan) -> None:
    b = bild(plan, damals=date(2019, 1, 1))
    assert b.damals is not None and b.damals.staende is None
    assert {z.damals for z in b.staende} == {None}
    assert b.gewechselt is None and (b.umgebildet, b.nicht_mehr_dabei, b.neu_dabei) == ((), (), ())


def test_vor_der_neuen_fassung_zaehlt_die_alte(plan: Plan) -> None:
    b = bild(plan, damals=date(2025, 1, 1))
    assert b.damals is not None and b.damals.staende is not None
    assert b.damals.staende["sprachcafe"] == ("daueraufgabe", "im_plan")
    assert b.gewechselt == 1, "only the Sprachcafé goes on as one measure: Daueraufgabe → in Umsetzung"
    assert b.umgebildet == ("aemterwegweiser", "begruessungsbrief", "bildungslots-innen")
    assert b.nicht_mehr_dabei == ("integrationspreis",)
    assert b.neu_dabei == ("wohnlots-innen", "dolmetschpool", "strassenfeste", "offene-vereine")


def test_eine_nur_fortgefuehrte_massnahme_hat_ihren_stand_behalten(plan: Plan) -> None:
    """The measure goes on in the next edition as it was: nothing has changed, nothing is gone, nothing is new."""
    alte = plan.massnahmen["sprachcafe"]
    neue = plan.massnahmen["sprachtreffs"].model_copy(update={"sachstaende": ()})
    gekuerzt = replace(plan, massnahmen={alte.id: alte, neue.id: neue})
    b = bild(gekuerzt, [neue], date(2025, 1, 1))
    assert (b.gewechselt, b.umgebildet, b.nicht_mehr_dabei, b.neu_dabei) == (0, (), (), ())


def test_ein_zeitraum_ohne_aenderung(plan: Plan) -> None:
    b = bild(plan, damals=date(2026, 6, 29))
    assert b.gewechselt == 0 and b.schritte.im_zeitraum == 0
    assert all(z.unterschied == 0 for z in b.staende)


def test_was_beendet_ist_fragt_und_verspaetet_sich_nicht(plan: Plan) -> None:
    fertig = plan.massnahmen["dolmetschpool"].model_copy(
        update={
            "schritte": (Schritt(text="x", termin=date(2026, 12, 1)),),
            "zeitraum": Zeitraum(beginn=date(2025, 1, 1), ende=date(2026, 1, 1)),
            "sachstaende": (Sachstand(datum=date(2026, 1, 2), stand="umgesetzt"),),
        }
    )
    b = nur(plan, fertig)
    assert (b.laufend, b.entscheidungen, b.unbekannt, b.verspaetungen, b.naechste) == ((), (), (), (), ())


def test_ueberschrittenes_ende_und_ueberschrittener_schritt_sind_zu_entscheiden(plan: Plan) -> None:
    ruhig = plan.massnahmen["offene-vereine"].model_copy(update={"federfuehrung": "rat"})
    ende = ruhig.model_copy(update={"zeitraum": Zeitraum(beginn=date(2025, 1, 1), ende=date(2026, 6, 29))})
    schritt = ruhig.model_copy(update={"schritte": (Schritt(text="x", termin=date(2026, 6, 29)),)})
    assert [a for a, _ in nur(plan, ruhig).entscheidungen] == []
    assert [a for a, _ in nur(plan, ende).entscheidungen] == [Anlass.ENDE]
    assert [a for a, _ in nur(plan, schritt).entscheidungen] == [Anlass.SCHRITT]
    assert nur(plan, ende).verspaetungen[0].tage == 1
    assert nur(plan, ende).verspaetungen[0].termine[0].was is None


def test_achtundsechzig_massnahmen_ohne_jede_angabe(plan: Plan) -> None:
    leer = plan.massnahmen["offene-vereine"]
    viele = [leer.model_copy(update={"id": f"m-{n}"}) for n in range(68)]
    gross = replace(plan, massnahmen={m.id: m for m in viele})
    b = bild(gross, viele)
    assert [(u.wort, len(u.massnahmen)) for u in b.unbekannt][1] == ("Federführung", 68)
    assert b.mit_termin == 0 and b.verspaetungen == ()
