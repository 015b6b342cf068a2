"""SARIF: what code hosts need to show a finding in its place."""

from __future__ import annotations

import json
from typing import Any

from newsgauge.article import LIMIT, Annotation
from newsgauge.writers import sarif
from writers.samples import TEXT, bare, failed, finding, scored


def run_of(*annotations: Annotation, **explanations: str) -> dict[str, Any]:
    log = json.loads(sarif(annotations, "1.2.3", explanations))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_a_region_counts_code_points_from_line_and_column_one() -> None:
    """“furious” is on line 3, column 5, at offset 33; the run says that code points are counted."""
    run = run_of(scored())
    result = next(one for one in run["results"] if one["ruleId"] == "loaded_wording.epithet")
    region = result["locations"][0]["physicalLocation"]["region"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert (region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]) == (3, 5, 3, 12)
    assert (region["charOffset"], region["charLength"]) == (33, 7)
    assert region["snippet"]["text"] == "furious"


def test_every_result_names_a_rule_of_the_run() -> None:
    """ruleIndex points at the rule of the same id."""
    run = run_of(scored(), scored())
    rules = run["tool"]["driver"]["rules"]
    assert len(rules) == len({rule["id"] for rule in rules}) == 6
    assert len(run["results"]) == 12
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])


def test_rules_carry_their_explanation() -> None:
    """The explanation handed in is the rule's full description."""
    kind = "vagueness.crowd"
    run = json.loads(sarif([scored()], "1", {kind: "A crowd speaks."}))["runs"][0]
    rule = next(one for one in run["tool"]["driver"]["rules"] if one["id"] == kind)
    assert rule["fullDescription"]["text"] == "A crowd speaks."
    assert rule["properties"]["tags"] == ["vagueness"]


def test_a_failed_input_is_a_notification() -> None:
    """A missing file is no finding: the tool reports it, and the run was not wholly successful."""
    run = run_of(scored(), failed())
    (invocation,) = run["invocations"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert invocation["executionSuccessful"] is False
    assert notification["level"] == "error"
    assert "no such file" in notification["message"]["text"]
    location = notification["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "news/absent.txt", "index": 1}


def test_levels_follow_family_and_voice() -> None:
    """The author's loaded word warns; the same in a quotation, and residue, are notes."""
    levels = {one["ruleId"]: one["level"] for one in run_of(scored())["results"]}
    assert levels["loaded_wording.epithet"] == "warning"
    assert levels["loaded_wording.mockery"] == "note"
    assert levels["residue.share_prompt"] == "note"


def test_a_record_brings_its_text_along() -> None:
    """Offsets into a JSONL record mean nothing in the file, so the text stands in the log; a text file's doesn't."""
    record = run_of(
        bare("A sad text.", finding("A sad text.", "sad", "loaded_wording.epithet"), place="all news.jsonl:3")
    )
    assert record["artifacts"][0]["location"]["uri"] == "all%20news.jsonl#line=3"
    assert record["artifacts"][0]["contents"] == {"text": "A sad text."}
    assert "contents" not in run_of(scored())["artifacts"][0]


def test_score_and_limit_travel_along() -> None:
    """Under every score stands what it is (law 11)."""
    properties = run_of(scored())["artifacts"][0]["properties"]
    assert properties["score"] == 41.5
    assert properties["limit"] == LIMIT


def test_crlf_is_one_line_end() -> None:
    """After two CRLF line ends the third line begins, and columns start anew."""
    text = "one\r\ntwo\r\nsad end"
    region = run_of(bare(text, finding(text, "sad", "loaded_wording.epithet")))["results"][0]["locations"][0]
    assert region["physicalLocation"]["region"]["startLine"] == 3
    assert region["physicalLocation"]["region"]["startColumn"] == 1
    assert TEXT.count("\r") == 0
