"""Addresses of the network as people type them: origins, networks, routers."""

import re
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    collapse_addresses,
    ip_address,
    ip_network,
)
from urllib.parse import urlsplit

STANDARD_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(
    r"(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
)

Address = IPv4Network | IPv6Network


def web_site_of(text: str) -> str:
    """The origin as browsers send it: small letters, no standard port, no slash at the end.

    Raises ``ValueError`` for what is no origin (a path, a name in front of the host, ``null``)
    and for http anywhere but on loopback.
    """
    fault = ValueError("https://host or https://host:port; http on loopback alone")
    if not text.isascii() or not text.isprintable() or set(text) & set(" \\@?#%"):
        raise fault
    try:
        parts = urlsplit(text)
        host, port = _host_of(parts.hostname or ""), parts.port
    except ValueError:
        raise fault from None
    if parts.scheme not in STANDARD_PORTS or parts.path not in {"", "/"}:
        raise fault
    if parts.scheme == "http" and not _is_loopback(host):
        raise fault
    is_standard = port in {None, STANDARD_PORTS[parts.scheme]}
    return f"{parts.scheme}://{host}" + ("" if is_standard else f":{port}")


def _host_of(name: str) -> str:
    """The host as browsers write it. Raises ``ValueError``; for a name that ends in a number,
    too, unless it is an address written out: browsers read all other ways as another host.
    """
    if ":" in name:
        return f"[{IPv6Address(name)}]"
    if _HOST.fullmatch(name) is None:
        raise ValueError(name)
    last = name.rpartition(".")[2]
    return str(IPv4Address(name)) if last[0].isdigit() else name


def _is_loopback(host: str) -> bool:
    """Whether the host is this very machine."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def networks_of(text: str) -> tuple[Address, ...]:
    """The addresses and networks of a list with commas. Raises ``ValueError`` for any other."""
    return tuple(ip_network(each.strip()) for each in text.split(",") if each.strip())


ONE_IN = 64
"""More than one in so many of all addresses stands for no proxies of ours (proposed): all the
private ones together are less than a hundredth."""

_MAPPED = IPv6Network("::ffff:0:0/96")


def are_too_many(networks: tuple[Address, ...]) -> bool:
    """Whether together they cover so much that nearly anybody would be among them."""
    old = [each for each in networks if isinstance(each, IPv4Network)]
    new = [each for each in networks if isinstance(each, IPv6Network)]
    old += [_unmapped(each) for each in new if each.subnet_of(_MAPPED)]
    many_old = sum(each.num_addresses for each in collapse_addresses(old)) * ONE_IN > 2**32
    many_new = sum(each.num_addresses for each in collapse_addresses(new)) * ONE_IN > 2**128
    return many_old or many_new


def _unmapped(network: IPv6Network) -> IPv4Network:
    """The addresses of IPv4 that a machine speaking both sees as these."""
    start = int(network.network_address) & 0xFFFF_FFFF
    return IPv4Network((start, network.prefixlen - 96))


def is_web_address(url: str) -> bool:
    """Whether it is http or https with a host and no credentials, query or fragment."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    extra = (parts.username, parts.password, parts.query, parts.fragment)
    return parts.scheme in {"http", "https"} and bool(host) and not any(extra)
