"""Claims and formulas in words."""

from __future__ import annotations

from macros.ausgabe.worte.einheiten import mit_einheit
from macros.modell.aussage import Rundungswort
from macros.modell.einheit import Einheit
from macros.modell.formel import Formel, Glied
from macros.modell.plan import Plan
from macros.sichten.behauptung import Pruefung


def gegenueber(p: Pruefung) -> tuple[str, str]:
    """A claim's stated and computed figure in words: („knapp 10 %“, „9,9 %“)."""
    b = p.aussage.behauptung
    wort = "" if b.wort is Rundungswort.GENAU else f"{b.wort.bezeichnung} "
    behauptet = wort + mit_einheit(b.wert, b.einheit, b.stellen)
    if p.ergebnis is None:
        return behauptet, ""
    genauer = b.stellen if b.einheit != Einheit.PROZENT else max(b.stellen, 1)
    return behauptet, mit_einheit(p.ergebnis.wert, b.einheit, genauer)


def formeltext(plan: Plan, formel: Formel) -> str:
    """A formula in words: „Beschäftigte ÷ Einwohner*innen × 100“."""
    zaehler = _summe(plan, formel.zaehler)
    if len(formel.zaehler) > 1 and (formel.nenner or formel.faktor != 1):
        zaehler = f"({zaehler})"
    teile = zaehler
    if formel.nenner:
        nenner = _summe(plan, formel.nenner)
        teile += f" ÷ ({nenner})" if len(formel.nenner) > 1 else f" ÷ {nenner}"
    if formel.faktor != 1:
        teile += f" × {formel.faktor:g}"
    return teile


def _summe(plan: Plan, glieder: tuple[Glied, ...]) -> str:
    text = ""
    for stelle, g in enumerate(glieder):
        zeichen = (" − " if g.abziehen else " + ") if stelle else ("− " if g.abziehen else "")
        text += zeichen + _glied(plan, g)
    return text


def _glied(plan: Plan, g: Glied) -> str:
    wahl = [w if isinstance(w, str) else " + ".join(w) for w in g.auswahl.values()]
    if g.stichtag:
        wahl.append(plan.indikatoren[g.indikator].zeit(g.stichtag).bezeichnung)
    name = plan.indikatoren[g.indikator].name
    return f"{name} [{', '.join(wahl)}]" if wahl else name
