"""Where the house's own files lie: in the checkout, or beside the package where it was installed from a wheel."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

from platformdirs import user_cache_path

PAKET = Path(__file__).resolve().parent
"""This package: templates, theme and hooks lie in it."""
SUCHORT = PAKET.parent
"""The folder that has to be on the path for `import macros`."""
_MITGELIEFERT = PAKET / "website"
"""Only in a wheel: what lies at the top of the repository, put here by `scripts/rad.py`."""
IM_RAD = _MITGELIEFERT.is_dir()
WURZEL = _MITGELIEFERT if IM_RAD else SUCHORT
"""The folder with the hand-written pages and the configuration of the site."""
KONFIGURATION = WURZEL / "mkdocs.yml"
SEITEN = WURZEL / "docs"
STILE = SEITEN / "assets" / "css"
SYMBOLE = SEITEN / "assets" / "symbole" / "symbole.svg"
PIKTOGRAMME = SYMBOLE.with_name("piktogramme.svg")
THEMA = PAKET / "ausgabe" / "thema"
HAKEN = PAKET / "hooks.py"


def ablage(name: str) -> Path:
    """Folder for what can always be made anew: in the checkout, else where this system keeps such things for a user."""
    return (user_cache_path("konzept", appauthor=False) if IM_RAD else WURZEL / ".cache") / name


ZUSATZSCHRIFT = "manimgx_fonts_cjk"
"""The package of the extra `schrift-cjk`: Chinese, Japanese and Korean; 20 MB that few towns need."""
OHNE_ZUSATZSCHRIFT = "KONZEPT_OHNE_ZUSATZSCHRIFT"
"""Set in the environment, it hides the extra font, here and in every process started from here."""


def zusatzschrift() -> Path | None:
    """The folder with the font of the extra `schrift-cjk`; None where it is not installed or not wanted."""
    if os.environ.get(OHNE_ZUSATZSCHRIFT):
        return None
    gefunden = find_spec(ZUSATZSCHRIFT)
    return Path(gefunden.origin).parent if gefunden and gefunden.origin else None
