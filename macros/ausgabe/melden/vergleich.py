"""Differences between two Plans as German sentences: plain text, Markdown, or one HTML page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from macros.ausgabe.melden.befunde import maskiere
from macros.ausgabe.worte.einheiten import mit_einheit
from macros.deutsch.kalender import tag
from macros.deutsch.saetze import gekuerzt
from macros.deutsch.zahlen import noetige_stellen, prozentpunkte, runde, zahl
from macros.modell.auswahl import Auswahl
from macros.modell.einheit import Einheit
from macros.modell.felder import feld as modellfeld
from macros.modell.felder import felder, feldwort
from macros.modell.grundtypen import Satz
from macros.modell.indikator import Indikator, Kennzahl
from macros.modell.plan import SAMMLUNGEN, Pfad, Plan
from macros.modell.stichtag import Stichtag
from macros.sichten.stand import NICHT_BERICHTET_WORT
from macros.sichten.unterschied import Berichtwechsel, Feldwechsel, Satzwechsel, Unterschied, Wechsel, Zahlwechsel

KEINER = "Keine Änderung an den Daten."
_LEER = "nicht angegeben"
_UMFELD = 4
_LAENGE = 220


@dataclass
class Vergleichsabschnitt:
    """A heading and its sentences."""

    titel: str
    saetze: list[str] = field(default_factory=list)


def abschnitte(u: Unterschied) -> list[Vergleichsabschnitt]:
    """What changes, in the order of the collections, and at the end what a reviewer should look at."""
    gruppen: dict[str, Vergleichsabschnitt] = {}

    def rein(titel: str, satz: str) -> None:
        gruppen.setdefault(titel, Vergleichsabschnitt(titel)).saetze.append(satz)

    for b in u.berichte:
        rein("Maßnahmen", _bericht(u.neu, b))
    for s in u.saetze:
        titel = "Gemeinde" if s.sammlung == "gemeinde" else SAMMLUNGEN[s.sammlung].SAMMLUNG.mehrzahl
        for satz in _satz(u, s):
            rein(titel, satz)
    for z in u.zahlen:
        rein("Neu berechnet" if z.berechnet else "Zahlen", zahlsatz(u, z))
    for a in u.aussagen:
        rein(
            "Aussagen des Konzepts",
            f"{u.neu.name('aussagen', a.kennung)} {a.alt.bezeichnung} → {a.neu.bezeichnung}",
        )
    for hinweis in _zu_pruefen(u):
        rein("Bitte genau ansehen", hinweis)
    return list(gruppen.values())


def _name(u: Unterschied, sammlung: str, kennung: str) -> str:
    plan = u.neu if kennung in u.neu.sammlung(sammlung) else u.alt
    return plan.name(sammlung, kennung)


def _bericht(plan: Plan, b: Berichtwechsel) -> str:
    name, s = plan.name("massnahmen", b.massnahme), b.sachstand
    if b.art is Wechsel.GELOESCHT:
        return f"{name}: Sachstand vom {tag(s.datum)} gelöscht"
    davor = b.davor.bezeichnung if b.davor else NICHT_BERICHTET_WORT
    stand = f"Stand {davor} → {s.stand.bezeichnung}" if davor != s.stand.bezeichnung else f"Stand weiter {davor}"
    ampel = f", {s.ampel.bezeichnung}" if s.ampel else ""
    wort = "Sachstand" if b.art is Wechsel.NEU else "geänderter Sachstand"
    text = f": „{_kurz(s.text)}“" if s.text else ""
    return f"{name}: {stand}{ampel} ({wort} vom {tag(s.datum)}{text})"


def _satz(u: Unterschied, s: Satzwechsel) -> Iterator[str]:
    if s.sammlung == "gemeinde":
        for f in s.felder:
            yield _feld(u, type(u.neu.gemeinde), f)
        return
    name = _name(u, s.sammlung, s.kennung)
    if s.art is not Wechsel.GEAENDERT:
        yield f"{s.art.value}: {name}"
    for f in s.felder:
        yield f"{name}: {_feld(u, SAMMLUNGEN[s.sammlung], f)}"


def _feld(u: Unterschied, typ: type[Satz], f: Feldwechsel) -> str:
    return feldsatz(u.alt, u.neu, typ, f)


def feldsatz(alter: Plan, neuer: Plan, typ: type[Satz], f: Feldwechsel) -> str:
    """What became of one field, as a sentence without its end; references are said with the names of their Plan."""
    ziel = _verweisziel(typ, f.pfad)
    wort = feldwort(typ, f.pfad)
    if f.alt in (None, ()) and f.neu is not None:
        neu = _wert(neuer, f.neu, ziel)
        return f"{wort} neu: {neu}" if isinstance(f.pfad[-1], int) else f"{wort}: {neu} (bisher {_LEER})"
    if f.neu in (None, ()):
        return f"{wort} gestrichen: {_wert(alter, f.alt, ziel)}"
    if isinstance(f.alt, str) and isinstance(f.neu, str) and not isinstance(f.neu, StrEnum) and not ziel:
        alt, neu = kern(f.alt, f.neu)
        return f"{wort}: „{alt}“ → „{neu}“"
    if isinstance(f.neu, tuple) and not isinstance(f.neu, Stichtag):
        return f"{wort}: Reihenfolge geändert"
    return f"{wort}: {_wert(alter, f.alt, ziel)} → {_wert(neuer, f.neu, ziel)}"


def _verweisziel(typ: type[Satz], pfad: Pfad) -> str | None:
    """The collection that the field at a path refers to."""
    namen = tuple(teil for teil in pfad if isinstance(teil, str))
    return modellfeld(typ, *namen).ziel


def _wert(plan: Plan, wert: object, ziel: str | None) -> str:
    if wert is None or wert == ():
        return _LEER
    if isinstance(wert, Auswahl | Einheit):
        return wert.bezeichnung
    if isinstance(wert, Stichtag):
        return wert.bezeichnung
    if isinstance(wert, date):
        return tag(wert)
    if isinstance(wert, bool):
        return "ja" if wert else "nein"
    if isinstance(wert, int | float):
        return zahl(wert, noetige_stellen(wert, 9))
    if isinstance(wert, tuple):
        return ", ".join(_glied(plan, glied, ziel) for glied in wert)
    if isinstance(wert, Satz):
        return _satzwert(plan, wert)
    if isinstance(wert, Mapping):
        return "; ".join(f"{name}: {_wert(plan, w, ziel)}" for name, w in wert.items())
    if ziel and isinstance(wert, str) and wert in plan.sammlung(ziel):
        return plan.name(ziel, wert)
    return f"„{_kurz(str(wert))}“"


def _satzwert(plan: Plan, satz: Satz) -> str:
    """Every field with its word; a text that is all the record says needs none, the field that holds it names it."""
    teile = [(f, w) for f in felder(type(satz)) if (w := getattr(satz, f.name)) not in (None, (), {}, False)]
    if len(teile) == 1 and isinstance(teile[0][1], str) and not isinstance(teile[0][1], Auswahl):
        return _wert(plan, teile[0][1], teile[0][0].ziel)
    return "; ".join(f"{f.titel}: {_glied(plan, w, f.ziel)}" for f, w in teile)


def _glied(plan: Plan, wert: object, ziel: str | None) -> str:
    """A value inside another one; a record with several fields stands in brackets, so that its end can be seen."""
    text = _wert(plan, wert, ziel)
    return f"({text})" if isinstance(wert, Satz) and "; " in text else text


def zahlsatz(u: Unterschied, z: Zahlwechsel) -> str:
    """What became of one figure, as a sentence without its end."""
    plan = u.neu if z.indikator in u.neu.indikatoren else u.alt
    i = plan.indikatoren[z.indikator]
    merkmale = [m for m, d in zip(z.merkmale, i.dimensionen, strict=False) if m != d.gesamt]
    name = f"{i.name} {z.stichtag.bezeichnung}" + (f", {', '.join(merkmale)}" if merkmale else "")
    neu, alt = _kennzahl(z.neu, i.einheit, i.nachkommastellen), _kennzahl(z.alt, i.einheit, i.nachkommastellen)
    if z.neu is None:
        return f"{name}: {alt} gelöscht"
    anteil = _aenderung(i, z)
    if z.alt is not None:
        if neu == alt and z.alt.quelle != z.neu.quelle:
            return f"{name}: {neu}, {_quelle(u, z.neu.quelle)}"
        if neu == alt and z.alt.hinweis == z.neu.hinweis:
            if z.neu.eingetragen_am == z.alt.eingetragen_am and z.neu.vorher != z.alt.vorher:
                return f"{name}: {neu}, Wert vor der Berichtigung geändert"
            if z.neu.eingetragen_am == z.alt.eingetragen_am:
                return f"{name}: {neu}, gerundet wie bisher"
            am = z.neu.eingetragen_am
            return f"{name}: {neu}, eingetragen am {tag(am)}" if am else f"{name}: Tag der Eintragung entfernt"
        if neu == alt:
            return f"{name}: {neu}, Hinweis jetzt „{z.neu.hinweis}“" if z.neu.hinweis else f"{name}: Hinweis entfernt"
        return f"{name}: {alt} → {neu}" + (f" ({anteil})" if anteil else "")
    if z.vergleich is not None and anteil:
        return f"{name}: {neu} ({anteil} gegenüber {z.vergleich.stichtag.bezeichnung})"
    return f"{name}: {neu}"


def _quelle(u: Unterschied, quelle: str) -> str:
    name = u.neu.quellen[quelle].bezeichnung if quelle in u.neu.quellen else quelle
    return f"Quelle jetzt „{_kurz(name)}“" if name else "Quelle entfernt"


def _aenderung(i: Indikator, z: Zahlwechsel) -> str:
    """How much a figure changes: a share in percentage points, everything else in percent; empty where it cannot be said."""
    if z.absolut is None:
        return ""
    if i.einheit == Einheit.PROZENT:
        stellen = i.nachkommastellen
        vorzeichen = "" if runde(z.absolut, stellen) == 0 else "+" if z.absolut > 0 else "−"
        return f"{vorzeichen}{prozentpunkte(z.absolut, stellen)}"
    if z.prozent is not None:
        return f"{'+' if z.prozent > 0 else ''}{zahl(z.prozent, 1)} %"
    if z.abweichung is None:
        return ""
    return f"{'+' if z.absolut > 0 else ''}{zahl(z.absolut, i.nachkommastellen)}"


def _kennzahl(k: Kennzahl | None, einheit: Einheit, stellen: int) -> str:
    if k is None:
        return _LEER
    if k.wert is None:
        return k.zeichen.bezeichnung if k.zeichen else _LEER
    return zahl(k.wert, stellen) if einheit != Einheit.PROZENT else mit_einheit(k.wert, einheit, stellen)


def _zu_pruefen(u: Unterschied) -> Iterator[str]:
    """What cannot be compared, and what is allowed but rarely meant."""
    for sammlung, kennung in u.unlesbar:
        yield f"{sammlung}/{kennung}.yaml hat Fehler und fehlt deshalb in diesem Vergleich."
    for b in u.berichte:
        if b.art is not Wechsel.NEU:
            name = u.neu.name("massnahmen", b.massnahme)
            yield f"{name}: Der Bericht vom {tag(b.sachstand.datum)} ist {b.art.value}. Berichte werden sonst nur angehängt."
    for s in u.saetze:
        if s.art is Wechsel.GELOESCHT:
            yield f"{_name(u, s.sammlung, s.kennung)}: Der Datensatz verschwindet und mit ihm seine Adresse."
    for z in u.zahlen:
        i = u.neu.indikatoren.get(z.indikator)
        if i is None:
            continue
        if z.neu is None:
            art = "berechnete" if z.berechnet else "veröffentlichte"
            yield f"{i.name} {z.stichtag.bezeichnung}: Eine {art} Zahl fällt weg."
        elif z.abweichung is not None and abs(z.abweichung) >= i.sprung:
            yield f"{zahlsatz(u, z)}: ungewöhnlich große Änderung (Schwelle {i.sprung} %)."
        if fehler := _tagfehler(z, u.heute):
            yield f"{zahlsatz(u, z)}: {fehler}"


def _tagfehler(z: Zahlwechsel, heute: date | None) -> str:
    """What is wrong with the day of entry of a new or corrected figure; empty where nothing is.

    A corrected figure has a new day, unless the old one was entered on the same day.
    """
    if z.berechnet or z.neu is None or z.neu.wert is None or (z.alt and z.alt.wert == z.neu.wert):
        return ""
    am = z.neu.eingetragen_am
    if am is None:
        return "Der Tag, an dem die Zahl eingetragen wurde, fehlt (Spalte eingetragen_am)."
    if z.alt is not None and z.alt.eingetragen_am == am and am != heute:
        return f"Die berichtigte Zahl trägt noch den Tag der alten Zahl, {tag(am)} (Spalte eingetragen_am)."
    return ""


def _kurz(text: str) -> str:
    return gekuerzt(" ".join(text.split()), _LAENGE)


def kern(alt: str, neu: str) -> tuple[str, str]:
    """Two texts without the words that both begin and end with, but for a few around the change."""
    a, b = alt.split(), neu.split()
    vorn = 0
    while vorn < min(len(a), len(b)) and a[vorn] == b[vorn]:
        vorn += 1
    hinten = 0
    while hinten < min(len(a), len(b)) - vorn and a[-1 - hinten] == b[-1 - hinten]:
        hinten += 1
    anfang, ende = max(0, vorn - _UMFELD), max(0, hinten - _UMFELD)

    def ausschnitt(worte: list[str]) -> str:
        mitte = " ".join(worte[anfang : len(worte) - ende])
        return _kurz(f"{'… ' if anfang else ''}{mitte}{' …' if ende else ''}")

    return ausschnitt(a), ausschnitt(b)


def als_text(u: Unterschied) -> str:
    """Headings and one line per change."""
    teile = [f"{a.titel}\n" + "".join(f"  - {s}\n" for s in a.saetze) for a in abschnitte(u)]
    return "\n".join(teile) if teile else f"{KEINER}\n"


def als_markdown(u: Unterschied) -> str:
    """For a comment or a job summary: nothing in the data can become markup, a mention or a link."""
    teile = [f"### {a.titel}\n\n" + "".join(f"- {maskiere(s)}\n" for s in a.saetze) for a in abschnitte(u)]
    return "\n".join(teile) if teile else f"{KEINER}\n"
