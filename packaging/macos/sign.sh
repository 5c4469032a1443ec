#!/bin/sh
# Signs an app where no keychain has the certificate: sign.sh APP
#
#   CERTIFICATE            "Developer ID Application" and its key, a .p12 in base64
#   CERTIFICATE_PASSWORD   the password of that file
#   IDENTITY               the name of the certificate
set -eu

work=$(mktemp -d)
keychain="$work/signing.keychain-db"
trap 'security delete-keychain "$keychain" || true; rm -rf "$work"' EXIT

password=$(openssl rand -hex 16)
printf %s "$CERTIFICATE" | base64 --decode >"$work/certificate.p12"
security create-keychain -p "$password" "$keychain"
security unlock-keychain -p "$password" "$keychain"
security import "$work/certificate.p12" -k "$keychain" -f pkcs12 \
    -P "$CERTIFICATE_PASSWORD" -T /usr/bin/codesign
# Without it codesign asks somebody who is not there.
security set-key-partition-list -S apple-tool:,apple: -s -k "$password" \
    "$keychain" >/dev/null
security list-keychains -d user -s "$keychain" login.keychain-db

codesign --deep --force --options runtime --timestamp --keychain "$keychain" \
    --entitlements "$(dirname "$0")/entitlements.plist" --sign "$IDENTITY" "$1"
codesign --verify --deep --strict "$1"
