"""The edge to Clockify: typed calls over HTTP. Only this package knows httpx."""

import sys

# Where click and rich are installed, httpx imports a command line of its own, which
# nobody runs here and which takes longer than all the rest of it. ``None`` says that
# there is no such module; httpx goes on without it.
if "httpx" not in sys.modules:
    sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]  # Python's own way, which its types do not know
