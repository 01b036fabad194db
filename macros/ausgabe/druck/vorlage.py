"""The paper for the council: a draft that can be decided, as Word file, its headings from the data."""

from __future__ import annotations

from macros.ausgabe.bausteine.lagebild import antworten
from macros.ausgabe.druck.bericht import berichtslage
from macros.ausgabe.druck.dokument import Dokument, Teil
from macros.ausgabe.druck.druckkontext import Druckkontext, im_netz
from macros.ausgabe.druck.wunsch import Wunsch
from macros.ausgabe.kontext import Bau
from macros.ausgabe.worte.beschluss import beschlusssaetze
from macros.modell.vorlage import UEBLICH


def vorlage(bau: Bau, wunsch: Wunsch) -> Dokument:
    """A draft on some measures; what the data do not tell is left for the office to fill in, and says so."""
    lage = berichtslage(bau, wunsch.massnahmen, wunsch.ab, wunsch.bis)
    k = Druckkontext(bau, "")
    html = k.rendere(
        "druck/vorlage.html",
        teile=bau.plan.gemeinde.vorlage or UEBLICH,
        fassung=bau.fassung,
        zeitraum=lage.zeitraum,
        bild=lage.bild,
        antworten=antworten(k, lage.bild, "Stand, Termine, Geld und offene Fragen"),
        saetze=beschlusssaetze(bau.plan, lage.bild),
        ohne_kosten=[m for m in wunsch.massnahmen if not m.kosten],
        anlagen=[(titel, im_netz(bau, "seite", f"pdf/{datei}")) for titel, datei in ANLAGEN],
    )
    return Dokument(
        name="vorlage",
        titel="Vorlage zum Stand der Umsetzung",
        untertitel=bau.fassung.titel if bau.fassung else bau.plan.gemeinde.titel,
        teile=[Teil(html, neu=False)],
        verzeichnis=1,
        seite="umsetzung/",
        entwurf=True,
        formate=("docx",),
    )


ANLAGEN = (
    ("Bericht zum Stand der Umsetzung", "umsetzungsbericht.pdf"),
    ("Maßnahmenmatrix", "massnahmenmatrix-a4.pdf"),
)
"""Title -> file of what goes with the paper."""
