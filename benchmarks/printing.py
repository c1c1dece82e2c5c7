"""The PDF of official documents: how many a second of one core."""

from __future__ import annotations

import time

from benchmarks import volume
from benchmarks.figure import Figure
from lantai.documents import typesetting
from lantai.documents.models import IssuedDocument

COUNT = 60


def run() -> list[Figure]:

    volume.ensure()
    decisions = list(IssuedDocument.objects.filter(kind="penalty_decision").order_by("id")[:COUNT])
    others = list(IssuedDocument.objects.exclude(kind="penalty_decision").order_by("id")[:COUNT])
    figures = []
    for label, documents in (("decisions", decisions), ("other documents", others)):
        if not documents:
            raise RuntimeError(f"no {label} in the volume")
        for one in documents[:3]:
            typesetting.pdf(one)
        began, spent = time.perf_counter(), time.process_time()
        size = sum(len(typesetting.pdf(one)) for one in documents)
        seconds, cores = time.perf_counter() - began, time.process_time() - spent
        note = f"{len(documents) / seconds:.0f}/s by the clock, {size // len(documents) // 1024} KB each, PDF/A-3b"
        figures.append(
            Figure(f"PDF, {label} per second and core", len(documents) / cores, 20, at_least=True, unit="/s", note=note)
        )
    return figures
