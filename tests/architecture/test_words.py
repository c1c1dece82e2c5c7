"""Every command, step, role and setting has its Chinese name or its line in the documents, and no two share one."""

from __future__ import annotations

import importlib
import re
from collections import Counter

from lantai.config import glossary
from lantai.law.people import Role
from lantai.law.released import RELEASED
from lantai.ledger.act import COMMANDS
from tests.architecture.sources import ROOT, Source, modules, tracked

CHINESE = re.compile(r"[\u4e00-\u9fff]")
VERB = re.compile(r"[a-z]+\.[a-z_]+")
SETTING = re.compile(r"\bLANTAI_[A-Z_]+\b")
ASKED = re.compile(r"environ(?:\.get\(|\[)\s*\"(LANTAI_[A-Z_]+)\"")
BETWEEN_PROCESSES = {"LANTAI_CHILD_SETTINGS", "LANTAI_BENCH_LENGTH"}  # set by a test or a benchmark for its own child


def load_commands() -> dict[str, str]:
    """Verb → Chinese name of every command, after all command files were imported."""
    own = [s for s in modules() if s.role == "commands" and not s.is_test]
    for source in own:
        importlib.import_module(".".join(source.parts).removesuffix(".__init__"))
    verbs = {verb for source in own for verb in declared(source)}  # tests declare commands of their own
    return {verb: label for verb, label in COMMANDS.items() if verb in verbs}


def shared(names: list[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]


def declared(source: Source) -> list[str]:
    """The verbs that a file declares, as written."""
    return re.findall(r'@command\(\s*"([^"]+)"', source.text)


def test_every_command_has_a_chinese_name_of_its_own() -> None:
    commands = load_commands()
    assert len(commands) > 20
    assert [verb for verb, label in commands.items() if not CHINESE.search(label) or not VERB.fullmatch(verb)] == []
    assert shared(list(commands.values())) == []


def test_no_verb_is_declared_twice_and_each_begins_with_its_app() -> None:
    pairs = [(s.app, verb) for s in modules() if s.app and not s.is_test for verb in declared(s)]
    assert shared([verb for _, verb in pairs]) == []
    assert [verb for app, verb in pairs if not verb.startswith(f"{app}.")] == []


def test_two_verbs_with_one_name_are_found() -> None:
    assert shared(["立案", "立案", "送达"]) == ["立案"]
    assert declared(Source("lantai/cases/commands.py", '@command("cases.file", "立案")\n')) == ["cases.file"]


def test_every_step_of_every_procedure_has_a_chinese_name_of_its_own() -> None:
    for procedure in RELEASED:
        labels = [step.label for step in procedure.steps]
        assert [label for label in labels if not CHINESE.search(label)] == []
        assert shared(labels) == [], procedure.code
        assert CHINESE.search(procedure.label)


def test_every_kind_of_document_evidence_and_record_has_a_chinese_name_of_its_own_and_is_in_the_glossary() -> None:
    written = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    for kinds in (*glossary.KINDS.values(), {o.code: o.label for p in RELEASED for s in p.steps for o in s.outcomes}):
        assert [label for label in kinds.values() if not CHINESE.search(label)] == []
        assert [code for code, label in kinds.items() if f"`{code}`" not in written or label not in written] == []
    apart = [kinds for title, kinds in glossary.KINDS.items() if title != "Documents"]  # titles of papers are the law's
    assert [shared(list(kinds.values())) for kinds in apart] == [[]] * len(apart)
    assert {"Documents", "Evidence", "Records", "Penalties", "Modes of service"} <= glossary.KINDS.keys()


def test_every_role_has_a_chinese_name_of_its_own() -> None:
    labels = [role.label for role in Role]
    assert [label for label in labels if not CHINESE.search(label)] == []
    assert shared(labels) == []


def test_every_setting_that_is_read_is_documented_and_no_other() -> None:
    scripts = [
        f for f in tracked() if f.relative_to(ROOT).as_posix() in ("run", "test", "bench") or f.parent.name == "tools"
    ]
    sources = modules()
    text = "\n".join(s.text for s in sources if s.app and not s.is_test)
    text += "\n".join(f.read_text(encoding="utf-8") for f in scripts if f.is_file())
    documented = set(re.findall(r"`(LANTAI_[A-Z_]+)`", (ROOT / "docs/settings.md").read_text(encoding="utf-8")))
    asked = {name for s in sources for name in ASKED.findall(s.text)}
    read = set(SETTING.findall(text)) | asked - BETWEEN_PROCESSES
    assert len(read) > 5
    assert read - documented == set()
    assert documented - read == set()
