"""What the picture by theme says, in Dutch and English."""

from __future__ import annotations

from functools import partial

from dinkit.drawing.words import worded
from dinkit.finding import Text

WORDS: dict[str, Text] = {
    "by-theme": Text("{efforts} naar {theme}", "{efforts} by {theme}"),
    "stated": Text(
        "De bron heeft geen doelenboom; er zijn geen verbanden verzonnen.",
        "The source has no goal tree; no links were made up.",
    ),
    "missing": Text(
        "! Dit model heeft nog geen doelen: waartoe dient dit werk? Voeg 'doelen' toe; noemt de bron er geen, schrijf dan "
        "'doelen: {{geen: <reden>}}'.",
        "! This model has no goals yet: what is this work for? Add 'goals'; if the source names none, write 'goals: {{none: <reason>}}'.",
    ),
    "no-efforts": Text("Er staan nog geen inspanningen in dit model.", "This model has no efforts yet."),
    "nothing-near": Text("Rond dit element staan geen inspanningen of thema's.", "There are no efforts or themes around this element."),
    "reason": Text("Waarom er geen doelen staan: {reason}", "Why there are no goals: {reason}"),
    "elsewhere": Text(
        "Raakt een inspanning meer thema's, dan staat zij één keer volledig; elders staat zij nog eens, op een regel met een +.",
        "An effort that touches more themes stands in full once; elsewhere it stands again, on a line with a +.",
    ),
    "no-theme": Text("Zonder {theme}", "No {theme}"),
    "count": Text("{count} inspanningen", "{count} efforts"),
    "count-one": Text("1 inspanning", "1 effort"),
    "again": Text("+ {count} van elders", "+ {count} from elsewhere"),
    "none": Text("geen inspanning", "no effort"),
    "more": Text("+ nog {count} inspanningen", "+ {count} more efforts"),
    "more-one": Text("+ nog 1 inspanning", "+ 1 more effort"),
    "continued": Text("{name} (vervolg)", "{name} (continued)"),
    "within": Text("onderdeel van {name}", "part of {name}"),
    "stands-at": Text("staat bij {theme}", "stands at {theme}"),
    "part-stands-at": Text("onderdeel van {effort}, staat bij {theme}", "part of {effort}, stands at {theme}"),
    "also-at": Text("ook bij {themes}", "also at {themes}"),
    "same": Text("zelfde werk als {names}", "same work as {names}"),
    "guest": Text("staat bij {effort}", "stands at {effort}"),
    "through": Text("thema via onderdeel {parts}", "theme through part {parts}"),
    "parties": Text("betrokken: {names}", "involved: {names}"),
    "once-more": Text("Nog eens: {name}", "Once more: {name}"),
    "legend-again": Text("staat elders volledig", "stands in full elsewhere"),
    "legend-more": Text("inspanningen die niet getoond zijn", "efforts that are not shown"),
    "hidden": Text("{count} inspanningen niet getoond", "{count} efforts not shown"),
    "hidden-one": Text("1 inspanning niet getoond", "1 effort not shown"),
    "hidden-again": Text("{count} regels van elders niet getoond", "{count} lines from elsewhere not shown"),
    "hidden-again-one": Text("1 regel van elders niet getoond", "1 line from elsewhere not shown"),
    "no-direction": Text(
        "zonder doelen heeft dit beeld geen leesrichting: --direction doet hier niets",
        "without goals this picture has no direction of reading: --direction does nothing here",
    ),
    "small-type": Text(
        "op {page} is de kleinste letter {size} punt; kies een groter vel (--size) of teken één thema (--focus)",
        "on {page} the smallest letter is {size} points; choose a larger page (--size) or draw one theme (--focus)",
    ),
    "summary": Text("{efforts} inspanningen en {themes} thema's, zonder doelen.", "{efforts} efforts and {themes} themes, without goals."),
}

say = partial(worded, WORDS)
