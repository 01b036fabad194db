"""The reporting round: asks every department, says who has answered, and takes all answers over at once."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from macros.ausgabe.melden.befunde import maskiere, render_befunde
from macros.ausgabe.melden.vergleich import als_text
from macros.befehle.angaben import lade, nimm_daten, nimm_stichtag, tag
from macros.befehle.befehlszeile import Befehlszeile, unterbefehl
from macros.befehle.tausch import NEU, arbeitsordner
from macros.befehle.zielordner import Verweigert, verweigere_quellen, warum
from macros.deutsch.kalender import tag as als_tag
from macros.deutsch.saetze import numerus
from macros.modell.geltung import geltender_plan
from macros.modell.plan import Plan
from macros.pruefung import pruefe_ordner
from macros.schreiben.neu import kennung_aus
from macros.schreiben.post import KeineAdresse, lies_adressen, schreibe_brief
from macros.schreiben.runde.akte import DATEI, Akte, AkteUnlesbar, letzte_runde, lies_akte, schreibe_akte
from macros.schreiben.runde.beginnen import ANTWORTEN, EINGANG, beginne
from macros.schreiben.runde.briefe import antwort
from macros.schreiben.runde.eingang import lies_ordner
from macros.schreiben.runde.stand import KOPF, als_tabelle, rundenstand, summe
from macros.schreiben.runde.teile import JE, NichtGefragt, abgefragte, teile
from macros.schreiben.runde.uebernehmen import Rundenertrag, uebernimm
from macros.sichten.unterschied import unterschiede

RUNDEN = Path("runden")


class _Falsch(Exception):
    """What was asked for cannot be done; the message says why."""


def beginnen(wahl: argparse.Namespace) -> int:
    """Writes the folder of a round; 1 where the data or the place do not allow it."""
    plan, _ = lade(wahl.daten, wahl.stichtag)
    if plan is None:
        return 1
    plan = geltender_plan(plan, wahl.stichtag)
    ordner = wahl.ziel or RUNDEN / wahl.bis.isoformat()
    try:
        verweigere_quellen(ordner, wahl.daten, "Nennen Sie mit --ziel einen anderen Ordner.")
        if wahl.bis < wahl.stichtag:
            raise _Falsch(f"Der {als_tag(wahl.bis)} ist schon vorbei.")
        if ordner.exists() and (not ordner.is_dir() or any(ordner.iterdir())):
            raise _Falsch(f"{ordner} gibt es schon. Nennen Sie mit --ziel einen anderen Ordner.")
        nur = [k.strip() for k in (wahl.massnahmen or "").split(",") if k.strip()]
        gefragt = teile(plan, abgefragte(plan, wahl.stichtag, nur), wahl.je)
        if not gefragt:
            raise _Falsch("Es gibt keine Maßnahme, zu der zu berichten wäre.")
        adressen = lies_adressen(wahl.an, [t.kennung for t in gefragt])
        seit = wahl.seit or letzte_runde(ordner.parent, wahl.stichtag)
        with arbeitsordner(ordner) as platz:
            beginne(plan, ordner, platz / NEU, gefragt, adressen, wahl.bis, seit, wahl.je, wahl.stichtag)
    except (Verweigert, _Falsch, NichtGefragt, KeineAdresse) as fehler:
        sys.stderr.write(f"{fehler}\n")
        return 1
    except OSError as fehler:
        sys.stderr.write(f"{warum(ordner, fehler)}\n")
        return 1
    for teil in gefragt:
        zahl = len(teil.massnahmen)
        an = f", an {adressen[teil.kennung]}" if teil.kennung in adressen else ""
        sys.stdout.write(f"{teil.name}: {zahl} {numerus(zahl, 'Maßnahme', 'Maßnahmen')}{an}\n")
    stellen = numerus(len(gefragt), "Brief mit seiner Mappe liegt", "Briefe mit ihren Mappen liegen")
    sys.stdout.write(f"\n{len(gefragt)} {stellen} in {ordner / 'versand'}. Verschickt ist nichts.\n")
    return 0


def stand(wahl: argparse.Namespace) -> int:
    """Says who has returned what; 1 where there is no round."""
    plan, _ = lade(wahl.daten, wahl.stichtag)
    if plan is None:
        return 1
    try:
        akte = lies_akte(_ordner_der_runde(wahl.runde))
    except (AkteUnlesbar, _Falsch) as fehler:
        sys.stderr.write(f"{fehler}\n")
        return 1
    sys.stdout.write(_stand(akte, plan, wahl.stichtag, wahl.format))
    return 0


def _stand(akte: Akte, plan: Plan, stichtag: date, format: str) -> str:
    staende = rundenstand(akte, plan)
    zeilen = [s.zellen(plan) for s in staende]
    tage = (akte.frist - stichtag).days
    frist = f"noch {tage} {numerus(tage, 'Tag', 'Tage')}" if tage > 0 else "heute" if tage == 0 else "vorbei"
    titel = f"Berichtsrunde bis {als_tag(akte.frist)} ({frist})"
    if format == "markdown":
        koerper = [f"| {' | '.join(maskiere(w) for w in z)} |" for z in zeilen]
        kopf = [f"| {' | '.join(KOPF)} |", "|---|---|---:|---:|---|---|"]
        return "\n".join([f"### {titel}", "", *kopf, *koerper, "", summe(staende), ""])
    return f"{titel}\n\n{als_tabelle(zeilen)}\n{summe(staende)}\n"


def uebernehmen(wahl: argparse.Namespace) -> int:
    """Takes all returns of a folder over; 0 when nothing has to go back."""
    try:
        ordner = _ordner_der_runde(wahl.runde, wahl.ordner)
        akte = lies_akte(ordner)
        quelle = wahl.ordner / EINGANG if (wahl.ordner / DATEI).is_file() else wahl.ordner
        if not quelle.is_dir():
            raise _Falsch(f"{quelle} ist kein Ordner.")
        plan, _ = pruefe_ordner(wahl.daten, wahl.stichtag)
        if plan is not None and plan.gemeinde.ags != akte.gemeinde:
            raise _Falsch(f"Die Runde in {ordner} gehört zu einer anderen Gemeinde.")
        ernte = uebernimm(lies_ordner(quelle), akte, wahl.daten, wahl.stichtag, wahl.teilweise)
    except (AkteUnlesbar, _Falsch) as fehler:
        sys.stderr.write(f"{fehler}\n")
        return 1
    if ernte.befunde:
        sys.stdout.write(render_befunde(ernte.befunde, alle=True))
    if ernte.zurueck and not wahl.teilweise:
        sys.stdout.write("Es wurde nichts geändert. Mit --teilweise wird übernommen, was gültig ist.\n")
        return 1
    nachher, _ = pruefe_ordner(wahl.daten, wahl.stichtag)
    assert ernte.vorher is not None
    assert nachher is not None
    schreibe_akte(akte, ordner)
    if ernte.dateien:
        sys.stdout.write(als_text(unterschiede(ernte.vorher, nachher, wahl.stichtag)))
    else:
        sys.stdout.write("Die Rückläufe enthalten keine Änderung gegenüber den Daten.\n")
    for datei in _schreibe_antworten(ernte, akte, nachher, ordner):
        sys.stdout.write(f"Rückfrage zum Abschicken: {datei}\n")
    sys.stdout.write(f"\n{_stand(akte, nachher, wahl.stichtag, 'text')}")
    return int(ernte.zurueck)


def _schreibe_antworten(ernte: Rundenertrag, akte: Akte, plan: Plan, ordner: Path) -> list[Path]:
    """A letter for every part with something to mend; one for each file that shows nobody."""
    geschrieben = []
    (ordner / ANTWORTEN).mkdir(exist_ok=True)
    mit_fehlern = [r for r in ernte.rueckgaben if r.fehler]
    for stamm in dict.fromkeys(r.teil or kennung_aus(r.datei.name) or "mappe" for r in mit_fehlern):
        seine = [r for r in ernte.rueckgaben if (r.teil or kennung_aus(r.datei.name) or "mappe") == stamm]
        uebernommen = dict.fromkeys(k for r in seine for k in r.kennungen if r.gueltig(k))
        offen = dict.fromkeys(k for r in seine for k in r.kennungen if not r.gueltig(k))
        befunde = sorted({b for r in seine for liste in r.fehler.values() for b in liste})
        teil = akte.teil(seine[0].teil)
        brief = antwort(plan, seine[0].name, list(uebernommen), list(offen), befunde)
        schreibe_brief(ordner / ANTWORTEN / stamm, *brief, an=teil.email if teil else "")
        geschrieben.append(ordner / ANTWORTEN / f"{stamm}.eml")
    return geschrieben


def _ordner_der_runde(genannt: Path | None, rueckgaben: Path | None = None) -> Path:
    """The folder of the round that is meant: named, around the returns, or the newest one."""
    if genannt:
        return genannt
    for ordner in (rueckgaben, rueckgaben.resolve().parent) if rueckgaben else ():
        if (ordner / DATEI).is_file():
            return ordner
    runden = sorted(RUNDEN.glob(f"*/{DATEI}"))
    if not runden:
        raise _Falsch("Es ist keine Runde begonnen. Mit „konzept runde beginnen --bis DATUM“ beginnt eine.")
    return runden[-1].parent


def nimm_angaben(parser: Befehlszeile) -> None:
    """The options of `konzept runde beginnen`, `stand` and `uebernehmen`."""
    befehle = parser.add_subparsers(title="Befehle", metavar="BEFEHL", required=True)
    neu = unterbefehl(befehle, "beginnen", "schreibt je Stelle eine Mappe und einen Brief")
    neu.add_argument("--bis", type=tag, required=True, metavar="DATUM", help="Frist für die Berichte")
    neu.add_argument("--je", choices=JE, default=JE[0], help=f"wonach geteilt wird: {' oder '.join(JE)}")
    neu.add_argument("--massnahmen", default="", metavar="A,B", help="nur diese Maßnahmen (Kennungen)")
    neu.add_argument(
        "--an", action="append", default=[], metavar="STELLE=ADRESSE", help="E-Mail-Adresse einer Stelle, mehrmals"
    )
    neu.add_argument("--seit", type=tag, default=None, metavar="DATUM", help="letzte Runde (Vorgabe: die vorige)")
    neu.add_argument(
        "--ziel", type=Path, default=None, metavar="ORDNER", help="Ordner der Runde (Vorgabe: runden/FRIST)"
    )
    neu.set_defaults(tu=beginnen)
    lage = unterbefehl(befehle, "stand", "sagt, wer geantwortet hat und was fehlt")
    lage.add_argument("runde", type=Path, nargs="?", default=None, metavar="ORDNER", help="Ordner der Runde")
    lage.add_argument("--format", choices=("text", "markdown"), default="text", help="Form der Ausgabe")
    lage.set_defaults(tu=stand)
    holen = unterbefehl(befehle, "uebernehmen", "liest alle Rückläufe auf einmal ein")
    holen.add_argument("ordner", type=Path, metavar="ORDNER", help="Ordner der Runde, oder einer mit Rückläufen")
    holen.add_argument(
        "--runde", type=Path, default=None, metavar="ORDNER", help="Ordner der Runde, wenn er anderswo liegt"
    )
    holen.add_argument(
        "--teilweise", action="store_true", help="übernimmt, was gültig ist; zum Rest entstehen Rückfragen"
    )
    holen.set_defaults(tu=uebernehmen)
    for befehl in (neu, lage, holen):
        nimm_daten(befehl)
        nimm_stichtag(befehl)
