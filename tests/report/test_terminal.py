"""The annotate view and the score table: what stands where, in how many columns."""

from __future__ import annotations

import math
import re

import pytest

from newsgauge.article import LIMIT, Annotation, Contribution
from newsgauge.report import annotate_view, score_table
from newsgauge.report.cells import cells
from writers.samples import abstained, bare, failed, finding, scored

ANSI = re.compile(r"\x1b\[[\d;]*m")


def widest(text: str) -> int:
    return max(cells(ANSI.sub("", line)) for line in text.splitlines())


def test_items_come_before_the_score_and_the_limit_right_under_it() -> None:
    """Title, five items, score with its interval and level, and on the next line what the score is."""
    lines = annotate_view(scored()).splitlines()
    assert lines[0] == "SHOCKING vote in Brackwater"
    items = [line.split()[0] for line in lines if "(0–3, high is" in line]
    assert items == ["wording", "sourcing", "language", "residue", "headline"]
    score = next(index for index, line in enumerate(lines) if line.startswith("Score"))
    assert lines[score] == "Score 42 ± 12 of 100 (80 % interval 30 to 54)"
    assert lines[score + 1].startswith("Level 2 of 5 (weak) · 20 % chance of level 4 or 5")
    assert lines[score + 2] == LIMIT
    assert lines[score + 3] == "Genre: report 71 %, opinion 29 %. Compare scores within a genre only."
    assert lines.index("wording   ███████░░░ 2.0  coloured wording          (0–3, high is worse)") < score


def test_the_text_reads_without_colour() -> None:
    """Marks are numbered, notes name the kind, and the voice where it is not the author's."""
    view = annotate_view(scored())
    assert "The ⟦furious⟧² mayor ⟦slammed⟧³ the plan" in view
    assert "  ² loaded wording: epithet: A feeling stated as a fact.\n" in view
    assert "  ⁴ loaded wording: mockery (quoted): Mocks, in somebody else's words.\n" in view


def test_weaknesses_and_strengths_name_feature_value_points_and_words() -> None:
    """The largest deduction has the longest bar and the words behind it; a strength stands beside it."""
    view = annotate_view(scored())
    assert " −16.0 ██████████ " in view
    assert "58.8 per 1,000 words" in view
    assert "“furious”, “slammed”" in view
    assert "Strengths: +2.5 points" in view
    assert "  +2.5 ██ " in view
    assert "50 %" in view


def test_points_shown_and_left_out_add_up() -> None:
    """Sixteen deductions: the smaller ones are one line with their sum."""
    many = tuple(Contribution(f"f{i}", "x", "wording", 1.0, "share", -0.1 * i, ()) for i in range(1, 17))
    view = annotate_view(scored(contributions=many))
    assert "Weaknesses: −13.6 points" in view
    # 0.1 + 0.2 + 0.3 + 0.4: the twelve largest are shown one by one.
    assert re.search(r"−1\.0 +4 smaller ones together", view)


def test_sources_provenance_and_the_unmeasured_are_listed() -> None:
    """Who is quoted and how often, what a scraper left, and what is unknown for which reason."""
    view = annotate_view(scored())
    assert "Ilse Tarn: named person, once, first-hand\nnobody named: no source given, once\n" in view
    assert "residue: share prompt: “Share this story”" in view
    assert "headline overlap: the body is too short" in view
    assert view.endswith("Model default 1, abababababab.\n")


def test_an_abstained_text_says_why_first_and_shows_the_rest() -> None:
    """The reason comes before the items; findings and items are there, a score isn't."""
    view = annotate_view(abstained())
    assert view.index("No score: 34 words; a score needs about 130") < view.index("wording ")
    assert "⟦furious⟧²" in view
    assert "Score" not in view
    assert "41.5" not in view
    assert LIMIT in view


def test_a_failed_input_is_one_line() -> None:
    """Place and reason, nothing made up."""
    assert annotate_view(failed()) == "news/absent.txt: failed: no such file; check the path\n"


