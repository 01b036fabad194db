"""Each reader by itself: what is taken, in the spelling of the data, and what is refused, in which words."""

from __future__ import annotations

import pytest
from saetze_bauen import dimension, indikator

from macros.eingabe.einwand import Einwand
from macros.eingabe.gruppe import lies_auspraegung, lies_gruppe
from macros.eingabe.name import lies_kennung
from macros.eingabe.tag import lies_tag
from macros.eingabe.text import glatt, lies_zeile, wort
from macros.eingabe.zahl import lies_zahl, zahltext
from macros.eingabe.zeichen import lies_zeichen
from macros.eingabe.zeit import lies_zeit
from macros.modell.auswahlen import Stichtagsform


@pytest.mark.parametrize(
    ("zahl", "text"),
    [
        (5410, "5410"),
        (5410.0, "5410"),
        (-3.0, "-3"),
        (0, "0"),
        (12.5, "12.5"),
        (18500.1, "18500.1"),
        (-0.25, "-0.25"),
        (0.00001, "0.00001"),
        (1.5e-7, "0.00000015"),
        (1e15, "1000000000000000"),
    ],
)
def test_eine_zahl_steht_kurz_und_ohne_exponent(zahl: float, text: str) -> None:
    assert zahltext(zahl) == text


@pytest.mark.parametrize(
    ("getippt", "text"),
    [
        ("5410", "5410"),
        (" 12,5 ", "12.5"),
        ("12,50", "12.5"),
        ("12.5", "12.5"),
        ("0.125", "0.125"),
        ("3.1415", "3.1415"),
        ("12,125", "12.1250"),
        ("-3", "-3"),
        ("\u22123", "-3"),
        ("\u20133", "-3"),
        ("007", "7"),
        ("3,0", "3"),
        ("1.234,5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1 234", "1234"),
        ("1\u202f234,5", "1234.5"),
        ("123456789012345", "123456789012345"),
    ],
)
def test_eine_zahl_wie_man_sie_tippt(getippt: str, text: str) -> None:
    assert lies_zahl(getippt) == text


NUR = "Nur die Zahl eintippen, ohne Einheit: zum Beispiel 1250 oder 12,5."


@pytest.mark.parametrize(
    "getippt", ["ca. 5", "5 €", "1,2,3", ",5", "5,", "+5", "- 5", "", "1e5", "12.34,5", "1.23.456", "1 234.5", "0.123.456", "٣"]
)  # fmt: skip
def test_was_keine_zahl_ist(getippt: str) -> None:
    with pytest.raises(Einwand) as fehler:
        lies_zahl(getippt)
    assert (fehler.value.regel, fehler.value.text) == ("zahl", f"„{getippt}“ ist keine Zahl.")
    assert str(fehler.value) == f"„{getippt}“ ist keine Zahl. {NUR}"


@pytest.mark.parametrize(
    ("getippt", "beide"),
    [
        ("15.000", "15000 oder 15"),
        ("12.345", "12345 oder 12,345"),
        ("-1.500", "-1500 oder -1,5"),
        ("5.410", "5410 oder 5,41"),
    ],
)
def test_ein_punkt_wird_nicht_geraten(getippt: str, beide: str) -> None:
    with pytest.raises(Einwand) as fehler:
        lies_zahl(getippt)
    assert fehler.value.regel == "tausenderpunkt"
    assert str(fehler.value) == f"„{getippt}“ ist mehrdeutig. Je nachdem, was gemeint ist: {beide} schreiben."


def test_was_die_meldung_vorschlaegt_wird_genommen() -> None:
    assert [lies_zahl(x) for x in ("12345", "12,345", "-1,5")] == ["12345", "12.3450", "-1.5"]


def test_eine_zahl_die_nicht_stimmen_kann() -> None:
    with pytest.raises(Einwand, match="kann nicht stimmen"):
        lies_zahl("1234567890123456")


def test_ein_langer_text_wird_in_der_meldung_gekuerzt() -> None:
    lang = "viele " * 20
    with pytest.raises(Einwand, match=f"^„{lang[:40]}“ ist keine Zahl"):
        lies_zahl(lang)
    with pytest.raises(Einwand, match=f"^„{lang[:40]}“ ist kein Datum"):
        lies_tag(lang)


