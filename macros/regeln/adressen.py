"""Rules on addresses: no page or file takes the place of another, on any system."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.modell.befund import Befund, melde
from macros.modell.plan import SAMMLUNGEN, Plan
from macros.regeln.register import regel

GERAETE = frozenset({"con", "prn", "aux", "nul", *(f"{art}{n}" for art in ("com", "lpt") for n in range(10))})
"""No file can be called so under Windows, whatever its ending."""
BELEGT = {("indikatoren", "vergleichen"): "Unter dieser Adresse werden Zahlen verglichen."}
"""Names that a page of the site has already."""
RAHMEN = frozenset({"inhalt", "seitenanfang", "suche", "suche-feld", "suche-titel"})
"""Places that every page has; the build looks at all places of all pages, this tells the ones of lists before it."""
_BEFRAGT = ("zielgruppen", "akteure")
"""Collections whose records answer „Wer bin ich?“."""


@regel
def reservierte_namen(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """No record is called like the list of its collection, a place of that list's page, or a device of Windows."""
    for sammlung, satz in plan.alle():
        kennung = str(getattr(satz, "id", ""))
        if kennung in GERAETE:
            grund = f"„{kennung}“ ist unter Windows kein Name für eine Datei."
        elif (sammlung, kennung) in BELEGT:
            grund = f"„{kennung}“ ist vergeben: {BELEGT[sammlung, kennung]}"
        elif kennung == "index" and SAMMLUNGEN[sammlung].SAMMLUNG.hat_seiten:
            grund = f"„{kennung}“ ist vergeben: Unter dieser Adresse steht die Liste {sammlung}."
        elif _stelle(sammlung, kennung) in (*RAHMEN, sammlung):
            grund = f"„{kennung}“ ist vergeben: Die Seite, auf der der Eintrag steht, hat schon eine solche Stelle."
        else:
            continue
        rat = "Datei und id anders nennen, mit einem Wort mehr."
        yield melde(plan.ort(sammlung, kennung, "id"), "id", "adresse", grund, rat)


def _stelle(sammlung: str, kennung: str) -> str:
    """Where a record stands on the page of its list; empty where it has a page."""
    return SAMMLUNGEN[sammlung].SAMMLUNG.ort(kennung).partition("#")[2]


@regel
def antwort_doppelt(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """Every answer to „Wer bin ich?“ has an address of its own, also where two records have one id."""
    for sammlung in _BEFRAGT:
        for kennung in plan.sammlung(sammlung):
            art, _, rest = kennung.partition("-")
            if art in _BEFRAGT and rest in plan.sammlung(art):
                yield melde(
                    plan.ort(sammlung, kennung, "id"),
                    "id",
                    "adresse",
                    f"„{kennung}“ ist vergeben: So kann die Antwort für {art}/{rest} heißen.",
                    f"Datei und id anders nennen, nicht mit „{art}-“ am Anfang.",
                )


@regel
def frueher_vergeben(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A former id leads to one record, and is no id that a record has today."""
    gesehen: dict[tuple[str, str], str] = {}
    for sammlung, satz in plan.alle():
        for nummer, alt in enumerate(getattr(satz, "frueher", ())):
            anderer = alt if plan.kennt(sammlung, alt) else gesehen.get((sammlung, alt))
            gesehen.setdefault((sammlung, alt), satz.id)
            if anderer is not None:
                text = f"Die frühere Kennung „{alt}“ gehört schon zu „{anderer}“: Eine Adresse kann nur zu einer Seite führen."
                ort = plan.ort(sammlung, satz.id, "frueher", nummer)
                yield melde(ort, "frueher", "frueher-vergeben", text, "Die Kennung hier streichen.")
