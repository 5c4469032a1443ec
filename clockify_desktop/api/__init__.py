"""The edge to Clockify: typed calls over HTTP. Only this package knows httpx."""

import sys
from importlib import import_module

# Where click and rich are installed, httpx imports a command line of its own, which
# nobody runs here and which takes longer than all the rest of it. ``None`` says that
# there is no such module; httpx goes on without it.
if "httpx" not in sys.modules:
    sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]  # Python's own way, which its types do not know

# httpcore looks for sniffio ten times a request. Where that is not installed, Python
# would go through every folder of its path each time, an eighth of all the work.
try:
    import_module("sniffio")
except ImportError:
    sys.modules.setdefault("sniffio", None)  # type: ignore[arg-type]  # as above
