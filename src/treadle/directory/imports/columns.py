"""What a column of a databank may be, and the headers by which it is recognised in the shipped languages and a few more."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from treadle.matching import fold


@dataclass(frozen=True, slots=True)
class Column:
    """``headers`` are spellings without accents and marks; ``example`` stands in the template; ``many`` may stand in several columns."""

    key: str
    label: str | Promise
    headers: str
    example: str = ""
    many: bool = False


COLUMNS = {
    column.key: column
    for column in (
        Column("record", _("Number of the record here"), "treadle|treadle number|record|record number|numero de fiche|fiche|registro|رقم السجل"),
        Column(
            "reference", _("Your own number"),
            "id|ref|reference|no|nr|number|code|code interne|numero|num|n|identifiant|referencia|codigo|codigo interno|الرقم|المرجع|رقم",
            "A-17",
        ),
        Column(
            "name", _("Name"),
            "name|company|company name|organisation|organization|organisation name|organization name|enterprise|firm|supplier|facility name|"
            "startup|startup name|nom|raison sociale|denomination|entreprise|societe|nom de lentreprise|nom de la societe|organisme|nombre|"
            "empresa|razon social|denominacion|nombre de la empresa|organizacion|nome|nome da empresa|designacao social|"
            "الاسم|اسم المؤسسة|اسم الشركة|المؤسسة|الشركة|المقاولة",
            "Atelier Zellij",
        ),
        Column(
            "legal_name", _("Legal name"), "legal name|registered name|nom legal|denomination sociale|nombre legal|nome legal|الاسم القانوني",
            "Zellij SARL",
        ),
        Column(
            "other_name", _("Other name or acronym"),
            "other name|trading name|trade name|acronym|abbreviation|alias|name in arabic|name in local language|nom commercial|sigle|enseigne|"
            "autre nom|nombre comercial|siglas|acronimo|otro nombre|nome fantasia|sigla|اسم آخر|الاسم التجاري|الاختصار",
            "زليج", many=True,
        ),
        Column(
            "kinds", _("Kind"),
            "kind|kinds|type|organisation type|organization type|category|nature|type dorganisation|categorie|tipo|tipo de organizacion|"
            "categoria|النوع|الصنف",
            "enterprise",
        ),
        Column("country", _("Country"), "country|countries|country code|country raw|country name|iso2|pays|code pays|pais|البلد|الدولة", "MA"),
        Column(
            "town", _("Town"),
            "town|city|place|location|locality|ville|localite|commune|ciudad|localidad|municipio|cidade|localizacao|localizacao hq|"
            "localizacao hq ilha|ilha|المدينة|البلدة",
            "Fès",
        ),
        Column(
            "street", _("Street or whole address"),
            "address|street|street address|full address|postal address|adresse|rue|adresse postale|direccion|domicilio|calle|endereco|morada|"
            "العنوان|الشارع",
            "12, rue des Potiers",
        ),
        Column("postcode", _("Postcode"), "postcode|postal code|zip|zip code|code postal|cp|codigo postal|الرمز البريدي", "30000"),
        Column("latitude", _("Latitude"), "latitude|lat|latitud|خط العرض", "34.033"),
        Column("longitude", _("Longitude"), "longitude|lon|lng|long|longitud|خط الطول", "-5.0"),
        Column(
            "website", _("Website"), "website|web|url|site|web site|homepage|site web|site internet|sitio web|pagina web|pagina|الموقع|موقع الويب",
            "www.zellij.example",
        ),
        Column(
            "contact", _("Contact person"),
            "contact|contact person|contact name|person|manager|director|personne de contact|nom du contact|responsable|gerant|directeur|"
            "contacto|persona de contacto|gerente|responsavel|contato|جهة الاتصال|المسؤول|المدير",
            "Amina Tazi",
        ),
        Column(
            "contact_role", _("Role of the contact"), "position|job title|role|function|fonction|poste|cargo|funcion|funcao|المنصب|الوظيفة",
            "Manager",
        ),
        Column(
            "email", _("E-mail"),
            "email|e mail|mail|email address|courriel|adresse email|adresse electronique|correo|correo electronico|البريد الالكتروني|البريد",
            "amina@zellij.example", many=True,
        ),
        Column(
            "phone", _("Telephone"),
            "phone|telephone|tel|phone number|mobile|gsm|portable|telefono|movil|celular|telefone|telemovel|الهاتف|رقم الهاتف|الجوال",
            "+212 535 000 111", many=True,
        ),
        Column(
            "about", _("What it does"),
            "about|description|profile|activity|activities|business|core business|presentation|descriptif|activite|activites|"
            "domaine dactivite|secteur|sector|sector of activity|descripcion|actividad|actividades|giro|ramo|descricao|atividade|"
            "الوصف|النشاط|القطاع|الأنشطة",
            "Hand-cut tiles and mosaics", many=True,
        ),
        Column(
            "capability", _("Product, process or service"),
            "capability|capabilities|products|product|product type|services|processes|process|products and services|produits|produit|"
            "procedes|savoir faire|produits et services|productos|producto|servicios|procesos|productos y servicios|produtos|servicos|"
            "المنتجات|الخدمات|القدرات",
            "Glazed tiles; mosaic panels", many=True,
        ),
        Column("codes", _("Codes"), "codes|codigos|isic4 code|classification code|الرموز", "isic4:2392"),
        Column("isic", _("ISIC code"), "isic|isic4|isic rev 4|citi|ciiu|ciiu rev 4", "2392"),
        Column("cpv", _("CPV code"), "cpv|cpv code|code cpv|codigo cpv", ""),
        Column("hs", _("HS code"), "hs|hs code|sh|code sh|sa|codigo sa|hs2022", ""),
        Column(
            "certificates", _("Certificates"),
            "certificates|certificate|certifications|certification|standards|quality|certificats|certificat|normes|labels|certificados|"
            "certificaciones|normas|certificacoes|الشهادات",
            "ISO 9001; GOTS",
        ),
        Column(
            "expires_on", _("Certificates valid until"), "valid until|expires|expiry|expiry date|date dexpiration|valable jusquau|vence|caducidad|"
            "validade|صالحة حتى|تاريخ الانتهاء", "2027-05-31",
        ),
        Column("founded", _("Founded in"), "founded|year founded|established|year established|year|annee de creation|creation|date de creation|"
               "fundada|ano de fundacion|fundacion|ano|سنة التأسيس", "1998"),
        Column(
            "employees", _("People working there"),
            "employees|staff|workforce|number of employees|number of workers|workers|headcount|people|effectif|effectifs|employes|salaries|"
            "nombre demployes|empleados|numero de empleados|trabajadores|plantilla|trabalhadores|funcionarios|عدد العمال|عدد الأجراء|العمال",
            "34",
        ),
        Column("women", _("of whom women"), "women|female|female employees|female workers|femmes|dont femmes|mujeres|mulheres|النساء|عدد النساء",
               "15"),
        Column("languages", _("Languages it writes"), "languages|language|langues|langue|idiomas|idioma|linguas|اللغات|اللغة", "fr; ar"),
        Column("markets", _("Countries it serves"), "markets|export markets|exports to|marches|marches export|mercados|exporta a|الأسواق", "FR; ES"),
        Column(
            "scheme", _("Register"), "register|registry|scheme|registre|registro mercantil|registo|السجل", "MA-ICE",
        ),
        Column(
            "identifier", _("Number in the register"),
            "registration number|company number|tax number|tax id|vat|vat number|ice|siret|siren|rc|registre de commerce|ninea|ifu|nif|rut|"
            "ruc|cif|rfc|cnpj|numero dimmatriculation|numero de registro|رقم السجل التجاري|رقم التسجيل",
            "001234567000089", many=True,
        ),
        Column(
            "parent", _("Member or branch of"),
            "parent|parent company|member of|group|union|federation|groupe|maison mere|membre de|matriz|grupo|miembro de|عضو في|المجموعة", "",
        ),
    )
}  # fmt: skip
NEEDED = ("name", "country", "kinds")  # what every row needs, from a column or from a value for all rows
DEFAULTS = ("country", "kinds", "scheme")  # columns that a value for all rows may stand in for
FROM_HEADER = {  # a header that names its register, where the country leaves no doubt about the list
    "ice": "MA-ICE", "siret": "FR-SIRET", "siren": "FR-SIRENE", "ninea": "SN-NINEA", "cnpj": "BR-CNPJ", "rfc": "MX-RFC",
}  # fmt: skip


def plain_header(header: str) -> str:
    """A header without accents, marks, capitals and spaces."""
    return re.sub(r"[\W_]+", "", fold(header))


_BY_HEADER: dict[str, str] = {}
for _column in COLUMNS.values():
    for _header in (_column.key, *_column.headers.split("|")):
        _BY_HEADER.setdefault(plain_header(_header), _column.key)


def labelled() -> dict[str, str]:
    """Plain header → column, for the labels of the template in every shipped language."""
    from django.conf import settings
    from django.utils.translation import override

    found = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            found.update({plain_header(str(column.label)): column.key for column in COLUMNS.values()})
    return found


def recognise(headers: Sequence[str], known: Mapping[str, str] | None = None) -> list[str]:
    """Which column each header is, "" where it is none of ours.

    ``known`` is plain header → column, what the centre's earlier files meant by it; it comes before what we know. A column that may not
    stand twice is taken where it stands first.
    """
    labels, taken, found = labelled(), set[str](), list[str]()
    for header in headers:
        plain = plain_header(header)
        key = (known or {}).get(plain)
        if key is None:
            key = labels.get(plain) or _BY_HEADER.get(plain, "")
        if key not in COLUMNS or (key in taken and not COLUMNS[key].many):
            key = ""
        taken.add(key)
        found.append(key)
    return found


def hits(cells: Iterable[str]) -> int:
    """How many cells of a row are headers that we know; the row with most of them is the header."""
    labels = labelled()
    return sum(1 for cell in cells if cell and len(cell) < 60 and (plain_header(cell) in _BY_HEADER or plain_header(cell) in labels))


NOT_USED = pgettext_lazy("column", "left out")
