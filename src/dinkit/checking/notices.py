"""What can be wrong with the decisions about rules and findings themselves: one row per sort, with its code and its manual."""

from __future__ import annotations

from dinkit.finding import Finding, Fix, Location, Severity, Text
from dinkit.tuples import NamedTuple


class Notice(NamedTuple):
    """One sort: its code, how bad it is, its words ({0}, {1} ... are filled in), and why it is told."""

    code: str
    severity: Severity
    message: Text
    hint: Text
    why: Text


NOTICES: dict[str, Notice] = {
    "stray-part": Notice(
        "DIN017",
        Severity.WARNING,
        Text(
            "geen model van het project leest dit bestand, dus wat hier staat telt nergens mee",
            "no model of the project reads this file, so what stands here counts nowhere",
        ),
        Text("zet '{0}' bij 'delen' van een model, of haal het uit deze map", "put '{0}' at 'parts' of a model, or take it out of this folder"),
        Text(
            "Wie een bestand splitst en het nieuwe deel niet noemt, raakt zonder melding kwijt wat erin staat.",
            "Who splits a file and does not name the new part loses what is in it without a word.",
        ),
    ),
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
            "'{0}' is geen regel die anders gewogen of aanvaard kan worden",
            "'{0}' is no rule that can be weighed otherwise or accepted",
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
    "crowd-severity": Notice(
        "DIN041",
        Severity.WARNING,
        Text(
            "{0} hoort bij {1} elementen elk apart en niet bij '{2}', dus deze ernst doet niets",
            "{0} belongs to {1} elements, each by itself, and not to '{2}', so this severity does nothing",
        ),
        Text(
            "weeg de regel overal of per soort, of noem de elementen zelf, zoals '{3}'",
            "weigh the rule everywhere or per kind, or name the elements themselves, such as '{3}'",
        ),
        Text(
            "Eén bevinding bij het programma vertelt wat veel elementen hebben; wegen gaat per element.",
            "One finding at the programme tells what many elements have; weighing goes by element.",
        ),
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
    "crowd-acceptance": Notice(
        "DIN042",
        Severity.WARNING,
        Text("{0} is hier aanvaard, maar hoort bij {1} elementen elk apart", "{0} is accepted here, but belongs to {1} elements, each by itself"),
        Text(
            "aanvaard {0} bij elk van die elementen, zoals '{2}', of weeg de regel anders met 'regels:'",
            "accept {0} at each of those elements, such as '{2}', or weigh the rule otherwise with 'rules:'",
        ),
        Text(
            "Eén bevinding vertelt wat veel elementen hebben; aanvaarden gaat per element, zodat een nieuw element niet stil blijft.",
            "One finding tells what many elements have; accepting goes by element, so that a new element does not stay silent.",
        ),
    ),
    "misplaced-acceptance": Notice(
        "DIN042",
        Severity.WARNING,
        Text("{0} is hier aanvaard, maar wordt hier niet (meer) gevonden; wel {1}", "{0} is accepted here, but is not found here (any more); {1} is"),
        Text("zet de aanvaarding waar zij hoort, of haal haar weg", "put the acceptance where it belongs, or remove it"),
        Text(
            "Een aanvaarding met een andere code of bij een ander element houdt niets stil; haar reden blijft staan tot iemand beslist.",
            "An acceptance with another code or at another element keeps nothing silent; its reason stays until somebody decides.",
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
    "endless-acceptance": Notice(
        "DIN043",
        Severity.ERROR,
        Text("{0} is hier aanvaard tot een dag die niet genoemd wordt", "{0} is accepted here until a day that is not named"),
        Text("schrijf de laatste dag, zoals 2026-12-31, of haal 'geldt_tot' weg", "write the last day, such as 2026-12-31, or remove 'valid_until'"),
        Text("Zonder dag loopt de aanvaarding nooit af.", "Without a day the acceptance never ends."),
    ),
    "undated-acceptance": Notice(
        "DIN043",
        Severity.WARNING,
        Text(
            "{0} is hier aanvaard tot {1}, maar zonder peildatum loopt dat nooit af",
            "{0} is accepted here until {1}, but without a reference date that never ends",
        ),
        Text(
            "zet bovenaan het modelbestand 'peildatum: jjjj-mm-dd', of geef --peildatum mee",
            "put 'reference_date: yyyy-mm-dd' at the top of the model file, or give --peildatum",
        ),
        Text(
            "dinkit kijkt nooit op de klok: of de laatste dag voorbij is, volgt uit de peildatum.",
            "dinkit never looks at the clock: whether the last day is past follows from the reference date.",
        ),
    ),
    "unused-baseline": Notice(
        "DIN044",
        Severity.WARNING,
        Text(
            "{0} bij {1} staat {2} in de baseline en wordt {3}",
            "{0} at {1} stands in the baseline {2} and is {3}",
        ),
        Text("'dinkit baseline prune' werkt de baseline bij", "'dinkit baseline prune' brings the baseline up to date"),
        Text(
            "Een regel in de baseline die niets meer vangt, zou later een nieuwe fout verbergen.",
            "A line of the baseline that catches nothing any more would hide a new fault later.",
        ),
    ),
    "strange-baseline": Notice(
        "DIN044",
        Severity.WARNING,
        Text(
            "de baseline noemt het model '{0}' ({1}), en dat heeft dit project niet (meer)",
            "the baseline names the model '{0}' ({1}), which this project does not have (any more)",
        ),
        Text(
            "'dinkit baseline prune' haalt het weg; heeft een model een nieuwe id, draai daarna 'dinkit baseline write'",
            "'dinkit baseline prune' takes it out; when a model has a new id, run 'dinkit baseline write' after that",
        ),
        Text(
            "Wat in de baseline staat van een model dat er niet is, vangt niets en gaat nooit vanzelf weg.",
            "What stands in the baseline of a model that is not there catches nothing and never goes by itself.",
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
    "orphan-confirmation": Notice(
        "DIN049",
        Severity.WARNING,
        Text("de bevestiging van {0} -> {1} hoort bij niets meer{2}", "the confirmation of {0} -> {1} belongs to nothing any more{2}"),
        Text(
            "'dinkit review confirm alles --door FUNCTIE --op DATUM' bevestigt wat er nu is en haalt deze regel weg",
            "'dinkit review confirm all --by FUNCTION --on DATE' confirms what there is now and takes this line out",
        ),
        Text(
            "Bij deze regel is er geen bijdrage, ook niet in een ander model van het project: verandert het doel, dan hoort niemand dat de bijdrage te herzien is.",
            "There is no contribution for this line, nor in another model of the project: when the goal changes, nobody hears that the contribution is to be reviewed again.",
        ),
    ),
    "idle-rule": Notice(
        "DIN046",
        Severity.WARNING,
        Text("{0} vindt nooit iets: er kunnen geen {1} zijn", "{0} never finds anything: there can be no {1}"),
        Text("verander wat er achter 'voor' staat", "change what stands behind 'for'"),
        Text(
            "Een regel die niets bekijkt, stelt ten onrechte gerust. Dit is bewezen uit het bestandsformaat: het geldt voor elk model.",
            "A rule that looks at nothing reassures without reason. This is proved from the file format: it holds for every model.",
        ),
    ),
    "met-rule": Notice(
        "DIN046",
        Severity.WARNING,
        Text(
            "{0} vindt nooit iets bij {1}: wat de regel vraagt, geldt daar altijd", "{0} never finds anything in {1}: what it asks always holds there"
        ),
        Text("vraag meer, of haal de regel weg", "ask more, or remove the rule"),
        Text(
            "Een regel waar alles aan voldoet, stelt ten onrechte gerust. Dit is bewezen uit het bestandsformaat: het geldt voor elk model.",
            "A rule that everything meets reassures without reason. This is proved from the file format: it holds for every model.",
        ),
    ),
    "resting-rule": Notice(
        "DIN046",
        Severity.TIP,
        Text("{0} bekijkt {1}: er zijn geen {2}", "{0} looks at {1}: there are no {2}"),
        Text(
            "klopt dat? Kijk anders wat er achter 'voor' staat, en hoe het in het model staat",
            "is that right? Else see what stands behind 'for', and how the model has it",
        ),
        Text(
            "Een regel die niets bekijkt, vindt niets; dat is nog geen reden om te denken dat alles in orde is.",
            "A rule that looks at nothing finds nothing; that is no reason yet to think that all is well.",
        ),
    ),
    "hopeless-rule": Notice(
        "DIN047",
        Severity.WARNING,
        Text("{0} is niet te volgen: geen van de {1} kan eraan voldoen", "{0} cannot be followed: none of the {1} can meet it"),
        Text("kijk of 'eis' en 'verbied' elkaar tegenspreken", "see whether 'demand' and 'forbid' contradict each other"),
        Text(
            "Een regel die altijd een bevinding geeft, zegt niets over het model. Dit is bewezen uit het bestandsformaat.",
            "A rule that always finds something says nothing of the model. This is proved from the file format.",
        ),
    ),
    "contradicting-rules": Notice(
        "DIN047",
        Severity.WARNING,
        Text("{0} spreekt {1} tegen: {2} kunnen niet aan allebei voldoen", "{0} contradicts {1}: {2} cannot meet both"),
        Text("verander een van de twee, of wat ze bekijken", "change one of the two, or what they look at"),
        Text(
            "Wie aan de ene regel voldoet, overtreedt de andere. Dit is bewezen uit het bestandsformaat: er hoeft geen model voor te zijn.",
            "Who meets the one rule breaks the other. This is proved from the file format: no model is needed for it.",
        ),
    ),
    "double-rule": Notice(
        "DIN048",
        Severity.ERROR,
        Text("{0} is ook een regel van {1}; hier geldt alleen deze", "{0} is a rule of {1} too; only this one holds here"),
        Text("geef deze regel een code die nog niet gebruikt is", "give this rule a code that is not used yet"),
        Text(
            "Wie een code leest in een bevinding of een aanvaarding, moet weten welke regel dat is.",
            "Who reads a code in a finding or an acceptance must know which rule that is.",
        ),
    ),
    "twin-rule": Notice(
        "DIN048",
        Severity.WARNING,
        Text("{0} vindt hetzelfde als {1}", "{0} finds the same as {1}"),
        Text("haal een van de twee weg, of verander wat hij vraagt", "remove one of the two, or change what it asks"),
        Text(
            "Elke overtreding wordt twee keer gemeld, en moet twee keer gewogen of aanvaard worden. Dit is bewezen uit het bestandsformaat.",
            "Every breach is told twice, and has to be weighed or accepted twice. This is proved from the file format.",
        ),
    ),
}


def noticed(slug: str, location: Location, words: tuple[str | Text, ...], element: str | None = None, fix: Fix | None = None) -> Finding:
    """Return the finding of one sort at a place."""
    notice = NOTICES[slug]
    dutch = [word.nl if isinstance(word, Text) else word for word in words]
    english = [word.en if isinstance(word, Text) else word for word in words]
    message = Text(notice.message.nl.format(*dutch), notice.message.en.format(*english))
    hint = Text(notice.hint.nl.format(*dutch), notice.hint.en.format(*english))
    return Finding(notice.code, slug, notice.severity, message, location, element, hint, fix=fix)
