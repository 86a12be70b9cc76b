# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# What packaging/run and packaging/test share; sourced by them, after `set -euo pipefail`.

ANTRE_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '\n== %s\n' "$*"; }

fail() {
    printf '\n%s\n' "$*" >&2
    exit 1
}

# build_antre PRESET [TARGET]...: configures and builds build/PRESET. Short on the console, errors in full.
build_antre() {
    local preset=$1
    shift
    local dir=$ANTRE_ROOT/build/$preset
    mkdir -p "$dir" 2>/dev/null || true
    [ -w "$dir" ] || fail "$dir belongs to somebody else. Remove it, or work in a clone of your own."
    say "Configuring $preset"
    if ! (cd "$ANTRE_ROOT" && cmake --preset "$preset") >"$dir/configure.log" 2>&1; then
        cat "$dir/configure.log" >&2
        fail "CMake could not configure the build; its words are above."
    fi
    say "Building $preset in $dir"
    local command=(cmake --build "$dir" -j "$(nproc)")
    [ $# -eq 0 ] || command+=(--target "$@")
    if [ -t 1 ]; then
        "${command[@]}"
    else
        NINJA_STATUS='[%f/%t] ' "${command[@]}" 2>&1 | short_progress
    fi || fail "The build failed; the compiler's words are above."
}

# Passes on what ninja prints, but of its progress lines only one in twenty.
short_progress() {
    local line step shown=-1
    while IFS= read -r line; do
        if [[ $line =~ ^\[([0-9]+)/([0-9]+)\]\  ]]; then
            step=$((BASH_REMATCH[1] * 20 / BASH_REMATCH[2]))
            [ "$step" -eq "$shown" ] || echo "${BASH_REMATCH[1]} of ${BASH_REMATCH[2]} steps done"
            shown=$step
        else
            printf '%s\n' "$line"
        fi
    done
}

# Processes. start_process remembers what it started in $ANTRE_RUN_DIR; stop_processes ends exactly these,
# the last first, and so does another shell that is given the same folder.

# A process's start time tells it from a later one that was given the same id.
process_birth() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }

# start_process NAME COMMAND...: runs it in the background, its words in $ANTRE_RUN_DIR/NAME.log.
# Answers its id in STARTED.
start_process() {
    local name=$1
    shift
    "$@" >"$ANTRE_RUN_DIR/$name.log" 2>&1 </dev/null &
    STARTED=$!
    printf '%s %s %s\n' "$STARTED" "$(process_birth "$STARTED")" "$name" >>"$ANTRE_RUN_DIR/processes"
}

# process_lives PID [BIRTH]
process_lives() {
    local birth
    birth=$(process_birth "$1") || true
    [ -n "$birth" ] && { [ $# -lt 2 ] || [ "$birth" = "$2" ]; } \
        && ! grep -q '^State:[[:space:]]*Z' "/proc/$1/status" 2>/dev/null
}

stop_processes() {
    [ -f "$ANTRE_RUN_DIR/processes" ] || return 0
    local pid birth name
    while read -r pid birth name; do
        process_lives "$pid" "$birth" || continue
        kill -TERM "$pid" 2>/dev/null || true
        wait_until 5 process_gone "$pid" "$birth" || kill -KILL "$pid" 2>/dev/null || true
    done < <(tac "$ANTRE_RUN_DIR/processes")
    rm -f "$ANTRE_RUN_DIR/processes"
}

process_gone() { ! process_lives "$@"; }

# wait_until SECONDS COMMAND...: tries the command ten times a second until it succeeds.
wait_until() {
    local tries=$(($1 * 10))
    shift
    while ! "$@"; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || return 1
        sleep 0.1
    done
}

port_answers() { (exec 3<>"/dev/tcp/${2:-127.0.0.1}/$1") 2>/dev/null; }

# wait_for_port PORT SECONDS PID NAME [ADDRESS]: until the port answers; ends the script when the process dies first.
wait_for_port() {
    local port=$1 seconds=$2 pid=$3 name=$4 address=${5:-127.0.0.1}
    if ! wait_until "$seconds" answers_or_died "$port" "$pid" "$address" || ! port_answers "$port" "$address"; then
        tail -n 20 "$ANTRE_RUN_DIR/$name.log" >&2
        fail "$name does not answer on port $port; its last words are above."
    fi
}

answers_or_died() { port_answers "$1" "$3" || process_gone "$2"; }

# free_port: prints a port that nothing listens on.
free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 12000))
        port_answers "$port" || break
    done
    echo "$port"
}

# start_screen WIDTH HEIGHT: an Xvfb on a display that it finds free itself; sets DISPLAY.
start_screen() {
    start_process xvfb Xvfb -displayfd 3 -screen 0 "$1x$2x24" -nolisten tcp -noreset 3>"$ANTRE_RUN_DIR/display"
    if ! wait_until 20 display_or_died "$STARTED" || [ ! -s "$ANTRE_RUN_DIR/display" ]; then
        cat "$ANTRE_RUN_DIR/xvfb.log" >&2
        fail "Xvfb did not start; its words are above."
    fi
    DISPLAY=:$(<"$ANTRE_RUN_DIR/display")
    export DISPLAY
}

display_or_died() { [ -s "$ANTRE_RUN_DIR/display" ] || process_gone "$1"; }
