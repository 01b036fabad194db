"""What mkdocs calls while it builds: loads the data once a build and turns pages into generated files."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils.templates import TemplateContext

from macros.ausgabe.adressraum import Belegung, doppelte_adressen, doppelte_stellen
from macros.ausgabe.bearbeiten.seite import OBERFLAECHE
from macros.ausgabe.kontext import Bau
from macros.ausgabe.melden.befunde import render_befunde
from macros.ausgabe.seiten.einbettung import STIL
from macros.ausgabe.seiten.erzeugen import seiten
from macros.ausgabe.seiten.fremde_seite import fremde_seite, rahmenworte
from macros.ausgabe.seiten.kopfangaben import kopfangaben
from macros.ausgabe.seiten.skripte import ORDNER, skript, vorab
from macros.ausgabe.seiten.standort import Standort
from macros.ausgabe.seiten.stylesheet import ADRESSE, stil
from macros.ausgabe.seiten.theme_html import bessere_nach
from macros.ausgabe.seiten.theme_werte import rahmen
from macros.ausgabe.worte.adressen import bearbeiten
from macros.ausgabe.worte.datenablage import datei_aendern
from macros.ausgabe.worte.markdown import unter_eigene
from macros.ausgabe.worte.zeilenbruch import gebunden, trennbar
from macros.befehle.angaben import heute
from macros.befehle.geruest import Geruest, alle_dateien
from macros.modell.befund import Befund, hat_fehler
from macros.modell.sprache import Sprache
from macros.pruefung import pruefe_ordner

OHNE_TAG = "1980-01-01"
"""What mkdocs stamps the packed sitemap with; the sitemap itself names only days that the data carry."""
SELTENER = (50_000, 10, 10)
"""How often Python looks for rubbish while a site is built: there is hardly any, and each look goes through all pages."""
VOM_THEMA = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
"""Files of the theme that no page asks for: its script is gone, of its style there is `thema.css`."""

VORSCHAUSTIL = "assets/css/gegenueber.css"
"""Stands inside the page of a preview; no page of the site asks for it."""


def _lade(config: MkDocsConfig) -> Bau:
    """The build of the data that DATEN names; findings stop it."""
    ordner = Path(os.environ.get("DATEN", "data"))
    plan, befunde = pruefe_ordner(Path(config.config_file_path).parent / ordner, heute(), ordner.as_posix())
    if plan is None or hat_fehler(befunde):
        raise Abort(f"Die Daten haben Fehler, die Website wurde nicht gebaut.\n{render_befunde(befunde)}")
    return Bau.am(plan, heute(), os.environ.get("SITE_URL"))


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Takes the build that the caller has loaded, else loads it, before any plugin asks for it."""
    gc.set_threshold(*SELTENER)
    bau: Bau = config.extra.get("bau") or _lade(config)
    config.extra["bau"] = bau
    plan = bau.plan
    config.extra.update(rahmen(bau))
    config.site_name = plan.gemeinde.titel
    config.site_description = plan.gemeinde.untertitel.split("\n", 1)[0]
    config.site_url = bau.adresse or None
    config.repo_url = plan.gemeinde.repository
    config.edit_uri = datei_aendern(plan.gemeinde, "docs/")
    config.watch.append(str(Path(config.config_file_path).parent / os.environ.get("DATEN", "data")))
    config.extra["stile"] = list(config.extra_css)
    config.extra_css = [ADRESSE]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds one generated page per record and every generated file."""
    bau: Bau = config.extra["bau"]
    ohne = VOM_THEMA if bau.plan.gemeinde.repository else (*VOM_THEMA, f"{OBERFLAECHE}/")
    for ungenutzt in [f for f in files if f.src_uri.startswith(ohne)]:
        files.remove(ungenutzt)
    eintraege = [Belegung(f.dest_uri, f"docs/{f.src_uri}") for f in files]
    for seite in seiten(bau):
        datei = File.generated(config, seite.uri, content=seite.markdown, inclusion=InclusionLevel.NOT_IN_NAV)
        datei.edit_uri = None
        eintraege.append(Belegung(datei.dest_uri, _quelle(seite.kopf)))
        files.append(datei)
    stile = config.extra["stile"]
    for name in (*stile, VORSCHAUSTIL):
        if quelle := files.get_file_from_path(name):
            files.remove(quelle)
    files.append(File.generated(config, ADRESSE, content=stil(Path(config.docs_dir), stile)))
    skripte = config.extra["skripte"] = {}
    for quelle in [f for f in files if f.src_uri.startswith(ORDNER) and f.src_uri.endswith(".js")]:
        skripte[quelle.src_uri.removeprefix(ORDNER)] = quelle.content_string
        files.remove(quelle)
        files.append(File.generated(config, quelle.src_uri, content=skript(quelle.content_string)))
    weitere_dateien = list(alle_dateien(bau, files))
    if geruest := _geruest(config):
        geruest.adressen = {d.adresse for d in weitere_dateien}
    for weitere in weitere_dateien:
        if weitere.adresse == STIL and (quelle := files.get_file_from_path(STIL)):
            files.remove(quelle)  # it is made of it
        else:
            eintraege.append(Belegung(weitere.adresse, "data"))
        files.append(File.generated(config, weitere.adresse, content=weitere.inhalt))
    _halte_an(doppelte_adressen(eintraege))
    return files


def _quelle(kopf: Mapping[str, object]) -> str:
    """The file that an editor changes where a generated page is to be another."""
    return str(kopf.get("datei", "data"))


def _halte_an(befunde: Sequence[Befund]) -> None:
    if befunde:
        raise Abort(f"Die Website wurde nicht gebaut.\n{render_befunde(befunde)}")


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Gives pages no day of their own: texts carry none, and the day of the build is no change."""
    if geruest := _geruest(config):
        geruest.config, geruest.files, geruest.nav = config, files, nav
    for datei in files.documentation_pages():
        if datei.page:
            datei.page.update_date = OHNE_TAG
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Escapes everything that a template of the theme prints; what is HTML already says so."""
    env.autoescape = True
    if geruest := _geruest(config):
        geruest.env = env
    return env


def _geruest(config: MkDocsConfig) -> Geruest | None:
    """Where the caller wants to keep what stands between reading and rendering."""
    geruest: Geruest | None = config.extra.get("geruest")
    return geruest


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Rendered Markdown is HTML, and so are the headings that a table of contents quotes; nothing else in the theme is."""
    _sind_html(page.toc)
    return Markup(html)  # noqa: S704 (rendered by our own Markdown, data escaped by the templates)


