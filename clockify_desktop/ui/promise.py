"""What the window promises about Clockify, in the same words everywhere."""

from typing import Final

ONLY_READS: Final = (
    "This window only reads: it changes nothing in Clockify. The command add-entry"
    " alone writes there, one entry of your own."
)
KEPT_HERE: Final = "Kept on this computer. Clockify is not changed."
