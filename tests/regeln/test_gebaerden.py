"""Videos in sign language: a film that is too large for a phone is a warning; what the law wants explained is a hint."""

from __future__ import annotations

from dataclasses import replace

from regelfaelle import geaendert, meldet, worte

from macros.modell.befund import Schwere
from macros.modell.plan import Plan


def _mit_film(plan: Plan, groesse: int) -> Plan:
    film = plan.beilagen["gebaerden/inhalt.webm"]
    return replace(plan, beilagen={**plan.beilagen, "gebaerden/inhalt.webm": film.ljust(groesse, b"\0")})


def test_ein_film_ueber_15_mb_ist_eine_warnung(plan: Plan) -> None:
    assert meldet(_mit_film(plan, 15_000_000), "gebaerdenvideo") == []
    (befund,) = meldet(_mit_film(plan, 16_400_000), "gebaerdenvideo")
    assert befund.schwere is Schwere.WARNUNG and befund.feld == "film" and "16 MB" in befund.text


def test_vier_themen_verlangt_das_recht_ein_anderes_zaehlt_nicht(plan: Plan) -> None:
    assert meldet(plan, "gebaerden_themen") == []
    anders = geaendert(plan, "gebaerden", "inhalt", themen=["anderes", "inhalt"])
    ((_, _, text),) = worte(anders, "gebaerden_themen")
    assert "Bedienung, Barrierefreiheit und Weitere Angebote" in text
    assert meldet(replace(plan, gebaerden={}, beilagen={}), "gebaerden_themen") == []
