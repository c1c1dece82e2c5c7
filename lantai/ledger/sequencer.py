"""The sequencer: gives entries their place in the tree and signs checkpoints. One at a time, apart from the
commands.

Commands leave their entry in ``Waiting``; so an entry that commits late, with a lower id than others, is
not missed.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from lantai.law import chain
from lantai.ledger import clock, note
from lantai.ledger.models import Checkpoint, Entry, Leaf, Node, Waiting

BATCH = 10_000
SIGN_EVERY = 10.0  # seconds between two checkpoints while entries keep coming
_LOCK = 0x4C414E544149  # advisory lock of the sequencer on PostgreSQL ("LANTAI")


class Inconsistent(Exception):
    """The tree does not continue what was signed before.

    Nothing is signed; an alarm for the audit administrator.
    """


@contextmanager
def _alone() -> Iterator[None]:
    """One sequencer at a time: an advisory lock on PostgreSQL; on SQLite the IMMEDIATE transaction."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        yield


def node(place: chain.Place) -> bytes:
    """The stored hash of a complete subtree; a leaf is level 0. Raises Inconsistent when it is gone."""
    return nodes([place])[place]


def nodes(wanted: list[chain.Place]) -> dict[chain.Place, bytes]:
    """Stored hashes of complete subtrees in at most two queries."""
    leaves = [index for level, index in wanted if level == 0]
    found = {(0, i): bytes(h) for i, h in Leaf.objects.filter(index__in=leaves).values_list("index", "hash")}
    higher = [place for place in wanted if place[0] > 0]
    if higher:
        rows = Node.objects.filter(pk__in=higher).values_list("level", "index", "hash")
        found.update({(level, index): bytes(h) for level, index, h in rows})
    if missing := set(wanted) - found.keys():
        raise Inconsistent(f"存证树缺少节点 {sorted(missing)[0]}")
    return found


def tree_of(size: int) -> chain.Tree:
    """The edge of the tree as it was at ``size`` leaves."""
    places = chain.places((0, size))
    found = nodes(places)
    return chain.Tree(size, [found[place] for place in places])


def size() -> int:
    """How many entries are in the tree."""
    last = Leaf.objects.order_by("-index").values_list("index", flat=True).first()
    return 0 if last is None else last + 1


def fold(limit: int | None = None) -> int:
    """Fold waiting entries (at most ``limit``) into the tree, in the order of their ids. Returns how many."""
    done = 0
    while limit is None or done < limit:
        took = _fold_batch(BATCH if limit is None else min(BATCH, limit - done))
        done += took
        if took < BATCH:
            break
    return done


def _fold_batch(limit: int) -> int:
    with _alone():
        waiting = list(Entry.objects.filter(waiting__isnull=False).order_by("id").values_list("id", "body")[:limit])
        if not waiting:
            return 0
        tree = tree_of(size())
        first = tree.size
        leaves, made = [], []
        for entry, body in waiting:
            leaf = chain.leaf_hash(body.encode())
            leaves.append((tree.size, entry, leaf))
            made += tree.append(leaf)
        _insert("ledger_leaf", ("index", "entry_id", "hash"), leaves)
        _insert("ledger_node", ("level", "index", "hash"), made)
        with connection.cursor() as cursor:
            cursor.execute(
                'DELETE FROM ledger_waiting WHERE entry_id IN (SELECT entry_id FROM ledger_leaf WHERE "index" >= %s)',
                [first],
            )
        return len(waiting)


def _insert(table: str, columns: tuple[str, ...], rows: list[tuple[int, int, bytes]]) -> None:
    """Plain inserts: the ORM would spend more time than hashing does."""
    names = ", ".join(f'"{c}"' for c in columns)
    marks = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        for start in range(0, len(rows), 200):
            part = rows[start : start + 200]
            cursor.execute(
                f"INSERT INTO {table} ({names}) VALUES {', '.join([f'({marks})'] * len(part))}",  # noqa: S608
                [value for row in part for value in row],
            )


def requeue() -> int:
    """Let entries that are neither in the tree nor waiting wait again (after a restore). Returns how many."""
    with _alone(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledger_waiting (entry_id) SELECT e.id FROM ledger_entry e "
            "LEFT JOIN ledger_leaf l ON l.entry_id = e.id LEFT JOIN ledger_waiting w ON w.entry_id = e.id "
            "WHERE l.entry_id IS NULL AND w.entry_id IS NULL"
        )
        return int(cursor.rowcount)


