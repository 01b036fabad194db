"""The grammar of figures, read like a style sheet: every sentence is German that a person would say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from zahlen_bauen import kennzahl, mit

from macros.ausgabe.worte import sprechen as s
from macros.ausgabe.worte.entwicklung import entwicklungssaetze
from macros.modell.auswahlen import Stichtagsform
from macros.modell.indikator import Indikator
from macros.modell.plan import Plan
from macros.modell.stichtag import lies_stichtag
from macros.sichten.indikator_lage import zahlenlage
from macros.sichten.reihen import reihe

HEUTE = date(2026, 6, 30)


def indikator(plan: Plan, einheit: str, stellen: int = 0, **felder: Any) -> Indikator:
    alt = plan.indikatoren["einbuergerungen"].model_dump(mode="json", exclude_none=True)
    return Indikator.model_validate({**alt, "einheit": einheit, "nachkommastellen": stellen, **felder})


def saetze(plan: Plan, kennung: str) -> list[str]:
    return [" ".join(g.saetze) for g in entwicklungssaetze(zahlenlage(reihe(plan, kennung), HEUTE))]


@pytest.mark.parametrize(
    ("schreibweise", "wann", "seit"),
    [
        ("2022-09-30", "am 30. September 2022", "seit dem 30. September 2022"),
        ("2022-09", "im September 2022", "seit September 2022"),
        ("2022", "im Jahr 2022", "seit 2022"),
        ("2022-Q3", "im 3. Quartal 2022", "seit dem 3. Quartal 2022"),
        ("2022-H1", "im 1. Halbjahr 2022", "seit dem 1. Halbjahr 2022"),
        ("2019/2021", "in den Jahren 2019–2021", "seit 2019–2021"),
        ("2021/22", "im Jahr 2021/22", "seit 2021/22"),
    ],
)
def test_zeitangaben(schreibweise: str, wann: str, seit: str) -> None:
    assert (s.wann(lies_stichtag(schreibweise)), s.seit(lies_stichtag(schreibweise))) == (wann, seit)


def test_schuljahr_heisst_nur_was_der_indikator_so_nennt() -> None:
    schuljahr = lies_stichtag("2021/22", Stichtagsform.SCHULJAHR)
    assert (s.wann(schuljahr), s.seit(schuljahr)) == ("im Schuljahr 2021/22", "seit dem Schuljahr 2021/22")
    haushalt = lies_stichtag("2022", Stichtagsform.HAUSHALTSJAHR)
    assert (s.wann(haushalt), s.seit(haushalt)) == ("im Haushaltsjahr 2022", "seit dem Haushaltsjahr 2022")


@pytest.mark.parametrize(
    ("einheit", "stellen", "zahl", "als_satz", "als_kurzform", "als_unterschied"),
    [
        ("personen", 0, 5263, "5.263 Personen", "5.263", "5.263 Personen"),
        ("personen", 0, 1, "1 Person", "1", "1 Person"),
        ("prozent", 1, 9.8626, "9,9 Prozent", "9,9\u00a0%", "9,9 Prozentpunkte"),
        ("prozent", 0, 1, "1 Prozent", "1\u00a0%", "1 Prozentpunkt"),
        ("prozent", 1, 1, "1,0 Prozent", "1,0\u00a0%", "1,0 Prozentpunkte"),
        ("anzahl", 0, 40, "40", "40", "40"),
    ],
)
def test_zahl_und_einheit(
    plan: Plan, einheit: str, stellen: int, zahl: float, als_satz: str, als_kurzform: str, als_unterschied: str
) -> None:
    i = indikator(plan, einheit, stellen)
    assert (s.wert(i, zahl), s.kurz(i, zahl), s.unterschied(i, -zahl)) == (als_satz, als_kurzform, als_unterschied)


def test_ein_gesetzter_wert_wird_nicht_mit_nullen_aufgefuellt(plan: Plan) -> None:
    i = indikator(plan, "prozent", 2)
    assert (s.genau(i, 45), s.genau(i, 0.98)) == ("45 Prozent", "0,98 Prozent")


@pytest.mark.parametrize(
    ("teile", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a und b"), (["a", "b", "c"], "a, b und c")]
)
def test_aufzaehlung(teile: list[str], text: str) -> None:
    assert s.aufzaehlung(teile) == text


def test_musterstadt_in_worten(plan: Plan) -> None:
    def spruch(kennung: str) -> str:
        return s.spruch(zahlenlage(reihe(plan, kennung), HEUTE))

    assert spruch("bevoelkerung") == (
        "Am 31. Dezember 2025 waren es insgesamt 30.518 Personen. Davon: deutsch 26.240 und ausländisch 4.278."
    )
    assert spruch("beschaeftigungsquote") == (
        "Am 30. Juni 2025: deutsch 38,5 Prozent und ausländisch 38,5 Prozent. Zähler: 30.06.2025; Nenner: 31.12.2024."
    )
    assert spruch("sprachtreff-plaetze") == (
        "Im Jahr 2025 tatsächlich: Innenstadt 49 (geplant 50), Nordviertel 37 (geplant 40) "
        "und Großfeldsiedlung 33 (geplant 35)."
    )
    assert spruch("wohlfuehlen").startswith(
        "Im Jahr 2025 stimmten zu: 69 Prozent insgesamt, 63 Prozent der Gruppe „mit"
    )


def test_ohne_zahl_wird_nichts_behauptet(plan: Plan) -> None:
    leer = mit(plan, "einbuergerungen", kennzahl("2025", ".", herkunft="insgesamt"))
    assert (
        s.spruch(zahlenlage(reihe(leer, "einbuergerungen"), HEUTE)) == "Zu diesem Indikator liegt noch keine Zahl vor."
    )
    assert saetze(leer, "einbuergerungen") == []


def test_ein_stichtag_ist_keine_entwicklung(plan: Plan) -> None:
    eine = mit(plan, "einbuergerungen", kennzahl("2025", 1, herkunft="insgesamt"))
    assert s.spruch(zahlenlage(reihe(eine, "einbuergerungen"), HEUTE)) == "Im Jahr 2025 war es insgesamt 1 Person."
    assert saetze(eine, "einbuergerungen") == [s.nur_eine_zeit("Jahr")]


@pytest.mark.parametrize(
    ("werte", "satz"),
    [
        ((10, 30), "Das sind 20 Personen mehr als im Jahr 2024 (plus 200 Prozent)."),
        ((30, 29), "Das ist 1 Person weniger als im Jahr 2024 (minus 3,3 Prozent)."),
        ((30, 30), "Der Wert ist derselbe wie im Jahr 2024."),
        ((0, 5), "Das sind 5 Personen mehr als im Jahr 2024."),
    ],
)
def test_veraenderung_einer_zahl(plan: Plan, werte: tuple[int, int], satz: str) -> None:
    zahlen = [kennzahl(j, w, herkunft="insgesamt") for j, w in zip(("2024", "2025"), werte, strict=True)]
    assert saetze(mit(plan, "einbuergerungen", *zahlen), "einbuergerungen") == [satz]


def test_prozente_unterscheiden_sich_in_prozentpunkten(plan: Plan) -> None:
    zahlen = [kennzahl(j, w, herkunft="insgesamt") for j, w in (("2024", 20.04), ("2025", 22.0))]
    quote = mit(plan, "einbuergerungen", *zahlen, einheit="prozent", nachkommastellen=1)
    # 22.0 - 20.0 as shown, and no „plus 10 Prozent“ behind it.
    assert saetze(quote, "einbuergerungen") == ["Das sind 2,0 Prozentpunkte mehr als im Jahr 2024."]


def test_ab_drei_stichtagen_kommt_der_weg_dazu(plan: Plan) -> None:
    assert saetze(plan, "einbuergerungen") == [
        "Das sind 8 Personen mehr als im Jahr 2024 (plus 9,1 Prozent). "
        "Seit 2021 ist der Wert um 48 Personen gestiegen (plus 100 Prozent)."
    ]


def test_ein_bruch_verbietet_den_vergleich(plan: Plan) -> None:
    vorher = mit(plan, "schueler", bruch={"ab": "2025/26", "grund": "Neue Zählung."})
    (satz,) = saetze(vorher, "schueler")
    assert satz == (
        "Mit der Zahl, die im Schuljahr 2024/25 galt, lässt sich das nicht vergleichen, "
        "weil sich die Zählung geändert hat."
    )


def test_ziel_und_vergleich_stehen_einmal_da(plan: Plan) -> None:
    *_, ziel, vergleich = saetze(plan, "beschaeftigungsquote")
    assert ziel == (
        "Bis 2028 sollen es 42 Prozent sein (Rat der Stadt, 20.02.2025). "
        "Deutsch: es fehlen noch 3,5 Prozentpunkte; ausländisch: es fehlen noch 3,5 Prozentpunkte. "
        "Ein weiteres Ziel: 45 Prozent bis 2030 (Rat der Stadt, 20.02.2025)."
    )
    assert vergleich == (
        "Zum Vergleich Musterland: 36,4 Prozent am 30. Juni 2024. Deutsch liegt 2,1 Prozentpunkte darüber; "
        "ausländisch liegt 2,1 Prozentpunkte darüber. Die Zahlen gehören zu verschiedenen Jahren."
    )


@pytest.mark.parametrize(
    ("richtung", "ziel", "satz"),
    [
        ("steigend_gut", 97, "Es fehlt noch 1 Person."),
        ("steigend_gut", 96, "Das Ziel ist erreicht."),
        ("fallend_gut", 90, "Der Wert liegt 6 Personen über dem Ziel."),
        ("neutral", 100, "Der Wert liegt 4 Personen unter dem Ziel."),
        ("neutral", 96, "Der Wert liegt genau auf dem Ziel."),
    ],
)
def test_abstand_zum_ziel(plan: Plan, richtung: str, ziel: int, satz: str) -> None:
    zielwert = {"wert": ziel, "jahr": 2030, "beschluss": "Rat"}
    neu = mit(plan, "einbuergerungen", richtung=richtung, zielwert=zielwert)
    assert saetze(neu, "einbuergerungen")[-1] == f"Bis 2030 sollen es {ziel} Personen sein (Rat). {satz}"


@pytest.mark.parametrize(
    ("davor", "jetzt", "satz"),
    [
        (9.86, 14.84, "Das sind 5,0 Personen mehr als im Jahr 2024 (plus 50,5 Prozent), gerechnet mit ungerundeten Zahlen."),
        (9.9, 14.8, "Das sind 4,9 Personen mehr als im Jahr 2024 (plus 49,5 Prozent)."),
    ],
)  # fmt: skip
def test_wo_die_gedruckten_zahlen_etwas_anderes_ergeben_steht_ein_wort_dabei(
    plan: Plan, davor: float, jetzt: float, satz: str
) -> None:
    i = plan.indikatoren["bevoelkerung"].model_copy(update={"nachkommastellen": 1, "dimensionen": (), "id": "x"})
    neu = replace(
        plan,
        indikatoren={**plan.indikatoren, "x": i},
        kennzahlen={**plan.kennzahlen, "x": (kennzahl("2024", davor), kennzahl("2025", jetzt))},
    )
    lage = zahlenlage(reihe(neu, "x"), date(2026, 6, 30))
    assert lage.fuehrende is not None
    assert s.veraenderung(i, lage.fuehrende.aenderung) == satz
