#!/bin/sh
# Tells what this machine lacks, by name; installs it when it is root on Debian.
#
#   bare_machine.sh python PYTHON   a Python 3.11 to 3.13 that can make environments
#   bare_machine.sh window          the system libraries that the window needs
#   bare_machine.sh tests           these, and what the tests need besides
#   bare_machine.sh proofs          these, and what the long proofs need besides
#   bare_machine.sh package         what a package for Debian is made with
#   bare_machine.sh package-test    what a bare Debian to try it in is made with
#
# Says nothing and ends with 0 when nothing is missing. Ends with 1 when something is
# and it cannot install it. Windows and macOS need no system libraries.
set -eu

# ldconfig is not on the path of everybody.
PATH="$PATH:/usr/sbin:/sbin"

# What is missing: one line each, and the Debian packages that bring it.
missing=""
packages=""
tab=$(printf '\t')

# lacks WHAT PACKAGE
lacks() {
    missing="$missing  $1 (Debian package $2)
"
    case " $packages " in
    *" $2 "*) ;;
    *) packages="$packages${packages:+ }$2" ;;
    esac
}

system_is() {
    [ "$(uname -s)" = "$1" ]
}

# --- Python ---------------------------------------------------------------------

check_python() {
    version=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' \
        2>/dev/null) || {
        echo "There is no Python at “$1”." >&2
        echo "Install Python 3.11, 3.12 or 3.13, or name one: make PYTHON=..." >&2
        exit 1
    }
    case "$version" in
    3.11 | 3.12 | 3.13) ;;
    *)
        echo "“$1” is Python $version; 3.11, 3.12 or 3.13 is needed." >&2
        echo "Name another one, such as: make PYTHON=python3.12 demo" >&2
        exit 1
        ;;
    esac
    "$1" -c 'import ensurepip, venv' 2>/dev/null && return
    # Debian ships these two modules by themselves, for its own Python alone.
    if [ "$("$1" -c 'import sys; print(sys.base_prefix)')" = /usr ]; then
        lacks "Python's modules venv and ensurepip" "python$version-venv"
    else
        echo "“$1” has no modules venv and ensurepip: it is not whole." >&2
        echo "Install it anew, or name another one: make PYTHON=..." >&2
        exit 1
    fi
}

# --- Libraries and programs -----------------------------------------------------

# The loader's list; on 64-bit PCs without the 32-bit libraries, which bear the same
# names.
loadable() {
    case "$(uname -m)" in
    x86_64) ldconfig -p 2>/dev/null | grep x86-64 || true ;;
    *) ldconfig -p 2>/dev/null || true ;;
    esac
}

# needs SONAME PACKAGE
needs() {
    case "$libraries" in
    *"$tab$1 "*) return ;;
    esac
    # The list may be older than the library, or absent.
    for folder in /lib /lib64 /usr/lib /usr/lib64 "/usr/lib/$(uname -m)-linux-gnu"; do
        if [ -e "$folder/$1" ]; then
            return
        fi
    done
    lacks "$1" "$2"
}

has_font() {
    for folder in /usr/share/fonts /usr/local/share/fonts \
        "${HOME:-/}/.local/share/fonts" "${HOME:-/}/.fonts"; do
        if [ -n "$(find -L "$folder" -name '*.[to]tf' 2>/dev/null | head -n 1)" ]; then
            return 0
        fi
    done
    return 1
}

has_certificates() {
    for file in "${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}" \
        /etc/pki/tls/certs/ca-bundle.crt /etc/ssl/ca-bundle.pem /etc/ssl/cert.pem; do
        if [ -s "$file" ]; then
            return 0
        fi
    done
    return 1
}

# Debian 13 and Ubuntu 24 renamed it, when they made room for dates after 2038.
glib_package() {
    case "$(. /etc/os-release 2>/dev/null && echo "${ID:-}:${VERSION_ID:-}")" in
    debian:11 | debian:12 | ubuntu:20.* | ubuntu:22.*) echo libglib2.0-0 ;;
    *) echo libglib2.0-0t64 ;;
    esac
}

