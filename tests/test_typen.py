"""What a value is stands in its type: `Any` is rare, and no public signature of the output asks for it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

WURZEL = Path(__file__).parents[1]
MODULE = sorted((WURZEL / "macros").rglob("*.py"))
HOECHSTENS = 60
_WORT = re.compile(r"\bAny\b")


def zeilen_mit_any(datei: Path) -> int:
    return sum(bool(_WORT.search(zeile)) for zeile in datei.read_text(encoding="utf-8").splitlines())


def oeffentliche(knoten: ast.Module | ast.ClassDef) -> Iterator[tuple[str, ast.expr]]:
    """(name, type) of all that others see: parameters, results, and fields of classes."""
    for teil in knoten.body:
        match teil:
            case ast.ClassDef(name=name) if not name.startswith("_"):
                yield from ((f"{name}.{innen}", typ) for innen, typ in oeffentliche(teil))
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) if (
                not name.startswith("_") or name == "__init__"
            ):
                a = teil.args
                alle = [*a.posonlyargs, *a.args, *a.kwonlyargs, *filter(None, (a.vararg, a.kwarg))]
                yield from ((f"{name}({arg.arg})", arg.annotation) for arg in alle if arg.annotation)
                if teil.returns:
                    yield f"{name}()", teil.returns
            case ast.AnnAssign(target=ast.Name(id=name)) if not name.startswith("_"):
                yield name, teil.annotation


def mit_any(quelltext: str) -> list[str]:
    """Public names whose type says Any."""
    return [name for name, typ in oeffentliche(ast.parse(quelltext)) if _WORT.search(ast.unparse(typ))]


def test_any_ist_selten() -> None:
    je = {datei.relative_to(WURZEL).as_posix(): zeilen_mit_any(datei) for datei in MODULE}
    assert sum(je.values()) < HOECHSTENS, {name: anzahl for name, anzahl in je.items() if anzahl}


@pytest.mark.parametrize(
    "datei", [d for d in MODULE if "ausgabe" in d.parts], ids=lambda d: d.relative_to(WURZEL).as_posix()
)
def test_keine_oeffentliche_signatur_der_ausgabe_sagt_any(datei: Path) -> None:
    assert mit_any(datei.read_text(encoding="utf-8")) == []


def test_die_suche_findet_einen_verstoss() -> None:
    quelltext = """
from typing import Any
A: dict[str, Any] = {}
_A: Any = 1
def a(x: list[Any], *, y: int) -> str: ...
def b(*x: Any, **y: "Any") -> None: ...
async def c() -> dict[str, Any]: ...
def _d(x: Any) -> Any: ...
class E:
    f: Any
    _g: Any
    def __init__(self, h: Any) -> None: ...
    def i(self) -> tuple[Any, ...]: ...
    def _j(self) -> Any: ...
class _K:
    l: Any
"""
    assert mit_any(quelltext) == ["A", "a(x)", "b(x)", "b(y)", "c()", "E.f", "E.__init__(h)", "E.i()"]
