"""One page of every kind of both towns: for each folder its overview and the fullest of its records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

EINZELN = frozenset({"ueber", "sprachen"})
"""Folders whose pages differ from each other, so that each counts as a kind."""
VON_HAND = frozenset({"monitoring/vergleichen/"})
"""Pages that lie among those of records and are none."""
FREMD = frozenset({"redaktion/bearbeiten/"})
"""The editing surface: another project's program, which the accessibility statement does not speak of."""


def seitenarten(ordner: Path) -> dict[str, str]:
    """Kind -> address of its fullest page; pages that only lead on are none."""
    groesste: dict[str, tuple[int, str]] = {}
    for datei in sorted(ordner.rglob("*.html")):
        inhalt = datei.read_bytes()
        adresse = datei.relative_to(ordner).as_posix().removesuffix("index.html")
        if adresse in FREMD or (adresse == "404.html" and b'"/assets/' not in inhalt):
            continue  # a page that is shown anywhere names its style by the site's path, which only its server knows
        if b'http-equiv="refresh"' in inhalt:
            continue
        art = _art(adresse)
        groesste[art] = max(groesste.get(art, (0, "")), (len(inhalt), adresse))
    return {art: adresse for art, (_, adresse) in sorted(groesste.items())}


def _art(adresse: str) -> str:
    teile = adresse.rstrip("/").split("/")
    if len(teile) == 1 or teile[0] in EINZELN or adresse in VON_HAND:
        return adresse or "start"
    return f"{teile[0]}/*" if adresse.endswith("/") else f"{teile[0]}/*.html"


def alle_arten(orte: dict[str, Path]) -> Iterator[tuple[str, str, str]]:
    """(town, kind, address) of all of them."""
    for stadt, ordner in orte.items():
        for art, adresse in seitenarten(ordner).items():
            yield stadt, art, adresse
