"""Measures the whole corpus of faults (tests/mutations.py) and the fixes of random faulty models (tests/faulty.py); writes docs/measures.md.

The same text every time. What stands under the last heading of the page, the speed, comes from benchmarks/validate.py and is kept.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from faulty import Applied, Faulty, applied, faulty  # noqa: E402 - the corpus stands beside the tests
from mutations import KINDS, Measured, alone, measured, suggested, threes, typing_errors  # noqa: E402

PLACES = 10
"""Places at which each kind of fault is tried alone."""
THREES = 500
TYPING_ERRORS = (40, 25)
"""Runs, and typing errors in each of them."""
MODELS = 500
"""Random models with faults, of which every fix is applied."""
PAGE = ROOT / "docs/measures.md"
SPEED = "## Speed\n"


def page() -> str:
    """Return the page: what was done, the outcome, and a row per kind of fault."""
    kinds = {name: measured(alone(name, PLACES)) for name in sorted(KINDS)}
    together = measured([threes(seed) for seed in range(THREES)])
    runs = [typing_errors(seed, TYPING_ERRORS[1]) for seed in range(TYPING_ERRORS[0])]
    tried, right = sum(map(len, runs)), sum(map(suggested, runs))
    total = Measured(*(sum(column) for column in zip(*kinds.values(), strict=True)))
    return "\n".join((*_head(), *_outcome(total, together, tried, right), *_fixes(fixes()), *_table(kinds))) + "\n"


def fixes() -> list[Applied]:
    """Apply every fix of the random faulty models, each alone."""
    done: list[Applied] = []

    @settings(derandomize=True, deadline=None, database=None, max_examples=MODELS, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(faulty())
    def collect(case: Faulty) -> None:
        done.extend(applied(case))

    collect()
    return done


def _head() -> list[str]:
    return [
        "# What was measured: faults injected in the shipped model",
        "",
        "Written by `python benchmarks/measures.py`; the faults themselves stand in tests/mutations.py, and a sample of them runs with the tests.",
        "",
        f"{len(KINDS)} kinds of slips that people make are injected at seeded places of all files of models/din.yaml: each kind at up to {PLACES} places",
        f"alone, and {THREES} times three kinds at once. The model is then checked with all rules, and its findings are compared with those of the",
        "model without faults, by code, element and message. Every fault has a token: what was written wrong. A finding is *on the token* when its",
        "line and column lie in it, and *elsewhere* when they lie in none.",
        "",
        "Of three faults none hides another: what stands behind a fault in the syntax of the same file, or in a file that is missing, cannot be",
        "found in that run, and neither can what is only concluded from all files. Of a ring of links either end is its token.",
        "",
    ]


def _outcome(total: Measured, together: Measured, tried: int, right: int) -> list[str]:
    return [
        "| measure | mark | alone | in threes |",
        "|---|---|---|---|",
        f"| faults | | {total.faults} | {together.faults} |",
        f"| found in one run | 100 % | {_share(total.found, total.faults)} | {_share(together.found, together.faults)} |",
        f"| on the offending token | 100 % | {_share(total.on_the_token, total.faults)} | {_share(together.on_the_token, together.faults)} |",
        f"| new messages per fault | at most 1.0 | {total.messages / total.faults:.3f} | {together.messages / together.faults:.3f} |",
        f"| new findings elsewhere | 0 | {total.elsewhere} | {together.elsewhere} |",
        f"| mended by `dinkit fix` | | {_share(total.mended, total.faults)} | |",
        "",
        f"Ids with one typing error (a letter left out, added, changed, or swapped with the next): {right} of {tried} findings propose the right id first",
        f"({_share(right, tried)}; the mark is 95 %).",
        "",
    ]


def _fixes(done: list[Applied]) -> list[str]:
    sorts = Counter(one.finding.slug for one in done)
    right = sum(not one.wrong for one in done)
    told = ", ".join(f"{slug} {count}" for slug, count in sorted(sorts.items(), key=lambda item: (-item[1], item[0])))
    return [
        "## Fixes",
        "",
        f"{MODELS} random models (Dutch and English, between braces and in lines, LF and CRLF) get one to three faults each, and every fix that is",
        "offered is applied alone. Right is: character by character the file differs in the fixed tokens only, PyYAML reads every other text as it",
        "read it before, the finding is gone, and no fault is new.",
        "",
        f"{len(done)} fixes of {len(sorts)} sorts, of which {right} are right ({_share(right, len(done))}): {told}.",
        "",
    ]


def _table(kinds: dict[str, Measured]) -> list[str]:
    return [
        "## Per kind of fault",
        "",
        "| kind | faults | found | on the token | messages | elsewhere | mended |",
        "|---|---|---|---|---|---|---|",
        *(f"| {name} | {' | '.join(map(str, one))} |" for name, one in kinds.items()),
    ]


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %"


def _speed() -> str:
    """Return what the page says about speed."""
    old = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    return "\n" + SPEED + old.partition(SPEED)[2] if SPEED in old else ""


if __name__ == "__main__":
    PAGE.write_text(page() + _speed(), encoding="utf-8", newline="\n")
