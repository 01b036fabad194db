"""The list of all that the site is built with (SBOM, CycloneDX), from the pinned requirements; the same for the same pins.

Call: `python -m scripts.stueckliste ZIEL`.
"""

from __future__ import annotations

import json
import re
import sys
import uuid
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path

WURZEL = Path(__file__).resolve().parent.parent
ANGEHEFTET = WURZEL / "requirements" / "site.txt"
_PAKET = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s\\;]+)", re.M)
_NAMENSRAUM = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")


def pakete(anforderungen: str) -> Iterator[tuple[str, str]]:
    """Name and version of every pinned package."""
    yield from _PAKET.findall(anforderungen)


def stueckliste(anforderungen: str) -> dict[str, object]:
    """The list in the form of CycloneDX 1.6; its serial number follows from what it lists."""
    teile = [_teil(name, version) for name, version in pakete(anforderungen)]
    eigene = metadata.metadata("lebendiges-integrationskonzept")
    wurzel = {"type": "application", "bom-ref": eigene["Name"], "name": eigene["Name"], "version": eigene["Version"]}
    kern = json.dumps([wurzel, teile], sort_keys=True)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(_NAMENSRAUM, kern)}",
        "version": 1,
        "metadata": {"component": wurzel},
        "components": teile,
        "dependencies": [{"ref": eigene["Name"], "dependsOn": [str(t["bom-ref"]) for t in teile]}],
    }


def _teil(name: str, version: str) -> dict[str, object]:
    adresse = f"pkg:pypi/{re.sub(r'[-_.]+', '-', name).lower()}@{version}"
    teil: dict[str, object] = {"type": "library", "bom-ref": adresse, "name": name, "version": version, "purl": adresse}
    if lizenz := _lizenz(name):
        teil["licenses"] = [{"license": {"name": lizenz}}]
    return teil


def _lizenz(name: str) -> str:
    """What an installed package says of its licence in a word; empty where it says a whole text or nothing."""
    try:
        angaben = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    wort = next((angaben[feld] for feld in ("License-Expression", "License") if feld in angaben), "")
    return wort if len(wort) <= 60 and "\n" not in wort else ""


def main(argumente: Sequence[str]) -> int:
    """Writes the list; exit code 0."""
    text = json.dumps(stueckliste(ANGEHEFTET.read_text("utf-8")), ensure_ascii=False, indent=2)
    ziel = Path(argumente[0])
    ziel.parent.mkdir(parents=True, exist_ok=True)
    ziel.write_bytes(f"{text}\n".encode())
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
