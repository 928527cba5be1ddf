"""The words of progress reports that the analysis and the publications share, in both languages."""

from __future__ import annotations

from collections.abc import Iterable

from dinkit.analyses._phrases import comma
from dinkit.analyses._progress import ASPECTS
from dinkit.analysis import Column
from dinkit.finding import Text

ASPECT_WORDS = {
    "performance": Text("prestaties", "performance"),
    "planning": Text("planning", "planning"),
    "quality": Text("kwaliteit", "quality"),
    "finance": Text("financiën", "finance"),
    "risks": Text("risico's", "risks"),
    "stakeholders": Text("stakeholders", "stakeholders"),
    "developments": Text("ontwikkelingen", "developments"),
}
STATUS_WORDS = {
    "red": Text("rood", "red"),
    "orange": Text("oranje", "orange"),
    "not_reported": Text("niet gemeld", "not reported"),
    "unknown": Text("onbekend", "unknown"),
    "green": Text("groen", "green"),
    "grey": Text("grijs", "grey"),
}
STATE_WORDS = STATUS_WORDS | {"incomplete": Text("deels gemeld", "partly reported"), "none": Text("geen inspanning", "no effort")}
DIRECTION_WORDS = {
    "better": Text("beter", "better"),
    "worse": Text("slechter", "worse"),
    "same": Text("gelijk", "same"),
    "changed": Text("anders", "changed"),
    "new": Text("nieuw", "new"),
    "dropped": Text("niet meer gemeld", "no longer reported"),
    "never": Text("nooit gemeld", "never reported"),
}
FIELD_WORDS = {
    "cause": Text("oorzaak", "cause"),
    "effect": Text("gevolg", "consequence"),
    "response": Text("maatregel", "measure"),
}
ASPECT = Column("aspect", Text("aspect", "aspect"), Text("waarover het gaat", "what it is about"), ASPECT_WORDS)
STATUS = Column("status", Text("stand", "status"), Text("de kleur die gemeld is", "the colour that was reported"), STATUS_WORDS)
DIRECTION = Column(
    "direction",
    Text("richting", "direction"),
    Text("vergeleken met de vorige keer dat dit aspect gemeld is", "compared with the last time that this aspect was reported"),
    DIRECTION_WORDS,
)
DATE = Column("date", Text("datum", "date"), Text("datum van de melding", "date of the report"))
AUTHOR = Column("author", Text("door", "by"), Text("wie het meldde", "who reported it"))


def aspects_text(aspects: Iterable[str]) -> Text:
    """Return aspects in words, or that it is all of them."""
    listed = list(aspects)
    if len(listed) == len(ASPECTS):
        return Text("alle zeven aspecten", "all seven aspects")
    return comma([ASPECT_WORDS[one] for one in listed])
