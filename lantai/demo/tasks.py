"""Jobs: the rest of the city, made while its pages are served already. Each job makes one part and asks for the next."""

from __future__ import annotations

import time

from django_tasks import task

from lantai.demo import making

PAUSE = 0.3  # seconds between two parts, in which others may write


@task()
def go_on() -> str:
    """Make the next missing part: cases first, then portraits, then the archive. Done twice it does no harm."""
    return next_part()


def next_part() -> str:
    """What was made, "" where nothing is left."""
    today = making.day_of_city()
    said = ""
    for part in making.missing(today)[:1]:
        made = making.make(part, today)
        for line in made.refused:
            print(f"演示城市：未能办理 {line}", flush=True)
        have, of = making.counts()
        said = f"演示城市：已生成案件 {have} 件，共 {of} 件（{part.seat.name}）"
    if not said and making.photograph_next():
        said = "演示城市：已生成执法人员照片"
    if not said and making.archive_next(today):
        said = f"演示城市：案卷归档，还有 {len(making.to_archive(today))} 卷"
    if said:
        print(said, flush=True)
        time.sleep(PAUSE)
        go_on.enqueue()
    return said
