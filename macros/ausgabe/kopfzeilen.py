"""What a browser may do on these pages: one policy, for the head of each page and for the server that delivers it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlsplit

from macros.ausgabe.bearbeiten.einstellungen import schnittstellen
from macros.ausgabe.kontext import Bau
from macros.ausgabe.seite import Datei
from macros.modell.gemeinde import Gemeinde

RICHTLINIE = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",  # the search counts in WebAssembly
        "style-src 'self'",
        "img-src 'self' data:",  # small symbols stand in the style sheet
        "media-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
    )
)
"""What a `<meta>` can say too; who may frame a page is said by a server alone."""

BEARBEITEN = "redaktion/bearbeiten/"
"""The one page that reaches another host: the forge, where editors sign in."""


def bearbeitungsrichtlinie(g: Gemeinde) -> str:
    """The policy of that page alone: the surface sets its style by script, and reaches the forge and nothing else."""
    forge = schnittstellen(g)
    if not forge:
        return RICHTLINIE
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self'",
            "img-src 'self' data: blob:",
            " ".join(("connect-src 'self' blob: data:", *forge)),
            "worker-src 'self' blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


WEITERE = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)
ORDNER = "server/"
"""Where the snippets for a server of one's own lie."""

_NUR_HIER = "frame-ancestors 'self'"
_UEBERALL = "frame-ancestors *"
_OHNE_SEITEN = ("assets", "daten", "pagefind", "pdf")
"""Folders of files that are no page; a script that works beside the page has the policy from here."""
_EINBETTBAR = "monitoring/[^/]+/bild/"
"""Pages that other sites may show in a frame."""


def kopfzeilendateien(bau: Bau, bereiche: Iterable[str], handbuch: Iterable[str] = ()) -> Iterator[Datei]:
    """`_headers`, and a snippet each for nginx and Apache.

    `bereiche` are the folders at the top of the site, `handbuch` those of the pages for editors.
    """
    wurzel = f"/{quote(urlsplit(bau.adresse).path.strip('/'), safe='/%')}/".replace("//", "/")
    eigene = bearbeitungsrichtlinie(bau.plan.gemeinde)
    yield Datei("_headers", _headers(wurzel, sorted(set(bereiche)), sorted(set(handbuch)), eigene))
    yield Datei(f"{ORDNER}nginx.conf", _nginx(wurzel, eigene))
    yield Datei(f"{ORDNER}apache.conf", _apache(wurzel, eigene))


def _woertlich(wurzel: str) -> str:
    """The path in a pattern: of all that `quote` leaves, only the dot would stand for something else."""
    return wurzel.replace(".", r"\.")


def _headers(wurzel: str, bereiche: list[str], handbuch: list[str], eigene: str) -> str:
    """Rules add up there and none can be taken back, so the pages that nobody may frame are named one folder a rule.

    So is the policy, where one page has a policy of its own.
    """
    ausnahme = eigene != RICHTLINIE
    fuer_alle = WEITERE if ausnahme else (("Content-Security-Policy", RICHTLINIE), *WEITERE)
    alle = "".join(f"  {name}: {wert}\n" for name, wert in fuer_alle)
    redaktion = BEARBEITEN.partition("/")[0]
    ganze = [b for b in bereiche if b != "monitoring" and not (ausnahme and b == redaktion)]
    geschuetzt = [
        wurzel,
        f"{wurzel}404.html",
        *(f"{wurzel}{b}/*" for b in ganze),
        f"{wurzel}monitoring/",
        f"{wurzel}monitoring/:kennung/",
    ]
    if not ausnahme:
        return f"{wurzel}*\n{alle}{_regeln(geschuetzt, _NUR_HIER)}"
    geschuetzt += [f"{wurzel}{redaktion}/", *(f"{wurzel}{redaktion}/{seite}/*" for seite in handbuch)]
    offen = [f"{wurzel}monitoring/:kennung/bild/", *(f"{wurzel}{ordner}/*" for ordner in _OHNE_SEITEN)]
    return (
        f"{wurzel}*\n{alle}{_regeln([*geschuetzt, *(o for o in offen if o not in geschuetzt)], RICHTLINIE)}"
        f"{_regeln(geschuetzt, _NUR_HIER)}{_regeln([f'{wurzel}{BEARBEITEN}*'], eigene, _NUR_HIER)}"
    )


def _regeln(pfade: Iterable[str], *werte: str) -> str:
    zeilen = "".join(f"  Content-Security-Policy: {wert}\n" for wert in werte)
    return "".join(f"\n{pfad}\n{zeilen}" for pfad in pfade)


def _nginx(wurzel: str, eigene: str) -> str:
    weitere = "".join(f'add_header {name} "{wert}" always;\n' for name, wert in WEITERE)
    return (
        "# In den Abschnitt „server“ einbinden: include /pfad/zu/nginx.conf;\n"
        f'set $rahmen "{_NUR_HIER}";\n'
        f'if ($uri ~ "^{_woertlich(wurzel)}{_EINBETTBAR}") {{ set $rahmen "{_UEBERALL}"; }}\n'
        f'set $politik "{RICHTLINIE}";\n'
        f'if ($uri ~ "^{_woertlich(wurzel)}{BEARBEITEN}") {{ set $politik "{eigene}"; }}\n'
        'add_header Content-Security-Policy "$politik; $rahmen" always;\n'
        f"{weitere}"
        "gzip on;\n"
        "gzip_types application/json application/atom+xml image/svg+xml text/css text/csv text/javascript"
        " application/javascript;\n"
        "error_page 404 " + f"{wurzel}404.html;\n"
    )


def _apache(wurzel: str, eigene: str) -> str:
    weitere = "".join(f'  Header always set {name} "{wert}"\n' for name, wert in WEITERE)
    politik = "Header always set Content-Security-Policy"
    return (
        "# In den Abschnitt „VirtualHost“ oder „Directory“ einbinden: Include /pfad/zu/apache.conf\n"
        "<IfModule mod_headers.c>\n"
        f'  {politik} "{RICHTLINIE}; {_NUR_HIER}"\n'
        f'  {politik} "{RICHTLINIE}; {_UEBERALL}" "expr=%{{REQUEST_URI}} =~ m#^{_woertlich(wurzel)}{_EINBETTBAR}#"\n'
        f'  {politik} "{eigene}; {_NUR_HIER}" "expr=%{{REQUEST_URI}} =~ m#^{_woertlich(wurzel)}{BEARBEITEN}#"\n'
        f"{weitere}"
        "</IfModule>\n"
        "<IfModule mod_deflate.c>\n"
        "  AddOutputFilterByType DEFLATE text/html text/css text/csv text/javascript application/javascript"
        " application/json application/atom+xml image/svg+xml\n"
        "</IfModule>\n"
        f"ErrorDocument 404 {wurzel}404.html\n"
    )
