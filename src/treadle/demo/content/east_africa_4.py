"""Demonstration records: Madagascar and South Africa."""

from treadle.demo.content.model import Able, Body, Case, Cert, Post

BODIES: list[Body] = [
    Body(
        name="Vanille et Épices du Sambava",
        country="MG",
        town="Sambava",
        latitude=-14.2667,
        longitude=50.1667,
        lang="fr",
        about=(
            "Préparation de vanille noire gourmet et rouge, girofle, poivre sauvage. Échaudage, étuvage, "
            "séchage, triage. 28 t de vanille verte par campagne, achetées à 900 planteurs. Mise sous "
            "vide en 1 kg ou 25 kg."
        ),
        founded=2008,
        employees=48,
        women=35,
        languages=("fr", "mg"),
        markets=("FR", "US", "DE"),
        able=(
            Able(
                text="Vanille préparée, gourmet et rouge US/EU",
                kind="product",
                isic=("0128", "1079"),
                cpv=("15800000",),
                hs=("09",),
                unit="kg",
                installed=900,
                used=500,
                batch=(5, 500),
                batch_unit="kg",
                lead_time_days=15,
                stated_days_ago=145,
            ),
            Able(
                text="Clous de girofle et poivre, triés",
                kind="product",
                isic=("0128",),
                hs=("09",),
                unit="t",
                installed=15,
                used=11,
                stated_days_ago=145,
            ),
        ),
        certs=(Cert(standard="Ecocert Organic", scope="vanille", issued_months_ago=13, expires_in_months=-1),),
        confirmed_days_ago=145,
    ),
    Body(
        name="Union des Ateliers de Raphia d'Itasy",
        kind="cso",
        country="MG",
        town="Miarinarivo",
        latitude=-18.9567,
        longitude=46.9086,
        lang="fr",
        about=(
            "Nous regroupons 19 ateliers familiaux, surtout des femmes, pour le crochet et le tissage du "
            "raphia: chapeaux, sacs, paniers, dessous de plat. Teinture végétale ou chimique sans plomb. "
            "Contrôle et emballage à Miarinarivo. Les commandes de 100 à 2000 pièces par modèle sont "
            "possible, délai plus long pendant la récolte du riz."
        ),
        founded=2013,
        employees=5,
        women=4,
        languages=("fr", "mg"),
        markets=("FR", "IT", "JP"),
        person="Noro Andriamalala",
        role="Responsable des commandes",
        able=(
            Able(
                text="Chapeaux et sacs en raphia crocheté",
                kind="product",
                isic=("1629", "1512"),
                cpv=("18900000",),
                hs=("46",),
                materials="raphia",
                unit="pcs",
                installed=3800,
                used=2600,
                batch=(30, 2000),
                batch_unit="pcs",
                lead_time_days=45,
                stated_days_ago=330,
            ),
            Able(
                text="Paniers et corbeilles tressés, raphia et penjy",
                kind="product",
                isic=("1629",),
                cpv=("37800000",),
                hs=("46",),
                unit="pcs",
                installed=2000,
                used=900,
                lead_time_days=40,
                stated_days_ago=330,
            ),
        ),
        confirmed_days_ago=330,
    ),
    Body(
        name="Fonderie et Mécanique de Toamasina",
        country="MG",
        town="Toamasina",
        latitude=-18.1492,
        longitude=49.4023,
        lang="fr",
        about=(
            "fonderie aluminium et bronze, marmites, hélices de bateau, pièces de décortiqueuse, usinage "
            "tour et fraiseuse conventionnelle"
        ),
        founded=1991,
        employees=27,
        women=2,
        able=(
            Able(
                text="Moulage sable aluminium et bronze",
                isic=("2432",),
                hs=("76", "74"),
                dimensions="jusqu'à 40 kg",
                unit="kg",
                installed=4500,
                used=2300,
                batch=(1, 800),
                batch_unit="pcs",
                lead_time_days=20,
                stated_days_ago=430,
            ),
            Able(text="Usinage conventionnel", isic=("2592",), unit="h", installed=300, used=180, stated_days_ago=430),
        ),
        confirmed_days_ago=430,
    ),
    Body(
        name="Soleil d'Anosy Énergie",
        country="MG",
        town="Fort-Dauphin",
        latitude=-25.0316,
        longitude=46.999,
        lang="fr",
        about=(
            "Installation de mini-réseaux solaires, pompes, chambres froides. 16 techniciens. Nous avons "
            "équipé 40 villages."
        ),
        founded=2017,
        employees=23,
        women=5,
        languages=("fr",),
        markets=("MG",),
        able=(
            Able(
                text="Mini-réseaux solaires 5 à 100 kWc, étude et pose",
                kind="service",
                isic=("4321", "3510"),
                cpv=("09300000",),
                lead_time_days=60,
                stated_days_ago=205,
            ),
            Able(
                text="Entretien de pompes solaires",
                kind="service",
                isic=("3314",),
                cpv=("50500000",),
                stated_days_ago=205,
            ),
        ),
        confirmed_days_ago=205,
    ),
    Body(
        name="Karoo Wool & Mohair Scourers",
        country="ZA",
        town="Gqeberha",
        latitude=-33.9608,
        longitude=25.6022,
        lang="en",
        about=(
            "Scouring and carbonising of wool and mohair, 1 800 kg greasy per hour, top making on four "
            "combs. Lanolin recovered and sold to cosmetic makers. Commission work for brokers is "
            "welcome; lots from 3 t greasy. ZQ and RWS traceable lots run on Tuesdays."
        ),
        founded=1958,
        employees=215,
        women=58,
        languages=("en", "af", "xh"),
        markets=("ZA", "IT", "CN", "GB"),
        website="https://karooscour.example",
        person="Nomvula Mabuza",
        role="Commission manager",
        able=(
            Able(
                text="Commission scouring of wool and mohair",
                isic=("1311", "1313"),
                hs=("51",),
                materials="wool, mohair 17-34 micron",
                unit="t",
                installed=560,
                used=430,
                batch=(3, 120),
                batch_unit="t",
                lead_time_days=12,
            ),
            Able(
                text="Wool and mohair tops",
                kind="product",
                isic=("1311",),
                cpv=("19400000",),
                hs=("51",),
                unit="t",
                installed=150,
                used=110,
                batch=(1, 40),
                batch_unit="t",
                lead_time_days=25,
            ),
            Able(
                text="Lanolin, technical grade",
                kind="product",
                isic=("2029", "1040"),
                hs=("15",),
                unit="kg",
                installed=14000,
                used=9000,
            ),
        ),
        certs=(
            Cert(standard="RWS", scope="scouring and combing", issued_months_ago=5, expires_in_months=7, seen=True),
            Cert(standard="GOTS", issued_months_ago=17, expires_in_months=-5),
            Cert(standard="ISO 14001:2015", issued_months_ago=22, expires_in_months=14),
        ),
        confirmed_days_ago=25,
    ),
    Body(
        name="Vaal Precision Machining",
        country="ZA",
        town="Vanderbijlpark",
        latitude=-26.711,
        longitude=27.8379,
        lang="en",
        about=(
            "Job shop with 14 CNC machines: five-axis DMU 80, horizontal 630 pallet cell, mill-turn up "
            "to Ø 350. Automotive, rail and valve customers. CMM room, PPAP level 3, materials "
            "certificates 3.1. 2 shifts; third shift possible with notice of a month."
        ),
        founded=1995,
        employees=96,
        women=21,
        languages=("en", "af", "zu", "st"),
        markets=("ZA", "DE", "BW"),
        identifier=("ZA-CIP", "1995/000000/07"),
        website="https://vaalprecision.example",
        person="Thabo Mokoena",
        role="Sales engineer",
        able=(
            Able(
                text="Five-axis milling of aluminium, steel, titanium",
                isic=("2592",),
                cpv=("42600000",),
                hs=("84",),
                materials="aluminium, steel, stainless, Ti-6Al-4V",
                dimensions="Ø 800 x 600 mm",
                tolerance="0.01 mm",
                unit="h",
                installed=1500,
                used=1100,
                batch=(1, 2000),
                batch_unit="pcs",
                lead_time_days=20,
                stated_days_ago=15,
            ),
            Able(
                text="Mill-turn parts, bar to Ø 65, chuck to Ø 350",
                isic=("2592",),
                dimensions="Ø 350 x 1000 mm",
                tolerance="IT7",
                unit="h",
                installed=2200,
                used=1750,
                batch=(20, 20000),
                batch_unit="pcs",
                lead_time_days=25,
                stated_days_ago=15,
            ),
            Able(
                text="CMM measurement with report",
                kind="service",
                isic=("7120",),
                cpv=("71600000",),
                dimensions="900 x 1200 x 800 mm",
                unit="h",
                installed=160,
                used=90,
                lead_time_days=3,
            ),
            Able(
                text="Wire erosion and sinker erosion of tool inserts",
                isic=("2592",),
                dimensions="600 x 400 x 350 mm",
                tolerance="0.005 mm",
                unit="h",
                installed=420,
                used=260,
                lead_time_days=14,
                stated_days_ago=15,
            ),
            Able(
                text="Assembly of small units, leak test",
                kind="service",
                isic=("2813", "3320"),
                unit="h",
                installed=640,
                used=480,
                stated_days_ago=15,
            ),
        ),
        certs=(
            Cert(
                standard="IATF 16949:2016",
                body="Southern Auto Registrars",
                scope="machining of automotive parts",
                issued_months_ago=16,
                expires_in_months=20,
                seen=True,
            ),
            Cert(standard="ISO 9001:2015", issued_months_ago=16, expires_in_months=20, seen=True),
        ),
        confirmed_days_ago=15,
    ),
    Body(
        name="Limpopo Citrus Juice & Peel",
        country="ZA",
        town="Tzaneen",
        latitude=-23.8332,
        longitude=30.1635,
        lang="en",
        about=(
            "JUICE CONCENTRATE 65 BRIX, PEEL OIL, DRIED PEEL PELLETS. 22 T FRUIT PER HOUR MAY TO "
            "SEPTEMBER. AVOCADO OIL LINE SINCE 2022. IN OFF SEASON EVAPORATOR AND DRUM FILLING CAN BE "
            "HIRED."
        ),
        founded=1989,
        employees=170,
        women=96,
        languages=("en",),
        markets=("NL", "AE", "IN"),
        person="Lerato Maluleke",
        role="Export coordinator",
        able=(
            Able(
                text="Citrus juice concentrate, drums 260 kg",
                kind="product",
                isic=("1030", "1104"),
                cpv=("15300000",),
                hs=("20",),
                unit="t",
                installed=950,
                used=600,
                batch=(20, 300),
                batch_unit="t",
                lead_time_days=20,
            ),
            Able(
                text="Cold pressed avocado oil",
                kind="product",
                isic=("1040",),
                cpv=("15400000",),
                hs=("15",),
                unit="l",
                installed=26000,
                used=12000,
                lead_time_days=25,
            ),
            Able(
                text="Evaporation and aseptic drum filling for hire",
                kind="service",
                isic=("1030",),
                unit="h",
                installed=500,
                used=180,
            ),
        ),
        certs=(
            Cert(standard="FSSC 22000", scope="juice concentrate and oils", issued_months_ago=11, expires_in_months=25),
            Cert(standard="Kosher", issued_months_ago=4, expires_in_months=8),
        ),
        confirmed_days_ago=105,
    ),
    Body(
        name="Cape Winelands Materials Laboratory",
        kind="institution",
        country="ZA",
        town="Stellenbosch",
        latitude=-33.9321,
        longitude=18.8602,
        lang="en",
        about=(
            "University laboratory for metals and additive manufacturing. SEM, tomography to 225 kV, "
            "fatigue testing 100 kN, laser powder bed in Ti and maraging steel, vacuum furnace 500 x 400 "
            "x 400 to 1300 °C. Industry jobs accepted in about a third of machine time."
        ),
        founded=1974,
        employees=44,
        women=18,
        languages=("en", "af"),
        person="Dr Johan Esterhuizen",
        role="Laboratory head",
        able=(
            Able(
                text="Vacuum heat treatment of tool steels and titanium",
                isic=("2592", "7210"),
                materials="tool steel, maraging steel, titanium",
                dimensions="500 x 400 x 400 mm",
                unit="h",
                installed=220,
                used=120,
                batch=(1, 200),
                batch_unit="kg",
                lead_time_days=9,
            ),
            Able(
                text="Failure analysis, SEM and CT scanning",
                kind="service",
                isic=("7120",),
                cpv=("71600000",),
                lead_time_days=10,
            ),
            Able(
                text="Laser powder bed fusion of metal parts",
                isic=("2591",),
                materials="Ti-6Al-4V, 1.2709",
                dimensions="250 x 250 x 300 mm",
                lead_time_days=15,
            ),
        ),
        confirmed_days_ago=50,
    ),
    Body(
        name="Umhlatuze Bio-Pack",
        country="ZA",
        town="Richards Bay",
        latitude=-28.7807,
        longitude=32.0383,
        lang="en",
        about=(
            "Moulded pulp trays for fruit, eggs, bottles from waste paper and bagasse. Two lines, 30 m "
            "infrared drying, tools made in own shop. Printing one colour. Distance to fruit packers is "
            "our problem, looking for partner in Western Cape or in Mozambique"
        ),
        founded=2016,
        employees=62,
        women=26,
        languages=("en", "zu"),
        markets=("ZA", "MZ", "SZ"),
        able=(
            Able(
                text="Moulded pulp packaging from waste paper and bagasse",
                kind="product",
                isic=("1709",),
                cpv=("44600000",),
                hs=("48",),
                unit="pcs",
                installed=3800000,
                used=2500000,
                batch=(50000, 1500000),
                batch_unit="pcs",
                lead_time_days=14,
                stated_days_ago=135,
            ),
            Able(text="Design of trays and tools", kind="service", isic=("7410", "2829"), stated_days_ago=135),
        ),
        confirmed_days_ago=135,
    ),
    Body(
        name="Highveld Hydraulics Hoses",
        country="ZA",
        town="Middelburg",
        latitude=-25.7684,
        longitude=29.4783,
        lang="en",
        about="hydraulic cylinders made and rechromed, hoses while you wait, pumps",
        employees=31,
        able=(
            Able(
                text="Hydraulic cylinders to Ø 400, new and repaired",
                kind="product",
                isic=("2812", "3312"),
                cpv=("42100000",),
                hs=("84",),
                lead_time_days=14,
                stated_days_ago=820,
            ),
            Able(text="Hard chrome plating of rods", isic=("2592",), dimensions="Ø 250 x 4000 mm", stated_days_ago=820),
        ),
        confirmed_days_ago=820,
    ),
]

