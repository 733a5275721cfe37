"""Organisations and what belongs to them."""

from datetime import date
from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from treadle.kit.translated import TranslatedField
from treadle.kit.workdays import Calendar
from treadle.kit.zones import zone_of, zone_of_country
from treadle.nomenclature.models import Code, Country


class Kind(models.TextChoices):
    """What kinds of body an organisation is."""

    ENTERPRISE = "enterprise", _("Enterprise")
    CSO = "cso", _("Civil-society organisation")
    INSTITUTION = "institution", _("Institution")
    INVESTOR = "investor", _("Investor")
    PUBLIC_BODY = "public_body", _("Public body")
    CENTRE = "centre", _("Centre")


class Organisation(models.Model):
    """Any body on record. ``stated`` says for each field where its value came from and when, ``sections`` when each part was last said to
    be right, ``visibility`` who sees a field where that is not as usual."""

    class Ownership(models.TextChoices):
        """Whose it is."""

        LOCAL = "local", _("Owned in its country")
        FOREIGN = "foreign", _("Owned abroad")
        MIXED = "mixed", _("Owned in its country and abroad")
        STATE = "state", _("Owned by the state")

    class State(models.TextChoices):
        """Whether the public sees it."""

        DRAFT = "draft", _("Draft")
        PUBLIC = "public", _("Public")
        CLOSED = "closed", _("Closed")
        MERGED = "merged", _("Merged into another")

    name = models.CharField(_("Name"), max_length=200)
    about = TranslatedField(verbose_name=_("What you do"))
    country = models.ForeignKey(Country, models.PROTECT, related_name="+", verbose_name=_("Country"))
    town = models.CharField(_("Town"), max_length=120, blank=True)
    founded = models.PositiveSmallIntegerField(_("Founded"), null=True, blank=True)
    employees = models.PositiveIntegerField(_("People"), null=True, blank=True)
    women = models.PositiveIntegerField(_("of whom women"), null=True, blank=True)
    languages = models.JSONField(_("Languages you write"), default=list, blank=True)
    markets = models.JSONField(_("Countries you serve"), default=list, blank=True)
    website = models.URLField(_("Website"), max_length=300, blank=True)
    ownership = models.CharField(_("Who owns it"), max_length=8, choices=Ownership, blank=True)
    women_led = models.BooleanField(_("Led by women"), null=True, blank=True)
    turnover = models.DecimalField(_("Turnover of a year"), max_digits=16, decimal_places=2, null=True, blank=True)
    turnover_currency = models.CharField(_("Currency"), max_length=3, blank=True)
    turnover_year = models.PositiveSmallIntegerField(_("of the year"), null=True, blank=True)
    export_share = models.PositiveSmallIntegerField(_("Share of exports, in percent"), null=True, blank=True)
    parent = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="units")
    merged_into = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="merged")
    centre = models.ForeignKey("Centre", models.PROTECT, null=True, blank=True, related_name="served")
    officer = models.ForeignKey("Person", models.SET_NULL, null=True, blank=True, related_name="+")  # in whose care it is at its centre
    state = models.CharField(max_length=10, choices=State, default=State.PUBLIC)
    confirmed_on = models.DateField(null=True, blank=True)  # the oldest of its sections
    sections = models.JSONField(default=dict, blank=True)
    visibility = models.JSONField(default=dict, blank=True)
    checked_on = models.DateField(null=True, blank=True)
    checked_by = models.ForeignKey("Centre", models.SET_NULL, null=True, blank=True, related_name="+")
    stated = models.JSONField(default=dict, blank=True)
    profile_revision = models.BigIntegerField(default=0, db_index=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)

    history = HistoricalRecords(excluded_fields=["profile_revision"])

    class Meta:
        ordering = ("name",)
        constraints = (
            models.CheckConstraint(
                condition=Q(women=None) | Q(employees=None) | Q(women__lte=F("employees")), name="women_within_employees"
            ),
            models.CheckConstraint(condition=Q(turnover=None) | ~Q(turnover_currency=""), name="turnover_has_currency"),
            models.CheckConstraint(condition=Q(export_share=None) | Q(export_share__lte=100), name="export_share_in_percent"),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("directory:organisation", args=[self.pk])


class OrganisationKind(models.Model):
    """One kind of an organisation; an organisation has one or more."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="kinds")
    kind = models.CharField(max_length=20, choices=Kind, db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("organisation", "kind"), name="kind_once"),)

    def __str__(self) -> str:
        return self.get_kind_display()


class Name(models.Model):
    """Another name: the legal one, the trading one, one in another script, a former one."""

    class Sort(models.TextChoices):
        """What the name is."""

        LEGAL = "legal", _("Legal name")
        TRADING = "trading", _("Trading name")
        SCRIPT = "script", _("In another script or language")
        FORMER = "former", _("Former name")

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="names")
    sort = models.CharField(_("Kind of name"), max_length=10, choices=Sort)
    text = models.CharField(_("Name"), max_length=200)
    language = models.CharField(_("Language"), max_length=10, blank=True)

    class Meta:
        ordering = ("sort", "text")

    def __str__(self) -> str:
        return self.text


class Identifier(models.Model):
    """A number in a register, after org-id: the code of the list and the number in it."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="identifiers")
    scheme = models.CharField(_("Register"), max_length=20, help_text=_("Code of the register after org-id, such as MA-ICE"))
    number = models.CharField(_("Number"), max_length=60)

    class Meta:
        ordering = ("scheme", "number")
        constraints = (models.UniqueConstraint(fields=("scheme", "number"), name="identifier_once"),)

    def __str__(self) -> str:
        return f"{self.scheme}-{self.number}"


class Site(models.Model):
    """A place where the organisation works. The street is shown after an introduction only."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="sites")
    name = models.CharField(_("Name of the site"), max_length=120, blank=True)
    street = models.CharField(_("Street and number"), max_length=200, blank=True)
    town = models.CharField(_("Town"), max_length=120)
    postcode = models.CharField(_("Postcode"), max_length=20, blank=True)
    country = models.ForeignKey(Country, models.PROTECT, related_name="+", verbose_name=_("Country"))
    latitude = models.FloatField(_("Latitude"), null=True, blank=True)
    longitude = models.FloatField(_("Longitude"), null=True, blank=True)
    is_main = models.BooleanField(_("Main site"), default=False)

    class Meta:
        ordering = ("-is_main", "town", "pk")
        indexes = (models.Index(fields=("latitude", "longitude"), name="site_place"), models.Index(Upper("town"), name="site_town"))
        constraints = (
            models.CheckConstraint(condition=Q(latitude=None) | Q(latitude__range=(-90, 90)), name="latitude_range"),
            models.CheckConstraint(condition=Q(longitude=None) | Q(longitude__range=(-180, 180)), name="longitude_range"),
        )

    def __str__(self) -> str:
        return self.name or self.town or str(self.country)


class Contact(models.Model):
    """Who speaks for the organisation. Shown after an introduction to the two sides, and to the organisation and its centre."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="contacts")
    name = models.CharField(_("Name"), max_length=120)
    role = models.CharField(_("Role"), max_length=120, blank=True)
    email = models.EmailField(_("E-mail"), blank=True)
    phone = models.CharField(_("Telephone"), max_length=40, blank=True)
    languages = models.JSONField(_("Languages"), default=list, blank=True)
    is_first = models.BooleanField(_("First to write to"), default=False)

    class Meta:
        ordering = ("-is_first", "name")

    def __str__(self) -> str:
        return self.name


class Per(models.TextChoices):
    """The period of a rate."""

    DAY = "day", _("a day")
    WEEK = "week", _("a week")
    MONTH = "month", _("a month")
    YEAR = "year", _("a year")


class Capability(models.Model):
    """Something the organisation can do or supply. Free capacity is installed less used; what is not stated stays unknown.

    ``suggested`` names those of its codes that the machine proposed and nobody has confirmed.
    """

    class Sort(models.TextChoices):
        """What is offered."""

        PROCESS = "process", _("Process")
        PRODUCT = "product", _("Product")
        SERVICE = "service", _("Service")
        EXPERTISE = "expertise", _("Expertise")

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="capabilities")
    sort = models.CharField(_("What is it?"), max_length=10, choices=Sort, default=Sort.PROCESS)
    text = models.TextField(_("In your words"), max_length=4000)
    language = models.CharField(_("Language"), max_length=10, blank=True)
    codes = models.ManyToManyField(Code, related_name="capabilities", blank=True)
    materials = models.CharField(_("Materials"), max_length=300, blank=True)
    dimensions = models.CharField(_("Dimensions"), max_length=200, blank=True)
    tolerance = models.CharField(_("Tolerance"), max_length=100, blank=True)
    unit = models.CharField(_("Unit"), max_length=12, blank=True)
    per = models.CharField(_("Period"), max_length=10, choices=Per, default=Per.MONTH)
    installed = models.DecimalField(_("Installed"), max_digits=14, decimal_places=3, null=True, blank=True)
    used = models.DecimalField(_("Used"), max_digits=14, decimal_places=3, null=True, blank=True)
    batch_least = models.DecimalField(_("Smallest batch"), max_digits=14, decimal_places=3, null=True, blank=True)
    batch_most = models.DecimalField(_("Largest batch"), max_digits=14, decimal_places=3, null=True, blank=True)
    batch_unit = models.CharField(_("Unit of the batch"), max_length=12, blank=True)
    lead_time_days = models.PositiveSmallIntegerField(_("Lead time in days"), null=True, blank=True)
    minimum_order = models.CharField(_("Minimum order"), max_length=100, blank=True)
    stated_on = models.DateField(default=timezone.localdate)
    stated_by = models.CharField(max_length=10, default="owner")
    suggested = models.JSONField(default=list, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(condition=Q(used=None) | Q(installed=None) | Q(used__lte=F("installed")), name="used_within_installed"),
            models.CheckConstraint(condition=Q(installed=None) | ~Q(unit=""), name="capacity_has_unit"),
            models.CheckConstraint(
                condition=Q(batch_least=None) | Q(batch_most=None) | Q(batch_least__lte=F("batch_most")), name="batch_range"
            ),
        )

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def free(self) -> Decimal | None:
        """Free capacity in ``unit`` a ``per``; None when either figure is unknown."""
        return None if self.installed is None or self.used is None else self.installed - self.used


