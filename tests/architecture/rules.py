"""The rules of the house over one module each: a rule returns the sentences of what breaks it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.architecture.sources import Source, dotted

LONGEST = 400
NEVER = frozenset(
    ("utils", "common", "core", "base", "helpers", "manager", "handler", "processor", "service", "data", "info")
)
PRIVATE = frozenset(("views", "forms", "urls", "admin", "middleware", "context", "tasks"))
MANAGERS = ("objects", "_base_manager", "_default_manager", "filter", "exclude", "all")
WRITES = ("create", "bulk_create", "update", "bulk_update", "get_or_create", "update_or_create", "delete")
WRITING_SQL = re.compile(r"\s*(insert|update|delete|replace)\b", re.IGNORECASE)

# Where rows are written though the file is not called commands, and why.
WRITERS = {
    "lantai/ledger/": "the log itself: what every command writes through",
    "lantai/config/worker.py": "puts jobs of the task library back into its queue",
    "lantai/documents/numbering.py": "takes the next number inside the command that calls it",
}


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def private_parts(source: Source) -> list[str]:
    """6 What is private to an app (views, forms, addresses …) is imported by nobody else; ``web`` lends its plumbing."""
    found = []
    for node in ast.walk(source.tree):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module, *(f"{node.module}.{a.name}" for a in node.names)]
        elif isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "lantai" and len(parts) > 2 and parts[2] in PRIVATE and parts[1] not in ("web", source.app):
                found.append(f"{source.path}:{node.lineno} takes {name}, which is private to {parts[1]}")
    return found if source.app and not source.is_test else []


def product_on_tests(source: Source) -> list[str]:
    """What is shipped never rests on what tests it: no module but a test imports a package of tests."""
    if source.app == "" or source.is_test:
        return []
    found = []
    for node in ast.walk(source.tree):
        names = []
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module or ''}.{a.name}" for a in node.names]
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else names
        found += [f"{source.path}:{node.lineno} rests on {name}" for name in names if "tests" in name.split(".")]
    return found


def commands_of_readers(source: Source) -> list[str]:
    """5 The desk and the statistics only read: they import no command but their own."""
    if source.app not in ("office", "statistics") or source.is_test:
        return []
    found = []
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{a.name}" for a in node.names)]
            others = [n for n in names if re.match(rf"lantai\.(?!{source.app}\.)\w+\.commands\b", n)]
            if source.path == "lantai/statistics/commands.py":  # a yearly report is published as a copy
                others = [n for n in others if not n.startswith("lantai.portal.commands")]
            found += [f"{source.path}:{node.lineno} imports {name}" for name in others[:1]]
    return found


def rows_outside_commands(source: Source) -> list[str]:
    """7 Rows are written in commands only."""
    if source.app == "" or source.is_test or source.is_migration or source.role == "commands":
        return []
    if any(source.path.startswith(place) for place in WRITERS):
        return []
    found = []
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom) and node.module == "lantai.ledger.act":
            taken = {a.name for a in node.names} & {"put", "put_many", "strike", "seal_again"}
            found += [f"{source.path}:{node.lineno} takes {name}" for name in sorted(taken)]
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        chain, verb = dotted(node.func.value).split("."), node.func.attr
        bare = not node.args and all(k.arg in ("update_fields", "using", "force_insert") for k in node.keywords)
        writes = verb in WRITES and any(word in MANAGERS for word in chain)
        writes |= verb in ("save", "delete") and bare and chain[-1] not in ("session",)
        words = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else ""
        writes |= verb in ("execute", "executemany") and isinstance(words, str) and bool(WRITING_SQL.match(words))
        if writes:
            found.append(f"{source.path}:{node.lineno} writes rows: {'.'.join(chain)}.{verb}()")
    return found


def functions_that_are_no_command(source: Source) -> list[str]:
    """8 Every public function in commands is a command: keyword-only, ``actor`` first."""
    if source.role != "commands" or source.is_test:
        return []
    found = []
    for node in source.tree.body:
        if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
            continue
        if not any(isinstance(d, ast.Call) and dotted(d).endswith("command") for d in node.decorator_list):
            found.append(f"{source.path}:{node.lineno} {node.name} is public and no command")
        elif node.args.args or node.args.posonlyargs or [a.arg for a in node.args.kwonlyargs][:1] != ["actor"]:
            found.append(f"{source.path}:{node.lineno} {node.name} takes other than keywords, actor first")
    return found


def too_long(source: Source) -> list[str]:
    """11 No module over 400 lines; migrations are exempt."""
    lines = source.text.count("\n")
    return [f"{source.path} has {lines} lines"] if lines > LONGEST and not source.is_migration else []


def inner_imports(source: Source) -> list[str]:
    """11 No import inside a function; a program that tests start in a process of its own is exempt."""
    if "tests" in source.parts and source.parts[-1] == "child":
        return []
    return [
        f"{source.path}:{inner.lineno} imports inside {function.name}"
        for function in _functions(source.tree)
        for inner in ast.walk(function)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]


def signals(source: Source) -> list[str]:
    """11 Nothing is announced, so nothing is hooked: no signal receivers."""
    found = []
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").endswith(("dispatch", "signals")):
            found.append(f"{source.path}:{node.lineno} imports {node.module}")
    return found


NAMED_BY_DJANGO = {
    "lantai/config/settings/base.py",
    "lantai/config/sqlite/base.py",
}  # an engine is looked for in "base"


def forbidden_names(source: Source) -> list[str]:
    """11 No module or class is called by a word that says nothing."""
    found = []
    meant = {"service"} if source.app == "law" else set()  # 送达
    if source.path not in NAMED_BY_DJANGO and (bad := NEVER & set(source.parts) - meant):
        found.append(f"{source.path} is called {'、'.join(bad)}")
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef) and node.name.endswith(("Helper", "Processor", "Utils", "Info")):
            found.append(f"{source.path}:{node.lineno} class {node.name}")
    return found if not source.is_migration else []


def objects_in_views(source: Source) -> list[str]:
    """Views ask queries; they touch no manager and open no transaction."""
    if source.role != "views" or source.is_test:
        return []
    return [
        f"{source.path}:{node.lineno} uses {node.attr}"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute) and node.attr in ("objects", "_base_manager", "atomic")
    ]


def tags_outside_pages(source: Source) -> list[str]:
    """What templates take is taken by views at most: queries, commands and what they rest on say a date with ``law.periods``."""
    if source.app == "" or source.is_test or source.role in ("views", "templatetags"):
        return []
    return [
        f"{source.path}:{node.lineno} imports {node.module}"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ImportFrom) and "templatetags" in (node.module or "").split(".")
    ]


def tests_that_cannot_fail(source: Source) -> list[str]:
    """Every test asserts: itself, by ``raises``, or through a function of its module that does."""
    if not source.is_test:
        return []
    functions = {f.name: f for f in _functions(source.tree)}
    asserting = {name for name, f in functions.items() if _asserts(f)}
    while more := {n for n, f in functions.items() if n not in asserting and _called(f) & asserting}:
        asserting |= more
    return [
        f"{source.path}:{f.lineno} {name} asserts nothing"
        for name, f in functions.items()
        if name.startswith("test_") and name not in asserting
    ]


def _called(function: ast.AST) -> set[str]:
    return {dotted(n.func).split(".")[-1] for n in ast.walk(function) if isinstance(n, ast.Call)}


def _asserts(function: ast.AST) -> bool:
    called = _called(function)
    if any(name in ("raises", "fail", "warns") or name.startswith(("assert", "expect")) for name in called):
        return True
    return any(isinstance(n, ast.Assert) for n in ast.walk(function))


def unfinished(source: Source) -> list[str]:
    """No unfinished work is left behind in words."""
    marks = ("TO" + "DO", "FIX" + "ME", "raise NotImplemented" + "Error")
    return [
        f"{source.path}:{number} says {mark}"
        for number, line in enumerate(source.text.splitlines(), 1)
        for mark in marks
        if mark in line
    ]


RULES = (
    commands_of_readers,
    private_parts,
    product_on_tests,
    rows_outside_commands,
    functions_that_are_no_command,
    too_long,
    inner_imports,
    signals,
    forbidden_names,
    objects_in_views,
    tags_outside_pages,
    tests_that_cannot_fail,
    unfinished,
)
