"""The statutes this platform cites (现行法律渊源), as versions in force in 2026.

``adopted`` is the day in the file name of the statute library (of the last amendment, or of promulgation),
``in_force`` the day from which this version applies. Which amounts of days mean working days is part of the
statute: Penalty Law 85, Coercion Law 69, Licence Law 82, Reconsideration Law 88; the others count calendar
days unless they write 工作日.
"""

from __future__ import annotations

from datetime import date

from lantai.law.statutes import Statute

_LAW = "中华人民共和国"


def _law(code: str, short: str, adopted: str, in_force: str = "", **more: object) -> Statute:
    """A law of the National People's Congress; in force on the day of adoption unless said otherwise."""
    return _statute(code, short, adopted, in_force, name=_LAW + short, **more)


def _statute(code: str, short: str, adopted: str, in_force: str = "", name: str = "", **more: object) -> Statute:
    return Statute(
        code=code,
        name=name or short,
        short=short,
        adopted=date.fromisoformat(adopted),
        in_force=date.fromisoformat(in_force or adopted),
        **more,  # type: ignore[arg-type]
    )


# Laws of administrative procedure
APL = _law("APL", "行政处罚法", "2021-01-22", "2021-07-15", working_days=frozenset({2, 3, 5, 7}))
ACL = _law("ACL", "行政强制法", "2011-06-30", "2012-01-01", working_days=frozenset(range(1, 11)))
ALL = _law("ALL", "行政许可法", "2019-04-23", working_days=None)
ARL = _law("ARL", "行政复议法", "2023-09-01", "2024-01-01", working_days=frozenset({3, 5, 7, 10}))
ADLIT = _law("ADLIT", "行政诉讼法", "2017-06-27", "2017-07-01")
ADLITI = _statute(
    "ADLITI",
    "最高人民法院关于适用〈行政诉讼法〉的解释",
    "2018-02-06",
    "2018-02-08",
    name="最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释",
)
CPL = _law("CPL", "民事诉讼法", "2023-09-01", "2024-01-01")
CIVIL = _law("CIVIL", "民法典", "2020-05-28", "2021-01-01")
PIPL = _law("PIPL", "个人信息保护法", "2021-08-20", "2021-11-01")
MINORS = _law("MINORS", "未成年人保护法", "2024-04-26")
ARCH = _law("ARCH", "档案法", "2020-06-20", "2021-01-01")
LAND = _law("LAND", "土地管理法", "2019-08-26", "2020-01-01")
EMERG = _law("EMERG", "突发事件应对法", "2024-06-28", "2024-11-01")
TAX = _law("TAX", "税收征收管理法", "2015-04-24")

# Administrative regulations
OGI = _law("OGI", "政府信息公开条例", "2019-04-03", "2019-05-15")
ARCHR = _law("ARCHR", "档案法实施条例", "2024-01-12", "2024-03-01")
XFER = _statute("XFER", "行政执法机关移送涉嫌犯罪案件的规定", "2020-08-07")
EXPR = _statute("EXPR", "国有土地上房屋征收与补偿条例", "2011-01-21")
WATER = _statute("WATER", "取水许可和水资源费征收管理条例", "2017-03-01")
HOL = _statute("HOL", "全国年节及纪念日放假办法", "2024-11-10", "2025-01-01")
SUPREG = _statute("SUPREG", "行政执法监督条例", "2025-12-17", "2026-02-01")

# Rules of departments and of the province, plans and opinions
SAMR = _statute("SAMR", "市场监督管理行政处罚程序规定", "2022-09-29", "2022-11-01")
SAMRPUB = _statute("SAMRPUB", "市场监督管理行政处罚信息公示规定", "2021-07-30", "2021-09-01")
CREDREP = _statute("CREDREP", "信用修复管理办法", "2025-11-19", "2026-04-01")
HNAPP = _statute("HNAPP", "湖南省行政程序规定", "2008-04-17", "2008-10-01")
INSP54 = _statute(
    "INSP54",
    "关于严格规范涉企行政检查的意见",
    "2024-12-30",
    name="国务院办公厅关于严格规范涉企行政检查的意见",
)
INSPQA = _statute(  # adopted: the month in which the ministry told of it; the sheet itself was not read
    "INSPQA",
    "关于严格规范涉企行政检查的意见有关问题解答",
    "2025-04-30",
    name="司法部办公厅〈国务院办公厅关于严格规范涉企行政检查的意见〉有关问题解答",
)
INSPDOC = _statute("INSPDOC", "行政检查文书基本格式文本（试行）", "2025-04-30")
SEED = _statute(
    "SEED",
    "衡阳市全面推行行政执法三项制度实施方案",
    "2019-11-25",
    name="衡阳市全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的实施方案",
)

