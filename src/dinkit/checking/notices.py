"""What can be wrong with the decisions about rules and findings themselves: one row per sort, with its code and its manual."""

from __future__ import annotations

from typing import NamedTuple

from dinkit.finding import Finding, Location, Severity, Text


class Notice(NamedTuple):
    """One sort: its code, how bad it is, its words ({0}, {1} ... are filled in), and why it is told."""

    code: str
    severity: Severity
    message: Text
    hint: Text
    why: Text


NOTICES: dict[str, Notice] = {
    "unknown-rule": Notice(
        "DIN040",
        Severity.ERROR,
        Text("er is geen regel met de code '{0}'{1}", "there is no rule with the code '{0}'{1}"),
        Text("'dinkit rules' noemt alle regels", "'dinkit rules' lists all rules"),
        Text(
            "Een ernst of een aanvaarding voor een regel die niet bestaat, doet niets; meestal is het een tikfout.",
            "A severity or an acceptance for a rule that does not exist does nothing; mostly it is a typing error.",
        ),
    ),
    "reading-code": Notice(
        "DIN040",
        Severity.ERROR,
        Text(
            "'{0}' is een fout bij het lezen; die kan niet anders gewogen of aanvaard worden",
            "'{0}' is a fault of reading; it cannot be weighed otherwise or accepted",
        ),
        Text("los de fout op", "mend the fault"),
        Text("Wat niet gelezen kan worden, ontbreekt in elk antwoord.", "What cannot be read is missing from every answer."),
    ),
    "unknown-element": Notice(
        "DIN041",
        Severity.WARNING,
        Text("er is geen element '{0}'{1}", "there is no element '{0}'{1}"),
        Text("haal deze regel weg of verbeter de id", "remove this line or mend the id"),
        Text("Een ernst voor een element dat niet bestaat, doet niets.", "A severity for an element that does not exist does nothing."),
    ),
    "unused-acceptance": Notice(
        "DIN042",
        Severity.WARNING,
        Text("{0} is hier aanvaard, maar wordt hier niet (meer) gevonden", "{0} is accepted here, but is not found here (any more)"),
        Text("haal deze aanvaarding weg", "remove this acceptance"),
        Text(
            "Een aanvaarding die blijft staan, zou later een nieuwe fout verbergen.",
            "An acceptance that stays behind would hide a new fault later.",
        ),
    ),
    "expired-acceptance": Notice(
        "DIN043",
        Severity.WARNING,
        Text(
            "{0} was hier aanvaard tot {1}, en op de peildatum ({2}) is dat voorbij",
            "{0} was accepted here until {1}, which is past on the reference date ({2})",
        ),
        Text("los de bevinding op, of beslis opnieuw en pas 'geldt_tot' aan", "mend the finding, or decide again and change 'valid_until'"),
        Text(
            "Wie iets voor een tijd aanvaardt, wil er daarna weer van horen.",
            "Who accepts something for a time wants to hear of it again after that.",
        ),
    ),
    "unused-baseline": Notice(
        "DIN044",
        Severity.WARNING,
        Text(
            "{0} bij {1} staat {2} keer in de baseline en wordt nog {3} keer gevonden",
            "{0} at {1} stands in the baseline {2} times and is still found {3} times",
        ),
        Text("'dinkit baseline prune' werkt de baseline bij", "'dinkit baseline prune' brings the baseline up to date"),
        Text(
            "Een regel in de baseline die niets meer vangt, zou later een nieuwe fout verbergen.",
            "A line of the baseline that catches nothing any more would hide a new fault later.",
        ),
    ),
    "to-review": Notice(
        "DIN045",
        Severity.WARNING,
        Text(
            "te herzien: {0} draagt bij aan {1}, dat veranderd is sinds {2} dit bevestigde ({3})",
            "to be reviewed again: {0} contributes to {1}, which has changed since {2} confirmed this ({3})",
        ),
        Text(
            "klopt de bijdrage nog? Bevestig dan met 'dinkit review confirm {4} --door FUNCTIE --op DATUM'",
            "does the contribution still hold? Then confirm with 'dinkit review confirm {4} --by FUNCTION --on DATE'",
        ),
        Text(
            "Wie een doel, een streefwaarde of een indicator verandert, verandert ook wat de inspanningen daaraan bijdragen; iemand moet dat nagaan.",
            "Who changes a goal, a target or an indicator also changes what efforts contribute to it; somebody has to look.",
        ),
    ),
}


def noticed(slug: str, location: Location, words: tuple[str | Text, ...], element: str | None = None) -> Finding:
    """Return the finding of one sort at a place."""
    notice = NOTICES[slug]
    dutch = [word.nl if isinstance(word, Text) else word for word in words]
    english = [word.en if isinstance(word, Text) else word for word in words]
    message = Text(notice.message.nl.format(*dutch), notice.message.en.format(*english))
    hint = Text(notice.hint.nl.format(*dutch), notice.hint.en.format(*english))
    return Finding(notice.code, slug, notice.severity, message, location, element, hint)
