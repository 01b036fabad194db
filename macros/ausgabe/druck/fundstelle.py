"""Where in the data lies what cannot be set: record, file and line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from macros.ausgabe.druck.satz.baumgang import alle_anker
from macros.ausgabe.druck.satz.druckbaum import Druckbaum, Druckteil, als_text
from macros.ausgabe.druck.satz.knoten import Druckfehler
from macros.ausgabe.druck.satz.setzen import setze
from macros.modell.plan import SAMMLUNGEN, Plan
from macros.modell.texte import alle_texte


def mit_fundstelle(plan: Plan, fehler: Druckfehler, baeume: Sequence[Druckbaum]) -> Druckfehler:
    """The same error with the place of the text, or of the record, that it comes from."""
    if fehler.zeichen:
        for stelle in alle_texte(plan):
            if fehler.zeichen in stelle.text and stelle.sammlung != "sprachen":
                return Druckfehler(f"{stelle.ort.datei}:{stelle.ort.zeile}: {fehler}")
    if fehler.anker:
        return Druckfehler(f"{_ort(plan, fehler.anker)}{fehler}")
    schuldig = next((teil for baum in baeume for teil in baum.teile if _scheitert(baum, (teil,), str(fehler))), None)
    if schuldig is None:
        return fehler
    baum = next(b for b in baeume if schuldig in b.teile)
    return Druckfehler(f"{_ort(plan, _letzter_anker(baum, schuldig, str(fehler)))}{fehler}")


def _scheitert(baum: Druckbaum, teile: tuple[Druckteil, ...], wie: str) -> bool:
    """True where parts of a document fail alone as all of it does; links to other parts fail otherwise."""
    try:
        setze(als_text(replace(baum, teile=teile, deckblatt=False, verzeichnis=0)))
    except Druckfehler as fehler:
        return str(fehler) == wie
    return False


def _letzter_anker(baum: Druckbaum, teil: Druckteil, wie: str) -> list[str]:
    """The anchors up to the first node with which a part can no longer be set, the nearest first."""
    von, bis = 0, len(teil.kinder)
    while von < bis:
        mitte = (von + bis) // 2
        if _scheitert(baum, (replace(teil, kinder=teil.kinder[: mitte + 1]),), wie):
            bis = mitte
        else:
            von = mitte + 1
    return list(alle_anker(teil.kinder[: von + 1]))[::-1]


def _ort(plan: Plan, anker: Iterable[str]) -> str:
    """File and line of the first record that one of the anchors names; empty where none does."""
    for name in anker:
        for sammlung in SAMMLUNGEN:
            kennung = name.removeprefix(f"{sammlung}-")
            if kennung != name and kennung in plan.sammlung(sammlung):
                ort = plan.ort(sammlung, kennung)
                return f"{ort.datei}:{ort.zeile}: {plan.name(sammlung, kennung)}: "
    return ""