# Statutes under which the agencies of a city act
FOOD = _law("FOOD", "食品安全法", "2021-04-29")
FOODR = _law("FOODR", "食品安全法实施条例", "2019-10-11", "2019-12-01")
DRUG = _law("DRUG", "药品管理法", "2019-08-26", "2019-12-01")
PRODUCT = _law("PRODUCT", "产品质量法", "2018-12-29")
ADVERT = _law("ADVERT", "广告法", "2021-04-29")
COMPETE = _law("COMPETE", "反不正当竞争法", "2019-04-23", in_force_to=date(2025, 10, 14))
ENTITY = _law("ENTITY", "市场主体登记管理条例", "2021-07-27", "2022-03-01")
UNLICENSED = _statute("UNLICENSED", "无证无照经营查处办法", "2017-08-06", "2017-10-01")
SPECIAL = _law("SPECIAL", "特种设备安全法", "2013-06-29", "2014-01-01")
SAFETY = _law("SAFETY", "安全生产法", "2021-06-10", "2021-09-01")
FIRE = _law("FIRE", "消防法", "2021-04-29")
ENVIRON = _law("ENVIRON", "环境保护法", "2014-04-24", "2015-01-01")
AIR = _law("AIR", "大气污染防治法", "2018-10-26")
WATERPOL = _law("WATERPOL", "水污染防治法", "2017-06-27", "2018-01-01")
SOLID = _law("SOLID", "固体废物污染环境防治法", "2020-04-29", "2020-09-01")
PLANNING = _law("PLANNING", "城乡规划法", "2019-04-23")
CITYLOOK = _statute("CITYLOOK", "城市市容和环境卫生管理条例", "2017-03-01")
BUILDING = _statute("BUILDING", "建设工程质量管理条例", "2019-04-23")
RELICS = _law("RELICS", "文物保护法", "2024-11-08", "2025-03-01")
LABOUR = _statute("LABOUR", "劳动保障监察条例", "2004-11-01", "2004-12-01")
FARMFOOD = _law("FARMFOOD", "农产品质量安全法", "2022-09-02", "2023-01-01")
PUBPLACE = _statute("PUBPLACE", "公共场所卫生管理条例", "2019-04-23")
ROADSAFE = _law("ROADSAFE", "道路交通安全法", "2021-04-29")
ROADTRANS = _law("ROADTRANS", "道路运输条例", "2023-07-20")
DATASEC = _law("DATASEC", "数据安全法", "2021-06-10", "2021-09-01")
CYBER = _law("CYBER", "网络安全法", "2016-11-07", "2017-06-01", in_force_to=date(2025, 12, 31))

ALL_STATUTES: tuple[Statute, ...] = tuple(v for v in list(globals().values()) if isinstance(v, Statute))

BY_CODE: dict[str, Statute] = {s.code: s for s in ALL_STATUTES}

BY_NAME: dict[str, Statute] = {
    name: statute
    for statute in ALL_STATUTES
    for title in (statute.name, statute.short)
    for name in (title, title.replace("〈", "《").replace("〉", "》"))
}

BINDS_FIELD: dict[str, str] = {SAMR.code: "market", SAMRPUB.code: "market"}
"""Departmental rules (部门规章) and the one enforcement field that each binds. The rest bind everybody."""


def binds(statute: Statute, field: str) -> bool:
    """Whether agencies of the enforcement ``field`` are bound by ``statute``."""
    return BINDS_FIELD.get(statute.code, field) == field
