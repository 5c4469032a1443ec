#!/bin/sh
# Has a signed app notarised, and staples the answer to it: notarise.sh APP
#
#   APPLE_ID, TEAM, APPLE_PASSWORD   an account of Apple's for developers, its team, and
#                                    a password for this program alone
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

ditto -c -k --keepParent "$1" "$work/app.zip"
xcrun notarytool submit "$work/app.zip" --wait \
    --apple-id "$APPLE_ID" --team-id "$TEAM" --password "$APPLE_PASSWORD"
xcrun stapler staple "$1"
