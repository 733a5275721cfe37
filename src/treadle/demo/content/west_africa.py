"""Burkina Faso and Senegal."""

from treadle.demo.content.model import Able, Body, Case, Cert, Post

MANGO = "Mangue séchée, claies et séchoir gaz"
SHEA = "Beurre de karité, barattage manuel"
SOUMBALA = "Soumbala en boules et en poudre"


def fruit(name: str, town: str, text: str = MANGO) -> Body:
    return Body(name=name, country="BF", town=town, lang="fr", able=(Able(text=text, isic=("1030",)),))


def shea(name: str, town: str, text: str = SHEA) -> Body:
    return Body(name=name, country="BF", town=town, lang="fr", able=(Able(text=text, isic=("1040",)),))


def soumbala(name: str, town: str, text: str = SOUMBALA) -> Body:
    return Body(name=name, country="BF", town=town, lang="fr", able=(Able(text=text, isic=("1079",)),))


def fish(name: str, town: str, text: str) -> Body:
    return Body(name=name, country="SN", town=town, lang="fr", able=(Able(text=text, isic=("1020",)),))


WEND_PANGA: tuple[Body, ...] = (
    fruit("Groupement Nongtaaba", "Bobo-Dioulasso"),
    fruit("Atelier Sidonie mangue", "Bobo-Dioulasso", "Mangue séchée Amélie et Brooks"),
    fruit("Groupement Yirwa", "Bobo-Dioulasso"),
    fruit("Unité Sabougnouma", "Orodara", "mangue sechée, papaye un peu"),
    fruit("Groupement Kénédougou Muso", "Orodara"),
    fruit("Séchage Kotoudéni", "Kotoudéni", "Mangue séchée 200 kg par semaine en saison"),
    fruit("Groupement Badara Sigui", "Badara"),
    fruit("Atelier Toussiana Fruits", "Toussiana", "Mangue et coco séchés"),
    fruit("Unité Benkadi Toussiana", "Toussiana"),
    fruit("Groupement Djiguiya", "Banfora", "Mangue séchée, ananas séché"),
    fruit("Séchage Comoé Femmes", "Banfora"),
    fruit("Groupement Sya Yiri", "Bobo-Dioulasso"),
    fruit("Unité Koro", "Koro", "Mangue séchée au soleil seulement"),
    fruit("Groupement Faso Den", "Péni"),
    fruit("Atelier Maman Awa", "Bobo-Dioulasso", "Jus et sirop de bissap, gingembre"),
    fruit("Groupement Tiékélé", "Orodara", "Mangue séchée, gelée de mangue"),
    shea("Groupement Laafia", "Bobo-Dioulasso"),
    shea("Karité Bama", "Bama"),
    shea("Groupement Sini Gnèsigui", "Bama", "beurre de karité blanc, seaux 20 kg"),
    shea("Unité Houndé Karité", "Houndé"),
    shea("Groupement Teeltaaba", "Houndé", "Amandes de karité triées et beurre"),
    shea("Karité Dandé", "Dandé"),
    shea("Groupement Jigitugu", "Satiri"),
    shea("Unité Satiri Centre", "Satiri", "Beurre, savon de karité"),
    shea("Groupement Fo Muso", "Fô"),
    shea("Karité Karangasso", "Karangasso-Vigué", "Beurre de karité avec presse manuelle"),
    shea("Groupement Wobgo", "Bobo-Dioulasso", "savon karité et pommade"),
    shea("Unité Dafinso", "Dafinso"),
    shea("Groupement Léna Benkan", "Léna"),
    shea("Groupement Padéma", "Padéma"),
    soumbala("Soumbala Tantie Mariam", "Bobo-Dioulasso"),
    soumbala("Groupement Relwendé", "Bobo-Dioulasso"),
    soumbala("Unité Colma", "Bobo-Dioulasso", "Soumbala poudre sachet 50 g"),
    soumbala("Groupement Nabonswendé", "Houndé"),
    soumbala("Soumbala Diébougou", "Diébougou"),
    soumbala("Groupement Ouezzin", "Bobo-Dioulasso", "soumbala et farine de niébé"),
    soumbala("Unité Farako-Bâ", "Farako-Bâ", "Farine enrichie pour bébé, mil niébé arachide"),
    soumbala("Groupement Bolomakoté", "Bobo-Dioulasso"),
    soumbala("Unité Sarfalao", "Bobo-Dioulasso", "Couscous de maïs et dégué"),
    soumbala("Groupement Accart-Ville", "Bobo-Dioulasso", "Soumbala, poudre de piment"),
)

