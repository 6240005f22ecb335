"""The framework's request and dependency, with their type parameters settled once."""

from typing import Any

from litestar import Request
from litestar.di import NamedDependency
from litestar.params import FromPath

from dispatch.desk import Headquarters

HttpRequest = Request[Any, Any, Any]
Hq = NamedDependency[Headquarters]
"""Headquarters, as every handler gets it."""

PathText = FromPath[str]
"""A part of the path, as text."""
