"""What differs between two Plans: records, fields, reports, figures, and what follows from them."""

from __future__ import annotations

from typing import Any

import pytest
from saetze_bauen import (
    abschnitt,
    aussage,
    begriff,
    dimension,
    fassung,
    gemeinde,
    handlungsfeld,
    indikator,
    massnahme,
    plan_aus,
)
from zahlen_bauen import kennzahl, tafel

from macros.modell.auswahlen import Ressource, Stand
from macros.modell.indikator import Kennzahl
from macros.modell.massnahme import Kosten, Massnahme, Schritt, Zeitraum
from macros.modell.plan import Plan
from macros.modell.stichtag import Stichtag, lies_stichtag
from macros.sichten.behauptung import Ausgang
from macros.sichten.unterschied import (
    Aussagewechsel,
    Berichtwechsel,
    Feldwechsel,
    Satzwechsel,
    Unterschied,
    Wechsel,
    Zahlwechsel,
    feldwechsel,
    unterschiede,
)


def _tag(jahr: str) -> Stichtag:
    return lies_stichtag(jahr)


def _felder(alt: dict[str, Any], neu: dict[str, Any]) -> list[Feldwechsel]:
    """What differs between two measures that are alike but for these fields."""
    return list(feldwechsel(massnahme("treff", **alt), massnahme("treff", **neu)))


def _schritte(*texte: str) -> list[dict[str, str]]:
    return [{"text": t} for t in texte]


# Records


def test_derselbe_plan_unterscheidet_sich_nicht(plan: Plan) -> None:
    assert unterschiede(plan, plan) == Unterschied(plan, plan, (), (), (), (), ())
    assert unterschiede(plan, plan).leer


def test_saetze_sind_neu_geloescht_oder_geaendert_in_der_reihenfolge_der_sammlungen() -> None:
    alt = plan_aus(fassung("alt", 2020), handlungsfeld("a"), handlungsfeld("b"), massnahme("weg"), begriff("wort"))
    neu = plan_aus(
        fassung("alt", 2020, titel="Erste"), handlungsfeld("neu"), handlungsfeld("b"), handlungsfeld("a", kurztext="Anders."), begriff("wort")
    )  # fmt: skip
    assert unterschiede(alt, neu).saetze == (
        Satzwechsel("fassungen", "alt", Wechsel.GEAENDERT, (Feldwechsel(("titel",), "Konzept 2020", "Erste"),)),
        Satzwechsel("handlungsfelder", "neu", Wechsel.NEU, ()),
        Satzwechsel("handlungsfelder", "a", Wechsel.GEAENDERT, (Feldwechsel(("kurztext",), "Kurz.", "Anders."),)),
        Satzwechsel("massnahmen", "weg", Wechsel.GELOESCHT, ()),
    )


def test_die_gemeinde_steht_vorn() -> None:
    neu = Plan(gemeinde(kreis="Anderer Kreis"), handlungsfelder={"a": handlungsfeld("a")})
    assert unterschiede(plan_aus(), neu).saetze == (
        Satzwechsel("gemeinde", "gemeinde", Wechsel.GEAENDERT, (Feldwechsel(("kreis",), "Kreis", "Anderer Kreis"),)),
        Satzwechsel("handlungsfelder", "a", Wechsel.NEU),
    )


def test_berichte_stehen_nicht_bei_den_feldern() -> None:
    bericht = [{"datum": "2025-01-31", "stand": "umgesetzt"}]
    alt, neu = plan_aus(massnahme("treff")), plan_aus(massnahme("treff", sachstaende=bericht))
    assert unterschiede(alt, neu).saetze == ()
    beides = plan_aus(massnahme("treff", sachstaende=bericht, titel="Anders"))
    assert [f.pfad for s in unterschiede(alt, beides).saetze for f in s.felder] == [("titel",)]


