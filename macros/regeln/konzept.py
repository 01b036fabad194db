"""Rules on the concept's text: numbers, footnotes, figures, terms."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

import markdown

from macros.modell.befund import Befund, melde
from macros.modell.plan import Plan
from macros.modell.schreibweise import feldname
from macros.modell.texte import alle_texte
from macros.regeln.register import regel

_MARKE = re.compile(r"\[\^([^\]\s]+)\]")


@regel
def abschnittsnummer(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A section number is given once; where the source gives it twice, `nummer_zusatz` tells them apart."""
    gleiche: dict[tuple[str, str], list[str]] = defaultdict(list)
    for a in plan.konzept.values():
        gleiche[(a.fassung, a.nummer)].append(a.id)
    for (_, nummer), kennungen in gleiche.items():
        zusaetze = Counter(plan.konzept[k].nummer_zusatz for k in kennungen)
        for kennung in kennungen[1:] if len(kennungen) > 1 else []:
            zusatz = plan.konzept[kennung].nummer_zusatz
            if zusaetze[zusatz] > 1:
                yield melde(
                    plan.ort("konzept", kennung, "nummer"),
                    "nummer",
                    "abschnittsnummer",
                    f"Die Nummer {nummer} trägt auch {kennungen[0]}.yaml.",
                    "Nummer ändern, oder beide mit nummer_zusatz unterscheiden, wenn das Konzept sie doppelt vergibt.",
                )


@regel
def abschnitt_ueber(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A section has the section above it: 3.1.4 needs 3.1."""
    nummern = {(a.fassung, a.nummer) for a in plan.konzept.values()}
    if not plan.ist_ganz("konzept"):
        return  # a section too broken to load may be the one above
    for a in plan.konzept.values():
        oben = a.nummer.rpartition(".")[0]
        if oben and (a.fassung, oben) not in nummern:
            yield melde(
                plan.ort("konzept", a.id, "nummer"),
                "nummer",
                "gliederung",
                f"Zum Abschnitt {a.nummer} fehlt der Abschnitt {oben}.",
                "Den übergeordneten Abschnitt anlegen.",
            )


@regel
def fussnoten(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """Every footnote mark has its footnote and every footnote its mark; a number is used once an edition."""
    vergeben: dict[tuple[str, int], str] = {}
    for a in plan.konzept.values():
        marken = Counter(_MARKE.findall(a.text or ""))
        nummern = {str(f.nummer) for f in a.fussnoten}
        for marke in marken:
            if marke not in nummern:
                yield melde(
                    plan.ort("konzept", a.id, "text"),
                    "text",
                    "fussnote",
                    f"Zur Marke [^{marke}] fehlt die Fußnote.",
                    "Unter fussnoten ergänzen oder die Marke löschen.",
                )
        for stelle, note in enumerate(a.fussnoten):
            ort = plan.ort("konzept", a.id, "fussnoten", stelle, "nummer")
            if str(note.nummer) not in marken:
                yield melde(
                    ort,
                    f"fussnoten.{stelle + 1}.nummer",
                    "fussnote",
                    f"Die Fußnote {note.nummer} hat keine Marke im Text.",
                    f"[^{note.nummer}] an die richtige Stelle im Text setzen.",
                )
            erster = vergeben.setdefault((a.fassung, note.nummer), a.id)
            if erster != a.id or [f.nummer for f in a.fussnoten].index(note.nummer) != stelle:
                yield melde(
                    ort,
                    f"fussnoten.{stelle + 1}.nummer",
                    "fussnote",
                    f"Die Fußnote {note.nummer} gibt es schon in {erster}.yaml.",
                    "Eine freie Nummer verwenden.",
                )


@regel
def fussnotenmarken(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A footnote's mark stands where it acts: in the text of a section, and not in a piece of code there."""
    for stelle in alle_texte(plan):
        marken = dict.fromkeys(_MARKE.findall(stelle.text)) if "[^" in stelle.text else {}
        im_abschnitt = stelle.sammlung == "konzept" and stelle.pfad == ("text",)
        if im_abschnitt and marken:
            for wirkt in wirkende_marken(stelle.text, marken):
                marken.pop(wirkt, None)
        for marke in marken:
            yield melde(
                stelle.ort,
                feldname(stelle.pfad),
                "fussnote",
                f"Die Marke [^{marke}] steht in einem Stück Code und ruft dort keine Fußnote."
                if im_abschnitt
                else f"Die Marke [^{marke}] wirkt hier nicht; Fußnoten gibt es nur im Text eines Abschnitts.",
                "Die Marke außerhalb der Codezeichen setzen (auch eine Einrückung von vier Zeichen macht Code)."
                if im_abschnitt
                else "Die Marke löschen und sagen, was die Fußnote sagt.",
            )


def wirkende_marken(text: str, marken: Iterable[str]) -> list[str]:
    """The marks that Markdown reads as such when each has its footnote."""
    md = markdown.Markdown(extensions=["sane_lists", "tables", "footnotes"])
    html = md.convert(text + "".join(f"\n\n[^{m}]: {m}" for m in marken))
    return [m for m in marken if f'id="fnref:{m}"' in html]


@regel
def abbildungen(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A figure is listed once, and one without data says why."""
    vergeben: dict[tuple[str, int], str] = {}
    for a in plan.konzept.values():
        for stelle, bild in enumerate(a.abbildungen):
            ort = plan.ort("konzept", a.id, "abbildungen", stelle)
            if bild.indikator is None and bild.hinweis is None:
                yield melde(
                    ort,
                    f"abbildungen.{stelle + 1}",
                    "abbildung",
                    f"Die Abbildung {bild.nummer} hat weder Daten noch einen Hinweis.",
                    "indikator nennen oder im hinweis sagen, was fehlt.",
                )
            if (a.fassung, bild.nummer) in vergeben:
                yield melde(
                    ort,
                    f"abbildungen.{stelle + 1}.nummer",
                    "abbildung",
                    f"Die Abbildung {bild.nummer} steht schon in {vergeben[(a.fassung, bild.nummer)]}.yaml.",
                    "Einen Eintrag löschen.",
                )
            vergeben.setdefault((a.fassung, bild.nummer), a.id)


@regel
def querverweise(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A cross-reference leads somewhere, or says why it does not."""
    for a in plan.konzept.values():
        for stelle, verweis in enumerate(a.verweise):
            if verweis.abschnitt is None and verweis.hinweis is None:
                yield melde(
                    plan.ort("konzept", a.id, "verweise", stelle),
                    f"verweise.{stelle + 1}",
                    "querverweis",
                    f"Der Verweis „{verweis.wortlaut}“ hat kein Ziel.",
                    "abschnitt nennen oder im hinweis sagen, was fehlt.",
                )


@regel
def begriff_doppelt(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A term and each of its forms is explained once."""
    vergeben: dict[str, str] = {}
    for b in plan.glossar.values():
        for wort in dict.fromkeys((b.bezeichnung, *b.formen)):
            erster = vergeben.setdefault(wort, b.id)
            if erster != b.id:
                feld = "bezeichnung" if wort == b.bezeichnung else "formen"
                yield melde(
                    plan.ort("glossar", b.id, feld),
                    feld,
                    "begriff-doppelt",
                    f"„{wort}“ erklärt schon {erster}.yaml.",
                    "Einen der Einträge löschen oder umbenennen.",
                )
