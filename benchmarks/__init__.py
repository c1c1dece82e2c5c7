"""Benchmarks: ratios measured in one run against a stated limit. Never part of the tests; started by ``./bench``.

A benchmark is a module here with ``run() -> list[Figure]``. Both sides of a ratio are measured in the same run on the same
machine, so that a slow machine does not break a limit.
"""
