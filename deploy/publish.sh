#!/bin/sh
# Makes what an installation runs. The image (deploy/Dockerfile), a machine under systemd and the test of both run exactly this.
#
#   deploy/publish.sh console               builds the web console into gateway/wwwroot, which the next step takes in; needs Node 20
#   deploy/publish.sh programs OUT [ARG…]   puts all programs into the folder OUT; needs the .NET SDK 10; ARGs go to `dotnet publish`
set -eu
cd "$(dirname "$0")/.."

case "${1:-}" in
  console)
    npm ci --prefix gateway/console --no-audit --no-fund
    npm run build --prefix gateway/console
    ;;
  programs)
    out=${2:?the folder to publish into}
    shift 2
    # The host references every service: their own programs are published beside it.
    dotnet publish services/host --nologo --verbosity quiet --output "$out" "$@"
    ;;
  *)
    sed -n '2,5s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
