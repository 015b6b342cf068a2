"""Findings one a line."""

from __future__ import annotations

from newsgauge.report import finding_lines
from writers.samples import abstained, bare, failed, finding, scored


def test_lines_stand_in_reading_order_with_their_place() -> None:
    """place:line:col: kind: note; a quoted finding says so."""
    assert list(finding_lines(scored())) == [
        "news/brackwater.txt:1:1: headline.shouting: Capitals that shout.",
        "news/brackwater.txt:3:5: loaded_wording.epithet: A feeling stated as a fact.",
        "news/brackwater.txt:3:19: loaded_wording.exaggeration: A blow where somebody only spoke.",
        "news/brackwater.txt:6:4: loaded_wording.mockery: Mocks, in somebody else's words. (quoted)",
        "news/brackwater.txt:6:13: vagueness.crowd: Nobody is named.",
        "news/brackwater.txt:7:1: residue.share_prompt: A button, not the article.",
    ]


def test_columns_count_code_points_and_crlf_is_one_line_end() -> None:
    """An emoji and an umlaut are a column each; the lone CR of an old Mac ends a line too."""
    text = "über 🙂\r\n🙂 é sad\rsad\nsad"
    found = [finding(text, "sad", "loaded_wording.epithet", note="Sad.", occurrence=i) for i in range(3)]
    places = [line.partition(": ")[0] for line in finding_lines(bare(text, *found))]
    assert places == ["t.txt", "t.txt:2:5", "t.txt:3:1", "t.txt:4:1"]


def test_no_score_is_said_first() -> None:
    """Failed and abstained inputs give their reason on a line of their own."""
    assert list(finding_lines(failed())) == ["news/absent.txt: failed: no such file; check the path"]
    assert next(finding_lines(abstained())) == "news/short.txt: abstained: 34 words; a score needs about 130"


def test_notes_and_places_cannot_act_on_the_terminal() -> None:
    """Escapes and line ends in a file's name or a note are shown, not obeyed."""
    text = "sad"
    hostile = bare(text, finding(text, "sad", "loaded_wording.epithet", note="a\x1b[31m\nb"), place="x\x1b]0;t\x07.txt")
    lines = list(finding_lines(hostile))
    assert len(lines) == 2
    assert not any(ord(char) < 32 for line in lines for char in line)
