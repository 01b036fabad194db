"""Pictures follow from the data: they grow with every Stichtag and never draw what is not known."""

from __future__ import annotations

from datetime import date

import pytest
from saetze_bauen import dimension
from zahlen_bauen import kennzahl, mit, reihe_aus

from macros.modell.auswahlen import Familie
from macros.modell.einheit import Einheit
from macros.modell.indikator import Dimension
from macros.modell.plan import Plan
from macros.sichten.indikator_bild import Bild, bilder, verlaufsbild
from macros.sichten.reihen import Reihe, reihe

JAHRE = ("2021", "2022", "2023")


@pytest.mark.parametrize(("anzahl", "familien"), [(1, []), (2, [Familie.BALKEN]), (3, [Familie.LINIE])])
def test_ohne_gruppen_wird_aus_einer_zahl_ein_balken_und_dann_eine_linie(
    plan: Plan, anzahl: int, familien: list[Familie]
) -> None:
    zahlen = [kennzahl(j, n) for n, j in enumerate(JAHRE[:anzahl], 30)]
    neu = mit(plan, "einbuergerungen", *zahlen, dimensionen=[], darstellung={"familie": "balken"})
    assert [b.familie for b in bilder(reihe(neu, "einbuergerungen"))] == familien


@pytest.mark.parametrize(
    ("anzahl", "familien"), [(1, [Familie.BALKEN]), (2, [Familie.BALKEN]), (3, [Familie.LINIE, Familie.BALKEN])]
)
def test_mit_gruppen_kommt_zum_stand_der_verlauf(plan: Plan, anzahl: int, familien: list[Familie]) -> None:
    zahlen = [kennzahl(j, 30, herkunft=h) for j in JAHRE[:anzahl] for h in ("insgesamt", "Asien")]
    neu = mit(plan, "einbuergerungen", *zahlen)
    gezeigt = bilder(reihe(neu, "einbuergerungen"))
    assert [b.familie for b in gezeigt] == familien
    assert len(gezeigt[0].daten) == 2 * anzahl


def test_viele_gruppen_werden_zu_kacheln(plan: Plan) -> None:
    erstes = bilder(reihe(plan, "einbuergerungen"))[0]
    assert erstes.familie is Familie.KACHELN
    assert len(erstes.achsen) == 6


def test_jede_familie_kommt_in_musterstadt_vor(plan: Plan) -> None:
    gezeigt = {b.familie for kennung in plan.indikatoren for b in bilder(reihe(plan, kennung))}
    assert gezeigt == set(Familie) - {Familie.TABELLE}


def test_nur_tabelle_heisst_kein_bild(plan: Plan) -> None:
    assert bilder(reihe(plan, "beschaeftigte")) == ()


def test_gestapelte_anteile_ergeben_100_und_lassen_die_summe_weg(plan: Plan) -> None:
    bild = bilder(reihe(plan, "bevoelkerung"))[0]
    assert bild.reihen == ("deutsch", "ausländisch")
    assert bild.daten.groupby("achse")["wert"].sum().round(9).eq(100).all()


def test_ein_geheimer_teil_macht_den_ganzen_balken_unbekannt(plan: Plan) -> None:
    zahlen = [
        kennzahl(s, w, staatsangehoerigkeit=g)
        for s, ausl in (("2023", 40), ("2024", "."))
        for g, w in (("deutsch", 60), ("ausländisch", ausl))
    ]
    bild = bilder(reihe(mit(plan, "bevoelkerung", *zahlen), "bevoelkerung"))[0]
    assert bild.achsen == ("2023",)


def test_eine_befragung_zeigt_nur_gruppen_mit_zahlen(plan: Plan) -> None:
    likert, verlauf = bilder(reihe(plan, "wohlfuehlen"))
    assert "keine Angabe zur Herkunft" not in likert.achsen
    assert "keine Angabe" not in likert.reihen
    # 2025, insgesamt: 33 + 36 percent agree
    neueste = verlauf.daten[(verlauf.daten["reihe"] == "insgesamt") & (verlauf.daten["zeit_text"] == "2025")]
    assert neueste["wert"].item() == 69


