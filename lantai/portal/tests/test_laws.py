"""Statute texts: loaded once, version by version; every citation of the rules stands in a text."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from lantai.law.statute_text import parse
from lantai.portal.commands.laws import put_statute
from lantai.portal.models import PublishedStatute, StatuteArticle
from lantai.portal.queries import citations

OLD = "# 中华人民共和国甲法\n\n2001年1月1日通过\n\n<!-- INFO END -->\n\n## 第一章 总则\n\n第一条 旧的。\n"
NEW = (
    "# 中华人民共和国甲法\n\n2021年1月1日修订\n\n<!-- INFO END -->\n\n## 第一章 总则\n\n第一条 新的。\n\n"
    "第二款的话：\n\n（一）甲；\n\n（二）乙。\n\n第二条 另一条。\n"
)


def load(text: str, adopted: str) -> PublishedStatute:
    return put_statute(actor=None, text=parse(text, f"甲法({adopted}).md"))


def test_a_text_is_loaded_once_and_a_changed_text_replaces_it(db):
    first = load(OLD, "2001-01-01")
    assert load(OLD, "2001-01-01").pk == first.pk and PublishedStatute.objects.count() == 1
    load(OLD.replace("旧的", "更正的"), "2001-01-01")
    assert [p["text"] for a in StatuteArticle.objects.all() for p in a.paragraphs] == ["更正的。"]


def test_the_newest_version_is_shown_and_the_old_one_can_be_asked_for(db, client):
    load(NEW, "2021-01-01")
    load(OLD, "2001-01-01")
    page = client.get("/laws/甲法/1/").content.decode()
    assert "新的。" in page and 'id="p2"' in page and "（二）乙。" in page and "2001-01-01" in page
    old = client.get("/laws/甲法/1/?version=2001-01-01").content.decode()
    assert "旧的。" in old and "旧文本" in old
    assert "第二条" in client.get("/laws/中华人民共和国甲法/").content.decode()
    assert client.get("/laws/甲法/9/").status_code == 404


def test_a_text_that_is_not_loaded_is_said_so_and_not_kept(db, client):
    answer = client.get("/laws/行政处罚法/58/")
    assert answer.status_code == 200 and "还没有载入" in answer.content.decode() and "ETag" not in answer.headers
    load(NEW, "2021-01-01")
    assert client.get("/laws/<b>甲</b>/1/").status_code == 404


def test_the_command_loads_a_folder_and_names_what_it_could_not_read(db, tmp_path):
    (tmp_path / "甲法(2021-01-01).md").write_text(NEW)
    (tmp_path / "乙法.md").write_text(NEW)
    out, err = StringIO(), StringIO()
    call_command("laws", "import", str(tmp_path), stdout=out, stderr=err)
    assert "读了 2 个文件，新载入或者更新 1 个，未变 0 个" in out.getvalue() and "乙法.md" in err.getvalue()
    with pytest.raises(CommandError):
        call_command("laws", "import", str(tmp_path / "nowhere"))


def test_a_citation_to_an_article_that_does_not_exist_fails_the_check(db, tmp_path):
    text = NEW.replace("甲法", "行政处罚法")
    put_statute(actor=None, text=parse(text, "行政处罚法(2021-01-22).md"))
    (tmp_path / "rules.py").write_text("BASIS = (APL[1, 2, 1], APL[1, 2, 3], APL[58], APL[n], ALL[5])\n")
    found = citations.check(citations.citations(tmp_path))
    assert [str(b) for b in found.resolved] == ["《行政处罚法》第一条第二款第一项"]
    assert [str(b) for b in found.wrong] == ["《行政处罚法》第一条第二款第三项", "《行政处罚法》第五十八条"]
    assert [str(b) for b in found.not_loaded] == ["《行政许可法》第五条"]


@pytest.mark.shared
def test_every_citation_of_the_rules_resolves_in_the_statute_texts(db, shared):
    out = StringIO()
    call_command("laws", "import", str(shared / "laws"), stdout=out)
    found = citations.check(citations.citations())
    assert found.wrong == ()
    assert len(found.resolved) > 150, out.getvalue()
