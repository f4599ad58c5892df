#!/usr/bin/env bash
# The last step of trunk's build: the author's command line writes the pages and
# the data into what trunk built.
set -euo pipefail
# A host program: leave the toolchain that was chosen for wasm. And the whole
# workspace, so that its crates are built once: with other packages selected,
# cargo builds some with other features.
unset RUSTUP_TOOLCHAIN
cargo build --quiet --profile host --workspace --bins
exec "${CARGO_TARGET_DIR:-target}/host/wijkdeur" publish --data public/data --into "$TRUNK_STAGING_DIR"
