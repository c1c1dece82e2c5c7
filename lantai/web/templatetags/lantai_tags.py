"""The component set as template tags; loaded as builtins, so that templates need no ``load``."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import segno
from django import template
from django.forms import BaseForm, BoundField
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from lantai.law.refusals import Refusal
from lantai.web.templatetags.lantai import cn_date, cn_datetime

register = template.Library()
C = "web/components/"

LAMPS = {
    "ok": ("●", "正常"),
    "remind": ("◐", "提醒"),
    "yellow": ("▲", "黄牌"),
    "red": ("◆", "红牌"),
    "none": ("○", "无数据"),
}
MARKS = {"ok": ("●", "已满足"), "waiting": ("▲", "等待"), "bad": ("◆", "未满足"), "later": ("○", "未到")}
TAG_OF = {"ok": "ok", "waiting": "warn", "bad": "bad", "later": ""}


@register.simple_tag(takes_context=True)
def idempotency_key(context: Context) -> SafeString:
    """Hidden input ``key``: a form sent twice has one effect. A form shown again with errors keeps its key."""
    request = context.get("request")
    key = (
        request.POST.get("key") if request is not None and request.method == "POST" else ""
    ) or secrets.token_urlsafe(16)
    return format_html('<input type="hidden" name="key" value="{}">', key)


@register.simple_tag
def crumbs(*parts: str) -> SafeString:
    """Breadcrumb from pairs: ``{% crumbs "首页" "/" "执法决定" "/decisions/" title %}`` – the last has no address."""
    links = [(parts[i], parts[i + 1]) for i in range(0, len(parts) - 1, 2)]
    rows = [format_html('<li><a href="{}">{}</a></li>', url, label) for label, url in links]
    if len(parts) % 2:
        rows.append(format_html('<li aria-current="page">{}</li>', parts[-1]))
    return format_html(
        '<nav class="crumb" aria-label="当前位置"><ol>{}</ol></nav>',
        mark_safe("".join(rows)),  # noqa: S308
    )


@register.simple_tag
def tag(text: str, kind: str = "") -> SafeString:
    """State word. ``kind``: ok info warn bad review proof, or none."""
    return format_html('<span class="tag {}">{}</span>', kind, text)


@register.simple_tag
def lamp(state: str, count: int | None = None, word: str = "") -> SafeString:
    """Lamp with shape, word and colour. ``state``: ok remind yellow red none."""
    shape, label = LAMPS[state]
    number = "" if count is None else f" {count}"
    return format_html(
        '<span class="lamp {}"><i aria-hidden="true">{}</i>{}{}</span>', state, shape, word or label, number
    )


@register.simple_tag
def button(label: str, url: str = "", kind: str = "") -> SafeString:
    """Button that names the act; with an address it is a link. ``kind``: second danger small big."""
    if url:
        return format_html('<a class="btn {}" href="{}">{}</a>', kind, url, label)
    return format_html('<button class="btn {}" type="submit">{}</button>', kind, label)


@register.simple_tag
def qr(text: str, label: str = "二维码") -> SafeString:
    """QR code as SVG, error level M, quiet zone of four modules."""
    code = segno.make(text, error="m", micro=False)
    svg = code.svg_inline(border=4, omitsize=True, svgclass=None, lineclass=None)
    return format_html('<span class="qr" role="img" aria-label="{}">{}</span>', label, mark_safe(svg))  # noqa: S308


@register.inclusion_tag(C + "steps.html")
def steps(items: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Step bar. Each item: label, note (date or words), state: done now later skipped."""
    number = next((n for n, i in enumerate(items, 1) if i["state"] == "now"), 0)
    return {
        "items": items,
        "number": number,
        "total": len(items),
        "current": items[number - 1] if number else None,
    }


@register.inclusion_tag(C + "due.html")
def due(
    day: date | None,
    left: int | None = None,
    unit: str = "个工作日",
    why: str = "",
    provisional: bool = False,
) -> dict[str, Any]:
    """Due date with what is left in its legal unit and, folded, how it was computed."""
    if left is None:
        kind, words = "", ""
    elif left < 0:
        kind, words = "bad", f"超期 {-left} {unit}"
    elif left == 0:
        kind, words = "warn", "今天到期"
    else:
        kind, words = ("warn" if left <= 3 else ""), f"还剩 {left} {unit}"
    return {"day": day, "kind": kind, "words": words, "why": why, "provisional": provisional}


