"""Findings as text, as annotations of a pull request, and as Markdown: one engine."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from macros.deutsch.saetze import numerus
from macros.deutsch.zahlen import zahl
from macros.modell.befund import Befund, Schwere

LAENGE = 600
_AUSZEICHNUNG = frozenset("&\\`*_[]<>|~@#")
_KLICKBAR = re.compile(r"(?i)(?<=[@#])(?=\w)|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=\bgh)(?=-\d)")
"""Where GitHub would begin a mention, a reference to an issue, or a link."""
_TRENNER = "\u2060"
MEISTE, ERSTE = 20, 10
"""More than MEISTE findings of one kind are told by the ERSTE of them and a count."""
FORMATE = ("text", "github", "markdown")
_GITHUB = {Schwere.FEHLER: "error", Schwere.WARNUNG: "warning", Schwere.HINWEIS: "notice"}
_NAMEN = {
    Schwere.FEHLER: ("Fehler", "Fehler"),
    Schwere.WARNUNG: ("Warnung", "Warnungen"),
    Schwere.HINWEIS: ("Hinweis", "Hinweise"),
}


def _sichtbar(text: str) -> str:
    """Quoted input on one line, its invisible characters shown by their number, shortened to LAENGE.

    Spaces of every width, a no-break one too, are seen as spaces.
    """
    kurz = text if len(text) <= LAENGE else f"{text[:LAENGE]} …"
    return "".join(_als_zeichen(z) for z in kurz)


def _als_zeichen(zeichen: str) -> str:
    if zeichen.isprintable():
        return zeichen
    return " " if unicodedata.category(zeichen) == "Zs" else f"\\u{ord(zeichen):04x}"


def satz(befund: Befund) -> str:
    """What is wrong and what to write instead, without the place."""
    feld = f"{befund.feld}: " if befund.feld else ""
    return _sichtbar(f"{feld}{befund.text} {befund.vorschlag}".rstrip())


def zusammenfassung(befunde: Sequence[Befund]) -> str:
    """„2 Fehler, 1 Hinweis“, or „Keine Befunde“."""
    zahlen = Counter(b.schwere for b in befunde)
    teile = [f"{zahl(zahlen[s])} {numerus(zahlen[s], *_NAMEN[s])}" for s in Schwere if zahlen[s]]
    return ", ".join(teile) if teile else "Keine Befunde"


def render_befunde(befunde: Sequence[Befund], format: str = "text", alle: bool = False) -> str:
    """The findings in one of FORMATE, ending with a newline; of very many of one kind the first, unless `alle`.

    Empty text for no findings in `github`.
    """
    gezeigt, weitere = (befunde, []) if alle else _gekuerzt(befunde)
    if format == "github":
        return "".join([*(_github(b) for b in gezeigt), *(f"::{_GITHUB[s]} title={r}::{t}\n" for s, r, t in weitere)])
    if format == "markdown":
        return _markdown(befunde, gezeigt, weitere)
    zeilen = [f"{_sichtbar(b.datei)}:{b.zeile}: {_marke(b.schwere)}{satz(b)} ({b.regel})" for b in gezeigt]
    zeilen += [f"{_marke(s)}{t} ({r})" for s, r, t in weitere]
    return "\n".join([*zeilen, zusammenfassung(befunde)]) + "\n"


def _marke(schwere: Schwere) -> str:
    return "" if schwere is Schwere.FEHLER else f"[{schwere}] "


def _gekuerzt(befunde: Sequence[Befund]) -> tuple[list[Befund], list[tuple[Schwere, str, str]]]:
    """What is shown one by one, and for each kind of which there are more its weight, its rule and a sentence."""
    je_art = Counter((b.schwere, b.regel) for b in befunde)
    gezeigt: list[Befund] = []
    bisher: Counter[tuple[Schwere, str]] = Counter()
    for b in befunde:
        bisher[art := (b.schwere, b.regel)] += 1
        if je_art[art] <= MEISTE or bisher[art] <= ERSTE:
            gezeigt.append(b)
    return gezeigt, [
        (s, r, f"Dazu {zahl(n - ERSTE)} weitere Befunde dieser Art; alle nennt „konzept pruefen --alle“.")
        for (s, r), n in je_art.items()
        if n > MEISTE
    ]


def _github(b: Befund) -> str:
    """A workflow command; its own marks are escaped as GitHub asks, and line breaks are gone already."""
    nachricht = satz(b).replace("%", "%25")
    datei = _sichtbar(b.datei).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    return f"::{_GITHUB[b.schwere]} file={datei},line={b.zeile},title={b.regel}::{nachricht}\n"


def maskiere(text: str) -> str:
    """Text for Markdown, also for a table cell: nothing in it is markup, a mention, a reference or a link.

    GitHub looks for mentions and addresses after it has read entities, so an invisible sign parts them as well.
    """
    getrennt = _KLICKBAR.sub(_TRENNER, _sichtbar(text))
    return "".join(f"&#{ord(z)};" if z in _AUSZEICHNUNG or z == _TRENNER else z for z in getrennt)


def _markdown(befunde: Sequence[Befund], gezeigt: Sequence[Befund], weitere: Sequence[tuple[Schwere, str, str]]) -> str:
    if not befunde:
        return "Keine Befunde: Die Daten sind in Ordnung.\n"
    kopf = f"**{zusammenfassung(befunde)}**\n\n| Ort | Befund | Regel |\n|---|---|---|\n"
    zeilen = [f"| {maskiere(b.datei)}:{b.zeile} | {maskiere(satz(b))} | {maskiere(b.regel)} |\n" for b in gezeigt]
    return kopf + "".join([*zeilen, *(f"| | {t} | {maskiere(r)} |\n" for _, r, t in weitere)])
