#!/usr/bin/env bash
# Install the missing Debian packages of a task (as root), or name the command that does.
#   .ci/system_packages.sh run|test PYTHON
set -euo pipefail
task=$1
python=$2
list="$(dirname "$0")/system_packages.txt"

if ! command -v dpkg-query >/dev/null; then
    echo "This is not Debian: see to what $list names yourself." >&2
    exit 0
fi

case "$task" in
    run) wanted=$(awk '$1 == "run" {print $2}' "$list") ;;
    test) wanted=$(awk '$1 == "run" || $1 == "test" {print $2}' "$list") ;;
    *) echo "usage: $0 run|test PYTHON" >&2; exit 2 ;;
esac

missing=()
for package in $wanted; do
    state=$(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null || true)
    [ "${state:0:2}" = ii ] || missing+=("$package")
done
# Debian's Python comes without the part that makes environments; other Pythons bring it.
"$python" -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)

[ ${#missing[@]} -gt 0 ] || exit 0
install="apt-get install -y --no-install-recommends ${missing[*]}"
if [ "$(id -u)" -ne 0 ]; then
    printf 'Debian packages are missing. Run this first, then make again:\n\n' >&2
    printf '  sudo apt-get update && sudo %s\n\n' "$install" >&2
    exit 1
fi
echo "Installing ${missing[*]}" >&2
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
$install -qq >/dev/null
