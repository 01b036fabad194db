"""Formulas give what a person gets with paper and pencil, or say why they give nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from macros.modell.indikator import Formel, Indikator
from macros.modell.plan import Plan
from macros.modell.rechnung import Unberechenbar, berechne, ergebnisse, kennzahlen
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


def test_weitere_glieder_nehmen_den_zeitlich_naechsten_stichtag(plan: Plan) -> None:
    quote = formel(glied("beschaeftigte", "2025-06-30"), nenner=(glied("bevoelkerung"),))
    ergebnis = berechne(plan, quote)
    # 181 Tage zum 31.12.2024, 184 zum 31.12.2025
    assert str(ergebnis.nenner[0].stichtag) == "2024-12-31"
    assert ergebnis.wert == pytest.approx(11705 / 30412)


def test_ein_stichtag_in_mehr_als_400_tagen_abstand_gilt_nicht(plan: Plan) -> None:
    alt = {
        **plan.kennzahlen,
        "bevoelkerung": tuple(k for k in plan.kennzahlen["bevoelkerung"] if str(k.stichtag) == "2021-12-31"),
    }
    quote = formel(glied("beschaeftigte", "2025-06-30"), nenner=(glied("bevoelkerung"),))
    with pytest.raises(Unberechenbar, match="in der Nähe von"):
        berechne(replace(plan, kennzahlen=alt), quote)


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
    # 31.12.2023 liegt näher am 30.06.2024 als der 31.12.2024
    assert berechne(plan, doppelt).wert == pytest.approx(2 * 100 * 1480 / 3910)


@pytest.mark.parametrize(
    ("rechnung", "grund"),
    [
        (formel(glied("einbuergerungen", "2023", herkunft="Afrika")), "geheime oder fehlende Werte"),
        (formel(glied("einbuergerungen", "2019")), "gibt es keine Zahl zum Stichtag 2019"),
        (formel(glied("gibt-es-nicht")), "gibt es keine Zahl"),
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


def test_ein_kreis_wird_erkannt(plan: Plan) -> None:
    kreis = mit_formel(plan, "bevoelkerung", formel(glied("beschaeftigungsquote")))
    with pytest.raises(Unberechenbar, match="bevoelkerung → beschaeftigungsquote"):
        kennzahlen(mit_formel(kreis, "beschaeftigungsquote", formel(glied("bevoelkerung"))), "bevoelkerung")


def test_stichtage_ohne_wert_fehlen_in_der_reihe(plan: Plan) -> None:
    reihe = list(ergebnisse(plan, formel(glied("einbuergerungen", herkunft="Afrika"))))
    assert [str(e.stichtag) for e in reihe] == ["2021", "2022", "2024", "2025"]
    assert lies_stichtag("2023") not in {e.stichtag for e in reihe}
