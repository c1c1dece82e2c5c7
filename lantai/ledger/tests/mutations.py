"""Single changes somebody with full access to the database, but without the signing key, can make.

Each kind yields where it struck: the table and the keys that a finding may name, and the places in the tree.
"""

from __future__ import annotations

import json
import random
import struct
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import DatabaseError, connection, transaction

from lantai.law import chain
from lantai.ledger.canon import canonical

LEDGER = ("ledger.entry", "ledger.detail", "ledger.leaf", "ledger.node", "ledger.checkpoint")


class NoChange(Exception):
    """The draw changed nothing or the database refused it: draw again."""


@dataclass
class Struck:
    """Where a change was made: the tables and keys concerned, the entries and their places in the tree."""

    kind: str
    what: str
    keys: set[tuple[str, str]] = field(default_factory=set)
    entries: set[int] = field(default_factory=set)
    indexes: set[int] = field(default_factory=set)

    def is_named_by(self, finding: Any) -> bool:
        return (
            (finding.table, finding.pk) in self.keys or finding.entry in self.entries or finding.index in self.indexes
        )


def ask(sql, *given):
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return list(cursor.fetchall())


def do(sql, *given):
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return cursor.rowcount


def raw(columns):
    return ", ".join(f'+"{c}"' if connection.vendor == "sqlite" else f'"{c}"' for c in columns)


