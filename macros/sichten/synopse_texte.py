"""Challenges and sections of two editions side by side: what stayed, what says something else, what went and came."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from macros.modell.felder import felder
from macros.modell.geltung import saetze_der_fassung
from macros.modell.grundtypen import Datensatz
from macros.modell.konzept import Abschnitt
from macros.modell.matrix import Herausforderung
from macros.modell.plan import Plan
from macros.sichten.synopse import mit_namen
from macros.sichten.unterschied import Feldwechsel, feldwechsel

SAMMLUNGEN_DER_TEXTE = ("konzept", "herausforderungen")
_EINER_FASSUNG = frozenset({"id", "fassung", "anmerkungen"})


@dataclass(frozen=True, slots=True)
class Textwechsel:
    """A record of the old edition beside the one that takes its place, and every field that says something else."""

    alt: Datensatz | None
    neu: Datensatz | None
    felder: tuple[Feldwechsel, ...] = ()


@dataclass(frozen=True, slots=True)
class Textsynopse:
    """One collection in two editions; `gleich` counts the pairs in which nothing differs."""

    sammlung: str
    gleich: int
    wechsel: tuple[Textwechsel, ...]


def textsynopsen(plan: Plan, alt: str, neu: str) -> list[Textsynopse]:
    """Sections and challenges of two editions, in the order of the new one, then what went."""
    return [s for name in SAMMLUNGEN_DER_TEXTE if (s := _synopse(plan, name, alt, neu))]


def _synopse(plan: Plan, sammlung: str, alt: str, neu: str) -> Textsynopse | None:
    alte, neue = (saetze_der_fassung(plan, sammlung, f) for f in (alt, neu))
    if not alte and not neue:
        return None
    paare = _paare(alte, neue, (alt, neu))
    wechsel = [Textwechsel(a, n, tuple(_unterschiede(plan, a, n)) if a else ()) for a, n in paare]
    gegangen = [a for a in alte if all(a is not gepaart for gepaart, _ in paare)]
    return Textsynopse(
        sammlung,
        sum(w.alt is not None and not w.felder for w in wechsel),
        (*(w for w in wechsel if w.alt is None or w.felder), *(Textwechsel(a, None) for a in gegangen)),
    )


def _paare(
    alte: Sequence[Datensatz], neue: Sequence[Datensatz], fassungen: tuple[str, str]
) -> list[tuple[Datensatz | None, Datensatz]]:
    """Each new record with the old one that it was copied from, else with the same title, else with the same number."""
    offen = list(alte)
    gepaart: dict[str, Datensatz] = {}
    merkmale: tuple[Callable[[Datensatz], object], ...] = (
        lambda s: _stamm(s.id, fassungen),
        _titel,
        _nummer,
    )
    for merkmal in merkmale:
        for satz in neue:
            if satz.id in gepaart:
                continue
            treffer = [a for a in offen if merkmal(a) == merkmal(satz)]
            if len(treffer) == 1:
                gepaart[satz.id] = treffer[0]
                offen.remove(treffer[0])
    return [(gepaart.get(satz.id), satz) for satz in neue]


def _stamm(kennung: str, fassungen: tuple[str, str]) -> str:
    """The id without the edition at its end, as copies of an edition are named."""
    for fassung in fassungen:
        kennung = kennung.removesuffix(f"-{fassung}")
    return kennung


def _titel(satz: Datensatz) -> object:
    return getattr(satz, "titel", satz.id)


def _nummer(satz: Datensatz) -> object:
    """What a record is numbered by in its edition."""
    if isinstance(satz, Abschnitt):
        return satz.nummer, satz.nummer_zusatz
    return (satz.handlungsfeld, satz.nummer) if isinstance(satz, Herausforderung) else satz.id


def _unterschiede(plan: Plan, alt: Datensatz, neu: Datensatz) -> Iterator[Feldwechsel]:
    ohne = _EINER_FASSUNG & {f.name for f in felder(type(neu))}
    yield from (f for f in feldwechsel(mit_namen(plan, alt), mit_namen(plan, neu)) if f.pfad[0] not in ohne)
