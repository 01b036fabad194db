"""Takes the changes of a workbook over into the data: all of them or none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from macros.laden.csv_streng import QUELLE
from macros.laden.rohdaten import Rohsatz, als_liste, als_satz
from macros.modell.befund import Befund, hat_fehler
from macros.modell.plan import Plan
from macros.pruefung import pruefe_ordner
from macros.schreiben.eintraege import Nachtrag, haenge_sachstand_an, quellenzelle, setze, trage_kennzahl_ein
from macros.schreiben.entwurf import Einfuhr, Entwurf
from macros.schreiben.excel.abgleich import Abgleich, Neuzeile, Zellaenderung, gleiche_ab
from macros.schreiben.excel.blaetter import MASSNAHMEN, SCHRITTE, Blattart, listen
from macros.schreiben.excel.fassungen import melde_andere_fassungen
from macros.schreiben.excel.konflikte import Konflikt, abhilfe, zum_entscheiden
from macros.schreiben.excel.lesen import lies_mappe
from macros.schreiben.excel.mappe import Gelesen, Mappe


def fuehre_ein(pfad: Path, ordner: Path, stichtag: date) -> Einfuhr:
    """Reads a workbook and writes what was changed in it; with an error nothing is written."""
    plan, befunde = pruefe_ordner(ordner, stichtag)
    if plan is None or hat_fehler(befunde):
        return Einfuhr(befunde, [], plan)
    mappe = lies_mappe(pfad, listen(plan))
    abgleich = gleiche_ab(plan, mappe)
    melde_andere_fassungen(plan, mappe, abgleich, stichtag)
    if hat_fehler(mappe.befunde):
        return Einfuhr(sorted(mappe.befunde), [], plan, _entscheidung(pfad, mappe))
    entwurf = Entwurf(ordner)
    uebernahme = Uebernahme(plan, mappe, entwurf, stichtag)
    uebernahme.uebernimm(abgleich)
    if not hat_fehler(mappe.befunde):
        mappe.befunde += [uebernahme.in_der_mappe(b) for b in entwurf.pruefe(stichtag, befunde)]
    if hat_fehler(mappe.befunde):
        return Einfuhr(sorted(mappe.befunde), [], plan, _entscheidung(pfad, mappe))
    return Einfuhr(sorted(mappe.befunde), entwurf.schreibe(), plan)


def _entscheidung(pfad: Path, mappe: Mappe) -> bytes | None:
    return zum_entscheiden(pfad, mappe.konflikte) if mappe.konflikte else None


_TRENNER = "\x1f"


class Uebernahme:
    """Puts changes into a draft and remembers which cell each field came from."""

    def __init__(self, plan: Plan, mappe: Mappe, entwurf: Entwurf, heute: date) -> None:
        self.plan, self.mappe, self.entwurf, self.heute = plan, mappe, entwurf, heute
        self.herkunft: dict[tuple[str, str], tuple[Gelesen, str]] = {}

    def uebernimm(self, abgleich: Abgleich) -> None:
        for aenderung in abgleich.zellen:
            self._aendere(aenderung)
        for neu in abgleich.neue:
            {
                Blattart.MASSNAHMEN: self._bericht,
                Blattart.SCHRITTE: self._schritt,
                Blattart.KENNZAHLEN: self._kennzahl,
            }[neu.zeile.art](neu)

    def _merke(self, datei: str, feld: str, zeile: Gelesen, spalte: str) -> None:
        self.herkunft[(f"{self.entwurf.anzeige}/{datei}", feld)] = (zeile, spalte)

    def _aendere(self, a: Zellaenderung) -> None:
        kennung, pfad = a.schluessel[0], a.spalte.pfad
        if a.zeile.art is Blattart.KENNZAHLEN:
            werte = {pfad[0]: a.neu} | self._mit_quelle(a.zeile.wert("Quelle"))
            trage_kennzahl_ein(self.entwurf.tabelle(kennung), a.schluessel[1:], werte, self.heute)
            self._merke(f"indikatoren/{kennung}.csv", _TRENNER.join(a.schluessel[1:]), a.zeile, a.spalte.titel)
            return
        satz, feld = self.entwurf.satz("massnahmen", kennung), ".".join(pfad)
        if a.zeile.art is Blattart.SCHRITTE:
            satz = als_satz(als_liste(satz["schritte"])[int(a.schluessel[1]) - 1])
            feld = f"schritte.{a.schluessel[1]}.{feld}"
        setze(satz, pfad, a.neu)
        self._merke(f"massnahmen/{kennung}.yaml", feld, a.zeile, a.spalte.titel)

    def _bericht(self, neu: Neuzeile) -> None:
        kennung = neu.schluessel[0]
        pfade = {s.titel: s.pfad for s in MASSNAHMEN if s.neu}
        bericht: Rohsatz = {}
        for titel, wert in neu.werte.items():
            setze(bericht, pfade[titel], wert)
        ergebnis = haenge_sachstand_an(self.entwurf.satz("massnahmen", kennung), bericht, self.heute)
        if ergebnis.konflikt:
            self._melde(neu.zeile, "Neuer Bericht: Datum", "konflikt", *ergebnis.konflikt)
        for titel, pfad in pfade.items():
            feld = f"sachstaende.{ergebnis.stelle}.{'.'.join(pfad)}"
            self._merke(f"massnahmen/{kennung}.yaml", feld, neu.zeile, titel)

    def _schritt(self, neu: Neuzeile) -> None:
        kennung = neu.schluessel[0]
        schritte = als_liste(self.entwurf.satz("massnahmen", kennung).setdefault("schritte", []))
        schritt: Rohsatz = {}
        for spalte in SCHRITTE:
            if spalte.titel in neu.werte:
                setze(schritt, spalte.pfad, neu.werte[spalte.titel])
        if schritt in schritte:
            return
        if any(als_satz(s).get("text") == schritt.get("text") for s in schritte):
            self._melde(
                neu.zeile,
                "Schritt",
                "doppelt",
                "Einen Schritt mit diesem Text gibt es schon.",
                "Dort ändern: neu exportieren, oder die Zeile löschen.",
            )
            return
        schritte.append(schritt)
        for spalte in SCHRITTE:
            feld = f"schritte.{len(schritte)}.{'.'.join(spalte.pfad)}"
            self._merke(f"massnahmen/{kennung}.yaml", feld, neu.zeile, spalte.titel)

    def _kennzahl(self, neu: Neuzeile) -> None:
        kennung = neu.schluessel[0]
        werte = {s: neu.werte.get(s.title(), "") for s in ("wert", "zeichen", "hinweis")}
        tabelle = self.entwurf.tabelle(kennung)
        nachtrag = Nachtrag.fuer(tabelle, neu.schluessel[1:], werte, abhilfe(self.mappe.datei))
        if nachtrag.konflikt:
            self._melde(neu.zeile, "Wert", "konflikt", *nachtrag.konflikt)
            self._merke_konflikt(neu, tabelle, nachtrag.stelle)
            return
        werte |= self._mit_quelle(neu.werte.get("Quelle", ""))
        trage_kennzahl_ein(tabelle, neu.schluessel[1:], werte, self.heute)
        self._merke(f"indikatoren/{kennung}.csv", _TRENNER.join(neu.schluessel[1:]), neu.zeile, "Wert")

    def _mit_quelle(self, text: str) -> dict[str, str]:
        """The source beside a figure, with its id where it has one; a changed cell of the row takes it along."""
        return {QUELLE: quellenzelle(self.plan, text)} if text else {}

    def _merke_konflikt(self, neu: Neuzeile, tabelle: list[list[str]], stelle: int) -> None:
        """A figure that the data have since the export: its cells are as if exported; a note left empty says nothing."""
        alt = dict(zip(tabelle[0], tabelle[stelle], strict=True))
        for name in ("wert", "zeichen", "hinweis"):
            if name == "hinweis" and not neu.werte.get("Hinweis"):
                continue
            zelle = neu.zeile.zellen.get(name.title())
            ort = zelle.adresse if zelle and alt[name] != neu.werte.get(name.title(), "") else ""
            schluessel = (neu.zeile.art, neu.schluessel)
            self.mappe.konflikte.append(Konflikt(neu.zeile.blatt, ort, schluessel, name.title(), alt[name]))

    def _melde(self, zeile: Gelesen, spalte: str, regel: str, text: str, vorschlag: str) -> None:
        self.mappe.befunde.append(Befund(self.mappe.datei, zeile.nummer, zeile.ort(spalte), regel, text, vorschlag))

    def in_der_mappe(self, b: Befund) -> Befund:
        """A finding in a data file, at the cell that caused it; as it is where no cell did."""
        quelle = self._tabellenzelle(b) if b.datei.endswith(".csv") else self._feldzelle(b)
        if quelle is None:
            return b
        zeile, spalte = quelle
        return Befund(self.mappe.datei, zeile.nummer, zeile.ort(spalte), b.regel, b.text, b.vorschlag, b.schwere)

    def _feldzelle(self, b: Befund) -> tuple[Gelesen, str] | None:
        """The cell of a field, of a field inside it, or of the field around it."""
        teile = b.feld.split(".")
        for laenge in range(len(teile), 0, -1):
            feld = ".".join(teile[:laenge])
            if treffer := self.herkunft.get((b.datei, feld)):
                return treffer
            for (datei, anderes), quelle in self.herkunft.items():
                if datei == b.datei and anderes.startswith(f"{feld}."):
                    return quelle
        return None

    def _tabellenzelle(self, b: Befund) -> tuple[Gelesen, str] | None:
        tabelle = self.entwurf.tabelle(Path(b.datei).stem)
        kopf = tabelle[0]
        if not 1 < b.zeile <= len(tabelle):
            return None
        gliederungen = kopf.index("wert")
        schluessel = _TRENNER.join(tabelle[b.zeile - 1][:gliederungen])
        treffer = self.herkunft.get((b.datei, schluessel))
        if treffer and b.feld in kopf:
            stelle = kopf.index(b.feld)
            name = f"Gliederung {stelle}" if 0 < stelle < gliederungen else b.feld.title()
            return treffer[0], name
        return treffer
