"""Mutants of a module: each is the module with one small fault, named by its function and by what was exchanged."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from scripts.mutanten_arten import ersatz

MODULEBENE = "(Modul)"
_LAENGE = 90
_AUSGELASSEN = frozenset({"returns", "decorator_list", "format_spec", "ctx", "op", "ops"})
"""Parts of a node that are not walked: what only types, marks, or belongs to the node above."""


@dataclass(frozen=True)
class Stelle:
    """Where in a tree a node hangs, in which function, and on which lines its statement stands."""

    eltern: ast.AST
    feld: str
    nummer: int | None
    knoten: ast.AST
    funktion: str
    zeilen: range


@dataclass(frozen=True, eq=False)
class Mutant:
    """One fault; `name` stays the same while other code changes, `umfeld` are the lines of its function."""

    name: str
    modul: str
    funktion: str
    zeilen: range
    umfeld: range
    baum: ast.Module
    stelle: Stelle
    neu: ast.AST

    @property
    def raum(self) -> str:
        """The room that the fault is in."""
        return self.modul.split("/")[1]

    def quelltext(self) -> str:
        """The whole module with the fault in it."""
        s = self.stelle
        _haenge_ein(s, self.neu)
        try:
            return ast.unparse(ast.fix_missing_locations(self.baum))
        finally:
            _haenge_ein(s, s.knoten)


def _haenge_ein(stelle: Stelle, knoten: ast.AST) -> None:
    if stelle.nummer is None:
        setattr(stelle.eltern, stelle.feld, knoten)
    else:
        getattr(stelle.eltern, stelle.feld)[stelle.nummer] = knoten


def mutanten(wurzel: Path, datei: Path) -> list[Mutant]:
    """Every mutant of a module, in the order of its lines."""
    modul = datei.relative_to(wurzel).as_posix()
    baum = ast.parse(datei.read_text(encoding="utf-8"))
    funktionen = dict(_funktionen(baum))
    ergibt = {name: ast.unparse(f.returns) for name, f in funktionen.items() if f.returns}
    umfeld = {name: range(f.lineno, (f.end_lineno or f.lineno) + 1) for name, f in funktionen.items()}
    worte = {id(wort) for wort in _worte(baum)}
    zahl: Counter[str] = Counter()
    liste = []
    for stelle in _stellen(baum, MODULEBENE, range(0)):
        if id(stelle.knoten) in worte:
            continue
        for neu in ersatz(stelle.knoten, stelle.eltern, ergibt.get(stelle.funktion, "")):
            if ast.dump(neu) == ast.dump(stelle.knoten):
                continue
            name = f"{modul} {stelle.funktion}: {_wechsel(stelle.knoten, neu)}"
            zahl[name] += 1
            name += f" ({zahl[name]})" if zahl[name] > 1 else ""
            wo = umfeld.get(stelle.funktion, stelle.zeilen)
            liste.append(Mutant(name, modul, stelle.funktion, stelle.zeilen, wo, baum, stelle, neu))
    return liste


def regeln(datei: Path) -> list[str]:
    """Names of the functions of a module that are marked as rules."""
    return [
        name
        for name, f in _funktionen(ast.parse(datei.read_text(encoding="utf-8")))
        if any(isinstance(d, ast.Name) and d.id == "regel" for d in f.decorator_list)
    ]


def _funktionen(baum: ast.AST, davor: str = "") -> Iterator[tuple[str, ast.FunctionDef]]:
    """Functions of a module and methods of its classes, with the names that mutants carry."""
    for knoten in ast.iter_child_nodes(baum):
        if isinstance(knoten, ast.FunctionDef):
            yield f"{davor}{knoten.name}", knoten
        elif isinstance(knoten, ast.ClassDef):
            yield from _funktionen(knoten, f"{davor}{knoten.name}.")


def _worte(baum: ast.Module) -> Iterator[ast.expr]:
    """The words for people behind the value of a choice: `ROST = "rost", "Rost"`."""
    for klasse in ast.walk(baum):
        for zuweisung in klasse.body if isinstance(klasse, ast.ClassDef) else ():
            if isinstance(zuweisung, ast.Assign) and isinstance(zuweisung.value, ast.Tuple):
                yield from zuweisung.value.elts[1:]


def _stellen(knoten: ast.AST, funktion: str, zeilen: range, im_typ: bool = False) -> Iterator[Stelle]:
    """Every place below a node that may be mutated; in annotations only what stands in calls, such as Field(ge=1)."""
    for feld, wert in ast.iter_fields(knoten):
        if feld in _AUSGELASSEN:
            continue
        typ = (im_typ or feld == "annotation") and not isinstance(knoten, ast.Call)
        for nummer, kind in enumerate(wert) if isinstance(wert, list) else [(None, wert)]:
            if not isinstance(kind, ast.AST) or _ausgenommen(kind, knoten):
                continue
            stelle = Stelle(knoten, feld, nummer, kind, _name(kind, knoten, funktion), _zeilen(kind, zeilen))
            if not typ or isinstance(kind, ast.Call):
                yield stelle
            yield from _stellen(kind, stelle.funktion, stelle.zeilen, typ)


def _name(knoten: ast.AST, eltern: ast.AST, funktion: str) -> str:
    """Name of the function or class that a node opens; what stands inside a function belongs to it."""
    if isinstance(knoten, ast.FunctionDef | ast.ClassDef) and isinstance(eltern, ast.Module | ast.ClassDef):
        return knoten.name if funktion == MODULEBENE else f"{funktion}.{knoten.name}"
    return funktion


def _zeilen(knoten: ast.AST, davor: range) -> range:
    """Lines that run when the statement does: all of a simple one, the head of one with a body."""
    if not isinstance(knoten, ast.stmt):
        return davor
    rumpf = getattr(knoten, "body", None)
    ende = rumpf[0].lineno if rumpf else (knoten.end_lineno or knoten.lineno) + 1
    return range(knoten.lineno, max(ende, knoten.lineno + 1))


def _ausgenommen(knoten: ast.AST, eltern: ast.AST) -> bool:
    """True for what explains or narrows types and does nothing else."""
    match knoten:
        case ast.Import() | ast.ImportFrom() | ast.Assert():
            return True
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.keyword(arg="description" | "strict" | "encoding"):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
        case ast.Constant(value=str()) if isinstance(eltern, ast.JoinedStr):
            return True
        case ast.Constant(value=str()):  # „XX“ among the characters to strip changes nothing
            return isinstance(eltern, ast.Call) and ast.unparse(eltern.func).endswith("strip")
    return False


def _wechsel(alt: ast.AST, neu: ast.AST) -> str:
    """What became what, in one line; of a long piece only the surroundings of the difference."""
    vorher, nachher = (" ".join(ast.unparse(ast.fix_missing_locations(knoten)).split()) for knoten in (alt, neu))
    if max(len(vorher), len(nachher)) <= _LAENGE:
        return f"{vorher} → {nachher}"
    gleich = takewhile(lambda paar: paar[0] == paar[1], zip(vorher, nachher, strict=False))
    vorn = sum(1 for _ in gleich)
    beginn = max(0, vorn - 20)
    return " → ".join(
        f"{'…' * (beginn > 0)}{t[beginn : beginn + _LAENGE]}{'…' * (len(t) > beginn + _LAENGE)}"
        for t in (vorher, nachher)
    )
