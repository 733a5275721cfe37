"""Demonstration records of Belgium, Germany and France: all invented."""

from treadle.demo.content.model import Able, Body, Case, Cert, Post

BODIES: list[Body] = [
    Body(
        name="Ostermeer Knitwear",
        country="BE",
        town="Ghent",
        latitude=51.0543,
        longitude=3.7174,
        lang="en",
        about=(
            "We design and make knitted cotton garments under two own labels and for six Benelux retailers: "
            "T-shirts, polos, sweatshirts and children's wear, about 41,000 pieces a month. Knitting (18 circular "
            "machines, gauge 18 to 28) and cutting are done in Ghent, sewing in Ghent and with two workshops in "
            "Romania. Our own dyehouse closed in 2023 and we buy dyeing and finishing outside, today 26 tonnes a "
            "month."
        ),
        founded=1984,
        employees=93,
        women=61,
        languages=("en", "fr", "nl"),
        markets=("BE", "NL", "FR", "LU"),
        identifier=("BE-BCE", "0999123457"),
        website="https://ostermeer-knitwear.example",
        person="Lieselot Verhaeghe",
        role="Sourcing manager",
        able=(
            Able(
                text="Circular knitting of cotton, single jersey, interlock and fleece",
                isic=("1391",),
                cpv=("19200000",),
                hs=("60",),
                materials="combed organic cotton, cotton/elastane",
                dimensions="gauge 18 to 28, 26 to 34 inch",
                unit="t",
                installed=38,
                used=31,
                batch=(150, 4000),
                batch_unit="kg",
                lead_time_days=14,
                stated_days_ago=10,
            ),
            Able(
                text="Knitted garments",
                kind="product",
                isic=("1430",),
                cpv=("18300000",),
                hs=("61",),
                unit="pcs",
                installed=52000,
                used=41000,
                batch=(250, 12000),
                batch_unit="pcs",
                lead_time_days=40,
                stated_days_ago=10,
            ),
        ),
        certs=(
            Cert(standard="GOTS", scope="knitting and making-up", issued_months_ago=7, expires_in_months=5, seen=True),
            Cert(
                standard="OEKO-TEX Standard 100",
                scope="knitted garments, class I",
                issued_months_ago=4,
                expires_in_months=8,
            ),
        ),
        confirmed_days_ago=10,
        tags=("carlos",),
    ),
    Body(
        name="Kempenland Lichtbouw",
        country="BE",
        town="Geel",
        latitude=51.1622,
        longitude=4.9906,
        lang="en",
        about=(
            "Maker of LED street and tunnel luminaires, 60,000 a year. We assemble and test; castings, glass, cable "
            "sets and coating are bought. Open to a second plant for assembly close to North African and West "
            "African tenders, with transfer of photometric know-how and test benches."
        ),
        founded=2003,
        employees=71,
        women=24,
        languages=("en", "nl", "fr"),
        markets=("BE", "FR", "NL", "SN", "MA"),
        website="https://kempenland-licht.example",
        person="Wouter Claessens",
        role="Operations director",
        able=(
            Able(
                text="LED street luminaires, assembly and test",
                kind="product",
                isic=("2740",),
                cpv=("31500000",),
                hs=("94",),
                unit="pcs",
                installed=6500,
                used=5000,
                lead_time_days=30,
                stated_days_ago=44,
            ),
            Able(
                text="Photometric testing, goniometer up to 1.6 m",
                kind="service",
                isic=("7120",),
                unit="h",
                installed=160,
                used=70,
                stated_days_ago=44,
            ),
        ),
        certs=(
            Cert(
                standard="ISO 9001:2015",
                body="Lowland Assessment",
                scope="luminaires",
                issued_months_ago=12,
                expires_in_months=24,
                seen=True,
            ),
            Cert(standard="ISO 14001:2015", body="Lowland Assessment", issued_months_ago=12, expires_in_months=24),
        ),
        confirmed_days_ago=44,
    ),
    Body(
        name="Malterie de la Haute Biesmelle",
        country="BE",
        town="Thuin",
        latitude=50.3396,
        longitude=4.2872,
        lang="fr",
        about=(
            "Malterie artisanale : orges brassicoles locales, froment, épeautre, 2 cases de 12 t et un touraillage "
            "au bois déchiqueté. Malt fumé au hêtre en hiver. Livraison en sacs de 25 kg ou big bag. Drêches et "
            "radicelles disponibles."
        ),
        founded=2016,
        employees=9,
        women=3,
        languages=("fr", "nl", "en"),
        markets=("BE", "FR"),
        person="Benoît Lambillotte",
        role="Gérant",
        able=(
            Able(
                text="Malt d'orge, de froment et d'épeautre",
                kind="product",
                isic=("1103",),
                hs=("11",),
                unit="t",
                installed=90,
                used=62,
                batch=(500, 24000),
                batch_unit="kg",
                lead_time_days=20,
                stated_days_ago=170,
            ),
            Able(text="Maltage à façon", isic=("1103",), unit="t", installed=60, used=40, stated_days_ago=170),
        ),
        certs=(Cert(standard="Organic (EU) 2018/848", scope="malts", issued_months_ago=8, expires_in_months=4, seen=True),),
        confirmed_days_ago=170,
    ),
    Body(
        name="Meetjesland Impact Partners",
        kind="investor",
        country="BE",
        town="Brussels",
        latitude=50.8503,
        longitude=4.3517,
        lang="en",
        about=(
            "EUR 48 million fund for textile, food and recycling factories in Africa and Latin America. Loans and "
            "quasi-equity of EUR 0.5 to 4 million, in euro or local currency where a hedge exists, three to eight "
            "years. Grant window of up to EUR 60,000 for certification, laboratory equipment and wastewater design. "
            "We visit every plant before term sheet."
        ),
        founded=2015,
        employees=14,
        women=8,
        languages=("en", "fr", "nl", "es"),
        markets=("MA", "TN", "SN", "CI", "CO", "PE"),
        website="https://meetjesland-impact.example",
        person="Aurélie Debruyne",
        role="Investment director",
        able=(
            Able(
                text="Loans and quasi-equity for factories, EUR 0.5 to 4 million",
                kind="service",
                isic=("6430", "6492"),
                stated_days_ago=23,
            ),
        ),
        confirmed_days_ago=23,
    ),
    Body(
        name="Hohenlind Pumpenwerk",
        country="DE",
        town="Frankenthal",
        latitude=49.5343,
        longitude=8.3533,
        lang="en",
        about=(
            "Centrifugal and self-priming pumps for irrigation, paper and wastewater, 2 to 160 kW. About 7,200 pumps "
            "a year. Castings in grey and ductile iron and bronze are purchased (1,900 t a year, 640 part numbers, "
            "pattern equipment is ours). We look for foundries able to run 20 to 400 pieces per lot with full "
            "documentation."
        ),
        founded=1926,
        employees=268,
        women=41,
        languages=("en", "de", "fr"),
        markets=("DE", "FR", "PL", "EG", "MA"),
        website="https://hohenlind-pumpen.example",
        person="Thorsten Kessler-Braun",
        role="Strategic purchasing",
        able=(
            Able(
                text="Centrifugal pumps for irrigation and wastewater",
                kind="product",
                isic=("2813",),
                cpv=("42100000",),
                hs=("84",),
                unit="pcs",
                installed=720,
                used=600,
                lead_time_days=60,
                stated_days_ago=16,
            ),
            Able(
                text="Balancing and test bench for pumps up to 200 kW",
                kind="service",
                isic=("7120", "3312"),
                unit="h",
                installed=280,
                used=190,
                stated_days_ago=16,
            ),
        ),
        certs=(
            Cert(
                standard="ISO 9001:2015",
                body="Rheinpfalz Zert",
                scope="pumps",
                issued_months_ago=15,
                expires_in_months=21,
                seen=True,
            ),
            Cert(standard="ISO 14001:2015", body="Rheinpfalz Zert", issued_months_ago=15, expires_in_months=21),
        ),
        confirmed_days_ago=16,
    ),
    Body(
        name="Wupperbach Galvanoanlagen",
        country="DE",
        town="Solingen",
        latitude=51.1652,
        longitude=7.0671,
        lang="en",
        about=(
            "We build electroplating and anodising lines, manual to fully automatic, and retrofit older ones: "
            "rectifiers, closed rinsing cascades, evaporators and ion exchange that cut drag-out by up to 90 %. "
            "Typical project EUR 180,000 to 3 million, commissioning team of five. Chrome(VI)-free processes only."
        ),
        founded=1978,
        employees=84,
        women=12,
        languages=("en", "de", "es", "tr"),
        markets=("DE", "TR", "MX", "PL", "TN"),
        website="https://wupperbach-galvano.example",
        person="Ute Schlieper",
        role="Project sales",
        able=(
            Able(
                text="Electroplating lines and retrofits",
                kind="product",
                isic=("2829",),
                cpv=("42900000",),
                hs=("84",),
                lead_time_days=210,
                stated_days_ago=39,
            ),
            Able(
                text="Rinse-water recovery and evaporation for platers",
                kind="expertise",
                isic=("2829", "3700"),
                lead_time_days=120,
                stated_days_ago=39,
            ),
        ),
        certs=(
            Cert(
                standard="ISO 9001:2015",
                body="Rheinpfalz Zert",
                scope="plating equipment",
                issued_months_ago=30,
                expires_in_months=6,
                seen=True,
            ),
        ),
        confirmed_days_ago=39,
    ),
    Body(
        name="Albtal Strickmaschinen",
        country="DE",
        town="Albstadt",
        latitude=48.212,
        longitude=9.025,
        lang="en",
        about=(
            "Flat and circular knitting machines, overhauled and new, spare needles and cylinders. Overhaul with 12 "
            "month warranty; 70 machines in stock from gauge 3 to 28. Mechanics travel; online training in English, "
            "French and Turkish."
        ),
        founded=1951,
        employees=33,
        women=6,
        languages=("en", "de", "fr", "tr"),
        markets=("TR", "MA", "TN", "PE", "VN"),
        able=(
            Able(
                text="Overhauled circular and flat knitting machines",
                kind="product",
                isic=("2826",),
                cpv=("42700000",),
                hs=("84",),
                unit="pcs",
                installed=8,
                used=5,
                lead_time_days=50,
                stated_days_ago=135,
            ),
            Able(
                text="Repair and needle service for knitting machines",
                kind="service",
                isic=("3312",),
                stated_days_ago=135,
            ),
        ),
        confirmed_days_ago=135,
    ),
    Body(
        name="Nordheide Biogastechnik",
        country="DE",
        town="Buchholz in der Nordheide",
        latitude=53.3285,
        longitude=9.8621,
        lang="en",
        about=(
            "biogas upgrading, small scale CHP 30 - 250 kW containerised, hygienisation for slaughterhouse waste. "
            "120 references. local partners wanted in Latin America"
        ),
        founded=2004,
        employees=46,
        languages=("en", "de", "es"),
        markets=("DE", "CL", "AR", "MA"),
        able=(
            Able(
                text="Containerised CHP units and biogas upgrading",
                kind="product",
                isic=("2811", "2829"),
                cpv=("31100000", "42900000"),
                hs=("84", "85"),
                lead_time_days=150,
                stated_days_ago=290,
            ),
        ),
        confirmed_days_ago=290,
    ),
    Body(
        name="Saaletal Feinoptik",
        country="DE",
        town="Jena",
        latitude=50.9271,
        longitude=11.5892,
        lang="en",
        about=(
            "Lenses, prisms and filters for sensors and medical endoscopes, diameter 1 to 80 mm. Grinding, "
            "polishing, centring, thin-film coating. Prototypes in 4 weeks. Free coating chambers on the night "
            "shift."
        ),
        founded=1992,
        employees=58,
        women=27,
        languages=("en", "de"),
        markets=("DE", "CH", "FR", "IL"),
        website="https://saaletal-feinoptik.example",
        person="Dr. Silke Handrick",
        role="Managing director",
        able=(
            Able(
                text="Precision lenses and prisms",
                kind="product",
                isic=("2670",),
                hs=("90",),
                materials="N-BK7, fused silica, sapphire",
                dimensions="Ø 1 to 80 mm",
                tolerance="λ/10, 10-5 scratch-dig",
                unit="pcs",
                installed=24000,
                used=19500,
                batch=(5, 3000),
                batch_unit="pcs",
                lead_time_days=40,
                stated_days_ago=52,
            ),
            Able(
                text="Thin-film coating, 200 to 1,600 nm",
                isic=("2670", "2592"),
                unit="h",
                installed=980,
                used=560,
                lead_time_days=12,
                stated_days_ago=52,
            ),
        ),
        certs=(
            Cert(
                standard="ISO 9001:2015",
                body="Rheinpfalz Zert",
                scope="optical components",
                issued_months_ago=9,
                expires_in_months=27,
                seen=True,
            ),
            Cert(standard="ISO 13485:2016", body="Rheinpfalz Zert", issued_months_ago=20, expires_in_months=-1),
        ),
        confirmed_days_ago=52,
    ),
    Body(
        name="Établissements Verchère Tricotage",
        country="FR",
        town="Troyes",
        latitude=48.2973,
        longitude=4.0744,
        lang="fr",
        about=(
            "Tricoteur depuis quatre générations : chaussettes, collants, sous-vêtements et bandes de contention. "
            "140 métiers, dont 38 circulaires à chaussettes 168 à 200 aiguilles. Marques de distributeurs et trois "
            "marques propres. Teinture et remaillage sous-traités. Nous cherchons un partenaire méditerranéen pour "
            "le moyen de gamme."
        ),
        founded=1911,
        employees=122,
        women=88,
        languages=("fr", "en"),
        markets=("FR", "BE", "DE", "TN"),
        identifier=("FR-INSEE", "999102346"),
        website="https://verchere-tricotage.example",
        person="Mathilde Verchère",
        role="Direction des achats",
        able=(
            Able(
                text="Chaussettes et collants",
                kind="product",
                isic=("1430",),
                hs=("61",),
                materials="coton, laine, polyamide, élasthanne",
                unit="pcs",
                installed=410000,
                used=340000,
                batch=(1200, 60000),
                batch_unit="pcs",
                lead_time_days=30,
                stated_days_ago=30,
            ),
            Able(
                text="Bandes et manchons de contention tricotés",
                kind="product",
                isic=("1391", "3250"),
                unit="m",
                installed=90000,
                used=42000,
                lead_time_days=25,
                stated_days_ago=30,
            ),
        ),
        certs=(
            Cert(
                standard="OEKO-TEX Standard 100",
                scope="chaussettes",
                issued_months_ago=11,
                expires_in_months=1,
                seen=True,
            ),
            Cert(
                standard="ISO 13485:2016",
                body="Certinova Est",
                scope="contention",
                issued_months_ago=26,
                expires_in_months=10,
            ),
        ),
        confirmed_days_ago=30,
    ),
    Body(
        name="Cosmétique des Baronnies",
        country="FR",
        town="Nyons",
        latitude=44.36,
        longitude=5.14,
        lang="fr",
        about=(
            "Savons, huiles de soin, crèmes en marque blanche pour 60 clients. Mélangeurs de 50 à 1 000 l, "
            "conditionnement tubes, pots, flacons, 3 lignes. Nous achetons huiles végétales (argan, olive, figue de "
            "barbarie, noix du Brésil), hydrolats et emballages en verre ou aluminium ; contrats pluriannuels avec "
            "des coopératives."
        ),
        founded=1998,
        employees=64,
        women=49,
        languages=("fr", "en", "es"),
        markets=("FR", "CH", "BE", "JP"),
        website="https://baronnies-cosmetique.example",
        person="Solène Autard",
        role="Achats responsables",
        able=(
            Able(
                text="Formulation et conditionnement de cosmétiques",
                isic=("2023",),
                cpv=("33700000",),
                hs=("33", "34"),
                unit="kg",
                installed=42000,
                used=31500,
                batch=(50, 1000),
                batch_unit="kg",
                lead_time_days=45,
                stated_days_ago=19,
            ),
            Able(text="Saponification à froid", isic=("2023",), unit="kg", installed=9000, used=4000, stated_days_ago=19),
        ),
        certs=(
            Cert(
                standard="ISO 22716",
                body="Certinova Est",
                scope="cosmétiques",
                issued_months_ago=13,
                expires_in_months=23,
                seen=True,
            ),
            Cert(standard="COSMOS Organic", issued_months_ago=5, expires_in_months=7, seen=True),
        ),
        confirmed_days_ago=19,
    ),
    Body(
        name="Chaudronnerie du Haut Forez",
        country="FR",
        town="Saint-Étienne",
        latitude=45.4397,
        longitude=4.3872,
        lang="fr",
        about=(
            "Chaudronnerie inox et aluminium pour l'agroalimentaire et la pharmacie : cuves, skids, tuyauteries "
            "orbitales. 2 200 m2 d'atelier, rouleuse 4 galets, polissage Ra 0,4. Plan de charge court en ce moment."
        ),
        founded=1987,
        employees=38,
        women=3,
        languages=("fr",),
        markets=("FR", "CH"),
        able=(
            Able(
                text="Cuves et skids inox",
                kind="product",
                isic=("2512",),
                cpv=("44600000",),
                hs=("73",),
                materials="304L, 316L, alu 5754",
                dimensions="jusqu'à 30 m3",
                unit="h",
                installed=3800,
                used=2500,
                lead_time_days=60,
                stated_days_ago=410,
            ),
        ),
        certs=(Cert(standard="ISO 9001:2015", body="Certinova Est", issued_months_ago=42, expires_in_months=-6),),
        confirmed_days_ago=410,
    ),
    Body(
        name="Clarivasse Procédés",
        country="FR",
        town="Mulhouse",
        latitude=47.7508,
        longitude=7.3359,
        lang="fr",
        about=(
            "Nous concevons des unités de traitement et de recyclage d'eau pour teintureries, tanneries et laiteries "
            ": ultrafiltration céramique, osmose inverse, évaporation, ozone. Pilotes mobiles de 1 à 5 m3/h loués au "
            "mois pour essai sur site, puis garantie de résultat. 58 références dont 9 au Maghreb."
        ),
        founded=2009,
        employees=47,
        women=15,
        languages=("fr", "en", "es"),
        markets=("FR", "MA", "TN", "IT", "PT"),
        website="https://clarivasse-procedes.example",
        person="Karim Oudjani-Weber",
        role="Responsable export",
        able=(
            Able(
                text="Recyclage d'eau de teinturerie et de tannerie",
                kind="product",
                isic=("2829", "3700"),
                cpv=("42900000", "90400000"),
                hs=("84",),
                unit="m3",
                installed=48000,
                used=21000,
                lead_time_days=140,
                stated_days_ago=11,
            ),
            Able(
                text="Essais pilotes sur site",
                kind="service",
                isic=("7110", "7120"),
                cpv=("71300000",),
                lead_time_days=30,
                stated_days_ago=11,
            ),
        ),
        certs=(
            Cert(
                standard="ISO 9001:2015",
                body="Certinova Est",
                scope="unités de traitement d'eau",
                issued_months_ago=6,
                expires_in_months=30,
                seen=True,
            ),
        ),
        confirmed_days_ago=11,
    ),
    Body(
        name="Laboratoire d'essais textiles de la Lys",
        kind="institution",
        country="FR",
        town="Tourcoing",
        latitude=50.7239,
        longitude=3.1612,
        lang="fr",
        about=(
            "Laboratoire indépendant : solidités, résistance, composition, substances réglementées (colorants "
            "azoïques, formaldéhyde, PFAS), analyse d'effluents selon listes de fabrication. Diagnostics de rejets "
            "chez les ennoblisseurs et formation de coloristes."
        ),
        founded=1982,
        employees=51,
        women=33,
        languages=("fr", "en"),
        markets=("FR", "BE", "TN", "MA", "TR"),
        website="https://lab-lys.example",
        person="Hélène Dubrulle",
        role="Responsable technique",
        able=(
            Able(
                text="Essais textiles et substances réglementées",
                kind="service",
                isic=("7120",),
                cpv=("71600000",),
                unit="pcs",
                installed=3800,
                used=2900,
                lead_time_days=7,
                stated_days_ago=36,
            ),
            Able(
                text="Diagnostic rejets et produits chimiques en ennoblissement",
                kind="expertise",
                isic=("7490", "7120"),
                cpv=("90700000",),
                stated_days_ago=36,
            ),
        ),
        certs=(
            Cert(
                standard="ISO/IEC 17025:2017",
                scope="essais textiles",
                issued_months_ago=21,
                expires_in_months=27,
                seen=True,
            ),
        ),
        confirmed_days_ago=36,
    ),
]

