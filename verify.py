#!/usr/bin/env python3
"""核验兰台存证证明包。只用 Python 标准库（3.8 及以上），不联网，不依赖平台的任何代码。

用法：python3 verify.py 证明包.zip [--key 公钥或公钥文件] [--checkpoint 先前留存的检查点文件]
退出码：0 通过；1 不通过；2 无法核验（用法不对、文件读不出，或者包内没有所要求的一致性证明）。

核验的是：文件摘要 → 存证记录 → 树叶 → 包含证明（RFC 6962、RFC 9162）→ 检查点（C2SP tlog-checkpoint）→ Ed25519 签名（RFC 8032）。
"""

import argparse
import base64
import hashlib
import json
import struct
import sys
import zlib
from datetime import datetime, timedelta, timezone
from pathlib import Path

FORMAT = "lantai-proof/1"
NEEDED = {"README.txt", "entry.json", "proof.tlog-proof", "log.key", "manifest.json"}
LARGEST = 2**31 + 2**20
BEIJING = timezone(timedelta(hours=8))


class Refused(Exception):
    """证明不成立。"""


class Unable(Exception):
    """无法核验。"""


# ---- ZIP: the one form the platform writes; whatever else a ZIP can hold is refused ----
def members(data):
    """Name → bytes. The archive is built again from what was read and must be equal to the last bit."""
    found, at = [], 0
    while data[at : at + 4] == b"PK\x03\x04" and len(data) > at + 30:
        size, name_length = struct.unpack("<IH", data[at + 22 : at + 28])
        start = at + 30 + name_length
        found.append((data[at + 30 : start].decode("utf-8"), data[start : start + size]))
        at = start + size
    names = [name for name, _ in found]
    if names != sorted(set(names)) or len({name.casefold() for name in names}) != len(names):
        raise Refused("证明包内有重名或次序不对的文件")
    if not found or packed(found) != data:
        raise Refused("证明包不是平台生成的原样，或者有改动")
    for name in set(names) - NEEDED - {"consistency.txt"}:
        inner = name[8:] if name.startswith("content/") else ""
        if not inner.isprintable() or inner.strip(". ") != inner or not inner or set(inner) & set('/\\:*?"<>|'):
            raise Refused("证明包内有不应有的文件名：" + ascii(name))
    if NEEDED - set(names):
        raise Refused("证明包缺少文件：" + "、".join(sorted(NEEDED - set(names))))
    return dict(found)


def packed(found):
    body, directory = b"", b""
    for name, content in found:
        raw, flags = name.encode(), 0 if name.isascii() else 0x800
        common = struct.pack("<HHHHHIIIHH", 20, flags, 0, 0, 33, zlib.crc32(content), *[len(content)] * 2, len(raw), 0)
        directory += b"PK\x01\x02" + struct.pack("<H", 3 << 8 | 20) + common
        directory += struct.pack("<HHHII", 0, 0, 0, 0o100644 << 16, len(body)) + raw
        body += b"PK\x03\x04" + common + raw + content
    end = struct.pack("<HHHHIIH", 0, 0, len(found), len(found), len(directory), len(body), 0)
    return body + directory + b"PK\x05\x06" + end


