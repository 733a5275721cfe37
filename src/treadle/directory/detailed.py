"""What is asked of civil-society organisations, and what investors and companies look for."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from treadle.kit.texts import comma
from treadle.nomenclature.models import Code


class CsoType(models.TextChoices):
    """Whom a civil-society organisation is there for."""

    MEMBERS = "members", _("For its members: membership-based or self-help")
    OTHERS = "others", _("For third parties")


class CsoKind(models.TextChoices):
    """What kind of civil-society organisation it is."""

    INDUSTRY = "industry", _("Industry and business organisation")
    CHAMBER = "chamber", _("Chamber of commerce and industry")
    PROFESSIONAL = "professional", _("Professional association")
    TECHNOLOGY = "technology", _("Technology association")
    COOPERATIVE = "cooperative", _("Cooperative")
    ENVIRONMENT = "environment", _("Specialised on the environment")
    WOMEN = "women", _("Specialised on women")
    INFORMATION = "information", _("Specialised on information")
    STANDARDS = "standards", _("Specialised on standardisation")
    UNION = "union", _("Trade or consumer union")
    DEVELOPMENT = "development", _("Development organisation")
    FOUNDATION = "foundation", _("Foundation")
    RESEARCH = "research", _("Research and development institution")
    UNIVERSITY = "university", _("University")
    PUBLIC_INTEREST = "public_interest", _("Public-interest organisation")


class Cooperation(models.TextChoices):
    """In which field it would like to cooperate."""

    AGRO = "agro", _("Agro-industry")
    CLUSTERS = "clusters", _("Cluster development")
    WOMEN = "women", _("Rural and women entrepreneurs")
    YOUTH = "youth", _("Productive work for youth")
    SMALL = "small", _("Micro, small and medium enterprises")
    INVESTMENT = "investment", _("Investment promotion and technology transfer")
    QUALITY = "quality", _("Quality and standardisation")
    ENERGY = "energy", _("Renewable energy")
    ENVIRONMENT = "environment", _("Environment")


class Reach(models.TextChoices):
    """How far it works."""

    NATIONAL = "national", pgettext_lazy("reach", "National")
    SUBREGIONAL = "subregional", pgettext_lazy("reach", "Subregional")
    REGIONAL = "regional", pgettext_lazy("reach", "Regional")
    INTERNATIONAL = "international", pgettext_lazy("reach", "International")


class Society(models.Model):
    """A civil-society organisation as such: for whom it is there, of what kind, in which fields."""

    organisation = models.OneToOneField("Organisation", models.CASCADE, related_name="society")
    acronym = models.CharField(_("Acronym"), max_length=40, blank=True)
    type = models.CharField(_("Whom is it there for?"), max_length=8, choices=CsoType)
    kinds = models.JSONField(_("What kind of organisation is it?"), default=list, blank=True)
    fields = models.JSONField(_("Fields of cooperation"), default=list, blank=True)
    reach = models.CharField(_("How far it works"), max_length=14, choices=Reach, blank=True)
    members = models.PositiveIntegerField(_("Members or affiliates"), null=True, blank=True)
    services = models.TextField(_("Services to members"), max_length=2000, blank=True)
    reaches_informal = models.BooleanField(_("Reaches the informal sector"), null=True, blank=True)

    def __str__(self) -> str:
        return self.acronym or str(self.get_type_display())


class Sought(models.TextChoices):
    """What kind of cooperation an investor or company looks for."""

    EQUITY = "equity", _("Equity or joint venture")
    LOAN = "loan", _("Loan")
    TECHNOLOGY = "technology", _("Technology or licence")
    EQUIPMENT = "equipment", _("Equipment")
    MANAGEMENT = "management", _("Management")
    MARKET = "market", _("Access to markets")
    BUY_BACK = "buy_back", _("Buy-back of the product")
    TRAINING = "training", _("Training")
    SUBCONTRACTING = "subcontracting", _("Subcontracting")


class Interest(models.Model):
    """What an investor, or a company that would like to cooperate, looks for."""

    organisation = models.ForeignKey("Organisation", models.CASCADE, related_name="interests")
    text = models.TextField(_("What do you look for?"), max_length=2000)
    language = models.CharField(_("Language"), max_length=10, blank=True)
    sought = models.JSONField(_("Kinds of cooperation"), default=list)
    countries = models.JSONField(_("Countries of interest"), default=list, blank=True)
    codes = models.ManyToManyField(Code, related_name="interests", blank=True)
    least = models.DecimalField(_("From"), max_digits=16, decimal_places=2, null=True, blank=True)
    most = models.DecimalField(_("To"), max_digits=16, decimal_places=2, null=True, blank=True)
    currency = models.CharField(_("Currency"), max_length=3, blank=True)
    talked_on = models.DateField(_("Last talked with on"), null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(condition=Q(least=None) | Q(most=None) | Q(least__lte=F("most")), name="interest_range"),
            models.CheckConstraint(condition=Q(least=None, most=None) | ~Q(currency=""), name="interest_has_currency"),
        )

    def __str__(self) -> str:
        return self.text[:80]


class Tag(models.Model):
    """A word that a centre's staff put on records, to find them again; nobody else sees it."""

    centre = models.ForeignKey("Centre", models.CASCADE, related_name="tags")
    word = models.CharField(max_length=40)
    organisations: Any = models.ManyToManyField("Organisation", related_name="tags", blank=True)

    class Meta:
        ordering = ("word",)
        constraints = (models.UniqueConstraint(fields=("centre", "word"), name="tag_once"),)

    def __str__(self) -> str:
        return self.word


def _words(choices: type[models.TextChoices], keys: Iterable[str]) -> str:
    return comma().join(str(choices(key).label) for key in keys if key in choices.values)


def details(organisation: Any) -> dict[str, Any]:
    """What a page says of an organisation as a civil-society organisation, and what it looks for, in the reader's language."""
    try:
        society = organisation.society
    except ObjectDoesNotExist:
        society = None
    said = {"kinds": _words(CsoKind, society.kinds), "fields": _words(Cooperation, society.fields)} if society else {}
    return {"society": said, "interests": [(each, _words(Sought, each.sought)) for each in organisation.interests.all()]}
