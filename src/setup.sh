# What ./coverage and ./test share: finding what is missing, installing it where that is allowed, building what changed.
# Everything here speaks on standard error; the answer of a command is the program's alone.

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 3; }

# as_root COMMAND...: runs it as root; where that is not allowed, says what to type and ends.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo "$@"
  else return 77
  fi
}

apt() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -qq "$@" >&2; }

# install PACKAGE...
install() {
  command -v apt-get >/dev/null || fail "Missing: $*. This machine has no apt-get; install them its own way."
  as_root true || fail "Missing: $*. Type:  sudo apt-get update && sudo apt-get install -y $*"
  say "Installing $*"
  apt update || true
  local done=0
  apt install -y --no-install-recommends "$@" || done=$?
  [ "$done" -eq 0 ] || fail "apt-get could not install $*; what it said stands above."
}

# require COMMAND PACKAGE
require() { command -v "$1" >/dev/null || install "$2"; }

require_dotnet() {
  command -v dotnet >/dev/null && dotnet --list-sdks 2>/dev/null | grep -q '^10\.' && return
  fail "The .NET 10 SDK is missing. See https://dotnet.microsoft.com/download/dotnet/10.0, or on Debian: apt-get install dotnet-sdk-10.0"
}

has_postgis() { ls /usr/share/postgresql/*/extension/postgis.control >/dev/null 2>&1 && ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }

# The packages' own server is not to start: ours is private, and 5432 may be somebody's.
require_postgis() {
  if [ -n "${COVERAGE_POSTGRES:-}" ] || has_postgis; then return; fi
  local version own=/etc/postgresql-common/createcluster.d/coverage-gis.conf
  version=$(ls /usr/lib/postgresql 2>/dev/null | sort -n | tail -n 1)
  if [ -n "$version" ]; then install "postgresql-$version-postgis-3"; return; fi
  version=$(postgres_version)
  [ -n "$version" ] || { as_root true && apt update || true; version=$(postgres_version); }
  : "${version:=15}"
  as_root true && as_root mkdir -p "${own%/*}" && echo 'create_main_cluster = false' | as_root tee "$own" >/dev/null || true
  install "postgresql-$version" "postgresql-$version-postgis-3"
  as_root rm -f "$own"
}

postgres_version() { apt-cache show postgresql 2>/dev/null | sed -nE 's/^Depends:.*postgresql-([0-9]+).*/\1/p' | head -n 1; }

require_font() {
  find /usr/share/fonts -iname '*wqy*' -o -iname '*noto*cjk*' 2>/dev/null | grep -q . || install fonts-wqy-microhei
}

# restore_libraries MANIFEST: the client libraries that it lists, when they are missing or out of date.
restore_libraries() {
  local folder=${1%/*}
  if [ -f "$folder/lib/.restored" ] && [ "$folder/lib/.restored" -nt "$1" ] && [ "$folder/lib/.restored" -nt "${1%.json}.lock.json" ]; then return; fi
  require node nodejs
  require npm npm
  node "$here/web/libman-restore.mjs" "$1" >&2 || exit 3
  touch "$folder/lib/.restored"
}

# build PROJECT: only when something that goes into it is newer than what was built.
build() {
  local name=${1##*/} stamp="$here/$1/bin/Release/.built"
  if [ -f "$stamp" ] && [ -z "$(find "$here/src" "$here/data" "$here/web" "$here/$1" "$here"/Directory.*.props "$here/global.json" \
      \( -name bin -o -name obj \) -prune -o -newer "$stamp" -print -quit)" ]; then return; fi
  say "Building $name"
  dotnet build "$here/$1" -c Release -v quiet -nologo -clp:ErrorsOnly >&2 || fail "The build failed; what the compiler said stands above."
  touch "$stamp"
}
