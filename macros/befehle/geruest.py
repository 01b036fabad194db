"""What mkdocs has set up for a site, kept so that single pages of a changed state can be rendered into it again."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from macros.ausgabe.kontext import Bau
from macros.ausgabe.kopfzeilen import BEARBEITEN, kopfzeilendateien
from macros.ausgabe.seite import Datei
from macros.ausgabe.seiten.erzeugen import dateien, seiten, seiten_von
from macros.ausgabe.seiten.theme_werte import rahmen
from macros.modell.plan import SAMMLUNGEN

HOECHSTENS = 3
"""Changed records whose pages come before all others."""


class Umbau(Exception):
    """Only a whole build leads to this state."""


@dataclass
class Geruest:
    """Configuration, files, navigation and templates of one whole build; its hooks fill them in."""

    bau: Bau
    """The state that the pages were last rendered from."""
    config: MkDocsConfig = field(init=False)
    files: Files = field(init=False)
    nav: Navigation = field(init=False)
    env: Environment = field(init=False)
    adressen: set[str] = field(init=False)
    """Of the generated files that are no page."""

    def zuerst(self, bau: Bau, offen: str | None) -> dict[str, bytes]:
        """File -> content of the pages that an editor looks for first: those of the changed records, and the open one.

        Raises Umbau.
        """
        with self._ohne_warnung(bau):
            offene = [f for f in self.files.documentation_pages() if f.dest_uri == offen]
            orte = [_ort(f) for f in offene] + geaendert(self.bau, bau)[:HOECHSTENS]
            neue = {s.uri: s.markdown for ort in orte if ort for s in seiten_von(bau, *ort)}
            return self._rendere(neue, offene)

    def alles(self, bau: Bau) -> dict[str, bytes]:
        """File -> content of every page and generated file that is another in this state. Raises Umbau."""
        with self._ohne_warnung(bau):
            neue = {s.uri: s.markdown for s in seiten(bau)}
            if neue.keys() != {f.src_uri for f in self.files.documentation_pages() if _erzeugt(f)}:
                raise Umbau
            fertig = self._rendere(neue, self.files.documentation_pages())
            fertig |= self._dateien(bau)
            for datei in self.files.documentation_pages():
                assert datei.page
                datei.page.validate_anchor_links(files=self.files, log_level=self.config.validation.links.anchors)
        self.bau = bau
        return fertig

    def _dateien(self, bau: Bau) -> dict[str, bytes]:
        fertig: dict[str, bytes] = {}
        je = {d.adresse: d.inhalt for d in alle_dateien(bau, self.files)}
        if je.keys() != self.adressen:
            raise Umbau
        for adresse, inhalt in je.items():
            datei = self.files.src_uris[adresse]
            neu = inhalt.encode() if isinstance(inhalt, str) else inhalt
            if neu != datei.content_bytes:
                datei.content_bytes = neu
                fertig[datei.dest_uri] = neu
        return fertig

    def _ohne_warnung(self, bau: Bau) -> _Waechter:
        if _rahmen(bau) != _rahmen(self.bau):
            raise Umbau
        self.config.extra["bau"] = bau
        return _Waechter()

    def _rendere(self, neue: dict[str, str], weitere: Iterable[File]) -> dict[str, bytes]:
        """Pages whose Markdown is another: generated ones from `neue`, hand-written ones among `weitere`."""
        geaenderte = []
        for uri, markdown in neue.items():
            datei = self.files.src_uris.get(uri)
            if datei is None:
                raise Umbau
            if datei.content_string != markdown:
                datei.content_string = markdown
                geaenderte.append(datei)
        geaenderte = [f for f in geaenderte if self._lies(f)] + [
            f for f in weitere if not _erzeugt(f) and self._lies(f)
        ]
        return {f.dest_uri: self._setze(f.page) for f in geaenderte if f.page}

    def _lies(self, datei: File) -> bool:
        """Reads and renders the Markdown of a page, if it is another than before; whether it is."""
        seite, config, files = datei.page, self.config, self.files
        assert seite
        vorher = seite.markdown
        config._current_page = seite
        try:
            seite = config.plugins.on_pre_page(seite, config=config, files=files)
            seite.read_source(config)
            seite.markdown = config.plugins.on_page_markdown(
                seite.markdown or "", page=seite, config=config, files=files
            )
            if seite.markdown == vorher and not _erzeugt(datei):
                return False
            seite.render(config, files)
            seite.content = config.plugins.on_page_content(seite.content or "", page=seite, config=config, files=files)
        finally:
            config._current_page = None
        return True

    def _setze(self, seite: Page) -> bytes:
        """The finished page, as mkdocs builds it."""
        config = self.config
        config._current_page, seite.active = seite, True
        try:
            kontext = get_context(self.nav, self.files.documentation_pages(), config, seite)
            vorlage = self.env.get_template(seite.meta.get("template", "main.html"))
            kontext = config.plugins.on_page_context(kontext, page=seite, config=config, nav=self.nav)
            html = config.plugins.on_post_page(vorlage.render(kontext), page=seite, config=config)
        finally:
            config._current_page, seite.active = None, False
        return html.encode("utf-8", errors="xmlcharrefreplace")


class _Waechter(CountHandler):
    """Whatever mkdocs warns of, or cannot do, is for a whole build to say."""

    def __enter__(self) -> None:
        self.setLevel(logging.WARNING)
        logging.getLogger("mkdocs").addHandler(self)

    def __exit__(self, art: type[BaseException] | None, fehler: BaseException | None, spur: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)
        if self.get_counts() or (isinstance(fehler, Exception) and not isinstance(fehler, Umbau)):
            raise Umbau from fehler


def alle_dateien(bau: Bau, files: Files) -> Iterator[Datei]:
    """Every generated file that is no page, and those that name the folders of the site."""
    yield from dateien(bau)
    ordner = [f.dest_uri.split("/")[:-1] for f in files.documentation_pages()]
    yield from kopfzeilendateien(
        bau, {o[0] for o in ordner if o}, {o[1] for o in ordner if len(o) > 1 and f"{o[0]}/" in BEARBEITEN}
    )


def geaendert(alt: Bau, neu: Bau) -> list[tuple[str, str]]:
    """(collection, id) of every record that both states have and that, or whose figures, are others."""
    vorher, nachher = alt.gesamt or alt.plan, neu.gesamt or neu.plan
    orte = [
        (name, kennung)
        for name in SAMMLUNGEN
        for kennung, satz in nachher.sammlung(name).items()
        if kennung in vorher.sammlung(name) and vorher.sammlung(name)[kennung] != satz
    ]
    zahlen = [k for k, zeilen in nachher.kennzahlen.items() if vorher.kennzahlen.get(k) != zeilen]
    return list(dict.fromkeys([*orte, *(("indikatoren", k) for k in zahlen)]))


def _ort(datei: File) -> tuple[str, str] | None:
    """(collection, id) of the record that a page belongs to."""
    kopf = datei.page.meta if datei.page else {}
    return (kopf["sammlung"], kopf["kennung"]) if "kennung" in kopf else None


def _erzeugt(datei: File) -> bool:
    return datei.generated_by is not None


def _rahmen(bau: Bau) -> tuple[object, ...]:
    """What stands around every page, and which pages machines are told of."""
    vorbereitet = {(name, satz.id) for name in SAMMLUNGEN for satz in bau.vorbereitete(name)}
    return rahmen(bau), bau.plan.gemeinde, bau.adresse, bau.stichtag, bau.mit_pdf, vorbereitet
