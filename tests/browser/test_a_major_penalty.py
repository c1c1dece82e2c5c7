"""The story of a major penalty as a newcomer plays it: the steps of the guide, in its order, as the five people it names,
through the links and buttons it names, from clue to verified public notice. What it takes is reckoned, not timed."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from PIL import Image
from playwright.sync_api import Browser

from lantai.accounts.models import Account
from lantai.cases.models import Case, Decision
from lantai.demo import matters, people
from lantai.documents.models import IssuedDocument
from lantai.law.people import Role
from lantai.ledger import sequencer
from lantai.powers.commands.registering import register
from lantai.rehearsal.world import REGISTRAR, World, build
from lantai.review.models import Review
from tests.browser.conftest import PASSWORD, Desk, let_everybody_in
from tests.browser.guide import guide
from tests.browser.newcomer import Newcomer
from tests.browser.reckoning import reading, reading_everything

pytestmark = pytest.mark.browser

MATTER = "M10"  # of the demonstration city: a special device used without inspection
CERTIFIED = {Role.OFFICER, Role.REVIEWER, Role.AGENCY_HEAD}
FIFTEEN_MINUTES = 15 * 60

VERIFIER = Path(__file__).resolve().parents[2] / "verify.py"
EACH = "import runpy, sys; main = runpy.run_path(sys.argv[1])['main']; print([main([path]) for path in sys.argv[2:]])"


def photo() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (320, 240), (180, 200, 220)).save(made, "JPEG")
    return made.getvalue()


def verified(bundle: bytes, folder: Path) -> int:
    """What the stranger's script says of a bundle: 0 accepts."""
    path = folder / "proof.zip"
    path.write_bytes(bundle)
    run = subprocess.run([sys.executable, "-I", str(VERIFIER), str(path)], capture_output=True, text=True, timeout=60)
    return run.returncode


def all_verified(bundles: dict[int, bytes], folder: Path) -> dict[int, int]:
    """The same of many, said in one process: a new one for each takes longer than the verification."""
    paths = [folder / f"{at}.zip" for at in bundles]
    for path, bundle in zip(paths, bundles.values(), strict=True):
        path.write_bytes(bundle)
    asked = [sys.executable, "-I", "-c", EACH, str(VERIFIER), *map(str, paths)]
    run = subprocess.run(asked, capture_output=True, text=True, timeout=60, check=True)
    return dict(zip(bundles, json.loads(run.stdout.splitlines()[-1]), strict=True))


def with_one_bit_changed(bundle: bytes, places: int = 24) -> Iterator[tuple[int, bytes]]:
    """Where a bit was changed, evenly through the whole file, and the file with it."""
    for n in range(places):
        at = len(bundle) * n // places
        changed = bytearray(bundle)
        changed[at] ^= 1
        yield at, bytes(changed)


@pytest.fixture
def bureau(transactional_db: None, live_server: object, browser: Browser, settings: Any) -> Iterator[Desk]:
    """The bureau of the demonstration city with the people whom the sign-in page offers, and one power."""
    settings.LANTAI_DEMO = True
    leads = [lead for lead in people.LEADS if lead[0] == "market"]
    words = ("officer", "officer_2", "section_head", "reviewer", "head", "publisher", "checker", "archivist")
    staff = [
        (word, name, unit, posts, bool(CERTIFIED & {*posts}))
        for word, (_, name, _, unit, _, posts, _) in zip(words, leads, strict=True)
    ]
    staff.append(("deputy_head", "周建军", "局领导", (Role.AGENCY_HEAD,), True))
    world = build("衡阳市市场监督管理局", timezone.localdate() - timedelta(days=30), staff)
    register_the_matter(world)
    let_everybody_in()
    offer_accounts(settings.DATA / "demo", leads)
    made = Desk(world, str(live_server), browser)
    yield made
    for context in made.open.values():
        context.close()


def register_the_matter(world: World) -> None:
    told = next(m for m in matters.of_field("市场监管") if m.key == MATTER)
    register(
        actor=REGISTRAR,
        agency=world.agency,
        code=f"CF-{told.key}",
        name=told.name,
        kind="处罚",
        field=world.agency.field,
        valid_from=date(2019, 1, 1),
        bases=[*(("violated", *p) for p in told.violated), *(("penalty", *p) for p in told.penalty)],
        tiers=[(*tier, "裁量基准示例") for tier in told.tiers],
        procedures=["penalty.ordinary"],
    )