def test_was_nicht_zu_lesen_ist_gilt_weder_als_geloescht_noch_als_neu() -> None:
    kaputt = {"massnahmen": frozenset({"treff", "cafe", "fest", "abend"}), "glossar": frozenset({"wort"})}
    heil = plan_aus(massnahme("treff"), begriff("wort"))
    neu = plan_aus(begriff("wort"), bekannt=kaputt)
    u = unterschiede(heil, neu)
    assert u.saetze == ()
    assert u.unlesbar == (
        ("massnahmen", "abend"),
        ("massnahmen", "cafe"),
        ("massnahmen", "fest"),
        ("massnahmen", "treff"),
    )
    assert not u.leer
    assert unterschiede(neu, heil).leer, "what can be read again was there before"


def test_ein_indikator_mit_kaputter_tabelle_ist_nicht_zu_vergleichen() -> None:
    bekannt = {"indikatoren": frozenset({"a", "b"}), "konzept": frozenset({"a"})}
    zahlen = {"a": tafel([], ("2024", 5)), "b": tafel([], ("2024", 5))}
    alt = plan_aus(abschnitt("a", "1"), indikator("a"), indikator("b"))
    neu = plan_aus(abschnitt("a", "1"), indikator("a"), indikator("b"), zahlen=zahlen, bekannt=bekannt, lueckenhaft=frozenset({"a"}))  # fmt: skip
    u = unterschiede(alt, neu)
    assert u.unlesbar == (("indikatoren", "a"),)
    assert [z.indikator for z in u.zahlen] == ["b"]


@pytest.mark.parametrize(
    "eines",
    [
        {"saetze": (Satzwechsel("massnahmen", "a", Wechsel.NEU),)},
        {"berichte": (Berichtwechsel("a", Wechsel.NEU, massnahme("a", sachstaende=[{"datum": "2025-01-31", "stand": "umgesetzt"}]).sachstaende[0], None),)},
        {"zahlen": (Zahlwechsel("a", _tag("2024"), (), None, None),)},
        {"aussagen": (Aussagewechsel("a", Ausgang.NACHGERECHNET, Ausgang.WEICHT_AB),)},
        {"unlesbar": (("massnahmen", "a"),)},
    ],
)  # fmt: skip
def test_leer_ist_nur_wo_gar_nichts_anders_ist(eines: dict[str, Any]) -> None:
    alles: dict[str, Any] = {"saetze": (), "berichte": (), "zahlen": (), "aussagen": (), "unlesbar": ()}
    assert not Unterschied(plan_aus(), plan_aus(), **{**alles, **eines}).leer


# Fields


def test_ein_feld_kommt_geht_oder_wechselt() -> None:
    assert _felder({"ziel": "A.", "finanzierung": "C."}, {"ziel": "B.", "sozialraum": "Süd"}) == [
        Feldwechsel(("ziel",), "A.", "B."),
        Feldwechsel(("sozialraum",), None, "Süd"),
        Feldwechsel(("finanzierung",), "C.", None),
    ]


def test_angaben_in_einem_feld_werden_einzeln_verglichen_wenn_es_sie_auf_beiden_seiten_gibt() -> None:
    alt = {"kosten": {"betrag_euro": 100, "art": "einmalig"}, "zeitraum": {"beginn": "2025-01-01"}}
    neu = {"kosten": {"betrag_euro": 200, "art": "einmalig"}}
    zeitraum = Zeitraum.model_validate({"beginn": "2025-01-01"})
    assert _felder(alt, neu) == [
        Feldwechsel(("kosten", "betrag_euro"), 100, 200),
        Feldwechsel(("zeitraum",), zeitraum, None),
    ]
    kosten = Kosten.model_validate(alt["kosten"])
    assert _felder({}, {"kosten": alt["kosten"]}) == [Feldwechsel(("kosten",), None, kosten)]


