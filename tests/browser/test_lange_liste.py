"""A list of many hundred rows shows, after whatever was typed and sorted, exactly the rows that a slow search finds."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from gebaut import neues_blatt

from macros.laden.ordner import lade_plan
from scripts.browser import liefere, warte_auf
from scripts.messen_matrix import MUSTERSTADT, UNSERE, WOERTER, WURZEL, seite

pytestmark = pytest.mark.browser
ANZAHL = 350
JE_SEITE = 100
ERWARTET = """
async ([q, zeilen]) => {
  const {heuhaufen, suchworte} = await import("/assets/js/matrix-worte.js");
  const worte = suchworte(q);
  return zeilen.filter(([, text]) => worte.every((wahl) => wahl.some((w) => heuhaufen(text).includes(w)))).map(([id]) => id);
}
"""
GEZEIGT = "() => [...document.querySelectorAll('tbody tr')].map((tr) => tr.id)"
RUHIG = """
() => new Promise((fertig) => {
  let zuletzt = performance.now();
  const sieht = new MutationObserver(() => (zuletzt = performance.now()));
  sieht.observe(document.querySelector("tbody"), { childList: true });
  const warte = () => (performance.now() - zuletzt > 250 ? (sieht.disconnect(), fertig()) : setTimeout(warte, 40));
  warte();
})
"""


@pytest.fixture
def lange_liste(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """A page with many made-up measures, and `zeilen`: id and text of every row as delivered."""
    plan, _ = lade_plan(MUSTERSTADT)
    assert plan is not None
    html = seite(plan, ANZAHL)
    (tmp_path / "assets").symlink_to(WURZEL / "docs" / "assets")
    (tmp_path / "roh.html").write_text(html, encoding="utf-8")
    (tmp_path / "seite.html").write_text(
        html.replace("</body>", f'<script type="module">{UNSERE}</script></body>'), encoding="utf-8"
    )
    with liefere(tmp_path) as wurzel, neues_blatt(browser) as blatt:
        blatt.goto(f"{wurzel}roh.html")
        blatt.zeilen = blatt.evaluate(
            "() => [...document.querySelectorAll('tbody tr')].map((tr) => [tr.id, tr.textContent])"
        )
        blatt.goto(f"{wurzel}seite.html")
        warte_auf(blatt, "window.suche")
        yield blatt


def test_gezeigt_wird_was_eine_langsame_suche_findet(lange_liste: Any) -> None:
    assert len(lange_liste.zeilen) == ANZAHL
    zufall = random.Random(7)
    anzahlen = set()
    for runde in range(14):
        worte = [w[: zufall.randint(1, len(w))] for w in zufall.sample(WOERTER, zufall.randint(0, 2))]
        q = " ".join(worte).lower()
        for n in range(1, len(q) + 1):
            lange_liste.evaluate("(q) => window.suche(q)", q[:n])
            if zufall.random() < 0.3:
                lange_liste.wait_for_timeout(zufall.choice([20, 90, 130]))
        lange_liste.evaluate("(q) => window.suche(q)", q)
        lange_liste.evaluate(RUHIG)
        erwartet = lange_liste.evaluate(ERWARTET, [q, lange_liste.zeilen])
        anzahlen.add(len(erwartet))
        assert lange_liste.evaluate(GEZEIGT) == erwartet[:JE_SEITE], (runde, q)
    assert len(anzahlen) > 5


def test_sortiert_bleibt_sortiert_und_mehr_zeigt_alle(lange_liste: Any) -> None:
    lange_liste.get_by_role("columnheader", name="Titel").or_(
        lange_liste.locator("th[data-spalte=titel]")
    ).first.get_by_role("button").click()
    lange_liste.evaluate(RUHIG)
    lange_liste.evaluate("(q) => window.suche(q)", "e")
    lange_liste.evaluate(RUHIG)
    erste = lange_liste.evaluate(GEZEIGT)
    titel = lange_liste.locator("tbody th").all_inner_texts()
    assert len(erste) == JE_SEITE
    assert titel == sorted(titel, key=str.casefold)
    while (mehr := lange_liste.locator(".matrix-mehr")).is_visible():
        mehr.click()
    erwartet = lange_liste.evaluate(ERWARTET, ["e", lange_liste.zeilen])
    alle = lange_liste.evaluate(GEZEIGT)
    assert alle[:JE_SEITE] == erste
    assert sorted(alle) == sorted(erwartet)
    lange_liste.evaluate("(q) => window.suche(q)", "")
    lange_liste.locator("th[aria-sort] button").click()
    lange_liste.locator("th[aria-sort] button").click()
    lange_liste.evaluate(RUHIG)
    assert lange_liste.evaluate(GEZEIGT) == [kennung for kennung, _ in lange_liste.zeilen][:JE_SEITE]
