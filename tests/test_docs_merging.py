"""docs/merging.md against the code: the conflict that it shows is the one that dinkit makes and tells."""

from __future__ import annotations

import re
from pathlib import Path

from dinkit.merging.run import merge
from dinkit.merging.words import told

PAGE = (Path(__file__).parent.parent / "docs" / "merging.md").read_text(encoding="utf-8")
BASE = """\
model: werk
doelen:
  meer-banen: Meer banen
inspanningen:
  markt:
    naam: Banenmarkt  # ieder jaar
    planning: {start: 2024, eind: 2026}
    draagt_bij_aan: meer-banen
"""


def test_the_conflict_on_the_page_is_what_dinkit_makes_of_it():
    ours = BASE.replace("Meer banen", "Meer werk").replace("2024", "2025")
    theirs = BASE.replace("Meer banen", "Meer banen in de regio").replace("2026", "2027")
    result = merge(BASE.encode(), ours.encode(), theirs.encode())
    shown, told_there = re.search("```yaml\n(.*?)```", PAGE, re.DOTALL), re.search(r"\$ git merge jan\n(.*?)```", PAGE, re.DOTALL)
    assert shown is not None
    assert told_there is not None
    assert result.data.decode() == shown[1]
    said = [f"models/din.yaml:{line}: conflict: {told(conflict).nl}" for line, conflict in result.conflicts]
    assert [*said, *(f"models/din.yaml: {note.nl}" for note in result.notes)] == told_there[1].splitlines()