def test_ein_stichtag_ist_ein_wert_und_keine_liste() -> None:
    alt, neu = (indikator("a", bruch={"ab": ab, "grund": "Neu."}) for ab in ("2024", "2025"))
    assert list(feldwechsel(alt, neu)) == [Feldwechsel(("bruch", "ab"), _tag("2024"), _tag("2025"))]


def test_aus_einer_liste_geht_und_kommt_ein_wert() -> None:
    assert _felder({"zielgruppen": ["a", "b", "c"]}, {"zielgruppen": ["c", "d", "a", "e"]}) == [
        Feldwechsel(("zielgruppen", 1), "b", None),
        Feldwechsel(("zielgruppen", 1), None, "d"),
        Feldwechsel(("zielgruppen", 3), None, "e"),
    ]
    assert _felder({"zielgruppen": ["a"]}, {}) == [Feldwechsel(("zielgruppen", 0), "a", None)]
    assert _felder({}, {"zielgruppen": ["a"]}) == [Feldwechsel(("zielgruppen", 0), None, "a")]


def test_ein_wort_fuer_ein_anderes_ist_kein_umformulierter_text() -> None:
    assert _felder({"ressourcen": ["personell"]}, {"ressourcen": ["raeumlich"]}) == [
        Feldwechsel(("ressourcen", 0), Ressource.PERSONELL, None),
        Feldwechsel(("ressourcen", 0), None, Ressource.RAEUMLICH),
    ]


def test_ein_satz_fuer_einen_anderen_ist_umformuliert() -> None:
    assert _felder({"anmerkungen": ["Erster Satz.", "Zweiter Satz."]}, {"anmerkungen": ["Zweiter Satz.", "Neuer Satz."]}) == [
        Feldwechsel(("anmerkungen", 1), "Erster Satz.", "Neuer Satz.")
    ]  # fmt: skip
    assert _felder({"anmerkungen": ["Erster Satz."]}, {"anmerkungen": ["Wort"]}) == [
        Feldwechsel(("anmerkungen", 0), "Erster Satz.", None),
        Feldwechsel(("anmerkungen", 0), None, "Wort"),
    ]
    assert _felder({"anmerkungen": ["Erster Satz."]}, {"anmerkungen": ["Zweiter Satz.", "Dritter Satz."]}) == [
        Feldwechsel(("anmerkungen", 0), "Erster Satz.", None),
        Feldwechsel(("anmerkungen", 0), None, "Zweiter Satz."),
        Feldwechsel(("anmerkungen", 1), None, "Dritter Satz."),
    ]


def test_zwei_saetze_werden_der_reihe_nach_umformuliert() -> None:
    assert _felder({"anmerkungen": ["Satz A.", "Satz B."]}, {"anmerkungen": ["Satz C.", "Satz D."]}) == [
        Feldwechsel(("anmerkungen", 0), "Satz A.", "Satz C."),
        Feldwechsel(("anmerkungen", 1), "Satz B.", "Satz D."),
    ]


def test_eine_andere_reihenfolge_ist_eine_aenderung_der_ganzen_liste() -> None:
    assert _felder({"zielgruppen": ["a", "b"]}, {"zielgruppen": ["b", "a"]}) == [
        Feldwechsel(("zielgruppen",), ("a", "b"), ("b", "a"))
    ]


def test_von_zwei_gleichen_geht_eines() -> None:
    assert _felder({"zielgruppen": ["a", "b", "a"]}, {"zielgruppen": ["a", "b"]}) == [
        Feldwechsel(("zielgruppen", 2), "a", None)
    ]
    assert _felder({"schritte": _schritte("Los.", "Los.")}, {"schritte": _schritte("Los.")}) == [
        Feldwechsel(("schritte", 1), Schritt(text="Los."), None)
    ]


def test_gleich_lange_listen_von_angaben_werden_stelle_fuer_stelle_verglichen() -> None:
    assert _felder({"schritte": _schritte("A.", "B.", "C.")}, {"schritte": _schritte("A.", "X.", "C.")}) == [
        Feldwechsel(("schritte", 1, "text"), "B.", "X.")
    ]