POSTS: list[Post] = [
    Post(
        by="Umhlatuze Bio-Pack",
        side="need",
        kind="partnership",
        title="Partner with hall and waste paper supply for a second pulp moulding line",
        summary=(
            "We bring the line, tools and know-how for fruit and egg trays. The partner brings a hall of "
            "1 500 m2, steam or gas and 120 t a month of waste paper or bagasse near fruit packers."
        ),
        detail="Investment about 900 000 USD, shares open to discussion.",
        lang="en",
        isic=("1709",),
        cpv=("42800000",),
        hs=("48",),
        countries=("ZA", "MZ"),
        quantity=(120, "t", "month"),
        published_days_ago=10,
    ),
]

CASES: list[Case] = [
    Case(
        by="Vanille et Épices du Sambava",
        kind="supply",
        title="Étuis et pochettes pour vanille, 40 000 pièces par an",
        text=(
            "Nous cherchons un atelier capable de fournir 40 000 petits étuis tressés (raphia ou penjy) "
            "de 22 x 4 cm pour tubes de vanille, avec une étiquette cousue, en quatre livraisons de 10 "
            "000 pièces. Couleur naturelle, sans teinture, sans odeur et sec (humidité inférieure à 10 "
            "%). Première livraison avant le 1er juillet à Sambava. Merci de joindre deux échantillons "
            "et le prix par tranche de 5 000 pièces. Nous acceptons que plusieurs ateliers se partagent "
            "la commande."
        ),
        lang="fr",
        isic=("1629",),
        cpv=("37800000",),
        hs=("46",),
        quantity=(40000, "pcs", "year"),
        least=10000,
        batch=(10000, "pcs"),
        countries=("MG",),
        countries_required=True,
        languages=("fr",),
        lead_time_days=60,
        submitted_days_ago=71,
        state="not_concluded",
        decline_note="Nous sommes en pleine récolte du riz, les ateliers ne reprennent qu'en juin.",
        disputed="Nous avons livré 5 000 étuis en mai et la facture est réglée.",
    ),
    Case(
        by="Umhlatuze Bio-Pack",
        kind="capacity",
        title="Aluminium moulds for pulp trays, machining of 48 sets",
        text=(
            "We look for machining of 48 mould sets (forming and transfer) in aluminium 6082, each 620 x "
            "420 x 140 mm, three-dimensional surface from our STEP files, drill pattern of about 600 "
            "holes 1.5 mm per mould, tolerance 0.05 mm on the mating surfaces. Material can be ours. We "
            "want six sets per month starting in January, first set as trial within four weeks. Please "
            "offer machine hours per set and price. A shop that can also anodise or coat would be an "
            "advantage."
        ),
        lang="en",
        isic=("2592", "2829"),
        cpv=("42600000",),
        hs=("84",),
        quantity=(6, "pcs", "month"),
        least=3,
        batch=(6, "pcs"),
        countries=("ZA", "ZM", "MZ"),
        lead_time_days=28,
        answer_in_days=15,
        submitted_days_ago=16,
        state="out",
        quote_note=(
            "118 machine hours per set on the five-axis machine, CMM report included. First set in 24 "
            "days after receipt of the STEP file. Anodising by subcontract."
        ),
        decline_note="Our milling table is 500 mm, the part does not fit. We could do the drilling only.",
    ),
]
