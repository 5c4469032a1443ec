"""What the window promises about Clockify, in the same words everywhere."""

from typing import Final

from clockify_desktop.translation import tr

ONLY_READS: Final = tr(
    "This window only reads: it changes nothing in Clockify. The command add-entry"
    " alone writes there, one entry of your own."
)
KEPT_HERE: Final = tr("Kept on this computer. Clockify is not changed.")