@register.inclusion_tag(C + "gates.html")
def gates(rows: Sequence[Mapping[str, Any]], title: str = "门槛与义务") -> dict[str, Any]:
    """Gates and obligations. Each row: label, state (ok waiting bad later), gate, who, day, why, url; the satisfied fold."""
    made = [{**r, "mark": MARKS[r["state"]], "tag": TAG_OF[r["state"]]} for r in rows]
    return {
        "title": title,
        "open": [r for r in made if r["state"] != "ok"],
        "satisfied": [r for r in made if r["state"] == "ok"],
    }


@register.inclusion_tag(C + "refusals.html")
def refusals(refused: Sequence[Refusal]) -> dict[str, Any]:
    """Every refusal with gate, article (linked), reason, remedy."""
    return {"refusals": refused}


@register.inclusion_tag(C + "next_act.html", takes_context=True)
def next_act(
    context: Context,
    label: str,
    url: str = "",
    refused: Sequence[Refusal] = (),
    note: str = "",
    others: Sequence[Mapping[str, str]] = (),
) -> dict[str, Any]:
    """The next-act card: one main button; where refused it stays focusable and the reasons stand below it."""
    return {
        "label": label,
        "url": url,
        "refused": refused,
        "note": note,
        "others": others,
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag(C + "summary.html")
def summary(rows: Iterable[Sequence[Any]]) -> dict[str, Any]:
    """Summary list. Rows: (label, value) or, on check pages, (label, value, address where it is changed)."""
    return {"rows": [(r[0], r[1], r[2] if len(r) > 2 else "") for r in rows]}


@register.inclusion_tag(C + "compared.html")
def compared(rows: Iterable[Any], since: str) -> dict[str, Any]:
    """版本对比. Rows with label, text and before; what differs is marked and the earlier words are folded under ``since``."""
    made = list(rows)
    return {"rows": made, "since": since, "changed": sum(r.before is not None for r in made)}


@register.inclusion_tag(C + "summary.html")
def check_rows(rows: Iterable[Sequence[Any]]) -> dict[str, Any]:
    """The rows of a check page (核对): each with 变更."""
    return summary(rows)


@register.inclusion_tag(C + "error_summary.html")
def error_summary(form: BaseForm) -> dict[str, Any]:
    """What was answered to a form: what somebody else changed, what the law refuses, the errors linked to their fields."""
    found = [(f.id_for_label or f.auto_id, e) for f in form for e in f.errors] if form.is_bound else []
    return {
        "errors": found,
        "general": form.non_field_errors() if form.is_bound else [],
        "refusals": getattr(form, "refusals", ()),
        "conflict": getattr(form, "conflict", None),
        "registered": form.registered_now() if getattr(form, "conflict", None) else [],
    }


@register.inclusion_tag(C + "field.html")
def field(bound: BoundField, wide: bool = False) -> dict[str, Any]:
    """One form field: label, hint, error, aria."""
    widget = bound.field.widget
    kind = getattr(widget, "input_type", "")
    described = " ".join(
        word
        for word, there in (
            (f"{bound.auto_id}_hint", bound.help_text),
            (f"{bound.auto_id}_error", bound.errors),
        )
        if there
    )
    attrs = {"aria-describedby": described} if described else {}
    if bound.errors:
        attrs["aria-invalid"] = "true"
    return {
        "field": bound,
        "wide": wide,
        "group": getattr(widget, "use_fieldset", False),
        "choice": kind == "checkbox" and not getattr(widget, "allow_multiple_selected", False),
        "control": bound.as_widget(attrs=attrs),
        "offer": getattr(bound.field, "offer", None),
        "is_chosen": kind == "select" and next(iter(widget.choices), ("", ""))[1] not in ("", "请选择", "---------"),
    }


@register.inclusion_tag(C + "fields.html")
def fields(form: BaseForm) -> dict[str, Any]:
    """Error summary and all fields of a form."""
    return {"form": form}


@register.inclusion_tag(C + "notice.html")
def notice(text: str, kind: str = "", title: str = "") -> dict[str, Any]:
    """Band above the heading. ``kind``: ok warn bad, or none."""
    return {"text": text, "kind": kind, "title": title}


@register.inclusion_tag(C + "empty.html")
def empty(title: str, reason: str = "") -> dict[str, Any]:
    """Empty state with its reason."""
    return {"title": title, "reason": reason}


@register.inclusion_tag(C + "table.html")
def data_table(
    caption: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    empty_title: str = "没有记录",
    empty_reason: str = "",
) -> dict[str, Any]:
    """Table. A cell is a value or a mapping {text, url, tag}; the first cell heads its row; on the phone rows stack."""
    made = [
        [(c, cell if isinstance(cell, Mapping) else {"text": cell}) for c, cell in zip(columns, row, strict=True)]
        for row in rows
    ]
    return {
        "caption": caption,
        "columns": columns,
        "rows": made,
        "empty_title": empty_title,
        "empty_reason": empty_reason,
    }


@register.inclusion_tag(C + "filter_bar.html", takes_context=True)
def filter_bar(context: Context, form: BaseForm, label: str = "查询") -> dict[str, Any]:
    """GET form above a table with 查询 / 重置."""
    request = context.get("request")
    return {"form": form, "label": label, "path": request.path if request is not None else ""}


@register.inclusion_tag(C + "pager.html")
def pager(page: Any) -> dict[str, Any]:
    """Keyset pager of ``web.paging.Page``."""
    return {"page": page}


@register.inclusion_tag(C + "tabs.html")
def tabs(items: Sequence[Mapping[str, str]], current: str, label: str = "分页签") -> dict[str, Any]:
    """Tabs as links. Each item: key, label, url."""
    return {"items": items, "current": current, "label": label}


@register.inclusion_tag(C + "timeline.html")
def timeline(events: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """流转记录. Each event: at (date or datetime), what, who, note, url."""
    return {
        "events": [
            {**e, "when": cn_datetime(e["at"]) if isinstance(e["at"], datetime) else cn_date(e["at"])} for e in events
        ]
    }


@register.inclusion_tag(C + "evidence.html")
def evidence_rows(items: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Evidence. Each item: name, kind, url, thumb_url, made_at, place, proves, state, state_kind, sha256."""
    return {"items": items}


@register.inclusion_tag(C + "document_frame.html")
def document_frame(url: str, title: str, download_url: str = "") -> dict[str, Any]:
    """PDF preview in a frame, with a plain link for browsers that show none."""
    return {"url": url, "title": title, "download_url": download_url or url}


@register.inclusion_tag(C + "proof.html")
def proof(result: Mapping[str, Any]) -> dict[str, Any]:
    """Proof panel. ``result``: verdict (ok open bad), sentence, facts [(state, sentence)], digest, bundle_url, about_url."""
    return {"proof": result}


@register.simple_tag
def proof_line(result: Mapping[str, Any]) -> SafeString:
    """The result in one line, for under the heading."""
    shape = {"ok": "✓", "open": "▲", "bad": "◆"}[result["verdict"]]
    return format_html(
        '<span class="verdict {}"><span aria-hidden="true">{}</span>{}</span>',
        result["verdict"],
        shape,
        result["sentence"],
    )


@register.inclusion_tag(C + "job.html")
def job_progress(label: str, done: int, total: int, unit: str = "行", left: str = "", url: str = "") -> dict[str, Any]:
    """Progress of a job by real units (第 312 行，共 5,000 行)."""
    return {"label": label, "done": done, "total": total, "unit": unit, "left": left, "url": url}


@register.inclusion_tag(C + "opinion.html")
def opinion_box(bound: BoundField, phrases: Sequence[str] = ()) -> dict[str, Any]:
    """Opinion with 常用语: chosen phrases are sent as ``<name>_phrase`` and put before the text (``forms.OpinionField``)."""
    return {"field": bound, "phrases": phrases or getattr(bound.field, "phrases", ())}


@register.inclusion_tag(C + "a4.html")
def a4(document: Mapping[str, Any]) -> dict[str, Any]:
    """A4 preview. ``document``: head (red), title, number, sections [{heading, paragraphs}], signer, signed_on."""
    return {"document": document}
