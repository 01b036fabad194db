"""Rules on reports to the council: a closed one is what it was when it was closed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

from macros.modell.befund import Befund, melde
from macros.modell.plan import Plan
from macros.modell.ratsbericht import Ratsbericht
from macros.regeln.register import regel

_ZURUECK = "Die Datei aus der Versionsgeschichte zurückholen; was zu berichtigen ist, steht im nächsten Bericht."


@regel
def bericht_geaendert(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """The files of a closed report are there and have the checksums that its record names."""
    for b in plan.berichte.values():
        for stelle, datei in enumerate(b.dateien):
            ort = plan.ort("berichte", b.id, "dateien", stelle, "sha256")
            feld = f"dateien.{stelle + 1}.sha256"
            inhalt = plan.beilagen.get(f"berichte/{datei.name}")
            if inhalt is None:
                text = f"Die Datei {datei.name} des abgeschlossenen Berichts fehlt."
                yield melde(ort, feld, "bericht-geaendert", text, _ZURUECK)
            elif hashlib.sha256(inhalt).hexdigest() != datei.sha256:
                text = f"Die Datei {datei.name} ist seit dem Abschluss des Berichts verändert."
                yield melde(ort, feld, "bericht-geaendert", text, _ZURUECK)


@regel
def bericht_form(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A report ends after it begins; it names files exactly when it is closed, and is not closed before its end."""
    for b in plan.berichte.values():
        if b.bis < b.von:
            text = "Der Berichtszeitraum endet, bevor er beginnt."
            yield melde(plan.ort("berichte", b.id, "bis"), "bis", "bericht-form", text, "von und bis tauschen.")
        yield from _abschluss(plan, b)
    genannt = {f"berichte/{d.name}" for b in plan.berichte.values() for d in b.dateien}
    for name in sorted(n for n in plan.beilagen if n.startswith("berichte/") and n not in genannt):
        kennung = name.removeprefix("berichte/").rsplit(".", 1)[0]
        if kennung not in plan.bekannt.get("berichte", ()) or kennung in plan.berichte:
            text = "Diese Datei gehört zu keinem abgeschlossenen Bericht."
            yield melde(
                plan.ort("beilagen", name),
                "",
                "bericht-form",
                text,
                "Löschen. Einen Bericht schließt der Befehl konzept bericht abschliessen ab.",
            )


def _abschluss(plan: Plan, b: Ratsbericht) -> Iterator[Befund]:
    ort = plan.ort("berichte", b.id, "abgeschlossen_am")
    if bool(b.abgeschlossen_am) != bool(b.dateien):
        text = "Ein abgeschlossener Bericht hat beides: den Tag des Abschlusses und seine Dateien."
        rat = "abgeschlossen_am und dateien entfernen und den Bericht mit konzept bericht abschliessen abschließen."
        yield melde(ort, "abgeschlossen_am", "bericht-form", text, rat)
    elif b.abgeschlossen_am and b.abgeschlossen_am < b.bis:
        text = "Der Bericht ist abgeschlossen, bevor sein Zeitraum zu Ende ist."
        yield melde(ort, "abgeschlossen_am", "bericht-form", text, "Das Ende des Zeitraums oder den Tag berichtigen.")