def _sind_html(eintraege: Iterable[AnchorLink]) -> None:
    for eintrag in eintraege:
        eintrag.title = Markup(eintrag.title)  # noqa: S704 (made by the Markdown renderer)
        _sind_html(eintrag.children)


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Points the pencil of a generated page at its data file, and says where in the navigation it is."""
    bau: Bau = config.extra["bau"]
    ort = Standort(page, nav.pages)
    context["ort"] = ort  # type: ignore[typeddict-unknown-key]
    context["vorab"] = vorab(page.content or "", config.extra["skripte"])  # type: ignore[typeddict-unknown-key]
    sammlung, kennung = page.meta.get("sammlung"), page.meta.get("kennung")
    if sammlung and kennung:
        page.edit_url = bearbeiten(bau.plan, sammlung, kennung)
    context["fremd"] = rahmenworte(_sprache(page, bau))  # type: ignore[typeddict-unknown-key]
    page.meta["kopf"] = kopfangaben(
        bau, page.meta, _einfach(page.title or ""), page.content or "", page.url.removeprefix("./"), _weg(page, ort)
    )
    return context


def _sprache(page: Page, bau: Bau) -> Sprache | None:
    """The language that a page is in; None for a German one."""
    if page.meta.get("sammlung") != Sprache.SAMMLUNG.ordner:
        return None
    return bau.plan.sprachen.get(str(page.meta.get("kennung")))


def _weg(page: Page, ort: Standort) -> list[tuple[str, str]]:
    """The start, and the list that a page belongs to; without the page itself."""
    start = [("Start", "")] if page.url and not page.is_homepage else []
    return [*start, *([(_einfach(ort.liste.title or ""), ort.liste.url)] if ort.liste else [])]


def _einfach(titel: str) -> str:
    """A title as text: what mkdocs took out of HTML is escaped."""
    return Markup(titel).striptags()  # noqa: S704 (turned into text)


def on_template_context(context: TemplateContext, template_name: str, config: MkDocsConfig) -> TemplateContext:
    """A page without a source, such as 404.html, is nowhere in the navigation."""
    context["ort"] = Standort(None, ())  # type: ignore[typeddict-unknown-key]
    context["fremd"] = None  # type: ignore[typeddict-unknown-key]
    context["vorab"] = vorab("", config.extra["skripte"])  # type: ignore[typeddict-unknown-key]
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Mends the theme's HTML, sets headings inside texts below the page's own; no two places have one name.

    Lines of German pages end where they should.
    """
    fertig = unter_eigene(bessere_nach(output))
    quelle = _quelle(page.meta) if page.file.generated_by else f"docs/{page.file.src_uri}"
    _halte_an(doppelte_stellen(fertig, quelle))
    sprache = _sprache(page, config.extra["bau"])
    return fremde_seite(gebunden(fertig), sprache) if sprache else trennbar(fertig)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Mends the theme's HTML on pages without a source, such as 404.html."""
    return bessere_nach(output_content) if template_name.endswith(".html") else output_content