def checkpoint() -> Checkpoint | None:
    """Fold what waits and sign the tree. The last checkpoint again when nothing was added; None of an empty
    log.

    Before signing, the tree must be proved to continue the last checkpoint and every note this machine has
    kept outside
    the database. Raises Inconsistent otherwise.
    """
    fold()
    with _alone():
        last = latest()
        now_size = size()
        if (last is not None and last.size == now_size) or (now_size == 0 and last is None):
            _keep(last)
            return last
        root = _continuing_root(last, now_size)
        seconds = int(clock.now().timestamp())
        signed = note.sign(now_size, root, seconds)
        made = Checkpoint.objects.create(
            number=last.number + 1 if last else 1,
            origin=note.origin(),
            size=now_size,
            root=root,
            at=datetime.fromtimestamp(seconds, UTC),
            note=signed,
        )
    _keep(made)
    return made


def run_once(every: float = SIGN_EVERY) -> Checkpoint | None:
    """One turn of the worker: fold what waits; sign when the tree grew and the last signature is ``every`` seconds old.

    Returns the checkpoint signed now, if any. Asks before it locks: an idle log costs two short reads. Raises
    Inconsistent.
    """
    if Waiting.objects.exists():
        fold()
    last = latest()
    if size() == (last.size if last else 0):
        return None
    if last is not None and 0 <= (clock.now() - last.at).total_seconds() < every:
        return None
    return checkpoint()


def latest() -> Checkpoint | None:
    """The last checkpoint that was signed."""
    return Checkpoint.objects.order_by("-number").first()


def _continuing_root(last: Checkpoint | None, now_size: int) -> bytes:
    """The root of the tree, proved to continue the last checkpoint and the last note kept beside the database."""
    root = tree_of(now_size).root()
    for signed in [*([last.note] if last else []), *kept_notes(newest=True)]:
        _continues(signed, now_size, root)
    return root


def fault() -> str:
    """Why nothing may be signed now, "" while all is well: a sentence for the audit administrator."""
    try:
        _continuing_root(latest(), size())
    except Inconsistent as error:
        return str(error)
    return ""


def _continues(signed: str, now_size: int, root: bytes) -> None:
    try:
        head = note.verify(signed, note.origin(), note.public_bytes())
    except note.BadNote as error:
        raise Inconsistent(f"先前的检查点验证不通过：{error}") from error
    if head.size > now_size:
        raise Inconsistent(f"存证树只有 {now_size} 条记录，先前的检查点已签到 {head.size} 条")
    if head.size == 0:
        return
    if not chain.verify_consistency(head.size, now_size, head.root, root, consistency_path(head.size, now_size)):
        raise Inconsistent(f"存证树与先前 {head.size} 条记录的检查点不一致")


def inclusion_path(index: int, size: int) -> list[bytes]:
    return _path(chain.inclusion_spans(index, size))


def consistency_path(old: int, new: int) -> list[bytes]:
    return _path(chain.consistency_spans(old, new))


def _path(spans: list[chain.Span]) -> list[bytes]:
    found = nodes([place for span in spans for place in chain.places(span)])
    return chain.proof(spans, found.__getitem__)


def kept_notes(newest: bool = False) -> list[str]:
    """Checkpoints kept beside the database, the oldest first: they tell a database that was rolled back."""
    folder = settings.WITNESS
    if folder is None or not folder.is_dir():
        return []
    files = [f for f in folder.glob("*.txt") if f.stem.isdigit()]
    files = [max(files, key=lambda f: int(f.stem))] if newest and files else sorted(files, key=lambda f: int(f.stem))
    return [file.read_text(encoding="utf-8") for file in files]


def _keep(made: Checkpoint | None) -> None:
    """Write the note beside the database, after it was committed; the next turn makes up for a death in between."""
    if settings.WITNESS is None or made is None:
        return
    folder = Path(settings.WITNESS)
    target = folder / f"{made.size}.txt"
    if target.exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / f".{made.size}.{os.getpid()}.{secrets.token_hex(4)}"
    with fresh.open("w", encoding="utf-8") as file:
        file.write(made.note)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(target)
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
