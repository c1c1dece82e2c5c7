"""Handing a closed case in, accepting it, sending it back; what is refused and what follows."""

from __future__ import annotations

import json

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404

from lantai.archive import commands, queries, tasks
from lantai.archive.models import FixityCheck, HandIn, Volume, VolumeItem
from lantai.cases.models import Case, TakenStep
from lantai.documents import tasks as printing
from lantai.documents.models import IssuedDocument, Rendering
from lantai.law import filing
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.ledger import store
from lantai.ledger.models import Entry
from lantai.recording import commands as recording
from lantai.recording.models import Dossier
from lantai.recording.tests.conftest import NOW


def test_a_closed_case_waits_for_the_archivist_after_it_was_handed_in(bureau, closed):
    assert [c.pk for c in queries.ready(bureau.officer)] == [closed.pk]
    held = commands.hand_in(actor=bureau.officer, case=closed, note="纸质材料 1 袋")
    assert [h.pk for h in queries.waiting(bureau.archivist)] == [held.pk]
    assert not queries.ready(bureau.officer).exists()
    assert (held.handed_in_by_id, held.handed_in_at, held.missing) == (bureau.officer.person_id, NOW, [])


@pytest.mark.parametrize("who", ["archivist", "head", "supervisor", "stranger"])
def test_only_the_handlers_of_the_bureau_hand_in(bureau, closed, who):
    with pytest.raises((Refused, Http404)):
        commands.hand_in(actor=getattr(bureau, who), case=closed)
    assert not HandIn.objects.exists()


def test_a_case_is_handed_in_once(bureau, handed_in):
    with pytest.raises(Refused):
        commands.hand_in(actor=bureau.second, case=handed_in.case)


def test_a_case_that_is_not_closed_is_not_handed_in(bureau, running):
    with pytest.raises(Refused) as refused:
        commands.hand_in(actor=bureau.officer, case=running)
    assert "尚未结案" in str(refused.value)


def test_accepting_files_both_parts_seals_the_dossier_and_takes_the_step(bureau, handed_in):
    commands.accept(actor=bureau.archivist, hand_in=handed_in)
    case = Case.objects.get()
    main, inner = Volume.objects.order_by("id")
    assert (main.part, inner.part) == ("正卷", "副卷")
    assert main.number == f"{bureau.agency.doc_prefix}·2025·30年·0001·正"
    assert main.sequence == inner.sequence and main.retention == "30年"
    assert TakenStep.objects.filter(case=case, step="PG-22").count() == 1 and case.standing == ""
    dossier = Dossier.objects.get()
    assert (dossier.sealed_at, dossier.retention) == (NOW, "30年")
    held = HandIn.objects.get()
    assert (held.status, held.settled_by_id) == ("accepted", bureau.archivist.person_id)


def test_the_index_lists_every_paper_once_with_its_pages_and_digest(bureau, handed_in):
    commands.accept(actor=bureau.archivist, hand_in=handed_in)
    items = list(VolumeItem.objects.order_by("volume_id", "order"))
    assert [(i.title, i.page_from, i.page_to, i.remark) for i in items] == [
        ("现场照片", 1, 1, ""),
        ("现场录像", 0, 0, "音像资料，另存"),
        ("案件来源登记表", 1, 1, ""),
        ("不予立案审批表", 2, 2, ""),
        ("结案审批表", 3, 3, ""),
    ]
    for item in items:
        kept = item.evidence.file_id if item.evidence_id else Rendering.objects.get(pk=item.document_id).pdf_id
        assert item.digest == kept
    papers = IssuedDocument.objects.exclude(kind__in=filing.SHEETS).count() + 2
    assert len(items) == papers


def test_cover_index_and_note_are_issued_for_each_part_and_can_be_printed(bureau, handed_in):
    commands.accept(actor=bureau.archivist, hand_in=handed_in, explanation="另存样品一件")
    for volume in Volume.objects.all():
        sheets = queries.sheets(bureau.archivist, volume)
        assert [s.kind for s in sheets] == list(filing.SHEETS)
        assert "另存样品一件" in json.dumps(sheets[2].fields, ensure_ascii=False)
    index = queries.sheets(bureau.archivist, Volume.objects.get(part="副卷"))[1]
    assert [row[2] for row in index.fields["items"]] == ["案件来源登记表", "不予立案审批表", "结案审批表"]
    assert [row[5] for row in index.fields["items"]] == ["1", "2", "3"]
    assert printing.render_waiting(60) == 6


