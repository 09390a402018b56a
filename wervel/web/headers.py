"""What every answer says about safety, and how large a request may be: all of it as data.

Settings, each an environment variable: WERVEL_FRAME_ANCESTORS (who may show the app in a frame: sources of a content
security policy, by default nobody) and WERVEL_ALLOWED_HOSTS (names that the app answers to, with commas between, by
default any; a proxy in front usually sees to that).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

CONTENT_SECURITY_POLICY = {
    "default-src": "'self'",
    "script-src": "'self' blob:",  # blob: is how Streamlit loads a component's module
    "style-src": "'self' 'unsafe-inline'",  # Streamlit styles by script, and the first paint brings its style along
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "manifest-src": "'self'",
    "frame-src": "'none'",
    "frame-ancestors": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "object-src": "'none'",
}

HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}

#: What an answer that says nothing about it may be kept: nothing. Files and pages say so themselves.
KEPT_BY_DEFAULT = "no-store"

#: The most of a request, in bytes. Our largest form has one field; a page's address has a handful of short words.
MOST_ADDRESS, MOST_HEADERS, MOST_BODY = 8_192, 32_768, 65_536

_SOURCE = re.compile(r"'none'|'self'|(https?://)?(\*\.)?[\w.-]+(:\d+|:\*)?")
_HOST = re.compile(r"\*|(\*\.)?[\w.-]+|\[[0-9a-fA-F:]+\]")


def frame_ancestors(environment: Mapping[str, str]) -> str:
    """Return who may show the app in a frame; raises SystemExit with one line when a source is none."""
    sources = environment.get("WERVEL_FRAME_ANCESTORS", "").split()
    for source in sources:
        if not _SOURCE.fullmatch(source):
            raise SystemExit(f"Wervel does not start: WERVEL_FRAME_ANCESTORS names {source!r}, which is no source")
    return " ".join(sources) or CONTENT_SECURITY_POLICY["frame-ancestors"]


def allowed_hosts(environment: Mapping[str, str]) -> list[str]:
    """Return the names that the app answers to; raises SystemExit with one line when one is no host name."""
    hosts = [host.strip() for host in environment.get("WERVEL_ALLOWED_HOSTS", "").split(",") if host.strip()]
    for host in hosts:
        if not _HOST.fullmatch(host):
            raise SystemExit(f"Wervel does not start: WERVEL_ALLOWED_HOSTS names {host!r}, which is no host")
    return hosts or ["*"]


def security_headers(environment: Mapping[str, str], *, script: str = "") -> dict[str, str]:
    """Return the headers of an answer; `script` is a source more that its scripts may come from."""
    policy = CONTENT_SECURITY_POLICY | {"frame-ancestors": frame_ancestors(environment)}
    if script:
        policy["script-src"] += f" {script}"
    return {"content-security-policy": "; ".join(f"{name} {value}" for name, value in policy.items())} | HEADERS
