# shellcheck shell=bash disable=SC2034
# Shared by the scripts in this folder; sourced, not run.

# The scripts work from the project's root, wherever they are called from.
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
# Tools that are neither Debian packages nor part of the crate live beside the build results, so that they are kept with them.
tools=$(realpath -m "${CARGO_TARGET_DIR:-target}/tools")

say() { printf 'sportello: %s\n' "$*"; }
fail() { printf 'sportello: %s\n' "$*" >&2; exit 1; }

# Slint 1.18 and std's file locks need this one.
need_rust() {
    local least=1.92 found
    command -v cargo >/dev/null || PATH="$HOME/.cargo/bin:$PATH"
    command -v cargo >/dev/null ||
        fail "there is no Rust toolchain: install Rust $least or later (rustup), then call this again"
    found=$(rustc --version | cut -d' ' -f2)
    [ "$(printf '%s\n%s\n' "$least" "$found" | sort -V | head -n1)" = "$least" ] ||
        fail "Rust $found is too old: install $least or later (rustup update), then call this again"
}

# Installs those of the named Debian packages that are missing; says nothing to the network when none is.
need_packages() {
    local missing=() package
    command -v dpkg-query >/dev/null || fail "this is not Debian: install by hand: $*"
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    say "installing ${missing[*]}"
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "not root and no sudo: ask an administrator to install: ${missing[*]}"
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get -qq update || say "the package lists could not be refreshed; trying with the old ones"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y install --no-install-recommends "${missing[@]}" >/dev/null ||
        fail "these packages could not be installed: ${missing[*]}"
}

# Makes the pinned Python programs of provisioning/tools.txt available in "$tools/python/bin".
need_python_tools() {
    need_packages python3 python3-venv
    cmp -s provisioning/tools.txt "$tools/python/installed.txt" && return
    say "installing the Python tools of provisioning/tools.txt"
    rm -rf "$tools/python"
    mkdir -p "$tools"
    { /usr/bin/python3 -m venv "$tools/python" &&
        "$tools/python/bin/pip" install --quiet --disable-pip-version-check --requirement provisioning/tools.txt; } ||
        fail "the Python tools could not be installed: is the Python package index reachable?"
    cp provisioning/tools.txt "$tools/python/installed.txt"
}

# Makes a pinned cargo program available in "$tools/bin"; compiled once, then kept with the build results.
need_cargo_tool() {
    local crate=$1 version=$2
    grep -qs "^\"$crate $version " "$tools/.crates.toml" && return
    say "compiling $crate $version (once; some minutes)"
    # A target folder of its own: the tool must not disturb the build results of the project.
    CARGO_TARGET_DIR="$tools/build" cargo install --quiet --locked --root "$tools" --version "$version" "$crate" ||
        fail "$crate could not be installed: is the crate registry reachable?"
    rm -rf "$tools/build"
}

# What building needs beside Rust (SQLite is compiled from its C source), and what a window and its letters need.
packages_to_build=(gcc libc6-dev)
packages_to_show=(
    fonts-noto-core fonts-noto-cjk libfontconfig1
    libx11-6 libx11-xcb1 libxcursor1 libxi6 libxrandr2 libxkbcommon0 libxkbcommon-x11-0 libwayland-client0
)
# Headers for the feature "appliance": the glass on a bare console.
packages_for_appliance=(pkg-config libseat-dev libinput-dev libudev-dev libxkbcommon-dev libgbm-dev)
