"""Connections to public addresses only, and for a limited time.

A name is looked up here, each address that it stands for is checked, and the connection is made to the checked address
itself: what the name stands for a moment later does not matter. Every connection comes through here, so redirects are
checked as well.
"""

import socket
import ssl
import threading
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from time import monotonic
from typing import Any

import httpcore
import httpx

from ghatna.errors import ReadError, Reason

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
ANYWHERE: tuple[Network, ...] = (ip_network("0.0.0.0/0"), ip_network("::/0"))
"""Allows every address."""
NEVER = tuple(
    ip_network(block)
    for block in (
        # This network, private, shared by carriers, loopback, link-local, assignments, documentation, relays,
        # measuring, multicast, reserved.
        *("0.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8"),
        *("169.254.0.0/16", "192.0.0.0/24", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "192.88.99.0/24"),
        *("198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4"),
        # The metadata service of a cloud, in a block that passes for public.
        "168.63.129.16/32",
        # Loopback and those that hold an address of version 4, discard, special, documentation, segments, private,
        # link-local and site-local, multicast.
        *("::/8", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16"),
        *("fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8"),
    )
)
"""Blocks that are not public, named here since versions of Python differ in what they know of them."""
PORT_OF = {"http": 80, "https": 443}
PORTS = 65_535


class Refused(ReadError):
    """What will not be asked for, or not be read, however often it is tried."""

    def __init__(self, where: str, problem: str, reason: Reason = "blocked") -> None:
        super().__init__(where, problem, reason)


class Private(Refused):
    """A host that has no public address."""


def checked(url: str) -> httpx.URL:
    """`url` in parts. Raises `Refused` for what is no http(s) address of a host, or carries a password."""
    try:
        parts = httpx.URL(url)
    except (httpx.InvalidURL, ValueError) as wrong:
        raise Refused(url, f"no address: {wrong}") from None
    if parts.scheme not in PORT_OF:
        raise Refused(url, f"only http and https are fetched, not {parts.scheme or 'an address without a scheme'}")
    if not parts.host:
        raise Refused(url, "no host in this address")
    if parts.port is not None and not 0 < parts.port <= PORTS:
        raise Refused(url, f"no port {parts.port}")
    if parts.userinfo:
        raise Refused(url, "an address with a name or password in it is not fetched")
    return parts


def authority(parts: httpx.URL) -> str:
    """The host of an address, with its port where that is not the usual one of the scheme."""
    usual = parts.port is None or parts.port == PORT_OF.get(parts.scheme)
    return parts.host if usual else f"{parts.host}:{parts.port}"


def public(address: Address) -> bool:
    """Whether anybody may reach it: not private, loopback, link-local, multicast, reserved or a metadata service. An
    address of version 4 that one of version 6 stands for, or leads to (6to4), counts as itself."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return public(address.ipv4_mapped)
        if address.sixtofour is not None:
            return public(address.sixtofour)
    if any(address in network for network in NEVER):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


class Line(httpcore.SyncBackend):
    """Opens connections; `allowed` are networks that may be reached though they are not public."""

    def __init__(self, allowed: tuple[Network, ...] = ()) -> None:
        self.allowed = allowed
        self._time = threading.local()

    def limit(self, seconds: float) -> None:
        """Whatever this thread sends or receives from now on must be through in so many seconds."""
        self._time.until = monotonic() + seconds

    def left(self, timeout: float | None) -> float:
        """Seconds that one step may take. Raises httpcore's `ReadTimeout` when the whole time is used up."""
        left: float = getattr(self._time, "until", monotonic() + 60.0) - monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("took too long as a whole")
        return left if timeout is None else min(left, timeout)

    def open_to(self, address: Address) -> bool:
        """Whether a connection may be made to this address."""
        return public(address) or any(address in network for network in self.allowed)

    def addresses(self, host: str, port: int) -> list[str]:
        """The addresses of a host that may be reached. Raises `Private` when it has others only."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            raise httpcore.ConnectError(f"no host of the name {host}") from None
        named = list(dict.fromkeys(str(where[0]) for *_, where in found))
        good = [one for one in named if self.open_to(ip_address(one))]
        if named and not good:
            raise Private(host, f"{named[0]} is not a public address")
        return good

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address that answers."""
        failed: Exception = httpcore.ConnectError(f"no address of {host}")
        for address in self.addresses(host, port):
            try:
                found = super().connect_tcp(address, port, self.left(timeout), local_address, socket_options)
                return _Stream(found, self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as wrong:
                failed = wrong
        raise failed


class _Stream(httpcore.NetworkStream):
    """A connection each of whose steps ends when the time as a whole does: a byte now and then does not keep it."""

    def __init__(self, under: httpcore.NetworkStream, line: Line) -> None:
        self._under, self._line = under, line

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._under.read(max_bytes, self._line.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._under.write(buffer, self._line.left(timeout))

    def close(self) -> None:
        self._under.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        # The name stays that of the host, so its certificate is checked though the connection knows a number only.
        return _Stream(self._under.start_tls(ssl_context, server_hostname, self._line.left(timeout)), self._line)

    def get_extra_info(self, info: str) -> Any:
        return self._under.get_extra_info(info)


class Transport(httpx.HTTPTransport):
    """httpx over connections of a `Line`."""

    def __init__(self, line: Line) -> None:
        context = httpx.create_ssl_context()
        super().__init__(verify=context)
        self._pool = httpcore.ConnectionPool(
            ssl_context=context, max_connections=100, max_keepalive_connections=20, keepalive_expiry=15.0,
            network_backend=line,
        )  # fmt: skip
