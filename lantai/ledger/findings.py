"""What a verification found: counts of what was checked and the places where the database differs from the log."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

MOST = 100  # findings kept; the rest are counted


@dataclass(frozen=True)
class Finding:
    """One difference: a sentence, the table and row, the entry that says otherwise and its index in the tree."""

    sentence: str
    table: str
    pk: str = ""
    entry: int | None = None
    index: int | None = None


def _shown(text: str) -> str:
    """What may be printed and stored: bytes that are no text become question marks."""
    return text.encode("utf-8", "replace").decode()


def _place(finding: Finding) -> tuple[bool, int, bool, int]:
    return finding.index is None, finding.index or 0, finding.entry is None, finding.entry or 0


@dataclass
class Report:
    checked: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)
    found: int = 0
    false_leaf: int | None = None  # the first place whose leaf is not that of its entry

    @property
    def ok(self) -> bool:
        return self.found == 0

    @property
    def first(self) -> Finding | None:
        """The finding with the lowest place in the tree; those that have none come last."""
        return min(self.findings, key=_place, default=None)

    def add(
        self, sentence: str, table: str, pk: object = "", entry: int | None = None, index: int | None = None
    ) -> None:
        self.found += 1
        if len(self.findings) < MOST:
            self.findings.append(Finding(_shown(sentence), table, _shown(str(pk)), entry, index))

    def add_false_leaf(self, sentence: str, entry: int, index: int | None) -> None:
        self.add(sentence, "ledger_entry", entry, entry, index)
        if index is not None:
            self.false_leaf = index if self.false_leaf is None else min(index, self.false_leaf)

    def merge_tree(self, tree: Report) -> None:
        """Take over what the check of the tree found. Nodes above a false leaf are false too: the leaf is named, they are not."""
        if self.false_leaf is not None:
            above = [f for f in tree.findings if f.table == "ledger_node" and (f.index or 0) >= self.false_leaf]
            tree.findings = [f for f in tree.findings if f not in above]
            tree.found -= len(above)
        self.merge(tree)

    def merge(self, other: Report) -> None:
        """Take over what another check found."""
        leaves = [leaf for leaf in (self.false_leaf, other.false_leaf) if leaf is not None]
        self.false_leaf = min(leaves, default=None)
        self.checked.update(other.checked)
        self.findings += other.findings
        self.found += other.found

    def lines(self) -> list[str]:
        """The report in words, for a terminal."""
        counted = [f"{what} {number}" for what, number in self.checked.items()]
        if self.first is None:
            return ["核对完毕，全部相符：" + "，".join(counted) + "。"]
        return [
            f"核对发现 {self.found} 处不符。第一处：{self.first.sentence}（表 {self.first.table}，主键 {self.first.pk or '无'}）。",
            "已核对：" + "，".join(counted) + "。",
        ]
