"""Live preview on this machine: rebuilds when data, pages or styles change."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from mkdocs.commands.serve import serve

WURZEL = Path(__file__).resolve().parent.parent


def main(argumente: list[str] | None = None) -> int:
    """Runs until it is ended with Ctrl+C."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.vorschau", description="Zeigt die Website und jede Änderung sofort."
    )
    parser.add_argument("--daten", type=Path, default=WURZEL / "data", help="Ordner mit den Daten (Vorgabe: data)")
    parser.add_argument("--port", type=int, default=8000, help="Port auf diesem Rechner (Vorgabe: 8000)")
    wahl = parser.parse_args(argumente)
    os.environ["DATEN"] = str(wahl.daten.resolve())
    serve(str(WURZEL / "mkdocs.yml"), dev_addr=f"127.0.0.1:{wahl.port}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