def test_antworten_als_zahlen_werden_zu_anteilen_ihrer_gruppe(plan: Plan) -> None:
    antworten = dict(
        zip(("stimme voll zu", "stimme eher zu", "teils, teils", "stimme eher nicht zu"), (2, 14, 6, 2), strict=True)
    )
    zahlen = [kennzahl("2022", n, gruppe="insgesamt", antwort=a) for a, n in antworten.items()]
    bild = bilder(reihe(mit(plan, "wohlfuehlen", *zahlen, einheit="antworten"), "wohlfuehlen"))[0]
    assert bild.daten["wert"].round(1).to_list() == [8.3, 58.3, 25.0, 8.3]
    assert bild.daten["anzahl"].to_list() == [2, 14, 6, 2]


def test_die_kurze_linie_zeigt_den_gesamtwert(plan: Plan) -> None:
    bild = verlaufsbild(reihe(plan, "einbuergerungen"))
    assert bild is not None and bild.reihen == ("insgesamt",)
    assert verlaufsbild(reihe(plan, "sprachtreff-plaetze")) is None


# Which picture, and what is drawn in it: series of a few lines, every cell by hand.

GRUPPE = dimension("gruppe", "alle", "eine", "andere", summe="alle")
ORT = dimension("ort", "Nord", "Mitte")
ANTWORT = dimension("antwort", "ja", "teils", "nein")


def _zeilen(bild: Bild) -> list[tuple[object, ...]]:
    """Every line: time, axis, series, value, sign, total, count."""
    spalten = bild.daten[["zeit_text", "achse", "reihe", "wert", "zeichen", "gesamt", "anzahl"]]
    return [tuple(z) for z in spalten.astype(object).where(spalten.notna(), None).to_numpy().tolist()]


def _jahre(*gruppen: str, jahre: tuple[str, ...] = JAHRE) -> list[tuple[str, str, int]]:
    """The same figure for each group in each year."""
    return [(jahr, gruppe, 5) for jahr in jahre for gruppe in gruppen]


def _familien(bilder_: tuple[Bild, ...]) -> list[tuple[str, Familie]]:
    return [(b.kennung, b.familie) for b in bilder_]


def _als(familie: str, **felder: str) -> dict[str, str]:
    return {"familie": familie, **felder}


def _vielen(zahl: int) -> Dimension:
    return dimension("gruppe", *(f"g{n}" for n in range(zahl)))


def test_ohne_zahl_und_mit_einer_einzigen_gibt_es_kein_bild() -> None:
    assert bilder(reihe_aus([GRUPPE])) == ()
    assert bilder(reihe_aus([GRUPPE], *[(j, "alle", ".") for j in JAHRE])) == ()
    assert bilder(reihe_aus([GRUPPE], ("2021", "alle", 5))) == ()
    assert bilder(reihe_aus([], ("2021", 5))) == ()


def test_zwei_zahlen_sind_ein_bild() -> None:
    assert _familien(bilder(reihe_aus([GRUPPE], *_jahre("alle", "eine", jahre=("2021",))))) == [
        ("stand", Familie.BALKEN)
    ]
    assert _familien(bilder(reihe_aus([GRUPPE], *_jahre("alle", jahre=("2021", "2022"))))) == [
        ("stand", Familie.BALKEN)
    ]
    assert _familien(bilder(reihe_aus([], ("2021", 5), ("2022", 6)))) == [("verlauf", Familie.BALKEN)]


@pytest.mark.parametrize(
    ("familie", "erwartet"),
    [
        (None, [("verlauf", Familie.LINIE)]),
        ("linie", [("verlauf", Familie.LINIE)]),
        ("kacheln", [("verlauf", Familie.KACHELN)]),
        ("balken", [("verlauf", Familie.LINIE), ("stand", Familie.BALKEN)]),
        ("gestapelt", [("anteile", Familie.GESTAPELT)]),
        ("hantel", [("verlauf", Familie.LINIE)]),
        ("tabelle", []),
    ],
)
def test_drei_jahre_einer_dimension(familie: str | None, erwartet: list[tuple[str, Familie]]) -> None:
    r = reihe_aus([GRUPPE], *_jahre("eine", "andere"), darstellung=_als(familie) if familie else None)
    assert _familien(bilder(r)) == erwartet


@pytest.mark.parametrize("familie", ["linie", "kacheln", "balken", "gestapelt", "hantel", "likert"])
def test_drei_jahre_ohne_dimension_sind_immer_eine_linie(familie: str) -> None:
    r = reihe_aus([], *((j, 5) for j in JAHRE), darstellung=_als(familie))
    assert _familien(bilder(r)) == [("verlauf", Familie.LINIE)]


