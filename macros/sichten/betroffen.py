"""„Was betrifft mich?“: who somebody is, and the measures, challenges, figures and partners that go with it."""

from __future__ import annotations

from dataclasses import dataclass

from macros.deutsch.buchstaben import wortfolge
from macros.modell.matrix import Akteur, Zielgruppe
from macros.modell.plan import Plan
from macros.modell.verwandte import mit_unterbegriffen
from macros.sichten.bezuege import Bezuege, Satzschluessel
from macros.sichten.matrix import mitwirkende


@dataclass(frozen=True, slots=True)
class Treffer:
    """A record that concerns somebody, and which of the own groups it names."""

    kennung: str
    nennt: tuple[Satzschluessel, ...]


@dataclass(frozen=True, slots=True)
class Betroffen:
    """One answer to „Wer bin ich?“; `gruppen` are (collection, id) of what the answer stands for."""

    id: str
    anrede: str
    gruppen: tuple[Satzschluessel, ...]
    massnahmen: tuple[Treffer, ...]
    herausforderungen: tuple[Treffer, ...]
    indikatoren: tuple[str, ...]
    partner: tuple[str, ...]
    auch: tuple[str, ...] = ()
    """Measures that a situation in life lists for one of these groups, though they name none of them."""

    @property
    def adresse(self) -> str:
        """Address of the page with the answer."""
        return f"betrifft-mich/{self.id}/"


def betroffen(plan: Plan, bezuege: Bezuege) -> list[Betroffen]:
    """All answers, in the order of a dictionary. Target groups and Akteure with the same words are one answer.

    A record concerns an answer when it names its groups, a larger group they belong to, or a part of them.
    Measures of an edition that another follows are left out.
    """
    je_anrede: dict[str, list[Satzschluessel]] = {}
    for sammlung in ("zielgruppen", "akteure"):
        for satz in plan.sammlung(sammlung).values():
            for anrede in anreden(satz):
                je_anrede.setdefault(anrede, []).append((sammlung, satz.id))
    ergebnis: list[Betroffen] = []
    vergeben: set[str] = set()
    for anrede, eigene in sorted(je_anrede.items(), key=lambda paar: wortfolge(paar[0])):
        stamm = eigene[0][1]
        eltern = all(anrede == getattr(plan.sammlung(s)[k], "anrede_eltern", None) for s, k in eigene)
        namen = (f"eltern-{stamm}",) if eltern else (stamm, "-".join(eigene[0]))
        kennung = next(k for k in namen if k not in vergeben)
        vergeben.add(kennung)
        ergebnis.append(_antwort(plan, bezuege, kennung, anrede, tuple(eigene)))
    return ergebnis


def _antwort(plan: Plan, bezuege: Bezuege, kennung: str, anrede: str, eigene: tuple[Satzschluessel, ...]) -> Betroffen:
    rundum = umfeld(plan, eigene)
    gefolgt = {f.vorgaenger for f in plan.fassungen.values()}
    massnahmen = treffer(
        bezuege, eigene, rundum, "massnahmen", [m.id for m in plan.massnahmen.values() if m.nachfolge is None]
    )
    herausforderungen = treffer(
        bezuege,
        eigene,
        rundum,
        "herausforderungen",
        [h.id for h in plan.herausforderungen.values() if h.fassung not in gefolgt],
    )
    partner: dict[str, None] = {}
    indikatoren: dict[str, None] = {}
    for t in massnahmen:
        m = plan.massnahmen[t.kennung]
        partner.update(dict.fromkeys(mitwirkende(m)))
        indikatoren.update(dict.fromkeys(i.id for i in m.indikatoren))
    for sammlung, gruppe in rundum:
        indikatoren.update(dict.fromkeys(bezuege.auf(sammlung, gruppe, "indikatoren")))
    return Betroffen(
        id=kennung,
        anrede=anrede,
        gruppen=eigene,
        massnahmen=massnahmen,
        herausforderungen=herausforderungen,
        indikatoren=tuple(indikatoren),
        partner=tuple(p for p in partner if ("akteure", p) not in eigene),
        auch=_auch(plan, rundum, [t.kennung for t in massnahmen]),
    )


def _auch(plan: Plan, rundum: tuple[Satzschluessel, ...], schon: list[str]) -> tuple[str, ...]:
    """Measures, not followed by others, of the situations in life in which one of these groups can be."""
    gruppen = {kennung for sammlung, kennung in rundum if sammlung == "zielgruppen"}
    genannt = (m for lage in plan.lebenslagen.values() if gruppen & {*lage.zielgruppen} for m in lage.massnahmen)
    return tuple(m for m in dict.fromkeys(genannt) if m not in schon and plan.massnahmen[m].nachfolge is None)


def umfeld(plan: Plan, eigene: tuple[Satzschluessel, ...]) -> tuple[Satzschluessel, ...]:
    """The own groups, what they belong to (with all groups of the same words), and what belongs to them."""
    oben: dict[Satzschluessel, None] = dict.fromkeys(eigene)
    offen = list(eigene)
    for sammlung, kennung in offen:
        satz = plan.sammlung(sammlung)[kennung]
        weitere = [(sammlung, satz.oberbegriff)] if satz.oberbegriff in plan.sammlung(sammlung) else []
        weitere += [gleich for anrede in anreden(satz) for gleich in _gleich_angeredet(plan, anrede)]
        for gruppe in weitere:
            if gruppe not in oben:
                oben[gruppe] = None
                offen.append(gruppe)
    unten = ((sammlung, unter) for sammlung, kennung in eigene for unter in mit_unterbegriffen(plan, sammlung, kennung))
    return tuple(dict.fromkeys([*oben, *unten]))


def anreden(satz: Zielgruppe | Akteur) -> tuple[str, ...]:
    """The answers to „Wer bin ich?“ that lead to a group: its own, and that of parents for their children."""
    eltern = satz.anrede_eltern if isinstance(satz, Zielgruppe) else None
    return tuple(dict.fromkeys(a for a in (satz.anrede, eltern) if a))


def _gleich_angeredet(plan: Plan, anrede: str) -> list[Satzschluessel]:
    return [
        (sammlung, satz.id)
        for sammlung in ("zielgruppen", "akteure")
        for satz in plan.sammlung(sammlung).values()
        if anrede in anreden(satz)
    ]


def treffer(
    bezuege: Bezuege,
    eigene: tuple[Satzschluessel, ...],
    umfeld: tuple[Satzschluessel, ...],
    von: str,
    erlaubt: list[str],
) -> tuple[Treffer, ...]:
    """Records that name a group of the surroundings; first those that name an own group."""
    je = {gruppe: set(bezuege.auf(*gruppe, von)) for gruppe in umfeld}
    treffer = [
        Treffer(kennung, nennt)
        for kennung in erlaubt
        if (nennt := tuple(gruppe for gruppe in umfeld if kennung in je[gruppe]))
    ]
    return tuple(sorted(treffer, key=lambda t: not set(t.nennt) & set(eigene)))
