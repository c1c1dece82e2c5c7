"""The demo city as ``lantai demo`` makes it: what is in it, that it verifies, that a second run changes nothing."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT

_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("city")]  # one city for all of them, in one worker


class City:
    """A data folder and the program on it, as ``./run`` calls it."""

    def __init__(self, data: Path, lay_tables: Callable[[Path], bool]) -> None:
        self.data = data
        (data / "demo").mkdir(parents=True)
        if not lay_tables(data):
            self.call("migrate", "--noinput", "-v", "0")

    def call(self, *words: str, stop_after: float | None = None) -> str:
        here = {k: v for k, v in os.environ.items() if not k.startswith(("LANTAI_", "DJANGO_"))}
        here |= {"LANTAI_DATA": str(self.data), "DJANGO_SETTINGS_MODULE": "lantai.config.settings.dev"}
        asked = [sys.executable, "-m", "lantai.config.console", *words]
        try:
            done = subprocess.run(asked, cwd=ROOT, env=here, capture_output=True, text=True, timeout=stop_after or 3600)
        except subprocess.TimeoutExpired:  # killed, as by kill -9
            return ""
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
        return done.stdout

    def rows(self, statement: str) -> list[tuple[object, ...]]:
        with sqlite3.connect(self.data / "lantai.sqlite3") as door:
            return door.execute(statement).fetchall()

    def count(self, table: str) -> int:
        return int(str(self.rows(f"SELECT count(*) FROM {table}")[0][0]))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, lay_tables: Callable[[Path], bool]) -> Iterator[tuple[City, str]]:
    """The whole city. Its first run is killed in the middle: the second goes on."""
    city = City(tmp_path_factory.mktemp("city"), lay_tables)
    city.call("demo", "--all", stop_after=20)
    yield city, city.call("demo", "--all")


def test_nothing_that_the_plan_wants_done_was_refused(made: tuple[City, str]) -> None:
    assert "未能办理" not in made[1]


def test_the_city_has_what_was_promised(made: tuple[City, str]) -> None:
    city, _ = made
    assert city.count("agencies_agency") >= 30
    assert city.count("personnel_certificate") >= 400
    assert city.count("powers_power") >= 80
    assert city.count("cases_case") >= 300
    kinds = "SELECT kind, count(*), count(DISTINCT stage) FROM cases_case GROUP BY kind"
    assert {str(kind) for kind, *_ in city.rows(kinds)} == {"处罚", "强制", "检查", "征收征用", "许可"}
    assert all(int(str(cases)) >= 40 and int(str(stages)) >= 5 for _, cases, stages in city.rows(kinds))
    coercion = city.rows("SELECT DISTINCT standing FROM cases_case WHERE kind = '强制'")
    assert len(coercion) >= 12
    assert {row[0] for row in city.rows("SELECT division FROM agencies_agency")} >= {"430400", "430421", "430482"}
    assert city.count("portal_publishedofficer") >= 400
    assert city.count("portal_publishedprocedure") >= 2


def test_cases_stand_in_every_stage_and_every_fate_is_there(made: tuple[City, str]) -> None:
    city, _ = made
    stages = {row[0] for row in city.rows("SELECT stage FROM cases_case")}
    assert stages == {"启动", "调查取证", "审核决定", "送达执行", "结案归档", "已归档"}
    outcomes = Counter(row[0] for row in city.rows("SELECT outcome FROM cases_decision"))
    assert {"penalty", "no_penalty_minor", "no_penalty_first", "no_penalty_facts", "transfer_agency"} <= set(outcomes)
    assert "transfer_criminal" in outcomes
    assert {row[0] for row in city.rows("SELECT procedure FROM cases_case")} >= {"penalty.ordinary", "penalty.summary"}
    assert {row[0] for row in city.rows("SELECT status FROM portal_publishednotice")} == {"有效", "已更正", "已撤回"}
    assert city.rows("SELECT 1 FROM cases_takenstep WHERE step = 'PG-12' AND outcome = 'held' LIMIT 1")
    assert city.rows("SELECT 1 FROM review_review WHERE opinion = 'correct' LIMIT 1")
    assert city.count("cases_instalment") and city.count("cases_payment") and city.count("archive_volume")
    assert city.rows("SELECT 1 FROM cases_case WHERE red_on <= date('now') AND standing <> '' LIMIT 1")


def test_a_decision_tells_of_the_day_of_the_inspection_on_file(made: tuple[City, str]) -> None:
    rows = made[0].rows(
        "SELECT d.number, d.fields, date(max(t.at), '+8 hours') FROM documents_issueddocument d"
        " JOIN cases_case c ON c.dossier_id = d.dossier_id JOIN cases_takenstep t ON t.case_id = c.id"
        " WHERE d.kind = 'penalty_decision' AND t.step = 'PG-4' AND t.outcome = 'site' GROUP BY d.id"
    )
    facts = [json.loads(str(fields))["facts"] for _, fields, _ in rows]
    said = [[date(*map(int, d)).isoformat() for d in _DAY.findall(str(f))] for f in facts]
    assert (
        any(said)
        and [number for (number, _, day), days in zip(rows, said, strict=True) if days not in ([], [day])] == []
    )


def test_an_attempt_to_decide_without_review_was_refused_and_kept(made: tuple[City, str]) -> None:
    kept = [json.loads(str(row[0])) for row in made[0].rows("SELECT gates FROM ledger_refusedattempt")]
    assert any("G-06" in {gate["gate"] for gate in gates} for gates in kept)
    assert len(kept) == 1  # nothing else was tried in vain


def test_photos_and_recordings_are_on_file(made: tuple[City, str]) -> None:
    city, _ = made
    types = {
        row[0]
        for row in city.rows(
            "SELECT o.media_type FROM recording_evidence e JOIN ledger_storedobject o ON o.sha256 = e.file_id"
        )
    }
    assert {"image/jpeg", "video/mp4"} <= types
    assert city.rows("SELECT count(*) FROM personnel_person WHERE photo_sha256 <> ''")[0][0] >= 400  # type: ignore[operator]


def test_the_pages_say_which_accounts_may_be_used(made: tuple[City, str]) -> None:
    said = made[0].call("accounts")
    assert "zhanglixin" in said and "zhouming" in said and "lantai-yanshi" in said


def test_the_log_holds_and_a_second_run_changes_nothing(made: tuple[City, str]) -> None:
    city, _ = made
    before = city.count("ledger_entry")
    city.call("demo", "--all")
    assert city.count("ledger_entry") == before
    city.call("sequence", "--once")
    assert "全部相符" in city.call("verify")
