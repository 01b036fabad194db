"""What each field takes at most and at least, what it is when it is left out, and what a kind of record is called."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.modell.aussage import Behauptung, Rundungswort
from macros.modell.formel import Formel, Glied
from macros.modell.gemeinde import Fassung, Gemeinde, Kontakt
from macros.modell.grundtypen import Datensatz, Satz
from macros.modell.indikator import Darstellung, Dimension, Geheimhaltung, Indikator, Stichprobe
from macros.modell.konzept import Abbildung, Abschnitt, Begriff, Fussnote
from macros.modell.massnahme import Kosten, Massnahme, Nachfolge
from macros.modell.matrix import Akteur, Handlungsfeld, Herausforderung
from macros.modell.plan import SAMMLUNGEN
from macros.modell.sprache import Kapitel, Schreibrichtung, Sprache

KAPITEL = {"titel": "Welcome", "text": "The concept in short."}
GLIED = {"indikator": "bevoelkerung"}


def nimmt(typ: type[Satz], feld: str, wert: Any) -> bool:
    """Whether a field of a record takes a value."""
    art = typ.model_fields[feld]
    pruefer: TypeAdapter[Any] = TypeAdapter(Annotated[art.annotation, art])
    try:
        pruefer.validate_python(wert)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    ("typ", "feld", "erlaubt", "verboten"),
    [
        (Gemeinde, "ags", ["01234567"], ["0123456", "012345678", "0123456a", "x01234567"]),
        (Gemeinde, "startkennzahlen", [("a",) * 4, ()], [("a",) * 5]),
        (
            Kontakt, "email",
            ["integration@stadt.example", "a.b@rathaus.stadt.de"],
            ["stadt.example", "a@b", "a@b.d", "a b@stadt.de", "<a@stadt.de>", "a@b@stadt.de", "a@stadt.DE"],
        ),
        (Fassung, "jahr", [1990, 2100], [1989, 2101]),
        (Handlungsfeld, "kuerzel", ["LA", "LALA"], ["L", "LALAL", "la", "L1", "LA "]),
        (Handlungsfeld, "reihenfolge", [1], [0]),
        (Handlungsfeld, "kurztext", ["x" * 200], ["x" * 201]),
        (Herausforderung, "nummer", [1], [0]),
        (Herausforderung, "titel", ["x" * 120], ["x" * 121]),
        (Massnahme, "kurztext", ["x" * 200], ["x" * 201, " x", "zwei\nZeilen"]),
        (Massnahme, "titel", ["x" * 300], ["x" * 301]),
        (Massnahme, "beschreibung", ["x" * 20_000], ["x" * 20_001]),
        (Massnahme, "id", ["x" * 80, "x"], ["x" * 81, ""]),
        (Akteur, "url", ["https://a.de/" + "x" * 487], ["https://a.de/" + "x" * 488]),
        (Kosten, "betrag_euro", ["0", "0.01"], ["-0.01"]),
        (Abschnitt, "reihenfolge", [1], [0]),
        (Fussnote, "nummer", [1], [0]),
        (Abbildung, "nummer", [1], [0]),
        (Dimension, "auspraegungen", [("a",)], [()]),
        (Formel, "zaehler", [(GLIED,)], [()]),
        (Indikator, "nachkommastellen", [0, 4], [-1, 5]),
        (Indikator, "sprung", [1], [0]),
        (Geheimhaltung, "schwelle", [1], [0]),
        (Stichprobe, "befragte", [1], [0]),
        (Stichprobe, "antworten", [0, None], [-1]),
        (Behauptung, "stellen", [0, 4], [-1, 5]),
        (Sprache, "code", ["de", "ckb", "de-simple", "sr-Latn", "zh-Hant-TW"], ["d", "deutsch", "DE", "de_simple", "de-", "de-x"]),
        (Sprache, "kapitel", [(KAPITEL,)], [()]),
    ],
    ids=lambda w: w.__name__ if isinstance(w, type) else w if isinstance(w, str) else "",
)  # fmt: skip
def test_genau_bis_an_seine_grenze(typ: type[Satz], feld: str, erlaubt: list[Any], verboten: list[Any]) -> None:
    assert [w for w in erlaubt if not nimmt(typ, feld, w)] == []
    assert [w for w in verboten if nimmt(typ, feld, w)] == []


@pytest.mark.parametrize(
    ("typ", "feld", "wert"),
    [
        (Gemeinde, "zweig", "main"),
        (Gemeinde, "herausgeber", None),
        (Gemeinde, "lizenz_daten", None),
        (Gemeinde, "lizenz_url", None),
        (Gemeinde, "startkennzahlen", ()),
        (Begriff, "aus_konzept", True),
        (Glied, "auswahl", {}),
        (Glied, "abziehen", False),
        (Formel, "nenner", ()),
        (Formel, "je", ()),
        (Formel, "faktor", 1),
        (Geheimhaltung, "schwelle", 3),
        (Indikator, "reihenfolge", 100),
        (Indikator, "nachkommastellen", 0),
        (Indikator, "sprung", 30),
        (Behauptung, "wort", Rundungswort.GENAU),
        (Behauptung, "stellen", 0),
        (Nachfolge, "massnahmen", ()),
        (Massnahme, "sachstaende", ()),
        (Sprache, "reihenfolge", 100),
        (Sprache, "richtung", Schreibrichtung.LINKS_NACH_RECHTS),
        (Sprache, "geprueft", False),
    ],
    ids=lambda w: w.__name__ if isinstance(w, type) else w if isinstance(w, str) else "",
)
def test_was_weggelassen_ist(typ: type[Satz], feld: str, wert: object) -> None:
    assert typ.model_fields[feld].get_default() == wert


def test_ein_satz_laesst_sich_nicht_aendern_und_kennt_nur_seine_felder() -> None:
    kapitel = Kapitel(titel="Welcome", text="In short.")
    with pytest.raises(ValidationError):
        kapitel.titel = "Other"
    with pytest.raises(ValidationError):
        Kapitel.model_validate({**KAPITEL, "untertitel": "x"})
    with pytest.raises(ValidationError):
        Darstellung.model_validate({"familie": "torte"})


@pytest.mark.parametrize(
    ("sammlung", "einzahl", "mehrzahl"),
    [
        ("fassungen", "Fassung", "Fassungen"),
        ("konzept", "Abschnitt", "Abschnitte"),
        ("handlungsfelder", "Handlungsfeld", "Handlungsfelder"),
        ("herausforderungen", "Herausforderung", "Herausforderungen"),
        ("massnahmen", "Maßnahme", "Maßnahmen"),
        ("zielgruppen", "Zielgruppe", "Zielgruppen"),
        ("akteure", "Akteur*in", "Akteur*innen"),
        ("glossar", "Begriff", "Begriffe"),
        ("quellen", "Quelle", "Quellen"),
        ("indikatoren", "Indikator", "Indikatoren"),
        ("aussagen", "Aussage", "Aussagen"),
        ("klaerungen", "Klärung", "Klärungen"),
        ("sprachen", "Sprache", "Sprachen"),
    ],
)
def test_wie_eine_sammlung_heisst(sammlung: str, einzahl: str, mehrzahl: str) -> None:
    typ: type[Datensatz] = SAMMLUNGEN[sammlung]
    assert (sammlung, einzahl, mehrzahl) == (typ.SAMMLUNG.ordner, typ.SAMMLUNG.einzahl, typ.SAMMLUNG.mehrzahl)


@pytest.mark.parametrize(
    ("sammlung", "adresse"),
    [
        ("fassungen", "fassungen/#x"),
        ("konzept", "konzept/x/"),
        ("handlungsfelder", "handlungsfelder/x/"),
        ("herausforderungen", "herausforderungen/x/"),
        ("massnahmen", "massnahmen/x/"),
        ("zielgruppen", "zielgruppen/x/"),
        ("akteure", "akteure/x/"),
        ("glossar", "glossar/#x"),
        ("quellen", "quellen/#x"),
        ("indikatoren", "monitoring/x/"),
        ("aussagen", "datenqualitaet/#aussage-x"),
        ("klaerungen", "redaktion/zu-klaeren/#klaerung-x"),
        ("sprachen", "sprachen/x/"),
    ],
)
def test_die_adressen_der_datensaetze_bleiben(sammlung: str, adresse: str) -> None:
    assert SAMMLUNGEN[sammlung].SAMMLUNG.ort("x") == adresse


def test_die_gemeinde_ist_keine_sammlung_und_hat_doch_ihren_namen() -> None:
    assert (Gemeinde.SAMMLUNG.ordner, Gemeinde.SAMMLUNG.einzahl) == ("gemeinde", "Gemeinde")
    assert "gemeinde" not in SAMMLUNGEN
