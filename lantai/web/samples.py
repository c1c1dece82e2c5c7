"""What the living page of components shows: one sample of everything, in words that could stand on a real page."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

from django import forms as plain

from lantai.law.act_review import Compared
from lantai.law.refusals import Refusal
from lantai.web import forms, paging

CHINA = timezone(timedelta(hours=8))


class SampleForm(forms.Form):
    name = forms.NameField(label="当事人名称", help_text="按营业执照或者身份证件填写")
    code = forms.CodeField(label="统一社会信用代码", required=False)
    day = forms.DateField(label="检查日期")
    kind = plain.ChoiceField(label="案件来源", choices=[("", "请选择"), ("check", "检查发现"), ("report", "投诉举报")])
    ways = plain.MultipleChoiceField(
        label="取证方式",
        choices=[("photo", "拍照"), ("video", "录像")],
        widget=plain.CheckboxSelectMultiple,
        required=False,
    )
    sure = plain.BooleanField(label="我已核对当事人身份", required=False)


class FilterForm(forms.Form):
    q = plain.CharField(label="名称、文号", required=False)
    state = plain.ChoiceField(
        label="状态", choices=[("", "全部"), ("open", "办理中"), ("closed", "已结案")], required=False
    )


class OpinionForm(forms.Form):
    opinion = forms.OpinionField(label="审核意见", phrases=("事实清楚，证据确凿", "程序合法", "裁量适当"))


def samples() -> dict[str, Any]:
    moment = datetime(2026, 11, 13, 9, 12, tzinfo=CHINA)
    refused = [
        Refusal(
            "G-06",
            (),
            "法制审核尚未通过（《行政处罚法》第五十八条）",
            "请法制审核人员出具意见，或者补充材料后重新送审",
        )
    ]
    words = ["立案", "调查取证", "告知", "法制审核", "决定", "送达", "公示", "归档"]
    return {
        "day": date(2026, 11, 26),
        "moment": moment,
        "steps": [
            {
                "label": w,
                "state": "done" if n < 3 else "now" if n == 3 else "later",
                "note": "已完成" if n < 3 else "进行中" if n == 3 else "未开始",
            }
            for n, w in enumerate(words)
        ],
        "gates": [
            {"label": "两名执法人员持证", "gate": "G-01", "state": "ok"},
            {
                "label": "法制审核通过",
                "gate": "G-06",
                "state": "waiting",
                "who": "周某",
                "day": date(2026, 11, 26),
                "why": "《行政处罚法》第五十八条",
            },
            {"label": "陈述申辩期满", "gate": "G-04", "state": "ok"},
            {
                "label": "补录现场录像说明",
                "gate": "G-17",
                "state": "bad",
                "why": "检查后超过 24 小时没有上传",
            },
        ],
        "refused": refused,
        "others": [{"label": "补充材料", "url": "#next"}],
        "summary": [
            ("执法机关", "衡阳市市场监督管理局"),
            ("决定内容", "警告；罚款 5,000 元"),
            ("决定日期", "2026年11月10日"),
        ],
        "check": [("当事人", "衡阳某某餐饮管理有限公司", "#check"), ("罚款", "5,000 元", "#check")],
        "form": SampleForm({"name": "", "day": "2026-13-01", "kind": ""}),
        "filter_form": FilterForm(),
        "opinion": OpinionForm(),
        "columns": ["名称", "阶段", "时间", "状态"],
        "rows": [
            [
                {"text": "现场检查笔录", "url": "#table"},
                "调查取证",
                "10月13日 10:20",
                {"text": "已签名", "tag": "ok"},
            ],
            [
                {"text": "法制审核意见书", "url": "#table"},
                "法制审核",
                "—",
                {"text": "审核中", "tag": "review"},
            ],
        ],
        "compared": [
            Compared("违法事实", "当事人采购食品原料未查验供货者的许可证。"),
            Compared("罚款数额（元）", "8,000", "10,000"),
        ],
        "page": paging.Page(rows=range(20), newer="?after=40", older="?before=20", total=12_000),
        "tabs": [
            {"key": k, "label": v, "url": f"#{k}"}
            for k, v in (("base", "基本信息"), ("docs", "文书"), ("log", "流转记录"))
        ],
        "events": [
            {"at": moment, "what": "公开", "who": "公示承办人", "note": "期限 11月19日，提前 4 个工作日"},
            {"at": date(2026, 11, 10), "what": "作出决定", "who": "行政机关负责人"},
        ],
        "evidence": [
            {
                "name": "后厨冷柜照片",
                "kind": "照片",
                "made_at": moment,
                "place": "后厨",
                "proves": "食品过期",
                "state": "已核对",
                "state_kind": "ok",
                "sha256": "9f" * 32,
            },
            {
                "name": "现场录像（12 分 08 秒）",
                "kind": "录像",
                "made_at": moment,
                "place": "经营场所",
                "state": "待核对",
                "state_kind": "warn",
            },
        ],
        "proof": {
            "verdict": "ok",
            "sentence": "核验通过：内容与 11月13日 09:12 记录的一致",
            "facts": [("ok", "内容与记录时一致"), ("ok", "记录序号 73,894"), ("open", "尚无见证机构联署")],
            "digest": "b05a1d57fb" * 6 + "b05a",
            "bundle_url": "#proof",
            "about_url": "#proof",
        },
        "document": {
            "head": "衡阳市市场监督管理局",
            "title": "行政处罚决定书",
            "number": "衡市监罚〔2026〕12号",
            "sections": [{"heading": "一、违法事实", "paragraphs": ["当事人采购食品原料未查验供货者的许可证。"]}],
            "signer": "衡阳市市场监督管理局",
            "signed_on": date(2026, 11, 10),
        },
    }
