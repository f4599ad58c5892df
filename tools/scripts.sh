#!/usr/bin/env bash
# The scripts of src/platform without their comments and long names: target/script/.
# A step of trunk's build, before it names each file after its content.
set -euo pipefail
mkdir -p target/script
for script in src/platform/*.js; do
  terser "$script" --module --compress --mangle --output "target/script/$(basename "$script")"
done
