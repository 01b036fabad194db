"""An edition in preparation has its own pages, says so on each, and changes nothing that counts, lists or is set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from macros.ausgabe.bausteine.register import BAUSTEINE
from macros.ausgabe.druck.dokument import baum
from macros.ausgabe.druck.dokumente import DOKUMENTE, waehle
from macros.ausgabe.druck.wunsch import Wunsch
from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.seite import Seite
from macros.ausgabe.seiten.erzeugen import dateien, seiten
from macros.ausgabe.seiten.theme_werte import rahmen
from macros.ausgabe.suche.eintraege import eintraege
from macros.befehle.konzept import main as konzept
from macros.modell.plan import Plan
from macros.pruefung import pruefe_ordner
from macros.sichten.faellig import faelliges

ADRESSE = "https://example.org/konzept/"
NEU = ["--setze", "id=2027", "--setze", "titel=Integrationskonzept 2027", "--setze", "jahr=2027"]


@pytest.fixture
def mit_entwurf(daten: Path, stichtag: date) -> Plan:
    """Musterstadt with an edition begun as the handbook says, and one more challenge in it."""
    tag = ["--daten", str(daten), "--stichtag", stichtag.isoformat()]
    assert konzept(["neu", "fassung", *NEU, "--setze", "vorgaenger=2025", "--fortfuehren", *tag]) == 0
    davor = (daten / "herausforderungen/aw-01.yaml").read_text()
    neue = davor.replace("id: aw-01", "id: aw-09-2027").replace("fassung: '2025'", "fassung: '2027'")
    (daten / "herausforderungen/aw-09-2027.yaml").write_text(neue.replace("nummer: 1\n", "nummer: 9\n"))
    plan, befunde = pruefe_ordner(daten, stichtag)
    assert befunde == []
    assert plan is not None
    return plan


@pytest.fixture
def vorher(plan: Plan, stichtag: date) -> Bau:
    return Bau.am(plan, stichtag, ADRESSE)


@pytest.fixture
def nachher(mit_entwurf: Plan, stichtag: date) -> Bau:
    return Bau.am(mit_entwurf, stichtag, ADRESSE)


def je_adresse(bau: Bau) -> dict[str, Seite]:
    return {s.adresse: s for s in seiten(bau)}


def test_keine_seite_von_heute_aendert_sich(vorher: Bau, nachher: Bau) -> None:
    alte, neue = je_adresse(vorher), je_adresse(nachher)
    assert {a: s.markdown for a, s in neue.items() if a in alte} == {a: s.markdown for a, s in alte.items()}


def test_die_eigenen_seiten_sagen_dass_die_fassung_in_vorbereitung_ist(vorher: Bau, nachher: Bau) -> None:
    alte, neue = je_adresse(vorher), je_adresse(nachher)
    eigene = [s for a, s in neue.items() if a not in alte]
    assert {"massnahmen/sprachtreffs-2027/", "herausforderungen/aw-09-2027/"} < {s.adresse for s in eigene}
    for s in eigene:
        assert "<strong>In Vorbereitung.</strong>" in s.inhalt
        assert 'In Kraft ist <a href="../../fassungen/#2025">Integrationskonzept 2025</a>.' in s.inhalt
        assert "in Vorbereitung" in s.titel
        assert s.kopf["fassung"] == "Integrationskonzept 2027 (in Vorbereitung)"
        assert "pdf/steckbriefe" not in s.inhalt, "no sheet is set for it"
        assert "überfällig" not in s.inhalt, "nothing is due before it is in force"


@pytest.mark.parametrize("name", sorted(set(BAUSTEINE) - {"fassungen"}))
def test_keine_liste_und_keine_zahl_aendert_sich(vorher: Bau, nachher: Bau, name: str) -> None:
    alt, neu = (BAUSTEINE[name](Kontext(bau, "irgendwo/")) for bau in (vorher, nachher))
    assert neu == alt


def test_die_seite_der_fassungen_fuehrt_zu_ihr(nachher: Bau) -> None:
    html = str(BAUSTEINE["fassungen"](Kontext(nachher, "fassungen/")))
    assert html.index("Integrationskonzept 2027") < html.index("Integrationskonzept 2025")
    assert "Diese Fassung zählt noch nirgends mit. Ein Beschluss ist noch nicht eingetragen." in html
    assert 'href="../massnahmen/sprachtreffs-2027/"' in html
    assert "Vergleich: Integrationskonzept 2025 und Integrationskonzept 2027" in html


def test_keine_datei_aendert_sich(vorher: Bau, nachher: Bau) -> None:
    alte, neue = ({d.adresse: d.inhalt for d in dateien(bau)} for bau in (vorher, nachher))
    assert neue == alte
    assert {"aenderungen/feed.xml", "daten/massnahmen.csv", "sammelmappe/blaetter.json"} < set(neue)


def test_kein_dokument_aendert_sich(vorher: Bau, nachher: Bau) -> None:
    def baeume(bau: Bau) -> Iterator[object]:
        for ersteller in DOKUMENTE.values():
            for dokument in ersteller(bau, Wunsch(waehle(bau, ()))):
                yield baum(bau, dokument)

    assert list(baeume(nachher)) == list(baeume(vorher))


def test_rahmen_suche_erinnerung_und_pruefsumme_bleiben(vorher: Bau, nachher: Bau) -> None:
    assert rahmen(nachher) == rahmen(vorher)
    assert nachher.pruefsumme == vorher.pruefsumme
    fertig = {
        f"{a}index.html": f'<article class="md-content__inner"><h1>{a}</h1>x</article>' for a in je_adresse(nachher)
    }
    gefunden = {e.ziel for e in eintraege(fertig, nachher)}
    assert "massnahmen/sprachtreffs/" in gefunden
    assert not any("2027" in ziel for ziel in gefunden)
    assert faelliges(nachher.plan, nachher.stichtag) == faelliges(vorher.plan, vorher.stichtag)


def test_die_excel_mappe_bleibt(
    musterstadt: Path, daten: Path, mit_entwurf: Plan, stichtag: date, tmp_path: Path
) -> None:
    from schreiben.mappen import Buch

    blaetter = []
    for nummer, ordner in enumerate((musterstadt, daten)):
        datei = tmp_path / f"{nummer}.xlsx"
        assert konzept(["excel", "export", str(datei), "--daten", str(ordner), "--stichtag", stichtag.isoformat()]) == 0
        mappe = Buch(datei).mappe
        blaetter.append({b.title: [[z.value for z in reihe] for reihe in b.iter_rows()] for b in mappe})
    assert blaetter[0] == blaetter[1]


def test_mit_dem_beschluss_zaehlt_sie(mit_entwurf: Plan, stichtag: date) -> None:
    beschlossen = mit_entwurf.fassungen["2027"].model_copy(update={"beschlossen_am": stichtag})
    plan = replace(mit_entwurf, fassungen={**mit_entwurf.fassungen, "2027": beschlossen})
    bau = Bau.am(plan, stichtag, ADRESSE)
    assert bau.fassung == beschlossen
    assert "sprachtreffs-2027" in {m.id for m in bau.massnahmen}
    (seite,) = (s for s in seiten(bau) if s.adresse == "massnahmen/sprachtreffs/")
    assert "Das steht in einer früheren Fassung" in seite.inhalt
    assert seite.titel == "3.1.1 Sprachtreffs in den Stadtteilen (Maßnahme, Integrationskonzept 2025)"


def test_suchmaschinen_sollen_entwuerfe_nicht_zeigen(mit_entwurf: Plan, stichtag: date) -> None:
    bau = Bau.am(mit_entwurf, stichtag, ADRESSE)
    markiert = {s.adresse for s in seiten(bau) if s.kopf.get("vorbereitet")}
    assert "herausforderungen/aw-09-2027/" in markiert and "massnahmen/sprachtreffs-2027/" in markiert
    assert all("2027" in adresse for adresse in markiert)
    thema = Path(__file__).parents[2] / "macros/ausgabe/thema"
    assert '<meta name="robots" content="noindex">' in (thema / "main.html").read_text()
    assert "not file.page.meta.vorbereitet" in (thema / "sitemap.xml").read_text()
