"""Words of everyday by which people look for a record; the search alone reads them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.modell.grundtypen import Zeile

Suchworte = Annotated[
    tuple[Annotated[Zeile, Field(max_length=40)], ...],
    Field(
        title="Suchworte",
        description="Worte des Alltags, mit denen Menschen danach suchen und die im Text nicht stehen, "
        "zum Beispiel „Nachhilfe“. Nur die Suche liest sie; angezeigt werden sie nirgends.",
    ),
]
