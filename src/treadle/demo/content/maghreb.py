"""Morocco, first part: textiles, dyeing, leather and those around them."""

from treadle.demo.content.model import Able, Body, Case, Cert, Post

BODIES: list[Body] = [
    Body(
        name="Teinturerie Lazaward",
        also="مصبغة اللازورد",
        also_lang="ar",
        country="MA",
        town="Fès",
        latitude=34.0312,
        longitude=-4.9721,
        lang="fr",
        about=(
            "Nous teignons en boyau les mailles coton et coton-élasthanne pour les confectionneurs, "
            "sur trois machines jet. La moitié de notre travail est en noir et marine. Depuis 2025 "
            "nous récupérons le dernier rinçage et chauffons l'eau au solaire. Quartier Aïn Nokbi, à "
            "côté de la station d'épuration."
        ),
        founded=1998,
        employees=34,
        women=15,
        languages=("fr", "ar"),
        markets=("MA", "FR", "ES", "SN"),
        identifier=("MA-CR", "FES-0000117"),
        website="https://lazaward.example",
        person="Amina Benkirane",
        role="gérante",
        able=(
            Able(
                text="Teinture réactive de mailles coton et coton-élasthanne, en boyau, sur jet",
                isic=("1313",),
                hs=("60",),
                materials="coton, coton-élasthanne jusqu'à 8 %",
                unit="t",
                installed=38,
                used=26.8,
                batch=(250, 1000),
                batch_unit="kg",
                stated_days_ago=7,
            ),
            Able(
                text="Adoucissage et finition ouvert, rame 2,20 m",
                isic=("1313",),
                materials="mailles coton",
                dimensions="laize 2,20 m",
                unit="t",
                installed=45,
                used=28.5,
                batch=(200, 1000),
                batch_unit="kg",
                stated_days_ago=7,
            ),
            Able(
                text="Noir au soufre sur maille coton",
                isic=("1313",),
                unit="t",
                installed=12,
                used=12,
                batch=(500, 1000),
                batch_unit="kg",
                stated_days_ago=20,
            ),
            Able(
                text="Contretypage, laboratoire de nuances (spectrophotomètre)",
                kind="service",
                isic=("7120",),
                cpv=("71600000",),
                stated_days_ago=196,
            ),
        ),
        certs=(
            Cert(
                standard="GOTS 7.0",
                body="organisme accrédité",
                scope="teinture",
                issued_months_ago=15,
                expires_in_months=9,
                seen=True,
            ),
            Cert(
                standard="ISO 14001:2015",
                scope="teinture et finition de mailles",
                issued_months_ago=35,
                expires_in_months=1,
                seen=True,
            ),
            Cert(standard="OEKO-TEX Standard 100", scope="classe II", issued_months_ago=14, expires_in_months=None),
        ),
        confirmed_days_ago=7,
        tags=("amina",),
    ),
    Body(
        name="Saïs Ennoblissement",
        also="سايس لتجهيز النسيج",
        also_lang="ar",
        country="MA",
        town="Meknès",
        latitude=33.8935,
        longitude=-5.5473,
        lang="fr",
        about=(
            "Ennoblissement de tissus chaîne et trame, et maille depuis janvier. Blanchiment, "
            "teinture réactive au large (pad-batch) et en jet 600 kg, rame 8 champs, sanforisage. "
            "Clients: chemise, vêtement de travail, linge de maison. Audit GOTS prévu le mois "
            "prochain."
        ),
        founded=1987,
        employees=112,
        women=38,
        languages=("fr",),
        markets=("MA", "FR", "PT"),
        identifier=("MA-CR", "MKN-0000342"),
        website="https://sais-ennoblissement.example",
        person="Driss Lamrani",
        role="directeur commercial",
        able=(
            Able(
                text="Teinture réactive au large, tissus coton 120 à 320 g/m²",
                isic=("1313",),
                hs=("52",),
                dimensions="laize max 180 cm",
                unit="t",
                installed=120,
                used=88,
                batch=(400, 3000),
                batch_unit="kg",
                lead_time_days=14,
                stated_days_ago=240,
            ),
            Able(
                text="Teinture maille en jet",
                isic=("1313",),
                hs=("60",),
                unit="t",
                installed=30,
                used=14,
                batch=(300, 600),
                batch_unit="kg",
                lead_time_days=12,
                stated_days_ago=240,
            ),
            Able(
                text="Sanforisage, grattage, émerisage à façon",
                isic=("1313",),
                unit="m",
                installed=240000,
                used=150000,
                lead_time_days=7,
                stated_days_ago=240,
            ),
        ),
        certs=(
            Cert(
                standard="ISO 9001:2015",
                body="bureau de certification, Casablanca",
                scope="ennoblissement textile",
                issued_months_ago=20,
                expires_in_months=16,
                seen=True,
            ),
            Cert(standard="OEKO-TEX Standard 100", scope="classe I", issued_months_ago=4, expires_in_months=8, seen=True),
        ),
        confirmed_days_ago=240,
    ),
    Body(
        name="Coopérative Zellija",
        also="تعاونية الزليجة",
        also_lang="ar",
        country="MA",
        town="Salé",
        latitude=34.0531,
        longitude=-6.7985,
        lang="fr",
        about=(
            "Coopérative de trois ateliers de teinture et bonneterie réunis en 2009 à Salé Tabriquet. "
            "Teinture réactive coton en overflow et en armoire pour les écheveaux, coloris clairs et "
            "pastels surtout. Livraison à Rabat, Kénitra, Casa."
        ),
        founded=2009,
        employees=41,
        women=27,
        languages=("fr", "es"),
        markets=("MA", "ES"),
        person="Fatima Zahra Ouazzani",
        role="présidente",
        able=(
            Able(
                text="teinture reactive maille et fil coton",
                isic=("1313",),
                materials="coton, viscose",
                unit="t",
                installed=14,
                used=6,
                batch=(80, 350),
                batch_unit="kg",
                lead_time_days=25,
                stated_days_ago=75,
            ),
            Able(
                text="Bonneterie circulaire jersey et interlock jauge 24",
                isic=("1391",),
                hs=("60",),
                unit="t",
                installed=9,
                used=7.5,
                stated_days_ago=75,
            ),
        ),
        units=(
            Body(
                name="Atelier Tabriquet",
                country="MA",
                town="Salé",
                lang="fr",
                able=(Able(text="Teinture d'écheveaux en armoire", isic=("1313",)),),
            ),
            Body(
                name="Atelier Bab Lamrissa",
                country="MA",
                town="Salé",
                lang="fr",
                able=(Able(text="Teinture maille en overflow", isic=("1313",)),),
            ),
            Body(
                name="Bonneterie Bettana",
                country="MA",
                town="Salé",
                lang="fr",
                able=(Able(text="Tricotage circulaire", isic=("1391",)),),
            ),
        ),
        confirmed_days_ago=75,
    ),
    Body(
        name="Dar Sabbagha",
        also="دار الصبّاغة",
        also_lang="ar",
        country="MA",
        town="Tanger",
        latitude=35.7473,
        longitude=-5.8214,
        lang="ar",
        about=(
            "ورشة صباغة صغيرة في المنطقة الصناعية مغوغة بطنجة. نصبغ القمصان والتيشيرتات الجاهزة "
            "(صباغة القطعة) والأقمشة المحبوكة بالأصباغ التفاعلية. زبناؤنا معامل الخياطة المصدرة إلى "
            "إسبانيا. آلتان سعة 150 كغ وآلة 60 كغ للعينات."
        ),
        founded=2006,
        employees=19,
        women=9,
        languages=("ar", "fr", "es"),
        markets=("MA", "ES"),
        person="عبد السلام الريفي",
        role="صاحب المصبغة",
        able=(
            Able(
                text="صباغة تفاعلية للقطن المحبوك وصباغة القطعة الجاهزة",
                isic=("1313",),
                hs=("60", "61"),
                unit="t",
                installed=10,
                used=5.5,
                batch=(60, 150),
                batch_unit="kg",
                lead_time_days=10,
                stated_days_ago=40,
            ),
            Able(text="غسيل وتنعيم بالإنزيمات", isic=("1313",), stated_days_ago=40),
        ),
        certs=(Cert(standard="OEKO-TEX Standard 100", issued_months_ago=10, expires_in_months=2),),
        confirmed_days_ago=40,
    ),
    Body(
        name="Cuirs du Sebou",
        also="جلود سبو",
        also_lang="ar",
        country="MA",
        town="Fès",
        latitude=34.0672,
        longitude=-4.9433,
        lang="fr",
        about=(
            "Tannerie-mégisserie, peaux d'ovins et de caprins. De la peau salée au cuir fini, tannage chrome et "
            "végétal (mimosa), 12 foulons. Nous livrons chausseurs et maroquiniers de Fès, Casablanca, et "
            "l'Italie. Notre souci: l'effluent chromé, la station du quartier nous demande moins de 2 mg/l "
            "avant rejet. Les bains de chrome sont déjà séparés pour deux foulons sur douze. Reverdissage et "
            "pelain se font la nuit. Nous vendons la croûte et les rognures de wet-blue à qui les veut."
        ),
        founded=1979,
        employees=86,
        women=11,
        languages=("fr", "ar"),
        markets=("MA", "IT", "ES"),
        identifier=("MA-CR", "FES-0000058"),
        person="Abdelhak Sqalli",
        role="directeur technique",
        able=(
            Able(
                text="Tannage au chrome de peaux ovines et caprines, wet-blue",
                isic=("1511",),
                hs=("41",),
                unit="pcs",
                installed=60000,
                used=47000,
                lead_time_days=20,
                stated_days_ago=55,
            ),
            Able(
                text="Cuir fini mouton et chèvre, pleine fleur, velours",
                kind="product",
                isic=("1511",),
                cpv=("19100000",),
                hs=("41",),
                dimensions="0,6 à 1,2 mm",
                unit="m2",
                installed=28000,
                used=21000,
                lead_time_days=30,
                stated_days_ago=55,
            ),
            Able(text="Tannage végétal au mimosa, petites séries", isic=("1511",), stated_days_ago=400),
        ),
        certs=(
            Cert(standard="LWG", scope="tannerie, niveau bronze", issued_months_ago=30, expires_in_months=-6, seen=True),
            Cert(standard="ISO 9001:2015", issued_months_ago=12, expires_in_months=24, seen=True),
        ),
        confirmed_days_ago=55,
    ),
    Body(
        name="Saïs Dyers’ Group",
        kind="cso",
        also="Groupement des teinturiers du Saïs",
        also_lang="fr",
        country="MA",
        town="Fès",
        latitude=34.0405,
        longitude=-4.9889,
        lang="fr",
        about=(
            "Groupement de 17 teinturiers et tanneurs de Fès, Sefrou et Meknès. Achats groupés de "
            "colorants et de sel, formation, mesure d'eau et d'énergie atelier par atelier, "
            "représentation auprès de la régie des eaux. Cotisation selon le tonnage. Secrétariat "
            "deux matinées par semaine."
        ),
        founded=2014,
        employees=3,
        women=2,
        languages=("fr", "ar", "en"),
        person="Nadia Tazi",
        role="secrétaire",
        able=(
            Able(
                text="Achat groupé de colorants, auxiliaires et sel pour les membres",
                kind="service",
                isic=("9411",),
                cpv=("24200000",),
                stated_days_ago=120,
            ),
            Able(
                text="Relevés d'eau et d'énergie, formation des teinturiers",
                kind="expertise",
                isic=("8549",),
                cpv=("80500000",),
                stated_days_ago=120,
            ),
        ),
        confirmed_days_ago=31,
    ),
    Body(
        name="Tricotage Aïn Kadous",
        also="نسيج عين قادوس",
        also_lang="ar",
        country="MA",
        town="Fès",
        latitude=34.0546,
        longitude=-5.0142,
        lang="ar",
        about=(
            "معمل للحبك الدائري: جيرسي، إنترلوك، ريب 1×1 و2×2، وفليس. 11 آلة قطر 30 بوصة. نشتغل بخيط "
            "القطن المصري والهندي، ونرسل القماش الخام للصباغة عند مصابغ فاس. الطلبية الدنيا 300 كغ."
        ),
        founded=2003,
        employees=28,
        women=6,
        languages=("ar", "fr"),
        person="محمد بنجلون العلوي",
        role="المسير",
        able=(
            Able(
                text="حبك دائري للأقمشة القطنية: جيرسي وإنترلوك وريب",
                isic=("1391",),
                hs=("60",),
                materials="قطن، قطن مع إيلاستان",
                dimensions="قطر 30 بوصة، جوج 18 إلى 28",
                unit="t",
                installed=32,
                used=23,
                batch=(300, 5000),
                batch_unit="kg",
                lead_time_days=12,
                stated_days_ago=90,
            ),
        ),
        confirmed_days_ago=90,
    ),
    Body(
        name="Confection Bouregreg",
        country="MA",
        town="Salé",
        latitude=34.0284,
        longitude=-6.7712,
        lang="fr",
        about=(
            "Tee-shirts, polos, leggings. 180 machines, coupe automatique, 3 chaînes. Séries de 300 à "
            "20 000 pièces, réassort en 3 semaines. Donneurs d'ordres espagnols et français. "
            "cherchons teinturier fiable pour noir."
        ),
        founded=2001,
        employees=235,
        women=201,
        languages=("fr", "es"),
        markets=("ES", "FR"),
        identifier=("MA-CR", "SLE-0000210"),
        website="https://confection-bouregreg.example",
        person="Hicham Bensaïd",
        role="directeur de production",
        able=(
            Able(
                text="Confection maille coton: tee-shirt, polo, legging",
                isic=("1410",),
                cpv=("18300000",),
                hs=("61",),
                unit="pcs",
                installed=190000,
                used=165000,
                batch=(300, 20000),
                batch_unit="pcs",
                lead_time_days=21,
                stated_days_ago=35,
            ),
            Able(
                text="Coupe automatique à façon, matelas 6 cm",
                isic=("1410",),
                unit="h",
                installed=340,
                used=210,
                stated_days_ago=35,
            ),
        ),
        certs=(
            Cert(standard="SMETA", scope="4 piliers", issued_months_ago=8, expires_in_months=16, seen=True),
            Cert(standard="GOTS 7.0", scope="confection", issued_months_ago=6, expires_in_months=6, seen=True),
        ),
        confirmed_days_ago=35,
    ),
    Body(
        name="Délavage Martil",
        country="MA",
        town="Tétouan",
        latitude=35.5889,
        longitude=-5.3626,
        lang="fr",
        about=(
            "Lavage industriel de jeans: stone, enzyme, ozone (1 machine depuis 2023), laser 2 têtes. "
            "9000 pièces jour en pleine saison, moitié moins en hiver. Nous faisons aussi la "
            "sur-teinture."
        ),
        founded=2010,
        employees=97,
        women=44,
        languages=("fr", "es", "ar"),
        markets=("MA", "ES"),
        person="Youssef Chentouf",
        role="gérant",
        able=(
            Able(
                text="Lavage et délavage de denim: enzyme, stone, ozone, laser",
                isic=("9601",),
                hs=("62",),
                unit="pcs",
                installed=210000,
                used=130000,
                batch=(500, 8000),
                batch_unit="pcs",
                lead_time_days=6,
                stated_days_ago=150,
            ),
            Able(text="Sur-teinture pièces finies", isic=("1313",), stated_days_ago=150),
        ),
        certs=(Cert(standard="OEKO-TEX STeP", issued_months_ago=40, expires_in_months=-4),),
        confirmed_days_ago=150,
    ),
    Body(
        name="Maroquinerie Oued Boukhrareb",
        country="MA",
        town="Fès",
        latitude=34.0628,
        longitude=-4.9741,
        lang="fr",
        about="SACS CEINTURES PORTEFEUILLES CUIR. 40 ANS DE METIER. PETITES ET GRANDES SERIES. MARQUAGE A CHAUD.",
        employees=22,
        languages=("fr", "ar"),
        person="Khalid Filali",
        able=(
            Able(
                text="SACS ET PETITE MAROQUINERIE EN CUIR",
                kind="product",
                isic=("1512",),
                cpv=("18900000",),
                hs=("42",),
                unit="pcs",
                installed=4500,
                used=2800,
            ),
        ),
        confirmed_days_ago=610,
    ),
    Body(
        name="Semelles Zerhoun",
        country="MA",
        town="Meknès",
        latitude=33.8721,
        longitude=-5.5204,
        lang="fr",
        about=(
            "Semelles caoutchouc vulcanisé et TR injecté pour chausseurs de Fès et Meknès, 34 moules "
            "pointures 36 à 45. Mélange caoutchouc fait chez nous. Faire un moule nouveau: 5 "
            "semaines."
        ),
        founded=1994,
        employees=31,
        women=4,
        languages=("fr",),
        person="Rachid Amrani",
        role="gérant",
        able=(
            Able(
                text="Semelles en caoutchouc vulcanisé",
                kind="product",
                isic=("2219",),
                hs=("64", "40"),
                unit="pcs",
                installed=60000,
                used=38000,
                lead_time_days=15,
                stated_days_ago=200,
            ),
            Able(
                text="Injection TR bicolore",
                isic=("2220", "1520"),
                unit="pcs",
                installed=45000,
                used=45000,
                stated_days_ago=200,
            ),
        ),
        confirmed_days_ago=200,
    ),
    Body(
        name="Chaussures Bab Ftouh",
        also="أحذية باب الفتوح",
        also_lang="ar",
        country="MA",
        town="Fès",
        latitude=34.0569,
        longitude=-4.9602,
        lang="ar",
        about=("صناعة الأحذية الجلدية للرجال والنساء وأحذية السلامة. إنتاج 250 زوجا في اليوم. نشتري الجلد من دباغي فاس والنعل من مكناس."),
        founded=1999,
        employees=46,
        women=12,
        languages=("ar",),
        person="إدريس الغزاوي",
        role="مدير الإنتاج",
        able=(
            Able(
                text="أحذية جلدية رجالية ونسائية",
                kind="product",
                isic=("1520",),
                cpv=("18800000",),
                hs=("64",),
                unit="pcs",
                installed=6500,
                used=4200,
                lead_time_days=25,
                stated_days_ago=110,
            ),
            Able(
                text="أحذية السلامة بمقدمة فولاذية",
                kind="product",
                isic=("1520",),
                cpv=("18800000",),
                stated_days_ago=500,
            ),
        ),
        confirmed_days_ago=110,
    ),
    Body(
        name="Auxichim Bernoussi",
        country="MA",
        town="Casablanca",
        latitude=33.6121,
        longitude=-7.5034,
        lang="fr",
        about=(
            "Fabricant d'auxiliaires textiles et cuir : mouillants, égalisants, adoucissants "
            "silicone, fixateurs sans formol, nourritures pour cuir. Laboratoire d'application avec "
            "mini-jet 2 kg. Livraison en fûts de 120 kg et conteneurs 1000 l partout au Maroc sous 4 "
            "jours."
        ),
        founded=1991,
        employees=58,
        women=21,
        languages=("fr", "en"),
        markets=("MA", "SN", "CI", "TN"),
        identifier=("MA-CR", "CAS-0000771"),
        website="https://auxichim-bernoussi.example",
        person="Salma Kettani",
        role="responsable technique",
        able=(
            Able(
                text="Auxiliaires de teinture et d'ennoblissement",
                kind="product",
                isic=("2029",),
                cpv=("24900000",),
                hs=("38", "34"),
                unit="t",
                installed=420,
                used=265,
                lead_time_days=4,
                stated_days_ago=25,
            ),
            Able(
                text="Nourritures et huiles sulfitées pour cuir",
                kind="product",
                isic=("2029",),
                cpv=("24900000",),
                hs=("34",),
                unit="t",
                installed=60,
                used=22,
                stated_days_ago=25,
            ),
            Able(
                text="Essais d'application chez le client, optimisation de recettes",
                kind="expertise",
                isic=("7490",),
                stated_days_ago=25,
            ),
        ),
        certs=(
            Cert(standard="ISO 9001:2015", issued_months_ago=9, expires_in_months=27, seen=True),
            Cert(standard="GOTS 7.0", scope="intrants chimiques approuvés", issued_months_ago=7, expires_in_months=5),
        ),
        confirmed_days_ago=25,
    ),
    Body(
        name="Effilochage Bouznika",
        country="MA",
        town="Bouznika",
        latitude=33.7894,
        longitude=-7.1597,
        lang="fr",
        about=(
            "Recyclage de chutes de confection coton et denim : tri couleur, effilochage, balles de "
            "250 kg pour filature open-end, rembourrage et feutre. Nous collectons à Casablanca, "
            "Rabat, Salé, minimum 2 tonnes par enlèvement."
        ),
        founded=2016,
        employees=44,
        women=29,
        languages=("fr", "es"),
        markets=("MA", "ES", "IT"),
        person="Meryem Alaoui Mdaghri",
        role="fondatrice",
        able=(
            Able(
                text="Fibre coton effilochée à partir de chutes triées",
                kind="product",
                isic=("1311", "3830"),
                cpv=("19600000",),
                hs=("63", "52"),
                unit="t",
                installed=260,
                used=175,
                lead_time_days=15,
                stated_days_ago=60,
            ),
            Able(
                text="Collecte et tri de chutes textiles",
                kind="service",
                isic=("3811",),
                cpv=("90500000",),
                unit="t",
                installed=320,
                used=230,
                stated_days_ago=60,
            ),
        ),
        certs=(Cert(standard="GRS 4.0", scope="recyclage mécanique", issued_months_ago=5, expires_in_months=7, seen=True),),
        confirmed_days_ago=60,
    ),
]

