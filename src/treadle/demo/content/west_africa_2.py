"""Mali and Côte d'Ivoire."""

from treadle.demo.content.model import Able, Body, Case, Cert, Post

BODIES: list[Body] = [
    # Mali
    Body(
        name="Bogolan Ségou Ateliers",
        country="ML",
        town="Ségou",
        latitude=13.4388,
        longitude=-6.2591,
        lang="fr",
        about=(
            "Bogolan et indigo sur coton tissé main, séries jusqu'à 300 m par motif. Teintures "
            "végétales n'galama, boue. Nappes, coussins, tissus d'ameublement."
        ),
        founded=2002,
        employees=36,
        women=21,
        languages=("fr",),
        markets=("ML", "FR"),
        person="Modibo Coulibaly",
        able=(
            Able(
                text="Teinture bogolan et indigo sur coton",
                isic=("1313",),
                hs=("52",),
                unit="m",
                installed=2500,
                used=1300,
                lead_time_days=35,
                stated_days_ago=205,
            ),
        ),
        confirmed_days_ago=205,
    ),
    Body(
        name="Forge Moderne Niaréla",
        country="ML",
        town="Bamako",
        latitude=12.6521,
        longitude=-7.9802,
        lang="fr",
        about=(
            "Matériel agricole: charrues, semoirs, décortiqueuses, batteuses, remorques. 3 ateliers. Fer récupéré et neuf. Marchés projets."
        ),
        founded=1993,
        employees=48,
        languages=("fr",),
        identifier=("ML-NIF", "000017412"),
        person="Sékou Diarra",
        role="directeur",
        able=(
            Able(
                text="Batteuses, décortiqueuses, matériel attelé",
                kind="product",
                isic=("2821",),
                cpv=("16600000",),
                hs=("84",),
                unit="pcs",
                installed=220,
                used=130,
                lead_time_days=25,
                stated_days_ago=128,
            ),
        ),
        confirmed_days_ago=128,
    ),
    Body(
        name="Karité du Bélédougou",
        country="ML",
        town="Kolokani",
        latitude=13.5733,
        longitude=-8.0339,
        lang="fr",
        about="beurre de karité baratté et pressé. bidon 25 kg. 12 villages",
        employees=20,
        women=20,
        languages=("fr",),
        able=(Able(text="beurre de karité", kind="product", isic=("1040",), hs=("15",), unit="t", installed=8, used=4),),
        confirmed_days_ago=840,
    ),
    Body(
        name="Sahel Jus Sikasso",
        country="ML",
        town="Sikasso",
        latitude=11.3176,
        longitude=-5.6665,
        lang="fr",
        about=(
            "Nectars mangue, bissap, gingembre, tamarin, bouteilles verre 25 cl et PET 33 cl. Purée de mangue "
            "aseptique 200 l depuis deux campagnes. Pasteurisateur 2000 l/h. Collecte auprès de 14 vergers dans "
            "un rayon de 40 km. En mai nous refusons des mangues faute de froid. Les bouteilles verre "
            "reviennent de Bamako, taux de retour 62 %."
        ),
        founded=2009,
        employees=43,
        women=25,
        languages=("fr",),
        markets=("ML", "BF", "CI"),
        person="Fanta Berthé",
        role="directrice",
        able=(
            Able(
                text="Nectars et purée de mangue",
                kind="product",
                isic=("1030", "1104"),
                cpv=("15300000",),
                hs=("20", "22"),
                unit="l",
                installed=180000,
                used=110000,
                lead_time_days=14,
                stated_days_ago=59,
            ),
        ),
        certs=(Cert(standard="ISO 22000:2018", issued_months_ago=35, expires_in_months=1, seen=True),),
        confirmed_days_ago=59,
    ),
    Body(
        name="Emballages du Djoliba",
        country="ML",
        town="Bamako",
        latitude=12.5983,
        longitude=-7.9338,
        lang="fr",
        about="sacs tissés PP 50 et 100 kg, impression, sacs PICS triple fond sur commande",
        founded=2010,
        employees=66,
        women=12,
        languages=("fr",),
        able=(
            Able(
                text="Sacs tissés polypropylène",
                kind="product",
                isic=("2220", "1392"),
                hs=("63", "39"),
                unit="pcs",
                installed=600000,
                used=410000,
                stated_days_ago=247,
            ),
        ),
        confirmed_days_ago=247,
    ),
    Body(
        name="Centre d'innovation post-récolte de Koutiala",
        kind="institution",
        country="ML",
        town="Koutiala",
        latitude=12.3917,
        longitude=-5.4642,
        lang="fr",
        about=(
            "Centre technique: essais de séchoirs, décortiqueurs, stockage hermétique. Démonstrations "
            "paysannes, formation d'artisans fabricants."
        ),
        employees=11,
        languages=("fr",),
        able=(Able(text="Essais d'équipements post-récolte", kind="expertise", isic=("7210",), stated_days_ago=560),),
        confirmed_days_ago=560,
    ),
    # Côte d'Ivoire
    Body(
        name="Mécanique Industrielle Vridi",
        country="CI",
        town="Abidjan",
        latitude=5.2601,
        longitude=-4.0087,
        lang="fr",
        about=(
            "Usinage, rechargement, chaudronnerie pour huileries, cimenterie, cacao. Tour CN Ø 600 x "
            "3000, aléseuse, taillage, équilibrage. Astreinte 24 h/24 pour les usines de la zone "
            "portuaire."
        ),
        founded=1995,
        employees=67,
        women=6,
        languages=("fr",),
        markets=("CI", "GH", "BF"),
        identifier=("CI-CR", "0000712"),
        person="Kouadio N'Guessan",
        role="directeur technique",
        able=(
            Able(
                text="Usinage et rechargement de pièces lourdes",
                isic=("2592", "3311"),
                dimensions="Ø 600 x 3000 mm",
                unit="h",
                installed=2600,
                used=1900,
                lead_time_days=12,
                stated_days_ago=53,
            ),
            Able(
                text="Chaudronnerie et tuyauterie inox",
                isic=("2511", "2512"),
                unit="h",
                installed=3000,
                used=2600,
                stated_days_ago=53,
            ),
        ),
        certs=(Cert(standard="ISO 9001:2015", issued_months_ago=12, expires_in_months=24, seen=True),),
        confirmed_days_ago=53,
    ),
    Body(
        name="Cartonnerie de la Lagune",
        country="CI",
        town="Abidjan",
        latitude=5.3499,
        longitude=-4.0881,
        lang="fr",
        about=(
            "Emballage carton pour banane, ananas, mangue, cacao transformé. Onduleuse, flexo 3 "
            "couleurs, colleuse. Minimum 2000 caisses. Livraison jusqu'à Bobo et Ouaga par camion "
            "complet."
        ),
        founded=1998,
        employees=134,
        women=27,
        languages=("fr", "en"),
        markets=("CI", "BF", "ML"),
        person="Aya Kouamé",
        role="commerciale",
        able=(
            Able(
                text="Caisses ondulées pour fruits et produits séchés",
                kind="product",
                isic=("1702",),
                cpv=("44600000",),
                hs=("48",),
                unit="t",
                installed=1100,
                used=860,
                batch=(2000, 100000),
                batch_unit="pcs",
                lead_time_days=20,
                stated_days_ago=46,
            ),
        ),
        certs=(Cert(standard="ISO 9001:2015", issued_months_ago=27, expires_in_months=9),),
        confirmed_days_ago=46,
    ),
    Body(
        name="Cacao Artisans Gagnoa",
        country="CI",
        town="Gagnoa",
        latitude=6.1319,
        longitude=-5.9506,
        lang="fr",
        about=(
            "Beurre de cacao, masse, poudre, tablettes. Torréfacteur 60 kg, broyeur à billes, presse "
            "12 kg/h. Fèves de 3 coopératives du Gôh."
        ),
        founded=2016,
        employees=21,
        women=14,
        languages=("fr",),
        person="Serge Zadi",
        role="gérant",
        able=(
            Able(
                text="Masse, beurre et poudre de cacao en petites séries",
                kind="product",
                isic=("1073",),
                cpv=("15800000",),
                hs=("18",),
                unit="kg",
                installed=4500,
                used=1900,
                lead_time_days=15,
                stated_days_ago=71,
            ),
        ),
        confirmed_days_ago=71,
    ),
    Body(
        name="Savane Coton Textiles",
        country="CI",
        town="Bouaké",
        latitude=7.6906,
        longitude=-5.0303,
        lang="fr",
        about=(
            "Filature tissage impression. 9000 broches, 120 métiers, ligne d'impression rotative 8 "
            "cadres. Uniformes, pagnes fancy. Ligne de teinture à l'arrêt un poste sur deux."
        ),
        founded=1973,
        employees=410,
        women=92,
        languages=("fr",),
        markets=("CI", "BF", "TG"),
        able=(
            Able(
                text="Impression rotative de pagnes coton",
                isic=("1313",),
                hs=("52",),
                unit="m",
                installed=900000,
                used=470000,
                lead_time_days=30,
                stated_days_ago=340,
            ),
            Able(text="Teinture au large réactive", isic=("1313",), unit="m", installed=400000, used=150000),
            Able(
                text="Tissage coton écru 120 à 220 g",
                kind="product",
                isic=("1312",),
                hs=("52",),
                unit="m",
                installed=700000,
                used=520000,
            ),
        ),
        confirmed_days_ago=340,
    ),
    Body(
        name="Attiéké Manioc de Dabou",
        kind="cso",
        country="CI",
        town="Dabou",
        latitude=5.3253,
        longitude=-4.3767,
        lang="fr",
        about=(
            "Coopérative de 85 femmes : attiéké frais et déshydraté, placali, amidon. Râpes et "
            "presses à moteur, séchoir gaz 400 kg. Sachets 500 g. Nous cherchons débouché pour les "
            "épluchures."
        ),
        founded=2010,
        employees=85,
        women=83,
        languages=("fr",),
        person="Adjoua Lohouri",
        role="présidente",
        able=(
            Able(
                text="Attiéké frais et déshydraté",
                kind="product",
                isic=("1079", "1062"),
                hs=("19", "11"),
                unit="t",
                installed=38,
                used=24,
                lead_time_days=5,
                stated_days_ago=93,
            ),
        ),
        confirmed_days_ago=93,
    ),
    Body(
        name="Moulage Plastique Yopougon",
        country="CI",
        town="Abidjan",
        latitude=5.3671,
        longitude=-4.1032,
        lang="fr",
        about="INJECTION PLASTIQUE CASIERS BASSINES CHAISES CAISSES DE RECOLTE 60 L.",
        employees=58,
        languages=("fr",),
        able=(
            Able(
                text="Articles injectés PP et PEHD, casiers",
                kind="product",
                isic=("2220",),
                hs=("39",),
                unit="t",
                installed=210,
                used=150,
            ),
        ),
        confirmed_days_ago=580,
    ),
    Body(
        name="Anacarde Hambol",
        country="CI",
        town="Katiola",
        latitude=8.1373,
        longitude=-5.1007,
        lang="fr",
        about=(
            "Décorticage anacarde 2500 t/an, calibrage optique, amandes et poudre. Séchage borma gaz, on étudie "
            "la gazéification des coques. Les coques, 140 t par mois en campagne, sont stockées dehors et nous "
            "coûtent : repreneur ou chaudière bienvenus. Calibreuse et trieuse optique installées en 2021, le "
            "dépelliculage reste en partie manuel."
        ),
        founded=2013,
        employees=190,
        women=160,
        languages=("fr", "en"),
        markets=("NL", "VN", "CI"),
        person="Drissa Koné",
        role="directeur d'exploitation",
        able=(
            Able(
                text="Amandes de cajou W320, W450, brisures",
                kind="product",
                isic=("1030",),
                hs=("08",),
                unit="t",
                installed=52,
                used=31,
                lead_time_days=15,
                stated_days_ago=144,
            ),
        ),
        certs=(Cert(standard="BRCGS Food", issued_months_ago=9, expires_in_months=3, seen=True),),
        confirmed_days_ago=144,
    ),
    Body(
        name="Centre d'Appui Technologique de Bingerville",
        kind="institution",
        country="CI",
        town="Bingerville",
        latitude=5.3558,
        longitude=-3.8854,
        lang="fr",
        about=(
            "Halle pilote agroalimentaire et emballage. Essais séchage, extrusion, conservation sous "
            "atmosphère, formulation. Location de lignes à la journée."
        ),
        founded=2001,
        employees=28,
        women=12,
        languages=("fr", "en"),
        able=(
            Able(
                text="Location de lignes pilotes agroalimentaires",
                kind="service",
                isic=("7210", "7730"),
                cpv=("73100000",),
                lead_time_days=15,
                stated_days_ago=178,
            ),
        ),
        confirmed_days_ago=178,
    ),
]

