"""``lantai import`` tries first and writes only when told."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from lantai.accounts import commands as accounts
from lantai.accounts.commands import Secret
from lantai.agencies.models import Agency, ImportRun
from lantai.agencies.tests.conftest import code_of
from lantai.law.people import Role
from lantai.ledger import store
from lantai.personnel.models import Post
from lantai.powers.tests.conftest import kept
from lantai.powers.tests.test_pages import seated

pytestmark = pytest.mark.django_db
AGENCIES = ["统一社会信用代码", "名称", "主体性质", "行政区划代码", "执法领域", "起始日"]
OFFICERS = ["单位代码", "姓名", "执法证号", "有效期起", "有效期至", "岗位", "账号"]


def saved(folder, head, *rows):
    path = folder / "名录.xlsx"
    path.write_bytes(store.read(kept(("表", [head, *rows])).sha256))
    return str(path)


def run(*words) -> str:
    out = StringIO()
    call_command("import", *words, stdout=out)
    return out.getvalue()


@pytest.fixture
def founder(db):
    token = accounts.create_first_administrator(actor=None)
    return accounts.finish_setup(actor=None, token=Secret(token), password=Secret.of("first-password"))


def test_agencies_are_tried_and_then_written_by_the_founder(founder, tmp_path):
    path = saved(tmp_path, AGENCIES, [code_of(1), "甲局", "机关", "430400", "市场监管", "2020-01-01"])
    assert "没有写入" in run("agencies", path)
    assert not Agency.objects.exists()
    assert "新增 1" in run("agencies", path, "--confirm")
    assert Agency.objects.get().name == "甲局"
    with pytest.raises(CommandError, match="没有可以写入"):
        run("agencies", path, "--confirm")


def test_faults_are_printed_and_stop_the_writing(founder, tmp_path):
    good = [code_of(1), "甲局", "机关", "430400", "市场监管", "2020-01-01"]
    path = saved(tmp_path, AGENCIES, good, [123, "乙局", "机关", "430400", "市场监管", "2020-01-01"])
    out = tmp_path / "问题.xlsx"
    assert "第 3 行 A 列（统一社会信用代码）" in run("agencies", path, "--problems", str(out))
    assert out.stat().st_size > 1000
    with pytest.raises(CommandError, match="1 行存在问题"):
        run("agencies", path, "--confirm")
    run("agencies", path, "--confirm", "--good-part-only")
    assert Agency.objects.count() == 1


def test_posts_are_confirmed_by_the_security_administrator(bureau, tmp_path):
    seated(actor=None, agency=bureau, role=Role.SYSTEM_ADMIN, name="sys.admin")
    path = saved(
        tmp_path, OFFICERS, [code_of(1), "张三", "18043000001", "2022-11-01", "2037-10-31", "执法人员", "zhang.san"]
    )
    said = run("officers", path, "--confirm", "--as", "sys.admin")
    number = str(ImportRun.objects.get().pk)
    assert f"lantai import posts {number}" in said
    with pytest.raises(CommandError, match="安全管理员"):
        run("posts", number)
    seated(actor=None, agency=bureau, role=Role.SECURITY_ADMIN, name="sec.admin")
    assert "岗位已生效" in run("posts", number)
    assert Post.objects.filter(role=Role.OFFICER).count() == 1
    with pytest.raises(CommandError):
        run("posts", "999")


def test_one_of_several_administrators_must_be_named(bureau, tmp_path):
    for name in ("one.admin", "two.admin"):
        seated(actor=None, agency=bureau, role=Role.SYSTEM_ADMIN, name=name)
    with pytest.raises(CommandError, match="--as"):
        run("agencies", saved(tmp_path, AGENCIES))
    with pytest.raises(CommandError, match="没有这个文件"):
        run("agencies", str(tmp_path / "none.xlsx"), "--as", "one.admin")