JOAL: tuple[Body, ...] = (
    fish("Bokk Liggeey Joal", "Joal", "Kétiakh, sardinelle braisée séchée"),
    fish("And Jëf Fours", "Joal", "Poisson fumé, fours parpaing"),
    fish("Santhie Deux", "Joal", "guedj"),
    fish("Takku Liggeey Fadiouth", "Fadiouth", "Coquillages séchés: pagne, yokhoss"),
    fish("Mbaar Khelcom 1", "Joal", "Kétiakh"),
    fish("Mbaar Khelcom 2", "Joal", "Kétiakh et farine"),
    fish("Jappoo Tann", "Joal", "Poisson salé séché"),
    fish("Ngaparou Jigeen", "Ngaparou", "guedj et tambadiang"),
    fish("Sope Nabi Transformation", "Mbour", "Poisson fumé emballé sous vide"),
    fish("Dioubo Mballing", "Mballing", "Métorah, fumé séché"),
    fish("GIE Yaakaar", "Mbour", "Kétiakh de sardinelle"),
    fish("GIE Fatou Tine", "Joal", "Crevettes séchées"),
    fish("Tefess Jigeen", "Mbour", "Poisson fermenté séché"),
    fish("Palmarin Ñi Sutura", "Palmarin", "Ethmalose fumée"),
    fish("Diofior Deggoo", "Diofior", "Sel iodé et poisson séché"),
    fish("Mama Guedj", "Joal", "touffa, volutes séchées"),
)