def week_end() -> list[int]:
    """Saturday and Sunday, until a centre says otherwise."""
    return [5, 6]


class Centre(models.Model):
    """An office that serves a territory. The head office is a centre too."""

    class Sort(models.TextChoices):
        """What kind of office."""

        SPX = "spx", _("Subcontracting and partnership exchange")
        ITPO = "itpo", _("Investment and technology promotion office")
        BIN = "bin", _("Business information network")
        NCPC = "ncpc", _("Cleaner production centre")
        HEAD = "head", _("Head office")

    organisation = models.OneToOneField(Organisation, models.PROTECT, related_name="as_centre")
    sort = models.CharField(max_length=10, choices=Sort)
    territory = models.ManyToManyField(Country, related_name="centres", blank=True)
    rest_days = models.JSONField(default=week_end)  # Monday is 0
    holidays = models.JSONField(default=dict, blank=True)  # what is celebrated by the day, as ISO text
    zone = models.CharField(_("Time zone"), max_length=40, blank=True)

    class Meta:
        ordering = ("organisation__name",)

    def __str__(self) -> str:
        return self.organisation.name

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("directory:centre", args=[self.pk])

    @property
    def calendar(self) -> Calendar:
        """Its working days, in its own time."""
        zone = self.zone or zone_of_country(self.organisation.country_id)
        return Calendar(frozenset(self.rest_days), frozenset(map(date.fromisoformat, self.holidays)), zone_of(zone))


# People are in a file of their own; Django looks for models here.
from .people import JoinRequest, MemberInvitation, Membership, Person, Staff  # noqa: E402

__all__ = [
    "Capability", "Centre", "Contact", "Evidence", "Identifier", "JoinRequest", "Kind", "MemberInvitation", "Membership",
    "Name", "Organisation", "OrganisationKind", "Per", "Person", "Site", "Staff",
]  # fmt: skip
from .claimed import Claim, Register, RegisterEntry  # noqa: E402, F401
from .detailed import Interest, Society, Tag  # noqa: E402, F401
from .evidenced import Evidence  # noqa: E402
from .imported import Departed, ImportBatch, ImportRow, ImportRowKey, KnownColumn, RecordKey  # noqa: E402, F401
from .letters import Letter, LetterCopy, OptOut  # noqa: E402, F401
from .merged import DuplicatePair, LinkageWeights, Merge  # noqa: E402, F401
from .screened import Hit, Listed, Screened, WatchList  # noqa: E402, F401
from .stored import StoredEntry, StoredState, StoredToken  # noqa: E402, F401
