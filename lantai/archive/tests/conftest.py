"""A case that was lawfully closed (a clue that led to no filing), with its documents printed and a photo on file."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lantai.archive import commands
from lantai.cases.commands.opening import open_case
from lantai.cases.commands.steps import take_step
from lantai.cases.models import Case
from lantai.documents import tasks as printing
from lantai.law import released
from lantai.ledger import clock, store
from lantai.powers.models import Power, PowerBasis, ProcedureRelease
from lantai.recording import commands as recording
from lantai.recording.tests.conftest import NOW, bureau, jpeg, signed_in, working_day

__all__ = ["NOW", "bureau", "signed_in", "working_day"]


@pytest.fixture
def power(bureau) -> Power:
    made = Power.objects.create(
        code="CF-1",
        agency=bureau.agency,
        name="对经营超过保质期食品的处罚",
        kind="处罚",
        field="market",
        procedures=["penalty.ordinary"],
        valid_from=date(2020, 1, 1),
    )
    PowerBasis.objects.create(power=made, role="penalty", statute="食品安全法", article=124, paragraph=1)
    procedure = released.by_code("penalty.ordinary", NOW.date())
    ProcedureRelease.objects.create(
        code=procedure.code,
        version=procedure.version,
        digest=procedure.digest,
        signed_by=bureau.people["supervisor"],
        signed_at=NOW - timedelta(days=90),
    )
    return made


@pytest.fixture
def running(bureau, power) -> Case:
    """A case that has just been opened, with a photo and a film in its dossier."""
    with clock.at(NOW - timedelta(days=20)):
        made = open_case(
            actor=bureau.officer,
            power=power,
            procedure="penalty.ordinary",
            title="某商行涉嫌经营超过保质期食品案",
            source="complaint",
            clue="群众举报雁峰区某商行销售超过保质期的食品。",
            party={"kind": "person", "name": "张三丰", "code": "", "address": "衡阳市雁峰区", "phone": ""},
            officers=[bureau.officer.person_id, bureau.second.person_id],
        )
        both = [bureau.officer.person_id, bureau.second.person_id]
        said = {"dossier": made.dossier, "made_at": clock.now(), "collected_by": both, "actor": bureau.officer}
        photo, film = store.put_bytes(jpeg()), store.put_bytes(b"\x00\x00\x00\x18ftypisom" + bytes(500))
        recording.add_evidence(kind="physical", name="现场照片", file=photo, file_name="1.jpg", **said)
        recording.add_evidence(kind="video", name="现场录像", file=film, file_name="1.mp4", is_av=True, **said)
    return made


@pytest.fixture
def unprinted(bureau, running) -> Case:
    """The case closed: not filed for want of facts, approved by the head."""
    with clock.at(NOW - timedelta(days=10)):
        stated = {
            "verification": "经核查，未发现违法事实。",
            "not_filed_ground": "no_act",
            "not_filed_reason": "没有违法事实",
        }
        take_step(actor=bureau.head, case=running, step="PG-2", outcome="no_filing", stated=stated)
    with clock.at(NOW - timedelta(days=5)):
        stated = {"closed_because": "other", "execution_result": "不予立案，无须执行。"}
        take_step(actor=bureau.head, case=running, step="PG-21", stated=stated)
    running.refresh_from_db()
    return running


@pytest.fixture
def closed(unprinted) -> Case:
    """The closed case, every document printed."""
    printing.render_waiting(60)
    return unprinted


@pytest.fixture
def handed_in(bureau, closed):
    return commands.hand_in(actor=bureau.officer, case=closed, note="纸质材料 1 袋")
