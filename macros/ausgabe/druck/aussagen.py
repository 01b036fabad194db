"""The claims of the concept against its figures, for the annex: in its own order, each with what it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.ausgabe.druck.dokument import Teil
from macros.ausgabe.druck.druckkontext import Druckkontext
from macros.ausgabe.kontext import Bau
from macros.ausgabe.worte.behauptungen import formeltext, gegenueber
from macros.modell.aussage import Aussage
from macros.modell.formel import Formel
from macros.modell.konzept import Abschnitt
from macros.modell.plan import Plan
from macros.modell.rechnung import Ergebnis, ist_berechnet
from macros.sichten.behauptung import Ausgang, Pruefung, pruefe_aussage


@dataclass(frozen=True, slots=True)
class Nachrechnung:
    """A claim with both figures in words, how its own comes about, and the sources of that."""

    pruefung: Pruefung
    im_text: str
    nachgerechnet: str
    rechnung: str
    quellen: tuple[str, ...]

    @property
    def aussage(self) -> Aussage:
        """The claim itself."""
        return self.pruefung.aussage


def nachrechnungen(plan: Plan, abschnitte: Iterable[Abschnitt]) -> Iterator[Nachrechnung]:
    """Every claim of these sections, section by section."""
    for abschnitt in abschnitte:
        for aussage in plan.aussagen.values():
            if aussage.abschnitt == abschnitt.id:
                yield _nachrechnung(plan, pruefe_aussage(plan, aussage))


def anhang(bau: Bau, abschnitte: Iterable[Abschnitt]) -> list[Teil]:
    """The table of claims on pages that lie on their side; nothing where there are none."""
    zeilen = list(nachrechnungen(bau.plan, abschnitte))
    if not zeilen:
        return []
    zahl = Counter(z.pruefung.ausgang for z in zeilen)
    html = Druckkontext(bau, "").rendere(
        "druck/aussagen.html", zeilen=zeilen, zahl=[(a, zahl[a]) for a in Ausgang if zahl[a]]
    )
    return [Teil(html, quer=True)]


def _nachrechnung(plan: Plan, p: Pruefung) -> Nachrechnung:
    im_text, nachgerechnet = gegenueber(p)
    formel = p.aussage.formel
    return Nachrechnung(
        p,
        im_text,
        nachgerechnet,
        _rechnung(plan, formel, p.ergebnis) if formel and p.ergebnis else "",
        _quellen(plan, formel) if formel and p.ergebnis else (),
    )


def _rechnung(plan: Plan, formel: Formel, ergebnis: Ergebnis) -> str:
    """„berechnet: Beschäftigte [2021] ÷ Bevölkerung [2021] × 100“, with the Stichtag of every figure."""
    mit_zeiten = formel.model_copy(
        update={
            name: tuple(s.glied.model_copy(update={"stichtag": s.stichtag}) for s in summanden)
            for name, summanden in (("zaehler", ergebnis.zaehler), ("nenner", ergebnis.nenner))
        }
    )
    return f"{'berechnet' if ist_berechnet(plan, formel) else 'abgelesen'}: {formeltext(plan, mit_zeiten)}"


def _quellen(plan: Plan, formel: Formel) -> tuple[str, ...]:
    """Ids of the sources of all figures in a formula, each once."""
    return tuple(dict.fromkeys(plan.indikatoren[g.indikator].quelle for g in (*formel.zaehler, *formel.nenner)))
