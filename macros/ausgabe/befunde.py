"""Findings as text, as annotations of a pull request, and as Markdown: one engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from macros.modell.befund import Befund, Schwere

FORMATE = ("text", "github", "markdown")
_GITHUB = {Schwere.FEHLER: "error", Schwere.WARNUNG: "warning", Schwere.HINWEIS: "notice"}
_NAMEN = {
    Schwere.FEHLER: ("Fehler", "Fehler"),
    Schwere.WARNUNG: ("Warnung", "Warnungen"),
    Schwere.HINWEIS: ("Hinweis", "Hinweise"),
}


def satz(befund: Befund) -> str:
    """What is wrong and what to write instead, without the place."""
    feld = f"{befund.feld}: " if befund.feld else ""
    return f"{feld}{befund.text} {befund.vorschlag}".rstrip()


def zusammenfassung(befunde: Sequence[Befund]) -> str:
    """„2 Fehler, 1 Hinweis“, or „Keine Befunde“."""
    zahlen = Counter(b.schwere for b in befunde)
    teile = [f"{zahlen[s]} {_NAMEN[s][zahlen[s] != 1]}" for s in Schwere if zahlen[s]]
    return ", ".join(teile) if teile else "Keine Befunde"


def render_befunde(befunde: Sequence[Befund], format: str = "text") -> str:
    """All findings in one of FORMATE, ending with a newline; empty text for no findings in `github`."""
    if format == "github":
        return "".join(_github(b) for b in befunde)
    if format == "markdown":
        return _markdown(befunde)
    zeilen = [
        f"{b.datei}:{b.zeile}: {'' if b.schwere is Schwere.FEHLER else f'[{b.schwere}] '}{satz(b)} ({b.regel})"
        for b in befunde
    ]
    return "\n".join([*zeilen, zusammenfassung(befunde)]) + "\n"


def _github(b: Befund) -> str:
    """A workflow command; line breaks and the command's own marks are escaped as GitHub asks."""
    nachricht = satz(b).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    datei = b.datei.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    return f"::{_GITHUB[b.schwere]} file={datei},line={b.zeile},title={b.regel}::{nachricht}\n"


def _zelle(text: str) -> str:
    """Text for a Markdown table cell: nothing in it is markup."""
    for zeichen in "\\`*_[]<>|~@#":
        text = text.replace(zeichen, f"&#{ord(zeichen)};")
    return text.replace("\n", " ")


def _markdown(befunde: Sequence[Befund]) -> str:
    if not befunde:
        return "Keine Befunde: Die Daten sind in Ordnung.\n"
    kopf = f"**{zusammenfassung(befunde)}**\n\n| Ort | Befund | Regel |\n|---|---|---|\n"
    return kopf + "".join(f"| {_zelle(b.datei)}:{b.zeile} | {_zelle(satz(b))} | {_zelle(b.regel)} |\n" for b in befunde)
