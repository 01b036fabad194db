"""Where a command may write: it replaces only what is its own, and writes nothing into the sources."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from macros import haus

MARKE = ".konzept-site"
"""File in every built site: the next build may replace the folder that holds it."""
MARKENTEXT = "Diesen Ordner hat „konzept bauen“ geschrieben. Der nächste Bau ersetzt ihn ganz.\n"
QUELLORDNER = ("data", "docs", ".git")
_WARUM = {
    **dict.fromkeys((errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)), "Der Datenträger ist voll."),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "Dort darf nicht geschrieben werden."),
    errno.EFBIG: "Die Datei wäre größer, als dort erlaubt ist.",
    errno.ENOTDIR: "Ein Teil des Weges ist eine Datei, kein Ordner.",
    errno.EISDIR: "Dort ist ein Ordner, keine Datei.",
    errno.ELOOP: "Das ist eine Verknüpfung; legen Sie dort einen Ordner an.",
    errno.ENOENT: "Den Ordner dafür gibt es nicht.",
}


class Verweigert(Exception):
    """A command does not write there; the message says in German why, and what to do."""


def ersetzbarer_ordner(ziel: Path, daten: Path) -> Path:
    """The folder that a build may replace, links followed: absent, empty, or marked as an earlier site."""
    if ziel.is_symlink() and not ziel.exists():
        raise Verweigert(f"{ziel} ist eine Verknüpfung, die ins Leere führt. Nennen Sie mit --ziel den Ordner selbst.")
    echt = ziel.resolve()
    bleibt = "Nennen Sie mit --ziel einen anderen Ordner."
    if echt == echt.parent:
        raise Verweigert(f"{echt} ist das ganze Laufwerk; dort wird keine Website gebaut. {bleibt}")
    verweigere_quellen(echt, daten, bleibt)
    if os.path.ismount(echt):
        raise Verweigert(f"{echt} ist ein eingehängtes Laufwerk und lässt sich nicht ersetzen. {bleibt}")
    zuhause, hier = Path(os.path.expanduser("~")), Path.cwd()  # noqa: PTH111 (Path.home fails where there is none)
    for gehuetet in (*_quellen(daten), zuhause, hier, haus.PAKET, haus.KONFIGURATION):
        if _liegt_in(gehuetet, echt):
            was = f"{echt} enthält {gehuetet}"
            if _gleich(gehuetet, echt):
                was = (
                    f"{echt} ist {'Ihr persönlicher Ordner' if gehuetet == zuhause else 'kein Ordner für eine Website'}"
                )
            raise Verweigert(f"{was}; das ersetzt kein Bau. {bleibt}")
    if not echt.exists():
        return echt
    if not echt.is_dir():
        raise Verweigert(f"{echt} ist eine Datei, kein Ordner. {bleibt}")
    inhalt = {eintrag.name for eintrag in echt.iterdir()}
    if quellen := sorted(inhalt & set(QUELLORDNER)):
        raise Verweigert(f"{echt} enthält {' und '.join(quellen)}; das ersetzt kein Bau. {bleibt}")
    marke = echt / MARKE
    if inhalt and (marke.is_symlink() or not marke.is_file()):
        raise Verweigert(
            f"Der Ordner {echt} ist nicht leer und trägt nicht das Zeichen einer gebauten Website (die Datei {MARKE}). "
            f"Ist er eine Website von früher, dann löschen Sie den Ordner {echt} und bauen noch einmal. Sonst nennen "
            "Sie mit --ziel einen anderen."
        )
    return echt


def verweigere_quellen(ort: Path, daten: Path, rat: str = "Nennen Sie einen anderen Ort.") -> None:
    """Raises Verweigert for a place in the data, in the hand-written pages or in Git's own folder."""
    echt = ort.resolve()
    quelle = next((q for q in _quellen(daten) if _liegt_in(echt, q)), None) or _umgebende_quelle(echt)
    if quelle:
        lage = (
            f"{echt} ist ein Ordner mit Quellen"
            if _gleich(echt, quelle)
            else f"{echt} liegt bei den Quellen in {quelle}"
        )
        raise Verweigert(f"{lage}; dorthin wird nichts Erzeugtes geschrieben. {rat}")


def schreibe_ganz(datei: Path, inhalt: bytes, daten: Path) -> None:
    """The whole new file or the whole old one, and none among the sources; raises Verweigert."""
    verweigere_quellen(datei, daten)
    if datei.exists() and not datei.is_file():  # a device would be replaced by a file
        raise Verweigert(f"{datei} ist keine gewöhnliche Datei. Nennen Sie eine andere.")
    griff, vorlaeufig = -1, ""
    try:
        echt = datei.resolve()
        rechte = echt.stat().st_mode & 0o777 if echt.exists() else 0o666 & ~_umask()
        griff, vorlaeufig = tempfile.mkstemp(prefix=f".{echt.name}.", dir=echt.parent)
        with os.fdopen(griff, "wb") as strom:
            strom.write(inhalt)
        Path(vorlaeufig).chmod(rechte)
        Path(vorlaeufig).replace(echt)
    except OSError as fehler:
        if vorlaeufig:
            Path(vorlaeufig).unlink(missing_ok=True)
        raise Verweigert(warum(datei, fehler)) from fehler


def haenge_an(datei: Path, text: str, daten: Path) -> None:
    """Adds lines to a file that gathers them, and to none among the sources; raises Verweigert."""
    verweigere_quellen(datei, daten)
    if datei.exists() and not datei.is_file():
        raise Verweigert(f"{datei} ist keine gewöhnliche Datei. Nennen Sie eine andere.")
    try:
        with datei.open("a", encoding="utf-8", newline="\n") as strom:
            strom.write(text)
    except OSError as fehler:
        raise Verweigert(warum(datei, fehler)) from fehler


def warum(ort: Path, fehler: OSError) -> str:
    """Why something could not be written, as a sentence."""
    return f"{ort} lässt sich nicht schreiben. {_WARUM.get(fehler.errno or 0, str(fehler))}"


def _umask() -> int:
    maske = os.umask(0o077)  # there is no other way to read it
    os.umask(maske)
    return maske


def _quellen(daten: Path) -> Iterator[Path]:
    """The folders of this call, of where one stands, and of the house."""
    yield daten.resolve()
    for wurzel in (Path.cwd(), haus.WURZEL):
        yield from ((wurzel / name).resolve() for name in QUELLORDNER)


def _umgebende_quelle(ort: Path) -> Path | None:
    """The data, pages or Git folder of any checkout that a place lies in."""
    for ordner in (ort, *ort.parents):
        im_checkout = any((ordner.parent / name).exists() for name in (".git", "mkdocs.yml"))
        if ordner.name == ".git" or (ordner / "gemeinde.yaml").is_file():
            return ordner
        if ordner.name.casefold() in QUELLORDNER and im_checkout:
            return ordner
    return None


def _liegt_in(ort: Path, ordner: Path) -> bool:
    """Whether a place is a folder or lies in it; by what it is, not by how it is written."""
    return any(_gleich(teil, ordner) for teil in (ort, *ort.parents))


def _gleich(a: Path, b: Path) -> bool:
    try:
        return a == b or a.samefile(b)
    except OSError:
        return False
