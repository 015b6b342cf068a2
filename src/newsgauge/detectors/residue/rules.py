"""All rules and kinds of the residue family."""

from __future__ import annotations

from typing import Final

from newsgauge.detectors.residue.rules_links import LINKS
from newsgauge.detectors.residue.rules_pages import PAGES
from newsgauge.detectors.residue.rules_pictures import PICTURES
from newsgauge.detectors.residue.rules_prompts import PROMPTS
from newsgauge.detectors.residue.rules_run_in import RUN_IN
from newsgauge.rule import Kind

RULES: Final = (*PROMPTS, *LINKS, *PICTURES, *PAGES, *RUN_IN)
KINDS: Final = (
    Kind("residue.share_prompt", "Buttons and orders to share the page."),
    Kind("residue.comment_prompt", "Forms and orders to comment."),
    Kind("residue.see_also", "Links to other stories, run into the text."),
    Kind("residue.caption", "Captions and credits of pictures that aren't here."),
    Kind("residue.image_name", "Names of picture files."),
    Kind("residue.hashtags", "Runs of hashtags."),
    Kind("residue.cookie_note", "Notices about cookies, privacy and terms."),
    Kind("residue.newsletter", "Forms and orders to subscribe."),
    Kind("residue.site_prompt", "Orders to follow, watch, visit or pay."),
    Kind("residue.related_headline", "Headlines and teasers of other stories."),
    Kind("residue.placeholder", "Unfilled slots, markup, messages of players and scripts."),
    Kind("residue.footnote_digit", "Numbers of footnotes without their notes."),
    Kind("residue.repeated_line", "Lines given twice."),
    Kind("residue.url_line", "Pasted web addresses."),
    Kind("residue.embedded_tweet", "Signatures and links of embedded posts."),
    Kind("residue.copyright", "Notices of copyright."),
    Kind("residue.page_furniture", "Labels, headings and notices of the page."),
    Kind("residue.truncated", "The text breaks off."),
)
