"""What came back, out of a folder: workbooks, and reports from the form on a page, as files or by mail. Nothing is ever run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from hashlib import sha256
from pathlib import Path

from macros.deutsch.zeichen import dateiname
from macros.eingabe.mail import lies_mail
from macros.modell.befund import Befund, Schwere
from macros.schreiben.mailtext import HOECHSTENS as HOECHSTENS_TEXT
from macros.schreiben.mailtext import KeineMeldung, als_formulartext, ist_meldung, mailtext

HOECHSTENS = 60_000_000
DATEIEN = 1_000
ANHAENGE = 50
MAPPEN = (".xlsx", ".xlsm", ".xls", ".ods", ".xlsb")
_TEXTE = (".txt",)
_STILL = (".txt", ".md", ".json")
"""What lies in the folder of a round anyway."""
_BEIWERK = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".svg", ".ics", ".vcf", ".p7s", ".asc", ".htm", ".html")
"""What mail programs hang at a mail by themselves."""
UNGELESEN = "anhang"
"""Rule of the hint on an attachment that nobody has read here."""


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
    """The workbooks and reports of a folder, and findings on what is neither; the content of a report is the form's text."""

    dateien: list[Ruecklaufdatei] = field(default_factory=list)
    meldungen: list[Ruecklaufdatei] = field(default_factory=list)
    befunde: list[Befund] = field(default_factory=list)
    orte: dict[str, set[Path]] = field(default_factory=dict)
    """Name as shown -> the files behind it: of an attachment its mail. Two files can show the same name."""

    def merke(self, pfad: Path, davor: tuple[int, int, int]) -> None:
        """Notes which file brought all that came since."""
        neue = [d.name for d in (*self.dateien[davor[0] :], *self.meldungen[davor[1] :])]
        for name in (*neue, *(b.datei for b in self.befunde[davor[2] :])):
            self.orte.setdefault(name, set()).add(pfad)

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
        name, davor = dateiname(pfad.relative_to(ordner).as_posix()), _anzahlen(post)
        try:
            _lies_datei(pfad, name, post)
        except OSError:
            post.melde(
                name,
                "unlesbar",
                "Diese Datei lässt sich nicht lesen.",
                "Die Datei schließen, wo sie noch offen ist, und den Befehl noch einmal geben.",
            )
        post.merke(pfad, davor)
    return post


def _anzahlen(post: Post) -> tuple[int, int, int]:
    return len(post.dateien), len(post.meldungen), len(post.befunde)


def _lies_datei(pfad: Path, name: str, post: Post) -> None:
    if pfad.stat().st_size > HOECHSTENS:
        post.melde(name, "groesse", "Die Datei ist größer als 60 MB.", "Leere Zeilen und Bilder löschen.")
    elif pfad.suffix.lower() == ".eml":
        _lies_mail(name, pfad.read_bytes(), post)
    else:
        _nimm(name, pfad.suffix.lower(), pfad.read_bytes(), post)


def _nimm(name: str, endung: str, inhalt: bytes, post: Post) -> None:
    if endung in MAPPEN or inhalt.startswith(b"PK\x03\x04"):
        datei = Ruecklaufdatei(name, inhalt, endung if endung in MAPPEN else ".xlsx")
        _einmal(datei, post.dateien, post)
    elif (
        endung in _TEXTE
        and len(inhalt) <= HOECHSTENS_TEXT
        and ist_meldung(text := inhalt.decode("utf-8-sig", "replace"))
    ):
        _nimm_meldung(name, text, post)
    elif endung == ".msg":
        post.melde(
            name,
            "mail",
            "Diese Mail hat Outlook in seiner eigenen Form gespeichert (.msg); hier lässt sie sich nicht lesen.",
            "Ihren Anhang in den Ordner speichern; eine Meldung von der Website als Text (.txt) oder als .eml.",
        )
    elif endung not in _STILL:
        post.melde(
            name,
            "kein-excel",
            "Diese Datei ist keine Excel-Arbeitsmappe und keine Mail mit einer.",
            "Um die ausgefüllte Mappe bitten; sie endet auf .xlsx.",
        )


def _einmal(datei: Ruecklaufdatei, schon: list[Ruecklaufdatei], post: Post) -> None:
    if gleiche := next((d for d in schon if d.pruefsumme == datei.pruefsumme), None):
        text = f"Der Inhalt ist derselbe wie in {gleiche.name}; er wird einmal gelesen."
        post.melde(datei.name, "zweimal", text, "", Schwere.HINWEIS)
    else:
        schon.append(datei)


def _nimm_meldung(name: str, text: str, post: Post) -> None:
    try:
        formular = als_formulartext(text)
    except KeineMeldung as grund:
        post.melde(name, "meldung", "Diese Meldung von der Website ist nicht vollständig.", str(grund))
        return
    _einmal(Ruecklaufdatei(name, formular.encode(), ".txt"), post.meldungen, post)


def _lies_mail(name: str, roh: bytes, post: Post) -> None:
    """What a mail brings; who sent it is not looked at, because anybody can write that."""
    try:
        mail = lies_mail(roh)
        anhaenge = list(_anhaenge(mail))
    except Exception:
        # Its parts, too, raise what they like in hostile mails; to the clerk all of it means the same.
        post.melde(name, "mail", "Diese Mail lässt sich nicht lesen.", "Den Anhang im Mailprogramm speichern.")
        return
    davor = _anzahlen(post)
    if ist_meldung(text := _text(mail)):
        _nimm_meldung(name, text, post)
    mit_namen = [(n, Path(n).suffix.lower(), inhalt) for n, inhalt in anhaenge]
    brauchbare = [(n, endung, inhalt) for n, endung, inhalt in mit_namen if endung in (*MAPPEN, *_TEXTE)]
    for anhang, endung, inhalt in brauchbare[:ANHAENGE]:
        _nimm(f"{name}: {dateiname(anhang)}", endung, inhalt, post)
    if _anzahlen(post) == davor:
        text = "An dieser Mail hängt keine Excel-Arbeitsmappe, und sie ist keine Meldung von der Website."
        post.melde(name, "mail", text, "Um die ausgefüllte Mappe bitten.")
        return
    if len(brauchbare) > ANHAENGE:
        text = f"An dieser Mail hängen mehr als {ANHAENGE} Dateien; gelesen sind die ersten {ANHAENGE}."
        post.melde(name, "mail", text, "Die übrigen Anhänge einzeln in den Ordner speichern.")
    for anhang, _endung, _ in [m for m in mit_namen if m not in brauchbare and m[1] not in _BEIWERK][:ANHAENGE]:
        text = f"Der Anhang „{dateiname(anhang)}“ wird hier nicht gelesen."
        post.melde(name, UNGELESEN, text, "Was darin steht, selbst eintragen, oder die Mail löschen.", Schwere.HINWEIS)


def _text(mail: EmailMessage) -> str:
    """What a mail says; nothing where that cannot be told, for its workbooks are read all the same."""
    try:
        text = mailtext(mail)
    except Exception:
        return ""
    return text if len(text) <= HOECHSTENS_TEXT else ""


def _anhaenge(mail: EmailMessage) -> Iterator[tuple[str, bytes]]:
    for teil in mail.walk():
        name = teil.get_filename()
        if name and not teil.is_multipart():
            inhalt = teil.get_payload(decode=True)
            if isinstance(inhalt, bytes):
                yield str(name), inhalt
