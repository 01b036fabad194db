"""The words that the index adds to a page: what people type, not only what stands there."""

from __future__ import annotations

import base64
from datetime import date
from pathlib import Path

import pytest

from macros.ausgabe.kontext import Bau
from macros.ausgabe.suche.eintraege import Eintrag, art, aus_seite, eintraege, fliesstext, worte_der_adresse
from macros.ausgabe.suche.indexdienst import Suchfehler, indexiere
from macros.ausgabe.suche.verzeichnis import (
    EINSTELLUNG,
    MARKE,
    Wortschatz,
    baue_suche,
    fuer_suche,
    suchworte,
    titel,
    woerter,
)
from macros.modell.plan import Plan

SEITE = '<html><body><nav>Menü</nav><article class="md-content__inner md-typeset"><h1>Lots*innen &amp; mehr<a class="headerlink" href="#x">#</a></h1><p>Hausaufgabenhilfe</p><script>var x = 1</script></article></body></html>'
SCHATZ = Wortschatz(["Die Aufgaben im Haus", "eine Hilfe", "Organisation", "Migrant*innen", "Rassismus"])


@pytest.fixture(scope="module")
def bau(plan: Plan, stichtag: date) -> Bau:
    return Bau.am(plan, stichtag, None)


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
    eintrag = aus_seite("massnahmen/x/index.html", SEITE)
    assert eintrag
    text = fliesstext(eintrag.inhalt)
    assert "Hausaufgabenhilfe" in text and "Menü" not in text and "var x" not in text


def test_die_seite_fuer_den_index_traegt_titel_art_und_zusatzworte() -> None:
    eintrag = aus_seite("massnahmen/x/index.html", SEITE)
    assert eintrag
    seite = fuer_suche(eintrag, SCHATZ, [])
    assert 'data-titel="Lots*innen &amp; mehr"' in seite
    assert 'data-art="Maßnahme"' in seite
    assert f"{MARKE} lotsinnen" in seite


def test_namen_stehen_vor_den_worten_des_textes() -> None:
    eintrag = Eintrag("glossar/#kind", "Kind", "Begriff", "<p>Hausaufgabenhilfe</p>", ("Kinder",))
    gelesen, namen, sonst = fliesstext(fuer_suche(eintrag, SCHATZ, [])).split(MARKE)
    assert "Hausaufgabenhilfe" in gelesen and "Kinder" in namen and "aufgabenhilfe" in sonst
    leer = Eintrag("x/", "", "Seite", "<p>Text</p>")
    assert fuer_suche(leer, SCHATZ, []).count(MARKE) == 2


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


def test_titel_stehen_nach_gewicht_und_jeder_andere_name_einmal() -> None:
    alle = [
        Eintrag("ueber/", "Über uns", "Seite", ""),
        Eintrag("leer/", "", "Seite", ""),
        Eintrag("massnahmen/treff/", "Sprachtreff", "Maßnahme", "", ("Treffpunkt für Sprache", "sprachtreff")),
    ]
    assert titel(alle) == [
        ("massnahmen/treff/", "Sprachtreff", "Maßnahme", "Treffpunkt für Sprache"),
        ("ueber/", "Über uns", "Seite", ""),
    ]


def test_was_die_kennung_sagt_wird_gefunden() -> None:
    eintrag = aus_seite("monitoring/umfrage-alter-2022/index.html", SEITE)
    assert eintrag and eintrag.auch == ("umfrage", "alter")
    assert worte_der_adresse("") == worte_der_adresse("sprachen/en/") == ()


def test_alltagsworte_werden_gefunden_und_stehen_nicht_im_text(bau: Bau) -> None:
    """„Nachhilfe“ stands in no text of the measure, only among its `suchworte`."""
    alle = {e.ziel: e for e in eintraege({"massnahmen/lernpatenschaften/index.html": SEITE}, bau)}
    eintrag = alle["massnahmen/lernpatenschaften/"]
    assert eintrag.auch[:2] == ("Nachhilfe", "Hausaufgaben")
    assert "Nachhilfe" not in eintrag.inhalt
    vor_der_marke, _, dahinter = fuer_suche(eintrag, Wortschatz([]), []).partition(MARKE)
    assert "Nachhilfe" not in vor_der_marke and "Nachhilfe" in dahinter


def test_jeder_begriff_ist_ein_treffer_an_seiner_stelle(bau: Bau) -> None:
    gefunden = {e.ziel: e for e in eintraege({}, bau)}
    mso = gefunden["glossar/#mso"]
    assert (mso.titel, mso.art) == ("MSO (Migrant*innenselbstorganisation)", "Begriff")
    assert mso.inhalt.startswith("<p>Ein Verein") and "MSOs" in mso.auch
    assert {f"glossar/#{k}" for k in bau.plan.glossar} | {f"quellen/#{k}" for k in bau.plan.quellen} == set(gefunden)


