"""Writes of enforcement certificates: issued, withheld, given back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.http import Http404

from lantai.agencies.models import Field
from lantai.law.identity import certificate_error
from lantai.law.people import Actor, Role
from lantai.law.refusals import Conflict, Malformed
from lantai.ledger import clock
from lantai.ledger.act import command, put
from lantai.personnel.models import Certificate, CertificateSuspension, Person


@command("personnel.issue_certificate", "登记执法证", allowed=(Role.SYSTEM_ADMIN,))
def issue_certificate(
    *,
    actor: Actor | None,
    person: Person,
    number: str,
    valid_from: date,
    valid_to: date,
    fields: Iterable[str] = (),
) -> Certificate:
    """Enter a certificate. Its number never changes and no other certificate ever has it.

    ``fields`` are machine words of enforcement fields; none means all fields of the agency.
    """
    if error := certificate_error(number):
        raise Malformed("number", error)
    if Certificate.objects.filter(number=number).exists():
        raise Malformed("number", "该执法证号已经登记，不能重复使用")
    if valid_to < valid_from:
        raise Malformed("valid_to", "有效期止早于有效期起")
    words = sorted(set(fields))
    if unknown := set(words) - set(Field.values):
        raise Malformed("fields", f"不认识的执法领域：{'、'.join(sorted(unknown))}")
    if person.left_on is not None and person.left_on <= clock.today():
        raise Conflict("该人员已经离岗")
    return put(Certificate(person=person, number=number, valid_from=valid_from, valid_to=valid_to, fields=words))


@command("personnel.suspend", "暂扣执法证", allowed=(Role.SUPERVISOR, Role.SYSTEM_ADMIN))
def suspend(*, actor: Actor, certificate: Certificate, from_on: date, reason: str) -> CertificateSuspension:
    """Withhold a certificate from a day on, until it is given back. Acts done before stay as they were."""
    _supervised(actor, certificate)
    if not reason.strip():
        raise Malformed("reason", "请填写暂扣事由")
    if from_on < clock.today():
        raise Malformed("from_on", "暂扣不能早于今天：此前的执法行为已按当时有效的证件作出")
    if not certificate.valid_from <= from_on <= certificate.valid_to:
        raise Malformed("from_on", "这一天不在执法证的有效期内")
    if CertificateSuspension.objects.filter(certificate=certificate, to_on__isnull=True).exists():
        raise Conflict("该执法证已在暂扣中")
    return put(CertificateSuspension(certificate=certificate, from_on=from_on, reason=reason.strip()))


@command("personnel.reinstate", "发还执法证", allowed=(Role.SUPERVISOR, Role.SYSTEM_ADMIN))
def reinstate(*, actor: Actor, suspension: CertificateSuspension, last_day: date) -> CertificateSuspension:
    """End a suspension: ``last_day`` is the last day on which the certificate is withheld."""
    _supervised(actor, suspension.certificate)
    if suspension.to_on is not None:
        raise Conflict("该执法证此前已经发还")
    if last_day < suspension.from_on:
        raise Malformed("last_day", "暂扣的最后一天早于暂扣之日")
    suspension.to_on = last_day
    return put(suspension)


def _supervised(actor: Actor, certificate: Certificate) -> None:
    """A supervisor meets only the certificates of the agencies supervised; others do not exist for him."""
    if actor.has(Role.SYSTEM_ADMIN):
        return
    if certificate.person.agency_id not in {actor.agency_id, *actor.scope}:
        raise Http404
