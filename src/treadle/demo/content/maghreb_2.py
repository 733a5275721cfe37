"""Morocco, second part: plastics, packaging, metal and food."""

from treadle.demo.content.model import Able, Body, Case, Cert, Post

BODIES: list[Body] = [
    Body(
        name="Plastiques Tensift",
        also="بلاستيك تانسيفت",
        also_lang="ar",
        country="MA",
        town="Marrakech",
        latitude=31.6745,
        longitude=-8.0402,
        lang="fr",
        about=(
            "Injection et soufflage plastique, zone Sidi Ghanem. Flacons et bidons PEHD 0,5 à 20 l pour huile "
            "d'olive, argan, produits d'entretien ; bouchons. 9 presses de 80 à 350 t, 4 souffleuses. Nous "
            "passons au PET préforme cette année. Compresseur haute pression commandé, mise en route prévue au "
            "printemps. Il nous manque les moules et un régleur formé au PET. Sérigraphie et étiquetage manchon "
            "faits sur place."
        ),
        founded=1996,
        employees=74,
        women=26,
        languages=("fr", "ar"),
        markets=("MA", "MR"),
        identifier=("MA-CR", "MRK-0000409"),
        person="Othmane Bennis",
        role="directeur d'usine",
        able=(
            Able(
                text="Flacons et bidons PEHD extrudés-soufflés 0,5 à 20 l",
                kind="product",
                isic=("2220",),
                cpv=("19500000",),
                hs=("39",),
                unit="pcs",
                installed=900000,
                used=610000,
                lead_time_days=10,
                stated_days_ago=50,
            ),
            Able(
                text="Injection à façon PP, PE, ABS, presses 80 à 350 t",
                isic=("2220",),
                hs=("39",),
                unit="h",
                installed=3800,
                used=2500,
                lead_time_days=15,
                stated_days_ago=50,
            ),
        ),
        certs=(Cert(standard="ISO 9001:2015", issued_months_ago=22, expires_in_months=14, seen=True),),
        confirmed_days_ago=50,
    ),
    Body(
        name="Kartonnage Atlas",
        country="MA",
        town="Casablanca",
        latitude=33.5422,
        longitude=-7.6418,
        lang="fr",
        about=(
            "Caisses carton ondulé simple et double cannelure, barquettes plateau pour fruits, étuis "
            "micro-cannelure. Impression flexo 4 couleurs, découpe rotative. Onduleuse 2,20 m. Export Afrique "
            "de l'Ouest par Dakhla et conteneur. Qualité contact alimentaire sur demande. Nos clients: "
            "conserveurs d'Agadir et Safi, confiseurs, huileries, depuis 2019 des exportateurs de mangue et de "
            "cajou au Sénégal et au Mali. Échantillon blanc gratuit sous 72 h, frais de cliché facturés une "
            "fois. Stock tampon possible pour les campagnes, jusqu'à 60 jours, si le contrat est annuel."
        ),
        founded=1984,
        employees=163,
        women=48,
        languages=("fr", "en", "ar"),
        markets=("MA", "SN", "ML", "BF", "CI"),
        identifier=("MA-CR", "CAS-0000318"),
        website="https://kartonnage-atlas.example",
        person="Leïla Sebti",
        role="responsable export",
        able=(
            Able(
                text="Caisses en carton ondulé simple et double cannelure",
                kind="product",
                isic=("1702",),
                cpv=("44600000",),
                hs=("48",),
                unit="t",
                installed=1400,
                used=1020,
                batch=(1000, 200000),
                batch_unit="pcs",
                lead_time_days=12,
                stated_days_ago=28,
            ),
            Able(
                text="Plateaux et barquettes pour fruits, thermoformage carton",
                kind="product",
                isic=("1702",),
                hs=("48",),
                unit="pcs",
                installed=700000,
                used=480000,
                lead_time_days=10,
                stated_days_ago=28,
            ),
            Able(text="impression flexo 4 couleurs sur carton", isic=("1811",), stated_days_ago=28),
        ),
        certs=(
            Cert(
                standard="FSC",
                scope="chaîne de contrôle",
                issued_months_ago=30,
                expires_in_months=30,
                seen=True,
            ),
            Cert(standard="ISO 9001:2015", issued_months_ago=28, expires_in_months=8, seen=True),
            Cert(standard="BRCGS Packaging", issued_months_ago=16, expires_in_months=-4),
        ),
        confirmed_days_ago=28,
    ),
    Body(
        name="Arganerie Tizgui",
        kind="enterprise",
        country="MA",
        town="Aït Melloul",
        latitude=30.3389,
        longitude=-9.4983,
        lang="fr",
        about=(
            "Huile d'argan cosmétique et alimentaire, vrac et flacons 30 à 250 ml. Achats auprès de "
            "11 coopératives. Presse à froid 4 têtes, filtration plaque, cuves inox sous azote. "
            "Tourteaux disponibles."
        ),
        founded=2011,
        employees=37,
        women=29,
        languages=("fr", "en"),
        markets=("FR", "DE", "US", "JP"),
        website="https://tizgui-argan.example",
        person="Brahim Oubella",
        role="gérant",
        able=(
            Able(
                text="Huile d'argan désodorisée et vierge, vrac",
                kind="product",
                isic=("1040", "2023"),
                cpv=("15400000",),
                hs=("15", "33"),
                unit="l",
                installed=12000,
                used=8400,
                lead_time_days=15,
                stated_days_ago=66,
            ),
            Able(
                text="Remplissage et étiquetage flacons 30 à 250 ml",
                kind="service",
                isic=("8292",),
                unit="pcs",
                installed=90000,
                used=41000,
                stated_days_ago=66,
            ),
            Able(
                text="Tourteau d'argan pour alimentation animale",
                kind="product",
                isic=("1080",),
                hs=("23",),
                unit="t",
                installed=14,
                used=9,
            ),
        ),
        certs=(
            Cert(
                standard="ECOCERT",
                scope="huile d'argan biologique",
                issued_months_ago=8,
                expires_in_months=4,
                seen=True,
            ),
            Cert(standard="ISO 22716", issued_months_ago=20, expires_in_months=16),
        ),
        confirmed_days_ago=66,
    ),
    Body(
        name="تعاونية تافوكت أركان",
        also="Coopérative Tafoukt Argan",
        also_lang="fr",
        kind="cso",
        country="MA",
        town="Tafraout",
        latitude=29.7243,
        longitude=-8.9754,
        lang="ar",
        about=(
            "تعاونية من 48 امرأة لتكسير ثمار أركان وعصر الزيت. عندنا معصرتان كهربائيتان. نبيع اللوز "
            "(أملو) والزيت بالجملة. نحتاج إلى قنينات زجاجية صغيرة بثمن مناسب."
        ),
        founded=2007,
        employees=48,
        women=48,
        languages=("ar",),
        person="خديجة أيت الحاج",
        role="الرئيسة",
        able=(
            Able(
                text="زيت أركان غذائي وتجميلي",
                kind="product",
                isic=("1040",),
                hs=("15",),
                unit="l",
                installed=700,
                used=450,
                stated_days_ago=310,
            ),
            Able(text="أملو باللوز والعسل", kind="product", isic=("1079",), hs=("20",), stated_days_ago=310),
        ),
        confirmed_days_ago=310,
    ),
    Body(
        name="Mécagrav Zenata",
        country="MA",
        town="Mohammedia",
        latitude=33.6696,
        longitude=-7.4187,
        lang="fr",
        about=(
            "Mécanique de précision: 6 centres d'usinage 3 et 5 axes, 4 tours CN diam. 400, rectification plane "
            "et cylindrique, MMT. Pièces pour agroalimentaire, automobile, énergie. Prototype et série jusqu'à "
            "5000. Clients actuels : embouteilleurs, une verrerie, deux équipementiers. Gammes et relevés "
            "archivés cinq ans. Une équipe de nuit quatre nuits par semaine, on peut reprendre des urgences "
            "mais pas plus de 60 h par semaine."
        ),
        founded=2004,
        employees=49,
        women=7,
        languages=("fr", "en"),
        markets=("MA", "FR"),
        identifier=("MA-CR", "MOH-0000096"),
        person="Karim Tahiri",
        role="chef d'atelier",
        able=(
            Able(
                text="Tournage et fraisage CN de pièces acier, inox, aluminium",
                isic=("2592",),
                materials="42CrMo4, 304L, 316L, 7075",
                dimensions="Ø 400 x 1000 mm ; 1200 x 600 x 600",
                tolerance="IT6",
                unit="h",
                installed=2900,
                used=2200,
                batch=(1, 5000),
                batch_unit="pcs",
                lead_time_days=18,
                stated_days_ago=33,
            ),
            Able(
                text="Moules d'injection jusqu'à 600 kg, entretien de moules",
                kind="product",
                isic=("2829",),
                hs=("84",),
                unit="h",
                installed=700,
                used=520,
                lead_time_days=60,
                stated_days_ago=33,
            ),
            Able(text="contrôle tridimensionnel", kind="service", isic=("7120",), unit="h", installed=160, used=90),
        ),
        certs=(
            Cert(standard="ISO 9001:2015", issued_months_ago=14, expires_in_months=22, seen=True),
            Cert(standard="EN 9100", issued_months_ago=50, expires_in_months=-14),
        ),
        confirmed_days_ago=33,
    ),
    Body(
        name="Moulinjec Nouaceur",
        country="MA",
        town="Nouaceur",
        latitude=33.3686,
        longitude=-7.6103,
        lang="fr",
        about=(
            "Conception et fabrication de moules d'injection et de soufflage, 1 à 16 empreintes, PET "
            "préforme compris. Électroérosion fil et enfonçage, presse d'essai 200 t. 12 à 15 moules "
            "par an."
        ),
        founded=2013,
        employees=24,
        languages=("fr", "en"),
        markets=("MA", "DZ", "TN"),
        person="Saad Lahlou",
        role="gérant",
        able=(
            Able(
                text="Moules d'injection et de préformes PET 1 à 16 empreintes",
                kind="product",
                isic=("2829",),
                cpv=("42900000",),
                hs=("84",),
                dimensions="jusqu'à 800 x 700 x 600 mm",
                tolerance="0,01 mm",
                lead_time_days=75,
                stated_days_ago=100,
            ),
            Able(text="Électroérosion fil", isic=("2592",), unit="h", installed=420, used=260, stated_days_ago=100),
        ),
        confirmed_days_ago=100,
    ),
    Body(
        name="Fonderie Tadla",
        also="مسبك تادلة",
        also_lang="ar",
        country="MA",
        town="Béni Mellal",
        latitude=32.3471,
        longitude=-6.3628,
        lang="ar",
        about=(
            "مسبك حديد الزهر الرمادي والعقدي وسبائك البرونز. فرنان حثيان سعة 1 طن و350 كغ. قطع من 0.5 "
            "إلى 400 كغ: مضخات، بكرات، أغطية البالوعات، قطع غيار معاصر الزيتون ومعامل السكر."
        ),
        founded=1982,
        employees=39,
        women=2,
        languages=("ar", "fr"),
        person="المصطفى بوعزة",
        role="المدير",
        able=(
            Able(
                text="سباكة حديد الزهر الرمادي والعقدي في قوالب الرمل",
                isic=("2431",),
                hs=("73",),
                dimensions="0.5–400 كغ",
                unit="t",
                installed=85,
                used=52,
                lead_time_days=20,
                stated_days_ago=130,
            ),
            Able(text="سباكة البرونز والألمنيوم", isic=("2432",), unit="t", installed=6, used=2, stated_days_ago=130),
        ),
        confirmed_days_ago=130,
    ),
    Body(
        name="Inox Gharb",
        country="MA",
        town="Kénitra",
        latitude=34.2437,
        longitude=-6.5689,
        lang="fr",
        about=(
            "Chaudronnerie inox alimentaire : cuves, tables, convoyeurs, échangeurs. TIG orbital, "
            "cintrage, plieuse 3 m 160 t, laser fibre 4 kW 3000x1500. Laiteries, conserveries, "
            "teintureries (armoires, bacs)."
        ),
        founded=2000,
        employees=42,
        women=3,
        languages=("fr",),
        markets=("MA", "SN", "MR"),
        person="Abdellah Hajji",
        role="directeur",
        able=(
            Able(
                text="Cuves et équipements inox alimentaires 304L / 316L",
                kind="product",
                isic=("2512", "2825"),
                cpv=("44600000",),
                hs=("73",),
                dimensions="jusqu'à 30 000 l",
                unit="h",
                installed=3200,
                used=2900,
                lead_time_days=35,
                stated_days_ago=70,
            ),
            Able(
                text="Découpe laser fibre inox 12 mm, acier 18 mm",
                isic=("2592", "2511"),
                dimensions="3000 x 1500 mm",
                tolerance="±0,1 mm",
                unit="h",
                installed=320,
                used=150,
                lead_time_days=5,
                stated_days_ago=70,
            ),
        ),
        certs=(Cert(standard="ISO 3834-2", scope="soudage", issued_months_ago=11, expires_in_months=25),),
        confirmed_days_ago=70,
    ),
    Body(
        name="Zinguerie Doukkala",
        country="MA",
        town="El Jadida",
        latitude=33.2316,
        longitude=-8.5007,
        lang="fr",
        about="GALVANISATION A CHAUD. BAIN 7 M. SERRES, PYLONES, CHARPENTE, GARDE CORPS. DELAI 3 JOURS.",
        founded=2015,
        employees=33,
        languages=("fr",),
        able=(
            Able(
                text="Galvanisation à chaud, bain 7 x 1,4 x 2,2 m",
                isic=("2592",),
                unit="t",
                installed=900,
                used=540,
                lead_time_days=3,
                stated_days_ago=380,
            ),
        ),
        certs=(Cert(standard="ISO 1461", scope="galvanisation", expires_in_months=None),),
        confirmed_days_ago=380,
    ),
    Body(
        name="Câblinor Gzenaya",
        country="MA",
        town="Tanger",
        latitude=35.7029,
        longitude=-5.9061,
        lang="fr",
        about=(
            "Faisceaux électriques pour électroménager, engins agricoles et éclairage, petites et "
            "moyennes séries. Coupe-sertissage automatique 4 lignes, banc de test 100 %. Pas "
            "d'automobile premier rang."
        ),
        founded=2012,
        employees=120,
        women=96,
        languages=("fr", "es", "en"),
        markets=("MA", "ES", "PT"),
        website="https://cablinor.example",
        person="Imane Bouzidi",
        role="responsable qualité",
        able=(
            Able(
                text="Faisceaux et cordons électriques jusqu'à 60 voies",
                kind="product",
                isic=("2732", "2790"),
                cpv=("31300000",),
                hs=("85",),
                unit="pcs",
                installed=140000,
                used=98000,
                batch=(200, 30000),
                batch_unit="pcs",
                lead_time_days=21,
                stated_days_ago=85,
            ),
        ),
        certs=(
            Cert(standard="ISO 9001:2015", issued_months_ago=25, expires_in_months=11, seen=True),
            Cert(standard="IATF 16949", issued_months_ago=37, expires_in_months=-1),
        ),
        confirmed_days_ago=85,
    ),
    Body(
        name="Thermosol Haouz",
        country="MA",
        town="Marrakech",
        latitude=31.6528,
        longitude=-7.9711,
        lang="fr",
        about=(
            "Chauffage solaire de l'eau pour l'industrie : hammams, laiteries, teintureries. Capteurs "
            "plans fabriqués ici, 2 m², ballons 500 à 5000 l. Étude d'économie d'énergie gratuite "
            "pour plus de 5 m³/jour. 14 sites équipés."
        ),
        founded=2017,
        employees=18,
        women=4,
        languages=("fr", "en"),
        person="Zineb Raji",
        role="ingénieure",
        able=(
            Able(
                text="Capteurs solaires plans et ballons pour eau chaude industrielle 60 à 85 °C",
                kind="product",
                isic=("2819", "2750"),
                cpv=("09300000",),
                hs=("84",),
                unit="m2",
                installed=300,
                used=120,
                lead_time_days=45,
                stated_days_ago=48,
            ),
            Able(
                text="Installation et suivi d'installations solaires thermiques",
                kind="service",
                isic=("4322",),
                cpv=("45300000",),
                stated_days_ago=48,
            ),
        ),
        confirmed_days_ago=48,
    ),
    Body(
        name="Imprimerie Étiquettes Souissi",
        country="MA",
        town="Rabat",
        latitude=33.9654,
        longitude=-6.8327,
        lang="fr",
        about=(
            "Étiquettes adhésives en bobine flexo 8 couleurs et numérique, manchons, étiquettes "
            "textile satin. Délais courts 5 jours. bat sous 24h."
        ),
        founded=1997,
        employees=35,
        women=17,
        languages=("fr",),
        person="Ghita Slaoui",
        able=(
            Able(
                text="Étiquettes adhésives en bobine, flexo et numérique",
                kind="product",
                isic=("1811",),
                cpv=("22900000",),
                hs=("48", "49"),
                unit="m2",
                installed=95000,
                used=60000,
                batch=(500, 2000000),
                batch_unit="pcs",
                lead_time_days=5,
                stated_days_ago=140,
            ),
            Able(text="Griffes et étiquettes composition textile", kind="product", isic=("1811", "1399"), hs=("58",)),
        ),
        confirmed_days_ago=140,
    ),
    Body(
        name="Conserves Beddouza",
        also="مصبرات بدوزة",
        also_lang="ar",
        country="MA",
        town="Safi",
        latitude=32.2831,
        longitude=-9.2306,
        lang="ar",
        about=(
            "تصبير السردين والإسقمري في زيت الزيتون وزيت نباتي وصلصة الطماطم، علب 125 غ و425 غ. معمل قرب "
            "الميناء، 2 خطوط إنتاج، مخزن تبريد 120 طنا. نعمل بالعلامة الخاصة للزبون. يتوقف خط الإسقمري بين "
            "يناير ومارس لقلة السمك، وتبقى الطاقة متاحة للتعليب لفائدة الغير. نشتري العلب الفارغة من الدار "
            "البيضاء ونبحث عن مورد ثان، وكذلك عن كرتون تغليف مقاوم للرطوبة."
        ),
        founded=1976,
        employees=260,
        women=215,
        languages=("ar", "fr", "en"),
        markets=("MA", "CI", "GH", "FR"),
        identifier=("MA-CR", "SAF-0000022"),
        person="سعيد الكردودي",
        role="مسؤول التصدير",
        able=(
            Able(
                text="سردين وإسقمري معلب 125 غ و425 غ",
                kind="product",
                isic=("1020",),
                cpv=("15200000",),
                hs=("16",),
                unit="t",
                installed=620,
                used=480,
                lead_time_days=30,
                stated_days_ago=57,
            ),
            Able(
                text="تخزين بالتبريد −20 درجة",
                kind="service",
                isic=("5210",),
                unit="t",
                installed=120,
                used=95,
                stated_days_ago=57,
            ),
        ),
        certs=(
            Cert(standard="HACCP", issued_months_ago=10, expires_in_months=14, seen=True),
            Cert(standard="IFS Food", issued_months_ago=9, expires_in_months=3, seen=True),
            Cert(standard="MSC", scope="سلسلة الحيازة", issued_months_ago=44, expires_in_months=-8),
        ),
        confirmed_days_ago=57,
    ),
    Body(
        name="معصرة زرهونة الجبل",
        also="Huilerie Zerhouna Jbel",
        also_lang="fr",
        country="MA",
        town="Moulay Driss Zerhoun",
        latitude=34.0553,
        longitude=-5.5178,
        lang="ar",
        about=(
            "زيت الزيتون البكر الممتاز بعصر مستمر على مرحلتين، 40 طن زيتون في اليوم في الموسم. "
            "التعبئة في قنينات 0.5 و1 لتر وبيدوات 5 لتر. المرج نخزنه في أحواض التبخير."
        ),
        founded=2002,
        employees=16,
        women=5,
        languages=("ar", "fr"),
        able=(
            Able(
                text="عصر الزيتون واستخراج الزيت البكر الممتاز",
                isic=("1040",),
                hs=("15",),
                unit="t",
                installed=800,
                used=350,
                stated_days_ago=720,
            ),
        ),
        confirmed_days_ago=720,
    ),
    Body(
        name="Couscousserie Chaouia",
        country="MA",
        town="Settat",
        latitude=33.0012,
        longitude=-7.6166,
        lang="fr",
        about=(
            "Couscous blé dur, orge, complet, roulé et précuit vapeur. sachets 500g 1kg, sacs 25 kg. "
            "Ligne 1,2 t/h. Marque blanche possible pour la diaspora et l'Afrique."
        ),
        founded=1993,
        employees=54,
        women=31,
        languages=("fr",),
        markets=("MA", "FR", "SN", "CI", "GA"),
        person="Mohamed Amine Fassi",
        role="commercial",
        able=(
            Able(
                text="Couscous précuit de blé dur et d'orge",
                kind="product",
                isic=("1074",),
                cpv=("15800000",),
                hs=("19",),
                unit="t",
                installed=550,
                used=390,
                lead_time_days=15,
                stated_days_ago=95,
            ),
        ),
        certs=(Cert(standard="ISO 22000:2018", issued_months_ago=17, expires_in_months=19, seen=True),),
        confirmed_days_ago=95,
    ),
    Body(
        name="Vergers de l'Aggay",
        country="MA",
        town="Sefrou",
        latitude=33.8267,
        longitude=-4.8341,
        lang="fr",
        about=(
            "Cerises, prunes et abricots de Sefrou : congelés IQF, confits, confitures en fûts 220 "
            "kg. Campagne mai à septembre, le reste de l'année la chambre froide est à louer (400 "
            "palettes)."
        ),
        founded=2010,
        employees=65,
        women=52,
        languages=("fr", "ar"),
        person="Hassan Sefrioui",
        role="gérant",
        able=(
            Able(
                text="Fruits surgelés IQF et purées en fûts",
                kind="product",
                isic=("1030",),
                cpv=("15300000",),
                hs=("08", "20"),
                unit="t",
                installed=180,
                used=110,
                lead_time_days=20,
                stated_days_ago=160,
            ),
            Able(
                text="Location de chambre froide négative, 400 palettes",
                kind="service",
                isic=("5210",),
                cpv=("63100000",),
                stated_days_ago=160,
            ),
        ),
        confirmed_days_ago=160,
    ),
    Body(
        name="Atelier Bois Mogador",
        also="ورشة خشب موكادور",
        also_lang="ar",
        country="MA",
        town="Essaouira",
        latitude=31.5125,
        longitude=-9.7630,
        lang="ar",
        about="نجارة العرعار والليمون: علب، صواني، ألعاب شطرنج. نصنع أيضا علب خشبية لتعليب زيت أركان.",
        employees=9,
        languages=("ar",),
        able=(Able(text="علب وصناديق خشبية صغيرة", kind="product", isic=("1629", "1623"), hs=("44",)),),
        confirmed_days_ago=880,
    ),
]