def test_die_datei_im_index_laesst_die_stelle_erkennen() -> None:
    assert Eintrag("glossar/#mso", "", "", "").datei == "glossar/mso.html"
    assert Eintrag("massnahmen/x/", "", "", "").datei == "massnahmen/x/index.html"
    assert Eintrag("", "", "", "").datei == "index.html"


def test_die_liste_selbst_wiederholt_ihre_eintraege_nicht() -> None:
    seite = SEITE.replace("<p>Hausaufgabenhilfe</p>", "<p>Vorspann</p><dl><div>Erklärung</div></dl>")
    glossar, andere = aus_seite("glossar/index.html", seite), aus_seite("akteure/index.html", seite)
    assert glossar and andere
    assert "Vorspann" in glossar.inhalt and "Erklärung" not in glossar.inhalt
    assert "Erklärung" in andere.inhalt


def test_erzeugte_listen_und_fehlerseiten_sind_keine_treffer(bau: Bau) -> None:
    wege = ("404.html", "umsetzung/x/index.html", "umsetzung/index.html", "index.html")
    ziele = [e.ziel for e in eintraege(dict.fromkeys(wege, SEITE), bau)]
    assert ziele[:2] == ["umsetzung/", ""]


def test_ohne_verzeichnis_wird_nicht_gebaut(bau: Bau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pagefind.service.get_executable", lambda: tmp_path / "fehlt")
    with pytest.raises(Suchfehler, match="Verzeichnis für die Suche"):
        baue_suche(tmp_path, bau)


def dienst(ordner: Path, zeilen: str) -> Path:
    """A programme in place of the one that makes the index."""
    (programm := ordner / "dienst").write_text(f"#!/bin/sh\n{zeilen}\n", "utf-8")
    programm.chmod(0o755)
    return programm


def test_ein_index_der_abbricht_wird_gemeldet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pagefind.service.get_executable", lambda: dienst(tmp_path, "exit 0"))
    with pytest.raises(Suchfehler, match="Suche ließ sich nicht anlegen"):
        indexiere({"a.html": SEITE}, EINSTELLUNG)


def test_was_der_index_nicht_annimmt_wird_mit_seinen_worten_gemeldet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    antwort = base64.b64encode(b'{"message_id": 1, "payload": {"type": "Error", "message": "zu viel"}}').decode()
    monkeypatch.setattr("pagefind.service.get_executable", lambda: dienst(tmp_path, f"printf '{antwort},'; cat"))
    with pytest.raises(Suchfehler, match="nicht anlegen: zu viel"):
        indexiere({"a.html": SEITE}, EINSTELLUNG)


def test_auf_einen_index_der_nicht_kommt_wird_nicht_ewig_gewartet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pagefind.service.get_executable", lambda: dienst(tmp_path, "exec sleep 60"))
    monkeypatch.setattr("macros.ausgabe.suche.indexdienst.GEDULD", 0.1)
    with pytest.raises(Suchfehler, match="brach ab"):
        indexiere({"a.html": SEITE}, EINSTELLUNG)


def test_die_reihenfolge_im_ordner_aendert_den_index_nicht(
    bau: Bau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every file system lists a folder in its own order."""
    seiten = {f"akteure/{n}/index.html": SEITE.replace("Hausaufgabenhilfe", f"Wort{n}") for n in range(40)}
    (tmp_path / "arbeitsordner").mkdir()
    monkeypatch.chdir(tmp_path / "arbeitsordner")
    rglob = Path.rglob
    for name, ordnung in (("eins", sorted), ("zwei", lambda p: sorted(p, reverse=True))):
        for datei, html in seiten.items():
            (tmp_path / name / datei).parent.mkdir(parents=True)
            (tmp_path / name / datei).write_text(html, "utf-8")
        monkeypatch.setattr(Path, "rglob", lambda p, m, o=ordnung: o(rglob(p, m)))
        baue_suche(tmp_path / name, bau)
    assert list((tmp_path / "arbeitsordner").iterdir()) == []  # nothing but the site is written
    monkeypatch.undo()
    einer, anderer = (
        {
            p.relative_to(tmp_path / n).as_posix(): p.read_bytes()
            for p in (tmp_path / n / "pagefind").rglob("*")
            if p.is_file()
        }
        for n in ("eins", "zwei")
    )
    assert {n.replace("eins", "zwei") for n in einer} == set(anderer)
    assert list(einer.values()) == [anderer[n] for n in einer]
