"""Listings, enquiries and what comes of them. States and moves are in flow.py."""

from datetime import datetime
from urllib.parse import urlencode

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from treadle.directory.models import Centre, Organisation, Per
from treadle.nomenclature.models import Code

from .deadlines import END_OF_DAY, moment_of
from .flow import EnquiryState, IntroductionState, InvitationState, ListingState

PERSON = settings.AUTH_USER_MODEL
# Incoterms 2020 of the International Chamber of Commerce: the abbreviations are the same in every language.
INCOTERMS = [(code, code) for code in "EXW FCA FAS FOB CFR CIF CPT CIP DAP DPU DDP".split()]


class Side(models.TextChoices):
    """Whether something is wanted or offered."""

    NEED = "need", _("Need")
    OFFER = "offer", _("Offer")


class Wanted(models.Model):
    """What listings and enquiries have in common: the thing wanted or offered, in words, codes and figures."""

    kind = models.CharField(_("Kind"), max_length=20)
    title = models.CharField(_("Title"), max_length=140)
    language = models.CharField(_("Language"), max_length=10, default="en")
    quantity = models.DecimalField(_("Quantity"), max_digits=14, decimal_places=3, null=True, blank=True)
    unit = models.CharField(_("Unit"), max_length=12, blank=True)
    per = models.CharField(_("Period"), max_length=10, choices=[("", _("in all")), *Per.choices], blank=True)
    batch = models.DecimalField(_("Batch"), max_digits=14, decimal_places=3, null=True, blank=True)
    batch_unit = models.CharField(_("Unit of the batch"), max_length=12, blank=True)
    lead_time_days = models.PositiveSmallIntegerField(_("Lead time in days"), null=True, blank=True)
    certificates = models.JSONField(_("Certificates"), default=list, blank=True)
    countries = models.JSONField(_("Countries"), default=list, blank=True)
    details = models.JSONField(default=dict, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")

    class Meta:
        abstract = True
        constraints = (
            models.CheckConstraint(
                condition=Q(quantity=None) | ~Q(unit="") | Q(state__in=("draft", "returned", "withdrawn")),
                name="%(class)s_quantity_has_unit",
            ),
        )

    def __str__(self) -> str:
        return self.title or str(_("Untitled draft"))


class Listing(Wanted):
    """A need or offer that is published: the summary for everybody, the detail after consent."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="listings")
    centre = models.ForeignKey(Centre, models.PROTECT, related_name="listings")
    side = models.CharField(max_length=5, choices=Side)
    summary = models.TextField(_("Summary for everybody"), max_length=1200)
    detail = models.TextField(_("Detail after your consent"), max_length=8000, blank=True)
    codes = models.ManyToManyField(Code, related_name="listings", blank=True)
    state = models.CharField(max_length=12, choices=ListingState, default=ListingState.DRAFT, db_index=True)
    submitted_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    expires_on = models.DateField(_("Shown until"), null=True, blank=True)
    returned_reason = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True)

    class Meta(Wanted.Meta):
        ordering = ("-published_at", "-pk")
        constraints = (  # type: ignore[assignment]
            *Wanted.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(state="published") | (Q(published_at__isnull=False) & Q(expires_on__isnull=False)),
                name="published_has_dates",
            ),
        )

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("exchange:listing", args=[self.pk])


class Enquiry(Wanted):
    """A need brought to a centre's desk to be matched."""

    number = models.CharField(max_length=20, unique=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="enquiries")
    centre = models.ForeignKey(Centre, models.PROTECT, related_name="enquiries")
    officer = models.ForeignKey(PERSON, models.SET_NULL, null=True, blank=True, related_name="cases")
    listing = models.ForeignKey(Listing, models.SET_NULL, null=True, blank=True, related_name="enquiries")
    phoned_by = models.CharField(_("Who called"), max_length=200, blank=True)
    text = models.TextField(_("What you need"), max_length=8000, blank=True)
    codes = models.ManyToManyField(Code, related_name="enquiries", blank=True)
    least = models.DecimalField(_("Least from one supplier"), max_digits=14, decimal_places=3, null=True, blank=True)
    certificates_required = models.BooleanField(_("Without them, no match"), default=False)
    countries_required = models.BooleanField(_("Only these countries"), default=False)
    languages = models.JSONField(_("Languages of the answer"), default=list, blank=True)
    needed_until = models.DateField(_("Needed until"), null=True, blank=True)
    answer_by = models.DateField(_("Answers wanted by"), null=True, blank=True)
    answer_at = models.TimeField(_("At what time?"), default=END_OF_DAY)
    zone = models.CharField(_("In which time zone?"), max_length=40, blank=True)  # "" is the installation's
    place = models.CharField(_("Place of delivery"), max_length=200, blank=True)
    incoterm = models.CharField(_("Delivery terms"), max_length=3, choices=INCOTERMS, blank=True)
    payment = models.CharField(_("Terms of payment"), max_length=300, blank=True)
    currency = models.CharField(_("Currency of the prices"), max_length=3, blank=True)
    confidential = models.BooleanField(_("Drawings only after a promise of confidentiality"), default=True)
    comparison = models.JSONField(default=dict, blank=True)  # what counts how much among quotations, and the currency they are put in
    weights = models.JSONField(default=dict, blank=True)  # by criterion, where this case differs from its kind
    answered = models.JSONField(default=list, blank=True)  # steps of the draft that were answered
    state = models.CharField(max_length=14, choices=EnquiryState, default=EnquiryState.DRAFT, db_index=True)
    submitted_at = models.DateTimeField(null=True)
    out_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    returned_reason = models.TextField(blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta(Wanted.Meta):
        ordering = ("-pk",)
        constraints = (  # type: ignore[assignment]
            *Wanted.Meta.constraints,
            models.CheckConstraint(condition=Q(least=None) | Q(quantity=None) | Q(least__lte=F("quantity")), name="least_within_quantity"),
        )

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("exchange:enquiry", args=[self.number])

    @property
    def deadline(self) -> datetime | None:
        """The moment until which answers are in time; None where no day was given."""
        return None if self.answer_by is None else moment_of(self.answer_by, self.answer_at, self.zone)

    @property
    def takes_answers(self) -> bool:
        """Whether it is out and the deadline has not passed."""
        return self.state == EnquiryState.OUT and self.deadline is not None and timezone.now() <= self.deadline


class Exclusion(models.Model):
    """An organisation an officer keeps out of a case, and why."""

    class Reason(models.TextChoices):
        """Why."""

        TAKEN = "taken", _("Its capacity is taken already")
        QUALITY = "quality", _("A quality complaint is on record")
        CLIENT = "client", _("The client asks not to invite it")
        RECORD = "record", _("Its record is not right")
        OTHER = "other", _("Another reason")

    enquiry = models.ForeignKey(Enquiry, models.CASCADE, related_name="exclusions")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    reason = models.CharField(_("Reason"), max_length=10, choices=Reason)
    note = models.CharField(_("Note"), max_length=300, blank=True)
    by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("enquiry", "organisation"), name="exclusion_once"),)

    def __str__(self) -> str:
        return str(self.organisation)


