"""Settings of hospitals in memory. Same contract as in PostgreSQL."""

from dispatch.assessment.centre import CentreSetting
from dispatch.kernel.ids import HospitalCode
from dispatch.transfer.antibiotic_protocol import ProtocolVersion


class MemoryCentres:
    """See ``CentreStore``."""

    def __init__(self) -> None:
        self._settings: dict[str, CentreSetting] = {}
        self._protocols: dict[tuple[object, ...], ProtocolVersion] = {}

    async def add_setting(self, setting: CentreSetting) -> None:
        """See ``CentreStore``."""
        self._settings.setdefault(setting.setting_id, setting)

    async def read_settings(
        self, hospital: HospitalCode | None = None
    ) -> tuple[CentreSetting, ...]:
        """See ``CentreStore``."""
        found = [each for each in self._settings.values() if hospital in {None, each.hospital}]
        found.sort(key=lambda each: (each.set_at, each.setting_id), reverse=True)
        return tuple(found)

    async def add_protocol(self, version: ProtocolVersion) -> ProtocolVersion:
        """See ``CentreStore``."""
        named = (version.hospital, version.care, version.focus, version.version)
        return self._protocols.setdefault(named, version)

    async def read_protocols(
        self, hospital: HospitalCode | None = None
    ) -> tuple[ProtocolVersion, ...]:
        """See ``CentreStore``."""
        found = self._protocols.values()
        return tuple(each for each in found if hospital in {None, each.hospital})
