"""A series knows its order, its total, its gaps and its break."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from saetze_bauen import dimension, indikator, plan_aus
from zahlen_bauen import kennzahl, mit, reihe_aus, tafel

from macros.modell.auswahlen import Zeichen
from macros.modell.indikator import Dimension, Indikator
from macros.modell.plan import Plan
from macros.modell.rechnung import kennzahlen
from macros.sichten.indikator_bild import bilder
from macros.sichten.indikator_lage import zahlenlage
from macros.sichten.reihen import Reihe, gesamtwert, gruppenname, reihe


def test_reihen_sind_nach_zeit_und_nach_der_liste_der_werte_geordnet(plan: Plan) -> None:
    r = reihe(plan, "bevoelkerung")
    assert [str(s) for s in r.stichtage] == [f"{j}-12-31" for j in range(2021, 2026)]
    assert [k.merkmale["staatsangehoerigkeit"] for k in r.kennzahlen[:3]] == ["insgesamt", "deutsch", "ausländisch"]
    assert r.leitgruppe == {"staatsangehoerigkeit": "insgesamt"}
    assert list(r.tabelle.columns) == ["stichtag", "staatsangehoerigkeit", "wert", "zeichen", "hinweis"]
    assert r.tabelle.loc[0, "wert"] == 29810


def test_gruppen_heissen_nach_dem_was_nicht_die_summe_ist(plan: Plan) -> None:
    dimensionen = reihe(plan, "schueler").dimensionen
    assert gruppenname({"schulform": "Gymnasium", "staatsangehoerigkeit": "insgesamt"}, dimensionen) == "Gymnasium"
    assert gruppenname({"schulform": "insgesamt", "staatsangehoerigkeit": "insgesamt"}, dimensionen) == "insgesamt"
    beide = {"schulform": "Gymnasium", "staatsangehoerigkeit": "deutsch"}
    assert gruppenname(beide, dimensionen) == "Gymnasium, deutsch"


def test_fehlende_jahre_fallen_auf_nur_bei_dem_was_jaehrlich_kommt(plan: Plan) -> None:
    zahlen = [kennzahl(j, 10, herkunft="insgesamt") for j in ("2019", "2021", "2022")]
    luecke = mit(plan, "einbuergerungen", *zahlen)
    assert reihe(luecke, "einbuergerungen").fehlende_jahre == (2020,)
    selten = mit(luecke, "einbuergerungen", periodizitaet="unregelmaessig")
    assert reihe(selten, "einbuergerungen").fehlende_jahre == ()


def test_eine_quote_rechnet_auch_fuer_den_gesamtwert_wenn_sie_ihn_nennt(plan: Plan) -> None:
    werte = {"id": "staatsangehoerigkeit", "name": "S", "auspraegungen": ["insgesamt", "deutsch", "ausländisch"]}
    mit_gesamt = mit(plan, "beschaeftigte")
    mit_gesamt = replace(
        plan,
        indikatoren={
            **plan.indikatoren,
            "beschaeftigungsquote": Indikator.model_validate(
                {
                    **plan.indikatoren["beschaeftigungsquote"].model_dump(mode="json", exclude_none=True),
                    "dimensionen": [werte],
                }
            ),
        },
    )
    neueste = {
        k.merkmale["staatsangehoerigkeit"]: k.wert
        for k in kennzahlen(mit_gesamt, "beschaeftigungsquote")
        if str(k.stichtag) == "2025-06-30"
    }
    # The Stichtag nearest to 30 June 2025 is 31 December 2024 (30,412 people), not 2025.
    assert neueste["insgesamt"] == pytest.approx(11705 / 30412 * 100)
    assert set(neueste) == {"insgesamt", "deutsch", "ausländisch"}


def test_eine_quote_zeigt_nur_die_gruppen_die_sie_nennt(plan: Plan) -> None:
    gruppen = {k.merkmale["staatsangehoerigkeit"] for k in kennzahlen(plan, "beschaeftigungsquote")}
    assert gruppen == {"deutsch", "ausländisch"}


@pytest.mark.parametrize(("nenner", "zeichen"), [(19, Zeichen.UNSICHER), (20, None)])
def test_eine_quote_ueber_wenige_menschen_wird_verdeckt(plan: Plan, nenner: int, zeichen: Zeichen | None) -> None:
    klein = mit(plan, "bevoelkerung", *(kennzahl("2025-06-30", nenner, staatsangehoerigkeit=g) for g in ("insgesamt", "deutsch", "ausländisch")))  # fmt: skip
    klein = mit(klein, "beschaeftigte", *(kennzahl("2025-06-30", 10, staatsangehoerigkeit=g) for g in ("insgesamt", "deutsch", "ausländisch")))  # fmt: skip
    zahl = kennzahlen(klein, "beschaeftigungsquote")[0]
    assert zahl.zeichen is zeichen
    assert (zahl.wert is None) is (zeichen is not None)


# Small series: order, total, gaps, break and table.

GRUPPE = dimension("gruppe", "eine", "andere", "alle", summe="alle")
ORT = dimension("ort", "Nord", "Mitte")


@pytest.mark.parametrize(
    ("werte", "summe", "gesamt"),
    [
        (("eine", "alle"), "alle", "alle"),
        (("eine", "insgesamt"), None, "insgesamt"),
        (("gesamt", "eine"), None, "gesamt"),
        (("insgesamt", "alle"), "alle", "alle"),
        (("eine", "Gesamtschule"), None, None),
    ],
)
def test_fuer_alle_steht_die_summe_oder_was_so_heisst(
    werte: tuple[str, ...], summe: str | None, gesamt: str | None
) -> None:
    assert gesamtwert(dimension("gruppe", *werte, summe=summe)) == gesamt


def test_zeilen_stehen_nach_der_zeit_dann_wie_im_datensatz() -> None:
    zeilen = [
        (jahr, gruppe, ort, 1)
        for jahr in ("2025", "2021", "2024", "2022", "2026", "2023")
        for ort in ("Mitte", "Nord")
        for gruppe in ("alle", "andere", "eine")
    ]
    r = reihe_aus([GRUPPE, ORT], *zeilen)
    assert [str(s) for s in r.stichtage] == ["2021", "2022", "2023", "2024", "2025", "2026"]
    assert [(str(k.stichtag), *k.merkmale.values()) for k in r.kennzahlen[:7]] == [
        ("2021", "eine", "Nord"),
        ("2021", "eine", "Mitte"),
        ("2021", "andere", "Nord"),
        ("2021", "andere", "Mitte"),
        ("2021", "alle", "Nord"),
        ("2021", "alle", "Mitte"),
        ("2022", "eine", "Nord"),
    ]


def test_zeiten_sind_stichtage_mit_einer_zahl() -> None:
    jahre = ("2026", "2021", "2025", "2022", "2024")
    r = reihe_aus([GRUPPE], *((j, "eine", 0) for j in jahre), *((j, "alle", ".") for j in (*jahre, "2023")))
    assert [str(s) for s in r.stichtage] == ["2021", "2022", "2023", "2024", "2025", "2026"]
    assert [str(s) for s in r.zeiten] == ["2021", "2022", "2024", "2025", "2026"]


def test_gruppen_sind_was_zeilen_hat_in_der_reihenfolge_des_datensatzes() -> None:
    r = reihe_aus([GRUPPE, ORT], ("2022", "alle", "Mitte", 1), ("2021", "eine", "Mitte", "."), ("2021", "eine", "Nord", 2))  # fmt: skip
    assert r.gruppen == (
        {"gruppe": "eine", "ort": "Nord"},
        {"gruppe": "eine", "ort": "Mitte"},
        {"gruppe": "alle", "ort": "Mitte"},
    )
    assert reihe_aus([], ("2021", 5)).gruppen == ({},)


def test_die_leitgruppe_braucht_in_jeder_dimension_einen_gesamtwert_und_eine_zeile() -> None:
    assert reihe_aus([GRUPPE], ("2021", "alle", 5)).leitgruppe == {"gruppe": "alle"}
    assert reihe_aus([GRUPPE], ("2021", "eine", 5)).leitgruppe is None
    assert reihe_aus([GRUPPE, ORT], ("2021", "alle", "Nord", 5)).leitgruppe is None
    assert reihe_aus([], ("2021", 5)).leitgruppe == {}


def test_eine_zeile_findet_sich_gleich_in_welcher_reihenfolge_ihre_merkmale_stehen() -> None:
    r = reihe_aus([GRUPPE, ORT], ("2021", "eine", "Nord", 5), ("2022", "eine", "Nord", 6), ("2022", "alle", "Nord", 7))
    (erste, zweite, _) = r.kennzahlen
    assert r.am(erste.stichtag, {"ort": "Nord", "gruppe": "eine"}) is erste
    assert r.am(erste.stichtag, {"ort": "Mitte", "gruppe": "eine"}) is None
    assert r.verlauf({"gruppe": "eine", "ort": "Nord"}) == (erste, zweite)
    assert r.verlauf({"gruppe": "andere", "ort": "Nord"}) == ()


@pytest.mark.parametrize(
    ("periodizitaet", "zeilen", "fehlt"),
    [
        ("jaehrlich", [("2019", 1), ("2022", 1)], (2020, 2021)),
        ("jaehrlich", [("2019", 1), ("2020", "."), ("2021", 1)], (2020,)),
        ("jaehrlich", [("2019-06-30", 1), ("2019-12-31", 1), ("2020-06-30", 1)], ()),
        ("jaehrlich", [("2019", ".")], ()),
        ("schuljahr", [("2018/19", 1), ("2020/21", 1)], (2020,)),
        ("zweijaehrlich", [("2019", 1), ("2021", 1)], ()),
        ("unregelmaessig", [("2019", 1), ("2022", 1)], ()),
    ],
)
def test_was_jedes_jahr_kommt_hat_luecken(
    periodizitaet: str, zeilen: list[tuple[str, int | str]], fehlt: tuple[int, ...]
) -> None:
    assert reihe_aus([], *zeilen, periodizitaet=periodizitaet).fehlende_jahre == fehlt


def test_vor_dem_bruch_liegt_was_vor_seinem_ersten_stichtag_liegt() -> None:
    r = reihe_aus([], ("2021", 1), ("2022", 1), ("2023", 1), bruch={"ab": "2022", "grund": "Neu gezählt."})
    assert [r.vor_bruch(s) for s in r.stichtage] == [True, False, False]
    ohne = reihe_aus([], ("2021", 1))
    assert not ohne.vor_bruch(ohne.stichtage[0])


def test_die_tabelle_hat_eine_zeile_je_zahl_oder_zeichen() -> None:
    k = replace(kennzahl("2022", 6.5, gruppe="eine", ort="Nord"), hinweis="vorläufig")
    eine = reihe_aus([GRUPPE, ORT], ("2021", "eine", "Nord", "."))
    r = Reihe(eine.indikator, eine.dimensionen, (*eine.kennzahlen, k))
    assert list(r.tabelle.columns) == ["stichtag", "gruppe", "ort", "wert", "zeichen", "hinweis"]
    assert r.tabelle["wert"].dtype == "float64"
    assert r.tabelle.astype(object).where(r.tabelle.notna(), None).to_numpy().tolist() == [
        ["2021", "eine", "Nord", None, ".", ""],
        ["2022", "eine", "Nord", 6.5, "", "vorläufig"],
    ]


def test_ohne_zeilen_hat_die_tabelle_ihre_spalten_und_nur_zeichen_sind_zahlen_die_fehlen() -> None:
    leer = reihe_aus([GRUPPE]).tabelle
    assert list(leer.columns) == ["stichtag", "gruppe", "wert", "zeichen", "hinweis"]
    assert leer.empty
    assert reihe_aus([], ("2021", ".")).tabelle["wert"].dtype == "float64"


def _quote(*nennt: Dimension, **formel: object) -> Plan:
    zaehler = {"zaehler": [{"indikator": "arbeit"}], **formel}
    zahlen = {"arbeit": tafel(["gruppe", "ort"], ("2022", "eine", "Nord", 4), ("2021", "eine", "Nord", 3), ("2021", "alle", "Nord", 9))}  # fmt: skip
    return plan_aus(
        indikator("arbeit", dimensionen=[d.model_dump(exclude_none=True) for d in (GRUPPE, ORT)]),
        indikator("quote", dimensionen=[d.model_dump(exclude_none=True) for d in nennt], formel=zaehler),
        zahlen=zahlen,
    )


def test_eine_quote_hat_die_dimensionen_ihrer_formel_wenn_sie_keine_nennt() -> None:
    r = reihe(_quote(je=["gruppe"]), "quote")
    assert r.dimensionen == (GRUPPE,)
    assert [(str(k.stichtag), k.merkmale["gruppe"], k.wert) for k in r.kennzahlen] == [
        ("2021", "eine", 3),
        ("2021", "alle", 9),
        ("2022", "eine", 4),
    ]
    eigene = dimension("gruppe", "eine")
    assert reihe(_quote(eigene, je=["gruppe"]), "quote").dimensionen == (eigene,)
    assert reihe(_quote(), "quote").dimensionen == ()
    assert reihe_aus([]).dimensionen == ()


def test_der_hinweis_einer_berechneten_zahl_ist_keiner() -> None:
    assert reihe(_quote(je=["gruppe"]), "quote").tabelle["hinweis"].unique().tolist() == [""]


@pytest.mark.parametrize(
    ("gruppe", "ort", "name"),
    [
        ("eine", "Nord", "eine, Nord"),
        ("eine", "insgesamt", "eine"),
        ("alle", "Nord", "Nord"),
        ("alle", "insgesamt", "alle, insgesamt"),
    ],
)
def test_was_fuer_alle_steht_geht_ohne_worte(gruppe: str, ort: str, name: str) -> None:
    orte = dimension("ort", "Nord", "insgesamt")
    assert gruppenname({"gruppe": gruppe, "ort": ort}, (GRUPPE, orte)) == name


def test_ein_wort_das_fuer_alle_steht_wird_nicht_wiederholt() -> None:
    zwei = (dimension("a", "insgesamt"), dimension("b", "insgesamt"))
    assert gruppenname({"a": "insgesamt", "b": "insgesamt"}, zwei) == "insgesamt"


@pytest.mark.parametrize(
    ("stichtag", "felder", "wort"),
    [
        ("2025-12-31", {}, "Stichtag"),
        ("2025-12-31", {"art": "ereignis"}, "Tag"),
        ("2025", {"art": "ereignis"}, "Jahr"),
        ("2025-Q1", {"art": "ereignis"}, "Quartal"),
        ("2024/2025", {}, "Zeitraum"),
        ("2024/25", {}, "Stichtag"),
        ("2024/25", {"art": "ereignis"}, "Zeitraum"),
    ],
)
def test_die_zeit_der_zahlen_hat_ihr_wort(stichtag: str, felder: dict[str, str], wort: str) -> None:
    assert reihe_aus([], (stichtag, 5), **felder).zeitwort == wort


def test_ohne_zahlen_sagt_der_indikator_was_fuer_eine_zeit_es_ist() -> None:
    assert reihe_aus([], stichtagsform="schuljahr").zeitwort == "Schuljahr"


def viele_dimensionen(zeilen: int, gruppen: int) -> Reihe:
    """Twenty dimensions of three values, 3.5 billion combinations, of which some occur."""
    dimensionen = [dimension(f"d{n}", "insgesamt", "a", "b") for n in range(20)]
    werte = ("insgesamt", "a", "b")
    return reihe_aus(
        dimensionen,
        *(
            (str(1900 + n // gruppen), *(werte[n % gruppen // 3**stelle % 3] for stelle in range(20)), n + 1000)
            for n in range(zeilen)
        ),
    )


@pytest.mark.parametrize("gruppen", [2, 41, 451])
def test_viele_dimensionen_kosten_nur_ihre_zeilen(gruppen: int) -> None:
    r = viele_dimensionen(451, gruppen)
    assert len(r.gruppen) == gruppen
    assert r.leitgruppe == r.gruppen[0] == dict.fromkeys((f"d{n}" for n in range(20)), "insgesamt")
    assert [k.wert for k in r.verlauf(r.gruppen[-1])][0] is not None
    assert sum(len(r.verlauf(g)) for g in r.gruppen) == 451
    assert zahlenlage(r, date(2026, 6, 30)).leit is not None
    assert bilder(r)


def test_gruppen_stehen_in_der_ordnung_des_datensatzes() -> None:
    r = reihe_aus(
        [dimension("alter", "jung", "alt"), dimension("art", "b", "a")],
        ("2024", "alt", "a", 1),
        ("2024", "jung", "a", 2),
        ("2023", "alt", "b", 3),
    )
    assert [tuple(g.values()) for g in r.gruppen] == [("jung", "a"), ("alt", "b"), ("alt", "a")]