def test_marks_that_cross_carry_their_number_at_both_ends() -> None:
    """“one two” and “two three” share a word: brackets alone would close the wrong one."""
    text = "one two three four"
    found = [finding(text, "one two", "vagueness.crowd"), finding(text, "two three", "loaded_wording.epithet")]
    assert "⟦¹one ⟦²two⟧¹ three⟧² four" in annotate_view(bare(text, *found))
    inner = [finding(text, "one two three", "vagueness.crowd"), finding(text, "two", "loaded_wording.epithet")]
    assert "⟦one ⟦two⟧² three⟧¹ four" in annotate_view(bare(text, *inner))


def test_a_lowered_confidence_is_told_and_one_that_repeats_the_chance_is_not() -> None:
    """80 % sure that the level is under 4 says the same as a 20 % chance of 4 or 5."""
    assert " sure" not in annotate_view(scored(probability=0.2, confidence=0.8))
    assert "60 % sure: unusual text" in annotate_view(scored(probability=0.2, confidence=0.6))


def test_one_is_singular() -> None:
    """1 kind, 2 kinds; a sum of strengths needs no unit."""

    def shown(value: float, unit: str) -> str:
        return annotate_view(scored(contributions=(Contribution("f", "x", "wording", value, unit, -3.0, ()),)))

    assert "f: 1 kind\n" in shown(1.0, "kinds")
    assert "f: 2 kinds\n" in shown(2.0, "kinds")
    assert "f: 2.60\n" in shown(2.6, "strength")


LONG = "Brackwater " * 60 + "東京" * 90 + " " + "x" * 300


@pytest.mark.parametrize("width", [40, 80, 109, 110, 160])
@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize(
    "annotation",
    [
        scored(),
        abstained(),
        failed(),
        bare(LONG, finding(LONG, "Brackwater", "vagueness.crowd", note="long " * 40), place="p" * 200),
    ],
    ids=["scored", "abstained", "failed", "long"],
)
def test_no_line_is_wider_than_asked(annotation: Annotation, width: int, colour: bool) -> None:
    """Long words, wide characters, long notes and long names included."""
    assert widest(annotate_view(annotation, width, colour)) <= width


def test_notes_stand_beside_the_text_when_there_is_room() -> None:
    """At 110 columns a note shares the line with its mark."""
    line = next(line for line in annotate_view(scored(), 110).splitlines() if "⟦furious⟧²" in line)
    assert line.partition(" │ ")[2].startswith("² loaded wording: epithet: A feeling")


def test_colour_adds_codes_and_nothing_else() -> None:
    """Without its codes the coloured view is the plain one."""
    assert ANSI.sub("", annotate_view(scored(), 80, colour=True)) == annotate_view(scored(), 80)
    assert "\x1b" not in annotate_view(scored(), 80)


def test_the_text_cannot_act_on_the_terminal() -> None:
    """Escapes, bidirectional overrides and bells in text, title, place and reason are shown, not obeyed."""
    nasty = "a\x1b[2Jb\u202ec\x07d\u2066e\x9bf"
    for shown in (
        annotate_view(bare(nasty, place=nasty)),
        annotate_view(Annotation("x", nasty, "failed", reason=nasty)),
        "\n".join(score_table([Annotation("x", nasty, "failed", reason=nasty)])),
    ):
        assert not set(shown) & set("\x1b\u202e\x07\u2066\x9b")
        assert "⟨U+202E⟩" in shown


def test_a_lopsided_interval_gives_its_ends() -> None:
    """Clipped at 0 a ± would lie."""
    assert "Score 5 of 100 (80 % interval 0 to 20)" in annotate_view(scored(score=5.0, raw=5.0, interval=(0.0, 20.0)))


def test_a_clipped_score_says_so() -> None:
    """Points lead to −3, the score shows 0."""
    assert "to −3, shown as 0." in annotate_view(scored(score=0.0, raw=-3.0, interval=(0.0, 9.0)))