check_window() {
    system_is Linux || return 0
    libraries=$(loadable)
    needs libEGL.so.1 libegl1
    needs libGL.so.1 libgl1
    needs libdbus-1.so.3 libdbus-1-3
    needs libfontconfig.so.1 libfontconfig1
    needs libglib-2.0.so.0 "$(glib_package)"
    needs libgssapi_krb5.so.2 libgssapi-krb5-2
    needs libxkbcommon.so.0 libxkbcommon0
    needs libxkbcommon-x11.so.0 libxkbcommon-x11-0
    needs libxcb-cursor.so.0 libxcb-cursor0
    needs libxcb-icccm.so.4 libxcb-icccm4
    needs libxcb-image.so.0 libxcb-image0
    needs libxcb-keysyms.so.1 libxcb-keysyms1
    needs libxcb-randr.so.0 libxcb-randr0
    needs libxcb-render-util.so.0 libxcb-render-util0
    needs libxcb-shape.so.0 libxcb-shape0
    needs libxcb-xkb.so.1 libxcb-xkb1
    has_font || lacks "a font" fonts-dejavu-core
    has_certificates || lacks "the list of trusted certificates" ca-certificates
}

check_tests() {
    check_window
    system_is Linux || return 0
    # The password store is tested against the real one, in a session of its own.
    for program in dbus-run-session dbus-send; do
        command -v "$program" >/dev/null || lacks "$program" dbus
    done
    command -v gnome-keyring-daemon >/dev/null ||
        lacks gnome-keyring-daemon gnome-keyring
    # The window is read and worked from outside, as a screen reader does it.
    command -v Xvfb >/dev/null || lacks Xvfb xvfb
    command -v xdotool >/dev/null || lacks xdotool xdotool
    [ -x /usr/libexec/at-spi-bus-launcher ] ||
        lacks at-spi-bus-launcher at-spi2-core
    /usr/bin/python3 -c 'import pyatspi' 2>/dev/null ||
        lacks "the system's Python with pyatspi" python3-pyatspi
}

check_proofs() {
    check_tests
    system_is Linux || return 0
    command -v soffice >/dev/null ||
        lacks "LibreOffice Calc" libreoffice-calc-nogui
}

check_package() {
    check_window
    system_is Linux || return 0
    command -v strip >/dev/null || lacks strip binutils
    command -v chrpath >/dev/null || lacks chrpath chrpath
    # Elsewhere the folder alone is made.
    command -v dpkg >/dev/null || return 0
    command -v desktop-file-validate >/dev/null ||
        lacks desktop-file-validate desktop-file-utils
    command -v appstreamcli >/dev/null || lacks appstreamcli appstream
    command -v lintian >/dev/null || lacks lintian lintian
}

check_package_test() {
    check_package
    command -v debootstrap >/dev/null || lacks debootstrap debootstrap
    command -v makensis >/dev/null || lacks makensis nsis
}

# --- What to do about it --------------------------------------------------------

install() {
    export DEBIAN_FRONTEND=noninteractive
    # Its lists may be missing on a bare machine, or too old to fetch by.
    apt-get update -qq >/dev/null 2>&1 || true
    # shellcheck disable=SC2086 # one word a package
    said=$(apt-get install -y -qq --no-install-recommends -o Dpkg::Use-Pty=0 \
        $packages 2>&1) && return
    printf '%s\n' "$said" >&2
    return 1
}

mend() {
    echo "This machine lacks:" >&2
    printf %s "$missing" >&2
    if ! command -v apt-get >/dev/null; then
        echo "Install them with your system's package manager." >&2
        exit 1
    fi
    if [ "$(id -u)" != 0 ]; then
        echo "Install them, then try once more:" >&2
        echo "  sudo apt-get install --no-install-recommends $packages" >&2
        exit 1
    fi
    echo "Installing $packages" >&2
    if ! install; then
        echo "That failed. Install them by hand, then try once more:" >&2
        echo "  apt-get install --no-install-recommends $packages" >&2
        exit 1
    fi
}

case "${1:-}" in
python) set -- check_python "${2:-python3}" ;;
window) set -- check_window ;;
tests) set -- check_tests ;;
proofs) set -- check_proofs ;;
package) set -- check_package ;;
package-test) set -- check_package_test ;;
*)
    echo "usage: bare_machine.sh python PYTHON | window | tests | proofs |" \
        "package | package-test" >&2
    exit 2
    ;;
esac

"$@"
if [ -n "$missing" ]; then
    mend
    missing=""
    # What was installed must now be found.
    "$@"
    if [ -n "$missing" ]; then
        echo "Still missing:" >&2
        printf %s "$missing" >&2
        exit 1
    fi
fi
