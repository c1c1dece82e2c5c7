"""What is in the repository: nothing of one machine, no registry, vendored files unaltered, the two commands executable."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, tracked

# Written in parts, so that this file does not break its own rule.
HOSTS = tuple(
    "".join(parts) for parts in (("py", "pi.org"), ("python", "hosted.org"), ("npm", "js.org"), ("npm", "mirror"))
)
MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home|Users|opt|mnt)/[\w.-]+|[A-Z]:\\\\|\.py" "env/")
BINARY = {".png", ".jpg", ".jpeg", ".otf", ".ttf", ".woff2", ".pdf", ".xlsx", ".docx", ".mp4", ".ico", ".gz"}
FOREIGN = ("/vendor/", "/fonts/")  # files of others, kept byte for byte
LARGEST = 20 * 1024 * 1024


def faults(text: str) -> list[str]:
    lowered = text.lower()
    return MACHINE.findall(text) + [host for host in HOSTS if host in lowered]


def texts() -> list[Path]:
    found = [f for f in tracked() if f.suffix.lower() not in BINARY]
    return [f for f in found if not any(part in str(f.relative_to(ROOT).as_posix()) for part in FOREIGN)]


def test_no_file_names_a_path_of_one_machine_or_a_registry() -> None:
    found = {}
    for file in texts():
        if wrong := faults(file.read_text(encoding="utf-8")):
            found[str(file.relative_to(ROOT))] = wrong[:3]
    assert found == {}


@pytest.mark.parametrize(
    "planted", ("see /" + "home/li/notes", "C:" + "\\\\x", "index = https://" + HOSTS[0] + "/simple")
)
def test_a_planted_path_or_registry_is_found(planted: str) -> None:
    assert faults(planted) != []


def test_no_file_is_too_large_to_clone_quickly() -> None:
    assert [str(f.relative_to(ROOT)) for f in tracked() if f.stat().st_size > LARGEST] == []


def test_nothing_secret_or_generated_is_in_the_repository() -> None:
    names = [str(f.relative_to(ROOT)) for f in tracked()]
    forbidden = re.compile(r"(^|/)(data|\.venv|out|__pycache__)/|\.sqlite3|\.pem$|(^|/)secret$|\.pyc$")
    assert [name for name in names if forbidden.search(name)] == []


def test_vendored_files_are_those_of_their_manifest() -> None:
    manifests = [f for f in tracked() if f.name == "MANIFEST.sha256"]
    assert manifests != []
    for manifest in manifests:
        for line in manifest.read_text(encoding="utf-8").splitlines():
            digest, name = line.split(maxsplit=1)
            assert hashlib.sha256((manifest.parent / name.lstrip("*")).read_bytes()).hexdigest() == digest, name


@pytest.mark.parametrize("command", ("run", "test", "bench", ".ci/run", "tools/lock"))
def test_the_commands_can_be_started(command: str) -> None:
    assert os.access(ROOT / command, os.X_OK)


def test_every_package_is_locked_with_hashes() -> None:
    for lock in ("requirements.lock", "requirements-test.lock"):
        entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8"))
        packages = [e for e in entries if not e.startswith("#")]
        assert len(packages) > 10
        assert [e.split()[0] for e in packages if "==" not in e or "--hash=sha256:" not in e] == []


def test_the_locks_hold_what_the_lists_ask_for() -> None:
    for wanted, lock in (("requirements.in", "requirements.lock"), ("requirements-test.in", "requirements-test.lock")):
        held = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))
        asked = (ROOT / wanted).read_text(encoding="utf-8").split()
        names = {re.split(r"[=<>\[;]", word)[0].lower().replace("_", "-") for word in asked}
        assert names - held == set()
