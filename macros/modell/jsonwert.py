"""What JSON can say, as a type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Json = str | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]
JsonObjekt = dict[str, Json]
