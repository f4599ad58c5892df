#!/usr/bin/env bash
# The last step of trunk's build: the programs for a browser are made small; the scripts that
# wasm-bindgen wrote begin them by themselves and lose their long names; then all that trunk
# built goes aside (target/app), and the author's command line publishes it with the pages
# and the data.
set -euo pipefail
for wasm in "$TRUNK_STAGING_DIR"/*_bg.wasm; do
  script=${wasm%_bg.wasm}.js
  node tools/shrink.mjs "$wasm" "$script"
  begin=target/script/begin.js
  [[ $script != */request.js ]] || begin=target/script/ask.js
  { sed '/^export { initSync, __wbg_init as default };$/d' "$script"; cat "$begin"; } >"$script.whole"
  terser "$script.whole" --module --compress --mangle --output "$script"
  rm "$script.whole"
done
# A host program: leave what was chosen for wasm (tools/setup.sh). And the whole
# workspace, so that its crates are built once: with other packages selected,
# cargo builds some with other features.
unset RUSTUP_TOOLCHAIN RUSTC_BOOTSTRAP CARGO_PROFILE_RELEASE_PANIC
unset CARGO_UNSTABLE_BUILD_STD CARGO_UNSTABLE_BUILD_STD_FEATURES CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT
cargo build --quiet --profile host --workspace --bins
rm -rf target/app
mkdir target/app
mv "$TRUNK_STAGING_DIR"/* target/app/
exec "${CARGO_TARGET_DIR:-target}/host/wijkdeur" publish --data public/data --app target/app --into "$TRUNK_STAGING_DIR"
