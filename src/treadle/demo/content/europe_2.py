"""Demonstration records of Italy, Spain and the Netherlands: all invented."""

from treadle.demo.content.model import Able, Body, Case, Cert, Post

BODIES: list[Body] = [
    Body(
        name="Pelletteria Valdisieve Firenze",
        country="IT",
        town="Pontassieve",
        latitude=43.7756,
        longitude=11.4386,
        lang="en",
        about=(
            "Bags, belts and small leather goods for four luxury houses, 9,500 pieces a month. 22 people in-house "
            "plus 11 external workshops. We are asked to prove origin and chemistry of every hide. Looking for "
            "vegetable tanned leather, brass and zamak fittings without nickel, woven straps, raffia work."
        ),
        founded=1977,
        employees=61,
        women=43,
        languages=("en", "it", "fr"),
        markets=("IT", "FR"),
        website="https://pelletteria-valdisieve.example",
        person="Ilaria Bencini",
        role="Purchasing",
        able=(
            Able(
                text="Leather bags and belts",
                kind="product",
                isic=("1512",),
                cpv=("18900000",),
                hs=("42",),
                unit="pcs",
                installed=11000,
                used=9500,
                batch=(30, 1500),
                batch_unit="pcs",
                lead_time_days=40,
                stated_days_ago=27,
            ),
        ),
        certs=(
            Cert(standard="Leather Working Group", scope="trader standard", issued_months_ago=10, expires_in_months=2),
            Cert(
                standard="ISO 9001:2015",
                body="Attesta Arno",
                scope="leather goods",
                issued_months_ago=32,
                expires_in_months=4,
                seen=True,
            ),
        ),
        confirmed_days_ago=27,
    ),
    Body(
        name="Stampi Leonessa Brescia",
        country="IT",
        town="Brescia",
        latitude=45.5416,
        longitude=10.2118,
        lang="en",
        about=(
            "Dies for high and low pressure aluminium casting up to 4,000 t machines, 35 to 40 dies a year, flow "
            "simulation, 3D printed inserts with conformal cooling. Spotting press 500 t. We repair dies of others."
        ),
        founded=1985,
        employees=77,
        women=9,
        languages=("en", "it", "de"),
        markets=("IT", "DE", "TR", "MX"),
        able=(
            Able(
                text="Die-casting dies with conformal cooling",
                kind="product",
                isic=("2822",),
                hs=("84",),
                materials="1.2343 ESR, maraging steel",
                dimensions="up to 28 t",
                tolerance="±0.02 mm",
                unit="h",
                installed=9800,
                used=8900,
                lead_time_days=110,
                stated_days_ago=64,
            ),
            Able(
                text="Repair welding and re-machining of dies",
                kind="service",
                isic=("3312",),
                unit="h",
                installed=700,
                used=300,
                lead_time_days=12,
                stated_days_ago=64,
            ),
        ),
        certs=(
            Cert(
                standard="ISO 9001:2015",
                body="Attesta Arno",
                scope="dies",
                issued_months_ago=19,
                expires_in_months=17,
                seen=True,
            ),
        ),
        confirmed_days_ago=64,
    ),
    Body(
        name="Finissaggio Valle Strona",
        country="IT",
        town="Cossato",
        latitude=45.5703,
        longitude=8.1811,
        lang="en",
        about=(
            "Wool and cashmere finishing: fulling, decatizing, raising, shearing, water repellent. Piece dyeing in "
            "small lots, 20 to 200 kg. Family company, third generation."
        ),
        founded=1958,
        employees=39,
        women=11,
        languages=("en", "it"),
        markets=("IT", "FR", "JP"),
        able=(
            Able(
                text="Finishing of woollen fabrics",
                isic=("1313",),
                materials="wool, cashmere, alpaca",
                unit="m",
                installed=130000,
                used=78000,
                batch=(40, 6000),
                batch_unit="m",
                lead_time_days=15,
                stated_days_ago=330,
            ),
            Able(
                text="Piece dyeing in small lots",
                isic=("1313",),
                unit="t",
                installed=22,
                used=12,
                batch=(20, 200),
                batch_unit="kg",
                stated_days_ago=330,
            ),
        ),
        certs=(Cert(standard="GOTS", scope="finishing of wool", issued_months_ago=28, expires_in_months=-16),),
        confirmed_days_ago=330,
    ),
    Body(
        name="Macchine Conciarie Val Chiampo",
        country="IT",
        town="Arzignano",
        latitude=45.5203,
        longitude=11.3342,
        lang="en",
        about=(
            "Tannery machines: drums, fleshing, splitting, vacuum dryers, spray cabins with 40 % less finish. New "
            "and rebuilt. Chrome recovery units 5 to 60 m3 a day. Assistance in Brazil, Mexico and Ethiopia."
        ),
        founded=1969,
        employees=96,
        women=14,
        languages=("en", "it", "es", "pt"),
        markets=("BR", "MX", "ET", "MA", "BO"),
        website="https://valchiampo-macchine.example",
        person="Enrico Dal Molin",
        role="Area manager",
        able=(
            Able(
                text="Tannery drums and finishing machines",
                kind="product",
                isic=("2826",),
                cpv=("42700000",),
                hs=("84",),
                unit="pcs",
                installed=14,
                used=9,
                lead_time_days=130,
                stated_days_ago=83,
            ),
            Able(
                text="Chrome recovery plants",
                kind="product",
                isic=("2829",),
                cpv=("42900000",),
                lead_time_days=150,
                stated_days_ago=83,
            ),
            Able(text="Rebuilding of used tannery machines", kind="service", isic=("3312",), stated_days_ago=200),
        ),
        confirmed_days_ago=83,
    ),
    Body(
        name="Agrimeccanica Santerno",
        country="IT",
        town="Lugo",
        latitude=44.4206,
        longitude=11.9108,
        lang="en",
        about=(
            "Machines for drying and sorting fruit, nuts and herbs; solar-hybrid dryers 100 kg to 5 t per batch, "
            "destoners, small optical sorters. Simple PLC, manual in six languages."
        ),
        founded=1994,
        employees=54,
        women=10,
        languages=("en", "it", "fr", "es", "ar"),
        markets=("EG", "MA", "TN", "CV", "GT"),
        website="https://agrimeccanica-santerno.example",
        person="Chiara Montevecchi",
        role="Export",
        able=(
            Able(
                text="Hybrid solar dryers and optical sorters for fruit and nuts",
                kind="product",
                isic=("2825",),
                cpv=("42200000",),
                hs=("84",),
                unit="pcs",
                installed=12,
                used=7,
                lead_time_days=75,
                stated_days_ago=47,
            ),
            Able(text="Commissioning and operator training", kind="service", isic=("3320", "8549"), stated_days_ago=47),
        ),
        certs=(
            Cert(
                standard="ISO 9001:2015",
                body="Attesta Arno",
                scope="food machinery",
                issued_months_ago=27,
                expires_in_months=9,
            ),
        ),
        confirmed_days_ago=47,
    ),
    Body(
        name="Calzados Alto Vinalopó",
        country="ES",
        town="Elda",
        latitude=38.4775,
        longitude=-0.7917,
        lang="es",
        about=(
            "Fabricamos zapato de señora de gama media-alta, 640 pares diarios. Cortamos y montamos aquí, el aparado "
            "está fuera (Marruecos y Albacete). Compramos pieles de cabra y vacuno, tacones, plantas, hebillas "
            "libres de niquel. Pedidos pequeños y muy repetidos, 48 referencias por temporada."
        ),
        founded=1990,
        employees=83,
        women=51,
        languages=("es", "en", "fr"),
        markets=("ES", "FR", "IT", "DE"),
        website="https://altovinalopo.example",
        person="Remedios Bañón Juan",
        role="Compras y modelaje",
        able=(
            Able(
                text="Calzado de señora montado y cosido",
                kind="product",
                isic=("1520",),
                cpv=("18800000",),
                hs=("64",),
                unit="pcs",
                installed=15500,
                used=13800,
                batch=(24, 2500),
                batch_unit="pcs",
                lead_time_days=35,
                stated_days_ago=34,
            ),
        ),
        certs=(
            Cert(
                standard="ISO 9001:2015",
                body="Levante Certifica",
                scope="calzado",
                issued_months_ago=24,
                expires_in_months=12,
                seen=True,
            ),
        ),
        confirmed_days_ago=34,
    ),
    Body(
        name="Hornos y Esmaltes de la Plana",
        country="ES",
        town="Onda",
        latitude=39.9631,
        longitude=-0.2636,
        lang="es",
        about=(
            "Fritas, esmaltes y tintas digitales para azulejo y vajilla, y rehabilitación de hornos de rodillos. "
            "Ofrecemos conversión de quemadores para hidrógeno al 30% y recuperadores de calor que ahorran 12 a 18% "
            "de gas. Puesta en marcha con nuestros técnicos."
        ),
        founded=1989,
        employees=148,
        women=36,
        languages=("es", "en", "fr", "pt"),
        markets=("ES", "MA", "TN", "DZ", "BR", "TR"),
        website="https://hornosplana.example",
        person="Vicent Gargallo",
        role="Dirección técnica",
        able=(
            Able(
                text="Rehabilitación de hornos cerámicos y recuperadores de calor",
                kind="service",
                isic=("2815", "3312"),
                cpv=("42300000",),
                lead_time_days=70,
                stated_days_ago=58,
            ),
            Able(
                text="Esmaltes y fritas cerámicas",
                kind="product",
                isic=("2029", "2399"),
                hs=("32",),
                unit="t",
                installed=1900,
                used=1300,
                stated_days_ago=58,
            ),
        ),
        certs=(
            Cert(standard="ISO 9001:2015", body="Levante Certifica", issued_months_ago=12, expires_in_months=24),
            Cert(
                standard="ISO 14001:2015",
                body="Levante Certifica",
                scope="esmaltes",
                issued_months_ago=12,
                expires_in_months=24,
                seen=True,
            ),
        ),
        confirmed_days_ago=58,
    ),
    Body(
        name="Conservera Ría de Boiro",
        country="ES",
        town="Boiro",
        latitude=42.6467,
        longitude=-8.885,
        lang="es",
        about=(
            "Mejillón, berberecho, sardinilla y atún en conserva. Compramos lata litografiada OL-120 y RR-125, "
            "aceite de oliva, cartoncillo y bonito congelado. Depuradora propia con valorización de lodos y venta de "
            "concha triturada. Campaña corta, de julio a noviembre."
        ),
        founded=1961,
        employees=198,
        women=142,
        languages=("es", "en", "pt"),
        markets=("ES", "PT", "FR", "IT"),
        person="Uxía Romarís",
        role="Compras",
        able=(
            Able(
                text="Conservas de pescado y moluscos",
                kind="product",
                isic=("1020",),
                cpv=("15200000",),
                hs=("16",),
                unit="t",
                installed=420,
                used=330,
                lead_time_days=20,
                stated_days_ago=77,
            ),
            Able(
                text="Concha de mejillón triturada",
                kind="product",
                isic=("1020", "3830"),
                unit="t",
                installed=150,
                used=60,
                stated_days_ago=77,
            ),
        ),
        certs=(
            Cert(
                standard="IFS Food",
                scope="conservas de molusco y pescado",
                issued_months_ago=7,
                expires_in_months=5,
                seen=True,
            ),
            Cert(standard="MSC Chain of Custody", issued_months_ago=20, expires_in_months=16),
        ),
        confirmed_days_ago=77,
    ),
    Body(
        name="Ecotintes Clariano",
        country="ES",
        town="Ontinyent",
        latitude=38.8217,
        longitude=-0.6064,
        lang="es",
        about=(
            "Tintura de hilo y floca de algodon reciclado, mantas y textil hogar. 14 autoclaves. Reciclamos recortes "
            "por mecánico, con garnettadora y continua open-end de 1.200 rotores; hilo Ne 6 a 16. Compramos recorte "
            "clasificado por color de Marruecos y Portugal."
        ),
        founded=1974,
        employees=92,
        women=28,
        languages=("es", "en", "fr"),
        markets=("ES", "PT", "MA", "FR"),
        website="https://ecotintesclariano.example",
        person="Josep Lluís Revert",
        role="Gerente",
        able=(
            Able(
                text="Hilo open-end de algodón reciclado",
                kind="product",
                isic=("1311",),
                cpv=("19400000",),
                hs=("52",),
                materials="70% algodón reciclado, PES",
                dimensions="Ne 6 a 16",
                unit="t",
                installed=310,
                used=240,
                batch=(500, 20000),
                batch_unit="kg",
                lead_time_days=20,
                stated_days_ago=21,
            ),
            Able(
                text="Tintura de hilo en autoclave",
                isic=("1313",),
                unit="t",
                installed=95,
                used=60,
                batch=(50, 500),
                batch_unit="kg",
                lead_time_days=12,
                stated_days_ago=21,
            ),
        ),
        certs=(
            Cert(standard="GRS", scope="hilo reciclado", issued_months_ago=9, expires_in_months=3, seen=True),
            Cert(standard="OEKO-TEX Standard 100", issued_months_ago=15, expires_in_months=-3),
        ),
        confirmed_days_ago=21,
    ),
    Body(
        name="Waalhaven Spice & Nut",
        country="NL",
        town="Rotterdam",
        latitude=51.9244,
        longitude=4.4777,
        lang="en",
        about=(
            "Importer, steriliser and blender of spices, nuts and dried fruit for European industry. Steam "
            "steriliser 1.2 t per hour, colour sorters, own microbiology laboratory. We buy cardamom, allspice, "
            "cashew, Brazil nuts, dates and dried mango in full containers or smaller trial lots, and help suppliers "
            "with aflatoxin control."
        ),
        founded=1996,
        employees=86,
        women=32,
        languages=("en", "nl", "de", "fr"),
        markets=("NL", "DE", "BE", "GB", "FR"),
        website="https://waalhaven-spicenut.example",
        person="Marloes van Dijkhuizen",
        role="Sourcing",
        able=(
            Able(
                text="Steam sterilisation of spices and nuts",
                isic=("1079",),
                cpv=("15800000",),
                hs=("08", "09"),
                unit="t",
                installed=420,
                used=310,
                batch=(400, 24000),
                batch_unit="kg",
                lead_time_days=10,
                stated_days_ago=13,
            ),
            Able(
                text="Blending and packing of spices",
                isic=("1079", "8292"),
                unit="t",
                installed=260,
                used=190,
                lead_time_days=12,
                stated_days_ago=13,
            ),
        ),
        certs=(
            Cert(
                standard="FSSC 22000",
                body="Lowland Assessment",
                scope="sterilising and packing of spices and nuts",
                issued_months_ago=16,
                expires_in_months=20,
                seen=True,
            ),
            Cert(standard="Organic (EU) 2018/848", issued_months_ago=3, expires_in_months=9),
        ),
        confirmed_days_ago=13,
    ),
    Body(
        name="Peelland Kas Systems",
        country="NL",
        town="Horst",
        latitude=51.4533,
        longitude=6.0517,
        lang="en",
        about=(
            "Greenhouse steel, screens, hydroponic gutters and desalination for growers in warm climates. 1 to 10 ha "
            "projects, drip and recirculation. Galvanised steel can be made locally from our drawings."
        ),
        founded=1988,
        employees=63,
        women=14,
        languages=("en", "nl", "es", "ar"),
        markets=("NL", "MA", "EG", "MX", "CV"),
        able=(
            Able(
                text="Greenhouse structures and recirculating hydroponics",
                kind="product",
                isic=("2511", "2821"),
                cpv=("44200000",),
                hs=("73", "94"),
                unit="m2",
                installed=60000,
                used=38000,
                lead_time_days=120,
                stated_days_ago=145,
            ),
        ),
        confirmed_days_ago=145,
    ),
    Body(
        name="Stichting Fair Stitch Network",
        kind="cso",
        country="NL",
        town="Utrecht",
        latitude=52.0907,
        longitude=5.1214,
        lang="en",
        about=(
            "Non-profit that pools orders of 38 small ethical fashion brands so that workshops in Latin America and "
            "Africa get runs of 500 pieces and more. We run a shared quality checklist, transparent price breakdowns "
            "and a complaint line. No commission from workshops."
        ),
        founded=2012,
        employees=7,
        women=6,
        languages=("en", "nl", "fr", "es"),
        markets=("NL", "BE", "PE", "GT", "TN"),
        website="https://fairstitchnetwork.example",
        person="Anneke Terpstra",
        role="Coordinator",
        able=(
            Able(text="Pooled garment orders for small brands", kind="service", isic=("9499", "4641"), stated_days_ago=42),
            Able(
                text="Coaching in price breakdown and quality control",
                kind="expertise",
                isic=("7020", "8549"),
                stated_days_ago=42,
            ),
        ),
        confirmed_days_ago=42,
    ),
    Body(
        name="Amstelkade Climate Equity",
        kind="investor",
        country="NL",
        town="Amsterdam",
        latitude=52.3676,
        longitude=4.9041,
        lang="en",
        about=(
            "Venture and growth equity for industrial water, heat and recycling technology. EUR 1 to 5 million. 16 "
            "companies. We pay for pilots at our portfolio companies' customers, one or two each year in North "
            "Africa or Latin America."
        ),
        founded=2011,
        employees=19,
        women=9,
        languages=("en", "nl"),
        markets=("NL", "DE", "FR", "MA", "CL"),
        person="Sander Hoogland",
        role="Partner",
        able=(
            Able(
                text="Venture and growth equity for clean industry technology",
                kind="service",
                isic=("6430",),
                stated_days_ago=99,
            ),
        ),
        confirmed_days_ago=99,
    ),
]

