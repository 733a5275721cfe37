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


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A listing: a published need or offer of one of the bodies, in the words of its owner."""

    by: str  # Body.name
    side: str  # need, offer
    kind: str  # capacity, speciality, supply, technology, environment, partnership
    title: str
    summary: str  # public; names nobody
    detail: str = ""  # shown after consent
    lang: str
    isic: tuple[str, ...] = ()
    cpv: tuple[str, ...] = ()
    hs: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    quantity: tuple[float, str, str] | None = None  # amount, unit, per ("", day, week, month, year)
    certificates: tuple[str, ...] = ()
    lead_time_days: int | None = None
    published_days_ago: int = 20
    state: str = "published"  # draft, submitted, returned, published, closed, withdrawn
    reason: str = ""  # why it was returned, in the officer's words


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An enquiry brought to a desk, with the point it has reached."""

    by: str  # Body.name of the buyer
    kind: str
    title: str
    text: str
    lang: str
    isic: tuple[str, ...] = ()
    cpv: tuple[str, ...] = ()
    hs: tuple[str, ...] = ()
    quantity: tuple[float, str, str] | None = None
    least: float | None = None  # in the unit of quantity
    batch: tuple[float, str] | None = None
    certificates: tuple[str, ...] = ()
    certificates_required: bool = False
    countries: tuple[str, ...] = ()
    countries_required: bool = False
    languages: tuple[str, ...] = ()
    lead_time_days: int | None = None
    answer_in_days: int = 14
    submitted_days_ago: int = 6
    state: str = "in_review"  # draft, submitted, in_review, returned, approved, out, closed, concluded, not_concluded, withdrawn
    returned_because: str = ""
    quote_note: str = ""  # what a supplier writes with a quotation
    decline_note: str = ""  # what a supplier writes when declining
    outcome: tuple[float, str] | None = None  # value, currency, when concluded
    disputed: str = ""  # what the supplier says instead, when the two sides disagree on the outcome
