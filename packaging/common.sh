# shellcheck shell=bash
# What the scripts here share: where things lie, and the tools they need. Sourced, never run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# shellcheck disable=SC2034 # for those that source this
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml)
work=target/packaging
# What is handed out, under the names that `oit init --ci` and the manual know.
out=$work/out
mkdir -p "$out"

# Times inside archives are the commit's, so that the same commit gives the same archives.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || echo 946684800)
export SOURCE_DATE_EPOCH

say() { printf -- '-- packaging: %s\n' "$*"; }
stop() {
  printf 'packaging: %s\n' "$*" >&2
  exit 1
}

# The programs of packaging/tools/NAME.txt, from PyPI by their hashes, on the PATH of this script.
tools() {
  local folder=$PWD/$work/tools/$1 list=packaging/tools/$1.txt bin
  if ! cmp -s "$list" "$folder/list.txt"; then
    say "installing $(sed -n 's/^\([a-z-]*==[^ ]*\).*/\1/p' "$list" | tr '\n' ' ')"
    rm -rf "$folder"
    "$(python)" -m venv "$folder" || stop "Python 3.11 or later with venv is needed (Debian: python3-venv)"
    bin=$(echo "$folder"/[bS]*/)
    "$bin/python" -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r "$list"
    cp "$list" "$folder/list.txt"
  fi
  # bin, or Scripts on Windows.
  PATH=$(cd "$folder"/[bS]*/ && pwd -P):$PATH
}

python() { command -v python3 || command -v python || stop "Python 3 is needed"; }
