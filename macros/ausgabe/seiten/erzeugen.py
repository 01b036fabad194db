"""Everything the site consists of beyond the hand-written pages: `seiten` and `dateien` of a build."""

from __future__ import annotations

from collections.abc import Iterator

from macros.ausgabe.bausteine.berichte import berichtsdateien
from macros.ausgabe.bausteine.druck import sammelmappe_dateien
from macros.ausgabe.bausteine.gebaerden import gebaerdendateien
from macros.ausgabe.bearbeiten.seite import bearbeitungsseite
from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.offene_daten.dateien import datendateien
from macros.ausgabe.offene_daten.erkundungsdaten import erkundungsdateien
from macros.ausgabe.offene_daten.feed import feeds
from macros.ausgabe.offene_daten.kalender import kalenderdateien
from macros.ausgabe.offene_daten.vergleichsdaten import vergleichsdatei
from macros.ausgabe.seite import Datei, Seite
from macros.ausgabe.seiten.einbettung import einbettungsseiten
from macros.ausgabe.seiten.je_sammlung import ansicht
from macros.ausgabe.seiten.teilbilder import teilbilder
from macros.ausgabe.seiten.umleitung import umleitungen
from macros.ausgabe.seiten.umsetzung import antwortseiten, standseiten
from macros.ausgabe.worte.adressen import rueckmeldung
from macros.modell.geltung import Geltung, fassung_von
from macros.modell.gemeinde import LESEFASSUNG
from macros.modell.grundtypen import Datensatz
from macros.modell.konzept import Abschnitt
from macros.modell.matrix import Akteur, Zielgruppe
from macros.modell.plan import SAMMLUNGEN
from macros.sichten.tage import geaendert_am


def seiten(bau: Bau) -> Iterator[Seite]:
    """One page per record that has an address of its own (in preparation too), per state and per answer to „Wer bin ich?“."""
    for sammlung, typ in SAMMLUNGEN.items():
        if typ.SAMMLUNG.hat_seiten:
            yield from (seite(bau, satz) for satz in bau.plan.sammlung(sammlung).values())
            yield from (seite(bau.mit_vorbereitung, satz) for satz in bau.vorbereitete(sammlung))
    yield from standseiten(bau)
    yield from antwortseiten(bau)


def seiten_von(bau: Bau, sammlung: str, kennung: str) -> Iterator[Seite]:
    """The page of one record, as `seiten` has it; none where it has no address of its own, or is not there."""
    if not SAMMLUNGEN[sammlung].SAMMLUNG.hat_seiten:
        return
    for dieser in (bau, bau.mit_vorbereitung):
        if satz := dieser.plan.sammlung(sammlung).get(kennung):
            yield seite(dieser, satz)
            return


def seite(bau: Bau, satz: Datensatz) -> Seite:
    """The page of a record."""
    sammlung = satz.SAMMLUNG
    ort = sammlung.ort(satz.id)
    k = Kontext(bau, ort, mit_begriffen=sammlung.deutsch)
    geltung = bau.geltungen.get(fassung_von(satz) or "", Geltung.IN_KRAFT)
    vorbereitet = geltung is Geltung.IN_VORBEREITUNG
    inhalt = k.rendere(sammlung.vorlage, satz=satz, vorbereitet=vorbereitet, **ansicht(satz, k))
    kopf: dict[str, object] = {
        "art": sammlung.einzahl,
        "kennung": satz.id,
        "sammlung": sammlung.ordner,
        "datei": f"data/{sammlung.ordner}/{satz.id}.yaml",
        "browser_art": f"Kapitel {satz.nummer}" if isinstance(satz, Abschnitt) else sammlung.einzahl,
        "kurz": satz.stichwort_im(bau.mit_vorbereitung.plan),
        "rueckmeldung": rueckmeldung(bau.plan, sammlung.ordner, satz.id) or "",
    }
    if am := geaendert_am(bau.plan, satz, bau.stichtag):
        kopf["geaendert"] = am.isoformat()
    if isinstance(satz, Zielgruppe | Akteur) and "data-matrix" in inhalt:
        # The list takes the room that the table of contents would take from its columns.
        kopf["hide"] = ["toc"]
    if vorbereitet:
        kopf["vorbereitet"] = True
    was = sammlung.einzahl
    if geltung is not Geltung.IN_KRAFT:
        titel = bau.plan.name("fassungen", fassung_von(satz) or "")
        kopf["fassung"] = f"{titel} ({geltung.value}{_abloesung(bau, satz)})"
        kopf["textart"] = LESEFASSUNG if vorbereitet else bau.plan.fassungen[fassung_von(satz) or ""].textart
        kopf["browser_art"] = titel
        was = f"{was}, {kopf['fassung']}" if vorbereitet else f"{was}, {titel}"
    return Seite(
        adresse=ort,
        titel=f"{satz.name_im(bau.plan)} ({was})",
        inhalt=f"{inhalt}\n{k.begriffskarten()}\n",
        kopf=kopf,
    )


def _abloesung(bau: Bau, satz: Datensatz) -> str:
    """„, abgelöst durch …“ of what belongs to an edition that another in force followed."""
    nach = next((f for f in bau.plan.fassungen.values() if f.vorgaenger == fassung_von(satz)), None)
    if nach is None or bau.geltungen.get(nach.id) is Geltung.IN_VORBEREITUNG:
        return ""
    return f", abgelöst durch {nach.titel}"


def dateien(bau: Bau) -> Iterator[Datei]:
    """Every generated file that is no page."""
    yield from feeds(bau)
    yield from kalenderdateien(bau)
    yield from datendateien(bau)
    yield from erkundungsdateien(bau)
    yield vergleichsdatei(bau)
    yield from einbettungsseiten(bau)
    yield from sammelmappe_dateien(bau)
    yield from teilbilder(bau)
    yield from umleitungen(bau)
    yield from berichtsdateien(bau)
    yield from gebaerdendateien(bau)
    yield from bearbeitungsseite(bau)
