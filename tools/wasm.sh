#!/usr/bin/env bash
# Runs a command with the compiler for wasm and the project's tools on PATH:
#   tools/wasm.sh trunk build --release --offline
#   tools/wasm.sh cargo clippy --release --target wasm32-unknown-unknown -p wijkdeur
# shellcheck source=tools/setup.sh
. "$(dirname "$0")/setup.sh"
wasm "$@"
