"""双随机抽查: objects and officers drawn from a seed that was promised before and is published after; anyone can repeat it.

The plan is published with the SHA-256 of a secret seed, and names a public number that nobody knows yet (a lottery
draw, a closing index). Afterwards the seed and that number are published. Neither the agency, which does not know the
number when it promises the seed, nor anybody else, who does not know the seed, can steer the outcome.

- key = SHA-256 of ``seed``, the public number and the digest of the plan, on three lines.
- Every object has as many tickets as its risk class weighs; a ticket is SHA-256 of ``key|object|code|n`` (n from 1).
  The object stands at its smallest ticket; the smallest objects are drawn. That draws by weight, in whole numbers only.
- For every drawn object the officers of the right field who need not stand aside are ordered by SHA-256 of
  ``key|officer|code of the object|certificate``; the first ones go.

``verify_draw.py`` beside this project repeats it with the standard library alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as made
from typing import Any

from lantai.law.refusals import Malformed
from lantai.law.statutes_in_force import INSP54, SEED

BASIS = (SEED.whole, INSP54.whole)
WEIGHTS: dict[str, int] = {"A": 1, "B": 2, "C": 4, "D": 8}
"""Tickets by class of credit risk (信用风险分类), low to high: shipped, an agency sets its own in the plan."""

RISKS: dict[str, str] = {"A": "信用风险低", "B": "信用风险一般", "C": "信用风险较高", "D": "信用风险高"}
MOST_OBJECTS = 20_000


@dataclass(frozen=True)
class Candidate:
    """An enterprise that may be drawn: credit code, name, class of risk."""

    code: str
    name: str
    risk: str = "B"


@dataclass(frozen=True)
class Inspector:
    """An officer who may be drawn. ``fields`` empty means all; ``recused`` codes of objects to stand aside from."""

    certificate: str
    name: str
    fields: tuple[str, ...] = ()
    recused: tuple[str, ...] = ()

    def may_inspect(self, code: str, field_of_matter: str) -> bool:
        return code not in self.recused and (not self.fields or field_of_matter in self.fields)


@dataclass(frozen=True)
class Plan:
    """抽查计划: what is published before the draw."""

    number: str
    agency: str
    title: str
    matter: str
    field: str
    objects: tuple[Candidate, ...]
    officers: tuple[Inspector, ...]
    objects_to_draw: int
    beacon: str
    officers_each: int = 2
    weights: Mapping[str, int] = made(default_factory=lambda: dict(WEIGHTS))

    def written(self) -> dict[str, Any]:
        """The plan as it is published; lists in the order of their codes, so that nobody can order them to his liking."""
        return {
            "number": self.number,
            "agency": self.agency,
            "title": self.title,
            "matter": self.matter,
            "field": self.field,
            "objects": [
                {"code": o.code, "name": o.name, "risk": o.risk} for o in sorted(self.objects, key=lambda o: o.code)
            ],
            "officers": [
                {"certificate": p.certificate, "name": p.name, "fields": sorted(p.fields), "recused": sorted(p.recused)}
                for p in sorted(self.officers, key=lambda p: p.certificate)
            ],
            "weights": dict(sorted(self.weights.items())),
            "objects_to_draw": self.objects_to_draw,
            "officers_each": self.officers_each,
            "beacon": self.beacon,
        }


@dataclass(frozen=True)
class Drawn:
    """One drawn object with its smallest ticket and the officers who go there."""

    object: Candidate
    ticket: str
    officers: tuple[Inspector, ...]

    def written(self) -> dict[str, Any]:
        return {
            "code": self.object.code,
            "name": self.object.name,
            "risk": self.object.risk,
            "ticket": self.ticket,
            "officers": [{"certificate": o.certificate, "name": o.name} for o in self.officers],
        }


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def commitment(seed: str) -> str:
    """What is promised before: the SHA-256 of the seed."""
    return _hash(seed)


def digest(plan: Plan) -> str:
    """The SHA-256 of a plan in canonical JSON (keys sorted, no blanks, UTF-8)."""
    return _hash(json.dumps(plan.written(), ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def key_of(plan: Plan, seed: str, public_number: str) -> str:
    return _hash(f"{seed}\n{public_number}\n{digest(plan)}")


def ticket_of(key: str, code: str, weight: int) -> str:
    """The smallest ticket of an object."""
    return min(_hash(f"{key}|object|{code}|{n}") for n in range(1, weight + 1))


def draw(plan: Plan, seed: str, public_number: str) -> tuple[Drawn, ...]:
    """Objects in the order drawn, each with its officers. The plan has been checked."""
    key = key_of(plan, seed, public_number)
    ranked = sorted((ticket_of(key, o.code, plan.weights[o.risk]), o.code, o) for o in plan.objects)
    return tuple(Drawn(o, ticket, _officers(plan, key, o.code)) for ticket, _, o in ranked[: plan.objects_to_draw])


def _officers(plan: Plan, key: str, code: str) -> tuple[Inspector, ...]:
    able = [o for o in plan.officers if o.may_inspect(code, plan.field)]
    return tuple(sorted(able, key=lambda o: _hash(f"{key}|officer|{code}|{o.certificate}"))[: plan.officers_each])


def check(plan: Plan) -> None:
    """Whether a plan can be drawn whatever comes out. Raises Malformed with the field."""
    _check_counts(plan)
    codes = [o.code for o in plan.objects]
    if twice := _twice(codes):
        raise Malformed("objects", f"检查对象{twice}列了两次")
    if twice := _twice([o.certificate for o in plan.officers]):
        raise Malformed("officers", f"执法证号{twice}列了两次")
    for one in plan.objects:
        if plan.weights.get(one.risk, 0) < 1:
            raise Malformed("objects", f"{one.name}的风险等级“{one.risk}”没有权重")
        able = sum(1 for o in plan.officers if o.may_inspect(one.code, plan.field))
        if able < plan.officers_each:
            raise Malformed("officers", f"可以检查{one.name}的执法人员只有{able}人，不足{plan.officers_each}人")


def _check_counts(plan: Plan) -> None:
    if not plan.beacon.strip():
        raise Malformed("beacon", "请写明抽签时采用的公开数字，例如某日福利彩票的开奖号码")
    if plan.officers_each < 2:
        raise Malformed("officers_each", "每个对象的检查人员不得少于两人")
    if not 1 <= plan.objects_to_draw <= len(plan.objects):
        raise Malformed("objects_to_draw", f"抽取数量应当在1与{len(plan.objects)}之间")
    if len(plan.objects) > MOST_OBJECTS:
        raise Malformed("objects", f"检查对象不能超过{MOST_OBJECTS}个，请分成几个计划")


def _twice(words: Iterable[str]) -> str:
    seen: set[str] = set()
    return next((w for w in words if w in seen or seen.add(w)), "")  # type: ignore[func-returns-value]


def plan_of(written: Mapping[str, Any]) -> Plan:
    """A plan from its published form."""
    return Plan(
        number=written["number"],
        agency=written["agency"],
        title=written["title"],
        matter=written["matter"],
        field=written["field"],
        objects=tuple(Candidate(o["code"], o["name"], o["risk"]) for o in written["objects"]),
        officers=tuple(
            Inspector(o["certificate"], o["name"], tuple(o["fields"]), tuple(o["recused"])) for o in written["officers"]
        ),
        objects_to_draw=written["objects_to_draw"],
        beacon=written["beacon"],
        officers_each=written["officers_each"],
        weights=written["weights"],
    )


def protocol(plan: Plan, seed: str, public_number: str, drawn: Sequence[Drawn]) -> dict[str, Any]:
    """抽签记录 as it is published: everything a stranger needs to repeat the draw."""
    return {
        "plan": plan.written(),
        "plan_digest": digest(plan),
        "commitment": commitment(seed),
        "seed": seed,
        "public_number": public_number,
        "drawn": [d.written() for d in drawn],
    }


STEPS: tuple[str, ...] = (
    "抽签前公布：抽查计划全文、计划摘要、种子的 SHA-256（承诺），以及将采用哪一个当时还不知道的公开数字。",
    "抽签后公布：种子和公开数字。先核对：种子的 SHA-256 等于事前公布的承诺。",
    "计划摘要：把计划写成键名排序、没有空格的 JSON（UTF-8），取 SHA-256。",
    "钥匙：种子、公开数字、计划摘要各占一行，取 SHA-256。",
    "检查对象：风险等级的权重是几，就有几张签；第 n 张签是“钥匙|object|统一社会信用代码|n”的 SHA-256，取最小的一张；"
    "各对象按最小的签从小到大排，取前面的。",
    "检查人员：对抽中的每个对象，去掉领域不符和应当回避的人，按“钥匙|officer|统一社会信用代码|执法证号”的 SHA-256"
    " 从小到大排，取前面的。",
)
"""How a stranger repeats it, in words."""
