"""``./test`` looks for programs of the machine: what is not there must not be found."""

from __future__ import annotations

import re
import subprocess

from tests.architecture.sources import ROOT


def test_a_browser_that_is_not_installed_is_not_found() -> None:
    """``command -v`` also finds shell functions: once ``./test`` found its own and never installed a browser."""
    looked_for = re.search(r"^chromium\(\) \{.*$", (ROOT / "test").read_text(encoding="utf-8"), re.MULTILINE)
    assert looked_for
    found = subprocess.run(
        ["/bin/bash", "-c", f"{looked_for[0]}\nchromium"],
        env={"PATH": "/nowhere"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (found.returncode, found.stdout) == (1, "")