@pytest.mark.parametrize(("gruppen", "familie"), [(4, Familie.LINIE), (5, Familie.KACHELN)])
def test_mehr_als_vier_linien_werden_zu_kacheln(gruppen: int, familie: Familie) -> None:
    d = _vielen(gruppen)
    assert _familien(bilder(reihe_aus([d], *_jahre(*d.auspraegungen)))) == [("verlauf", familie)]


def test_eine_hantel_braucht_zwei_dimensionen() -> None:
    r = reihe_aus([ORT, GRUPPE], ("2021", "Nord", "eine", 5), darstellung=_als("hantel"))
    assert _familien(bilder(r)) == [("stand", Familie.HANTEL)]


def test_die_linien_eines_verlaufs() -> None:
    r = reihe_aus([GRUPPE], *[(j, "alle", n) for j, n in zip(JAHRE, (7, 8.5, 9), strict=True)], ("2022", "eine", "."), einheit="stunden", nachkommastellen=1)  # fmt: skip
    (bild,) = bilder(r)
    assert _zeilen(bild) == [
        ("2021", "", "alle", 7, "", True, None),
        ("2022", "", "alle", 8.5, "", True, None),
        ("2023", "", "alle", 9, "", True, None),
        ("2022", "", "eine", None, ".", False, None),
    ]
    assert list(bild.daten["zeit"]) == [date(j, 12, 31).toordinal() for j in (2021, 2022, 2023, 2022)]
    assert bild.titel == "Zahlen nach Gruppe, 2021 bis 2023"
    assert (bild.reihe, bild.achsen, bild.reihen) == (r, ("",), ("alle", "eine"))
    assert (bild.einheit, bild.stellen) == (Einheit.STUNDEN, 1)
    assert (bild.mitte, bild.ablehnung) == ((), ())
    assert [str(z) for z in bild.zeiten] == ["2021", "2022", "2023"]


def test_die_spalten_sind_immer_dieselben_und_werte_zahlen() -> None:
    (bild,) = bilder(reihe_aus([], *((j, 5) for j in JAHRE)))
    assert list(bild.daten.columns) == ["zeit", "zeit_text", "achse", "reihe", "wert", "zeichen", "gesamt", "anzahl"]
    assert (bild.daten["wert"].dtype, bild.daten["anzahl"].dtype) == ("float64", "float64")


def test_ohne_dimension_hat_die_linie_keinen_namen_und_steht_fuer_alle() -> None:
    (bild,) = bilder(reihe_aus([], *((j, 5) for j in JAHRE)))
    assert _zeilen(bild)[0] == ("2021", "", "", 5, "", True, None)
    assert bild.titel == "Zahlen, 2021 bis 2023"


@pytest.mark.parametrize(
    ("dimensionen", "name", "titel"),
    [
        ([GRUPPE], "Kinder", "Kinder nach Gruppe, 2021 bis 2023"),
        ([GRUPPE, ORT], "Kinder", "Kinder nach Gruppe und Ort, 2021 bis 2023"),
        ([GRUPPE], "Kinder nach Gruppe", "Kinder nach Gruppe, 2021 bis 2023"),
        ([dimension("gruppe", "alle", "eine", name="Frühere Gruppe")], "Kinder", "Kinder (Frühere Gruppe), 2021 bis 2023"),
        (
            [dimension("gruppe", "alle", "eine", name="Frühere Gruppe"), ORT],
            "Kinder",
            "Kinder (Frühere Gruppe, Ort), 2021 bis 2023",
        ),
    ],
)  # fmt: skip
def test_die_ueberschrift_sagt_wonach_und_von_wann_bis_wann(
    dimensionen: list[Dimension], name: str, titel: str
) -> None:
    ort = ("Nord",) * (len(dimensionen) - 1)
    zeilen = [(j, g, *ort, 5) for j in JAHRE for g in ("alle", "eine")]
    assert bilder(reihe_aus(dimensionen, *zeilen, name=name))[0].titel == titel


@pytest.mark.parametrize(
    ("stichtage", "spanne"),
    [
        (("2021-06-30", "2022-06-30", "2023-06-30"), "2021 bis 2023"),
        (("2021/22", "2022/23", "2023/24"), "2021/22 bis 2023/24"),
        (("2021-05", "2021-06", "2022-01"), "2021 bis 2022"),
    ],
)
def test_die_spanne_nennt_jahre_oder_schuljahre(stichtage: tuple[str, ...], spanne: str) -> None:
    (bild,) = bilder(reihe_aus([], *((s, 5) for s in stichtage)))
    assert bild.titel == f"Zahlen, {spanne}"


