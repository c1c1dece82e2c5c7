"""``lantai``: the console program. One table of words; each wraps a management command of the app that owns the matter."""

from __future__ import annotations

import argparse
import http.client
import os
import sys
import time
from dataclasses import dataclass

import django
from django.core.management import execute_from_command_line, get_commands

PROGRAM = "lantai"


@dataclass(frozen=True)
class Word:
    """A subcommand as people see it. ``command`` is the management command behind it; "" where the console does it."""

    name: str
    help: str
    command: str = ""


WORDS = (
    Word("serve", "启动网页服务（--host、--port、--workers、--threads）"),
    Word("worker", "运行后台作业、存证定序和定时事项", "worker"),
    Word("demo", "在空的数据文件夹里生成演示城市", "demo"),
    Word("accounts", "列出演示账号；未设首任管理员时给出设置链接", "accounts"),
    Word("import", "从 Excel 导入执法主体、人员、权责清单", "import"),
    Word("laws", "导入和核对法律文本（laws import 文件夹）", "laws"),
    Word("rehearse", "在草稿数据库里演练案件脚本（--json 输出机器可读结果）", "rehearse"),
    Word("verify", "核对数据库、文件与存证，指出第一处不一致", "verify"),
    Word("sequence", "把待定序的存证记入存证树并签署检查点", "sequence"),
    Word("glossary", "由程序生成术语对照表", "glossary"),
    Word("specimens", "把每种文书排成样张，供逐一查看（specimens 文件夹）", "specimens"),
    Word("trial_seal", "为一个执法主体制作测试印章证书（只供演示和测试）", "trial_seal"),
)


def _present() -> list[Word]:
    known = get_commands()
    return [word for word in WORDS if not word.command or word.command in known]


def _usage() -> str:
    width = max(len(word.name) for word in WORDS) + 2
    lines = [f"  {word.name:<{width}}{word.help}" for word in _present()]
    return "\n".join(
        [
            "兰台：行政执法监督平台的命令行程序",
            "",
            f"用法：{PROGRAM} 命令 [参数…]        {PROGRAM} 命令 --help 查看参数",
            "",
            *lines,
            "",
            "数据文件夹由 LANTAI_DATA 指定（默认 ./data），设置由 DJANGO_SETTINGS_MODULE 指定。",
            "Django 自带的管理命令（migrate、check、shell 等）也可以直接使用。",
        ]
    )


def _serve(given: list[str]) -> None:
    """Become the web server: granian, WSGI, blocking threads. The process keeps its id, so signals reach it."""
    parser = argparse.ArgumentParser(prog=f"{PROGRAM} serve")
    parser.add_argument("--host", default="127.0.0.1", help="监听地址")
    parser.add_argument("--port", type=int, default=int(os.environ.get("LANTAI_PORT", "8000")), help="端口")
    parser.add_argument("--workers", type=int, default=int(os.environ.get("LANTAI_WORKERS", "1")), help="进程数")
    parser.add_argument("--threads", type=int, default=int(os.environ.get("LANTAI_THREADS", "32")), help="每进程线程数")
    asked = parser.parse_args(given)
    words = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--http", "1"]
    words += ["--host", asked.host, "--port", str(asked.port), "--workers", str(asked.workers)]
    words += ["--blocking-threads", str(asked.threads), "--backlog", "1024", "--backpressure", "512"]
    words += ["--log-level", "error", "--workers-kill-timeout", "10", "--respawn-failed-workers"]
    os.execv(sys.executable, [*words, "lantai.config.wsgi:application"])  # noqa: S606


def _wait(given: list[str]) -> None:
    """Until the server answers its first page; used by ./run. Fails when the process of the server is gone."""
    parser = argparse.ArgumentParser(prog=f"{PROGRAM} wait")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--process", type=int, required=True)
    parser.add_argument("--seconds", type=float, default=60)
    asked = parser.parse_args(given)
    until = time.monotonic() + asked.seconds
    while time.monotonic() < until:
        try:
            os.kill(asked.process, 0)
            door = http.client.HTTPConnection("127.0.0.1", asked.port, timeout=30)
            door.request("GET", "/login/")
            if door.getresponse().status < 500:
                return
            sys.exit("服务已启动，但首页出错。")
        except ProcessLookupError:
            sys.exit(1)
        except OSError:
            time.sleep(0.1)
    sys.exit("等待服务启动超时。")


def main(given: list[str] | None = None) -> None:
    """Entry point of the program ``lantai``."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lantai.config.settings.dev")
    words = sys.argv[1:] if given is None else given
    name, rest = (words[0], words[1:]) if words else ("--help", [])
    if name == "serve":
        _serve(rest)
    elif name == "wait":
        _wait(rest)
    elif name in ("--help", "-h", "help"):
        django.setup()
        print(_usage())
    else:
        behind = next((word.command for word in WORDS if word.name == name), name)
        execute_from_command_line([PROGRAM, behind, *rest])


if __name__ == "__main__":
    main()
