"""A Plan as rows: measures, steps and figures, and the rows that wait for the next figure."""

from __future__ import annotations

import pytest
from saetze_bauen import dimension, handlungsfeld, indikator, massnahme, plan_aus
from zahlen_bauen import kennzahl, tafel

from macros.modell.stichtag import lies_stichtag
from macros.schreiben.excel.blaetter import MASSNAHMEN, SCHRITTE, Blattart, kennzahlspalten
from macros.schreiben.excel.zeilen import (
    Blattzeile,
    alle_zeilen,
    kennzahlzeilen,
    massnahmenzeilen,
    schrittzeilen,
    themenfelder,
    zielzeilen,
)
from macros.sichten.erwartung import naechster_stichtag

BERICHT = {
    f"Neuer Bericht: {t}": ""
    for t in ("Datum", "Stand", "Ampel", "Text", "Beleg", "Adresse des Belegs", "berichtet von", "eingetragen am")
}


def test_eine_massnahme_mit_allem() -> None:
    m = massnahme(
        "treff",
        nummer="4.1",
        titel="Treffpunkt",
        sachstaende=[
            {"datum": "2025-01-31", "stand": "beschlossen"},
            {"datum": "2026-05-04", "stand": "in_umsetzung"},
        ],
        federfuehrung="amt",
        sozialraum="Süd",
        finanzierung="Haushalt.",
        kosten={"betrag_euro": 18500.5, "art": "jaehrlich"},
        zeitraum={"beginn": "2025-03-01", "ende": "2027-12-31"},
    )
    assert list(massnahmenzeilen(plan_aus(handlungsfeld("bildung", name="Lernen"), m))) == [
        Blattzeile(
            ("treff",),
            {
                "Kennung": "treff",
                "Nummer": "4.1",
                "Maßnahme": "Treffpunkt",
                "Handlungsfeld": "Lernen",
                "Stand bisher": "in Umsetzung",
                "berichtet am": "04.05.2026",
                "Federführung": "amt",
                "Sozialraumbezug": "Süd",
                "Finanzierung": "Haushalt.",
                "Kosten in Euro": "18500.5",
                "Art der Kosten": "jaehrlich",
                "Beginn": "2025-03-01",
                "Ende": "2027-12-31",
                "davon bewilligt": "",
                "davon ausgegeben": "",
                **BERICHT,
            },
        )
    ]


def test_eine_massnahme_mit_nichts_und_ein_offenes_ende() -> None:
    leer, offen = massnahmenzeilen(plan_aus(massnahme("treff"), massnahme("fest", zeitraum={"beginn": "2025-03-01"})))
    assert leer == Blattzeile(
        ("treff",),
        {
            "Kennung": "treff",
            "Nummer": "3.1",
            "Maßnahme": "Treff",
            "Handlungsfeld": "bildung",
            "Stand bisher": "noch nicht berichtet",
            **dict.fromkeys(
                ("berichtet am", "Federführung", "Sozialraumbezug", "Finanzierung", "Kosten in Euro", "Art der Kosten", "Beginn", "Ende", "davon bewilligt", "davon ausgegeben"), ""
            ),
            **BERICHT,
        },
    )  # fmt: skip
    assert (offen.werte["Beginn"], offen.werte["Ende"]) == ("2025-03-01", "")
    assert set(leer.werte) == {s.titel for s in MASSNAHMEN}


def test_jeder_schritt_hat_seine_nummer() -> None:
    schritte = [
        {"text": "Suchen.", "termin": "2025-05-31", "erledigt_am": "2025-05-20", "beleg": {"text": "Vertrag", "url": "https://example.org"}},
        {"text": "Finden.", "beleg": {"text": "Brief"}},
        {"text": "Öffnen."},
    ]  # fmt: skip
    zeilen = list(schrittzeilen(plan_aus(massnahme("treff", schritte=schritte), massnahme("fest"))))
    fest = {"Kennung": "treff", "Nummer": "3.1", "Maßnahme": "Treff"}
    assert zeilen == [
        Blattzeile(("treff", "1"), {**fest, "Schritt Nr.": "1", "Schritt": "Suchen.", "geplant bis": "2025-05-31", "erledigt am": "2025-05-20", "Beleg": "Vertrag", "Adresse des Belegs": "https://example.org"}),
        Blattzeile(("treff", "2"), {**fest, "Schritt Nr.": "2", "Schritt": "Finden.", "geplant bis": "", "erledigt am": "", "Beleg": "Brief", "Adresse des Belegs": ""}),
        Blattzeile(("treff", "3"), {**fest, "Schritt Nr.": "3", "Schritt": "Öffnen.", "geplant bis": "", "erledigt am": "", "Beleg": "", "Adresse des Belegs": ""}),
    ]  # fmt: skip
    assert set(zeilen[0].werte) == {s.titel for s in SCHRITTE}


def test_berechnete_indikatoren_haben_kein_blatt() -> None:
    a, c = indikator("a", themenfeld="Z"), indikator("c", themenfeld="Z")
    b = indikator("b", themenfeld="Y")
    quote = indikator("quote", themenfeld="X", formel={"zaehler": [{"indikator": "a"}]})
    assert list(themenfelder(plan_aus(quote, a, b, c)).items()) == [("Z", [a, c]), ("Y", [b])]


