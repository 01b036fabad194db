"""What the check lets through can be built: every field for free text holds a snippet, and everything is set whole.

A field that the model gets later takes part by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from ausgabe.druck.conftest import ADRESSE, DATEN, TAG
from pydantic import BaseModel
from stichprobe import stichprobe

from macros.ausgabe.druck.dokumente import schreibe_alle
from macros.ausgabe.kontext import Bau
from macros.ausgabe.seiten.erzeugen import seiten
from macros.laden.rohdaten import Rohwert
from macros.laden.yaml_streng import lies_yaml
from macros.modell.befund import hat_fehler
from macros.modell.felder import Feldart, felder
from macros.pruefung import pruefe_ordner
from macros.schreiben.formatieren import datendateien
from macros.schreiben.kanonisch import als_yaml

MERKWORT = "Merkwort"


class Schnipsel(NamedTuple):
    """A piece of text, and whether the check lets it through."""

    text: str
    geht: bool = True


SCHNIPSEL = {
    "emoji": Schnipsel("Merkwort 😀 ✅ 🇺🇦"),
    "arabisch": Schnipsel("Merkwort العربية"),
    "sorani": Schnipsel("Merkwort کوردیی ناوەندی"),
    "tigrinya": Schnipsel("Merkwort ትግርኛ"),
    "tamil-thai-hindi": Schnipsel("Merkwort தமிழ் ภาษาไทย हिन्दी"),
    "chinesisch": Schnipsel("Merkwort 中文", geht=False),
    "weiches-trennzeichen": Schnipsel("Merk\u00adwort"),
    "titel-abwaerts": Schnipsel("# Merkwort\n\nText\n\n### Zwei\n\nText\n\n# Drei\n\nText"),
    "titel-aufwaerts": Schnipsel("#### Merkwort\n\n### Zwei\n\n# Drei\n\nText"),
    "sprungmarke": Schnipsel("Merkwort [hier](#oben)", geht=False),
}


def gefuellt(wert: Rohwert, typ: type[BaseModel] | None, schnipsel: Schnipsel, art: Feldart | None = None) -> Rohwert:
    """A record whose fields for free text all end in the snippet."""
    if isinstance(wert, dict):
        modell = {f.name: f for f in felder(typ)} if typ else {}
        return {n: gefuellt(w, modell[n].satz, schnipsel, modell[n].art) if n in modell else w for n, w in wert.items()}
    if isinstance(wert, list):
        return [gefuellt(w, typ, schnipsel, art) for w in wert]
    if art is Feldart.TEXT:
        return f"{wert}\n\n{schnipsel.text}"
    return wert


def stadt_mit(schnipsel: Schnipsel, ziel: Path) -> Iterator[Path]:
    """Musterstadt with the snippet in all its texts; short versions in other languages are not printed and stay."""
    quelle = DATEN["musterstadt"]
    for datei, typ in datendateien(quelle):
        neu = ziel / datei.relative_to(quelle)
        neu.parent.mkdir(parents=True, exist_ok=True)
        daten = lies_yaml(datei.read_bytes(), datei.name).daten if typ else None
        if typ is None or not isinstance(daten, dict) or "sprachen" in datei.parts:
            neu.write_bytes(datei.read_bytes())
        else:
            voll = gefuellt(daten, typ, schnipsel)
            assert isinstance(voll, dict)
            neu.write_bytes(als_yaml(voll, typ).encode())
        yield neu


@pytest.mark.langsam
@pytest.mark.parametrize("name", stichprobe(SCHNIPSEL, 2))
def test_was_die_pruefung_durchlaesst_laesst_sich_bauen(name: str, tmp_path: Path) -> None:
    schnipsel = SCHNIPSEL[name]
    assert len(list(stadt_mit(schnipsel, tmp_path / "data"))) > 50
    plan, befunde = pruefe_ordner(tmp_path / "data", TAG)
    if not schnipsel.geht:
        assert hat_fehler(befunde)
        return
    assert [b for b in befunde if b.schwere == "fehler"] == []
    assert plan is not None
    bau = Bau(plan, TAG, ADRESSE)
    assert sum(MERKWORT in seite.inhalt for seite in seiten(bau)) > 40
    assert len(schreibe_alle(bau, tmp_path / "pdf")) > 10