class NeverMatch(models.Model):
    """Two organisations that are not to be brought together, in neither direction, because one of them asks so."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="never_matches")
    other = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    note = models.CharField(_("Note"), max_length=300, blank=True)
    by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(fields=("organisation", "other"), name="never_once"),
            models.CheckConstraint(condition=~Q(organisation=F("other")), name="never_another"),
        )

    def __str__(self) -> str:
        return str(self.other)


class Invitation(models.Model):
    """One organisation asked to answer an enquiry, and its answer."""

    class Decline(models.TextChoices):
        """Why a supplier will not quote."""

        CAPACITY = "capacity", _("No free capacity")
        PROCESS = "process", _("Not our process")
        PRICE = "price", _("The price would not be right")
        TIME = "time", _("Not enough time")
        QUANTITY = "quantity", _("Quantity too small or too large")
        OTHER = "other", _("Another reason")

    enquiry = models.ForeignKey(Enquiry, models.CASCADE, related_name="invitations")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="invitations")
    state = models.CharField(max_length=12, choices=InvitationState, default=InvitationState.PREPARED, db_index=True)
    language = models.CharField(max_length=10, default="en")
    by_hand = models.BooleanField(default=False)
    score = models.PositiveSmallIntegerField(null=True)
    reasons = models.JSONField(default=list)
    message = models.TextField(_("A word of your own"), max_length=1000, blank=True)
    chosen_by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    note = models.TextField(_("Remarks"), max_length=4000, blank=True)
    decline_reason = models.CharField(_("Reason"), max_length=10, choices=Decline, blank=True)
    centre = models.ForeignKey(Centre, models.PROTECT, null=True, blank=True, related_name="+")  # whose officer asks
    confidential_at = models.DateTimeField(null=True)  # when confidentiality was promised
    confidential_by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    shortlisted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-score", "pk")
        constraints = (
            models.UniqueConstraint(fields=("enquiry", "organisation"), name="invitation_once"),
            models.CheckConstraint(condition=~Q(state="declined") | ~Q(decline_reason=""), name="declined_has_reason"),
        )

    def __str__(self) -> str:
        return f"{self.enquiry.number} → {self.organisation}"

    def get_absolute_url(self) -> str:
        """Where the invited organisation answers."""
        return reverse("exchange:invitation", args=[self.pk])


class Introduction(models.Model):
    """Two willing sides know each other's contact details from here on, and nobody else does."""

    invitation = models.OneToOneField(Invitation, models.PROTECT, related_name="introduction")
    state = models.CharField(max_length=12, choices=IntroductionState, default=IntroductionState.OPEN)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ("-made_at",)

    def __str__(self) -> str:
        return f"{self.invitation.enquiry.organisation} ↔ {self.invitation.organisation}"

    def get_absolute_url(self) -> str:
        """Page with the contacts of both sides."""
        return reverse("exchange:introduction", args=[self.pk])


