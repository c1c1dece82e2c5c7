"""行政强制执行的关口: G-11 no night and no holiday, and who may execute what, after what, with which limits (ACL 13, 34 to 52)."""

from __future__ import annotations

from lantai.law.gates.execution import carrying_out, deciding

GATES = (*deciding.GATES, *carrying_out.GATES)
