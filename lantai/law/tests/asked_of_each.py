"""One test for many of a kind (steps, words, documents): that of pytest for each would cost more than the asking."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest


def asked_of_each(cases: Iterable[tuple[Any, ...]], named: Callable[..., str]) -> Callable[[Any], Callable[[], None]]:
    """Makes a test of all ``cases`` out of a sentence about one; each case that fails is named, with what it said.

    ``named`` gives the words by which a person finds the case. Raises AssertionError after all have been asked.
    """
    every = tuple(cases)

    def of(sentence: Callable[..., None]) -> Callable[[], None]:
        def test() -> None:
            assert every, "nothing to ask"
            first, said = None, []
            for case in every:
                try:
                    sentence(*case)
                except (Exception, pytest.fail.Exception) as fault:
                    first = first or fault
                    said.append(f"{named(*case)}: {type(fault).__name__} {fault}")
            if said:
                raise AssertionError(f"{len(said)} of {len(every)}\n" + "\n".join(said)) from first

        test.__name__, test.__doc__, test.__module__ = sentence.__name__, sentence.__doc__, sentence.__module__
        return test

    return of
