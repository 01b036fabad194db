"""A report that came by mail or as a file -> the text of the form: wrapped lines, quotes and signatures are undone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from email.message import EmailMessage
from html.parser import HTMLParser

from macros.deutsch.zeichen import bereinigt
from macros.eingabe.mail import lies_mail
from macros.modell.meldeformular import ENDE, KEINE_ANTWORT, KENNZAHL, SACHSTAND, Formular

HOECHSTENS = 1_000_000
_ZITAT = re.compile(r"^(?:>\s?)+")
_ANFANG = "### Ma"
"""How the first question of a report begins, however a mail program writes its ß."""
_BLOCK = frozenset({"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "pre", "blockquote"})


class KeineMeldung(Exception):
    """A file holds no report; the message says in German what to do."""


def lies_datei(name: str, roh: bytes) -> str:
    """The text of a mail or of a text file; raises KeineMeldung."""
    if len(roh) > HOECHSTENS:
        raise KeineMeldung("Die Datei ist größer als 1 MB. Eine Meldung ist ein kurzer Text; Anhänge weglassen.")
    if not name.lower().endswith(".eml"):
        try:
            return roh.decode("utf-8-sig")
        except UnicodeDecodeError as fehler:
            raise KeineMeldung("Die Datei ist kein Text (UTF-8). Die Mail als .eml oder .txt speichern.") from fehler
    try:
        return mailtext(lies_mail(roh))
    except Exception as fehler:
        # Its parts, too, raise what they like in hostile mails; to the clerk all of it means the same.
        raise KeineMeldung("Diese Mail lässt sich nicht lesen. Ihren Text in eine Datei .txt kopieren.") from fehler


def mailtext(mail: EmailMessage) -> str:
    """What a mail says, without its attachments; its parts may raise whatever they like."""
    koerper = mail.get_body(preferencelist=("plain", "html"))
    if koerper is None:
        return ""
    inhalt = str(koerper.get_content())
    if koerper.get_content_type() != "text/html":
        return inhalt
    leser = _Mailleser()
    leser.feed(inhalt)
    return "".join(leser.teile)


def ist_meldung(text: str) -> bool:
    """True where a text begins a report like the page does, also quoted, or with its heading misspelt."""
    return any(_ZITAT.sub("", z).strip().startswith(_ANFANG) for z in bereinigt(text).split("\n"))


class _Mailleser(HTMLParser):
    """What can be read of a mail in HTML, a line per block; scripts and styles are no text."""

    def __init__(self) -> None:
        super().__init__()
        self.teile: list[str] = []
        self.stumm = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.stumm += tag in ("script", "style")
        if tag in _BLOCK:
            self.teile.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.stumm -= tag in ("script", "style") and self.stumm > 0
        if tag in _BLOCK:
            self.teile.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.stumm:
            self.teile.append(data)


def als_formulartext(text: str) -> str:
    """The text as the forge's form would hand it on: one line per question, the last as long as it is.

    Questions are looked for in their order only, so that a heading typed into the last text stays text.
    """
    zeilen = [_ZITAT.sub("", z).replace("\u00a0", " ").strip() for z in bereinigt(text).split("\n")]
    formular = _formular(zeilen)
    stellen: list[tuple[int, int]] = []
    ab = 0
    for nummer, f in enumerate(formular.felder):
        gefunden = next((n for n in range(ab, len(zeilen)) if zeilen[n] == f"### {f.frage}"), None)
        if gefunden is None and f.pflicht:
            raise KeineMeldung(
                f"Die Frage „{f.frage}“ fehlt. Den Text der Meldung ganz lassen, wie die Seite ihn schrieb."
            )
        if gefunden is not None:
            stellen.append((nummer, gefunden))
            ab = gefunden + 1
    ende = next((n for n in range(ab, len(zeilen)) if zeilen[n] == ENDE), len(zeilen))
    grenzen = [*(n for _, n in stellen[1:]), ende]
    antworten = {n: zeilen[von + 1 : bis] for (n, von), bis in zip(stellen, grenzen, strict=True)}
    teile = []
    for nummer, f in enumerate(formular.felder):
        roh = antworten.get(nummer, [])
        # Mail programs wrap long lines: what is one paragraph is one line again.
        absaetze = roh if f.zeilenweise else re.split(r"\n{2,}", "\n".join(roh).strip())
        saetze = [" ".join(a.split()) for a in absaetze]
        fuge = "\n" if f.zeilenweise else "\n\n" if f.mehrzeilig else " "
        antwort = fuge.join(saetze)
        teile.append(f"### {f.frage}\n\n{antwort.strip() or KEINE_ANTWORT}")
    return "\n\n".join(teile) + "\n"


def _formular(zeilen: Sequence[str]) -> Formular:
    """The form whose first question comes first; the one for a report where there is none."""
    je_frage = {f"### {f.felder[0].frage}": f for f in (SACHSTAND, KENNZAHL)}
    return next((je_frage[z] for z in zeilen if z in je_frage), SACHSTAND)
