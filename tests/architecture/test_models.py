"""Contract 9 and the names of models: foreign keys point downwards, everything has a Chinese name, migrations are whole."""

from __future__ import annotations

import configparser
import re
from collections import Counter

from django.apps import apps
from django.db import models
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.utils import translation

from tests.architecture.sources import ROOT

CHINESE = re.compile(r"[\u4e00-\u9fff]|^(?:SHA-256|SM3|PDF|DOCX)$")  # proper names of formats are the same in both


def order() -> list[str]:
    """The packages, the highest first, as contract 1 lists them."""
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter", encoding="utf-8")
    return contracts["importlinter:contract:order"]["layers"].split()


def ours() -> list[type[models.Model]]:
    return [m for m in apps.get_models(include_auto_created=True) if m.__module__.startswith("lantai.")]


def upward(pairs: list[tuple[str, str]], layers: list[str]) -> list[str]:
    """The (from, to) pairs of packages that point above their own."""
    height = {name: len(layers) - n for n, name in enumerate(layers)}
    return [f"{a} → {b}" for a, b in pairs if height[b] > height[a]]


def unnamed(model: type[models.Model]) -> list[str]:
    """The fields, and the model itself, that have no Chinese name."""
    fields = [f for f in model._meta.local_fields if not (f.primary_key and f.name in ("id", "pk"))]
    found = [f"{model._meta.label}.{f.name}" for f in fields if not CHINESE.search(str(f.verbose_name))]
    return found + ([] if CHINESE.search(str(model._meta.verbose_name)) else [model._meta.label])


def test_foreign_keys_point_at_or_below_their_own_package() -> None:
    pairs = []
    for model in ours():
        for field in model._meta.get_fields():
            target = getattr(field, "related_model", None)
            is_forward = getattr(field, "concrete", False) and field.is_relation
            if is_forward and target is not None and target.__module__.startswith("lantai."):
                pairs.append((model.__module__.split(".")[1], target.__module__.split(".")[1]))
    assert len(pairs) > 10
    assert upward(pairs, order()) == []


def test_a_key_that_points_upwards_is_found() -> None:
    assert upward([("cases", "review"), ("review", "cases"), ("cases", "cases")], order()) == ["cases → review"]


def test_models_and_fields_have_chinese_names() -> None:
    found = [name for model in ours() for name in unnamed(model)]
    assert not found, "\n".join(found)


def test_a_field_without_a_chinese_name_is_found() -> None:
    class Sample(models.Model):  # noqa: DJ008
        title = models.CharField(max_length=1)

        class Meta:
            app_label = "planted"
            managed = False
            verbose_name = "样本"

    assert unnamed(Sample) == ["planted.Sample.title"]
    apps.all_models.pop("planted")


def test_no_two_models_share_a_name() -> None:
    names = Counter(str(m._meta.verbose_name) for m in ours())
    assert [name for name, count in names.items() if count > 1] == []


def test_constraints_carry_the_name_of_their_app() -> None:
    wrong = [
        f"{model._meta.label}: {c.name}"
        for model in ours()
        for c in model._meta.constraints
        if not c.name.startswith(f"{model._meta.app_label}_")
    ]
    assert not wrong, "\n".join(wrong)


def test_migrations_say_what_the_models_say() -> None:
    loader = MigrationLoader(None)
    with translation.override(None):  # as makemigrations does: names of the framework in their own language
        detector = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))
        changes = detector.changes(graph=loader.graph)
    assert {app: [str(o) for m in found for o in m.operations] for app, found in changes.items()} == {}
    assert loader.detect_conflicts() == {}