def test_zahlen_und_dahinter_die_zeilen_die_warten() -> None:
    orte, arten = dimension("ort", "Nord", "Süd"), dimension("art", "kurz", "lang")
    i = indikator("kurse", einheit="stunden", dimensionen=[d.model_dump(exclude_none=True) for d in (orte, arten)])
    zahlen = (*tafel(["ort", "art"], ("2025", "Süd", "kurz", 12.5), ("2024", "Nord", "lang", ".")),)
    zeilen = list(kennzahlzeilen(plan_aus(i, zahlen={"kurse": zahlen}), i))
    fest = {
        "Kennung": "kurse",
        "Indikator": "Kurse",
        "Einheit": "Stunden",
        "Hinweis": "",
        "Quelle": "",
        "eingetragen am": "",
    }
    assert zeilen[:2] == [
        Blattzeile(("kurse", "2025", "Süd", "kurz"), {**fest, "Stichtag": "2025", "Gliederung 1": "Süd", "Gliederung 2": "kurz", "Wert": "12.5", "Zeichen": ""}),
        Blattzeile(("kurse", "2024", "Nord", "lang"), {**fest, "Stichtag": "2024", "Gliederung 1": "Nord", "Gliederung 2": "lang", "Wert": "", "Zeichen": "."}),
    ]  # fmt: skip
    assert [(z.schluessel, z.werte["Wert"], z.werte["Zeichen"], z.vorbereitet) for z in zeilen[2:]] == [
        (("kurse", "2026", "Nord", "kurz"), "", "", True),
        (("kurse", "2026", "Nord", "lang"), "", "", True),
        (("kurse", "2026", "Süd", "kurz"), "", "", True),
        (("kurse", "2026", "Süd", "lang"), "", "", True),
    ]
    assert set(zeilen[0].werte) == {s.titel for s in kennzahlspalten(2)}


def test_der_hinweis_einer_zahl_steht_dabei_und_ohne_zahlen_wartet_nichts() -> None:
    i = indikator("kurse")
    k = kennzahl("2025", 5)
    k = type(k)(k.stichtag, {}, 5, None, "geschätzt", 2)
    (erste, _) = kennzahlzeilen(plan_aus(i, zahlen={"kurse": (k,)}), i)
    assert erste.werte["Hinweis"] == "geschätzt"
    assert list(kennzahlzeilen(plan_aus(i), i)) == []


@pytest.mark.parametrize(
    ("periodizitaet", "neuester", "naechster"),
    [
        ("jaehrlich", "2025", "2026"),
        ("jaehrlich", "2025-06-30", "2026-06-30"),
        ("jaehrlich", "2025-12", "2026-12"),
        ("jaehrlich", "2024-02-29", "2025-02-28"),
        ("schuljahr", "2025/26", "2026/27"),
        ("schuljahr", "2098/99", "2099/00"),
        ("zweijaehrlich", "2025", "2027"),
        ("zweijaehrlich", "2025/26", "2027/28"),
        ("zweijaehrlich", "2025-12-31", "2027-12-31"),
        ("einmalig", "2025", None),
        ("unregelmaessig", "2025", None),
        ("jaehrlich", None, None),
    ],
)
def test_der_naechste_stichtag_ist_geschrieben_wie_der_letzte(
    periodizitaet: str, neuester: str | None, naechster: str | None
) -> None:
    i = indikator("a", periodizitaet=periodizitaet)
    assert naechster_stichtag(i, lies_stichtag(neuester) if neuester else None) == naechster


def test_jeder_zielwert_hat_eine_zeile_auch_ein_berechneter() -> None:
    ziel = {"wert": 60, "jahr": 2030, "beschluss": "Rat, 01.02.2026"}
    plan = plan_aus(
        indikator("kurse", zielwert=ziel, weitere_zielwerte=[{**ziel, "wert": 42.5, "jahr": 2028}], einheit="prozent"),
        indikator("anteil", formel={"zaehler": [{"indikator": "kurse"}]}, zielwert=ziel),
        indikator("ohne"),
    )
    assert [list(z.values()) for z in zielzeilen(plan)] == [
        ["Kurse", "2028", "42.5", "Prozent", "Rat, 01.02.2026"],
        ["Kurse", "2030", "60", "Prozent", "Rat, 01.02.2026"],
        ["Anteil", "2030", "60", "Anzahl", "Rat, 01.02.2026"],
    ]


def test_alle_zeilen_einer_mappe() -> None:
    plan = plan_aus(
        massnahme("treff", schritte=[{"text": "Los."}]),
        indikator("b", themenfeld="Z", periodizitaet="einmalig"),
        indikator("a", themenfeld="Y", periodizitaet="einmalig"),
        indikator("c", themenfeld="Z", periodizitaet="einmalig"),
        zahlen={k: tafel([], ("2025", 1)) for k in "abc"},
    )
    assert [(art, z.schluessel) for art, z in alle_zeilen(plan)] == [
        (Blattart.MASSNAHMEN, ("treff",)),
        (Blattart.SCHRITTE, ("treff", "1")),
        (Blattart.KENNZAHLEN, ("b", "2025")),
        (Blattart.KENNZAHLEN, ("c", "2025")),
        (Blattart.KENNZAHLEN, ("a", "2025")),
    ]


def test_eine_zeile_wartet_nicht_wenn_nichts_gesagt_ist() -> None:
    assert not Blattzeile(("a",), {}).vorbereitet
