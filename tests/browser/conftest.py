"""The same walks in two engines: every test here runs in Chromium, and with ALLES=1 in Firefox where that is installed.

What Playwright cannot do there is found in the text of a test, else its mark says so (`nur_chromium`); the end of a run
counts the reasons, and says when there is no Firefox.
"""

from __future__ import annotations

import inspect
import os
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from scripts.browser import CHROMIUM, FIREFOX, SCHALTER

KANN_FIREFOX_NICHT = {
    "java_script_enabled": "script switched off",
    "expect_download": "downloads",
    "color_scheme": "other colours of the system",
    "emulate_media": "other colours of the system",
    "forced_colors": "other colours of the system",
    "mit_farben": "other colours of the system",
    "has_touch": "touch",
    ".pdf(": "printing to PDF",
    "gedruckt(": "printing to PDF",
    "new_cdp_session": "the protocol of Chromium",
    "gebremst(": "the protocol of Chromium",
    "wiege_alle(": "bytes are counted once",
}
"""What a test or a fixture of its module uses that Playwright cannot do in Debian's Firefox -> how that is called."""

GRUENDE: Counter[str] = Counter()


def _grund(metafunc: pytest.Metafunc) -> str | None:
    """Why a test runs in Chromium alone: as its mark says, or because of what it uses."""
    if marke := metafunc.definition.get_closest_marker("nur_chromium"):
        return str(marke.args[0])
    eigene = [getattr(metafunc.module, name, None) for name in metafunc.fixturenames]
    teile = [metafunc.function, *(getattr(f, "_fixture_function", None) for f in eigene)]
    text = "".join(inspect.getsource(teil) for teil in teile if teil)
    return next((grund for wort, grund in KANN_FIREFOX_NICHT.items() if wort in text), None)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Two engines, unless there is a reason for one."""
    if "browser" not in metafunc.fixturenames:
        return
    grund = _grund(metafunc)
    if grund:
        GRUENDE[grund] += 1
    motoren = ["chromium"] if grund or not FIREFOX or not os.environ.get("ALLES") else ["chromium", "firefox"]
    metafunc.parametrize("browser", motoren, indirect=True, scope="session")


@pytest.fixture(scope="session")
def _motoren() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as p:
        yield p


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest, _motoren: Any) -> Iterator[object]:
    """Debian's Chromium or Firefox, headless, with an empty profile."""
    if request.param == "firefox":
        # Firefox takes its colours from the machine unless it is told: 1 is light.
        farben = {"layout.css.prefers-color-scheme.content-override": 1}
        motor = _motoren.firefox.launch(channel="moz-firefox", executable_path=FIREFOX, firefox_user_prefs=farben)
    else:
        motor = _motoren.chromium.launch(executable_path=CHROMIUM, args=SCHALTER)
    yield motor
    motor.close()


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """What did not run in Firefox, and why."""
    if not GRUENDE:
        return
    if not FIREFOX:
        terminalreporter.write_line("No Firefox here (Debian: firefox-esr): every browser test ran in Chromium alone.")
    for grund, anzahl in GRUENDE.most_common():
        terminalreporter.write_line(f"{anzahl} tests in Chromium alone: {grund}")
