"""The committed exports are those of the committed model."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_exports_are_fresh() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dinkit", "build", "--check"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