class Report(models.Model):
    """What one side says came of an introduction. Both are kept; where they disagree, that is kept too."""

    class Party(models.TextChoices):
        """Which side reports."""

        BUYER = "buyer", _("Buyer")
        SUPPLIER = "supplier", _("Supplier")

    class Result(models.TextChoices):
        """What came of it."""

        CONTRACT = "contract", _("A contract or order")
        TALKING = "talking", _("We are still talking")
        NOTHING = "nothing", _("Nothing came of it")

    introduction = models.ForeignKey(Introduction, models.CASCADE, related_name="reports")
    party = models.CharField(max_length=10, choices=Party)
    result = models.CharField(_("What came of it?"), max_length=10, choices=Result)
    value = models.DecimalField(_("Value"), max_digits=16, decimal_places=3, null=True, blank=True)
    currency = models.CharField(_("Currency"), max_length=3, blank=True)
    starts_on = models.DateField(_("Start"), null=True, blank=True)
    is_repeat = models.BooleanField(_("It is to be repeated"), default=False)
    jobs = models.PositiveIntegerField(_("Jobs created"), null=True, blank=True)
    note = models.TextField(_("Remarks"), max_length=2000, blank=True)
    by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("introduction", "party"), name="report_once"),
            models.CheckConstraint(condition=~Q(result="contract") | (Q(value__isnull=False) & ~Q(currency="")), name="contract_has_value"),
        )

    def __str__(self) -> str:
        return f"{self.get_party_display()}: {self.get_result_display()}"


class Learnt(models.Model):
    """Weights that were learnt from past cases of a kind; in force only once an officer at the head office has said so."""

    class State(models.TextChoices):
        """What became of it."""

        PROPOSED = "proposed", _("Proposed")
        IN_FORCE = "in_force", _("In force")
        REPLACED = "replaced", _("Replaced")
        DECLINED = "declined", pgettext_lazy("weights", "Declined")

    kind = models.CharField(_("Kind"), max_length=20)
    before = models.JSONField()  # weights by criterion
    after = models.JSONField()
    right_before = models.FloatField()  # share of pairs of cases kept back that come out in the order in which they went
    right_after = models.FloatField()
    cases = models.PositiveIntegerField()
    pairs = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    made_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-pk",)
        constraints = (models.UniqueConstraint(fields=("kind",), condition=Q(state="in_force"), name="one_in_force"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.made_at:%Y-%m-%d}"

    @property
    def before_percent(self) -> int:
        """Pairs in the right order with the weights before, in percent."""
        return round(100 * self.right_before)

    @property
    def after_percent(self) -> int:
        """Pairs in the right order with the weights after, in percent."""
        return round(100 * self.right_after)


class Note(models.Model):
    """What officers tell each other about a case; nobody else reads it."""

    enquiry = models.ForeignKey(Enquiry, models.CASCADE, related_name="notes")
    text = models.TextField(_("Note"), max_length=4000)
    by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.text[:60]


class SavedSearch(models.Model):
    """A search somebody keeps, and how they want to be told of what is new to it."""

    class What(models.TextChoices):
        """What is searched for."""

        NEED = "need", _("Needs")
        OFFER = "offer", _("Offers")
        ORGANISATION = "organisation", _("Organisations")

    class Tell(models.TextChoices):
        """When to tell of what is new; the values are those of how notices are delivered."""

        INSTANT = "instant", _("At once")
        DAILY = "daily", _("Once a day")
        WEEKLY = "weekly", _("Once a week")
        OFF = "off", _("Never: only keep it")

    person = models.ForeignKey(PERSON, models.CASCADE, related_name="searches")
    title = models.CharField(_("Name of the search"), max_length=120)
    what = models.CharField(max_length=12, choices=What)
    wanted = models.JSONField(default=dict)  # filters by name, as in the address of the list
    text = models.TextField(blank=True)  # where things like one are sought: what that one said
    language = models.CharField(max_length=10, blank=True)
    codes = models.JSONField(default=list, blank=True)
    source = models.BigIntegerField(default=0)  # the one that things like are sought, which is no news itself; 0 for a search by filters
    digest = models.CharField(max_length=32, editable=False)  # of what is searched for: the same search is kept once
    delivery = models.CharField(_("Tell me of new ones"), max_length=10, choices=Tell, default=Tell.DAILY)
    made_at = models.DateTimeField(auto_now_add=True)
    found_at = models.DateTimeField(null=True)
    found = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-pk",)
        constraints = (models.UniqueConstraint(fields=("person", "digest"), name="search_once"),)

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"  # the log of events is read by others: the title is not for them

    def get_absolute_url(self) -> str:
        """What it finds now."""
        page = {"need": "exchange:needs", "offer": "exchange:offers", "organisation": "directory:index"}[self.what]
        return reverse(page) + "?" + urlencode(self.wanted) if self.wanted else reverse("exchange:search", args=[self.pk])


# Requests for quotation are in a file of their own; Django looks for models here.
from .followed import FollowUp  # noqa: E402, F401
from .quoted import Award, Item, Line, NotChosen, Question, Quotation, Referral  # noqa: E402, F401
