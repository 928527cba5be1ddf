"""Applies the fixes of findings to the files of models, in memory: each is proven before it counts, and nothing is written here.

A fix is proven by loading the result: its finding is gone, no new error stands on the lines that it wrote, a text that it wrote in quotes is
read as that one text, and no file breaks off where it did not. What comes to light beside it and can be fixed, in the value of a key that is
read at last, and what stood behind a fault in the syntax, is no fault of the fix: that is told or fixed in turn, but never by changing what an
earlier fix of the same run wrote.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from dinkit.checking.run import Decisions, judge
from dinkit.checking.sharing import Seen, files_of, needless
from dinkit.editing.fixes import Lines, Written, edits_of, is_touched, places_after, shown_lines, together, written_after
from dinkit.editing.proof import Overlay
from dinkit.editing.splice import fingerprint, splice
from dinkit.finding import Edit, Finding, Severity, Span, sort_key
from dinkit.model.dates import ImpreciseDate
from dinkit.model.numbers import unquoted
from dinkit.reading.load import load
from dinkit.reading.quoting import scalars_of
from dinkit.reading.settings import load_baseline, load_reviews, load_settings
from dinkit.reading.text import decode
from dinkit.source import Files

_ROUNDS = 50
"""A fault in the syntax hides the next one of its file, so that every round mends one of them at least."""
_SUSPECTS = 12
"""So many fixes are tried one by one where together they do not do what they say; of more none is applied."""
_SYNTAX = "DIN004"
_DEEPER = {"[": 1, "{": 1, "]": -1, "}": -1}
_VALUES = frozenset(("DIN014", "DIN015"))
"""Values that were not read: what a rule says of one once it is, such as that it is off its scale, was hidden and is no fault of the fix."""
_READING = "DIN1"
"""Codes below this are of reading, those above of rules."""


class Fixed(NamedTuple):
    """One finding that was fixed, and the lines that it changed."""

    finding: Finding
    lines: tuple[Lines, ...]


class Fixing(NamedTuple):
    """What came of it."""

    fixed: tuple[Fixed, ...]
    changed: dict[str, tuple[bytes, bytes]]
    """Per file what it was, and what it becomes."""
    left: tuple[Finding, ...]
    """What is still wrong after that."""


def fix(models: Sequence[str], files: Files, *, codes: Collection[str] = (), at: ImpreciseDate | None = None) -> Fixing:
    """Fix what can be fixed in the models of one project.

    Args:
        models: their paths from the root; parts that they share are fixed once.
        files: the files of the project.
        codes: fix only findings with these codes; none for all.
        at: the reference date, if another than that of the models.

    Raises:
        UnreadableError: a model file cannot be had.
    """
    return _Fixing(models, _Kept(files), frozenset(codes), at).run()


class _Kept(Overlay):
    """Files of which every byte that was read is kept, so that edits always belong to what was loaded."""

    def __init__(self, files: Files) -> None:
        super().__init__(files, {})
        self.kept: dict[str, bytes] = {}

    def read(self, path: str) -> bytes:
        if path not in self.kept:
            self.kept[path] = super().read(path)
        return self.kept[path]


class _Fixing:
    """The models while they are fixed, round by round."""

    def __init__(self, models: Sequence[str], files: _Kept, codes: frozenset[str], at: ImpreciseDate | None) -> None:
        self.models, self.files, self.codes, self.at = models, files, codes, at
        self.now: dict[str, bytes] = {}
        self.written: dict[str, list[Written]] = {}
        """What was written so far into each file, which no later fix touches."""

    def run(self) -> Fixing:
        """Fix until there is nothing left that can be fixed."""
        findings = self.findings(self.now)
        fixed: list[Fixed] = []
        before: list[dict[str, bytes]] = []
        for _ in range(_ROUNDS):
            chosen, after, made = self.proven(findings)
            if not chosen or made in before:
                break
            before.append(made)
            texts = {file: decode(self.bytes_of(file))[0] for file in edits_of(chosen)}
            fixed += [Fixed(one, tuple(shown_lines(one, texts))) for one in chosen]
            for file, edits in edits_of(chosen).items():
                self.written[file] = written_after(edits, texts[file], self.written.get(file, []))
            findings, self.now = after, made
        changed = {file: (self.files.read(file), after_bytes) for file, after_bytes in self.now.items()}
        return Fixing(tuple(fixed), changed, tuple(findings))

    def proven(self, findings: list[Finding]) -> tuple[list[Finding], list[Finding], dict[str, bytes]]:
        """Choose the fixes of a round: those that do what they say; return them, what is wrong then, and the files that they make."""
        refused: set[Finding] = set()
        while chosen := together(one for one in findings if one not in refused and self.may_be_fixed(one)):
            after, made, bad = self.tried(chosen, findings)
            if not bad:
                return chosen, after, made
            refused |= self.culprits(bad, findings) if len(chosen) > 1 else bad
        return [], findings, self.now

    def tried(self, chosen: list[Finding], findings: list[Finding]) -> tuple[list[Finding], dict[str, bytes], set[Finding]]:
        """Apply fixes together; return what is wrong then, the files that they make, and the fixes that may not have done what they say."""
        made = dict(self.now)
        for file, edits in edits_of(chosen).items():
            data = self.bytes_of(file)
            made[file] = splice(data, edits, loaded=fingerprint(data))
        after = self.findings(made)
        return after, made, _unproven(chosen, findings, after, {file: decode(data)[0] for file, data in made.items()})

    def culprits(self, bad: set[Finding], findings: list[Finding]) -> set[Finding]:
        """Return those of the unproven fixes that are unproven alone too; what stands in the same line is suspected with them."""
        if len(bad) > _SUSPECTS:
            return bad
        guilty = {one for one in bad if self.tried([one], findings)[2]}
        return guilty or {min(bad, key=sort_key)}

    def may_be_fixed(self, finding: Finding) -> bool:
        """Say whether a finding is among those to fix, what was written before is left alone, and its files can be written: all UTF-8."""
        if finding.fix is None or (self.codes and finding.code not in self.codes):
            return False
        if any(is_touched(edit, self.written.get(edit.file, ())) for edit in finding.fix.edits):
            return False
        return all(decode(self.bytes_of(edit.file))[1] is None for edit in finding.fix.edits)

    def findings(self, changed: dict[str, bytes]) -> list[Finding]:
        """Return what is wrong with all models and with what was decided about them, each once."""
        files = Overlay(self.files, changed)
        decisions = Decisions(load_settings(files), load_baseline(files), load_reviews(files))
        found: dict[Finding, None] = {}
        for beside in decisions:
            found |= dict.fromkeys(beside.findings if beside is not None else ())
        seen: list[Seen] = []
        for model in self.models:
            loaded = load(model, files)
            judged = judge(loaded._replace(network=loaded.network.at(self.at)) if self.at else loaded, decisions)
            found |= dict.fromkeys(judged.findings)
            seen.append(Seen(judged.unneeded, files_of(loaded.network)))
        found |= dict.fromkeys(needless(seen, decisions.settings))
        return sorted(found, key=sort_key)

    def bytes_of(self, file: str) -> bytes:
        return self.now[file] if file in self.now else self.files.read(file)


def _unproven(chosen: list[Finding], before: list[Finding], after: list[Finding], texts: dict[str, str]) -> set[Finding]:
    """Return the fixes that did not do what they should."""
    known, left, wanted = (Counter(map(_content, some)) for some in (before, after, chosen))
    bad = {one for one in chosen if one.code != _SYNTAX and left[_content(one)] > known[_content(one)] - wanted[_content(one)]}
    new = [one for one in after if one.severity is Severity.ERROR and left[_content(one)] > known[_content(one)]]
    for file, edits in edits_of(chosen).items():
        places = places_after(edits, texts[file])
        faults, here = [one for one in after if one.code == _SYNTAX], [one for one in new if one.location.file == file]
        breaks = _breaks(file, after) and not _breaks(file, before)
        for one in chosen:
            spans = [places[edit] for edit in one.fix.edits if edit in places] if one.fix is not None else []
            if one.code == _SYNTAX:
                spoilt = any(fault.location.file == file and fault.location.span.line <= span.end_line for fault in faults for span in spans)
            else:
                spoiling = [(other, span) for other in here for span in spans if not (one.code in _VALUES and other.code > _READING)]
                spoilt = any(_spoils(other, span) and not _is_inside(other, span, texts[file]) for other, span in spoiling)
            bad |= {one} if spoilt or (spans and breaks) else set()
        bad |= _misread(chosen, places, texts[file])
    return bad


def _misread(chosen: list[Finding], places: dict[Edit, Span], text: str) -> set[Finding]:
    """Return the fixes that wrote a text in quotes of which reading makes something else than that one text."""
    promised = {edit: place for edit, place in places.items() if len(edit.text) > 1 and edit.text[0] == edit.text[-1] and edit.text[0] in "'\""}
    if not promised:
        return set()
    texts = {(scalar.start, scalar.end): scalar.value for scalar in scalars_of(text)}
    read_up_to = max((end for _, end in texts), default=0)
    broken = {edit for edit, place in promised.items() if place.end <= read_up_to and texts.get((place.start, place.end)) != unquoted(edit.text)}
    return {one for one in chosen if one.fix is not None and not broken.isdisjoint(one.fix.edits)}


def _spoils(new: Finding, written: Span) -> bool:
    """Say whether a new error comes of what was written; one beside it that can be fixed was hidden: the value behind a key that is read now."""
    place = new.location.span
    beside = place.end <= written.start or place.start >= written.end
    return written.line <= place.line <= written.end_line and not (beside and new.fix is not None)


def _is_inside(new: Finding, written: Span, text: str) -> bool:
    """Say whether a new error stands in the value of the key of which this was written: the key itself, or the space behind its colon.

    Nothing was said of a value that was not read before, so no fix of its key brought the error.
    """
    begun, found = written.end, new.location.span.start
    signs = list(text[begun:found])
    for scalar in scalars_of(text):
        if begun <= scalar.start and scalar.end <= found:
            signs[scalar.start - begun : scalar.end - begun] = " " * (scalar.end - scalar.start)
    depths = list(accumulate((_DEEPER.get(sign, 0) for sign in signs), initial=0))
    ends = any(depth < 0 or (sign == "," and depth == 0) for sign, depth in zip(signs, depths[1:], strict=True))
    return begun <= found and not ends and ":" in (text[written.start - 1 : written.start], "".join(signs).lstrip()[:1])


def _content(finding: Finding) -> tuple[Any, ...]:
    """Return what a finding says, wherever it stands."""
    return finding.code, finding.location.file, finding.element, finding.message


def _breaks(file: str, findings: list[Finding]) -> bool:
    return any(one.code == _SYNTAX and one.location.file == file for one in findings)
