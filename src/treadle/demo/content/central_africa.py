"""Cameroon."""

from treadle.demo.content.model import Able, Body, Case, Cert, Post


def unit(name: str, town: str, text: str, isic: str) -> Body:
    return Body(name=name, country="CM", town=town, lang="fr", able=(Able(text=text, isic=(isic,)),))


LEKIE: tuple[Body, ...] = (
    unit("GIC Femmes d'Obala", "Obala", "Bâtons de manioc", "1079"),
    unit("GIC Minkama", "Minkama", "Couscous de manioc (foufou)", "1062"),
    unit("GIC Elig-Mfomo Sœurs", "Elig-Mfomo", "Amidon de manioc", "1062"),
    unit("Groupe Mama Nkometou", "Nkometou", "Bâtons de manioc, miondo", "1079"),
    unit("GIC Sa'a Avenir", "Sa'a", "Ananas séché", "1030"),
    unit("GIC Monatélé Soleil", "Monatélé", "tomate et piment en poudre", "1030"),
    unit("Groupe Bikok", "Obala", "Huile de palme rouge", "1040"),
    unit("GIC Efok", "Efok", "Gari", "1062"),
    unit("GIC Evodoula Entraide", "Evodoula", "Chips de plantain", "1030"),
    unit("Groupe Nkolfeb", "Obala", "Jus de foléré et gingembre", "1104"),
    unit("GIC Okola Femmes Debout", "Okola", "Gari, amidon", "1062"),
    unit("GIC Batchenga Récolte", "Batchenga", "Maïs, farine", "1061"),
    unit("Groupe Ntui Rive", "Ntui", "Arachide grillée et pâte d'arachide", "1079"),
)

