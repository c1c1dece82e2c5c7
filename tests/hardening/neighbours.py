"""Two bureaus side by side: one with cases, papers and people in every state, and its neighbour, a post of every kind."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.db import models
from django.test import Client
from django.utils import timezone

from lantai.agencies.models import Agency, Field
from lantai.law.people import ADMINISTRATORS, Role
from lantai.rehearsal.world import World, build
from tests.access_policy import POSTS
from tests.architecture.addresses import addresses, name_of
from tests.browser.world import furnish
from tests.cast import AgencyFactory, Member, member

INSIDE = ("officer", "section_head", "head", "reviewer", "publisher", "checker", "archivist", "system_admin")
LINK = re.compile(r"""(?:href|action)=["'](/[^"'#]*)""")
MOST = 2  # of one kind of page
SAMPLE = "999999999"


@dataclass
class Neighbours:
    world: World
    agency: Agency
    strangers: dict[Role, Member] = field(default_factory=dict)
    mighty: Member | None = None  # holds every post of the neighbour at once
    starts: list[str] = field(default_factory=list)

    def browser(self, word: str) -> Client:
        client = Client(raise_request_exception=False)
        account = self.world.people[word].account
        assert account is not None
        client.force_login(account)
        return client

    def pages(self) -> list[tuple[str, str]]:
        """(who, address): one page of each kind in the back office, with somebody who can open it."""
        kinds: dict[str, tuple[str, str]] = {}
        self.addresses(kinds)
        return list(kinds.values())

    def addresses(self, kinds: dict[str, tuple[str, str]] | None = None) -> dict[str, str]:
        """Every address of the back office with the number of a real row in it → its kind of page."""
        found: dict[str, str] = {}
        seen: Counter[str] = Counter()
        for word in INSIDE:
            client, done = self.browser(word), set()
            waiting = [*self.starts, "/desk/"]
            while waiting:
                path = waiting.pop()
                name = name_of(path)
                if path in done or not name or not path.startswith("/desk/"):
                    continue
                done.add(path)
                if re.search(r"\d", path):
                    if path in found or seen[name] >= MOST:
                        continue
                    seen[name] += 1
                    found[path] = name
                answer = client.get(path)
                if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
                    if kinds is not None:
                        kinds.setdefault(name, (word, path))
                    waiting += [
                        link.split("?")[0].replace("&amp;", "&") for link in LINK.findall(answer.content.decode())
                    ]
        for path, entry in addresses():  # forms without a page of their own, for rows that were seen
            if path.startswith("/desk/") and SAMPLE in path:
                for filled in self._filled(path, found):
                    found.setdefault(filled, str(entry.name))
        return found

    def _filled(self, path: str, found: dict[str, str]) -> list[str]:
        """The address with the numbers of rows that were met below the same beginning; the second number is guessed."""
        before, after = path.split(SAMPLE, 1)
        begins = re.compile(re.escape(before) + r"(\d+)/")
        numbers = sorted({int(m[1]) for one in found if (m := begins.match(one))})[:MOST]
        numbers = numbers or [1, 2, 3]  # nothing below this beginning is furnished: guessed
        if SAMPLE in after:
            return [f"{before}{n}{after.replace(SAMPLE, str(m))}" for n in numbers for m in range(1, 4)]
        return [f"{before}{n}{after}" for n in numbers]

    def rows(self, model: type[models.Model]) -> list[Any]:
        """The rows of the furnished bureau; what belongs to the neighbour itself is left out."""
        return [row for row in model._default_manager.all()[:4] if not self.is_neighbours(row)]

    def is_neighbours(self, row: models.Model) -> bool:
        members = [*self.strangers.values(), *([self.mighty] if self.mighty else [])]
        own = {m.person.pk for m in members}
        if isinstance(row, Agency):
            return row.pk == self.agency.pk
        for word in ("agency_id", "person_id"):
            held = getattr(row, word, None)
            if held is not None and (held == self.agency.pk if word == "agency_id" else held in own):
                return True
        return bool(row._meta.label == "accounts.Account" and row.pk in {m.account.pk for m in members})


def neighbours() -> Neighbours:
    world = build("衡阳市市场监督管理局", timezone.localdate() - timedelta(days=30))
    starts = furnish(world)
    agency = AgencyFactory(name="衡阳市城市管理和综合执法局", field=Field.URBAN)
    made = Neighbours(world, agency, starts=[path for path in starts if path.startswith("/desk/")])
    for role in POSTS:
        if role not in ADMINISTRATORS:  # the three keep the registers of all
            made.strangers[role] = member(role.label, role, agency=agency)
    made.mighty = member("兼任", *made.strangers, agency=agency)
    return made


def model(label: str) -> type[models.Model]:
    return apps.get_model(label)
