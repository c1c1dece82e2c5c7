"""存疑之处: what no detector hides and a human must look at before publication, above all names nobody has registered.

A personal name in free text cannot be told from other words with certainty, so nothing here is hidden by itself: the
places are shown, each with the article that asks for hiding it, and the human decides. All expressions run in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lantai.law.identity import is_credit_code
from lantai.law.redaction import KINDS
from lantai.law.statutes import Basis


@dataclass(frozen=True)
class Doubt:
    """A stretch ``text[start:end]`` that may be personal: its kind (a key of ``redaction.KINDS``), the words, and why."""

    start: int
    end: int
    kind: str
    words: str
    why: str

    @property
    def label(self) -> str:
        return KINDS[self.kind][0]

    @property
    def basis(self) -> Basis:
        """The article that asks for hiding what this may be."""
        return KINDS[self.kind][1]


_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石"
    "姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂"
    "丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁耿牟卜华肖阳晏成欧单瞿"
)
_COMPOUND = "欧阳|司马|上官|诸葛|夏侯|司徒|皇甫|尉迟|东方|慕容|令狐|长孙|宇文"
_NAME = f"(?:(?:{_COMPOUND})[\u4e00-\u9fff]{{1,2}}|[{_SURNAMES}][\u4e00-\u9fff]{{1,2}})"
_CALLED = (
    "证人|店主|经营者|负责人|代表人|代理人|员工|职工|工人|店员|顾客|消费者|投诉人|举报人|申请人|受害人|被害人|见证人|业主|住户|居民|村民|司机|驾驶员|"
    "厨师|医生|护士|教师|老板娘|老板|妻子|丈夫|儿子|女儿|父亲|母亲|亲属|朋友|同事|经理|会计|收银员|保安|房东|租户|姓名|名叫|其妻|其夫|其子|其女|询问了|询问"
)
_SAYS = (
    "证实|陈述|反映|表示|承认|签字|签名|举报|投诉|辩称|自称|声称|称|的证言|的笔录|的陈述|先生|女士|"
    "[（(]?[,，]?(?:男|女)[,，、）)]|[（(](?:公民)?身份证|[（(]电话"
)
_AFTER = f"(?={_SAYS}|[，。；、：）)\\s（(]|到|在|的|于|从|向|与|和|将|等|购|系|为|$)"
_TOLD = re.compile(f"(?:{_CALLED})[:：]?({_NAME}){_AFTER}")
_SPEAKS = re.compile(f"(?:^|[，。；、：（(\\s]|经|据|由|与|和|向)({_NAME})(?={_SAYS})")
_PSEUDONYM = re.compile("某|×|\\*|X")
_NO_NAMES = frozenset(
    [
        "高度",
        "高温",
        "安全",
        "方法",
        "方式",
        "方面",
        "万元",
        "金额",
        "明确",
        "明知",
        "成立",
        "成品",
        "石油",
        "江苏",
        "许可",
        "常年",
        "常见",
        "于是",
        "和平",
        "黄金",
        "白酒",
        "白糖",
        "马路",
        "牛肉",
        "单位",
        "单独",
        "容器",
        "能够",
        "易燃",
        "全部",
        "水产",
        "农业",
        "商品",
        "广告",
        "文件",
        "文化",
        "文书",
        "国家",
        "路面",
        "季度",
        "左右",
        "关于",
        "任何",
        "任意",
        "温度",
        "管理",
        "章程",
        "史料",
        "华东",
        "金属",
        "向其",
        "向本",
        "向我",
        "于当",
        "于本",
        "白色",
        "黄色",
        "施工",
        "程序",
        "经营",
        "严重",
        "钱款",
        "余款",
        "许某",
        "康复",
        "夏季",
        "田间",
        "方便",
        "周边",
        "周围",
        "高于",
        "高价",
        "毛重",
        "常温",
        "文字",
        "易制",
        "成本",
        "单据",
        "管制",
        "龙头",
        "余额",
        "段落",
    ]
)
_NUMBER = re.compile(r"(?<![0-9A-Za-z〔第])[0-9](?:[ \-—]?[0-9]){6,24}[Xx]?(?![0-9A-Za-z号])")
_ROOM = re.compile(
    "[\u4e00-\u9fff0-9]{2,24}?(?:路|街|巷|道|村|组|小区|花园|公寓|家园|新村)[\u4e00-\u9fff0-9\\-]{0,16}?"
    "[0-9一二三四五六七八九十]+(?:单元|栋|幢|座|室|户)(?:[0-9一二三四五六七八九十\\-]*(?:单元|室|号|楼|层|户))*"
)


def doubts(text: str, known: Iterable[str] = ()) -> tuple[Doubt, ...]:
    """The places of a text, as it is about to become public, that a human must look at.

    ``known``: what may stand (officers, the organisation's own name and address, certificate numbers).
    """
    kept = [k for k in known if k]
    places = [(m.start(), m.end()) for k in kept for m in re.finditer(re.escape(k), text)]
    found = [d for d in _all(text) if not any(a < d.end and d.start < b for a, b in places)]
    return tuple(_apart(found))


def _all(text: str) -> Iterator[Doubt]:
    for pattern, why in ((_TOLD, "称谓之后的姓名"), (_SPEAKS, "陈述、签字的人")):
        for match in pattern.finditer(text):
            words = match.group(1)
            if words[:2] not in _NO_NAMES and not _PSEUDONYM.search(words):
                yield Doubt(match.start(1), match.end(1), "name", words, why)
    for match in _NUMBER.finditer(text):
        digits = re.sub(r"[ \-—]", "", match.group())
        if not is_credit_code(digits.upper()):
            kind = "resident_id" if len(digits) in (15, 17, 18) else "phone" if len(digits) <= 12 else "account"
            yield Doubt(match.start(), match.end(), kind, match.group(), "较长的号码")
    for match in _ROOM.finditer(text):
        yield Doubt(match.start(), match.end(), "address", match.group(), "到楼栋、单元、房号的地址")


def _apart(found: Iterable[Doubt]) -> list[Doubt]:
    """In order, without those that lie upon an earlier one."""
    apart: list[Doubt] = []
    for one in sorted(found, key=lambda d: (d.start, -d.end)):
        if not apart or apart[-1].end <= one.start:
            apart.append(one)
    return apart
