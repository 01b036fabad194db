"""The words that the index adds to a page: what people type, not only what stands there."""

from __future__ import annotations

import pytest

from macros.ausgabe.suche import MARKE, Wortschatz, art, fliesstext, fuer_suche, suchworte, woerter

SEITE = '<html><body><nav>Menü</nav><article class="md-content__inner md-typeset"><h1>Lots*innen &amp; mehr<a class="headerlink" href="#x">#</a></h1><p>Hausaufgabenhilfe</p><script>var x = 1</script></article></body></html>'
SCHATZ = Wortschatz(["Die Aufgaben im Haus", "eine Hilfe", "Organisation", "Migrant*innen", "Rassismus"])


@pytest.mark.parametrize(
    ("wort", "teil"),
    [
        ("Hausaufgabenhilfe", "aufgabenhilfe"),
        ("Hausaufgabenhilfe", "hilfe"),
        ("Migrantinnenselbstorganisation", "selbstorganisation"),
        ("Migrantinnenselbstorganisation", "organisation"),
        ("Antirassismusarbeit", "rassismusarbeit"),
    ],
)
def test_teile_eines_zusammengesetzten_wortes(wort: str, teil: str) -> None:
    assert teil in SCHATZ.teile(wort)


def test_ein_einfaches_wort_bleibt_ganz() -> None:
    assert SCHATZ.teile("Nachbarschaft") == []


def test_der_stern_gehoert_zum_wort() -> None:
    assert woerter("Bürger*innen und Akteur:innen, Rat.") == ["Bürger*innen", "und", "Akteur:innen", "Rat"]
    assert "lotsinnen" in suchworte("Lots*innen", SCHATZ, [])


def test_kurzform_und_langform_finden_einander() -> None:
    gleich = [("KI", "Kommunales Integrationszentrum")]
    assert "Kommunales Integrationszentrum" in suchworte("Das KI berät.", SCHATZ, gleich)
    assert "KI" in suchworte("Das Kommunales Integrationszentrum", SCHATZ, gleich)
    assert suchworte("Die Kinder spielen.", SCHATZ, gleich) == []


def test_nur_der_artikel_wird_durchsucht() -> None:
    text = fliesstext(SEITE)
    assert "Hausaufgabenhilfe" in text and "Menü" not in text and "var x" not in text


def test_die_seite_fuer_den_index_traegt_titel_art_und_zusatzworte() -> None:
    seite = fuer_suche(SEITE, "Maßnahme", fliesstext(SEITE), SCHATZ, [])
    assert 'data-titel="Lots*innen &amp; mehr"' in seite
    assert 'data-art="Maßnahme"' in seite
    assert f"{MARKE} lotsinnen" in seite


@pytest.mark.parametrize(
    ("weg", "erwartet"),
    [
        ("massnahmen/x/index.html", "Maßnahme"),
        ("massnahmen/index.html", "Seite"),
        ("monitoring/x/index.html", "Indikator"),
        ("index.html", "Seite"),
    ],
)
def test_die_art_steht_in_der_adresse(weg: str, erwartet: str) -> None:
    assert art(weg) == erwartet
