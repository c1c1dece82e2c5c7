"""Another bureau's objects do not exist: every address and every query, asked by every post of the neighbour (R-39, R-41)."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, get_type_hints

import pytest
from django.db import models
from django.db.models import QuerySet
from django.http import Http404

import lantai
from lantai.law.people import Actor
from tests.architecture.addresses import addresses
from tests.hardening.neighbours import SAMPLE, Neighbours, model, neighbours

OF_ALL = {
    "/desk/admin/powers/procedures/": "程序的施行由司法行政机关签署，对所有机关公开",
    "/desk/admin/integrity/": "日志检查点对所有人公开",
    "/desk/admin/powers/imports/": "导入是三员的事，不分机关",
    "/desk/admin/powers/adopted/inspections/": "全市的检查频次上限对各机关公开，终止由命令把关",
    "/desk/statistics/": "数字是年份",
}
"""Addresses with a number in them that belong to no bureau."""

NAMED = {
    "account_id": "accounts.Account",
    "agency_id": "agencies.Agency",
    "case_id": "cases.Case",
    "certificate_id": "personnel.Certificate",
    "document_id": "documents.IssuedDocument",
    "dossier_id": "recording.Dossier",
    "draft_id": "disclosure.PublicationDraft",
    "evidence_id": "recording.Evidence",
    "hand_in_id": "archive.HandIn",
    "hold_id": "recording.Hold",
    "person_id": "personnel.Person",
    "power_id": "powers.Power",
    "review_id": "review.Review",
    "run_id": "ledger.VerificationRun",
    "volume_id": "archive.Volume",
}


@pytest.fixture
def two(db: None) -> Neighbours:
    return neighbours()


@pytest.mark.slow
def test_every_address_of_another_bureau_is_not_there(two: Neighbours) -> None:
    known = {path: name for path, name in two.addresses().items() if not path.startswith(tuple(OF_ALL))}
    one_each = {name: path for path, name in known.items()}
    asked = [(two.mighty, path, method) for path in known for method in ("get", "post")]
    asked += [(stranger, path, "get") for stranger in two.strangers.values() for path in one_each.values()]
    clients = {id(one): one.browser() for one in (two.mighty, *two.strangers.values()) if one is not None}
    wrong = {
        f"{method} {path}": f"{one.person.name} → {code}"
        for one, path, method in asked
        if one and (code := getattr(clients[id(one)], method)(path).status_code) not in (403, 404, 405)
    }
    print(f"{len(known)} addresses, {len(asked)} cells")
    assert len(asked) > 500
    assert wrong == {}
    unseen = [path for path, _ in addresses() if is_numbered(path) and not any(fits(path, one) for one in known)]
    assert unseen == []


def is_numbered(path: str) -> bool:
    return path.startswith("/desk/") and SAMPLE in path and not path.startswith(tuple(OF_ALL))


def fits(sample: str, path: str) -> bool:
    return bool(re.fullmatch(re.escape(sample).replace(SAMPLE, r"\d+").replace("sample", "[^/]+"), path))


def queries() -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """Every public query that begins with who is asking, with the annotations of what else it needs."""
    for found in pkgutil.walk_packages(lantai.__path__, "lantai."):
        if "queries" not in found.name.split(".") or ".tests." in found.name:
            continue
        module = importlib.import_module(found.name)
        for name, query in inspect.getmembers(module, inspect.isfunction):
            asked = list(inspect.signature(query).parameters.values())
            if name.startswith("_") or query.__module__ != found.name or not asked or asked[0].name != "viewer":
                continue
            hints = get_type_hints(query)
            needed = {p.name: hints.get(p.name) for p in asked[1:] if p.default is inspect.Parameter.empty}
            yield f"{found.name.removeprefix('lantai.')}.{name}", query, needed


def objects(name: str, kind: Any, two: Neighbours) -> list[Any] | None:
    """What of the other bureau can be handed to this parameter; None where it takes no object."""
    if name in NAMED:
        return [row.pk for row in two.rows(model(NAMED[name]))]
    told = (
        kind if inspect.isclass(kind) else next((k for k in getattr(kind, "__args__", ()) if inspect.isclass(k)), None)
    )
    if told is not None and issubclass(told, models.Model):
        return two.rows(told)
    return None


PLAIN: dict[str, Any] = {
    "on": date(2026, 12, 31),
    "start": date(2000, 1, 1),
    "end": date(2100, 1, 1),
    "year": 2026,
    "column": "",
    "agency": None,
    "steps": ("PG-1", "PG-14", "PG-15"),
    "subject": "cases.case:1",
    "sha256": "0" * 64,
}
"""What else a query may need."""

OPEN_TO_ALL = {
    "agencies.queries.get": "执法主体向社会公开",
    "ledger.queries.result_of": "验证结果由三员查看",
}
"""Queries that name an object of another bureau rightly."""


@pytest.mark.slow
def test_every_query_for_an_object_of_another_bureau_finds_nothing(two: Neighbours) -> None:
    asked = 0
    wrong: list[str] = []
    strangers: list[Actor] = [m.actor for m in (*two.strangers.values(), two.mighty) if m]
    for name, query, needed in queries():
        taken = {word: found for word, kind in needed.items() if (found := objects(word, kind, two)) is not None}
        if len(taken) != 1 or name in OPEN_TO_ALL:
            continue
        ((word, handed),) = taken.items()
        more = {w: PLAIN[w] for w in needed if w != word}
        for stranger in strangers:
            for one in handed:
                asked += 1
                if answer := reached(query, stranger, {word: one, **more}):
                    wrong.append(f"{name}({word}={one}) → {answer!r:.80}")
    print(f"{asked} questions")
    assert asked > 1000
    assert "\n".join(sorted(set(wrong))) == ""


def reached(query: Any, viewer: Actor, given: dict[str, Any]) -> Any:
    """What the query lets out; nothing where it says 404, or an empty answer."""
    try:
        answer = query(viewer, **given)
    except Http404:
        return None
    return list(answer) if isinstance(answer, QuerySet) else answer


def test_every_list_leaves_out_what_belongs_to_another_bureau(two: Neighbours) -> None:
    lists = 0
    actors = {role: stranger.actor for role, stranger in two.strangers.items()}
    wrong: list[str] = []
    for name, query, needed in queries():
        if any(objects(word, kind, two) is not None for word, kind in needed.items()) or not set(needed) <= set(PLAIN):
            continue
        for role, actor in actors.items():
            answer = reached(query, actor, {w: PLAIN[w] for w in needed})
            rows = [row for row in answer if isinstance(row, models.Model)] if isinstance(answer, list) else []
            lists += bool(isinstance(answer, list))
            wrong += [
                f"{name} as {role.label}: {row}" for row in rows if not two.is_neighbours(row) and name not in SHARED
            ]
    assert lists > 100
    assert sorted(set(wrong)) == []


SHARED = {"agencies.queries.visible_to": "执法主体向社会公开"}