POSTS: list[Post] = [
    Post(
        by="Clarivasse Procédés",
        side="offer",
        kind="technology",
        title="Pilote mobile de recyclage d'eau de teinturerie, 1 à 5 m3/h",
        summary=(
            "Unité pilote d'ultrafiltration céramique et d'osmose inverse louée au mois avec un technicien, pour "
            "mesurer sur place le taux d'eau réutilisable et le coût par m3. Suite possible : installation de 5 à 60 "
            "m3/h avec garantie de résultat."
        ),
        detail="Location 4 800 € par mois hors transport. Raccordement : 32 A triphasé, eau brute filtrée à 200 µm.",
        lang="fr",
        isic=("2829", "3700"),
        cpv=("42900000",),
        countries=("MA", "TN", "PT", "CO"),
        quantity=(5, "m3", ""),
        lead_time_days=30,
        published_days_ago=8,
    ),
    Post(
        by="Kempenland Lichtbouw",
        side="need",
        kind="partnership",
        title="Partenaire de montage pour luminaires LED routiers, Maghreb ou Afrique de l'Ouest",
        summary=(
            "Fabricant de luminaires routiers cherche une entreprise disposant de tôlerie, de thermolaquage et de "
            "300 m2 d'atelier propre pour monter 8 000 à 15 000 luminaires par an à partir de kits, avec transfert "
            "des bancs d'essai et formation. Réponses communes aux appels d'offres des communes ; contrat ou société "
            "commune."
        ),
        lang="fr",
        isic=("2740",),
        cpv=("31500000",),
        countries=("MA", "SN", "TN", "EG"),
        quantity=(1000, "pcs", "month"),
        certificates=("ISO 9001:2015",),
        published_days_ago=33,
    ),
    Post(
        by="Établissements Verchère Tricotage",
        side="need",
        kind="speciality",
        title="Teinture et remaillage de chaussettes, 45 000 paires par mois",
        summary=(
            "Tricoteur cherche un atelier pour le remaillage de pointes, la teinture en plongée (coton-polyamide, "
            "polyamide microfibre) et la mise en forme de 45 000 paires par mois, en lots de 1 200 à 4 000 paires "
            "par coloris. Solidité au lavage 4, azurants interdits sur la gamme bébé. Rotation de camion tous les "
            "dix jours."
        ),
        detail=("Démarrage souhaité avec 10 000 paires par mois. Formes et fiches de réglage fournies ; emballage fait à Troyes."),
        lang="fr",
        isic=("1313", "1430"),
        hs=("61",),
        countries=("TN", "MA", "PT"),
        quantity=(45000, "pcs", "month"),
        certificates=("OEKO-TEX Standard 100",),
        lead_time_days=10,
        published_days_ago=24,
    ),
    Post(
        by="Wupperbach Galvanoanlagen",
        side="offer",
        kind="technology",
        title="Retrofit of plating lines: rinse cascades, evaporators, rectifiers",
        summary=(
            "We upgrade existing zinc, nickel and anodising lines in stages, without stopping production for more "
            "than ten days. Audit of drag-out first (EUR 3,900, refunded with the order). Typical payback 18 to 30 "
            "months from saved metal and water."
        ),
        lang="en",
        isic=("2829", "2592"),
        cpv=("42900000",),
        countries=("MX", "TR", "TN", "BR"),
        lead_time_days=120,
        published_days_ago=41,
    ),
    Post(
        by="Saaletal Feinoptik",
        side="offer",
        kind="speciality",
        title="Thin-film coating, night shift free",
        summary=(
            "AR, mirror and bandpass coatings from 200 to 1,600 nm on glass, sapphire and some polymers, substrates "
            "up to 200 mm. 400 chamber hours a month free. Test plates with each lot, 12 days."
        ),
        lang="en",
        isic=("2670",),
        quantity=(400, "h", "month"),
        certificates=("ISO 9001:2015",),
        lead_time_days=12,
        published_days_ago=29,
    ),
]

