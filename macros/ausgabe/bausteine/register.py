"""What hand-written pages can show: name of the macro -> function of the page that gives HTML."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from macros.ausgabe.bausteine.arbeitsmappen import arbeitsmappen
from macros.ausgabe.bausteine.berichte import berichte
from macros.ausgabe.bausteine.druck import (
    druckfassung_bericht,
    druckfassung_konzept,
    druckfassung_matrix,
    druckfassungen,
    sammelmappe,
)
from macros.ausgabe.bausteine.feldkunde import feldkunde
from macros.ausgabe.bausteine.gebaerden import gebaerden
from macros.ausgabe.bausteine.listen import tabelle_herausforderungen, tabelle_massnahmen
from macros.ausgabe.bausteine.monitoring import downloads, kennzahlen, monitoring_uebersicht, monitoring_vergleich
from macros.ausgabe.bausteine.start import auf_einen_blick, einstieg, wege
from macros.ausgabe.bausteine.umsetzung import aenderungen, betrifft_mich, fassungen, neues, umsetzung
from macros.ausgabe.kontext import Kontext
from macros.ausgabe.worte.behauptungen import gegenueber
from macros.ausgabe.worte.zahlenquellen import zahlenhinweise
from macros.deutsch.kalender import tag
from macros.deutsch.saetze import numerus
from macros.modell.auswahlen import Akteursart
from macros.modell.indikator import Indikator
from macros.modell.klaerung import Klaerungsart
from macros.modell.plan import SAMMLUNGEN
from macros.sichten.behauptung import Ausgang, pruefe_aussage
from macros.sichten.bezuege import beteiligt_an, genannt_bei
from macros.sichten.klaerung import (
    Offenes,
    offenes_im_rechtsstand,
    offenes_in_anmerkungen,
    rechtsstaende,
)
from macros.sichten.lesefolge import folge

Baustein = Callable[..., Markup]


def handlungsfelder(k: Kontext) -> Markup:
    """Cards of the Handlungsfelder with their counts in the edition in force."""
    zahlen = {
        f.id: (
            sum(h.handlungsfeld == f.id for h in k.bau.herausforderungen),
            sum(m.handlungsfeld == f.id for m in k.bau.massnahmen),
        )
        for f in k.plan.handlungsfelder.values()
    }
    return k.rendere("bausteine/handlungsfelder.html", zahlen=zahlen)


def matrix_herausforderungen(k: Kontext) -> Markup:
    """All challenges as one table."""
    return tabelle_herausforderungen(k, None, "Herausforderungen")


def matrix_massnahmen(k: Kontext) -> Markup:
    """All measures as one table."""
    return tabelle_massnahmen(k, None, "Maßnahmen")


def konzept_inhalt(k: Kontext) -> Markup:
    """Contents of the concept, newest edition first."""
    fassungen = [(f, folge(k.plan, f.id)) for f in reversed(list(k.plan.fassungen.values()))]
    return k.rendere("bausteine/konzept_inhalt.html", fassungen=[(f, reihe) for f, reihe in fassungen if reihe])


def glossar(k: Kontext) -> Markup:
    """All terms in the order of a dictionary."""
    return k.rendere("bausteine/glossar.html")


def quellen(k: Kontext) -> Markup:
    """All sources with what rests on them."""
    return k.rendere("bausteine/quellen.html")


def zielgruppen(k: Kontext) -> Markup:
    """All target groups with the number of measures and challenges."""
    return k.rendere("bausteine/zielgruppen.html")


def _rolle(beteiligt: int, genannt: int) -> str:
    """„beteiligt an 3 Maßnahmen, außerdem genannt bei 1 Maßnahme“."""
    teile = [
        f"{wort} {n} {numerus(n, 'Maßnahme', 'Maßnahmen')}"
        for wort, n in (("beteiligt an", beteiligt), ("außerdem genannt bei" if beteiligt else "genannt bei", genannt))
        if n
    ]
    return ", ".join(teile) or "in keiner Maßnahme genannt"


def akteure(k: Kontext) -> Markup:
    """All Akteure by kind, with the number of measures they take part in, and of those that only name them."""
    je: dict[Akteursart, list[Any]] = defaultdict(list)
    for a in k.plan.akteure.values():
        je[a.art].append(a)
    rollen = {
        a: _rolle(
            len(k.geltende(beteiligt_an(k.plan, a))),
            len(k.geltende([m for m, _ in genannt_bei(k.plan, a, k.bau.bezuege)])),
        )
        for a in k.plan.akteure
    }
    gruppen = [(art, je[art]) for art in Akteursart if je[art]]
    return k.rendere("bausteine/akteure.html", gruppen=gruppen, rollen=rollen)


def datenqualitaet(k: Kontext) -> Markup:
    """Every claim of the concept with its outcome, and all notes on contradictions."""
    pruefungen = [pruefe_aussage(k.plan, a) for a in k.plan.aussagen.values()]
    reihenfolge = (
        Ausgang.WEICHT_AB,
        Ausgang.NICHT_PRUEFBAR,
        Ausgang.PASST_ZUSAMMEN,
        Ausgang.UEBERNOMMEN,
        Ausgang.NACHGERECHNET,
    )
    gruppen = [(a, [(p, *gegenueber(p)) for p in pruefungen if p.ausgang is a]) for a in reihenfolge]
    notizen = [
        (sammlung, satz.id, texte)
        for sammlung, satz in k.plan.alle()
        if (texte := zahlenhinweise(k.plan, satz) if isinstance(satz, Indikator) else getattr(satz, "anmerkungen", ()))
    ]
    zahl = [(a, n) for a in Ausgang if (n := sum(p.ausgang is a for p in pruefungen))]
    je = Counter(k.plan.konzept[p.aussage.abschnitt].fassung for p in pruefungen)
    je_fassung = [(f, je[f.id]) for f in k.plan.fassungen.values() if je[f.id]]
    return k.rendere(
        "bausteine/datenqualitaet.html",
        gruppen=gruppen,
        notizen=notizen,
        mehrzahl={name: typ.SAMMLUNG.mehrzahl for name, typ in SAMMLUNGEN.items()},
        fassungen=je_fassung,
        zahl=zahl,
    )


def zu_klaeren(k: Kontext) -> Markup:
    """What the town is asked to settle: written down, open beside the law or in notes, and law looked up long ago."""
    alle = k.plan.klaerungen.values()
    gruppen = [(art, liste) for art in Klaerungsart if (liste := [s for s in alle if s.art is art])]
    alte = [
        Offenes(sammlung, satz.id, f"{stand.text} (nachgesehen am {tag(stand.nachgesehen_am)})")
        for sammlung, satz, stand in rechtsstaende(k.plan)
        if stand.ist_alt(k.bau.stichtag)
    ]
    weitere = [
        (
            "rechtsstand",
            "Offen beim Rechtsstand",
            "Steht bei einem Rechtsstand als offen.",
            offenes_im_rechtsstand(k.plan),
        ),
        ("alt", "Neu nachzusehen", "Vor mehr als zwei Jahren nachgesehen.", alte),
        (
            "anmerkungen",
            "Offen in Anmerkungen",
            "Sätze aus Anmerkungen der Redaktion, die etwas offen lassen.",
            offenes_in_anmerkungen(k.plan),
        ),
    ]
    return k.rendere("bausteine/zu_klaeren.html", gruppen=gruppen, weitere=weitere)


def sprachen(k: Kontext) -> Markup:
    """Links to every language."""
    return k.rendere("bausteine/sprachen.html")


def sprachen_kurz(k: Kontext) -> Markup:
    """Languages on the start page; nothing where there are none."""
    return k.rendere("bausteine/sprachen_kurz.html") if k.plan.sprachen else Markup("")


def impressum(k: Kontext) -> Markup:
    """Imprint from `gemeinde.yaml`; says so where it is missing."""
    return k.rendere("bausteine/impressum.html", g=k.plan.gemeinde)


def datenschutz(k: Kontext) -> Markup:
    """Privacy: what the site does by itself, and what the town adds."""
    return k.rendere("bausteine/datenschutz.html", g=k.plan.gemeinde)


def barrierefreiheit(k: Kontext) -> Markup:
    """Statement on accessibility."""
    return k.rendere("bausteine/barrierefreiheit.html", g=k.plan.gemeinde)


BAUSTEINE: dict[str, Baustein] = {
    **{
        funktion.__name__: funktion
        for funktion in (
            aenderungen,
            akteure,
            arbeitsmappen,
            auf_einen_blick,
            barrierefreiheit,
            berichte,
            betrifft_mich,
            datenqualitaet,
            datenschutz,
            downloads,
            druckfassung_bericht,
            druckfassung_konzept,
            druckfassung_matrix,
            druckfassungen,
            einstieg,
            feldkunde,
            fassungen,
            gebaerden,
            glossar,
            handlungsfelder,
            impressum,
            kennzahlen,
            konzept_inhalt,
            matrix_herausforderungen,
            matrix_massnahmen,
            monitoring_uebersicht,
            monitoring_vergleich,
            neues,
            quellen,
            sammelmappe,
            sprachen,
            sprachen_kurz,
            umsetzung,
            wege,
            zu_klaeren,
            zielgruppen,
        )
    },
}
