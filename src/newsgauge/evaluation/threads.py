"""One thread for what must give the same bytes: two threads add in another order than one."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def one(function: Callable[P, R]) -> Callable[P, R]:
    """The function with the libraries of linear algebra held to one thread, whatever the environment says."""

    @wraps(function)
    def alone(*given: P.args, **named: P.kwargs) -> R:
        import sklearn.linear_model  # noqa: F401 - only libraries that are loaded can be held
        from threadpoolctl import threadpool_limits

        with threadpool_limits(limits=1):
            return function(*given, **named)

    return alone
