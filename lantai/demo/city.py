"""The agencies of the demonstration: 衡阳市 with its twelve county-level units. Names are those of offices, people are not."""

from __future__ import annotations

from dataclasses import dataclass

from lantai.law.identity import DIVISIONS, credit_code_check, organisation_code_check

CITY = "430400"


@dataclass(frozen=True)
class Seat:
    """One agency as it will stand in the register. ``number`` gives its credit code, ``staff`` how many officers."""

    key: str
    name: str
    field: str
    division: str
    prefix: str
    number: int
    duties: str
    staff: int
    cases: int
    level: str = "部门"
    kind: str = "行政机关"
    parent: str = ""

    @property
    def code(self) -> str:
        first = "12" if self.kind == "受委托组织" else "11"
        return credit_code(first, self.division, 430_000 + self.number)


def credit_code(first: str, division: str, number: int) -> str:
    """A valid credit code of a made-up body: two characters, its division and a running number."""
    organisation = f"{number:08d}"
    seventeen = f"{first}{division}{organisation}{organisation_code_check(organisation)}"
    return seventeen + credit_code_check(seventeen)


# key, name after 衡阳市, label of the field, prefix, duties, officers, cases
_BUREAUS = (
    (
        "market",
        "市场监督管理局",
        "市场监管",
        "衡市监",
        "市场主体、食品药品、产品质量、广告、特种设备的监督管理",
        36,
        26,
    ),
    ("justice", "司法局", "司法行政", "衡司", "行政执法监督、规范性文件和执法程序的合法性审核", 6, 0),
    ("urban", "城市管理和综合执法局", "城市管理", "衡城管", "市容环境卫生、户外广告、扬尘和油烟的监督管理", 18, 16),
    ("environment", "生态环境局", "生态环境", "衡环", "大气、水、固体废物污染防治的监督管理", 14, 9),
    ("emergency", "应急管理局", "应急管理", "衡应急", "安全生产的综合监督管理", 14, 10),
    ("transport", "交通运输局", "交通运输", "衡交", "道路运输的监督管理", 14, 10),
    ("culture", "文化旅游广电体育局", "文化市场", "衡文旅", "文化市场和文物保护的监督管理", 12, 4),
    ("health", "卫生健康委员会", "卫生健康", "衡卫", "公共场所卫生的监督管理", 12, 9),
    ("agriculture", "农业农村局", "农业农村", "衡农", "农产品质量安全的监督管理", 12, 8),
    ("construction", "住房和城乡建设局", "住房城乡建设", "衡住建", "建设工程质量和施工扬尘的监督管理", 12, 8),
    ("resources", "自然资源和规划局", "自然资源", "衡自然资", "土地利用和城乡规划的监督管理", 12, 6),
    ("labour", "人力资源和社会保障局", "人力资源社会保障", "衡人社", "劳动保障监察", 12, 8),
    ("water", "水利局", "水利", "衡水", "取水许可和水资源的监督管理", 10, 5),
    ("fire", "消防救援支队", "消防救援", "衡消", "消防安全的监督检查", 12, 10),
)
_DELEGATED = (
    ("urban", "城市管理综合行政执法支队", "城市管理"),
    ("transport", "交通运输综合行政执法支队", "交通运输"),
    ("health", "卫生计生综合监督执法局", "卫生健康"),
)
# division, letters for keys, characters for prefixes
_COUNTIES = (
    ("430405", "zhuhui", "珠"),
    ("430406", "yanfeng", "雁"),
    ("430407", "shigu", "石"),
    ("430408", "zhengxiang", "蒸"),
    ("430412", "nanyue", "岳"),
    ("430421", "hengyang", "阳县"),  # 衡阳 alone would read as the city
    ("430422", "hengnan", "南"),
    ("430423", "hengshan", "山"),
    ("430424", "hengdong", "东"),
    ("430426", "qidong", "祁"),
    ("430481", "leiyang", "耒"),
    ("430482", "changning", "常"),
)
LAW = "《中华人民共和国行政处罚法》第十七条"


def _seats() -> tuple[Seat, ...]:
    whole = Seat(
        "government", "衡阳市人民政府", "人民政府", CITY, "衡政", 1, "领导全市行政执法工作", 0, 0, "市级人民政府"
    )
    found = [whole]
    for n, (key, name, field, prefix, duties, staff, cases) in enumerate(_BUREAUS, 10):
        found.append(
            Seat(key, f"衡阳市{name}", field, CITY, prefix, n, f"负责全市{duties}。", staff, cases, parent="government")
        )
    for n, (parent, name, field) in enumerate(_DELEGATED, 30):
        found.append(
            Seat(
                f"{parent}-brigade",
                f"衡阳市{name}",
                field,
                CITY,
                f"{_prefix(parent)}支",
                n,
                "受委托承担日常监督检查和行政处罚的具体工作。",
                8,
                0,
                kind="受委托组织",
                parent=parent,
            )
        )
    for n, (division, letters, character) in enumerate(_COUNTIES):
        found += _county(division, letters, character, 100 + 10 * n)
    return tuple(found)


def _prefix(key: str) -> str:
    return next(row[3] for row in _BUREAUS if row[0] == key)


def _county(division: str, letters: str, character: str, number: int) -> list[Seat]:
    name = DIVISIONS[division]
    top = Seat(
        f"{letters}-government",
        f"{name}人民政府",
        "人民政府",
        division,
        f"衡{character}政",
        number,
        f"领导{name}的行政执法工作。",
        0,
        0,
        "县级人民政府",
        parent="government",
    )
    rows = (
        ("market", "市场监督管理局", "市场监管", "市监", "市场监督管理", 11, 9),
        ("urban", "城市管理和综合执法局", "城市管理", "城管", "城市管理和综合执法", 8, 5),
        ("justice", "司法局", "司法行政", "司", "行政执法监督", 3, 0),
    )
    return [
        top,
        *(
            Seat(
                f"{letters}-{key}",
                f"{name}{label}",
                field,
                division,
                f"衡{character}{short}",
                number + place,
                f"负责{name}{duties}工作。",
                staff,
                cases,
                parent=f"{letters}-government",
            )
            for place, (key, label, field, short, duties, staff, cases) in enumerate(rows, 1)
        ),
    ]


SEATS: tuple[Seat, ...] = _seats()
BY_KEY: dict[str, Seat] = {seat.key: seat for seat in SEATS}
FIRST = ("market", "hengyang-market")
"""The agencies whose cases are made before the pages are served; the worker makes the rest."""


def working() -> tuple[Seat, ...]:
    """The agencies that handle cases, those made first in front."""
    first = [BY_KEY[key] for key in FIRST]
    return (*first, *(s for s in SEATS if s.cases and s not in first))
