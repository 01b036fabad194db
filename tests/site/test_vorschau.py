"""The preview has what the published site has, follows every change, and goes on when something is wrong."""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError

import pytest
from gebaut import MUSTERSTADT, WURZEL

GEDULD = 60
"""Seconds that a busy machine may take; nothing here measures time."""
MASSNAHME = "massnahmen/strassenfeste"


@dataclass
class Vorschau:
    """A running preview, its data, and what it has said so far."""

    lauf: subprocess.Popen[bytes]
    adresse: str
    daten: Path
    ausgabe: Path

    def hole(self, weg: str) -> bytes:
        with urllib.request.urlopen(self.adresse + weg, timeout=GEDULD) as antwort:
            return bytes(antwort.read())

    def sagt(self) -> str:
        return self.ausgabe.read_text("utf-8")

    def warte(self, auf: Callable[[], bool]) -> None:
        ende = time.monotonic() + GEDULD
        while not auf():
            assert self.lauf.poll() is None and time.monotonic() < ende, self.sagt()
            time.sleep(0.2)

    def aendere(self, alt: str, neu: str) -> None:
        datei = self.daten / f"{MASSNAHME}.yaml"
        text = datei.read_text("utf-8")
        assert alt in text
        datei.write_text(text.replace(alt, neu, 1), "utf-8")


def _freier_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


MIT_DRUCKFEHLER = """
import sys
from macros.ausgabe.druck.satz.knoten import Druckfehler
from macros.befehle import druckerei, vorschau
from macros.befehle.konzept import main
echt = druckerei.schreibe_alle
def schreibe_alle(bau, ordner):
    if "Ersatzwort" in str(bau.plan.massnahmen["strassenfeste"]):
        raise Druckfehler("Setzen misslungen.")
    return echt(bau, ordner)
druckerei.schreibe_alle = schreibe_alle
if __name__ == "__main__":
    sys.exit(main())
"""
"""The command itself, but one word stops the print editions: nothing that passes the check should do that any more."""


@pytest.fixture
def vorschau(tmp_path: Path) -> Iterator[Vorschau]:
    daten = Path(shutil.copytree(MUSTERSTADT, tmp_path / "daten"))
    port, ausgabe = _freier_port(), tmp_path / "ausgabe.txt"
    with ausgabe.open("wb") as datei:
        befehl = [sys.executable, "-c", MIT_DRUCKFEHLER, "vorschau", "--daten", str(daten), "--port", str(port)]
        lauf = subprocess.Popen(befehl, cwd=WURZEL, stdout=datei, stderr=subprocess.STDOUT)
        try:
            v = Vorschau(lauf, f"http://127.0.0.1:{port}/", daten, ausgabe)
            v.warte(lambda: "Strg+C" in v.sagt())
            yield v
        finally:
            lauf.terminate()
            assert lauf.wait(GEDULD) == 0
    assert "Traceback" not in v.sagt(), v.sagt()


@pytest.mark.langsam
def test_die_vorschau_ist_die_ganze_website(vorschau: Vorschau) -> None:
    start = vorschau.hole("").decode()
    assert "Musterstadt" in start
    skripte = re.findall(r"<script(.*?)>(.*?)</script>", start)
    assert [text for _, text in skripte] == [""] * len(skripte), "the page's own policy allows no other"
    [nachladen] = [
        re.search(r"/(livereload\.js\?\d+)", angaben)[1] for angaben, _ in skripte if "livereload" in angaben
    ]
    assert b"location.reload" in vorschau.hole(nachladen)
    assert json.loads(vorschau.hole("pagefind/pagefind-entry.json"))["languages"]["de"]["page_count"] > 50
    assert vorschau.hole("pdf/integrationskonzept-musterstadt-konzept.pdf").startswith(b"%PDF")
    assert vorschau.hole("pdf/integrationskonzept-musterstadt-umsetzungsbericht.docx").startswith(b"PK")
    fremd = urllib.request.Request(vorschau.adresse, headers={"Host": "fremd.example"})
    with pytest.raises(HTTPError, match="403"):
        urllib.request.urlopen(fremd, timeout=GEDULD)


@pytest.mark.langsam
def test_sie_folgt_jeder_aenderung_und_ueberlebt_fehler(vorschau: Vorschau) -> None:
    vorher = vorschau.hole("pdf/steckbriefe/integrationskonzept-musterstadt-steckbrief-strassenfeste.pdf")

    vorschau.aendere("Nachbar*innen feiern", "Probewort und Nachbar*innen feiern")
    vorschau.warte(lambda: b"Probewort" in vorschau.hole(f"{MASSNAHME}/"))
    nachher = vorschau.hole("pdf/steckbriefe/integrationskonzept-musterstadt-steckbrief-strassenfeste.pdf")
    assert nachher.startswith(b"%PDF") and nachher != vorher

    vorschau.aendere("titel:", "titell:")
    vorschau.warte(lambda: "massnahmen/strassenfeste.yaml:3: " in vorschau.sagt())
    assert b"Probewort" in vorschau.hole(f"{MASSNAHME}/")
    assert vorschau.hole("pdf/steckbriefe/integrationskonzept-musterstadt-steckbrief-strassenfeste.pdf") == nachher

    vorschau.aendere("titell:", "titel:")
    vorschau.aendere("Probewort", "\U00013000")
    vorschau.warte(lambda: "U+13000" in vorschau.sagt())
    assert b"Probewort" in vorschau.hole(f"{MASSNAHME}/"), "what no font has is a finding, and the old state stays"

    vorschau.aendere("\U00013000", "Ersatzwort")
    vorschau.warte(lambda: b"Ersatzwort" in vorschau.hole(f"{MASSNAHME}/"))
    assert vorschau.hole("pdf/steckbriefe/integrationskonzept-musterstadt-steckbrief-strassenfeste.pdf") == nachher
    assert "Setzen misslungen." in vorschau.sagt() and "Druckfassungen bleiben stehen" in vorschau.sagt()
