"""The pairs that must not cross: publish and withdraw, accept for the archive and add evidence. Whatever the order,
what remains is one of the two lawful ends.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from lantai.archive import commands as archive
from lantai.archive.models import HandIn, VolumeItem
from lantai.disclosure.commands import drafting, releasing
from lantai.disclosure.models import PublicationDraft
from lantai.documents.models import IssuedDocument
from lantai.documents.tasks import render_document
from lantai.law.people import Actor
from lantai.law.refusals import Refused
from lantai.ledger import clock, sequencer, store, verification
from lantai.personnel import queries as personnel
from lantai.portal.models import PublishedNotice
from lantai.recording import commands as recording
from lantai.recording.models import Dossier, Evidence
from lantai.rehearsal.world import World
from tests.browser.world import played
from tests.hardening.together import at_once, dirty
from tests.scenes import MARKET, build

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
ROUNDS = 3


def town() -> World:
    return build(MARKET, timezone.localdate() - timedelta(days=60))


def acting(place: World, word: str) -> Actor:
    return personnel.actor_of(place.people[word])


def whole() -> None:
    sequencer.run_once()
    found = verification.run()
    assert found.ok, found.lines()


def test_what_is_withdrawn_while_its_correction_is_published_is_gone():
    place = town()
    publisher, checker = acting(place, "publisher"), acting(place, "checker")
    today = timezone.localdate()
    for turn in range(ROUNDS):
        case = played(place, f"标签案{turn}", "PG-15", 22, {"fine": 8000})
        draft = drafting.draft(actor=publisher, case=case)
        releasing.check(actor=checker, draft=draft, passed=True, opinion="准确。")
        releasing.publish(actor=publisher, draft=draft)
        releasing.correct(actor=publisher, draft=draft, reason="名称有误", known_on=today)
        releasing.check(actor=checker, draft=draft, passed=True, opinion="准确。")
        told = at_once(
            partial(releasing.publish, actor=publisher, draft=draft),
            partial(releasing.withdraw, actor=publisher, draft=draft, reason="行政复议机关决定撤销", known_on=today),
        )
        assert dirty(told) == []
        assert told[1].won, told[1].error
        draft.refresh_from_db()
        assert draft.state == PublicationDraft.State.WITHDRAWN
        notice = PublishedNotice.objects.get(pk=draft.notice_id)
        assert notice.status == PublishedNotice.Status.WITHDRAWN
        page = Client().get(notice.address)
        assert page.status_code == 410
        assert "撤回" in page.content.decode() and f"标签案{turn}" not in page.content.decode()
    whole()


def test_many_who_publish_one_notice_publish_it_once():
    place = town()
    publisher, checker = acting(place, "publisher"), acting(place, "checker")
    case = played(place, "标签案", "PG-15", 22, {"fine": 8000})
    told = at_once(*[partial(drafting.draft, actor=publisher, case=case)] * 4)
    assert dirty(told) == []
    draft = PublicationDraft.objects.get(case=case)
    releasing.check(actor=checker, draft=draft, passed=True, opinion="准确。")
    told = at_once(*[partial(releasing.publish, actor=publisher, draft=draft)] * 8)
    assert dirty(told) == []
    assert sum(t.won for t in told) == 1
    assert PublishedNotice.objects.count() == 1
    whole()


def test_no_evidence_slips_between_the_index_and_the_seal():
    place = town()
    officer, archivist = acting(place, "officer"), acting(place, "archivist")
    both = [place.people["officer"].pk, place.people["officer_2"].pk]
    for turn in range(ROUNDS):
        case = played(place, f"未亮照案{turn}", "PG-21", 26, {})
        made = archive.hand_in(actor=officer, case=case, note="")
        for document in IssuedDocument.objects.filter(dossier_id=case.dossier_id):
            render_document.enqueue(document.pk)
        said = {"kind": "documentary", "file_name": "1.txt", "made_at": clock.now(), "collected_by": both}
        add = partial(recording.add_evidence, actor=officer, dossier=case.dossier, **said)
        add = partial(add, file=store.put_bytes(f"photo {turn}".encode()))
        accept = partial(archive.accept, actor=archivist, hand_in=made, explanation="纸质材料另存。")
        told = at_once(accept, *[partial(add, name=f"补充{n}") for n in range(4)])
        assert dirty(told) == []
        assert told[0].won, told[0].error
        assert HandIn.objects.get(pk=made.pk).status == HandIn.Status.ACCEPTED
        held = Dossier.objects.get(pk=case.dossier_id)
        assert held.sealed_at is not None
        pieces = set(Evidence.objects.filter(dossier=held).values_list("pk", flat=True))
        indexed = set(VolumeItem.objects.filter(evidence__dossier=held).values_list("evidence_id", flat=True))
        assert pieces == indexed
        assert len(pieces) == sum(t.won for t in told[1:])
        with pytest.raises(Refused), transaction.atomic():
            add(name="再补充")
    whole()
