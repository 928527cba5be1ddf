"""Makes tests/support.py importable from every test, and says how property tests choose their examples."""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))

# How fast a machine is, is no property of the program; and who changes one thing wants to see what that one thing breaks.
settings.register_profile("same", deadline=None, derandomize=True)
# Other examples at every run: pytest --hypothesis-profile=search
settings.register_profile("search", deadline=None)
settings.load_profile("same")
