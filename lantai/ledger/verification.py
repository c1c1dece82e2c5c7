"""兰台核对 (``lantai verify``): everything the database holds against the log, and the log against its signatures."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any

from django.db import connection

from lantai.ledger import sequencer, store
from lantai.ledger.entry_check import Seals, check_company, check_entries, halves
from lantai.ledger.findings import Report
from lantai.ledger.models import StoredObject
from lantai.ledger.reading import Part, one_moment
from lantai.ledger.row_check import check_rows, stored_rows
from lantai.ledger.tree_check import check_tree


def run(files: bool = False, *, side_by_side: bool = False) -> Report:
    """Check all. With ``files`` every stored file is hashed again (SHA-256 and SM3); else only its presence and length.

    ``side_by_side``  a second process checks the earlier entries meanwhile, then recomputes the tree. Only for a program of
    its own: never in a server, a thread or a transaction.
    """
    report, tree = Report(), Report()
    kept = sequencer.kept_notes()
    if side_by_side:
        earlier, later = halves()
        with _without_collector(), _beside(kept, earlier) as other, one_moment():
            seals = check_entries(report, later)
            entries, before = other()
            report.merge(entries)
            before.merge(seals)
            held = _check_rest(report, before)
            tree = other()
    else:
        with one_moment():
            check_tree(tree, kept)
            held = _check_rest(report, check_entries(report))
    report.merge_tree(tree)
    _check_files(report, held, files)
    return report


@contextmanager
def _without_collector() -> Iterator[None]:
    """Millions of small values live to the end, and nothing here makes cycles: looking for these is time lost."""
    ran = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if ran:
            gc.enable()


def _check_rest(report: Report, seals: Seals) -> list[StoredObject]:
    check_company(report)
    check_rows(report, seals)
    names = [f.attname for f in StoredObject.sealed_fields()]
    return [StoredObject(**dict(zip(names, values, strict=True))) for _, values in stored_rows(StoredObject)]


@contextmanager
def _beside(kept: list[str], part: Part) -> Iterator[Callable[[], Any]]:
    """Earlier entries and tree in a process of its own. It reads its own instant; nothing in the log ever changes.

    It gives the report and the seals of the entries as soon as it has them, for the rows wait for these; then the
    report of the tree.
    """
    connection.close()  # each process opens its own
    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_alone, args=(there, kept, part))
    child.start()
    there.close()
    try:
        yield here.recv
    finally:
        here.close()  # nobody reads any more: a child that still has something to say ends instead of waiting
        child.join()


def _alone(there: Any, kept: list[str], part: Part) -> None:
    tree, entries = Report(), Report()
    with one_moment():
        seals = check_entries(entries, part)
        there.send((entries, seals))
        check_tree(tree, kept)
    connection.close()
    there.send(tree)


def _check_files(report: Report, held: list[StoredObject], again: bool) -> None:
    for one in held:
        report.checked["文件"] += 1
        if sentence := store.fault(one, again=again):
            report.add(f"文件 {str(one.sha256)[:12]}…：{sentence}", "ledger_storedobject", one.sha256)
