"""One measure on one or two pages."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from macros.ausgabe.druck.dokument import Dokument, Teil, qr_code
from macros.ausgabe.druck.druckkontext import Druckkontext, im_netz
from macros.ausgabe.kontext import Bau
from macros.ausgabe.worte.adressen import adresse
from macros.modell.massnahme import Massnahme

MEISTE_EINZELN = 40
"""Of how many measures one document tells everything, two pages each; of more it lists where their sheets are."""


def steckbrief(bau: Bau, m: Massnahme) -> Dokument:
    """The sheet of a measure; with a QR code once the address of the site is known."""
    netz = im_netz(bau, "satz", f"massnahmen/{m.id}")
    bilder = {"qr": qr_code(netz)} if netz else {}
    return Dokument(
        name=f"steckbriefe/{m.id}",
        titel=f"{m.nummer} {m.titel}",
        untertitel=m.kurztext,
        teile=[Teil(blatt(bau, m, netz=netz), neu=False)],
        bilder=bilder,
        formate=("pdf", "docx"),
        textart=bau.plan.fassungen[m.herkunft.fassung].textart,
        seite=adresse("massnahmen", m.id),
        fassung=bau.plan.fassungen[m.herkunft.fassung],
    )


def blatt(bau: Bau, m: Massnahme, ebene: int = 1, netz: str = "") -> Markup:
    """The sheet as HTML, its title at a level of heading."""
    return Druckkontext(bau, "").rendere(
        "druck/steckbrief.html", m=m, ebene=ebene, qr="qr" if netz else "", adresse=netz
    )


def liste(bau: Bau, massnahmen: Sequence[Massnahme]) -> Markup:
    """Where the sheets of more measures stand than one document can hold; nothing for few."""
    if len(massnahmen) <= MEISTE_EINZELN:
        return Markup("")
    genannt = [(m, im_netz(bau, "satz", f"massnahmen/{m.id}")) for m in massnahmen]
    return Druckkontext(bau, "").rendere("druck/massnahmenliste.html", massnahmen=genannt)
