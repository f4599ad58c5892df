#!/usr/bin/env bash
# Sets up what the project needs and is not there yet. Run by itself it does all
# of it; sourced it only gives the functions.
#
# The compiler for wasm comes from one of two places: rustup's target
# wasm32-unknown-unknown, or, as root on a Debian whose packages have it, Debian's
# compiler with a standard library built here. Everything that runs on a host is
# built with the machine's own default toolchain.
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

# has_std [+TOOLCHAIN]: does this toolchain have a standard library for wasm?
has_std() {
  local libdir
  libdir=$(rustc "$@" --print target-libdir --target $WASM 2>/dev/null) &&
    compgen -G "$libdir/libstd-*.rlib" >/dev/null
}

# The name under which Debian's compiler is linked into rustup, if it is.
linked_toolchain() { rustup toolchain list -v 2>/dev/null | awk '$NF == "/usr" { print $1; exit }'; }

llvm_of() { rustc "+$1" -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p'; }

# What the standard library was built by and how; another answer means: build it again.
std_recipe() {
  rustc "+$1" -vV
  echo "std,panic_abort,test optimize_for_size embed-bitcode"
}

std_is_current() {
  local libdir
  libdir=$(rustc "+$1" --print target-libdir --target $WASM) &&
    has_std "+$1" && [ "$(std_recipe "$1")" = "$(cat "$libdir/recipe" 2>/dev/null)" ]
}

# Debian's compiler has the sources of the standard library, but none built for wasm.
# RUSTC_BOOTSTRAP stands here only: -Z build-std is not open to a stable compiler.
build_std() {
  local toolchain=$1 libdir work crate
  say "Building the standard library for wasm (about 1 minute)"
  libdir=$(rustc "+$toolchain" --print target-libdir --target $WASM)
  work=$(mktemp -d)
  mkdir "$work/src" "$work/lib"
  : >"$work/src/lib.rs"
  cat >"$work/Cargo.toml" <<'TOML'
[package]
name = "nothing"
version = "0.0.0"
edition = "2021"

[profile.release]
panic = "abort"

[workspace]
TOML
  (
    cd "$work"
    # Link-time optimisation needs the bitcode in every rlib.
    RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes CARGO_TARGET_DIR=$work/target \
      cargo "+$toolchain" build --quiet --release --target $WASM \
      -Z build-std=std,panic_abort,test -Z build-std-features=optimize_for_size
  )
  for crate in "$work/target/$WASM"/release/deps/lib*.rlib; do
    case $crate in */libnothing-*) ;; *) cp "$crate" "$work/lib/" ;; esac
  done
  std_recipe "$toolchain" >"$work/lib/recipe"

  # In place in one step: an interrupted setup leaves no half a library behind.
  mkdir -p "${libdir%/*}"
  rm -rf "$libdir.new" "$libdir"
  cp -R "$work/lib" "$libdir.new"
  mv "$libdir.new" "$libdir"
  rm -rf "$work"
  # What was built on the former library cannot be linked with this one.
  rm -rf "${target:?}/$WASM"
}

# Is this toolchain at least the version that the crates ask for?
is_new_enough() {
  local needed version
  needed=$(awk -F '"' '/^rust-version = / { print $2 }' Cargo.toml)
  version=$(rustc "+$1" --version | awk '{ print $2 }')
  printf '%s\n%s\n' "$needed" "$version" | sort --version-sort --check=silent
}

# Finds a compiler for wasm that is ready: sets wasm_toolchain (empty: the default one).
find_wasm() {
  wasm_toolchain=
  has_std && return
  wasm_toolchain=$(linked_toolchain)
  [ -n "$wasm_toolchain" ] && is_new_enough "$wasm_toolchain" && std_is_current "$wasm_toolchain"
}

setup_wasm() {
  find_wasm && return
  if ! may_use_apt; then
    say "Adding the wasm target to rustup's toolchain (less than 1 minute)"
    rustup target add $WASM || die "There is no compiler for wasm: 'rustup target add $WASM' failed."
    return
  fi

  # The lists of a new machine may be missing, or so old that they offer an old compiler.
  apt-get update -qq || say "The package lists could not be renewed"
  if ! apt_offers rustc-web; then
    rustup target add $WASM || die "There is no compiler for wasm: neither Debian's rustc-web nor rustup's target."
    return
  fi
  say "Installing Debian's compiler for wasm (about 1 minute)"
  apt_take rustc-web cargo-web rust-web-src rust-web-clippy
  wasm_toolchain=$(linked_toolchain)
  if [ -z "$wasm_toolchain" ]; then
    wasm_toolchain=web
    rustup toolchain link $wasm_toolchain /usr
  fi
  is_new_enough "$wasm_toolchain" || die "Debian's compiler $(rustc "+$wasm_toolchain" --version) is too old."
  apt_install "the linker for wasm" "lld-$(llvm_of "$wasm_toolchain")"
  std_is_current "$wasm_toolchain" || build_std "$wasm_toolchain"
}

# wasm COMMAND...: runs a command with the compiler for wasm.
wasm() (
  find_wasm || die "There is no compiler for wasm yet: run tools/setup.sh first."
  if [ -n "$wasm_toolchain" ]; then
    export RUSTUP_TOOLCHAIN=$wasm_toolchain
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-$(llvm_of "$wasm_toolchain")
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER
  fi
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

# The crates of Cargo.lock; after this no build asks the network for anything.
setup_crates() {
  cargo fetch --locked --offline --quiet 2>/dev/null && return
  say "Fetching the crates of Cargo.lock (less than 1 minute)"
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

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  setup_build
  setup_browser
  say "All is there."
fi
