#!/usr/bin/env bash
# Renews the three locks: what runs, what development needs besides, what the benchmark needs
# besides. Each is one complete file for every Python and platform that is served, with hashes:
# `make install` resolves nothing. Ends by proving that every locked package has a built wheel there.
# Looks only at the public index: local configuration of pip or uv must not leak into the locks.
set -euo pipefail
cd "$(dirname "$0")/.."

pythons=(3.11 3.12 3.13 3.14)
# glibc 2.28 runs the program; the benchmark, and so `make test`, wants 2.34.
runs_on=(x86_64-manylinux_2_28 aarch64-manylinux_2_28)
tested_on=(x86_64-manylinux_2_34 aarch64-manylinux_2_34)
export UV_NO_CONFIG=1

# Not into .venv: what stands there is exactly what the locks say.
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
.venv/bin/python -m venv "$tools"
"$tools/bin/python" -m pip install --quiet uv
uv=$tools/bin/uv

compile() { # arguments of uv…
  "$uv" pip compile "$@" \
    --universal --python-version "${pythons[0]}" --generate-hashes --upgrade --quiet \
    --no-emit-index-url --no-emit-find-links --no-annotate --no-header
}

require_wheels() { # lock platform…
  local lock=$1 platform python
  for platform in "${@:2}"; do
    for python in "${pythons[@]}"; do
      "$uv" pip install --dry-run --quiet --target "$tools/none" -r "$lock" \
        --python-platform "$platform" --python-version "$python" \
        --only-binary :all: --no-deps --require-hashes ||
        { echo "$lock: no wheel for Python $python on $platform, see above." >&2; return 1; }
    done
  done
}

if [ "${1:-}" != --check ]; then
  compile pyproject.toml --group build --output-file requirements.lock
  compile --group dev --constraint requirements.lock --output-file requirements-dev.lock
  compile --group bench --constraint requirements.lock --constraint requirements-dev.lock \
    --output-file bench/requirements.lock
fi
require_wheels requirements.lock "${runs_on[@]}"
require_wheels requirements-dev.lock "${runs_on[@]}"
require_wheels bench/requirements.lock "${tested_on[@]}"
[ "${1:-}" = --check ] || echo "The locks are renewed. Read the difference, then: make test"
