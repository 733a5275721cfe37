"""Demonstration records of the Dominican Republic, Ecuador and Bolivia: all invented."""

from treadle.demo.content.model import Able, Body, Case, Cert, Post

BODIES: list[Body] = [
    Body(
        name="Licey Hilos y Tejidos",
        country="DO",
        town="Santiago de los Caballeros",
        latitude=19.4517,
        longitude=-70.697,
        lang="es",
        about=(
            "Tejeduría circular y tintorería en zona franca. 34 máquinas circulares de 24 a 34 pulgadas, galga 18 a "
            "28, cuatro jets de 300 kg y un túnel de lavado continuo. Jersey, interlock, rib y fleece en algodón y "
            "mezclas. Calidad según AATCC. Tramitamos origen CAFTA."
        ),
        founded=2007,
        employees=204,
        women=88,
        languages=("es", "en"),
        markets=("US", "DO", "HN", "GT"),
        website="https://liceyhilos.example",
        person="Ramón Emilio Tavárez",
        role="Gerente de ventas",
        able=(
            Able(
                text="Tejido de punto circular de algodón",
                kind="product",
                isic=("1391",),
                cpv=("19200000",),
                hs=("60",),
                dimensions="galga 18 a 28",
                unit="t",
                installed=310,
                used=228,
                batch=(300, 40000),
                batch_unit="kg",
                lead_time_days=18,
                stated_days_ago=44,
            ),
            Able(
                text="Teñido reactivo de tejido de punto en jet",
                isic=("1313",),
                materials="algodón, CO/PES",
                unit="t",
                installed=190,
                used=171,
                batch=(250, 1200),
                batch_unit="kg",
                lead_time_days=14,
                stated_days_ago=44,
            ),
            Able(text="Compactado y perchado", isic=("1313",), unit="t", installed=200, used=120, stated_days_ago=44),
        ),
        certs=(
            Cert(
                standard="OEKO-TEX Standard 100",
                scope="tejido de punto teñido, clase II",
                issued_months_ago=4,
                expires_in_months=8,
                seen=True,
            ),
            Cert(standard="GOTS", scope="tejeduría", issued_months_ago=19, expires_in_months=-7),
        ),
        confirmed_days_ago=44,
    ),
    Body(
        name="Cacao y Especias Cibao Verde",
        country="DO",
        town="San Francisco de Macorís",
        latitude=19.3,
        longitude=-70.2528,
        lang="es",
        about=(
            "Fermentamos y secamos cacao Hispaniola de 640 fincas, con cajones escalonados y 42 túneles solares. "
            "Prensa hidráulica pequeña para manteca y torta. Trazabilidad por polígono, lista para el reglamento de "
            "deforestación europeo."
        ),
        founded=2001,
        employees=69,
        women=22,
        languages=("es", "en", "fr"),
        markets=("BE", "NL", "IT", "US"),
        website="https://cibaoverde.example",
        person="Yahaira Polanco Mena",
        role="Calidad y exportación",
        able=(
            Able(
                text="Cacao fermentado en grano",
                kind="product",
                isic=("1073", "0127"),
                cpv=("15800000",),
                hs=("18",),
                unit="t",
                installed=180,
                used=140,
                batch=(1000, 25000),
                batch_unit="kg",
                lead_time_days=30,
                stated_days_ago=31,
            ),
            Able(
                text="Manteca y torta de cacao prensada en frío",
                kind="product",
                isic=("1073",),
                hs=("18",),
                unit="t",
                installed=9,
                used=3.5,
                lead_time_days=25,
                stated_days_ago=31,
            ),
        ),
        certs=(
            Cert(
                standard="Organic (EU) 2018/848",
                body="Agrocertia",
                scope="cacao en grano",
                issued_months_ago=10,
                expires_in_months=2,
                seen=True,
            ),
            Cert(standard="Rainforest Alliance", issued_months_ago=22, expires_in_months=-10),
        ),
        confirmed_days_ago=31,
    ),
    Body(
        name="Manufacturas Médicas Bajos de Haina",
        country="DO",
        town="Haina",
        latitude=18.4167,
        longitude=-70.0333,
        lang="es",
        about=(
            "Ensamble de dispositivos desechables en cuarto limpio clase 7: equipos de infusión, bolsas colectoras, "
            "kits quirurgicos. Extrusión de tubo PVC y TPE. Esterilización por óxido de etileno contratada con "
            "tercero."
        ),
        founded=2013,
        employees=310,
        women=221,
        languages=("es", "en"),
        markets=("US", "DO"),
        person="Lic. Altagracia Féliz",
        role="Asuntos regulatorios",
        able=(
            Able(
                text="Ensamble de dispositivos médicos desechables",
                isic=("3250",),
                cpv=("33100000",),
                hs=("90",),
                unit="h",
                installed=41000,
                used=36500,
                lead_time_days=45,
                stated_days_ago=120,
            ),
            Able(
                text="Extrusión de tubo médico",
                isic=("2220",),
                dimensions="Ø 1.5 a 12 mm",
                tolerance="±0.05 mm",
                unit="t",
                installed=24,
                used=11,
                stated_days_ago=120,
            ),
        ),
        certs=(
            Cert(
                standard="ISO 13485:2016",
                body="Northgate Registrars",
                scope="dispositivos desechables",
                issued_months_ago=28,
                expires_in_months=8,
                seen=True,
            ),
        ),
        confirmed_days_ago=120,
    ),
    Body(
        name="Plásticos Reciclados Manoguayabo",
        country="DO",
        town="Santo Domingo Oeste",
        latitude=18.4861,
        longitude=-69.9816,
        lang="es",
        about=(
            "Compramos PEAD, PP y PET posconsumo a 35 centros de acopio. Molienda, lavado y peletizado. Fabricamos "
            "manguera agrícola y madera plástica."
        ),
        founded=2016,
        employees=44,
        women=15,
        languages=("es",),
        markets=("DO", "HT"),
        able=(
            Able(
                text="Pélet reciclado de PEAD y PP",
                kind="product",
                isic=("3830", "2220"),
                hs=("39",),
                unit="t",
                installed=160,
                used=95,
                stated_days_ago=700,
            ),
            Able(text="Madera plástica en perfiles", kind="product", isic=("2220",), stated_days_ago=700),
        ),
        confirmed_days_ago=700,
    ),
    Body(
        name="Dirección Provincial de Fomento Industrial del Noroeste",
        kind="public_body",
        country="DO",
        town="Mao",
        latitude=19.5511,
        longitude=-71.0783,
        lang="es",
        about=(
            "Oficina pública que administra un parque de 14 naves para pequeñas industrias y orienta sobre permisos "
            "ambientales. Hay tres naves libres (600, 900 y 1,400 m2) con agua y transformador. También organizamos "
            "ruedas de negocios dos veces al año."
        ),
        founded=2010,
        employees=18,
        women=10,
        languages=("es",),
        markets=("DO",),
        able=(
            Able(
                text="Naves industriales en alquiler y orientación en permisos",
                kind="service",
                isic=("8413", "6810"),
                unit="m2",
                installed=16800,
                used=13900,
                stated_days_ago=190,
            ),
        ),
        confirmed_days_ago=190,
    ),
    Body(
        name="Balsera El Empalme",
        country="EC",
        town="Quevedo",
        latitude=-1.0286,
        longitude=-79.4635,
        lang="es",
        about=(
            "Secado y procesamiento de madera de balsa: bloques encolados, paneles rígidos y flexibles para núcleos "
            "de aspas eólicas y barcos. Densidad clasificada 130 a 180 kg/m3. 10 cámaras de secado, 4 moldureras, "
            "lijadora de banda ancha. Plantaciones propias 900 ha."
        ),
        founded=2008,
        employees=240,
        women=52,
        languages=("es", "en"),
        markets=("CN", "DE", "DK", "TR"),
        website="https://balseraempalme.example",
        person="Ing. Patricio Mora Zambrano",
        role="Exportaciones",
        able=(
            Able(
                text="Paneles de balsa para núcleo estructural",
                kind="product",
                isic=("1621",),
                hs=("44",),
                dimensions="1220 x 610 x 5 a 75 mm",
                tolerance="±0.2 mm",
                unit="m3",
                installed=3200,
                used=1850,
                batch=(20, 400),
                batch_unit="m3",
                lead_time_days=35,
                stated_days_ago=57,
            ),
            Able(
                text="Secado de madera en cámara",
                isic=("1610",),
                unit="m3",
                installed=4200,
                used=2500,
                lead_time_days=12,
                stated_days_ago=57,
            ),
        ),
        certs=(
            Cert(
                standard="FSC Chain of Custody",
                scope="balsa de plantación",
                issued_months_ago=30,
                expires_in_months=30,
                seen=True,
            ),
        ),
        confirmed_days_ago=57,
    ),
    Body(
        name="Aguas y Lodos Ingeniería del Guayas",
        country="EC",
        town="Guayaquil",
        latitude=-2.1894,
        longitude=-79.8891,
        lang="es",
        about=(
            "Plantas compactas de tratamiento para tintorerías, camaroneras empacadoras y lácteos. DAF, lodos "
            "activados, MBR, filtros prensa. Fabricamos tanques en fibra de vidrio y acero. Contratos de operación "
            "por m3 tratado. Referencias: 31 plantas, la mayor de 1.800 m3/d."
        ),
        founded=2006,
        employees=53,
        women=17,
        languages=("es", "en"),
        markets=("EC", "PE", "CO"),
        website="https://aguasylodos.example",
        person="Ing. Verónica Loor",
        role="Proyectos",
        able=(
            Able(
                text="Plantas compactas de tratamiento de efluentes industriales",
                kind="product",
                isic=("2829", "3700"),
                cpv=("42900000", "90400000"),
                lead_time_days=120,
                stated_days_ago=41,
            ),
            Able(
                text="Tanques en PRFV y acero",
                kind="product",
                isic=("2512", "2220"),
                dimensions="hasta 60 m3",
                unit="m3",
                installed=420,
                used=180,
                stated_days_ago=41,
            ),
            Able(text="Operación de plantas de tratamiento", kind="service", isic=("3700",), stated_days_ago=41),
        ),
        certs=(
            Cert(
                standard="ISO 9001:2015",
                body="Normandina Cert",
                scope="diseño y montaje de plantas de tratamiento",
                issued_months_ago=13,
                expires_in_months=23,
                seen=True,
            ),
        ),
        confirmed_days_ago=41,
    ),
    Body(
        name="Jeans Azul Pelileo",
        country="EC",
        town="Pelileo",
        latitude=-1.33,
        longitude=-78.546,
        lang="es",
        about=(
            "Cosemos y lavamos jeans. 45 maquinas, 2 lavadoras de 80 kg. 9.000 pantalones al mes. Tambien hacemos "
            "ropa de trabajo sobre pedido"
        ),
        founded=2012,
        employees=38,
        languages=("es",),
        markets=("EC",),
        able=(
            Able(
                text="Confección de pantalones jean",
                isic=("1410",),
                hs=("62",),
                unit="pcs",
                installed=9000,
                used=7000,
                stated_days_ago=480,
            ),
            Able(text="Lavado de jean", isic=("1313",), stated_days_ago=480),
        ),
        confirmed_days_ago=480,
    ),
    Body(
        name="Tagua Montecristi Botones",
        country="EC",
        town="Manta",
        latitude=-0.9677,
        longitude=-80.7089,
        lang="es",
        about=(
            "Botones y discos (animelas) de tagua. Rebanado, secado, torneado automático, teñido y grabado láser. "
            "Diámetros de 18 a 54 líneas. También polvo de tagua para exfoliante cosmético, fracción 150 a 500 "
            "micras."
        ),
        founded=1990,
        employees=95,
        women=54,
        languages=("es", "en", "it"),
        markets=("IT", "DE", "CN", "HK"),
        website="https://taguamontecristi.example",
        person="Giovanni Delgado Cedeño",
        role="Gerente",
        able=(
            Able(
                text="Botones de tagua",
                kind="product",
                isic=("3290",),
                hs=("96",),
                unit="pcs",
                installed=5200000,
                used=3100000,
                batch=(5000, 800000),
                batch_unit="pcs",
                lead_time_days=25,
                stated_days_ago=102,
            ),
            Able(
                text="Polvo de tagua para cosmética",
                kind="product",
                isic=("2029",),
                hs=("14",),
                unit="kg",
                installed=6000,
                used=900,
                stated_days_ago=102,
            ),
        ),
        certs=(Cert(standard="OEKO-TEX Standard 100", scope="botones, clase II", issued_months_ago=16, expires_in_months=-4),),
        confirmed_days_ago=102,
    ),
    Body(
        name="Agencia de Desarrollo Productivo del Chota",
        kind="public_body",
        country="EC",
        town="Ibarra",
        latitude=0.3517,
        longitude=-78.1223,
        lang="es",
        about=(
            "Ente público de tres municipios y la prefectura. Cofinancia hasta 40% de ensayos, certificaciones y "
            "prototipos de pymes textiles, alimentos y metalmecánica; convocatorias en marzo y septiembre."
        ),
        founded=2014,
        employees=12,
        women=7,
        languages=("es",),
        markets=("EC",),
        able=(
            Able(
                text="Cofinanciamiento de certificaciones y ensayos para pymes",
                kind="service",
                isic=("8413",),
                stated_days_ago=88,
            ),
        ),
        confirmed_days_ago=88,
    ),
    Body(
        name="Maderas Chiquitanas del Oriente",
        country="BO",
        town="San Ignacio de Velasco",
        latitude=-16.3731,
        longitude=-60.96,
        lang="es",
        about=(
            "Aserrío y pisos de madera dura: cuchi, tajibo, curupaú. Cámara de secado, moldurera y taller de deck. "
            "Manejo forestal comunitario con tres comunidades chiquitanas."
        ),
        founded=2001,
        employees=44,
        women=8,
        languages=("es",),
        markets=("BO", "CL", "DE"),
        able=(
            Able(
                text="Deck y pisos de madera tropical",
                kind="product",
                isic=("1622",),
                hs=("44",),
                dimensions="21 x 145 mm, largos 0,9 a 3 m",
                unit="m3",
                installed=120,
                used=75,
                lead_time_days=50,
                stated_days_ago=205,
            ),
            Able(text="Aserrío y secado", isic=("1610",), unit="m3", installed=300, used=210, stated_days_ago=205),
        ),
        certs=(Cert(standard="FSC Chain of Custody", issued_months_ago=55, expires_in_months=5, seen=True),),
        confirmed_days_ago=205,
    ),
    Body(
        name="Aleaciones y Estaños de Oruro",
        country="BO",
        town="Oruro",
        latitude=-17.9647,
        longitude=-67.106,
        lang="es",
        about=(
            "Soldadura de estaño en barra, alambre y pasta (Sn63, SAC305), ánodos de estaño para galvanoplastia y "
            "piezas de peltre. Laboratorio con espectrómetro. Estaño de cooperativas con registro de origen."
        ),
        founded=1986,
        employees=36,
        women=9,
        languages=("es", "en"),
        markets=("BO", "AR", "BR", "CL"),
        person="Ing. Metal. Rubén Choque",
        role="Jefe de planta",
        able=(
            Able(
                text="Soldadura y ánodos de estaño",
                kind="product",
                isic=("2420", "2599"),
                hs=("80", "83"),
                materials="Sn99.9, Sn63Pb37, SAC305",
                unit="t",
                installed=38,
                used=21,
                batch=(100, 5000),
                batch_unit="kg",
                lead_time_days=15,
                stated_days_ago=115,
            ),
            Able(
                text="Vaciado de peltre en molde de goma",
                isic=("2432",),
                unit="kg",
                installed=2500,
                used=600,
                lead_time_days=20,
                stated_days_ago=115,
            ),
        ),
        certs=(Cert(standard="ISO 9001:2015", body="Normandina Cert", issued_months_ago=21, expires_in_months=15),),
        confirmed_days_ago=115,
    ),
    Body(
        name="Cueros Valle Bajo de Quillacollo",
        country="BO",
        town="Quillacollo",
        latitude=-17.3978,
        longitude=-66.2817,
        lang="es",
        about=(
            "curtido de cuero vacuno y llama, gamuza, vaqueta. 1.500 cueros mes. sin planta de tratamiento propia, "
            "en proyecto con la alcaldía"
        ),
        founded=1993,
        employees=19,
        languages=("es",),
        markets=("BO",),
        able=(Able(text="Curtido de cuero vacuno y de llama", isic=("1511",), hs=("41",), stated_days_ago=850),),
        confirmed_days_ago=850,
    ),
    Body(
        name="Red de Productores de Camélidos del Sajama",
        kind="cso",
        country="BO",
        town="Curahuara de Carangas",
        latitude=-17.8333,
        longitude=-68.4167,
        lang="es",
        about=(
            "Red de 14 ayllus con 38.000 llamas y alpacas. Acopio, descerdado y clasificación de fibra, charque, "
            "cuero salado. Descerdadora industrial donada en 2018, trabaja al 35%."
        ),
        founded=2003,
        employees=8,
        women=3,
        languages=("es", "ay"),
        markets=("BO", "PE", "IT"),
        able=(
            Able(
                text="Fibra de llama y alpaca descerdada",
                kind="product",
                isic=("1311",),
                hs=("51",),
                unit="t",
                installed=6,
                used=2.1,
                batch=(200, 4000),
                batch_unit="kg",
                lead_time_days=30,
                stated_days_ago=270,
            ),
            Able(text="Charque de llama", kind="product", isic=("1010",), hs=("02",), stated_days_ago=270),
        ),
        units=(
            Body(
                name="Ayllu Suni Uta Choquemarca",
                country="BO",
                town="Turco",
                lang="es",
                able=(Able(text="Fibra de alpaca", isic=("0143",)),),
            ),
            Body(
                name="Asociación Jacha Carangas",
                country="BO",
                town="Curahuara de Carangas",
                lang="es",
                able=(Able(text="Charque y cueros", isic=("1010",)),),
            ),
        ),
        confirmed_days_ago=270,
    ),
]

