#!/bin/sh
# Fills the places ${PORTICO_...} of this folder's configuration, brings the files of the shell into the assets folder, and becomes
# nginx. `start.sh --check` ends after the check of the configuration; `start.sh --reload` has the nginx that runs take up a page
# that was written anew. README.md beside it lists the variables.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
run=${PORTICO_RUN_DIRECTORY:-/var/run/portico}
assets=${PORTICO_ASSETS_DIRECTORY:-/var/lib/portico}
page=${PORTICO_PAGE_DIRECTORY:-$here/../page}
nginx=${PORTICO_NGINX:-nginx}
keep_days=7

fail() {
  echo "$1" >&2
  exit 1
}

# Nothing that nginx would read as more than a value.
plain() {
  case $2 in
    *[!A-Za-z0-9._:/@-]*) fail "Expected $1 to be plain, got $2" ;;
  esac
}

# Connections go on; what the page says is new from the next request on.
if [ "${1:-}" = --reload ]; then
  [ -s "$run/nginx.pid" ] || fail "Expected a front door that runs from $run, found none"
  cp "$page"/* "$run/page/"
  "$nginx" -t -q -p "$run" -c "$run/nginx.conf" -e stderr
  kill -HUP "$(cat "$run/nginx.pid")"
  exit 0
fi

export PORTICO_PUBLIC_ADDRESS="${PORTICO_PUBLIC_ADDRESS:-0.0.0.0:8080}"
export PORTICO_INTERNAL_ADDRESS="${PORTICO_INTERNAL_ADDRESS:-127.0.0.1:8081}"
export PORTICO_WORKERS="${PORTICO_WORKERS:-auto}"
export PORTICO_ACCESS_LOG="${PORTICO_ACCESS_LOG:-/dev/stdout}"
export PORTICO_ERROR_LOG="${PORTICO_ERROR_LOG:-stderr}"
export PORTICO_BODY_LIMIT="${PORTICO_BODY_LIMIT:-64m}"
export PORTICO_ARTIFACT_CACHE_SIZE="${PORTICO_ARTIFACT_CACHE_SIZE:-1g}"
for name in PUBLIC_ADDRESS INTERNAL_ADDRESS WORKERS ACCESS_LOG ERROR_LOG BODY_LIMIT ARTIFACT_CACHE_SIZE; do
  eval "plain PORTICO_$name \"\$PORTICO_$name\""
done

# Upstream groups: "a:3000 b:3000" for all plugins, "catalog=c:3000,d:3000 ..." for those with a deployment of their own.
resolve=
PORTICO_RESOLVER_LINE=
if [ -n "${PORTICO_RESOLVER:-}" ]; then
  plain PORTICO_RESOLVER "$PORTICO_RESOLVER"
  PORTICO_RESOLVER_LINE="resolver $PORTICO_RESOLVER valid=5s;"
  resolve=' resolve'
fi
PORTICO_UPSTREAM_BLOCKS=
upstream() {
  PORTICO_UPSTREAM_BLOCKS="$PORTICO_UPSTREAM_BLOCKS
upstream $1 {
  zone $1 128k;"
  for server in $2; do
    plain 'a backend' "$server"
    PORTICO_UPSTREAM_BLOCKS="$PORTICO_UPSTREAM_BLOCKS
  server $server$resolve max_fails=2 fail_timeout=1s;"
  done
  PORTICO_UPSTREAM_BLOCKS="$PORTICO_UPSTREAM_BLOCKS
  keepalive 64;
}"
}
[ -n "${PORTICO_BACKENDS:-}" ] || fail 'Expected PORTICO_BACKENDS to name the replicas of the backend ("backend:3000"), got nothing'
upstream portico_backends "$(echo "$PORTICO_BACKENDS" | tr ',' ' ')"
PORTICO_PLUGIN_TABLE=
for entry in ${PORTICO_PLUGIN_BACKENDS:-}; do
  plugin=${entry%%=*}
  case $plugin in
    '' | *[!a-z0-9-]* | "$entry") fail "Expected PORTICO_PLUGIN_BACKENDS to be \"<plugin>=<host:port>,...\", got $entry" ;;
  esac
  upstream "portico_plugin_$plugin" "$(echo "${entry#*=}" | tr ',' ' ')"
  PORTICO_PLUGIN_TABLE="$PORTICO_PLUGIN_TABLE $plugin portico_plugin_$plugin;"
done
export PORTICO_RESOLVER_LINE PORTICO_UPSTREAM_BLOCKS PORTICO_PLUGIN_TABLE

# Proxies in front, whose word about the client counts.
PORTICO_TRUSTED_PROXY_LINES=
PORTICO_TRUSTED_PROXY_TABLE=
for proxy in ${PORTICO_TRUSTED_PROXIES:-}; do
  plain PORTICO_TRUSTED_PROXIES "$proxy"
  PORTICO_TRUSTED_PROXY_LINES="$PORTICO_TRUSTED_PROXY_LINES set_real_ip_from $proxy;"
  PORTICO_TRUSTED_PROXY_TABLE="$PORTICO_TRUSTED_PROXY_TABLE $proxy yes;"
done
export PORTICO_TRUSTED_PROXY_LINES PORTICO_TRUSTED_PROXY_TABLE

# The same as registry.artifacts.public of the backends.
PORTICO_ARTIFACT_ACCESS_LINE='auth_request /front-door/may-read-artifacts;'
[ "${PORTICO_ARTIFACTS_PUBLIC:-no}" != yes ] || PORTICO_ARTIFACT_ACCESS_LINE=
export PORTICO_ARTIFACT_ACCESS_LINE
export PORTICO_ASSETS_ROOT="$assets"

# nginx as root would give its work to a user who need not be able to read these folders.
PORTICO_USER_LINE=
[ "$(id -u)" != 0 ] || PORTICO_USER_LINE='user root;'
export PORTICO_USER_LINE

# The configuration, filled.
mkdir -p "$run/conf.d" "$run/snippets" "$run/temporary" "$run/cache" "$run/page"
fill() {
  awk '{
    filled = ""
    rest = $0
    while (match(rest, /\$\{PORTICO_[A-Z_]+\}/)) {
      name = substr(rest, RSTART + 2, RLENGTH - 3)
      if (!(name in ENVIRON)) { print "Expected " name " to be set, which " FILENAME " names" > "/dev/stderr"; exit 1 }
      filled = filled substr(rest, 1, RSTART - 1) ENVIRON[name]
      rest = substr(rest, RSTART + RLENGTH)
    }
    print filled rest
  }' "$1" > "$2"
}
fill "$here/nginx.conf" "$run/nginx.conf"
for folder in conf.d snippets; do
  rm -f "$run/$folder"/*.conf
  for file in "$here/$folder"/*.conf; do fill "$file" "$run/$folder/${file##*/}"; done
