"""Morocco and Egypt: funds, institutions, crafts, and one maker of pumps."""

from treadle.demo.content.model import Able, Body, Case, Cert, Post

BODIES: list[Body] = [
    # Morocco
    Body(
        name="Fonds Amorçage Saïs-Gharb",
        kind="investor",
        country="MA",
        town="Rabat",
        latitude=33.9912,
        longitude=-6.8498,
        lang="fr",
        about=(
            "Fonds d'amorçage régional. Tickets de 1,5 à 12 MDH en fonds propres ou prêt "
            "participatif, entreprises industrielles de 10 à 150 personnes, priorité à l'économie "
            "d'eau et d'énergie. Comité chaque mois."
        ),
        founded=2019,
        employees=8,
        women=4,
        languages=("fr", "en", "ar"),
        website="https://fonds-sais-gharb.example",
        person="Mehdi Alami",
        role="chargé d'investissement",
        able=(
            Able(
                text="Fonds propres et prêts participatifs 1,5 à 12 MDH pour PME industrielles",
                kind="service",
                isic=("6430",),
                cpv=("66100000",),
                stated_days_ago=60,
            ),
        ),
        confirmed_days_ago=60,
    ),
    Body(
        name="Agence de promotion industrielle du Saïs",
        kind="public_body",
        country="MA",
        town="Fès",
        latitude=34.0374,
        longitude=-4.9998,
        lang="fr",
        about=(
            "Établissement public local. Lots équipés de 1500 à 10000 m² dans trois zones "
            "industrielles, accompagnement des dossiers de subvention eau et énergie, bourse de "
            "sous-traitance deux fois par an."
        ),
        employees=41,
        women=18,
        languages=("fr", "ar"),
        able=(Able(text="Lots industriels équipés, appui aux dossiers", kind="service", isic=("8413",), stated_days_ago=210),),
        confirmed_days_ago=210,
    ),
    Body(
        name="Centre d'Essais Emballage et Plastique de Berrechid",
        kind="institution",
        country="MA",
        town="Berrechid",
        latitude=33.2655,
        longitude=-7.5876,
        lang="fr",
        about=(
            "Essais de compression, éclatement, chute, migration contact alimentaire, identification "
            "de polymères. Appui conception moule et emballage export. Adhérents : 60 entreprises."
        ),
        founded=2009,
        employees=19,
        women=8,
        languages=("fr", "en"),
        person="Samira Ennaji",
        role="directrice technique",
        able=(
            Able(
                text="Essais d'emballages carton et plastique, migration globale",
                kind="service",
                isic=("7120",),
                cpv=("71600000",),
                lead_time_days=10,
                stated_days_ago=115,
            ),
            Able(text="Formation régleur de presse à injecter", kind="expertise", isic=("8549",), cpv=("80500000",)),
        ),
        certs=(Cert(standard="ISO/IEC 17025:2017", scope="emballage", issued_months_ago=50, expires_in_months=-2, seen=True),),
        confirmed_days_ago=115,
    ),
    Body(
        name="تعاونية أنامل البهاليل",
        also="Coopérative Anamil Bhalil",
        also_lang="fr",
        kind="cso",
        country="MA",
        town="Bhalil",
        latitude=33.8503,
        longitude=-4.8706,
        lang="ar",
        about=(
            "تعاونية نسائية تصنع أزرار الجلابة بخيط الصبرة يدويا، حوالي 90 امرأة يعملن من بيوتهن. "
            "نبيع لتجار فاس وصفرو وبعض المصممين. الألوان حسب الطلب."
        ),
        founded=2012,
        employees=90,
        women=90,
        languages=("ar",),
        person="فاطمة الزهراء البوعناني",
        role="الكاتبة العامة",
        able=(
            Able(
                text="أزرار الجلابة المصنوعة يدويا من خيط الصبرة (العقاد)",
                kind="product",
                isic=("1399", "3290"),
                hs=("96", "58"),
                unit="pcs",
                installed=120000,
                used=80000,
                lead_time_days=20,
                stated_days_ago=270,
            ),
        ),
        confirmed_days_ago=270,
    ),
    Body(
        name="Tissage Azrou Atlas",
        country="MA",
        town="Azrou",
        latitude=33.4344,
        longitude=-5.2213,
        lang="fr",
        about=(
            "tapis et couvertures laine tissés main, 26 métiers, laine du Moyen Atlas lavée et teinte "
            "plantes (garance, grenade). Formats jusqu'à 3 x 4 m. délai selon taille"
        ),
        employees=30,
        women=28,
        languages=("fr", "ar"),
        able=(
            Able(
                text="Tapis de laine tissés main, teintures végétales",
                kind="product",
                isic=("1393",),
                cpv=("39500000",),
                hs=("57",),
                dimensions="max 3 x 4 m",
                unit="m2",
                installed=110,
                used=70,
            ),
        ),
        confirmed_days_ago=420,
    ),
    # Egypt
    Body(
        name="جمعية سيدات أخميم للنسيج",
        kind="cso",
        country="EG",
        town="Akhmim",
        latitude=26.5621,
        longitude=31.7450,
        lang="ar",
        about=("جمعية أهلية تضم ٧٠ سيدة في النسيج اليدوي والتطريز على الكتان والحرير. ٣٢ نولا. نبيع في معارض القاهرة، ونبحث عن مشتر ثابت."),
        founded=2001,
        employees=70,
        women=66,
        languages=("ar",),
        person="إيفون ميخائيل",
        role="مديرة المشروع",
        able=(
            Able(
                text="منسوجات يدوية ومطرزات على الكتان",
                kind="product",
                isic=("1312", "1392"),
                cpv=("39500000",),
                hs=("53", "63"),
                unit="m",
                installed=800,
                used=420,
                stated_days_ago=410,
            ),
        ),
        confirmed_days_ago=410,
    ),
    Body(
        name="صندوق الدلتا للتحديث الصناعي",
        kind="investor",
        country="EG",
        town="Tanta",
        latitude=30.7865,
        longitude=31.0004,
        lang="ar",
        about=(
            "تمويل تأجيري وقروض من ٢ إلى ٢٥ مليون جنيه لشراء ماكينات النسيج والأغذية والبلاستيك، فترة "
            "سماح ستة أشهر. نشترط سنتين من القوائم المالية."
        ),
        founded=2017,
        employees=23,
        women=9,
        languages=("ar", "en"),
        person="هاني البدري",
        role="مدير الائتمان",
        able=(
            Able(
                text="تأجير تمويلي لماكينات المصانع الصغيرة والمتوسطة",
                kind="service",
                isic=("6491",),
                cpv=("66100000",),
                stated_days_ago=99,
            ),
        ),
        confirmed_days_ago=99,
    ),
    Body(
        name="Nile Valley Pumps & Valves",
        also="وادي النيل للطلمبات والمحابس",
        also_lang="ar",
        country="EG",
        town="Abou Rawash",
        latitude=30.0455,
        longitude=31.0880,
        lang="en",
        about=(
            "Irrigation pumps 3 to 100 hp, gate valves DN 50–400. Own pattern shop; castings bought in. Spare "
            "parts for pumps of any make after sample. Our pattern shop keeps more than 900 patterns. Castings "
            "come from two foundries and are late too often, therefore we look for a third one, also outside "
            "Egypt. Test bench up to 250 m³/h, certificate with each pump above 30 hp."
        ),
        founded=1986,
        employees=77,
        women=8,
        languages=("ar", "en"),
        markets=("EG", "SD", "CM"),
        able=(
            Able(
                text="Centrifugal pumps and gate valves",
                kind="product",
                isic=("2813",),
                cpv=("42100000",),
                hs=("84",),
                unit="pcs",
                installed=650,
                used=410,
                lead_time_days=28,
                stated_days_ago=280,
            ),
            Able(text="Machining of castings up to 1.2 m", isic=("2592",), unit="h", installed=2200, used=1900),
        ),
        confirmed_days_ago=280,
    ),
]

POSTS: list[Post] = []

CASES: list[Case] = []