def test_ein_schuljahr_heisst_im_bild_kurz() -> None:
    schuljahre = ("2021/22", "2022/23", "2023/24")
    (bild,) = bilder(reihe_aus([], *((s, 5) for s in schuljahre)))
    assert list(bild.daten["zeit_text"]) == ["2021/22", "2022/23", "2023/24"]
    verlauf = bilder(reihe_aus([GRUPPE], *_jahre("eine", "andere", jahre=schuljahre), darstellung=_als("gestapelt")))
    assert verlauf[0].achsen == ("2021/22", "2022/23", "2023/24")
    antworten = [(s, a, 50) for s in schuljahre for a in ("ja", "nein")]
    likert = bilder(reihe_aus([ANTWORT], *antworten, einheit="prozent", darstellung=_als("likert", reihe="antwort")))
    assert [set(b.daten["zeit_text"]) for b in likert] == [{"2023/24"}, set(schuljahre)]


def test_ein_stichtag_ohne_zahl_zaehlt_nicht_zur_zeit() -> None:
    (bild,) = bilder(reihe_aus([], ("2020", "."), *((j, 5) for j in JAHRE), ("2024", ".")))
    assert bild.titel == "Zahlen, 2021 bis 2023"
    assert [str(z) for z in bild.zeiten] == ["2021", "2022", "2023"]


def test_jeder_stichtag_ein_balken_solange_es_keine_gruppen_gibt() -> None:
    (bild,) = bilder(reihe_aus([], ("2021", 5), ("2022-06-30", 6)))
    assert _zeilen(bild) == [
        ("2021", "2021", "", 5, "", False, None),
        ("30.06.2022", "30.06.2022", "", 6, "", False, None),
    ]
    assert (bild.titel, bild.mit_ziel) == ("Zahlen", False)


def test_der_stand_zeigt_einen_stichtag_ohne_ihn_zu_wiederholen() -> None:
    (bild,) = bilder(reihe_aus([GRUPPE], ("2021", "eine", 5), ("2021", "alle", 9)))
    assert _zeilen(bild) == [("2021", "alle", "", 9, "", True, None), ("2021", "eine", "", 5, "", False, None)]
    assert (bild.titel, bild.achsen, bild.reihen) == ("Zahlen nach Gruppe, 2021", ("alle", "eine"), ("",))


def test_der_stand_stellt_zwei_stichtage_nebeneinander() -> None:
    (bild,) = bilder(reihe_aus([GRUPPE], ("2021", "alle", 9), ("2022", "eine", 5), ("2022", "alle", 8)))
    assert _zeilen(bild) == [
        ("2021", "alle", "2021", 9, "", True, None),
        ("2022", "alle", "2022", 8, "", True, None),
        ("2022", "eine", "2022", 5, "", False, None),
    ]
    assert bild.titel == "Zahlen nach Gruppe, 2022"
    assert [str(z) for z in bild.zeiten] == ["2021", "2022"]


def test_mit_zwei_dimensionen_zeigt_der_stand_nur_den_neuesten() -> None:
    zeilen = [("2021", "eine", "Nord", 1), ("2022", "eine", "Nord", 2), ("2022", "alle", "Mitte", 3)]
    (bild,) = bilder(reihe_aus([GRUPPE, ORT], *zeilen))
    assert _zeilen(bild) == [("2022", "alle", "Mitte", 3, "", True, None), ("2022", "eine", "Nord", 2, "", False, None)]
    assert (bild.titel, [str(z) for z in bild.zeiten]) == ("Zahlen nach Gruppe und Ort, 2022", ["2022"])


def test_eine_dritte_dimension_steht_bei_der_zweiten() -> None:
    alter = dimension("alter", "jung", "alt")
    (bild,) = bilder(reihe_aus([GRUPPE, ORT, alter], ("2021", "eine", "Nord", "jung", 1), ("2021", "eine", "Nord", "alt", 2)))  # fmt: skip
    assert [z[1:3] for z in _zeilen(bild)] == [("eine", "Nord, jung"), ("eine", "Nord, alt")]


