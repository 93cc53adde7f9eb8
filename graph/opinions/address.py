"""Where a model is asked: an OpenAI-compatible address that the person gave, a model's name, a key."""

from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from graph.errors import UnfitSetting

PATH: Final = "/chat/completions"
LONGEST: Final = 2_000


@dataclass(frozen=True, slots=True)
class Address:
    """A place to ask, taken apart; the key is never shown."""

    secure: bool
    host: str
    port: int | None
    path: str
    model: str
    key: str | None = field(default=None, repr=False)

    @property
    def place(self) -> str:
        """The host, with its port where one was given."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}" if self.port else host


def address(url: str | None, model: str | None, key: str | None = None) -> Address:
    """The address of `url` ("https://host/v1"), to which the path of chat completions is added.

    Raises UnfitSetting for a setting that is missing, for what is no http address, and for a key that no
    header can carry.
    """
    for setting, value in (("llm_url", url), ("llm_model", model)):
        if not value or not value.strip():
            raise UnfitSetting(setting=setting, problem="missing")
    given, name = str(url).strip(), str(model).strip()
    try:
        parts = urlsplit(given)
        host, port = parts.hostname, parts.port
    except ValueError as bad:
        raise UnfitSetting(setting="llm_url", problem="no-address") from bad
    odd = any(ord(sign) < 33 or ord(sign) > 126 for sign in given)
    if parts.scheme not in ("http", "https") or not host or odd or len(given) > LONGEST:
        raise UnfitSetting(setting="llm_url", problem="no-address")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise UnfitSetting(setting="llm_url", problem="more-than-address")
    if key and any(ord(sign) < 33 or ord(sign) > 126 for sign in key):
        raise UnfitSetting(setting="SAMVERKAN_LLM_KEY", problem="odd-signs")
    path = parts.path.rstrip("/")
    whole = path if path.endswith(PATH) else path + PATH
    return Address(parts.scheme == "https", host, port, whole, name, key or None)