# ---- Ed25519, RFC 8032, verification only ----

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def add(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    x, y, z, t = f - e, f + e, h - g, h + g
    return x * z % P, t * y % P, z * t % P, x * y % P


def point(raw):
    """The point of an encoding, None if there is none (RFC 8032, 5.1.3)."""
    number = int.from_bytes(raw, "little")
    sign, y = number >> 255, number & (1 << 255) - 1
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signed(public, message, signature):
    """Whether ``signature`` is one of ``public`` over ``message``: encode(sB - kA) = R, computed in one ladder."""
    key, s = point(public), int.from_bytes(signature[32:], "little")
    if key is None or len(signature) != 64 or s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    minus = (P - key[0], key[1], 1, P - key[3])
    steps, run = (None, BASE, minus, add(BASE, minus)), (0, 1, 1, 0)
    for bit in range(252, -1, -1):
        run = add(run, run)
        step = steps[(s >> bit & 1) + 2 * (k >> bit & 1)]
        if step:
            run = add(run, step)
    inverse = pow(run[2], P - 2, P)
    x, y = run[0] * inverse % P, run[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little") == signature[:32]


# ---- notes and checkpoints, C2SP ----
def unbase64(text, length=None):
    """Standard base64 in its one spelling."""
    raw = base64.b64decode(text, validate=True)
    if base64.b64encode(raw).decode() != text or (length is not None and len(raw) != length):
        raise Refused("证明中有长度或写法不对的散列")
    return raw


def number(text):
    if not (text.isascii() and text.isdigit()) or (text[0] == "0" and text != "0") or len(text) > 18:
        raise Refused("证明中的序号或记录数写法不对")
    return int(text)


def verifier_key(text):
    """Name and public key of ``name+id+base64(0x01 ‖ key)``."""
    parts = text.strip().split("+", 2)
    if len(parts) != 3 or not parts[0] or any(c.isspace() for c in parts[0]):
        raise Refused("公钥格式不对")
    raw = unbase64(parts[2], 33)
    if raw[0] != 1 or key_id(parts[0], 1, raw[1:]).hex() != parts[1]:
        raise Refused("公钥与其编号不符")
    return parts[0], raw[1:]


def key_id(name, kind, public):
    return hashlib.sha256(name.encode() + b"\n" + bytes([kind]) + public).digest()[:4]


def checkpoint(note, name, public):
    """Size, root and time of signing of a checkpoint, once both lines of the log are found good."""
    text, gap, block = note.rpartition("\n\n")
    lines = text.split("\n")
    if not gap or not block.endswith("\n") or len(lines) != 3 or lines[0] != name:
        raise Refused("检查点格式不对，或者属于另一个日志")
    size, root, found = number(lines[1]), unbase64(lines[2], 32), {}
    for line in block[:-1].split("\n"):
        parts = line.split(" ")
        if len(parts) != 3 or parts[0] != "—" or not parts[1]:
            raise Refused("签名行格式不对")
        raw = unbase64(parts[2])
        if len(raw) < 5 or (parts[1], raw[:4]) in found:
            raise Refused("签名行重复或格式不对")
        found[parts[1], raw[:4]] = raw[4:]
    plain = found.get((name, key_id(name, 1, public)), b"")
    timed = found.get((name, key_id(name, 4, public)), b"")
    message = (text + "\n").encode()
    if not signed(public, message, plain):
        raise Refused("检查点的签名不对，或者不是这个公钥签的")
    seconds = int.from_bytes(timed[:8], "big")
    if not signed(public, b"cosignature/v1\ntime %d\n" % seconds + message, timed[8:]):
        raise Refused("检查点的签署时间未经签名")
    return size, root, seconds


# ---- the tree, RFC 6962 and RFC 9162 ----
def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def climbed(place, last, first, second, path):
    """The two roots that a path leads to (RFC 9162, 2.1.3.2 and 2.1.4.2), None if it is too short or too long."""
    for other in path:
        if last == 0:
            return None
        if place & 1 or place == last:
            first, second = node(other, first), node(other, second)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            second = node(second, other)
        place, last = place >> 1, last >> 1
    return (first, second) if last == 0 else None


def continues(old, new, old_root, new_root, path):
    """Whether the tree of ``new`` begins with that of ``old``; nothing continues the empty tree."""
    if old == new:
        return not path and old > 0 and old_root == new_root
    if not 0 < old < new or not path:
        return False
    if old & (old - 1) == 0:
        path = [old_root, *path]
    place, last = old - 1, new - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    return climbed(place, last, path[0], path[0], path[1:]) == (old_root, new_root)


# ---- the bundle ----
def head_and_hashes(block, word):
    """A line ``word number``, then hashes, one a line."""
    first, *lines = block.split("\n")
    if not first.startswith(word + " ") or len(lines) > 64:
        raise Refused("证明格式不对")
    return number(first[len(word) + 1 :]), [unbase64(line, 32) for line in lines]


def check(data, key=None, older=None):
    """Sentences of what was found good. Raises Refused or Unable."""
    try:
        return checked(data, key, older)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, OSError, RecursionError) as error:
        raise Refused(f"证明包的内容不合规范（{type(error).__name__}）") from None


def checked(data, key, older):
    held = members(data)
    digests = {name: hashlib.sha256(raw).hexdigest() for name, raw in held.items() if name != "manifest.json"}
    listed = {"format": FORMAT, "members": digests}
    if json.dumps(listed, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() != held["manifest.json"]:
        raise Refused("包内文件与清单不符")
    name, public = verifier_key(key or held["log.key"].decode())
    start, _, rest = held["proof.tlog-proof"].decode().partition("\n")
    block, gap, note = rest.partition("\n\n")
    if start != "c2sp.org/tlog-proof@v1" or not gap:
        raise Refused("证明格式不对")
    index, path = head_and_hashes(block, "index")
    size, root, seconds = checkpoint(note, name, public)
    leaf = hashlib.sha256(b"\x00" + held["entry.json"]).digest()
    if index >= size or (climbed(index, size - 1, leaf, leaf, path) or (b"", b""))[1] != root:
        raise Refused("包含证明不成立：这条记录不在所签的存证树中")
    entry = json.loads(held["entry.json"])
    verb, subject, at = (ascii(str(entry[k])).strip("'") or "无" for k in ("verb", "subject", "at"))
    said = []
    for member in sorted(n for n in held if n.startswith("content/")):
        if digests[member] not in entry.get("publishes", []):
            raise Refused(f"文件 {member[8:]} 不是这条存证所公开的内容")
        said.append(f"文件 {member[8:]}（{len(held[member])} 字节）与存证一致，SHA-256 {digests[member]}")
    when = datetime.fromtimestamp(seconds, BEIJING).strftime("%Y年%m月%d日 %H:%M:%S")
    said.append(f"存证记录：事项 {verb}，对象 {subject}，平台记载的办理时间 {at}")
    said.append(f"这条记录是日志 {name} 的第 {index} 条（从 0 数起），在 {size} 条记录的检查点之中")
    said.append(f"检查点由日志私钥签名，签署时间 {when}（北京时间）")
    if older is not None:
        said.append(grown(held, older, name, public, size, root))
    return said if said[0].startswith("文件") else ["包内没有内容文件：只核验了存证记录本身", *said]


def grown(held, older, name, public, size, root):
    old, old_root, _ = checkpoint(older, name, public)
    start, path = old, []
    if old > size:
        raise Unable(f"手中的检查点（{old} 条）比证明包（{size} 条）新，请重新下载证明包")
    if old < size:
        start, path = head_and_hashes(held.get("consistency.txt", b"old 0\n").decode()[:-1], "old")
    if start != old:
        raise Unable(f"包内没有从 {old} 条到 {size} 条记录的一致性证明，请带检查点重新下载")
    if not continues(old, size, old_root, root, path):
        raise Refused("存证树与手中的检查点不一致：有人改写过记录，请立即保存两份检查点并报告")
    return f"手中检查点的 {old} 条记录原样保留在 {size} 条记录的存证树中"


def main(arguments=None):
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")
    parser = argparse.ArgumentParser(description="核验兰台存证证明包（不联网）")
    parser.add_argument("bundle", help="下载的证明包")
    parser.add_argument("--key", help="日志公钥（文字或文件），须从证明包以外取得")
    parser.add_argument("--checkpoint", help="先前留存的检查点文件")
    given = parser.parse_args(arguments)
    try:
        if Path(given.bundle).stat().st_size > LARGEST:
            raise Unable("证明包过大")
        key = Path(given.key).read_text("utf-8") if given.key and "+" not in given.key else given.key
        older = Path(given.checkpoint).read_bytes().decode() if given.checkpoint else None
        said = check(Path(given.bundle).read_bytes(), key, older)
    except (Refused, Unable, OSError, UnicodeDecodeError) as wrong:
        code, word = (1, "不通过") if isinstance(wrong, Refused) else (2, "无法核验")
        print(f"核验结果：{word}。{wrong}。")
        return code
    print("核验结果：通过\n" + "\n".join("· " + sentence for sentence in said))
    if not given.key:
        print("注意：没有给出 --key，用的是包内的公钥。这只说明本包前后一致，不说明是谁签的。")
    print("本结果不说明内容编入存证以前的真实性，也不说明文件现在仍然有效；请到公示页面查询是否已更正或撤回。")
    return 0


if __name__ == "__main__":
    sys.exit(main())
