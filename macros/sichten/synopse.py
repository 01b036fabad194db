"""Two editions side by side: what became of each measure, and what is new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from macros.modell.auswahl import Auswahl
from macros.modell.auswahlen import Nachfolgeart
from macros.modell.felder import felder
from macros.modell.gemeinde import Fassung
from macros.modell.grundtypen import Satz
from macros.modell.massnahme import Massnahme
from macros.modell.plan import LINKARTEN, Plan
from macros.modell.verweis import LINK
from macros.sichten.umsetzung import massnahmen_der_fassung
from macros.sichten.unterschied import Feldwechsel, feldwechsel

NEU, OFFEN = "neu", "offen"
S = TypeVar("S", bound=Satz)
_EINER_FASSUNG = frozenset({"id", "herkunft", "nachfolge", "sachstaende", "anmerkungen"})
"""Fields that belong to one edition and are not carried from one to the next."""


@dataclass(frozen=True, slots=True)
class Uebergang:
    """Measures of the old edition, what they became, and why; one side may be empty."""

    alt: tuple[Massnahme, ...]
    neu: tuple[Massnahme, ...]
    art: str
    bezeichnung: str
    begruendungen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fassungswechsel:
    """A measure of the old edition beside one that it became, and every field that says something else."""

    alt: Massnahme
    neu: Massnahme
    felder: tuple[Feldwechsel, ...]


@dataclass(frozen=True, slots=True)
class Synopse:
    """An edition and the one before it."""

    alt: Fassung
    neu: Fassung
    uebergaenge: tuple[Uebergang, ...]


def synopse(plan: Plan, fassung: str) -> Synopse | None:
    """The comparison of an edition with its predecessor; None for the first one.

    Measures that were merged into the same one share a row. Measures that no old one names are new.
    """
    neu = plan.fassungen[fassung]
    if neu.vorgaenger is None:
        return None
    return Synopse(plan.fassungen[neu.vorgaenger], neu, tuple(_uebergaenge(plan, neu.vorgaenger, fassung)))


def fassungswechsel(plan: Plan, u: Uebergang) -> list[Fassungswechsel]:
    """Each pair of a transition with all fields of the model that differ.

    References count by their names, because a new edition has challenges of its own that may say the same.
    """
    return [
        Fassungswechsel(
            alt,
            neu,
            tuple(
                w for w in feldwechsel(mit_namen(plan, alt), mit_namen(plan, neu)) if w.pfad[0] not in _EINER_FASSUNG
            ),
        )
        for alt in u.alt
        for neu in u.neu
    ]


def mit_namen(plan: Plan, satz: S) -> S:
    """A record whose references, and links in texts, are the names of what they refer to."""
    neu: dict[str, object] = {}
    for f in felder(type(satz)):
        wert = getattr(satz, f.name)
        glieder = [_glied(plan, f.ziel, g) for g in (wert if isinstance(wert, tuple) else (wert,))]
        neu[f.name] = tuple(glieder) if isinstance(wert, tuple) else glieder[0]
    return satz.model_copy(update=neu)


def _glied(plan: Plan, ziel: str | None, wert: object) -> object:
    if isinstance(wert, Satz):
        return mit_namen(plan, wert)
    if not isinstance(wert, str) or isinstance(wert, Auswahl):
        return wert
    return plan.name(ziel, wert) if ziel else LINK.sub(lambda t: f"{t[1]}{_linkname(plan, t[2], t[3])}", wert)


def _linkname(plan: Plan, art: str, kennung: str) -> str:
    sammlung = LINKARTEN[art]
    return plan.name(sammlung, kennung) if kennung in plan.sammlung(sammlung) else f"{art}:{kennung}"


def _uebergaenge(plan: Plan, alt: str, neu: str) -> Iterator[Uebergang]:
    alte = massnahmen_der_fassung(plan, alt)
    erledigt: set[str] = set()
    genannt: set[str] = set()
    for m in alte:
        if m.id in erledigt:
            continue
        if m.nachfolge is None:
            yield Uebergang((m,), (), OFFEN, "nicht angegeben", ())
            continue
        ziele = m.nachfolge.massnahmen
        gruppe = [m]
        if m.nachfolge.art is Nachfolgeart.ZUSAMMENGELEGT:
            gruppe = [
                a
                for a in alte
                if a.nachfolge and a.nachfolge.art is m.nachfolge.art and a.nachfolge.massnahmen == ziele
            ]
        erledigt |= {a.id for a in gruppe}
        genannt |= set(ziele)
        yield Uebergang(
            alt=tuple(gruppe),
            neu=tuple(plan.massnahmen[z] for z in ziele),
            art=m.nachfolge.art.value,
            bezeichnung=m.nachfolge.art.bezeichnung,
            begruendungen=tuple(dict.fromkeys(a.nachfolge.begruendung for a in gruppe if a.nachfolge)),
        )
    for m in massnahmen_der_fassung(plan, neu):
        if m.id not in genannt:
            yield Uebergang((), (m,), NEU, "neu", ())
