"""What the database itself refuses of a decision: none without the approving review of its very draft, where one is due.

The gate is G-06; this is the seat belt for whoever reaches the database by another door.
"""

from __future__ import annotations

from collections.abc import Callable

Execute = Callable[[str], object]

WORDS = "a major decision needs an approving legal review of its draft"
KEPT = "a review receipt is never changed or deleted"
DUE = "(NEW.review_required OR (SELECT is_major FROM cases_case WHERE id = NEW.case_id))"
REVIEWED = (
    "EXISTS (SELECT 1 FROM cases_reviewreceipt r WHERE r.id = NEW.receipt_id AND r.case_id = NEW.case_id"
    " AND r.is_approving AND r.draft_digest = NEW.draft_digest)"
)


def install(execute: Execute, vendor: str) -> None:
    for statement in _sqlite() if vendor == "sqlite" else _postgresql():
        execute(statement)


def remove(execute: Execute, vendor: str) -> None:
    for table, kinds in (("cases_decision", ("insert", "update")), ("cases_reviewreceipt", ("update", "delete"))):
        for kind in kinds:
            on = "" if vendor == "sqlite" else f" ON {table}"
            execute(f"DROP TRIGGER IF EXISTS {table}_on_{kind}{on}")


def _sqlite() -> list[str]:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
    keep = f"BEGIN SELECT RAISE(ABORT, '{KEPT}'); END"
    return [
        f"CREATE TRIGGER cases_decision_on_insert BEFORE INSERT ON cases_decision WHEN {DUE} AND NOT {REVIEWED} {refuse}",
        f"CREATE TRIGGER cases_decision_on_update BEFORE UPDATE ON cases_decision WHEN {DUE} AND NOT {REVIEWED} {refuse}",
        f"CREATE TRIGGER cases_reviewreceipt_on_update BEFORE UPDATE ON cases_reviewreceipt {keep}",
        f"CREATE TRIGGER cases_reviewreceipt_on_delete BEFORE DELETE ON cases_reviewreceipt {keep}",
    ]


def _postgresql() -> list[str]:
    code = "USING ERRCODE = 'integrity_constraint_violation'"
    body = f"BEGIN IF {DUE} AND NOT {REVIEWED} THEN RAISE EXCEPTION '{WORDS}' {code}; END IF; RETURN NEW; END"
    made = [
        f"CREATE OR REPLACE FUNCTION cases_reviewed() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$",
        "CREATE OR REPLACE FUNCTION cases_kept() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{KEPT}' {code}; END $$",
    ]
    for kind in ("insert", "update"):
        made.append(
            f"CREATE TRIGGER cases_decision_on_{kind} BEFORE {kind.upper()} ON cases_decision "
            "FOR EACH ROW EXECUTE FUNCTION cases_reviewed()"
        )
    for kind in ("update", "delete"):
        made.append(
            f"CREATE TRIGGER cases_reviewreceipt_on_{kind} BEFORE {kind.upper()} ON cases_reviewreceipt "
            "FOR EACH ROW EXECUTE FUNCTION cases_kept()"
        )
    return made
