"""The story of a major penalty, played through the pages by eight people from clue to verified public notice."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from lantai.cases.models import Case, Decision
from lantai.disclosure.models import PublicationDraft
from lantai.documents.models import IssuedDocument
from lantai.ledger import sequencer
from lantai.portal.models import PublishedNotice
from lantai.review.models import Review
from tests.browser.conftest import Desk

pytestmark = pytest.mark.browser

VERIFIER = Path(__file__).resolve().parents[2] / "verify.py"


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


def with_one_bit_changed(bundle: bytes, places: int = 24) -> Iterator[tuple[int, bytes]]:
    """Where a bit was changed, evenly through the whole file, and the file with it."""
    for n in range(places):
        at = len(bundle) * n // places
        changed = bytearray(bundle)
        changed[at] ^= 1
        yield at, bytes(changed)


def test_a_major_penalty_from_clue_to_verified_public_notice(desk: Desk, tmp_path: Path) -> None:
    pair = [str(desk.world.people[w].pk) for w in ("officer", "officer_2")]
    second = [pair[1]]

    # 张 registers the clue
    page = desk.go("officer", "/desk/cases/new/")
    page.select_option("select[name=procedure]", "penalty.ordinary")
    page.click("main form.card button")
    page.wait_for_load_state()
    opening = page.url.removeprefix(desk.address)
    page = desk.act(
        "officer",
        opening,
        title="衡阳演示食品有限公司未履行进货查验义务案",
        source="inspection",
        clue="监督检查发现该公司不能提供供货者许可证。",
        party_kind="organisation",
        party_name="衡阳演示食品有限公司",
        party_legal_representative="陈某",
        party_address="衡阳市蒸湘区演示路2号",
    )
    case = Case.objects.get()
    at = f"/desk/cases/{case.pk}/"
    desk.picture(page, "01-clue")
    assert "下一步" in page.content()

    # verified, filed by the head with two handlers
    desk.act("officer", f"{at}steps/PG-2/?outcome=file")
    page = desk.act("head", f"{at}steps/PG-3/?outcome=filed", officers=pair)
    desk.picture(page, "02-filed")

    # evidence, on-site record, report
    both = ",".join(pair)
    page = desk.go("officer", f"/desk/recording/{case.dossier_id}/add/?step=PG-4&officers={both}&next={at}")
    page.set_input_files("input[type=file]", {"name": "现场.jpg", "mimeType": "image/jpeg", "buffer": photo()})
    for who in pair:
        box = page.locator(f"input[type=checkbox][value='{who}']")
        if box.count() and not box.is_checked():
            box.check()
    page.locator("main form.card select").first.select_option(index=1)
    for name in ("name", "proves", "place"):
        if page.locator(f"[name={name}]").count():
            page.fill(f"[name={name}]", "现场照片")
    page.click("main form.card button:has-text('保存')")
    page.wait_for_load_state()
    assert case.dossier.evidence.count() == 1, page.inner_text("main")
    desk.act("officer", f"{at}steps/PG-4/?outcome=site", with_officers=second)
    page = desk.act("officer", f"{at}steps/PG-8/", with_officers=second)
    assert "报告" in page.content()

    # the draft, with its three reasons
    page = desk.act(
        "officer",
        f"{at}draft/?outcome=penalty",
        penalty_kinds=["fine"],
        fine="120000",
        tier="从重",
        pay_to="中国农业银行衡阳分行演示账户",
    )
    desk.picture(page, "03-draft")
    case.refresh_from_db()
    assert case.is_major

    # the head may not decide: gate, article, remedy
    page = desk.act("head", f"{at}steps/PG-14/?outcome=penalty", is_refused=True)
    refused = page.inner_text("main")
    assert "现在不能办理" in refused
    assert "G-06" in refused
    assert "《行政处罚法》第五十八条" in refused
    desk.picture(page, "04-refused")
    assert not Decision.objects.exists()

    # handed in, accepted, six aspects, opinion
    desk.act("officer", f"/desk/review/submit/{case.pk}/")
    review = Review.objects.get()
    page = desk.go("reviewer", f"/desk/review/{review.pk}/")
    page.click("button:has-text('受理')")
    page.wait_for_load_state()
    desk.picture(page, "05-review")
    page.check("input[name=opinion][value=agree]")
    page.fill("textarea[name=opinion_text]", "事实清楚，证据确凿，适用法律正确，程序合法，同意。")
    page.click("button:has-text('出具审核意见')")
    page.wait_for_load_state()
    review.refresh_from_db()
    assert review.state == "given", page.inner_text("main")

    # told, waived, discussed, decided
    desk.act("officer", f"{at}steps/PG-10/", with_officers=second, hearing_right=True)
    desk.act("officer", f"{at}events/waiver/", hearing=True)
    heads = [str(desk.world.people[w].pk) for w in ("head", "deputy_head", "chief")]
    desk.act("head", f"{at}steps/PG-13/?outcome=agree", attendees=heads)
    page = desk.go("head", f"{at}steps/PG-14/?outcome=penalty")
    fill = page.locator("main form.card button[name=preview]")
    fill.click()
    page.wait_for_load_state()
    assert "以下是预览" in page.content(), page.inner_text("main")
    desk.picture(page, "06-preview")
    assert not Decision.objects.exists()
    page = desk.act("head", f"{at}steps/PG-14/?outcome=penalty")
    decision = Decision.objects.get()
    assert decision.receipt is not None
    desk.picture(page, "case")

    # the paper
    document = IssuedDocument.objects.get(kind="penalty_decision")
    answer = desk.page("officer").request.get(f"{desk.address}/desk/documents/{document.pk}/pdf/")
    assert answer.status == 200
    assert answer.body().startswith(b"%PDF")

    # served
    page = desk.act("officer", f"{at}steps/PG-15/", with_officers=second, publication_told=True)
    assert case.services.count() >= 1, page.inner_text("main")

    # drafted for the public, checked by another, published
    page = desk.go("publisher", "/desk/disclosure/")
    page.click("button:has-text('拟公示稿')")
    page.wait_for_load_state()
    draft = PublicationDraft.objects.get()
    desk.picture(page, "07-redaction")
    page = desk.go("checker", f"/desk/disclosure/{draft.pk}/")
    fill_check = page.locator("form#check")
    fill_check.locator("input[type=radio], input[type=checkbox]").first.check()
    fill_check.locator("textarea").fill("隐去内容准确，同意公示。")
    fill_check.locator("button[type=submit]").click()
    page.wait_for_load_state()
    page = desk.go("publisher", f"/desk/disclosure/{draft.pk}/publish/")
    page.click("main form.card button:has-text('发布')")
    page.wait_for_load_state()
    notice = PublishedNotice.objects.get()

    # anyone reads it, sees the proof, takes it home and checks it
    sequencer.run_once(every=0)
    visitor = desk.page("")
    visitor.goto(desk.address + notice.address)
    public = visitor.inner_text("main")
    assert "120,000" in public or "120000" in public
    assert "衡阳演示食品有限公司" in public
    desk.picture(visitor, "08-public-notice")
    link = visitor.locator("a[href$='proof.zip']").first.get_attribute("href")
    assert link
    bundle = visitor.request.get(link if link.startswith("http") else desk.address + link).body()
    assert verified(bundle, tmp_path) == 0
    changed = {at: verified(other, tmp_path) for at, other in with_one_bit_changed(bundle)}
    assert all(changed.values()), changed
