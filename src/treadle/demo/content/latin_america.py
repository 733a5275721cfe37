"""Demonstration records of Mexico: all invented."""

from treadle.demo.content.model import Able, Body, Case, Cert, Post

BODIES: list[Body] = [
    Body(
        name="Troquelados y Rectificados La Cañada",
        country="MX",
        town="Celaya",
        latitude=20.5235,
        longitude=-100.8157,
        lang="es",
        about=(
            "Taller familiar con 27 años de experiencia en troquelado de lámina para la industria automotriz y de "
            "electrodomésticos. Contamos con prensas mecánicas de 45 a 400 toneladas, dos líneas con alimentador y "
            "enderezador, y taller propio de troqueles con rectificadora y electroerosión por hilo. Surtimos "
            "soportes, abrazaderas, tapas y conectores a ensambladores TIER 2 de Guanajuato y Querétaro. También "
            "hacemos series cortas a partir de 2,000 piezas."
        ),
        founded=1998,
        employees=84,
        women=19,
        languages=("es", "en"),
        markets=("MX", "US"),
        website="https://troqueladoslacanada.example",
        person="Ing. Rodrigo Camarena Solís",
        role="Gerente de operaciones",
        able=(
            Able(
                text="Troquelado progresivo de lámina de acero, hasta 400 t",
                isic=("2591",),
                cpv=("44400000",),
                hs=("73", "87"),
                materials="acero rolado en frío y galvanizado, inoxidable 304, aluminio 5052",
                dimensions="lámina 0.5 a 6 mm, cama 2400 x 1200 mm",
                tolerance="±0.05 mm",
                unit="h",
                installed=1850,
                used=1120,
                batch=(2000, 400000),
                batch_unit="pcs",
                lead_time_days=15,
                stated_days_ago=35,
            ),
            Able(
                text="Diseño y fabricación de troqueles progresivos y de transferencia",
                kind="product",
                isic=("2822",),
                materials="aceros D2, O1, DC53",
                unit="h",
                installed=640,
                used=600,
                lead_time_days=70,
                stated_days_ago=35,
            ),
            Able(
                text="Rectificado plano y cilíndrico",
                isic=("2592",),
                dimensions="hasta 1500 x 500 mm",
                tolerance="0.01 mm",
                unit="h",
                installed=320,
                used=90,
                lead_time_days=7,
                stated_days_ago=240,
            ),
        ),
        certs=(
            Cert(
                standard="ISO 9001:2015",
                body="Normacert Bajío",
                scope="troquelado y estampado de metales",
                issued_months_ago=20,
                expires_in_months=16,
                seen=True,
            ),
            Cert(
                standard="IATF 16949:2016",
                body="Normacert Bajío",
                scope="estampado de componentes automotrices",
                issued_months_ago=40,
                expires_in_months=-4,
            ),
        ),
        confirmed_days_ago=35,
    ),
    Body(
        name="Galvanotecnia Río Lerma",
        country="MX",
        town="Lerma",
        latitude=19.285,
        longitude=-99.512,
        lang="es",
        about=(
            "Recubrimientos electrolíticos de zinc, zinc-níquel y fosfato para tornillería, estampados y piezas "
            "maquinadas. Línea automática de tambor y línea de bastidor, celdas libres de cianuro y sellos "
            "trivalentes. Cámara salina propia: 240 h a corrosión blanca en Zn-Ni. Planta de tratamiento de aguas "
            "con descarga verificada cada trimestre. Atendemos a autopartistas del Valle de Toluca."
        ),
        founded=2006,
        employees=61,
        women=14,
        languages=("es",),
        markets=("MX",),
        website="https://galvanolerma.example",
        person="Q.F.I. Leticia Arriaga",
        role="Jefa de laboratorio",
        able=(
            Able(
                text="Galvanizado electrolítico (zinc alcalino) en tambor",
                isic=("2592",),
                materials="acero al carbono",
                dimensions="piezas hasta 1.2 kg",
                unit="t",
                installed=220,
                used=164,
                batch=(150, 8000),
                batch_unit="kg",
                lead_time_days=5,
                stated_days_ago=12,
            ),
            Able(
                text="Zinc-níquel en bastidor con pasivado trivalente",
                isic=("2592",),
                materials="acero forjado, fundición gris",
                dimensions="bastidor 1800 x 900 x 400 mm",
                tolerance="8 a 15 µm",
                unit="m2",
                installed=9500,
                used=7900,
                lead_time_days=8,
                stated_days_ago=12,
            ),
            Able(text="Fosfato de zinc y manganeso", isic=("2592",), unit="t", installed=60, used=22, stated_days_ago=12),
        ),
        certs=(
            Cert(
                standard="ISO 9001:2015",
                body="Normacert Bajío",
                scope="recubrimientos metálicos",
                issued_months_ago=11,
                expires_in_months=25,
                seen=True,
            ),
            Cert(
                standard="ISO 14001:2015",
                body="Normacert Bajío",
                scope="recubrimientos metálicos",
                issued_months_ago=11,
                expires_in_months=25,
            ),
        ),
        confirmed_days_ago=12,
    ),
    Body(
        name="Curtiduría San Crispín del Barrio Arriba",
        country="MX",
        town="León",
        latitude=21.122,
        longitude=-101.6833,
        lang="es",
        about=(
            "Curtimos cuero de res desde 1974. Flor entera, nobuck y crust para calzado, cinturon y marroquinería; "
            "espesores de 0.9 a 2.4 mm. Curtido al cromo y, desde 2021, curtido vegetal con extracto de quebracho y "
            "mimosa en 4 tambos. Recuperamos cromo de los baños de curtido y enviamos carnaza a fábrica de gelatina. "
            "Vendemos a unas 40 zapaterías de León y a dos talleres en Texas."
        ),
        founded=1974,
        employees=47,
        women=6,
        languages=("es",),
        markets=("MX", "US", "GT"),
        able=(
            Able(
                text="Cuero flor entera para calzado, curtido al cromo",
                kind="product",
                isic=("1511",),
                cpv=("19100000",),
                hs=("41",),
                dimensions="0.9 a 2.4 mm",
                unit="m2",
                installed=14000,
                used=9800,
                batch=(200, 4000),
                batch_unit="m2",
                lead_time_days=25,
                stated_days_ago=210,
            ),
            Able(
                text="Cuero de curtido vegetal",
                kind="product",
                isic=("1511",),
                hs=("41",),
                materials="quebracho, mimosa",
                dimensions="1.8 a 3.5 mm",
                unit="m2",
                installed=2200,
                used=700,
                lead_time_days=45,
                stated_days_ago=210,
            ),
            Able(
                text="Maquila de rebajado y dividido",
                isic=("1511",),
                unit="h",
                installed=360,
                used=150,
                stated_days_ago=400,
            ),
        ),
        certs=(Cert(standard="Leather Working Group", scope="Audit: bronze", issued_months_ago=30, expires_in_months=-2),),
        confirmed_days_ago=210,
    ),
    Body(
        name="Lavandería Industrial Los Cántaros",
        country="MX",
        town="Tehuacán",
        latitude=18.4617,
        longitude=-97.3928,
        lang="es",
        about=(
            "LAVADO Y ACABADO DE MEZCLILLA. STONE WASH, BLEACH, ENZIMATICO, LASER, OZONO. 22 LAVADORAS DE 150 Y 300 "
            "KG, 2 MAQUINAS DE OZONO, 1 LASER. ATENDEMOS MARCAS NACIONALES Y MAQUILA DE EXPORTACION. PLANTA DE "
            "TRATAMIENTO 600 M3 DIARIOS CON RECUPERACION DE 45%."
        ),
        founded=2003,
        employees=138,
        women=71,
        languages=("es",),
        markets=("MX", "US"),
        able=(
            Able(
                text="Lavado y acabado de prendas de mezclilla",
                isic=("1313", "9601"),
                materials="mezclilla 8 a 14 oz",
                unit="pcs",
                installed=420000,
                used=295000,
                batch=(500, 30000),
                batch_unit="pcs",
                lead_time_days=9,
                stated_days_ago=66,
            ),
            Able(
                text="Marcado láser y ozono",
                isic=("1313",),
                unit="pcs",
                installed=60000,
                used=18000,
                lead_time_days=6,
                stated_days_ago=66,
            ),
        ),
        confirmed_days_ago=66,
    ),
    Body(
        name="Moldes y Plásticos Cerro de la Reina",
        country="MX",
        town="Tonalá",
        latitude=20.624,
        longitude=-103.242,
        lang="es",
        about=(
            "Inyección de plasticos de ingeniería. 14 máquinas de 80 a 650 ton, dos de ellas para bi-material. "
            "Hacemos carcasas para electrónica, partes de línea blanca y envases técnicos. Secado centralizado, "
            "robots en 9 máquinas, metrología con CMM. Taller de moldes para mantenimiento y ajustes, los moldes "
            "nuevos se subcontratan."
        ),
        founded=2001,
        employees=112,
        women=58,
        languages=("es", "en"),
        markets=("MX", "US", "CA"),
        website="https://moldescerroreina.example",
        person="Ing. Paulina Robles Orendain",
        role="Ventas técnicas",
        able=(
            Able(
                text="Inyección de termoplásticos técnicos",
                isic=("2220",),
                cpv=("19500000",),
                hs=("39",),
                materials="PA66 GF30, ABS, PC/ABS, POM, PP",
                dimensions="peso de disparo 8 a 2400 g",
                tolerance="±0.08 mm",
                unit="h",
                installed=6800,
                used=4900,
                batch=(1000, 500000),
                batch_unit="pcs",
                lead_time_days=18,
                stated_days_ago=48,
            ),
            Able(
                text="Ensamble ultrasónico y tampografía",
                isic=("2220",),
                unit="h",
                installed=900,
                used=350,
                lead_time_days=10,
                stated_days_ago=48,
            ),
            Able(
                text="Mantenimiento y ajuste de moldes de inyección",
                kind="service",
                isic=("3311",),
                unit="h",
                installed=300,
                used=220,
                stated_days_ago=130,
            ),
        ),
        certs=(
            Cert(
                standard="ISO 9001:2015",
                body="Verificaciones Jalmex",
                scope="inyección de plásticos",
                issued_months_ago=8,
                expires_in_months=28,
                seen=True,
            ),
        ),
        confirmed_days_ago=48,
    ),
    Body(
        name="Arneses Delicias del Desierto",
        country="MX",
        town="Delicias",
        latitude=28.1932,
        longitude=-105.4717,
        lang="en",
        about=(
            "Wire harness and cable assembly for agricultural machinery, HVAC and medical carts. 26 crimping "
            "presses, 3 automatic cut-strip-terminate machines, ultrasonic splicing, 100% electrical test on "
            "dedicated boards. Low volume / high mix is our normal day: typical order 50 to 3,000 sets. Two shifts, "
            "a third can be opened in four weeks. English speaking engineering, DDP El Paso."
        ),
        founded=2011,
        employees=236,
        women=162,
        languages=("en", "es"),
        markets=("US", "MX", "CA"),
        website="https://arnesesdelicias.example",
        person="Ana Karen Holguín",
        role="Program manager",
        able=(
            Able(
                text="Wire harness assembly",
                kind="product",
                isic=("2930", "2790"),
                cpv=("31300000",),
                hs=("85",),
                materials="copper wire AWG 4 to 26, PVC, XLPE",
                unit="h",
                installed=28500,
                used=21300,
                batch=(50, 20000),
                batch_unit="pcs",
                lead_time_days=28,
                stated_days_ago=20,
            ),
            Able(
                text="Box build and control panel wiring",
                kind="service",
                isic=("2710",),
                unit="h",
                installed=2400,
                used=900,
                lead_time_days=35,
                stated_days_ago=20,
            ),
        ),
        certs=(
            Cert(
                standard="ISO 9001:2015",
                body="Northgate Registrars",
                scope="cable assemblies",
                issued_months_ago=15,
                expires_in_months=21,
                seen=True,
            ),
            Cert(
                standard="IATF 16949:2016",
                body="Northgate Registrars",
                scope="wire harnesses",
                issued_months_ago=15,
                expires_in_months=21,
            ),
        ),
        confirmed_days_ago=20,
    ),
    Body(
        name="Cordelería Henequenera de Motul Viejo",
        country="MX",
        town="Motul",
        latitude=21.0947,
        longitude=-89.2836,
        lang="es",
        about=(
            "Hilo, soga y costal de henequén. Trabajamos con 130 parcelas de ejidatarios. Dos desfibradoras, 18 "
            "hiladoras antiguas pero reparadas en 2019 y 6 telares de costal. El bagazo lo secamos y se usa para "
            "composta, buscamos quien lo aproveche para papel o tablero."
        ),
        founded=1983,
        employees=39,
        women=17,
        languages=("es",),
        markets=("MX",),
        able=(
            Able(
                text="Soga e hilo agrícola de henequén",
                kind="product",
                isic=("1394",),
                hs=("53", "56"),
                dimensions="4 a 32 mm",
                unit="t",
                installed=70,
                used=38,
                lead_time_days=15,
                stated_days_ago=320,
            ),
            Able(
                text="Costal de henequén para café",
                kind="product",
                isic=("1392",),
                hs=("63",),
                unit="pcs",
                installed=18000,
                used=6500,
                stated_days_ago=320,
            ),
            Able(
                text="Bagazo seco de henequén disponible",
                kind="product",
                isic=("1311",),
                unit="t",
                installed=45,
                used=5,
                stated_days_ago=320,
            ),
        ),
        confirmed_days_ago=320,
    ),
    Body(
        name="Centro de Apoyo Técnico en Recubrimientos del Marqués",
        kind="institution",
        also="Coatings Technical Support Centre of El Marqués",
        also_lang="en",
        country="MX",
        town="Querétaro",
        latitude=20.5888,
        longitude=-100.3899,
        lang="es",
        about=(
            "Laboratorio y centro tecnológico sin fines de lucro dedicado a corrosión, galvanoplastia y pintura "
            "industrial. Ensayos en cámara salina y cíclica, espesor por fluorescencia de rayos X, adherencia, "
            "análisis de baños. Asesoramos a talleres pequeños para bajar arrastres, recuperar níquel y cumplir las "
            "normas de descarga. Se imparten 12 cursos al año."
        ),
        founded=1996,
        employees=42,
        women=23,
        languages=("es", "en"),
        markets=("MX", "GT", "CR"),
        website="https://catr-marques.example",
        person="Dra. Verónica Sepúlveda Ariza",
        role="Coordinadora de servicios",
        able=(
            Able(
                text="Ensayos de corrosión y recubrimientos",
                kind="service",
                isic=("7120",),
                cpv=("71600000",),
                unit="h",
                installed=520,
                used=330,
                lead_time_days=8,
                stated_days_ago=75,
            ),
            Able(
                text="Asesoría en producción más limpia para galvanoplastia",
                kind="expertise",
                isic=("7490",),
                lead_time_days=20,
                stated_days_ago=75,
            ),
        ),
        certs=(
            Cert(
                standard="ISO/IEC 17025:2017",
                scope="cámara salina, espesores, adherencia",
                issued_months_ago=26,
                expires_in_months=22,
                seen=True,
            ),
        ),
        confirmed_days_ago=75,
    ),
    Body(
        name="Red de Artesanas Tejedoras del Mezquital",
        kind="cso",
        country="MX",
        town="Ixmiquilpan",
        latitude=20.484,
        longitude=-99.218,
        lang="es",
        about=(
            "Somos 9 grupos de mujeres hñähñu que hilan y tejen fibra de maguey (ixtle) y lana. Hacemos estropajos, "
            "tapetes, bolsas y bordado tenango por pedido. Podemos juntar 3,000 piezas al mes si el pedido se avisa "
            "con seis semanas. La red paga el 50% por adelantado a las artesanas."
        ),
        founded=2009,
        women=212,
        languages=("es",),
        markets=("MX", "US"),
        able=(
            Able(
                text="Estropajos y guantes de ixtle",
                kind="product",
                isic=("1399",),
                hs=("53", "63"),
                unit="pcs",
                installed=3000,
                used=1400,
                lead_time_days=42,
                stated_days_ago=140,
            ),
            Able(
                text="Bordado a mano sobre manta",
                isic=("1392",),
                unit="m2",
                installed=60,
                used=45,
                lead_time_days=50,
                stated_days_ago=140,
            ),
        ),
        certs=(Cert(standard="Fairtrade", issued_months_ago=50, expires_in_months=-14),),
        units=(
            Body(
                name="Grupo Nijamu de El Alberto",
                country="MX",
                town="Ixmiquilpan",
                lang="es",
                able=(Able(text="Tejido de ixtle", isic=("1399",)),),
            ),
            Body(
                name="Tejedoras de Orizabita",
                country="MX",
                town="Ixmiquilpan",
                lang="es",
                able=(Able(text="Hilado de lana y tapetes", isic=("1393",)),),
            ),
            Body(
                name="Bordadoras de San Nicolás",
                country="MX",
                town="Tenango de Doria",
                lang="es",
                able=(Able(text="Bordado tenango", isic=("1392",)),),
            ),
        ),
        confirmed_days_ago=140,
    ),
    Body(
        name="Capital Cerro Azul",
        kind="investor",
        country="MX",
        town="Monterrey",
        latitude=25.6866,
        longitude=-100.3161,
        lang="en",
        about=(
            "Growth capital for family-owned manufacturers in Mexico and Central America. Tickets of USD 1 to 6 "
            "million, minority stakes or mezzanine, horizon five to seven years. Eleven companies in portfolio: "
            "plastics recycling, metal finishing, food ingredients. We ask for two years of audited accounts and an "
            "environmental baseline; we pay for the baseline."
        ),
        founded=2014,
        employees=13,
        women=6,
        languages=("en", "es"),
        markets=("MX", "GT", "CR", "HN"),
        website="https://cerroazulcapital.example",
        person="Gerardo Elizondo Treviño",
        role="Partner",
        able=(
            Able(
                text="Minority equity and mezzanine for manufacturers, USD 1 to 6 million",
                kind="service",
                isic=("6430",),
                stated_days_ago=55,
            ),
        ),
        confirmed_days_ago=55,
    ),
]

