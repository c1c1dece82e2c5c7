"""Writes of the register of agencies, and of the import runs of all registers."""

from __future__ import annotations

from datetime import date
from typing import Any

from lantai.agencies import importing
from lantai.agencies.models import Agency, Field, ImportRun, Kind, Level
from lantai.law.identity import DIVISIONS, credit_code_error
from lantai.law.people import Actor, Role
from lantai.law.refusals import Conflict, Malformed, Refusal, Refused
from lantai.law.statutes_in_force import APL
from lantai.ledger import clock
from lantai.ledger.act import command, put, put_many
from lantai.ledger.models import StoredObject
from lantai.web.workbook.plan import Trial

_CHANGEABLE = frozenset(
    {
        "name",
        "short_name",
        "kind",
        "level",
        "division",
        "parent",
        "field",
        "duties",
        "basis",
        "address",
        "phone",
        "hours",
        "doc_prefix",
        "valid_from",
    }
)
_KNOWN = (("kind", Kind, "主体性质"), ("level", Level, "层级"), ("field", Field, "执法领域"))


@command("agencies.register", "登记执法主体", allowed=(Role.SYSTEM_ADMIN,))
def register(
    *,
    actor: Actor | None,
    code: str,
    name: str,
    kind: str,
    division: str,
    field: str,
    valid_from: date,
    short_name: str = "",
    level: str = Level.DEPARTMENT,
    parent: Agency | None = None,
    duties: str = "",
    basis: str = "",
    address: str = "",
    phone: str = "",
    hours: str = "",
    doc_prefix: str = "",
) -> Agency:
    """Enter an enforcement subject. Its credit code is checked and never changes afterwards."""
    if error := credit_code_error(code):
        raise Malformed("code", error)
    if Agency.objects.filter(code=code).exists():
        raise Malformed("code", "该统一社会信用代码已经登记")
    agency = Agency(
        code=code,
        name=name.strip(),
        short_name=short_name.strip() or name.strip()[:40],
        kind=kind,
        level=level,
        division=division,
        parent=parent,
        field=field,
        duties=duties,
        basis=basis,
        address=address,
        phone=phone,
        hours=hours,
        doc_prefix=doc_prefix.strip(),
        valid_from=valid_from,
    )
    _check(agency)
    return put(agency)


@command("agencies.change", "变更执法主体登记", allowed=(Role.SYSTEM_ADMIN,))
def change(*, actor: Actor | None, agency: Agency, seen: int, changes: dict[str, Any]) -> Agency:
    """Change the registered particulars. ``seen`` is the version of the page; Conflict if it has changed since."""
    if unknown := set(changes) - _CHANGEABLE:
        raise Malformed(min(unknown), "这一项不能变更")
    for name, value in changes.items():
        setattr(agency, name, value.strip() if isinstance(value, str) else value)
    _check(agency)
    return put(agency, version=seen)


@command("agencies.close", "注销执法主体", allowed=(Role.SYSTEM_ADMIN,))
def close(*, actor: Actor | None, agency: Agency, on: date, reason: str) -> Agency:
    """End an enforcement subject: ``on`` is its last day. Its files and people stay on the register."""
    if not reason.strip():
        raise Malformed("reason", "请填写注销事由")
    if on < agency.valid_from:
        raise Malformed("on", "终止日早于起始日")
    if agency.valid_to is not None and agency.valid_to < clock.today():
        raise Conflict("该执法主体此前已经注销")
    today = clock.today()
    for below in Agency.objects.filter(parent=agency, kind=Kind.DELEGATED):
        if below.exists_on(max(on, today)) and (below.valid_to is None or below.valid_to > on):
            raise Refused(
                [
                    Refusal(
                        "",
                        (APL[20],),
                        f"受委托组织“{below.name}”仍以该机关名义执法",
                        "请先注销受委托组织，或者改由其他机关委托",
                    )
                ]
            )
    agency.valid_to = on
    return put(agency, version=agency.version)


def _check(agency: Agency) -> None:
    """Raise Malformed for particulars that no agency can have."""
    if not agency.name:
        raise Malformed("name", "请填写名称")
    for name, choices, label in _KNOWN:
        if getattr(agency, name) not in choices.values:
            raise Malformed(name, f"{label}不在可填的范围内")
    if agency.division not in DIVISIONS:
        raise Malformed("division", "不是本市的行政区划代码")
    if agency.kind == Kind.DELEGATED and agency.parent is None:
        raise Malformed("parent", f"受委托组织须有委托机关（{APL[20]}）")
    above = agency.parent
    while above is not None:
        if above.pk == agency.pk:
            raise Malformed("parent", "上级关系成了循环")
        above = above.parent
    others = Agency.objects.exclude(pk=agency.pk)
    if others.filter(name=agency.name).exists():
        raise Malformed("name", "该名称已由其他执法主体使用")
    if agency.doc_prefix and others.filter(doc_prefix=agency.doc_prefix).exists():
        raise Malformed("doc_prefix", "该机关代字已由其他执法主体使用，文号会重复")