POSTS: list[Post] = [
    Post(
        by="Savane Coton Textiles",
        side="offer",
        kind="capacity",
        title="Teinture au large et impression, 250 000 m par mois",
        summary=(
            "Ensemble textile d'Afrique de l'Ouest offre capacité libre en teinture réactive au large "
            "et impression rotative 8 couleurs, laize 125 et 150 cm."
        ),
        lang="fr",
        isic=("1313",),
        hs=("52",),
        quantity=(250000, "m", "month"),
        published_days_ago=210,
        state="withdrawn",
    ),
]

CASES: list[Case] = [
    Case(
        by="Sahel Jus Sikasso",
        kind="technology",
        title="Chambre froide solaire pour 12 t de mangues",
        text=(
            "Nous voulons garder 12 tonnes de mangues entre 10 et 13 °C, huit jours, pour lisser la "
            "campagne d'avril à juin. Volume estimé 90 m³, température extérieure 42 °C, humidité "
            "relative 85 à 90 %. Le réseau coupe cinq heures par jour : champ solaire avec stockage "
            "glace préféré aux batteries. Nous fournissons la dalle et le hangar. L'offre doit "
            "comprendre la formation d'un frigoriste et un stock de pièces de deux ans."
        ),
        lang="fr",
        isic=("2819", "3320"),
        cpv=("42500000",),
        hs=("84",),
        quantity=(12, "t", ""),
        countries=("ML", "BF", "SN", "MA", "DZ"),
        languages=("fr",),
        lead_time_days=100,
        answer_in_days=20,
        submitted_days_ago=64,
        state="closed",
        quote_note="Deux chambres de 45 m³ avec bacs à glace, 41 millions CFA posées, mise en route début mars.",
        decline_note="Au-dessus de 30 m³ nous n'avons pas d'expérience, nous préférons nous abstenir.",
    ),
    Case(
        by="Attiéké Manioc de Dabou",
        kind="supply",
        title="Sachets imprimés pour attiéké, 60 000",
        text=(
            "Coopérative de femmes, nous voulons des sachets pour attiéké déshydraté 500 g, film PE "
            "80 microns ou complexe, fond plat, impression trois couleurs avec tableau nutritionnel, "
            "60 000 pièces pour l'année en quatre livraisons de 15 000. Prix rendu Dabou. Minimum par "
            "fournisseur 15 000. Nous avons la maquette. Le film doit être apte au contact "
            "alimentaire, avec papier du fabricant."
        ),
        lang="fr",
        isic=("2220",),
        hs=("39",),
        quantity=(60000, "pcs", "year"),
        least=15000,
        batch=(15000, "pcs"),
        countries=("CI", "GH", "BF"),
        languages=("fr",),
        lead_time_days=25,
        answer_in_days=14,
        submitted_days_ago=8,
        state="submitted",
    ),
]
