"""What a demonstration record says, before it becomes rows: plain data that the builders turn into actions."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Able:
    """One capability as its owner would write it. ``installed`` and ``used`` share ``unit`` per month."""

    text: str
    kind: str = "process"  # product, process, service, expertise
    isic: tuple[str, ...] = ()  # ISIC Rev.4 classes or groups
    cpv: tuple[str, ...] = ()  # eight digits
    hs: tuple[str, ...] = ()  # chapters, two digits
    materials: str = ""
    dimensions: str = ""
    tolerance: str = ""
    unit: str = ""  # h, t, kg, pcs, m, m2, m3, l
    installed: float | None = None
    used: float | None = None
    batch: tuple[float, float] | None = None
    batch_unit: str = ""
    lead_time_days: int | None = None
    stated_days_ago: int = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Cert:
    """A certificate: the standard, its body and scope, months since issue and until expiry (negative: expired)."""

    standard: str
    body: str = ""
    scope: str = ""
    issued_months_ago: int = 18
    expires_in_months: int | None = 18
    seen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An organisation. Texts are in ``lang``, as such an organisation would write them, gaps and slips included."""

    name: str
    kind: str = "enterprise"  # enterprise, cso, institution, investor, public_body
    also: str = ""  # name in another script or language
    also_lang: str = ""
    country: str
    town: str
    latitude: float | None = None
    longitude: float | None = None
    lang: str  # en, fr, es, ar, pt, vi
    about: str = ""
    founded: int | None = None
    employees: int | None = None
    women: int | None = None
    languages: tuple[str, ...] = ()
    markets: tuple[str, ...] = ()
    identifier: tuple[str, str] | None = None  # (org-id list, number)
    website: str = ""
    person: str = ""  # contact's name
    role: str = ""  # contact's role in their language
    able: tuple[Able, ...] = ()
    certs: tuple[Cert, ...] = ()
    units: tuple["Body", ...] = ()  # member units of a union, with nothing but a name and a trade
    confirmed_days_ago: int = 90
    tags: tuple[str, ...] = field(default_factory=tuple)
