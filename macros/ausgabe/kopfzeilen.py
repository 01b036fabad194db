"""What a browser may do on these pages: one policy, for the head of each page and for the server that delivers it."""

from __future__ import annotations

RICHTLINIE = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",  # the search counts in WebAssembly
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
    )
)
"""What holds in a `<meta>` too; who may frame a page is said by the server alone."""
