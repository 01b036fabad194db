"""What only the start page shows: what this is and how it stands, the ways in, the concept on one picture."""

from __future__ import annotations

from markupsafe import Markup

from macros.ausgabe.kontext import Kontext
from macros.modell.auswahlen import Stand
from macros.sichten.beispiel import beispiel
from macros.sichten.konzeptbild import Konzeptbild, konzeptbild
from macros.sichten.umsetzung import umsetzung

_LAUFEND = (Stand.IN_VORBEREITUNG, Stand.IN_UMSETZUNG, Stand.DAUERAUFGABE)


def einstieg(k: Kontext) -> Markup:
    """Opening of the start page: what this is, who decided it, how old its figures are, what happens now, one example."""
    bau = k.bau
    u = umsetzung(bau.plan, bau.lagen, bau.fassung.id) if bau.fassung else None
    eines = beispiel(bau.massnahmen)
    return k.rendere(
        "bausteine/einstieg.html",
        fassung=bau.fassung,
        u=u,
        laufend=sum(u.gesamt.get(s.value, 0) for s in _LAUFEND) if u else 0,
        neueste=bau.neueste_zahl,
        beispiel=eines,
        fragen=[bau.plan.herausforderungen[h] for h in eines.herausforderungen[:2]] if eines else [],
        lagen=list(bau.plan.lebenslagen.values()),
    )


def auf_einen_blick(k: Kontext) -> Markup:
    """The concept on one picture: Handlungsfelder, their measures with state, and the challenges they answer; all links."""
    bau = k.bau
    bild = konzeptbild(bau.plan, bau.lagen, bau.fassung.id) if bau.fassung else Konzeptbild((), ())
    unberichtet = sum(bau.lagen[m.id].stand is None for f in bild.felder for m in f.massnahmen)
    fragen = {h.id: (h, f) for f in bild.felder for h in f.herausforderungen}
    return k.rendere("bausteine/konzeptbild.html", bild=bild, fragen=fragen, unberichtet=unberichtet)


def wege(k: Kontext) -> Markup:
    """Ways into the site by question."""
    bau = k.bau
    return k.rendere(
        "bausteine/wege.html",
        herausforderungen=len(bau.herausforderungen),
        massnahmen=len(bau.massnahmen),
        beispiele=bool(bau.fassung and bau.fassung.vollstaendig is False),
    )