def test_beim_dritten_stichtag_zeigt_der_stand_nur_noch_den_neuesten() -> None:
    _, stand = bilder(reihe_aus([GRUPPE], *_jahre("eine", "alle"), darstellung=_als("balken")))
    assert _zeilen(stand) == [("2023", "alle", "", 5, "", True, None), ("2023", "eine", "", 5, "", False, None)]


def test_eine_hantel_nimmt_den_neuesten_stichtag_mit_plan_und_ist() -> None:
    angabe = dimension("angabe", "geplant", "tatsächlich")
    zeilen = [("2021", "Nord", "geplant", 9), ("2021", "Nord", "tatsächlich", 8), ("2022", "Nord", "geplant", 7)]
    (bild,) = bilder(
        reihe_aus([angabe, ORT], *((s, a, o, n) for s, o, a, n in zeilen),
                  darstellung=_als("hantel", achse="ort", reihe="angabe"))
    )  # fmt: skip
    assert _zeilen(bild) == [
        ("2021", "Nord", "geplant", 9, "", False, None),
        ("2021", "Nord", "tatsächlich", 8, "", False, None),
    ]
    assert bild.titel == "Zahlen nach Ort und Angabe, 2021"


def test_kacheln_je_gruppe_haben_eine_linie_ohne_namen() -> None:
    (bild,) = bilder(reihe_aus([GRUPPE], *_jahre("alle", "eine"), darstellung=_als("kacheln")))
    assert _zeilen(bild)[::3] == [
        ("2021", "alle", "", 5, "", False, None),
        ("2021", "eine", "", 5, "", False, None),
    ]
    assert (bild.titel, bild.achsen, bild.reihen) == ("Zahlen nach Gruppe, 2021 bis 2023", ("alle", "eine"), ("",))


def test_kacheln_aus_zwei_dimensionen_haben_linien_und_die_summe_faellt_auf() -> None:
    zeilen = [(j, g, "Nord", 5) for j in JAHRE for g in ("eine", "alle")]
    darstellung = _als("kacheln", achse="gruppe", reihe="ort")
    (bild,) = bilder(reihe_aus([ORT, GRUPPE], *((s, o, g, n) for s, g, o, n in zeilen), darstellung=darstellung))
    assert _zeilen(bild)[::3] == [
        ("2021", "Nord", "alle", 5, "", True, None),
        ("2021", "Nord", "eine", 5, "", False, None),
    ]
    assert bild.titel == "Zahlen nach Gruppe und Ort, 2021 bis 2023"


def test_nur_die_summe_aller_linien_faellt_auf() -> None:
    art = dimension("art", "x", "jede", summe="jede")
    zeilen = [(j, g, a, "Nord", 5) for j in JAHRE for g in ("eine", "alle") for a in ("x", "jede")]
    (bild,) = bilder(reihe_aus([GRUPPE, art, ORT], *zeilen, darstellung=_als("kacheln", reihe="ort")))
    assert {z[2] for z in _zeilen(bild) if z[5]} == {"alle, jede"}
    assert {z[2] for z in _zeilen(bild) if not z[5]} == {"x", "eine", "eine, x"}


def test_gestapelte_anteile_je_stichtag() -> None:
    zeilen = [("2021", "alle", 8), ("2021", "eine", 6), ("2021", "andere", 2), ("2022", "eine", 4), ("2022", "andere", "-")]  # fmt: skip
    (bild,) = bilder(reihe_aus([GRUPPE], *zeilen, darstellung=_als("gestapelt")))
    assert _zeilen(bild) == [
        ("2021", "2021", "eine", 75, "", False, 6),
        ("2022", "2022", "eine", 100, "", False, 4),
        ("2021", "2021", "andere", 25, "", False, 2),
        ("2022", "2022", "andere", None, "-", False, None),
    ]
    assert (bild.kennung, bild.titel) == ("anteile", "Zahlen: Anteile nach Gruppe")
    assert (bild.einheit, bild.stellen) == (Einheit.PROZENT, 1)
    assert (bild.achsen, bild.reihen) == (("2021", "2022"), ("eine", "andere"))
    assert [str(z) for z in bild.zeiten] == ["2021", "2022"]
    assert bild.reihe.indikator.name == "Zahlen"


def test_negatives_wird_nicht_gestapelt() -> None:
    zeilen = [("2025", "eine", -120), ("2025", "andere", 310)]
    (bild,) = bilder(reihe_aus([GRUPPE], *zeilen, darstellung=_als("gestapelt")))
    assert (bild.familie, [z[3] for z in _zeilen(bild)]) == (Familie.BALKEN, [-120, 310])


