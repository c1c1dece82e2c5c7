"""证明包: one ZIP by which a stranger checks, offline and without our code, what the log says of a published thing.

Proof and checkpoint are written as C2SP tlog-proof and tlog-checkpoint say. The same entry, files and checkpoint give
the same bytes. ``verify.py`` in the root of the repository reads it.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import unicodedata
import zipfile
from collections.abc import Mapping, Sequence

from lantai.ledger import note, queries
from lantai.ledger.canon import canonical
from lantai.ledger.models import Checkpoint, Entry

FORMAT = "lantai-proof/1"
CONTENT = "content/"
LARGEST = 2**31  # bytes of one bundle: no ZIP64, so that the reader stays small
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_FORBIDDEN = set('/\\:*?"<>|')

README = """\
兰台存证证明包

本包用来核验：包内的文件，就是平台在某一时刻存证并公开的那一份。核验不需要联网，也不需要信任本平台。

怎样核验
  1. 从平台的“存证公开”页或代码库取得 verify.py（一个文件，只用 Python 标准库，可以通读）。
  2. 运行：python3 verify.py 本包.zip --key 公钥
     公钥请从本包以外的地方取得，例如平台网页、公报、司法行政部门或者先前留存的文书。
     不写 --key 时使用包内的公钥，只能说明本包前后一致，不能说明是谁签的。
  3. 手中有较早的检查点时，加上 --checkpoint 检查点文件，可以核验存证树没有被改写过。

包内文件
  content/             内容文件，与公开的一致
  entry.json           存证记录的正文
  proof.tlog-proof     记录的序号、包含证明和签名检查点（C2SP tlog-proof 格式）
  consistency.txt      与较早检查点的一致性证明（下载时提出要求的才有）
  log.key              存证日志的公钥
  manifest.json        各文件的摘要

说明什么
  · 内容文件自编入存证之后一个比特也没有变；
  · 这条存证在所签检查点的存证树之中，检查点由持有日志私钥的一方在所载时间签署；
  · 有较早检查点的，较早的全部记录原样保留，没有被删除、插入、调换或者改写。

不说明什么
  · 不说明内容在编入存证之前是真实的、合法的或者正确的；
  · 不说明该文件现在仍然有效，是否已被更正、撤回或者撤销，请到公示页面查询；
  · 不说明日志没有向别人出示另一棵树，要排除这一点，须与他人手中的检查点比对；
  · 记录里的办理时间由平台服务器记载，签署时间由签名人记载，都不是第三方时间戳。
"""


class NotYet(Exception):
    """No signed checkpoint covers the entry yet. The sequencer signs within minutes."""


def make(entry: Entry, files: Mapping[str, bytes], *, since: Checkpoint | None = None) -> bytes:
    """The bundle of an entry with the files whose SHA-256 the entry publishes, by the name they shall have.

    ``since``  an older checkpoint somebody holds: the proof that the tree only grew from there is put in.
    Raises NotYet while the entry waits; ValueError for a file the entry does not publish or a name no system can keep.
    """
    proof = queries.inclusion_proof(entry)
    if proof is None:
        raise NotYet("这条存证尚未编入已签署的检查点，请稍后再下载")
    published = json.loads(entry.body).get("publishes", [])
    members = {}
    for name, data in files.items():
        if hashlib.sha256(data).hexdigest() not in published:
            raise ValueError(f"{name}: the entry does not publish these bytes")
        members[CONTENT + _safe(name)] = data
    members["README.txt"] = README.encode()
    members["entry.json"] = entry.body.encode()
    members["proof.tlog-proof"] = _proof_text(proof.index, proof.path, proof.checkpoint.note).encode()
    members["log.key"] = f"{note.verifier_key()}\n".encode()
    if since is not None and since.size < proof.checkpoint.size:
        path = queries.consistency_proof(since.size, proof.checkpoint.size)
        members["consistency.txt"] = f"old {since.size}\n{_lines(path)}".encode()
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in members.items()}
    members["manifest.json"] = canonical({"format": FORMAT, "members": digests}).encode()
    return pack(members)


def _lines(path: Sequence[bytes]) -> str:
    return "".join(f"{base64.b64encode(value).decode()}\n" for value in path)


def _proof_text(index: int, path: Sequence[bytes], checkpoint: str) -> str:
    return f"c2sp.org/tlog-proof@v1\nindex {index}\n{_lines(path)}\n{checkpoint}"


def _safe(name: str) -> str:
    """A file name that means the same on every system and never leaves its folder. Raises ValueError."""
    bad = not name or len(name.encode()) > 200 or name != unicodedata.normalize("NFC", name)
    if bad or name[0] in ". " or name[-1] in ". " or set(name) & _FORBIDDEN or not name.isprintable():
        raise ValueError(f"{name!r}: no safe file name")
    return name


def pack(members: Mapping[str, bytes]) -> bytes:
    """A ZIP that has no freedom left: sorted names, stored, one date, no comment. Raises ValueError if too large."""
    if sum(map(len, members.values())) > LARGEST:
        raise ValueError("the bundle is too large")
    if len({name.casefold() for name in members}) != len(members):
        raise ValueError("two names that some systems take for one")
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name in sorted(members):
            member = zipfile.ZipInfo(name, _FIRST_DAY)
            member.create_system, member.external_attr = 3, 0o100644 << 16
            archive.writestr(member, members[name], zipfile.ZIP_STORED)
    return whole.getvalue()
