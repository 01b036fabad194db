"""Formulas give what a person gets with paper and pencil, or say why they give nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from zahlen_bauen import kennzahl, mit

from macros.modell.auswahlen import Zeichen
from macros.modell.formel import Formel
from macros.modell.indikator import Indikator, Kennzahl
from macros.modell.plan import Plan
from macros.modell.rechnung import Unberechenbar, ZahlFehlt, berechne, ergebnisse, kennzahlen, luecken, stichtage
from macros.modell.stichtag import lies_stichtag


def glied(indikator: str, stichtag: str | None = None, *, abziehen: bool = False, **auswahl: Any) -> dict[str, Any]:
    werte: dict[str, Any] = {"indikator": indikator, "auswahl": auswahl, "abziehen": abziehen}
    return werte | ({"stichtag": stichtag} if stichtag else {})


def formel(*zaehler: dict[str, Any], nenner: tuple[dict[str, Any], ...] = (), **rest: Any) -> Formel:
    return Formel.model_validate({"zaehler": zaehler, "nenner": nenner, **rest})


def mit_formel(plan: Plan, kennung: str, neu: Formel) -> Plan:
    geaendert: Indikator = plan.indikatoren[kennung].model_copy(update={"formel": neu})
    return replace(plan, indikatoren={**plan.indikatoren, kennung: geaendert})


def test_ohne_auswahl_gilt_die_summe_der_dimension(plan: Plan) -> None:
    assert berechne(plan, formel(glied("bevoelkerung", "2024-12-31"))).wert == 30412


def test_ohne_summe_werden_alle_werte_addiert(plan: Plan) -> None:
    # 2024 geplant: Innenstadt 45, Nordviertel 35, Großfeldsiedlung 35
    assert berechne(plan, formel(glied("sprachtreff-plaetze", "2024", angabe="geplant"))).wert == 45 + 35 + 35


def test_mehrere_gewaehlte_werte_werden_addiert(plan: Plan) -> None:
    wahl = ("EU-Staaten", "übriges Europa")
    assert berechne(plan, formel(glied("einbuergerungen", "2024", herkunft=wahl))).wert == 18 + 16


def test_teilt_und_multipliziert(plan: Plan) -> None:
    anteil = formel(
        glied("bevoelkerung", "2024-12-31", staatsangehoerigkeit="ausländisch"),
        nenner=(glied("bevoelkerung", "2024-12-31"),),
        faktor=100,
    )
    ergebnis = berechne(plan, anteil)
    assert ergebnis.wert == pytest.approx(13.5539, abs=0.0001)  # 4122 / 30412
    assert (ergebnis.summe_zaehler, ergebnis.summe_nenner) == (4122, 30412)


def test_zieht_ab(plan: Plan) -> None:
    zuwachs = formel(glied("bevoelkerung", "2024-12-31"), glied("bevoelkerung", "2021-12-31", abziehen=True))
    assert berechne(plan, zuwachs).wert == 30412 - 29810


def test_ohne_stichtag_gilt_der_neueste(plan: Plan) -> None:
    ergebnis = berechne(plan, formel(glied("bevoelkerung")))
    assert (str(ergebnis.stichtag), ergebnis.wert) == ("2025-12-31", 30518)


def test_der_nenner_darf_so_weit_weg_liegen_wie_die_formel_erlaubt(plan: Plan) -> None:
    # From 30 June 2025 it is 181 days to 31 December 2024 and 184 to 31 December 2025: the nearer one holds.
    quote = formel(glied("beschaeftigte", "2025-06-30"), nenner=(glied("bevoelkerung"),), abstand_tage=181)
    ergebnis = berechne(plan, quote)
    assert str(ergebnis.nenner[0].stichtag) == "2024-12-31"
    assert ergebnis.wert == pytest.approx(11705 / 30412)
    assert ergebnis.hinweis == "Zähler: 30.06.2025; Nenner: 31.12.2024"
    assert str(ergebnis.stichtag_nenner) == "2024-12-31"


def test_ein_tag_weniger_und_die_quote_ist_nicht_berechenbar(plan: Plan) -> None:
    quote = formel(glied("beschaeftigte", "2025-06-30"), nenner=(glied("bevoelkerung"),), abstand_tage=180)
    with pytest.raises(Unberechenbar, match=r"^Zu „Einwohner\*innen“ fehlt die Zahl: 30\.06\.2025\.$"):
        berechne(plan, quote)


def test_eine_summe_nimmt_nie_zahlen_verschiedener_tage(plan: Plan) -> None:
    # Even where the denominator may lie apart, the terms of the numerator have one Stichtag.
    summe = formel(glied("beschaeftigte", "2025-06-30"), glied("bevoelkerung"), abstand_tage=400)
    with pytest.raises(Unberechenbar, match="fehlt die Zahl"):
        berechne(plan, summe)


def test_was_die_formel_selbst_mischt_sagt_sie(plan: Plan) -> None:
    zuwachs = formel(glied("bevoelkerung", "2024-12-31"), glied("bevoelkerung", "2021-12-31", abziehen=True))
    assert berechne(plan, zuwachs).hinweis == "Aus Zahlen zu verschiedenen Zeiten: 31.12.2024, 31.12.2021"
    gleich = formel(glied("bevoelkerung"), nenner=(glied("bevoelkerung"),))
    assert berechne(plan, gleich).hinweis == ""


def test_was_auf_einer_gemischten_quote_steht_sagt_es_auch(plan: Plan) -> None:
    doppelt = formel(glied("beschaeftigungsquote", "2025-06-30", staatsangehoerigkeit="ausländisch"), faktor=2)
    ergebnis = berechne(plan, doppelt)
    assert ergebnis.wert == pytest.approx(2 * 100 * 1587 / 4122)
    assert ergebnis.hinweis == "Aus Zahlen zu verschiedenen Zeiten: 30.06.2025, 31.12.2024"


def test_je_rechnet_fuer_jeden_wert_ausser_der_summe(plan: Plan) -> None:
    reihe = kennzahlen(plan, "beschaeftigungsquote")
    neueste = {k.merkmale["staatsangehoerigkeit"]: k.wert for k in reihe if str(k.stichtag) == "2025-06-30"}
    assert neueste == {
        "deutsch": pytest.approx(100 * 10118 / 26290),
        "ausländisch": pytest.approx(100 * 1587 / 4122),
    }
    assert len(reihe) == 2 * 5


def test_eine_formel_darf_auf_einer_formel_stehen(plan: Plan) -> None:
    doppelt = formel(glied("beschaeftigungsquote", "2024-06-30", staatsangehoerigkeit="ausländisch"), faktor=2)
    # Von 30.06.2024 sind es 183 Tage zum 31.12.2023, 184 zum 31.12.2024.
    assert berechne(plan, doppelt).wert == pytest.approx(2 * 100 * 1480 / 3910)


@pytest.mark.parametrize(
    ("rechnung", "grund"),
    [
        (formel(glied("einbuergerungen", "2023", herkunft="Afrika")), "geheime oder fehlende Werte"),
        (formel(glied("einbuergerungen", "2019")), "gibt es keine Zahl zum Stichtag 2019"),
        (formel(glied("gibt-es-nicht")), r"^Zu „gibt-es-nicht“ gibt es keine Zahl\.$"),
        (formel(glied("bevoelkerung"), glied("gibt-es-nicht")), r"^Den Indikator „gibt-es-nicht“ gibt es nicht\.$"),
        (
            formel(glied("bevoelkerung"), glied("einbuergerungen", "2019")),
            r"^Zu „Einbürgerungen“ fehlt die Zahl: 2019\.$",
        ),
        (formel(glied("bevoelkerung", staatsangehoerigkeit="belgisch")), "zu dieser Auswahl keine Zahl"),
        (
            formel(
                glied("bevoelkerung"),
                nenner=(glied("bevoelkerung", "2021-12-31"), glied("bevoelkerung", "2021-12-31", abziehen=True)),
            ),
            "Der Nenner ist null",
        ),
    ],
)
def test_sagt_warum_es_keinen_wert_gibt(plan: Plan, rechnung: Formel, grund: str) -> None:
    with pytest.raises(Unberechenbar, match=grund):
        berechne(plan, rechnung)


def test_eine_leere_tabelle_hat_auch_in_der_naehe_keine_zahl(plan: Plan) -> None:
    leer = replace(plan, kennzahlen={**plan.kennzahlen, "beschaeftigte": ()})
    with pytest.raises(Unberechenbar, match=r"^Zu „Beschäftigte“ fehlt die Zahl: 31\.12\.2025\.$"):
        berechne(leer, formel(glied("bevoelkerung"), glied("beschaeftigte")))


def eine_reihe(plan: Plan, kennung: str, *zahlen: Kennzahl, **felder: Any) -> Plan:
    """The Plan with one indicator whose figures are split by sex, without a total."""
    art = [{"id": "art", "name": "Art", "auspraegungen": ["w", "m"]}]
    return mit(plan, kennung, *zahlen, dimensionen=art, darstellung={"familie": "tabelle"}, **felder)


@pytest.mark.parametrize(("tag", "gilt"), [("2026-02-04", True), ("2026-02-05", False)])
@pytest.mark.parametrize("frueher", [True, False])
def test_der_abstand_gilt_in_beide_richtungen(plan: Plan, tag: str, gilt: bool, frueher: bool) -> None:
    # From 31 December 2024 to 4 February 2026 it is 400 days.
    erster, zweiter = (tag, "2024-12-31") if frueher else ("2024-12-31", tag)
    zahlen = eine_reihe(plan, "bevoelkerung", kennzahl(erster, 10, art="w"), kennzahl(erster, 20, art="m"))
    zahlen = eine_reihe(zahlen, "beschaeftigte", kennzahl(zweiter, 3, art="w"), kennzahl(zweiter, 12, art="m"))
    quote = formel(glied("bevoelkerung"), nenner=(glied("beschaeftigte"),), abstand_tage=400)
    if gilt:
        assert berechne(zahlen, quote).wert == 30 / 15
    else:
        with pytest.raises(Unberechenbar, match="fehlt die Zahl"):
            berechne(zahlen, quote)


def test_liegen_zwei_stichtage_gleich_nahe_gilt_der_fruehere(plan: Plan) -> None:
    zahlen = eine_reihe(plan, "bevoelkerung", kennzahl("2025-01-10", 1, art="w"))
    zahlen = eine_reihe(
        zahlen, "beschaeftigte", *(kennzahl(t, w, art="w") for t, w in (("2025-01-20", 300), ("2024-12-31", 200)))
    )
    quote = formel(glied("bevoelkerung", art="w"), nenner=(glied("beschaeftigte", art="w"),), abstand_tage=10)
    assert berechne(zahlen, quote).wert == 1 / 200


def test_wo_ein_wert_fehlt_wird_mit_den_anderen_weitergerechnet(plan: Plan) -> None:
    # In 2024 the first of both values is hidden: the second is still shown, and so is 2025.
    zahlen = eine_reihe(
        plan, "bevoelkerung",
        kennzahl("2024", ".", art="w"), kennzahl("2024", 20, art="m"),
        kennzahl("2025", 30, art="w"), kennzahl("2025", 40, art="m"),
    )  # fmt: skip
    reihe = ergebnisse(zahlen, formel(glied("bevoelkerung"), je=["art"], faktor=10))
    assert [(str(e.stichtag), e.merkmale["art"], e.wert) for e in reihe] == [
        ("2024", "m", 200), ("2025", "w", 300), ("2025", "m", 400),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("nenner", "einheit", "wert", "zeichen"),
    [
        (20, "personen", 5, None),
        (19, "personen", None, Zeichen.UNSICHER),
        (19, "ehen", None, Zeichen.UNSICHER),
        (19, "antworten", None, Zeichen.UNSICHER),
        (1, "personen", None, Zeichen.UNSICHER),
        (19, "angebote", None, Zeichen.UNSICHER),
    ],
)
def test_ueber_weniger_als_zwanzig_menschen_gibt_es_keine_quote(
    plan: Plan, nenner: int, einheit: str, wert: float | None, zeichen: Zeichen | None
) -> None:
    zahlen = eine_reihe(plan, "bevoelkerung", kennzahl("2025", nenner, art="w"), einheit=einheit)
    zahlen = eine_reihe(zahlen, "beschaeftigte", kennzahl("2025", 1, art="w"))
    quote = formel(glied("beschaeftigte", art="w"), nenner=(glied("bevoelkerung", art="w"),), faktor=100)
    (eine,) = kennzahlen(mit_formel(zahlen, "beschaeftigungsquote", quote), "beschaeftigungsquote")
    assert eine.wert == (wert if wert is None else pytest.approx(wert, abs=0.0001))
    assert (eine.zeichen, eine.hinweis, eine.zeile, str(eine.stichtag)) == (zeichen, "", 0, "2025")


def test_ob_menschen_hinter_dem_nenner_stehen_sagt_der_indikator(plan: Plan) -> None:
    for zaehlt, wert in (("anderes", 5.2632), ("faelle", None), ("haushalte", None)):
        zahlen = eine_reihe(plan, "bevoelkerung", kennzahl("2025", 19, art="w"), zaehlt=zaehlt)
        zahlen = eine_reihe(zahlen, "beschaeftigte", kennzahl("2025", 1, art="w"))
        quote = formel(glied("beschaeftigte", art="w"), nenner=(glied("bevoelkerung", art="w"),), faktor=100)
        (eine,) = kennzahlen(mit_formel(zahlen, "beschaeftigungsquote", quote), "beschaeftigungsquote")
        assert eine.wert == (wert if wert is None else pytest.approx(wert, abs=0.0001))


def test_rauschen_hinter_dem_komma_ist_kein_nenner(plan: Plan) -> None:
    zahlen = eine_reihe(plan, "bevoelkerung", *(kennzahl("2025", w, art=a) for a, w in (("w", 0.1), ("m", 0.2))))
    zahlen = eine_reihe(zahlen, "beschaeftigte", kennzahl("2025", 0.3, art="w"))
    nenner = (glied("bevoelkerung"), glied("beschaeftigte", art="w", abziehen=True))  # 0.1 + 0.2 − 0.3
    with pytest.raises(Unberechenbar, match="Der Nenner ist null"):
        berechne(zahlen, formel(glied("beschaeftigte", art="w"), nenner=nenner))


def test_ohne_nenner_ist_auch_eine_kleine_summe_eine_zahl(plan: Plan) -> None:
    zahlen = eine_reihe(plan, "beschaeftigte", kennzahl("2025", 1, art="w"))
    summe = formel(glied("beschaeftigte", art="w"))
    (eine,) = kennzahlen(mit_formel(zahlen, "beschaeftigungsquote", summe), "beschaeftigungsquote")
    assert (eine.wert, eine.zeichen) == (1, None)


def test_gezeigt_wird_nur_was_die_dimension_kennt(plan: Plan) -> None:
    # The formula gives a value for „insgesamt“ too; the rate's own dimension has only the two parts.
    gruppen = {k.merkmale["staatsangehoerigkeit"] for k in kennzahlen(plan, "beschaeftigungsquote")}
    assert gruppen == {"deutsch", "ausländisch"}


@pytest.mark.parametrize(("fest", "erwartet"), [(None, ["2021", "2022", "2024", "2025"]), ("2024", ["2024"])])
def test_gerechnet_wird_zu_jedem_stichtag_des_ersten_glieds(plan: Plan, fest: str | None, erwartet: list[str]) -> None:
    eu = formel(glied("einbuergerungen", fest, herkunft="Afrika"))
    assert [str(e.stichtag) for e in ergebnisse(plan, eu)] == erwartet


@pytest.mark.parametrize("je", [[], ["herkunft"]])
def test_ohne_den_indikator_gibt_es_keine_reihe(plan: Plan, je: list[str]) -> None:
    assert list(ergebnisse(plan, formel(glied("gibt-es-nicht"), je=je))) == []
    assert stichtage(plan, formel(glied("gibt-es-nicht")).zaehler[0]) == []


def test_ein_glied_weiss_woher_seine_zahl_kommt(plan: Plan) -> None:
    zuwachs = berechne(
        plan, formel(glied("bevoelkerung", "2024-12-31"), glied("bevoelkerung", "2021-12-31", abziehen=True))
    )
    assert [(str(s.stichtag), s.wert, s.glied.abziehen) for s in zuwachs.zaehler] == [
        ("2024-12-31", 30412, False), ("2021-12-31", 29810, True),
    ]  # fmt: skip
    assert (zuwachs.summe_zaehler, zuwachs.summe_nenner, zuwachs.merkmale) == (602, 0, {})


def test_ein_kreis_wird_erkannt(plan: Plan) -> None:
    kreis = mit_formel(plan, "bevoelkerung", formel(glied("beschaeftigungsquote")))
    grund = r"^Die Formeln drehen sich im Kreis: bevoelkerung → beschaeftigungsquote → bevoelkerung\.$"
    with pytest.raises(Unberechenbar, match=grund):
        kennzahlen(mit_formel(kreis, "beschaeftigungsquote", formel(glied("bevoelkerung"))), "bevoelkerung")


def test_stichtage_ohne_wert_fehlen_in_der_reihe(plan: Plan) -> None:
    reihe = list(ergebnisse(plan, formel(glied("einbuergerungen", herkunft="Afrika"))))
    assert [str(e.stichtag) for e in reihe] == ["2021", "2022", "2024", "2025"]
    assert lies_stichtag("2023") not in {e.stichtag for e in reihe}


def test_eine_luecke_nennt_was_fehlt(plan: Plan) -> None:
    zahlen = eine_reihe(plan, "bevoelkerung", *(kennzahl(t, 10, art="w") for t in ("2024", "2025")))
    zahlen = eine_reihe(zahlen, "beschaeftigte", *(kennzahl(t, 3, art="w") for t in ("2023", "2025")))
    rest = formel(glied("bevoelkerung", art="w"), glied("beschaeftigte", art="w", abziehen=True))
    assert [(str(s), str(grund)) for s, grund in luecken(zahlen, rest)] == [
        ("2023", "Zu „Einwohner*innen“ fehlt die Zahl: 2023."),
        ("2024", "Zu „Beschäftigte“ fehlt die Zahl: 2024."),
    ]
    quote = formel(glied("bevoelkerung", art="w"), nenner=(glied("beschaeftigte", art="w"),))
    assert [str(s) for s, _ in luecken(zahlen, quote)] == ["2024"]  # a newer denominator waits for its numerator


def test_fehlt_nur_eine_gruppe_kann_sie_noch_jemand_eintragen(plan: Plan) -> None:
    """New foreigners without a new total: no share, and the gap is one that a person can fill."""
    muster = next(k for k in plan.kennzahlen["bevoelkerung"] if k.merkmale["staatsangehoerigkeit"] == "ausländisch")
    neu = replace(muster, stichtag=lies_stichtag("2026-06-30"), wert=4300)
    reihe = (*plan.kennzahlen["bevoelkerung"], neu)
    anteil = formel(
        glied("bevoelkerung", staatsangehoerigkeit="ausländisch"),
        nenner=(glied("bevoelkerung", staatsangehoerigkeit="insgesamt"),),
    )
    ((wann, grund),) = luecken(replace(plan, kennzahlen={**plan.kennzahlen, "bevoelkerung": reihe}), anteil)
    assert str(wann) == "2026-06-30" and isinstance(grund, ZahlFehlt)
    assert str(grund) == "„Einwohner*innen“ hat zu dieser Auswahl keine Zahl (30.06.2026, insgesamt)."