def test_vertauschte_angaben_haben_sich_beide_geaendert() -> None:
    assert _felder({"schritte": _schritte("A.", "B.")}, {"schritte": _schritte("B.", "A.")}) == [
        Feldwechsel(("schritte", 0, "text"), "A.", "B."),
        Feldwechsel(("schritte", 1, "text"), "B.", "A."),
    ]


def test_ein_schritt_in_der_mitte_verschiebt_die_anderen_nicht() -> None:
    assert _felder({"schritte": _schritte("A.", "B.")}, {"schritte": _schritte("A.", "Neu.", "B.")}) == [
        Feldwechsel(("schritte", 1), None, Schritt(text="Neu."))
    ]
    assert _felder({"schritte": _schritte("A.", "B.", "C.")}, {"schritte": _schritte("A.", "C.")}) == [
        Feldwechsel(("schritte", 1), Schritt(text="B."), None)
    ]
    assert _felder({}, {"schritte": _schritte("A.")}) == [Feldwechsel(("schritte", 0), None, Schritt(text="A."))]
    assert _felder({"schritte": _schritte("A.")}, {}) == [Feldwechsel(("schritte", 0), Schritt(text="A."), None)]


def test_was_neben_einem_neuen_schritt_umformuliert_ist_bleibt_ein_paar() -> None:
    assert _felder({"schritte": _schritte("A.", "B.")}, {"schritte": _schritte("A.", "X.", "Y.")}) == [
        Feldwechsel(("schritte", 1, "text"), "B.", "X."),
        Feldwechsel(("schritte", 2), None, Schritt(text="Y.")),
    ]
    assert _felder({"schritte": _schritte("A.", "B.", "C.")}, {"schritte": _schritte("A.", "X.")}) == [
        Feldwechsel(("schritte", 1, "text"), "B.", "X."),
        Feldwechsel(("schritte", 2), Schritt(text="C."), None),
    ]


# Reports


def _mit(*berichte: tuple[str, str]) -> Massnahme:
    return massnahme("treff", sachstaende=[{"datum": tag, "stand": stand} for tag, stand in berichte])


def _berichte(alt: Massnahme | None, neu: Massnahme) -> list[tuple[Wechsel, str, str, Stand | None]]:
    u = unterschiede(plan_aus(*([alt] if alt else [])), plan_aus(neu))
    assert {b.massnahme for b in u.berichte} <= {"treff"}
    return [(b.art, f"{b.sachstand.datum}", b.sachstand.stand.value, b.davor) for b in u.berichte]


def test_ein_neuer_bericht_kennt_den_stand_davor() -> None:
    alt = _mit(("2025-01-31", "beschlossen"))
    neu = _mit(("2025-01-31", "beschlossen"), ("2025-06-30", "in_umsetzung"), ("2026-06-30", "umgesetzt"))
    assert _berichte(alt, neu) == [
        (Wechsel.NEU, "2025-06-30", "in_umsetzung", Stand.BESCHLOSSEN),
        (Wechsel.NEU, "2026-06-30", "umgesetzt", Stand.IN_UMSETZUNG),
    ]
    assert _berichte(_mit(), _mit(("2025-01-31", "beschlossen"))) == [(Wechsel.NEU, "2025-01-31", "beschlossen", None)]


def test_die_berichte_einer_neuen_massnahme_sind_alle_neu() -> None:
    assert _berichte(None, _mit(("2025-01-31", "beschlossen"))) == [(Wechsel.NEU, "2025-01-31", "beschlossen", None)]


