"""Style and scripts of the pages: a few small files, each under a name that changes with it."""

import hashlib
from functools import cache
from pathlib import Path

from litestar import Response, get

from dispatch.kernel import Refused
from dispatch.web.request import PathText

FOLDER = Path(__file__).parent.parent / "static" / "pages"
IMMUTABLE = "public, max-age=31536000, immutable"
MEDIA = {".css": "text/css", ".js": "text/javascript"}


@cache
def shelf() -> dict[str, tuple[bytes, str]]:
    """Every file with its media type, by the name it is served under."""
    found = {}
    for file in sorted(FOLDER.iterdir()):
        if file.suffix in MEDIA:
            raw = file.read_bytes()
            stamp = hashlib.sha256(raw).hexdigest()[:12]
            found[f"{file.stem}.{stamp}{file.suffix}"] = (raw, MEDIA[file.suffix])
    return found


@cache
def asset(name: str) -> str:
    """The path of the file ``name`` (``pages.css``)."""
    stem, _, suffix = name.partition(".")
    served = (each for each in shelf() if each.startswith(f"{stem}.") and each.endswith(suffix))
    return f"/pages/{next(served)}"


@get("/pages/{name:str}")
async def get_asset(name: PathText) -> Response[bytes]:
    """A file, cached for ever: another content has another name."""
    if name not in shelf():
        raise Refused("unknown_path")
    raw, media_type = shelf()[name]
    return Response(raw, media_type=media_type, headers={"cache-control": IMMUTABLE})
