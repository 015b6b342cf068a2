"""The rules and kinds of the translation family, with their examples."""

from __future__ import annotations

from typing import Final

from newsgauge.rule import Kind, Rule

_SHAPE: Final = "A pattern written for newsgauge; known words were learnt as hashes from highly rated outlets."
_OWN: Final = (
    "Phrases written for newsgauge after grammars and style guides; none is right in any dialect of edited English."
)
_SPUN: Final = (
    "Word-spinners' synonyms, after the “tortured phrases” of Cabanac, Labbé and Magazinov (2021, arXiv:2107.06751)."
)

_NOTE: Final = "Two words are glued together: something was cut out between them."
_START: Final = "The council met in the old hall of the town on Monday morning.\n\nNobody came.\n\n"

_GLUED: Final = (
    Rule(
        "translation.glued_words:inner-capital",
        0.8,
        _NOTE,
        "A word with a capital inside whose halves are both words: a known one and a function word, "
        "or two that stand alone elsewhere. "
        "Leaves alone brands, names such as McDonald, addresses and what occurs twice.",
        _SHAPE,
        fires=(
            "It fell last [SeptemberThe] bridge was old.",
            "He came to [VeldenThere] he slept; Velden is small.",
            "It was [theBridge] of the town.",
            "The river rose [todayThis] is known.",
            "Top [NewsVelden] votes. Velden is small.",
            "They met on [MondayAda] Quill said so, and Ada left.",
            "The [riverWhen] it froze was still.",
            "She lives [inVelden] now, and Velden is small.",
        ),
        silent=(
            "Ron McDonald owns an iPhone.",
            "He watched YouTube and LinkedIn.",
            "The DeSantis plan passed LaGuardia.",
            "See TheVeldenNews.com for more.",
            "MacArthur met MacDonald.",
            "The firm BrightWater sold BrightWater shares.",
            "#VeldenVotes was written by @VeldenNews.",
            "eBay and iTunes fell.",
        ),
    ),
    Rule(
        "translation.glued_words:stop",
        0.6,
        "The space behind a stop, comma or colon is missing.",
        "A small known word, a mark and a word without any space. Leaves alone addresses, abbreviations and numbers.",
        _SHAPE,
        fires=(
            "It fell into the [river.The] mayor wept.",
            "That is all I [know.After] that he left.",
            "He said it was [easy:It] was not.",
            "She saw the [bridge,which] fell.",
        ),
        silent=(
            "See velden.com for more.",
            "He has a Ph.D. from Orsa.",
            "It rose by 3.5 points at 10:30.",
            "The U.S. and the E.U. agreed.",
            "He wrote to ada.quill@velden.example today.",
            "It said: go home. They went, and slept.",
        ),
    ),
    Rule(
        "translation.glued_words:small",
        0.5,
        "Two small words are glued together.",
        "An unknown word in small letters that falls apart into a known one of five letters and "
        "“the”, “and”, “which” …",
        _SHAPE,
        fires=(
            "It brings out the best in [peopleand] the worst.",
            "He [becomethe] mayor.",
            "No greater [thanprevious] floods.",
        ),
        silent=(
            "The husband of a thousand.",
            "Nevertheless he stayed thereafter.",
            "They understand the woodland.",
            "He walked forthwith to Switzerland.",
        ),
    ),
    Rule(
        "translation.glued_words:quotation",
        0.5,
        "The space behind a quotation is missing.",
        "A closing curly mark with a word right behind it.",
        _SHAPE,
        fires=("“It is over[.”She] left.", "He called it “a [bridge”and] left."),
        silent=("“It is over,” she said.", "The “bridge”-builder left.", "A 5” pipe."),
    ),
)
_CAPITALS: Final = (
    Rule(
        "translation.stray_capital:function-word",
        0.7,
        "A small word begins with a capital in the middle of a sentence: parts of two texts may have been joined.",
        "Function words such as “For” or “It” with a capital between words, no stop before them. "
        "Leaves alone titles, headings, names, "
        "quotations and texts of faith that honour a pronoun.",
        _SHAPE,
        fires=(
            _START + "The mayor is going to travel north [Velden For a] visit of two days in the spring of next year.",
            _START
            + "The mayor of the town said [bridge It was] the first visit of the builder in more than ten years.",
            _START + "They owe nine million [debt For a] town that has been poor since the great flood came down.",
            _START
            + "The speech was about the bridge at [Orsa It's a] long story that nobody in the town wants to hear.",
        ),
        silent=(
            "The Lord Of The Rivers was read in the old hall of the town by many people.",
            _START + "She read the book called For a long time to the children who were in the hall.",
            _START + "“We go home,” he said. For a week nobody came to the old bridge in the town.",
            _START + "The band The Who played, and vitamin A was sold in the old hall of the town.",
            _START + "They prayed to the god whom He had sent, and God heard them in the hall.",
            "Bridges And Rivers For All People Of Velden",
            _START + "Dr. It was there, they say, and nobody in the whole of the town knew him.",
            _START + "He saw the Office For National Bridges in the old hall of the town on Monday.",
        ),
    ),
    Rule(
        "translation.stray_capital:plain-word",
        0.5,
        "An ordinary word begins with a capital in the middle of a sentence: parts of two texts may have been joined.",
        "Words that edited news hardly ever capitalises, between small words. Leaves alone names "
        "after an article, titles and quotations.",
        _SHAPE,
        fires=(
            _START
            + "They say that the people of [France Provides substantial] help to those who crossed the river at night.",
            _START + "He made one last [month Official visit] to the town that had been under water for a week.",
        ),
        silent=(
            _START + "He met the Official Receiver in the hall of the town and said that all was lost.",
            _START + "They walked along Provides Lane to the old hall of the town in the rain.",
            "Velden Provides Help For All",
        ),
    ),
)
_GRAMMAR: Final = (
    Rule(
        "translation.agreement:articles",
        0.7,
        "Two articles or an article and a pronoun stand side by side.",
        "“a the”, “the their”. Leaves alone letters and names that begin with an article.",
        _OWN,
        fires=("It wanted [a the] bridge.", "He saw [the his] house.", "She sold [my the] boat."),
        silent=("He gave the A grade.", "They like The Who.", "Is this the bridge?", "From A to Z, the lot."),
    ),
    Rule(
        "translation.agreement:a-an",
        0.6,
        "“A” and “an” are confused.",
        "“a” before a known word that begins with a vowel's sound, “an” before a consonant's.",
        _OWN,
        fires=("It was [a error].", "He is [an builder].", "She saw [a old] bridge.", "It is [an useful] tool."),
        silent=(
            "It was a union of a European kind.",
            "An hour is an honest price.",
            "A one-way road.",
            "He got an A.",
            "a, e and i",
            "A user paid an heir.",
        ),
    ),
    Rule(
        "translation.agreement:subject",
        0.7,
        "Subject and verb don't agree.",
        "“he have been”, “these is a”, “this are the”. Leaves alone questions, subjunctives and "
        "subjects that stand further away.",
        _OWN,
        fires=(
            "Yesterday [he have been] there.",
            "[These is a] bridge.",
            "[They has been] there.",
            "[This are the] rules.",
        ),
        silent=(
            "Does he have a boat?",
            "One of these is a bridge.",
            "She let it be; they have been there.",
            "That he have a boat was asked.",
        ),
    ),
    Rule(
        "translation.agreement:verb",
        0.8,
        "The form of the verb is wrong.",
        "“didn't went”, “could saw”, “has went to”, “was consists”.",
        _OWN,
        fires=(
            "He [didn't went] home.",
            "She [could saw] it.",
            "They [have went to] Orsa.",
            "It [is consists] of stone.",
        ),
        silent=(
            "He didn't go home.",
            "What he did made sense.",
            "She could see it.",
            "The can fell, and will came later.",
        ),
    ),
    Rule(
        "translation.agreement:comparison",
        0.8,
        "A comparison is made twice.",
        "“more better than”, “the most biggest”.",
        _OWN,
        fires=("It is [more better than] the old one.", "[The most biggest] bridge."),
        silent=("There are more better-off people.", "It is much better than the old one.", "Most big bridges fell."),
    ),
    Rule(
        "translation.agreement:number",
        0.7,
        "Singular and plural don't agree.",
        "“informations”, “many person who”, “a children”, “one of the reason”.",
        _OWN,
        fires=(
            "He gave [informations] about it.",
            "It was [a children] song.",
            "There were [many person who] wept.",
            "It is [one of the reason that] he left.",
        ),
        silent=("A two person team won.", "One of the reasons is rain.", "He gave information.", "The children sang."),
    ),
)
_IDIOM: Final = (
    Rule(
        "translation.missing_preposition:place",
        0.7,
        "A verb of movement stands without “to” or “in”.",
        "“travel North Korea”, “arrived London”. Leaves alone names that go on.",
        _OWN,
        fires=(
            "He will [travel North Korea] soon.",
            "She [arrived London] on Monday.",
            "They [went Germany] by train.",
        ),
        silent=(
            "He will travel to North Korea.",
            "He flew Canada Air.",
            "She left London.",
            "They went from Germany to Spain.",
        ),
    ),
    Rule(
        "translation.missing_preposition:verb",
        0.7,
        "A preposition is missing.",
        "“according the report”, “listen the president”, “because the fact that”.",
        _OWN,
        fires=(
            "[According the report], it fell.",
            "They [listened the mayor].",
            "It fell [because the fact that] it was old.",
        ),
        silent=(
            "According to the report, it fell.",
            "They listened, the mayor spoke.",
            "Because the mayor wept, it rained.",
        ),
    ),
    Rule(
        "translation.unidiomatic:preposition",
        0.7,
        "The preposition is not English: it may have been translated word for word.",
        "“discuss about”, “despite of”, “which initiated with”, “capable to do”.",
        _OWN,
        fires=(
            "They [discussed about] it.",
            "[Despite of] the rain he went.",
            "The war, [which initiated with] a raid, went on.",
            "He is [capable to do] it.",
            "It [depends of the] river.",
        ),
        silent=(
            "They talked about it.",
            "In spite of the rain.",
            "The war began with a raid.",
            "He asked what to discuss. About nine came.",
        ),
    ),
    Rule(
        "translation.unidiomatic:article",
        0.7,
        "The article is not English here.",
        "“in a testimony”, “a legislation”, “the most of the”.",
        _OWN,
        fires=("[In a testimony] to the council he wept.", "She gave [an advice to] him.", "[The most people] left."),
        silent=(
            "In testimony he wept.",
            "She gave advice.",
            "An information desk stood there.",
            "Most of the people left.",
        ),
    ),
    Rule(
        "translation.unidiomatic:verb",
        0.7,
        "The verb doesn't go with its noun in English.",
        "“made a photo”, “did a mistake”, “in May 4th”.",
        _OWN,
        fires=(
            "He [did a mistake].",
            "She [made a photo] of it.",
            "It fell [in March 4th].",
            "See [how it looks like].",
        ),
        silent=("He made a mistake.", "She took a photo.", "It fell in March.", "See what it looks like."),
    ),
    Rule(
        "translation.unidiomatic:repeated",
        0.7,
        "The same thing is said twice over.",
        "“discovered a discovery” and its like.",
        _OWN,
        fires=("He [discovered a discovery].", "She [decided a decision]."),
        silent=("He made a discovery.", "She made a decision."),
    ),
    Rule(
        "translation.calque:phrase",
        0.7,
        "The phrase copies another language word for word.",
        "“with the aim to”, “it worth to”, “we remind,”.",
        _OWN,
        fires=(
            "He came [with the aim to] help.",
            "[It is worth to note] that it fell.",
            "[Recalling,] the mayor wept.",
        ),
        silent=(
            "He came to help.",
            "It is worth noting that it fell.",
            "The talks take place here.",
            "Recalling the flood, he wept.",
        ),
    ),
    Rule(
        "translation.calque:inversion",
        0.7,
        "The order of the words copies another language.",
        "“Informs about this the press service”, “it was reported the website”.",
        _OWN,
        fires=("[Reports about this the] town's paper.", "[It was reported by the press service] of the town."),
        silent=("The paper reports about this.", "It was reported on Monday.", "This is said by many."),
    ),
    Rule(
        "translation.spun:synonym",
        0.8,
        "A fixed expression was taken apart by synonyms, as word-spinning software does.",
        "“White Residence”, “bosom malignancy”, “either deceased, engaged …”.",
        _SPUN,
        fires=(
            "The men are [either deceased, engaged] at sea or gone.",
            "She was ill with [bosom malignancy].",
            "They rely on [counterfeit consciousness].",
            "It runs on [sun based power].",
        ),
        silent=(
            "The deceased was engaged.",
            "He joined states of mind.",
            "The sun, based on new data, is old.",
            "A heart attack killed her.",
        ),
    ),
    Rule(
        "translation.sentence_fragment:missing-word",
        0.6,
        "An article stands before a word it can't stand before: something is missing.",
        "“the of”, “a and”, where a link or a name was cut out. Leaves alone letters.",
        _SHAPE,
        fires=("He sold [the of] the bridge.", "They saw [the and] wept.", "It is run by [a with] him."),
        silent=("Plan A and plan B fell.", "From a to z.", "The in-crowd came.", "Vitamin a and c."),
    ),
    Rule(
        "translation.sentence_fragment:hanging-stop",
        0.7,
        "The sentence stops at a word that can't end one.",
        "A stop behind “the”, “and”, “their” …",
        _SHAPE,
        fires=("He wanted to see [bridge and the.] Then he left.", "It was [led by the.] Nobody knew."),
        silent=("That was it. The end.", "He went there and then.", "He is a Ph.D. and an M.A.", "He chose plan A."),
    ),
)
_SPELLING: Final = (
    Rule(
        "translation.typo:misspelling",
        0.6,
        "A common misspelling.",
        "A list of misspellings that are no other word. Leaves alone words with a capital, which may be names.",
        _OWN,
        fires=("He did [recieve] it.", "The [goverment] fell.", "It [occured] here.", "She was [definately] there."),
        silent=("He did receive it.", "Ms. Sargent came.", "Jon Adress paid.", "The government fell."),
    ),
    Rule(
        "translation.typo:confused",
        0.6,
        "Two words that sound alike were confused.",
        "“should of been”, “more then the”, “it's own”, “their is”.",
        _OWN,
        fires=(
            "It [should of been] old.",
            "He has [more then the] rest.",
            "The town lost [it's own] bridge.",
            "[Their is a] bridge.",
        ),
        silent=("It should have been old.", "Once more then, he said.", "It's owned by Orsa.", "Their island is old."),
    ),
    Rule(
        "translation.typo:doubled",
        0.6,
        "A word stands twice.",
        "Doubled words that are never doubled on purpose. Leaves alone “had had”, “that that”, and names.",
        _OWN,
        fires=("He saw [the the] bridge.", "It fell [of of] age.", "They came [and and] wept.", "So [it it] fell."),
        silent=(
            "He had had enough.",
            "He said that that was it.",
            "The The played.",
            "Bye bye, she said.",
            "It fell in. In Orsa it stood.",
        ),
    ),
    Rule(
        "translation.typo:loose-hyphen",
        0.5,
        "A hyphen lost its word.",
        "“large -scale”: a space before a hyphen that is joined to the next word.",
        _SHAPE,
        fires=("A [large -scale] flood.", "It was a [high -level] talk."),
        silent=("A large-scale flood.", "It fell - nobody knew why.", "It was -5 degrees.", "He left -and came back."),
    ),
    Rule(
        "translation.encoding:mojibake",
        0.7,
        "Characters were read in the wrong encoding, or shown as codes.",
        "“â€™”, “&amp;”, the replacement character. Leaves alone accents and single ampersands.",
        _SHAPE,
        fires=("It[â€™]s old.", "Tea [&amp;] cake.", "The caf[Ã©] fell.", "It[�]s old."),
        silent=("Le café d'Évian.", "Tea & cake.", "São Paulo, Ångström, Pâté.", "R&D; it fell."),
    ),
    Rule(
        "translation.encoding:question-mark",
        0.7,
        "An apostrophe was turned into a question mark.",
        "“Velden?s mayor”.",
        _SHAPE,
        fires=("[Velden?s] mayor.", "He [didn?t] go.", "The [town?s] bridge."),
        silent=("Is it Velden? Some say so.", "Why? she asked.", "What?! he said."),
    ),
    Rule(
        "translation.encoding:lost-apostrophe",
        0.5,
        "An apostrophe was lost.",
        "“dont”, “theyre”; “Veldens mayor” with known names of places and persons, where the text "
        "has no possessive apostrophe at all.",
        _OWN,
        fires=(
            "They [dont] know.",
            "He [didnt] go, and [theyre] old.",
            "The mayor of the town told the guests on Monday that the bridge to France would be "
            "built in the spring of the year after next, "
            "and that the old crossing to France would stay open for carts and for people on foot "
            "until all the work was done. The builders "
            "agree with the plan, as far as anybody knows, and so do the people who live by the "
            "river and who will have to pay for it in the "
            "end, as they have paid for all the other bridges before it. [Frances] minister came and told them so.",
        ),
        silent=("They don't know.", "The Americas were far.", "The Germanys of old.", "Wont to sleep, he slept."),
    ),
)
RULES: Final = (*_GLUED, *_CAPITALS, *_GRAMMAR, *_IDIOM, *_SPELLING)
KINDS: Final = (
    Kind("translation.glued_words", "Words run together where something was cut out."),
    Kind("translation.stray_capital", "Capitals in mid-sentence, where texts were joined."),
    Kind("translation.agreement", "Articles, subjects, verbs and numbers that don't agree."),
    Kind("translation.missing_preposition", "A preposition is missing."),
    Kind("translation.unidiomatic", "Words that don't go together in English."),
    Kind("translation.calque", "Phrases that copy another language."),
    Kind("translation.spun", "Synonyms put into fixed expressions by software."),
    Kind("translation.sentence_fragment", "Sentences with a hole in them."),
    Kind("translation.typo", "Misspellings and slips of typing."),
    Kind("translation.encoding", "Characters and apostrophes lost or garbled."),
)
