# Sourced by ./run, ./test and ./bench: the virtual environment, made once and then recognised by a stamp.
# Needs python3 >= 3.11 with venv. Reaches for the package registry only when the stamp does not fit the lock.

VENV="$ROOT/.venv"
unset PYTHONDONTWRITEBYTECODE  # else each of our processes would compile every module again, more than a second each

say() { printf '%s\n' "$*"; }
die() { printf '\n%s\n' "$*" >&2; exit 1; }

find_python() {
  local candidate
  for candidate in ${LANTAI_PYTHON:-} python3 python3.13 python3.12 python3.11; do
    if command -v "$candidate" >/dev/null 2>&1 &&
       "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      if "$candidate" -c 'import venv, ensurepip' 2>/dev/null; then
        printf '%s' "$candidate"
        return
      fi
      WITHOUT_VENV=$candidate
    fi
  done
  [ -z "${WITHOUT_VENV:-}" ] || die "这台机器的 Python 缺少 venv。Debian、Ubuntu 请安装：apt install python3-venv"
  die "需要 Python 3.11 或更高版本（含 venv），这台机器上没有找到。"
}

# A stamp is the digest of the lock it was made from; an interrupted installation leaves none.
stamp_of() { sha256sum "$ROOT/$1" | cut -c1-64; }
has_stamp() { [ -x "$VENV/bin/python" ] && [ "$(cat "$VENV/$1.stamp" 2>/dev/null)" = "$(stamp_of "$1")" ]; }

install_lock() {
  local lock=$1 label=$2 began=$SECONDS
  say "· 安装$label（按 $lock 逐个核对摘要）"
  "$VENV/bin/python" -m pip install -qq --disable-pip-version-check --no-input --no-compile --require-hashes \
    -r "$ROOT/$lock" || die "安装没有完成。请检查网络或软件源设置后再试一次；已装好的部分会保留。"
  stamp_of "$lock" > "$VENV/$lock.stamp"
  say "  用时 $((SECONDS - began)) 秒"
}

write_console() {
  local site
  site=$("$VENV/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
  printf '%s\n' "$ROOT" > "$site/lantai.pth"
  cat > "$VENV/bin/lantai" <<'SCRIPT'
#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/python" -m lantai.config.console "$@"
SCRIPT
  chmod +x "$VENV/bin/lantai"
}

# environment run|test: afterwards $VENV/bin holds everything that the purpose needs, and the program lantai.
environment() {
  local wanted=requirements.lock label=运行所需的软件包 python
  [ "$1" = test ] && { wanted=requirements-test.lock; label=运行和测试所需的软件包; }
  if [ "$1" = run ] && has_stamp requirements-test.lock && [ ! -f "$VENV/requirements.lock.stamp" ]; then
    wanted=requirements-test.lock  # it contains the other
  fi
  if ! has_stamp "$wanted"; then
    if ! "$VENV/bin/python" -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      python=$(find_python) || exit 1
      say "· 建立虚拟环境 .venv（$("$python" --version)）"
      "$python" -m venv --clear "$VENV" || die "建立虚拟环境失败。"
    fi
    install_lock "$wanted" "$label"
  fi
  if [ ! -x "$VENV/bin/lantai" ] || [ "$(cat "$VENV"/lib/python3*/site-packages/lantai.pth 2>/dev/null)" != "$ROOT" ]; then
    write_console
  fi
}