class Strikes:
    """All kinds of change, over the ledger and the sealed tables named."""

    def __init__(self, chance: random.Random, sealed: list[str]) -> None:
        self.chance = chance
        self.tables = {}
        for label in [*LEDGER, *sealed]:
            model = apps.get_model(label)
            fields = model.sealed_fields() if label in sealed else model._meta.concrete_fields
            key = ("level", "index") if label == "ledger.node" else (model._meta.pk.column,)
            self.tables[model._meta.db_table] = (key, [f.column for f in fields if f.column], label in sealed)

    def one(self) -> Struck:
        """Make one change at random. Raises NoChange."""
        kinds = (self.flip,) * 8 + (self.delete,) * 3 + (self.insert, self.swap) * 2
        kinds += (self.truncate, self.move_time, self.recompute, self.exchange_salts)
        kind = self.chance.choice(kinds)
        try:
            with transaction.atomic():
                return kind()
        except DatabaseError as error:
            raise NoChange(str(error)) from error

    def _row(self, table=""):
        table = table or self.chance.choice(list(self.tables))
        key, columns, _ = self.tables[table]
        keys = ask(f"SELECT {raw(key)} FROM {table}")
        if not keys:
            raise NoChange(table)
        return table, key, columns, self.chance.choice(keys)

    def _where(self, key):
        return " AND ".join(f'"{c}" = %s' for c in key)

    def _struck(self, kind, table, what, *keys):
        """The places a change of these rows may be named at."""
        struck = Struck(kind, f"{table} {what}")
        for key in keys:
            name = "/".join(str(k) for k in key)
            struck.keys.add((table, name))
            if table in ("ledger_entry", "ledger_detail"):
                self._entry(struck, key[0])
            elif table == "ledger_leaf":
                struck.indexes.add(key[0])
                for (entry,) in ask('SELECT entry_id FROM ledger_leaf WHERE "index" = %s', key[0]):
                    self._entry(struck, entry)
            elif table == "ledger_node":
                struck.indexes.update(range(key[1] << key[0], (key[1] + 1) << key[0]))
                struck.keys.update(
                    ("ledger_node", f"{level}/{index}")
                    for level, index in ask('SELECT level, "index" FROM ledger_node')
                )
            elif table == "ledger_checkpoint":
                struck.indexes.update(range(ask('SELECT coalesce(max("index"), 0) + 1 FROM ledger_leaf')[0][0] + 1))
                struck.keys.update(("ledger_checkpoint", str(key[0] + n)) for n in (-1, 1))
            elif table == "ledger_erasure":
                for (entry,) in ask("SELECT entry_id FROM ledger_erasure WHERE id = %s", key[0]):
                    self._entry(struck, entry)
        return struck

    def _entry(self, struck, entry):
        struck.entries.add(entry)
        struck.keys.update((t, str(entry)) for t in ("ledger_entry", "ledger_detail", "ledger_leaf", "ledger_waiting"))
        struck.indexes.update(i for (i,) in ask('SELECT "index" FROM ledger_leaf WHERE entry_id = %s', entry))

    def _put(self, table, column, value, key, pk):
        cast = "CAST(%s AS TEXT)" if isinstance(value, bytearray) else "%s"
        given = bytes(value) if isinstance(value, bytearray) else value
        before = ask(f"SELECT {raw([column])} FROM {table} WHERE {self._where(key)}", *pk)
        do(f'UPDATE {table} SET "{column}" = {cast} WHERE {self._where(key)}', given, *pk)
        if column not in key:
            try:
                if ask(f"SELECT {raw([column])} FROM {table} WHERE {self._where(key)}", *pk) == before:
                    raise NoChange(column)
            except DatabaseError:
                pass  # a text that is no text any more: certainly changed

    def flip(self):
        """One bit of one column."""
        table, key, columns, pk = self._row()
        column = self.chance.choice(columns)
        ((value,),) = ask(f"SELECT {raw([column])} FROM {table} WHERE {self._where(key)}", *pk)
        struck = self._struck("一个比特", table, f"{pk} {column}", pk)
        new = self._flipped(value)
        self._put(table, column, new, key, pk)
        if column in key:
            changed = tuple(new if c == column else v for c, v in zip(key, pk, strict=True))
            name = "/".join(
                n.decode("utf-8", "surrogateescape").encode("utf-8", "replace").decode()
                if isinstance(n, bytearray)
                else str(n)
                for n in changed
            )
            struck.keys.add((table, name))
            if isinstance(new, int) and table in ("ledger_entry", "ledger_detail", "ledger_leaf"):
                struck.entries.add(new)
                struck.keys.update((t, str(new)) for t in ("ledger_entry", "ledger_detail", "ledger_leaf"))
        elif column == "entry_id":
            struck.keys.add(("ledger_leaf", str(new)))
            struck.keys.add(("ledger_entry", str(new)))
            self._entry(struck, new)
        return struck

    def _flipped(self, value):
        chance = self.chance
        if value is None:
            return chance.choice([0, 1, "", "x"])
        if isinstance(value, bool):
            return not value
        if isinstance(value, datetime):
            return value + timedelta(microseconds=1 << chance.randrange(40))
        if isinstance(value, date):
            return value + timedelta(days=1 << chance.randrange(8))
        if isinstance(value, Decimal):
            return value + Decimal("0.01") * (1 << chance.randrange(9))
        if isinstance(value, UUID):
            return UUID(int=value.int ^ 1 << chance.randrange(128))
        if isinstance(value, int):
            return value ^ 1 << chance.randrange(31)
        if isinstance(value, float):
            changed = bytearray(struct.pack(">d", value))
            changed[chance.randrange(2, 8)] ^= 1 << chance.randrange(8)
            return struct.unpack(">d", changed)[0]
        changed = bytearray(value.encode() if isinstance(value, str) else bytes(value))
        if not changed:
            return "x" if isinstance(value, str) else b"x"
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
        if not isinstance(value, str):
            return bytes(changed)
        if connection.vendor == "sqlite":
            return changed
        try:
            return changed.decode()
        except UnicodeDecodeError as error:
            raise NoChange from error  # PostgreSQL stores no such thing

    def delete(self):
        table, key, _, pk = self._row()
        struck = self._struck("删除一行", table, str(pk), pk)
        do(f"DELETE FROM {table} WHERE {self._where(key)}", *pk)
        return struck

    def insert(self):
        """A copy of a row under a new key."""
        table, key, columns, pk = self._row()
        values = dict(
            zip(columns, ask(f"SELECT {raw(columns)} FROM {table} WHERE {self._where(key)}", *pk)[0], strict=True)
        )
        last = key[-1]
        new = (
            f"{self.chance.getrandbits(256):064x}"
            if isinstance(values[last], str)
            else 10**6 + self.chance.randrange(99)
        )
        values[last] = new
        if table == "ledger_leaf":
            values["entry_id"] = new
        if table == "ledger_checkpoint":
            values["size"] = new
        for unique in ("key", "username", "code", "name", "slug"):
            if unique in values and table != "ledger_detail":
                values[unique] = None if unique == "key" else f"x{new}"[:18]
        real = [f.column for f in self._model(table)._meta.concrete_fields]
        extra = {c: None for c in real if c and c not in values}
        marks = ", ".join(["%s"] * (len(values) + len(extra)))
        names = ", ".join(f'"{c}"' for c in [*values, *extra])
        do(f"INSERT INTO {table} ({names}) VALUES ({marks})", *values.values(), *extra.values())
        return self._struck("插入一行", table, str(new), (*pk[:-1], new))

    def _model(self, table):
        return next(m for m in apps.get_models() if m._meta.db_table == table)

    def swap(self):
        """Two rows of a table exchange what stands in one column."""
        table, key, columns, one = self._row()
        _, _, _, other = self._row(table)
        column = self.chance.choice([c for c in columns if c not in key] or columns)
        values = [
            ask(f"SELECT {raw([column])} FROM {table} WHERE {self._where(key)}", *pk)[0][0] for pk in (one, other)
        ]
        if one == other or values[0] == values[1] or column in key:
            raise NoChange
        struck = self._struck("两行对调", table, f"{one} {other} {column}", one, other)
        aside = b"aside" if isinstance(values[0], bytes) else "aside" if isinstance(values[0], str) else -1
        do(f'UPDATE {table} SET "{column}" = %s WHERE {self._where(key)}', aside, *one)
        do(f'UPDATE {table} SET "{column}" = %s WHERE {self._where(key)}', values[0], *other)
        do(f'UPDATE {table} SET "{column}" = %s WHERE {self._where(key)}', values[1], *one)
        return struck

    def truncate(self):
        """The last entries with everything that hangs on them; sometimes the checkpoints over them too."""
        size = ask('SELECT max("index") + 1 FROM ledger_leaf')[0][0]
        left = size - self.chance.randrange(1, 8)
        gone = [e for (e,) in ask('SELECT entry_id FROM ledger_leaf WHERE "index" >= %s', left)]
        struck = Struck("截去末尾", f"{size} → {left}", indexes=set(range(size + 1)), entries=set(gone))
        for label, pk in [(s[0], s[1]) for e in gone for s in self._body(e)["seals"]]:
            struck.keys.add((apps.get_model(label)._meta.db_table, pk))
        marks = ", ".join(["%s"] * len(gone))
        do('DELETE FROM ledger_leaf WHERE "index" >= %s', left)
        do('DELETE FROM ledger_node WHERE ("index" + 1) * (1 << level) > %s', left)
        for table, column in (("ledger_detail", "entry_id"), ("ledger_erasure", "entry_id"), ("ledger_entry", "id")):
            do(f"DELETE FROM {table} WHERE {column} IN ({marks})", *gone)
        if self.chance.random() < 0.5:
            do("DELETE FROM ledger_checkpoint WHERE size > %s", left)
        return struck

    def _body(self, entry):
        return json.loads(ask("SELECT body FROM ledger_entry WHERE id = %s", entry)[0][0])

    def _rewrite(self, kind, entry, body, leaf=True, nodes=True):
        """Another body with fitting columns, and as much of the tree as somebody without the key can make anew."""
        struck = self._struck(kind, "ledger_entry", str(entry), (entry,))
        do("UPDATE ledger_entry SET body = %s WHERE id = %s", canonical(body), entry)
        if not leaf:
            return struck
        value = chain.leaf_hash(canonical(body).encode())
        do("UPDATE ledger_leaf SET hash = %s WHERE entry_id = %s", value, entry)
        ((index,),) = ask('SELECT "index" FROM ledger_leaf WHERE entry_id = %s', entry)
        struck.keys.update(("ledger_node", f"{level}/{index >> level}") for level in range(1, 20))
        # every node and root above is made anew; then only the signatures tell, at the first checkpoint over the leaf
        if nodes:
            tree = chain.Tree()
            for (text,) in ask(
                'SELECT e.body FROM ledger_leaf l JOIN ledger_entry e ON e.id = l.entry_id ORDER BY l."index"'
            ):
                for level, place, made in tree.append(chain.leaf_hash(text.encode())):
                    do('UPDATE ledger_node SET hash = %s WHERE level = %s AND "index" = %s', made, level, place)
                do("UPDATE ledger_checkpoint SET root = %s WHERE size = %s", tree.root(), tree.size)
            over = ask("SELECT number, size FROM ledger_checkpoint WHERE size > %s ORDER BY size", index)
            struck.keys.update(("ledger_checkpoint", str(number)) for number, _ in over)
            struck.indexes.update(size - 1 for _, size in over)
        struck.indexes.add(
            next(size for (size,) in ask("SELECT size FROM ledger_checkpoint ORDER BY size") if size > 0) - 1
        )
        struck.indexes.update(size for (size,) in ask("SELECT size FROM ledger_checkpoint"))
        struck.indexes.add(0)
        return struck

    def move_time(self):
        """Another time in the column and in the body."""
        _, _, _, (entry,) = self._row("ledger_entry")
        body = self._body(entry)
        body["at"] = body["at"].replace("2026", str(2020 + self.chance.randrange(5)))
        do(f"UPDATE ledger_entry SET at = {self._earlier()} WHERE id = %s", body["at"][:4], entry)
        return self._rewrite("改动时间", entry, body, leaf=self.chance.random() < 0.7, nodes=self.chance.random() < 0.7)

    def _earlier(self):
        if connection.vendor == "sqlite":
            return "%s || substr(at, 5)"
        return "make_timestamptz(%s::int, 1, 1, 0, 0, 0)"

    def recompute(self):
        """The actor of an entry is another, in column, body, leaf, nodes and the root of every checkpoint."""
        _, _, _, (entry,) = self._row("ledger_entry")
        body = self._body(entry)
        body["actor"] = (body["actor"] or 0) + 1 + self.chance.randrange(9)
        do("UPDATE ledger_entry SET actor_id = %s WHERE id = %s", body["actor"], entry)
        return self._rewrite("无私钥重算", entry, body, nodes=self.chance.random() < 0.7)

    def exchange_salts(self):
        """A detail with a fresh salt and fitting digest in the body; the leaf stays."""
        _, _, _, (entry,) = self._row("ledger_detail")
        body = self._body(entry)
        body["detail"] = f"{self.chance.getrandbits(256):064x}"
        return self._rewrite("改动正文", entry, body, leaf=False)
