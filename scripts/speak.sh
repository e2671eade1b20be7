# Sourced by the set-up scripts: they speak Chinese and English, and stop with one sentence.

say() {
  printf '%s\n%s\n' "$1" "$2"
}

stop() {
  printf '✗ %s\n  %s\n' "$1" "$2" >&2
  exit 2
}
