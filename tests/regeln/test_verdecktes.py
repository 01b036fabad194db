"""What a reader can compute about hidden figures, table by table: the verdicts are worked out by hand.

A table is written in rows; `.` is hidden, `-` zero, `…` not there yet. The threshold is 3. A verdict names the hidden
cells that are given away: `genau` (their value) or `klein` (that it is 1 or 2).
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from saetze_bauen import indikator, plan_aus
from zahlen_bauen import kennzahl, tafel

from macros.modell.aussage import Aussage
from macros.modell.indikator import Indikator, Kennzahl
from macros.regeln import REGELN

SCHUTZ = {"verfahren": "unterdrueckung", "schwelle": 3}
Zahlen = tuple[Kennzahl, ...]


def dimension(kennung: str, *werte: str, **felder: str) -> dict[str, Any]:
    return {"id": kennung, "name": kennung.title(), "auspraegungen": list(werte), **felder}


def menschen(kennung: str, *dimensionen: dict[str, Any], **felder: Any) -> Indikator:
    return indikator(
        kennung,
        dimensionen=list(dimensionen),
        **{"geheimhaltung": SCHUTZ, "einheit": "personen", "zaehlt": "personen"} | felder,
    )


def urteile(*saetze: Any, kennung: str = "zahlen", **tabellen: Zahlen) -> dict[str, str]:
    """Hidden cell of one indicator -> verdict; the row of a cell is its place in the table."""
    zahlen = {
        name: tuple(
            Kennzahl(k.stichtag, k.merkmale, k.wert, k.zeichen, k.hinweis, zeile) for zeile, k in enumerate(reihe, 2)
        )
        for name, reihe in tabellen.items()
    }
    plan = plan_aus(*saetze, zahlen=zahlen)
    je_zeile = {k.zeile: "_".join((k.stichtag.schreibweise, *k.merkmale.values())) for k in zahlen[kennung]}
    return {
        je_zeile[b.zeile].removeprefix("2025_"): "klein" if b.text.startswith("Dass") else "genau"
        for b in REGELN["verdecktes"](plan, date(2026, 6, 30))
        if b.datei.endswith(f"{kennung}.csv")
    }


def reihe(zeile: str, stichtag: str = "2025") -> Zahlen:
    """`alle 20 a 10 b .` as figures of one dimension `art`."""
    worte = zeile.split()
    paare = zip(worte[::2], worte[1::2], strict=True)
    return tuple(kennzahl(stichtag, _wert(wert), art=art) for art, wert in paare)


def _wert(text: str) -> float | str:
    return {"…": "..."}.get(text, text) if text in {".", "-", "…", "/", "x", "w"} else float(text)


ABC = dimension("art", "alle", "a", "b", "c", summe="alle")
ABCD = dimension("art", "alle", "a", "b", "c", "d", summe="alle")


@pytest.mark.parametrize(
    ("zeile", "erwartet"),
    [
        pytest.param("alle 3 a . b . c .", {"a": "genau", "b": "genau", "c": "genau"}, id="3 über drei: je 1"),
        pytest.param("alle 4 a . b . c .", {"a": "klein", "b": "klein", "c": "klein"}, id="4 über drei: 1 oder 2"),
        pytest.param("alle 5 a . b . c .", {}, id="5 über drei: 1 bis 3"),
        pytest.param("alle 12 a 10 b . c .", {"b": "genau", "c": "genau"}, id="Rest 2 über zwei: je 1"),
        pytest.param("alle 13 a 10 b . c .", {"b": "klein", "c": "klein"}, id="Rest 3 über zwei: 1 oder 2"),
        pytest.param("alle 14 a 10 b . c .", {}, id="Rest 4 über zwei: 1 bis 3"),
        pytest.param("alle 11 a 10 b . c .", {"b": "klein", "c": "klein"}, id="Rest 1 über zwei: eine 0 ist mit verdeckt"),
        pytest.param("alle 10 a 10 b . c .", {"b": "genau", "c": "genau"}, id="Rest 0: beide 0"),
        pytest.param("alle 12 a 10 b - c .", {"c": "genau"}, id="neben einem Strich"),
        pytest.param("alle 11 a 10 b … c .", {"c": "genau"}, id="höchstens 1 neben einem, der noch kommt"),
        pytest.param("alle 12 a 10 b … c .", {"c": "klein"}, id="höchstens 2 neben einem, der noch kommt"),
        pytest.param("alle 13 a 10 b … c .", {}, id="höchstens 3 neben einem, der noch kommt"),
        pytest.param("alle 12 a 10 b x c .", {"c": "klein"}, id="höchstens 2 neben einem gesperrten"),
        pytest.param("alle 12 a 10 b / c .", {"c": "klein"}, id="höchstens 2 neben einem unsicheren"),
        pytest.param("alle 12 a 10 b w c .", {"c": "klein"}, id="höchstens 2 neben einem in Worten genannten"),
        pytest.param("alle 12 a 10 c .", {"c": "klein"}, id="höchstens 2, eine Zeile fehlt"),
        pytest.param("alle 13 a 10 c .", {}, id="höchstens 3, eine Zeile fehlt"),
        pytest.param("alle … a 10 b 5 c .", {}, id="die Summe kommt noch"),
        pytest.param("alle . a 10 b . c .", {}, id="auch die Summe ist verdeckt"),
        pytest.param("alle . a . b . c .", {}, id="alles verdeckt"),
        pytest.param("alle . a 2 b 1 c .", {}, id="nach oben offen"),
    ],
)  # fmt: skip
def test_eine_summe(zeile: str, erwartet: dict[str, str]) -> None:
    assert urteile(menschen("zahlen", ABC), zahlen=reihe(zeile)) == erwartet


def kreuz(text: str) -> Zahlen:
    """A table of `ort` (columns, named in the first line) by `art` (first word of each further line)."""
    kopf, *zeilen = [z.split() for z in text.strip().splitlines()]
    return tuple(
        kennzahl("2025", _wert(w), art=zeile[0], ort=ort)
        for zeile in zeilen
        for ort, w in zip(kopf, zeile[1:], strict=True)
    )


ORT = dimension("ort", "alle", "x", "y", "z", summe="alle")


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        pytest.param(
            """alle x y z
            alle 60 30 20 10
            a 30 . . 5
            b 20 . . 3
            c 10 4 4 2""", {}, id="Viereck mit Spielraum",
        ),
        pytest.param(
            """alle x y z
            alle 60 30 20 10
            a 27 24 . .
            b 23 2 . .
            c 10 4 4 2""", {"a_y": "klein", "a_z": "klein"}, id="Viereck: eine Zeile lässt nur 1 oder 2",
        ),
        pytest.param(
            """alle x y z
            alle 40 20 12 8
            a 21 . . 6
            b 9 . . 1
            c 10 3 6 1""", {}, id="Viereck mit großen Resten",
        ),
        pytest.param(
            """alle x y z
            alle 13 6 4 3
            a 6 . . 1
            b 3 . . .
            c 4 . 1 .""", dict.fromkeys(("a_x", "a_y", "b_x", "b_y", "b_z", "c_x", "c_z"), "genau"), id="alles folgt aus der letzten Spalte",
        ),
        pytest.param(
            """alle x y z
            alle 50 25 15 10
            a 30 . 10 .
            b 15 . 4 .
            c 5 . 1 .""", {}, id="zwei Spalten",
        ),
    ],
)  # fmt: skip
def test_gekreuzte_summen(text: str, erwartet: dict[str, str]) -> None:
    assert urteile(menschen("zahlen", ABC, ORT), zahlen=kreuz(text)) == erwartet


@pytest.mark.parametrize(
    ("wort", "erwartet"),
    [("insgesamt", {"c": "genau"}), ("Gesamt", {"c": "genau"}), ("alle zusammen", {"c": "genau"}), ("viele", {})],
)
def test_eine_summe_die_nicht_als_summe_erklaert_ist(wort: str, erwartet: dict[str, str]) -> None:
    art = dimension("art", wort, "a", "b", "c")
    zahlen = tafel(["art"], ("2025", wort, 20), ("2025", "a", 10), ("2025", "b", 8), ("2025", "c", "."))
    assert urteile(menschen("zahlen", art), zahlen=zahlen) == erwartet


def test_was_nie_die_summe_war_gilt_nicht_als_summe() -> None:
    # People may have given several answers: in 2024 the answers are more than the people.
    art = dimension("art", "alle", "a", "b", "c")
    assert (
        urteile(
            menschen("zahlen", art), zahlen=(*reihe("alle 20 a 15 b 8 c 4", "2024"), *reihe("alle 20 a 10 b 8 c ."))
        )
        == {}
    )


def test_ein_gesamtwert_ist_keine_summe() -> None:
    art = dimension("art", "alle", "a", "b", "c", gesamtwert="alle")
    assert urteile(menschen("zahlen", art), zahlen=reihe("alle 20 a 10 b 8 c .")) == {}


ALTER = ("unter 18", "0–5", "6–10", "11–17", "18 bis unter 65", "65 und älter")


@pytest.mark.parametrize(
    ("werte", "erwartet"),
    [
        pytest.param([20, 10, 8, ".", 50, 9], {"11–17": "genau"}, id="Zwischensumme: 20 - 10 - 8"),
        pytest.param([20, 10, ".", ".", 50, 9], {}, id="zwei verdeckt, Rest 10"),
        pytest.param([20, 18, ".", ".", 50, 9], {"6–10": "genau", "11–17": "genau"}, id="zwei verdeckt, Rest 2"),
        pytest.param([".", 10, 8, 5, 50, 9], {"unter 18": "genau"}, id="die Zwischensumme selbst"),
        pytest.param([20, 10, 8, 2, 50, "."], {}, id="außerhalb jeder Zwischensumme"),
    ],
)
def test_altersgruppen_die_einander_enthalten(werte: list[float | str], erwartet: dict[str, str]) -> None:
    zahlen = tuple(kennzahl("2025", w, art=a) for a, w in zip(ALTER, werte, strict=True))
    assert urteile(menschen("zahlen", dimension("art", *ALTER)), zahlen=zahlen) == erwartet


@pytest.mark.parametrize(
    ("dort", "felder", "erwartet"),
    [
        pytest.param("a 40 b 12 c 5 d 3", {}, {"b": "genau", "c": "genau"}, id="die Zahlen stehen dort"),
        pytest.param("alle 60 a 40 c 5", {}, {"b": "genau", "c": "genau"}, id="eine von zweien steht dort; 4 Ziffern und 1"),
        pytest.param("alle 61 a 40 c 5 d 3", {}, {}, id="andere Menschen: die Summen widersprechen sich"),
        pytest.param("alle 60 a 40 c 5", {"zaehlt": "anderes"}, {}, id="zählt keine Menschen"),
        pytest.param("alle 60 a 40 b . c . d 3", {}, {}, id="dort auch verdeckt"),
        pytest.param("alle 60 a 40 c 5 d 3", {"quelle": "andere"}, {"b": "genau", "c": "genau"}, id="andere Quelle, elf Ziffern gemeinsam"),
    ],
)  # fmt: skip
def test_eine_zweite_tabelle(dort: str, felder: dict[str, Any], erwartet: dict[str, str]) -> None:
    zweite = menschen("zweite", ABCD, **felder)
    hier = reihe("alle 60 a 40 b . c . d 3")
    vorjahr = reihe("alle 550 a 300", "2024")
    assert (
        urteile(menschen("zahlen", ABCD), zweite, zahlen=(*hier, *vorjahr), zweite=(*reihe(dort), *vorjahr)) == erwartet
    )


@pytest.mark.parametrize(("quelle", "erwartet"), [("amt", {"b": "genau", "c": "genau"}), ("andere", {})])
def test_drei_kleine_zahlen_gemeinsam_reichen_nur_bei_derselben_quelle(quelle: str, erwartet: dict[str, str]) -> None:
    hier, dort = reihe("alle 60 a 40 b . c . d 3"), reihe("alle 60 a 40 c 5 d 3")
    assert (
        urteile(menschen("zahlen", ABCD), menschen("zweite", ABCD, quelle=quelle), zahlen=hier, zweite=dort) == erwartet
    )


def test_die_summe_steht_nur_in_einer_anderen_tabelle() -> None:
    ohne = dimension("art", "a", "b", "c")
    hier = (*reihe("a 100 b 200 c 300", "2024"), *reihe("a 110 b 210 c ."))
    summen = tafel([], ("2024", 600), ("2025", 322))
    # 600 = 100 + 200 + 300 alone are three digits: too few to be sure.
    assert urteile(menschen("zahlen", ohne), menschen("summe"), zahlen=hier, summe=summen) == {}
    davor = reihe("a 101 b 202 c 303", "2023")
    mehr = (*tafel([], ("2023", 606)), *summen)
    assert urteile(menschen("zahlen", ohne), menschen("summe"), zahlen=(*davor, *hier), summe=mehr) == {"c": "genau"}


@pytest.mark.parametrize("mit_gesamt", [True, False])
def test_die_teile_stehen_in_einer_anderen_tabelle_ihre_summe_nicht(mit_gesamt: bool) -> None:
    sex = dimension("sex", "alle", "m", "w", summe="alle") if mit_gesamt else dimension("sex", "m", "w")
    genauer = menschen("genauer", ABC, sex)
    hier = reihe("alle 20 a 12 b . c .") + reihe("alle 310 a 140 b 90 c 80", "2024")
    dort = tuple(
        kennzahl(tag, float(wert), art=art, sex=m)
        for tag, art, m, wert in [
            ("2025", "b", "m", 4), ("2025", "b", "w", 2), ("2024", "a", "m", 70), ("2024", "a", "w", 70),
            ("2024", "b", "m", 50), ("2024", "b", "w", 40), ("2024", "c", "m", 40), ("2024", "c", "w", 40),
        ]
    )  # fmt: skip
    # b is 4 + 2 = 6, so c is 20 - 12 - 6 = 2.
    assert urteile(menschen("zahlen", ABC), genauer, zahlen=hier, genauer=dort) == {"b": "genau", "c": "genau"}
    ohne_teil = tuple(k for k in dort if (k.stichtag.schreibweise, k.merkmale["sex"]) != ("2025", "w"))
    assert urteile(menschen("zahlen", ABC), genauer, zahlen=hier, genauer=ohne_teil) == {}


def anteil(kennung: str, *dimensionen: dict[str, Any]) -> Indikator:
    return menschen(kennung, *dimensionen, einheit="prozent", art="quote", nachkommastellen=1)


@pytest.mark.parametrize(
    ("hier", "dort", "erwartet"),
    [
        # 2 of 200 are 1.0 %: from 1.9 to 2.1, so 2; the other hidden one is the rest.
        pytest.param("alle 200 a 150 b 40 c . d .", "a 75 b 20 c 1", {"c": "genau", "d": "genau"}, id="Anteil einer verdeckten Gruppe"),
        pytest.param("alle 200 a 150 b 40 c . d .", "a 75 b 20", {}, id="Anteile nur der offenen Gruppen"),
        pytest.param("alle 200 a 150 b 40 c . d .", "a 70 b 25 c 1", {}, id="Anteile von etwas anderem"),
        # 0.2 % of 4000 are from 6 to 10: not exact, and not small.
        pytest.param("alle 4000 a 3000 b 900 c . d .", "a 75 b 22.5 c 0.2", {}, id="gerundeter Anteil mit Spielraum"),
        # 0.0 % of 4000 are 2 at most.
        pytest.param("alle 4000 a 3000 b 900 c . d .", "a 75 b 22.5 c 0", {"c": "klein"}, id="gerundet auf 0,0 Prozent"),
    ],
)  # fmt: skip
def test_anteile_derselben_menschen(hier: str, dort: str, erwartet: dict[str, str]) -> None:
    zweite = anteil("anteile", ABCD)
    assert urteile(menschen("zahlen", ABCD), zweite, zahlen=reihe(hier), anteile=reihe(dort)) == erwartet


def test_der_anteil_einer_gruppe_steht_in_einer_tabelle_ohne_diese_spalte() -> None:
    zahlen = (
        *reihe("alle 200 a 150 b 45 c 5 d 0", "2023"),
        *reihe("alle 300 a 290 b 4 c 6 d 0", "2024"),
        *reihe("alle 200 a 190 b . c ."),
    )
    # b: 22.5 % and 1.3 % in the years before, 2.0 % of 200 now, so 4.
    quote = tafel([], ("2023", 22.5), ("2024", 1.3), ("2025", 2.0))
    assert urteile(menschen("zahlen", ABCD), anteil("quote"), zahlen=zahlen, quote=quote) == {"b": "genau"}


def test_vier_quartale_sind_ein_jahr() -> None:
    quartale = menschen("zahlen", stichtagsform="quartal", art="ereignis")
    jahre = menschen("jahre", stichtagsform="jahr", art="ereignis")
    davor = [(f"2024-Q{q}", w) for q, w in enumerate((100, 120, 130, 150), 1)]
    davor += [(f"2023-Q{q}", w) for q, w in enumerate((100, 110, 130, 150), 1)]
    hier = tafel([], *davor, ("2025-Q1", 100), ("2025-Q2", 90), ("2025-Q3", "."), ("2025-Q4", 80))
    jahr = tafel([], ("2023", 490), ("2024", 500), ("2025", 272))
    assert urteile(quartale, jahre, zahlen=hier, jahre=jahr) == {"2025-Q3": "genau"}


def test_die_veraenderung_zum_vorjahr_verraet_die_zahl() -> None:
    saldo = menschen("saldo", negativ=True)
    hier = tafel([], ("2022", 5000), ("2023", 4890), ("2024", 4600), ("2025", "."))
    dort = tafel([], ("2023", -110), ("2024", -290), ("2025", -4598))
    assert urteile(menschen("zahlen"), saldo, zahlen=hier, saldo=dort) == {"2025": "genau"}


@pytest.mark.parametrize(
    ("fort", "saldo", "erwartet"),
    [
        pytest.param((300, 310, 333, 321), (200, 110, 127, -319), {"2025": "genau"}, id="321 weggezogen, Saldo -319: 2"),
        pytest.param((300, 310, 333, 321), (200, 110, 127, -301), {"2025": "genau"}, id="20 sind verraten, klein oder nicht"),
        pytest.param((300, 310, 333, "."), (200, 110, 127, -319), {}, id="auch die Fortzüge verdeckt"),
        pytest.param((300, 310, 333, 321), (200, 111, 127, -319), {}, id="2023 geht es nicht auf: etwas anderes"),
        pytest.param((300, 310, ".", 321), (200, 110, 127, -319), {}, id="zwei Jahre sind noch Zufall"),
    ],
)  # fmt: skip
def test_der_unterschied_zweier_tabellen_steht_in_einer_dritten(
    fort: tuple[float | str, ...], saldo: tuple[float, ...], erwartet: dict[str, str]
) -> None:
    """Arrivals less departures; in the years before 500 - 300, 420 - 310 and 460 - 333."""
    jahre = ("2022", "2023", "2024", "2025")
    tabellen = [menschen(n, art="ereignis", negativ=n == "saldo") for n in ("zahlen", "fort", "saldo")]
    zugezogen = tafel([], *zip(jahre, (500, 420, 460, "."), strict=True))
    weggezogen, unterschied = (tafel([], *zip(jahre, w, strict=True)) for w in (fort, saldo))
    assert urteile(*tabellen, zahlen=zugezogen, fort=weggezogen, saldo=unterschied) == erwartet


def test_die_summe_zweier_tabellen_steht_in_einer_dritten() -> None:
    """541 + 52 = 593, 538 + 55 = 593 and 547 + 50 = 597 in the years before; now 56 of 58 are in the other table."""
    jahre = ("2022", "2023", "2024", "2025")
    hier, dort, alle = (
        tafel([], *zip(jahre, werte, strict=True))
        for werte in ((541, 538, 547, "."), (52, 55, 50, 56), (593, 593, 597, 58))
    )
    saetze = [menschen(n) for n in ("zahlen", "andere", "zusammen")]
    assert urteile(*saetze, zahlen=hier, andere=dort, zusammen=alle) == {"2025": "genau"}


@pytest.mark.parametrize(
    ("quoten", "erwartet"),
    [
        pytest.param((5.12, 4.16, 4.47, 0.19), {"2025": "genau"}, id="0,19 Prozent von 1040 sind 1,92 bis 2,03"),
        pytest.param((5.12, 4.16, 4.74, 0.19), {}, id="2024 wären es 4,47 Prozent"),
        pytest.param((5.12, 4.16, ".", 0.19), {}, id="zwei Jahre sind noch Zufall"),
    ],
)
def test_das_ganze_einer_quote_steht_in_einer_dritten_tabelle(
    quoten: tuple[float | str, ...], erwartet: dict[str, str]
) -> None:
    """51 of 997, 42 of 1010 and 46 of 1030 in the years before."""
    jahre = ("2022", "2023", "2024", "2025")
    hier, alle, quote = (
        tafel([], *zip(jahre, w, strict=True)) for w in ((51, 42, 46, "."), (997, 1010, 1030, 1040), quoten)
    )
    saetze = [menschen("zahlen"), menschen("alle"), anteil("quote").model_copy(update={"nachkommastellen": 2})]
    assert urteile(*saetze, zahlen=hier, alle=alle, quote=quote) == erwartet


@pytest.mark.parametrize(
    ("behauptung", "nenner", "erwartet"),
    [
        pytest.param({"wert": 12, "einheit": "personen"}, False, {"b": "genau", "c": "genau"}, id="die Zahl im Satz"),
        pytest.param({"wert": 12, "einheit": "personen", "wort": "mehr_als"}, False, {}, id="mehr als 12"),
        pytest.param({"wert": 18, "einheit": "personen", "wort": "mindestens"}, False, {"c": "klein"}, id="mindestens 18 von 20: für c bleiben 1 oder 2"),
        pytest.param({"wert": 20, "einheit": "prozent"}, True, {"b": "genau", "c": "genau"}, id="20 Prozent von 60 sind 11,7 bis 12,3"),
    ],
)  # fmt: skip
def test_ein_satz_des_konzepts(behauptung: dict[str, Any], nenner: bool, erwartet: dict[str, str]) -> None:
    formel: dict[str, Any] = {"zaehler": [{"indikator": "zahlen", "auswahl": {"art": "b"}}]}
    if nenner:
        formel |= {"nenner": [{"indikator": "zahlen", "auswahl": {"art": "alle"}}], "faktor": 100}
    satz = Aussage.model_validate(
        {"id": "satz", "abschnitt": "a", "text": "Ein Satz.", "behauptung": behauptung, "formel": formel}
    )
    assert urteile(menschen("zahlen", ABC), satz, zahlen=reihe("alle 60 a 40 b . c .")) == erwartet


@pytest.mark.parametrize(
    ("dort", "erwartet"),
    [
        pytest.param("alle 60 a 40 b 10 c 10", {}, id="auf 5 gerundet: b und c je 8 bis 12"),
        pytest.param("alle 60 a 40 b 0 c 20", {"b": "klein"}, id="auf 0 gerundet: 1 oder 2"),
    ],
)
def test_eine_gerundete_tabelle_derselben_menschen(dort: str, erwartet: dict[str, str]) -> None:
    gerundet = menschen("gerundet", ABC, geheimhaltung={"verfahren": "rundung5"})
    vorjahr = reihe("alle 550 a 300", "2024")
    hier = (*reihe("alle 60 a 40 b . c ."), *vorjahr)
    assert urteile(menschen("zahlen", ABC), gerundet, zahlen=hier, gerundet=(*reihe(dort), *vorjahr)) == erwartet


@pytest.mark.parametrize(
    "felder",
    [
        {"zaehlt": "anderes"},
        {"geheimhaltung": {"verfahren": "keine", "begruendung": "steht im Konzept"}},
        {"einheit": "prozent"},
    ],
    ids=["keine Menschen", "ohne Verfahren", "Prozent"],
)
def test_wo_niemand_geschuetzt_wird(felder: dict[str, Any]) -> None:
    assert urteile(menschen("zahlen", ABC, **felder), zahlen=reihe("alle 20 a 10 b 8 c .")) == {}


def test_eine_hoehere_schwelle_macht_mehr_klein() -> None:
    # From 1 to 4 each: with a threshold of 5 all of them are small.
    strenger = menschen("zahlen", ABC, geheimhaltung={"verfahren": "unterdrueckung", "schwelle": 5})
    assert urteile(strenger, zahlen=reihe("alle 15 a 10 b . c .")) == {"b": "klein", "c": "klein"}
    assert urteile(menschen("zahlen", ABC), zahlen=reihe("alle 15 a 10 b . c .")) == {}
