"""Field types take exactly one spelling and explain every other in German."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.modell.grundtypen import (
    Datum,
    Dezimalzahl,
    Ganzzahl,
    Gliederungsnummer,
    JaNein,
    Kennung,
    Text,
    Url,
    Zeile,
)
from macros.modell.plan import LINKARTEN, SAMMLUNGEN


def regel(typ: Any, wert: Any) -> str:
    """The rule that a value breaks."""
    with pytest.raises(ValidationError) as fehler:
        TypeAdapter(typ).validate_python(wert)
    (einzel,) = fehler.value.errors()
    return str(einzel.get("ctx", {}).get("regel", einzel["type"]))


@pytest.mark.parametrize(
    ("typ", "roh", "wert"),
    [
        (Datum, "2024-02-29", date(2024, 2, 29)),
        (Ganzzahl, "0", 0),
        (Ganzzahl, "-12", -12),
        (Ganzzahl, "1250", 1250),
        (Dezimalzahl, "1250.5", 1250.5),
        (Dezimalzahl, "-0.98", -0.98),
        (Dezimalzahl, "7", 7.0),
        (Dezimalzahl, "0.125", 0.125),
        (Dezimalzahl, "12.3450", 12.345),
        (Dezimalzahl, "1250.125", 1250.125),
        (JaNein, "true", True),
        (JaNein, "false", False),
        (Kennung, "ba-01", "ba-01"),
        (Gliederungsnummer, "3.1.10", "3.1.10"),
        (Zeile, "NO", "NO"),
        (Zeile, "12:30", "12:30"),
        (Zeile, "Bürger*innen & Akteur*innen, 5 < 6", "Bürger*innen & Akteur*innen, 5 < 6"),
        (Text, "Siehe [Maßnahme](massnahme:sprachtreffs)[^1]", "Siehe [Maßnahme](massnahme:sprachtreffs)[^1]"),
        (
            Text,
            "[Post](mailto:a@example.org) und [Ort](massnahme:ort)",
            "[Post](mailto:a@example.org) und [Ort](massnahme:ort)",
        ),
        (Url, "https://example.org/a?b=c", "https://example.org/a?b=c"),
    ],
)
def test_nimmt_die_eine_schreibweise(typ: Any, roh: str, wert: Any) -> None:
    assert TypeAdapter(typ).validate_python(roh) == wert


@pytest.mark.parametrize(
    ("typ", "roh", "verletzt"),
    [
        (Datum, "2026-02-30", "datum"),
        (Datum, "31.3.2026", "datum"),
        (Datum, "2026-3-31", "datum"),
        (Datum, "20260331", "datum"),
        (Datum, "2026-03-31T00:00", "datum"),
        (Ganzzahl, "1.250", "ganzzahl"),
        (Dezimalzahl, "15.000", "tausenderpunkt"),
        (Dezimalzahl, "-1.250", "tausenderpunkt"),
        (Dezimalzahl, "1.015.000", "zahl"),
        (Ganzzahl, "1250.0", "ganzzahl"),
        (Ganzzahl, "007", "ganzzahl"),
        (Ganzzahl, "0x10", "ganzzahl"),
        (Ganzzahl, "1_000", "ganzzahl"),
        (Ganzzahl, "٣", "ganzzahl"),
        (Ganzzahl, "9" * 5000, "ganzzahl"),
        (Ganzzahl, True, "ganzzahl"),
        (Dezimalzahl, "1,5", "zahl"),
        (Dezimalzahl, "1.250,5", "zahl"),
        (Dezimalzahl, "nan", "zahl"),
        (Dezimalzahl, "1e3", "zahl"),
        (Dezimalzahl, "9" * 400, "zahl"),
        (Dezimalzahl, "5 %", "zahl"),
        (JaNein, "ja", "ja-nein"),
        (JaNein, "True", "ja-nein"),
        (JaNein, "1", "ja-nein"),
        (Kennung, "BA-01", "kennung"),
        (Kennung, "größe", "kennung"),
        (Kennung, "a--b", "kennung"),
        (Kennung, "../gemeinde", "kennung"),
        (Gliederungsnummer, "3.", "nummer"),
        (Gliederungsnummer, "A.1", "nummer"),
        (Gliederungsnummer, "1" * 5000, "nummer"),
        (Zeile, "zwei\nZeilen", "zeilenumbruch"),
        (Zeile, " davor", "leerraum"),
        (Zeile, "   ", "leer"),
        (Zeile, "x" * 301, "too_long"),
        (Text, "\n \n", "leer"),
        (Text, "a\x1bb", "steuerzeichen"),
        (Text, "a\u200fb", "schreibrichtung"),
        (Text, "a\ufeffb", "schreibrichtung"),
        (Text, "{{ x }}", "vorlagenzeichen"),
        (Text, "{% x", "vorlagenzeichen"),
        (Text, "x #}", "vorlagenzeichen"),
        (Text, "<br>", "html"),
        (Text, "< /div", "html"),
        (Text, "<!-- x", "html"),
        (Text, "&#x6a;avascript", "html"),
        (Text, "**x**{ onclick=alert(1) }", "html"),
        (Text, "**x**{hidden}", "html"),
        (Text, "# Titel {#oben}", "vorlagenzeichen"),
        (Text, "Siehe [Ort](#ort).", "sprungmarke"),
        (Text, "Siehe [Ort][o].\n\n[o]: #ort", "sprungmarke"),
        (Text, "Siehe [Ort][o].\n\n[o]: datei.pdf", "linkschema"),
        (Text, "Wort.\n\n[^9]: Eigene Note", "fussnote"),
        (Text, "- > Zitat\n  >\n  > [^9]: Note", "fussnote"),
        (Text, "[x]()", "leer"),
        (Text, "Siehe [ ](https://example.org).", "leer"),
        (Text, "Wort\n\n## \u00a0\n\nWort", "leer"),
        (Text, "![Bild](https://example.org/a.png)", "bild"),
        (Text, "[x](JavaScript:alert(1))", "linkschema"),
        (Text, "[x](java script)", "linkschema"),
        (Text, "[x](//example.org)", "linkschema"),
        (Text, "[x](../gemeinde)", "linkschema"),
        (Text, "[x](massnahmen:a)", "linkschema"),
        (Text, "[x]: data:text/html,x", "linkschema"),
        (Text, "[k][z]\n\n[z]: //example.org", "linkschema"),
        (Text, "[k][]\n\n   [K]: tel:110", "linkschema"),
        (Text, "[z]\n\n[z]:\n  ms-word:x", "linkschema"),
        (Text, "[x](blob:https://example.org/1)", "linkschema"),
        (Text, "[x]( intent:x)", "linkschema"),
        (Text, "[x](\nvnd.x:y)", "linkschema"),
        (Text, "[x](../../../oben)", "linkschema"),
        (Text, "[x](https:/example.org)", "linkschema"),
        (Text, "> [x](\n> tel:1)", "linkschema"),
        (Url, "www.example.org", "url"),
        (Url, "ftp://example.org", "url"),
        (Url, "https://example.org/a b", "url"),
        (Url, 'https://example.org/"x', "url"),
    ],
)
def test_lehnt_alles_andere_ab(typ: Any, roh: Any, verletzt: str) -> None:
    assert regel(typ, roh) == verletzt


def test_jede_linkart_fuehrt_in_eine_sammlung() -> None:
    assert set(LINKARTEN.values()) <= set(SAMMLUNGEN)