def ref(item: VolumeItem) -> str:
    return f"evidence:{item.evidence_id}" if item.evidence_id else f"document:{item.document_id}"


def test_the_entry_of_the_filing_seals_the_volumes_with_the_digest_of_their_index(bureau, handed_in):
    commands.accept(actor=bureau.archivist, hand_in=handed_in)
    entry = Entry.objects.get(verb="archive.accept")
    sealed = {tuple(s[:2]) for s in json.loads(entry.body)["seals"]}
    for volume in Volume.objects.all():
        assert ("archive.volume", str(volume.pk)) in sealed
        rows = [[i.order, ref(i), i.title, i.page_from, i.page_to, i.digest] for i in volume.items.all()]
        text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
        assert filing.hashlib.sha256(text.encode()).hexdigest() == volume.index_digest


def test_nothing_is_added_to_a_filed_dossier(bureau, handed_in):
    commands.accept(actor=bureau.archivist, hand_in=handed_in)
    with pytest.raises(Refused) as refused:
        recording.add_evidence(
            actor=bureau.officer,
            dossier=handed_in.case.dossier,
            kind="documentary",
            name="迟到的材料",
            file=store.put_bytes(b"late"),
            file_name="late.pdf",
            made_at=NOW,
            collected_by=[bureau.officer, bureau.second],
        )
    assert [r.gate for r in refused.value.refusals] == ["G-18"]


def test_documents_that_are_not_printed_yet_cannot_be_counted_and_the_file_waits(bureau, unprinted):
    held = commands.hand_in(actor=bureau.officer, case=unprinted)
    assert {one["kind"] for one in held.missing} == {"rendering"}
    with pytest.raises(Refused) as refused:
        commands.accept(actor=bureau.archivist, hand_in=held)
    assert len(refused.value.refusals) == 3 and "正在排版" in str(refused.value)
    assert not Volume.objects.exists() and not TakenStep.objects.filter(step="PG-22").exists()
    printing.render_waiting(60)
    assert commands.accept(actor=bureau.archivist, hand_in=held).status == "accepted"


def test_a_file_that_lacks_an_owed_document_is_refused_and_sent_back(bureau, handed_in):
    IssuedDocument.objects.filter(kind="closing_approval").update(kind="case_source_registration")
    with pytest.raises(Refused) as refused:
        commands.accept(actor=bureau.archivist, hand_in=handed_in)
    assert "结案审批表" in str(refused.value)
    back = commands.send_back(actor=bureau.archivist, hand_in=handed_in, reasons="缺结案审批表")
    assert (back.status, back.reasons) == ("returned", "缺结案审批表")
    assert [h.pk for h in queries.returned(bureau.officer)] == [back.pk]
    again = commands.hand_in(actor=bureau.officer, case=handed_in.case)
    assert again.missing[0]["what"] == "结案审批表"
    assert not queries.returned(bureau.officer).exists()


def test_a_return_says_why(bureau, handed_in):
    with pytest.raises(Malformed) as wrong:
        commands.send_back(actor=bureau.archivist, hand_in=handed_in, reasons="  ")
    assert wrong.value.field == "reasons"
    with pytest.raises(IntegrityError), transaction.atomic():
        HandIn.objects.filter(pk=handed_in.pk).update(status="returned", settled_at=NOW)


@pytest.mark.parametrize("who", ["officer", "head", "supervisor", "custodian"])
def test_only_the_archivist_accepts_or_sends_back(bureau, handed_in, who):
    actor = getattr(bureau, who)
    with pytest.raises(Refused):
        commands.accept(actor=actor, hand_in=handed_in)
    with pytest.raises(Refused):
        commands.send_back(actor=actor, hand_in=handed_in, reasons="缺页")