POSTS: list[Post] = [
    Post(
        by="Teinturerie Lazaward",
        side="offer",
        kind="capacity",
        title="Teinture réactive de mailles coton, 11 t libres par mois",
        summary=(
            "Atelier de teinture du nord du Maroc, jets de 250 à 1000 kg, teinture réactive de "
            "mailles coton et coton-élasthanne, adoucissage compris. Certifié GOTS pour la teinture. "
            "Noirs et marines réguliers, contretypage sur place."
        ),
        detail="Disponible dès le mois prochain, 11 tonnes par mois environ. Essai payant sur 250 kg avant série.",
        lang="fr",
        isic=("1313",),
        hs=("60",),
        countries=("MA", "FR", "ES", "BE"),
        quantity=(11, "t", "month"),
        certificates=("GOTS 7.0",),
        published_days_ago=12,
    ),
    Post(
        by="Teinturerie Lazaward",
        side="need",
        kind="supply",
        title="Sel de teinture en vrac, 20 t par mois",
        summary=(
            "Sulfate ou chlorure de sodium raffiné pour bain de teinture, dureté basse (moins de 50 "
            "ppm Ca+Mg), en big-bags de 1 t, livré Fès."
        ),
        lang="fr",
        isic=("0893", "2011"),
        cpv=("14400000",),
        hs=("25", "28"),
        quantity=(20, "t", "month"),
        published_days_ago=44,
    ),
    Post(
        by="Saïs Dyers’ Group",
        side="need",
        kind="environment",
        title="Enlèvement du chrome dans l'effluent de tannerie",
        summary=(
            "Groupement de tanneries et teintureries cherche solution pour séparer le chrome des "
            "bains de tannage avant mélange : 60 m³/jour au total sur trois sites, 2 à 4 g/l de Cr "
            "III, objectif moins de 2 mg/l au rejet. Récupération du chrome souhaitée."
        ),
        detail=("Les trois sites sont à moins de 900 m. Terrain 400 m² disponible. Analyses des douze derniers mois sur demande."),
        lang="fr",
        isic=("3700", "1511"),
        cpv=("90400000",),
        quantity=(60, "m3", "day"),
        published_days_ago=9,
    ),
    Post(
        by="Dar Sabbagha",
        side="need",
        kind="technology",
        title="آلة صباغة مستعملة سعة 300 كغ",
        summary=(
            "مصبغة في شمال المغرب تبحث عن آلة صباغة جيت مستعملة سعة 250 إلى 300 كغ، سنة الصنع بعد "
            "2012، نسبة الحمام 1:6 أو أقل، مع التركيب وتكوين العامل."
        ),
        lang="ar",
        isic=("2826",),
        cpv=("42700000",),
        hs=("84",),
        quantity=(1, "pcs", ""),
        published_days_ago=33,
    ),
    Post(
        by="Effilochage Bouznika",
        side="offer",
        kind="environment",
        title="Reprise de chutes de coupe coton, enlèvement gratuit à partir de 2 t",
        summary=(
            "Recycleur marocain enlève les chutes de coupe coton et denim triées ou non, pesée sur "
            "place, certificat de recyclage remis. Prix selon tri."
        ),
        lang="fr",
        isic=("3830",),
        cpv=("90500000",),
        countries=("MA",),
        published_days_ago=61,
    ),
    Post(
        by="Auxichim Bernoussi",
        side="offer",
        kind="partnership",
        title="Distributeur recherché en Afrique de l'Ouest",
        summary=(
            "Fabricant d'auxiliaires textiles et cuir cherche distributeur stockiste au Sénégal et en "
            "Côte d'Ivoire, avec un technicien teinturier. Formation assurée."
        ),
        lang="fr",
        isic=("4669",),
        countries=("SN", "CI"),
        published_days_ago=3,
        state="submitted",
    ),
]

