"""What a typographer winces at, measured on the pages: rows and lines left alone, captions that say the heading again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
import typst
from ausgabe.druck.conftest import Seite, Wort, bau_von, druck, knoten, lies_plan, seiten
from ausgabe.druck.zeilenseiten import seitenfolgen, tabellen, unter, verloren
from ausgabe.druck.zeilenseiten import zeilen as zeilen_von
from markupsafe import Markup
from saetze_bauen import indikator, plan_aus
from zahlen_bauen import kennzahl

from macros.ausgabe.diagramm.tabelle import zahlentabelle
from macros.ausgabe.druck.bericht import umsetzungsbericht
from macros.ausgabe.druck.dokument import Dokument, Teil, baum
from macros.ausgabe.druck.druckkontext import Druckkontext
from macros.ausgabe.druck.konzept import konzept
from macros.ausgabe.druck.matrix import massnahmenmatrix
from macros.ausgabe.druck.poster import poster
from macros.ausgabe.druck.satz.baumgang import texte
from macros.ausgabe.druck.satz.druckbaum import als_text
from macros.ausgabe.druck.satz.knoten import Bildblock, Drucktabelle, Sprung, Titel
from macros.ausgabe.druck.satz.setzen import setze
from macros.ausgabe.druck.steckbrief import steckbrief
from macros.ausgabe.kontext import Bau
from macros.sichten.reihen import reihe

MM = 72 / 25.4


def dokumente(ordner: Path) -> list[Path]:
    return sorted(ordner.rglob("*.pdf"))


def test_keine_tabellenzeile_steht_allein_auf_ihrer_seite(gedruckt: Callable[[str], Path], stadt: str) -> None:
    allein = {d.name: f for d in dokumente(gedruckt(stadt)) if (f := [s for t in seitenfolgen(d) for s in verloren(t)])}
    assert allein == {}


@pytest.mark.parametrize(
    ("folge", "seiten_mit_einer"),
    [
        ([(1, 1), (2, 2), (2, 2)], [1]),
        ([(1, 1), (1, 1), (2, 2)], [2]),
        ([(1, 1), (1, 1), (2, 2), (2, 2)], []),
        ([(1, 1), (1, 1), (1, 1)], []),
        ([(1, 2), (2, 2), (2, 2)], []),
    ],
)
def test_die_suche_findet_eine_verlorene_zeile(folge: list[tuple[int, int]], seiten_mit_einer: list[int]) -> None:
    assert verloren(folge) == seiten_mit_einer


def test_die_zeilen_kommen_aus_der_auszeichnung(tmp_path: Path) -> None:
    zeilen = ", ".join(f"[{n}]" for n in range(3))
    text = f"#set page(width: 50mm, height: 30mm, margin: 5mm)\n#table(columns: 1, rows: 9mm, {zeilen})"
    datei = tmp_path / "probe.pdf"
    datei.write_bytes(typst.compile(text.encode(), format="pdf"))
    assert list(seitenfolgen(datei)) == [[(1, 1), (1, 1), (2, 2)]]


def letzte_zeile(s: Seite) -> float:
    """How far down the text of a page reaches, as a share of the type area; the running foot left out."""
    unten = s.hoehe - 25 * MM
    return max((w.unten for w in s.worte if w.unten < unten + 6), default=0.0) / unten


def test_kein_steckbrief_traegt_nur_einige_zeilen_auf_eine_zweite_seite(
    gedruckt: Callable[[str], Path], stadt: str
) -> None:
    voll = {
        d.name: [round(letzte_zeile(s), 2) for s in seiten(d)] for d in (gedruckt(stadt) / "steckbriefe").glob("*.pdf")
    }
    assert {name: v for name, v in voll.items() if len(v) > 2 or (len(v) == 2 and v[1] < 0.3)} == {}
    zweiseitig = {"musterstadt": ["sprachtreffs"], "echt": ["interkulturelle-angebotsplanung"]}[stadt]
    assert [name.rpartition("steckbrief-")[2] for name, v in sorted(voll.items()) if len(v) > 1] == [
        f"{kennung}.pdf" for kennung in zweiseitig
    ]


def test_die_schrift_eines_steckbriefs_bleibt_lesbar(gedruckt: Callable[[str], Path], stadt: str) -> None:
    """A sheet with many lines is at most 14 percent smaller than one with few."""
    je = {
        d.name: max(w.unten - w.oben for s in seiten(d) for w in s.worte if w.text == "Sozialraumbezug")
        for d in (gedruckt(stadt) / "steckbriefe").glob("*.pdf")
    }
    assert min(je.values()) > 0.855 * max(je.values())


def alle_dokumente(stadt: str) -> Iterator[Dokument]:
    bau = bau_von(stadt)
    yield from (konzept(bau), umsetzungsbericht(bau, bau.massnahmen), poster(bau))
    yield from (massnahmenmatrix(bau, papier, bau.massnahmen) for papier in ("a3", "a4"))
    yield from (steckbrief(bau, m) for m in bau.massnahmen)


def worte(folge: object) -> str:
    """Letters and digits alone, small."""
    assert isinstance(folge, tuple)
    return re.sub(r"[^\w]", "", "".join(texte(folge)).replace("\u00ad", "")).lower()


def test_keine_beschriftung_sagt_die_ueberschrift_noch_einmal(stadt: str) -> None:
    doppelt = []
    for dokument in alle_dokumente(stadt):
        ueberschrift = ""
        for n in knoten(baum(bau_von(stadt), dokument).kinder, object):
            if isinstance(n, Titel):
                ueberschrift = worte(n.kinder)
            elif (
                isinstance(n, Drucktabelle)
                and n.titel
                and ueberschrift
                and ueberschrift in worte(n.titel)
                or isinstance(n, Bildblock)
                and n.titel
                and ueberschrift == worte(n.titel)
            ):
                doppelt.append((dokument.name, ueberschrift))
    assert doppelt == []


def test_kein_eintrag_verweist_auf_sich_selbst(stadt: str) -> None:
    selbst = [
        (dokument.name, n.anker)
        for dokument in alle_dokumente(stadt)
        for n in knoten(baum(bau_von(stadt), dokument).kinder, object)
        if getattr(n, "anker", "") and any(s.ziel == n.anker for s in knoten((n,), Sprung))  # type: ignore[attr-defined]
    ]
    assert selbst == []


def test_was_zu_mehreren_zeilen_gilt_steht_einmal_unter_der_tabelle(gedruckt: Callable[[str], Path]) -> None:
    """The five rows on housing share one note; it names them, and is as wide as the page."""
    text = " ".join(s.text for s in seiten(druck(gedruckt("echt"), "konzept.pdf")))
    assert text.count("WM-01, WM-02, WM-03, WM-04, WM-05 Nicht in den Listen der Workshops:") == 1
    je = [h.prioritaet_text for h in lies_plan("echt").herausforderungen.values() if h.id.startswith("wm-")]
    assert len(set(je)) == 1


def quellenabstaende(datei: Path) -> Iterator[tuple[str, float, float]]:
    """For each source line of a chart: its words, the room to what is above, and to what is below."""
    for s in seiten(datei):
        zeilen: dict[int, list[Wort]] = {}
        for w in s.worte:
            if w.oben > 20 * MM and w.unten < s.hoehe - 22 * MM:
                zeilen.setdefault(round(w.unten / 3), []).append(w)
        folge = [zeilen[k] for k in sorted(zeilen)]
        for i, z in enumerate(folge):
            anfang = min(z, key=lambda w: w.links)
            if re.fullmatch("Quellen?:", anfang.text) and 0 < i < len(folge) - 1:
                yield (
                    " ".join(w.text for w in z[:4]),
                    min(w.oben for w in z) - max(w.unten for w in folge[i - 1]),
                    min(w.oben for w in folge[i + 1]) - max(w.unten for w in z),
                )


def test_die_quelle_steht_naeher_an_ihrem_bild_als_am_naechsten(gedruckt: Callable[[str], Path]) -> None:
    gefunden = [a for a in quellenabstaende(druck(gedruckt("musterstadt"), "umsetzungsbericht.pdf")) if a[2] > 0]
    assert len(gefunden) >= 3
    assert [a for a in gefunden if a[1] > a[2]] == []


def fuenfzehn_jahre() -> Bau:
    """15 years of a population of five digits, in three groups."""
    gruppen = ["insgesamt", "deutsch", "ausländisch"]
    satz = indikator("menschen", dimensionen=[{"id": "pass", "name": "Pass", "auspraegungen": gruppen}])
    zahlen = tuple(
        kennzahl(f"{jahr}-12-31", 50000.0 + jahr + stelle, **{"pass": g})
        for jahr in range(2011, 2026)
        for stelle, g in enumerate(gruppen)
    )
    return replace(bau_von("musterstadt"), plan=plan_aus(satz, zahlen={"menschen": zahlen}))


def test_fuenfzehn_jahre_stehen_in_einer_tabelle_und_laufen_wie_im_bild() -> None:
    bau = fuenfzehn_jahre()
    tabelle = zahlentabelle(reihe(bau.plan, "menschen"), wie_im_bild=True)
    assert tabelle.spalten == tuple(str(jahr) for jahr in range(2011, 2026))
    assert tabelle.jeweils == "31. Dezember"
    html = Druckkontext(bau, "").rendere(
        "druck/indikator.html", i=bau.plan.indikatoren["menschen"], ebene=1, tabelle=tabelle, diagramme=[], inline=False
    )
    gesetzt = knoten(baum(bau_von("musterstadt"), Dokument("probe", "Probe", [Teil(html)])).kinder, Drucktabelle)
    assert [(len(t.breiten), t.schrift >= 6.5) for t in gesetzt] == [(16, True)]
    assert worte(gesetzt[0].titel) == "werteanzahljeweilsam31dezember"


def test_am_bildschirm_steht_das_neueste_zuerst() -> None:
    spalten = zahlentabelle(reihe(fuenfzehn_jahre().plan, "menschen")).spalten
    assert (spalten[0], spalten[-1]) == ("31.12.2025", "31.12.2011")


def test_die_kommas_der_entwicklung_stehen_untereinander(gedruckt: Callable[[str], Path]) -> None:
    """„29.810“ ends where the comma of „38,4“ stands: as much further left as a comma and a digit of 9 points need."""
    alle = seiten(druck(gedruckt("musterstadt"), "umsetzungsbericht.pdf"))
    ende: dict[str, float] = {}
    for w in (w for s in alle if "früher zuletzt jetzt" in s.text for w in s.worte):
        ende.setdefault(w.text, w.rechts)
    for ganze, mit_stelle in (("29.810", "38,4"), ("30.412", "38,5"), ("+106", "+0,6")):
        assert ende[mit_stelle] - ende[ganze] == pytest.approx(0.746 * 9, abs=0.2), (ganze, mit_stelle)


def test_was_die_staende_und_ampeln_heissen_steht_dabei(gedruckt: Callable[[str], Path]) -> None:
    for name in ("umsetzungsbericht.pdf", "massnahmenmatrix-a4.pdf", "massnahmenmatrix-a3.pdf"):
        text = " ".join(s.text for s in seiten(druck(gedruckt("musterstadt"), name)))
        assert "Ampel: gefährdet Der Plan ist in Gefahr" in text, name
        assert "Über die Maßnahme liegt" in text, name


def test_eine_zelle_die_zeilen_zusammenhaelt_steht_nicht_in_der_auszeichnung(tmp_path: Path) -> None:
    zeilen = "".join(f"<tr><th scope='row'>{n}</th><td>{'Wort ' * 60}</td></tr>" for n in range(40))
    html = f"<table data-breiten='14mm 1fr'><thead><tr><th>Nr.</th><th>Text</th></tr></thead><tbody>{zeilen}</tbody></table>"
    b = baum(bau_von("musterstadt"), Dokument("probe", "Probe", [Teil(Markup(html))]))
    (tabelle,) = knoten(b.kinder, Drucktabelle)
    assert tabelle.paare
    assert [z.klammer for z in tabelle.zeilen][:3] + [z.klammer for z in tabelle.zeilen][-3:] == [2, 0, 1, 1, 2, 0]
    datei = tmp_path / "probe.pdf"
    datei.write_bytes(setze(als_text(b)))
    with pikepdf.open(datei) as pdf:
        (t,) = tabellen(pdf.Root.StructTreeRoot)
        assert {len([z for z in unter(zeile) if str(z.S) in ("/TH", "/TD")]) for zeile in zeilen_von(t)} == {2}
