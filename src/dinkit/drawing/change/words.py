"""What a picture of a change says by itself, in Dutch and English."""

from __future__ import annotations

from functools import partial

from dinkit.drawing.words import worded
from dinkit.finding import Text

WORDS: dict[str, Text] = {
    "what": Text("Wat er veranderde van {then} naar {now}", "What changed from {then} to {now}"),
    "face-old": Text("Zo was het: {then} · wat dik is, is nu anders", "As it was: {then} · what is thick differs now"),
    "face-new": Text("Zo is het: {now} · wat dik is, was eerst anders", "As it is: {now} · what is thick was different"),
    "added": Text("nieuw", "new"),
    "removed": Text("verwijderd", "removed"),
    "unnamed": Text("niet meer genoemd", "no longer named"),
    "changed": Text("gewijzigd", "changed"),
    "nothing": Text("Geen verschil.", "No difference."),
    "nothing-drawn": Text(
        "Aan doelen en inspanningen is niets gewijzigd.",
        "Nothing changed in goals and efforts.",
    ),
    "lost-old": Text("Let op: {then} kan niet gelezen worden; er is niet vergeleken", "Mind: {then} cannot be read; nothing was compared"),
    "lost-new": Text("Let op: {now} kan niet gelezen worden; er is niet vergeleken", "Mind: {now} cannot be read; nothing was compared"),
    "broken-old": Text(
        "Let op: {then} kon niet helemaal gelezen worden; wat een ? heeft, is niet zeker",
        "Mind: {then} could not be read whole; what has a ? is not certain",
    ),
    "broken-new": Text(
        "Let op: {now} kon niet helemaal gelezen worden; wat een ? heeft, is niet zeker",
        "Mind: {now} could not be read whole; what has a ? is not certain",
    ),
    "broken-both": Text(
        "Let op: beide versies konden niet helemaal gelezen worden; wat een ? heeft, is niet zeker",
        "Mind: neither version could be read whole; what has a ? is not certain",
    ),
    "model-new": Text("dit model is nieuw", "this model is new"),
    "model-gone": Text("dit model is er niet meer", "this model is gone"),
    "hidden": Text(
        "{count} ongewijzigde elementen niet getekend (--geheel tekent alles)", "{count} unchanged elements not drawn (--whole draws all)"
    ),
    "hidden-one": Text("1 ongewijzigd element niet getekend (--geheel tekent alles)", "1 unchanged element not drawn (--whole draws all)"),
    "hidden-parts": Text("{count} ongewijzigde onderdelen niet getekend", "{count} unchanged parts not drawn"),
    "hidden-parts-one": Text("1 ongewijzigd onderdeel niet getekend", "1 unchanged part not drawn"),
    "elsewhere": Text("Ook gewijzigd, niet in dit netwerk: {parts}", "Changed too, not in this network: {parts}"),
    "settings": Text("het model zelf ({count})", "the model itself ({count})"),
    "becomes": Text("wordt", "becomes"),
    "same-parts": Text("{count} onderdelen ongewijzigd", "{count} parts unchanged"),
    "same-parts-one": Text("1 onderdeel ongewijzigd", "1 part unchanged"),
    "went-to": Text("nu bij '{name}'", "now with '{name}'"),
    "also": Text("ook anders: {labels}", "differs too: {labels}"),
    "too-wide": Text(
        "Te breed voor een tekening met lijnen op {page}: de vakken staan in hun eigen volgorde, lijnen staan erin als tekst; op een groter vel (--size) passen ze misschien.",
        "Too wide for a drawing with lines on {page}: the boxes stand in their own order, lines stand in them as text; on a larger page (--size) they may fit.",
    ),
    "too-much": Text(
        "Te veel voor een tekening met lijnen op {page}: de vakken staan in hun eigen volgorde, lijnen staan erin als tekst; op een groter vel (--size) passen ze misschien.",
        "Too much for a drawing with lines on {page}: the boxes stand in their own order, lines stand in them as text; on a larger page (--size) they may fit.",
    ),
    "less-brief": Text("Lange teksten zijn alleen genoemd; dinkit diff zegt alles.", "Long texts are only named; dinkit diff says all."),
    "less-short": Text(
        "Lange teksten en waarden zijn alleen genoemd; dinkit diff zegt alles.", "Long texts and values are only named; dinkit diff says all."
    ),
    "less-named": Text(
        "Van wat gewijzigd is, is alleen genoemd wat; dinkit diff zegt wat het was en is.",
        "Of what changed, only is named what; dinkit diff says what it was and is.",
    ),
    "less-marks": Text(
        "Van onderdelen is alleen de naam getekend; dinkit diff zegt wat er anders aan is.",
        "Of parts only the name is drawn; dinkit diff says what differs in them.",
    ),
    "less-counts": Text(
        "Onderdelen zijn alleen geteld; dinkit diff noemt ze.",
        "Parts are only counted; dinkit diff names them.",
    ),
    "parts-added": Text("onderdelen nieuw: {count}", "parts new: {count}"),
    "parts-removed": Text("onderdelen weg: {count}", "parts gone: {count}"),
    "parts-changed": Text("onderdelen gewijzigd: {count}", "parts changed: {count}"),
    "legend-same": Text("ongewijzigd", "unchanged"),
    "legend-struck": Text("wat er eerst stond", "what was there first"),
    "legend-place": Text("andere plaats, of waar het in verdergaat", "another place, or what it goes on in"),
    "legend-unsure": Text("niet zeker: niet alles kon gelezen worden", "not certain: not everything could be read"),
    "line-added": Text("lijn erbij", "line added"),
    "line-removed": Text("lijn eraf", "line gone"),
    "line-changed": Text("lijn met ander gewicht of andere onderbouwing", "line with another weight or evidence"),
    "line-first": Text("lijn die eerst alleen via een onderdeel liep", "line that first ran by way of a part only"),
    "line-now": Text("lijn die nu alleen via een onderdeel loopt", "line that now runs by way of a part only"),
    "line-parts": Text("lijn via andere onderdelen dan eerst", "line by way of other parts than first"),
    "line-hinders": Text("remt: dwarsstreep aan het eind", "hinders: bar at the end"),
    "line-same": Text("lijn ongewijzigd", "line unchanged"),
    "struck": Text("eerst {old}", "first {old}"),
    "small-type": Text(
        "op {page} is de kleinste letter {size} punt; kies een groter vel (--size)",
        "on {page} the smallest letter is {size} points; choose a larger page (--size)",
    ),
    "page-title": Text("Verschil: {title}", "Difference: {title}"),
    "tab-old": Text("Oud", "Old"),
    "tab-new": Text("Nieuw", "New"),
    "tab-change": Text("Verschil", "Difference"),
    "tabs": Text("Welke stand", "Which state"),
    "in-words": Text("In woorden", "In words"),
}

say = partial(worded, WORDS)
