"""Registers what hand-written pages may call; everything else lives in the rooms below."""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Called by the macros plugin: every Baustein becomes a macro that returns HTML for the current page."""
    # Imported here, so that checking data does not load what only pages need.
    from macros.ausgabe.bausteine.register import BAUSTEINE
    from macros.ausgabe.kontext import Bau, Kontext

    kontexte: dict[str, Kontext] = {}

    def kontext() -> Kontext:
        bau: Bau = env.conf["extra"]["bau"]
        hier = env.page.url
        if hier not in kontexte or kontexte[hier].bau is not bau:
            kontexte[hier] = Kontext(bau, hier)
        return kontexte[hier]

    for name, baustein in BAUSTEINE.items():

        def aufruf(*werte: Any, _baustein: Any = baustein) -> str:
            k = kontext()
            html = _baustein(k, *werte)
            return f"{html}\n{k.begriffskarten()}\n"

        env.macro(aufruf, name)
