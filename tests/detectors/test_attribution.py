"""Who says what, by which words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import grows_at_most
from newsgauge.article import Attribution
from newsgauge.detectors.attribution import DETECTOR, attributions, distinct_sources
from newsgauge.document import Document


def read(text: str) -> tuple[Attribution, ...]:
    document = Document(text)
    document.settle(guess_title=False)
    return attributions(document)


def one(text: str) -> Attribution:
    found = read(text)
    assert len(found) == 1, found
    return found[0]


def words(text: str, item: Attribution) -> list[str]:
    return [text[start:end] for start, end in item.content]


def test_direct_speech_has_its_quotation_as_content() -> None:
    """The marks belong to the content, the comma inside them too."""
    text = "“The bridge is closed,” Maria Keller said."
    item = one(text)
    assert (item.form, words(text, item)) == ("direct", ["“The bridge is closed,”"])


def test_indirect_speech_runs_to_the_end_of_the_sentence() -> None:
    """The clause after the cue, without the full stop."""
    text = "Maria Keller said that the bridge was closed. It rained."
    item = one(text)
    assert (item.form, words(text, item)) == ("indirect", ["that the bridge was closed"])


def test_a_clause_with_quoted_words_is_mixed() -> None:
    """Part quotation, part report."""
    item = one("The mayor called the plan “a gift to nobody at all” on Friday.")
    assert item.form == "mixed"


def test_a_split_quotation_is_one_attribution_with_two_contents() -> None:
    """The speaker stands between the halves."""
    text = "“The bridge,” Maria Keller said, “is closed for now.”"
    assert words(text, one(text)) == ["“The bridge,”", "“is closed for now.”"]


def test_a_quotation_that_goes_on_after_the_cue_keeps_its_speaker() -> None:
    """Same paragraph, directly after the full stop."""
    text = "“The bridge is closed,” Maria Keller told the council on Monday. “It stays closed until June.”"
    assert words(text, one(text)) == ["“The bridge is closed,”", "“It stays closed until June.”"]


def test_a_floating_quotation_keeps_a_missing_source() -> None:
    """No speaker and no cue in reach: nothing is invented."""
    item = one("The hall was dark. “We shall not leave this valley to the water.”")
    assert (item.source, item.source_kind, item.cue) == (None, "none", None)


def test_according_to_stands_around_its_clause() -> None:
    """The words before the comma are what the police say."""
    text = "Two people were hurt, according to the police."
    item = one(text)
    assert item.cue is not None
    assert (item.cue.text, item.source and item.source.text, words(text, item)) == (
        "according to",
        "the police",
        ["Two people were hurt"],
    )


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Maria Keller said the gate was open.", "neutral"),
        ("Maria Keller claimed the gate was open.", "doubting"),
        ("Maria Keller admitted the gate was open.", "endorsing"),
        ("Maria Keller pointed out that the gate was open.", "endorsing"),
        ("Maria Keller slammed the new gate.", "emotive"),
    ],
)
def test_the_cue_takes_a_stance(text: str, stance: str) -> None:
    """What the verb says about the words it brings."""
    cue = one(text).cue
    assert cue is not None
    assert cue.stance == stance


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Maria Keller said the gate was open.", "named_person"),
        ("The Ministry of Transport said the gate was open.", "institution"),
        ("A new study found that the gate was open.", "document"),
        ("One user wrote that the gate was open.", "social_post"),
        ("A hotel spokeswoman said the gate was open.", "role"),
        ("A source said the gate was open.", "anonymous"),
        ("Critics said the gate was open.", "collective"),
        ("The Harbour Times reported that the gate was open.", "outlet"),
        ("Our correspondent saw that the gate was open.", "own_observation"),
        ("They said the gate was open.", "pronoun"),
    ],
)
def test_every_kind_of_source_is_told_apart(text: str, kind: str) -> None:
    """One sentence, ten speakers."""
    assert one(text).source_kind == kind


def test_an_apposition_stands_between_source_and_cue() -> None:
    """The source is the name alone."""
    source = one("“It rained,” Maria Keller, an engineer with the water board, told the council.").source
    assert source is not None
    assert source.text == "Maria Keller"


def test_a_relaying_medium_is_no_second_attribution() -> None:
    """Said to one medium, or relayed by another: it stands as `via`."""
    told = one("“It rained,” Maria Keller told the Harbour Times.")
    relayed = one("“It rained,” Maria Keller said, according to the Harbour Times.")
    assert (told.via and told.via.text, relayed.via and relayed.via.text) == ("the Harbour Times", "the Harbour Times")


def test_surnames_and_pronouns_resolve_to_the_name_the_text_gave() -> None:
    """Keller, and then she, are Maria Keller; he is the last man."""
    found = read(
        "Maria Keller said it rained. Tom Hale disagreed. Keller added that the road was wet. “Awful,” she said."
    )
    assert [item.source_name for item in found] == ["Maria Keller", "Maria Keller", "Maria Keller"]


def test_distinct_sources_count_names_once() -> None:
    """One person three times and one court are two sources."""
    found = read(
        "Maria Keller said it rained. Keller added that it was cold. She said so twice. The court said so too."
    )
    assert distinct_sources(found) == {"maria keller", "court"}


def test_a_reason_for_anonymity_is_seen() -> None:
    """The same official, with and without a reason."""
    reason = one("An official, who was not authorised to speak publicly, said the deal was off.")
    bare = one("An official said the deal was off.")
    assert (reason.source_kind, reason.reason_given, bare.reason_given) == ("anonymous", True, False)


def test_a_denied_saying_is_no_attribution() -> None:
    """Nobody said anything."""
    assert read("Maria Keller did not say why. Neither Hale nor Novak has confirmed the sale.") == ()


def test_cues_inside_quotations_belong_to_the_speaker() -> None:
    """Only the outer speaker is a source of the article."""
    item = one("“My brother said it was closed,” Maria Keller said.")
    assert item.source is not None
    assert item.source.text == "Maria Keller"


def test_offsets_slice_the_text() -> None:
    """Source and cue are where they claim to be."""
    text = "\n  “Ça va,” said Zoë Müller.\r\n\r\nThe Kremlin-on-Sea council denied it."
    for item in read(text):
        for part in (item.source, item.cue):
            assert part is not None
            assert text[part.start : part.end] == part.text


def test_the_result_is_kept_on_the_document() -> None:
    """Features and findings read the same tuple."""
    document = Document("Maria Keller said it rained.")
    document.settle()
    assert attributions(document) is attributions(document)
    assert [finding.text for finding in DETECTOR.find(document)] == ["Maria Keller said"]


@pytest.mark.parametrize(
    "text", ["", "said", "according to", "“”", "“said”", ", said.", "He", "\n\n\n", "by by by said by"]
)
def test_scraps_are_read_without_harm(text: str) -> None:
    """Nothing to find, nothing to trip over."""
    assert isinstance(read(text), tuple)


def test_a_dateline_agency_or_title_doesnt_become_part_of_the_name() -> None:
    """Titles and offices stay in the source and out of the name."""
    item = one("Secretary of Transport Anna Lindholm announced that the toll would end.")
    assert item.source is not None
    assert (item.source.text, item.source_name) == ("Secretary of Transport Anna Lindholm", "Anna Lindholm")


def test_time_between_source_and_cue_is_skipped() -> None:
    """Neither the day nor the occasion is the source."""
    found = [
        one(text).source
        for text in ("Anna Lindholm on Monday said it rained.", "Anna Lindholm has since said so twice.")
    ]
    assert [source.text for source in found if source] == ["Anna Lindholm", "Anna Lindholm"]


def test_a_speaker_goes_on_in_the_next_paragraph_without_a_new_cue() -> None:
    """A quotation that opens the paragraph after an attributed one."""
    text = "“It rained,” Anna Lindholm said.\n\n“The road was under water by noon.”"
    assert words(text, one(text)) == ["“It rained,”", "“The road was under water by noon.”"]


def test_an_occasion_before_the_name_is_no_part_of_it() -> None:
    """ "In a statement" is no title."""
    source = one("In a statement Lindholm said: “It rained all day.”").source
    assert source is not None
    assert source.text == "Lindholm"


def test_many_cues_and_nested_quotations_cost_linear_time() -> None:
    """Ten times the text takes less than twenty-five times as long, whatever it is made of."""
    for piece in ("“He said ", "said Roe, said ", "according to Roe, ", "Roe, a, b, c, said that ", "“ ‘ said ” "):
        short, long = (_settled(piece * times) for times in (400, 4000))
        assert grows_at_most(25, lambda: _again(short), lambda: _again(long)), piece  # noqa: B023 - called at once


PIECES = [
    "“",
    "”",
    '"',
    "’",
    ",",
    ".",
    ":",
    "—",
    "(",
    ")",
    "\n",
    "said",
    "says",
    "told",
    "called",
    "according to",
    "by",
    "that",
    "and",
]
PIECES += [
    "who",
    "as",
    "to",
    "on",
    "Monday",
    "he",
    "We’ve",
    "the",
    "a",
    "both",
    "Maria",
    "Keller",
    "ministry",
    "study",
    "his claim",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_order_of_words_and_marks_gives_true_offsets(pieces: list[str]) -> None:
    """Whatever stands beside whatever: no error, and every part is a slice of the text."""
    text = " ".join(pieces)
    for item in read(text):
        for part in (item.source, item.cue, item.via):
            assert part is None or text[part.start : part.end] == part.text
        assert all(0 <= start < end <= len(text) for start, end in item.content)


def _settled(text: str) -> Document:
    document = Document(text)
    document.settle(guess_title=False)
    assert document.quoted is not None
    assert document.hits is not None
    return document


def _again(document: Document) -> None:
    document.attributions = document.cue_odds = None
    attributions(document)


def kinds(text: str) -> list[tuple[str, str, str | None]]:
    return [(item.source.text if item.source else "", item.source_kind, item.source_name) for item in read(text)]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The mayor [refused] to close the gate.", "refused"),
        ("Anna Lindholm [opposed] the new toll.", "opposed"),
        ("Anna Lindholm continued to [warn] that the dam would break.", "warn"),
        ("The board met with Anna Lindholm [calling] the plan “a gift to nobody”.", "calling"),
        ("Lindholm's [claim] that the dam would hold was wrong.", "claim"),
    ],
)
def test_attitudes_infinitives_and_participles_attribute_where_the_table_is_sure(text: str, cue: str) -> None:
    """Marked words are the cue."""
    found = read(text.replace("[", "").replace("]", ""))
    assert cue in [item.cue.text for item in found if item.cue]


@pytest.mark.parametrize(
    "text",
    [
        "The paint supports the wood.",
        "The wall backed onto a garden.",
        "Also shocking were reports about the dam.",
        "The army entered the valley, demonstrating its strength.",
        "The letter added weight to the bag.",
    ],
)
def test_verbs_that_say_nothing_are_left_alone(text: str) -> None:
    """Things that support, nouns behind "were", and the author's own comment."""
    assert read(text) == ()