BODIES: list[Body] = [
    Body(
        name="Union Wend-Panga",
        kind="cso",
        country="BF",
        town="Bobo-Dioulasso",
        latitude=11.1781,
        longitude=-4.2979,
        lang="fr",
        about=(
            "Union de femmes transformatrices, 40 unités membres à Bobo-Dioulasso et dans les "
            "villages autour. Mangue séchée, beurre de karité, soumbala. On regroupe les produits au "
            "magasin du secteur 22, on contrôle l'humidité et on vend ensemble. Séchoirs en "
            "location-vente aux membres. On travaille par téléphone et au bureau le matin."
        ),
        founded=2004,
        employees=6,
        women=5,
        languages=("fr",),
        markets=("BF", "CI", "FR"),
        person="Efua Sawadogo",
        role="présidente",
        able=(
            Able(
                text="Mangue séchée en cartons de 5 kg, récolte avril à juillet",
                kind="product",
                isic=("1030",),
                cpv=("15300000",),
                hs=("08",),
                unit="t",
                installed=16,
                used=9,
                lead_time_days=21,
                stated_days_ago=65,
            ),
            Able(
                text="Beurre de karité brut filtré",
                kind="product",
                isic=("1040",),
                cpv=("15400000",),
                hs=("15",),
                unit="t",
                installed=12,
                used=5,
                stated_days_ago=65,
            ),
            Able(
                text="Soumbala en poudre et en boules",
                kind="product",
                isic=("1079",),
                hs=("21",),
                unit="kg",
                installed=1800,
                used=1100,
                stated_days_ago=160,
            ),
            Able(
                text="Formation des membres à l'hygiène et au séchage",
                kind="expertise",
                isic=("8549",),
                stated_days_ago=160,
            ),
        ),
        certs=(
            Cert(
                standard="EU Organic",
                scope="mangue séchée, 14 unités",
                issued_months_ago=10,
                expires_in_months=2,
                seen=True,
            ),
        ),
        units=WEND_PANGA,
        confirmed_days_ago=65,
        tags=("efua",),
    ),
    Body(
        name="Froid Solaire Houet",
        country="BF",
        town="Bobo-Dioulasso",
        latitude=11.1912,
        longitude=-4.2791,
        lang="fr",
        about=(
            "Chambres froides solaires 10 à 30 m3 pour lait, légumes et mangues. Montage, batteries gel ou "
            "glace, dépannage. 9 installées dont 2 au Mali. Isolation en panneaux de 100 mm importés, groupe "
            "monté ici. On loue aussi une chambre de 12 m³ au marché de fruits, au casier et à la semaine."
        ),
        founded=2018,
        employees=11,
        women=2,
        languages=("fr",),
        markets=("BF", "ML"),
        person="Adama Sanou",
        role="gérant",
        able=(
            Able(
                text="Chambres froides solaires 10 à 30 m³",
                kind="product",
                isic=("2819", "3320"),
                cpv=("42500000",),
                hs=("84",),
                lead_time_days=60,
                stated_days_ago=74,
            ),
        ),
        confirmed_days_ago=74,
    ),
    Body(
        name="Mécano-Soudure Tanghin",
        country="BF",
        town="Ouagadougou",
        latitude=12.4021,
        longitude=-1.5189,
        lang="fr",
        about=(
            "Fabrication moulins, presses à karité, concasseurs, séchoirs gaz (type Atesta amélioré), "
            "charrettes. On répare tout. Tôlerie pliage 2 m."
        ),
        founded=1999,
        employees=24,
        languages=("fr",),
        person="Boukary Ilboudo",
        able=(
            Able(
                text="Séchoirs à gaz et hybrides pour mangue",
                kind="product",
                isic=("2825",),
                cpv=("42200000",),
                hs=("84",),
                unit="pcs",
                installed=12,
                used=5,
                lead_time_days=21,
                stated_days_ago=150,
            ),
            Able(
                text="Presses et barattes à karité",
                kind="product",
                isic=("2825",),
                hs=("84",),
                unit="pcs",
                installed=10,
                used=4,
                stated_days_ago=150,
            ),
            Able(
                text="Soudure, pliage, tournage conventionnel",
                isic=("2592", "2511"),
                unit="h",
                installed=1600,
                used=1200,
            ),
        ),
        confirmed_days_ago=150,
    ),
    Body(
        name="Huilerie Balé Coton",
        country="BF",
        town="Boromo",
        latitude=11.7460,
        longitude=-2.9305,
        lang="fr",
        about="HUILE DE COTON RAFFINEE TOURTEAU ALIMENT BETAIL CAPACITE 80 TONNES GRAINES JOUR",
        employees=52,
        languages=("fr",),
        able=(
            Able(
                text="huile de coton raffinée",
                kind="product",
                isic=("1040",),
                hs=("15",),
                unit="t",
                installed=320,
                used=210,
            ),
            Able(text="TOURTEAUX", kind="product", isic=("1080",), hs=("23",), unit="t", installed=900, used=640),
        ),
        confirmed_days_ago=510,
    ),
    Body(
        name="Tissage Koudougou Faso Dan Fani",
        kind="cso",
        country="BF",
        town="Koudougou",
        latitude=12.2526,
        longitude=-2.3627,
        lang="fr",
        about=(
            "Association de tisseuses, 64 métiers améliorés. Pagne tissé coton bio, teinture indigo "
            "et écorces. Uniformes d'école, nappes, commandes de stylistes."
        ),
        founded=2009,
        employees=64,
        women=62,
        languages=("fr",),
        person="Alizèta Kaboré",
        role="trésorière",
        able=(
            Able(
                text="Pagne tissé coton, bandes 33 cm et laize 90 cm",
                kind="product",
                isic=("1312",),
                cpv=("19200000",),
                hs=("52",),
                unit="m",
                installed=7500,
                used=5200,
                lead_time_days=30,
                stated_days_ago=185,
            ),
        ),
        confirmed_days_ago=185,
    ),
    Body(
        name="Plastiques Kossodo",
        country="BF",
        town="Ouagadougou",
        latitude=12.4388,
        longitude=-1.4806,
        lang="fr",
        about=("Sachets, gaines, bidons 5/20 l, mobilier plastique. recyclage interne. certains sachets alimentaires imprimés 2 couleurs."),
        founded=2006,
        employees=90,
        women=16,
        languages=("fr",),
        markets=("BF", "NE", "ML"),
        person="Salif Compaoré",
        role="commercial",
        able=(
            Able(
                text="Sachets et gaines PE imprimés",
                kind="product",
                isic=("2220",),
                hs=("39",),
                unit="t",
                installed=140,
                used=100,
                lead_time_days=12,
                stated_days_ago=135,
            ),
            Able(text="bidons PEHD", kind="product", isic=("2220",), unit="pcs", installed=70000, used=52000),
        ),
        confirmed_days_ago=135,
    ),
    Body(
        name="Laboratoire Qualité Agro du Houet",
        kind="institution",
        country="BF",
        town="Bobo-Dioulasso",
        latitude=11.1699,
        longitude=-4.3121,
        lang="fr",
        about=(
            "Humidité, aflatoxines, microbiologie, acidité du beurre de karité, étiquetage "
            "nutritionnel. Université. Délai parfois long pour réactifs."
        ),
        founded=2012,
        employees=9,
        women=4,
        languages=("fr", "en"),
        person="Dr Issouf Traoré",
        role="responsable",
        able=(
            Able(
                text="Analyses mangue séchée, karité, céréales",
                kind="service",
                isic=("7120",),
                cpv=("71600000",),
                lead_time_days=15,
                stated_days_ago=240,
            ),
        ),
        confirmed_days_ago=240,
    ),
    Body(
        name="Cuirs du Kadiogo",
        country="BF",
        town="Ouagadougou",
        latitude=12.3577,
        longitude=-1.5552,
        lang="fr",
        about="Peaux ovines caprines wet blue et stain, export Italie et Chine.",
        founded=1990,
        employees=70,
        languages=("fr",),
        markets=("IT", "CN"),
        able=(
            Able(
                text="Peaux wet blue",
                kind="product",
                isic=("1511",),
                hs=("41",),
                unit="pcs",
                installed=90000,
                used=50000,
                stated_days_ago=470,
            ),
        ),
        certs=(Cert(standard="LWG", issued_months_ago=40, expires_in_months=-16),),
        confirmed_days_ago=470,
    ),
    Body(
        name="Savonnerie Karité d'Or Réo",
        country="BF",
        town="Réo",
        latitude=12.3196,
        longitude=-2.4708,
        lang="fr",
        about=(
            "Savons de ménage et de toilette au karité, 100 g 200 g, saponification à chaud, mouleuse "
            "40 savons/min. Marque propre ou pour autrui."
        ),
        founded=2015,
        employees=19,
        women=15,
        languages=("fr",),
        person="Clarisse Bado",
        role="gérante",
        able=(
            Able(
                text="Savons de toilette au karité",
                kind="product",
                isic=("2023",),
                cpv=("33700000",),
                hs=("34",),
                unit="t",
                installed=18,
                used=7,
                batch=(300, 1000),
                batch_unit="kg",
                lead_time_days=20,
                stated_days_ago=56,
            ),
        ),
        confirmed_days_ago=56,
    ),
    # Senegal
    Body(
        name="Union des transformatrices Ndeye Joal",
        kind="cso",
        country="SN",
        town="Joal",
        latitude=14.1731,
        longitude=-16.8311,
        lang="fr",
        about=(
            "Union de 16 groupements de Joal, Mbour et Palmarin. Poisson fumé, séché, fermenté "
            "(kétiakh, guedj, métorah). Site Khelcom, 300 fours. On manque de glace et de claies "
            "propres. Vente Kaolack, Mali, Burkina, Guinée."
        ),
        founded=2003,
        employees=640,
        women=618,
        languages=("fr", "wo"),
        markets=("SN", "ML", "BF", "GN"),
        person="Yacine Ndour",
        role="présidente",
        able=(
            Able(
                text="Poisson fumé et séché: kétiakh, guedj, métorah",
                kind="product",
                isic=("1020",),
                cpv=("15200000",),
                hs=("03",),
                unit="t",
                installed=90,
                used=55,
                stated_days_ago=125,
            ),
        ),
        units=JOAL,
        confirmed_days_ago=125,
    ),
    Body(
        name="Teinturerie Gueule Tapée",
        country="SN",
        town="Dakar",
        latitude=14.6806,
        longitude=-17.4559,
        lang="fr",
        about=(
            "Teinture bazin et coton, thioup, batik, tie and dye. colorants importés. Séchage sur "
            "place. Clients Bamako, Abidjan. Nous voulons passer en machine et traiter l'eau."
        ),
        employees=25,
        women=24,
        languages=("fr", "wo"),
        person="Ndèye Coumba Diop",
        able=(
            Able(
                text="Teinture artisanale de bazin, batik",
                isic=("1313",),
                hs=("52",),
                unit="m",
                installed=9000,
                used=6000,
                lead_time_days=7,
                stated_days_ago=265,
            ),
        ),
        confirmed_days_ago=265,
    ),
    Body(
        name="Confection Cayar Style",
        country="SN",
        town="Thiès",
        latitude=14.7886,
        longitude=-16.9260,
        lang="fr",
        about=("Uniformes, tenues de travail, polos scolaires, gilets. 62 machines. Marchés publics et privés. Sérigraphie."),
        founded=2011,
        employees=75,
        women=58,
        languages=("fr",),
        markets=("SN", "GM", "MR"),
        identifier=("SN-NINEA", "0000581"),
        person="Mamadou Lamine Sarr",
        role="directeur",
        able=(
            Able(
                text="Tenues de travail et uniformes scolaires",
                kind="product",
                isic=("1410",),
                cpv=("18100000",),
                hs=("62", "61"),
                unit="pcs",
                installed=24000,
                used=15000,
                batch=(100, 20000),
                batch_unit="pcs",
                lead_time_days=30,
                stated_days_ago=78,
            ),
        ),
        confirmed_days_ago=78,
    ),
    Body(
        name="Atelier Méca Rufisque Marine",
        country="SN",
        town="Rufisque",
        latitude=14.7167,
        longitude=-17.2698,
        lang="fr",
        about=(
            "Mécanique générale et marine: arbres porte-hélice, bagues bronze, rechargement, "
            "équilibrage, réparation pompes de bord. Tour parallèle 5 m entre pointes, fraiseuse CN 3 "
            "axes."
        ),
        founded=1987,
        employees=31,
        women=2,
        languages=("fr",),
        identifier=("SN-NINEA", "0000234"),
        person="Ousmane Faye",
        role="chef d'entreprise",
        able=(
            Able(
                text="Tournage de grandes pièces jusqu'à 5 m, bagues bronze",
                isic=("2592",),
                dimensions="Ø 700 x 5000 mm",
                unit="h",
                installed=1500,
                used=1050,
                lead_time_days=14,
                stated_days_ago=112,
            ),
            Able(
                text="Réparation de machines de bord et pompes",
                kind="service",
                isic=("3315", "3312"),
                cpv=("50500000",),
                stated_days_ago=112,
            ),
        ),
        confirmed_days_ago=112,
    ),
    Body(
        name="Minoterie Locale Sine",
        country="SN",
        town="Kaolack",
        latitude=14.1500,
        longitude=-16.0752,
        lang="fr",
        about=(
            "Farine et brisures de mil, maïs, sorgho ; arraw, thiakry roulés mécaniquement et séchés. "
            "Sachets 500 g. 6 t par jour en pointe."
        ),
        founded=2013,
        employees=38,
        women=30,
        languages=("fr",),
        person="Awa Gueye",
        role="gérante",
        able=(
            Able(
                text="Produits roulés de mil: arraw, thiakry, couscous",
                kind="product",
                isic=("1061", "1074"),
                cpv=("15600000",),
                hs=("11", "19"),
                unit="t",
                installed=110,
                used=64,
                lead_time_days=8,
                stated_days_ago=47,
            ),
        ),
        certs=(Cert(standard="NS", scope="marque nationale, farine de mil", issued_months_ago=15, expires_in_months=9),),
        confirmed_days_ago=47,
    ),
    Body(
        name="Sel du Saloum Iodé",
        country="SN",
        town="Fatick",
        latitude=14.3390,
        longitude=-16.4111,
        lang="fr",
        about="SEL IODE FIN ET GROS. SACS 25 KG. VRAC INDUSTRIEL POUR TANNERIE ET TEINTURERIE.",
        employees=45,
        women=20,
        languages=("fr",),
        able=(
            Able(
                text="Sel iodé et sel industriel",
                kind="product",
                isic=("0893",),
                cpv=("14400000",),
                hs=("25",),
                unit="t",
                installed=2000,
                used=900,
                stated_days_ago=350,
            ),
        ),
        confirmed_days_ago=350,
    ),
    Body(
        name="Recyclage Bargny Plast",
        country="SN",
        town="Bargny",
        latitude=14.6953,
        longitude=-17.2244,
        lang="fr",
        about=(
            "Tri, lavage, broyage PEHD et PP collectés auprès de 400 récupératrices. Paillettes lavées et granulés. Pavés plastique-sable."
        ),
        founded=2017,
        employees=57,
        women=38,
        languages=("fr", "en"),
        website="https://bargnyplast.example",
        person="Cheikh Tidiane Sow",
        role="cofondateur",
        able=(
            Able(
                text="Paillettes et granulés PEHD / PP recyclés",
                kind="product",
                isic=("3830",),
                cpv=("19600000",),
                hs=("39",),
                unit="t",
                installed=130,
                used=75,
                lead_time_days=10,
                stated_days_ago=39,
            ),
        ),
        confirmed_days_ago=39,
    ),
    Body(
        name="École d'Ingénieurs du Cayor",
        kind="institution",
        country="SN",
        town="Thiès",
        latitude=14.7963,
        longitude=-16.9055,
        lang="fr",
        about=(
            "École d'ingénieurs, plateforme d'essais mécaniques et énergie: traction, dureté, banc "
            "solaire, prototypage 3D. Stages de 3 mois en entreprise, projets de fin d'études sur vos "
            "problèmes."
        ),
        founded=1996,
        languages=("fr",),
        person="Pr Abdoulaye Mbodj",
        role="chargé des relations industrielles",
        able=(
            Able(
                text="Essais mécaniques et caractérisation de séchoirs solaires",
                kind="service",
                isic=("7120", "8530"),
                cpv=("73100000",),
                stated_days_ago=300,
            ),
        ),
        confirmed_days_ago=300,
    ),
    Body(
        name="Bureau d'appui aux PME de Ziguinchor",
        kind="public_body",
        country="SN",
        town="Ziguinchor",
        latitude=12.5681,
        longitude=-16.2733,
        lang="fr",
        about=(
            "Service public d'appui: formalisation, dossiers de crédit, mise à niveau des unités de "
            "transformation (anacarde, mangue, huile de palme)."
        ),
        employees=12,
        languages=("fr",),
        able=(
            Able(
                text="Accompagnement et mise à niveau de PME agroalimentaires",
                kind="service",
                isic=("8413",),
                stated_days_ago=390,
            ),
        ),
        confirmed_days_ago=390,
    ),
    Body(
        name="Anacarde Casamance Sédhiou",
        country="SN",
        town="Sédhiou",
        latitude=12.7081,
        longitude=-15.5569,
        lang="fr",
        about=(
            "Décorticage noix de cajou, amandes W240 W320 et brisures, cartons sous vide 22,68 kg. "
            "Baume (CNSL) disponible. Coques à valoriser."
        ),
        founded=2014,
        employees=140,
        women=118,
        languages=("fr",),
        markets=("NL", "US", "SN"),
        person="Bineta Badji",
        role="responsable production",
        able=(
            Able(
                text="Amandes de cajou conditionnées sous vide",
                kind="product",
                isic=("1030",),
                cpv=("15300000",),
                hs=("08",),
                unit="t",
                installed=60,
                used=33,
                lead_time_days=20,
                stated_days_ago=84,
            ),
        ),
        certs=(Cert(standard="HACCP", issued_months_ago=22, expires_in_months=2),),
        confirmed_days_ago=84,
    ),
]

