#!/usr/bin/env bash
# The scripts of src/platform without their comments and long names: target/script/.
# A step of trunk's build.
set -euo pipefail
mkdir -p target/script

# joined SCRIPT: a script with what it imports put into it: one file comes whole or not at all.
joined() {
  local name
  for name in $(sed -n 's|^import.* "\./\(.*\)";$|\1|p' "src/platform/$1"); do
    joined "$name" | sed 's/^export //'
  done
  sed '/^import.* "\.\//d' "src/platform/$1"
}

for script in src/platform/*.js; do
  name=$(basename "$script")
  case $name in
    # Parts of other scripts.
    bring.js | calendar.js | lines.js | panels.js | press.js | tab.js | voice.js) ;;
    # What wasm-bindgen wrote is put before it (tools/publish.sh).
    begin.js | ask.js) joined "$name" >"target/script/$name" ;;
    # For browsers that know no modules.
    start.js) terser "$script" --ecma 5 --compress --mangle --output "target/script/$name" ;;
    *) joined "$name" | terser --module --compress --mangle --output "target/script/$name" ;;
  esac
done
