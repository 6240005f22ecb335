"""Finding the hospital that somebody at a terminal means."""

from difflib import get_close_matches
from typing import NoReturn

from dispatch.cli.say import fail, text
from dispatch.kernel import HospitalCode
from dispatch.network import Network

MOST_MATCHES = 3


def hospital_named(network: Network, wanted: str) -> HospitalCode:
    """The code as the network writes it; ends the program naming those that look alike."""
    word = wanted.strip().casefold()
    names = {code.casefold(): code for code in network.hospitals}
    names |= {each.name.casefold(): each.code for each in network.hospitals.values()}
    if word not in names:
        _fail_with_alike(wanted, word, names)
    return names[word]


def _fail_with_alike(wanted: str, word: str, names: dict[str, HospitalCode]) -> NoReturn:
    alike = get_close_matches(word, names, n=MOST_MATCHES, cutoff=0.4)
    alike += [name for name in names if word and word in name]
    codes = list(dict.fromkeys(names[name] for name in alike))[:MOST_MATCHES]
    fail(text("cli-network-unknown", value=wanted, alike=", ".join(codes) or "—"))