def test_gestapelte_anteile_je_wert_der_achse_am_neuesten_stichtag() -> None:
    zeilen = [("2021", "Nord", "eine", 9), ("2022", "Nord", "eine", 1), ("2022", "Nord", "andere", 4), ("2022", "Mitte", "eine", 2)]  # fmt: skip
    (bild,) = bilder(reihe_aus([ORT, GRUPPE], *zeilen, darstellung=_als("gestapelt", achse="ort", reihe="gruppe")))
    assert _zeilen(bild) == [
        ("2022", "Nord", "eine", 20, "", False, 1),
        ("2022", "Nord", "andere", 80, "", False, 4),
        ("2022", "Mitte", "eine", 100, "", False, 2),
    ]
    assert (bild.titel, bild.achsen) == ("Zahlen: Anteile nach Gruppe", ("Nord", "Mitte"))


@pytest.mark.parametrize(("stellen", "gezeigt"), [(0, 1), (1, 1), (2, 2)])
def test_anteile_haben_mindestens_eine_stelle(stellen: int, gezeigt: int) -> None:
    zeilen = _jahre("eine", "andere", jahre=("2021",))
    (bild,) = bilder(reihe_aus([GRUPPE], *zeilen, darstellung=_als("gestapelt"), nachkommastellen=stellen))
    assert bild.stellen == gezeigt


def test_was_schon_prozent_ist_wird_nicht_noch_einmal_geteilt() -> None:
    zeilen = [("2021", "eine", 30), ("2021", "andere", 60)]
    (bild,) = bilder(reihe_aus([GRUPPE], *zeilen, darstellung=_als("gestapelt"), einheit="prozent"))
    assert _zeilen(bild) == [
        ("2021", "2021", "eine", 30, "", False, None),
        ("2021", "2021", "andere", 60, "", False, None),
    ]
    assert bild.stellen == 0


def test_ein_unbekannter_teil_laesst_seinen_balken_weg_und_keinen_anderen() -> None:
    zeilen = [("2021", "eine", 6), ("2021", "andere", "."), ("2022", "eine", 6), ("2022", "andere", 2), ("2023", "eine", "..."), ("2023", "andere", 1)]  # fmt: skip
    (bild,) = bilder(reihe_aus([GRUPPE], *zeilen, darstellung=_als("gestapelt")))
    assert [z[1:4] for z in _zeilen(bild)] == [("2022", "eine", 75), ("2022", "andere", 25)]
    assert list(bild.daten.index) == [0, 1]
    assert bild.achsen == ("2022",)


def _umfrage(*zeilen: tuple[object, ...], **felder: object) -> Reihe:
    return reihe_aus([GRUPPE, ANTWORT], *zeilen, darstellung=_als("likert", achse="gruppe", reihe="antwort"), **felder)


def test_eine_befragung_zeigt_die_neuesten_antworten_um_die_mitte() -> None:
    r = _umfrage(
        ("2021", "alle", "ja", 9),
        ("2022", "alle", "nein", 2),
        ("2022", "alle", "teils", 2),
        ("2022", "alle", "ja", 6),
        ("2022", "eine", "ja", 4),
        einheit="antworten",
        nachkommastellen=2,
    )
    (bild,) = bilder(r)
    assert _zeilen(bild) == [
        ("2022", "alle", "ja", 60, "", False, 6),
        ("2022", "alle", "teils", 20, "", False, 2),
        ("2022", "alle", "nein", 20, "", False, 2),
        ("2022", "eine", "ja", 100, "", False, 4),
    ]
    assert list(bild.daten["zeit"]) == [date(2022, 12, 31).toordinal()] * 4
    assert (bild.kennung, bild.familie, bild.titel) == ("stand", Familie.LIKERT, "Zahlen, 2022")
    assert (bild.achsen, bild.reihen) == (("alle", "eine"), ("ja", "teils", "nein"))
    assert (bild.einheit, bild.stellen, bild.mitte, bild.ablehnung) == (Einheit.PROZENT, 0, ("teils",), ("nein",))
    assert (bild.reihe, [str(z) for z in bild.zeiten]) == (r, ["2022"])


