"""`dinkit validate` on the shipped model, cold, against a process that only imports pydantic, click and yaml."""

from __future__ import annotations

import sys

from generate import ROOT
from pairs import compare, report

if __name__ == "__main__":
    validate = [sys.executable, "-m", "dinkit", "validate", "models/din.yaml"]
    imports = [sys.executable, "-c", "from pydantic import BaseModel; import click, yaml"]
    sys.exit(not report("validate models/din.yaml : imports alone", compare(validate, imports, folder=ROOT), at_most=2.0))