def offer_accounts(folder: Path, leads: list[tuple[str, str, str, str, str, tuple[Role, ...], str]]) -> None:
    """On the sign-in page, as ``lantai demo`` offers them."""
    accounts = dict(Account.objects.values_list("person__name", "username"))
    shown = [
        {
            "username": accounts[name],
            "password": PASSWORD,
            "name": name,
            "post": posts[0].label,
            "agency": "衡阳市市场监督管理局",
        }
        for _, name, _, _, _, posts, _ in leads
    ]
    folder.mkdir(exist_ok=True)
    (folder / "accounts.json").write_text(json.dumps(shown), encoding="utf-8")


def test_a_newcomer_plays_a_major_penalty_from_clue_to_verified_public_notice_in_a_quarter_of_an_hour(
    bureau: Desk, tmp_path: Path
) -> None:
    told = guide()
    n = Newcomer(bureau.page(), told)
    n.begin(bureau.address)
    the_clue(n, bureau)
    the_filing(n, bureau)
    the_investigation(n, bureau)
    the_refusal(n, bureau)
    the_review(n, bureau)
    the_decision(n, bureau)
    the_publication(n, bureau)
    the_proof(n, bureau, tmp_path)
    assert n.played == [step.number for step in told.steps]
    done, acting = n.reckoning.done, n.reckoning.acting()
    print(
        f"\n{n.reckoning.told()}\n办理 {acting:.0f} 秒，读指南 {reading(told.text):.0f} 秒；连数字和符号都读 {reading_everything(told.text):.0f} 秒"
    )
    assert acting + reading_everything(told.text) < FIFTEEN_MINUTES
    assert f"登录 {done['changes']} 次，约 {(acting + reading(told.text)) / 60:.0f} 分钟" in told.opening


def the_clue(n: Newcomer, bureau: Desk) -> None:
    with n.step(1):
        n.become("张立新")
        n.click("案件")
        n.click("登记案件")
        n.choose("CF-M10")
        n.choose("行政处罚普通程序")
        n.click("继续")
    with n.step(2):
        n.write("案由", "未检电梯案")
        n.choose("法人或者其他组织")
        n.write("当事人姓名或者名称", "演示机械厂")
        n.write("线索", "举报")
        n.answer_the_rest()
        n.click("登记案件")
        assert "下一步" in n.page.content()
        bureau.picture(n.page, "01-clue")
    with n.step(3):
        n.click("建议立案")
        n.write("核查情况", "属实")
        n.answer_the_rest()
        n.click("建议立案")


def the_filing(n: Newcomer, bureau: Desk) -> None:
    with n.step(4):
        n.become("赵国栋")
        n.open_case("未检电梯案")
        n.click("立案")
        n.tick("张立新", "李雪梅")
        n.answer_the_rest()
        n.click("立案")
        bureau.picture(n.page, "02-filed")


def the_investigation(n: Newcomer, bureau: Desk) -> None:
    case = Case.objects.get()
    with n.step(5):
        n.become("张立新")
        n.open_case("未检电梯案")
        n.click("添加证据（照片、录音录像、文件）")
        n.attach({"name": "现场.jpg", "mimeType": "image/jpeg", "buffer": photo()})
        n.choose("照片")
        n.answer_the_rest()
        n.click("保存")
        assert case.dossier.evidence.count() == 1, n.page.inner_text("main")
    with n.step(6):
        n.click("现场检查")
        n.choose("当事人到场")
        n.answer_the_rest()
        n.click("现场检查")
    with n.step(7):
        n.click("调查终结报告")
        n.answer_the_rest()
        n.click("调查终结报告")
    with n.step(8):
        n.click("拟写处理意见")
        n.write_freely("违法事实", "电梯未检，手机13800138000")
        n.choose("一般")
        n.choose("罚款")
        n.write("罚款数额", "120000")
        n.write("缴款的银行和账户", "演示银行")
        n.answer_the_rest()
        bureau.picture(n.page, "03-draft")
        n.click("保存处理意见")
        n.sees("重大执法决定")
    case.refresh_from_db()
    assert case.is_major
    with n.step(9):
        n.click("送法制审核")
        n.answer_the_rest()
        n.click("送审")


