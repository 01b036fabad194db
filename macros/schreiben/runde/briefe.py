"""The letters of a round in plain German: the request, and the answer to what came back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from urllib.parse import urljoin

from macros.deutsch.kalender import tag
from macros.deutsch.saetze import numerus
from macros.modell.befund import Befund
from macros.modell.plan import SAMMLUNGEN, Plan
from macros.schreiben.post import gruss
from macros.schreiben.runde.teile import Rundenteil
from macros.sichten.zustaendig import OHNE


def _mit_adresse(plan: Plan, kennung: str) -> str:
    name = plan.name("massnahmen", kennung)
    basis = plan.gemeinde.adresse_der_seite
    if not basis:
        return f"- {name}"
    seite = urljoin(basis.rstrip("/") + "/", SAMMLUNGEN["massnahmen"].SAMMLUNG.ort(kennung))
    return f"- {name}\n  {seite}"


def anfrage(plan: Plan, teil: Rundenteil, bis: date, datei: str) -> tuple[str, str]:
    """(subject, text) of the request to one part."""
    zahl = len(teil.massnahmen)
    wort = numerus(zahl, "Maßnahme", "Maßnahmen")
    betreff = f"{plan.gemeinde.titel}: Bitte berichten Sie bis {tag(bis)} ({teil.name})"
    ohne = (
        "\nFür diese Maßnahmen ist noch keine Federführung eingetragen. Ist sie bekannt, wählen Sie sie bitte in der "
        "Spalte „Federführung“ aus.\n"
        if teil.kennung == OHNE
        else ""
    )
    liste = "\n".join(_mit_adresse(plan, k) for k in teil.massnahmen)
    return betreff, (
        "Guten Tag,\n\n"
        f"wir bitten um einen kurzen Bericht zu {zahl} {wort} bis zum {tag(bis)}:\n\n{liste}\n{ohne}\n"
        "So geht es:\n"
        f"1. Öffnen Sie die Anlage {datei}. Das Blatt „Überblick“ zeigt, was offen ist.\n"
        "2. Tragen Sie im Blatt „Maßnahmen“ in die gelben Spalten Datum und Stand ein, dazu ein bis drei Sätze.\n"
        "3. Im Blatt „Schritte“ nennen Sie, was erledigt ist.\n"
        "4. Speichern Sie die Datei, und schicken Sie sie als Anhang zurück. Den Namen der Datei dürfen Sie ändern.\n\n"
        "Hat sich nichts geändert, reicht ein Datum mit dem bisherigen Stand.\n"
        "Alles, was Sie eintragen, wird veröffentlicht. Bitte nennen Sie keine Namen, Telefonnummern oder "
        "E-Mail-Adressen einzelner Menschen.\n\n"
        f"{gruss(plan)}"
    )


def antwort(
    plan: Plan, name: str, uebernommen: Sequence[str], offen: Sequence[str], befunde: Sequence[Befund]
) -> tuple[str, str]:
    """(subject, text) of the answer to one part: what was taken over, and what to mend, by file, sheet and cell."""
    betreff = f"{plan.gemeinde.titel}: Rückfrage zu Ihrem Bericht ({name})"
    teile = ["Guten Tag,\n\nvielen Dank für Ihre Rückmeldung.\n"]
    if uebernommen:
        teile.append(f"Übernommen ist:\n{_liste(plan, uebernommen)}\n")
    if offen:
        teile.append(f"Noch nicht übernommen ist:\n{_liste(plan, offen)}\n")
    teile.append(
        "Bitte ändern Sie diese Stellen, und schicken Sie die Mappe oder die Meldung noch einmal:\n"
        + "\n".join(map(punkt, befunde))
    )
    teile.append(f"\n{gruss(plan)}")
    return betreff, "\n".join(teile)


def _liste(plan: Plan, kennungen: Sequence[str]) -> str:
    return "\n".join(f"- {plan.name('massnahmen', k) if k in plan.massnahmen else k}" for k in kennungen)


def punkt(b: Befund) -> str:
    """A finding as a line of a letter."""
    wo = ", ".join(t for t in (b.datei, b.feld) if t)
    return f"- {wo}: {b.text} {b.vorschlag}".rstrip()