POSTS: list[Post] = [
    Post(
        by="Ecotintes Clariano",
        side="need",
        kind="supply",
        title="Recorte de algodón de punto clasificado, 60 t al mes",
        summary=(
            "Hilatura de reciclado compra recorte de confección 95 % algodón o más, clasificado en blanco, gris, "
            "marino y negro, embalado en balas de 250 kg. 60 t al mes en camión completo. Pago a 30 días y contrato "
            "anual con fórmula de precio."
        ),
        lang="es",
        isic=("3830", "1311"),
        hs=("63",),
        countries=("MA", "TN", "PT", "EG"),
        quantity=(60, "t", "month"),
        lead_time_days=15,
        published_days_ago=17,
    ),
    Post(
        by="Stichting Fair Stitch Network",
        side="need",
        kind="capacity",
        title="Sewing of 6,500 organic cotton T-shirts and hoodies in pooled runs",
        summary=(
            "38 small brands pool their autumn order: 4,200 T-shirts (160 g jersey) and 2,300 hoodies (300 g "
            "fleece), seven colours, sizes XS to XXL. We accept two or three workshops. Fabric may come from the "
            "workshop's own source. Price breakdown is shared openly with the brands."
        ),
        lang="en",
        isic=("1410", "1430"),
        cpv=("18300000",),
        hs=("61",),
        countries=("PE", "GT", "TN", "MA"),
        quantity=(6500, "pcs", ""),
        certificates=("GOTS",),
        lead_time_days=60,
        published_days_ago=6,
    ),
    Post(
        by="Hornos y Esmaltes de la Plana",
        side="offer",
        kind="environment",
        title="Recuperadores de calor para hornos de rodillos, 12 a 18 % menos gas",
        summary=(
            "Diagnóstico, suministro y montaje en parada de verano. Financiación con el ahorro a 36 meses para "
            "hornos de más de 60 m. Idiomas de montaje: español, francés, portugués."
        ),
        lang="es",
        isic=("2815",),
        cpv=("42300000",),
        countries=("MA", "TN", "BR", "PT"),
        lead_time_days=70,
        published_days_ago=2,
        state="submitted",
    ),
]

