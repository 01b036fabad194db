"""The grammar of figures: what page, text alternative, start page, PDF and feed say about a number in German.

A difference of two percentages is Prozentpunkte, a relative change of a count is Prozent; never the other way round.
"""

from __future__ import annotations

from collections.abc import Sequence

from macros.ausgabe.worte.einheiten import mit_einheit
from macros.deutsch.buchstaben import gross
from macros.deutsch.kalender import tag_lang
from macros.deutsch.saetze import aufzaehlung
from macros.deutsch.zahlen import differenz, noetige_stellen, prozentpunkte, runde, zahl
from macros.modell.auswahlen import Stichtagsform, Zeichen
from macros.modell.einheit import Einheit
from macros.modell.indikator import Indikator, Kennzahl
from macros.modell.stichtag import Stichtag
from macros.sichten.indikator_lage import Gruppenlage, Wertaenderung, Zahlenlage
from macros.sichten.indikator_paare import Paar, plan_und_ist
from macros.sichten.indikator_zustimmung import Antwortbild, Skala, antwortbilder, frage, skala
from macros.sichten.reihen import GESAMTWORTE, Reihe, gruppenname


def nur_eine_zeit(zeitwort: str) -> str:
    """That there is nothing yet to compare with: „… Bisher gibt es Zahlen nur zu einem Stichtag.“"""
    return f"Noch keine Entwicklung ablesbar: Bisher gibt es Zahlen nur zu einem {zeitwort}."


MOST = 4


def wert(indikator: Indikator, zahlwert: float) -> str:
    """A figure with its unit as a sentence needs it: „9,9 Prozent“, „5.263 Personen“, „1 Person“."""
    if indikator.einheit == Einheit.PROZENT:
        return f"{zahl(zahlwert, indikator.nachkommastellen)} Prozent"
    return mit_einheit(zahlwert, indikator.einheit, indikator.nachkommastellen)


def genau(indikator: Indikator, zahlwert: float) -> str:
    """A figure as it was set, not padded with zeros: a target of „45 Prozent“ stays that."""
    stellen = noetige_stellen(zahlwert, 4)
    if indikator.einheit == Einheit.PROZENT:
        return f"{zahl(zahlwert, stellen)} Prozent"
    return mit_einheit(zahlwert, indikator.einheit, stellen)


def kurz(indikator: Indikator, zahlwert: float) -> str:
    """A figure for a chart or a tile: „9,9 %“, „5.263“."""
    return kurzform(zahlwert, indikator.einheit, indikator.nachkommastellen)


def kurzform(zahlwert: float, einheit: Einheit, stellen: int) -> str:
    """A figure without its noun; the percent sign never starts a line."""
    text = zahl(zahlwert, stellen)
    return f"{text}\u00a0%" if einheit == Einheit.PROZENT else text


def unterschied(indikator: Indikator, betrag: float) -> str:
    """A difference without its sign: „1,2 Prozentpunkte“, „106 Personen“, „1 Person“."""
    if indikator.einheit == Einheit.PROZENT:
        return prozentpunkte(betrag, indikator.nachkommastellen)
    return mit_einheit(abs(betrag), indikator.einheit, indikator.nachkommastellen)


def wann(stichtag: Stichtag) -> str:
    """„am 30. September 2022“, „im September 2022“, „im Jahr 2022“, „im Schuljahr 2021/22“."""
    match stichtag.art:
        case Stichtagsform.TAG:
            return f"am {tag_lang(stichtag.ende)}"
        case Stichtagsform.JAHR | None:
            return f"im Jahr {stichtag.schreibweise}"
        case Stichtagsform.JAHRE:
            return f"in den Jahren {stichtag.bezeichnung}"
        case _:
            return f"im {stichtag.bezeichnung}"


def seit(stichtag: Stichtag) -> str:
    """„seit dem 30. September 2022“, „seit September 2022“, „seit 2022“, „seit dem Schuljahr 2021/22“."""
    match stichtag.art:
        case Stichtagsform.TAG:
            return f"seit dem {tag_lang(stichtag.ende)}"
        case _:
            return f"seit {'dem ' if mit_artikel(stichtag) else ''}{stichtag.bezeichnung}"


def mit_artikel(stichtag: Stichtag) -> bool:
    """True where German puts an article before the name: „dem 30.09.2022“, „dem Schuljahr 2021/22“, but „2022“."""
    return stichtag.art not in (Stichtagsform.MONAT, Stichtagsform.JAHR, Stichtagsform.JAHRE, None)


