"""Old addresses lead on: by refresh and by a link, also below a sub-path and without an address."""

from __future__ import annotations

from datetime import date

from macros.ausgabe.kontext import Bau
from macros.ausgabe.seiten.umleitung import umleitungen
from macros.modell.plan import Plan


def test_eine_fruehere_kennung_fuehrt_zu_ihrem_datensatz(plan: Plan, stichtag: date) -> None:
    seiten = {d.adresse: str(d.inhalt) for d in umleitungen(Bau(plan, stichtag))}
    assert sorted(seiten) == [
        "herausforderungen/aw-09/index.html",
        "massnahmen/abschlussberatung/index.html",
        "monitoring/einbuergerung/index.html",
    ]
    html = seiten["massnahmen/abschlussberatung/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../anerkennungsberatung/">' in html
    assert '<a href="../anerkennungsberatung/">' in html
    assert "canonical" not in html


def test_mit_adresse_nennt_die_seite_die_richtige(plan: Plan, stichtag: date) -> None:
    bau = Bau(plan, stichtag, "https://stadt.example/konzept/")
    html = next(str(d.inhalt) for d in umleitungen(bau) if "abschluss" in d.adresse)
    assert '<link rel="canonical" href="https://stadt.example/konzept/massnahmen/anerkennungsberatung/">' in html
