"""Departments that contradict each other: both values, and who says which. Those who agree count once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.deutsch.saetze import aufzaehlung, gekuerzt
from macros.modell.befund import Befund
from macros.schreiben.excel.abgleich import Zellaenderung
from macros.schreiben.excel.blaetter import Blattart
from macros.schreiben.runde.rueckgabe import Mappenaenderung, Rueckgabe, stelle

_DATUM, _VON, _EINGETRAGEN = "Neuer Bericht: Datum", "Neuer Bericht: berichtet von", "Neuer Bericht: eingetragen am"
Mappenaussage = tuple[Rueckgabe, Mappenaenderung]


def melde_widersprueche(rueckgaben: Sequence[Rueckgabe]) -> None:
    """Takes every record out on which two returns say different things about the same."""
    for aussagen in _gruppen(rueckgaben).values():
        if len({_inhalt(a) for _, a in aussagen}) < 2:
            continue
        for r, a in aussagen:
            andere = [(r2, a2) for r2, a2 in aussagen if _inhalt(a2) != _inhalt(a)]
            ort, zeile = stelle(r, a)
            gegen = aufzaehlung([f"bei {r2.name} ({r2.datei.name}) „{_kurz(a2)}“" for r2, a2 in andere])
            text = f"Hier steht „{_kurz(a)}“, {gegen}."
            rat = "Klären, was gilt, und in allen Mappen dasselbe eintragen."
            if a.zeile.art is Blattart.MASSNAHMEN and not isinstance(a, Zellaenderung):
                text = f"Zwei Berichte für denselben Tag: {text}"
                rat = "Zu einem zusammenfassen, oder in beiden Mappen unter „berichtet von“ wählen, wer berichtet."
            r.weise_zurueck(a.schluessel[0], Befund(r.datei.name, zeile, ort, "widerspruch", text, rat))


def ohne_doppelte(rueckgaben: Sequence[Rueckgabe]) -> Iterator[Mappenaussage]:
    """Every valid change, once where several returns say the same; reports in the order of their days."""
    gruppen = _gruppen(rueckgaben)
    erste = [aussagen[0] for aussagen in gruppen.values()]
    yield from sorted(erste, key=lambda x: "" if isinstance(x[1], Zellaenderung) else x[1].werte.get(_DATUM, ""))


def _gruppen(rueckgaben: Sequence[Rueckgabe]) -> dict[tuple[str, ...], list[Mappenaussage]]:
    """What all returns say, by what it is about."""
    gruppen: dict[tuple[str, ...], list[Mappenaussage]] = {}
    for r in rueckgaben:
        for a in r.aenderungen():
            if r.gueltig(a.schluessel[0]):
                gruppen.setdefault(_worueber(a), []).append((r, a))
    return gruppen


def _worueber(a: Mappenaenderung) -> tuple[str, ...]:
    art = a.zeile.art.value
    if isinstance(a, Zellaenderung):
        return (art, *a.schluessel, a.spalte.titel)
    if a.zeile.art is Blattart.MASSNAHMEN:
        return ("bericht", *a.schluessel, a.werte.get(_DATUM, ""), a.werte.get(_VON, ""))
    if a.zeile.art is Blattart.SCHRITTE:
        return ("schritt", a.schluessel[0], a.werte.get("Schritt", ""))
    return (art, *a.schluessel)


def _inhalt(a: Mappenaenderung) -> tuple[str, ...]:
    if isinstance(a, Zellaenderung):
        return (a.neu,)
    return tuple(f"{k}={w}" for k, w in sorted(a.werte.items()) if k != _EINGETRAGEN)


def _kurz(a: Mappenaenderung) -> str:
    if isinstance(a, Zellaenderung):
        return gekuerzt(a.neu, 60) or "leer"
    worte = [w for k, w in a.werte.items() if k not in (_DATUM, _VON, _EINGETRAGEN)]
    return gekuerzt(", ".join(worte), 80)
