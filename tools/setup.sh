#!/usr/bin/env bash
# Sets up what the project needs and is not there yet. Run by itself it does all
# of it; sourced it only gives the functions.
#
# The compiler for wasm comes from one of two places: rustup's toolchain with the sources
# of the standard library, or, as root on a Debian whose packages have it, Debian's
# compiler with its sources. Everything that runs on a host is built with the machine's
# own default toolchain.
set -euo pipefail

readonly TRUNK_VERSION=0.21.14
readonly WASM=wasm32-unknown-unknown

cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
tools=${XDG_CACHE_HOME:-$HOME/.cache}/wijkdeur
target=${CARGO_TARGET_DIR:-$root/target}
bindgen_version=$(awk -F '"' '/^name = "wasm-bindgen"$/ { getline; print $2 }' Cargo.lock)

# Tools in the version of this project, without touching those of other projects.
PATH=$root/node_modules/.bin:$tools/trunk-$TRUNK_VERSION/bin:$tools/wasm-bindgen-cli-$bindgen_version/bin:$PATH
export PATH

say() { printf '\n-- %s\n' "$*"; }
die() { printf '\n%s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null; }

# --- Debian's packages ---

may_use_apt() { [ "$(id -u)" = 0 ] && have apt-get; }

# Reads all that apt says: to stop early would break its pipe, and the offer with it.
apt_offers() { apt-cache policy "$1" | grep 'Candidate: [0-9]' >/dev/null; }

# apt_install WHAT PACKAGE...: installs those that are missing.
apt_install() {
  local what=$1 package missing=()
  shift
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "Installing $what: ${missing[*]} (about 1 minute)"
  apt_take "${missing[@]}"
}

# apt_take PACKAGE...: in the newest version there is.
apt_take() { DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null; }

# --- the compiler for wasm ---

# has_sources [+TOOLCHAIN]: does this toolchain have the sources of the standard library?
has_sources() { [ -f "$(rustc "$@" --print sysroot)/lib/rustlib/src/rust/library/Cargo.lock" ]; }

# is_new_enough [+TOOLCHAIN]: is it at least the version that the crates ask for?
is_new_enough() {
  local needed version
  needed=$(awk -F '"' '/^rust-version = / { print $2 }' Cargo.toml)
  version=$(rustc "$@" --version | awk '{ print $2 }')
  printf '%s\n%s\n' "$needed" "$version" | sort --version-sort --check=silent
}

# The name under which Debian's compiler is linked into rustup, if it is.
linked_toolchain() { rustup toolchain list -v 2>/dev/null | awk '$NF == "/usr" { print $1; exit }'; }

# The linker that belongs to this toolchain, by the version of its LLVM: `wasm-ld-19`.
linker_of() { echo "wasm-ld-$(rustc "+$1" -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')"; }

# Finds a compiler for wasm that is ready: sets wasm_toolchain (empty: the default one).
find_wasm() {
  wasm_toolchain=
  is_new_enough && has_sources && return
  wasm_toolchain=$(linked_toolchain)
  [ -n "$wasm_toolchain" ] && is_new_enough "+$wasm_toolchain" && has_sources "+$wasm_toolchain" &&
    have "$(linker_of "$wasm_toolchain")"
}

setup_wasm() {
  find_wasm && return
  # The lists of a new machine may be missing, or so old that they offer an old compiler.
  ! may_use_apt || apt-get update -qq || say "The package lists could not be renewed"
  if ! may_use_apt || ! apt_offers rustc-web; then
    say "Adding the sources of the standard library (less than 1 minute)"
    rustup component add rust-src || die "There is no compiler for wasm: 'rustup component add rust-src' failed."
    return
  fi
  say "Installing Debian's compiler for wasm (about 1 minute)"
  apt_take rustc-web cargo-web rust-web-src rust-web-clippy
  wasm_toolchain=$(linked_toolchain)
  if [ -z "$wasm_toolchain" ]; then
    wasm_toolchain=web
    rustup toolchain link $wasm_toolchain /usr
  fi
  is_new_enough "+$wasm_toolchain" || die "Too old: Debian's $(rustc "+$wasm_toolchain" --version)."
  apt_take "$(linker_of "$wasm_toolchain" | sed 's/^wasm-ld/lld/')"
}

# wasm COMMAND...: runs a command with the compiler for wasm. The standard library is built
# with the program, so that a panic is a trap and nothing else: the words for it would be a
# tenth of what a resident loads (docs/decisions). That is not open to a stable compiler,
# hence RUSTC_BOOTSTRAP, here and nowhere else.
wasm() (
  find_wasm || die "There is no compiler for wasm yet: run tools/setup.sh first."
  if [ -n "$wasm_toolchain" ]; then
    export RUSTUP_TOOLCHAIN=$wasm_toolchain
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$(linker_of "$wasm_toolchain")
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER
  fi
  export RUSTC_BOOTSTRAP=1
  export CARGO_UNSTABLE_BUILD_STD=std,panic_abort
  export CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
  export CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT=true
  export CARGO_PROFILE_RELEASE_PANIC=immediate-abort
  "$@"
)

# --- tools and packages ---

# cargo_tool PROGRAM CRATE VERSION [OPTION...]: a program in exactly this version.
# It runs for seconds, so it is built for a short wait and not for speed.
cargo_tool() {
  local program=$1 crate=$2 version=$3
  shift 3
  if "$program" --version 2>/dev/null | grep -qwF "$version"; then return; fi
  say "Installing $crate $version (about 3 to 6 minutes)"
  env CARGO_PROFILE_RELEASE_LTO=false CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_TARGET_DIR="$tools/build" \
    cargo install "$crate" --version "$version" --quiet --root "$tools/$crate-$version" "$@"
  rm -rf "$tools/build"
}

setup_npm() {
  local installed=node_modules/.installed-lock.json
  cmp -s package-lock.json $installed && return
  say "Installing the npm packages of package-lock.json (less than 1 minute)"
  npm ci --no-audit --no-fund --loglevel=error
  cp package-lock.json $installed
}

# The crates of Cargo.lock and those of the standard library for wasm; after this no build
# asks the network for anything.
setup_crates() {
  wasm cargo fetch --locked --target $WASM --offline --quiet 2>/dev/null &&
    cargo fetch --locked --offline --quiet 2>/dev/null && return
  say "Fetching the crates of Cargo.lock (less than 1 minute)"
  wasm cargo fetch --locked --target $WASM --quiet
  cargo fetch --locked --quiet
}

# All that ./run needs.
setup_build() {
  have cargo || die "Rust is missing: install it with rustup."
  have node || die "Node.js 20 or newer is missing."
  setup_npm
  setup_wasm
  cargo_tool trunk trunk "$TRUNK_VERSION" --locked --no-default-features --features rustls
  # Not --locked: that asks for versions which not every mirror of the registry has.
  cargo_tool wasm-bindgen wasm-bindgen-cli "$bindgen_version"
  setup_crates
}

# --- the browser ---

# Prints the first of these that is a program.
first_program() {
  local program
  for program in "$@"; do
    if [ -n "$program" ] && have "$program"; then
      command -v "$program"
      return
    fi
  done
  return 1
}

find_browser() {
  CHROME=$(first_program "${CHROME:-}" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "/Applications/Chromium.app/Contents/MacOS/Chromium") &&
    export CHROME
}

# What ./test needs on top.
setup_browser() {
  find_browser && return
  if may_use_apt; then
    apt_offers chromium || apt-get update -qq
    apt_install "the browser" chromium
  fi
  find_browser || die "Chromium or Chrome is missing: install it, or name it in CHROME."
}

# --- two more engines ---

find_firefox() {
  FIREFOX=$(first_program "${FIREFOX:-}" firefox-esr firefox \
    "/Applications/Firefox.app/Contents/MacOS/firefox") &&
    export FIREFOX
}

# WebKitGTK's small browser stands with its library, out of the path.
find_webkit() {
  have WebKitWebDriver && have Xvfb || return 1
  MINIBROWSER=$(first_program "${MINIBROWSER:-}" /usr/lib/*/webkit2gtk-*/MiniBrowser) && export MINIBROWSER
}

# What ./test can do without; it says which it skips.
setup_engines() {
  if find_firefox && find_webkit; then return; fi
  if may_use_apt; then
    apt_offers firefox-esr || apt-get update -qq
    apt_install "Firefox and WebKit" firefox-esr webkit2gtk-driver xvfb ||
      say "Firefox and WebKit could not be installed"
  fi
  find_firefox || say "There is no Firefox: its tests will be skipped."
  find_webkit || say "There is no WebKitGTK with Xvfb: the walk in it will be skipped."
}

# --- the database ---

# The programs of PostgreSQL's server, which Debian keeps out of the path.
find_database() {
  local place
  for place in "$(dirname "$(command -v initdb || echo none/initdb)")" /usr/lib/postgresql/*/bin; do
    [ ! -x "$place/postgres" ] || return 0
  done
  return 1
}

# What the tests of the desk need; they start a server of their own.
setup_database() {
  find_database && return
  if may_use_apt; then
    apt_offers postgresql || apt-get update -qq
    apt_install "PostgreSQL" postgresql
  fi
  find_database || die "PostgreSQL is missing: install its server ('apt-get install postgresql')."
}

# What tests/bench/desk.mjs needs, and nothing else: the load tool, and pg_test_fsync.
setup_load() {
  setup_database
  have wrk && return
  if may_use_apt; then
    apt_offers wrk || apt-get update -qq
    apt_install "the load tool" wrk
  fi
  have wrk || die "wrk is missing: install it ('apt-get install wrk')."
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  setup_build
  setup_browser
  setup_engines
  setup_database
  say "All is there."
fi
