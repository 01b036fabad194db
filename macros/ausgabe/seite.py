"""A generated page and a generated file, as values that any site generator can take."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Seite:
    """A generated page: address below the root, Markdown body, and what the theme shows around it."""

    adresse: str
    titel: str
    inhalt: str
    kopf: Mapping[str, object] = field(default_factory=dict)

    @property
    def uri(self) -> str:
        """Path of the page's source below docs."""
        return f"{self.adresse.rstrip('/')}.md"

    @property
    def markdown(self) -> str:
        """The whole source of the page; JSON values are valid YAML."""
        kopf = {"title": self.titel, "render_macros": False, **self.kopf}
        zeilen = "".join(f"{k}: {json.dumps(v, ensure_ascii=False)}\n" for k, v in kopf.items())
        return f"---\n{zeilen}---\n\n{self.inhalt}"


@dataclass(frozen=True)
class Datei:
    """A generated file: address below the root and its content."""

    adresse: str
    inhalt: str | bytes
