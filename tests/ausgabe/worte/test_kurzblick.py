"""What the overview says about an indicator, word by word."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from saetze_bauen import dimension
from zahlen_bauen import reihe_aus

from macros.ausgabe.worte import kurzblick as worte
from macros.modell.plan import Plan
from macros.sichten.indikator_lage import zahlenlage
from macros.sichten.kurzblick import Kurzblick, kurzblick
from macros.sichten.reihen import Reihe, reihe

HEUTE = date(2026, 6, 30)


def blick(r: Reihe) -> Kurzblick:
    return kurzblick(zahlenlage(r, HEUTE))


@pytest.mark.parametrize(
    ("kennung", "zahl", "wessen", "zeit", "richtung", "daneben"),
    [
        ("bevoelkerung", ("30.518", "Personen"), "", "31.12.2025", ("▲", "106 Personen mehr als am 31.12.2024"),
         "deutsch 26.240; ausländisch 4.278"),
        ("beschaeftigungsquote", ("38,5\u00a0%", ""), ": deutsch", "Zähler: 30.06.2025; Nenner: 31.12.2024",
         ("=", "wie am 30.06.2024"), "ausländisch 38,5\u00a0%; zum Vergleich Musterland 36,4\u00a0%"),
        ("wohlfuehlen", ("69\u00a0%", ""), " stimmten zu (insgesamt)", "2025", ("▲", "3 Prozentpunkte mehr als 2023"), None),
        ("sprachtreff-plaetze", ("49", ""), ": Innenstadt, tatsächlich", "2025", ("", ""), "geplant 50"),
    ],
)  # fmt: skip
def test_musterstadt_auf_einen_blick(
    plan: Plan, kennung: str, zahl: Any, wessen: str, zeit: str, richtung: Any, daneben: str | None
) -> None:
    r = reihe(plan, kennung)
    b = blick(r)
    assert worte.leitzahl(b) == zahl
    assert (worte.wessen(b), worte.wann_gezaehlt(b, r)) == (wessen, zeit)
    assert worte.richtung(b, r.indikator) == richtung
    if daneben is not None:
        assert worte.daneben(b, r) == daneben


def test_von_vielen_werten_stehen_der_hoechste_und_der_niedrigste_da_und_alle_fuer_die_die_nichts_sehen() -> None:
    r = reihe_aus([dimension("ort", "Nord", "Mitte", "Süd", "Ost")], *[("2024", o, n) for n, o in ((3, "Nord"), (9, "Mitte"), (1, "Süd"), (4, "Ost"))])  # fmt: skip
    b = blick(r)
    assert (worte.leitzahl(b)[0], worte.wessen(b)) == ("9", ": Mitte")
    assert worte.daneben(b, r) == "höchster Wert; niedrigster 1 (Süd)"
    assert worte.balkenworte(b) == "Alle Werte: Mitte 9; Nord 3; Süd 1; Ost 4"


def test_ein_bruch_hat_keine_richtung() -> None:
    r = reihe_aus([], ("2023", 9), ("2024", 6), bruch={"ab": "2024", "grund": "Neue Zählung."})
    assert worte.richtung(blick(r), r.indikator) == ("", "anders gezählt als 2023")


def test_ohne_zahl_stehen_die_worte_der_quelle_da() -> None:
    leer = reihe_aus([])
    assert worte.daneben(blick(leer), leer) == "Noch keine Zahl."