POSTS: list[Post] = [
    Post(
        by="Union Wend-Panga",
        side="need",
        kind="supply",
        title="Cartons pour mangue séchée, 40 000 par campagne",
        summary=(
            "Union de femmes au Burkina Faso cherche cartons ondulés 5 kg, intérieur 38 x 28 x 16 cm, "
            "doublés pour contact alimentaire, impression une couleur, livrés avant le 15 mars."
        ),
        detail="On peut payer 40 % à la commande, le reste à la livraison au magasin secteur 22.",
        lang="fr",
        isic=("1702",),
        cpv=("44600000",),
        hs=("48",),
        quantity=(40000, "pcs", "year"),
        countries=("BF", "CI", "MA", "GH"),
        published_days_ago=16,
    ),
    Post(
        by="Union Wend-Panga",
        side="offer",
        kind="supply",
        title="Beurre de karité filtré, 7 t par mois",
        summary=("Beurre de karité brut filtré de groupements féminins, acidité moins de 3 %, bidons 25 kg, analyse par lot."),
        lang="fr",
        isic=("1040",),
        cpv=("15400000",),
        hs=("15",),
        quantity=(7, "t", "month"),
        countries=("FR", "GH", "CI"),
        published_days_ago=48,
    ),
    Post(
        by="Teinturerie Gueule Tapée",
        side="need",
        kind="environment",
        title="Traiter l'eau de teinture d'un atelier de quartier",
        summary=(
            "Atelier de teinture artisanale en ville, 4 m³ d'eau colorée par jour, cherche traitement "
            "simple (charbon, filtre planté, floculation) sur 30 m²."
        ),
        lang="fr",
        isic=("3700",),
        quantity=(4, "m3", "day"),
        published_days_ago=66,
    ),
    Post(
        by="Union des transformatrices Ndeye Joal",
        side="need",
        kind="technology",
        title="Fours de fumage à faible fumée et claies inox",
        summary=(
            "Union de femmes du littoral sénégalais souhaite 20 fours fermés de type FTT, claies 1 x "
            "1 m inox, avec formation. Préférence pour un fabricant qui installe à Joal."
        ),
        lang="fr",
        isic=("2825",),
        cpv=("42200000",),
        hs=("84",),
        quantity=(20, "pcs", ""),
        published_days_ago=37,
    ),
    Post(
        by="Recyclage Bargny Plast",
        side="offer",
        kind="environment",
        title="Reprise de PEHD et PP à Dakar",
        summary=(
            "Recycleur achète déchets industriels PEHD et PP propres ou souillés au départ de la région de Dakar, 55 t par mois possibles."
        ),
        lang="fr",
        isic=("3830",),
        quantity=(55, "t", "month"),
        countries=("SN",),
        published_days_ago=140,
        state="closed",
    ),
    Post(
        by="Savonnerie Karité d'Or Réo",
        side="offer",
        kind="capacity",
        title="Fabrication de savons sous votre marque",
        summary=("Petite savonnerie du Centre-Ouest, 11 t libres par mois, savons 100 et 200 g. À compléter : emballage."),
        lang="fr",
        isic=("2023",),
        state="draft",
        published_days_ago=2,
    ),
]

CASES: list[Case] = [
    Case(
        by="Union Wend-Panga",
        kind="supply",
        title="Cartons ondulés pour mangue séchée",
        text=(
            "Nous sommes une union de 40 unités de femmes. Pour la campagne mangue nous cherchons 40 "
            "000 cartons pour 5 kg de mangue séchée, dimensions intérieures 38 x 28 x 16 cm, double "
            "cannelure, papier pour contact alimentaire, impression verte d'un côté avec le nom de "
            "l'union. Livraison Bobo-Dioulasso en deux fois, 20 000 avant le 15 mars et 20 000 avant "
            "le 30 avril. Un seul fournisseur peut prendre 15 000 au moins. Nous payons 40 % à la "
            "commande. Nous répondons par téléphone."
        ),
        lang="fr",
        isic=("1702",),
        cpv=("44600000",),
        hs=("48",),
        quantity=(40000, "pcs", "year"),
        least=15000,
        batch=(20000, "pcs"),
        countries=("BF", "CI", "GH", "MA", "SN"),
        languages=("fr",),
        lead_time_days=45,
        answer_in_days=12,
        submitted_days_ago=11,
        state="in_review",
    ),
]
