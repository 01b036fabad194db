"""Every reference leads to a record, no list names one twice, and no record is its own ancestor."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from regelfaelle import geaendert, meldet, neu, worte

from macros.modell.befund import Schwere
from macros.modell.plan import Plan

TREFFS = "massnahmen/sprachtreffs"


def treffs(plan: Plan, **felder: Any) -> Plan:
    return geaendert(plan, "massnahmen", "sprachtreffs", **felder)


@pytest.mark.parametrize(
    ("felder", "feld", "text", "vorschlag"),
    [
        ({"federfuehrung": "stadt"}, "federfuehrung", "„stadt“ gibt es nicht in akteure.", "Meinten Sie „stadtverwaltung“?"),
        ({"federfuehrung": "feuerwehr"}, "federfuehrung", "„feuerwehr“ gibt es nicht in akteure.", "Erst akteure/feuerwehr.yaml anlegen."),
        ({"zielgruppen": ["alle", "elter"]}, "zielgruppen.2", "„elter“ gibt es nicht in zielgruppen.", "Meinten Sie „eltern“?"),
        ({"beteiligte": [{"akteur": "zzz"}]}, "beteiligte.1.akteur", "„zzz“ gibt es nicht in akteure.", "Erst akteure/zzz.yaml anlegen."),
    ],
)  # fmt: skip
def test_ein_verweis_nennt_einen_satz_den_es_gibt(
    plan: Plan, felder: dict[str, Any], feld: str, text: str, vorschlag: str
) -> None:
    (befund,) = meldet(treffs(plan, **felder), "verweis_unbekannt")
    assert (befund.feld, befund.text, befund.vorschlag) == (feld, text, vorschlag)


def test_auch_die_gemeinde_verweist(plan: Plan) -> None:
    kontakt = plan.gemeinde.model_copy(
        update={"startkennzahlen": ("bevoelkerung", "bevolkerung"), "untertitel": "Siehe [hier](massnahme:weg)."}
    )
    lose = replace(plan, gemeinde=kontakt)
    assert worte(lose, "verweis_unbekannt") == [
        ("gemeinde", "startkennzahlen.2", "„bevolkerung“ gibt es nicht in indikatoren.")
    ]
    assert worte(lose, "verweis_im_text") == [("gemeinde", "untertitel", "Der Link „massnahme:weg“ führt ins Leere.")]


def test_ein_kaputter_satz_gilt_als_bekannt(plan: Plan) -> None:
    lose = treffs(plan, federfuehrung="kaputt", finanzierung="Siehe [hier](akteur:kaputt).")
    bekannt = replace(lose, bekannt={**lose.bekannt, "akteure": frozenset({"kaputt"})})
    assert len(worte(lose, "verweis_unbekannt")) == len(worte(lose, "verweis_im_text")) == 1
    assert worte(bekannt, "verweis_unbekannt") == worte(bekannt, "verweis_im_text") == []


@pytest.mark.parametrize(
    ("text", "erwartet", "vorschlag"),
    [
        ("Siehe [hier](massnahme:strassenfeste).", None, ""),
        ("Siehe [hier](https://example.org/massnahme:weg).", None, ""),
        ("Siehe [hier](massnahme:strassenfest).", "massnahme:strassenfest", "Meinten Sie „strassenfeste“?"),
        ("Siehe [hier](begriff:strassenfeste).", "begriff:strassenfeste", ""),
    ],
)
def test_ein_link_im_text_fuehrt_zu_einem_satz(plan: Plan, text: str, erwartet: str | None, vorschlag: str) -> None:
    gefunden = meldet(treffs(plan, schritte=[{"text": "Ein Schritt."}, {"text": text}]), "verweis_im_text")
    assert [(b.feld, b.text, b.vorschlag) for b in gefunden] == (
        [("schritte.2.text", f"Der Link „{erwartet}“ führt ins Leere.", vorschlag)] if erwartet else []
    )


@pytest.mark.parametrize(
    ("felder", "feld"),
    [
        ({"zielgruppen": ["alle", "eltern"]}, None),
        ({"zielgruppen": ["alle", "eltern", "alle"]}, "zielgruppen.3"),
        ({"beteiligte": [{"akteur": "rat"}, {"akteur": "bruecke"}, {"akteur": "rat"}]}, "beteiligte.3.akteur"),
        ({"beteiligte": [{"akteur": "rat"}], "federfuehrung": "rat"}, None),
    ],
)
def test_eine_liste_nennt_jeden_satz_einmal(plan: Plan, felder: dict[str, Any], feld: str | None) -> None:
    gefunden = worte(treffs(plan, **felder), "verweis_doppelt")
    name = str(next(iter(felder.values()))[0] if "zielgruppen" in felder else "rat")
    assert gefunden == ([(TREFFS, feld, f"„{name}“ steht zweimal in der Liste.")] if feld else [])


def test_zweimal_derselbe_indikator_an_einer_massnahme(plan: Plan) -> None:
    bezug = {"id": "wohlfuehlen", "beziehung": "beobachtet", "begruendung": "Er zeigt das Umfeld."}
    gefunden = worte(treffs(plan, indikatoren=[bezug, {**bezug, "beziehung": "output"}]), "verweis_doppelt")
    assert gefunden == [(TREFFS, "indikatoren.2.id", "„wohlfuehlen“ steht zweimal in der Liste.")]


@pytest.mark.parametrize(
    ("sammlung", "kennung", "felder"),
    [
        # Two footnotes may rest on one source, two figures show one indicator, two terms of a formula read one table.
        ("konzept", "3-massnahmen", {"fussnoten": [{"nummer": n, "text": "Eine Note.", "quelle": "umfrage"} for n in (8, 9)]}),
        ("konzept", "3-massnahmen", {"abbildungen": [{"nummer": n, "indikator": "bevoelkerung"} for n in (8, 9)]}),
        ("konzept", "3-massnahmen", {"verweise": [{"wortlaut": "siehe 1", "abschnitt": "1-einleitung"}] * 2}),
        ("aussagen", "einwohner-rund", {"formel": {"zaehler": [{"indikator": "bevoelkerung"}] * 2}}),
        ("herausforderungen", "la-01", {"ziele": [{"text": "Ein Ziel.", "zielgruppen": ["eltern"]}] * 2, "zielgruppen": ["eltern"]}),
    ],
    ids=["Fußnoten", "Abbildungen", "Querverweise", "Glieder", "Ziele"],
)  # fmt: skip
def test_was_kein_zweiter_eintrag_ist(plan: Plan, sammlung: str, kennung: str, felder: dict[str, Any]) -> None:
    assert worte(geaendert(plan, sammlung, kennung, **felder), "verweis_doppelt") == []


def test_innerhalb_eines_ziels_faellt_das_zweite_auf(plan: Plan) -> None:
    ziele = [{"text": "Ein Ziel.", "zielgruppen": ["eltern"]}, {"text": "Ein Ziel.", "zielgruppen": ["alle", "alle"]}]
    assert worte(geaendert(plan, "herausforderungen", "la-01", ziele=ziele), "verweis_doppelt") == [
        ("herausforderungen/la-01", "ziele.2.zielgruppen.2", "„alle“ steht zweimal in der Liste.")
    ]


def oberbegriffe(plan: Plan, sammlung: str, **ueber: str) -> Plan:
    """The Plan with records whose parents are given."""
    for kennung, oben in ueber.items():
        plan = neu(plan, sammlung, kennung, next(iter(plan.sammlung(sammlung))), oberbegriff=oben)
    return plan


@pytest.mark.parametrize("sammlung", ["zielgruppen", "akteure"])
@pytest.mark.parametrize(
    ("ueber", "kreise"),
    [
        ({"a": "b", "b": "c", "c": "gibt-es-nicht"}, {}),
        ({"a": "a"}, {"a": "a → a"}),
        ({"a": "b", "b": "a"}, {"a": "a → b → a", "b": "b → a → b"}),
        ({"a": "b", "b": "c", "c": "a"}, {"a": "a → b → c → a", "b": "b → c → a → b", "c": "c → a → b → c"}),
        # Who only leads into a circle stands in none.
        ({"z": "a", "a": "b", "b": "a"}, {"a": "a → b → a", "b": "b → a → b"}),
    ],
    ids=["Kette", "auf sich selbst", "zwei", "drei", "Zulauf"],
)
def test_niemand_ist_sein_eigener_oberbegriff(
    plan: Plan, sammlung: str, ueber: dict[str, str], kreise: dict[str, str]
) -> None:
    gefunden = worte(oberbegriffe(plan, sammlung, **ueber), "kreis")
    assert sorted(gefunden) == [
        (f"{sammlung}/{k}", "oberbegriff", f"Die Angaben drehen sich im Kreis: {weg}.") for k, weg in kreise.items()
    ]


def test_keine_fassung_folgt_auf_sich_selbst(plan: Plan) -> None:
    kreis = geaendert(plan, "fassungen", "2021", vorgaenger="2025")
    assert sorted(worte(kreis, "kreis")) == [
        ("fassungen/2021", "vorgaenger", "Die Angaben drehen sich im Kreis: 2021 → 2025 → 2021."),
        ("fassungen/2025", "vorgaenger", "Die Angaben drehen sich im Kreis: 2025 → 2021 → 2025."),
    ]


def test_eine_quelle_auf_die_nichts_verweist_ist_ein_rest(plan: Plan) -> None:
    mehr = neu(plan, "quellen", "alt", "umfrage")
    (befund,) = meldet(mehr, "ohne_verweis")
    assert (befund.datei, befund.feld, befund.schwere) == ("quellen/alt.yaml", "id", Schwere.HINWEIS)
    im_feld = geaendert(mehr, "glossar", "mso", quelle="alt")
    im_text = geaendert(mehr, "glossar", "mso", beschreibung="Siehe [Quelle](quelle:alt).")
    als_anderes = geaendert(mehr, "glossar", "mso", beschreibung="Siehe [Rat](akteur:alt).")
    assert [len(meldet(p, "ohne_verweis")) for p in (im_feld, im_text, als_anderes)] == [0, 0, 1]


def test_ist_ein_satz_kaputt_kann_er_auf_die_quelle_verweisen(plan: Plan) -> None:
    mehr = neu(plan, "quellen", "alt", "umfrage")
    kaputt = replace(mehr, bekannt={**mehr.bekannt, "massnahmen": frozenset({*mehr.massnahmen, "kaputt"})})
    assert meldet(kaputt, "ohne_verweis") == []
