#!/usr/bin/env python3
"""Repeat a random-inspection draw (双随机抽查) from its published protocol. Standard library only.

    python3 verify_draw.py protocol.json

Prints what was drawn and whether it is what was published. Exit status 0 if the draw is genuine, 1 if not.
"""

import hashlib
import json
import sys


def h(text):
    return hashlib.sha256(text.encode()).hexdigest()


def main(path):
    with open(path, encoding="utf-8") as file:
        p = json.load(file)
    plan = p["plan"]
    digest = h(json.dumps(plan, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
    key = h("\n".join((p["seed"], p["public_number"], digest)))
    objects = []
    for o in plan["objects"]:
        tickets = [h(f"{key}|object|{o['code']}|{n + 1}") for n in range(plan["weights"][o["risk"]])]
        objects.append((min(tickets), o["code"]))
    drawn = []
    for ticket, code in sorted(objects)[: plan["objects_to_draw"]]:
        able = [
            o["certificate"]
            for o in plan["officers"]
            if code not in o["recused"] and (not o["fields"] or plan["field"] in o["fields"])
        ]
        able.sort(key=lambda certificate: h(f"{key}|officer|{code}|{certificate}"))
        drawn.append((code, ticket, able[: plan["officers_each"]]))
    published = [(d["code"], d["ticket"], [o["certificate"] for o in d["officers"]]) for d in p["drawn"]]
    checks = (
        ("种子与事前公布的承诺一致", h(p["seed"]) == p["commitment"]),
        ("计划与计划摘要一致", digest == p["plan_digest"]),
        ("重新抽签的结果与公布的结果一致", drawn == published),
    )
    for code, _, officers in drawn:
        print(code, *officers)
    for words, holds in checks:
        print("符合" if holds else "不符", words)
    return 0 if all(holds for _, holds in checks) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