POSTS: list[Post] = [
    Post(
        by="Arneses Delicias del Desierto",
        side="offer",
        kind="capacity",
        title="Wire harness capacity, 7,000 hours a month",
        summary=(
            "Harness plant in northern Mexico has free hours on crimping, ultrasonic splicing and final assembly "
            "from the second week of next month. Low volume, high mix welcome; 50 to 3,000 sets per order, complete "
            "electrical test. Agricultural machinery, HVAC and similar."
        ),
        detail=(
            "Two shifts run today. We quote from drawing and bill of materials in five working days; moulded connectors are bought in."
        ),
        lang="en",
        isic=("2930", "2790"),
        cpv=("31300000",),
        hs=("85",),
        countries=("US", "CA", "MX"),
        quantity=(7000, "h", "month"),
        lead_time_days=28,
        published_days_ago=11,
    ),
    Post(
        by="Cordelería Henequenera de Motul Viejo",
        side="need",
        kind="environment",
        title="Uso industrial para bagazo seco de henequén",
        summary=(
            "Tenemos 40 toneladas mensuales de bagazo seco y limpio, hoy casi todo va a composta. Buscamos quien lo "
            "procese para pulpa, tablero o carga para plástico, o una prueba de laboratorio que nos diga para qué "
            "sirve."
        ),
        lang="es",
        isic=("1311", "1701"),
        countries=("MX",),
        quantity=(40, "t", "month"),
        published_days_ago=64,
    ),
    Post(
        by="Capital Cerro Azul",
        side="offer",
        kind="partnership",
        title="Growth capital for plastics recycling and metal finishing",
        summary=(
            "Minority equity or mezzanine of USD 1 to 6 million for profitable, family-owned plants in Mexico and "
            "Central America that want to add a line or treat their water. Two years of accounts needed; the "
            "environmental baseline is paid by us."
        ),
        lang="en",
        isic=("6430",),
        countries=("MX", "GT", "HN", "CR"),
        published_days_ago=38,
    ),
]

