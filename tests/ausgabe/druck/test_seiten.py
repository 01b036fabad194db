"""What stands on the pages: nothing outside, nothing over another, right page numbers, rows kept whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from ausgabe.druck.conftest import Seite, Wort, druck, seiten

RAND = 28.0
"""Points that stay free at every edge; the narrowest margin is 20 mm, heads and feet stand in it."""


def ausserhalb(alle: tuple[Seite, ...]) -> list[str]:
    """Words that leave the printed area, with their page."""
    return [
        f"{nummer}: {w.text}"
        for nummer, s in enumerate(alle, 1)
        for w in s.worte
        if w.links < RAND or w.rechts > s.breite - RAND or w.oben < RAND or w.unten > s.hoehe - RAND
    ]


def uebereinander(alle: tuple[Seite, ...]) -> list[str]:
    """Pairs of words of one line that cover each other: the sign of a cell that runs over."""
    treffer = []
    for nummer, s in enumerate(alle, 1):
        zeilen: dict[int, list[Wort]] = {}
        for w in s.worte:
            if w.text.strip("·.…• ") and w.rechts - w.links > 1:
                zeilen.setdefault(round((w.oben + w.unten) / 4), []).append(w)
        for worte in zeilen.values():
            worte.sort(key=lambda w: w.links)
            for a, b in zip(worte, worte[1:], strict=False):
                hoehe = min(a.unten, b.unten) - max(a.oben, b.oben)
                if a.rechts - b.links > 1.5 and hoehe > 0.6 * min(a.unten - a.oben, b.unten - b.oben):
                    treffer.append(f"{nummer}: {a.text} | {b.text}")
    return treffer


def dokumente(ordner: Path) -> list[Path]:
    return sorted(ordner.rglob("*.pdf"))


def test_kein_wort_verlaesst_die_seite_und_keines_deckt_ein_anderes(
    gedruckt: Callable[[str], Path], stadt: str
) -> None:
    fehler = {d.name: f for d in dokumente(gedruckt(stadt)) if (f := ausserhalb(seiten(d)) + uebereinander(seiten(d)))}
    assert fehler == {}


def test_die_suche_nach_fehlern_findet_sie() -> None:
    links, mitte = Wort("a", 10, 100, 60, 110), Wort("b", 50, 100, 90, 110)
    seite = Seite(595, 842, (links, mitte))
    assert ausserhalb((seite,)) == ["1: a"]
    assert uebereinander((seite,)) == ["1: a | b"]


def test_jede_seite_nennt_ihre_nummer_und_die_letzte(gedruckt: Callable[[str], Path], stadt: str) -> None:
    for datei in dokumente(gedruckt(stadt)):
        alle = seiten(datei)
        mit_deckblatt = datei.stem.endswith(("-konzept", "-umsetzungsbericht"))
        for nummer, s in enumerate(alle, 1):
            gefunden = re.findall(r"Seite (\d+) von (\d+)", s.text)
            erwartet = [] if nummer == 1 and mit_deckblatt else [(str(nummer), str(len(alle)))]
            assert gefunden == erwartet, f"{datei.name}, Seite {nummer}"


Flaeche = tuple[float, float, float, float]


def flaechen(verweis: Any, hoehe: float) -> list[Flaeche]:
    """One rectangle a line of the link, measured from the top of the page."""
    zahlen = [float(z) for z in verweis.get("/QuadPoints", [])]
    if not zahlen:
        x0, y0, x1, y1 = (float(z) for z in verweis.Rect)
        zahlen = [x0, y0, x1, y1, x0, y1, x1, y0]
    vierecke = [zahlen[i : i + 8] for i in range(0, len(zahlen), 8)]
    return [(min(v[::2]) - 1, hoehe - max(v[1::2]), max(v[::2]) + 1, hoehe - min(v[1::2])) for v in vierecke]


def liegt_in(w: Wort, f: Flaeche) -> bool:
    return f[0] <= (w.links + w.rechts) / 2 <= f[2] and f[1] <= (w.oben + w.unten) / 2 <= f[3]


def verweise(datei: Path) -> Iterator[tuple[str, int]]:
    """(words under a link inside the document, page it leads to), one a line of the link."""
    alle = seiten(datei)
    with pikepdf.open(datei) as pdf:
        namen = pikepdf.NameTree(pdf.Root.Names.Dests)
        stellen = {p.objgen: nummer for nummer, p in enumerate(pdf.pages, 1)}
        for s, p in zip(alle, pdf.pages, strict=True):
            for a in p.get("/Annots", []):
                ziel = a.get("/Dest", a.get("/A", {}).get("/D"))
                if isinstance(ziel, pikepdf.String):
                    ziel = namen[str(ziel)]
                    ziel = ziel.get("/D") if isinstance(ziel, pikepdf.Dictionary) else ziel
                if a.get("/Subtype") != "/Link" or not isinstance(ziel, pikepdf.Array):
                    continue
                worte = [w.text for flaeche in flaechen(a, s.hoehe) for w in s.worte if liegt_in(w, flaeche)]
                yield " ".join(worte).replace("\u2060", ""), stellen[ziel[0].objgen]


@pytest.mark.parametrize("name", ["konzept", "umsetzungsbericht"])
def test_gedruckte_seitenzahlen_sind_die_seiten_auf_die_der_verweis_fuehrt(
    gedruckt: Callable[[str], Path], stadt: str, name: str
) -> None:
    im_text, im_verzeichnis = [], []
    for text, seite in verweise(druck(gedruckt(stadt), f"{name}.pdf")):
        if treffer := re.search(r"\(S\.\s?(\d+)\)", text):
            im_text.append((int(treffer[1]), seite))
        elif treffer := re.search(r"(?:\.\s?){4,}\s*(\d+)$", text):
            im_verzeichnis.append((int(treffer[1]), seite))
    assert len(im_text) > 5
    assert len(im_verzeichnis) > 5
    assert [p for p in im_text + im_verzeichnis if p[0] != p[1]] == []


def test_der_kopf_einer_langen_tabelle_wiederholt_sich(gedruckt: Callable[[str], Path]) -> None:
    alle = seiten(druck(gedruckt("echt"), "massnahmenmatrix-a4.pdf"))
    assert len(alle) > 4
    for nummer, s in enumerate(alle, 1):
        assert s.breite > s.hoehe
        assert "Nr. Maßnahme Herausforderung" in s.text or "Nr. Herausforderung Ziel" in s.text, nummer


def test_a3_ist_a3_und_ein_steckbrief_hat_hoechstens_zwei_seiten(gedruckt: Callable[[str], Path], stadt: str) -> None:
    ordner = gedruckt(stadt)
    assert {(round(s.breite), round(s.hoehe)) for s in seiten(druck(ordner, "massnahmenmatrix-a3.pdf"))} == {
        (1191, 842)
    }
    assert {len(seiten(d)) for d in (ordner / "steckbriefe").glob("*.pdf")} <= {1, 2}
