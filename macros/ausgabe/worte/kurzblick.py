"""What an overview says about an indicator besides its figure: whose it is, from when, which way it went."""

from __future__ import annotations

from macros.ausgabe.worte.sprechen import in_worten, kurzform, unterschied
from macros.deutsch.zahlen import prozentpunkte
from macros.modell.auswahlen import Stichtagsform
from macros.modell.einheit import Einheit
from macros.modell.indikator import Indikator
from macros.modell.stichtag import Stichtag
from macros.sichten.kurzblick import Balken, Blickart, Kurzblick
from macros.sichten.reihen import Reihe

EINZELN = 4
"""Up to so many figures beside the leading one are told one by one."""


def leitzahl(b: Kurzblick) -> tuple[str, str]:
    """(figure, its unit): („5.263“, „Personen“), („9,9 %“, „“)."""
    if b.fuehrend is None:
        return "", ""
    text = kurzform(b.fuehrend.wert, b.einheit, b.stellen)
    ganz = b.einheit.mit(b.fuehrend.wert, b.stellen)
    return text, "" if b.einheit == Einheit.PROZENT else ganz.removeprefix(text).strip()


def wessen(b: Kurzblick) -> str:
    """Whom the figure counts, as it follows the figure; empty where that is everybody."""
    if b.fuehrend is None or b.art is Blickart.GESAMT:
        return ""
    if b.art is Blickart.ZUSTIMMUNG:
        return f" stimmten zu{f' ({b.fuehrend.name})' if b.fuehrend.name else ''}"
    return f": {b.fuehrend.name}"


def wann_gezaehlt(b: Kurzblick, reihe: Reihe) -> str:
    """The Stichtag, of a computed figure those that it rests on."""
    if b.zeit is None:
        return ""
    hinweise = {k.hinweis for k in reihe.kennzahlen if k.stichtag == b.zeit and k.hinweis and reihe.indikator.formel}
    return min(hinweise) if len(hinweise) == 1 else b.zeit.bezeichnung


def daneben(b: Kurzblick, reihe: Reihe) -> str:
    """The figures beside the leading one: each while they are few, else how far they reach; or the words of the source.

    Then the figures of other areas, which the picture has as marks.
    """
    if b.fuehrend is None:
        return in_worten(reihe) or "Noch keine Zahl."
    i = reihe.indikator
    woanders = [f"zum Vergleich {v.gebiet} {_kurz(b, v.wert)}" for v in i.vergleich if b.einheit == i.einheit]
    return "; ".join(teil for teil in (_andere(b), *woanders) if teil)


def _andere(b: Kurzblick) -> str:
    if b.plan:
        return f"{b.plan.name} {_kurz(b, b.plan.wert)}"
    if b.art is Blickart.HOECHSTER:
        tiefster = min(b.andere, key=lambda a: a.wert, default=None)
        ende = f"; niedrigster {_kurz(b, tiefster.wert)} ({tiefster.name})" if tiefster else ""
        return f"höchster Wert{ende}"
    if len(b.andere) > EINZELN:
        return ""
    return _aufgezaehlt(b, b.andere)


def richtung(b: Kurzblick, i: Indikator) -> tuple[str, str]:
    """(sign, words) of the way since the figure before; empty where there is none."""
    s = b.schritt
    if s is None:
        return "", ""
    if s.bruch:
        return "", f"anders gezählt als {_damals(s.seit)}"
    if s.um == 0:
        return "=", f"wie {_damals(s.seit)}"
    betrag = prozentpunkte(s.um, b.stellen) if b.art is Blickart.ZUSTIMMUNG else unterschied(i, s.um)
    return (
        ("▲", f"{betrag} mehr als {_damals(s.seit)}") if s.um > 0 else ("▼", f"{betrag} weniger als {_damals(s.seit)}")
    )


def balkenworte(b: Kurzblick) -> str:
    """The bars for those who do not see them; empty where what is written says the same."""
    if b.art is Blickart.HOECHSTER or (b.plan and b.andere) or len(b.andere) > EINZELN:
        return f"Alle Werte: {_aufgezaehlt(b, b.alle)}"
    return ""


def _aufgezaehlt(b: Kurzblick, balken: tuple[Balken, ...]) -> str:
    return "; ".join(f"{x.name} {_kurz(b, x.wert)}" for x in balken)


def _kurz(b: Kurzblick, wert: float) -> str:
    return kurzform(wert, b.einheit, b.stellen)


def _damals(s: Stichtag) -> str:
    return f"am {s.kurzbezeichnung}" if s.art is Stichtagsform.TAG else s.kurzbezeichnung
