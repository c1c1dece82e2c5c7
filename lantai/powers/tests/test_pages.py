"""The pages of administration: each opens for whom it is, and does not exist for strangers."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from PIL import Image

from lantai.accounts.models import Account
from lantai.agencies.models import Agency, ImportRun
from lantai.agencies.tests.conftest import code_of
from lantai.law import released
from lantai.law.people import Role
from lantai.ledger import clock, store
from lantai.ledger.act import command, put
from lantai.personnel import queries as personnel
from lantai.personnel.models import Certificate, Person, Post
from lantai.powers.models import HearingThreshold, LocalFigure, MajorDecisionRow, Power, ProcedureRelease
from lantai.powers.tests.conftest import kept, made, power
from lantai.powers.tests.test_figures import threshold

pytestmark = pytest.mark.django_db


@command("tests.seat", "测试用岗位")
def seated(*, actor, agency: Agency, role: Role, name: str) -> Person:
    account = put(Account(username=name, name=name, password="!", made_at=clock.now()))
    person = put(Person(agency=agency, account=account, name=name))
    put(Post(person=person, role=role.value, from_on=clock.today()))
    return person


@pytest.fixture
def browser(bureau):
    def opened(role: Role, agency: Agency | None = None) -> Client:
        person = seated(
            actor=None, agency=agency or bureau, role=role, name=f"{role.value}{agency.pk if agency else ''}"
        )
        client = Client()
        client.force_login(person.account)
        client.person = person
        return client

    return opened


@pytest.fixture
def system(browser) -> Client:
    return browser(Role.SYSTEM_ADMIN)


@pytest.fixture
def far(browser):
    """An officer of an agency of another county."""
    return browser(Role.OFFICER, made(actor=None, number=7, field="urban", division="430421"))


def text(response) -> str:
    return response.content.decode()


ADMIN_PAGES = [
    "/desk/admin/",
    "/desk/admin/agencies/new/",
    "/desk/admin/people/",
    "/desk/admin/people/new/",
    "/desk/admin/powers/",
    "/desk/admin/powers/thresholds/",
    "/desk/admin/powers/thresholds/new/",
    "/desk/admin/powers/catalogue/",
    "/desk/admin/powers/catalogue/new/",
    "/desk/admin/powers/settings/",
    "/desk/admin/powers/settings/defence_days/",
    "/desk/admin/powers/settings/audit_every_case/",
    "/desk/admin/powers/settings/first_review_since/",
    "/desk/admin/powers/procedures/",
    "/desk/admin/powers/imports/",
    "/desk/admin/powers/imports/agencies/new/",
    "/desk/admin/powers/imports/officers/new/",
    "/desk/admin/powers/imports/powers/new/",
]
HIDDEN = [
    p
    for p in ADMIN_PAGES
    if p not in ("/desk/admin/", "/desk/admin/people/", "/desk/admin/powers/", "/desk/admin/powers/procedures/")
]


@pytest.mark.parametrize("page", ADMIN_PAGES)
def test_every_page_opens_for_the_system_administrator_in_chinese(system, page):
    response = system.get(page)
    assert response.status_code == 200
    assert "None" not in text(response) and "<h1>" in text(response)


@pytest.mark.parametrize("page", HIDDEN)
def test_pages_of_administration_do_not_exist_for_an_officer(far, page):
    assert far.get(page).status_code == 404


def test_nobody_signed_in_is_sent_to_the_door(client):
    assert client.get("/desk/admin/powers/imports/").status_code == 302


def test_the_registers_show_a_stranger_nothing_of_others(far, system, admin, bureau):
    item = power(admin, bureau)
    for page in (
        f"/desk/admin/agencies/{bureau.pk}/",
        f"/desk/admin/people/{system.person.pk}/",
        f"/desk/admin/powers/{item.pk}/",
    ):
        assert far.get(page).status_code == 404
        assert system.get(page).status_code == 200
    assert "对未查验许可证的处罚" not in text(far.get("/desk/admin/powers/"))


def test_an_agency_is_registered_changed_and_closed_on_pages(system):
    given = {"code": code_of(50), "name": "衡阳市某局", "kind": "机关", "level": "department", "division": "430400", "field": "water", "valid_from": "2020-01-01"}  # fmt: skip
    wrong = system.post("/desk/admin/agencies/new/", given | {"code": code_of(50)[:-1] + "?"})
    assert wrong.status_code == 400 and "统一社会信用代码" in text(wrong)
    assert system.post("/desk/admin/agencies/new/", given | {"key": "k1"}).status_code == 302
    assert system.post("/desk/admin/agencies/new/", given | {"key": "k1"}).status_code == 302
    agency = Agency.objects.get(code=code_of(50))
    page = f"/desk/admin/agencies/{agency.pk}/"
    changed = {k: v for k, v in given.items() if k != "code"} | {"phone": "0734-1", "seen": 1}
    assert system.post(f"{page}change/", changed).status_code == 302
    assert system.post(f"{page}change/", changed | {"phone": "0734-2"}).status_code == 409
    assert "0734-1" in text(system.get(page))
    assert system.post(f"{page}close/", {"on": "2021-01-01", "reason": "改革"}).status_code == 302
    assert "已注销" in text(system.get(page))


def test_a_person_gets_certificate_photo_account_and_post_from_two_administrators(system, browser, bureau):
    security = browser(Role.SECURITY_ADMIN)
    given = {"agency": bureau.pk, "name": "张明", "username": "zhang.mm"}
    assert system.post("/desk/admin/people/new/", given).status_code == 302
    person = Person.objects.get(name="张明")
    page = f"/desk/admin/people/{person.pk}/"
    card = {"number": "18043000123", "valid_from": "2022-11-01", "valid_to": "2037-10-31", "fields_": ["market"]}
    assert system.post(f"{page}certificate/", card).status_code == 302
    assert system.post(f"{page}certificate/", card).status_code == 400
    assert system.post(f"{page}appoint/", {"role": "officer"}).status_code == 409
    assert security.post(f"{page}appoint/", {"role": "officer"}).status_code == 302
    shown = text(system.get(page))
    assert "18043000123" in shown and "执法人员" in shown and "有效" in shown
    link = system.post(f"{page}account/link/")
    assert "/setup/" in text(link) and link["Cache-Control"] == "no-store"
    post = Post.objects.get(person=person)
    assert security.post(f"{page}posts/{post.pk}/dismiss/", {"reason": "调整"}).status_code == 302
    number = Certificate.objects.get().pk
    today = clock.today().isoformat()
    assert (
        system.post(
            f"/desk/admin/people/certificates/{number}/suspend/", {"from_on": today, "reason": "查实"}
        ).status_code
        == 302
    )
    assert "暂扣中" in text(system.get(page))
    assert system.post(f"/desk/admin/people/certificates/{number}/reinstate/", {"last_day": today}).status_code == 302
    assert security.post(f"{page}account/deactivate/", {"reason": "停用"}).status_code == 302
    assert security.post(f"{page}account/reactivate/", {"reason": "恢复"}).status_code == 302
    assert system.post(f"{page}leave/", {"on": today, "reason": "退休"}).status_code == 302
    assert "已离岗" in text(system.get(page))


def picture(form: str, **more) -> SimpleUploadedFile:
    out = BytesIO()
    Image.new("RGB", (1200, 1600), "teal").save(out, form, **more)
    return SimpleUploadedFile("x.bin", out.getvalue())


def test_a_portrait_is_kept_small_and_without_what_the_camera_wrote(system):
    page = f"/desk/admin/people/{system.person.pk}/photo/"
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    assert system.get(page).status_code == 404
    assert system.post(f"{page}new/", {"photo": picture("JPEG", exif=exif)}).status_code == 302
    kept_ = store.read(Person.objects.get(pk=system.person.pk).photo_sha256)
    assert b"SecretCamera" not in kept_
    with Image.open(BytesIO(kept_)) as image:
        assert max(image.size) <= 800 and not image.getexif()
    shown = system.get(page)
    assert shown["Content-Type"] == "image/jpeg" and b"".join(shown.streaming_content) == kept_
    assert system.post(f"{page}new/", {"photo": picture("PNG")}).status_code == 302


@pytest.mark.parametrize("content", [b"<svg onload=alert(1)>", b"\xff\xd8\xff\xe0 broken", b"GIF89a" + b"\0" * 50])
def test_what_is_no_picture_is_no_portrait(system, content):
    page = f"/desk/admin/people/{system.person.pk}/photo/new/"
    answer = system.post(page, {"photo": SimpleUploadedFile("me.jpg", content, "image/jpeg")})
    assert answer.status_code == 400 and "按文件内容判断" in text(answer)
    assert not Person.objects.get(pk=system.person.pk).photo_sha256


def test_a_portrait_over_five_megabytes_is_refused(system):
    big = SimpleUploadedFile("x.jpg", picture("JPEG").read() + b"\0" * 5 * 1024**2)
    answer = system.post(f"/desk/admin/people/{system.person.pk}/photo/new/", {"photo": big})
    assert answer.status_code == 400 and "5 MB" in text(answer)


HEAD = ["单位代码", "姓名", "执法证号", "有效期起", "有效期至", "岗位", "账号"]


def officers(*rows):
    workbook = kept(("人员", [HEAD, *rows]))
    return SimpleUploadedFile("人员名录.xlsx", store.read(workbook.sha256))


def test_officers_are_imported_on_pages_by_two_administrators(system, browser, far):
    security = browser(Role.SECURITY_ADMIN)
    good = [code_of(1), "张三", "18043000001", "2022-11-01", "2037-10-31", "执法人员", "zhang.san"]
    bad = [code_of(1), "李四", 18043000002, "2022-11-01", "2037-10-31", "执法人员", "li.si"]
    answer = system.post("/desk/admin/powers/imports/officers/new/", {"file": officers(good, bad)})
    run = ImportRun.objects.get()
    page = f"/desk/admin/powers/imports/{run.pk}/"
    assert answer.status_code == 302 and answer["Location"] == page
    shown = text(system.get(page))
    assert "第 3 行" in shown and "C 列（执法证号）" in shown and "导入没有问题的行" in shown
    assert not Certificate.objects.exists()
    back = system.get(f"{page}problems/")
    sheet = load_workbook(BytesIO(back.content))["人员"]
    assert sheet["H1"].value == "问题" and "数字格式" in sheet["H3"].value
    for stranger in (far, security):
        assert stranger.post(f"{page}confirm/", {"part": "good"}).status_code in (404, 409)
    assert system.post(f"{page}confirm/").status_code == 409
    assert system.post(f"{page}confirm/", {"part": "good", "key": "k"}).status_code == 302
    assert system.post(f"{page}confirm/", {"part": "good", "key": "k"}).status_code == 302
    assert system.post(f"{page}posts/").status_code == 409
    assert "岗位待确认" in text(security.get(page))
    assert security.post(f"{page}posts/").status_code == 302
    assert personnel.actor_for(Account.objects.get(username="zhang.san")).has(Role.OFFICER)
    assert "导入回执" in text(system.get(page))
    assert "人员名录.xlsx" in text(system.get("/desk/admin/powers/imports/"))


def test_a_trial_can_be_dropped_and_a_wrong_file_is_told_at_its_field(system):
    answer = system.post("/desk/admin/powers/imports/officers/new/", {"file": SimpleUploadedFile("a.xlsx", b"abc")})
    assert answer.status_code == 400 and "损坏" in text(answer)
    system.post(
        "/desk/admin/powers/imports/officers/new/",
        {"file": officers([code_of(1), "张三", "18043000001", "2022-11-01", "2037-10-31", "", ""])},
    )
    run = ImportRun.objects.get()
    assert system.post(f"/desk/admin/powers/imports/{run.pk}/drop/").status_code == 302
    assert system.post(f"/desk/admin/powers/imports/{run.pk}/confirm/").status_code == 409
    assert "已放弃" in text(system.get(f"/desk/admin/powers/imports/{run.pk}/"))
    assert system.get("/desk/admin/powers/imports/nothing/new/").status_code == 404


def test_templates_are_workbooks_with_an_example_sheet(system, far):
    for kind, sheets in (("agencies", 3), ("officers", 3), ("powers", 7)):
        answer = system.get(f"/desk/admin/powers/imports/{kind}/template/")
        assert len(load_workbook(BytesIO(answer.content)).sheetnames) == sheets
        assert "filename*=UTF-8''" in answer["Content-Disposition"]
        assert far.get(f"/desk/admin/powers/imports/{kind}/template/").status_code == 404


def test_a_power_is_shown_with_its_citations_and_changed(system, admin, bureau):
    item = power(admin, bureau)
    page = f"/desk/admin/powers/{item.pk}/"
    shown = text(system.get(page))
    assert "《食品安全法》第一百二十六条第一款第三项" in shown and "行政处罚普通程序" in shown and "待签发" in shown
    given = {"name": "新名", "field": "market", "procedures": ["penalty.ordinary"], "seen": 1}
    assert system.post(f"{page}change/", given).status_code == 302
    assert system.post(f"{page}change/", given).status_code == 409
    assert Power.objects.get().procedures == ["penalty.ordinary"]


def test_figures_are_adopted_on_pages_and_ended(system, bureau):
    row = {"place": "agency", "agency": bureau.pk, "source": "某文件", "from_on": "2026-01-01"}
    base = "/desk/admin/powers/"
    assert (
        system.post(f"{base}thresholds/new/", row | {"person_yuan": 2000, "organisation_yuan": 30000}).status_code
        == 302
    )
    assert (
        system.post(
            f"{base}thresholds/new/", row | {"agency": "", "person_yuan": 2000, "organisation_yuan": 30000}
        ).status_code
        == 400
    )
    assert system.post(f"{base}catalogue/new/", row | {"place": "city", "word": "suspension"}).status_code == 302
    assert system.post(f"{base}catalogue/new/", row | {"word": "suspension", "amount": 3}).status_code == 400
    assert (
        system.post(
            f"{base}settings/defence_days/", row | {"place": "field", "field": "market", "value": 7}
        ).status_code
        == 302
    )
    assert system.post(f"{base}settings/audit_every_case/", row | {"value": "yes"}).status_code == 302
    assert LocalFigure.objects.get(key="audit_every_case").value is True
    assert MajorDecisionRow.objects.get().agency is None
    assert "2,000 元" in text(system.get(f"{base}thresholds/")) and "责令停产停业" in text(
        system.get(f"{base}catalogue/")
    )
    number = HearingThreshold.objects.get().pk
    ending = {"to_on": "2026-12-31", "source": "废止文件"}
    assert system.post(f"{base}adopted/thresholds/{number}/end/", ending).status_code == 302
    assert system.get(f"{base}adopted/nothing/{number}/end/").status_code == 404


def test_shipped_figures_that_nobody_has_compared_are_marked(system):
    for page in ("thresholds", "catalogue", "settings"):
        assert "待确认" in text(system.get(f"/desk/admin/powers/{page}/"))


def test_a_day_among_the_settings_is_written_in_chinese(system, bureau):
    row = {"place": "agency", "agency": bureau.pk, "source": "某文件", "from_on": "2026-01-01", "value": "2019-02-03"}
    base = "/desk/admin/powers/"
    assert system.post(f"{base}settings/first_review_since/", row).status_code == 302
    adopted = text(system.get(f"{base}settings/"))
    assert "2018年1月1日" in adopted and "2019年2月3日（2026年1月1日起，某文件）" in adopted
    for page in ("settings/", "unconfirmed/", "unconfirmed/policy.first_review_since/"):
        shown = text(system.get(f"{base}{page}"))
        assert "2018年1月1日" in shown and "2019-02-03" not in shown
        assert shown.count("2018-01-01") == shown.count('value="2018-01-01"'), page


def test_the_justice_bureaus_reviewer_signs_a_procedure_on_its_page(browser, justice, system):
    procedure = released.RELEASED[0]
    page = f"/desk/admin/powers/procedures/{procedure.code}/{procedure.version}/"
    reviewer = browser(Role.REVIEWER, justice)
    assert "签发表示" in text(reviewer.get(page)) and "签发表示" not in text(system.get(page))
    assert system.post(f"{page}sign/", {"digest": procedure.digest}).status_code == 409
    assert reviewer.post(f"{page}sign/", {"digest": "0" * 64}).status_code == 409
    assert reviewer.post(f"{page}sign/", {"digest": procedure.digest}).status_code == 302
    assert ProcedureRelease.objects.get().signed_by == reviewer.person
    assert "已签发" in text(reviewer.get("/desk/admin/powers/procedures/"))
    assert reviewer.get("/desk/admin/powers/procedures/none/1/").status_code == 404


@pytest.mark.parametrize(
    "page", ["/desk/admin/", "/desk/admin/people/", "/desk/admin/powers/", "/desk/admin/powers/thresholds/"]
)
def test_the_number_of_statements_of_a_list_does_not_grow_with_its_rows(system, admin, bureau, page):
    def fill(first: int, last: int) -> None:
        for n in range(first, last):
            agency = made(actor=None, number=100 + n, field="market", division="430400")
            seated(actor=None, agency=agency, role=Role.OFFICER, name=f"人{n}")
            power(admin, agency, f"CF-{n}")
            threshold(admin, 2_000, 30_000, agency=agency)

    fill(0, 2)
    system.get(page)  # notes the time of the session
    with CaptureCount() as few:
        system.get(page)
    fill(2, 18)
    with CaptureCount() as many:
        system.get(page)
    assert many.count == few.count


class CaptureCount:
    """Counts the statements inside the block."""

    def __enter__(self):
        self._context = CaptureQueriesContext(connection)
        self._context.__enter__()
        return self

    def __exit__(self, *raised):
        self._context.__exit__(*raised)
        self.count = len(self._context)


def test_lists_are_turned_page_by_page(system):
    for n in range(45):
        made(actor=None, number=200 + n, field="market", division="430400")
    first = text(system.get("/desk/admin/?field=market"))
    assert "第244局" in first and "第224局" not in first and "下一页" in first
    page = system.get("/desk/admin/?field=market")
    older = page.context["page"].older
    assert "第224局" in text(system.get(older)) and "上一页" in text(system.get(older))