def spruch(lage: Zahlenlage) -> str:
    """The newest figures in a few sentences; the whole indicator, not only its first group.

    Where they are computed from figures of different days, the last one says so.
    """
    satz = " ".join(teil for teil in (_spruch_zahlen(lage), in_worten(lage.reihe)) if teil)
    tage = {k.hinweis for k in lage.reihe.kennzahlen if k.stichtag in lage.reihe.zeiten[-1:]}
    return f"{satz} {'. '.join(sorted(tage))}." if lage.reihe.indikator.formel and any(tage) else satz


def in_worten(reihe: Reihe) -> str:
    """What the source gives in words alone at the newest Stichtag; empty where it gives figures."""
    if not reihe.stichtage:
        return ""
    neuester = reihe.stichtage[-1]
    worte = [k for k in reihe.kennzahlen if k.stichtag == neuester and k.zeichen is Zeichen.WORT]
    if not worte:
        return ""
    teile = [f"{name}: „{k.hinweis}“" if (name := _gruppe(reihe, k)) else f"„{k.hinweis}“" for k in worte]
    return f"Nur in Worten genannt {wann(neuester)}: {'; '.join(teile)}."


def _gruppe(reihe: Reihe, k: Kennzahl) -> str:
    return gruppenname(k.merkmale, reihe.dimensionen) if reihe.dimensionen else ""


def _spruch_zahlen(lage: Zahlenlage) -> str:
    reihe = lage.reihe
    if not reihe.zeiten:
        return "" if in_worten(reihe) else "Zu diesem Indikator liegt noch keine Zahl vor."
    if frage(reihe):
        return _spruch_befragung(reihe)
    if paare := plan_und_ist(reihe):
        return _spruch_paare(reihe, paare)
    neuester = reihe.zeiten[-1]
    jetzt = [g for g in lage.gruppen if g.neueste and g.neueste.stichtag == neuester]
    if lage.leit and lage.leit in jetzt:
        return _spruch_gesamt(lage, lage.leit, jetzt)
    return _spruch_gruppen(reihe, neuester, jetzt)


def _waren(indikator: Indikator, betrag: float) -> str:
    return "war es" if zahl(betrag, indikator.nachkommastellen) == "1" else "waren es"


def _name(reihe: Reihe, gruppe: Gruppenlage) -> str:
    return gruppenname(gruppe.merkmale, reihe.dimensionen)


def _spruch_gesamt(lage: Zahlenlage, leit: Gruppenlage, jetzt: Sequence[Gruppenlage]) -> str:
    i = lage.reihe.indikator
    assert leit.neueste and leit.neueste.wert is not None
    gesamt = "insgesamt " if i.dimensionen else ""
    satz = gross(f"{wann(leit.neueste.stichtag)} {_waren(i, leit.neueste.wert)} {gesamt}{wert(i, leit.neueste.wert)}.")
    teile = _davon(lage.reihe, leit, jetzt)
    return f"{satz} {teile}" if teile else satz


def _davon(reihe: Reihe, leit: Gruppenlage, jetzt: Sequence[Gruppenlage]) -> str:
    i = reihe.indikator
    gesamtwerte = {d.gesamt for d in reihe.dimensionen} | set(GESAMTWORTE)
    teile = [
        f"{_name(reihe, g)} {kurz(i, g.neueste.wert)}"
        for g in jetzt
        if g is not leit and g.neueste and g.neueste.wert is not None
        if sum(w not in gesamtwerte for w in g.merkmale.values()) == 1
    ]
    if not teile or len(teile) > MOST:
        return ""
    return f"{'Davon' if i.ist_anzahl and not any(d.gesamtwert for d in reihe.dimensionen) else 'Im Einzelnen'}: {aufzaehlung(teile)}."


def _spruch_gruppen(reihe: Reihe, neuester: Stichtag, jetzt: Sequence[Gruppenlage]) -> str:
    i = reihe.indikator
    zahlen = [(g.neueste.wert, _name(reihe, g)) for g in jetzt if g.neueste and g.neueste.wert is not None]
    if len(zahlen) <= MOST:
        if any("," in name for _, name in zahlen):
            return f"{gross(wann(neuester))}: {'; '.join(f'{name}: {wert(i, w)}' for w, name in zahlen)}."
        return f"{gross(wann(neuester))}: {aufzaehlung([f'{name} {wert(i, w)}' for w, name in zahlen])}."
    kleinste, groesste = min(zahlen, key=lambda z: z[0]), max(zahlen, key=lambda z: z[0])
    return (
        f"{gross(wann(neuester))} reichen die Werte von {wert(i, kleinste[0])} ({kleinste[1]}) "
        f"bis {wert(i, groesste[0])} ({groesste[1]})."
    )


