"""What the law said to one row of a story."""

from __future__ import annotations

from dataclasses import dataclass, field

from lantai.rehearsal.reading import Row


@dataclass
class Said:
    """What the law said to one row, and whether the story expected it."""

    row: Row
    allowed: bool
    gates: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    faulty_field: str = ""
    faults: list[str] = field(default_factory=list)
    filled: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.faults

    @property
    def is_unnamed(self) -> bool:
        """Refused as expected, but the story does not say by which rule: any rule of law has met it."""
        return not self.allowed and not self.row.is_named


def judged(said: Said) -> Said:
    """With what differs from the expectation. A refusal must be of the law: a slip in what is stated is none."""
    row = said.row
    if said.allowed and not row.allowed:
        said.faults.append("本应拦截，却准予办理")
    if not said.allowed and row.allowed:
        said.faults.append(f"本应准予，却被拦截：{'；'.join(said.sentences)}")
    if not said.allowed and not row.allowed:
        said.faults += _wrongly_refused(said)
    return said


def _wrongly_refused(said: Said) -> list[str]:
    row = said.row
    if said.faulty_field != row.faulty_field:
        if said.faulty_field:
            return [f"不是被法律拦截，而是填写有误（{said.faulty_field}）：{'；'.join(said.sentences)}"]
        return [f"应当因为“{row.faulty_field}”填写有误被退回，实为：{'；'.join(said.sentences)}"]
    if row.faulty_field:
        return []
    if row.gates is not None and set(said.gates) != set(row.gates):
        return [f"应由{'、'.join(row.gates)}拦截，实由{'、'.join(said.gates) or '没有编号的规则'}拦截"]
    if missing := [a for a in row.articles if not any(a in cited for cited in said.articles)]:
        return [f"拦截没有引用{'、'.join(missing)}，只引用了{'、'.join(said.articles) or '没有条文的规则'}"]
    if row.reason and not any(row.reason in sentence for sentence in said.sentences):
        return [f"拦截的理由不是“{row.reason}”，而是：{'；'.join(said.sentences)}"]
    if not row.is_named and not said.articles:
        return [f"拦截没有引用条文：{'；'.join(said.sentences)}"]
    return []