BODIES: list[Body] = [
    Body(
        name="Mbanga Précision",
        country="CM",
        town="Douala",
        latitude=4.0322,
        longitude=9.6931,
        lang="fr",
        about=(
            "Tournage et fraisage CN. Arbres, axes, douilles, brides pour fabricants de pompes, brasseries et "
            "scieries. 3 tours CN (Ø 320), 2 centres 3 axes, rectifieuse cylindrique. Séries de 20 à 2000 "
            "pièces, contrôle par relevés. Matière achetée chez deux négociants de Bonabéri, certificat 3.1 sur "
            "demande avec supplément. La trempe est confiée dehors, compter trois jours. Coupures de courant : "
            "groupe de 100 kVA, les tours restent sous onduleur. Plans acceptés en PDF, DXF et STEP, "
            "échantillon usé aussi."
        ),
        founded=2008,
        employees=27,
        women=4,
        languages=("fr", "en"),
        markets=("CM", "GA", "TD"),
        identifier=("CM-NIU", "M0000081234A"),
        website="https://mbanga-precision.example",
        person="Jean-Calvin Ewane",
        role="gérant",
        able=(
            Able(
                text="Tournage CN d'arbres et axes",
                isic=("2592",),
                hs=("84",),
                materials="C45, 42CrMo4, inox 304/316",
                dimensions="Ø 320 x 1000 mm",
                tolerance="h7",
                unit="h",
                installed=980,
                used=760,
                batch=(20, 2000),
                batch_unit="pcs",
                lead_time_days=16,
                stated_days_ago=26,
            ),
            Able(
                text="Rectification cylindrique extérieure",
                isic=("2592",),
                dimensions="Ø 250 x 800 mm",
                tolerance="h6",
                unit="h",
                installed=160,
                used=150,
                stated_days_ago=26,
            ),
            Able(
                text="Fraisage CN 3 axes",
                isic=("2592",),
                dimensions="800 x 500 x 450 mm",
                unit="h",
                installed=640,
                used=390,
                lead_time_days=14,
                stated_days_ago=26,
            ),
        ),
        certs=(Cert(standard="ISO 9001:2015", issued_months_ago=16, expires_in_months=20, seen=True),),
        confirmed_days_ago=26,
    ),
    Body(
        name="Usinage Sanaga",
        country="CM",
        town="Edéa",
        latitude=3.7977,
        longitude=10.1313,
        lang="fr",
        about=(
            "Usinage, brides et raccords DN 25 à DN 200, chaudronnerie pour l'aluminium et les papeteries de la "
            "région. Perceuse radiale, 4 tours, scie ruban Ø 500. Le découpage laser est acheté dehors. Nous "
            "sommes fournisseurs agréés de deux usines d'Edéa pour l'entretien programmé, ce qui remplit "
            "l'atelier en février et en août ; le reste de l'année il y a de la place. Épreuve hydraulique "
            "jusqu'à 40 bar."
        ),
        founded=2001,
        employees=33,
        women=3,
        languages=("fr", "en"),
        markets=("CM", "CG"),
        identifier=("CM-NIU", "M0000040077B"),
        person="Samuel Bikoï",
        role="chef d'entreprise",
        able=(
            Able(
                text="Brides et raccords usinés DN 25 à DN 200 PN 10/16",
                kind="product",
                isic=("2592", "2813"),
                cpv=("44100000",),
                hs=("73",),
                materials="P245GH, 304L, 316L",
                unit="pcs",
                installed=2200,
                used=1500,
                batch=(10, 600),
                batch_unit="pcs",
                lead_time_days=15,
                stated_days_ago=43,
            ),
            Able(
                text="Chaudronnerie et mécano-soudure acier, inox",
                isic=("2511",),
                unit="h",
                installed=1900,
                used=1300,
                stated_days_ago=43,
            ),
        ),
        confirmed_days_ago=43,
    ),
    Body(
        name="Bonabéri Tournage",
        country="CM",
        town="Douala",
        latitude=4.0791,
        longitude=9.6579,
        lang="fr",
        about=(
            "Bagues, coussinets bronze, douilles, poulies. Tour conventionnel et 1 tour CN. Petite "
            "série rapide 48 h si matière disponible. bronze UE12P et nylon en stock"
        ),
        founded=2012,
        employees=12,
        women=1,
        languages=("fr", "en"),
        person="Emmanuel Ndoumbe",
        role="propriétaire",
        able=(
            Able(
                text="bagues et coussinets bronze, nylon, fonte",
                isic=("2592", "2814"),
                dimensions="Ø 20 à 280 mm",
                tolerance="H7",
                unit="pcs",
                installed=3200,
                used=1900,
                batch=(1, 800),
                batch_unit="pcs",
                lead_time_days=6,
                stated_days_ago=58,
            ),
        ),
        confirmed_days_ago=58,
    ),
    Body(
        name="Pompes du Wouri Assemblage",
        country="CM",
        town="Douala",
        latitude=4.0629,
        longitude=9.7362,
        lang="fr",
        about=(
            "Assemblage de pompes à eau de surface et immergées 0,75 à 22 kW, corps en fonte achetés, "
            "arbres et chemises sous-traités. Banc d'essai hydraulique. 300 pompes par mois."
        ),
        founded=2010,
        employees=51,
        women=11,
        languages=("fr", "en"),
        markets=("CM", "TD", "CF", "GA"),
        person="Clarisse Moukouri",
        role="acheteuse",
        able=(
            Able(
                text="Pompes centrifuges de surface et immergées",
                kind="product",
                isic=("2813",),
                cpv=("42100000",),
                hs=("84",),
                unit="pcs",
                installed=420,
                used=300,
                lead_time_days=21,
                stated_days_ago=37,
            ),
            Able(
                text="Réparation et essai de pompes",
                kind="service",
                isic=("3312",),
                cpv=("50500000",),
                unit="h",
                installed=400,
                used=220,
            ),
        ),
        certs=(Cert(standard="ISO 9001:2015", issued_months_ago=29, expires_in_months=7, seen=True),),
        confirmed_days_ago=37,
    ),
    Body(
        name="Fonderie Bassa Alliages",
        country="CM",
        town="Douala",
        latitude=4.0415,
        longitude=9.7489,
        lang="fr",
        about=(
            "Fonderie aluminium et bronze au sable, 1 four à creuset 300 kg, fonte grise par cubilot "
            "une fois par semaine. Marmites, poulies, corps de pompe jusqu'à 90 kg, hélices."
        ),
        founded=1998,
        employees=38,
        women=2,
        languages=("fr",),
        person="Pierre Tchoumi",
        able=(
            Able(
                text="Moulage sable aluminium et bronze",
                isic=("2432",),
                hs=("76", "74"),
                unit="t",
                installed=14,
                used=9,
                lead_time_days=18,
                stated_days_ago=152,
            ),
            Able(text="Fonte grise", isic=("2431",), hs=("73",), dimensions="max 90 kg", unit="t", installed=22, used=12),
        ),
        confirmed_days_ago=152,
    ),
    Body(
        name="Laser Tôlerie Logbaba",
        country="CM",
        town="Douala",
        latitude=4.0287,
        longitude=9.7680,
        lang="fr",
        about=("LASER FIBRE 3 KW 3000X1500 INOX 8 MM ACIER 16 MM. PLIAGE 3 M 135 T. COFFRETS ELECTRIQUES, MOBILIER, EQUIPEMENT CUISINE."),
        founded=2019,
        employees=22,
        languages=("fr", "en"),
        person="Alain Fotso",
        role="directeur",
        able=(
            Able(
                text="Découpe laser acier, inox, alu",
                isic=("2592",),
                dimensions="3000 x 1500 mm",
                tolerance="±0,15 mm",
                unit="h",
                installed=330,
                used=190,
                lead_time_days=5,
                stated_days_ago=29,
            ),
            Able(
                text="Pliage et coffrets",
                kind="product",
                isic=("2599",),
                hs=("73",),
                unit="h",
                installed=330,
                used=280,
                stated_days_ago=29,
            ),
        ),
        confirmed_days_ago=29,
    ),
    Body(
        name="Limbe Marine Engineering Shop",
        country="CM",
        town="Limbe",
        latitude=4.0227,
        longitude=9.1956,
        lang="en",
        about=(
            "Workshop near the yard. We machine propeller shafts, rudder stocks, couplings, and do "
            "line boring on site. Thread API on request from partner. 24 hours call for vessels."
        ),
        founded=2004,
        employees=36,
        women=3,
        languages=("en", "fr"),
        markets=("CM", "NG", "GQ"),
        person="Divine Ngalle",
        role="workshop manager",
        able=(
            Able(
                text="Shaft turning up to 6 m, line boring on site",
                isic=("2592", "3315"),
                dimensions="dia 600 x 6000 mm",
                unit="h",
                installed=1300,
                used=850,
                lead_time_days=10,
                stated_days_ago=91,
            ),
            Able(text="Ship and engine repair", kind="service", isic=("3315",), cpv=("50200000",)),
        ),
        certs=(Cert(standard="ISO 45001:2018", issued_months_ago=38, expires_in_months=-2),),
        confirmed_days_ago=91,
    ),
    Body(
        name="Grassfields Machine Works",
        country="CM",
        town="Bamenda",
        latitude=5.9597,
        longitude=10.1459,
        lang="en",
        about=(
            "Maize mills, cassava graters, palm nut crackers, coffee pulpers. Spare parts. Power cut are frequent so delivery can slip."
        ),
        founded=1996,
        employees=15,
        languages=("en",),
        person="Peter Achu",
        able=(
            Able(
                text="Small food processing machines and spare parts",
                kind="product",
                isic=("2825", "2821"),
                cpv=("42200000",),
                hs=("84",),
                unit="pcs",
                installed=30,
                used=18,
                lead_time_days=20,
                stated_days_ago=410,
            ),
        ),
        confirmed_days_ago=410,
    ),
    Body(
        name="Mécanique Générale Bafoussam-Ouest",
        country="CM",
        town="Bafoussam",
        latitude=5.4781,
        longitude=10.4176,
        lang="fr",
        about="rectification vilebrequins, culasses, chemisage moteur, tournage. matériel ancien mais précis",
        employees=11,
        languages=("fr",),
        able=(
            Able(
                text="Rectification moteur et tournage",
                kind="service",
                isic=("4520", "2592"),
                unit="h",
                installed=700,
                used=500,
            ),
        ),
        confirmed_days_ago=655,
    ),
    Body(
        name="Traitement Thermique Makèpè",
        country="CM",
        town="Douala",
        latitude=4.0770,
        longitude=9.7549,
        lang="fr",
        about=(
            "Trempe, revenu, cémentation gaz, nitruration bain, dureté HRC contrôlée. Four 900 x 600 "
            "x 500. Zingage électrolytique et phosphatation en bac 2 m. Délai 3 jours."
        ),
        founded=2014,
        employees=14,
        women=3,
        languages=("fr",),
        person="Valérie Ekambi",
        role="métallurgiste",
        able=(
            Able(
                text="Trempe, cémentation, nitruration",
                isic=("2592",),
                dimensions="900 x 600 x 500 mm",
                unit="kg",
                installed=18000,
                used=8500,
                batch=(5, 400),
                batch_unit="kg",
                lead_time_days=3,
                stated_days_ago=63,
            ),
            Able(text="Zingage et phosphatation", isic=("2592",), unit="m2", installed=1500, used=600),
        ),
        confirmed_days_ago=63,
    ),
    Body(
        name="Ressorts et Tringlerie du Littoral",
        country="CM",
        town="Douala",
        latitude=4.0503,
        longitude=9.7021,
        lang="fr",
        about=("Ressorts compression traction torsion fil 0,8 à 16 mm, agrafes, crochets, lames de ressort camion reforgées."),
        founded=2003,
        employees=18,
        languages=("fr",),
        able=(
            Able(
                text="Ressorts et pièces en fil",
                kind="product",
                isic=("2599",),
                hs=("73",),
                unit="pcs",
                installed=40000,
                used=21000,
                lead_time_days=8,
                stated_days_ago=205,
            ),
        ),
        confirmed_days_ago=205,
    ),
    Body(
        name="Scierie Outillage Mbalmayo",
        country="CM",
        town="Mbalmayo",
        latitude=3.5148,
        longitude=11.5043,
        lang="fr",
        about=(
            "Affûtage lames de scie, brasage carbure, menuiserie, portes et parquet séché. Sciages "
            "iroko, sapelli, ayous avec documents de légalité. 2 séchoirs 40 m3."
        ),
        founded=1997,
        employees=59,
        women=8,
        languages=("fr",),
        markets=("CM", "BE", "IT"),
        person="Bertrand Atangana",
        role="directeur",
        able=(
            Able(
                text="Parquet et sciages séchés",
                kind="product",
                isic=("1610", "1622"),
                cpv=("03400000",),
                hs=("44",),
                unit="m3",
                installed=260,
                used=190,
                lead_time_days=30,
                stated_days_ago=118,
            ),
            Able(text="Affûtage et brasage carbure", kind="service", isic=("3311",), unit="pcs", installed=400, used=230),
        ),
        certs=(Cert(standard="FSC", scope="chaîne de contrôle", issued_months_ago=55, expires_in_months=5),),
        confirmed_days_ago=118,
    ),
    Body(
        name="Cacao Moungo Fèves",
        country="CM",
        town="Nkongsamba",
        latitude=4.9547,
        longitude=9.9404,
        lang="fr",
        about=("Fèves fermentées 6 jours, séchage four Samoa amélioré et bâche solaire. Pâte de cacao locale. Lots de 12,5 t."),
        founded=2015,
        employees=17,
        women=9,
        languages=("fr", "en"),
        markets=("NL", "FR"),
        able=(
            Able(
                text="Cacao fermenté séché grade 1, pâte",
                kind="product",
                isic=("1073", "0163"),
                cpv=("15800000",),
                hs=("18",),
                unit="t",
                installed=45,
                used=28,
                stated_days_ago=75,
            ),
        ),
        certs=(Cert(standard="Rainforest Alliance", issued_months_ago=10, expires_in_months=2),),
        confirmed_days_ago=75,
    ),
    Body(
        name="Union des transformatrices de la Lékié",
        kind="cso",
        country="CM",
        town="Obala",
        latitude=4.1667,
        longitude=11.5333,
        lang="fr",
        about=(
            "13 groupes de femmes (GIC), manioc, plantain, ananas, piment, huile rouge. Un moulin et "
            "une presse pour toutes. Vente sur Yaoundé le jeudi. Nous voulons un séchoir et des sacs "
            "imprimés."
        ),
        founded=2011,
        employees=4,
        women=4,
        languages=("fr",),
        person="Marie-Claire Ongolo",
        role="présidente",
        able=(
            Able(
                text="Gari, amidon et bâtons de manioc",
                kind="product",
                isic=("1062", "1079"),
                cpv=("15600000",),
                hs=("11",),
                unit="t",
                installed=22,
                used=13,
                stated_days_ago=104,
            ),
        ),
        units=LEKIE,
        confirmed_days_ago=104,
    ),
    Body(
        name="Institut de Métrologie Industrielle de Douala",
        kind="institution",
        country="CM",
        town="Douala",
        latitude=4.0570,
        longitude=9.7431,
        lang="fr",
        about=(
            "Étalonnage pieds à coulisse, micromètres, manomètres, balances, températures. MMT 700 x "
            "1000 x 600, dureté, rugosité. Formation tolérances et plans ISO. Réclamation: "
            "contre-mesure de pièces sur demande des deux parties."
        ),
        founded=2009,
        employees=13,
        women=5,
        languages=("fr", "en"),
        person="Dr Hervé Nkoulou",
        role="chef de laboratoire",
        able=(
            Able(
                text="Étalonnage dimensionnel, pression, masse",
                kind="service",
                isic=("7120",),
                cpv=("71600000",),
                lead_time_days=7,
                stated_days_ago=49,
            ),
            Able(
                text="Contre-expertise dimensionnelle de pièces usinées",
                kind="service",
                isic=("7120",),
                cpv=("71700000",),
                unit="h",
                installed=150,
                used=80,
            ),
        ),
        certs=(
            Cert(
                standard="ISO/IEC 17025:2017",
                scope="longueurs, pression",
                issued_months_ago=12,
                expires_in_months=36,
                seen=True,
            ),
        ),
        confirmed_days_ago=49,
    ),
    Body(
        name="Wouri Croissance Capital",
        kind="investor",
        country="CM",
        town="Douala",
        latitude=4.0460,
        longitude=9.6960,
        lang="fr",
        about=(
            "Fonds privé, prêts et prises de participation de 40 à 600 millions CFA dans l'industrie "
            "et l'agro. Sortie 5 à 7 ans. Pas de négoce."
        ),
        founded=2020,
        employees=6,
        languages=("fr", "en"),
        person="Francine Eyango",
        role="directrice associée",
        able=(
            Able(
                text="Financement de PME industrielles 40 à 600 millions CFA",
                kind="service",
                isic=("6430", "6492"),
                cpv=("66100000",),
            ),
        ),
        confirmed_days_ago=131,
    ),
    Body(
        name="Northern Hides Maroua",
        country="CM",
        town="Maroua",
        latitude=10.5956,
        longitude=14.3247,
        lang="en",
        about=("goat and sheep skins salted, crust, leather sandals, bags. 60 artisans bring their work to our showroom"),
        founded=2007,
        employees=60,
        women=10,
        languages=("fr", "ff"),
        able=(
            Able(
                text="crust leather goat, sheep",
                kind="product",
                isic=("1511",),
                hs=("41",),
                unit="pcs",
                installed=7000,
                used=4100,
            ),
            Able(text="Leather sandals and bags", kind="product", isic=("1520", "1512"), hs=("42", "64")),
        ),
        confirmed_days_ago=900,
    ),
]

