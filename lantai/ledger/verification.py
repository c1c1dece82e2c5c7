"""兰台核对 (``lantai verify``): everything the database holds against the log, and the log against its signatures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any

from django.db import connection

from lantai.ledger import sequencer, store
from lantai.ledger.entry_check import check_entries
from lantai.ledger.findings import Report
from lantai.ledger.models import StoredObject
from lantai.ledger.reading import one_moment
from lantai.ledger.row_check import check_rows, stored_rows
from lantai.ledger.tree_check import check_tree


def run(files: bool = False, *, side_by_side: bool = False) -> Report:
    """Check all. With ``files`` every stored file is hashed again (SHA-256 and SM3); else only its presence and length.

    ``side_by_side``  a second process recomputes the tree meanwhile. Only for a program of its own: never in a server,
    a thread or a transaction.
    """
    report = Report()
    kept = sequencer.kept_notes()
    if side_by_side:
        with _tree_beside(kept) as tree, one_moment():
            held = _check_data(report)
        report.merge(tree())
    else:
        with one_moment():
            check_tree(report, kept)
            held = _check_data(report)
    _check_files(report, held, files)
    return report


def _check_data(report: Report) -> list[StoredObject]:
    check_rows(report, check_entries(report))
    names = [f.attname for f in StoredObject.sealed_fields()]
    return [StoredObject(**dict(zip(names, values, strict=True))) for _, values in stored_rows(StoredObject)]


@contextmanager
def _tree_beside(kept: list[str]) -> Iterator[Callable[[], Report]]:
    """Recompute the tree in a process of its own. It reads its own instant; tree and entries are each whole in theirs."""
    connection.close()  # each process opens its own
    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_tree_alone, args=(there, kept))
    child.start()
    there.close()
    try:
        yield here.recv
    finally:
        here.poll(None)
        child.join()


def _tree_alone(there: Any, kept: list[str]) -> None:
    report = Report()
    with one_moment():
        check_tree(report, kept)
    connection.close()
    there.send(report)


def _check_files(report: Report, held: list[StoredObject], again: bool) -> None:
    for one in held:
        report.checked["文件"] += 1
        if sentence := store.fault(one, again=again):
            report.add(f"文件 {str(one.sha256)[:12]}…：{sentence}", "ledger_storedobject", one.sha256)
