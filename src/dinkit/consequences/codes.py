"""Every sort of consequence: how grave it is, its heading, and the name by which a merge gate asks for it in either language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dinkit.finding import Text


class Code(NamedTuple):
    """One sort of consequence."""

    tone: str
    """"worse", "better" or "other": something to look at, though neither."""
    title: Text
    gate: Text
    """What users type after --fail-on."""


CODES: Mapping[str, Code] = {
    "model-gone": Code("worse", Text("Model weg", "Model gone"), Text("model-weg", "model-gone")),
    "unreadable": Code("worse", Text("Niet te lezen", "Unreadable"), Text("onleesbaar", "unreadable")),
    "lost-cover": Code("worse", Text("Dekking verloren", "Cover lost"), Text("dekking-verloren", "lost-cover")),
    "goal-gone": Code("worse", Text("Doel weg", "Goal gone"), Text("doel-weg", "goal-gone")),
    "uncovered-goal": Code(
        "worse", Text("Nieuw doel zonder inspanning", "New goal without effort"), Text("doel-zonder-inspanning", "uncovered-goal")
    ),
    "new-error": Code("worse", Text("Nieuwe fout", "New error"), Text("nieuwe-fout", "new-error")),
    "last-effort": Code("worse", Text("Nog één inspanning", "One effort left"), Text("laatste-inspanning", "last-effort")),
    "unsteered": Code("worse", Text("Niet meer gestuurd", "No longer steered"), Text("niet-gestuurd", "unsteered")),
    "weaker-evidence": Code("worse", Text("Zwakker onderbouwd", "Weaker evidence"), Text("zwakker-bewijs", "weaker-evidence")),
    "fewer-efforts": Code("worse", Text("Minder inspanningen", "Fewer efforts"), Text("minder-inspanningen", "fewer-efforts")),
    "new-warning": Code("worse", Text("Nieuwe waarschuwing", "New warning"), Text("nieuwe-waarschuwing", "new-warning")),
    "target-moved": Code("other", Text("Streefwaarde veranderd", "Target moved"), Text("streefwaarde-veranderd", "target-moved")),
    "money": Code("other", Text("Geld", "Money"), Text("geld", "money")),
    "to-review": Code("other", Text("Te herzien", "To be reviewed again"), Text("te-herzien", "to-review")),
    "stakeholder-released": Code(
        "other", Text("Stakeholder minder betrokken", "Stakeholder less involved"), Text("stakeholder-vrij", "stakeholder-released")
    ),
    "stakeholder-loaded": Code(
        "other", Text("Stakeholder meer betrokken", "Stakeholder more involved"), Text("stakeholder-erbij", "stakeholder-loaded")
    ),
    "accepted": Code("other", Text("Bevinding aanvaard", "Finding accepted"), Text("aanvaard", "accepted")),
    "other-efforts": Code("other", Text("Andere inspanningen", "Other efforts"), Text("andere-inspanningen", "other-efforts")),
    "tips": Code("other", Text("Tips", "Tips"), Text("tips", "tips")),
    "gained-cover": Code("better", Text("Dekking gewonnen", "Cover gained"), Text("dekking-gewonnen", "gained-cover")),
    "more-efforts": Code("better", Text("Meer inspanningen", "More efforts"), Text("meer-inspanningen", "more-efforts")),
    "gone-error": Code("better", Text("Fout weg", "Error gone"), Text("fout-weg", "gone-error")),
    "gone-warning": Code("better", Text("Waarschuwing weg", "Warning gone"), Text("waarschuwing-weg", "gone-warning")),
}
"""In the order in which they are told."""
