"""Rules of the attribution family: one for each kind of source, two where it is anonymous or the outlet itself."""

from __future__ import annotations

from typing import Final

from newsgauge.article import Attribution
from newsgauge.rule import Kind, Rule

_PROVENANCE: Final = (
    "Cues and word classes written for newsgauge; how often a verb form is a cue was counted on the training part of "
    "PolNeAR v1.0.0; kinds of sources after the project's codebook."
)
_LIMITS: Final = (
    " Cues inside quotations are the speaker's own and are left out; so are denials of having said something."
)


def _rule(name: str, weight: float, note: str, explain: str, fires: tuple[str, ...], silent: tuple[str, ...]) -> Rule:
    return Rule(f"attribution.{name}", weight, note, explain + _LIMITS, _PROVENANCE, fires, silent)


_PEOPLE: Final = (
    _rule(
        "named_person:name",
        0.9,
        "Named person: a reader can check who said it.",
        "A person's name beside a cue: given name and surname, title and surname, or a surname the text has "
        "introduced."
        "A single unknown capital that is no known body counts as a person, so an unknown company may be "
        "taken for one.",
        (
            "“The bridge is closed until June,” [Maria Keller said].",
            "[Engineer Tom Hale told] reporters that the pump had failed.",
            "The dam, [said Ruth Ostrow], will hold.",
            "[Prime Minister Anna Lindholm announced] that the tax would fall.",
            "According to the plan the road stays open, but [Peter Novak warned] that snow may close it.",
            "[Ms. Okafor has since denied] the accusation.",
            "“We were late,” [wrote David Brandt] on Monday.",
            "[Elena Petrova, a professor of soil science, argued] that the field was dry.",
            "[Karl Jensen pointed out] that the figures were old.",
        ),
        (
            "Maria Keller added 3 percent to her stake.",
            "The State Department is in the north of the city.",
            "Tom Hale reports to the director of the works.",
            "The noted author Ruth Ostrow visited the fair.",
            "Peter Novak did not say when the road would open.",
            "“Maria said it was fine,” the letter ended.",
            "The Hale report runs to ninety pages.",
            "Anna Lindholm opened the school on Friday.",
        ),
    ),
    _rule(
        "pronoun:pronoun",
        0.7,
        "A pronoun stands for the speaker; who is meant follows from the sentences before.",
        "He, she, they or it beside a cue, resolved to the last person named as a speaker or subject where "
        "the gender fits.",
        (
            "Maria Keller runs the mill. [She said] the roof had leaked.",
            "“It rained for days,” [he added].",
            "[They insisted] that the vote was fair.",
            "The river rose, [he explained], because the gate was shut.",
            "Ruth Ostrow left in May. In June [she wrote] that the house was sold.",
            "“Nobody came,” [she recalled].",
            "[He denied] the charge on Monday.",
            "[They warned] that the ice was thin.",
        ),
        (
            "She ran the mill for ten years.",
            "He added salt to the soup.",
            "“They told me nothing,” the note ended.",
            "They called a taxi and left.",
            "He did not say when the road would open.",
            "It rained for days, and she stayed at home.",
            "He reports to the director of the works.",
            "“He said it was fine,” the letter ended.",
        ),
    ),
    _rule(
        "role:office",
        0.5,
        "An office without a name speaks: it can be asked, but nobody answers for the words.",
        "A spokesman, minister, coach or other office or trade beside a cue, without a personal name.",
        (
            "[A ministry spokesman said] the talks would go on.",
            "“The tank was empty,” [the pilot told] the inquiry.",
            "[The mayor announced] that the pool would close.",
            "The lift had been checked, [a spokeswoman for the hotel said].",
            "[The coach insisted] that the team was ready.",
            "“We checked every bolt,” [said the chief engineer].",
            "The pool is safe, [the harbour master told] reporters.",
            "[The prosecutor argued] that the letters were forged.",
        ),
        (
            "The spokesman arrived late.",
            "The director added a second floor.",
            "A spokesman would not say who had called.",
            "The coach noted for his temper was fired.",
            "The mayor opened the pool.",
            "Nobody asked the pilot.",
            "The prosecutor's report runs to ninety pages.",
            "The chief engineer, Ruth Ostrow, said the bridge was safe.",
        ),
    ),
    _rule(
        "anonymous:unnamed",
        0.15,
        "Anonymous source, and no reason is given why it isn't named.",
        "A source, insider, official, aide or private person without a name, and no word on why.",
        (
            "[A senior official said] the plan was dead.",
            "[Sources close to the talks told] the paper that a deal was near.",
            "“He was furious,” [one insider said].",
            "The offer came too late, [an aide claimed].",
            "[Sources said] the sale was off.",
            "[A person familiar with the talks said] the price had doubled.",
        ),
        (
            "An official opened the gate.",
            "The source of the river lies in the hills.",
            "The aide carried the bags and left.",
            "Officials did not say how many had left.",
            "The insider trade was stopped.",
            "An aide, Tom Hale, said the offer came too late.",
        ),
    ),
    _rule(
        "anonymous:explained",
        0.4,
        "Anonymous source, but the text says why it isn't named.",
        "An unnamed source in a sentence that gives the reason: not authorised to speak, fear of reprisal, a "
        "condition with its ground.",
        (
            (
                "[A senior official said] the plan was dead, speaking on condition of anonymity because the talks "
                "are secret."
            ),
            "[An aide said] the vote was lost but was not authorised to speak publicly.",
            "The plant will close, [said one engineer], who asked not to be named for fear of reprisal.",
        ),
        (
            "The official was not authorised to speak publicly.",
            "[[Speaking on condition of anonymity]], an official said the plan was dead.",
            "Maria Keller said she was not authorised to speak publicly.",
        ),
    ),
    _rule(
        "collective:crowd",
        0.2,
        "A crowd speaks: nobody in particular can be asked.",
        "Experts, critics, observers, residents, “many” and other plurals without a name beside a cue.",
        (
            "[Experts say] the price will rise.",
            "[Critics argued] that the law came too late.",
            "[Many believe] the vote was bought.",
            "The noise is worse at night, [residents said].",
            "[Some say] the lake is haunted.",
            "[Analysts expect] the price to fall.",
            "“It smells of smoke,” [neighbours complained].",
            "[Supporters argued] that the plan would save money.",
        ),
        (
            "Experts from five countries met in the town hall.",
            "Critics of the law left the room.",
            "Many residents own two cars.",
            "The experts added a page to the manual.",
            "Residents left the valley in May.",
            "Ruth Ostrow told residents that the dam would hold.",
            "Analysts were hired by the bank.",
            "Some of the snow has melted.",
        ),
    ),
)
_BODIES: Final = (
    _rule(
        "institution:body",
        0.8,
        "A named body speaks on the record: a reader can ask it.",
        "A ministry, court, company, police force, campaign or country beside a cue.",
        (
            "[The Ministry of Transport said] the tunnel was safe.",
            "[Norway has denied] the charge.",
            "[The company announced] that the plant would close.",
            "Two people were hurt, [according to the police].",
            "[The Harbour Council said] the sale was void.",
            "“We will appeal,” [the union said].",
            "[The White House confirmed] that the visit was off.",
            "[Police warned] that the ice was thin.",
        ),
        (
            "The ministry moved to a new building.",
            "Norway borders Sweden.",
            "The company added two plants.",
            "The police report was lost.",
            "The court sits on Mondays.",
            "The union has ninety members.",
            "Ruth Ostrow told the council that the dam would hold.",
            "The bank added two branches.",
        ),
    ),
    _rule(
        "document:paper",
        0.9,
        "A document speaks: a reader can look it up.",
        "A statement, study, poll, filing, letter or data beside a cue.",
        (
            "[According to the court filing], the bridge had been closed twice.",
            "[A new study suggests] that cats sleep less in summer.",
            "[The audit found] that the till was empty.",
            "Rents doubled in a decade, [the report said].",
            "[The letter warned] that the roof would fall.",
            "[The survey shows] that most voters want a bridge.",
            "[According to a study], cats sleep less in summer.",
            "“The tank was empty,” [the statement said].",
        ),
        (
            "The study took three years.",
            "The letter added weight to the bag.",
            "A report lay on the desk.",
            "The poll closes at eight.",
            "The report runs to ninety pages.",
            "Nobody has seen the filing.",
            "Ruth Ostrow signed the statement.",
            "The data were lost in the fire.",
        ),
    ),
    _rule(
        "social_post:post",
        0.5,
        "A post on a platform speaks: it can be found where it is linked or quoted exactly.",
        "A tweet, post, account or user beside a cue.",
        (
            "“The lake is gone,” [one user wrote].",
            "[A post on the forum claimed] that the bank had closed.",
            "[A tweet said] the train was late.",
            "[The post claimed] that the bank had closed.",
            "“Sold out again,” [another user wrote].",
            "[The account said] the store would close.",
            "[A viral post alleged] that the count was rigged.",
            "“The lake is gone,” [one commenter wrote].",
        ),
        (
            "The post office closed at noon.",
            "A user opened the file.",
            "Her tweet was deleted.",
            "The account was closed in May.",
            "Ruth Ostrow wrote a post about the dam.",
            "Users pay nine euros a month.",
            "The thread was too thin to hold.",
            "The fence post stood in the rain.",
        ),
    ),
    _rule(
        "outlet:medium",
        0.6,
        "Another medium is the source: the claim is relayed, not reported first-hand.",
        "A newspaper, agency, broadcaster or web address beside a cue.",
        (
            "[The Harbour Times reported] that the ferry had sunk.",
            "The ferry sank, [according to Reuters].",
            "The mine is empty, as [reported by the Norland Gazette].",
            "[The newspaper wrote] that the ferry was late.",
            "[Harbour Radio reported] on Monday that the gate was shut.",
        ),
        (
            "The Harbour Times moved to a new building.",
            "Reuters was founded in the age of the telegraph.",
            "The newspaper was wet.",
            "The radio was on all night.",
            "Ruth Ostrow told the Harbour Times that the dam would hold.",
            "The Harbour Times was sold in May.",
        ),
    ),
    _rule(
        "own_observation:witness",
        0.8,
        "The outlet's own reporter saw it.",
        "A reporter, correspondent or photographer who saw, witnessed, heard or counted.",
        (
            "[A Harbour Times reporter saw] that the gate was open.",
            "[Our correspondent witnessed] how the wall fell.",
            "[A Reuters photographer saw] two boats in the mist.",
            "[Our reporter heard] how the gate was shut.",
            "[A Norland Gazette journalist counted] nine empty seats.",
            "[Our photographer saw] how the roof came down.",
            "[A Reuters correspondent witnessed] the fire.",
            "[This reporter saw] that the doors were locked.",
        ),
        (
            "The reporter left early.",
            "The journalist saw a doctor on Monday.",
            "A reporter asked about the dam.",
            "The photographer counted his coins.",
            "Ruth Ostrow saw that the gate was open.",
            "The correspondent heard a song on the radio.",
            "Our reporter lives in the valley.",
            "The crew saw land at noon.",
        ),
    ),
)
_ITSELF: Final = _rule(
    "outlet:itself",
    0.5,
    "The outlet speaks of what it has learned itself, without saying from whom.",
    "We, or a medium beside “learned” or “understands”; every mention of a medium that does so, or that stands in the "
    "dateline’s brackets or the copyright line of the text.",
    (
        "The pair have parted, [GossipLane.com has learned].",
        "[The Harbour Times has learned] that the gate will close.",
        "[We have learned] that the gate will close.",
        "HARBOUR CITY (Reuters) – The gate is shut. The mill told nobody, [Reuters reported].",
    ),
    (
        "The Harbour Times reported that the gate will close.",
        "Maria Keller has learned that the gate will close.",
    ),
)
_FLOATING: Final = (
    _rule(
        "none:floating",
        0.1,
        "Quoted words without a speaker.",
        "A quotation of five words or more that no cue claims and that doesn't continue an attributed one. "
        "Titles of works and scare quotes are left out.",
        (
            "The hall was full. [“We shall not leave this valley to the water,”] and then silence.",
            "Nobody came to the door. [“Nobody here wants to leave the island.”]",
            "The square fell silent. [“You have stolen our river and our fields!”]",
            "Smoke rose from the mill. [“There is nothing left to save in there.”] Then the roof came down.",
            "The letter lay on the desk. [“Please do not look for me in the hills.”]",
        ),
        (
            "He painted “The Old Man of the Grey Sea” in May.",
            "The so-called “quick fix” failed.",
            "“We shall not leave this valley to the water,” Ruth Ostrow said.",
            "Ruth Ostrow was firm, and she said so. “We shall not leave this valley to the water,” she added.",
        ),
    ),
)
_UNSAID: Final = _rule(
    "none:unsaid",
    0.1,
    "Words that attribute, but nobody is named for them.",
    "A passive, an adverb or a noun before “that” which says that something was said, believed or expected, with no phrase "
    "beside it that could have done so.",
    (
        "Ruth Ostrow left in May. The bridge is [expected] to open in spring.",
        "It is [believed] that the mill will close.",
        "Ruth Ostrow [reportedly] sold the mill in May.",
        "The plant was [said] to be unsafe.",
    ),
    (
        "The bridge opened in spring.",
        "Ruth Ostrow expected the bridge to open in spring.",
        "The mill was sold to a baker.",
        "It was not said why the mill had closed.",
    ),
)
RULES: Final = (*_PEOPLE, *_BODIES, _ITSELF, *_FLOATING, _UNSAID)
_PLAIN: Final = {rule.kind.partition(".")[2]: rule for rule in reversed(RULES)}
_OWN: Final = frozenset("learned learnt learns understands".split())
_EXPLAINED: Final = next(rule for rule in RULES if rule.name.endswith(":explained"))
_KIND_NOTES: Final = {
    "named_person": "A person named beside the words that attribute.",
    "pronoun": "A pronoun beside the words that attribute, resolved where the text allows it.",
    "role": "An office or trade without a name.",
    "anonymous": "A source without a name, with or without a reason for it.",
    "collective": "An unnamed crowd: experts, critics, many.",
    "institution": "A named body that can be asked.",
    "document": "A paper, study, poll or data that can be looked up.",
    "social_post": "A post, tweet or account.",
    "outlet": "Another medium, or the outlet itself.",
    "own_observation": "What the outlet's own reporter saw.",
    "none": "A quotation nobody is named for.",
}
KINDS: Final = tuple(Kind(f"attribution.{name}", note) for name, note in _KIND_NOTES.items())


def rule_for(item: Attribution, own: bool = False) -> Rule:
    """The rule that speaks for an attribution; ``own`` where the source is the outlet that publishes the text."""
    if item.source_kind == "anonymous" and item.reason_given:
        return _EXPLAINED
    if item.source_kind == "outlet" and (own or (item.cue and item.cue.text.lower() in _OWN)):
        return _ITSELF
    if item.source_kind == "none" and item.cue:
        return _UNSAID
    return _PLAIN[item.source_kind]
