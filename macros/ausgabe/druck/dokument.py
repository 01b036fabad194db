"""A document before it is set: what it is called, what its cover says, its parts as HTML."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

import segno
from markupsafe import Markup

from macros.ausgabe.druck.druckkontext import im_netz, symbole
from macros.ausgabe.druck.satz.baum import Leser
from macros.ausgabe.druck.satz.bilderschatz import Bilderschatz
from macros.ausgabe.druck.satz.druckbaum import Druckbaum, Druckteil
from macros.ausgabe.druck.satz.fremdschrift import mit_sprache
from macros.ausgabe.druck.satz.gliederung import hebe_bloecke, ordne_titel, verbinde
from macros.ausgabe.druck.satz.wortraum import trennbar
from macros.ausgabe.kontext import Bau
from macros.deutsch.buchstaben import gross, kennung
from macros.deutsch.kalender import tag, tag_lang
from macros.deutsch.saetze import gekuerzt
from macros.modell.auswahlen import Stichtagsform
from macros.modell.geltung import Geltung
from macros.modell.gemeinde import Fassung, Gemeinde
from macros.modell.plan import Plan
from macros.modell.stichtag import Stichtag


@dataclass(frozen=True)
class Teil:
    """A piece of a document: HTML, whether it begins a page, whether its pages lie on their side."""

    html: Markup
    neu: bool = True
    quer: bool = False


@dataclass(frozen=True)
class Dokument:
    """One document; `name` is what it is called for; with town and ending it is its address (`Bau.druckdatei`)."""

    name: str
    titel: str
    teile: Sequence[Teil]
    untertitel: str = ""
    deckblatt: bool = False
    verzeichnis: int = 0
    format: str = "a4"
    quer: bool = False
    angaben: Sequence[tuple[str, str]] = ()
    bilder: dict[str, str] = field(default_factory=dict)
    seite: str = ""
    formate: Sequence[str] = ("pdf",)
    """Endings of the files it is written as: `pdf`, `docx`."""
    tag: date | None = None
    """The day it is made; the day of the build where none is named."""
    textart: str = ""
    """Which text it is, such as „Lesefassung“; it stands in running heads, citation and properties."""
    entwurf: bool = False
    """True for what may still change; it says so on every page."""
    fassung: Fassung | None = None
    """The edition it belongs to; the one in force where none is named."""
    gross: bool = False
    """True for letters of 14 points, lines that no hyphen ends, and heads without words of the offices."""


def baum(bau: Bau, dokument: Dokument) -> Druckbaum:
    """A document as it is set."""
    plan, fassung = bau.plan, dokument.fassung or bau.fassung
    heute = dokument.tag or bau.stichtag
    art = "Entwurf" if dokument.entwurf else dokument.textart
    stadt = plan.gemeinde.bezeichnung or plan.gemeinde.name
    adresse = im_netz(bau, "seite", dokument.seite)
    return Druckbaum(
        titel=dokument.titel,
        dateititel=dateititel(dokument.titel, plan.gemeinde),
        kurztitel=trennbar(gekuerzt(f"{gross(art)}: {dokument.titel}" if art else dokument.titel, 81)),
        untertitel=dokument.untertitel,
        urheber=plan.gemeinde.urheber,
        gemeinde=stadt,
        fassung=trennbar(gekuerzt(_fassungszeile(bau, fassung), 81)) if fassung else "",
        beschreibung=": ".join(filter(None, (gross(art), dokument.untertitel or dokument.titel))),
        schlagworte=schlagworte(plan),
        kennzeichen=adresse or f"{kennung(plan.gemeinde.titel)}/{dokument.name} ({bau.pruefsumme})",
        herausgeber=plan.gemeinde.urheber,
        rechte=plan.gemeinde.lizenz_daten or "",
        rechte_url=plan.gemeinde.lizenz_url or "",
        tag=heute,
        deckblatt=dokument.deckblatt,
        verzeichnis=dokument.verzeichnis,
        format=dokument.format,
        quer=dokument.quer,
        gross=dokument.gross,
        angaben=(*dokument.angaben, *_angaben(bau, dokument, adresse)) if dokument.deckblatt else (),
        fusszeile=f"{trennbar(stadt)} · erstellt am {tag(heute)} (Daten {bau.pruefsumme})",
        adresse=adresse,
        qr=qr_code(adresse) if dokument.deckblatt and adresse else "",
        teile=tuple(_teile(bau, dokument)),
    )


def dateititel(titel: str, g: Gemeinde) -> str:
    """The title of a document outside of it: with the concept and its town, where it does not name them itself."""
    if g.name in titel:
        return titel
    return f"{titel} · {g.titel}" if g.name in g.titel else f"{titel} · {g.titel} · {g.name}"


def schlagworte(plan: Plan) -> tuple[str, ...]:
    """What a document is found by: the concept's own words for itself and for its fields, and its town."""
    felder = (f.name for f in plan.handlungsfelder.values())
    worte = (plan.gemeinde.titel, plan.gemeinde.name, *felder)
    return tuple(dict.fromkeys(wort.replace(",", " ·") for wort in worte))


