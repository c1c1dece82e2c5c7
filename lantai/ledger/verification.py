"""兰台核对 (``lantai verify``): everything the database holds against the log, and the log against its signatures."""

from __future__ import annotations

from lantai.ledger import sequencer, store
from lantai.ledger.entry_check import check_entries
from lantai.ledger.findings import Report
from lantai.ledger.models import StoredObject
from lantai.ledger.reading import one_moment
from lantai.ledger.row_check import check_rows, stored_rows
from lantai.ledger.tree_check import check_tree


def run(files: bool = False) -> Report:
    """Check all. With ``files`` every stored file is hashed again (SHA-256 and SM3); else only its presence and length."""
    report = Report()
    kept = sequencer.kept_notes()
    with one_moment():
        check_tree(report, kept)
        check_rows(report, check_entries(report))
        names = [f.attname for f in StoredObject.sealed_fields()]
        held = [StoredObject(**dict(zip(names, values, strict=True))) for _, values in stored_rows(StoredObject)]
    _check_files(report, held, files)
    return report


def _check_files(report: Report, held: list[StoredObject], again: bool) -> None:
    for one in held:
        report.checked["文件"] += 1
        if sentence := store.fault(one, again=again):
            report.add(f"文件 {str(one.sha256)[:12]}…：{sentence}", "ledger_storedobject", one.sha256)