def test_a_list_of_countries_is_one_source() -> None:
    """From the first name to "other countries"."""
    assert kinds("Norway, Chile and other countries said that the pact would hold.") == [
        ("Norway, Chile and other countries", "institution", "Norway, Chile and other countries")
    ]


def test_both_nations_are_bodies_without_a_name() -> None:
    """Nobody can count them among the named sources."""
    assert kinds("Both nations denied that the pact was dead.") == [("Both nations", "institution", None)]


def test_a_leader_is_the_president_the_text_named() -> None:
    """By the country before the title."""
    text = "Norland President Anna Lindholm spoke. Later the Norland leader announced that the toll would end."
    assert kinds(text)[-1] == ("the Norland leader", "named_person", "Anna Lindholm")


def test_a_family_name_may_stand_first() -> None:
    """Three capitals that begin with it."""
    text = "The guest was Park Min Ho. Park said that the sea was calm."
    assert kinds(text) == [("Park", "named_person", "Park Min Ho")]


@pytest.mark.parametrize(
    "group", ["Whigs", "Tories", "Protestants", "Catholics", "Pakistanis", "Indians", "Norwegians"]
)
def test_no_group_is_a_person(group: str) -> None:
    """Whichever people, creed or party speaks: it is a crowd (law 7)."""
    assert [kind for _, kind, _ in kinds(f"{group} said the toll was unfair.")] == ["collective"]


