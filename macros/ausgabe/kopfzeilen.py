"""What a browser may do on these pages: one policy, for the head of each page and for the server that delivers it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlsplit

from macros.ausgabe.kontext import Bau
from macros.ausgabe.seite import Datei

RICHTLINIE = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",  # the search counts in WebAssembly
        "style-src 'self'",
        "img-src 'self' data:",  # small symbols stand in the style sheet
        "connect-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
    )
)
"""What a `<meta>` can say too; who may frame a page is said by a server alone."""

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
_EINBETTBAR = "monitoring/[^/]+/bild/"
"""Pages that other sites may show in a frame."""


def kopfzeilendateien(bau: Bau, bereiche: Iterable[str]) -> Iterator[Datei]:
    """`_headers`, and a snippet each for nginx and Apache; `bereiche` are the folders at the top of the site."""
    wurzel = f"/{quote(urlsplit(bau.adresse).path.strip('/'), safe='/%')}/".replace("//", "/")
    yield Datei("_headers", _headers(wurzel, sorted(set(bereiche))))
    yield Datei(f"{ORDNER}nginx.conf", _nginx(wurzel))
    yield Datei(f"{ORDNER}apache.conf", _apache(wurzel))


def _woertlich(wurzel: str) -> str:
    """The path in a pattern: of all that `quote` leaves, only the dot would stand for something else."""
    return wurzel.replace(".", r"\.")


def _headers(wurzel: str, bereiche: list[str]) -> str:
    """Rules add up there and none can be taken back, so the pages that nobody may frame are named one folder a rule."""
    alle = "".join(f"  {name}: {wert}\n" for name, wert in (("Content-Security-Policy", RICHTLINIE), *WEITERE))
    geschuetzt = [
        wurzel,
        f"{wurzel}404.html",
        *(f"{wurzel}{b}/*" for b in bereiche if b != "monitoring"),
        f"{wurzel}monitoring/",
        f"{wurzel}monitoring/:kennung/",
    ]
    einzeln = "".join(f"\n{pfad}\n  Content-Security-Policy: {_NUR_HIER}\n" for pfad in geschuetzt)
    return f"{wurzel}*\n{alle}{einzeln}"


def _nginx(wurzel: str) -> str:
    weitere = "".join(f'add_header {name} "{wert}" always;\n' for name, wert in WEITERE)
    return (
        "# In den Abschnitt „server“ einbinden: include /pfad/zu/nginx.conf;\n"
        f'set $rahmen "{_NUR_HIER}";\n'
        f'if ($uri ~ "^{_woertlich(wurzel)}{_EINBETTBAR}") {{ set $rahmen "{_UEBERALL}"; }}\n'
        f'add_header Content-Security-Policy "{RICHTLINIE}; $rahmen" always;\n'
        f"{weitere}"
        "gzip on;\n"
        "gzip_types application/json application/atom+xml image/svg+xml text/css text/csv text/javascript"
        " application/javascript;\n"
        "error_page 404 " + f"{wurzel}404.html;\n"
    )


def _apache(wurzel: str) -> str:
    weitere = "".join(f'  Header always set {name} "{wert}"\n' for name, wert in WEITERE)
    politik = "Header always set Content-Security-Policy"
    return (
        "# In den Abschnitt „VirtualHost“ oder „Directory“ einbinden: Include /pfad/zu/apache.conf\n"
        "<IfModule mod_headers.c>\n"
        f'  {politik} "{RICHTLINIE}; {_NUR_HIER}"\n'
        f'  {politik} "{RICHTLINIE}; {_UEBERALL}" "expr=%{{REQUEST_URI}} =~ m#^{_woertlich(wurzel)}{_EINBETTBAR}#"\n'
        f"{weitere}"
        "</IfModule>\n"
        "<IfModule mod_deflate.c>\n"
        "  AddOutputFilterByType DEFLATE text/html text/css text/csv text/javascript application/javascript"
        " application/json application/atom+xml image/svg+xml\n"
        "</IfModule>\n"
        f"ErrorDocument 404 {wurzel}404.html\n"
    )
