"""措辞: drafting and releasing the sentences of documents, by a justice bureau."""

from __future__ import annotations

from collections.abc import Mapping

from lantai.agencies.models import Agency
from lantai.documents import queries, rendering
from lantai.documents.models import Wording
from lantai.law import documents as kinds
from lantai.law.people import Actor, Role
from lantai.law.refusals import Conflict, Malformed, Refusal, Refused
from lantai.law.statutes_in_force import SEED
from lantai.ledger import clock
from lantai.ledger.act import command, put

WRITERS = (Role.SUPERVISOR, Role.REVIEWER)


def _allowed(actor: Actor, agency: Agency | None) -> None:
    if not queries.wording.may_word(actor, agency):
        whose = agency.name if agency else "全部执法主体"
        remedy = "请由市司法局，或者监督该机关的司法局办理"
        raise Refused([Refusal("", (SEED.whole,), f"不能拟定{whose}的文书措辞", remedy)])


@command("documents.draft_wording", "拟定文书措辞", allowed=WRITERS)
def draft_wording(
    *, actor: Actor, kind: str, agency: Agency | None, texts: Mapping[str, str], reason: str, seen: int = 0
) -> Wording:
    """Write the next version of the words of a kind, or change the one that is being written.

    ``seen`` is the version of the draft that the page showed, 0 where it showed none. Raises Malformed with the slot.
    """
    _allowed(actor, agency)
    if kind not in kinds.KINDS:
        raise Malformed("kind", "没有这种文书")
    if not reason.strip():
        raise Malformed("reason", "请写明修改的理由")
    kept = rendering.tried(kind, texts)
    latest = Wording.objects.select_for_update().filter(kind=kind, agency=agency).order_by("-number").first()
    open_one = latest if latest is not None and latest.from_on is None else None
    if (open_one.version if open_one else 0) != seen:
        raise Conflict("这份措辞刚被别人改动过，请刷新后再改")
    made = open_one or Wording(kind=kind, agency=agency, number=(latest.number if latest else 0) + 1)
    made.texts, made.reason = kept, reason.strip()
    made.drafted_by, made.drafted_at = actor.person_id, clock.now()
    return put(made, version=made.version if open_one else None)


@command("documents.release_wording", "启用文书措辞", allowed=WRITERS)
def release_wording(*, actor: Actor, wording: Wording, for_running: bool, seen: int) -> Wording:
    """Release a version: from today it holds for cases that are opened, and for running ones where that is said.

    It is rendered once more in both forms; one that cannot be printed is not released. Whoever wrote it does not release it.
    """
    held = Wording.objects.select_for_update(of=("self",)).select_related("agency").get(pk=wording.pk)
    _allowed(actor, held.agency)
    if held.from_on is not None:
        raise Conflict("这一版已经启用")
    if held.version != seen:
        raise Conflict("这份措辞刚被别人改动过，请核对后再启用")
    if held.drafted_by == actor.person_id:
        raise Refused([Refusal("", (SEED.whole,), "拟稿人不能启用自己拟定的措辞", "请由司法局另一名人员核对后启用")])
    rendering.printed(held.kind, held.texts)
    held.from_on, held.for_running = clock.today(), for_running
    held.released_by, held.released_at = actor.person_id, clock.now()
    return put(held, version=held.version)