@pytest.mark.parametrize(
    ("getippt", "tag"),
    [
        ("31.3.2026", "2026-03-31"),
        ("01.12.2026", "2026-12-01"),
        ("1. 2. 2026", "2026-02-01"),
        ("1.3.27", "2027-03-01"),
        ("31.12.49", "2049-12-31"),
        ("1. März 2026", "2026-03-01"),
        ("1. märz 2026", "2026-03-01"),
        (" 2026-03-31 ", "2026-03-31"),
        ("2026-03-31 00:00:00", "2026-03-31"),
        ("31.3.2026 00:00", "2026-03-31"),
        ("1.1.1950", "1950-01-01"),
        ("31.12.2100", "2100-12-31"),
    ],
)
def test_ein_tag_wie_man_ihn_tippt(getippt: str, tag: str) -> None:
    assert lies_tag(getippt) == tag


@pytest.mark.parametrize(
    ("getippt", "satz"),
    [
        ("3.5.98", "„3.5.98“: Das Jahr braucht vier Stellen. Je nachdem, was gemeint ist: 03.05.1998 oder 03.05.2098."),
        ("31.2.2026", "„31.2.2026“: Diesen Tag gibt es im Kalender nicht."),
        ("2026-02-31", "„2026-02-31“: Diesen Tag gibt es im Kalender nicht."),
        ("1.13.2026", "„1.13.2026“: Diesen Tag gibt es im Kalender nicht."),
        ("bald", "„bald“ ist kein Datum. Zum Beispiel 31.03.2026."),
        ("2026", "„2026“ ist kein Datum. Zum Beispiel 31.03.2026."),
        ("3.5.026", "„3.5.026“ ist kein Datum. Zum Beispiel 31.03.2026."),
        ("2026-3-1", "„2026-3-1“ ist kein Datum. Zum Beispiel 31.03.2026."),
        ("2026-03-31 12:30", "„2026-03-31 12:30“ ist kein Datum. Zum Beispiel 31.03.2026."),
        ("31.12.1949", "Das Jahr 1949 kann nicht stimmen. Das Datum prüfen."),
        ("1.1.2101", "Das Jahr 2101 kann nicht stimmen. Das Datum prüfen."),
    ],
)
def test_was_kein_tag_ist(getippt: str, satz: str) -> None:
    with pytest.raises(Einwand) as fehler:
        lies_tag(getippt)
    assert (fehler.value.regel, str(fehler.value)) == ("datum", satz)


@pytest.mark.parametrize(
    ("getippt", "form", "zeit"),
    [
        ("31.12.2026", None, "2026-12-31"),
        ("Dezember 2026", None, "2026-12"),
        ("12.2026", None, "2026-12"),
        ("3/2026", None, "2026-03"),
        ("4. Quartal 2026", None, "2026-Q4"),
        ("2. Halbjahr 2026", None, "2026-H2"),
        ("2026", None, "2026"),
        ("Schuljahr 2026/27", None, "2026/27"),
        ("2026/2027", Stichtagsform.SCHULJAHR, "2026/27"),
        ("2026/2027", Stichtagsform.JAHRE, "2026/2027"),
        ("2019–2021", Stichtagsform.JAHRE, "2019/2021"),
        ("2026-12", Stichtagsform.MONAT, "2026-12"),
        (" 2026\u00a0", Stichtagsform.JAHR, "2026"),
    ],
)
def test_ein_stichtag_wie_man_ihn_tippt(getippt: str, form: Stichtagsform | None, zeit: str) -> None:
    assert lies_zeit(getippt, form) == zeit


@pytest.mark.parametrize(
    ("getippt", "form", "satz"),
    [
        ("31.12.2026", Stichtagsform.JAHR, "„31.12.2026“ passt nicht: Dieser Indikator hat die Zeitangabe „Jahr“. So: 2026"),
        ("Dezember 2026", Stichtagsform.JAHR, "„Dezember 2026“ passt nicht: Dieser Indikator hat die Zeitangabe „Jahr“. So: 2026"),
        ("31.2.2026", None, "„31.2.2026“: Diesen Tag gibt es im Kalender nicht."),
        ("5. Quartal 2026", None, "„5. Quartal 2026“ ist kein Stichtag."),
    ],
)  # fmt: skip
def test_was_kein_stichtag_ist(getippt: str, form: Stichtagsform | None, satz: str) -> None:
    with pytest.raises(Einwand) as fehler:
        lies_zeit(getippt, form)
    assert fehler.value.regel == "stichtag"
    assert str(fehler.value).startswith(satz)


