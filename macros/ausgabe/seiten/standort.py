"""Where a reader is: a page below the address of an entry of the navigation belongs to that entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol


class Abschnittslink(Protocol):
    """An entry of a page's table of contents."""

    @property
    def level(self) -> int: ...
    @property
    def children(self) -> Sequence[object]: ...


class Eigenseite(Protocol):
    """A page: where it is, and what it is made of."""

    @property
    def url(self) -> str: ...
    @property
    def toc(self) -> Iterable[Abschnittslink]: ...


class Listenseite(Protocol):
    """A page of the navigation, as the way to another names it."""

    @property
    def url(self) -> str: ...
    @property
    def title(self) -> str | None: ...


class Menueeintrag(Protocol):
    """An entry of the navigation: a page, or a group of them."""

    @property
    def children(self) -> Sequence[Menueeintrag] | None: ...
    @property
    def url(self) -> str | None: ...
    @property
    def is_homepage(self) -> bool: ...


class Standort:
    """One page in the navigation: which entries lead to it. Worked out once a page, not once a place that asks."""

    def __init__(self, seite: Eigenseite | None, seiten: Iterable[Listenseite]) -> None:
        self._seite = seite
        self._seiten = tuple(seiten)
        self._eigen = any(_ist(s, seite) for s in self._seiten)

    def hier(self, eintrag: Menueeintrag) -> bool:
        """True for the page itself, for what stands above its address, and for a group that holds one of them.

        A page that has an entry of its own is not also below another, though its address is.
        """
        if eintrag.children:
            return any(self.hier(kind) for kind in eintrag.children)
        if self._seite is None or _ist(eintrag, self._seite):
            return _ist(eintrag, self._seite)
        return not self._eigen and bool(
            eintrag.url and not eintrag.is_homepage and self._seite.url.startswith(eintrag.url)
        )

    @property
    def liste(self) -> Listenseite | None:
        """The page that this one stands below, the nearest; none for what stands below no page of the navigation."""
        ort = self._seite.url if self._seite is not None else ""
        darueber = [s for s in self._seiten if s.url and not _ist(s, self._seite) and ort.startswith(s.url)]
        return max(darueber, key=lambda s: len(s.url), default=None)

    def abschnitte(self) -> int:
        """Sections of the page below its title."""
        oben = list(self._seite.toc) if self._seite is not None else []
        return len(oben[0].children) if oben and oben[0].level == 1 else len(oben)


def _ist(eintrag: object, seite: object) -> bool:
    return eintrag is seite
