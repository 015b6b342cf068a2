"""Annotations in a notebook: the page's own template, without scripts, its styles kept to itself."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import count
from typing import Final

from newsgauge.article import LIMIT, Annotation
from newsgauge.errors import MissingExtraError
from newsgauge.report.article_view import view
from newsgauge.report.families import family_css
from newsgauge.report.html import resource, templates
from newsgauge.report.page_table import COLUMNS, rows_of

ROWS: Final = 100  # of a collection; a notebook that holds thousands opens slowly
_turn: Final = count(1)


def notebook_html(annotations: Annotation | Iterable[Annotation], anchor: str | None = None) -> str:
    """Show one annotation, or a table of several, as the HTML of a notebook cell.

    Parameters
    ----------
    annotations : Annotation or iterable of Annotation
    anchor : str, optional
        Begins every id, so that several stand in one notebook; counted up where left out.

    Returns
    -------
    str
        Escaped, without scripts; notes are tooltips and a list. All style rules begin with ``.ng``, and follow the
        notebook's own light or dark theme.
    """
    several = [annotations] if isinstance(annotations, Annotation) else list(annotations)
    prefix = anchor or f"ng{next(_turn)}"
    shown = several if isinstance(annotations, Annotation) else several[:ROWS]
    views = [view(a, f"{prefix}-{k}", titles=True) for k, a in enumerate(shown, 1)]
    single = isinstance(annotations, Annotation)
    try:
        template = templates().get_template("notebook.html.j2")
    except MissingExtraError as error:
        return f"<p>{escape(str(error))}</p>"
    return template.render(
        style=resource("report.css") + family_css(),
        articles=views if single else [],
        single=single,
        rows=rows_of(shown, views),
        hidden=len(several) - len(shown),
        total=len(several),
        columns=COLUMNS,
        limit=LIMIT,
        about=(),
    )
