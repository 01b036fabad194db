"""Letters: ids and addresses in ASCII, words in the order of a German dictionary, capitals."""

from __future__ import annotations

import random
import unicodedata

import pytest

from macros.deutsch.buchstaben import gross, kennung, wortfolge


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("Bürger*innen, Straße", "buerger-innen-strasse"),
        ("Ämter & Wege", "aemter-wege"),
        ("ÖL über GROẞ", "oel-ueber-gross"),
        ("Café  (Mitte)", "cafe-mitte"),
        ("Straße 5–7!", "strasse-5-7"),
        ("São Tomé, Łódź, Ærø, Iğdır, İzmir", "sao-tome-lodz-aero-igdir-izmir"),
        ("Đà Nẵng, Þór, œuvre, Reyðarfjörður", "da-nang-thor-oeuvre-reydarfjoerdur"),
        ("Dienst am Ort – heute", "dienst-am-ort-heute"),
        ("Київ 2026", "2026"),
        ("  -- ", ""),
        ("…", ""),
        ("", ""),
    ],
)
def test_eine_kennung_ist_klein_und_ascii(text: str, erwartet: str) -> None:
    assert kennung(text) == erwartet


def test_zerlegte_umlaute_sind_dieselben() -> None:
    assert kennung(unicodedata.normalize("NFD", "Äpfel für Öfen")) == "aepfel-fuer-oefen"
    assert wortfolge(unicodedata.normalize("NFD", "Äpfel")) == "apfel"


def test_das_woerterbuch_ordnet_umlaute_wie_grundbuchstaben() -> None:
    geordnet = [
        "Äcker",
        "Ämter",
        "„Amtsdeutsch“",
        "Bürger*innen",
        "Café",
        "Cafébetreiber",
        "Łódź-Verein",
        "Masse A",
        "Maße B",
        "Øresund-Treff",
        "Straße 1",
        "Strasse 2",
        "Zebra",
    ]
    gemischt = geordnet.copy()
    random.Random(5).shuffle(gemischt)
    assert sorted(gemischt, key=wortfolge) == geordnet


def test_leerzeichen_stehen_vor_buchstaben_und_striche_sind_gleich() -> None:
    assert wortfolge("Amt Süd") < wortfolge("Amtshilfe")
    assert wortfolge("Rat–Haus") == wortfolge("Rat-Haus") == "rat-haus"


@pytest.mark.parametrize(
    ("text", "erwartet"), [("ältere Menschen", "Ältere Menschen"), ("die IT", "Die IT"), ("3 Orte", "3 Orte"), ("", "")]
)
def test_nur_der_erste_buchstabe_wird_gross(text: str, erwartet: str) -> None:
    assert gross(text) == erwartet
