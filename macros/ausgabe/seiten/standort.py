"""Where a reader is: a page below the address of an entry of the navigation belongs to that entry."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


class Standort:
    """One page in the navigation: which entries lead to it. Worked out once a page, not once a place that asks."""

    def __init__(self, seite: Any, seiten: Iterable[Any]) -> None:
        self._seite = seite
        self._eigen = any(s is seite for s in seiten)

    def hier(self, eintrag: Any) -> bool:
        """True for the page itself, for what stands above its address, and for a group that holds one of them.

        A page that has an entry of its own is not also below another, though its address is.
        """
        if eintrag.children:
            return any(self.hier(kind) for kind in eintrag.children)
        if self._seite is None or eintrag is self._seite:
            return eintrag is self._seite
        return not self._eigen and bool(
            eintrag.url and not eintrag.is_homepage and self._seite.url.startswith(eintrag.url)
        )

    def abschnitte(self) -> int:
        """Sections of the page below its title."""
        oben = list(self._seite.toc) if self._seite is not None else []
        return len(oben[0].children) if oben and oben[0].level == 1 else len(oben)