@command("agencies.keep_trial", "导入试算", allowed=(Role.SYSTEM_ADMIN,))
def keep_trial(*, actor: Actor, kind: str, workbook: StoredObject, original_name: str, trial: Trial) -> ImportRun:
    """Keep what a trial run found. Nothing of the workbook is written yet."""
    return put(
        ImportRun(
            kind=ImportRun.Kind(kind),
            sha256=workbook.sha256,
            original_name=original_name[-200:],
            found=trial.found,
            counts=trial.counts,
            differences=trial.differences,
            problems=trial.problems,
            plan_digest=trial.digest,
            made_by=actor.person_id,
            made_by_name=actor.name,
            made_at=clock.now(),
        )
    )


@command("agencies.drop_run", "放弃导入", allowed=(Role.SYSTEM_ADMIN,))
def drop_run(*, actor: Actor, run: ImportRun) -> ImportRun:
    if run.status != ImportRun.Status.TRIED:
        raise Conflict("这次导入已经写入或者已经放弃")
    run.status = ImportRun.Status.DROPPED
    return put(run, version=run.version)


@command("agencies.write_run", "写入导入内容", allowed=(Role.SYSTEM_ADMIN,))
def write_run(
    *, actor: Actor, run: ImportRun, digest: str, counts: dict[str, int], good_part_only: bool = False
) -> ImportRun:
    """Note that a run is being written. Called by the confirming command of a register, inside its transaction.

    ``digest`` and ``counts`` are those of the plan made again from the kept workbook: Conflict where it is not the
    plan that was shown, Refused where lines have problems and not only the good part is to be written.
    """
    if run.status != ImportRun.Status.TRIED:
        raise Conflict("这次导入已经写入或者已经放弃")
    if digest != run.plan_digest:
        raise Conflict("试算之后登记内容有了变化，结果与当时显示的不同；没有写入，请重新试算后再确认")
    if counts["bad"] and not good_part_only:
        remedy = "请改正后重新上传，或者选择只导入没有问题的行"
        raise Refused([Refusal("", (), f"有 {counts['bad']} 行存在问题", remedy)])
    if not counts["new"] and not counts["changed"]:
        raise Refused([Refusal("", (), "没有可以写入的内容", "请改正后重新上传")])
    run.confirmed_at, run.confirmed_by = clock.now(), actor.person_id
    run.status = ImportRun.Status.CONFIRMED
    return put(run, version=run.version)


@command("agencies.note_posts", "注明岗位已确认", allowed=(Role.SECURITY_ADMIN,))
def note_posts(*, actor: Actor, run: ImportRun) -> ImportRun:
    """Note that the posts of a run took effect. Called by ``personnel.commands.imports.confirm_posts``.

    Who brought the posts in may not put them into effect.
    """
    if run.status != ImportRun.Status.CONFIRMED:
        raise Conflict("这次导入尚未写入，或者岗位已经确认")
    if actor.person_id == run.confirmed_by:
        reason = "导入的岗位不能由导入人自己确认"
        raise Refused([Refusal("", (), reason, "请由另一名安全管理员确认")])
    run.status = ImportRun.Status.POSTS_CONFIRMED
    return put(run, version=run.version)


@command("agencies.confirm_agencies", "确认导入执法主体", allowed=(Role.SYSTEM_ADMIN,))
def confirm_agencies(*, actor: Actor, run: ImportRun, good_part_only: bool = False) -> ImportRun:
    """Write a trial run of the register of agencies: all of it, or only the lines without problems."""
    if run.kind != ImportRun.Kind.AGENCIES:
        raise Malformed("run", "这不是执法主体的导入")
    plan = importing.plan(run.sha256)
    run = write_run(actor=actor, run=run, digest=plan.digest, counts=plan.counts, good_part_only=good_part_only)
    for layer in importing.in_order(plan.new):
        above = importing.by_codes(w.parts["parent"] for w in layer)
        put_many([Agency(parent=above.get(w.parts["parent"]), **w.values) for w in layer])
    above = importing.by_codes(w.parts["parent"] for w in plan.changed)
    for wish in plan.changed:
        for name, value in wish.values.items():
            setattr(wish.row, name, value)
        if wish.parts["parent"]:
            wish.row.parent = above[wish.parts["parent"]]
        put(wish.row, version=wish.row.version)
    return run
