"""Which words belong to which step of which procedure, and the reading of a step's statement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lantai.law.periods import BIDDING, EXPERT_REVIEW, HEARING, SUSPENSION, TESTING
from lantai.law.statements import (
    applying,
    deciding,
    enforcing,
    expropriating,
    inspecting,
    investigating,
    levying,
    licence_deciding,
    measures,
    on_the_spot,
    performing,
    preserving,
    requisitioning,
    taking_land,
    transferring,
)
from lantai.law.statements.draft import PENALTY, check_amounts
from lantai.law.statements.reading import read_words
from lantai.law.statements.serving import EFFECT, with_effect
from lantai.law.statements.word import Kind, Word, narrowed
from lantai.law.statutes_in_force import APL, SEED

EVERYWHERE: tuple[Word, ...] = (
    Word("late_reason", "逾期办理的理由", Kind.LONG_TEXT, required=False),
    Word("av", "有音像记录", Kind.BOOLEAN, required=False, basis=APL[47]),
    Word("av_reason", "没有音像记录的理由", Kind.LONG_TEXT, required=False, basis=SEED.whole),
    Word("note", "备注", Kind.LONG_TEXT, required=False),
)
"""Every step may state these."""

BY_STEP: dict[str, dict[str, tuple[Word, ...]]] = {
    "penalty.ordinary": {
        "PG-1": investigating.CLUE,
        "PG-2": investigating.VERIFICATION,
        "PG-3": investigating.FILING,
        "PG-4": investigating.INVESTIGATION,
        "PG-4-1": investigating.SUMMONS,
        "PG-5": investigating.PRESERVING,
        "PG-6": investigating.MEASURE,
        "PG-7": investigating.SUSPENSION,
        "PG-8": investigating.REPORT,
        "PG-9": deciding.REVIEW,
        "PG-10": deciding.NOTICE,
        "PG-11": deciding.DEFENCE,
        "PG-12": deciding.HEARING,
        "PG-13": deciding.DISCUSSION,
        "PG-14": deciding.DECISION,
        "PG-15": performing.DECISION_SERVICE,
        "PG-16": performing.PUBLICATION,
        "PG-17": performing.PERFORMANCE,
        "PG-18": performing.DEFERRAL,
        "PG-19": performing.SURCHARGE,
        "PG-20": performing.EXECUTION,
        "PG-21": performing.CLOSING,
        "PG-22": performing.FILING_AWAY,
        "PG-23": investigating.JURISDICTION,
        "PG-24": investigating.MONITORING,
        "PG-25": investigating.ASSISTANCE,
        "PG-26": performing.PROPERTY_DISPOSAL,
        "PG-27": investigating.CRIME_SUSPECTED,
        "H-1": deciding.HEARING_RIGHT,
        "H-2": deciding.HEARING_REQUEST,
        "H-3": deciding.HEARING_SUMMONS,
        "H-4": deciding.HEARING_OPENED,
        "H-5": deciding.HEARING_EXAMINED,
        "H-6": deciding.HEARING_REPORT,
    },
    "penalty.summary": {
        "PS-1": on_the_spot.IDENTITY,
        "PS-2": on_the_spot.FACTS,
        "PS-3": on_the_spot.TELLING,
        "PS-4": on_the_spot.DECISION,
        "PS-5": on_the_spot.COLLECTION,
        "PS-6": on_the_spot.REPORTING,
        "PS-7": on_the_spot.CLOSING,
    },
    "evidence.preservation": {
        "PG-5-1": preserving.APPROVAL,
        "PG-5-2": preserving.CONSENT,
        "PG-5": preserving.PRESERVATION,
        "PG-5-3": preserving.DISPOSAL,
    },
    "coercion.sealing_seizure": {
        "CM-1": measures.REQUEST,
        "CM-2": measures.APPROVAL,
        "CM-3": measures.SHOWING,
        "CM-4": measures.TELLING,
        "CM-5": measures.RECORD,
        "CM-6": measures.SEIZING,
        "CM-7": measures.EXTENSION,
        "CM-7-1": measures.TESTING,
        "CM-8": measures.CUSTODY,
        "CM-9": measures.DISPOSAL,
        "CM-10": measures.RELEASE,
        "CM-11": measures.EARLY_DISPOSAL,
    },
    "coercion.freezing": {
        "CM-1": measures.FREEZING_REQUEST,
        "CM-2": measures.APPROVAL,
        "CM-6": measures.FREEZING,
        "CM-6-1": measures.DECISION_SERVICE,
        "CM-7": measures.EXTENSION,
        "CM-9": measures.MONEY_DISPOSAL,
        "CM-10": measures.MONEY_RELEASE,
    },
    "coercion.execution": enforcing.BY_STEP,
    "coercion.court_application": applying.BY_STEP,
    "inspection.ordinary": inspecting.BY_STEP,
    "licence.ordinary": licence_deciding.BY_STEP,
    "licence.ending": licence_deciding.BY_STEP_OF_ENDING,
    "transfer.criminal": transferring.BY_STEP,
    "levy.fee": {
        "LV-1": levying.ASSESSMENT,
        "LV-2": levying.NOTICE,
        "LV-2-1": performing.PUBLICATION,
        "LV-3": levying.PAYMENT,
        "LV-4": levying.DEFERRAL_REQUEST,
        "LV-4-1": levying.DEFERRAL_ANSWER,
        "LV-5": levying.ORDER,
        "LV-5-1": levying.CHARGE,
        "LV-5-2": levying.DEMAND,
        "LV-5-3": levying.COURT,
        "LV-6": levying.TREASURY,
        "LV-7": levying.CLOSING,
        "LV-8": performing.FILING_AWAY,
    },
    "expropriation.housing": {
        "EX-1": expropriating.GROUND,
        "EX-2": expropriating.PLAN,
        "EX-3": expropriating.COMMENTS,
        "EX-3-1": expropriating.HEARING,
        "EX-6": expropriating.SURVEY,
        "EX-12": expropriating.UNREGISTERED,
        "EX-4": expropriating.RISK,
        "EX-4-1": expropriating.FUNDS,
        "EX-4-2": expropriating.PROPOSAL,
        "EX-4-3": expropriating.REVIEW,
        "EX-4-4": expropriating.MEETING,
        "EX-5": expropriating.DECISION,
        "EX-5-1": performing.PUBLICATION,
        "EX-7": expropriating.APPRAISAL,
        "EX-13": expropriating.CHOICE,
        "EX-8-1": expropriating.COMPENSATION_PROPOSAL,
        "EX-8-2": expropriating.REVIEW,
        "EX-8": expropriating.COMPENSATION,
        "EX-8-3": expropriating.PAYMENT,
        "EX-10": expropriating.COURT,
        "EX-9": expropriating.MOVING,
        "EX-9-1": expropriating.DEMOLITION,
        "EX-14": expropriating.REMEDY,
        "EX-11": expropriating.ARCHIVE,
        "EX-15": levying.CLOSING,
        "EX-16": performing.FILING_AWAY,
    },
    "expropriation.land": {
        "EL-1": taking_land.PREANNOUNCEMENT,
        "EL-2": taking_land.SURVEY,
        "EL-3": taking_land.RISKS,
        "EL-4": taking_land.ANNOUNCEMENT,
        "EL-4-1": taking_land.GATHERED,
        "EL-4-2": taking_land.HEARD,
        "EL-5": taking_land.REGISTRATION,
        "EL-6": taking_land.MONEY,
        "EL-7": taking_land.AGREEMENTS,
        "EL-7-1": taking_land.PROPOSAL,
        "EL-7-2": taking_land.REVIEWED,
        "EL-8": taking_land.APPLICATION,
        "EL-9": taking_land.APPROVAL,
        "EL-10": taking_land.APPROVED,
        "EL-10-1": performing.PUBLICATION,
        "EL-11": taking_land.PAYMENT,
        "EL-12": taking_land.HANDOVER,
        "EL-13": levying.CLOSING,
        "EL-14": performing.FILING_AWAY,
    },
    "requisition.emergency": {
        "RQ-1": requisitioning.REQUEST,
        "RQ-2": requisitioning.APPROVAL,
        "RQ-2-1": requisitioning.REVIEWED,
        "RQ-3": requisitioning.DECISION,
        "RQ-3-1": performing.PUBLICATION,
        "RQ-4": requisitioning.HANDOVER,
        "RQ-5": requisitioning.RETURN,
        "RQ-6-1": requisitioning.COMPENSATION_PROPOSAL,
        "RQ-6-2": requisitioning.REVIEWED,
        "RQ-6": requisitioning.COMPENSATION,
        "RQ-7": requisitioning.PAYMENT,
        "RQ-8": levying.CLOSING,
        "RQ-9": performing.FILING_AWAY,
    },
}

_FIRST_OUTCOME: dict[str, dict[str, str]] = {
    "penalty.ordinary": {
        "PG-2": "file",
        "PG-3": "filed",
        "PG-4": "site",
        "PG-7": "suspended",
        "PG-11": "made",
        "PG-12": "held",
        "PG-14": PENALTY,
        "PG-16": "published",
        "PG-18": "deferred",
        "PG-23": "agreed",
        "PG-24": "passed",
        "PG-25": "sent",
        "PG-26": "auction",
    },
    "penalty.summary": {"PS-5": "collected"},
    "coercion.sealing_seizure": {"CM-11": "sold"},
    "coercion.execution": {
        "CE-R": "agree",
        "CE-3": "rejected",
        "CE-4": "execute",
        "CE-6": "suspended",
        "CE-10": "done",
        "CE-12": "transfer",
    },
    "coercion.court_application": {"CX-R": "agree"},
    "inspection.ordinary": {"IN-2": "planned", "IN-6-1": "scene", "IN-7": "none", "IN-8": "published"},
    "licence.ordinary": {
        "LI-2": "accepted",
        "LI-3": "on_paper",
        "LI-4-1": "made",
        "LI-5-1": "right",
        "LI-6": "testing",
        "LI-8": "granted",
        "LI-9": "certificate",
        "LI-10": "published",
        "LI-11": "changed",
        "LI-12": "withdrawn",
    },
    "licence.ending": {"LI-10": "published", "LI-12": "withdrawn", "LI-12-2": "made"},
    "transfer.criminal": {"XF-2": "approved", "XF-4": "filed", "XF-6": "police"},
    "levy.fee": {"LV-2-1": "published", "LV-4-1": "granted"},
    "expropriation.housing": {"EX-5-1": "published", "EX-7": "report", "EX-8": "agreed", "EX-10": "applied"},
    "expropriation.land": {"EL-10-1": "published", "EL-7": "all"},
    "requisition.emergency": {"RQ-3-1": "published", "RQ-5": "all"},
}
"""What is meant where a step with words of its own for some outcomes is taken without naming one."""


DERIVED: dict[str, dict[str, dict[str, dict[str, Any]]]] = {
    "coercion.sealing_seizure": {"CM-7-1": {"": {"stops_clock": TESTING}}},
    "licence.ordinary": {
        "LI-5-3": {"": {"stops_clock": HEARING}},
        "LI-5": {"": {"resumes_clock": HEARING}},
        "LI-6": {
            "testing": {"stops_clock": TESTING},
            "expert_review": {"stops_clock": EXPERT_REVIEW},
            "bidding": {"stops_clock": BIDDING},
        },
    },
    "penalty.ordinary": {
        "PG-4": {
            "appraisal": {"stops_clock": TESTING},
            "result": {"resumes_clock": TESTING},
        },
        "PG-7": {
            "suspended": {"stops_clock": SUSPENSION},
            "resumed": {"resumes_clock": SUSPENSION},
        },
        "PG-18": {
            "deferred": {"deferral_kind": "deferral"},
            "instalments": {"deferral_kind": "instalments"},
        },
        "PG-24": {
            "passed": {"record_reviewed": True},
            "failed": {"record_reviewed": False, "device_reviewed": False},
        },
        "PG-26": {way: {"disposal": way} for way in ("auction", "state_rules", "destruction")},
    },
}
"""What the outcome of a step says already: nobody is asked for it again.