CASES: list[Case] = [
    Case(
        by="Troquelados y Rectificados La Cañada",
        kind="speciality",
        title="Recubrimiento zinc-níquel para soportes estampados, 38,000 piezas al mes",
        text=(
            "Fabricamos un soporte de freno estampado en acero de 3 mm (peso 412 g, 186 x 94 mm) para un cliente "
            "TIER 1. Necesitamos recubrimiento zinc-níquel de 8 a 12 micras, 12 a 15 % de níquel, pasivado "
            "trivalente y sello, con 720 h a corrosión roja en cámara salina. Son 38,000 piezas al mes en entregas "
            "semanales; aceptamos dividir entre dos talleres si cada uno toma al menos 15,000. Desgasificado por "
            "hidrógeno no aplica. Enviamos en contenedor retornable. Se pide PPAP nivel 3 y muestras de 300 piezas "
            "antes de cuatro semanas."
        ),
        lang="es",
        isic=("2592",),
        quantity=(38000, "pcs", "month"),
        least=15000,
        batch=(9500, "pcs"),
        certificates=("ISO 9001:2015",),
        certificates_required=True,
        countries=("MX",),
        countries_required=True,
        languages=("es",),
        lead_time_days=7,
        answer_in_days=10,
        submitted_days_ago=24,
        state="out",
        quote_note=(
            "Podemos tomar 22,000 piezas al mes en la línea de bastidor. Precio por pieza en el archivo; herramental "
            "de bastidores aparte, cuatro semanas. Muestras de 300 piezas en 18 días."
        ),
        decline_note="Nuestra línea es de tambor y la pieza se marcaría. No podemos garantizar 720 horas.",
    ),
]