CASES: list[Case] = [
    Case(
        by="Ostermeer Knitwear",
        kind="capacity",
        title="Reactive dyeing of knitted cotton, 12 t a month",
        text=(
            "We need a dyehouse for 12 tonnes a month of knitted cotton: single jersey 160 g/m2 and interlock 220 "
            "g/m2, organic combed cotton, open width up to 185 cm after finishing. Reactive dyeing in about 20 "
            "shades per season, batches of 600 kg, delta E below 1.0 under D65, washing fastness 4 or better at 60 "
            "°C, shrinkage below 5 % both ways. Compacting included. Fabric travels by truck from Ghent in rolls of "
            "22 kg and returns to Ghent. We would split the volume if each dyehouse takes at least 6 t. Start in ten "
            "weeks after three lab dips and one trial batch. Please tell us water and steam use per kilo and how the "
            "effluent is treated."
        ),
        lang="en",
        isic=("1313",),
        hs=("60",),
        quantity=(12, "t", "month"),
        least=6,
        batch=(600, "kg"),
        certificates=("GOTS",),
        countries=("MA", "TN"),
        languages=("fr", "en"),
        lead_time_days=21,
    ),
    Case(
        by="Hohenlind Pumpenwerk",
        kind="supply",
        title="Grey and ductile iron pump casings, 32 t a month",
        text=(
            "Second source for 46 pump casings and covers, 6 to 85 kg, EN-GJL-250 and EN-GJS-400-15, together 32 t a "
            "month in lots of 20 to 200 pieces. Patterns (resin, match plate) are ours and can be sent. Castings to "
            "ISO 8062-3 DCTG 10, pressure test 16 bar on 30 % of the part numbers, 3.1 certificate, primer coat. "
            "Machining of flanges is welcome but not needed. First samples of three parts in eight weeks, series "
            "four months later. We would start with a foundry that takes 8 t a month. Delivered FCA seaport, in "
            "returnable steel boxes."
        ),
        lang="en",
        isic=("2431",),
        hs=("73", "84"),
        quantity=(32, "t", "month"),
        least=8,
        batch=(2, "t"),
        certificates=("ISO 9001:2015",),
        certificates_required=True,
        countries=("EG", "TN", "TR", "BR", "CO"),
        languages=("en", "fr", "es"),
        lead_time_days=45,
        answer_in_days=21,
        submitted_days_ago=9,
        state="approved",
    ),
]
