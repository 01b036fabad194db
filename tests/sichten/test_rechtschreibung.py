"""Unknown words, each once, at its first place."""

from __future__ import annotations

from collections.abc import Iterable

from saetze_bauen import fassung, massnahme, plan_aus

from macros.sichten.rechtschreibung import Woerterbuch, unbekannte


def _woerterbuch(*fremd: str) -> Woerterbuch:
    def frage(woerter: Iterable[str]) -> set[str]:
        return set(woerter) & set(fremd)

    return frage


def _funde(text: str, fremd: tuple[str, ...], eigene: frozenset[str] = frozenset()) -> list[str]:
    plan = plan_aus(fassung("neu", 2026), massnahme("a", beschreibung=text, schritte=[]))
    return [u.wort for u in unbekannte(plan, _woerterbuch(*fremd), eigene)]


def test_ein_unbekanntes_wort_steht_einmal_da() -> None:
    assert _funde("Der Tipfehler im Tipfehler.", ("Tipfehler",)) == ["Tipfehler"]


def test_eigene_woerter_gelten_auch_am_satzanfang() -> None:
    assert (
        _funde(
            "Wohnortnahe Hilfe in Musterhagen.",
            ("Wohnortnahe", "Musterhagen"),
            frozenset({"wohnortnahe", "Musterhagen"}),
        )
        == []
    )


def test_ein_verbundenes_wort_gilt_wenn_alle_teile_gelten() -> None:
    assert _funde("Ein Kurs-Plan.", ("Kurs-Plan",)) == []
    assert _funde("Ein Kurs-Plann.", ("Kurs-Plann", "Plann")) == ["Kurs-Plann"]