CASES: list[Case] = [
    Case(
        by="Waalhaven Spice & Nut",
        kind="supply",
        title="Cashew kernels WW320 and cardamom, trial containers",
        text=(
            "We open two new origins this season. (1) Cashew kernels WW320, 15.9 t per container, moisture below 5 "
            "%, aflatoxin B1 below 2 ppb, total below 4 ppb, vacuum with nitrogen, 22.68 kg cartons. (2) Green "
            "cardamom 7 to 8 mm, 2 t trial, colour above 75 % green, volatile oil above 6.5 %, pesticide screen at "
            "our cost. One container every month from October to June if the first is good. Prepayment of 30 % "
            "possible against warehouse receipt. We help with sampling plans and accept units that now process less "
            "than 20 t a month."
        ),
        lang="en",
        isic=("1030", "1079"),
        cpv=("15300000",),
        hs=("08", "09"),
        quantity=(18, "t", "month"),
        least=2,
        batch=(15.9, "t"),
        certificates=("HACCP",),
        certificates_required=True,
        countries=("GW", "CI", "VN", "GT"),
        languages=("en", "fr", "pt", "es"),
        lead_time_days=45,
        submitted_days_ago=16,
        state="out",
        quote_note=(
            "We can ship one container of WW320 in November and one each month from January. Sample of 2 kg by "
            "courier; aflatoxin report from an accredited laboratory included."
        ),
        decline_note="Sold out until the new crop; please ask again in March.",
    ),
    Case(
        by="Pelletteria Valdisieve Firenze",
        kind="supply",
        title="Vegetable tanned bovine shoulders, 900 m2 a month",
        text=(
            "Vegetable tanned shoulders, 2.2 to 2.6 mm and 1.4 to 1.6 mm, natural and cognac, full grain, selection "
            "I/II, 900 m2 a month for one year, at least 300 m2 from one tannery. Chromium below 3 mg/kg, no PCP, "
            "formaldehyde below 16 mg/kg, pH above 3.5. Rub fastness 150 dry, 50 wet. Document of slaughterhouse "
            "origin for each lot. Lots of 100 m2 per colour. Samples of 5 m2 each."
        ),
        lang="en",
        isic=("1511",),
        cpv=("19100000",),
        hs=("41",),
        quantity=(900, "m2", "month"),
        least=300,
        batch=(100, "m2"),
        certificates=("Leather Working Group",),
        countries=("MX", "BR", "MA", "TN"),
        languages=("en", "es", "pt"),
        lead_time_days=40,
        submitted_days_ago=95,
        state="closed",
        quote_note=("Paletas de curtido vegetal con quebracho y mimosa, 400 m2 al mes, muestras de 5 m2 en tres semanas."),
        decline_note="Só fazemos curtimento ao cromo e wet white.",
    ),
    Case(
        by="Calzados Alto Vinalopó",
        kind="speciality",
        title="Aparado de zapato de señora con trenzado a mano, 2.400 pares al mes",
        text=(
            "Buscamos taller de aparado para cinco modelos de señora con pala trenzada a mano en cabra de 0,8 mm, "
            "tiras de 4 y 6 mm. 2.400 pares al mes de enero a mayo y 1.200 el resto del año, lotes de 150 pares por "
            "modelo y color. Enviamos piel cortada, hilo y patrones; devolución semanal en camión de caja cerrada. "
            "Control de 10 % con nuestra pauta de 14 puntos. Cada taller debe asumir 800 pares como mínimo y tener "
            "una responsable que hable español o francés. Prueba pagada de 60 pares."
        ),
        lang="es",
        isic=("1520",),
        hs=("64",),
        quantity=(2400, "pcs", "month"),
        least=800,
        batch=(150, "pcs"),
        countries=("MA", "TN"),
        languages=("es", "fr"),
        lead_time_days=12,
        answer_in_days=10,
        submitted_days_ago=120,
        state="not_concluded",
        quote_note=(
            "Nous proposons 1 000 paires par mois, deux tresseuses formées par vos soins la première semaine. Prix à "
            "la paire dans la fiche."
        ),
        decline_note="Nous ne faisons pas de tressage à la main.",
        disputed=(
            "La prueba de 60 pares se entregó a tiempo y fue aceptada; la cliente no llegó a enviar el pedido de "
            "serie. Para nosotros hubo un primer encargo, aunque pequeño."
        ),
    ),
]
