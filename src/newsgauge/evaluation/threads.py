"""One thread for what must give the same bytes: two threads add in another order than one."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from importlib import import_module
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def one(function: Callable[P, R]) -> Callable[P, R]:
    """The function with the libraries of linear algebra held to one thread, whatever the environment says."""

    @wraps(function)
    def alone(*given: P.args, **named: P.kwargs) -> R:
        from threadpoolctl import threadpool_limits

        import_module("sklearn.linear_model")  # only libraries that are loaded can be held
        with threadpool_limits(limits=1):
            return function(*given, **named)

    return alone