POSTS: list[Post] = [
    Post(
        by="Bonabéri Tournage",
        side="offer",
        kind="speciality",
        title="Bagues et coussinets bronze sous 48 h",
        summary=(
            "Petit atelier de tournage à Douala : bagues Ø 20 à 280 mm en bronze UE12P, nylon, fonte, tolérance H7, de 1 à 800 pièces."
        ),
        lang="fr",
        isic=("2592",),
        hs=("84",),
        quantity=(1300, "pcs", "month"),
        countries=("CM", "GA", "TD", "CG"),
        lead_time_days=6,
        published_days_ago=14,
    ),
    Post(
        by="Usinage Sanaga",
        side="offer",
        kind="capacity",
        title="Flanges and fittings DN 25–200, 700 pieces a month free",
        summary=(
            "Machine shop in Littoral, Cameroon, offers turned flanges PN 10/16 in P245GH, 304L and "
            "316L, batches of 10 to 600, material certificates 3.1 passed on."
        ),
        lang="en",
        isic=("2592",),
        hs=("73",),
        quantity=(700, "pcs", "month"),
        countries=("CM", "NG", "GA", "CG"),
        lead_time_days=15,
        published_days_ago=31,
    ),
    Post(
        by="Pompes du Wouri Assemblage",
        side="need",
        kind="speciality",
        title="Arbres tournés 42CrMo4, h7, 600 pièces",
        summary=(
            "Constructeur de pompes au Cameroun cherche 600 arbres Ø 38 x 412 mm en 42CrMo4 "
            "prétraité, portées de roulement h7, rainure de clavette, relevé de mesures par lot de "
            "50."
        ),
        lang="fr",
        isic=("2592",),
        hs=("84",),
        quantity=(600, "pcs", ""),
        countries=("CM", "GA", "TN"),
        lead_time_days=45,
        published_days_ago=150,
        state="published",
    ),
    Post(
        by="Northern Hides Maroua",
        side="need",
        kind="environment",
        title="Simple treatment of tannery wash water",
        summary=(
            "Group of artisan tanners in the Sahel zone, 6 m³ a day with tannin and salt, dry "
            "climate, no sewer. Looking for ponds, planted filter or reuse, low running cost, local "
            "masons."
        ),
        lang="en",
        isic=("3700",),
        quantity=(6, "m3", "day"),
        published_days_ago=88,
    ),
    Post(
        by="Wouri Croissance Capital",
        side="offer",
        kind="partnership",
        title="Entrée au capital d'ateliers mécaniques et agro",
        summary=(
            "Investisseur d'Afrique centrale étudie des dossiers de 40 à 600 millions CFA pour "
            "machines-outils, froid et transformation. Deux années de comptes demandées."
        ),
        lang="fr",
        isic=("6430",),
        countries=("CM", "GA", "TD", "CG"),
        published_days_ago=42,
    ),
]

