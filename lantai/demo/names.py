"""Made-up people, firms and numbers: valid in form, nobody's. Everything comes from a seeded ``Random``."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from lantai.demo.city import credit_code
from lantai.law.identity import resident_id_check

SURNAMES = (
    "陈刘黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武"
    "乔贺赖龚文"
)
GIVEN = (
    "伟强磊洋勇军杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆亮成龙志远建国文博子轩晨曦宏毅国栋海峰新"
    "民学文玉兰秀英丽娜静敏燕玲芳婷雪慧颖琳洁欣悦佳怡思琪雨桐梦瑶红梅春晓晓丹"
)
TRADES = {
    "food": ("食品经营部", "生鲜超市", "小吃店", "餐饮服务部", "粮油批发部"),
    "drug": ("大药房", "药店", "医药连锁门店"),
    "trade": ("商贸有限公司", "贸易有限公司", "电子商务有限公司", "文化传媒有限公司"),
    "works": ("建筑工程有限公司", "市政工程有限公司", "装饰工程有限公司"),
    "plant": ("机械制造有限公司", "新材料有限公司", "包装制品有限公司", "塑业有限公司"),
    "move": ("物流有限公司", "运输有限公司", "客运有限公司"),
    "farm": ("农业发展有限公司", "种养专业合作社", "水果种植专业合作社"),
    "host": ("宾馆", "美容美发店", "酒店管理有限公司", "健身俱乐部"),
}
SOLE = ("部", "店", "超市", "房", "宾馆", "俱乐部", "门店")
WORDS = ("演示甲", "演示乙", "演示丙", "样例", "示范", "模拟", "例证", "虚拟")
STYLES = ("鑫源", "福临", "惠民", "康和", "恒通", "瑞丰", "安达", "华盛", "锦程", "百味", "金穗", "兴隆")
STREETS = ("演示大道", "样例路", "示范街", "模拟巷", "例证路")


def person(random: Random) -> tuple[str, str]:
    """A name and a sex."""
    sex = random.choice("男女")
    given = "".join(random.choice(GIVEN) for _ in range(random.choice((1, 2, 2))))
    return random.choice(SURNAMES) + given, sex


def resident_id(random: Random, sex: str, division: str, today: date) -> str:
    """A resident ID with a true check digit, of an adult."""
    born = date(today.year - random.randint(22, 62), random.randint(1, 12), random.randint(1, 28))
    last = random.choice("13579" if sex == "男" else "02468")
    seventeen = f"{division}{born:%Y%m%d}{random.randint(10, 99):02d}{last}"
    return seventeen + resident_id_check(seventeen)


def firm(random: Random, trade: str, place: str) -> str:
    """The name of a firm that nobody takes for a real one."""
    return f"{place}{random.choice(WORDS)}{random.choice(STYLES)}{random.choice(TRADES[trade])}"


def is_sole(name: str) -> bool:
    """Whether a firm of this name is a sole trader."""
    return name.endswith(SOLE) and "有限公司" not in name


def firm_code(name: str, division: str, number: int) -> str:
    first = "92" if is_sole(name) else "93" if name.endswith("合作社") else "91"
    return credit_code(first, division, number)


def address(random: Random, place: str) -> str:
    return f"湖南省衡阳市{'' if place == '衡阳市' else place}{random.choice(STREETS)}{random.randint(1, 288)}号"


def phone(random: Random) -> str:
    """A mobile number of the block that is never assigned to a subscriber here: 199 0000 xxxx."""
    return f"1990000{random.randint(0, 9999):04d}"


def certificate(number: int) -> str:
    return f"18043{number:06d}"


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