def test_what_was_settled_is_not_settled_again(bureau, handed_in):
    commands.accept(actor=bureau.archivist, hand_in=handed_in, key="k")
    assert commands.accept(actor=bureau.archivist, hand_in=handed_in, key="k").status == "accepted"
    assert Volume.objects.count() == 2
    with pytest.raises(Conflict) as changed:
        commands.send_back(actor=bureau.archivist, hand_in=handed_in, reasons="后悔")
    assert "林档案" in changed.value.changes[0]


def test_a_case_whose_step_was_taken_before_is_still_ordered_and_sealed(bureau, closed):
    from_desk = commands.take_step(actor=bureau.archivist, case=closed, step="PG-22", stated={})
    held = commands.hand_in(actor=bureau.officer, case=closed)
    commands.accept(actor=bureau.archivist, hand_in=held)
    assert list(TakenStep.objects.filter(step="PG-22")) == [from_desk] and Volume.objects.count() == 2


@pytest.mark.parametrize("who", ["stranger", "administrator"])
def test_the_archive_of_another_bureau_does_not_exist(bureau, handed_in, who):
    viewer = getattr(bureau, who)
    commands.accept(actor=bureau.archivist, hand_in=handed_in)
    volume = Volume.objects.first()
    for read in (
        lambda: queries.hand_in(viewer, handed_in.pk),
        lambda: queries.get(viewer, volume.pk),
        lambda: queries.intake(viewer, handed_in.case_id),
    ):
        with pytest.raises(Http404):
            read()
    with pytest.raises(Refused):
        commands.note_fixity(actor=viewer, volume=volume, checked=1, size=1, faults=[])
    assert not queries.volumes(viewer).exists() and not queries.sheets(viewer, volume)
    assert queries.items(viewer, volume) == [] and queries.checks(viewer, volume) == []


def test_volumes_are_found_by_number_case_document_title_and_party(bureau, handed_in):
    commands.accept(actor=bureau.archivist, hand_in=handed_in)
    case = handed_in.case
    number = VolumeItem.objects.get(title="结案审批表").number
    for words, count in (
        (case.number, 2),
        ("张三丰", 2),
        ("过期食品", 0),
        ("超过保质期", 2),
        ("·0001·副", 1),
        (number, 1),
        ("李四", 0),
    ):
        assert queries.volumes(bureau.supervisor, q=words).count() == count, words
    assert queries.volumes(bureau.archivist, retention="永久").count() == 0
    assert queries.volumes(bureau.archivist, part="正卷").count() == 1


def test_a_sound_volume_is_measured_as_sound(bureau, handed_in):
    commands.accept(actor=bureau.archivist, hand_in=handed_in)
    volume = Volume.objects.get(part="正卷")
    assert tasks.measure.call(volume.pk, bureau.archivist.person_id) == 0
    check = FixityCheck.objects.get()
    assert (check.checked, check.faults, check.by_id) == (2, [], bureau.archivist.person_id)
    assert check.bytes == sum(i.evidence.file.size for i in volume.items.all())


def test_one_changed_bit_and_a_missing_file_are_each_named(bureau, handed_in):
    commands.accept(actor=bureau.archivist, hand_in=handed_in)
    volume = Volume.objects.get(part="副卷")
    first, second, _ = volume.items.all()
    path = store.path(first.digest)
    path.chmod(0o600)
    spoilt = bytearray(path.read_bytes())
    spoilt[100] ^= 1
    path.write_bytes(spoilt)
    store.path(second.digest).unlink()
    assert tasks.measure.call(volume.pk, bureau.archivist.person_id) == 2
    faults = FixityCheck.objects.get().faults
    assert [(f["item"], f["sentence"][:8]) for f in faults] == [(1, "文件内容已被改动"[:8]), (2, "文件不在存储中")]


def test_the_number_of_statements_of_the_list_does_not_grow_with_its_rows(bureau, handed_in, django_assert_num_queries):
    commands.accept(actor=bureau.archivist, hand_in=handed_in)
    with django_assert_num_queries(3):
        for volume in queries.volumes(bureau.archivist):
            assert list(volume.case.parties.all()) and not list(volume.checks.all())
