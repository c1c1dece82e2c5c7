"""A process of its own on a database file of its own, to be killed: ``python -m lantai.ledger.tests.child WORD``.

``LANTAI_DATA`` names the folder. Every line printed is an acknowledgement.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys

import django

WORDS = ("prepare", "upload", "sequence", "write", "sweep", "verify")


def start(folder, word, *more):
    env = {**os.environ, "LANTAI_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "lantai.config.settings.dev"}
    for name in ("LANTAI_DATABASE", "PGDATABASE"):
        env.pop(name, None)
    line = [sys.executable, "-m", "lantai.ledger.tests.child", word, *more]
    return subprocess.Popen(line, env=env, stdout=subprocess.PIPE, text=True)


def finish(folder, word, *more):
    """Run to the end and return what was printed."""
    child = start(folder, word, *more)
    said, _ = child.communicate(timeout=120)
    assert child.returncode == 0, said
    return said.split()


def _prepare():
    from django.apps import apps  # the app registry is ready only now
    from django.db import connection

    from lantai.ledger import triggers

    with connection.schema_editor() as editor:
        for model in apps.get_models():
            editor.create_model(model)
        triggers.install(editor.execute, connection.vendor)


def _upload():
    from lantai.ledger import store

    while True:
        data = os.urandom(random.randrange(1, 200_000))
        print(store.put_bytes(data).sha256, flush=True)


def _write():
    from lantai.ledger import commands

    for _ in range(int(sys.argv[2])):
        name = os.urandom(32).hex()
        commands.keep(actor=None, sha256=name, sm3=name, size=1, media_type="text/plain")
        print(name, flush=True)


def _sequence():
    from lantai.ledger import sequencer

    for _ in range(int(sys.argv[2])):
        made = sequencer.checkpoint()
        print(made.size if made else 0, flush=True)


def _sweep():
    from lantai.ledger import store

    print(*store.sweep(older_than=-1, dead_after=-1))


def _verify():
    from lantai.ledger import verification

    report = verification.run(files=sys.argv[2] == "files", side_by_side=True)
    findings = [f for f in report.findings if sys.argv[2] == "files" or "文件" not in f.sentence]
    print(len(findings), report.checked["树叶"], report.checked["存证记录"], *[f.sentence for f in findings[:1]])


if __name__ == "__main__":
    django.setup()
    globals()[f"_{sys.argv[1]}"]()
