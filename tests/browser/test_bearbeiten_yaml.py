"""What the editing surface writes becomes, by `formatieren`, the very file that workbook, form and mail write.

Its own reader and writer of YAML are driven, in its own page, with the options of its configuration.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from browser.test_bearbeiten import STICHTAG, wurzel  # noqa: F401 (a fixture)
from gebaut import MUSTERSTADT, neues_blatt
from schreiben.kleinstadt import TREFF, lege_an
from schreiben.test_ein_ergebnis import bericht, formular
from stichprobe import SAAT, alles

from macros.ausgabe.bearbeiten.einstellungen import einstellungen
from macros.ausgabe.kontext import Bau
from macros.laden.yaml_streng import lies_yaml
from macros.modell.auswahlen import Ampel, Stand
from macros.modell.plan import SAMMLUNGEN, Plan
from macros.schreiben.formatieren import formatiere
from macros.schreiben.kanonisch import als_yaml

pytestmark = [pytest.mark.browser, pytest.mark.nur_chromium("the same program reads and writes in both")]

BERICHTE = 500 if alles() else 12
TEXTE = 500 if alles() else 60
LESER = re.compile(r"(\w+=)(\(e,t\)=>\w+\(e,t\),\w+=e=>e\.startsWith\(`\+\+\+`\))")
SCHREIBER = re.compile(r"(\w+=)(\(e,t=\w+\.current\?\.output\?\.yaml\?\?\{\})")
FREIE_TEXTE = (
    "text",
    "beschreibung",
    "kurztext",
    "ziel",
    "definition",
    "methodenhinweise",
    "finanzierung",
    "begruendung",
)
HEIKEL = (
    "3.1.1", "0123", "ja", "no", "null", "~", "12:30", "2026-06-15", "1e3", "- Punkt", "# Zeichen", "a: b", "'so'", '"so"',
    "*alle*", "&anker", "!wichtig", "[x]", "{y}", "50 %", "a #1", "a, b", "zu:", "Straße 😀", "…", "\\n", "> Zitat", "| Strich", "@", "`",
)  # fmt: skip


@pytest.fixture
def maske(browser: Any, wurzel: str) -> Iterator[Any]:  # noqa: F811
    """The page of the surface, with its reader and its writer at hand."""
    with neues_blatt(browser) as blatt:

        def oeffne(weg: Any) -> None:
            text, leser = LESER.subn(r"\1globalThis.__lies=\2", weg.fetch().text())
            text, schreiber = SCHREIBER.subn(r"\1globalThis.__schreibe=\2", text)
            assert (leser, schreiber) == (1, 1)
            weg.fulfill(body=text, content_type="text/javascript")

        blatt.route("**/sveltia-cms.js", oeffne)
        blatt.goto(f"{wurzel}/redaktion/bearbeiten/")
        blatt.wait_for_function("globalThis.__lies && globalThis.__schreibe")
        yield blatt


def bearbeite(maske: Any, plan: Plan, auftraege: list[dict[str, Any]]) -> list[str]:
    """Each file as the surface reads it, with the value set at its path, as the surface writes it."""
    stadt = plan.gemeinde.model_copy(update={"repository": "https://github.com/stadt/konzept", "forge": None})
    gewaehlt: Any = einstellungen(Bau(replace(plan, gemeinde=stadt), STICHTAG))
    fertig: list[str] = maske.evaluate(
        """([auftraege, wie]) => auftraege.map(({datei, pfad, wert}) => {
          const satz = __lies(datei);
          let hier = satz;
          for (const teil of pfad.slice(0, -1)) hier = hier[teil];
          const ende = pfad.at(-1);
          if (ende === "+") hier.push(wert); else hier[ende] = wert;
          return __schreibe(satz, wie) + "\\n";
        })""",
        [auftraege, gewaehlt["output"]["yaml"]],
    )
    return fertig


def formatiert(ordner: Path, datei: str, text: str) -> str:
    """The file after `konzept formatieren`."""
    pfad = ordner / datei
    pfad.write_text(text, "utf-8")
    neu, befunde = formatiere(ordner)
    assert befunde == []
    return neu.get(pfad, text)


def als_eingabe(b: dict[str, str]) -> dict[str, Any]:
    """A report in the order of the fields; what is empty is left out."""
    stand = {s.bezeichnung: s.value for s in Stand}[b["stand"]]
    ampel = {a.bezeichnung: a.value for a in Ampel}.get(b["ampel"])
    beleg = {"text": b["beleg"], "url": b["adresse"]}
    satz = {"datum": b["datum"], "stand": stand, "ampel": ampel, "text": b["text"]}
    satz["beleg"] = {k: w for k, w in beleg.items() if w}
    return {k: w for k, w in satz.items() if w}


def test_ein_bericht_gibt_dieselbe_datei_wie_formular_mappe_und_mail(maske: Any, plan: Plan, tmp_path: Path) -> None:
    """The other ways are compared with the form in `tests/schreiben/test_ein_ergebnis.py`, for the same reports."""
    zufall = random.Random(SAAT)
    berichte = [bericht(zufall) for _ in range(BERICHTE)]
    auftraege = [{"datei": TREFF, "pfad": ["sachstaende", "+"], "wert": als_eingabe(b)} for b in berichte]
    geschrieben = bearbeite(maske, plan, auftraege)
    for nummer, (b, text) in enumerate(zip(berichte, geschrieben, strict=True)):
        durch_formular = lege_an(tmp_path / f"{nummer}-formular")
        formular(durch_formular, b, tmp_path)
        durch_maske = lege_an(tmp_path / f"{nummer}-maske")
        erwartet = (durch_formular / "massnahmen/treff.yaml").read_text("utf-8")
        assert formatiert(durch_maske, "massnahmen/treff.yaml", text) == erwartet, b
        shutil.rmtree(durch_formular)
        shutil.rmtree(durch_maske)


def texte(wert: Any, pfad: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The paths of all free texts of a record."""
    if isinstance(wert, dict):
        for name, innen in wert.items():
            if name in FREIE_TEXTE and isinstance(innen, str):
                yield (*pfad, name)
            yield from texte(innen, (*pfad, name))
    elif isinstance(wert, list):
        for stelle, innen in enumerate(wert):
            yield from texte(innen, (*pfad, stelle))