POSTS: list[Post] = [
    Post(
        by="Red de Productores de Camélidos del Sajama",
        side="need",
        kind="partnership",
        title="Socio comercial para fibra descerdada de llama",
        summary=(
            "Red de ayllus con descerdadora que trabaja al 35 % busca hilandería o marca que comparta el costo de "
            "clasificación y compre por campaña. Volumen posible: 24 t al año, finura 19 a 23 micras, con nombre de "
            "la comunidad en la etiqueta."
        ),
        lang="es",
        isic=("1311",),
        hs=("51",),
        countries=("PE", "IT", "AR"),
        quantity=(24, "t", "year"),
        published_days_ago=83,
    ),
    Post(
        by="Balsera El Empalme",
        side="offer",
        kind="supply",
        title="Paneles de balsa 130 a 180 kg/m3 para núcleo",
        summary=(
            "Paneles rígidos y flexibles de balsa de plantación certificada, densidad clasificada, 1.000 m3 "
            "mensuales disponibles. Lijado a ±0,2 mm, corte contorneado según kit."
        ),
        lang="es",
        isic=("1621",),
        hs=("44",),
        countries=("TR", "DE", "DK", "ES"),
        quantity=(1000, "m3", "month"),
        certificates=("FSC Chain of Custody",),
        lead_time_days=35,
        published_days_ago=45,
    ),
]

CASES: list[Case] = []
