"""Addresses are parsed, written as browsers write them, or refused."""

import pytest

from dispatch.kernel.addresses import (
    are_too_many,
    is_web_address,
    networks_of,
    web_site_of,
)


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("https://csi.example.org", "https://csi.example.org"),
        ("HTTPS://CSI.Example.ORG/", "https://csi.example.org"),
        ("https://csi.example.org:443", "https://csi.example.org"),
        ("https://csi.example.org:8443/", "https://csi.example.org:8443"),
        ("https://xn--csi-nya.example", "https://xn--csi-nya.example"),
        ("http://127.0.0.1:8061", "http://127.0.0.1:8061"),
        ("http://localhost:80", "http://localhost"),
        ("http://[::1]:8061/", "http://[::1]:8061"),
        ("https://[2001:DB8::1]", "https://[2001:db8::1]"),
    ],
)
def test_site_is_kept_as_browsers_send_it(typed, sent):
    assert web_site_of(typed) == sent


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "",
            "null",
            "csi.example.org",
            "//csi.example.org",
            "https://",
            "https:///x",
            "https:",
        ),
        *("ftp://csi.example.org", "javascript://x", "wss://csi.example.org", "file:///etc"),
        *("http://127.0.0.1.evil.com", "http://localhost.evil.com", "http://10.0.0.1"),
        *("HTTP://csi.example.org", "http://csi.example.org", "http://[2001:db8::1]"),
        *("https://csi.example.org/console", "https://csi.example.org/?a", "https://a/#b"),
        *("https://user@csi.example.org", "https://a:b@csi.example.org", "https://a@127.0.0.1"),
        *("https://csi.example.org:0x50", "https://csi.example.org:99999", "https://a:b"),
        *("https://csi .example.org", " https://csi.example.org", "https://csi.example.org\n"),
        *(
            "https://csi.example.org\\",
            "https://csi%2eexample.org",
            "https://csi_x.example.org",
        ),
        *("https://-csi.example.org", "https://csi..example.org", "https://csi.example.org."),
        *("https://càsi.example.org", "https://0x7f.1", "https://2130706433", "http://127.1"),
        *("https://[::1", "https://[fe80::1%25eth0]", "https://*.example.org", "https://a,b"),
        "https://" + "a" * 64 + ".org",
    ],
)
def test_what_is_no_site_is_refused(typed):
    with pytest.raises(ValueError, match="https://host"):
        web_site_of(typed)


def test_networks_are_a_list_with_commas():
    found = [str(each) for each in networks_of("127.0.0.1, 10.0.0.0/8 ,::1,")]
    assert found == ["127.0.0.1/32", "10.0.0.0/8", "::1/128"]
    with pytest.raises(ValueError, match="does not appear"):
        networks_of("proxy.example.org")


@pytest.mark.parametrize(
    ("url", "is_one"),
    [
        ("http://127.0.0.1:5000", True),
        ("https://router.example/osrm", True),
        ("https://a:b@router.example", False),
        ("https://router.example:port", False),
        ("ftp://router.example", False),
        ("https://", False),
    ],
)
def test_address_of_a_router_is_plain(url, is_one):
    assert is_web_address(url) is is_one


@pytest.mark.parametrize(
    ("networks", "too_many"),
    [
        ("", False),
        ("10.0.0.0/8, 10.0.0.0/9, 10.1.0.0/16", False),
        ("0.0.0.0/6", False),
        ("0.0.0.0/6, 8.0.0.1", True),
        ("fc00::/7", False),
        ("fc00::/6, ::1", True),
        ("::ffff:0:0/96", True),
        ("::ffff:0:0/102, ::1", False),
        ("::ffff:0:0/102, 8.0.0.1", True),
    ],
)
def test_networks_that_nearly_everybody_is_in_are_too_many(networks, too_many):
    assert are_too_many(networks_of(networks)) is too_many
