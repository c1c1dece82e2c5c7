"""Arithmetic of the tamper-evident log: the Merkle tree of RFC 6962 with SHA-256, its proofs and how to
check them.

Nothing here knows a database. A tree of ``size`` leaves is known by its complete subtrees: ``(level,
index)`` is the
subtree over the leaves ``index * 2**level`` up to ``(index + 1) * 2**level``. Proofs from or to the empty
tree are refused:
they prove nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

Place = tuple[int, int]  # level, index of a complete subtree
Span = tuple[int, int]  # first leaf, leaf after the last one

EMPTY_ROOT = sha256(b"").digest()


def leaf_hash(body: bytes) -> bytes:
    """RFC 6962, 2.1: the hash of a leaf."""
    return sha256(b"\x00" + body).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """RFC 6962, 2.1: the hash of two subtrees."""
    return sha256(b"\x01" + left + right).digest()


@dataclass
class Tree:
    """The growing edge of a tree: its size and the roots of its complete subtrees, the largest first."""

    size: int = 0
    peaks: list[bytes] = field(default_factory=list)

    def append(self, leaf: bytes) -> list[tuple[int, int, bytes]]:
        """Add a leaf hash. Returns the subtrees completed by it (level ≥ 1), the smallest first."""
        made = []
        level, index = 0, self.size
        while index & 1:
            leaf = node_hash(self.peaks.pop(), leaf)
            level, index = level + 1, index >> 1
            made.append((level, index, leaf))
        self.peaks.append(leaf)
        self.size += 1
        return made

    def root(self) -> bytes:
        return fold(self.peaks)


def fold(peaks: Sequence[bytes]) -> bytes:
    """The root over neighbouring complete subtrees, the largest (leftmost) first."""
    if not peaks:
        return EMPTY_ROOT
    root = peaks[-1]
    for peak in reversed(peaks[:-1]):
        root = node_hash(peak, root)
    return root


def root_of(bodies: Iterable[bytes]) -> bytes:
    """The root over the bodies of all leaves."""
    tree = Tree()
    for body in bodies:
        tree.append(leaf_hash(body))
    return tree.root()


def places(span: Span) -> list[Place]:
    """The complete subtrees that make up a span whose start is aligned as RFC 6962 splits trees, left to
    right.
    """
    start, end = span
    found = []
    while start < end:
        level = (end - start).bit_length() - 1
        found.append((level, start >> level))
        start += 1 << level
    return found


def _split(length: int) -> int:
    """The largest power of two smaller than ``length``."""
    return 1 << (length - 1).bit_length() - 1


def inclusion_spans(index: int, size: int) -> list[Span]:
    """The spans whose roots prove that leaf ``index`` is in the tree of ``size`` leaves, from the leaf
    upwards.
    """
    if not 0 <= index < size:
        raise ValueError("the leaf is not in a tree of this size")
    spans = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            spans.append((middle, end))
            end = middle
        else:
            spans.append((start, middle))
            start = middle
    return spans[::-1]


def consistency_spans(old: int, new: int) -> list[Span]:
    """The spans whose roots prove that the tree of ``old`` leaves is the beginning of the tree of ``new``
    leaves.
    """
    if not 0 < old <= new:
        raise ValueError("a consistency proof needs 0 < old <= new")
    spans = []
    start, end, whole = 0, new, True
    while old != end:
        middle = start + _split(end - start)
        if old <= middle:
            spans.append((middle, end))
            end = middle
        else:
            spans.append((start, middle))
            start, whole = middle, False
    if not whole:
        spans.append((start, end))
    return spans[::-1]


def proof(spans: Iterable[Span], node: Callable[[Place], bytes]) -> list[bytes]:
    """The hashes of a proof, given where to find complete subtrees."""
    return [fold([node(place) for place in places(span)]) for span in spans]


def verify_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Whether the leaf hash stands at ``index`` in the tree of ``size`` leaves with that root (RFC 9162,
    2.1.3.2).
    """
    if not 0 <= index < size or not _hashes([leaf, root, *path]):
        return False
    place, last, running = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return False
        if place & 1 or place == last:
            running = node_hash(sibling, running)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            running = node_hash(running, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and running == root


def verify_consistency(old: int, new: int, old_root: bytes, new_root: bytes, path: Sequence[bytes]) -> bool:
    """Whether the tree of ``new`` leaves begins with the tree of ``old`` leaves (RFC 9162, 2.1.4.2)."""
    if not 0 < old <= new or not _hashes([old_root, new_root, *path]):
        return False
    if old == new:
        return not path and old_root == new_root
    if old & (old - 1) == 0:
        path = [old_root, *path]
    if not path:
        return False
    place, last = old - 1, new - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    first = second = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            first, second = node_hash(sibling, first), node_hash(sibling, second)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            second = node_hash(second, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and first == old_root and second == new_root


def _hashes(values: Iterable[bytes]) -> bool:
    return all(isinstance(v, bytes) and len(v) == 32 for v in values)
