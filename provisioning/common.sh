# What provisioning/start and provisioning/test share. Sourced, not run.

# The whole script works from the project's root, wherever it is called from.
cd "$(dirname "${BASH_SOURCE[0]}")/.."

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
    command -v dpkg-query >/dev/null || fail "this is no Debian: install by hand: $*"
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    say "installing ${missing[*]}"
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "not root and no sudo: have somebody install: ${missing[*]}"
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get -qq update || say "the package lists could not be refreshed; trying with the old ones"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y install --no-install-recommends "${missing[@]}" >/dev/null ||
        fail "these packages could not be installed: ${missing[*]}"
}

# What building needs beside Rust (SQLite is compiled from its C source), and what a window and its letters need.
packages_to_build=(gcc libc6-dev)
packages_to_show=(
    fonts-noto-core fonts-noto-cjk libfontconfig1
    libx11-6 libx11-xcb1 libxcursor1 libxi6 libxrandr2 libxkbcommon0 libxkbcommon-x11-0 libwayland-client0
)
