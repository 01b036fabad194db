"""The same figure is not said again and again: beside table and chart twice at most, on every page of an indicator."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from gebaut import neues_blatt

from scripts.browser import liefere

pytestmark = pytest.mark.browser

DANEBEN = 2
"""The sentence at the top and one remark that needs the figure."""
IM_GANZEN = 4
"""With chart and table; of a figure that the table has once."""

SICHTBAR = """() => {
  const stellen = { bild: "", tabelle: "", daneben: "" };
  const lauf = document.createTreeWalker(document.querySelector("main article"), NodeFilter.SHOW_TEXT);
  while (lauf.nextNode()) {
    const e = lauf.currentNode.parentElement;
    const kasten = e.getBoundingClientRect();
    if (!e.checkVisibility({ visibilityProperty: true }) || e.closest("script, style") || kasten.width < 3 || kasten.height < 3) continue;
    stellen[e.closest("svg, figure") ? "bild" : e.closest("table") ? "tabelle" : "daneben"] += `${lauf.currentNode.data}\\n`;
  }
  const zellen = [...document.querySelectorAll("#zahlen ~ div table td.zahl")].map((e) => e.innerText);
  return { ...stellen, zellen: zellen.join("\\n") };
}"""
_ZAHL = re.compile(r"(?<![\d.,/])\d[\d.]*(?:,\d+)?(?![\d/])")


def _zahlen(text: str) -> Counter[str]:
    """How often each figure of two digits or more stands in a text; days and years are none."""
    ohne_zeit = re.sub(r"\d{2}\.\d{2}\.\d{4}|\b20\d\d\b", "", text.replace("\u00ad", ""))
    return Counter(z.rstrip(".") for z in _ZAHL.findall(ohne_zeit) if len(z.rstrip(".")) > 1)


@pytest.mark.parametrize("stadt", ["musterstadt_seite", "echte_seite"])
def test_ein_wert_steht_nicht_immer_wieder_da(browser: Any, request: pytest.FixtureRequest, stadt: str) -> None:
    ordner: Path = request.getfixturevalue(stadt)
    seiten = [p.parent.name for p in sorted(ordner.glob("monitoring/*/index.html")) if b'id="zahlen"' in p.read_bytes()]
    zu_oft, geprueft = {}, 0
    with liefere(ordner) as wurzel, neues_blatt(browser, viewport={"width": 390, "height": 900}) as blatt:
        for seite in seiten:
            blatt.goto(f"{wurzel}monitoring/{seite}/")
            stellen = blatt.evaluate(SICHTBAR)
            wo = {name: _zahlen(text) for name, text in stellen.items()}
            for wert in wo["zellen"]:
                geprueft += 1
                im_ganzen = wo["bild"][wert] + wo["tabelle"][wert] + wo["daneben"][wert]
                einmal = wo["zellen"][wert] == 1 and wo["bild"][wert] < 2
                if wo["daneben"][wert] > DANEBEN or (einmal and im_ganzen > IM_GANZEN):
                    zu_oft[f"{seite}: {wert}"] = (wo["bild"][wert], wo["tabelle"][wert], wo["daneben"][wert])
    assert zu_oft == {}
    assert geprueft > len(seiten)


def test_was_eine_zahl_ist() -> None:
    assert _zahlen("Am 30.09.2022 und 2021: 53.363, 5.263; 53.363.") == {"53.363": 2, "5.263": 1}
    assert _zahlen("0,65 Prozent, 22 Ehen, 7 Ehen; Abschnitt 12/13") == {"0,65": 1, "22": 1}
