"""Who takes a step, as the procedures name it: the desks (岗位) that share a duty."""

from __future__ import annotations

from lantai.law.people import Role

OFFICERS = (Role.OFFICER,)
UNIT = (Role.OFFICER, Role.UNIT_HEAD)
UNIT_HEADS = (Role.UNIT_HEAD,)
REVIEWERS = (Role.REVIEWER,)
CHAIRS = (Role.REVIEWER, Role.OFFICER, Role.UNIT_HEAD)
HEADS = (Role.AGENCY_HEAD, Role.PRINCIPAL_HEAD)
CHIEF = (Role.PRINCIPAL_HEAD,)
UNIT_OR_HEADS = (Role.UNIT_HEAD, Role.AGENCY_HEAD, Role.PRINCIPAL_HEAD)
PUBLISHERS = (Role.PUBLISHER, Role.PUBLICATION_CHECKER)
ARCHIVISTS = (Role.ARCHIVIST,)

HANDLED_FROM_THE_START = ("coercion.", "transfer.", "penalty.summary")
"""Procedures without a step that names the handlers: the officers of the first step handle the case (ACL 18, APL 52)."""
