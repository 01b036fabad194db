"""Begins a round: every file of its folder, and its state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from macros.modell.plan import Plan
from macros.schreiben.post import schreibe_brief
from macros.schreiben.runde.akte import Akte, Angefragt, schreibe_akte
from macros.schreiben.runde.briefe import anfrage
from macros.schreiben.runde.rundenmappe import als_rundenmappe
from macros.schreiben.runde.teile import Rundenteil

VERSAND, EINGANG, ANTWORTEN = "versand", "eingang", "antworten"
LIESMICH = """\
Eine Berichtsrunde
==================

versand    Je Stelle eine Excel-Mappe, dazu der Brief als Entwurf für das Mailprogramm (.eml) und als Text (.txt).
           Öffnen Sie den Entwurf mit einem Doppelklick, und schicken Sie ihn ab. Öffnet Ihr Programm ihn nicht,
           kopieren Sie den Text und hängen die Mappe an.
eingang    Hierhin kommen die Rückläufe: Mappen, Meldungen von der Website, oder Mails als Datei. Die Namen sind gleich.
antworten  Rückfragen zum Abschicken, nach dem Einlesen.

Einlesen:     konzept runde uebernehmen {ordner}
Überblick:    konzept runde stand {ordner}

Die Datei runde.json merkt sich, wer gefragt wurde und was zurückkam. Bitte nicht ändern.
"""


def beginne(
    plan: Plan,
    ordner: Path,
    platz: Path,
    gefragt: Sequence[Rundenteil],
    adressen: Mapping[str, str],
    bis: date,
    seit: date | None,
    je: str,
    heute: date,
) -> Akte:
    """Writes workbooks, letters and state in `platz`, a new place beside; then the folder is there whole at once."""
    akte = Akte(
        bis.isoformat(), plan.gemeinde.ags, bis.isoformat(), heute.isoformat(), je, seit.isoformat() if seit else ""
    )
    for name in (VERSAND, EINGANG, ANTWORTEN):
        (platz / name).mkdir(parents=True, exist_ok=True)
    for teil in gefragt:
        an = adressen.get(teil.kennung, "")
        mappe = als_rundenmappe(plan, akte.runde, teil, bis, seit, heute)
        schreibe_brief(platz / VERSAND / teil.kennung, *anfrage(plan, teil, bis, f"{teil.kennung}.xlsx"), an, mappe)
        berichte = {k: len(plan.massnahmen[k].sachstaende) for k in teil.massnahmen}
        akte.teile.append(Angefragt(teil.kennung, teil.name, an, berichte))
    (platz / "LIESMICH.txt").write_bytes(LIESMICH.format(ordner=ordner).encode())
    schreibe_akte(akte, platz)
    if ordner.exists():
        ordner.rmdir()  # it is empty, or this raises
    platz.replace(ordner)
    return akte
