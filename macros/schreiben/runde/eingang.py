"""What came back, out of a folder: workbooks as files, and workbooks attached to mails. Nothing is ever run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from hashlib import sha256
from pathlib import Path

from macros.deutsch.zeichen import dateiname
from macros.eingabe.mail import lies_mail
from macros.modell.befund import Befund, Schwere

HOECHSTENS = 60_000_000
DATEIEN = 1_000
ANHAENGE = 50
MAPPEN = (".xlsx", ".xlsm", ".xls", ".ods", ".xlsb")
_STILL = (".txt", ".md", ".json")
"""What lies in the folder of a round anyway."""


@dataclass(frozen=True)
class Ruecklaufdatei:
    """A file that came back; for an attachment the name tells its mail, too."""

    name: str
    inhalt: bytes
    endung: str

    @property
    def pruefsumme(self) -> str:
        return sha256(self.inhalt).hexdigest()


@dataclass
class Post:
    """The files of a folder, and findings on what is none."""

    dateien: list[Ruecklaufdatei] = field(default_factory=list)
    befunde: list[Befund] = field(default_factory=list)

    def melde(self, datei: str, regel: str, text: str, vorschlag: str, schwere: Schwere = Schwere.FEHLER) -> None:
        self.befunde.append(Befund(datei, 1, "", regel, text, vorschlag, schwere))


def lies_ordner(ordner: Path) -> Post:
    """All returns of a folder and the folders in it, in the order of their names; each content once."""
    post = Post()
    pfade = []
    for pfad in ordner.rglob("*"):
        if pfad.is_file() and not pfad.is_symlink() and not pfad.name.startswith((".", "~$")):
            pfade.append(pfad)
        if len(pfade) > DATEIEN:
            post.melde(
                ordner.name,
                "ordner",
                f"In dem Ordner liegen mehr als {DATEIEN} Dateien.",
                "Nur die Rückläufe dieser Runde in einen eigenen Ordner legen.",
            )
            return post
    for pfad in sorted(pfade):
        name = dateiname(pfad.relative_to(ordner).as_posix())
        if pfad.stat().st_size > HOECHSTENS:
            post.melde(name, "groesse", "Die Datei ist größer als 60 MB.", "Leere Zeilen und Bilder löschen.")
        elif pfad.suffix.lower() == ".eml":
            _lies_mail(name, pfad.read_bytes(), post)
        else:
            _nimm(name, pfad.suffix.lower(), pfad.read_bytes(), post)
    return post


def _nimm(name: str, endung: str, inhalt: bytes, post: Post) -> None:
    if endung in MAPPEN or inhalt.startswith(b"PK\x03\x04"):
        datei = Ruecklaufdatei(name, inhalt, endung)
        if gleiche := next((d for d in post.dateien if d.pruefsumme == datei.pruefsumme), None):
            text = f"Der Inhalt ist derselbe wie in {gleiche.name}; er wird einmal gelesen."
            post.melde(name, "zweimal", text, "", Schwere.HINWEIS)
        else:
            post.dateien.append(datei)
    elif endung not in _STILL:
        post.melde(
            name,
            "kein-excel",
            "Diese Datei ist keine Excel-Arbeitsmappe und keine Mail mit einer.",
            "Um die ausgefüllte Mappe bitten; sie endet auf .xlsx.",
        )


def _lies_mail(name: str, roh: bytes, post: Post) -> None:
    """The attachments of a mail; who sent it is not looked at, because anybody can write that."""
    try:
        anhaenge = list(_anhaenge(lies_mail(roh)))
    except Exception:
        # Its parts, too, raise what they like in hostile mails; to the clerk all of it means the same.
        post.melde(name, "mail", "Diese Mail lässt sich nicht lesen.", "Den Anhang im Mailprogramm speichern.")
        return
    mappen = [(n, inhalt) for n, inhalt in anhaenge if Path(n).suffix.lower() in MAPPEN]
    if not mappen and b"### Ma" in roh:
        rat = "Sie mit „konzept meldung uebernehmen“ einlesen und aus dem Ordner nehmen."
        post.melde(name, "meldung", "Diese Mail ist eine Meldung von der Website.", rat)
    elif not mappen:
        post.melde(name, "mail", "An dieser Mail hängt keine Excel-Arbeitsmappe.", "Um die ausgefüllte Mappe bitten.")
    for anhang, inhalt in mappen[:ANHAENGE]:
        _nimm(f"{name}: {dateiname(anhang)}", Path(anhang).suffix.lower(), inhalt, post)


def _anhaenge(mail: EmailMessage) -> Iterator[tuple[str, bytes]]:
    for teil in mail.walk():
        name = teil.get_filename()
        if name and not teil.is_multipart():
            inhalt = teil.get_payload(decode=True)
            if isinstance(inhalt, bytes):
                yield str(name), inhalt
