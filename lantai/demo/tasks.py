"""Jobs: the rest of the city, made while its pages are served already. Each job makes one part and asks for the next."""

from __future__ import annotations

import time
from datetime import date

from django_tasks import task

from lantai.demo import inspecting, making, takings
from lantai.demo.city import BY_KEY, FIRST

PAUSE = 0.3  # seconds between two parts, in which others may write


@task()
def go_on() -> str:
    """Make the next missing part: cases first, then portraits, then the archive. Done twice it does no harm."""
    return next_part()


def next_part() -> str:
    """What was made, "" where nothing is left. The files of the agencies made first go to their archive first."""
    today = making.day_of_city()
    said = (
        _archived(today, FIRST)
        or _cases(today)
        or _takings(today)
        or _drawn(today)
        or _reported(today)
        or _portraits()
        or _archived(today, tuple(BY_KEY))
    )
    if said:
        print(said, flush=True)
        time.sleep(PAUSE)
        go_on.enqueue()
    return said


def _cases(today: date) -> str:
    for part in making.missing(today)[:1]:
        for line in making.make(part, today).refused:
            print(f"演示城市：未能办理 {line}", flush=True)
        have, of = making.counts()
        return f"演示城市：已生成案件 {have} 件，共 {of} 件（{part.seat.name}）"
    return ""


def _drawn(today: date) -> str:
    return "演示城市：双随机抽查已经抽签公示" if inspecting.draw(today) else ""


def _takings(today: date) -> str:
    for seat in takings.lacking(today)[:1]:
        for line in takings.make(seat, today):
            print(f"演示城市：未能办理 {line}", flush=True)
        return f"演示城市：已生成行政征收征用案件（{BY_KEY[seat].name}）"
    return ""


def _portraits() -> str:
    return "演示城市：已生成执法人员照片" if making.photograph_next() else ""


def _archived(today: date, keys: tuple[str, ...]) -> str:
    if not making.archive_next(today, keys):
        return ""
    return f"演示城市：案卷已经归档，还有 {len(making.to_archive(today, keys))} 卷"


def _reported(today: date) -> str:
    number = making.report(today)
    return f"演示城市：已定稿并公示 {number} 个机关的上年度统计年报" if number else ""
