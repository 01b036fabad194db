"""The editing surface in a browser, before a forge that is no real one: a report is added, and the commit passes the check."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from browser.forge import Forge
from browser.forge_gitlab import ADRESSE, ForgeGitLab

from macros.ausgabe.bearbeiten.seite import bearbeitungsseite
from macros.ausgabe.kontext import Bau
from macros.modell.auswahlen import Forge as Ablage
from macros.modell.plan import Plan
from macros.pruefung import pruefe_ordner
from macros.schreiben.formatieren import formatiere
from scripts.browser import liefere

pytestmark = [pytest.mark.browser, pytest.mark.nur_chromium("what a page sends cannot be read")]
HAUS = Path(__file__).parents[2]
STICHTAG = date(2026, 6, 30)


@pytest.fixture
def wurzel(plan: Plan, tmp_path: Path) -> Iterator[str]:
    """The page alone, for a town whose data lie at GitHub."""
    yield from seite_fuer(plan, tmp_path, repository="https://github.com/stadt/konzept", forge=None)


def seite_fuer(plan: Plan, tmp_path: Path, **ablage: object) -> Iterator[str]:
    """The address under which the page alone is served, for a town with its data elsewhere."""
    stadt = plan.gemeinde.model_copy(update=ablage)
    for datei in bearbeitungsseite(Bau(replace(plan, gemeinde=stadt), STICHTAG)):
        ziel = tmp_path / "seite" / datei.adresse
        ziel.parent.mkdir(parents=True, exist_ok=True)
        ziel.write_text(str(datei.inhalt), "utf-8")
    shutil.copytree(HAUS / "docs/assets/sveltia", tmp_path / "seite/assets/sveltia")
    with liefere(tmp_path / "seite") as adresse:
        yield adresse.rstrip("/")


@pytest.fixture
def kontext(browser: Any) -> Iterator[Any]:
    neu = browser.new_context(viewport={"width": 1280, "height": 900}, locale="de-DE")
    yield neu
    neu.close()


def melde_an(kontext: Any, wurzel: str, forge: Forge) -> Any:
    """The list of measures, signed in by a token."""
    blatt = kontext.new_page()
    kontext.route("https://api.github.com/**", forge.antworte)
    blatt.goto(f"{wurzel}/redaktion/bearbeiten/")
    blatt.get_by_role("button", name=re.compile("Zugriffstoken")).click()
    blatt.get_by_role("textbox").first.fill("ein-zeichen-ohne-wert")
    blatt.keyboard.press("Enter")
    blatt.get_by_text("Maßnahmen", exact=True).first.wait_for()
    return blatt


def berichte(blatt: Any, wurzel: str, forge: Any) -> None:
    """Adds a report to a measure and saves it."""
    blatt.goto(f"{wurzel}/redaktion/bearbeiten/#/collections/massnahmen/entries/sprachtreffs")
    blatt.get_by_text("Kurztext", exact=True).first.wait_for()
    knopf = blatt.get_by_role("button", name=re.compile("Sachstand.* hinzufügen"))
    blatt.mouse.move(600, 600)
    for _ in range(60):
        if knopf.count():
            break
        blatt.mouse.wheel(0, 500)
        blatt.wait_for_timeout(100)
    knopf.click()
    feld = blatt.locator('[data-key-path="sachstaende.3.datum"]')
    feld.locator("input").first.fill("2026-06-15")
    blatt.locator('[data-key-path="sachstaende.3.stand"]').get_by_role("combobox").first.click()
    blatt.get_by_role("option", name="in Umsetzung", exact=True).click()
    blatt.locator('[data-key-path="sachstaende.3.text"]').locator("textarea").fill("Der dritte Treff ist offen.")
    blatt.get_by_role("button", name="Speichern").first.click()
    for _ in range(60):
        if forge.vorschlaege:
            break
        blatt.wait_for_timeout(100)


def pruefe_den_bericht(geschrieben: dict[str, str], daten: Path) -> None:
    """The one file that was written passes the check, and differs from before, once formatted, by the report alone."""
    [(pfad, text)] = geschrieben.items()
    assert pfad == "data/massnahmen/sprachtreffs.yaml"
    datei = daten / "massnahmen/sprachtreffs.yaml"
    vorher = datei.read_text("utf-8")
    datei.write_text(text, "utf-8")
    _, befunde = pruefe_ordner(daten, STICHTAG)
    assert befunde == []
    neu, _ = formatiere(daten)
    assert set(neu) == {datei}, "the number stands without quotes; the workflow brings it to form"
    bericht = "  - datum: 2026-06-15\n    stand: in_umsetzung\n    text: Der dritte Treff ist offen.\n"
    assert neu[datei] == vorher.replace("anmerkungen:\n", f"{bericht}anmerkungen:\n", 1)


def test_ein_bericht_wird_zum_vorschlag_und_besteht_die_pruefung(kontext: Any, wurzel: str, daten: Path) -> None:
    forge = Forge(daten)
    berichte(melde_an(kontext, wurzel, forge), wurzel, forge)
    assert forge.zweige == ["refs/heads/cms/massnahmen/sprachtreffs"]
    assert [(v["base"], v["head"]) for v in forge.vorschlaege] == [("main", "cms/massnahmen/sprachtreffs")]
    pruefe_den_bericht(forge.geschrieben, daten)


def test_die_seite_ist_deutsch_und_fragt_nur_sich_selbst_und_die_forge(kontext: Any, wurzel: str, daten: Path) -> None:
    """What it asks elsewhere, its status page, the policy stops before anything leaves the browser."""
    gefragt: list[str] = []
    gestoppt: list[str] = []
    kontext.on("request", lambda r: gefragt.append(r.url))
    kontext.on("requestfailed", lambda r: gestoppt.append(r.url))
    blatt = melde_an(kontext, wurzel, Forge(daten))
    blatt.wait_for_timeout(500)
    fremd = {u for u in gefragt if not u.startswith((wurzel, "https://api.github.com/", "blob:", "data:"))}
    assert fremd <= set(gestoppt), "nothing else leaves the browser"
    assert {re.sub(r"(https://[^/]+).*", r"\1", u) for u in fremd} <= {"https://www.githubstatus.com"}
    assert blatt.get_by_text("Sammlungen", exact=True).count() >= 1


def test_ohne_script_steht_da_wie_es_sonst_geht(browser: Any, wurzel: str) -> None:
    kontext = browser.new_context(java_script_enabled=False)
    blatt = kontext.new_page()
    blatt.goto(f"{wurzel}/redaktion/bearbeiten/")
    assert "Formular, Excel oder Datei" in blatt.inner_text("body")
    kontext.close()


def test_bei_gitlab_meldet_man_sich_ohne_geheimnis_an_und_es_entsteht_dasselbe(
    browser: Any, plan: Plan, tmp_path: Path, daten: Path
) -> None:
    """PKCE: the page keeps no secret, and proves with the verifier that it is the page that asked."""
    forge = ForgeGitLab(daten)
    kontext = browser.new_context(viewport={"width": 1280, "height": 900}, locale="de-DE")
    kontext.route(f"{ADRESSE}/**", forge.antworte)
    ort = {"repository": f"{ADRESSE}/stadt/konzept", "forge": Ablage.GITLAB, "anmeldung": "0123456789abcdef"}
    for wurzel in seite_fuer(plan, tmp_path, **ort):
        blatt = kontext.new_page()
        blatt.goto(f"{wurzel}/redaktion/bearbeiten/")
        blatt.get_by_role("button", name=re.compile("GitLab")).click()
        blatt.get_by_text("Maßnahmen", exact=True).first.wait_for()
        [frage] = forge.anmeldungen
        assert (frage["client_id"], frage["code_challenge_method"]) == ("0123456789abcdef", "S256")
        assert "client_secret" not in frage
        assert forge.belegt
        berichte(blatt, wurzel, forge)
    kontext.close()
    [commit] = forge.commits
    assert (commit["branch"], commit["start_branch"]) == ("cms/massnahmen/sprachtreffs", "main")
    [vorschlag] = forge.vorschlaege
    assert (vorschlag["source_branch"], vorschlag["target_branch"]) == ("cms/massnahmen/sprachtreffs", "main")
    pruefe_den_bericht(forge.geschrieben, daten)
