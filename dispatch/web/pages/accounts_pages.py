"""Where administrators work: the accounts, how they are managed, and whether all is well.

They see no transfer. Accounts are managed on the command line of the server, never from a page:
whoever gets hold of one session must not be able to make another.
"""

from litestar import get

from dispatch.desk.manage_people import list_people
from dispatch.identity import Role
from dispatch.web.pages.render import Live, page
from dispatch.web.pages.visit import Page, open_visit
from dispatch.web.request import Hq, HttpRequest

ACCOUNTS = "/accounts"

COMMANDS = ("add", "password", "invite", "disable", "list")
"""What ``csi user`` does, in the order in which it is needed."""


@get(ACCOUNTS)
async def get_accounts(request: HttpRequest, hq: Hq) -> Page:
    """All accounts by name, and the health of the service."""
    visit = await open_visit(request, hq, Role.ADMIN)
    people = await list_people(hq)
    clocks = hq.clocks
    facts = {
        "people": people,
        "roles": tuple(
            (role, count)
            for role in Role
            if (count := sum(each.role is role and each.is_active for each in people))
        ),
        "commands": COMMANDS,
        "can_write": not hq.outages.cannot_write,
        "is_clock_right": clocks is None or not clocks.is_wrong,
    }
    return page(visit, "accounts.html", live=Live(ACCOUNTS), entered=visit.fresh(), facts=facts)


ROUTES = (get_accounts,)
