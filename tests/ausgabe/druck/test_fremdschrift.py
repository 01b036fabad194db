"""Words of another script are tagged with their language; German stays as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from ausgabe.druck.conftest import bau_von, seiten
from ausgabe.druck.geometrie import uebereinander
from ausgabe.druck.test_schlechte_eingabe import gesetzt, mit
from pikepdf import Pdf

from macros.ausgabe.druck.satz.fremdschrift import laeufe
from macros.ausgabe.druck.steckbrief import steckbrief


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("Nur Deutsch, é und 12 % 😀.", [("", "Nur Deutsch, é und 12 % 😀.")]),
        ("Treff العربية.", [("", "Treff "), ("ar", "العربية"), ("", ".")]),
        ("کوردیی ناوەندی", [("ckb", "کوردیی ناوەندی")]),
        ("فارسی گپ", [("fa", "فارسی گپ")]),
        ("ትግርኛ und አማርኛ", [("ti", "ትግርኛ"), ("", " und "), ("am", "አማርኛ")]),
        ("Київ – Москва", [("uk", "Київ"), ("", " – "), ("ru", "Москва")]),
        ("தமிழ்/ภาษาไทย", [("ta", "தமிழ்"), ("", "/"), ("th", "ภาษาไทย")]),
    ],
)
def test_jeder_lauf_hat_seine_sprache(text: str, erwartet: list[tuple[str, str]]) -> None:
    assert laeufe(text) == erwartet


def test_im_pdf_stehen_die_sprachen(tmp_path: Path) -> None:
    bau, m = mit(bau_von("musterstadt"), beschreibung="Treff العربية und ትግርኛ, தமிழ்.")
    with Pdf.open(gesetzt(bau, steckbrief(bau, m), tmp_path)) as pdf:
        inhalt = b"".join(seite.Contents.read_bytes() for seite in pdf.pages)
    assert set(re.findall(rb"/Lang\((.+?)\)", inhalt)) == {b"de-DE", b"ar", b"ti", b"ta"}


def test_eine_ziffer_im_kaestchen_steht_neben_dem_zeichen_davor(tmp_path: Path) -> None:
    bau, m = mit(bau_von("musterstadt"), beschreibung="Zuerst 👍🏽 1️⃣ dann.")
    datei = gesetzt(bau, steckbrief(bau, m), tmp_path)
    assert uebereinander(datei) == []
    worte = [w for s in seiten(datei) for w in s.worte]
    stelle = next(n for n, w in enumerate(worte) if w.text == "Zuerst")
    daumen, ziffer, danach = worte[stelle + 1 : stelle + 4]
    assert [daumen.text, ziffer.text, danach.text] == ["👍🏽", "1️⃣", "dann."]
    assert daumen.rechts < ziffer.links < ziffer.rechts < danach.links