CASES: list[Case] = [
    Case(
        by="Confection Bouregreg",
        kind="capacity",
        title="Teinture noir profond sur jersey, 6 t par mois",
        text=(
            "Nous cherchons un second teinturier pour le noir et le marine sur jersey 180 g/m², 95 % "
            "coton 5 % élasthanne, et interlock 220 g. Besoin de 6 tonnes par mois de mars à août, "
            "minimum 3 tonnes chez un même atelier. Lots de 300 à 500 kg par nuance. Solidité au "
            "lavage 60° 4-5, au frottement humide 3-4 minimum. Écart de nuance dE 0,8 entre lots. "
            "Transport à notre charge si l'atelier est à moins de 250 km de Salé. GOTS apprécié mais "
            "pas obligatoire pour la première saison."
        ),
        lang="fr",
        isic=("1313",),
        hs=("60",),
        quantity=(6, "t", "month"),
        least=3,
        batch=(400, "kg"),
        certificates=("GOTS 7.0",),
        countries=("MA",),
        countries_required=True,
        languages=("fr",),
        lead_time_days=12,
        answer_in_days=10,
        submitted_days_ago=38,
        state="concluded",
        quote_note=("Noir réactif 27,50 DH/kg, marine 24 DH/kg, adoucissage compris. Premier lot d'essai 300 kg sous dix jours."),
        decline_note="Notre jet est complet en noir jusqu'à fin mai, nous pourrons regarder après.",
        outcome=(930000, "MAD"),
    ),
    Case(
        by="Cuirs du Sebou",
        kind="environment",
        title="Séparation du chrome, 25 m³ par jour",
        text=(
            "Tannerie ovine, nous rejetons 25 m³/jour de bains de tannage usés (Cr 3,1 g/l, pH 3,8, "
            "sels 40 g/l) en quatre vidanges. La régie nous a donné jusqu'à juin pour descendre sous "
            "2 mg/l de chrome total. Nous voulons une installation de précipitation avec "
            "filtre-presse et réutilisation du chrome redissous au foulon. Demandons étude, "
            "fourniture, mise en route et formation de deux opérateurs. Budget indicatif 1,8 MDH. Une "
            "visite du site est indispensable avant toute offre."
        ),
        lang="fr",
        isic=("3700",),
        cpv=("90400000",),
        quantity=(25, "m3", "day"),
        countries=("MA", "TN", "ES", "IT"),
        languages=("fr",),
        lead_time_days=150,
        answer_in_days=21,
        submitted_days_ago=4,
        state="submitted",
    ),
    Case(
        by="Chaussures Bab Ftouh",
        kind="supply",
        title="جلد غنم للبطانة، 1500 متر مربع في الشهر",
        text=(
            "معمل أحذية بفاس يبحث عن مورد قار لجلد الغنم المعد للبطانة، اللون البيج الطبيعي، السماكة "
            "من 0.7 إلى 0.9 مم، خال من الكروم السداسي مع تقرير تحليل لكل دفعة. الكمية 1500 متر مربع "
            "في الشهر طيلة السنة، ونقبل التقسيم بين موردين على ألا يقل نصيب الواحد عن 600 متر مربع. "
            "التسليم كل أسبوعين والأداء بعد 45 يوما. نرجو إرسال عينة من عشرة جلود قبل تحديد الثمن."
        ),
        lang="ar",
        isic=("1511",),
        cpv=("19100000",),
        hs=("41",),
        quantity=(1500, "m2", "month"),
        least=600,
        countries=("MA",),
        languages=("ar", "fr"),
        lead_time_days=14,
        answer_in_days=14,
        submitted_days_ago=19,
        state="out",
        quote_note="بيج طبيعي 0.8 مم: 78 درهما للمتر المربع، العينة جاهزة يوم الخميس.",
        decline_note="لا ننتج البطانة حاليا، كل الطاقة في جلد المنسوجات الخارجية.",
    ),
]
