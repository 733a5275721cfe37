"""Ghana, Benin, Togo and Niger."""

from treadle.demo.content.model import Able, Body, Case, Cert, Post

BODIES: list[Body] = [
    # Ghana
    Body(
        name="Suame Gearworks",
        country="GH",
        town="Kumasi",
        latitude=6.7189,
        longitude=-1.6352,
        lang="en",
        about=(
            "We machine shafts, gears, pulleys, bushings, and rebuild gearboxes for sawmills and quarries. 7 "
            "lathes, 2 milling, 1 CNC lathe bought 2021, one shaper. Drawing or sample. Cast iron and bronze "
            "bars in stock. Most jobs come with a broken part and no drawing, so we measure, draw and keep the "
            "sketch. Hardening is done by a neighbour with a salt bath. We do not have a grinder yet and tell "
            "customers so."
        ),
        founded=1990,
        employees=29,
        women=2,
        languages=("en",),
        identifier=("GH-RGD", "BN-0000821"),
        person="Kwabena Owusu",
        role="owner",
        able=(
            Able(
                text="Turned and milled parts, gears, gearbox rebuilding",
                isic=("2592", "2814"),
                dimensions="up to 450 x 1800 mm",
                unit="h",
                installed=1400,
                used=900,
                batch=(1, 300),
                batch_unit="pcs",
                lead_time_days=10,
                stated_days_ago=67,
            ),
        ),
        confirmed_days_ago=67,
    ),
    Body(
        name="Tema Corrugated & Print",
        country="GH",
        town="Tema",
        latitude=5.6698,
        longitude=-0.0166,
        lang="en",
        about=(
            "Corrugated cartons, die-cut trays, inner dividers. 3-ply and 5-ply, 2 colour flexo. Food grade "
            "liners imported from South Africa. MOQ 3,000. We deliver up to Paga border. Customers are fruit "
            "exporters, bakeries and paint makers. Slot and die-cut boxes up to 1,400 x 900 mm blank. Artwork "
            "free when you order above 10,000. During the mango season please book six weeks before."
        ),
        founded=2007,
        employees=88,
        women=23,
        languages=("en",),
        markets=("GH", "TG", "BF"),
        person="Abena Mensah",
        role="sales manager",
        able=(
            Able(
                text="Corrugated cartons, 3-ply and 5-ply",
                kind="product",
                isic=("1702",),
                cpv=("44600000",),
                hs=("48",),
                unit="t",
                installed=620,
                used=450,
                batch=(3000, 80000),
                batch_unit="pcs",
                lead_time_days=18,
                stated_days_ago=102,
            ),
        ),
        confirmed_days_ago=102,
    ),
    Body(
        name="Volta Sun Fruits",
        country="GH",
        town="Ho",
        latitude=6.6008,
        longitude=0.4713,
        lang="en",
        about=(
            "dried pineapple, mango, coconut chips. 6 hybrid dryers, 180 kg dried per day. retail "
            "pouches 80 g or bulk 10kg. Organic since 2020"
        ),
        founded=2015,
        employees=46,
        women=39,
        languages=("en",),
        markets=("GH", "DE", "CH"),
        website="https://voltasun.example",
        person="Selasi Agbenyega",
        role="general manager",
        able=(
            Able(
                text="Dried pineapple, mango and coconut",
                kind="product",
                isic=("1030",),
                cpv=("15300000",),
                hs=("08",),
                unit="kg",
                installed=4300,
                used=3500,
                lead_time_days=14,
                stated_days_ago=38,
            ),
        ),
        certs=(
            Cert(standard="EU Organic", issued_months_ago=7, expires_in_months=5, seen=True),
            Cert(standard="HACCP", issued_months_ago=25, expires_in_months=-1),
        ),
        confirmed_days_ago=38,
    ),
    Body(
        name="Nyebu Shea Women’s Union",
        kind="cso",
        country="GH",
        town="Tamale",
        latitude=9.4075,
        longitude=-0.8393,
        lang="en",
        about=(
            "23 village groups, 1,140 women pickers and processors. Handcrafted shea butter, organic "
            "possible, also shea nuts. Store 200 tons. We look for buyer who prepays part and for a "
            "roaster that uses less wood."
        ),
        founded=2006,
        employees=9,
        women=7,
        languages=("en",),
        markets=("GH", "NL"),
        person="Rahinatu Iddrisu",
        role="coordinator",
        able=(
            Able(
                text="Handcrafted unrefined shea butter",
                kind="product",
                isic=("1040",),
                cpv=("15400000",),
                hs=("15",),
                unit="t",
                installed=40,
                used=22,
                lead_time_days=30,
                stated_days_ago=133,
            ),
            Able(text="Shea kernels", kind="product", isic=("0230",), hs=("12",), unit="t", installed=150, used=60),
        ),
        certs=(Cert(standard="EU Organic", scope="9 groups", issued_months_ago=14, expires_in_months=-2),),
        confirmed_days_ago=133,
    ),
    Body(
        name="Kente Loom House Bonwire",
        country="GH",
        town="Bonwire",
        latitude=6.7799,
        longitude=-1.4681,
        lang="en",
        about=(
            "Hand woven kente strips and full cloths, cotton and rayon. Graduation stoles in bulk with school names."
        ),
        employees=33,
        women=6,
        languages=("en",),
        able=(
            Able(
                text="Kente strips and graduation stoles",
                kind="product",
                isic=("1312",),
                hs=("58",),
                unit="pcs",
                installed=900,
                used=600,
                lead_time_days=25,
            ),
        ),
        confirmed_days_ago=365,
    ),
    Body(
        name="Accra Polymer Bags",
        country="GH",
        town="Accra",
        latitude=5.6120,
        longitude=-0.2287,
        lang="en",
        about=(
            "Film blowing and bag making LDPE/HDPE 20–150 micron, printed 4 colour, shrink film, "
            "water sachet rolls. Take back of clean film scrap."
        ),
        founded=2003,
        employees=71,
        women=20,
        languages=("en",),
        person="Nii Armah",
        able=(
            Able(
                text="Printed PE film and bags",
                kind="product",
                isic=("2220",),
                hs=("39",),
                unit="t",
                installed=260,
                used=190,
                lead_time_days=9,
                stated_days_ago=214,
            ),
        ),
        confirmed_days_ago=214,
    ),
    Body(
        name="Ashanti Leather & Footwear Training Centre",
        kind="institution",
        country="GH",
        town="Kumasi",
        latitude=6.6751,
        longitude=-1.5716,
        lang="en",
        about=(
            "Vocational centre with production unit. Courses 3 to 12 months: shoe lasting, pattern, "
            "machine repair. 40 benches. Unit makes school sandals and belts on order."
        ),
        founded=2011,
        employees=18,
        women=7,
        languages=("en",),
        person="Comfort Boateng",
        role="principal",
        able=(
            Able(
                text="Training in footwear and leather goods making",
                kind="service",
                isic=("8522",),
                cpv=("80500000",),
                stated_days_ago=190,
            ),
            Able(
                text="School sandals", kind="product", isic=("1520",), hs=("64",), unit="pcs", installed=1500, used=400
            ),
        ),
        confirmed_days_ago=190,
    ),
    Body(
        name="Cape Coast Soap Works",
        country="GH",
        town="Cape Coast",
        latitude=5.1214,
        longitude=-1.2611,
        lang="en",
        about="BLACK SOAP AND SHEA CREAM. PRIVATE LABEL",
        employees=7,
        languages=("en",),
        able=(
            Able(text="African black soap, shea cream, private label", kind="product", isic=("2023",), hs=("34", "33")),
        ),
        confirmed_days_ago=630,
    ),
    # Benin
    Body(
        name="Ananas Allada Transformation",
        country="BJ",
        town="Allada",
        latitude=6.6653,
        longitude=2.1517,
        lang="fr",
        about=(
            "Jus d'ananas pain de sucre en canettes 25 cl et bouteilles, ananas séché. Conserverie 3 "
            "t/h. Marc donné aux éleveurs."
        ),
        founded=2012,
        employees=62,
        women=33,
        languages=("fr", "en"),
        markets=("BJ", "NG", "FR"),
        identifier=("BJ-IFU", "0000000312"),
        person="Romaric Hounkpatin",
        role="directeur",
        able=(
            Able(
                text="Jus d'ananas pasteurisé",
                kind="product",
                isic=("1030",),
                cpv=("15300000",),
                hs=("20",),
                unit="l",
                installed=220000,
                used=160000,
                lead_time_days=12,
                stated_days_ago=87,
            ),
            Able(
                text="Mise en canette à façon",
                kind="service",
                isic=("8292", "1104"),
                unit="pcs",
                installed=300000,
                used=90000,
            ),
        ),
        certs=(Cert(standard="ISO 22000:2018", issued_months_ago=6, expires_in_months=30, seen=True),),
        confirmed_days_ago=87,
    ),
    Body(
        name="Atelier Soudo-Tech Parakou",
        country="BJ",
        town="Parakou",
        latitude=9.3372,
        longitude=2.6303,
        lang="fr",
        about="Fabrication décortiqueuses soja, étuveuses riz, presses à huile. soudure, tournage. bon prix",
        employees=14,
        languages=("fr",),
        able=(
            Able(
                text="Equipement de transformation agricole",
                kind="product",
                isic=("2825", "2821"),
                hs=("84",),
                unit="pcs",
                installed=15,
                used=9,
                lead_time_days=30,
            ),
        ),
        confirmed_days_ago=430,
    ),
    Body(
        name="Coton Bio Banikoara Filage",
        country="BJ",
        town="Banikoara",
        latitude=11.2985,
        longitude=2.4386,
        lang="fr",
        about=(
            "Égrenage séparé du coton biologique pour 1200 producteurs, filage artisanal mécanisé "
            "depuis 2 ans, fil Ne 8 à 12."
        ),
        founded=2016,
        employees=34,
        women=19,
        languages=("fr",),
        person="Bio Séko Orou",
        role="coordonnateur",
        able=(
            Able(
                text="Coton fibre bio égrené à façon",
                isic=("0163",),
                hs=("52",),
                unit="t",
                installed=120,
                used=70,
                stated_days_ago=240,
            ),
            Able(
                text="Fil coton Ne 8 à 12", kind="product", isic=("1311",), hs=("52",), unit="t", installed=4, used=1.5
            ),
        ),
        certs=(Cert(standard="OCS 3.0", issued_months_ago=8, expires_in_months=4),),
        confirmed_days_ago=240,
    ),
    Body(
        name="Poterie Sè Lokossa",
        country="BJ",
        town="Lokossa",
        latitude=6.6387,
        longitude=1.7167,
        lang="fr",
        about="Foyers améliorés en céramique, jarres filtres à eau, briques cuites. Four économe en bois.",
        employees=16,
        women=11,
        languages=("fr",),
        able=(
            Able(
                text="Foyers améliorés et filtres à eau céramiques",
                kind="product",
                isic=("2393",),
                hs=("69",),
                unit="pcs",
                installed=1800,
                used=700,
            ),
        ),
    ),
    # Togo
    Body(
        name="Atelier Kabré",
        country="TG",
        town="Kara",
        latitude=9.5511,
        longitude=1.1861,
        lang="fr",
        about=(
            "Nous fabriquons séchoirs solaires, foyers, pompes à main, remorques. Le séchoir hybride "
            "solaire-gaz 200 kg par jour marche chez 11 groupements (mangue, tomate, gombo, moringa). Plans "
            "cédés sous licence simple, nous formons le soudeur. Bois et tôle achetés à Kara, ventilateurs et "
            "panneaux importés de Lomé, ce qui fait varier le délai. Garantie un an sur la structure. Nous "
            "cherchons des ateliers au Bénin et au Burkina pour fabriquer sur place au lieu de transporter."
        ),
        founded=2005,
        employees=16,
        women=3,
        languages=("fr",),
        markets=("TG", "BJ", "BF"),
        identifier=("TG-NIF", "0000100234"),
        person="Essowè Pato",
        role="chef d'atelier",
        able=(
            Able(
                text="Séchoirs hybrides solaire-gaz 50 à 200 kg par jour",
                kind="product",
                isic=("2825",),
                cpv=("42200000",),
                hs=("84",),
                unit="pcs",
                installed=5,
                used=2,
                lead_time_days=30,
                stated_days_ago=19,
            ),
            Able(
                text="Transfert de plans, formation de fabricants",
                kind="expertise",
                isic=("7110", "8549"),
                stated_days_ago=19,
            ),
            Able(text="Soudure et chaudronnerie légère", isic=("2511",), unit="h", installed=900, used=600),
        ),
        confirmed_days_ago=19,
    ),
    Body(
        name="Huiles et Savons du Mono",
        country="TG",
        town="Aného",
        latitude=6.2280,
        longitude=1.5919,
        lang="fr",
        about="huile de coco et palmiste pressée, savon kabakrou, huile rouge raffinée",
        employees=23,
        women=17,
        languages=("fr",),
        person="Akossiwa Lawson",
        able=(
            Able(
                text="Huile de coco et de palmiste",
                kind="product",
                isic=("1040",),
                hs=("15",),
                unit="l",
                installed=15000,
                used=8000,
                stated_days_ago=280,
            ),
            Able(text="Savon de ménage", kind="product", isic=("2023",), hs=("34",), unit="t", installed=9, used=6),
        ),
        confirmed_days_ago=280,
    ),
    Body(
        name="Confection Adidogomé",
        country="TG",
        town="Lomé",
        latitude=6.1796,
        longitude=1.1600,
        lang="fr",
        about=(
            "Sous-traitance confection pour la zone franche, polos et tenues. 140 piqueuses. Deuxième équipe possible."
        ),
        founded=2019,
        employees=165,
        women=149,
        languages=("fr", "en"),
        markets=("TG", "US", "FR"),
        person="Kossi Amégah",
        role="responsable d'unité",
        able=(
            Able(
                text="Confection maille: polos, tee-shirts",
                isic=("1410",),
                hs=("61",),
                unit="pcs",
                installed=120000,
                used=76000,
                batch=(1000, 50000),
                batch_unit="pcs",
                lead_time_days=28,
                stated_days_ago=51,
            ),
        ),
        certs=(Cert(standard="WRAP", issued_months_ago=5, expires_in_months=7),),
        confirmed_days_ago=51,
    ),
    Body(
        name="Soja Plateaux Atakpamé",
        country="TG",
        town="Atakpamé",
        latitude=7.5333,
        longitude=1.1333,
        lang="fr",
        about="Nettoyage, torréfaction soja, farine enrichie, tourteau. Collecte bio 3 préfectures.",
        employees=31,
        languages=("fr",),
        markets=("FR", "TG"),
        able=(
            Able(
                text="Soja nettoyé, tourteau et farine",
                kind="product",
                isic=("1061", "1040"),
                hs=("12", "23"),
                unit="t",
                installed=600,
                used=380,
            ),
        ),
        certs=(Cert(standard="EU Organic", issued_months_ago=3, expires_in_months=9, seen=True),),
        confirmed_days_ago=169,
    ),
    # Niger
    Body(
        name="Tannerie Gaweye Sud",
        country="NE",
        town="Niamey",
        latitude=13.4918,
        longitude=2.0890,
        lang="fr",
        about=(
            "Chèvre rousse de Maradi, tannage végétal gonakier et wet blue. Petite tannerie, bassins "
            "et 4 foulons. eau difficile en saison chaude."
        ),
        founded=2000,
        employees=32,
        women=5,
        languages=("fr", "ha"),
        person="Amadou Harouna",
        role="responsable",
        able=(
            Able(
                text="Peaux de chèvre tannage végétal",
                kind="product",
                isic=("1511",),
                cpv=("19100000",),
                hs=("41",),
                unit="pcs",
                installed=9000,
                used=4000,
                lead_time_days=40,
                stated_days_ago=199,
            ),
        ),
        confirmed_days_ago=199,
    ),
    Body(
        name="Oignons et Épices Galmi",
        kind="cso",
        country="NE",
        town="Galmi",
        latitude=13.9678,
        longitude=5.6667,
        lang="fr",
        about=(
            "Union de 9 coopératives, oignon violet frais et séché en lamelles, gombo, piment, "
            "moringa. Séchage tentes solaires. Conditionnement 25 kg."
        ),
        founded=2008,
        employees=14,
        women=8,
        languages=("fr", "ha"),
        markets=("NE", "GH", "CI"),
        able=(
            Able(
                text="Oignon, gombo et moringa séchés",
                kind="product",
                isic=("1030",),
                hs=("07",),
                unit="t",
                installed=20,
                used=7,
                stated_days_ago=315,
            ),
        ),
        confirmed_days_ago=315,
    ),
    Body(
        name="Atelier Froid & Pompe Zinder",
        country="NE",
        town="Zinder",
        latitude=13.8072,
        longitude=8.9881,
        lang="fr",
        about="POMPAGE SOLAIRE CHATEAUX D'EAU METALLIQUES CUVES 5 A 30 M3",
        employees=20,
        languages=("fr",),
        person="Laouali Moussa",
        able=(
            Able(
                text="Pompage solaire, cuves métalliques",
                isic=("2512", "4322"),
                cpv=("42100000",),
                hs=("73", "84"),
                lead_time_days=45,
            ),
        ),
        confirmed_days_ago=510,
    ),
]