CASES: list[Case] = [
    Case(
        by="Pompes du Wouri Assemblage",
        kind="speciality",
        title="Arbres tournés CN, 600 pièces",
        text=(
            "600 arbres de pompe selon plan PW-38-412 : 42CrMo4 prétraité 280-320 HB, Ø 38 h7 sur "
            "deux portées de roulement, longueur 412 mm, rainure de clavette 10 P9, filetage M24x1,5 "
            "en bout, rugosité Ra 0,8 sur portées. Livraison en trois lots de 200 tous les quinze "
            "jours, relevé de mesures de 20 pièces par lot. Matière fournie par l'usineur avec "
            "certificat 3.1. Minimum 200 pièces par fournisseur. Pièces hors tolérance reprises ou "
            "déduites. Paiement à 30 jours de chaque lot."
        ),
        lang="fr",
        isic=("2592",),
        hs=("84",),
        quantity=(600, "pcs", ""),
        least=200,
        batch=(200, "pcs"),
        certificates=("ISO 9001:2015",),
        countries=("CM", "GA"),
        languages=("fr",),
        lead_time_days=45,
        answer_in_days=10,
        submitted_days_ago=140,
        state="concluded",
        quote_note="11 900 CFA pièce, matière comprise, premier lot à quatre semaines.",
        decline_note="Sans rectifieuse nous ne tenons pas h7 en série.",
        outcome=(7140000, "XAF"),
        disputed=(
            "Livré 600 pièces et payé en totalité. Le client dit maintenant 540 acceptées et 60 hors "
            "h7 sur la portée ; nos relevés des trois lots sont bons."
        ),
    ),
    Case(
        by="Usinage Sanaga",
        kind="capacity",
        title="Découpe laser inox 3 mm, 40 t par an",
        text=(
            "Nous achetons de la découpe laser inox 304L, épaisseur 3 mm surtout, un peu de 5 et 6 mm "
            ": 40 tonnes par an de pièces, soit 3 à 4 tonnes par mois, formats DXF, tolérance ±0,2 "
            "mm, sans bavure, film de protection conservé. Lots de 300 à 800 kg. Tôle fournie par le "
            "découpeur. Ébavurage et pliage simple en option, à chiffrer à part. Enlèvement par notre "
            "camion à Douala, Edéa ou Kribi. Prix au kilo fini et chute reprise."
        ),
        lang="fr",
        isic=("2592",),
        hs=("72", "73"),
        quantity=(40, "t", "year"),
        least=15,
        batch=(500, "kg"),
        countries=("CM",),
        countries_required=True,
        languages=("fr",),
        lead_time_days=8,
        answer_in_days=8,
        submitted_days_ago=16,
        state="out",
        quote_note="3 850 CFA/kg découpé, tôle 304L comprise, chute reprise à 900 CFA.",
        decline_note="Notre laser s'arrête à 2 mm en inox à cause de l'azote.",
    ),
]
