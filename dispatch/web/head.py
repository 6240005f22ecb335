"""``HEAD`` wherever there is ``GET``: proxies and those who watch over us ask so."""

from litestar.plugins import ReceiveRoutePlugin
from litestar.routes import BaseRoute, HTTPRoute


class HeadToo(ReceiveRoutePlugin):
    """What is read with ``GET`` answers ``HEAD`` as well; the server drops the body."""

    def receive_route(self, route: BaseRoute) -> None:
        """Every route as it is added."""
        if isinstance(route, HTTPRoute) and "GET" in route.route_handler_map:
            route.route_handler_map["HEAD"] = route.route_handler_map["GET"]
            route.methods.add("HEAD")
