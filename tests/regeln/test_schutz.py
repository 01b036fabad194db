"""What looks like a person, and what does not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from regelfaelle import geaendert, meldet, worte
from zahlen_bauen import kennzahl, mit

from macros.modell.befund import Schwere
from macros.modell.indikator import Kennzahl
from macros.modell.plan import Plan
from macros.regeln.schutz import ist_persoenlich


@pytest.mark.parametrize(
    "adresse",
    [
        "erika.mustermann@example.org",
        "e.mustermann@example.org",
        "max_muster@example.org",
        "Anna-Lena.Schulz-Meier@example.org",
        "erika1970@gmx.de",
        "konrad.rathmann@example.org",
        "k-j.muster@example.org",
        "muster@web.de",
        "muster@posteo.de",
        "muster@PROTONMAIL.com",
        "muster@outlook.com",
        # Words of offices inside a name.
        "erika.stadtmann@example.org",
        "k.ratzmann@example.org",
        "peter.amtmann@example.org",
        "anna.hausmann@example.org",
        "h.dienstbier@example.org",
        "ö.şahin@example.org",
    ],
)
def test_adressen_einzelner_menschen(adresse: str) -> None:
    assert ist_persoenlich(adresse)


@pytest.mark.parametrize(
    "adresse",
    [
        "integration@example.org",
        "fachdienst.soziales@example.org",
        "sozial_amt@example.org",
        "info@example.org",
        "kita.sonnenschein@example.org",
        "jugendamt.nord@example.org",
        "sprachtreff@gmx.de",
        "fb50@example.org",
        "fd.50@example.org",
        "muster@example.org",
        "m@gmx.example.org",
        "webmaster@web.de",
        "post.stelle@example.org",
        "cafe_international@example.org",
        "muster.-@example.org",
    ],
)
def test_adressen_von_stellen(adresse: str) -> None:
    assert not ist_persoenlich(adresse)


def mit_text(plan: Plan, text: str) -> Plan:
    return geaendert(plan, "massnahmen", "sprachtreffs", finanzierung=text)


def in_gemeinde(plan: Plan, **felder: Any) -> Plan:
    """The Plan whose town says something else; `kontakt__…` changes the contact."""
    roh = plan.gemeinde.model_dump(mode="json", exclude_none=True)
    for name, wert in felder.items():
        if name.startswith("kontakt__"):
            roh["kontakt"][name.removeprefix("kontakt__")] = wert
        else:
            roh[name] = wert
    return replace(plan, gemeinde=type(plan.gemeinde).model_validate(roh))


@pytest.mark.parametrize(
    ("text", "adressen"),
    [
        ("Fragen an integration@example.org.", []),
        ("Fragen an erika.muster@example.org.", ["erika.muster@example.org"]),
        ("An erika.muster@example.org oder m_muster@mail.example.org!", ["erika.muster@example.org", "m_muster@mail.example.org"]),
        ("Bürger*innen @ Rathaus", []),
    ],
)  # fmt: skip
def test_keine_adresse_eines_einzelnen_menschen_wird_veroeffentlicht(
    plan: Plan, text: str, adressen: list[str]
) -> None:
    assert worte(mit_text(plan, text), "person_email") == [
        ("massnahmen/sprachtreffs", "finanzierung", f"„{a}“ sieht nach der Adresse einer einzelnen Person aus.")
        for a in adressen
    ]


@pytest.mark.parametrize("feld", ["impressum", "datenschutz", "barrierefreiheit"])
def test_das_gesetz_verlangt_namen_in_impressum_datenschutz_und_barrierefreiheit(plan: Plan, feld: str) -> None:
    offen = in_gemeinde(plan, **{feld: "Frau Muster, erika.muster@example.org, 02345 678901"})
    for regel in ("person_email", "person_telefon", "person_name"):
        assert worte(offen, regel) == []


def test_in_untertitel_und_kontakt_gilt_das_nicht(plan: Plan) -> None:
    text = "„erika.muster@example.org“ sieht nach der Adresse einer einzelnen Person aus."
    assert worte(in_gemeinde(plan, untertitel="An erika.muster@example.org"), "person_email") == [
        ("gemeinde", "untertitel", text)
    ]
    assert worte(in_gemeinde(plan, kontakt__email="erika.muster@example.org"), "person_email") == [
        ("gemeinde", "kontakt.email", text)
    ]
    assert len(worte(in_gemeinde(plan, untertitel="Ruf an: 02345 678901"), "person_telefon")) == 1
    assert worte(in_gemeinde(plan, kontakt__telefon="02345 678901"), "person_telefon") == []


@pytest.mark.parametrize(
    ("text", "nummer"),
    [
        ("Anruf unter 02345 678901.", "02345 678901"),
        ("Anruf unter 02345/678901.", "02345/678901"),
        ("Anruf unter 02345 - 67 89 01", "02345 - 67 89 01"),
        ("Mobil 015123456789", "015123456789"),
        ("Mobil +49 151 23456789.", "+49 151 23456789"),
        ("Mobil +49 (0) 151 23456789.", "+49 (0) 151 23456789"),
        ("Mobil +4915123456789.", "+4915123456789"),
        ("Mobil 0049 151 23456789", "0049 151 23456789"),
        ("Mobil 0151.2345.6789", "0151.2345.6789"),
        ("Anruf unter 02345.67.89.01", "02345.67.89.01"),
        ("Anruf unter (02345) 678901", "02345) 678901"),
        ("In Paris +33 1 23 45 67 89", "+33 1 23 45 67 89"),
        ("Das sind +120.000.000 Euro", None),
        ("Am 01.02.2023 und am 03.04.2024", None),
        ("Kostenlos 0800 1234567", None),
        ("Im Jahr 2023 waren es 12345 Menschen.", None),
        ("Von 2021-2025 kamen 12 345 Menschen dazu.", None),
        ("Siehe https://example.org/02345 678", None),
        ("Siehe https://example.org/02345/678901", None),
        ("Siehe https://example.org/?nummer=02345-678901", None),
        ("Siehe nummer=02345-678901", "02345-678901"),
        ("Paragraf 01.02345 678901", None),
    ],
)
def test_eine_telefonnummer_steht_nur_im_kontakt(plan: Plan, text: str, nummer: str | None) -> None:
    assert worte(mit_text(plan, text), "person_telefon") == (
        [("massnahmen/sprachtreffs", "finanzierung", f"„{nummer}“ sieht nach einer Telefonnummer aus.")]
        if nummer
        else []
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Es berichtet Frau Mustermann.", "Frau Mustermann"),
        ("Es berichtet Herr Dr. Muster.", "Herr Dr. Muster"),
        ("Es berichten Herrn Muster", "Herrn Muster"),
        ("Prof. Muster rät dazu.", "Prof. Muster"),
        ("Hr. Özgür ist dabei.", "Hr. Özgür"),
        ("Es berichtet Frau Lê.", "Frau Lê"),
        ("Es berichtet Herr Ćosić.", "Herr Ćosić"),
        ("Es berichtet Frau Şahin.", "Frau Şahin"),
        ("Es berichtet Herr von Berg.", "Herr von Berg"),
        ("Es berichtet Frau von der Heide.", "Frau von der Heide"),
        ("Es berichtet Herr MÜLLER.", "Herr MÜLLER"),
        ("Es berichtet Frau Al-Masri.", "Frau Al-Masri"),
        ("Es berichtet Herr O’Neill.", "Herr O’Neill"),
        ("Herr Stadt bleibt ein Wort.", None),
        ("Frau Jugendamt ist keine.", None),
        ("Herr Stadt und Frau Muster", "Frau Muster"),
        ("Jede Frau ist willkommen.", None),
        ("Frau sein in der Stadt", None),
        ("Beratung für Frauen", None),
    ],
)
def test_massnahmen_nennen_keine_menschen(plan: Plan, text: str, name: str | None) -> None:
    gefunden = meldet(mit_text(plan, text), "person_name")
    assert [(b.feld, b.text, b.schwere) for b in gefunden] == (
        [("finanzierung", f"„{name}“ sieht nach dem Namen einer Person aus.", Schwere.FEHLER)] if name else []
    )


@pytest.mark.parametrize(
    ("sammlung", "kennung", "feld", "anzahl"),
    [
        ("akteure", "rat", "beschreibung", 1),
        ("herausforderungen", "la-01", "text", 1),
        ("zielgruppen", "eltern", "beschreibung", 1),
        ("indikatoren", "bevoelkerung", "definition", 1),
        # Who wrote a book, or is quoted by the concept, may be named.
        ("quellen", "umfrage", "herausgeber", 0),
        ("konzept", "1-einleitung", "titel", 0),
    ],
)
def test_wo_namen_stehen_duerfen_und_wo_nicht(plan: Plan, sammlung: str, kennung: str, feld: str, anzahl: int) -> None:
    anders = geaendert(plan, sammlung, kennung, **{feld: "Nach Frau Mustermann"})
    assert len(worte(anders, "person_name")) == anzahl


@pytest.mark.parametrize(
    ("stelle", "schwere"),
    [
        ("Fachdienst Soziales", None),
        ("Erika Muster", Schwere.WARNUNG),
        ("Erika Muster-Mann", Schwere.WARNUNG),
        ("Frau Muster", Schwere.FEHLER),
        ("Büro Muster", None),
        ("Stelle Nord", None),
        ("Stabsstelle", None),
        ("Erika Muster, Zimmer 5", None),
        ("Ayşe Şahin", Schwere.WARNUNG),
        ("Erika von Berg", Schwere.WARNUNG),
        ("ERIKA MUSTER", Schwere.WARNUNG),
    ],
)
def test_im_kontakt_steht_eine_stelle(plan: Plan, stelle: str, schwere: Schwere | None) -> None:
    gefunden = meldet(in_gemeinde(plan, kontakt__stelle=stelle), "person_name")
    assert [(b.feld, b.schwere) for b in gefunden] == ([("kontakt.stelle", schwere)] if schwere else [])


@pytest.mark.parametrize(
    ("text", "namen"),
    [
        ("Dafür wirbt Herr Muster.", []),
        ("Dafür wirbt Bürgermeister Dr. Muster.", []),
        ("Dafür wirbt Frau Musterfrau.", ["Frau Musterfrau"]),
        ("Dafür werben Herr Muster und Frau Şahin.", ["Frau Şahin"]),
    ],
)
def test_wer_ein_oeffentliches_amt_hat_darf_genannt_werden(plan: Plan, text: str, namen: list[str]) -> None:
    offen = in_gemeinde(mit_text(plan, text), amtspersonen=["Dr. Max Muster"])
    assert [b.text for b in meldet(offen, "person_name")] == [
        f"„{name}“ sieht nach dem Namen einer Person aus." for name in namen
    ]


def test_ohne_kontakt_gibt_es_nichts_zu_melden(plan: Plan) -> None:
    ohne = replace(plan, gemeinde=plan.gemeinde.model_copy(update={"kontakt": None}))
    assert worte(ohne, "person_name") == []


def test_auch_ein_hinweis_in_der_tabelle_ist_oeffentlich(plan: Plan) -> None:
    zahl = kennzahl("2025", 7, art="a")
    mit_hinweis = Kennzahl(
        zahl.stichtag, zahl.merkmale, 7, None, "Von Frau Muster, erika.muster@example.org, 02345 678901", 12
    )
    anders = mit(plan, "einbuergerungen", mit_hinweis)
    for regel in ("person_email", "person_telefon", "person_name"):
        (befund,) = meldet(anders, regel)
        assert (befund.datei, befund.zeile, befund.feld) == ("data/indikatoren/einbuergerungen.csv", 12, "hinweis")
