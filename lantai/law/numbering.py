"""文号: numbers of documents, 机关代字 + 文种代字 + 〔year〕 + sequence + 号, brackets 〔〕 only."""

from __future__ import annotations

import re
from dataclasses import dataclass

SIGNS: dict[str, str] = {
    "case": "案",
    "filing": "立",
    "no_filing": "不立",
    "penalty_notice": "罚告",
    "hearing_notice": "听告",
    "hearing_summons": "听通",
    "penalty_decision": "罚",
    "summary_decision": "当罚",
    "no_penalty_decision": "不罚",
    "sealing_seizure": "强",
    "sealing_seizure_extension": "延强",
    "sealing_seizure_release": "解强",
    "measure_disposal": "强处",
    "freezing": "冻",
    "freezing_extension": "延冻",
    "freezing_release": "解冻",
    "correction_order": "责改",
    "preservation": "登保",
    "preservation_disposal": "登处",
    "demand": "催",
    "execution_decision": "执",
    "court_application": "申执",
    "acceptance": "受",
    "supplement": "补",
    "rejection": "不受",
    "licence": "许",
    "licence_denial": "不许",
    "special_procedure": "特程",
    "licence_extension": "许延",
    "licence_change": "许变",
    "licence_renewal": "许续",
    "licence_alteration_denial": "不变续",
    "licence_certificate": "许证",
    "licence_withdrawal": "许撤回",
    "licence_revocation": "许撤",
    "licence_kept": "不撤",
    "licence_cancellation": "许注",
    "inspection_notice": "检",
    "transfer": "移",
    "review_opinion": "审",
    "closing": "结",
    "supervision": "监",
    "urging": "督",
    "supervision_decision": "监决",
    "deferral": "缓",
    "levy": "征",
    "expropriation": "征决",
    "requisition": "征用",
    "correction": "更",
    "surcharge": "加罚",
    "demolition": "拆告",
    "substitution": "代履",
    "execution_suspension": "中执",
    "execution_resumption": "恢执",
    "execution_end": "终执",
    "execution_agreement": "执协",
    "deposit_transfer": "划",
    "auction": "拍",
}
"""文种代字 by document kind. An agency may replace them; they are unique, so that a number names its kind."""

PREFIX = re.compile(r"(?:\([\u4e00-\u9fff]{1,4}\)|（[\u4e00-\u9fff]{1,4}）)?[\u4e00-\u9fff]{1,12}")
_NUMBER = re.compile(
    r"(?P<prefix>(?:\([\u4e00-\u9fff]{1,4}\)|（[\u4e00-\u9fff]{1,4}）)?[\u4e00-\u9fff]{2,16})"
    r"〔(?P<year>[0-9]{4})〕(?P<sequence>[1-9][0-9]{0,6})号",
    re.ASCII,
)


@dataclass(frozen=True)
class DocumentNumber:
    """A number taken apart. ``letters`` are agency and kind together, as printed: 衡市监罚."""

    letters: str
    year: int
    sequence: int

    def __str__(self) -> str:
        return f"{self.letters}〔{self.year}〕{self.sequence}号"

    def sign_under(self, prefix: str) -> str:
        """The 文种代字, given the agency's 机关代字. Raises ValueError if the number is another agency's."""
        if not self.letters.startswith(prefix) or self.letters == prefix:
            raise ValueError(f"{self}不是{prefix}的文号")
        return self.letters.removeprefix(prefix)


def number(prefix: str, kind: str, year: int, sequence: int) -> str:
    """The number of a document. Raises ValueError with a Chinese sentence for a part that cannot be."""
    if kind not in SIGNS:
        raise ValueError(f"没有{kind}的文种代字")
    if not PREFIX.fullmatch(prefix):
        raise ValueError("机关代字应为汉字")
    if not 2000 <= year <= 2999:
        raise ValueError("文号年份应为四位数字")
    if not 1 <= sequence <= 9_999_999:
        raise ValueError("文号顺序号应为正整数，不编虚位")
    return str(DocumentNumber(prefix + SIGNS[kind], year, sequence))


def parse(text: str) -> DocumentNumber:
    """Take a number apart. Raises ValueError with a Chinese sentence that says what is wrong."""
    plain = text.strip()
    if match := _NUMBER.fullmatch(plain):
        return DocumentNumber(match["prefix"], int(match["year"]), int(match["sequence"]))
    if re.search(r"[\[\]［］【】]", plain) or re.search(r"[(（][0-9]{4}[)）]", plain):
        raise ValueError("文号年份应当使用六角括号〔〕")
    if re.search(r"〕0", plain):
        raise ValueError("文号顺序号不编虚位")
    raise ValueError("文号应为“机关代字＋文种代字〔年份〕顺序号号”，例如衡市监罚〔2026〕12号")


def is_number(text: str) -> bool:
    """Whether the text is a number in the form of a document of ours."""
    return _NUMBER.fullmatch(text.strip()) is not None


def kind_of(text: str, prefix: str) -> str:
    """The document kind of a number of this agency; "" if its sign is not of the list. Raises ValueError."""
    sign = parse(text).sign_under(prefix)
    return next((kind for kind, own in SIGNS.items() if own == sign), "")


def gaps(sequences: list[int]) -> tuple[int, ...]:
    """The sequence numbers missing up to the last one used: each must be explained (作废)."""
    used = set(sequences)
    return tuple(n for n in range(1, max(used, default=0)) if n not in used)
