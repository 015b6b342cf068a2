"""Rules and kinds of the calibration family, each rule with its examples."""

from __future__ import annotations

from typing import Final

from newsgauge.rule import Kind, Rule

_OWN: Final = "Phrases and examples written for newsgauge; the kinds after wire agencies' practice."
PROOF: Final = "calibration.overclaim:proof"
RULES: Final = (
    Rule(
        "calibration.honest_uncertainty:not-clear",
        0.7,
        "The text says plainly that something is not clear yet.",
        "“It was not immediately clear”, “it remains unclear whether”. Leaves alone who was not available, what was "
        "unclear at the time, and doubts put as “it is not clear that”. Fails where the phrase is irony.",
        _OWN,
        fires=(
            "[It was not immediately clear] who fired.",
            "[It remains unclear] why the dam broke.",
            "[It is not known] how many were aboard.",
            "[It is too early to say] who won.",
            "Roe [was unclear whether] the mayor knew.",
            "What set off the alarm [remained unknown].",
            "The pilot's name [was not immediately known].",
            "[It is unclear] if the train will run.",
        ),
        silent=(
            "It was clear that the dam broke.",
            "The water was clear.",
            "It is known who fired.",
            "The road is clear whether it rains or not.",
            "She remains in hospital.",
            "He knew it immediately.",
            "It is not a river.",
            "The unknown soldier lies in Velden.",
            "Roe was not immediately available.",
            "At the time it was unclear whether tea helps.",
            "It is not clear that he has any plan.",
            "It was not yet clear how he had come by the figures.",
        ),
    ),
    Rule(
        "calibration.honest_uncertainty:not-verified",
        0.8,
        "The text says what could not be verified.",
        "“Could not be independently verified”, “has not been confirmed”.",
        _OWN,
        fires=(
            "The claim [could not be independently verified].",
            "The Gazette [was unable to verify] the video.",
            "The deaths [have not been confirmed].",
            "There is [no independent confirmation] of the raid.",
        ),
        silent=(
            "The claim was verified by two engineers.",
            "He could not be moved.",
            "She confirmed the deaths.",
            "They were unable to sleep.",
        ),
    ),
    Rule(
        "calibration.honest_uncertainty:preliminary",
        0.7,
        "The text marks its facts as preliminary.",
        "“Preliminary results”, “details were still emerging”, “more research is needed”. Leaves alone preliminary "
        "inquiries, initial plans and estimates, and titles of papers.",
        _OWN,
        fires=(
            "[Preliminary results] put Quill ahead.",
            "[Details were still emerging] on Sunday.",
            "[The investigation is ongoing].",
            "[More research is needed], Roe said.",
        ),
        silent=(
            "The results put Quill ahead.",
            "He made a preliminary sketch.",
            "Early birds sang.",
            "The investigation ended in May.",
            "A preliminary investigation was opened in Velden.",
            "The bridge opened well before initial estimates.",
            "Roe, A. Tea and Sleep: Preliminary Findings. Velden, 2031.",
            "More work is needed on the roof.",
        ),
    ),
    Rule(
        "calibration.honest_uncertainty:cause-unknown",
        0.8,
        "The text says which fact is still missing.",
        "“The cause is not yet known”, “police do not know”. Leaves alone what was unknown in the past, and things "
        "not built, published or founded yet.",
        _OWN,
        fires=(
            "The cause of the fire [is not yet known].",
            "The [motive was unclear].",
            "[Police do not know] who fired.",
            "The sum [has not been disclosed].",
        ),
        silent=(
            "The cause of the fire was a candle.",
            "The motive was greed.",
            "Police know who fired.",
            "He does not know her.",
            "In the 1990s scientists didn't know whether tea helps.",
            "The committee has not been established.",
            "The film has not been released.",
            "The plan has no clear link to the mill.",
        ),
    ),
    Rule(
        "calibration.overclaim:adverb",
        0.6,
        "The words rule out dispute.",
        "Undeniably, indisputably … Leaves alone words reported of somebody, negated ones and questions.",
        _OWN,
        fires=(
            "The plan is [undeniably] a failure.",
            "Quill is [unquestionably] the best mayor of all.",
            "The toll has [undoubtedly] ruined the town.",
            "“It is [undeniably] late,” Roe said.",
        ),
        silent=(
            "Roe said the plan was undeniably a failure.",
            "The plan is not indisputably good.",
            "He denied it.",
            "The facts are in dispute.",
            "Is the plan undeniably a failure?",
        ),
    ),
    Rule(
        "calibration.overclaim:no-doubt",
        0.7,
        "The words rule out doubt.",
        "“There is no doubt”, “beyond question”, “nobody can deny”. Leaves alone “beyond a reasonable doubt”, "
        "“little doubt”, obeying without question, the speaker's own feelings and reported speech.",
        _OWN,
        fires=(
            "[There is no doubt that] the council lied.",
            "The mayor knew, [beyond question].",
            "[Nobody can deny] that the toll hurts.",
            "[Make no mistake]: the dam will break.",
            "[Without a doubt] the worst mayor of all.",
            "[There's no denying that] the toll hurts.",
            "The toll is [without question] the worst of all.",
        ),
        silent=(
            "The jury must find guilt beyond a reasonable doubt.",
            "There is some doubt about the figure.",
            "Roe said there is no doubt that the council lied.",
            "The question of the toll is open.",
            "He answered without questions from the press.",
            "Beyond a question of taste, the roof leaks.",
            "There's no question the almanac can't answer.",
            "Make no mistake: I agree with Roe.",
            "Roe voted for her without doubt or delay.",
            "The guards obey without question.",
            "There is little doubt that the bill will pass.",
            "There is no question in my mind that he lied.",
            "Beginners make no mistake here.",
            "It was not the end of story telling.",
        ),
    ),
    Rule(
        PROOF,
        0.7,
        "The words claim that something is proved.",
        "“This proves that”, “irrefutable evidence”. Leaves alone mathematics, courts, negations, suppositions, "
        "questions, people who prove themselves, “proves difficult” and reported speech.",
        _OWN,
        fires=(
            "The letter [proves that] the council lied.",
            "Here is [undeniable proof] of the fraud.",
            "The video is [proof positive].",
            "The tape [conclusively proves] the plot.",
            "[This proves that] the mill is to blame.",
            "The mill closed early, [proving that] tolls ruin towns.",
            "The vote [proved beyond doubt] that tolls ruin towns.",
        ),
        silent=(
            "The theorem proves that no such number exists.",
            "Nothing proves that the council lied.",
            "The climb proves difficult in winter.",
            "The prosecution must prove that he knew.",
            "Roe said the letter proves that the council lied.",
            "The test does not prove that tea helps.",
            "Believers speak of an absolute truth.",
            "To show which cause it was is beyond the study; it offers no definitive proof.",
            "The rumour proves true.",
            "Where a crime is proven that breaks the oath, he must go.",
            "She proved that she can sing.",
            "The scheme assumes rather than proves that tea helps.",
            "Does the letter prove that the council lied?",
            "They want a letter that proves the plot.",
        ),
    ),
    Rule(
        "calibration.overclaim:the-truth-is",
        0.6,
        "A claim is introduced as the plain truth.",
        "“The truth is that”, “the fact of the matter is”, “it is a fact that”. Leaves alone concessions of the "
        "speaker's own, avowals that nobody knows, and the truth as a thing (“the truth is in between”).",
        _OWN,
        fires=(
            "[The truth is that] the toll failed.",
            "[The fact of the matter is] that he lost.",
            "[It is obvious that] the plan failed.",
        ),
        silent=(
            "The fact is disputed by the council, Roe said.",
            "The truth lies in between.",
            "It is obvious to nobody.",
            "The truth is in the small print.",
            "The truth is closer to the reverse.",
            "“The truth is, I don't remember,” Roe said.",
            "The truth is that nobody knows.",
            "The reality is we lost.",
            "Roe admitted the reality is that the toll failed.",
        ),
    ),
    Rule(
        "calibration.overclaim:certain",
        0.7,
        "The words claim complete certainty.",
        "“100 % certain”, “scientifically proven”. Leaves alone whole percentages of things.",
        _OWN,
        fires=(
            "This cure is [100 % safe].",
            "The herb is [scientifically proven] to heal.",
            "It is [100 percent true].",
        ),
        silent=(
            "The sails are 100 percent cotton.",
            "Turnout rose to 100 percent in one village.",
            "It is not 100 percent safe.",
        ),
    ),
)
BY_NAME: Final = {rule.name: rule for rule in RULES}
KINDS: Final = (
    Kind("calibration.honest_uncertainty", "The text says what is not known or not verified."),
    Kind("calibration.overclaim", "The words claim more certainty than a report can have."),
)
