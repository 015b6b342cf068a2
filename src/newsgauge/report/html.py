"""Annotations as one self-contained page: no network, its own style and script alone, everything from the text escaped."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from newsgauge.article import LIMIT, Annotation
from newsgauge.errors import MissingExtraError
from newsgauge.report.article_view import view
from newsgauge.report.families import family_css
from newsgauge.report.page_table import COLUMNS, rows_of
from newsgauge.report.visible import one_line

if TYPE_CHECKING:
    import jinja2

_TEMPLATES: Final = ("page.html.j2", "article.html.j2", "notebook.html.j2", "checklist.html.j2")


def html_page(annotations: Iterable[Annotation], about: Sequence[str] = ()) -> str:
    """Render annotations as one HTML page.

    Parameters
    ----------
    annotations : iterable of Annotation
        Several become a table that can be sorted and filtered and opens each of them.
    about : sequence of str
        Sentences about the model for the foot of each article.

    Returns
    -------
    str
        The same annotations give the same page. It loads nothing, and its content security policy allows nothing but the
        style sheet and the script in it, which it names by hash.

    Raises
    ------
    MissingExtraError
        Jinja2 isn't installed.
    """
    shown = list(annotations)
    template = templates().get_template("page.html.j2")
    style = resource("report.css") + family_css() + resource("frame.css")
    script = resource("page.js")
    articles = [view(annotation, f"a{index}") for index, annotation in enumerate(shown, 1)]
    rows = rows_of(shown, articles)
    return template.render(
        articles=articles,
        rows=rows,
        columns=COLUMNS,
        genres=sorted({row.genre for row in rows if row.genre}),
        levels=sorted({row.level for row in rows if row.level}),
        style=style,
        script=script,
        style_digest=digest(style),
        script_digest=digest(script),
        limit=LIMIT,
        about=tuple(about),
    )


def digest(code: str) -> str:
    """A style sheet's or script's hash, as a content security policy names it."""
    return base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()


def resource(name: str) -> str:
    """A file of the page's folder. Nothing in it comes from an article."""
    return files(__package__).joinpath("page", name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def templates() -> jinja2.Environment:
    """The templates, compiled once.

    Raises
    ------
    MissingExtraError
        Jinja2 isn't installed.
    """
    try:
        import jinja2
    except ImportError as error:
        raise MissingExtraError("report", "an HTML report") from error
    # Escaping is on for whatever a template is called; select_autoescape would go by the file's ending.
    environment = jinja2.Environment(
        loader=jinja2.DictLoader({name: resource(name) for name in _TEMPLATES}),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["visible"] = one_line
    return environment
