"""The one table of words: every key and every enumerated value, in English and in Dutch, with what it means.

The code speaks English, files may speak either language, and dinkit writes Dutch.
A word stands for one thing only: a test holds that no spelling has two meanings.
"""

from __future__ import annotations

from typing import NamedTuple


class Word(NamedTuple):
    """One key of the file format."""

    english: str
    dutch: str
    about_english: str
    about_dutch: str


UNKNOWN = "unknown"
"""What a source does not say; differs from a field that is absent, at which nobody looked."""

# One row per word reads best, so the formatter keeps off.
# fmt: off
KEYS: tuple[Word, ...] = (
    # the head of a file
    Word("model", "model", "Id of this model; only the file that names the parts has it.", "Id van dit model; alleen het bestand dat de delen noemt heeft het."),
    Word("format", "formaat", "Version of the file format: 1.", "Versie van het bestandsformaat: 1."),
    Word("language", "taal", "Language of messages and pictures: nl or en.", "Taal van meldingen en beelden: nl of en."),
    Word("profile", "profiel", "Classic (goals and efforts) or extended (with benefits and capabilities between them).", "Klassiek (doelen en inspanningen) of uitgebreid (met baten en vermogens ertussen)."),
    Word("reference_date", "peildatum", "The date at which date rules look; without one they are silent.", "De datum waarop datumregels kijken; zonder deze zwijgen ze."),
    Word("weight_scale", "weegschaal", "The one scale of all weights: labels (+, ++, +++), share (0 to 1) or points.", "De ene schaal van alle gewichten: tekens (+, ++, +++), aandeel (0 tot 1) of punten."),
    Word("parts", "delen", "Files that belong to this model, relative to this file.", "Bestanden die bij dit model horen, ten opzichte van dit bestand."),
    Word("previous_edition", "vorige_editie", "The model file of the previous edition, relative to this file.", "Het modelbestand van de vorige editie, ten opzichte van dit bestand."),
    Word("edition", "editie", "Which edition of the programme this model describes.", "Welke editie van het programma dit model beschrijft."),
    Word("labels", "labels", "Another name for a kind in messages and pictures.", "Een andere naam voor een soort element in meldingen en beelden."),
    Word("defaults", "standaard", "What holds for all content of this file unless an element says otherwise.", "Wat voor de hele inhoud van dit bestand geldt, tenzij een element anders zegt."),
    Word("rules", "regels", "How bad a breach of a rule is here: by its code, per kind or per element.", "Hoe erg het hier is als een regel niet gevolgd wordt: per code, per soort of per element."),
    Word("severity", "ernst", "How bad: error, warning, tip or off.", "Hoe erg: fout, waarschuwing, tip of uit."),
    Word("per_kind", "per_soort", "Another severity for elements of a kind.", "Een andere ernst voor elementen van een soort."),
    Word("per_element", "per_element", "Another severity for one element.", "Een andere ernst voor een enkel element."),
    Word("findings", "bevindingen", "In dinkit.baseline.yaml: the findings that were there already.", "In dinkit.baseline.yaml: de bevindingen die er al waren."),
    Word("confirmed", "bevestigd", "In dinkit.review.yaml: the contributions that somebody confirmed.", "In dinkit.review.yaml: de bijdragen die iemand bevestigd heeft."),
    Word("rule", "regel", "The code of a rule.", "De code van een regel."),
    Word("element", "element", "The id of the element.", "De id van het element."),
    Word("times", "keer", "How many times.", "Hoe vaak."),
    Word("fingerprint", "vingerafdruk", "What the target said when it was confirmed, in short.", "Wat het doel zei toen het bevestigd werd, in het kort."),
    Word("models", "modellen", "In dinkit.yaml: the models to build; the first fills exports/.", "In dinkit.yaml: de modellen om te bouwen; het eerste vult exports/."),
    # collections
    Word("programme", "programma", "The programme that this model describes.", "Het programma dat dit model beschrijft."),
    Word("programmes", "programmas", "Other programmes that this one has to do with.", "Andere programma's waar dit mee te maken heeft."),
    Word("goals", "doelen", "The goals, nested as a tree.", "De doelen, genest als boom."),
    Word("benefits", "baten", "Measurable effects that those involved see as desired (or not).", "Meetbare effecten die betrokkenen als gewenst (of niet) zien."),
    Word("capabilities", "vermogens", "What the organisation must be able to do.", "Wat de organisatie moet kunnen."),
    Word("efforts", "inspanningen", "The work that must bring the goals about.", "Het werk dat de doelen dichterbij brengt."),
    Word("stakeholders", "stakeholders", "At the top: the register of parties. On an element: who is involved, with an optional role.", "Bovenaan: het register van partijen. Bij een element: wie betrokken is, met eventueel een rol."),
    Word("indicators", "indicatoren", "What is measured, with baseline and targets.", "Wat gemeten wordt, met nulmeting en streefwaarden."),
    Word("measurements", "metingen", "Measured values of an indicator.", "Gemeten waarden van een indicator."),
    Word("results", "resultaten", "What was done or reached, per element and period.", "Wat gedaan of bereikt is, per element en periode."),
    Word("progress", "voortgang", "Progress reports of an element.", "Voortgangsmeldingen van een element."),
    Word("resources", "middelen", "Money, people and other means.", "Geld, mensen en andere middelen."),
    Word("risks", "risicos", "What threatens a goal or an effort.", "Wat een doel of een inspanning bedreigt."),
    Word("assumptions", "aannames", "What is taken for true until tested.", "Wat voor waar wordt aangenomen tot het getoetst is."),
    Word("milestones", "mijlpalen", "Moments that efforts work towards.", "Momenten waar inspanningen naartoe werken."),
    Word("themes", "themas", "Themes by which elements are grouped.", "Thema's waarnaar elementen gegroepeerd zijn."),
    Word("districts", "wijken", "Districts that elements can touch.", "Wijken die elementen kunnen raken."),
    Word("agreements", "afspraken", "Covenants, contracts, regulations and other agreements.", "Convenanten, overeenkomsten, verordeningen en andere afspraken."),
    Word("decisions", "besluiten", "Decisions, with who and when.", "Besluiten, met wie en wanneer."),
    Word("sources", "bronnen", "The documents that the content rests on.", "De documenten waar de inhoud op rust."),
    Word("subgoals", "subdoelen", "The goals below this goal.", "De doelen onder dit doel."),
    Word("sub_efforts", "onderdelen", "The parts of this effort; they inherit what it has.", "De onderdelen van deze inspanning; ze erven wat zij heeft."),
    Word("main_goals", "hoofddoelen", "Main goals, in an announced count.", "Hoofddoelen, in een aangekondigd aantal."),
    Word("operational_goals", "operationele_doelen", "Operational goals, in an announced count.", "Operationele doelen, in een aangekondigd aantal."),
    # relations, each written at one end
    Word("contributes_to", "draagt_bij_aan", "What this helps to reach.", "Waaraan dit bijdraagt."),
    Word("hinders", "remt", "What this makes harder to reach.", "Wat dit moeilijker maakt."),
    Word("also_part_of", "hoort_ook_bij", "A second effort that this one belongs to.", "Een tweede inspanning waar deze ook bij hoort."),
    Word("same_as", "zelfde_als", "The same piece of work, listed twice; counts once.", "Hetzelfde werk, twee keer genoemd; telt één keer."),
    Word("measures", "meet", "What this indicator measures.", "Wat deze indicator meet."),
    Word("threatens", "bedreigt", "What this risk threatens.", "Wat dit risico bedreigt."),
    Word("requires", "vereist", "What must be there first.", "Wat er eerst moet zijn."),
    Word("uses", "gebruikt", "The means that this uses.", "De middelen die dit gebruikt."),
    Word("finances", "financiert", "What this pays for.", "Wat dit betaalt."),
    Word("rests_on", "steunt_op", "The assumption or agreement that this rests on.", "De aanname of afspraak waar dit op steunt."),
    Word("touches", "raakt", "What this has to do with: a theme, a district, another programme.", "Waar dit mee te maken heeft: een thema, een wijk, een ander programma."),
    Word("part_of", "onderdeel_van", "The larger body that this belongs to.", "Het grotere geheel waar dit bij hoort."),
    Word("of", "van", "The element that this is about.", "Het element waar dit over gaat."),
    Word("succeeds", "opvolger_van", "What this replaces: <model id>/<element id>, only where the id differs.", "Wat dit opvolgt: <model-id>/<element-id>, alleen als de id verschilt."),
    # every element
    Word("id", "id", "The stable name of the element: small letters, digits and hyphens.", "De vaste naam van het element: kleine letters, cijfers en koppeltekens."),
    Word("name", "naam", "Short name, fits a box.", "Korte naam, past in een vak."),
    Word("description", "omschrijving", "What it is, in one or two sentences.", "Wat het is, in een of twee zinnen."),
    Word("number", "nummer", "Number or letter as printed in the source; need not be unique.", "Nummer of letter zoals gedrukt in de bron; hoeft niet uniek te zijn."),
    Word("also_known_as", "andere_namen", "Other spellings and names of the same thing.", "Andere schrijfwijzen en namen van hetzelfde."),
    Word("announced", "aangekondigd", "How many the source says there are, per kind.", "Hoeveel er volgens de bron zijn, per soort."),
    Word("provenance", "herkomst", "Whether the source says it, we conclude it, or we add it.", "Of de bron het zegt, wij het concluderen, of wij het toevoegen."),
    Word("substantiation", "onderbouwing", "How sure cause and effect are.", "Hoe zeker oorzaak en gevolg zijn."),
    Word("source", "bron", "<source id> <place>; several as a list.", "<bron-id> <plaats>; meer dan een als lijst."),
    Word("verbatim", "letterlijk", "The raw wording of a value, date or name, at most 12 words.", "De letterlijke tekst van een waarde, datum of naam, hoogstens 12 woorden."),
    Word("reason", "reden", "Why, in one line.", "Waarom, in één regel."),
    Word("note", "opmerking", "What only a reader can see, with its place.", "Wat alleen een lezer kan zien, met de plaats."),
    Word("accepted", "aanvaard", "Findings on this element that are accepted: rule code and why.", "Bevindingen op dit element die aanvaard zijn: code van de regel en waarom."),
    Word("valid_until", "geldt_tot", "The last day on which it holds.", "De laatste dag waarop het geldt."),
    Word("tags", "trefwoorden", "Free words to find it by.", "Vrije woorden om het op te vinden."),
    Word("ended", "beeindigd", "When a source says that it ended.", "Wanneer het volgens een bron ophield."),
    # attributes of some kinds
    Word("type", "soort", "Which sort of this kind.", "Welke soort hiervan."),
    Word("level", "niveau", "Main goal, sub-goal or operational goal; by default from the nesting.", "Hoofddoel, subdoel of operationeel doel; anders volgens de nesting."),
    Word("target_date", "streefdatum", "When it should be reached.", "Wanneer het bereikt moet zijn."),
    Word("deliberately_no_effort", "bewust_geen_inspanning", "Why this goal has no effort on purpose.", "Waarom dit doel met opzet geen inspanning heeft."),
    Word("weight", "gewicht", "How strongly, on the scale of the model.", "Hoe sterk, op de weegschaal van het model."),
    Word("role", "rol", "In which role somebody is involved.", "In welke rol iemand betrokken is."),
    Word("steering", "sturing", "How the programme steers this effort.", "Hoe het programma op deze inspanning stuurt."),
    Word("track", "spoor", "Where the work is done.", "Waar het werk gebeurt."),
    Word("status", "status", "How far it is.", "Hoe ver het is."),
    Word("planning", "planning", "When it runs.", "Wanneer het loopt."),
    Word("money", "geld", "Amounts, each with what is known of it.", "Bedragen, elk met wat ervan bekend is."),
    Word("organisation", "organisatie", "The organisation that it belongs to.", "De organisatie waar het bij hoort."),
    Word("conditions", "voorwaarden", "Rules and limits that hold for it; what is no result.", "Regels en grenzen die ervoor gelden; wat geen resultaat is."),
    Word("phase", "fase", "Stage of the programme.", "Fase van het programma."),
    Word("mission", "missie", "Mission, per source.", "Missie, per bron."),
    Word("vision", "visie", "Vision, per source.", "Visie, per bron."),
    Word("ambition", "ambitie", "Ambition, per source.", "Ambitie, per bron."),
    Word("text", "tekst", "What it says, in short.", "Wat het zegt, in het kort."),
    Word("current_level", "huidig_niveau", "Level now, 1 to 5.", "Niveau nu, 1 tot 5."),
    Word("desired_level", "gewenst_niveau", "Level wanted, 1 to 5.", "Niveau gewenst, 1 tot 5."),
    Word("power", "macht", "Power over the programme, 1 to 5.", "Macht over het programma, 1 tot 5."),
    Word("interest", "belang", "Interest in the programme, 1 to 5.", "Belang bij het programma, 1 tot 5."),
    Word("unit", "eenheid", "Unit of the value.", "Eenheid van de waarde."),
    Word("direction", "richting", "Which way is better.", "Welke kant beter is."),
    Word("scale", "schaal", "The steps of an ordinal indicator, lowest first.", "De stappen van een ordinale indicator, laagste eerst."),
    Word("baseline", "nulmeting", "The value at the start.", "De waarde bij het begin."),
    Word("targets", "streefwaarden", "The values aimed for.", "De waarden waarnaar gestreefd wordt."),
    Word("frequency", "meetfrequentie", "How often it is measured.", "Hoe vaak gemeten wordt."),
    Word("measured_by", "meetverantwoordelijke", "Who measures: a stakeholder id.", "Wie meet: id van een stakeholder."),
    Word("method", "meetwijze", "How it is measured.", "Hoe gemeten wordt."),
    Word("standing", "stand", "Realised, expected or planned.", "Gerealiseerd, verwacht of gepland."),
    Word("counting", "telling", "Counted in the period, cumulatively, or as it stood at the moment.", "Geteld in de periode, cumulatief, of zoals het op dat moment stond."),
    Word("since", "sinds", "When a cumulative count began.", "Wanneer een cumulatieve telling begon."),
    Word("aspects", "aspecten", "Status and explanation per aspect.", "Status en toelichting per aspect."),
    Word("performance", "prestaties", "Whether it delivers what was agreed.", "Of de afgesproken prestaties geleverd worden."),
    Word("quality", "kwaliteit", "Whether it is good enough.", "Of het goed genoeg is."),
    Word("finance", "financien", "Whether the money suffices.", "Of het geld toereikend is."),
    Word("developments", "ontwikkelingen", "What is coming.", "Wat eraan komt."),
    Word("explanation", "toelichting", "What lies behind the status.", "Wat er achter de status zit."),
    Word("author", "auteur", "Function of who wrote it.", "Functie van wie het schreef."),
    Word("cause", "oorzaak", "What brings it about.", "Waardoor het komt."),
    Word("effect", "gevolg", "What follows from it.", "Wat ervan komt."),
    Word("trend", "trend", "Which way it is going.", "Welke kant het op gaat."),
    Word("response", "maatregel", "What is done about it.", "Wat eraan gedaan wordt."),
    Word("likelihood", "kans", "How likely, 1 to 5.", "Hoe waarschijnlijk, 1 tot 5."),
    Word("impact", "impact", "How bad, 1 to 5.", "Hoe erg, 1 tot 5."),
    Word("test_date", "toetsdatum", "When it is tested.", "Wanneer het getoetst wordt."),
    Word("areas", "gebieden", "The places that it is made of.", "De plaatsen waaruit het bestaat."),
    Word("by", "door", "Who did it: a function.", "Wie het deed: een functie."),
    Word("file", "bestand", "Where the document can be found.", "Waar het document te vinden is."),
    # values
    Word("value", "waarde", "The number, or a step of the scale.", "Het getal, of een stap van de schaal."),
    Word("qualifier", "kwalificatie", "About, over, at least ...", "Circa, ruim, minstens ..."),
    Word("group", "groep", "The subgroup that it holds for.", "De deelgroep waarvoor het geldt."),
    Word("relative_to", "ten_opzichte_van", "What it is compared with.", "Waarmee het vergeleken wordt."),
    Word("base_year", "basisjaar", "The year it is compared with.", "Het jaar waarmee het vergeleken wordt."),
    Word("date", "datum", "When; may be imprecise (2019, 2019-H2, 2019-najaar).", "Wanneer; mag onnauwkeurig zijn (2019, 2019-H2, 2019-najaar)."),
    Word("amount", "bedrag", "The amount in euros.", "Het bedrag in euro's."),
    Word("payer", "betaler", "Who pays: a stakeholder id.", "Wie betaalt: id van een stakeholder."),
    Word("stream", "geldstroom", "Where the money comes from.", "Waar het geld vandaan komt."),
    Word("nature", "aard", "Once or every year.", "Eenmalig of ieder jaar."),
    Word("period", "periode", "The period that it is for.", "De periode waarvoor het is."),
    Word("per", "per", "Whether the amount is per year, in total, or per inhabitant per year.", "Of het bedrag per jaar is, in totaal, of per inwoner per jaar."),
    Word("start", "start", "First date.", "Eerste datum."),
    Word("end", "eind", "Last date.", "Laatste datum."),
    Word("recurrence", "herhaling", "Whether it comes back.", "Of het terugkomt."),
    Word("none", "geen", "Why the source has none of these.", "Waarom de bron hier niets van heeft."),
)
# fmt: on

