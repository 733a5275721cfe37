"""A small network for tests: exchanges in Fès, Douala and Tunis, the head office; Amina, Bai, Carlos, Dara, Efua, Farid, Grace, Hugo."""

from dataclasses import dataclass

from treadle.demo import make
from treadle.directory.models import Centre, Organisation, Person
from treadle.nomenclature.models import Code, Unit

PASSWORD = "a password of tests"
SECRET_PHONE = "+212 600 111 222"
SECRET_MAIL = "amina.private@lazaward.example"
SECRET_STREET = "17 derb Sidi Ahmed"


def load_nomenclature() -> None:
    """ISIC Rev.4, upper CPV and HS, countries and units, if they are not there."""
    from treadle.nomenclature import loading, shipped
    from treadle.nomenclature.systems import BY_KEY

    if Unit.objects.exists() and Code.objects.filter(system__key="isic4", code="1313").exists():
        return
    shipped.load_places()
    for key in ("isic4", "hs2022", "cpv2008"):
        loading.load(BY_KEY[key], shipped.shipped_rows(BY_KEY[key]))
    loading.add_synonyms(shipped.synonym_lines())


def code(number: str, system: str = "isic4") -> Code:
    """A code on record."""
    return Code.objects.select_related("system").get(system__key=system, code=number)


@dataclass
class World:
    """Who and what there is."""

    amina: Person
    bai: Person
    carlos: Person
    dara: Person
    driss: Person
    efua: Person
    farid: Person
    grace: Person
    hugo: Person
    esther: Person
    ines: Person
    root: Person
    salma: Person
    lazaward: Organisation
    ostermeer: Organisation
    wend_panga: Organisation
    fes: Centre
    douala: Centre
    tunis: Centre
    head: Centre

    def everybody(self) -> dict[str, Person]:
        """The cast by name."""
        return {name: value for name, value in vars(self).items() if isinstance(value, Person)}


def build() -> World:
    """Make the network."""
    head = make.centre("Network of Exchanges", "head", country_code="AT", town="Vienna")
    fes = make.centre("Exchange of Fès", "spx", country_code="MA", territory=["MA", "TN"], town="Fès")
    douala = make.centre("Exchange of Douala", "spx", country_code="CM", territory=["CM", "BF"], town="Douala")
    tunis = make.centre("Exchange of Tunis", "spx", country_code="TN", territory=[], town="Tunis")
    people = {
        name: make.person(name.title(), email=f"{name}@example.org", language=language)
        for name, language in (
            ("amina", "fr"), ("bai", "fr"), ("carlos", "en"), ("dara", "en"), ("driss", "fr"), ("efua", "fr"), ("farid", "en"),
            ("grace", "en"), ("hugo", "es"), ("esther", "fr"), ("ines", "fr"), ("root", "en"), ("salma", "fr"),
        )
    }  # fmt: skip
    for person in people.values():
        person.set_password(PASSWORD)
        person.save()
    lazaward = dyer()
    ostermeer = make.organisation("Ostermeer Knitwear", country_code="BE", about="Knitwear maker", languages=["en", "fr"])
    ostermeer.centre = fes
    ostermeer.save(update_fields=["centre"])
    make.contact(ostermeer, "Carlos Private", "carlos.private@ostermeer.example", "+32 9 000 11 22")
    wend_panga = make.organisation("Union Wend-Panga", country_code="BF", kinds=["cso"], about="Transformation de mangues", lang="fr")
    make.member(people["amina"], lazaward, "owner")
    make.member(people["bai"], lazaward, "reader")
    make.member(people["ines"], lazaward, "editor")
    type(people["root"]).objects.filter(pk=people["root"].pk).update(is_superuser=True)
    people["root"].refresh_from_db()
    make.member(people["carlos"], ostermeer, "owner")
    make.member(people["efua"], wend_panga, "owner")
    make.staff(people["dara"], fes, "officer")
    make.staff(people["driss"], fes, "head")
    make.staff(people["esther"], douala, "officer")
    make.staff(people["salma"], tunis, "officer")
    make.staff(people["farid"], head, "head")
    make.staff(people["grace"], head, "officer")
    return World(**people, lazaward=lazaward, ostermeer=ostermeer, wend_panga=wend_panga, fes=fes, douala=douala, tunis=tunis, head=head)


def dyer(name: str = "Teinturerie Lazaward") -> Organisation:
    """A dyeing workshop with everything stated."""
    from datetime import timedelta

    from django.utils import timezone

    from treadle.directory import actions
    from treadle.directory.models import Site
    from treadle.nomenclature.models import Country

    made = make.organisation(
        name, about="Nous teignons des tricots de coton.", lang="fr", town="Fès", employees=34, women=15, languages=["fr", "ar"]
    )
    make.capability(
        made, "Teinture réactive de tricots de coton", codes=[code("1313")], language="fr", unit="t", per="month", installed=38,
        used=26, batch_least=250, batch_most=1000, batch_unit="kg", lead_time_days=18,
    )  # fmt: skip
    make.certificate(made, "GOTS", expires_on=timezone.localdate() + timedelta(days=300))
    make.contact(made, "Amina Private", SECRET_MAIL, SECRET_PHONE)
    site = Site(
        organisation=made, street=SECRET_STREET, town="Fès", country=Country.objects.get(pk="MA"), latitude=34.03, longitude=-5.0,
        is_main=True,
    )  # fmt: skip
    actions.save_part(by=None, part=site)
    return made
