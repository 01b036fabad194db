"""What a survey asked, in words: a quotation stands in quotation marks, everything else says „sinngemäß“."""

from __future__ import annotations

from macros.modell.erhebung import Frageart, Fragetext


def gefragt(frage: Fragetext) -> str:
    """One sentence: how the wording is known, then the item itself."""
    stelle = f" ({frage.stelle})" if frage.stelle else ""
    text = frage.text.removesuffix(".")
    punkt = "" if text.endswith(("?", "!")) else "."
    match frage.art:
        case Frageart.WORTLAUT:
            return f"Gefragt wurde im Wortlaut{stelle}: {zitiert(text)}{punkt}"
        case Frageart.BILDUNTERSCHRIFT:
            return f"Der Wortlaut der Frage ist nicht bekannt. Bildunterschrift{stelle}: {zitiert(text)}{punkt}"
        case Frageart.SINNGEMAESS:
            return f"Der Wortlaut der Frage ist nicht bekannt. Sinngemäß gefragt wurde{stelle}: {text}{punkt}"


def zitiert(text: str) -> str:
    """A text in quotation marks; those inside it become single ones."""
    return f"„{text.replace('„', '‚').replace('“', '‘')}“"
