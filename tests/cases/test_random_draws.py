"""双随机抽查: promised before, drawn once, published with everything a stranger needs; then inspected without typing again."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

from lantai.law.random_draw import commitment
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.ledger import clock
from lantai.portal.models import PublishedDraw, PublishedInspection
from lantai.powers.commands.drawing import draw_at_random, publish_random_plan
from lantai.powers.models import RandomDraw, RandomPlan
from lantai.rehearsal import inspecting
from lantai.rehearsal.playing import Player
from lantai.rehearsal.reading import read
from lantai.rehearsal.world import World, credit_code
from tests.scenes import BEGAN, MARKET, Scene, built, moment

pytestmark = pytest.mark.django_db
OBJECTS = [
    {"name": f"衡阳演示{n}号商贸有限公司", "code": credit_code("91", n), "risk": "ABCD"[n % 4]} for n in range(1, 9)
]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def world() -> World:
    made = built(MARKET, BEGAN)
    inspecting.publish(made, read({"procedure": "inspection.ordinary"}, "抽查"))
    return made


def planned(world: World, **more: object) -> RandomPlan:
    with clock.at(moment("2026-03-03")):
        return publish_random_plan(
            actor=world.actor("section_head", BEGAN),
            power=world.power_for("检查"),
            **{
                "title": "2026年第一次食品经营抽查",
                "objects": OBJECTS,
                "officers": [world.people[w].pk for w in ("officer", "officer_2", "officer_3", "auxiliary")],
                "objects_to_draw": 3,
                "beacon": "2026年3月10日双色球开奖号码",
                **more,
            },
        )


def test_before_the_draw_the_public_sees_the_plan_and_the_promise_but_not_the_seed(world):
    made = planned(world)
    copy = PublishedDraw.objects.get(number=made.number)
    assert copy.commitment == commitment(made.seed) and copy.protocol is None
    page = Client().get(copy.address).content.decode()
    assert made.commitment in page and made.seed not in page and "尚未抽签" in page
    assert len(made.plan["officers"]) == 3  # nobody without a certificate
    assert Client().get(f"{copy.address}protocol.json").status_code == 404


def test_a_draw_is_made_once_and_a_stranger_repeats_it(world, tmp_path):
    made, head = planned(world), world.actor("section_head", BEGAN)
    with clock.at(moment("2026-03-11")):
        with pytest.raises(Malformed, match="双色球"):
            draw_at_random(actor=head, plan=made, public_number=" ")
        draw_at_random(actor=head, plan=made, public_number="03 11 17 22 28 30 + 09")
        with pytest.raises(Conflict, match="不能再抽"):
            draw_at_random(actor=head, plan=made, public_number="1")
    copy = PublishedDraw.objects.get(number=made.number)
    assert made.seed in Client().get(copy.address).content.decode()
    path = tmp_path / "protocol.json"
    path.write_bytes(Client().get(f"{copy.address}protocol.json").content)
    program = tmp_path / "verify_draw.py"
    program.write_bytes(Client().get("/inspections/verify_draw.py").content)
    assert program.read_bytes() == (ROOT / "verify_draw.py").read_bytes()
    ran = subprocess.run([sys.executable, "-I", str(program), str(path)], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout
    assert [d["code"] for d in json.loads(path.read_text("utf-8"))["drawn"]] == [
        line.split()[0] for line in ran.stdout.splitlines()[:3]
    ]


def test_what_cannot_be_drawn_is_not_published(world):
    with pytest.raises(Malformed, match="统一社会信用代码"):
        planned(world, objects=[{"name": "甲", "code": "123", "risk": "A"}])
    aside = {world.people[w].pk: [OBJECTS[0]["code"]] for w in ("officer", "officer_2")}
    with pytest.raises(Malformed, match="不足2人"):
        planned(world, recused=aside)
    with pytest.raises(Refused):
        publish_random_plan(
            actor=world.actor("officer", BEGAN),
            power=world.power_for("检查"),
            title="x",
            objects=OBJECTS,
            officers=[],
            objects_to_draw=1,
            beacon="x",
        )
    assert not RandomPlan.objects.exists()


def test_on_the_desk_a_plan_is_published_drawn_and_its_objects_are_opened_prefilled(world):
    client = Scene(world, None).browser("section_head")
    people = {w: world.people[w] for w in ("officer", "officer_2")}
    with clock.at(moment("2026-03-03")):
        form = client.get("/desk/admin/powers/draws/new/")
        assert form.status_code == 200
        posted = client.post(
            "/desk/admin/powers/draws/new/",
            {
                "power": world.power_for("检查").pk,
                "title": "抽查",
                "objects_text": "\n".join(f"{o['name']}｜{o['code']}｜{o['risk']}" for o in OBJECTS),
                "officers": [p.pk for p in people.values()],
                "objects_to_draw": 2,
                "beacon": "开奖号码",
            },
        )
    assert posted.status_code == 302, posted.content.decode()
    plan = RandomPlan.objects.get()
    with clock.at(moment("2026-03-11")):
        client = Scene(world, None).browser("section_head")  # a session does not live for a week
        assert client.post(f"{posted.url}draw/", {"public_number": "7"}).status_code == 302
        drawn = RandomDraw.objects.get().protocol["drawn"]
        page = client.get(posted.url).content.decode()
        assert drawn[0]["name"] in page and plan.number in client.get("/desk/admin/powers/draws/").content.decode()
        first = page.split('href="/desk/cases/new/form/?')[1].split('"')[0].replace("&amp;", "&")
        opening = client.get(f"/desk/cases/new/form/?{first}").content.decode()
    assert f'value="{drawn[0]["code"]}"' in opening and '<option value="random" selected>' in opening


def test_a_published_result_stands_on_the_portal(world):
    story = read(
        {
            "procedure": "inspection.ordinary",
            "party": {"kind": "person", "name": "刘某某"},
            "timeline": [
                {"at": "2026-03-02", "step": "IN-2", "with": {"inspection_source": "plan"}},
                {"at": "2026-03-05", "step": "IN-8"},
            ],
        },
        "公示",
    )
    player = Player(world, story)
    for place, row in enumerate(story.timeline):
        assert player.play(row, story.timeline[place + 1 :]).ok
    told = PublishedInspection.objects.get()
    assert (told.party, told.result, told.source) == ("刘某", "没有发现问题", "年度检查计划")
    assert "刘某" in Client().get("/inspections/results/").content.decode()
    assert Client().get("/inspections/?q=没有这个").status_code == 200