def test_jeder_text_jedes_datensatzes_ueberlebt_die_maske(maske: Any, plan: Plan, tmp_path: Path) -> None:
    """Texts that YAML could take for something else, in records of every kind."""
    zufall = random.Random(SAAT)
    orte = [
        (s, p, weg) for s in SAMMLUNGEN for p in sorted((MUSTERSTADT / s).glob("*.yaml")) for weg in texte(_gelesen(p))
    ]
    assert len({s for s, _, _ in orte}) > 10
    auftraege = []
    for sammlung, pfad, weg in zufall.choices(orte, k=TEXTE):
        worte = zufall.choices((*HEIKEL, "Wort", "noch eins"), k=zufall.randint(1, 12))
        trenner = (
            zufall.choice([" ", " ", " ", "\n\n"]) if weg[-1] in ("text", "beschreibung") and len(weg) == 1 else " "
        )
        auftraege.append((sammlung, pfad, weg, trenner.join(worte)))
    roh = [{"datei": p.read_text("utf-8"), "pfad": list(weg), "wert": wert} for _, p, weg, wert in auftraege]
    daten = Path(shutil.copytree(MUSTERSTADT, tmp_path / "data"))
    for (sammlung, pfad, weg, wert), text in zip(auftraege, bearbeite(maske, plan, roh), strict=True):
        satz = _gelesen(pfad)
        hier: Any = satz
        for teil in weg[:-1]:
            hier = hier[teil]
        hier[weg[-1]] = wert
        (daten / sammlung / pfad.name).write_text(text, "utf-8")
        neu, befunde = _eine(daten, f"{sammlung}/{pfad.name}", tmp_path)
        assert befunde == [], (pfad.name, weg, wert, text)
        assert neu == als_yaml(satz, SAMMLUNGEN[sammlung]), (pfad.name, weg, wert)
        shutil.copy(pfad, daten / sammlung / pfad.name)


def _gelesen(pfad: Path) -> Any:
    return lies_yaml(pfad.read_bytes(), pfad.name).daten


def _eine(daten: Path, datei: str, platz: Path) -> tuple[str, list[Any]]:
    """One file brought to form, in a folder that holds no other."""
    allein = platz / "allein"
    (allein / datei).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(daten / datei, allein / datei)
    neu, befunde = formatiere(allein)
    text = neu.get(allein / datei, (daten / datei).read_text("utf-8"))
    shutil.rmtree(allein)
    return text, befunde