def test_the_table_has_a_row_per_article_in_order() -> None:
    """Scored, abstained with its reason, failed with its reason, then what the columns and the score mean."""
    lines = list(score_table([scored(), abstained(), failed()]))
    assert " ".join(lines[0].split()) == "place score 80 % lvl P≥4 wrd src lng res hdl genre words"
    assert " ".join(lines[2].split()) == "news/brackwater.txt 42 30–54 2 0.20 2.0 1.4 0.0 1.0 – report 34"
    assert lines[3] == "  note: decoded as Latin-1"
    assert lines[4].split()[:3] == ["news/short.txt", "–", "–"]
    assert lines[5] == "  abstained: 34 words; a score needs about 130"
    assert lines[6].split(maxsplit=1) == ["news/absent.txt", "failed: no such file; check the path"]
    assert " ".join(lines[8:]).startswith(LIMIT)


@pytest.mark.parametrize("width", [80, 100, 160])
def test_the_table_fits(width: int) -> None:
    """Long and wide names are cut in their middle, so that columns stay in line."""
    rows = [scored(place="folder/" * 20 + "東京.txt"), scored(place="東" * 60), failed()]
    lines = list(score_table(rows, width))
    assert max(map(cells, lines)) <= width
    assert "…" in lines[2]
    # The score is right-aligned under its five-letter heading, whatever stands before it.
    start = cells(lines[0].partition("score")[0])
    assert [cells(line.partition(" 42 ")[0]) for line in (lines[2], lines[4])] == [start + 2, start + 2]


def test_the_table_streams() -> None:
    """The first row is given before the second article is asked for."""

    def one_then_trouble() -> object:
        yield scored(notes=())
        raise AssertionError("asked for too early")

    table = score_table(one_then_trouble())  # type: ignore[arg-type]  # a generator that fails on purpose
    assert "brackwater" in [next(table) for _ in range(3)][2]


def test_unknown_is_a_dash_not_a_zero() -> None:
    """NaN and None among the items are shown as unknown."""
    row = list(score_table([scored(items={"wording": math.nan}, notes=())]))[2]
    assert row.split()[5:10] == ["–"] * 5


def test_a_mark_on_the_empty_last_line_still_gets_its_note() -> None:
    """A text that breaks off is marked behind its last line end; the note must not be lost."""
    text = "The council met and\n"
    cut_off = finding(text, "and", "residue.truncated", note="It breaks off.")._replace(start=20, end=20, text="")
    assert "¹ residue: truncated: It breaks off." in annotate_view(bare(text, cut_off))


def test_a_block_over_several_lines_is_marked_in_each() -> None:
    """Residue that runs over three lines opens and closes on every one, and has one note."""
    text = "News.\nShare\n\nTweet\nMore.\n"
    block = finding(text, "Share\n\nTweet", "residue.share_prompt", note="Buttons.")
    view = annotate_view(bare(text, block))
    assert "⟦Share⟧¹\n" in view
    assert "⟦Tweet⟧¹\n" in view
    assert view.count("Buttons.") == 1


def test_a_source_is_explained_once_and_a_flaw_each_time() -> None:
    """Two named sources and two loaded words: the good news is told once, the weakness under every paragraph."""
    text = "Ann said so. It was vile.\n\nBob said no. It was mad.\n"
    found = [
        finding(text, "Ann said", "attribution.named_person", note="Can be asked."),
        finding(text, "vile", "loaded_wording.epithet", note="Loaded."),
        finding(text, "Bob said", "attribution.named_person", note="Can be asked."),
        finding(text, "mad", "loaded_wording.epithet", note="Loaded."),
    ]
    view = annotate_view(bare(text, *found))
    assert view.count("Can be asked.") == 1
    assert view.count("Loaded.") == 2
    assert "³ attribution: named person\n" in view


def test_a_title_without_a_value_is_not_called_absent() -> None:
    """“No headline found” is said only where there is none."""
    assert "–  not measured" in annotate_view(scored())
    assert "–  no headline found" in annotate_view(scored(title=None))