def test_antworten_die_niemand_gab_und_keine_meinung_haben_keine_reihe() -> None:
    antwort = dimension("antwort", "ja", "teils", "nein", "weiß nicht")
    zeilen = [("2022", "nein", 40), ("2022", "ja", 55), ("2022", "weiß nicht", 5)]
    (bild,) = bilder(reihe_aus([antwort], *zeilen, einheit="prozent", darstellung=_als("likert", reihe="antwort")))
    assert _zeilen(bild) == [("2022", "", "ja", 55, "", False, None), ("2022", "", "nein", 40, "", False, None)]
    assert bild.reihen == ("ja", "nein")


def test_ab_der_dritten_befragung_zeigt_eine_linie_die_zustimmung() -> None:
    jahre = [(j, g, a, n) for j, ja in (("2021", 50), ("2022", 55), ("2023", 61)) for g in ("alle", "eine") for a, n in (("ja", ja), ("nein", 39))]  # fmt: skip
    assert len(bilder(_umfrage(*jahre[:8], einheit="prozent"))) == 1
    _, linie = bilder(_umfrage(*jahre, einheit="prozent"))
    assert _zeilen(linie) == [
        ("2021", "", "alle", 50, "", False, None),
        ("2021", "", "eine", 50, "", False, None),
        ("2022", "", "alle", 55, "", False, None),
        ("2022", "", "eine", 55, "", False, None),
        ("2023", "", "alle", 61, "", False, None),
        ("2023", "", "eine", 61, "", False, None),
    ]
    assert (linie.kennung, linie.familie) == ("zustimmung", Familie.LINIE)
    assert linie.titel == "Zahlen: Zustimmung, 2021 bis 2023"
    assert (linie.achsen, linie.reihen) == (("",), ("alle", "eine"))
    assert (linie.einheit, linie.stellen, linie.mit_ziel) == (Einheit.PROZENT, 0, False)
    assert [str(z) for z in linie.zeiten] == ["2021", "2022", "2023"]


def test_eine_befragung_ohne_sichere_gruppe_hat_kein_bild() -> None:
    assert bilder(_umfrage(("2022", "alle", "ja", 9), ("2022", "alle", "nein", "."), einheit="prozent")) == ()


def test_nur_der_verlauf_als_linie_traegt_ziel_und_vergleich() -> None:
    verlauf, stand = bilder(reihe_aus([GRUPPE], *_jahre("eine", "alle"), darstellung=_als("balken")))
    assert (verlauf.mit_ziel, stand.mit_ziel) == (True, False)
    (kacheln,) = bilder(reihe_aus([GRUPPE], *_jahre("eine", "alle"), darstellung=_als("kacheln")))
    assert not kacheln.mit_ziel


def test_die_kurze_linie_gibt_es_ab_drei_zeiten() -> None:
    zwei = reihe_aus([], ("2021", 5), ("2022", 6), ("2023", "."))
    assert verlaufsbild(zwei) is None
    drei = verlaufsbild(reihe_aus([], ("2021", 5), ("2022", 6), ("2023", 7)))
    assert drei is not None
    assert (drei.kennung, drei.familie, drei.titel, drei.mit_ziel) == ("funke", Familie.LINIE, "Zahlen", False)
    assert _zeilen(drei) == [
        ("2021", "", "", 5, "", False, None),
        ("2022", "", "", 6, "", False, None),
        ("2023", "", "", 7, "", False, None),
    ]


def test_die_kurze_linie_zeigt_die_summe_oder_bis_zu_drei_gruppen() -> None:
    mit_summe = verlaufsbild(reihe_aus([GRUPPE], *_jahre("eine", "andere", "alle")))
    assert mit_summe is not None and mit_summe.reihen == ("alle",)
    drei, vier = _vielen(3), _vielen(4)
    ohne_summe = verlaufsbild(reihe_aus([drei], *_jahre(*drei.auspraegungen)))
    assert ohne_summe is not None and ohne_summe.reihen == ("g0", "g1", "g2")
    assert verlaufsbild(reihe_aus([vier], *_jahre(*vier.auspraegungen))) is None


def test_die_kurze_linie_einer_befragung_ist_die_zustimmung() -> None:
    zeilen = [(j, "alle", a, 50) for j in JAHRE for a in ("ja", "nein")]
    bild = verlaufsbild(_umfrage(*zeilen, einheit="prozent"))
    assert bild is not None and bild.kennung == "zustimmung"
    verdeckt = [(j, "alle", a, n) for j in JAHRE for a, n in (("ja", 50), ("nein", "."))]
    assert verlaufsbild(_umfrage(*verdeckt, einheit="prozent")) is None