def _teile(bau: Bau, dokument: Dokument) -> Iterator[Druckteil]:
    """The parts as trees; where links end and how deep headings stand shows when all of them are read."""
    leser = Leser(Bilderschatz(symbole(), dokument.bilder))
    gelesen = [leser.lies(teil.html) for teil in dokument.teile]
    davor = 0
    for teil, kinder in zip(dokument.teile, gelesen, strict=True):
        verbunden = verbinde(kinder, leser.anker, lambda art, ziel: im_netz(bau, art, ziel))
        geordnet, davor = ordne_titel(verbunden, davor)
        yield Druckteil(teil.neu, teil.quer, mit_sprache(hebe_bloecke(geordnet)))


def _angaben(bau: Bau, dokument: Dokument, adresse: str) -> list[tuple[str, str]]:
    """What every cover says: edition, when it was made, what the data are from, how to cite, licence, address."""
    plan, fassung = bau.plan, dokument.fassung or bau.fassung
    g, summe = plan.gemeinde, bau.pruefsumme
    zeilen = []
    if fassung:
        beschluss = fassung.beschluss or "nicht angegeben"
        if fassung.beschlossen_am:
            beschluss += f", {tag(fassung.beschlossen_am)}"
        zeilen += [("Fassung", f"{fassung.titel}, {fassung.jahr}"), ("Beschluss", beschluss)]
    stelle = adresse or g.website
    eintrag = bau.neuester_eintrag
    datenstand = f"Neuester Eintrag {tag(eintrag)}, " if eintrag else ""
    zeilen += [
        ("Erstellt am", tag_lang(dokument.tag or bau.stichtag)),
        ("Neuester Eintrag", tag_lang(eintrag) if eintrag else "Die Daten nennen keinen Tag."),
        ("Neueste Zahl", _zeit(bau.neueste_zahl) if bau.neueste_zahl else "keine"),
        ("Prüfsumme der Daten", summe),
        (
            "Zitierweise",
            f"{g.urheber}: {dokument.titel}{_in_klammern(bau, dokument, fassung)}. {datenstand}Prüfsumme der Daten {summe}. {stelle}",
        ),
        ("Lizenz der Texte und Daten", g.lizenz_daten or "nicht angegeben"),
    ]
    if adresse:
        zeilen.append(("Im Netz", adresse))
    return zeilen


def _fassungszeile(bau: Bau, fassung: Fassung) -> str:
    """The edition, and for one that is no longer in force the one that follows it."""
    nach = next((f for f in bau.plan.fassungen.values() if f.vorgaenger == fassung.id), None)
    gilt = bau.mit_vorbereitung.geltungen.get(fassung.id) is not Geltung.FRUEHER
    return fassung.titel if nach is None or gilt else f"{fassung.titel}, abgelöst durch {nach.titel}"


def _in_klammern(bau: Bau, dokument: Dokument, fassung: Fassung | None) -> str:
    """Which text of which edition is cited: „ (Lesefassung; Integrationskonzept 2025, 2025)“."""
    art = "Entwurf" if dokument.entwurf else dokument.textart
    ausgabe = f"{_fassungszeile(bau, fassung)}, {fassung.jahr}" if fassung else ""
    teile = [t for t in (art, ausgabe) if t]
    return f" ({'; '.join(teile)})" if teile else ""


def _zeit(stichtag: Stichtag) -> str:
    return (
        f"zum Stichtag {stichtag.bezeichnung}" if stichtag.art is Stichtagsform.TAG else f"für {stichtag.bezeichnung}"
    )


def qr_code(adresse: str) -> str:
    """The address as a picture that a phone can read."""
    bild = io.BytesIO()
    segno.make_qr(adresse, error="m").save(bild, kind="svg", border=2, scale=4, xmldecl=False)
    return bild.getvalue().decode()
