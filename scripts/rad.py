"""Puts what lies at the top of the repository into the wheel: the hand-written pages and the configuration of the site.

setuptools packs only what lies inside a package. In the checkout these files stay where mkdocs and people look for
them; `macros/haus.py` knows both places.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from setuptools.command.build_py import build_py

WURZEL = Path(__file__).resolve().parent.parent
IM_RAD = Path("macros") / "website"


def mitgegebenes() -> Iterator[Path]:
    """Every file that goes along, below the top of the repository."""
    yield Path("mkdocs.yml")
    for datei in sorted((WURZEL / "docs").rglob("*")):
        if datei.is_file():
            yield datei.relative_to(WURZEL)


class BaueMitSeiten(build_py):  # type: ignore[misc]
    """Copies them beside the package; an editable installation finds them in the checkout."""

    def run(self) -> None:
        if self.editable_mode:
            super().run()
            return
        # What an earlier build left here, and the repository no longer has, must not get into this one.
        shutil.rmtree(Path(self.build_lib) / "macros", ignore_errors=True)
        super().run()
        ziel = Path(self.build_lib) / IM_RAD
        for datei in mitgegebenes():
            (ziel / datei).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(WURZEL / datei, ziel / datei)

    def get_source_files(self) -> list[str]:
        return [*super().get_source_files(), *(datei.as_posix() for datei in mitgegebenes())]
