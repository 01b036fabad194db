"""Answers to a statement: the scale splits at the undecided, and shares are those of a group."""

from __future__ import annotations

import pytest
from saetze_bauen import dimension
from zahlen_bauen import reihe_aus

from macros.modell.indikator import Dimension
from macros.modell.stichtag import lies_stichtag
from macros.sichten.indikator_zustimmung import Antwortbild, Skala, antwortbilder, frage, skala
from macros.sichten.reihen import Reihe


@pytest.mark.parametrize(
    ("antworten", "zustimmung", "mitte"),
    [
        (["stimme voll zu", "stimme zu", "stimme teilweise zu", "stimme nicht zu"], 2, 1),
        (["ja", "eher ja", "eher nein", "nein"], 2, 0),
        (["sehr gut", "gut", "mäßig", "schlecht", "sehr schlecht"], 2, 1),
        (["ja", "teils, teils", "nein", "weiß nicht"], 1, 1),
    ],
)
def test_die_skala_teilt_sich_an_den_unentschiedenen(antworten: list[str], zustimmung: int, mitte: int) -> None:
    ordnung = skala(Dimension(id="antwort", name="Antwort", auspraegungen=tuple(antworten)))
    assert (len(ordnung.zustimmung), len(ordnung.mitte)) == (zustimmung, mitte)


@pytest.mark.parametrize(
    ("antworten", "geteilt"),
    [
        (("ja", "nein"), (("ja",), (), ("nein",))),
        (("ja", "mal so", "nein"), (("ja",), ("mal so",), ("nein",))),
        (("gut", "geht", "schlecht"), (("gut",), ("geht",), ("schlecht",))),
        (("a", "b", "c", "d", "e"), (("a", "b"), ("c",), ("d", "e"))),
        (("a", "b", "c", "d", "e", "f"), (("a", "b", "c"), (), ("d", "e", "f"))),
        (("ja", "eher ja", "weder noch", "nein"), (("ja", "eher ja"), ("weder noch",), ("nein",))),
        (("ja", "teils ja", "teils nein", "nein"), (("ja",), ("teils ja", "teils nein"), ("nein",))),
        (("Neutral", "nein"), ((), ("Neutral",), ("nein",))),
        (("ja", "unentschieden"), (("ja",), ("unentschieden",), ())),
        (("ja", "mittelmäßig", "nein", "gar nicht"), (("ja",), ("mittelmäßig",), ("nein", "gar nicht"))),
    ],
)
def test_die_skala_teilt_sich_an_den_unentschiedenen_oder_in_der_mitte(
    antworten: tuple[str, ...], geteilt: tuple[tuple[str, ...], ...]
) -> None:
    s = skala(dimension("antwort", *antworten))
    assert (s.zustimmung, s.mitte, s.ablehnung) == geteilt
    assert s.antworten == antworten


def test_wer_keine_meinung_sagt_und_die_summe_stehen_nicht_auf_der_skala() -> None:
    worte = ("Keine Angabe", "insgesamt", "ja", "nein", "weiß nicht", "keine Antwort", "kann ich nicht sagen")
    s = skala(dimension("antwort", *worte, summe="insgesamt"))
    assert s == Skala(("ja",), (), ("nein",))


GRUPPE = dimension("gruppe", "alle", "mit", "ohne", summe="alle")
ANTWORT = dimension("antwort", "ja", "nein")
LIKERT = {"familie": "likert", "reihe": "antwort"}
TAG = lies_stichtag("2024")


def _umfrage(*zeilen: tuple[object, ...], **felder: object) -> Reihe:
    return reihe_aus([GRUPPE, ANTWORT], *zeilen, **{"einheit": "prozent", "darstellung": LIKERT, **felder})


