"""What may be put into a dossier, by whom, and what is refused."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.http import Http404

from lantai.law.refusals import Malformed, Refused
from lantai.ledger import clock, store
from lantai.ledger.models import Entry, RefusedAttempt
from lantai.personnel.models import Certificate
from lantai.recording import commands, queries
from lantai.recording.models import Dossier, Evidence
from lantai.recording.tests.conftest import NOW


def gates(refused) -> list[str]:
    return [r.gate for r in refused.value.refusals]


def test_a_piece_of_evidence_keeps_both_officers_with_their_certificates(add, bureau):
    piece = add()
    assert [c["certificate"] for c in piece.collected_by] == ["43040000000001", "43040000000002"]
    assert [c["name"] for c in piece.collected_by] == ["王建国", "李秀英"]
    assert piece.received_from_id == bureau.officer.person_id and piece.received_at == NOW


def test_a_piece_of_evidence_leaves_one_entry_that_seals_its_row(add):
    piece = add()
    entry = Entry.objects.get(verb="recording.add_evidence")
    assert entry.subject == f"recording.evidence:{piece.pk}"
    assert ["recording.evidence", str(piece.pk)] in [s[:2] for s in json.loads(entry.body)["seals"]]


@pytest.mark.parametrize("who", ["second", "custodian"])
def test_officers_and_the_media_custodian_may_hand_in_evidence(add, bureau, who):
    assert add(actor=getattr(bureau, who)).pk


@pytest.mark.parametrize("who", ["head", "archivist", "administrator", "supervisor"])
def test_no_other_post_hands_in_evidence(add, bureau, who):
    with pytest.raises(Refused):
        add(actor=getattr(bureau, who))
    assert not Evidence.objects.exists()


def test_an_officer_of_another_bureau_adds_nothing(add, bureau):
    with pytest.raises(Refused):
        add(actor=bureau.stranger)


def test_one_officer_alone_collects_no_evidence(add, bureau):
    with pytest.raises(Refused) as refused:
        add(collected_by=[bureau.officer.person_id])
    assert gates(refused) == ["G-01"]
    assert RefusedAttempt.objects.get().gates[0]["gate"] == "G-01"


def test_an_officer_without_a_certificate_does_not_count(add, bureau):
    with pytest.raises(Refused) as refused:
        add(collected_by=[bureau.officer, bureau.uncertified])
    assert gates(refused) == ["G-01"]


def test_an_expired_certificate_does_not_count_on_the_day_the_record_was_made(add, bureau):
    Certificate.objects.filter(person=bureau.people["second"]).update(valid_to=NOW.date() - timedelta(days=3))
    before = NOW - timedelta(days=5)
    assert add(kind="inspection_record", made_at=before).pk
    with pytest.raises(Refused):
        add(kind="inspection_record", made_at=NOW - timedelta(days=1))


def test_a_document_older_than_the_certificates_is_judged_by_the_day_it_was_handed_in(add):
    assert add(kind="documentary", made_at=NOW.replace(year=2015)).pk


def test_the_recording_of_an_act_needs_no_second_officer_of_its_own(add, bureau):
    assert add(kind="video", is_av=True, of_step="PG-16", collected_by=[bureau.officer.person_id]).is_av


def test_a_date_in_the_future_is_no_date_of_making(add):
    with pytest.raises(Malformed) as wrong:
        add(made_at=NOW + timedelta(minutes=1))
    assert wrong.value.field == "made_at"


def test_a_copy_says_why_there_is_no_original(add):
    with pytest.raises(Malformed) as wrong:
        add(is_original=False)
    assert wrong.value.field == "copy_reason"
    assert add(is_original=False, copy_reason="原件由当事人留存").copy_reason == "原件由当事人留存"


@pytest.mark.parametrize(
    ("field", "value"),
    [("kind", "rumour"), ("name", "长" * 201), ("place", "a\x00b"), ("of_step", "X" * 25)],
)
def test_what_is_no_possible_value_is_named_by_its_field(add, field, value):
    with pytest.raises(Malformed) as wrong:
        add(**{field: value})
    assert wrong.value.field == field


def test_an_unknown_collector_is_named(add):
    with pytest.raises(Malformed) as wrong:
        add(collected_by=[999_999])
    assert wrong.value.field == "officers"


def test_a_form_sent_twice_adds_one_piece(add):
    first = add(key="k-1")
    assert add(key="k-1").pk == first.pk
    assert Evidence.objects.count() == 1


def test_the_same_photo_may_be_evidence_of_two_things(add):
    first, second = add(content=b"one"), add(content=b"one", name="另一用途")
    assert first.file_id == second.file_id and first.pk != second.pk


def test_a_correction_is_a_new_piece_and_the_old_one_stays(add, bureau, dossier):
    old = add()
    new = commands.correct(actor=bureau.officer, evidence=old, reason="名称写错", changes={"name": "许可证复印件"})
    rows = list(queries.evidence_of(bureau.officer, dossier))
    assert [(r.pk, r.is_corrected) for r in rows] == [(old.pk, True), (new.pk, False)]
    assert (new.name, new.file_id, new.corrects_id) == ("许可证复印件", old.file_id, old.pk)
    old.refresh_from_db()
    assert old.name == "营业执照复印件"


def test_a_correction_without_reason_or_without_difference_is_none(add, bureau):
    old = add()
    with pytest.raises(Malformed):
        commands.correct(actor=bureau.officer, evidence=old, reason=" ", changes={"name": "x"})
    with pytest.raises(Malformed):
        commands.correct(actor=bureau.officer, evidence=old, reason="核对", changes={"name": old.name})
    with pytest.raises(Malformed):
        commands.correct(actor=bureau.officer, evidence=old, reason="核对", changes={"received_at": NOW})


def test_a_piece_is_corrected_once_and_then_its_successor(add, bureau):
    old = add()
    commands.correct(actor=bureau.officer, evidence=old, reason="名称写错", changes={"name": "甲"})
    with pytest.raises(Refused):
        commands.correct(actor=bureau.officer, evidence=old, reason="又写错", changes={"name": "乙"})


def test_a_sealed_dossier_takes_nothing_more(add, bureau, dossier):
    old = add()
    commands.seal_dossier(actor=bureau.archivist, dossier=dossier, retention="30年")
    with pytest.raises(Refused) as refused:
        add()
    assert gates(refused) == ["G-18"]
    with pytest.raises(Refused) as refused:
        commands.correct(actor=bureau.officer, evidence=old, reason="名称写错", changes={"name": "甲"})
    assert "G-18" in gates(refused)
    with pytest.raises(Refused) as refused:
        commands.waive_av(actor=bureau.officer, dossier=dossier, of_step="PG-4", reason="断电", approved_by="陈局")
    assert gates(refused) == ["G-18"]


def test_the_database_itself_refuses_evidence_in_a_sealed_dossier(add, bureau, dossier):
    old = add()
    commands.seal_dossier(actor=bureau.archivist, dossier=dossier)
    old.pk = None
    old._state.adding = True
    with pytest.raises(DatabaseError), transaction.atomic():
        old.save()
    assert connection.vendor in ("sqlite", "postgresql")


def test_a_dossier_is_sealed_by_the_archivist_once(bureau, dossier):
    with pytest.raises(Refused):
        commands.seal_dossier(actor=bureau.officer, dossier=dossier)
    sealed = commands.seal_dossier(actor=bureau.archivist, dossier=dossier, retention="永久")
    assert (sealed.sealed_at, sealed.retention) == (NOW, "永久")
    with pytest.raises(Refused):
        commands.seal_dossier(actor=bureau.archivist, dossier=dossier)
    assert Dossier.objects.get().version == 2


def test_recordings_are_the_standing_pieces_and_the_reasons_stated(add, bureau, dossier):
    made = NOW - timedelta(hours=2)
    old = add(kind="video", is_av=True, of_step="PG-9", made_at=made)
    commands.correct(actor=bureau.officer, evidence=old, reason="环节选错", changes={"of_step": "PG-10"})
    commands.waive_av(actor=bureau.officer, dossier=dossier, of_step="PG-16", reason="设备故障", approved_by="陈局")
    add(of_step="PG-4")
    assert [(r.step, r.reason) for r in queries.recordings(dossier.pk)] == [("PG-10", ""), ("PG-16", "设备故障")]
    assert queries.recordings(dossier.pk)[0].made_at == made


def test_only_pieces_that_stand_count_as_on_file(add, bureau, dossier):
    old, other = add(), add(kind="physical", name="样品")
    new = commands.correct(actor=bureau.officer, evidence=old, reason="种类选错", changes={"kind": "electronic"})
    assert [e.pk for e in queries.in_file(dossier.pk)] == [other.pk, new.pk]
    assert queries.kinds_on_file(dossier.pk) == {"physical", "electronic"}
    add(of_step="PG-4")
    assert "documentary@PG-4" in queries.kinds_on_file(dossier.pk)


@pytest.mark.parametrize("missing", ["of_step", "reason", "approved_by"])
def test_a_waiver_says_which_step_why_and_who_approved(bureau, dossier, missing):
    given = {"of_step": "PG-16", "reason": "设备故障", "approved_by": "陈局", missing: " "}
    with pytest.raises(Malformed) as wrong:
        commands.waive_av(actor=bureau.officer, dossier=dossier, **given)
    assert wrong.value.field == missing


def test_an_opening_says_who_and_for_what(add, bureau):
    piece = add()
    assert not queries.may_open(bureau.supervisor, piece)
    opening = commands.note_opening(actor=bureau.officer, evidence=piece, purpose="核对事实")
    assert (opening.by_id, opening.purpose, opening.at) == (bureau.officer.person_id, "核对事实", NOW)
    assert queries.may_open(bureau.officer, piece) and not queries.may_open(bureau.second, piece)
    with clock.at(NOW + timedelta(hours=9)):
        assert not queries.may_open(bureau.officer, piece)
    with pytest.raises(Malformed):
        commands.note_opening(actor=bureau.officer, evidence=piece, purpose="")


@pytest.mark.parametrize("who", ["stranger", "administrator"])
def test_evidence_does_not_exist_for_strangers_and_administrators(add, bureau, dossier, who):
    piece, viewer = add(), getattr(bureau, who)
    for read in (
        lambda: queries.evidence(viewer, piece.pk),
        lambda: queries.dossier(viewer, dossier.pk),
        lambda: commands.note_opening(actor=viewer, evidence=piece, purpose="看看"),
    ):
        with pytest.raises(Http404):
            read()
    assert not queries.evidence_of(viewer, dossier).exists() and not queries.evidence_of(None, dossier).exists()


def test_a_hold_keeps_recordings_until_it_is_lifted(add, bureau, dossier):
    piece = add(kind="video", is_av=True, of_step="PG-9")
    commands.seal_dossier(actor=bureau.archivist, dossier=dossier, retention="10年")
    hold = commands.place_hold(actor=bureau.custodian, dossier=dossier, reason="行政复议受理")
    words = lambda: queries.retention_words(queries.recordings_listed(bureau.custodian))[piece.pk]  # noqa: E731
    assert "停止处置" in words()
    commands.lift_hold(actor=bureau.archivist, hold=hold, reason="复议决定生效")
    assert "10年" in words()
    with clock.at(NOW.replace(year=2036)):
        assert words() == ""
    with pytest.raises(Refused):
        commands.place_hold(actor=bureau.officer, dossier=dossier, reason="x")
    with pytest.raises(Refused):
        commands.lift_hold(actor=bureau.archivist, hold=hold, reason="再次")


def test_a_recording_stored_after_more_than_a_day_is_late(add, bureau):
    late = add(kind="video", is_av=True, made_at=NOW - timedelta(hours=25))
    add(kind="video", is_av=True, made_at=NOW - timedelta(hours=24))
    assert [p.pk for p in queries.recordings_listed(bureau.custodian, state="late")] == [late.pk]


def test_the_number_of_statements_of_the_list_does_not_grow_with_its_rows(
    add, bureau, dossier, django_assert_max_num_queries
):
    for n in range(6):
        add(content=b"x%d" % n)
    with django_assert_max_num_queries(1):
        assert len(queries.evidence_rows(bureau.officer, dossier)) == 6


def test_an_odd_file_name_is_kept_and_shown_safely(add):
    name = "收据\u202egpj.exe"
    piece = add(file_name=name)
    assert piece.file_name == name and "\u202e" not in queries.shown_name(piece.file_name)
    assert add(file_name="a\x00b.jpg", content=b"2").file_name == "a␀b.jpg"
    long = add(file_name="长" * 400 + ".jpg", content=b"3").file_name
    assert len(long) == 300 and long.endswith(".jpg")


def test_the_file_lies_under_its_hash_and_never_under_its_name(add):
    piece = add(content=b"content", file_name="../../etc/passwd")
    assert store.read(piece.file_id) == b"content" and store.path(piece.file_id).name == piece.file_id
