"""The objects of a PDF as the typesetter writes it: read, changed, and packed into a small file again.

The typesetter writes one plain table of all objects and never one inside another, so that reading needs no more than
this; a file of any other form is refused, not guessed at.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_ENDE = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_TABELLE = re.compile(rb"xref\s+0 (\d+)\s+")
_ZEILE = 20
_KOPF = re.compile(rb"(\d+) 0 obj\s")
_OHNE_KLAMMER = re.compile(rb"/[^\s()<>\[\]{}/%]*|\d+ \d+ R\b|[^\s()<>\[\]{}/%]+|<[0-9A-Fa-f\s]*>")
_IN_KLAMMERN = re.compile(rb"\\.|[()]", re.DOTALL)
_JE_BUENDEL = 100

Eintraege = dict[str, bytes]
"""What a dictionary of the file holds: name -> value as it stands there."""


class UnerwarteteForm(ValueError):
    """The file is not what the typesetter is known to write."""


@dataclass
class Pdfdatei:
    """Number -> object as it stands in the file, and what the end of the file says about them."""

    kopf: bytes
    objekte: dict[int, bytes]
    schluss: Eintraege

    @classmethod
    def lies(cls, pdf: bytes) -> Pdfdatei:
        """The objects of a file; raises UnerwarteteForm."""
        ende = _ENDE.search(pdf)
        tabelle = _TABELLE.match(pdf, int(ende[1])) if ende else None
        if not ende or not tabelle:
            raise UnerwarteteForm("Die Tabelle der Objekte fehlt.")
        stellen = {}
        for nummer in range(1, int(tabelle[1])):
            zeile = pdf[(ab := tabelle.end() + nummer * _ZEILE) : ab + _ZEILE]
            if zeile[17:18] == b"n":
                stellen[nummer] = int(zeile[:10])
        schluss = pdf[tabelle.end() + int(tabelle[1]) * _ZEILE : ende.start()].strip()
        if not schluss.startswith(b"trailer"):
            raise UnerwarteteForm("Der Schluss fehlt.")
        folge = sorted(stellen.items(), key=lambda paar: paar[1])
        grenzen = [ab for _, ab in folge[1:]] + [int(ende[1])]
        objekte = {n: _inhalt(pdf[ab:bis], n) for (n, ab), bis in zip(folge, grenzen, strict=True)}
        return cls(pdf[: folge[0][1]], objekte, eintraege(schluss.removeprefix(b"trailer").strip()))

    def eintraege(self, verweis: bytes) -> Eintraege:
        """The dictionary behind „12 0 R“; nothing where the object is none."""
        inhalt = self.objekte[int(verweis.split()[0])]
        return eintraege(inhalt) if inhalt.startswith(b"<<") else {}

    def setze(self, verweis: bytes, neu: Mapping[str, bytes]) -> None:
        """Replaces the dictionary behind a reference."""
        self.objekte[int(verweis.split()[0])] = als_bytes(neu)

    def packe(self) -> bytes:
        """The whole file: objects without a stream bundled and compressed, as PDF allows since 1.5."""
        aus = bytearray(self.kopf)
        stellen: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        lose = [n for n, inhalt in self.objekte.items() if not inhalt.endswith(b"endstream")]
        for nummer in sorted(self.objekte.keys() - set(lose)):
            stellen[nummer] = (1, len(aus), 0)
            aus += b"%d 0 obj\n%b\nendobj\n" % (nummer, self.objekte[nummer])
        naechste = max(self.objekte) + 1
        for ab in range(0, len(lose), _JE_BUENDEL):
            nummern = sorted(lose)[ab : ab + _JE_BUENDEL]
            stellen[naechste] = (1, len(aus), 0)
            stellen |= {nummer: (2, naechste, stelle) for stelle, nummer in enumerate(nummern)}
            aus += self._buendel(naechste, nummern)
            naechste += 1
        beginn = len(aus)
        stellen[naechste] = (1, beginn, 0)
        aus += self._tabelle(naechste, [stellen.get(n, (0, 0, 65535)) for n in range(naechste + 1)])
        return bytes(aus + b"startxref\n%d\n%%%%EOF\n" % beginn)

    def _buendel(self, nummer: int, nummern: list[int]) -> bytes:
        plaetze, inhalt = [], bytearray()
        for n in nummern:
            plaetze.append(b"%d %d" % (n, len(inhalt)))
            inhalt += self.objekte[n] + b"\n"
        kopf = b" ".join(plaetze) + b"\n"
        return _strom(
            nummer, {"Type": b"/ObjStm", "N": b"%d" % len(nummern), "First": b"%d" % len(kopf)}, kopf + inhalt
        )

    def _tabelle(self, nummer: int, stellen: list[tuple[int, int, int]]) -> bytes:
        zeilen = b"".join(art.to_bytes(1, "big") + a.to_bytes(4, "big") + b.to_bytes(2, "big") for art, a, b in stellen)
        kopf = self.schluss | {"Type": b"/XRef", "Size": b"%d" % len(stellen), "W": b"[1 4 2]"}
        return _strom(nummer, kopf, zeilen)


def _inhalt(stueck: bytes, nummer: int) -> bytes:
    kopf = _KOPF.match(stueck)
    if not kopf or int(kopf[1]) != nummer or not (ganz := stueck.rstrip()).endswith(b"endobj"):
        raise UnerwarteteForm(f"Objekt {nummer} steht nicht, wo es stehen soll.")
    return ganz[kopf.end() :].removesuffix(b"endobj").strip()


def _strom(nummer: int, kopf: Mapping[str, bytes], inhalt: bytes) -> bytes:
    gepackt = zlib.compress(inhalt, 9)
    ganz = {**kopf, "Filter": b"/FlateDecode", "Length": b"%d" % len(gepackt)}
    return b"%d 0 obj\n%b\nstream\n%b\nendstream\nendobj\n" % (nummer, als_bytes(ganz), gepackt)


def als_bytes(neu: Mapping[str, bytes]) -> bytes:
    """A dictionary as it stands in a file."""
    return b"<<" + b"".join(b"/%b %b" % (name.encode("ascii"), wert) for name, wert in neu.items()) + b">>"


def eintraege(text: bytes) -> Eintraege:
    """The entries of a dictionary that begins where the text does."""
    teile = list(werte(text))
    return {name[1:].decode("ascii"): wert for name, wert in zip(teile[::2], teile[1::2], strict=True)}


def werte(text: bytes) -> Iterator[bytes]:
    """The values in a dictionary or list, each as it stands there: `[1 [2 3] /X]` -> `1`, `[2 3]`, `/X`."""
    schluss = b">>" if text.startswith(b"<<") else b"]"
    stelle = _nach_leerem(text, len(schluss))
    while not text.startswith(schluss, stelle):
        bis = _ende(text, stelle)
        yield text[stelle:bis]
        stelle = _nach_leerem(text, bis)


def _ende(text: bytes, stelle: int) -> int:
    """Where the value that begins at a place ends."""
    if text.startswith(b"(", stelle):
        return _ende_der_klammer(text, stelle)
    if text.startswith((b"<<", b"["), stelle):
        schluss = b">>" if text.startswith(b"<<", stelle) else b"]"
        stelle = _nach_leerem(text, stelle + len(schluss))
        while not text.startswith(schluss, stelle):
            stelle = _nach_leerem(text, _ende(text, stelle))
        return stelle + len(schluss)
    treffer = _OHNE_KLAMMER.match(text, stelle)
    if not treffer:
        raise UnerwarteteForm(f"Kein Wert: {text[stelle : stelle + 20]!r}")
    return treffer.end()


def _nach_leerem(text: bytes, stelle: int) -> int:
    while text[stelle : stelle + 1].isspace():
        stelle += 1
    return stelle


def _ende_der_klammer(text: bytes, stelle: int) -> int:
    tiefe = 0
    for treffer in _IN_KLAMMERN.finditer(text, stelle):
        tiefe += {b"(": 1, b")": -1}.get(treffer[0], 0)
        if not tiefe:
            return treffer.end()
    raise UnerwarteteForm("Eine Klammer bleibt offen.")