def test_ein_geaenderter_und_ein_geloeschter_bericht_fallen_auf() -> None:
    alt = _mit(("2025-01-31", "vorgeschlagen"), ("2025-06-30", "beschlossen"), ("2025-09-30", "in_umsetzung"))
    neu = _mit(("2025-06-30", "ausgesetzt"), ("2025-09-30", "in_umsetzung"))
    assert _berichte(alt, neu) == [
        (Wechsel.GEAENDERT, "2025-06-30", "ausgesetzt", Stand.BESCHLOSSEN),
        (Wechsel.GELOESCHT, "2025-01-31", "vorgeschlagen", Stand.VORGESCHLAGEN),
    ]


# Figures

ORT = dimension("ort", "Nord", "Mitte").model_dump(exclude_none=True)


def _zahlen(alt: tuple[Kennzahl, ...], neu: tuple[Kennzahl, ...], dimensionen: list[Any] | None = None) -> list[Any]:
    satz = indikator("plaetze", dimensionen=dimensionen or [])
    u = unterschiede(plan_aus(satz, zahlen={"plaetze": alt}), plan_aus(satz, zahlen={"plaetze": neu}))
    assert u.saetze == ()
    return list(u.zahlen)


def test_eine_neue_zahl_steht_neben_der_letzten_davor() -> None:
    alt = tafel([], ("2022", 10), ("2021", 8), ("2023", "."))
    neu = (*alt, kennzahl("2024", 15))
    (wechsel,) = _zahlen(alt, neu)
    assert wechsel == Zahlwechsel("plaetze", _tag("2024"), (), None, neu[3], alt[0], False)
    assert wechsel.prozent == 50


def test_davor_ist_die_letzte_zahl_derselben_gruppe_und_nie_eine_spaetere() -> None:
    alt = tafel(["ort"], ("2020", "Nord", 2), ("2022", "Nord", 4), ("2021", "Nord", 3), ("2023-01", "Mitte", 9), ("2025", "Nord", 7))  # fmt: skip
    neu = (*alt, kennzahl("2023", 6, ort="Nord"))
    assert _zahlen(alt, neu, [ORT]) == [Zahlwechsel("plaetze", _tag("2023"), ("Nord",), None, neu[5], alt[1])]


def test_die_erste_zahl_hat_nichts_davor() -> None:
    neu = tafel([], ("2024", 5), ("2025", 6))
    assert _zahlen((), neu) == [
        Zahlwechsel("plaetze", _tag("2024"), (), None, neu[0], None),
        Zahlwechsel("plaetze", _tag("2025"), (), None, neu[1], neu[0]),
    ]


@pytest.mark.parametrize(
    "anders",
    [
        kennzahl("2024", 6),
        kennzahl("2024", "."),
        Kennzahl(_tag("2024"), {}, 5, None, "vorläufig", 2),
    ],
)
def test_eine_zahl_ist_anders_wenn_wert_zeichen_oder_hinweis_es_ist(anders: Kennzahl) -> None:
    gleich, alt = kennzahl("2023", 4), kennzahl("2024", 5)
    assert _zahlen((gleich, alt), (gleich, anders)) == [Zahlwechsel("plaetze", _tag("2024"), (), alt, anders, gleich)]


def test_eine_andere_zeile_der_datei_ist_keine_aenderung_und_was_folgt_faellt_auf() -> None:
    alt, neu = tafel([], ("2023", 4), ("2024", 5)), tafel([], ("2023", 4), ("2024", 6))
    verschoben = Kennzahl(neu[0].stichtag, {}, 4, None, "", 99)
    assert [z.neu for z in _zahlen(alt, (verschoben, neu[1]))] == [neu[1]]


def test_eine_geloeschte_zahl_hat_kein_danach() -> None:
    alt = tafel([], ("2023", 4), ("2024", 5))
    (wechsel,) = _zahlen(alt, alt[:1])
    assert wechsel == Zahlwechsel("plaetze", _tag("2024"), (), alt[1], None, None, False)
    assert wechsel.prozent is None


