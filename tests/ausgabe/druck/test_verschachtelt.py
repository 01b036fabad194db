"""Any blocks of Markdown inside any others are set, or the check says what does not go."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from ausgabe.druck.conftest import bau_von, darunter
from pydantic import TypeAdapter, ValidationError
from stichprobe import SAAT, alles

from macros.ausgabe.druck.dokument import baum as baum_von
from macros.ausgabe.druck.satz.baum import Leser
from macros.ausgabe.druck.satz.druckbaum import Druckbaum, Druckteil, als_text
from macros.ausgabe.druck.satz.fremdschrift import mit_sprache
from macros.ausgabe.druck.satz.gliederung import hebe_bloecke, ordne_titel, verbinde
from macros.ausgabe.druck.satz.knoten import Anmerkung, Liste
from macros.ausgabe.druck.satz.setzen import setze
from macros.ausgabe.druck.steckbrief import steckbrief
from macros.ausgabe.druck.word.datei import als_docx
from macros.ausgabe.worte.markdown import Begriffe, Feldtext
from macros.modell.grundtypen import Text
from macros.modell.konzept import Begriff, Fussnote
from macros.regeln.konzept import wirkende_marken

MARKE = re.compile(r"\[\^(\d+)\]")


def eingerueckt(text: str, weite: int) -> str:
    return "\n".join(" " * weite + zeile if zeile else zeile for zeile in text.split("\n"))


def zitiert(text: str) -> str:
    return "> Zitat\n>\n" + "\n".join(f"> {zeile}" for zeile in text.split("\n"))


EINZEILIG: list[Callable[[str], str]] = [
    lambda x: f"**{x}**",
    lambda x: f"[{x}](https://example.org)",
    lambda x: f"## {x}",
    lambda x: f"| A | B |\n|---|---|\n| {x} | 2 |",
    lambda x: f"| {x} | B |\n|---|---|\n| a | 2 |",
]
RAHMEN: list[Callable[[str], str]] = [
    lambda x: f"Davor.\n\n{x}",
    lambda x: f"- Punkt\n\n{eingerueckt(x, 4)}\n\n- zwei",
    lambda x: f"- {eingerueckt(x, 2).lstrip()}",
    lambda x: f"1. Punkt\n\n{eingerueckt(x, 4)}\n\n2. zwei",
    zitiert,
]
INNEN = [
    "Wort", "| A | B |\n|---|--:|\n| eins[^1] | 2 |", "| A |\n|---|", "| A | B |\n|---|---|\n| a | b | c |",
    "|  |  |\n|---|---|\n|  |  |", "    Code[^1]\n    zwei", "`Code[^2]`", "```\nZaun\n```", "- a\n- b", "7. a\n8. b", "0. null",
    "- a\n    - b\n        - c\n            - d\n                - e", "> - a\n>     > b\n>     > - c", ">", "- ", "### Titel",
    "Titel\n=====", "##", "---", "* * *", "Wort[^1] und[^1]", "[a[^3]](https://example.org)", "[^2]", "[^77]", "[^9]: Eigene Note",
    "a  \nb", "<b>x</b>", "![x](https://example.org/a.png)", "<https://example.org>", "[a][b]\n\n[b]: https://example.org",
    "[x](mailto:a@example.org)", "[x](massnahme:abc)", "[x](#oben)", "[](https://example.org)", "[x]()", "**a *b* c**", "\\*a\\* \\#",
    "``", "a | b", "Begriff\n:   Erklärung", "- [ ] offen", "\u00a0", "*[HTML]: Sprache", "[//]: # (x)", "العربية in Wort",
]  # fmt: skip


def gewuerfelt(wuerfel: random.Random) -> str:
    """Some blocks in one another and after one another."""
    text = wuerfel.choice(INNEN)
    for _ in range(wuerfel.randint(0, 5)):
        text = wuerfel.choice(RAHMEN if "\n" in text else RAHMEN + EINZEILIG)(text)
        if wuerfel.random() < 0.3:
            text += wuerfel.choice(["\n", "\n\n"]) + wuerfel.choice(INNEN)
    return text


def geht(text: str) -> bool:
    """Whether the check lets a section's text with its footnotes through."""
    try:
        TypeAdapter(Text).validate_python(text)
    except ValidationError:
        return False
    marken = set(MARKE.findall(text))
    return set(wirkende_marken(text, marken)) == marken


@cache
def _leeres_blatt() -> Druckbaum:
    bau = bau_von("musterstadt")
    return baum_von(bau, steckbrief(bau, bau.massnahmen[0]))


def gesetzt(text: str) -> bytes:
    noten = [Fussnote(nummer=int(n), text=f"Note {n}") for n in sorted(set(MARKE.findall(text)))]
    begriff = Begriff(id="wort", bezeichnung="Wort", beschreibung="Ein Wort.")
    leser = Leser()
    roh = leser.lies(
        f"<h1 id='glossar-wort'>Titel</h1>{Feldtext('satz:{}/{}'.format, Begriffe([begriff])).block(text, noten)}"
    )
    kinder, _ = ordne_titel(verbinde(roh, leser.anker, lambda art, ziel: "https://example.org/"))
    teil = Druckteil(True, False, mit_sprache(hebe_bloecke(kinder)))
    baum = replace(_leeres_blatt(), teile=(teil,))
    assert als_docx(baum)
    assert any(k for k in darunter(baum))
    return setze(als_text(baum))


FAELLE = [gewuerfelt(random.Random(SAAT + n)) for n in range(4000 if alles() else 200)]


@pytest.mark.parametrize("text", [*INNEN, *FAELLE])
def test_was_durchgeht_wird_gesetzt(text: str) -> None:
    if geht(text):
        assert gesetzt(text).startswith(b"%PDF")


def test_manches_geht_und_manches_nicht() -> None:
    gehend = sum(geht(text) for text in FAELLE)
    assert len(FAELLE) * 0.3 < gehend < len(FAELLE)


def test_eine_liste_in_einer_fussnote() -> None:
    md = Feldtext("satz:{}/{}".format, Begriffe([]))
    noten = [Fussnote(nummer=1, text="Davor.\n\n1. eins\n2. zwei")]
    gelesen = Leser().lies(md.block("Wort[^1].\n\n1. Punkt", noten))
    (note,) = [k for k in darunter(gelesen) if isinstance(k, Anmerkung)]
    assert any(isinstance(k, Liste) for k in note.kinder)
