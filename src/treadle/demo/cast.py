"""Who can sign in to the demonstration."""

from dataclasses import dataclass

PASSWORD = "warp-and-weft-2026"  # noqa: S105 -- the demonstration's, printed at its start


@dataclass(frozen=True, slots=True)
class Member:
    """One person of the cast: ``at`` is the organisation, ``role`` the membership or post there."""

    name: str
    email: str
    language: str
    at: str
    role: str
    what: str


CAST = (
    Member("Amina", "amina@example.org", "fr", "Teinturerie Lazaward", "owner", "owner of a dyeing workshop in Fès"),
    Member("Bai", "bai@example.org", "fr", "Teinturerie Lazaward", "reader", "her colleague, reads only"),
    Member("Carlos", "carlos@example.org", "en", "Ostermeer Knitwear", "owner", "buyer at a knitwear maker in Ghent"),
    Member("Dara", "dara@example.org", "en", "Subcontracting Exchange of Fès", "officer", "officer at the exchange of Fès"),
    Member("Efua", "efua@example.org", "fr", "Union Wend-Panga", "owner", "runs a women's union of food processors"),
    Member("Farid", "farid@example.org", "en", "Network of Subcontracting Exchanges", "head", "head of the network"),
    Member("Grace", "grace@example.org", "en", "Network of Subcontracting Exchanges", "officer", "civil-society desk at the head office"),
    Member("Hugo", "hugo@example.org", "es", "", "", "developer at a national chamber, new here"),
)