def the_refusal(n: Newcomer, bureau: Desk) -> None:
    with n.step(10):
        n.become("赵国栋")
        n.click("案件")
        n.open_case("未检电梯案")
        assert "给予行政处罚" not in n.buttons()
        n.type_address("steps/PG-14/")
        n.answer_the_rest()
        n.click("给予行政处罚", is_refused=True)
        n.sees("现在不能办理")
        refused = n.page.inner_text("main")
        assert "G-06" in refused
        assert "《行政处罚法》第五十八条" in refused
        seen = n.page.locator("#refused").bounding_box()
        assert seen is not None
        assert seen["y"] < 860, "the refusal is seen without scrolling"
        bureau.picture(n.page, "04-refused")
    assert not Decision.objects.exists()


def the_review(n: Newcomer, bureau: Desk) -> None:
    with n.step(11):
        n.become("王守正")
        n.open_case("未检电梯案")
        n.click("受理")
        bureau.picture(n.page, "05-review")
        n.choose("同意")
        n.tick_some("常用语", 1)
        n.click("出具审核意见")
    assert Review.objects.get().state == "given", n.page.inner_text("main")


def the_decision(n: Newcomer, bureau: Desk) -> None:
    with n.step(12):
        n.become("张立新")
        n.open_case("未检电梯案")
        n.click("处罚前告知")
        n.choose("送达回证")
        n.answer_the_rest()
        n.click("处罚前告知")
    with n.step(13):
        n.sees("登记事件")
        n.click("当事人明确放弃陈述、申辩")
        n.choose("口头")
        n.choose("同时放弃要求听证的权利")
        n.answer_the_rest()
        n.click("登记")
    with n.step(14):
        n.become("赵国栋")
        n.open_case("未检电梯案")
        n.click("同意拟处理意见")
        n.tick_some("负责人", 2)
        n.answer_the_rest()
        n.click("同意拟处理意见")
    with n.step(15):
        n.click("给予行政处罚")
        n.click("预览文书")
        assert "以下是预览" in n.page.content(), n.page.inner_text("main")
        bureau.picture(n.page, "06-preview")
        assert not Decision.objects.exists()
        n.click("给予行政处罚")
        bureau.picture(n.page, "case")
        n.sees("文书与证据")
    assert Decision.objects.get().receipt is not None
    document = IssuedDocument.objects.get(kind="penalty_decision")
    answer = n.page.request.get(f"{bureau.address}/desk/documents/{document.pk}/pdf/")
    assert answer.status == 200
    assert answer.body().startswith(b"%PDF")


def the_publication(n: Newcomer, bureau: Desk) -> None:
    with n.step(16):
        n.become("张立新")
        n.open_case("未检电梯案")
        n.click("送达决定书")
        n.choose("送达回证")
        n.choose("已书面告知决定信息将公示")
        n.answer_the_rest()
        n.click("送达决定书")
    assert Case.objects.get().services.count() >= 1, n.page.inner_text("main")
    with n.step(17):
        n.become("韩晓")
        n.open_case("未检电梯案")
        n.click("拟公示稿")
        bureau.picture(n.page, "07-redaction")
        assert "13800138000" not in n.page.locator("td[data-label='公示稿']").all_inner_texts()
    with n.step(18):
        n.become("杨帆")
        n.open_case("未检电梯案")
        n.choose("通过，可以发布")
        n.tick_some("常用语", 1)
        n.click("出具审核意见")
    with n.step(19):
        n.become("韩晓")
        n.open_case("未检电梯案")
        n.click("核对并发布")
        n.click("发布")


def the_proof(n: Newcomer, bureau: Desk, folder: Path) -> None:
    """Anyone reads the notice, takes its proof home and checks it."""
    sequencer.run_once(every=0)
    with n.step(20):
        n.leave()
        n.click("查执法决定、核验文书")
        n.search("演示机械厂")
        n.open_found("演示机械厂")
        public = n.page.inner_text("main")
        assert "120,000" in public
        assert "内容与记录时一致" in public
        assert "13800138000" not in public
        bureau.picture(n.page, "08-public-notice")
        bundle = n.download("下载证明，离线自行核验")
    with n.step(21):
        n.uses(VERIFIER.name)
        assert verified(bundle, folder) == 0
        changed = all_verified(dict(with_one_bit_changed(bundle)), folder)
        assert len(changed) == 24
        assert all(changed.values()), changed
