"""The licences of which the demonstration tells, by agency. No statute text stands here, only provisions and sentences."""

from __future__ import annotations

from dataclasses import dataclass

POWER = "XK-001"
"""Code of the licence that an agency of the demonstration grants."""


@dataclass(frozen=True)
class Licence:
    """A licence as the demonstration tells of it: its power, its certificate, what it allows and on what it rests."""

    name: str
    certificate: str
    content: str
    materials: str
    years: int
    basis: tuple[str, int, int]
    letters: str


LICENCES: dict[str, Licence] = {
    "market": Licence(
        "食品经营许可",
        "食品经营许可证",
        "餐饮服务经营者：热食类食品制售、冷食类食品制售",
        "食品经营许可申请书\n营业执照复印件\n经营场所平面图\n食品安全管理制度",
        5,
        ("中华人民共和国食品安全法", 35, 1),
        "JY",
    ),
    "urban": Licence(
        "大型户外广告设置许可",
        "大型户外广告设置许可证",
        "在批准的位置按照批准的规格设置大型户外广告一处",
        "设置申请书\n位置示意图和效果图\n结构安全证明\n场地使用证明",
        2,
        ("城市市容和环境卫生管理条例", 11, 2),
        "GG",
    ),
    "environment": Licence(
        "危险废物经营许可",
        "危险废物收集经营许可证",
        "收集废矿物油，年收集量五百吨",
        "申请书\n贮存设施说明\n应急预案\n技术人员资格证明",
        3,
        ("中华人民共和国固体废物污染环境防治法", 80, 1),
        "WF",
    ),
    "transport": Licence(
        "道路货物运输经营许可",
        "道路运输经营许可证",
        "道路普通货物运输",
        "申请表\n车辆行驶证\n驾驶人员从业资格证\n安全生产管理制度",
        4,
        ("中华人民共和国道路运输条例", 24, 1),
        "DL",
    ),
    "health": Licence(
        "公共场所卫生许可",
        "公共场所卫生许可证",
        "住宿场所（客房四十间）",
        "申请书\n场所平面图\n卫生检测报告\n从业人员健康证明",
        4,
        ("公共场所卫生管理条例", 8, 0),
        "GW",
    ),
    "resources": Licence(
        "建设工程规划许可",
        "建设工程规划许可证",
        "新建厂房一栋，地上三层，建筑面积六千平方米",
        "申请表\n用地证明文件\n建设工程设计方案",
        0,
        ("中华人民共和国城乡规划法", 40, 1),
        "GH",
    ),
    "water": Licence(
        "取水许可",
        "取水许可证",
        "取用地下水，年取水量三万立方米，用途为工业用水",
        "取水许可申请书\n水资源论证报告表\n计量设施说明",
        5,
        ("取水许可和水资源费征收管理条例", 2, 2),
        "QS",
    ),
    "fire": Licence(
        "公众聚集场所投入使用、营业前消防安全检查许可",
        "公众聚集场所投入使用、营业前消防安全检查合格证",
        "宾馆，地上四层，建筑面积三千二百平方米",
        "告知承诺书\n营业执照\n消防安全制度\n灭火和应急疏散预案",
        0,
        ("中华人民共和国消防法", 15, 1),
        "XF",
    ),
    "hengyang-market": Licence(
        "食品经营许可",
        "食品经营许可证",
        "食品销售经营者：散装食品销售",
        "食品经营许可申请书\n营业执照复印件\n经营场所平面图",
        5,
        ("中华人民共和国食品安全法", 35, 1),
        "JY",
    ),
}
