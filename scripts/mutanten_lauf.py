"""Runs tests on a copy of the tree: once to see which test runs which line, then the fitting tests for each mutant.

Every run is a process of its own, forked from one that has imported the libraries but nothing of ours, so that
a fault also shows in what happens while a module loads. The checkout itself is never written to.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest

VORLADEN = [
    "pytest",
    "_pytest.assertion.rewrite",
    "hypothesis",
    "pydantic",
    "yaml",
    "ruamel.yaml",
    "openpyxl",
    "pandas",
]
_NICHT_KOPIEREN = shutil.ignore_patterns(
    ".git", ".venv", "node_modules", "site", "build", "*_cache", "__pycache__", ".hypothesis", "*.egg-info"
)
_WARNUNG = "ignore::pytest.PytestAssertRewriteWarning"
_SCHALTER = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--hypothesis-seed=0", "-W", _WARNUNG]
_SCHALTER += ["-m", "not langsam"]  # a whole site built for every fault would take hours
_SPEICHER = 4 * 1024**3
BEIM_LADEN = ""
"""Name of the context in which lines run before any test does."""


@dataclass
class Spur:
    """Which tests run which line of which module, and how long each of them takes."""

    tests: dict[str, dict[int, list[str]]] = field(default_factory=dict)
    dauer: dict[str, float] = field(default_factory=dict)

    def passende(self, modul: str, zeilen: range, umfeld: range) -> list[str]:
        """Tests that run one of the lines; what runs at import concerns all.

        First those that run most of the function around it, as they are the likeliest to notice; then the quick ones.
        """
        je_zeile = self.tests.get(modul, {})
        hier = {t for z in zeilen for t in je_zeile.get(z, ())}
        if BEIM_LADEN in hier:
            hier, umfeld = set(self.dauer), range(max(je_zeile) + 1)
        naehe = Counter(t for z in umfeld for t in je_zeile.get(z, ()))
        return sorted(hier, key=lambda t: (-naehe[t], self.dauer[t], t))


def kopiere(wurzel: Path, ziel: Path) -> Path:
    """A copy of the tree to work in; tools and packages are those of the checkout."""
    shutil.copytree(wurzel, ziel, ignore=_NICHT_KOPIEREN, symlinks=True)
    for name in (".venv", "node_modules"):
        if (wurzel / name).exists():
            (ziel / name).symlink_to((wurzel / name).resolve(), target_is_directory=True)
    return ziel


def lies_spur(ordner: Path, orte: list[str]) -> Spur:
    """The Spur of the tests at some places; they have to be green before anything is changed."""
    ziel = ordner / "spur.json"
    if _fuehre_aus(_spuere, (str(ordner), orte, str(ziel)), None) != 0:
        raise RuntimeError(f"Schon ohne Änderung schlagen Tests fehl:\n{(ordner / 'ausgabe.txt').read_text('utf-8')}")
    inhalt = json.loads(ziel.read_text(encoding="utf-8"))
    tests = {m: {int(z): t for z, t in zeilen.items()} for m, zeilen in inhalt["tests"].items()}
    return Spur(tests, inhalt["dauer"])


def faellt_auf(ordner: Path, modul: str, quelltext: str, tests: list[str], frist: float) -> bool | None:
    """True when one of the tests fails on the changed module, None when they do not come to an end."""
    datei = ordner / modul
    vorher, zeit = datei.read_bytes(), datei.stat()
    datei.write_text(quelltext, encoding="utf-8")
    try:
        code = _fuehre_aus(_teste, (str(ordner), tests), frist)
    finally:
        datei.write_bytes(vorher)
        os.utime(datei, ns=(zeit.st_atime_ns, zeit.st_mtime_ns))
    # A fault may take its own tests away, where they are counted from a list in the code: nobody noticed.
    return None if code is None else code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)


def _fuehre_aus(ziel: Callable[..., None], argumente: tuple[object, ...], frist: float | None) -> int | None:
    """Exit code of a process of its own, None when it had to be ended."""
    os.environ["PYTHONHASHSEED"] = "0"
    if "forkserver" in multiprocessing.get_all_start_methods():
        server = multiprocessing.get_context("forkserver")
        server.set_forkserver_preload(VORLADEN)
        prozess: BaseProcess = server.Process(target=ziel, args=argumente)
    else:
        prozess = multiprocessing.get_context("spawn").Process(target=ziel, args=argumente)
    prozess.start()
    prozess.join(frist)
    if prozess.exitcode is None:
        prozess.kill()
        prozess.join()
        return None
    return prozess.exitcode


@contextmanager
def _im_ordner(ordner: str, schreibe_pyc: bool) -> Iterator[None]:
    """Everything of ours is imported from the copy, and what is printed goes into a file in it."""
    os.chdir(ordner)
    sys.path.insert(0, ordner)
    for name in [n for n in sys.modules if n.partition(".")[0] in ("macros", "scripts")]:
        del sys.modules[name]
    sys.dont_write_bytecode = not schreibe_pyc
    os.environ.update(PYTHONDONTWRITEBYTECODE="" if schreibe_pyc else "1", PYTHONUTF8="1")
    if sys.platform != "win32":
        import resource

        # Not the address space: the engine that draws charts reserves more of it than it ever uses.
        resource.setrlimit(resource.RLIMIT_DATA, (_SPEICHER, _SPEICHER))
    from hypothesis import settings

    settings.register_profile("mutanten", deadline=None, database=None)
    settings.load_profile("mutanten")
    with Path("ausgabe.txt").open("w", encoding="utf-8") as ausgabe:
        os.dup2(ausgabe.fileno(), 1)
        os.dup2(ausgabe.fileno(), 2)
        yield


def _spuere(ordner: str, orte: list[str], ziel: str) -> None:
    """Target of a process: all tests, with a record of the lines that each runs."""
    import coverage

    with _im_ordner(ordner, schreibe_pyc=True):
        messung = coverage.Coverage(data_file=None, config_file=False, source=["macros"], messages=False)
        messung.start()
        for datei in sorted(Path("macros").rglob("*.py")):
            __import__(".".join(datei.with_suffix("").parts).removesuffix(".__init__"))
        spurensucher = _Spurensucher(messung)
        code = pytest.main([*_SCHALTER, "--basetemp=tmp", *orte], plugins=[spurensucher])
        messung.stop()
        daten = messung.get_data()
        tests = {
            Path(datei).relative_to(ordner).as_posix(): {
                zeile: sorted({t for k in kontexte for t in spurensucher.tests_in(k)})
                for zeile, kontexte in daten.contexts_by_lineno(datei).items()
            }
            for datei in daten.measured_files()
        }
        Path(ziel).write_text(json.dumps({"tests": tests, "dauer": spurensucher.dauer}), encoding="utf-8")
        sys.stdout.flush()
        os._exit(int(code))


def _teste(ordner: str, tests: list[str]) -> None:
    """Target of a process: these tests in this order, to the first that fails."""
    with _im_ordner(ordner, schreibe_pyc=False):
        orte = dict.fromkeys(t.partition("::")[0] for t in tests)
        code = pytest.main([*_SCHALTER, "--tb=line", "--basetemp=tmp", *orte], plugins=[_Auswahl(tests)])
        sys.stdout.flush()
        os._exit(int(code))


class _Auswahl:
    """Keeps the chosen tests, in the chosen order."""

    def __init__(self, tests: list[str]) -> None:
        self.stelle = {test: n for n, test in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((i for i in items if i.nodeid in self.stelle), key=lambda i: self.stelle[i.nodeid])


class _Spurensucher:
    """Names the running test to the measurement; a shared fixture counts for every test that asks for it."""

    def __init__(self, messung: Any) -> None:
        self.messung = messung
        self.lauf = [BEIM_LADEN]
        self.dauer: dict[str, float] = defaultdict(float)
        self.je_fixture: dict[str, set[str]] = defaultdict(set)

    def tests_in(self, kontext: str) -> set[str]:
        return self.je_fixture.get(kontext, {kontext})

    @contextmanager
    def _in(self, kontext: str) -> Iterator[None]:
        self.lauf.append(kontext)
        self.messung.switch_context(kontext)
        yield
        self.lauf.pop()
        self.messung.switch_context(self.lauf[-1])

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        _leere_gemerktes()
        for name in getattr(item, "fixturenames", ()):
            self.je_fixture[f"fixture {name}"].add(item.nodeid)
        with self._in(item.nodeid):
            return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Generator[None, object, object]:
        if fixturedef.scope == "function":
            return (yield)
        with self._in(f"fixture {fixturedef.argname}"):
            return (yield)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.dauer[report.nodeid] += report.duration


def _leere_gemerktes() -> None:
    """Forgets cached results, so that the next test runs the lines again."""
    for modul in [m for n, m in sys.modules.items() if n.startswith("macros.")]:
        for wert in list(vars(modul).values()):
            if callable(leeren := getattr(wert, "cache_clear", None)):
                leeren()
