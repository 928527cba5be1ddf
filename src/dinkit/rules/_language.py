"""What the words of a name say, in Dutch or in English: a direction, work, or neither.

Word lists cannot parse a language, so everything here leans to silence: what may be a direction or a verb counts as one. Nothing is
ever rewritten. docs/rule-catalogue.md says how often the rules that rest on this are wrong.
"""

from __future__ import annotations

from itertools import pairwise

from dinkit.model.vocabulary import UNKNOWN
from dinkit.pattern import pattern
from dinkit.tuples import NamedTuple

_WORD = pattern(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_NUMBER = pattern(r"(?<!\w)[0-9]")
_BEGINS_WITH_VERB = pattern("(?:af|aan|op|uit|mee|toe|terug|samen|door)(?!.*(?:ing|heid|ak)en$).{3,}en$")
"""A Dutch verb that may stand first: it falls apart in two (af-koppelen), and is no plural of what was made of one."""
_WORD_LENGTH = 3
_SHORTEST = 4
"""Shorter words compare nothing by their ending alone."""


class Language(NamedTuple):
    """The words of one language. Endings and beginnings are tuples, whole words are sets."""

    comparing: tuple[str, ...]
    """How a word ends that compares."""
    not_comparing: tuple[str, ...]
    """How words end that only look so."""
    not_comparing_words: frozenset[str]
    moving: tuple[str, ...]
    """How words begin that say that something moves, ends or stays."""
    complete: frozenset[str]
    """Words that say how much: more, all, none, without."""
    acting: frozenset[str]
    """Words that are only ever said of work, at the beginning or the end of a name or behind one of `articles`."""
    articles: frozenset[str]
    working: frozenset[str]
    """Further words that make a name one of work: verbs, and nouns that are the doing itself."""
    doing: tuple[str, ...]
    """How words end that are the doing itself."""
    not_doing: tuple[str, ...]
    """How words end that only look so."""
    able: frozenset[str]
    """Words that make an ability of a verb."""
    reflexive: frozenset[str]
    """Words that make of a verb something that happens by itself."""
    better: tuple[str, ...]
    """How the words begin that promise without saying what."""
    filling: frozenset[str]
    """Words that say nothing of what a name is about."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _tuple(words: str) -> tuple[str, ...]:
    return tuple(words.split())


DUTCH = Language(
    comparing=("er", "ere"),
    not_comparing=_tuple(
        "eer nemer gever houder leider woner ganger drager bieder lener werker zoeker bruiker rijder stuurder speler maker water kamer cijfer partner burger"
        " center cluster dossier kwartier atelier rivier register manager server theater papier ouder vervoer sector steker"
    ),
    not_comparing_words=_set(
        "daar hier waar onder over achter zonder ander andere ieder iedere elder winter zomer nummer minister letter computer december september oktober"
        " november moeder vader broer kinder vier trainer heer dokter offer leger vinger nader plezier dier boer voer koper later verder"
    ),
    moving=_tuple(
        "groei stijg daal dalen dali toename toenem toenee neemt nemen afname afnem afneem verho verlag verlaag vermind vermeerder vergro verklei verkort"
        " verleng versterk verbeter bevorder beperk terugdring terugge terugloop voorkom voorkóm tegenga behoud behoed behield blijv blijf blijk stabi gelijk"
        " krimp halve verdubbel versne verduurza vernieuw verjong verlicht verruim bestrij uitbreid uitgebreid optimal maxim minim reduc bespar stimul"
        " herstel uitbann ontwikkel win haalt inhaal inlop verschuif veranker verdwijn stop eindig aantrekk"
    ),
    complete=_set(
        "meer meeste minste geen niemand nergens nooit nul alle allen alles allemaal iedereen elk elke ieder iedere volledig volledige helft dubbel zonder vrij top"
    ),
    acting=_set(
        "opstellen uitvoeren invoeren implementeren inrichten opzetten organiseren aanleggen bouwen lanceren aanschaffen aanstellen uitrollen oprichten"
        " vaststellen inventariseren evalueren actualiseren uitwerken coördineren faciliteren begeleiden aanbieden aanvragen aanbesteden inkopen"
        " publiceren communiceren adviseren trainen opleiden werven herinrichten herontwikkelen verbouwen renoveren ondertekenen"
        " implementatie invoering uitvoering oprichting aanschaf uitrol"
    ),
    articles=_set("te het"),
    working=_set(
        "aanjagen aanleg aanpak aanpakken aanscherpen aanspreken aansluiten aantrekken actie acties actieplan advies afspreken afstemmen afstemming analyse"
        " analyses audit bedenken beheer beheren bemiddelen benoemen benutten bepalen bereiken beschrijven besluit besluiten bespreken betalen betrekken"
        " beurs bevorderen bewaken bezoek bezoeken bezoekt bieden bijeenkomst bijeenkomsten bouw brengen campagne campagnes controle controles cursus"
        " cursussen dag dagen deelname delen dienstverlening doe doen doet door doorlichten doorpakken doorzetten enquête evaluatie evenement evenementen"
        " experiment experimenten festival financieren ga gaan gaat gebruiken gedaan gesprek gesprekken geven gevolgd gewerkt halen handhaven hebben heeft"
        " help helpen helpt herstel herzien herziening houden huren hulp ingezet inkoop intensiveren intrekken inventarisatie inzet inzetten is kies kiezen komen"
        " kopen krijgen krijgt laat laten leer leggen leiden lenen leren les lessen leveren lobby lobbyen loslaten maak maakt maken marketing match matchen"
        " matching meedoen meenemen melden melding meten monitor monitoren nagaan nemen onderhandelen onderhoud onderhouden ontdek onderzoek onderzoeken"
        " ontmoeten ontsluiten ontwerp ontwerpen openen openstellen ophalen opleveren oplossen opnemen opschalen opsporen optreden opvang overdragen overleg"
        " overleggen overnemen peiling pilot pilots plaatsen plannen praten project projecten proef proeven programma promotie regelen regisseren rijden"
        " samenbrengen samenvoegen samenwerken schrappen schrijven signaleren sloop slopen sluiten spreken starten steekproef stellen steun steunen stoppen"
        " studie sturen subsidiëren telt terughalen toeleiden toepassen toetsen toezicht traject trajecten trekken uitbouwen uitdelen uitgeven uitgifte"
        " uitleggen uitnodigen uitproberen uitzoeken verbeteren verbinden verdelen verhogen verkennen verkoop verkopen verlagen verlengen verminderen"
        " vernieuwen verplaatsen verruimen verspreiden versnellen versterken verstrekken vervangen verwerven verwijderen verzamelen verzorgen vind vinden"
        " voeren volgen voorbereiden voorkomen voorleggen voorlichten voortzetten vormen vormgeven vragen waarderen week weken werk werken werkt wijzigen word"
        " worden wordt workshop workshops zetten zijn zoeken zorg zorgen"
    ),
    doing=_tuple(
        "eren ing ingen atie aties name onderzoek aanpak actie actieplan advies beheer bezoek bezoeken bijeenkomst bijeenkomsten campagne controle controles"
        " cursus dag dagen week gesprek gesprekken hulp inkoop inzet les lessen management marketing onderhoud overleg pilot proef project projecten programma"
        " promotie studie toezicht traject trajecten bouw aanleg uitgifte analyse analyses beurs scan check lobby offensief experiment spreekuur schouw prijsvraag"
    ),
    not_doing=_tuple(
        "vereniging verenigingen stichting stichtingen woning woningen afdeling omgeving voorziening voorzieningen verordening verordeningen koning instelling"
        " instellingen organisatie organisaties informatie vestiging vestigingen kleding bevolking leerling leerlingen voeding kring kringen station combinatie"
        " populatie generatie sensatie corporatie corporaties reputatie situatie locatie locaties"
    ),
    able=_set("kunnen kan staat vermogen bekwaam weten vaardig"),
    reflexive=_set("zich elkaar vanzelf zelf"),
    better=_tuple("beter verbeter"),
    filling=_set("de het een in op van voor met bij aan tot en per jaar procent circa ruim"),
)

ENGLISH = Language(
    comparing=("er",),
    not_comparing=_tuple(
        "water member partner manager worker owner employer user customer consumer farmer teacher leader provider officer carer center computer seeker holder"
        " cluster maker driver builder power paper volunteer charter register quarter summer winter career"
    ),
    not_comparing_words=_set(
        "under over after other never ever number river order border gender father mother brother sister together whether december september october"
        " november offer transfer answer chapter later further either neither former"
    ),
    moving=_tuple(
        "more less fewer increas decreas reduc grow improv rais rise rising fall drop shrink strengthen enhanc prevent maintain keep stay remain retain halv half"
        " doubl tripl expand extend accelerat short renew sustain stabil equal restor recover lower minimi maximi optimi boost promot stop eliminat eradicat"
        " limit develop attract widen deepen diminish saving surpass"
    ),
    complete=_set("no nobody none never zero all every everyone everybody each full fully complete without top whole any best most least end free"),
    acting=_set(
        "implement implementing introduce introducing organise organising organize organizing launch launching publish publishing procure procuring install"
        " installing appoint appointing hire hiring draft drafting write writing evaluate evaluating recruit recruiting train training advise advising"
        " coordinate coordinating facilitate facilitating renovate renovating implementation introduction"
    ),
    articles=_set("to the"),
    working=_set(
        "action actions advice agree analyse analyze apply arrange ask assess assist attend audit begin bring build buy call campaign carry change check choose"
        " close collaborate collect combine commission communicate conduct connect consult continue control cooperate course courses create day deal decide"
        " define deliver design determine develop do draw establish event examine execute experiment explore festival finance find fix follow form fund get"
        " give go guide hand have help hold identify improve increase inform inspect intensify invest investigate invite is join lead learn lend let lift"
        " lobby look maintain make management map market match meet meetings monitor move negotiate observe offer open operate pay pilot plan prepare"
        " prevent programme project promote protect provide pursue put raise reach reduce refine reform renew rent repair replace report research"
        " restore review revise run search secure sell send set sign speed spread start stimulate stop strengthen study supervise supply support survey"
        " take talk teach tell test tender trial turn update use visit visits week work workshop workshops are will"
    ),
    doing=_tuple("ing ings tion tions ment ance ise ize ify ysis"),
    not_doing=_tuple(
        "environment department government station building housing thing things organisation organization association foundation population region evening"
        " nation spring"
    ),
    able=_set("able can ability capable"),
    reflexive=_set("themselves itself"),
    better=_tuple("better improv"),
    filling=_set("the a an in on of for with at to and per year percent by about over"),
)


def language_of(code: str) -> Language:
    """Return the words of the language that a model is in (`taal`)."""
    return ENGLISH if code == "en" else DUTCH


def words_of(name: str) -> list[str]:
    """Return the words of a name without capitals and punctuation.

    >>> words_of("Re-integratie: 10 trajecten")
    ['re-integratie', 'trajecten']
    """
    return _WORD.findall(name.casefold())


def is_name(text: str) -> bool:
    """Say whether a text has a word at all: "A" or "B 2" stands for a name that is still to come, as "unknown" does.

    >>> is_name("Loket"), is_name("B 2")
    (True, False)
    """
    return text != UNKNOWN and any(len(word) >= _WORD_LENGTH for word in words_of(text))


def has_direction(text: str, language: Language) -> bool:
    """Say whether a text may say where something goes: more, less, another state, all, none, or a number.

    >>> has_direction("Veiliger wijken", DUTCH), has_direction("Een prettige stad", DUTCH)
    (True, False)
    """
    return bool(_NUMBER.search(text)) or any(_moves(word, language) for word in words_of(text))


def act_in(name: str, language: Language) -> str | None:
    """Return the word in a name that is only ever said of work, or None; what happens by itself is none.

    >>> act_in("Banenplan opstellen", DUTCH), act_in("Meer banen", DUTCH)
    ('opstellen', None)
    """
    words = words_of(name)
    if not words or not language.reflexive.isdisjoint(words):
        return None
    places = (words[0], words[-1], *(word for before, word in pairwise(words) if before in language.articles))
    return next((word for word in places if word in language.acting), None)


def may_be_work(text: str, language: Language) -> bool:
    """Say whether a text may say what is done.

    >>> may_be_work("Loket openen", DUTCH), may_be_work("Het loket", DUTCH)
    (True, False)
    """
    words = words_of(text)
    if any(word in language.working or word in language.acting for word in words):
        return True
    if any(word.endswith(language.doing) and not word.endswith(language.not_doing) for word in words):
        return True
    return language is DUTCH and bool(words) and (words[-1].endswith("en") or bool(_BEGINS_WITH_VERB.match(words[0])))


def says_better(name: str, language: Language) -> bool:
    """Say whether a name promises that something becomes better."""
    return any(word.startswith(language.better) for word in words_of(name))


def _moves(word: str, language: Language) -> bool:
    if word in language.complete or word.startswith(language.moving):
        return True
    if len(word) < _SHORTEST or not word.endswith(language.comparing) or word in language.not_comparing_words:
        return False
    return not word.endswith(language.not_comparing)
