"""What can be shown of a published thing: that it says what the log recorded, where it stands, who signed for it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lantai.law import chain
from lantai.law.periods import written_to_the_minute
from lantai.ledger import note
from lantai.ledger import queries as ledger
from lantai.ledger.models import Checkpoint, Entry

ABOUT = "/ledger/#limits"


@dataclass(frozen=True)
class Standing:
    """The entry of a published thing and the first checkpoint that covers it."""

    entry: Entry | None
    index: int | None = None
    checkpoint: Checkpoint | None = None


def standing(subject: str) -> Standing:
    """Where the last entry about ``app.model:pk`` stands. The first covering checkpoint is the same on every day."""
    entry = ledger.entry_of(subject)
    if entry is None:
        return Standing(None)
    index = ledger.leaf_index(entry)
    if index is None:
        return Standing(entry)
    return Standing(entry, index, Checkpoint.objects.filter(size__gt=index).order_by("number").first())


def proof_of(
    subject: str,
    digest: str,
    recomputed: str,
    what: str = "内容",
    bundle_url: str = "",
    beside: Sequence[tuple[str, str]] = (),
) -> dict[str, Any]:
    """The proof panel: four plain facts, each checked now. Amber while something is not there yet, red if it differs.

    ``beside``  digest and digest computed anew of what the page shows besides: it is proved by the same entry.
    """
    at = standing(subject)
    said = [_says(at, kept, now, what) for kept, now in ((digest, recomputed), *beside)]
    facts = [next((one for one in said if one[0] != "ok"), said[0])]
    if facts[0][0] == "ok":
        facts += _stands(at)
    verdict = next((state for state in ("bad", "open") if any(f[0] == state for f in facts)), "ok")
    if verdict == "ok":
        facts.append(("open", "其他机构尚未联署检查点，目前由本平台单独签名"))
    when = written_to_the_minute(at.entry.at) if at.entry else ""
    sentence = {
        "ok": f"核验通过：{what}与{when}记录的一致",
        "open": f"等待签名：{what}与{when}记录的一致，检查点签名后即可离线核验",
        "bad": f"核验不通过：{what}与存证记录不符",
    }[verdict]
    return {
        "verdict": verdict,
        "sentence": sentence,
        "facts": facts,
        "digest": digest,
        "bundle_url": bundle_url if verdict == "ok" else "",
        "about_url": ABOUT,
    }


def _says(at: Standing, digest: str, recomputed: str, what: str) -> tuple[str, str]:
    if at.entry is None:
        return "bad", f"存证记录里没有这项{what}"
    named = json.loads(at.entry.body).get("publishes", ())
    if digest != recomputed or digest not in named:
        return "bad", f"{what}的摘要与存证记录不符"
    return "ok", f"{what}与记录时一致"


def _stands(at: Standing) -> list[tuple[str, str]]:
    if at.entry is None or at.index is None or at.checkpoint is None:
        return [("open", "记录已经写入，正在等待编号和签名，通常几秒钟内完成")]
    covered = ledger.inclusion_proof(at.entry, at.checkpoint)
    leaf = chain.leaf_hash(at.entry.body.encode())
    root = bytes(at.checkpoint.root)
    if covered is None or not chain.verify_inclusion(leaf, at.index, at.checkpoint.size, covered.path, root):
        return [("bad", "记录不在检查点签名的范围内")]
    number = f"记录序号 {at.index:,}，{written_to_the_minute(at.entry.at)}记入"
    try:
        head = note.verify(at.checkpoint.note, note.origin(), note.public_bytes())
    except note.BadNote:
        return [("ok", number), ("bad", "检查点的签名不对")]
    if (head.size, head.root) != (at.checkpoint.size, root):
        return [("ok", number), ("bad", "检查点的签名与检查点的内容不符")]
    signed = f"第 {at.checkpoint.number:,} 号检查点已经签名，含 {head.size:,} 条记录"
    return [("ok", number), ("ok", signed)]
