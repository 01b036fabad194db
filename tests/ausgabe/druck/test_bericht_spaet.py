"""What changed in the period goes by the day of entry: figures that come a year late are in the report, and in the feed."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from ausgabe.druck.conftest import DATEN

from macros.ausgabe.bausteine.register import BAUSTEINE
from macros.ausgabe.druck.bericht import umsetzungsbericht
from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.offene_daten.feed import feeds
from macros.befehle.konzept import main as konzept
from macros.pruefung import pruefe_ordner

SPAET = date(2026, 11, 20)
NICHTS = "kein Sachstand, kein erledigter Schritt und keine neue Zahl vermerkt"


def _bau(ordner: Path) -> Bau:
    plan, befunde = pruefe_ordner(ordner, SPAET)
    assert plan is not None, befunde
    return Bau(plan, SPAET)


def _neues(bau: Bau) -> str:
    """The part of the report that says what changed."""
    html = str(umsetzungsbericht(bau, list(bau.plan.massnahmen.values())).teile[0].html)
    return html.split('<h1 id="neues">')[1].split("<h1")[0]


def test_ohne_neue_zahl_sagt_der_bericht_was_die_daten_vermerken() -> None:
    assert NICHTS in _neues(_bau(DATEN["echt"]))


def test_zahlen_von_2024_die_im_november_2026_kommen(echte_kopie: Path) -> None:
    neue = ["bevoelkerung", "2024-12-31", "insgesamt=54000", "ausländisch=5600"]
    assert konzept(["kennzahl", *neue, "--daten", str(echte_kopie), "--heute", "2026-11-05"]) == 0
    bau = _bau(echte_kopie)
    bericht = _neues(bau)
    assert NICHTS not in bericht
    assert "05.11.2026" in bericht and "31.12.2024</p>" in bericht
    start = str(BAUSTEINE["neues"](Kontext(bau, "")))
    assert "5. November 2026" in start and "Zahlen zum Stichtag 31.12.2024" in start
    feed = bytes(next(iter(feeds(bau))).inhalt).decode()
    assert re.search(r"<published>2026-11-05T12:00:00Z</published>", feed)
    assert "indikatoren/bevoelkerung/2024-12-31/2026-11-05" in feed
