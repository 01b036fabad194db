"""`python -m macros.befehle …` is `konzept …`, also where the command itself is not installed."""

from __future__ import annotations

import sys

from macros.befehle.konzept import main

if __name__ == "__main__":
    sys.exit(main())