def test_die_antworten_bilden_die_reihen_oder_sind_die_letzte_dimension() -> None:
    zeile = ("2024", "alle", "ja", 60)
    assert frage(_umfrage(zeile)) == (GRUPPE, ANTWORT)
    assert frage(_umfrage(zeile, darstellung={"familie": "likert"})) == (GRUPPE, ANTWORT)
    assert frage(_umfrage(zeile, darstellung={"familie": "likert", "reihe": "gruppe"})) == (ANTWORT, GRUPPE)
    assert frage(reihe_aus([ANTWORT], ("2024", "ja", 60), darstellung=LIKERT)) == (None, ANTWORT)


def test_keine_frage_ist_was_nicht_als_likert_gezeigt_wird_oder_keine_dimension_hat() -> None:
    assert frage(_umfrage(("2024", "alle", "ja", 60), darstellung=None)) is None
    assert frage(_umfrage(("2024", "alle", "ja", 60), darstellung={"familie": "balken"})) is None
    assert frage(reihe_aus([], ("2024", 60), darstellung=LIKERT)) is None
    assert list(antwortbilder(_umfrage(("2024", "alle", "ja", 60), darstellung=None), TAG)) == []


def test_anteile_in_prozent_bleiben_wie_sie_sind() -> None:
    r = _umfrage(
        ("2024", "alle", "ja", 60), ("2024", "alle", "nein", 38), ("2024", "ohne", "ja", 0), ("2023", "mit", "ja", 9)
    )
    assert list(antwortbilder(r, TAG)) == [
        Antwortbild("alle", TAG, {"ja": 60, "nein": 38}, {}),
        Antwortbild("ohne", TAG, {"ja": 0}, {}),
    ]


def test_aus_zahlen_werden_anteile_der_gruppe_und_niemand_wird_durch_null_geteilt() -> None:
    r = _umfrage(
        ("2024", "alle", "ja", 0),
        ("2024", "alle", "nein", 0),
        ("2024", "mit", "ja", 0.4),
        ("2024", "mit", "nein", 0.4),
        ("2024", "ohne", "ja", 3),
        ("2024", "ohne", "nein", 1),
        einheit="antworten",
    )
    assert list(antwortbilder(r, TAG)) == [
        Antwortbild("mit", TAG, {"ja": 50, "nein": 50}, {"ja": 0, "nein": 0}),
        Antwortbild("ohne", TAG, {"ja": 75, "nein": 25}, {"ja": 3, "nein": 1}),
    ]


def test_die_summe_der_antworten_ist_keine_antwort() -> None:
    antwort = dimension("antwort", "ja", "nein", "zusammen", summe="zusammen")
    zeilen = [("2024", "ja", 30), ("2024", "nein", 10), ("2024", "zusammen", 40)]
    r = reihe_aus([antwort], *zeilen, einheit="antworten", darstellung=LIKERT)
    assert list(antwortbilder(r, TAG)) == [
        Antwortbild("", TAG, {"ja": 75, "nein": 25}, {"ja": 30, "nein": 10}),
    ]


def test_eine_gruppe_mit_einem_zeichen_fehlt_und_die_naechste_nicht_ein_strich_heisst_niemand() -> None:
    r = _umfrage(
        ("2024", "alle", "ja", 60),
        ("2024", "alle", "nein", "."),
        ("2024", "mit", "ja", "-"),
        ("2024", "mit", "nein", "-"),
        ("2024", "ohne", "ja", 100),
        ("2024", "ohne", "nein", "-"),
    )
    assert list(antwortbilder(r, TAG)) == [Antwortbild("ohne", TAG, {"ja": 100}, {})]


def test_anteil_und_zahl_mehrerer_antworten() -> None:
    bild = Antwortbild("alle", TAG, {"ja": 40.5, "eher ja": 20, "nein": 30}, {"ja": 81, "eher ja": 40})
    assert bild.anteil(("ja", "eher ja", "vielleicht")) == 60.5
    assert bild.zahl(("ja", "eher ja", "vielleicht")) == 121
    assert (bild.anteil(()), bild.zahl(())) == (0, 0)
