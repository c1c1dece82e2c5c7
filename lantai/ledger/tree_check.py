"""The tree against itself and its signatures: leaves → nodes → roots → signed checkpoints. Entries answer for the leaves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from django.db import connection

from lantai.law import chain
from lantai.ledger import note
from lantai.ledger.columns import stored
from lantai.ledger.findings import Report
from lantai.ledger.reading import PIECE, as_bytes, pieces, rows

LEAVES = 'SELECT "index", hash FROM ledger_leaf'


def check_tree(report: Report, kept: list[str]) -> None:
    """Recompute the tree over all leaves. ``kept`` are the signed checkpoints kept beside the database."""
    signed = _signed(report, kept)
    stored = _Nodes()
    tree = chain.Tree()
    sound = True  # nodes and roots above a false one are false too: the first is named, they are not
    for index, leaf in pieces(LEAVES, '"index"'):
        if index != tree.size:
            sentence = f"存证树的序号不连续：序号 {tree.size} 之处是序号 {index}"
            report.add(sentence, "ledger_leaf", index, index=tree.size)
            sound = False
            break
        for level, place, value_made in tree.append(as_bytes(leaf)):
            given = stored.take(level)
            if given != (place, value_made) and sound:
                report.add(
                    f"存证树第 {level} 层第 {place} 个节点与其下的记录不符（序号 {index} 及以前）",
                    "ledger_node",
                    f"{level}/{place}",
                    index=index,
                )
                sound = False
        for root, pk in signed.pop(tree.size, ()):
            if root != tree.root() and sound:
                report.add(
                    f"第 {pk} 号检查点所签的根散列与前 {tree.size} 条记录不符",
                    "ledger_checkpoint",
                    pk,
                    index=index,
                )
                sound = False
    report.checked["树叶"] = tree.size
    if sound:
        _too_many(report, tree, stored)
        for size, heads in sorted(signed.items()):
            report.add(
                f"检查点签到 {size} 条记录，存证树只有 {tree.size} 条：末尾的记录被截去",
                "ledger_checkpoint",
                heads[0][1],
                index=tree.size,
            )


class _Nodes:
    """Stored nodes, each level read in pieces as the tree grows past it."""

    def __init__(self) -> None:
        self._levels: dict[int, Iterator[tuple[int, bytes]]] = {}
        self.taken = 0

    def take(self, level: int) -> tuple[int, bytes] | None:
        self.taken += 1
        return next(self._levels.setdefault(level, self._level(level)), None)

    @staticmethod
    def _level(level: int) -> Iterator[tuple[int, bytes]]:
        last = -(2**63)
        while True:
            got = rows(
                'SELECT "index", hash FROM ledger_node WHERE level = %s AND "index" > %s ORDER BY "index" LIMIT %s',
                [level, last, PIECE],
            )
            yield from ((index, as_bytes(value)) for index, value in got)
            if len(got) < PIECE:
                return
            last = got[-1][0]


def _too_many(report: Report, tree: chain.Tree, stored: _Nodes) -> None:
    report.checked["树节点"] = stored.taken
    if rows("SELECT count(*) FROM ledger_node")[0][0] == stored.taken:
        return
    for level, index in rows('SELECT level, "index" FROM ledger_node ORDER BY level, "index"'):
        if not (1 <= level < 63 and 0 <= index < tree.size >> level):
            report.add(
                f"存证树多出第 {level} 层第 {index} 个节点",
                "ledger_node",
                f"{level}/{index}",
                index=tree.size,
            )
            return


def _signed(report: Report, kept: list[str]) -> dict[int, list[tuple[bytes, str]]]:
    """Roots that were signed, by size: of the checkpoints in the database and of those kept beside it."""
    found: dict[int, list[tuple[bytes, str]]] = defaultdict(list)
    name, public = note.origin(), note.public_bytes()
    notes = set()
    expected, before = 1, 0
    for row in pieces(f"SELECT number, origin, size, root, {stored('at')}, note FROM ledger_checkpoint", "number"):  # noqa: S608
        number = row[0]
        report.checked["检查点"] += 1
        if number != expected:
            report.add(f"缺少第 {expected} 号检查点", "ledger_checkpoint", expected, index=before)
            expected = number
        expected += 1
        head = _head(row, name, public)
        if head is None or head.size <= before:
            report.add(f"第 {number} 号检查点与其签名不符", "ledger_checkpoint", number, index=before)
            continue
        found[head.size].append((head.root, str(number)))
        notes.add(row[5])
        before = head.size
    for text in kept:
        try:
            head = _verified(text, name, public)
        except note.BadNote as error:
            report.add(f"数据库之外留存的检查点无效：{error}", "ledger_checkpoint", index=0)
            continue
        report.checked["留存检查点"] += 1
        if text not in notes:
            report.add(
                f"曾签署的 {head.size} 条记录的检查点不在数据库中：数据库曾被退回或截断",
                "ledger_checkpoint",
                index=head.size,
            )
        found[head.size].append((head.root, f"留存的 {head.size}"))
    return found


_verified = lru_cache(4096)(note.verify)  # a signature over the same text by the same key holds for ever


def _head(row: Any, name: str, public: bytes) -> note.Head | None:
    """What the checkpoint's note says, if it is signed and the columns say the same."""
    _, origin, size, root, at, text = row
    try:
        head = _verified(text, name, public)
    except (note.BadNote, AttributeError, TypeError, ValueError):
        return None
    signed_at: Any = datetime.fromtimestamp(head.signed_at, UTC)
    if connection.vendor == "sqlite":
        signed_at = str(signed_at.replace(tzinfo=None))
    same = (origin, size, as_bytes(root), at) == (head.origin, head.size, head.root, signed_at)
    return head if same else None
