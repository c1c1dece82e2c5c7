"""A document once issued is fixed: its words, its number, its digest. Numbers have no gaps that nobody explains."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections
from django.http import Http404

from lantai.documents import commands, queries
from lantai.documents.models import IssuedDocument, NumberRegister
from lantai.documents.numbering import allot
from lantai.documents.tests.conftest import NOW, actor, agency
from lantai.law import documents as kinds
from lantai.law.people import Role
from lantai.law.refusals import Malformed, Refused
from lantai.law.specimens.case import context
from lantai.ledger import clock
from lantai.ledger.act import command, put
from lantai.ledger.canon import canonical


def test_numbers_of_an_agency_a_sign_and_a_year_follow_each_other(issue, bureau) -> None:
    numbers = [issue("penalty_decision").number, issue("filing_approval").number, issue("penalty_decision").number]
    assert numbers == ["衡市监罚〔2025〕1号", "衡市监立〔2025〕1号", "衡市监罚〔2025〕2号"]
    assert issue("penalty_decision", issued_on=NOW.date().replace(year=2026)).number == "衡市监罚〔2026〕1号"
    assert issue("penalty_decision", agency=bureau.other).number == "衡文旅罚〔2025〕1号"


def test_a_document_without_a_sign_has_no_number(issue) -> None:
    assert [issue("site_record").number, issue("site_record").number] == ["", ""]


def test_a_command_that_fails_gives_its_number_back(issue, bureau) -> None:
    issue("penalty_decision")

    @command("probe.fail_for_test", "失败")
    def fail(*, actor):
        allot(bureau.agency, "penalty_decision", 2025)
        raise Malformed("x", "不行")

    with pytest.raises(Malformed):
        fail(actor=bureau.officer)
    assert issue("penalty_decision").number == "衡市监罚〔2025〕2号"


def test_an_agency_without_its_letters_cannot_number(issue, bureau) -> None:
    nameless = agency("11430400MB0000009X", "衡阳市无代字局", "")
    with pytest.raises(Malformed, match="机关代字"):
        issue("penalty_decision", agency=nameless)
    assert IssuedDocument.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_eight_at_once_get_eight_numbers_without_gap(db) -> None:
    own = agency("11430400MB0000001A", "衡阳市市场监督管理局", "衡市监")
    fields = kinds.compose("penalty_decision", context("penalty_decision"))

    def work(number: int) -> list[str]:
        made = []
        try:
            with clock.at(NOW):
                for _ in range(3):
                    made.append(
                        commands.issue(
                            actor=actor(own, number, Role.OFFICER),
                            agency=own,
                            dossier_id=1,
                            subject=f"cases.case:{number}",
                            of_step="PG-14",
                            kind="penalty_decision",
                            fields=fields,
                            issued_on=NOW.date(),
                            signers=[],
                        ).number
                    )
        finally:
            connections.close_all()
        return made

    with ThreadPoolExecutor(8) as pool:
        numbers = [n for made in pool.map(work, range(8)) for n in made]
    assert sorted(numbers) == sorted(f"衡市监罚〔2025〕{n}号" for n in range(1, 25))
    assert NumberRegister.objects.get().last == 24
    assert connection.vendor in ("sqlite", "postgresql")


def test_the_digest_is_that_of_kind_number_and_fields(issue) -> None:
    made = IssuedDocument.objects.get(pk=issue("penalty_decision").pk)
    said = canonical({"kind": made.kind, "number": made.number, "fields": made.fields})
    assert made.digest == hashlib.sha256(said.encode()).hexdigest()


def test_a_check_code_is_eight_letters_nobody_confuses_and_finds_the_document(issue) -> None:
    codes = [issue("site_record").check_code for _ in range(20)]
    assert len(set(codes)) == 20
    assert all(len(c) == 8 and not set(c) - set(commands.CHECK_LETTERS) for c in codes)
    decision = issue("penalty_decision")
    found = queries.by_check_code(f" {decision.check_code[:4].lower()} {decision.check_code[4:].lower()}")
    assert found is not None and (found.number, found.digest) == (decision.number, decision.digest)
    assert queries.by_check_code("") is None and queries.by_check_code("AAAAAAAA") is None


def test_the_public_answer_about_an_internal_paper_tells_neither_number_nor_case(issue) -> None:
    paper = issue("closing_approval")
    found = queries.by_check_code(paper.check_code)
    assert found is not None and paper.number and (found.number, found.subject) == ("", "")


def test_fields_that_are_not_complete_are_not_issued(issue) -> None:
    with pytest.raises(Malformed, match="处罚内容"):
        issue("penalty_decision", fields={"conclusion": []})
    assert IssuedDocument.objects.count() == 0 and NumberRegister.objects.count() == 0


def test_a_character_no_font_can_draw_is_refused_by_name_before_issuing(issue) -> None:
    case = context("penalty_decision")
    case["party"] = {**case["party"], "legal_representative": "黄\U00031350"}
    with pytest.raises(Malformed, match=r"U\+31350"):
        issue("penalty_decision", case=case)
    assert NumberRegister.objects.count() == 0


def test_a_private_use_code_point_is_refused(issue) -> None:
    case = context("penalty_decision")
    case["party"] = {**case["party"], "name": "\ue123店"}
    with pytest.raises(Malformed, match=r"U\+E123"):
        issue("penalty_decision", case=case)


def test_rare_characters_of_names_are_accepted(issue) -> None:
    case = context("penalty_decision")
    case["party"] = {**case["party"], "name": "昇堃祎珺玥昉䶮䲜食品店"}
    assert issue("penalty_decision", case=case).pk


def test_a_correction_is_a_new_document_and_the_old_one_stays(issue, bureau) -> None:
    old = issue("penalty_decision")
    before = IssuedDocument.objects.filter(pk=old.pk).values().get()
    new = commands.correct(actor=bureau.head, document=old, was="10袋", now="12袋", reason="打印错误")
    assert new.number == "衡市监更〔2025〕1号" and new.corrects_id == old.pk
    assert IssuedDocument.objects.filter(pk=old.pk).values().get() == before
    assert old.number in "".join(kinds.texts(new.fields))
    found = queries.by_check_code(old.check_code)
    assert found is not None and found.corrected_by == str(new)


def test_internal_papers_and_corrections_are_not_corrected(issue, bureau) -> None:
    for kind in ("closing_approval", "document_correction"):
        with pytest.raises(Malformed):
            commands.correct(actor=bureau.head, document=issue(kind), was="甲", now="乙", reason="丙")


def test_a_voided_number_explains_its_gap_and_is_never_used_again(issue, bureau) -> None:
    issue("spot_decision")
    void = commands.void_number(
        actor=bureau.head, agency=bureau.agency, sign="summary_decision", year=2025, reason="预定格式文书污损"
    )
    assert void.number == "衡市监当罚〔2025〕2号"
    assert issue("spot_decision").number == "衡市监当罚〔2025〕3号"
    assert [(g.number, g.reason) for g in queries.gaps(bureau.agency, "summary_decision", 2025)] == [
        ("衡市监当罚〔2025〕2号", "预定格式文书污损")
    ]


def test_a_number_lost_by_nobody_knows_what_shows_as_unexplained(issue, bureau) -> None:
    issue("penalty_decision")

    @command("probe.skip_for_test", "跳号")
    def skip(*, actor):
        register = NumberRegister.objects.get()
        register.last += 1
        return put(register)

    skip(actor=bureau.head)
    assert [(g.number, g.reason) for g in queries.gaps(bureau.agency, "penalty_decision", 2025)] == [
        ("衡市监罚〔2025〕2号", "")
    ]


def test_only_heads_void_numbers_of_their_own_agency_with_a_reason(bureau) -> None:
    given = {"sign": "summary_decision", "year": 2025}
    with pytest.raises(Refused):
        commands.void_number(actor=bureau.officer, agency=bureau.agency, reason="污损", **given)
    with pytest.raises(Malformed):
        commands.void_number(actor=bureau.head, agency=bureau.other, reason="污损", **given)
    with pytest.raises(Malformed):
        commands.void_number(actor=bureau.head, agency=bureau.agency, reason=" ", **given)


def test_documents_are_seen_by_their_agency_and_its_supervisor_only(issue, bureau) -> None:
    made = issue("penalty_decision")
    assert queries.get(bureau.officer, made.pk) == made == queries.get(bureau.supervisor, made.pk)
    with pytest.raises(Http404):
        queries.get(bureau.stranger, made.pk)
    with pytest.raises(Http404):
        queries.get(None, made.pk)
    assert [d.pk for d in queries.of_subject(bureau.officer, "cases.case:12")] == [made.pk]
    assert list(queries.of_subject(bureau.stranger, "cases.case:12")) == []


def test_a_gap_is_explained_once_by_a_head_and_only_a_gap(issue, bureau) -> None:
    issue("penalty_decision")
    register = NumberRegister.objects.get()
    NumberRegister.objects.filter(pk=register.pk).update(last=3)
    issue("penalty_decision")
    given = {"actor": bureau.head, "agency": bureau.agency, "sign": "罚", "year": 2025}
    assert queries.unexplained(bureau.head, 2025) == [("罚:2", "衡市监罚〔2025〕2号"), ("罚:3", "衡市监罚〔2025〕3号")]
    commands.explain_number(**given, sequence=2, reason="已在纸质登记簿上使用")
    assert queries.unexplained(bureau.head, 2025) == [("罚:3", "衡市监罚〔2025〕3号")]
    for sequence in (1, 2, 9):  # borne, explained, not given out
        with pytest.raises(Malformed, match="空号"):
            commands.explain_number(**given, sequence=sequence, reason="重复")
    with pytest.raises(Refused):
        commands.explain_number(**given | {"actor": bureau.officer}, sequence=3, reason="重复")
    (one,) = queries.registers(bureau.officer, 2025)
    assert (one.last, one.borne, [g.reason for g in one.gaps]) == (4, 2, ["已在纸质登记簿上使用", ""])
