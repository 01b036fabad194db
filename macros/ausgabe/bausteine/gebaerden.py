"""Videos in German Sign Language: their list, and their files beside their pages, to the byte."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.seite import Datei
from macros.deutsch.zahlen import zahl
from macros.modell.gebaerdenvideo import Gebaerdenvideo


def gebaerden(k: Kontext) -> Markup:
    """All videos; says so where there is none."""
    return k.rendere("bausteine/gebaerden.html")


def filmgroesse(k: Kontext, v: Gebaerdenvideo) -> str:
    """„2,6 MB“, or „3 kB“ of a small one."""
    byte = len(k.plan.beilagen[f"gebaerden/{v.film}"])
    return f"{zahl(byte / 1_000_000, 1)} MB" if byte >= 1_000_000 else f"{zahl(-(-byte // 1000))} kB"


def gebaerdendateien(bau: Bau) -> Iterator[Datei]:
    """Film, captions and picture of every video."""
    for v in bau.plan.gebaerden.values():
        for _, name in v.dateien:
            yield Datei(f"{v.SAMMLUNG.ort(v.id)}{name.removeprefix('gebaerden/')}", bau.plan.beilagen[name])
