"""What a page of ours may load, as a Content-Security-Policy: the same for the server's page and for a published one."""

#: No script but the page's own files, nothing from elsewhere. Styles may stand in attributes: charts set them so. MapLibre runs its worker
#: from a blob. Source: W3C, Content Security Policy Level 3.
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self' blob:; "
    "object-src 'none'; base-uri 'none'; form-action 'none'"
)