POSTS: list[Post] = [
    Post(
        by="Atelier Kabré",
        side="offer",
        kind="technology",
        title="Séchoir solaire-gaz, 200 kg par jour",
        summary=(
            "Atelier togolais propose séchoir hybride solaire-gaz, 200 kg de produit frais par jour, "
            "18 claies, 4,5 kg de gaz par jour sans soleil. Fourniture ou cession des plans avec "
            "formation du soudeur local."
        ),
        detail="Prix atelier 2,3 millions CFA, plans et dix jours de formation 900 000 CFA.",
        lang="fr",
        isic=("2825",),
        cpv=("42200000",),
        hs=("84",),
        countries=("TG", "BJ", "BF", "ML", "GH", "CI"),
        quantity=(3, "pcs", "month"),
        lead_time_days=30,
        state="submitted",
        published_days_ago=1,
    ),
    Post(
        by="Nyebu Shea Women’s Union",
        side="need",
        kind="technology",
        title="Fuel-saving roasters for shea kernels",
        summary=(
            "Women’s union in northern Ghana wants 12 drum roasters, 50 kg per batch, using at least "
            "half less wood than open fire, with spare drums and training."
        ),
        lang="en",
        isic=("2825",),
        hs=("84",),
        quantity=(12, "pcs", ""),
        published_days_ago=29,
    ),
    Post(
        by="Suame Gearworks",
        side="offer",
        kind="capacity",
        title="CNC lathe and milling hours, 500 h a month",
        summary=(
            "Machine shop in Ashanti Region has free hours on turning up to 450 x 1800 mm, gear "
            "cutting module 1–6, single pieces to 300. From drawing or worn sample."
        ),
        lang="en",
        isic=("2592",),
        quantity=(500, "h", "month"),
        countries=("GH", "CI", "TG", "BF"),
        published_days_ago=21,
    ),
    Post(
        by="Volta Sun Fruits",
        side="need",
        kind="partnership",
        title="Partner for a second drying site",
        summary=(
            "Fruit drier looks for an outgrower organisation or co-investor to open a second site of "
            "250 kg dried per day near mango belt; we bring buyers, dryers design and organic file."
        ),
        lang="en",
        isic=("1030",),
        countries=("GH", "BF", "TG"),
        published_days_ago=58,
    ),
]

CASES: list[Case] = [
    Case(
        by="Tema Corrugated & Print",
        kind="speciality",
        title="Rotary die rollers, regrind and two new",
        text=(
            "We run a two colour flexo with rotary die cutter, drum 320 mm. Need two new die rollers, "
            "42CrMo4, length 1,850 mm, hardened and ground, run-out below 0.03 mm, and regrinding of "
            "four worn anvil shafts with new bearing seats k5. Drawings in PDF, one worn shaft can "
            "travel as sample. The first roller must be here before the Easter stop, second one month "
            "later. Quote each line separately and say who does the hardening. We accept Abidjan or "
            "Kumasi workshops, transport on us."
        ),
        lang="en",
        isic=("2592",),
        hs=("84",),
        quantity=(6, "pcs", ""),
        least=2,
        countries=("GH", "CI", "TG"),
        languages=("en", "fr"),
        lead_time_days=40,
        answer_in_days=10,
        submitted_days_ago=12,
        state="approved",
    ),
]
