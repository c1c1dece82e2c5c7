"""The course of an ordinary case as a plain list of what stands, and what each happening upsets."""

from __future__ import annotations

from datetime import date, timedelta

from lantai.law.tests.plain_reading.acts import Act, Matter, Reading

_ENDINGS = {"PG-2:no_filing", "PG-2:transfer", "PG-3:no_filing", "PG-7:terminated"} | {
    "PG-14:transfer_agency",
    "PG-14:transfer_criminal",
}
_UPSETS = {
    "evidence": ("report",),
    "report": ("review", "notice", "discussion"),
    "review": ("discussion",),
    "notice": ("defence", "right told", "asked"),
    "defence": ("discussion",),
    "right told": ("asked",),
    "asked": ("called",),
    "called": ("hearing", "opened", "hearing in parts"),
    "opened": ("hearing in parts",),
    "hearing in parts": ("hearing",),
    "hearing": ("hearing report", "discussion"),
    "hearing held": ("review",),
    "hearing report": ("review",),
    "decision": ("service", "publication", "payment"),
}
"""What no longer stands once something under it happens anew or falls: fresh evidence upsets the report, and so on."""

NAMES = {
    "PG-4": "evidence",
    "PG-8": "report",
    "PG-9": "review",
    "PG-10": "notice",
    "PG-11": "defence",
    "H-1": "right told",
    "H-2": "asked",
    "H-3": "called",
    "H-4": "opened",
    "H-5": "hearing in parts",
    "PG-12": "hearing",
    "H-6": "hearing report",
    "PG-13": "discussion",
    "PG-14": "decision",
    "PG-15": "service",
    "PG-16": "publication",
    "PG-17": "payment",
    "PG-1": "clue",
    "PG-2": "verification",
    "PG-3": "filing",
    "PG-21": "closing",
    "PG-22": "archive",
}


class Course(Reading):
    """What has happened in a case so far."""

    def __init__(self, matter: Matter) -> None:
        super().__init__(matter)
        self.stands: dict[str, Act] = {}
        self.ended = False
        self.suspended = False
        self.stops: list[tuple[date, date | None]] = []
        self.more_days = 0
        self.draft = (matter.fine, 1)  # the fine of the draft and its number
        self.waiver: Act | None = None
        self.arrived: dict[str, date] = {}  # a letter that came back with its receipt
        self.paid = 0
        self.execution_ended = False

    # ---- what stands ---------------------------------------------------------------------------------------------

    def fall(self, name: str) -> None:
        self.stands.pop(name, None)
        for above in _UPSETS.get(name, ()):
            if above in self.stands:
                self.fall(above)

    def upset(self, name: str) -> None:
        for above in _UPSETS.get(name, ()):
            if above in self.stands:
                self.fall(above)

    def served_on(self, name: str) -> date | None:
        act = self.stands.get(name)
        if act is None:
            return None
        if act.step in self.arrived:
            return self.arrived[act.step]
        if act.stated.get("mode") == "SV-4":
            return None
        return act.day + timedelta(days=30) if act.stated.get("mode") == "SV-6" else act.day

    def stands_now(self, step: str) -> bool:
        return NAMES.get(step, "") in self.stands

    # ---- it happens ----------------------------------------------------------------------------------------------

    def happen(self, act: Act) -> None:
        if act.step == "PG-7":
            self._pause(act)
        elif act.step == "PG-9" and act.outcome != "agree":
            self.upset("review")
            if act.outcome == "supplement":
                self.fall("evidence")
        elif act.step == "PG-13" and act.outcome != "agree":
            self.fall("review" if act.outcome == "revise" else "evidence")
            self.stands.pop("discussion", None)
        else:
            self._stand(act)
        if f"{act.step}:{act.outcome}" in _ENDINGS:
            self.ended, self.suspended = True, False
        self.over = act.step == "PG-22"

    def _pause(self, act: Act) -> None:
        if act.outcome == "suspended":
            self.suspended = True
            self.stops.append((act.day, None))
        elif self.suspended:
            self.suspended = False
            self.stops[-1] = (self.stops[-1][0], act.day)

    def _stand(self, act: Act) -> None:
        name = NAMES[act.step]
        self.upset(name)
        self.arrived.pop(act.step, None)
        if act.step == "PG-10":
            self.stands.pop("right told", None)
            self.arrived.pop("H-1", None)
            if act.stated.get("hearing_right"):
                self.stands["right told"] = act
        if act.step in ("PG-12", "H-5"):
            self.upset("hearing")
            if act.outcome != "forfeited":
                self.upset("hearing held")
            self.stands["hearing"] = act
            self.stands.setdefault("hearing in parts", act)
            if act.step == "PG-12":
                self.stands.setdefault("opened", act)
        if act.step == "PG-17":
            self.paid += act.stated.get("amount", 0)
        self.stands[name] = act

    def event(self, kind: str, act: Act) -> None:
        if kind == "draft_changed":
            self.draft = (act.stated["fine"], self.draft[1] + 1)
            self.fall("review")
            self.fall("discussion")
        elif kind == "grounds_changed":
            self.fall("notice")
            self.arrived.pop("PG-10", None)
        elif kind == "waiver":
            self.waiver = act
        elif kind == "service_completed":
            self.arrived[act.stated["step"]] = act.day
        elif kind == "execution_ended":
            self.execution_ended = True
        elif kind == "recused":
            self.recused.add(act.stated["person"])
        elif kind == "extended":
            self.more_days = 30