@pytest.mark.parametrize(
    ("alt", "vergleich", "neu", "prozent"),
    [
        (None, 40, 50, 25),
        (None, 50, 40, -20),
        (80, 40, 60, -25),
        (None, -4, -6, None),
        (None, 40, -120, None),
        (-120, None, 40, None),
        (None, 0, 5, None),
        (0, 40, 5, None),
        (None, None, 5, None),
        (None, 40, ".", None),
        (".", 40, 5, None),
        (40, None, 0, -100),
    ],
)
def test_die_veraenderung_in_prozent(
    alt: float | str | None, vergleich: float | None, neu: float | str, prozent: float | None
) -> None:
    def zahl(wert: float | str | None) -> Kennzahl | None:
        return None if wert is None else kennzahl("2024", wert)

    assert Zahlwechsel("a", _tag("2024"), (), zahl(alt), zahl(neu), zahl(vergleich)).prozent == prozent


QUOTE = indikator("quote", formel={"zaehler": [{"indikator": "plaetze"}], "faktor": 2})


def test_berechnete_zahlen_stehen_hinter_den_getippten() -> None:
    satz = indikator("plaetze")
    alt = plan_aus(QUOTE, satz, zahlen={"plaetze": tafel([], ("2024", 5))})
    neu = plan_aus(QUOTE, satz, zahlen={"plaetze": tafel([], ("2024", 6))})
    assert [(z.indikator, z.berechnet, z.alt and z.alt.wert, z.neu and z.neu.wert) for z in unterschiede(alt, neu).zahlen] == [
        ("plaetze", False, 5, 6),
        ("quote", True, 10, 12),
    ]  # fmt: skip


def test_ein_neuer_berechneter_indikator_zaehlt_seine_zahlen_nicht_auf_ein_neuer_getippter_schon() -> None:
    zahlen = {"plaetze": tafel([], ("2024", 5))}
    assert unterschiede(plan_aus(indikator("plaetze"), zahlen=zahlen), plan_aus(indikator("plaetze"), QUOTE, zahlen=zahlen)).zahlen == ()  # fmt: skip
    u = unterschiede(plan_aus(), plan_aus(QUOTE, indikator("plaetze"), zahlen=zahlen))
    assert [z.indikator for z in u.zahlen] == ["plaetze"]


def test_was_sich_nicht_berechnen_laesst_hat_keine_zahlen() -> None:
    kreis = [indikator(a, formel={"zaehler": [{"indikator": b}]}) for a, b in (("a", "b"), ("b", "a"))]
    satz, zahlen = indikator("plaetze"), {"plaetze": tafel([], ("2024", 5))}
    u = unterschiede(plan_aus(*kreis, satz), plan_aus(*kreis, satz, zahlen=zahlen))
    assert [z.indikator for z in u.zahlen] == ["plaetze"]


# Claims


def test_eine_aussage_faellt_auf_wenn_die_daten_sie_anders_tragen() -> None:
    formel = {"zaehler": [{"indikator": "plaetze"}]}
    satz = indikator("plaetze")
    vorher = [aussage("fuenf", 5, formel=formel), aussage("neun", 9, formel=formel), aussage("sechs", 6, formel=formel)]
    neue = aussage("neue", 6, formel=formel)
    alt = plan_aus(satz, *vorher, zahlen={"plaetze": tafel([], ("2024", 5))})
    neu = plan_aus(satz, neue, *vorher, zahlen={"plaetze": tafel([], ("2024", 6))})
    assert unterschiede(alt, neu).aussagen == (
        Aussagewechsel("fuenf", Ausgang.NACHGERECHNET, Ausgang.WEICHT_AB),
        Aussagewechsel("sechs", Ausgang.WEICHT_AB, Ausgang.NACHGERECHNET),
    )


def test_die_worte_fuer_das_was_geschah() -> None:
    assert [w.value for w in Wechsel] == ["neu", "gelöscht", "geändert"]
