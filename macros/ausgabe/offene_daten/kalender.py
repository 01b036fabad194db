"""Days as calendars to subscribe to (iCalendar, RFC 5545): all, one per Handlungsfeld, one per Akteur."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from urllib.parse import urlsplit

from macros.ausgabe.kontext import Bau
from macros.ausgabe.seite import Datei
from macros.ausgabe.worte.adressen import adresse
from macros.deutsch.saetze import gekuerzt
from macros.sichten.kalendertage import Kalendertag, kalendertage, mitwirkende

ALLE = "termine.ics"
_OKTETTE = 75
_ZONE = (
    "BEGIN:VTIMEZONE", "TZID:Europe/Berlin", "BEGIN:STANDARD", "DTSTART:19961027T030000",
    "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD", "END:VTIMEZONE",
)  # fmt: skip
"""A calendar without an event has to hold something: RFC 5545 asks for one component."""


def kalenderadresse(sammlung: str = "", kennung: str = "") -> str:
    """Address of a calendar below the root; it stays, so that whoever subscribed keeps it."""
    return f"termine/{sammlung}-{kennung}.ics" if sammlung else ALLE


def kalenderdateien(bau: Bau) -> Iterator[Datei]:
    """The calendar of everything, one per Handlungsfeld, and one per Akteur that takes part in a measure."""
    alle = kalendertage(bau.plan, bau.stichtag)
    titel = bau.plan.gemeinde.titel
    yield Datei(ALLE, kalender(bau, titel, alle))
    for f in bau.plan.handlungsfelder.values():
        eigene = [t for t in alle if f.id in t.handlungsfelder]
        yield Datei(kalenderadresse("handlungsfeld", f.id), kalender(bau, f"{titel}: {f.name}", eigene))
    for kennung in akteure_mit_kalender(bau):
        eigene = [t for t in alle if kennung in t.akteure]
        name = bau.plan.name("akteure", kennung)
        yield Datei(kalenderadresse("akteur", kennung), kalender(bau, f"{titel}: {name}", eigene))


def akteure_mit_kalender(bau: Bau) -> list[str]:
    """Those that lead a measure of the edition in force or take part in one."""
    dabei = {a for m in bau.massnahmen for a in mitwirkende(m)}
    return [a for a in bau.plan.akteure if a in dabei]


def kalender(bau: Bau, titel: str, liste: Sequence[Kalendertag]) -> bytes:
    """One calendar; its bytes follow from the data, whatever day it is built on."""
    zeilen = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Lebendiges Integrationskonzept//Termine//DE",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(titel)}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
    ]
    for t in liste:
        zeilen += _ereignis(bau, t)
    if not liste:
        zeilen += _ZONE
    zeilen.append("END:VCALENDAR")
    return "".join(f"{gefaltet(z)}\r\n" for z in zeilen).encode()


def _ereignis(bau: Bau, t: Kalendertag) -> Iterator[str]:
    wirt = urlsplit(bau.plan.gemeinde.website).hostname or bau.plan.gemeinde.ags
    yield "BEGIN:VEVENT"
    yield f"UID:{t.schluessel}@{wirt}"
    # When the entry was made is not known of each; the day of the build would change the file every night.
    yield f"DTSTAMP:{_anfang(bau):%Y%m%d}T120000Z"
    yield f"DTSTART;VALUE=DATE:{t.tag:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{t.tag + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(f'{t.art.value}: {gekuerzt(t.titel, 120)}')}"
    ort = f"{bau.adresse}{adresse(t.sammlung, t.kennung)}" if bau.adresse else ""
    yield f"DESCRIPTION:{_text(chr(10).join(teil for teil in (t.titel, t.text, ort) if teil))}"
    if ort:
        yield f"URL:{ort}"
    yield f"CATEGORIES:{_text(t.art.value)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _anfang(bau: Bau) -> date:
    fassung = bau.fassung
    if fassung is None:
        return date(2000, 1, 1)
    return fassung.beschlossen_am or date(fassung.jahr, 12, 31)


def _text(text: str) -> str:
    """A text as a value: what would end it is masked, and lines are one line."""
    maskiert = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(
        zeile for zeile in "".join(z if z.isprintable() or z == "\n" else " " for z in maskiert).split("\n")
    )


def gefaltet(zeile: str) -> str:
    """A line of at most 75 octets, continued where it is longer; no letter is cut in two."""
    teile, platz, teil = [], _OKTETTE, ""
    for zeichen in zeile:
        if len((teil + zeichen).encode()) > platz:
            teile.append(teil)
            teil, platz = "", _OKTETTE - 1
        teil += zeichen
    return "\r\n ".join([*teile, teil])
