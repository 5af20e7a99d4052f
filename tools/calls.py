"""Which names a module uses, written out in full: `dt.date.today` after `import datetime as dt` is `datetime.date.today`."""

from __future__ import annotations

import ast
from collections.abc import Iterator


def uses(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Every name the module loads or imports, in full, with its line.

    A method of something unknown keeps its last part alone (`.read_text`) and is reported where it is called, for a field may
    well be called `open`; a name the module itself binds (a parameter or function called `open`) is its own and not reported.
    """
    known, own = _imports(tree), _bound(tree)
    calls = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)
        elif id(node) in inner:
            continue
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and (node.id in known or node.id not in own):
            yield known.get(node.id, node.id), node.lineno
        elif isinstance(node, ast.Attribute):
            name = _full_name(node, known)
            if not name.startswith(".") or id(node) in calls:
                yield name, node.lineno


def _imports(tree: ast.Module) -> dict[str, str]:
    known: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                name = alias.asname or alias.name.split(".")[0]
                known[name] = alias.name if alias.asname else name
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                known[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return known


def _bound(tree: ast.Module) -> set[str]:
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    names |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    return names | {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}


def _full_name(node: ast.Attribute, known: dict[str, str]) -> str:
    parts: list[str] = []
    at: ast.expr = node
    while isinstance(at, ast.Attribute):
        parts.append(at.attr)
        at = at.value
    if isinstance(at, ast.Name) and at.id in known:
        return ".".join([known[at.id], *reversed(parts)])
    return f".{parts[0]}"
