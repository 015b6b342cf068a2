"""The text in blocks: nothing lost, nothing twice, every finding begun once, whatever the text and the spans."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsgauge.article import Annotation, Finding, Span
from newsgauge.report.families import LANES
from newsgauge.report.marking import LONGEST, Block, blocks
from newsgauge.report.visible import visible

KINDS = ("loaded_wording.epithet", "attribution.role", "residue.caption", "my.own")
TEXTS = st.text(st.sampled_from("ab .\n\r\t\u2028“é😀\x00"), max_size=60)
SPANS = st.lists(
    st.tuples(
        st.integers(0, 60),
        st.integers(0, 12),
        st.sampled_from(KINDS),
        st.sampled_from(("author", "quoted", "headline")),
    ),
    max_size=12,
)


def annotation(text: str, spans: list[tuple[int, int, str, str]], title: Span | None = None) -> Annotation:
    found = []
    for number, (start, size, kind, voice) in enumerate(spans):
        first = min(start, len(text))
        end = min(first + size, len(text))
        found.append(Finding(f"f{number}", kind, first, end, text[first:end], voice, 0.5, f"{kind}:x", "Why."))  # type: ignore[arg-type]  # a voice
    found.sort(key=lambda one: (one.start, one.end))
    return Annotation("t", "t", "scored", text=text, findings=found, title=title)


def cut(a: Annotation) -> list[Block]:
    return list(blocks(a, {one.id: number for number, one in enumerate(a.findings, 1)}, {}))


@settings(deadline=None)
@given(TEXTS, SPANS)
def test_joined_blocks_are_the_text(text: str, spans: list[tuple[int, int, str, str]]) -> None:
    """With line ends as \\n and hidden characters made visible."""
    shown = "".join("".join(bit.text for bit in block.bits) + block.gap for block in cut(annotation(text, spans)))
    assert shown == visible(text.replace("\r\n", "\n").replace("\r", "\n"))


@settings(deadline=None)
@given(TEXTS, SPANS)
@example("\u2028", [(0, 1, KINDS[0], "author")])
def test_every_finding_begins_once(text: str, spans: list[tuple[int, int, str, str]]) -> None:
    """Also those without length, across lines, on white space and at the very end."""
    a = annotation(text, spans)
    begun = [number for block in cut(a) for bit in block.bits for number in bit.begins]
    assert sorted(begun) == list(range(1, len(a.findings) + 1))


@settings(deadline=None)
@given(TEXTS, SPANS)
def test_lanes_are_few(text: str, spans: list[tuple[int, int, str, str]]) -> None:
    """A line stands in a lane there is, and quoted words alone carry no tint."""
    for block in cut(annotation(text, spans)):
        for bit in block.bits:
            assert all(0 <= layer.lane < LANES for layer in bit.layers)
            assert bool(bit.layers) == bool(bit.findings)


def test_overlapping_lines_stand_below_each_other() -> None:
    """Three findings that overlap have three lanes; the next one is near the letters again."""
    a = annotation(
        "one two three four",
        [
            (0, 13, KINDS[0], "author"),
            (4, 9, KINDS[1], "author"),
            (8, 5, KINDS[2], "author"),
            (14, 4, KINDS[0], "author"),
        ],
    )
    lanes = {layer for block in cut(a) for bit in block.bits for layer in bit.layers}
    assert {(layer.family, layer.lane) for layer in lanes} == {
        ("loaded_wording", 0), ("attribution", 1), ("residue", 2), ("loaded_wording", 0),
    }  # fmt: skip


def test_the_title_is_told_from_the_text() -> None:
    """Its line alone is a headline."""
    marked = cut(annotation("Mayor leaves\n\nShe left.", [], Span(0, 12)))
    assert [block.headline for block in marked] == [True, False]


def test_a_very_long_line_is_cut_where_a_blank_is() -> None:
    """No block is longer than a browser lays out at once."""
    text = "word " * (LONGEST // 2)
    pieces = ["".join(bit.text for bit in block.bits) for block in cut(annotation(text, []))]
    assert max(map(len, pieces)) <= LONGEST
    assert all(piece.endswith(" ") for piece in pieces[:-1])
    assert "".join(pieces) + "".join(block.gap for block in cut(annotation(text, []))) == text
