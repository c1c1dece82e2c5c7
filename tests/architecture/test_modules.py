"""The rules of the house hold for every module, and each rule finds the violation it is there for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.architecture import rules
from tests.architecture.sources import Source, modules

MODULES = modules()

PLANTED = {
    rules.commands_of_readers: [
        ("lantai/office/views.py", "from lantai.cases import commands\n"),
        ("lantai/statistics/views.py", "from lantai.cases.commands.steps import take_step\n"),
    ],
    rules.private_parts: [
        ("lantai/review/views.py", "from lantai.cases.forms import StepForm\n"),
        ("lantai/review/queries.py", "from lantai.cases import views\n"),
    ],
    rules.product_on_tests: [
        ("lantai/law/specimens.py", "from lantai.law.tests.stories import filed\n"),
        ("lantai/law/specimens.py", "from lantai.law import tests\n"),
        ("lantai/demo/plan.py", "import tests.cast\n"),
    ],
    rules.rows_outside_commands: [
        ("lantai/cases/views.py", "Case.objects.filter(pk=1).update(title='')\n"),
        ("lantai/cases/queries.py", "case.save(update_fields=['title'])\n"),
        ("lantai/cases/queries.py", "case.delete()\n"),
        ("lantai/cases/tasks.py", "from lantai.ledger.act import put\n"),
        ("lantai/cases/queries.py", "cursor.execute('DELETE FROM cases_case')\n"),
    ],
    rules.functions_that_are_no_command: [
        ("lantai/review/commands.py", "def approve(*, actor, review):\n    return review\n"),
        ("lantai/review/commands/opinions.py", "@command('review.approve', '通过')\ndef approve(review, actor): ...\n"),
    ],
    rules.too_long: [("lantai/cases/queries.py", "x = 1\n" * 401)],
    rules.inner_imports: [("lantai/cases/queries.py", "def a():\n    import os\n    return os\n")],
    rules.signals: [("lantai/cases/apps.py", "from django.dispatch import receiver\n")],
    rules.forbidden_names: [("lantai/cases/utils.py", ""), ("lantai/cases/models.py", "class CaseHelper: ...\n")],
    rules.objects_in_views: [("lantai/cases/views/listing.py", "def a(r):\n    return Case.objects.all()\n")],
    rules.tags_outside_pages: [
        ("lantai/archive/queries.py", "from lantai.web.templatetags.lantai import cn_date\n"),
        ("lantai/cases/commands/taking.py", "from lantai.web.templatetags import lantai\n"),
    ],
    rules.tests_that_cannot_fail: [("lantai/cases/tests/test_a.py", "def test_nothing():\n    print(1)\n")],
    rules.unfinished: [("lantai/cases/queries.py", "# TO" + "DO later\n")],
}

INNOCENT = [
    Source("lantai/cases/queries.py", "context.update(a=1)\nhashes.update(b'')\ncache.delete('key')\n"),
    Source("lantai/documents/typesetting.py", "document.save(buffer)\n"),
    Source("lantai/cases/tests/test_a.py", "def check(x):\n    assert x\ndef test_a():\n    check(1)\n"),
    Source("lantai/cases/views.py", "from lantai.web.forms import Form\nfrom lantai.cases.forms import StepForm\n"),
]


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_every_module_keeps_the_rule(rule: Callable[[Source], list[str]]) -> None:
    found = [sentence for module in MODULES for sentence in rule(module)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_the_rule_finds_what_was_planted(rule: Callable[[Source], list[str]]) -> None:
    missed = [path for path, text in PLANTED[rule] if not rule(Source(path, text))]
    assert missed == []


@pytest.mark.parametrize("innocent", INNOCENT, ids=lambda source: source.path)
def test_the_rules_let_honest_code_be(innocent: Source) -> None:
    assert [sentence for rule in rules.RULES for sentence in rule(innocent)] == []
