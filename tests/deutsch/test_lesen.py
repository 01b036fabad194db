"""What a reader meets: words and sentences of a text."""

from __future__ import annotations

import pytest

from macros.deutsch.lesen import klartext, saetze, woerter, wortzahl


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("Ein **Wort**.", "Ein Wort."),
        ("Die [Maßnahme](massnahme:lotsen) hilft[^3].", "Die Maßnahme hilft."),
        ("Bürger\\*innen und Akteur*innen", "Bürgerinnen und Akteurinnen"),
        ("Kund:innen, Nutzer_innen", "Kundinnen, Nutzerinnen"),
        ("## Stand\n- eins\n2. zwei", "Stand\neins\nzwei"),
        ("Mehr: https://example.org/a", "Mehr:  "),
    ],
)
def test_ohne_auszeichnung(text: str, erwartet: str) -> None:
    assert klartext(text) == erwartet


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("Eins. Zwei! Drei?", ["Eins.", "Zwei!", "Drei?"]),
        ("Am 3. Mai 2022 kam z. B. Hilfe. Dann nicht.", ["Am 3. Mai 2022 kam z. B. Hilfe.", "Dann nicht."]),
        ("Er sagte „Komm.“ Sie ging.", ["Er sagte „Komm.", "Sie ging."]),
        ("Davor\n\n- Erstens\n- Zweitens", ["Davor", "Erstens", "Zweitens"]),
        ("Ein Satz über\nzwei Zeilen.", ["Ein Satz über zwei Zeilen."]),
        ("Im 2. oder dritten Teil 1.234,5 Euro.", ["Im 2. oder dritten Teil 1.234,5 Euro."]),
        ("", []),
    ],
)
def test_saetze(text: str, erwartet: list[str]) -> None:
    assert saetze(text) == erwartet


@pytest.mark.parametrize(
    ("satz", "zahl"), [("Das Amt hilft.", 3), ("Rund 12,5 % – mehr nicht", 5), ("Haupt- und Ehrenamt", 3), ("", 0)]
)
def test_woerter_eines_satzes(satz: str, zahl: int) -> None:
    assert wortzahl(satz) == zahl


def test_woerter_fuer_die_rechtschreibung() -> None:
    text = "Sprach- und A2-Kurse, ggf. Kurs-Planung und -durchführung für Bürger*innen (3.1 %)"
    assert woerter(text) == ["und", "Kurs-Planung", "und", "für", "Bürgerinnen"]
