# Sourced by ./test and ./bench: a PostgreSQL of our own in a temporary folder, reached by unix socket only.
# No TCP port: another server may own it. Afterwards LANTAI_DATABASE names it; stop_postgres removes it without trace.

PG_FOLDER=

postgres_program() {  # prints the folder of initdb and pg_ctl, the newest version first
  local folder
  for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV); do
    [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ] && { printf '%s' "$folder"; return; }
  done
  command -v initdb >/dev/null 2>&1 && command -v pg_ctl >/dev/null 2>&1 && dirname "$(command -v initdb)"
}

as_plain_user() {  # initdb refuses root
  if [ "$(id -u)" = 0 ]; then
    local user=nobody
    id -u postgres >/dev/null 2>&1 && user=postgres
    (cd / && runuser -u "$user" -- "$@")
  else
    "$@"
  fi
}

start_postgres() {  # with "durable" it waits for the disk as an installation does; otherwise it may lose everything
  local bin safe=off
  [ "${1:-}" != durable ] || safe=on
  bin=$(postgres_program) || true
  [ -n "$bin" ] || return 1
  PG_FOLDER=$(mktemp -d /tmp/lantai-pg.XXXXXX)
  chmod 777 "$PG_FOLDER"
  as_plain_user mkdir -m 700 "$PG_FOLDER/data" || return 1
  as_plain_user "$bin/initdb" -D "$PG_FOLDER/data" -U lantai --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync \
    > "$PG_FOLDER/initdb.log" 2>&1 || { cat "$PG_FOLDER/initdb.log"; return 1; }
  as_plain_user "$bin/pg_ctl" -D "$PG_FOLDER/data" -w -t 60 -l "$PG_FOLDER/data/server.log" -o \
    "-c listen_addresses='' -c unix_socket_directories='$PG_FOLDER' -c fsync=$safe -c synchronous_commit=$safe -c full_page_writes=$safe -c max_connections=200" \
    start > /dev/null || { cat "$PG_FOLDER/data/server.log"; return 1; }
  PG_BIN=$bin
  export LANTAI_DATABASE="postgresql://lantai@/lantai?host=$PG_FOLDER"
  "$bin/createdb" -h "$PG_FOLDER" -U lantai lantai
}

stop_postgres() {
  [ -n "$PG_FOLDER" ] || return 0
  [ -z "${PG_BIN:-}" ] || as_plain_user "$PG_BIN/pg_ctl" -D "$PG_FOLDER/data" -m immediate stop > /dev/null 2>&1 || true
  rm -rf "$PG_FOLDER"
  PG_FOLDER=
}