done
cp "$page"/* "$run/page/"

# The present build's files, and those of builds that ended in the last days: pages that were opened before still ask for them. The
# list tells which build was served last; the time of a file that is no longer in it becomes the time it was given up.
mkdir -p "$assets/assets"
if [ -d "$here/../assets" ]; then
  (cd "$here/../assets" && find . -type f | sort) > "$run/build.list"
  if [ -f "$assets/build.list" ]; then
    comm -23 "$assets/build.list" "$run/build.list" | while IFS= read -r file; do
      [ ! -f "$assets/assets/$file" ] || touch "$assets/assets/$file"
    done
  fi
  (cd "$assets/assets" && find . -type f -mtime +$((keep_days - 1)) | sort) | comm -23 - "$run/build.list" |
    while IFS= read -r file; do rm -f "$assets/assets/$file"; done
  while IFS= read -r file; do
    [ ! -f "$assets/assets/$file" ] || continue
    mkdir -p "$assets/assets/${file%/*}"
    cp "$here/../assets/$file" "$assets/assets/$file.$$.part"
    mv "$assets/assets/$file.$$.part" "$assets/assets/$file"
  done < "$run/build.list"
  cp "$run/build.list" "$assets/build.list"
fi

"$nginx" -t -q -p "$run" -c "$run/nginx.conf" -e stderr
[ "${1:-}" != --check ] || exit 0
exec "$nginx" -p "$run" -c "$run/nginx.conf" -e stderr