def test_they_may_be_a_crowd() -> None:
    """Unnamed observers, taken up by a pronoun."""
    assert [kind for _, kind, _ in kinds("Observers watch the pact, and they say it will fail.")] == ["collective"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Anna Lindholm said the dam would hold, but she left at noon.", "the dam would hold"),
        ("Anna Lindholm vowed to end the toll, while the council left.", "to end the toll"),
        ("Anna Lindholm said the toll would end; the council left.", "the toll would end"),
        ("Anna Lindholm talked about the old toll.", "the old toll"),
        ("The dam will hold, said Anna Lindholm, a baker from the north.", "The dam will hold"),
        ("The dam held, according to Anna Lindholm, director of the works.", "The dam held"),
        (
            "'' The dam will hold, '' Anna Lindholm said.".replace("'' T", "''T").replace(", ''", ",''"),
            "''The dam will hold,''",
        ),
    ],
)
def test_a_content_ends_where_the_author_goes_on(text: str, content: str) -> None:
    """Commas of the author, appositions of the speaker, marks made of two single ones."""
    assert [words(text, item) for item in read(text)] == [[content]]


def test_a_medium_that_relays_stands_beside_the_first_source() -> None:
    """Both are attributions, and the first names the medium."""
    found = read("The ministry said the dam had failed, according to the Harbour Times.")
    assert [item.via and item.via.text for item in found] == ["the Harbour Times", None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Ann Ostrow said the dam would hold. Tom Ostrow said it would fail. He said it leaked.",
            ["Ann Ostrow", "Tom Ostrow", "Tom Ostrow"],
        ),
        ("Celia Norway runs the mill. Norway said the roof had leaked.", ["Celia Norway"]),
        ("If Keller stays, the mill stays. Keller said so on Monday, and she said it twice.", ["Keller"]),
    ],
)
def test_names_stay_apart(text: str, names: list[str]) -> None:
    """Two people of one surname, a person called like a country, a word before a name that is none of it."""
    assert [item.source_name for item in read(text)][: len(names)] == names


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ministers said the roof would be mended.", "collective"),
        ("A poll released on Monday found that most voters want a bridge.", "document"),
        ("Half of the voters said the bridge was needed.", "collective"),
        ("The recording shows that the gate was open.", "document"),
        ("Celia Norway runs the mill. Norway said the roof had leaked.", "named_person"),
        ("A count showed that ninety had left.", "document"),
        ("Both nations denied the charge.", "institution"),
        ("Claire Danes runs the mill. Ms. Danes said the roof had leaked.", "named_person"),
    ],
)
def test_kinds_of_heads(text: str, kind: str) -> None:
    """What the phrase is about decides, not what follows it."""
    assert [item.source_kind for item in read(text)][:1] == [kind]