POSTS: list[Post] = [
    Post(
        by="Kartonnage Atlas",
        side="offer",
        kind="supply",
        title="Caisses carton pour fruits séchés et huiles, export Afrique de l'Ouest",
        summary=(
            "Cartonnerie marocaine propose caisses ondulées double cannelure, qualité contact "
            "alimentaire, à partir de 1000 pièces, impression 4 couleurs. Délai 12 jours plus "
            "transport, livraison à plat sur palettes."
        ),
        lang="fr",
        isic=("1702",),
        hs=("48",),
        countries=("SN", "ML", "BF", "CI"),
        quantity=(300, "t", "month"),
        published_days_ago=15,
    ),
    Post(
        by="Inox Gharb",
        side="offer",
        kind="capacity",
        title="Laser fibre 4 kW disponible, 170 heures par mois",
        summary=("Découpe laser inox jusqu'à 12 mm, acier 18 mm, alu 10 mm, format 3000 x 1500. Travail à façon ou fourniture comprise."),
        lang="fr",
        isic=("2592",),
        quantity=(170, "h", "month"),
        countries=("MA",),
        published_days_ago=27,
    ),
    Post(
        by="تعاونية تافوكت أركان",
        side="need",
        kind="supply",
        title="قنينات زجاجية داكنة 50 و100 مل مع القطارة",
        summary=(
            "تعاونية نسائية في سوس تحتاج 8000 قنينة زجاجية بنية سعة 50 و100 مل مع القطارة أو الغطاء، "
            "على دفعتين في السنة. التسليم في أكادير أو تافراوت."
        ),
        lang="ar",
        isic=("2310",),
        hs=("70",),
        quantity=(8000, "pcs", "year"),
        published_days_ago=52,
    ),
    Post(
        by="Fonds Amorçage Saïs-Gharb",
        side="offer",
        kind="partnership",
        title="Co-investissement dans la récupération d'eau et de chaleur",
        summary=(
            "Fonds régional cherche dossiers d'ateliers textiles, cuir ou agroalimentaires : 1,5 à 12 "
            "MDH pour recyclage de bains, chaleur solaire, traitement. Réponse de principe en six "
            "semaines."
        ),
        lang="fr",
        isic=("6430",),
        countries=("MA",),
        published_days_ago=70,
    ),
    Post(
        by="Vergers de l'Aggay",
        side="offer",
        kind="capacity",
        title="CHAMBRE FROIDE A LOUER",
        summary="Chambre froide disponible octobre avril.",
        lang="fr",
        isic=("5210",),
        state="returned",
        reason=("Merci d'indiquer la température tenue, le nombre de palettes et la ville : sans cela personne ne peut répondre."),
        published_days_ago=5,
    ),
]

