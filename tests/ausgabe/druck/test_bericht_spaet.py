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
from macros.modell.massnahme import Massnahme
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
    assert (
        "05.11.2026" in bericht and "31.12.2024: insgesamt 54.000 Personen, ausländisch 5.600 Personen</p>" in bericht
    )
    start = re.sub("<[^>]+>", "", str(BAUSTEINE["neues"](Kontext(bau, ""))))
    assert "5. November 2026, neue Zahlen" in start
    assert "Bevölkerung: Zahlen zum Stichtag 31.12.2024: insgesamt 54.000 Personen, ausländisch 5.600 Personen" in start
    feed = bytes(next(iter(feeds(bau))).inhalt).decode()
    assert re.search(r"<published>2026-11-05T12:00:00Z</published>", feed)
    assert "indikatoren/bevoelkerung/2024-12-31/2026-11-05" in feed


def _berichtet(bau: Bau, ab: date, massnahmen: list[Massnahme] | None = None) -> set[tuple[str, str]]:
    """Day and kind of every report and finished step that the report tells, with a new edition in its period."""
    html = str(umsetzungsbericht(bau, bau.massnahmen if massnahmen is None else massnahmen, ab).teile[0].html)
    zeilen = html.split('<h1 id="neues">')[1].split("<h1")[0].split("<tr><td>")[1:]
    tage = {(z[:10], z[19:].partition("<")[0].partition(":")[0]) for z in zeilen}
    return {(tag, art) for tag, art in tage if art in ("Sachstand", "Schritt erledigt")}


def test_nach_einer_neuen_fassung_bleibt_was_vor_ihr_berichtet_wurde() -> None:
    tag = date(2025, 3, 1)
    plan, _ = pruefe_ordner(DATEN["musterstadt"], SPAET)
    assert plan is not None
    bau = Bau(plan, tag)
    assert bau.fassung is not None and bau.fassung.id == "2025"
    alte = {("15.11.2024", "Sachstand"), ("01.12.2024", "Sachstand")}
    assert _berichtet(bau, date(2024, 6, 1)) == alte
    ende_des_preises = {("10.01.2023", "Sachstand")}
    assert ende_des_preises <= _berichtet(bau, date(2023, 1, 1)), "it ended with the edition, nothing follows it"
    assert _berichtet(bau, date(2024, 6, 1), [plan.massnahmen["sprachtreffs"]]) == {("01.12.2024", "Sachstand")}
    assert ende_des_preises.isdisjoint(_berichtet(bau, date(2023, 1, 1), [plan.massnahmen["sprachtreffs"]]))
