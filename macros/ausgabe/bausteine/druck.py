"""What pages show about print: links to the documents, and the Sammelmappe with its sheets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from macros.ausgabe.diagramm.aufbau import seitenbilder
from macros.ausgabe.diagramm.tabelle import zahlentabelle
from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.seite import Datei
from macros.modell.indikator import Indikator
from macros.modell.massnahme import Massnahme
from macros.sichten.flaechen import Flaeche
from macros.sichten.indikator_bild import bilder
from macros.sichten.indikator_umfeld import themenfelder
from macros.sichten.reihen import reihe

SAMMELMAPPE = "sammelmappe/"


@dataclass(frozen=True, slots=True)
class Druckfassung:
    """A document that readers can take along."""

    datei: str
    titel: str
    art: str
    inhalt: str


DRUCKFASSUNGEN = {
    "konzept": (
        Druckfassung(
            "konzept.pdf",
            "Das Konzept zum Drucken",
            "PDF",
            "Text, Matrix, Zahlen, Glossar und Quellen in einem Dokument.",
        ),
        Druckfassung("konzept.docx", "Das Konzept zum Weiterschreiben", "Word", "Derselbe Inhalt als Word-Datei."),
    ),
    "leicht": (
        Druckfassung(
            "leichte-sprache.pdf",
            "Das Wichtigste in Leichter Sprache",
            "PDF",
            "Große Schrift, ein Satz je Zeile, mit Bildern.",
        ),
    ),
    "poster": (
        Druckfassung(
            "poster.pdf",
            "Das Konzept auf einen Blick",
            "PDF",
            "Poster auf A3: Handlungsfelder, Herausforderungen, Maßnahmen.",
        ),
    ),
    "matrix": (
        Druckfassung(
            "massnahmenmatrix-a4.pdf", "Matrix auf A4", "PDF", "Maßnahmen und Herausforderungen als Tabellen."
        ),
        Druckfassung("massnahmenmatrix-a4.docx", "Matrix zum Weiterschreiben", "Word", "Dieselben Tabellen in Word."),
        Druckfassung("massnahmenmatrix-a3.pdf", "Matrix auf A3", "PDF", "Dieselben Tabellen in größerer Schrift."),
    ),
    "bericht": (
        Druckfassung(
            "umsetzungsbericht.pdf", "Bericht zum Stand der Umsetzung", "PDF", "Stand, Änderungen, Entscheidungsbedarf."
        ),
        Druckfassung(
            "umsetzungsbericht.docx", "Bericht zum Weiterschreiben", "Word", "Derselbe Inhalt als Word-Datei."
        ),
        Druckfassung(
            "vorlage.docx",
            "Vorlage an den Rat",
            "Word",
            "Entwurf mit Beschlussvorschlag, Sachverhalt und finanziellen Auswirkungen.",
        ),
    ),
}
"""Topic -> documents, in the order of the list of downloads."""


def druckfassungen(k: Kontext) -> Markup:
    """All documents that the data have, each with a sentence."""
    ohne = () if any(s.ist_leicht for s in k.plan.sprachen.values()) else ("leicht",)
    gruppen = [gruppe for thema, gruppe in DRUCKFASSUNGEN.items() if thema not in ohne]
    return k.rendere("bausteine/druckfassungen.html", druckfassungen=[d for gruppe in gruppen for d in gruppe])


def druckfassung_konzept(k: Kontext) -> Markup:
    """One line with the concept for print."""
    return k.rendere("bausteine/druckfassung.html", druckfassungen=DRUCKFASSUNGEN["konzept"])


def druckfassung_matrix(k: Kontext) -> Markup:
    """One line with the matrix for print."""
    return k.rendere("bausteine/druckfassung.html", druckfassungen=DRUCKFASSUNGEN["matrix"])


def druckfassung_bericht(k: Kontext) -> Markup:
    """One line with the report for print."""
    return k.rendere("bausteine/druckfassung.html", druckfassungen=DRUCKFASSUNGEN["bericht"])


def sammelmappe(k: Kontext) -> Markup:
    """Choice of measures and indicators that the browser puts together for print."""
    plan, aktuelle = k.plan, k.bau.massnahmen
    gruppen = [(f.name, [m for m in aktuelle if m.handlungsfeld == f.id]) for f in plan.handlungsfelder.values()]
    kennungen = {m.id for m in aktuelle}
    frueher = [m for m in plan.massnahmen.values() if m.id not in kennungen]
    gruppen = [(name, liste) for name, liste in [*gruppen, ("Frühere Fassungen", frueher)] if liste]
    return k.rendere(
        "bausteine/sammelmappe.html", gruppen=gruppen, frueher=bool(frueher), themenfelder=themenfelder(plan)
    )


def sammelmappe_dateien(bau: Bau) -> Iterator[Datei]:
    """The sheets of the Sammelmappe in one file, so that no server learns which of them are chosen."""
    blaetter = {
        "m": {
            m.id: {"titel": _blatttitel(bau, m), "html": _massnahmenblatt(bau, m)} for m in bau.plan.massnahmen.values()
        },
        "i": {i.id: {"titel": i.name, "html": _zahlenblatt(bau, i)} for i in bau.plan.indikatoren.values()},
    }
    yield Datei(f"{SAMMELMAPPE}blaetter.json", json.dumps(blaetter, ensure_ascii=False, separators=(",", ":")))


def _blatttitel(bau: Bau, m: Massnahme) -> str:
    """Number and title; of an older edition with its name."""
    name = f"{m.nummer} {m.titel}"
    fassung = bau.plan.fassungen[m.herkunft.fassung]
    return name if fassung == bau.fassung else f"{name} ({fassung.titel})"


class Blattkontext(Kontext):
    """A sheet shows what paper shows, though a browser prints it."""

    flaeche: ClassVar[Flaeche] = Flaeche.DRUCK


def _kontext(bau: Bau) -> Kontext:
    """A sheet marks no terms: their explanations would not be on paper."""
    return Blattkontext(bau, SAMMELMAPPE, mit_begriffen=False)


def _massnahmenblatt(bau: Bau, m: Massnahme) -> str:
    return str(_kontext(bau).rendere("druck/steckbrief.html", m=m, ebene=2, qr="", adresse=""))


def _zahlenblatt(bau: Bau, i: Indikator) -> str:
    r = reihe(bau.plan, i.id)
    return str(
        _kontext(bau).rendere(
            "druck/indikator.html",
            i=i,
            ebene=2,
            tabelle=zahlentabelle(r, wie_im_bild=True),
            diagramme=[d for b in bilder(r) for d in seitenbilder(b, f"mappe-{i.id}-{b.kennung}")],
            inline=True,
        )
    )
