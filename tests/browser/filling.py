"""Filling in a form as a person does: what is asked and empty gets a plain answer, what is known is left."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import Locator, Page

from lantai.rehearsal.wording import TEXTS

TEXT = "当事人采购食品时未查验供货者的许可证，货值金额较大，违反食品安全管理规定。"


def fill_in(page: Page, said: Mapping[str, object]) -> None:
    """``said``: values by field name (True ticks a box; a list ticks several). Other required fields get a plain answer."""
    form = page.locator("main form.card").first
    for name, value in said.items():
        _put(form, name, value)
    for field in form.locator(".field:visible").all():
        if field.locator(".optional").count():
            continue
        _answer(field, set(said))


def _put(form: Locator, name: str, value: object) -> None:
    control = form.locator(f"[name='{name}']")
    control.first.evaluate("e => { const fold = e.closest('details'); if (fold) fold.open = true }")
    kind = control.first.get_attribute("type") or control.first.evaluate("e => e.tagName.toLowerCase()")
    if kind in ("checkbox", "radio"):
        values = value if isinstance(value, list) else [value]
        for one in values:
            if one is True:
                control.first.check(force=True)
            else:
                form.locator(f"[name='{name}'][value='{one}']").check(force=True)
    elif kind == "select":
        control.select_option(str(value))
    else:
        control.first.fill(str(value), force=True)


def _answer(field: Locator, known: set[str]) -> None:
    control = field.locator("input:not([type=hidden]), select, textarea").first
    if not control.count() or (control.get_attribute("name") or "") in known:
        return
    kind = control.get_attribute("type") or control.evaluate("e => e.tagName.toLowerCase()")
    if kind == "select":
        if not control.input_value():
            control.select_option(index=1)
    elif kind == "checkbox" and field.locator("input[type=checkbox]").count() == 1:
        if control.get_attribute("aria-required"):
            control.check()
    elif kind in ("checkbox", "radio"):
        if not field.locator("input:checked").count():
            control.check()
    elif kind in ("text", "textarea", "search") and not control.input_value():
        plain = TEXTS.get(control.get_attribute("name") or "", TEXT[:60])
        control.fill("1" if control.get_attribute("inputmode") == "decimal" else plain)
    elif kind == "date" and not control.input_value():
        control.fill(control.evaluate("() => new Date(Date.now() + 8*3600e3).toISOString().slice(0, 10)"))
    elif kind == "time" and not control.input_value():
        control.fill("09:30")
