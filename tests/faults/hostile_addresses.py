"""Addresses and ids that mean to lead a key astray, as plain data.

``{here}`` is the port that the key belongs to, ``{there}`` the port of a listener that
must never see it.
"""

REDIRECT_STATUSES = (300, 301, 302, 303, 304, 305, 306, 307, 308)

LOCATIONS = (
    # The same server: also an error, because nobody chose that address.
    "/api/v1/user",
    "user",
    "?key",
    "//127.0.0.1:{here}/api/v1/user",
    # Another port, another host, another scheme.
    "http://127.0.0.1:{there}/api/v1/user",
    "//127.0.0.1:{there}/api/v1/user",
    "http://127.0.0.2:{there}/",
    "http://localhost:{there}/",
    "http://[::1]:{there}/",
    "http://[::ffff:127.0.0.1]:{there}/",
    "https://127.0.0.1:{there}/",
    "ws://127.0.0.1:{there}/",
    "file:///etc/passwd",
    # Written in another way.
    "http://2130706433:{there}/",
    "http://0x7f000001:{there}/",
    "http://0177.0.0.1:{there}/",
    "http://127.1:{there}/",
    "HTTP://127.0.0.1:{there}/",
    "http:/127.0.0.1:{there}/",
    "http:\\\\127.0.0.1:{there}\\",
    "/\\127.0.0.1:{there}/",
    "\\\\127.0.0.1:{there}/",
    "///127.0.0.1:{there}/",
    # One address in front, another behind.
    "http://127.0.0.1:{here}@127.0.0.1:{there}/",
    "http://user:secret@127.0.0.1:{there}/",
    "http://127.0.0.1:{there}#@127.0.0.1:{here}/",
    "http://127.0.0.1:{there}?@127.0.0.1:{here}/",
    "http://127.0.0.1:{there}\\@127.0.0.1:{here}/",
    "http://127.0.0.1:{here}%40127.0.0.1:{there}/",
    " http://127.0.0.1:{there}/",
    "http://127.0.0.1:{there}/\tx",
    "",
)

# Other headers that lead elsewhere when somebody obeys them.
LEADING_HEADERS = (
    "Refresh: 0; url=http://127.0.0.1:{there}/",
    "Content-Location: http://127.0.0.1:{there}/",
    'Link: <http://127.0.0.1:{there}/>; rel="next"',
    'Alt-Svc: http/1.1="127.0.0.1:{there}"',
    "Set-Cookie: host=127.0.0.1:{there}; Domain=127.0.0.1",
)

# Given as the address of a server; a person reads one host, a program another.
BASES = (
    "http://127.0.0.1:{here}@127.0.0.1:{there}",
    "http://127.0.0.1:{here}%40127.0.0.1:{there}",
    "http://127.0.0.1:{here}\\@127.0.0.1:{there}",
    "http://127.0.0.1:{there}\\@127.0.0.1:{here}",
    "http://127.0.0.1:{there}#@127.0.0.1:{here}",
    "http://127.0.0.1:{there}?@127.0.0.1:{here}",
    "http://127.0.0.1:{there};@127.0.0.1:{here}",
    "http://user:secret@127.0.0.1:{there}",
    "http://@127.0.0.1:{there}",
    "http:\\\\127.0.0.1:{there}",
    "http:/\\127.0.0.1:{there}",
    "http:127.0.0.1:{there}",
    "//127.0.0.1:{there}",
    "127.0.0.1:{there}",
    "ftp://127.0.0.1:{there}",
    "file://127.0.0.1:{there}",
    "http://2130706433:{there}",
    "http://0x7f000001:{there}",
    "http://0177.0.0.1:{there}",
    "http://127.1:{there}",
    "http://0:{there}",
    "http://0.0.0.0:{there}",
    "http://localhost.:{there}",
    "http://LOCALHOST.x:{there}",
    "http://127.0.0.1.x:{there}",
    "http://x.localhost:{there}",
    "http://[::1:{there}",
    "http://①②⑦.⓪.⓪.①:{there}",
    "http://127。0。0。1:{there}",
    "http://127.0.0.1:{there}\r\nX-More: 1",
    "http://127.0.0.1:\t{there}",
    "http://127.0.0.1: {there}",
    "http://127.0.0.1:{there}/../..",
    "http://127.0.0.1:{there}/%2e%2e",
    "http://127.0.0.1:99999",
    "http://127.0.0.1:0",
    "http://127.0.0.1:-{there}",
    "http://127.0.0.1:{there}{there}",
)

# As a workspace's, a person's or a project's id.
IDS = (
    "..",
    ".",
    "../../..",
    "..\\..",
    "%2e%2e",
    "%2e%2e%2f",
    "x?y",
    "a#b",
    "a/b",
    "a;b",
    "a&b=c",
    "@127.0.0.1:{there}",
    "//127.0.0.1:{there}/",
    "/\\127.0.0.1:{there}/",
    "http://127.0.0.1:{there}/",
    ":{there}",
    "\r\nHost: 127.0.0.1:{there}",
    "\r\n\r\nGET / HTTP/1.1\r\n\r\n",
    "\n",
    "\x00",
    "\t",
    "",
    " ",
    "∕..∕",
    "．．",
    "\u202e..",
    "x" * 4096,
)
