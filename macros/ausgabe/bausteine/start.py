"""What only the start page shows: what this is and how it stands, the ways in, the concept on one picture."""

from __future__ import annotations

from markupsafe import Markup

from macros.ausgabe.kontext import Kontext
from macros.modell.auswahlen import Stand
from macros.sichten.beispiel import beispiel
from macros.sichten.konzeptbild import Konzeptbild, konzeptbild
from macros.sichten.stand import NICHT_BERICHTET
from macros.sichten.umsetzung import Umsetzung, umsetzung

_WORTE: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("fertig", "fertig", (Stand.UMGESETZT,)),
    ("läuft", "laufen", (Stand.IN_VORBEREITUNG, Stand.IN_UMSETZUNG, Stand.DAUERAUFGABE)),
    ("nicht begonnen", "nicht begonnen", (Stand.VORGESCHLAGEN, Stand.BESCHLOSSEN)),
    ("ruht", "ruhen", (Stand.AUSGESETZT,)),
    ("aufgegeben", "aufgegeben", (Stand.NICHT_WEITERVERFOLGT,)),
    ("noch nicht berichtet", "noch nicht berichtet", (NICHT_BERICHTET,)),
)
"""What the start page calls the states: the words for one and for several, and the states that they hold."""


def einstieg(k: Kontext) -> Markup:
    """Opening of the start page: what this is, who decided it, how old its figures are, what happens now, one example."""
    bau = k.bau
    u = umsetzung(bau.plan, bau.lagen, bau.fassung.id) if bau.fassung else None
    eines = beispiel(bau.massnahmen)
    return k.rendere(
        "bausteine/einstieg.html",
        fassung=bau.fassung,
        u=u,
        anteile=_anteile(u) if u else [],
        neueste=bau.neueste_zahl,
        beispiel=eines,
        fragen=[bau.plan.herausforderungen[h] for h in eines.herausforderungen[:2]] if eines else [],
        lagen=list(bau.plan.lebenslagen.values()),
    )


def _anteile(u: Umsetzung) -> list[str]:
    """How the measures of an edition stand, so that the numbers add up to all of them."""
    je = [(sum(u.gesamt.get(str(s), 0) for s in staende), eins, viele) for eins, viele, staende in _WORTE]
    return [f"{n} {eins if n == 1 else viele}" for n, eins, viele in je if n]


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
