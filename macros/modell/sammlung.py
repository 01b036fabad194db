"""What a kind of record is called, where it is shown and how it counts: the one description of a collection."""

from __future__ import annotations

from dataclasses import dataclass

Stelle = tuple[str | int | tuple[int, ...], ...]
"""A sort key."""


@dataclass(frozen=True, slots=True)
class Sammlung:
    """One collection. Pages, links, lists, the search and the open data read it here and nowhere else."""

    ordner: str
    """Folder below `data/`, and the name of the collection everywhere."""
    einzahl: str
    mehrzahl: str
    linkart: str = ""
    """Scheme of links in texts, `[Wort](massnahme:kennung)`; empty where texts cannot link to it."""
    adresse: str = ""
    """Address below which each record has a page, else the page whose list holds them; ends with `/`."""
    vorlage: str = ""
    """Template of a record's page; empty where the records stand in one list."""
    anker: str = ""
    """What stands before the id in the anchor of a list."""
    gewicht: float = 1
    """How much the words of a record count in the search, against other kinds."""
    einzeln_gesucht: bool = False
    """True where the search leads to each entry of a list."""
    verweistitel: str = ""
    """What a list of records of this kind is called where they refer to a page; default: the plural."""
    ohne_druck: str = ""
    """Why records of this kind are not printed; empty where they are."""
    beilagen: tuple[str, ...] = ()
    """Endings of files that may lie beside the records as they are."""
    deutsch: bool = True
    """False where the texts are in other languages: no glossary, no tables of open data."""

    @property
    def hat_seiten(self) -> bool:
        """True where every record has a page of its own."""
        return bool(self.vorlage)

    def ort(self, kennung: str) -> str:
        """Address of a record below the root of the site: `massnahmen/x/` or `glossar/#mso`."""
        return f"{self.adresse}{kennung}/" if self.hat_seiten else f"{self.adresse}#{self.anker}{kennung}"