def test_nobody_is_named() -> None:
    """A passive without a speaker: a cue, no source, and what is said."""
    (item,) = read("It is believed that the mill will close.")
    assert item.source is None
    assert item.cue is not None
    assert (item.source_kind, item.cue.text) == ("none", "believed")
    assert item.content


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        # hearsay about somebody is not said by them
        ("Ruth Ostrow reportedly sold the mill to a cousin in May.", [None]),
        ("The mill is reportedly shut, according to Ruth Ostrow.", ["Ruth Ostrow"]),
        ("The owners plan to sell the mill by May, Ruth Ostrow said.", ["Ruth Ostrow"]),
        ("Ruth Ostrow says the owners plan to sell the mill.", ["Ruth Ostrow"]),
        # a participle before its noun is no verb
        ("Voters gathered in the hall to back Ostrow’s proposed water plan.", []),
        ("Ruth Ostrow proposed that the water be shared.", ["Ruth Ostrow"]),
        # nouns that look like verbs
        ("Ruth Ostrow left the hall in talks that dragged on.", []),
        ("Ruth Ostrow claims that the hall is hers.", ["Ruth Ostrow"]),
        # words that open a sentence
        ("Additionally, Ruth Ostrow said the dam would hold.", ["Ruth Ostrow"]),
        ("Furthermore, the ministry announced that the dam would hold.", ["the ministry"]),
        # things that don't speak
        ("The valley kept its hope for calm, which calls for patience.", []),
        ("The letter from the ministry, which calls for patience, is old.", ["The letter from the ministry"]),
        ("Traders sold the hall out of fears of a flood in the valley.", []),
        ("Please, take this letter to the town and insist that they read it.", []),
        # deeds
        ("Norway vetoed the resolution on fishing.", []),
        ("Norway condemned the resolution on fishing.", ["Norway"]),
        # participles whose noun is spoken of
        ("Ruth Ostrow gave up the mill, considered a ruin by the town.", []),
        ("A mill believed to be the oldest in the valley was sold.", []),
        ("Ruth Ostrow believed that the mill was the oldest.", ["Ruth Ostrow"]),
        ("A band of thieves called Black Harbour said they took the boat.", ["Black Harbour"]),
        # occasions and datelines
        (
            "In a statement, the envoy for the lakes, Dunya Varga, welcomed the move to share the water.",
            ["the envoy"],
        ),
        ("HARBOUR CITY (Reuters) - Mayor Ruth Ostrow said that the dam would hold.", ["Mayor Ruth Ostrow"]),
        ("Rebel forces attacked the village at dawn.", []),
        ("Ruth Ostrow attacked the plan as a waste.", ["Ruth Ostrow"]),
    ],
)
def test_who_is_spoken_of_does_not_speak(text: str, sources: list[str | None]) -> None:
    """Hearsay, nouns, participles, deeds and openers that a sceptical editor would not call a statement, each beside a statement."""
    assert [item.source.text if item.source else None for item in read(text)] == sources


