"""The page, where it was built: its files by name, and the first of them for every address that is one of its views."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, PlainTextResponse, Response

#: Bundled files carry a hash of their content in their name.
_FOREVER, _FRESH = "public, max-age=31536000, immutable", "no-cache"
_TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".webmanifest": "application/manifest+json",
    ".pbf": "application/x-protobuf",
}
_NOT_BUILT = """The page is not built; the API is there: /api/v1/meta and /api/v1/openapi.json

To build the page, in a checkout of Warledger with Node 20 or newer:  make web
Then start `warledger serve` again.
"""


def page_router(folder: Path) -> APIRouter:
    """The routes of the page in `folder`, as it is now. What is no file of it is never looked for on the disk."""
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()} if folder.is_dir() else {}
    router = APIRouter(include_in_schema=False)

    @router.get("/{path:path}")
    def get_page(request: Request, path: str) -> Response:
        if path == "api" or path.startswith("api/"):
            raise HTTPException(404)
        if path in files:
            return _file(files[path], path)
        if "." in path.rpartition("/")[2]:
            raise HTTPException(404)
        return _file(files["index.html"], "index.html") if "index.html" in files else PlainTextResponse(_NOT_BUILT)

    return router


def _file(path: Path, name: str) -> Response:
    kind = _TYPES.get(path.suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return FileResponse(path, media_type=kind, headers={"Cache-Control": _FOREVER if name.startswith("assets/") else _FRESH})
