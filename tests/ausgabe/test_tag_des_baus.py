"""The day of a build changes nothing but „erstellt am“ and what is overdue: same data, same bytes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from ausgabe.druck.conftest import ADRESSE, lies_plan

from macros.ausgabe.bausteine.register import BAUSTEINE
from macros.ausgabe.druck.dokument import baum
from macros.ausgabe.druck.dokumente import DOKUMENTE, waehle
from macros.ausgabe.druck.satz.druckbaum import Druckbaum
from macros.ausgabe.druck.wunsch import Wunsch
from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.seiten.erzeugen import dateien, seiten
from macros.deutsch.kalender import tag_lang

# Between the two days nothing falls due: no term, and nothing that was looked up has to be looked up again.
TAGE = {"musterstadt": (date(2026, 6, 30), date(2026, 7, 2)), "echt": (date(2026, 12, 1), date(2028, 11, 1))}
ERSTELLT = re.compile(r'<span class="erstellt">Erstellt am [^<]*</span>')
VERZUG = re.compile(r'<span class="(?:klein )?verzug">[^<]*</span>')
"""Since how many days something is overdue: the one figure that grows by itself."""
AB = date(2026, 1, 1)
MIT_ZEITRAUM = ("umsetzungsbericht", "vorlage")


def _netz(bau: Bau) -> dict[str, str]:
    """Everything that the website consists of: pages, files, what hand-written pages show."""
    alles = {s.adresse: s.markdown for s in seiten(bau)}
    alles |= {d.adresse: str(d.inhalt) for d in dateien(bau)}
    alles |= {name: str(baustein(Kontext(bau, ""))) for name, baustein in BAUSTEINE.items()}
    return alles


def _druck(bau: Bau, name: str) -> list[Druckbaum]:
    """Documents as they are set, without the day they were made."""
    wunsch = Wunsch(waehle(bau, ()), AB)
    return [_ohne_tag(baum(bau, d), bau.stichtag) for d in DOKUMENTE[name](bau, wunsch)]


def _ohne_tag(b: Druckbaum, stichtag: date) -> Druckbaum:
    assert b.angaben == () or ("Erstellt am", tag_lang(stichtag)) in b.angaben
    assert "erstellt am" in b.fusszeile
    angaben = tuple((wort, wert) for wort, wert in b.angaben if wort != "Erstellt am")
    return replace(b, tag=AB, fusszeile="", angaben=angaben)


@pytest.mark.parametrize("stadt", TAGE)
def test_jede_seite_und_jede_datei_ist_an_einem_anderen_tag_dieselbe(stadt: str) -> None:
    eins, zwei = (_netz(Bau(lies_plan(stadt), tag, ADRESSE)) for tag in TAGE[stadt])
    assert {n for n in eins if ERSTELLT.search(eins[n])} == {"sammelmappe", "umsetzung"}
    ohne = [{n: VERZUG.sub("", ERSTELLT.sub("", text)) for n, text in netz.items()} for netz in (eins, zwei)]
    assert [n for n in eins if ohne[0][n] != ohne[1][n]] == []
    assert {n for n in eins if VERZUG.search(eins[n])} <= {"umsetzung"}


@pytest.mark.parametrize("stadt", TAGE)
@pytest.mark.parametrize("name", [n for n in DOKUMENTE if n not in MIT_ZEITRAUM])
def test_jedes_dokument_ist_an_einem_anderen_tag_dasselbe(stadt: str, name: str) -> None:
    eins, zwei = (_druck(Bau(lies_plan(stadt), tag, ADRESSE), name) for tag in TAGE[stadt])
    assert eins == zwei


@pytest.mark.parametrize("stadt", TAGE)
@pytest.mark.parametrize("name", MIT_ZEITRAUM)
def test_der_bericht_nennt_ausserdem_nur_das_ende_seiner_zeit(stadt: str, name: str) -> None:
    baeume = []
    for tag in TAGE[stadt]:
        (b,) = _druck(Bau(lies_plan(stadt), tag, ADRESSE), name)
        baeume.append(
            re.sub(r"klassen=\('verzug',\), anker='', sprache='', kinder=\([^)]*\)", "VERZUG", repr(b)).replace(
                tag_lang(tag), "HEUTE"
            )
        )
    assert baeume[0] == baeume[1]


def test_kein_zitat_sagt_wann_jemand_las(stichtag: date) -> None:
    for stadt in TAGE:
        netz = _netz(Bau(lies_plan(stadt), stichtag, ADRESSE))
        zitate = [z for seite in netz.values() for z in re.findall(r"<dt>So zitieren</dt><dd>(.*?)</dd>", seite, re.S)]
        assert zitate
        assert [z for z in zitate if "abgerufen" in z or tag_lang(stichtag) in z] == []


def test_das_zitat_nennt_den_tag_der_eintragung_wo_er_vermerkt_ist(stichtag: date) -> None:
    netz = _netz(Bau(lies_plan("musterstadt"), stichtag, ADRESSE))
    satz = "Zuletzt eingetragen am 20. November 2025."
    assert satz in netz["monitoring/beschaeftigte/"]
    assert "eingetragen am" not in netz["monitoring/bevoelkerung/"]


def test_das_zitat_einer_quote_nennt_beide_stichtage(stichtag: date) -> None:
    netz = _netz(Bau(lies_plan("musterstadt"), stichtag, ADRESSE))
    assert (
        ": Beschäftigungsquote, 30.06.2025 (Zähler: 30.06.2025; Nenner: 31.12.2024)."
        in netz["monitoring/beschaeftigungsquote/"]
    )
    assert ": Beschäftigte, 30.06.2025. " in netz["monitoring/beschaeftigte/"]
