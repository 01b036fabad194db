"""What a search can lead to: every finished page, and every record that is only a passage of one."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.worte.adressen import adresse
from macros.modell.plan import SAMMLUNGEN

OHNE = ("umsetzung/", "betrifft-mich/")
"""Generated lists below these addresses repeat what other pages say."""
EINZELN = tuple(name for name, typ in SAMMLUNGEN.items() if typ.SAMMLUNG.einzeln_gesucht)
"""Collections that share one page and are looked up one by one."""
_ARTIKEL = re.compile(r'<article class="md-content__inner[^>]*>(.*?)</article>', re.S)
_KEIN_TEXT = re.compile(r"<(script|style|svg|template)\b.*?</\1>|<[^>]+>", re.S)
_ERSTELLT = re.compile(r'<span class="erstellt">.*?</span>', re.S)
"""The day of the build: nobody looks for it, and it would change the index every day."""
_UEBERSCHRIFT = re.compile(r"<h1[^>]*>(.*?)</h1>", re.S)
_AMTLICH = re.compile(r'<p class="titel-im-konzept">[^:<]*: (.*?)</p>', re.S)
"""The official title below a short one: people look for either."""
_ZELLENENDE = re.compile(r"(?=</(?:th|dt|dd|caption|summary|legend|button|label)>)")
"""Where two words would run together in an excerpt, for nothing but style keeps them apart."""
_ANKER = re.compile(r'<a class="headerlink".*?</a>', re.S)


@dataclass(frozen=True, slots=True)
class Eintrag:
    """One result: where it leads, below the root; what it is called and is; its HTML; words for it that nobody reads."""

    ziel: str
    titel: str
    art: str
    inhalt: str
    auch: tuple[str, ...] = ()

    @property
    def datei(self) -> str:
        """File that stands for it in the index: `massnahmen/x/index.html`, `glossar/mso.html` for `glossar/#mso`."""
        seite, raute, anker = self.ziel.partition("#")
        return f"{seite}{anker}.html" if raute else f"{seite}index.html"


def eintraege(seiten: Mapping[str, str], bau: Bau) -> Iterator[Eintrag]:
    """All results of a site, from its finished pages (file below the root -> HTML) and its data; no edition in preparation."""
    vorbereitet = {
        f"{adresse(sammlung, satz.id)}index.html" for sammlung in SAMMLUNGEN for satz in bau.vorbereitete(sammlung)
    }
    alltagsworte = {
        adresse(sammlung, satz.id): tuple(getattr(satz, "suchworte", ()))
        for sammlung in SAMMLUNGEN
        for satz in bau.plan.sammlung(sammlung).values()
    }
    for weg, seite in seiten.items():
        if (
            _gehoert_dazu(weg)
            and weg not in vorbereitet
            and (eintrag := aus_seite(weg, seite, alltagsworte.get(weg.removesuffix("index.html"), ())))
        ):
            yield eintrag
    for sammlung in EINZELN:
        for kennung in bau.plan.sammlung(sammlung):
            yield aus_datensatz(bau, sammlung, kennung)


def aus_seite(weg: str, seite: str, alltagsworte: tuple[str, ...] = ()) -> Eintrag | None:
    """The result for a page, found by everyday words of its record too; of a list of results, only what stands above it."""
    treffer = _ARTIKEL.search(seite)
    if not treffer or not fliesstext(inhalt := _ZELLENENDE.sub(" ", _ERSTELLT.sub("", treffer[1]))):
        return None
    ziel = weg.removesuffix("index.html")
    if ziel in {SAMMLUNGEN[sammlung].SAMMLUNG.adresse for sammlung in EINZELN}:
        inhalt = inhalt.partition("<dl")[0]
    kopf = _UEBERSCHRIFT.search(inhalt)
    titel = html.unescape(_KEIN_TEXT.sub("", _ANKER.sub("", kopf[1]))).strip() if kopf else ""
    amtlich = [html.unescape(t) for t in _AMTLICH.findall(inhalt)]
    return Eintrag(ziel, titel, art(weg), inhalt, (*amtlich, *alltagsworte, *worte_der_adresse(ziel)))


def aus_datensatz(bau: Bau, sammlung: str, kennung: str) -> Eintrag:
    """The result for a record that has no page of its own; it leads to its place in the list."""
    satz, ziel = bau.plan.sammlung(sammlung)[kennung], adresse(sammlung, kennung)
    titel = bau.plan.name(sammlung, kennung)
    if langform := getattr(satz, "langform", None):
        titel = f"{titel} ({langform})"
    text = Kontext(bau, "", mit_begriffen=False).md(satz.beschreibung)
    auch = (titel, *getattr(satz, "formen", ()), *worte_der_adresse(ziel))
    return Eintrag(ziel, titel, SAMMLUNGEN[sammlung].SAMMLUNG.einzahl, text, auch)


def worte_der_adresse(ziel: str) -> tuple[str, ...]:
    """The words of a record's id, which may say more than its title: `monitoring/umfrage-alter/` -> umfrage, alter."""
    return tuple(re.findall(r"[a-z]{4,}", ziel.rstrip("/").rpartition("/")[2]))


def _gehoert_dazu(weg: str) -> bool:
    return weg.endswith("index.html") and not any(weg.startswith(o) and weg != f"{o}index.html" for o in OHNE)


def art(weg: str) -> str:
    """What kind of record a page is, from its address: „Maßnahme“; „Seite“ for all others."""
    for typ in SAMMLUNGEN.values():
        s = typ.SAMMLUNG
        if s.hat_seiten and weg.startswith(s.adresse) and weg != f"{s.adresse}index.html":
            return s.einzahl
    return "Seite"


def fliesstext(inhalt: str) -> str:
    """The words of a piece of HTML, without markup."""
    return html.unescape(_KEIN_TEXT.sub(" ", inhalt)).strip()
