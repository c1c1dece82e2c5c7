"""What the steps of an emergency requisition state (RQ-1 to RQ-9; EMERG 12, 76)."""

from __future__ import annotations

from lantai.law.statements.expropriating import REVIEW
from lantai.law.statements.investigating import HEAD_OPINION
from lantai.law.statements.word import Kind, Word
from lantai.law.statutes_in_force import EMERG, SEED

ITEMS: tuple[Word, ...] = (
    Word("name", "名称"),
    Word("specification", "规格（型号、牌号）", required=False),
    Word("quantity", "数量"),
    Word("condition", "现状"),
    Word("value", "估价（元）", required=False),
)
HANDED: tuple[Word, ...] = (
    Word("name", "名称"),
    Word("quantity", "数量"),
    Word("condition", "现状"),
    Word("remark", "备注（照片编号等）", required=False),
)

REQUEST: tuple[Word, ...] = (
    Word("emergency_event", "突发事件", hint="写明名称、时间和响应级别", basis=EMERG[12]),
    Word("needed", "为应对突发事件的紧急需要", Kind.BOOLEAN, basis=EMERG[12]),
    Word("need", "征用的理由", Kind.LONG_TEXT, hint="写明自有和租赁的物资为何不能满足需要", basis=EMERG[76, 1]),
    Word("goods_wanted", "拟征用的财产", hint="设备、设施、场地、交通工具和其他物资", basis=EMERG[12]),
    Word("expected_until", "预计使用至", Kind.DATE, required=False),
    Word(
        "emergency",
        "情况紧急，需要当场征用",
        Kind.BOOLEAN,
        required=False,
        hint="应当在二十四小时内补办批准手续，夜间和节假日不扣除",
        basis=SEED.whole,
    ),
)
APPROVAL: tuple[Word, ...] = (HEAD_OPINION,)
REVIEWED: tuple[Word, ...] = REVIEW
DECISION: tuple[Word, ...] = (
    Word("items", "征用清单", Kind.ROWS, columns=ITEMS, basis=EMERG[12]),
    Word("use_place", "使用的地点", basis=EMERG[12]),
    Word("use_from", "征用的起始日", Kind.DATE, basis=EMERG[12]),
    Word(
        "use_until", "征用的终止日", Kind.DATE, required=False, hint="应急处置工作提前结束的，提前返还", basis=EMERG[12]
    ),
    Word("compensation_told", "已告知返还和补偿的规定", Kind.BOOLEAN, basis=EMERG[12]),
    Word("list_signed", "清单一式两份，已由被征用人和经办人员签名或者盖章", Kind.BOOLEAN, basis=SEED.whole),
    Word("delivered", "通知书和清单已当场交付被征用人", Kind.BOOLEAN, basis=SEED.whole),
    Word("emergency", "情况紧急，当场征用", Kind.BOOLEAN, required=False, basis=SEED.whole),
)
HANDOVER: tuple[Word, ...] = (
    Word("handed_items", "交接的财产", Kind.ROWS, columns=HANDED, basis=EMERG[12]),
    Word("place", "交接地点"),
    Word("handed_by", "移交人"),
    Word("received_by", "接收人"),
    Word("checked", "已当场清点、查验，并拍照或者录像", Kind.BOOLEAN, basis=SEED.whole),
)
RETURN: tuple[Word, ...] = (
    Word("returned_items", "返还的财产", Kind.ROWS, columns=HANDED, outcomes=("all", "part"), basis=EMERG[12]),
    Word("returned_on", "返还日期", Kind.DATE, outcomes=("all", "part"), basis=EMERG[12]),
    Word("returned_to", "领取人", outcomes=("all", "part"), basis=EMERG[12]),
    Word("damage", "毁损的情况", Kind.LONG_TEXT, required=False, outcomes=("all", "part"), basis=EMERG[12]),
    Word("loss", "灭失、消耗的情况", Kind.LONG_TEXT, outcomes=("lost",), basis=EMERG[12]),
)
_MONEY: tuple[Word, ...] = (
    Word("use_money", "征用使用补偿（元）", Kind.MONEY, basis=EMERG[12]),
    Word("damage_money", "毁损、灭失补偿（元）", Kind.MONEY, required=False, basis=EMERG[12]),
    Word("other_money", "其他补偿（元）", Kind.MONEY, required=False, basis=EMERG[12]),
)
COMPENSATION_PROPOSAL: tuple[Word, ...] = (
    *_MONEY,
    Word("reckoned", "补偿的标准和计算", Kind.LONG_TEXT, hint="写明市场价格、租金、折旧的依据", basis=EMERG[12]),
    Word("owner_views", "被征用人的意见", Kind.LONG_TEXT, basis=EMERG[12]),
)
COMPENSATION: tuple[Word, ...] = (
    *_MONEY,
    Word("pay_until", "支付期限的最后一日", Kind.DATE, basis=EMERG[12]),
    HEAD_OPINION,
)
PAYMENT: tuple[Word, ...] = (
    Word("paid", "支付金额（元）", Kind.MONEY, required=False, hint="不填即为补偿决定的全部金额", basis=EMERG[12]),
    Word("paid_on", "支付日期", Kind.DATE, basis=EMERG[12]),
    Word("voucher", "支付凭证号码", basis=EMERG[12]),
)
