"""The words of one case: its party, its facts, and the three-part reasoning, made from its matter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from lantai.demo import names
from lantai.demo.city import CITY, Seat
from lantai.demo.matters import Matter, cited
from lantai.law.money import grouped
from lantai.law.periods import written

PAY_TO = "衡阳市非税收入汇缴专户（演示银行衡阳分行）"
SOURCES = ("inspection", "inspection", "report", "complaint", "assignment")
CLUES = {
    "inspection": "日常监督检查中发现{party}涉嫌{act}，现场已作初步记录。",
    "report": "群众通过政务热线举报，反映{party}涉嫌{act}，要求依法查处。",
    "complaint": "消费者投诉，反映{party}涉嫌{act}，已告知投诉人处理途径。",
    "assignment": "上级机关交办线索，反映{party}涉嫌{act}，要求核查并反馈。",
    "sampling": "抽样检验、监测结果提示{party}涉嫌{act}，已送达结果并告知复检权利。",
}
FORGIVING = {
    "no_penalty_minor": ("违法行为轻微并及时改正，没有造成危害后果", "第三十三条第一款"),
    "no_penalty_first": ("系初次违法且危害后果轻微并及时改正", "第三十三条第一款"),
    "no_penalty_facts": ("违法事实不能成立", "第五十七条第一款第三项"),
}


@dataclass
class Telling:
    """Everything that is said in one case. ``tier`` and ``fine`` are what will be proposed, ``seen_on`` is the day of the
    inspection: every paper of the file names the same one.
    """

    seat: Seat
    matter: Matter
    party: dict[str, Any]
    who: str
    place: str
    goods: str
    source: str
    tier: str
    fine: int
    outcome: str = "penalty"
    seen_on: date | None = None

    def fill(self, text: str, day: date) -> str:
        return text.format(
            party=self.party["name"], place=self.place, goods=self.goods, act=self.matter.act, day=written(day)
        )

    @property
    def title(self) -> str:
        name = "当事人" if self.party["kind"] == "person" else self.party["name"]
        return f"{name}涉嫌{self.matter.act}案" if name != "当事人" else f"涉嫌{self.matter.act}案"

    def clue(self, day: date) -> str:
        return self.fill(CLUES[self.source], day)

    @property
    def kinds(self) -> list[str]:
        kinds = [*self.matter.kinds]
        if self.fine:
            kinds.append("fine")
        if self.gains:
            kinds.append("confiscation_gains")
        return kinds or ["warning"]

    @property
    def gains(self) -> int:
        return 1_860 if self.matter.gains and self.outcome == "penalty" else 0

    @property
    def violated(self) -> str:
        return cited(self.matter.violated)

    @property
    def penalty(self) -> str:
        return cited(self.matter.penalty)

    def questions(self) -> str:
        opening = (
            "问：我们是执法人员，这是我们的执法证件，请过目。你有陈述、申辩和申请回避的权利，听清楚了吗？"
            "\n答：看清楚了，听清楚了，不申请回避。"
        )
        return opening + "".join(f"\n问：{q}\n答：{a}" for q, a in self.matter.asked) + "\n问：还有补充吗？\n答：没有。"

    def facts(self, day: date) -> str:
        if self.outcome == "no_penalty_facts":
            return (
                f"经查明，本机关对{self.party['name']}涉嫌{self.matter.act}一案立案调查。当事人在调查中补充提交了"
                f"{self.matter.papers}的原件，经逐一核实，现场检查时的疑点均有合理说明，现有证据不足以认定违法事实。"
            )
        return self.fill(self.matter.facts, self.seen_on or day)

    def evidence_reason(self) -> str:
        return (
            f"1.现场笔录和现场照片，证明执法人员检查时发现的情况；2.对{self.who}的询问笔录，证明违法行为的经过和原因；"
            f"3.{self.matter.papers}，证明违法行为的范围和后果；4.当事人主体资格材料，证明当事人的身份。"
            "现场笔录由两名执法人员当场制作，当事人签字确认；询问笔录经被询问人核对并逐页签名；复制件由提供人注明"
            "“与原件核对无误”并签名。上述证据来源合法、内容真实，与待证事实有关联，相互印证，没有矛盾，"
            "当事人没有提出相反证据，本机关予以采信。"
        )

    def basis_reason(self) -> str:
        head = f"{self.violated}规定，{self.matter.duty}。"
        if self.outcome == "no_penalty_facts":
            return (
                head + "现有证据不能证明当事人的行为符合该规定的构成要件，"
                "依照《中华人民共和国行政处罚法》第五十七条第一款第三项，违法事实不能成立的，不予行政处罚。"
            )
        refusal = "当事人经责令改正拒不改正，符合该条规定的处罚条件。" if self.matter.on_refusal and self.fine else ""
        return (
            f"{head}当事人的行为属于{self.matter.act}，违反了上述规定。{self.penalty}对该行为的法律责任作了专门规定，"
            f"现行有效，与本案认定的事实一一对应，应当适用。{refusal}"
        )

    def discretion_reason(self) -> str:
        if self.outcome in FORGIVING:
            words, article = FORGIVING[self.outcome]
            return (
                f"当事人{words}，有整改照片和复查记录证明。依照《中华人民共和国行政处罚法》{article}的规定，"
                "可以通过教育达到纠正违法、预防再犯的目的，决定不予行政处罚。"
            )
        row = next((t for t in self.matter.tiers if t[0] == self.tier), None)
        told = f"具有以下情形：{row[1]}" if row and self.tier != "一般" else "没有法定的从轻、减轻或者从重情形"
        law = {"从轻": "第三十二条", "减轻": "第三十二条"}.get(self.tier, "第五条第二款")
        amount = f"，决定罚款{grouped(self.fine)}" if self.fine else ""
        return (
            f"当事人{told}。依照《中华人民共和国行政处罚法》{law}和《衡阳市行政处罚裁量基准（演示文本）》，"
            f"适用“{self.tier}”档次。综合考虑违法行为的事实、性质、情节和社会危害程度{amount}，"
            "过罚相当，与同类案件的处理一致。"
        )

    def draft(self, day: date) -> dict[str, Any]:
        """The fields of the draft decision."""
        said: dict[str, Any] = {
            "facts": self.facts(day),
            "evidence_reason": self.evidence_reason(),
            "basis_reason": self.basis_reason(),
        }
        if self.outcome == "penalty":
            said |= {
                "discretion_reason": self.discretion_reason(),
                "tier": self.tier,
                "penalty_kinds": self.kinds,
                "correction": self.matter.correction,
            }
            if self.fine:
                said["fine"] = str(self.fine)
            if self.gains:
                said["gains"] = str(self.gains)
            if self.fine or self.gains:
                said["pay_to"] = PAY_TO
            if "confiscation_property" in self.kinds:
                said |= {"property": f"涉案物品（{self.goods}）", "property_value": "460.00"}
        elif self.outcome in FORGIVING:
            if self.outcome != "no_penalty_facts":
                said["discretion_reason"] = self.discretion_reason()
                said["education"] = f"{self.matter.correction}向当事人宣讲有关规定，当事人表示今后严格遵守。"
        elif self.outcome == "transfer_agency":
            elsewhere = "耒阳市" if self.seat.division == CITY else "衡阳市"
            said |= {
                "transfer_to": f"{elsewhere}{self.seat.name[3:]}",
                "transfer_items": "全部案卷材料，随附物品清单一份。",
            }
        else:
            said |= {
                "transfer_to": "衡阳市公安局",
                "suspected_crime": "生产、销售不符合安全标准的食品",
                "transfer_items": "涉嫌犯罪案件移送书、调查报告、涉案物品清单、检验报告。",
            }
        return said


def tell(
    seat: Seat, matter: Matter, random: Random, number: int, today: date, *, tier: str = "", amount: int = 0
) -> Telling:
    """Make up a case: who, where, what, and what it will come to."""
    place = seat.name[:3]
    at = names.address(random, place).removeprefix("湖南省")
    name, sex = names.person(random)
    if matter.trade:
        firm = names.firm(random, matter.trade, place)
        party = {
            "kind": "sole_trader" if names.is_sole(firm) else "organisation",
            "name": firm,
            "code": names.firm_code(firm, seat.division, number),
            "legal_representative": name,
            "address": at,
            "phone": names.phone(random),
        }
    else:
        party = {
            "kind": "person",
            "name": name,
            "code": names.resident_id(random, sex, seat.division, today),
            "address": at,
            "phone": names.phone(random),
        }
    chosen, fine = _amount(matter, random, tier, amount)
    return Telling(seat, matter, party, name, at, random.choice(matter.goods), _source(matter, random), chosen, fine)


def _source(matter: Matter, random: Random) -> str:
    """How the case came to be known; by a sample only where something was measured."""
    measured = any(word in matter.papers for word in ("检验报告", "监测报告", "检测报告"))
    return random.choice((*SOURCES, "sampling", "sampling") if measured else SOURCES)


def _amount(matter: Matter, random: Random, tier: str, amount: int) -> tuple[str, int]:
    """A tier and a fine inside it, in round figures."""
    if not matter.fine[1]:
        return tier or "一般", 0
    usual = ("减轻", "减轻", "从轻") if matter.fine[0] >= 50_000 else ("从轻", "从轻", "从轻", "一般", "一般")
    chosen = tier or random.choice(usual)
    if amount:
        return chosen, amount
    row = next((t for t in matter.tiers if t[0] == chosen), None)
    if row is None:
        return "从轻", matter.fine[0] or 200
    low, high = row[2] or max(100, matter.fine[0] // 10), row[3] or matter.fine[1]
    fine = low + (high - low) * random.randint(5, 60) // 100
    unit = 1000 if fine >= 20_000 else 100 if fine >= 1_000 else 10
    return chosen, max(-(-low // unit) * unit, fine // unit * unit)
