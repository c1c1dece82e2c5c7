"""Triggers by which the database itself refuses to change or delete what the log keeps: the seat belt, not
the proof.

The detail of an entry may be deleted once an ``Erasure`` names it. Installed by migration 0002; only the
emptying of a test
database takes them off.
"""

from __future__ import annotations

from collections.abc import Callable

Execute = Callable[[str], object]

KEYS = {  # table → what identifies a row, for SQLite's INSERT OR REPLACE, which deletes without
    # asking a trigger
    "ledger_entry": ('"id" = NEW."id"', '"key" = NEW."key"'),
    "ledger_detail": ('"entry_id" = NEW."entry_id"',),
    "ledger_erasure": ('"id" = NEW."id"', '"entry_id" = NEW."entry_id"'),
    "ledger_leaf": ('"index" = NEW."index"', '"entry_id" = NEW."entry_id"'),
    "ledger_node": ('"level" = NEW."level" AND "index" = NEW."index"',),
    "ledger_checkpoint": ('"number" = NEW."number"', '"size" = NEW."size"'),
    "ledger_refusedattempt": ('"id" = NEW."id"',),
}
WORDS = "ledger rows are never changed or deleted"
ERASED = 'EXISTS (SELECT 1 FROM ledger_erasure WHERE entry_id = OLD."entry_id")'


def install(execute: Execute, vendor: str) -> None:
    for statement in _sqlite() if vendor == "sqlite" else _postgresql():
        execute(statement)


def remove(execute: Execute, vendor: str) -> None:
    for table in KEYS:
        for kind in ("update", "delete", "replace", "truncate"):
            on = "" if vendor == "sqlite" else f" ON {table}"
            execute(f"DROP TRIGGER IF EXISTS {table}_no_{kind}{on}")


def _sqlite() -> list[str]:
    made = []
    for table, keys in KEYS.items():
        refuse = f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
        unless = f" WHEN NOT {ERASED}" if table == "ledger_detail" else ""
        known = " OR ".join(f"EXISTS (SELECT 1 FROM {table} WHERE {key})" for key in keys)  # noqa: S608
        made += [
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}",
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}{unless} {refuse}",
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {known} {refuse}",
        ]
    return made


def _postgresql() -> list[str]:
    refuse = f"RAISE EXCEPTION '{WORDS}' USING ERRCODE = 'integrity_constraint_violation'"
    made = [
        f"CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {refuse}; END $$",
        f"CREATE OR REPLACE FUNCTION ledger_refuse_unless_erased() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN IF {ERASED} THEN RETURN OLD; END IF; {refuse}; END $$",
    ]
    for table in KEYS:
        unless = "_unless_erased" if table == "ledger_detail" else ""
        made += [
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION ledger_refuse()",
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION ledger_refuse{unless}()",
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()",
        ]
    return made
