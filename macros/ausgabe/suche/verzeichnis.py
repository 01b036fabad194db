"""The search index: built from the finished pages, with the words that German readers type beside those they read."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from markupsafe import Markup
from pagefind.index import IndexConfig

from macros.ausgabe.kontext import Bau
from macros.ausgabe.suche.eintraege import Eintrag, eintraege, fliesstext
from macros.ausgabe.suche.indexdienst import indexiere
from macros.ausgabe.worte.zeilenbruch import ungetrennt
from macros.modell.plan import SAMMLUNGEN
from macros.sichten.facetten import gleichwertige

MARKE = "⁂"
"""Stands before words that no reader sees; the results list cuts excerpts there."""
GEWICHT = {"Seite": 0.3, **{typ.SAMMLUNG.einzahl: typ.SAMMLUNG.gewicht for typ in SAMMLUNGEN.values()}}
"""How much the words of a page count by its kind; long overviews name everything and answer little."""
AUSGELASSEN = (
    ".seitenfuss", ".brotkrume", ".inhalt-klappe", ".headerlink", ".begriffskarten",
    ".matrix-platz", ".weiter", ".fortschritt", ".verweise", ".balken", "template",
)  # fmt: skip
EINSTELLUNG = IndexConfig(root_selector="article", force_language="de", exclude_selectors=list(AUSGELASSEN))
WOERTER = "woerter.txt"
"""Fetched only where a query finds nothing."""
TITEL = "titel.json"
"""Fetched first: a search answers from it while the index is on its way."""
EINGANG = "pagefind-entry.json"
DATEIEN = ("pagefind.js", "pagefind-worker.js", EINGANG, "wasm.de.pagefind")
_ZAHL = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{3})+(?![\d.])")
_WORT = re.compile(r"[^\W\d_]+(?:[*:][^\W\d_]+)*")


def baue_suche(ordner: Path, bau: Bau) -> int:
    """Writes the index of a finished site into its folder `pagefind/`; number of results that it holds."""
    return schreibe_suche(lies_seiten(ordner), bau, ordner / "pagefind")


def lies_seiten(ordner: Path) -> dict[str, str]:
    """File below the root -> HTML of every page of a finished site."""
    return {
        pfad.relative_to(ordner).as_posix(): ungetrennt(pfad.read_text("utf-8"))
        for pfad in sorted(ordner.rglob("*.html"))
    }


def schreibe_suche(seiten: Mapping[str, str], bau: Bau, ziel: Path) -> int:
    """Writes the index of these pages into a folder, in place of what is there; number of results that it holds."""
    alle = list(eintraege(seiten, bau))
    wortschatz, gleich = Wortschatz(fliesstext(e.inhalt) for e in alle), gleichwertige(bau.plan)
    shutil.rmtree(ziel, ignore_errors=True)
    seiten_fuer_index = {e.datei: fuer_suche(e, wortschatz, gleich) for e in alle}
    dateien = indexiere(dict(sorted(seiten_fuer_index.items())), EINSTELLUNG)
    angaben = json.loads(dateien[EINGANG])
    # The service lists these in an order that changes from run to run.
    angaben["include_characters"] = sorted(angaben.get("include_characters", ()))
    dateien[EINGANG] = json.dumps(angaben, ensure_ascii=False, sort_keys=True).encode()
    for name, inhalt in dateien.items():
        if "/" in name or name in DATEIEN or name.endswith(".pf_meta"):
            (ziel / name).parent.mkdir(parents=True, exist_ok=True)
            (ziel / name).write_bytes(inhalt)
    (ziel / TITEL).write_text(json.dumps(titel(alle), ensure_ascii=False, separators=(",", ":")), "utf-8", newline="\n")
    (ziel / WOERTER).write_text("\n".join(richtige_woerter(alle)) + "\n", "utf-8", newline="\n")
    return len(alle)


def titel(alle: Iterable[Eintrag]) -> list[tuple[str, str, str, str]]:
    """Where each result leads, its title, its kind and other names that its title does not say; weighty kinds first."""
    return [
        (e.ziel, e.titel, e.art, " ".join(wort for wort in e.auch if wort.lower() not in e.titel.lower()))
        for e in sorted(alle, key=lambda e: -GEWICHT[e.art])
        if e.titel
    ]


def richtige_woerter(alle: Iterable[Eintrag]) -> list[str]:
    """Words that a misspelt one may stand for: those of names, and those that several results have; in lower case."""
    namen: set[str] = set()
    haeufig: Counter[str] = Counter()
    for e in alle:
        namen |= {ohne_stern(w).lower() for w in woerter(" ".join((e.titel, *e.auch)))}
        haeufig.update({ohne_stern(w).lower() for w in woerter(fliesstext(e.inhalt))})
    return sorted(w for w in namen | {w for w, n in haeufig.items() if n > 2} if len(w) > 4)


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
    gefunden.update((zahl.replace(".", ""), None) for zahl in _ZAHL.findall(text))
    klein = text.lower()
    for gruppe in gleich:
        if any(form in vorhanden or (" " in form and form.lower() in klein) for form in gruppe):
            gefunden.update(dict.fromkeys(ohne_stern(form) for form in gruppe))
    return [wort for wort in gefunden if wort not in vorhanden]


def fuer_suche(eintrag: Eintrag, wortschatz: Wortschatz, gleich: Sequence[tuple[str, ...]]) -> str:
    """A page for the index: title, kind, text, then the extra words of its names, which weigh more, and of its text."""
    namen = suchworte(" ".join([eintrag.titel, *eintrag.auch]), wortschatz, gleich)
    namen += [ohne_stern(name) for name in eintrag.auch]
    sonst = [wort for wort in suchworte(fliesstext(eintrag.inhalt), wortschatz, gleich) if wort not in namen]
    # Both marks always stand there: the list of results takes what follows the first for names.
    zusatz = Markup("").join(
        Markup('<p data-pagefind-weight="{}">{} {}</p>').format(gewicht, MARKE, " ".join(worte))
        for gewicht, worte in ((4, namen), (0.5, sonst))
    )
    inhalt = Markup(eintrag.inhalt)  # noqa: S704 cut out of a page of the site
    return Markup(
        '<!doctype html><html lang="de"><body><article data-pagefind-weight="{}">'
        '<span data-pagefind-meta="title[data-titel], art[data-art]" data-titel="{}" data-art="{}"></span>'
        "{}{}</article></body></html>"
    ).format(GEWICHT[eintrag.art], eintrag.titel, eintrag.art, inhalt, zusatz)
