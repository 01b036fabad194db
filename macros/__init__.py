"""Registers what hand-written pages may call; everything else lives in the rooms below."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from macros.ausgabe.bausteine.register import Baustein
    from macros.ausgabe.kontext import Bau


class Seitenadresse(Protocol):
    """What counts of the page that is being rendered."""

    url: str


class Makroumgebung(Protocol):
    """What counts of the macros plugin: the configuration, the current page, and a way to register."""

    conf: Mapping[str, Mapping[str, Bau]]
    page: Seitenadresse

    def macro(self, v: Callable[..., str], name: str) -> object:
        """Registers a function under a name."""


def define_env(env: Makroumgebung) -> None:
    """Called by the macros plugin: every Baustein becomes a macro that returns HTML for the current page."""
    # Imported here, so that checking data does not load what only pages need.
    from macros.ausgabe.bausteine.register import BAUSTEINE
    from macros.ausgabe.kontext import Kontext

    kontexte: dict[str, Kontext] = {}

    def kontext() -> Kontext:
        bau = env.conf["extra"]["bau"]
        hier = env.page.url
        if hier not in kontexte or kontexte[hier].bau is not bau:
            kontexte[hier] = Kontext(bau, hier)
        return kontexte[hier]

    for name, baustein in BAUSTEINE.items():

        def aufruf(*werte: object, _baustein: Baustein = baustein) -> str:
            k = kontext()
            html = _baustein(k, *werte)
            return f"{html}\n{k.begriffskarten()}\n"

        env.macro(aufruf, name)
