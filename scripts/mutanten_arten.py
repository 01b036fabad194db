"""What one small fault in a piece of code looks like: node of the syntax tree -> nodes that may stand in its place."""

from __future__ import annotations

import ast
from collections.abc import Iterator

_GRENZEN: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_RECHNUNGEN: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_ANDERE = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list", "reversed": "list"}
_ANDERE_METHODEN = {"partition": "rpartition", "rpartition": "partition", "startswith": "endswith"}
_ENTBEHRLICH = frozenset({"strip", "lstrip", "rstrip", "lower", "casefold", "removesuffix", "removeprefix", "replace"})
_OHNE_WIRKUNG = frozenset({"description", "encoding", "strict", "stacklevel"})
"""Keywords that only explain, or that no data can tell from their default."""


def ist_prosa(text: str) -> bool:
    """True for a sentence: its wording is for people, no fault of logic."""
    return " " in text.strip()


def ersatz(knoten: ast.AST, eltern: ast.AST, ergibt: str) -> Iterator[ast.AST]:
    """Faulty nodes in place of one; `ergibt` is the annotated result of the function around it."""
    match knoten:
        case ast.Compare():
            yield from _vergleiche(knoten)
        case ast.BoolOp(op=op, values=werte):
            for n in range(len(werte)):
                rest = [w for i, w in enumerate(werte) if i != n]
                yield rest[0] if len(rest) == 1 else ast.BoolOp(op, rest)
        case ast.UnaryOp(op=ast.Not(), operand=innen):
            yield innen
        case ast.UnaryOp(op=ast.USub(), operand=innen) if not isinstance(innen, ast.Constant):
            yield innen
        case ast.IfExp(body=ja, orelse=nein):
            yield from (ja, nein)
        case ast.BinOp(left=links, op=op, right=rechts):
            if (anders := _RECHNUNGEN.get(type(op))) and not (_ist_text(links) or _ist_text(rechts)):
                yield ast.BinOp(links, anders(), rechts)
        case ast.JoinedStr(values=teile):
            for n, teil in enumerate(teile):
                if isinstance(teil, ast.FormattedValue):
                    yield ast.JoinedStr([*teile[:n], *teile[n + 1 :]])
        case ast.Constant(value=wert):
            yield from _konstanten(wert)
        case ast.Call():
            yield from _aufrufe(knoten)
        case ast.Slice(lower=unten, upper=oben, step=schritt):
            if unten:
                yield ast.Slice(None, oben, schritt)
            if oben:
                yield ast.Slice(unten, None, schritt)
            if schritt:
                yield ast.Slice(unten, oben, None)
        case ast.Set(elts=glieder) if len(glieder) > 1:
            yield from (ast.Set([g for i, g in enumerate(glieder) if i != n]) for n in range(len(glieder)))
        case ast.Lambda(args=args, body=rumpf) if not isinstance(rumpf, ast.Constant):
            yield ast.Lambda(args, ast.Constant(None))
        case ast.MatchOr(patterns=muster):
            for n in range(len(muster)):
                rest_muster = [m for i, m in enumerate(muster) if i != n]
                yield rest_muster[0] if len(rest_muster) == 1 else ast.MatchOr(rest_muster)
        case ast.stmt():
            yield from _anweisungen(knoten, ergibt)
    yield from _bedingungen(knoten, eltern)


def _vergleiche(knoten: ast.Compare) -> Iterator[ast.AST]:
    """Another operator; for „in (a, b)“ also one value fewer."""
    for n, op in enumerate(knoten.ops):
        for anders in _GRENZEN[type(op)]:
            yield ast.Compare(knoten.left, [*knoten.ops[:n], anders(), *knoten.ops[n + 1 :]], knoten.comparators)
    liste = knoten.comparators[-1]
    if isinstance(knoten.ops[-1], ast.In | ast.NotIn) and isinstance(liste, ast.Tuple | ast.List):
        for n in range(len(liste.elts)):
            rest = type(liste)([e for i, e in enumerate(liste.elts) if i != n], ast.Load())
            yield ast.Compare(knoten.left, knoten.ops, [*knoten.comparators[:-1], rest])


def _bedingungen(knoten: ast.AST, eltern: ast.AST) -> Iterator[ast.AST]:
    """A condition that always holds, or never."""
    immer, nie = ast.Constant(True), ast.Constant(False)
    match eltern:
        case ast.If(test=test) if test is knoten:
            yield from (immer, nie)
        case ast.While(test=test) if test is knoten:
            yield nie
        case ast.comprehension(ifs=wenn) if any(w is knoten for w in wenn):
            yield immer
        case ast.match_case(guard=wenn) if wenn is knoten:
            yield from (immer, nie)
        case ast.For(iter=folge) | ast.comprehension(iter=folge) if folge is knoten:
            yield ast.Tuple([], ast.Load())


def _konstanten(wert: object) -> Iterator[ast.AST]:
    match wert:
        case bool():
            yield ast.Constant(not wert)
        case int() | float():
            yield ast.Constant(wert + 1)
        case str() if not ist_prosa(wert):
            yield ast.Constant(f"XX{wert}")


def _aufrufe(knoten: ast.Call) -> Iterator[ast.AST]:
    """Another function of the same kind, a method left out, an argument that nobody passes."""
    match knoten.func:
        case ast.Name(id=name) if name in _ANDERE:
            behalten = [] if _ANDERE[name] == "list" else knoten.keywords
            yield ast.Call(ast.Name(_ANDERE[name], ast.Load()), knoten.args, behalten)
        case ast.Attribute(value=wovon, attr=name) if name in _ENTBEHRLICH:
            yield wovon
        case ast.Attribute(value=wovon, attr=name) if name in _ANDERE_METHODEN:
            yield ast.Call(ast.Attribute(wovon, _ANDERE_METHODEN[name], ast.Load()), knoten.args, knoten.keywords)
        case ast.Attribute(attr="get") if len(knoten.args) == 2:
            yield ast.Call(knoten.func, knoten.args[:1], knoten.keywords)
    for n, schluessel in enumerate(knoten.keywords):
        if schluessel.arg and schluessel.arg not in _OHNE_WIRKUNG:
            yield ast.Call(knoten.func, knoten.args, [k for i, k in enumerate(knoten.keywords) if i != n])


def _anweisungen(knoten: ast.stmt, ergibt: str) -> Iterator[ast.AST]:
    """A statement that does nothing, or gives nothing back."""
    nichts = ast.Expr(ast.YieldFrom(ast.Tuple([], ast.Load())))
    match knoten:
        case ast.Return(value=ast.expr()) if ergibt == "bool":
            yield from (ast.Return(ast.Constant(True)), ast.Return(ast.Constant(False)))
        case ast.Return(value=ast.expr() as wert) if not (isinstance(wert, ast.Constant) and wert.value is None):
            yield ast.Return(ast.Constant(None))
        case ast.Expr(value=ast.Yield() | ast.YieldFrom()):
            yield nichts
        case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Raise() | ast.Delete():
            yield ast.Pass()
        case ast.Assign(targets=[ast.Subscript() | ast.Attribute()]):
            yield ast.Pass()
        case ast.Continue():
            yield ast.Break()
        case ast.Break():
            yield ast.Continue()
    if isinstance(knoten, ast.AugAssign) and (anders := _RECHNUNGEN.get(type(knoten.op))):
        yield ast.AugAssign(knoten.target, anders(), knoten.value)


def _ist_text(knoten: ast.AST) -> bool:
    return isinstance(knoten, ast.JoinedStr) or (isinstance(knoten, ast.Constant) and isinstance(knoten.value, str))
