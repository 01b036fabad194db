"""Findings as text, as annotations of a pull request, and as Markdown: one engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from macros.deutsch.saetze import numerus
from macros.modell.befund import Befund, Schwere

LAENGE = 600
FORMATE = ("text", "github", "markdown")
_GITHUB = {Schwere.FEHLER: "error", Schwere.WARNUNG: "warning", Schwere.HINWEIS: "notice"}
_NAMEN = {
    Schwere.FEHLER: ("Fehler", "Fehler"),
    Schwere.WARNUNG: ("Warnung", "Warnungen"),
    Schwere.HINWEIS: ("Hinweis", "Hinweise"),
}


def _sichtbar(text: str) -> str:
    """Quoted input on one line, its invisible characters shown by their number, shortened to LAENGE."""
    kurz = text if len(text) <= LAENGE else f"{text[:LAENGE]} …"
    return "".join(z if z.isprintable() else f"\\u{ord(z):04x}" for z in kurz)


def satz(befund: Befund) -> str:
    """What is wrong and what to write instead, without the place."""
    feld = f"{befund.feld}: " if befund.feld else ""
    return _sichtbar(f"{feld}{befund.text} {befund.vorschlag}".rstrip())


def zusammenfassung(befunde: Sequence[Befund]) -> str:
    """„2 Fehler, 1 Hinweis“, or „Keine Befunde“."""
    zahlen = Counter(b.schwere for b in befunde)
    teile = [f"{zahlen[s]} {numerus(zahlen[s], *_NAMEN[s])}" for s in Schwere if zahlen[s]]
    return ", ".join(teile) if teile else "Keine Befunde"


def render_befunde(befunde: Sequence[Befund], format: str = "text") -> str:
    """All findings in one of FORMATE, ending with a newline; empty text for no findings in `github`."""
    if format == "github":
        return "".join(_github(b) for b in befunde)
    if format == "markdown":
        return _markdown(befunde)
    zeilen = [
        f"{_sichtbar(b.datei)}:{b.zeile}: {'' if b.schwere is Schwere.FEHLER else f'[{b.schwere}] '}{satz(b)} ({b.regel})"
        for b in befunde
    ]
    return "\n".join([*zeilen, zusammenfassung(befunde)]) + "\n"


def _github(b: Befund) -> str:
    """A workflow command; its own marks are escaped as GitHub asks, and line breaks are gone already."""
    nachricht = satz(b).replace("%", "%25")
    datei = _sichtbar(b.datei).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    return f"::{_GITHUB[b.schwere]} file={datei},line={b.zeile},title={b.regel}::{nachricht}\n"


def maskiere(text: str) -> str:
    """Text for Markdown, also for a table cell: nothing in it is markup, a mention or a link."""
    return "".join(f"&#{ord(z)};" if z in "&\\`*_[]<>|~@#" else z for z in _sichtbar(text))


def _markdown(befunde: Sequence[Befund]) -> str:
    if not befunde:
        return "Keine Befunde: Die Daten sind in Ordnung.\n"
    kopf = f"**{zusammenfassung(befunde)}**\n\n| Ort | Befund | Regel |\n|---|---|---|\n"
    return kopf + "".join(
        f"| {maskiere(b.datei)}:{b.zeile} | {maskiere(satz(b))} | {maskiere(b.regel)} |\n" for b in befunde
    )