def _spruch_paare(reihe: Reihe, paare: Sequence[Paar]) -> str:
    i = reihe.indikator
    teile = [f"{p.name} {kurz(i, p.ist)} ({p.planwort} {kurz(i, p.plan)})" for p in paare]
    return f"{gross(wann(paare[0].stichtag))} {paare[0].istwort}: {aufzaehlung(teile)}."


def _spruch_befragung(reihe: Reihe) -> str:
    neuester = reihe.zeiten[-1]
    dimensionen = frage(reihe)
    bilder = list(antwortbilder(reihe, neuester))
    if dimensionen is None or not bilder:
        return f"{gross(wann(neuester))} wurde gefragt; genaue Anteile liegen nicht vor."
    ordnung = skala(dimensionen[1])
    teile = [zustimmung(b, ordnung) for b in bilder]
    return f"{gross(wann(neuester))} stimmten zu: {aufzaehlung(teile)}."


def zustimmung(bild: Antwortbild, ordnung: Skala) -> str:
    """„64 Prozent in der Gruppe „…“ (125 von 196 Antworten)“."""
    anteil = f"{zahl(bild.anteil(ordnung.zustimmung))} Prozent"
    gruppe = f" {'' if bild.gruppe in GESAMTWORTE else 'der Gruppe '}„{bild.gruppe}“" if bild.gruppe else ""
    if bild.gruppe in GESAMTWORTE:
        gruppe = f" {bild.gruppe}"
    alle = bild.zahl(tuple(bild.anzahl))
    zaehlung = f" ({zahl(bild.zahl(ordnung.zustimmung))} von {zahl(alle)} Antworten)" if alle else ""
    return f"{anteil}{gruppe}{zaehlung}"


def veraenderung(indikator: Indikator, a: Wertaenderung | None, zeitwort: str = Stichtagsform.TAG.bezeichnung) -> str:
    """How the newest figure differs from the one before; says so where nothing can be said yet."""
    if a is None:
        return nur_eine_zeit(zeitwort)
    damals = wann(a.von.stichtag)
    if a.bruch:
        return f"Mit der Zahl, die {damals} galt, lässt sich das nicht vergleichen, weil sich die Zählung geändert hat."
    if a.absolut == 0:
        return f"Der Wert ist derselbe wie {damals}."
    das = "Das ist" if zahl(abs(a.absolut), indikator.nachkommastellen) == "1" else "Das sind"
    richtung = "mehr" if a.absolut > 0 else "weniger"
    return f"{das} {unterschied(indikator, a.absolut)} {richtung} als {damals}{_relativ(indikator, a)}{_gerundet(indikator, a)}."


def _relativ(indikator: Indikator, a: Wertaenderung) -> str:
    if indikator.einheit == Einheit.PROZENT or a.prozent is None or runde(a.prozent, 1) == 0:
        return ""
    vorzeichen = "plus" if a.prozent > 0 else "minus"
    betrag = zahl(abs(a.prozent), 1).removesuffix(",0")
    return f" ({vorzeichen} {betrag} Prozent)"


def entwicklung(indikator: Indikator, a: Wertaenderung | None) -> str:
    """The way from the first comparable figure to the newest; empty with fewer than three."""
    if a is None:
        return ""
    anfang = gross(seit(a.von.stichtag))
    if a.absolut == 0:
        return f"{anfang} hat sich der Wert unter dem Strich nicht verändert."
    richtung = "gestiegen" if a.absolut > 0 else "gesunken"
    return f"{anfang} ist der Wert um {unterschied(indikator, a.absolut)} {richtung}{_relativ(indikator, a)}{_gerundet(indikator, a)}."


def _gerundet(indikator: Indikator, a: Wertaenderung) -> str:
    """Said where the two figures as they are printed differ by something else: 14,8 and 9,9 by 5,0."""
    stellen = indikator.nachkommastellen
    if a.von.wert is None or a.bis.wert is None:
        return ""
    gedruckt = runde(a.bis.wert, stellen) - runde(a.von.wert, stellen)
    return "" if gedruckt == differenz(a.bis.wert, a.von.wert, stellen) else ", gerechnet mit ungerundeten Zahlen"