_PROVENANCE = {"stated": "vermeld", "derived": "afgeleid", "added": "aangevuld", UNKNOWN: "onbekend"}

VALUES: dict[str, dict[str, str]] = {
    "language": {"nl": "nl", "en": "en"},
    "profile": {"classic": "klassiek", "extended": "uitgebreid"},
    "weight_scale": {"labels": "tekens", "share": "aandeel", "points": "punten"},
    "provenance": _PROVENANCE,
    "substantiation": {"proven": "bewezen", "experience": "ervaring", "assumption": "aanname", UNKNOWN: "onbekend"},
    "level": {"main": "hoofddoel", "sub": "subdoel", "operational": "operationeel"},
    "role": {
        "owner": "eigenaar",
        "commissioner": "opdrachtgever",
        "political_commissioner": "bestuurlijk_opdrachtgever",
        "official_commissioner": "ambtelijk_opdrachtgever",
        "programme_manager": "programmamanager",
        "lead": "trekker",
        "executor": "uitvoerder",
        "partner": "partner",
        "financier": "financier",
        "party": "partij",
        "adviser": "adviseur",
        "decider": "beslisser",
        "target_group": "doelgroep",
        "involved": "betrokken",
        UNKNOWN: "onbekend",
    },
    "steering": {"commissioning": "opdrachtgever", "directing": "regie", "aligning": "afstemming", UNKNOWN: "onbekend"},
    "track": {"programme": "programma", "line": "lijn", "district": "wijk", "partner": "partner", UNKNOWN: "onbekend"},
    "status": {
        "idea": "idee",
        "planned": "gepland",
        "running": "lopend",
        "on_hold": "aangehouden",
        "done": "gereed",
        "stopped": "gestopt",
        "green": "groen",
        "orange": "oranje",
        "red": "rood",
        "grey": "grijs",
        UNKNOWN: "onbekend",
    },
    "type": {
        "project": "project",
        "process": "proces",
        "routine": "routine",
        "improvisation": "improvisatie",
        "pilot": "pilot",
        "experiment": "experiment",
        "event": "evenement",
        "regulation": "regeling",
        "wanted": "gewenst",
        "unwanted": "ongewenst",
        "own_organisation": "eigen_organisatie",
        "organisation": "organisatie",
        "government": "overheid",
        "partnership": "samenwerkingsverband",
        "team": "team",
        "function": "functie",
        "target_group": "doelgroep",
        "group": "groep",
        "money": "geld",
        "people": "mensen",
        "other": "overig",
        "goal": "doel",
        "effort": "inspanning",
        "covenant": "convenant",
        "contract": "overeenkomst",
        "bylaw": "verordening",
        "grant_agreement": "subsidieovereenkomst",
        "policy": "beleidskader",
        "law": "wet",
        "expense": "uitgave",
        "contribution": "bijdrage",
        "ceiling": "plafond",
        "saving": "besparing",
        "part_of": "deel_van",
        "start": "start",
        "completion": "afronding",
        "output": "prestatie",
        "outcome": "effect",
        UNKNOWN: "onbekend",
    },
    "severity": {"error": "fout", "warning": "waarschuwing", "tip": "tip", "off": "uit"},
    "direction": {"higher": "hoger", "lower": "lager", "equal": "gelijk", UNKNOWN: "onbekend"},
    "standing": {"realised": "gerealiseerd", "expected": "verwacht", "planned": "gepland", UNKNOWN: "onbekend"},
    "counting": {"in_period": "in_periode", "cumulative": "cumulatief", "at_moment": "op_moment", UNKNOWN: "onbekend"},
    "trend": {"rising": "stijgend", "equal": "gelijk", "falling": "dalend", UNKNOWN: "onbekend"},
    "phase": {"explore": "verkennen", "build_up": "opbouwen", "run": "uitvoeren", "wind_down": "afbouwen", UNKNOWN: "onbekend"},
    "qualifier": {"about": "circa", "over": "ruim", "at_least": "minstens", "at_most": "hoogstens", "more_than": "meer_dan"},
    "stream": {
        "programme": "programma",
        "regular": "regulier",
        "grant": "subsidie",
        "eu": "eu",
        "state": "rijk",
        "province": "provincie",
        "advertising_tax": "reclamebelasting",
        "partner": "partner",
        UNKNOWN: "onbekend",
    },
    "nature": {"one_off": "eenmalig", "structural": "structureel", UNKNOWN: "onbekend"},
    "per": {"year": "jaar", "total": "totaal", "inhabitant": "inwoner", UNKNOWN: "onbekend"},
    "recurrence": {"yearly": "jaarlijks", "continuous": "doorlopend", "once": "eenmalig", UNKNOWN: "onbekend"},
}

ENGLISH_KEY: dict[str, str] = {word.dutch: word.english for word in KEYS} | {word.english: word.english for word in KEYS}
"""Any spelling of a key -> its English spelling."""

DUTCH_KEY: dict[str, str] = {word.english: word.dutch for word in KEYS}

ENGLISH_VALUE: dict[str, dict[str, str]] = {
    key: {dutch: english for english, dutch in pairs.items()} | {english: english for english in pairs} for key, pairs in VALUES.items()
}
"""Key -> any spelling of an enumerated value -> its English spelling."""


def spell_key(english: str, language: str) -> str:
    """Return the key as a file in `language` ("nl" or "en") spells it.

    >>> spell_key("contributes_to", "nl")
    'draagt_bij_aan'
    """
    return DUTCH_KEY.get(english, english) if language == "nl" else english


def spell_value(key: str, english: str, language: str) -> str:
    """Return the enumerated value of `key` as `language` spells it; other text comes back as it is.

    >>> spell_value("steering", "directing", "nl")
    'regie'
    """
    if language != "nl":
        return english
    if english == UNKNOWN:
        return "onbekend"
    return VALUES.get(key, {}).get(english, english)