def test_a_weekday_is_no_content() -> None:
    """What was told stands behind the weekday, or before the cue."""
    for text, content in (
        ("Ruth Ostrow warned the town on Thursday the dam would break.", "the dam would break"),
        ("The dam will break, Ruth Ostrow told a meeting on Monday.", "The dam will break"),
    ):
        assert words(text, one(text)) == [content]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (
            "The pair have parted, GossipLane.com has learned. As GossipLane.com previously noted, they were rarely seen.",
            ["outlet:itself", "outlet:itself"],
        ),
        ("HARBOUR CITY (Reuters) - The dam holds. The mayor was told, Reuters reported.", ["outlet:itself"]),
        ("HARBOUR CITY - The dam holds. The mayor was told, Reuters reported.", ["outlet:medium"]),
        ("The dam holds, Reuters reported.\n\nCopyright 2031 Reuters", ["outlet:itself"]),
    ],
)
def test_the_publishing_outlet_is_no_other_medium(text: str, rules: list[str]) -> None:
    """Its name stands in the dateline's brackets, in the copyright line, or beside "has learned"."""
    document = _settled(text)
    assert [finding.rule.partition(".")[2] for finding in DETECTOR.find(document)] == rules


def test_a_pronoun_means_the_office_holder_the_sentence_before_begins_with() -> None:
    """Not the last one quoted, where the subject stands behind a country and an office."""
    text = (
        "Peter Novak told reporters the vote was lost. Norwegian President Martin Lindholm spoke in the evening. "
        "He called the vote a shame."
    )
    assert read(text)[-1].source_name == "Martin Lindholm"