CASES: list[Case] = [
    Case(
        by="Plastiques Tensift",
        kind="speciality",
        title="Moules pour préformes PET, 2 empreintes",
        text=(
            "Nous démarrons le PET et cherchons deux moules de préformes 2 empreintes, col PCO 1881, "
            "poids 24 g et 42 g, canaux chauds avec obturateurs, acier 1.2316 ou équivalent, à monter "
            "sur presse 150 t (entre colonnes 460 x 460). Durée de vie garantie un million de cycles. "
            "Essai chez le mouliste sur 500 préformes avec relevé de poids et d'épaisseur avant "
            "expédition. Plans remis après accord de confidentialité. Livraison souhaitée en quatre "
            "mois, paiement 40/50/10."
        ),
        lang="fr",
        isic=("2829",),
        cpv=("42900000",),
        hs=("84",),
        quantity=(2, "pcs", ""),
        least=1,
        countries=("MA", "TN", "PT", "EG"),
        languages=("fr", "en"),
        lead_time_days=120,
        answer_in_days=18,
        submitted_days_ago=15,
        state="out",
        quote_note="Moule 24 g : 212 000 DH départ atelier, canaux chauds inclus, quinze semaines.",
        decline_note="Nos presses d'essai ne prennent pas les canaux chauds à obturateur.",
    ),
    Case(
        by="Arganerie Tizgui",
        kind="supply",
        title="Flacons verre et étuis pour huile d'argan",
        text=(
            "On a besoin de flacons verre ambré et d'étuis carton imprimés pour notre huile. Merci "
            "d'envoyer vos prix rapidement, on commande régulièrement."
        ),
        lang="fr",
        isic=("2310", "1702"),
        hs=("70", "48"),
        submitted_days_ago=13,
        state="returned",
        returned_because=(
            "Il manque la contenance, le nombre de flacons par commande, le format des étuis et la "
            "ville de livraison. Une ligne pour chacun suffit."
        ),
    ),
]
