"""Writes docs/assets/sveltia anew: the editing surface without its calls to other hosts, its German words, its symbols.

`PYTHONPATH=FOLDER-WITH-BROTLI python -m scripts.sveltia [FOLDER]`; the same packages give the same bytes. Brotli
unpacks the font and is needed for nothing else, so it is in no list of requirements.
"""

from __future__ import annotations

import io
import json
import re
import sys
from hashlib import sha256
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

WURZEL = Path(__file__).parents[1]
ZIEL = WURZEL / "docs/assets/sveltia"
CMS = WURZEL / "node_modules/@sveltia/cms"
SCHRIFT = WURZEL / "node_modules/@fontsource-variable/material-symbols-outlined"
ORT = "../../assets/sveltia"
"""The folder, seen from the page that loads it."""
ERSETZT = (
    (r"`https://unpkg\.com/@sveltia/cms`", f"`{ORT}`"),  # the number of the newest version, and what is below
    (r"`\$\{(\w+)\}@\$\{\w+\}/locales`", r"`${\1}`"),  # the words of the surface
    (r"url\(https://cdn\.jsdelivr\.net/[^)]*/material-symbols-outlined[^)]*\)", f"url({ORT}/symbole.woff)"),
    (r"url\(https://cdn\.jsdelivr\.net/[^)]*/source-sans-3[^)]*\)", 'local("Source Sans 3")'),
    (r"url\(https://cdn\.jsdelivr\.net/[^)]*/noto-mono[^)]*\)", 'local("Noto Sans Mono")'),
)
"""What the script would fetch elsewhere -> what it takes instead; each stands there once, or this fails."""


def skript(text: str) -> str:
    """The script, with its own addresses."""
    for muster, neu in ERSETZT:
        text, anzahl = re.subn(muster, neu, text)
        if anzahl != 1:
            raise SystemExit(f"{muster}: {anzahl} times")
    return re.sub(r"\n//# sourceMappingURL=.*\s*$", "\n", text)


def symbole(text: str) -> bytes:
    """The font of symbols with those whose names stand in the script."""
    schrift = TTFont(SCHRIFT / "files/material-symbols-outlined-latin-wght-normal.woff2", recalcTimestamp=False)
    woerter = set(re.findall(r"[`\"'>]([a-z0-9_]+)[`\"'<]", text))
    buchstaben = {glyphe: chr(zeichen) for zeichen, glyphe in schrift.getBestCmap().items()}
    for lookup in schrift["GSUB"].table.LookupList.Lookup:
        for tabelle in (getattr(t, "ExtSubTable", t) for t in lookup.SubTable):
            if tabelle.LookupType != 4:  # ligatures
                continue
            for erste, liste in list(tabelle.ligatures.items()):
                tabelle.ligatures[erste] = [
                    b for b in liste if "".join(buchstaben.get(g, "?") for g in (erste, *b.Component)) in woerter
                ]
    wahl = Options(layout_features=["*"], flavor="woff", notdef_outline=True, hinting=False)
    kleiner = Subsetter(wahl)
    kleiner.populate(text="abcdefghijklmnopqrstuvwxyz0123456789_ ")
    kleiner.subset(schrift)
    schrift.flavor = "woff"
    strom = io.BytesIO()
    schrift.save(strom)
    return strom.getvalue()


def main(argumente: list[str]) -> int:
    """Writes script, words, symbols, licences and the record of where they come from."""
    ziel = Path(argumente[0]) if argumente else ZIEL
    ziel.mkdir(parents=True, exist_ok=True)
    roh = (CMS / "dist/sveltia-cms.js").read_text("utf-8")
    pakete = {
        p["name"]: p["version"] for o in (CMS, SCHRIFT) for p in [json.loads((o / "package.json").read_text("utf-8"))]
    }
    version = pakete["@sveltia/cms"]
    inhalt = {
        "sveltia-cms.js": skript(roh).encode(),
        "de.json": (CMS / "locales/de.json").read_bytes(),
        "package.json": json.dumps({"version": version}).encode() + b"\n",
        "symbole.woff": symbole(roh),
        "LIZENZEN.txt": "\n\n".join(
            f"{name} {stand}\n\n{datei.read_text('utf-8').strip()}"
            for (name, stand), datei in zip(pakete.items(), (CMS / "LICENSE.txt", SCHRIFT / "LICENSE"), strict=True)
        ).encode()
        + b"\n",
    }
    herkunft = {
        "pakete": pakete,
        "ersetzt": [muster for muster, _ in ERSETZT],
        "sha256": {name: sha256(roh).hexdigest() for name, roh in sorted(inhalt.items())},
    }
    inhalt["herkunft.json"] = json.dumps(herkunft, indent=2).encode() + b"\n"
    for name, bytes_ in inhalt.items():
        (ziel / name).write_bytes(bytes_)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
