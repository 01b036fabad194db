"""Links to the issue forms, filled in as far as a page can know, and the reminder that collects them."""

from __future__ import annotations

from macros.ausgabe.melden.befunde import maskiere
from macros.ausgabe.worte.datenablage import formular_beginnen, textfeld
from macros.deutsch.kalender import tag
from macros.deutsch.saetze import gekuerzt
from macros.modell.gliederung import kombinationen, wieviele
from macros.modell.indikator import Indikator
from macros.modell.meldeformular import KENNZAHL, SACHSTAND
from macros.modell.plan import Plan
from macros.sichten.erwartung import naechste_zahl
from macros.sichten.faellig import BALD, Faelliges


def sachstand_melden(plan: Plan, massnahme: str) -> str | None:
    """Address of the form for a report on a measure, which its title names; at GitHub the list is chosen from there."""
    m = plan.massnahmen[massnahme]
    # An answer from an address cannot stand in the list that GitHub's form has for the measure.
    antworten = {"massnahme": m.id} if textfeld(plan.gemeinde) else {}
    return formular_beginnen(plan.gemeinde, SACHSTAND, f"Sachstand: {m.nummer} {m.titel}", antworten)


def kennzahl_melden(plan: Plan, indikator: str) -> str | None:
    """Address of the form for a figure, with one line per combination; None for a computed indicator."""
    i = plan.indikatoren[indikator]
    if i.formel is not None:
        return None
    antworten = {"indikator": i.id, "zahlen": zeilen(i)}
    return formular_beginnen(plan.gemeinde, KENNZAHL, f"Kennzahl: {i.name}", antworten)


def zeilen(i: Indikator) -> str:
    """The lines to fill in; left out where there are too many for an address."""
    if wieviele(i.dimensionen) > 40:
        return ""
    return "".join(f"{' / '.join(m) or 'Wert'} = \n" for m in kombinationen(i.dimensionen, ()))


def render_erinnerung(plan: Plan, f: Faelliges) -> str:
    """The text of the monthly reminder, in Markdown."""
    if f.leer:
        return "Zurzeit ist nichts fällig.\n"
    teile = []
    if f.massnahmen:
        monate = plan.gemeinde.berichtsrhythmus
        wann = f"in den letzten {monate} Monaten" if monate > 1 else "im letzten Monat"
        teile.append(f"### Maßnahmen ohne Sachstand {wann}\n")
        for m, seit in f.massnahmen:
            wann = f"zuletzt berichtet am {tag(seit)}" if seit else "noch nicht berichtet"
            teile.append(_punkt(plan.name("massnahmen", m.id), wann, sachstand_melden(plan, m.id)))
        teile.append("")
    if f.indikatoren:
        teile.append("### Indikatoren, deren nächste Zahlen fällig sind\n")
        for i in f.indikatoren:
            teile.append(_punkt(i.name, zahl_erwartet(plan, i), kennzahl_melden(plan, i.id)))
        teile.append("")
    if f.schritte:
        teile.append(f"### Schritte, die überfällig oder in den nächsten {BALD} Tagen fällig sind\n")
        for m, s in f.schritte:
            assert s.termin
            worum = f"{plan.name('massnahmen', m.id)}: {gekuerzt(s.text, 120)}"
            teile.append(_punkt(worum, f"geplant bis {tag(s.termin)}", None))
        teile.append("")
    if f.rechtsstaende:
        teile.append("### Rechtsstände, die vor mehr als zwei Jahren nachgesehen wurden\n")
        for sammlung, satz, stand in f.rechtsstaende:
            worum = f"{plan.name(sammlung, satz.id)} ({stand.grundlage})"
            teile.append(_punkt(worum, f"nachgesehen am {tag(stand.nachgesehen_am)}", None))
        teile.append("")
    return "\n".join(teile)


def zahl_erwartet(plan: Plan, i: Indikator) -> str:
    """When the next figures were expected, in words: by a day, or for a time after the last one."""
    zahl = naechste_zahl(plan, i)
    if zahl is None or zahl.fuer is None:
        return f"erwartet bis {tag(zahl.am)}" if zahl else ""
    letzter = max(k.stichtag for k in plan.kennzahlen[i.id])
    return f"{i.periodizitaet.bezeichnung}, zuletzt für {letzter.bezeichnung}; es fehlt {zahl.fuer.bezeichnung}"


def _punkt(name: str, wann: str, weg: str | None) -> str:
    link = f" – [melden]({weg})" if weg else ""
    return f"- {maskiere(name)}: {wann}{link}"
