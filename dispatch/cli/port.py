"""The port is taken before anything slow begins, so that a busy one is told at once."""

import errno
import socket

import httpx

from dispatch.kernel import Unavailable

LOWEST_FREE, HIGHEST = 1024, 65535

PATIENCE_S = 1.0
"""A headquarters on this machine answers at once (proposed)."""


def open_port(host: str, port: int, *, is_demo: bool) -> socket.socket:
    """A listening socket: who comes while we start is kept waiting, not turned away.

    Raises ``Unavailable``: ``port_busy``, ``already_open`` (of ``csi serve``:
    ``port_of_service_busy``, ``service_already_open``), ``port_not_allowed``,
    ``address_not_ours``.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except socket.gaierror as unknown:
        raise Unavailable("address_not_ours", host=host) from unknown
    listener = socket.socket(family, kind, protocol)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(address)
        listener.listen()
    except OSError as failure:
        listener.close()
        raise _meaning(failure, host, port, is_demo=is_demo) from failure
    listener.setblocking(False)
    return listener


def _meaning(failure: OSError, host: str, port: int, *, is_demo: bool) -> Unavailable:
    if failure.errno == errno.EADDRINUSE:
        return _busy(host, port, is_demo=is_demo)
    if failure.errno in {errno.EACCES, errno.EPERM}:
        return Unavailable("port_not_allowed", port=port, least=LOWEST_FREE)
    return Unavailable("address_not_ours", host=host)


def _busy(host: str, port: int, *, is_demo: bool) -> Unavailable:
    """What the command that was given can do about it: each has its own options."""
    other = port + 1 if port < HIGHEST else LOWEST_FREE
    address = f"http://{host}:{port}"
    if _is_ours(address):
        if is_demo:
            return Unavailable("already_open", address=address, other=other)
        return Unavailable("service_already_open", address=address, other=other)
    if is_demo:
        return Unavailable("port_busy", port=port, other=other)
    return Unavailable("port_of_service_busy", port=port, other=other)


def _is_ours(address: str) -> bool:
    """Whether a headquarters answers there: perhaps the one that is being started again."""
    try:
        answer = httpx.get(f"{address}/health/live", timeout=PATIENCE_S, trust_env=False)
        return bool(answer.json() == {"is_alive": True})
    except (httpx.HTTPError, httpx.InvalidURL, ValueError):
        return False
