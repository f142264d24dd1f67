# What ./coverage and ./test share: finding what is missing, installing it where that is allowed, building what changed.
# Everything here speaks on standard error; the answer of a command is the program's alone.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
missing=()

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 3; }

# alone COMMAND...: two starts at once in one checkout take turns. What the command starts must not keep descriptor 9.
alone() {
  exec 9<"$here"
  flock -w 2 9 || { say "Waiting for another set-up to finish"; flock 9; }
  "$@"
  exec 9<&-
}

may_install() { [ "$(id -u)" -eq 0 ] || { command -v sudo && sudo -n true; } >/dev/null 2>&1; }
as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }
apt() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -qq "$@" >&2 9<&-; }

# The lists of packages, once a run; waits while another apt holds them.
update_lists() {
  local said tries=0
  [ -z "${updated:-}" ] || return 0
  updated=1
  until said=$(apt update 2>&1); do
    case $said in *"Could not get lock"*) ;; *) say "$said"; return 0 ;; esac
    [ $((tries += 1)) -lt 60 ] || return 0
    [ $tries -gt 1 ] || say "Waiting for another apt to finish"
    sleep 5
  done
}

# aloud_on_failure COMMAND...: what it says is worth reading only then.
aloud_on_failure() {
  local said
  said=$("$@" 2>&1) || { say "$said"; return 1; }
}

# want COMMAND PACKAGE
want() {
  command -v "$1" >/dev/null && return
  case " ${missing[*]} " in *" $2 "*) ;; *) missing+=("$2") ;; esac
}

# A first PostgreSQL would make and start a server of its own; ours is private, and 5432 may be somebody's.
keeps_5432_free=/etc/postgresql-common/createcluster.d/coverage-gis.conf
keep_5432_free() {
  [ ! -d /etc/postgresql ] || return 0
  as_root mkdir -p "${keeps_5432_free%/*}"
  echo 'create_main_cluster = false' | as_root tee "$keeps_5432_free" >/dev/null
}

install_missing() {
  [ ${#missing[@]} -gt 0 ] || return 0
  command -v apt-get >/dev/null || fail "Missing: ${missing[*]} (Debian's names). Install them in this machine's own way."
  may_install || fail "Missing: ${missing[*]}. Type:  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}"
  update_lists
  say "Installing ${missing[*]} (a minute or two)"
  trap 'as_root rm -f "$keeps_5432_free"' EXIT
  case " ${missing[*]}" in *" postgresql-"[0-9]*) keep_5432_free ;; esac
  aloud_on_failure apt install -y --no-install-recommends "${missing[@]}" \
    || fail "apt-get could not install ${missing[*]}; what it said stands above."
  as_root rm -f "$keeps_5432_free"
  trap - EXIT
}

require_dotnet() {
  command -v dotnet >/dev/null || PATH=$PATH:${DOTNET_ROOT:-$HOME/.dotnet}
  command -v dotnet >/dev/null && dotnet --list-sdks 2>/dev/null | grep -q '^10\.' && return
  fail "The .NET 10 SDK is missing. See https://dotnet.microsoft.com/download/dotnet/10.0, or, where the packages have it: sudo apt-get install -y dotnet-sdk-10.0"
}

# The program looks closer (src/CoverageGis/Database/PostgresBinaries.cs); this only tells whether to install.
has_postgis() {
  local bin
  [ -z "${COVERAGE_POSTGRES:-}" ] || return 0
  for bin in /usr/lib/postgresql/*/bin; do
    [ ! -x "$bin/initdb" ] || [ ! -e "/usr/share/postgresql/$(basename "${bin%/bin}")/extension/postgis.control" ] || return 0
  done
  bin=$(command -v pg_config) && [ -x "$("$bin" --bindir)/initdb" ] && [ -e "$("$bin" --sharedir)/extension/postgis.control" ]
}

want_postgis() {
  local version
  has_postgis && return
  version=$(find /usr/lib/postgresql -mindepth 3 -maxdepth 3 -name initdb 2>/dev/null | cut -d/ -f5 | sort -n | tail -n 1 || true)
  if [ -n "$version" ]; then missing+=("postgresql-$version-postgis-3"); return; fi
  version=$(offered_postgres)
  if [ -z "$version" ] && may_install; then update_lists; version=$(offered_postgres); fi
  missing+=("postgresql-${version:-15}" "postgresql-${version:-15}-postgis-3")
}

offered_postgres() { apt-cache show postgresql 2>/dev/null | sed -nE 's/^Depends:.*postgresql-([0-9]+).*/\1/p' | head -n 1 || true; }

want_font() { find /usr/share/fonts \( -iname '*wqy*' -o -iname '*noto*cjk*' \) 2>/dev/null | grep -q . || missing+=(fonts-wqy-microhei); }

# are_restored MANIFEST: the client libraries that it lists are there and as it says.
are_restored() {
  local mark=${1%/*}/lib/.restored
  [ -f "$mark" ] && [ "$mark" -nt "$1" ] && [ "$mark" -nt "${1%.json}.lock.json" ]
}

want_libraries() { are_restored "$1" || { want node nodejs; want npm npm; }; }

restore_libraries() {
  ! are_restored "$1" || return 0
  node "$here/web/libman-restore.mjs" "$1" >&2 || exit 3
  touch "${1%/*}/lib/.restored"
}

prepare_home() {
  mkdir -p "$COVERAGE_HOME" 2>/dev/null && [ -w "$COVERAGE_HOME" ] \
    || fail "The folder $COVERAGE_HOME cannot be written. Set COVERAGE_HOME to a folder that can be."
}

# build PROJECT: only when something that goes into it is newer than what was built.
build() {
  local name=${1##*/} stamp="$here/$1/bin/Release/.built" folder
  if [ -f "$stamp" ] && [ -z "$(find "$here/src" "$here/data" "$here/web" "$here/$1" "$here"/Directory.*.props "$here/global.json" \
      \( -name bin -o -name obj \) -prune -o -newer "$stamp" -print -quit)" ]; then return; fi
  say "Building $name"
  for folder in "$here"/src/*/ "$here/$1/"; do mkdir -p "$folder/bin" "$folder/obj"; done
  mkdir -p "${stamp%/*}"
  touch "$stamp.new" # what is edited while it builds is newer than this
  aloud_on_failure dotnet build "$here/$1" -c Release -v quiet -nologo -p:UseSharedCompilation=false 9<&- \
    || fail "The build failed; what the compiler said stands above."
  mv "$stamp.new" "$stamp"
}
