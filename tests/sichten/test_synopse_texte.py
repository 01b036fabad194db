"""Sections and challenges of two editions: pairs by what they were copied from, then by title, then by number."""

from __future__ import annotations

from typing import Any

from saetze_bauen import abschnitt, fassung, handlungsfeld, herausforderung, plan_aus

from macros.sichten.synopse_texte import Textsynopse, textsynopsen

EDITIONEN = (fassung("alt", 2020), fassung("neu", 2024, vorgaenger="alt"), handlungsfeld("bildung"))


def _eine(*saetze: Any) -> Textsynopse:
    (s,) = textsynopsen(plan_aus(*EDITIONEN, *saetze), "alt", "neu")
    return s


def _kurz(s: Textsynopse) -> list[tuple[str | None, str | None, list[str]]]:
    return [(w.alt and w.alt.id, w.neu and w.neu.id, [".".join(map(str, f.pfad)) for f in w.felder]) for w in s.wechsel]


def test_was_kopiert_ist_und_gleich_blieb_wird_nur_gezaehlt() -> None:
    s = _eine(herausforderung("lesen", fassung="alt"), herausforderung("lesen-neu", titel="Lesen"))
    assert (s.sammlung, s.gleich, s.wechsel) == ("herausforderungen", 1, ())


def test_jede_angabe_die_anders_ist_und_was_ging_und_kam() -> None:
    s = _eine(
        herausforderung("lesen", fassung="alt"),
        herausforderung("rad", fassung="alt", nummer=2),
        herausforderung("lesen-neu", titel="Vorlesen", prioritaet="zusaetzlich"),
        herausforderung("bus", nummer=3),
    )
    assert s.gleich == 0
    assert _kurz(s) == [("lesen", "lesen-neu", ["titel", "prioritaet"]), (None, "bus", []), ("rad", None, [])]


def test_ohne_kopie_zaehlt_der_titel_dann_die_nummer() -> None:
    s = _eine(
        abschnitt("a", "1", fassung="alt", titel="Einleitung"),
        abschnitt("b", "2", fassung="alt", titel="Ziele"),
        abschnitt("c", "3", titel="Einleitung"),
        abschnitt("d", "2", titel="Was wir wollen"),
    )
    assert sorted(_kurz(s)) == [("a", "c", ["nummer"]), ("b", "d", ["titel"])]


def test_links_auf_kopien_sind_kein_unterschied() -> None:
    plan = plan_aus(
        *EDITIONEN,
        herausforderung("lesen", fassung="alt"),
        herausforderung("lesen-neu", titel="Lesen"),
        abschnitt("ziele", "2", fassung="alt", text="Siehe [Lesen](herausforderung:lesen)."),
        abschnitt("ziele-neu", "2", titel="Ziele", text="Siehe [Lesen](herausforderung:lesen-neu)."),
    )
    assert [(t.gleich, t.wechsel) for t in textsynopsen(plan, "alt", "neu")] == [(1, ()), (1, ())]