@pytest.mark.parametrize(
    ("getippt", "zeichen"),
    [("x", "x"), ("X", "x"), ("n", "n"), ("N", "n"), ("-", "-"), ("–", "-"), ("—", "-"), ("−", "-"), (".", "."), ("...", "..."), ("…", "..."), ("/", "/"), (" w ", "w")],
)  # fmt: skip
def test_ein_zeichen_wie_man_es_tippt(getippt: str, zeichen: str) -> None:
    gelesen = lies_zeichen(getippt)
    assert gelesen is not None and gelesen.value == zeichen


@pytest.mark.parametrize("getippt", ["", "0", "..", "k. A.", "xx"])
def test_was_kein_zeichen_ist(getippt: str) -> None:
    assert lies_zeichen(getippt) is None


def test_text_am_rand_und_als_wort() -> None:
    assert glatt("\u00a0 a_x000D_\nb\u200b ") == "a\nb"
    assert wort(" a\u00a0\n b\u200b ") == "a b"
    assert lies_zeile("a\u00a0b ") == "a\u00a0b"
    with pytest.raises(Einwand) as fehler:
        lies_zeile("Innen-\nstadt")
    assert fehler.value.regel == "zeilenumbruch"


NAMEN = {"plaetze": "Plätze in Kitas", "kurse": "Kurse", "kurse-alt": "Kurse", "treff": "Treff"}


@pytest.mark.parametrize(
    ("getippt", "kennung"),
    [
        ("plaetze", "plaetze"),
        (" PLAETZE ", "plaetze"),
        ("plätze\u00a0in kitas", "plaetze"),
        ("Treff", "treff"),
        ("kurse", "kurse"),
    ],
)
def test_ein_name_statt_der_kennung(getippt: str, kennung: str) -> None:
    assert lies_kennung(getippt, NAMEN) == kennung


@pytest.mark.parametrize(
    ("getippt", "satz"),
    [
        ("Kurse", "Die Maßnahme „Kurse“ gibt es mehrmals. Die Kennung nennen: kurse oder kurse-alt."),
        ("Tref", "Die Maßnahme „Tref“ gibt es nicht. Meinten Sie „Treff“?"),
        ("xyz", "Die Maßnahme „xyz“ gibt es nicht."),
    ],
)
def test_ein_name_den_es_nicht_oder_mehrmals_gibt(getippt: str, satz: str) -> None:
    with pytest.raises(Einwand) as fehler:
        lies_kennung(getippt, NAMEN, "Die Maßnahme")
    assert (fehler.value.regel, str(fehler.value)) == ("verweis", satz)


FORM, ORT = dimension("form", "Ganztag / offen", "Ganztag", "Halbtag"), dimension("ort", "Nord", "offen / Süd", "Süd")
KLASSEN = indikator("klassen", dimensionen=[d.model_dump(exclude_none=True) for d in (FORM, ORT)])


@pytest.mark.parametrize(
    ("getippt", "gruppe"),
    [
        ("Halbtag / Nord", ("Halbtag", "Nord")),
        ("Halbtag|Nord", ("Halbtag", "Nord")),
        ("Ganztag / offen / Nord", ("Ganztag / offen", "Nord")),
        ("Ganztag/offen | Nord", ("Ganztag / offen", "Nord")),
        ("halbtag /\nnord", ("Halbtag", "Nord")),
    ],
)
def test_eine_gruppe_wie_man_sie_tippt(getippt: str, gruppe: tuple[str, ...]) -> None:
    assert lies_gruppe(getippt, KLASSEN) == gruppe


@pytest.mark.parametrize("getippt", ["Ganztag / offen / Süd", "Halbtag", "", "Halbtag / Nord / Nord"])
def test_eine_gruppe_die_zweierlei_oder_nichts_heisst(getippt: str) -> None:
    with pytest.raises(Einwand, match="braucht zu jeder Zahl"):
        lies_gruppe(getippt, KLASSEN)


def test_zwanzig_striche_und_zwanzig_gliederungen_halten_nicht_auf() -> None:
    viele = [dimension(f"d-{n}", "ja", "nein").model_dump(exclude_none=True) for n in range(20)]
    viel = indikator("viel", dimensionen=viele)
    assert lies_gruppe(" / ".join(["ja"] * 20), viel) == ("ja",) * 20
    with pytest.raises(Einwand):
        lies_gruppe(" / ".join(["ja"] * 400), viel)


def test_ein_wert_einer_gliederung() -> None:
    assert lies_auspraegung("ganztag/OFFEN", FORM) == "Ganztag / offen"
    with pytest.raises(Einwand, match="Meinten Sie „Halbtag“"):
        lies_auspraegung("Halbtags", FORM)