``stops_clock`` and ``resumes_clock`` begin and end an interval of that kind (SAMR 46, 64).
"""


def person_words(procedure_code: str, step_id: str) -> tuple[str, ...]:
    """The words of a step that hold ids of persons, so that a page or document can name them."""
    own = BY_STEP[procedure_code][step_id]
    return tuple(word.code for word in own if word.kind in (Kind.PERSON, Kind.PERSONS))


def words_of(procedure_code: str, step_id: str, outcome: str = "") -> tuple[Word, ...]:
    """The words a step states, in the order in which they are asked. Raises KeyError for an unknown step."""
    own = BY_STEP[procedure_code][step_id]
    return narrowed((*own, *EVERYWHERE), outcome or _FIRST_OUTCOME.get(procedure_code, {}).get(step_id, ""))


def read(procedure_code: str, step_id: str, outcome: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """What a step states, in typed values: dates as ISO text, money as text with two decimals, ids as numbers.

    A service gets ``effective_on``, the day from which the party's terms run. Raises Malformed with the field and
    a sentence that says what to do, KeyError for an unknown step.
    """
    words = words_of(procedure_code, step_id, outcome)
    meant = outcome or _FIRST_OUTCOME.get(procedure_code, {}).get(step_id, "")
    said = DERIVED.get(procedure_code, {}).get(step_id, {}).get(meant, {})
    derived = {*said, EFFECT} if any(word.code == "mode" for word in words) else set(said)
    stated = read_words(words, {code: raw for code, raw in given.items() if code not in derived})
    check_amounts(stated)
    return with_effect({**stated, **said})
