"""The search index: built from the finished pages, with the words that German readers type beside those they read."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from markupsafe import escape

from macros.ausgabe.adressen import EIGENE_SEITE
from macros.modell.plan import SAMMLUNGEN

MARKE = "⁂"
"""Stands before words that no reader sees; the results list cuts excerpts there."""
OHNE = ("umsetzung/", "betrifft-mich/")
"""Generated lists below these addresses repeat what other pages say."""
GEWICHT = {"Maßnahme": 2, "Herausforderung": 2, "Indikator": 1.5, "Akteur*in": 1.5, "Zielgruppe": 1.5, "Seite": 0.3}
"""How much the words of a page count by its kind; long overviews name everything and answer little."""
AUSGELASSEN = (
    ".seitenfuss", ".brotkrume", ".inhalt-klappe", ".headerlink", ".begriffskarten",
    ".matrix-platz", ".weiter", ".fortschritt", ".verweise", ".balken", "template",
)  # fmt: skip
DATEIEN = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.de.pagefind")
_ARTIKEL = re.compile(r'<article class="md-content__inner[^>]*>(.*?)</article>', re.S)
_KEIN_TEXT = re.compile(r"<(script|style|svg|template)\b.*?</\1>|<[^>]+>", re.S)
_UEBERSCHRIFT = re.compile(r"<h1[^>]*>(.*?)</h1>", re.S)
_ANKER = re.compile(r'<a class="headerlink".*?</a>', re.S)
_WORT = re.compile(r"[^\W\d_]+(?:[*:][^\W\d_]+)*")


class Suchfehler(Exception):
    """The index could not be built."""


def baue_suche(ordner: Path, gleich: Sequence[tuple[str, ...]]) -> int:
    """Writes the index of a finished site into its folder `pagefind/`; number of pages in it."""
    seiten = {pfad.relative_to(ordner).as_posix(): pfad.read_text("utf-8") for pfad in sorted(ordner.rglob("*.html"))}
    texte = {weg: text for weg, seite in seiten.items() if _gehoert_dazu(weg) and (text := fliesstext(seite))}
    wortschatz = Wortschatz(texte.values())
    ziel = ordner / "pagefind"
    shutil.rmtree(ziel, ignore_errors=True)
    with tempfile.TemporaryDirectory() as zwischen:
        for weg, text in texte.items():
            datei = Path(zwischen) / weg
            datei.parent.mkdir(parents=True, exist_ok=True)
            datei.write_text(fuer_suche(seiten[weg], art(weg), text, wortschatz, gleich), "utf-8")
        _schreibe(zwischen, ziel)
    for datei in ziel.iterdir():
        if datei.is_file() and datei.name not in DATEIEN and datei.suffix != ".pf_meta":
            datei.unlink()
    return len(texte)


def _schreibe(quelle: str, ziel: Path) -> None:
    befehl = [sys.executable, "-m", "pagefind", "--site", quelle, "--output-path", str(ziel), "--quiet"]
    befehl += ["--root-selector", "article", "--force-language", "de", "--exclude-selectors", ",".join(AUSGELASSEN)]
    subprocess.run(befehl, check=True)


class Wortschatz:
    """All words of the site; knows at which seams a compound can be taken apart."""

    def __init__(self, texte: Iterable[str]) -> None:
        self.woerter = {ohne_stern(wort).lower() for text in texte for wort in woerter(text)}
        self._teile: dict[str, list[str]] = {}

    def teile(self, wort: str) -> list[str]:
        """Ends of a compound that start at a seam: „hausaufgabenhilfe“ -> „aufgabenhilfe“, „hilfe“.

        A seam is where another word of the site ends (also before a joining s), or where one begins that
        fills the rest or is long enough to be no accident.
        """
        klein = wort.lower()
        if klein not in self._teile:
            self._teile[klein] = [klein[i:] for i in range(3, len(klein) - 4) if self._naht(klein, i)]
        return self._teile[klein]

    def _naht(self, wort: str, i: int) -> bool:
        davor, danach = wort[:i], wort[i:]
        if danach in self.woerter:
            return True
        if len(danach) < 6:
            return False
        if i >= 4 and (davor in self.woerter or (davor.endswith("s") and davor[:-1] in self.woerter)):
            return True
        return any(danach[:j] in self.woerter for j in range(6, len(danach)))


def _gehoert_dazu(weg: str) -> bool:
    return weg != "404.html" and not any(weg.startswith(o) and weg != f"{o}index.html" for o in OHNE)


def art(weg: str) -> str:
    """What kind of record a page is, from its address: „Maßnahme“; „Seite“ for all others."""
    for sammlung, vorsatz in EIGENE_SEITE.items():
        if weg.startswith(f"{vorsatz}/") and weg != f"{vorsatz}/index.html":
            return SAMMLUNGEN[sammlung].EINZAHL
    return "Seite"


def fliesstext(seite: str) -> str:
    """The words of a page's article, without markup."""
    treffer = _ARTIKEL.search(seite)
    return html.unescape(_KEIN_TEXT.sub(" ", treffer[1])) if treffer else ""


def woerter(text: str) -> list[str]:
    """The words of a text, gender forms in one piece: „Bürger*innen“."""
    return _WORT.findall(text)


def ohne_stern(wort: str) -> str:
    """„Bürger*innen“ -> „Bürgerinnen“"""
    return re.sub(r"[*:]", "", wort)


def suchworte(text: str, wortschatz: Wortschatz, gleich: Sequence[tuple[str, ...]]) -> list[str]:
    """Words to find a text by that do not stand in it: parts of compounds, gender forms in full, long and short forms."""
    vorhanden = set(woerter(text))
    gefunden: dict[str, None] = {}
    for wort in sorted(vorhanden):
        ganz = ohne_stern(wort)
        if ganz != wort:
            gefunden[ganz.lower()] = None
        if len(ganz) >= 9:
            gefunden.update(dict.fromkeys(wortschatz.teile(ganz)))
    klein = text.lower()
    for gruppe in gleich:
        if any(form in vorhanden or (" " in form and form.lower() in klein) for form in gruppe):
            gefunden.update(dict.fromkeys(ohne_stern(form) for form in gruppe))
    return [wort for wort in gefunden if wort not in vorhanden]


def fuer_suche(seite: str, art: str, text: str, wortschatz: Wortschatz, gleich: Sequence[tuple[str, ...]]) -> str:
    """A page for the index: its article with title, kind and the extra words; those of the title weigh more."""
    treffer = _ARTIKEL.search(seite)
    assert treffer
    kopf = _UEBERSCHRIFT.search(treffer[1])
    titel = html.unescape(_KEIN_TEXT.sub("", _ANKER.sub("", kopf[1]))).strip() if kopf else ""
    im_titel = suchworte(titel, wortschatz, gleich)
    sonst = [wort for wort in suchworte(text, wortschatz, gleich) if wort not in im_titel]
    zusatz = "".join(
        f'<p data-pagefind-weight="{gewicht}">{MARKE} {escape(" ".join(worte))}</p>'
        for gewicht, worte in ((4, im_titel), (0.5, sonst))
        if worte
    )
    return (
        f'<!doctype html><html lang="de"><body><article data-pagefind-weight="{GEWICHT.get(art, 1)}">'
        f'<span data-pagefind-meta="title[data-titel], art[data-art]" data-titel="{escape(titel)}" data-art="{escape(art)}">'
        f"</span>{treffer[1]}{zusatz}</article></body></html>"
    )
