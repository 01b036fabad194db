"""Of very many measures the concept and the report list where their sheets are; of few they tell everything."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ausgabe.druck.conftest import ADRESSE, TAG, lies_plan

from macros.ausgabe.druck.bericht import umsetzungsbericht
from macros.ausgabe.druck.dokument import Dokument
from macros.ausgabe.druck.konzept import konzept
from macros.ausgabe.kontext import Bau

SIEBEN = 7
"""So many measures of Musterstadt stand in no section of the text."""
ACHT = 8
"""So many measures Musterstadt has in all."""


def bau_mit(anzahl: int, adresse: str = ADRESSE) -> Bau:
    """Musterstadt with so many measures more, of which no section tells; with an address or without."""
    plan = lies_plan("musterstadt")
    plan = replace(plan, gemeinde=plan.gemeinde.model_copy(update={"adresse_der_seite": None}))
    vorbild = plan.massnahmen["sprachtreffs"]
    mehr = {f"mehr-{n}": vorbild.model_copy(update={"id": f"mehr-{n}", "nummer": f"9.{n + 1}"}) for n in range(anzahl)}
    return Bau.am(replace(plan, massnahmen={**plan.massnahmen, **mehr}), TAG, adresse)


def bericht(anzahl: int, adresse: str = ADRESSE) -> Dokument:
    bau = bau_mit(anzahl, adresse)
    return umsetzungsbericht(bau, [m for m in bau.massnahmen if m.id.startswith("mehr-")])


def wortlaut(d: Dokument) -> str:
    return "".join(str(teil.html) for teil in d.teile)


SCHRITT = "Räume in drei Stadtteilen suchen."


def test_bis_40_stehen_die_steckbriefe_im_bericht() -> None:
    alles = wortlaut(bericht(40))
    assert alles.count(SCHRITT) == 40
    assert "Die Maßnahmen und ihre Seiten" not in alles


def test_von_mehr_nennt_der_bericht_wo_sie_stehen() -> None:
    d = bericht(41)
    alles = wortlaut(d)
    assert SCHRITT not in alles
    assert "Es sind 41 Maßnahmen. Ihre Steckbriefe stehen einzeln als PDF und als Word-Datei" in alles
    for n in range(41):
        assert alles.count(f'id="massnahmen-mehr-{n}"') == 1
        assert f">{ADRESSE}massnahmen/mehr-{n}/</a>" in alles


def test_ohne_adresse_fehlt_ihre_spalte() -> None:
    assert "Seite der Maßnahme" in wortlaut(bericht(41))
    assert "Seite der Maßnahme" not in wortlaut(bericht(41, ""))


@pytest.mark.parametrize(("anzahl", "einzeln"), [(40 - SIEBEN, True), (41 - SIEBEN, False)])
def test_auch_im_konzept_ohne_eigenen_abschnitt(anzahl: int, einzeln: bool) -> None:
    alles = wortlaut(konzept(bau_mit(anzahl)))
    assert alles.count(SCHRITT) == 1 + anzahl * einzeln
    assert ("Die Maßnahmen und ihre Seiten" in alles) is not einzeln
    assert all(alles.count(f'id="massnahmen-mehr-{n}"') == 1 for n in range(anzahl))


def test_von_mehr_als_hundert_steht_die_matrix_nur_als_eigenes_dokument() -> None:
    wenige, viele = konzept(bau_mit(100 - ACHT)), konzept(bau_mit(101 - ACHT))
    assert "Ihre Matrix ist ein eigenes Dokument" not in wortlaut(wenige)
    assert wenige.untertitel == "Lesefassung mit Matrix der Maßnahmen, Zahlen, Glossar und Quellen"
    assert "die Matrix der Herausforderungen und der Maßnahmen, alle Zahlen" in wortlaut(wenige)
    assert "Ihre Matrix ist ein eigenes Dokument, die „Maßnahmenmatrix“" in wortlaut(viele)
    assert ">Zeitraum, nächster Termin</th>" in wortlaut(wenige)
    assert ">Zeitraum, nächster Termin</th>" not in wortlaut(viele)
    assert viele.untertitel == "Lesefassung mit Matrix der Herausforderungen, Zahlen, Glossar und Quellen"
    assert "die Matrix der Herausforderungen, alle Zahlen" in wortlaut(viele)
    assert "Es sind 101 Maßnahmen. Ihre Matrix" in wortlaut(viele)


def test_lange_listen_nennen_die_ersten_hundert_und_wo_alle_stehen() -> None:
    alles = wortlaut(bericht(100))
    assert "Gezeigt sind die ältesten" not in alles
    assert "weitere Maßnahme" not in alles
    alles = wortlaut(bericht(101))
    assert "Gezeigt sind die ältesten 100 von 101 Maßnahmen. Alle stehen auf der" in alles
    assert '<a href="seite:umsetzung/">Seite zum Stand der Umsetzung</a>' in alles
    assert "<li>und 1 weitere</li>" in alles
    assert '<th scope="row">1 weitere Maßnahme</th><td class="zahl">in der Summe</td>' in alles
    assert "Gezeigt sind die neuesten 100 von" in alles


@pytest.mark.parametrize(("anzahl", "weitere"), [(100, False), (102, True)])
def test_was_sie_brauchen_nennt_hoechstens_hundert_mit_nummer(anzahl: int, weitere: bool) -> None:
    text = wortlaut(bericht(anzahl)).partition("Was die Maßnahmen brauchen")[2].partition("</table>")[0]
    assert ("und 2 weitere" in text) is weitere
    assert text.count(">9.100</a>") == text.count(">9.99</a>") > 0
    assert ">9.101</a>" not in text
