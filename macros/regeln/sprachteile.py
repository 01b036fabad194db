"""Rules on a language as a whole: its code and direction, the words of its frame, and every record it should tell of."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date

from macros.modell.befund import Befund, Schwere, melde
from macros.modell.felder import felder
from macros.modell.geltung import geltende_fassung
from macros.modell.grundtypen import Datensatz
from macros.modell.plan import Plan
from macros.modell.sprache import Schreibrichtung, Sprache, Sprachteil
from macros.modell.sprachteile import Menueworte
from macros.regeln.register import regel

MINDESTENS = 15
"""Words of the offices that a language with a glossary explains, where the German glossary has so many."""


@regel
def sprachcode(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A language has a code that is known, and the direction in which its own words run."""
    from babel import Locale, UnknownLocaleError  # asked for by few files

    for s in plan.sprachen.values():
        try:
            richtung = Locale.parse(s.code.split("-")[0]).text_direction
        except (UnknownLocaleError, ValueError):
            yield melde(
                plan.ort("sprachen", s.id, "code"),
                "code",
                "sprachcode",
                f"Eine Sprache „{s.code}“ ist nicht bekannt; Zahlen und Tage stehen dort wie im Deutschen.",
                "Den Code nach BCP 47 eintragen, zum Beispiel en, uk oder ku.",
                Schwere.WARNUNG,
            )
            richtung = s.richtung.value
        worte = [("richtung", richtung), *((feld, r) for feld, wort in _worte(s) if (r := _richtung(wort)))]
        if anders := next(((feld, r) for feld, r in worte if r != s.richtung.value), None):
            feld, richtung = anders
            yield melde(
                plan.ort("sprachen", s.id, *_pfad(feld)),
                feld,
                "sprachrichtung",
                f"Die Seite läuft laut richtung {s.richtung.value}, „{s.eigenname}“ schreibt hier {richtung}.",
                f"richtung: {richtung} eintragen oder den Text in die Sprache der Seite bringen.",
            )


def _pfad(feld: str) -> tuple[str | int, ...]:
    return tuple(int(teil) - 1 if teil.isdigit() else teil for teil in feld.split("."))


def _worte(s: Sprache) -> list[tuple[str, str]]:
    """What a reader sees first, with its field."""
    je = [(f"massnahmen.{n}.titel", m.titel) for n, m in enumerate(s.massnahmen, 1)]
    return [("titel", s.titel), ("hinweis", s.hinweis), *_kapiteltitel(s), *je]


def _kapiteltitel(s: Sprache) -> list[tuple[str, str]]:
    return [(f"kapitel.{n}.titel", k.titel) for n, k in enumerate(s.kapitel, 1)]


def _richtung(text: str) -> str | None:
    """The direction of most letters of a text; None where it has none."""
    arten = [unicodedata.bidirectional(z) for z in text]
    rechts, links = sum(a in ("R", "AL") for a in arten), arten.count("L")
    if rechts == links:
        return None
    return (Schreibrichtung.RECHTS_NACH_LINKS if rechts > links else Schreibrichtung.LINKS_NACH_RECHTS).value


@regel
def sprache_vollstaendig(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A language that tells of measures tells of every one of the edition in force, once, with the words around them."""
    if any(f not in plan.fassungen for f in plan.bekannt.get("fassungen", ())):
        return  # which edition is in force, nobody knows before that file is mended
    fassung = geltende_fassung(plan, stichtag)
    for s in plan.sprachen.values():
        teile = {k.teil for k in s.kapitel}
        if s.rahmen is None and (s.massnahmen or s.glossar):
            yield _fehlt(plan, s, "rahmen", "Die Worte des Rahmens fehlen; Menü und Fußzeile stehen auf Deutsch.",
                         "Unter rahmen alle Worte in dieser Sprache ergänzen.")  # fmt: skip
        if s.rahmen and s.rahmen.menueworte is None:
            worte = ", ".join(f"„{f.titel}“" for f in felder(Menueworte))
            yield _fehlt(plan, s, "rahmen", f"In Untermenü, Farbschalter und Fußzeile stehen auf Deutsch: {worte}.",
                         "Unter rahmen.menueworte jedes Wort in dieser Sprache ergänzen.")  # fmt: skip
        if s.massnahmen:
            geltende = [m.id for m in plan.massnahmen.values() if fassung and m.herkunft.fassung == fassung.id]
            yield from _vergleich(plan, s, "massnahmen", [m.massnahme for m in s.massnahmen], geltende)
            genannt = [f.handlungsfeld for f in s.handlungsfelder]
            yield from _vergleich(plan, s, "handlungsfelder", genannt, list(plan.handlungsfelder))
            gebraucht = dict.fromkeys(z for m in geltende for z in plan.massnahmen[m].zielgruppen)
            yield from _vergleich(plan, s, "zielgruppen", [z.zielgruppe for z in s.zielgruppen], list(gebraucht))
        if s.glossar:
            begriffe = [b.begriff for b in s.glossar]
            yield from _vergleich(plan, s, "glossar", begriffe, [])
            if len(set(begriffe)) < (soll := min(MINDESTENS, len(plan.glossar))):
                yield _fehlt(plan, s, "glossar", f"{len(set(begriffe))} Wörter sind erklärt, {soll} sollen es sein.",
                             "Weitere Begriffe aus dem Glossar ergänzen.")  # fmt: skip
        for da, teil in ((s.massnahmen, Sprachteil.MASSNAHMEN), (s.glossar, Sprachteil.GLOSSAR)):
            if bool(da) != (teil in teile):
                was = "Kein Kapitel zeigt sie" if da else "Ein Kapitel zeigt sie, aber es gibt keine"
                yield _fehlt(plan, s, teil.value, f"{teil.bezeichnung}: {was}.",
                             f"In einem Kapitel „teil: {teil.value}“ eintragen und die Einträge ergänzen.")  # fmt: skip


def _fehlt(plan: Plan, s: Sprache, feld: str, text: str, rat: str) -> Befund:
    return melde(plan.ort("sprachen", s.id, feld), feld, "sprache-vollstaendig", text, rat, Schwere.WARNUNG)


def _vergleich(plan: Plan, s: Sprache, feld: str, da: Sequence[str], soll: Sequence[str]) -> Iterator[Befund]:
    """Findings on records that a language leaves out, and on those that it names twice."""
    saetze: dict[str, Datensatz] = dict(plan.sammlung(feld))
    if fehlend := [k for k in soll if k not in da and k in saetze]:
        weitere = f" und {len(fehlend) - 5} weitere" if len(fehlend) > 5 else ""
        yield _fehlt(
            plan, s, feld, f"Es fehlen: {', '.join(fehlend[:5])}{weitere}.", "In dieser Sprache ergänzen; bis dahin steht dort Deutsch."
        )  # fmt: skip
    for doppelt in dict.fromkeys(k for k in da if list(da).count(k) > 1):
        yield _fehlt(plan, s, feld, f"„{doppelt}“ steht zweimal da.", "Einen der beiden Einträge löschen.")
