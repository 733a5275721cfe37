"""Demonstration records of Argentina, Uruguay and Chile: all invented."""

from treadle.demo.content.model import Able, Body, Case, Cert, Post

BODIES: list[Body] = [
    Body(
        name="Agrometal Sembrado Las Parejas",
        country="AR",
        town="Las Parejas",
        latitude=-32.6847,
        longitude=-61.5167,
        lang="es",
        about=(
            "Fabricamos cabezales maiceros, tolvas y componentes para sembradoras. Corte láser 6 kW (3000 x 1500), "
            "plegadora 320 t, soldadura robotizada en tres celdas, pintura en polvo con horno de 9 m. Hacemos "
            "trabajos para otras marcas: corte, plegado y pintura. Venta a Uruguay, Bolivia y Sudáfrica."
        ),
        founded=1972,
        employees=119,
        women=11,
        languages=("es", "en"),
        markets=("AR", "UY", "BO", "ZA"),
        website="https://sembradolasparejas.example",
        person="Mariano Bertolaccini",
        role="Ingeniería",
        able=(
            Able(
                text="Corte láser y plegado de chapa",
                isic=("2592", "2511"),
                materials="acero SAE 1010, inoxidable, aluminio",
                dimensions="hasta 20 mm, 3000 x 1500",
                tolerance="±0,1 mm",
                unit="h",
                installed=1500,
                used=930,
                lead_time_days=6,
                stated_days_ago=19,
            ),
            Able(
                text="Pintura en polvo",
                isic=("2592",),
                dimensions="9 x 2,2 x 2,5 m",
                unit="m2",
                installed=14000,
                used=8200,
                lead_time_days=5,
                stated_days_ago=19,
            ),
            Able(
                text="Implementos agrícolas y tolvas",
                kind="product",
                isic=("2821",),
                cpv=("16600000",),
                hs=("84",),
                unit="pcs",
                installed=60,
                used=42,
                lead_time_days=60,
                stated_days_ago=19,
            ),
        ),
        certs=(
            Cert(
                standard="ISO 9001:2015",
                body="Litoral Certifica",
                scope="maquinaria agrícola",
                issued_months_ago=10,
                expires_in_months=26,
                seen=True,
            ),
        ),
        confirmed_days_ago=19,
    ),
    Body(
        name="Aluminios Rafaelinos Colado",
        country="AR",
        town="Rafaela",
        latitude=-31.2503,
        longitude=-61.4867,
        lang="es",
        about=(
            "Fundición de aluminio en coquilla por gravedad y baja presión, 35 kg máx. por pieza. Cuerpos de bombas, "
            "culatas, múltiples. Tratamiento térmico T6, rayos X propio y centro mecanizado de 4 ejes. Segundo turno "
            "suspendido desde el año pasado asi que hay lugar."
        ),
        founded=1984,
        employees=71,
        women=6,
        languages=("es",),
        markets=("AR", "BR", "UY"),
        able=(
            Able(
                text="Fundición de aluminio en coquilla y baja presión",
                isic=("2432",),
                hs=("76",),
                materials="AlSi7Mg, AlSi9Cu3",
                dimensions="0,3 a 35 kg",
                tolerance="ISO 8062 CT7",
                unit="t",
                installed=85,
                used=41,
                batch=(100, 15000),
                batch_unit="pcs",
                lead_time_days=35,
                stated_days_ago=72,
            ),
            Able(
                text="Tratamiento térmico T6 de aluminio",
                isic=("2592",),
                unit="t",
                installed=60,
                used=25,
                stated_days_ago=72,
            ),
            Able(
                text="Mecanizado de piezas de aluminio en 4 ejes",
                isic=("2592",),
                tolerance="±0,02 mm",
                unit="h",
                installed=1600,
                used=700,
                stated_days_ago=72,
            ),
        ),
        certs=(
            Cert(
                standard="IATF 16949:2016",
                body="Litoral Certifica",
                scope="fundición y mecanizado de aluminio",
                issued_months_ago=23,
                expires_in_months=13,
                seen=True,
            ),
        ),
        confirmed_days_ago=72,
    ),
    Body(
        name="Lanera del Chubut Inferior",
        country="AR",
        town="Trelew",
        latitude=-43.2489,
        longitude=-65.3051,
        lang="es",
        about=(
            "Lavadero y peinaduría de lana merino patagónica 17,5 a 24 micras. Tres trenes de lavado. Lanolina como "
            "subproducto. Trabajos a façon para productores."
        ),
        founded=1964,
        employees=156,
        women=39,
        languages=("es", "en"),
        markets=("IT", "DE", "CN", "TR"),
        website="https://lanerachubut.example",
        person="Lucrecia Evans",
        role="Comercio exterior",
        able=(
            Able(
                text="Lavado y peinado de lana a façon",
                isic=("1311",),
                hs=("51",),
                dimensions="17,5 a 24 µm",
                unit="t",
                installed=720,
                used=510,
                batch=(5000, 100000),
                batch_unit="kg",
                lead_time_days=21,
                stated_days_ago=150,
            ),
            Able(
                text="Lanolina cruda",
                kind="product",
                isic=("1040", "2029"),
                hs=("15",),
                unit="t",
                installed=14,
                used=11,
                stated_days_ago=150,
            ),
        ),
        certs=(
            Cert(standard="Responsible Wool Standard", issued_months_ago=7, expires_in_months=5, seen=True),
            Cert(standard="GOTS", scope="tops de lana", issued_months_ago=31, expires_in_months=-7),
        ),
        confirmed_days_ago=150,
    ),
    Body(
        name="Envases Gualeguaychú",
        country="AR",
        town="Gualeguaychú",
        latitude=-33.0094,
        longitude=-58.5172,
        lang="es",
        about=(
            "Cajas de cartón corrugado simple y doble triplex. Impresión 3 colores, troquelado plano. Microcorrugado "
            "sólo bajo pedido."
        ),
        employees=48,
        languages=("es",),
        markets=("AR", "UY"),
        able=(
            Able(
                text="Cajas de cartón corrugado",
                kind="product",
                isic=("1702",),
                hs=("48",),
                unit="m2",
                installed=900000,
                lead_time_days=10,
                stated_days_ago=620,
            ),
        ),
        confirmed_days_ago=620,
    ),
    Body(
        name="Cooperativa Textil Barranca Quilmes",
        country="AR",
        town="Quilmes",
        latitude=-34.7203,
        longitude=-58.2544,
        lang="es",
        about=(
            "Empresa recuperada por sus 36 trabajadoras y trabajadores. Ropa de trabajo, ambos sanitarios, "
            "guardapolvos y bolsas de tela. 28 máquinas rectas, 14 overlock, 2 collaretas y mesa de corte de 10 m. "
            "Facturamos y entregamos en CABA y GBA sin cargo."
        ),
        founded=2009,
        employees=36,
        women=27,
        languages=("es",),
        markets=("AR",),
        person="Graciela Duarte",
        role="Consejo de administración",
        able=(
            Able(
                text="Ropa de trabajo e indumentaria sanitaria",
                kind="product",
                isic=("1410",),
                cpv=("18100000",),
                hs=("62",),
                unit="pcs",
                installed=11000,
                used=6200,
                batch=(50, 5000),
                batch_unit="pcs",
                lead_time_days=20,
                stated_days_ago=36,
            ),
            Able(
                text="Corte y confección a façon",
                isic=("1410",),
                unit="h",
                installed=5400,
                used=3600,
                stated_days_ago=36,
            ),
        ),
        confirmed_days_ago=36,
    ),
    Body(
        name="Laboratorio de Materiales Universidad del Litoral Medio",
        kind="institution",
        country="AR",
        town="Santa Fe",
        latitude=-31.6333,
        longitude=-60.7,
        lang="es",
        about=(
            "Laboratorio de vinculación con la industria: metalografía, análisis de falla, calibración dimensional, "
            "simulación de llenado de moldes y vida útil de envases de alimentos. Precios diferenciados para "
            "cooperativas."
        ),
        founded=1991,
        employees=29,
        women=14,
        languages=("es", "en", "pt"),
        markets=("AR", "UY", "BR"),
        website="https://matlab-litoralmedio.example",
        person="Dr. Hugo Sánchez Brizuela",
        role="Vinculación",
        able=(
            Able(
                text="Análisis de falla y metalografía",
                kind="service",
                isic=("7120",),
                cpv=("71600000",),
                lead_time_days=12,
                stated_days_ago=95,
            ),
            Able(text="Simulación de llenado y solidificación", kind="expertise", isic=("7210",), stated_days_ago=95),
            Able(
                text="Calibración dimensional",
                kind="service",
                isic=("7120",),
                unit="pcs",
                installed=400,
                used=210,
                stated_days_ago=95,
            ),
        ),
        certs=(
            Cert(
                standard="ISO/IEC 17025:2017",
                scope="calibración dimensional",
                issued_months_ago=41,
                expires_in_months=7,
                seen=True,
            ),
        ),
        confirmed_days_ago=95,
    ),
    Body(
        name="Lanas del Cuareim",
        country="UY",
        town="Salto",
        latitude=-31.3833,
        longitude=-57.9667,
        lang="es",
        about=(
            "Acopio y clasificación de lana corriedale y merino, 1,2 millones de kilos por zafra. Enfardado. "
            "Trazabilidad por establecimiento y control de acompañamiento de grifa verde."
        ),
        founded=1998,
        employees=21,
        women=7,
        languages=("es", "pt"),
        markets=("UY", "BR", "IT"),
        able=(
            Able(
                text="Lana sucia clasificada y enfardada",
                kind="product",
                isic=("4620", "0163"),
                hs=("51",),
                unit="t",
                installed=260,
                used=90,
                stated_days_ago=400,
            ),
        ),
        confirmed_days_ago=400,
    ),
    Body(
        name="Curtiembre Paso Severino",
        country="UY",
        town="Florida",
        latitude=-34.0956,
        longitude=-56.2142,
        lang="es",
        about=(
            "Cuero vacuno wet blue y terminado para tapicería automotriz y muebles. 1.100 cueros día. Cromo "
            "recuperado, sulfuro oxidado, lodos a compost industrial. Corte con mesa de cuchilla digital."
        ),
        founded=1958,
        employees=263,
        women=58,
        languages=("es", "en", "pt"),
        markets=("DE", "MX", "ZA", "BR"),
        website="https://pasoseverino.example",
        person="Carla Methol",
        role="Gerencia ambiental",
        able=(
            Able(
                text="Cuero terminado para tapicería",
                kind="product",
                isic=("1511",),
                cpv=("19100000",),
                hs=("41",),
                dimensions="1,0 a 1,4 mm",
                unit="m2",
                installed=98000,
                used=81000,
                batch=(500, 20000),
                batch_unit="m2",
                lead_time_days=40,
                stated_days_ago=30,
            ),
            Able(
                text="Corte digital de cuero",
                isic=("1512", "2930"),
                unit="h",
                installed=1400,
                used=860,
                lead_time_days=15,
                stated_days_ago=30,
            ),
        ),
        certs=(
            Cert(standard="Leather Working Group", scope="Gold", issued_months_ago=12, expires_in_months=12, seen=True),
            Cert(standard="IATF 16949:2016", body="Litoral Certifica", issued_months_ago=8, expires_in_months=28),
            Cert(
                standard="ISO 14001:2015",
                body="Litoral Certifica",
                scope="curtido y terminación",
                issued_months_ago=20,
                expires_in_months=16,
                seen=True,
            ),
        ),
        confirmed_days_ago=30,
    ),
    Body(
        name="Fondo Río Ancho de Impacto",
        kind="investor",
        country="UY",
        town="Montevideo",
        latitude=-34.9011,
        longitude=-56.1645,
        lang="es",
        about=(
            "Deuda flexible y capital para pymes industriales del Cono Sur: de USD 150.000 a 900.000, plazo de 3 a 6 "
            "años, pagos según ventas. Priorizamos ahorro de agua, reciclaje de materiales y empleo de mujeres en "
            "planta."
        ),
        founded=2017,
        employees=8,
        women=5,
        languages=("es", "en", "pt"),
        markets=("UY", "AR", "PY", "BR", "CL"),
        website="https://fondorioancho.example",
        person="Florencia Zubillaga",
        role="Socia",
        able=(
            Able(
                text="Préstamos flexibles a pymes industriales",
                kind="service",
                isic=("6492", "6430"),
                stated_days_ago=61,
            ),
        ),
        confirmed_days_ago=61,
    ),
    Body(
        name="Viña y Bodegas Lontué Alto",
        country="CL",
        town="Molina",
        latitude=-35.1142,
        longitude=-71.2833,
        lang="es",
        about=(
            "Viña de 310 ha y bodega con capacidad de 9 millones de litros. Embotellamos para terceros en línea de "
            "6.000 bot/h y compramos vidrio liviano, cajas, estuches, tapas. Objetivo 2028: bajar 30% el peso del "
            "envase. Buscamos proveedores chicos cercanos."
        ),
        founded=1948,
        employees=134,
        women=55,
        languages=("es", "en"),
        markets=("GB", "BR", "CN", "NL"),
        website="https://lontuealto.example",
        person="Cristóbal Urzúa Letelier",
        role="Abastecimiento",
        able=(
            Able(
                text="Vinificación y embotellado a terceros",
                isic=("1102",),
                cpv=("15900000",),
                hs=("22",),
                unit="l",
                installed=900000,
                used=640000,
                batch=(5000, 200000),
                batch_unit="l",
                lead_time_days=25,
                stated_days_ago=25,
            ),
            Able(
                text="Orujo y borras para destilación o compost",
                kind="product",
                isic=("1102",),
                unit="t",
                installed=300,
                used=120,
                stated_days_ago=200,
            ),
        ),
        certs=(
            Cert(
                standard="BRCGS Food Safety",
                scope="vinificación y embotellado",
                issued_months_ago=8,
                expires_in_months=4,
                seen=True,
            ),
            Cert(standard="ISO 14001:2015", body="Austral Cert", issued_months_ago=40, expires_in_months=-4),
        ),
        confirmed_days_ago=25,
    ),
    Body(
        name="Maestranza Quebrada Carrizo",
        country="CL",
        town="Antofagasta",
        latitude=-23.6509,
        longitude=-70.3975,
        lang="es",
        about=(
            "Reparación y fabricación de componentes mineros: chutes, tolvas, cilindros hidráulicos, revestimientos "
            "de goma y acero antidesgaste. Taller 4.200 m2 con puente grúa 20 t, corte por plasma CNC 12 m, "
            "soldadores calificados. Contratos marco con tres faenas."
        ),
        founded=2000,
        employees=142,
        women=13,
        languages=("es",),
        markets=("CL", "PE", "BO"),
        website="https://quebradacarrizo.example",
        person="Sandra Pizarro Godoy",
        role="Jefa de contratos",
        able=(
            Able(
                text="Calderería pesada y revestimientos antidesgaste",
                kind="product",
                isic=("2511", "2599"),
                materials="acero 400/500 HB, goma",
                dimensions="hasta 18 t por pieza",
                unit="t",
                installed=160,
                used=122,
                lead_time_days=30,
                stated_days_ago=55,
            ),
            Able(
                text="Reparación de cilindros hidráulicos",
                kind="service",
                isic=("3312",),
                cpv=("50500000",),
                dimensions="Ø 60 a 450 mm",
                unit="pcs",
                installed=90,
                used=64,
                lead_time_days=10,
                stated_days_ago=55,
            ),
            Able(
                text="Corte por plasma CNC",
                isic=("2592",),
                dimensions="12 x 3 m, hasta 100 mm",
                unit="h",
                installed=420,
                used=260,
                stated_days_ago=55,
            ),
        ),
        certs=(
            Cert(
                standard="ISO 9001:2015",
                body="Austral Cert",
                scope="maestranza",
                issued_months_ago=14,
                expires_in_months=22,
                seen=True,
            ),
            Cert(standard="ISO 45001:2018", body="Austral Cert", issued_months_ago=14, expires_in_months=22),
        ),
        confirmed_days_ago=55,
    ),
    Body(
        name="Ahumados y Salmones de Calbuco",
        country="CL",
        town="Calbuco",
        latitude=-41.7717,
        longitude=-73.1303,
        lang="es",
        about=(
            "Ahumado en frío y caliente, porcionado y congelado IQF de salmón coho y trucha, choritos y algas secas. "
            "Hornos de lenga y ulmo. Maquila para marcas. Piel y recorte disponibles, unas 30 t mensuales."
        ),
        founded=2004,
        employees=180,
        women=112,
        languages=("es", "en"),
        markets=("US", "BR", "JP", "DE"),
        person="Marcela Oyarzún",
        role="Gerente de calidad",
        able=(
            Able(
                text="Ahumado y porcionado de salmón",
                isic=("1020",),
                cpv=("15200000",),
                hs=("03", "16"),
                unit="t",
                installed=210,
                used=160,
                lead_time_days=20,
                stated_days_ago=69,
            ),
            Able(
                text="Congelado IQF a terceros", isic=("1020",), unit="t", installed=300, used=170, stated_days_ago=69
            ),
            Able(
                text="Pieles y recortes de salmón",
                kind="product",
                isic=("1020",),
                hs=("05",),
                unit="t",
                installed=34,
                used=12,
                stated_days_ago=69,
            ),
        ),
        certs=(
            Cert(
                standard="BRCGS Food Safety",
                scope="salmón ahumado y congelado",
                issued_months_ago=5,
                expires_in_months=7,
                seen=True,
            ),
            Cert(standard="HACCP", issued_months_ago=5, expires_in_months=19),
        ),
        confirmed_days_ago=69,
    ),
    Body(
        name="Maderas Nativas Panguipulli",
        country="CL",
        town="Panguipulli",
        latitude=-39.6436,
        longitude=-72.3326,
        lang="es",
        about="Aserradero móvil, revestimientos de coigüe y roble, ventanas. Somos 12.",
        founded=2011,
        employees=12,
        women=2,
        languages=("es",),
        markets=("CL",),
        able=(
            Able(
                text="Revestimientos de madera nativa", kind="product", isic=("1622",), hs=("44",), stated_days_ago=900
            ),
        ),
        confirmed_days_ago=900,
    ),
]

POSTS: list[Post] = [
    Post(
        by="Aluminios Rafaelinos Colado",
        side="offer",
        kind="capacity",
        title="Fundición de aluminio a baja presión, 40 t al mes disponibles",
        summary=(
            "Segundo turno parado: coquilla y baja presión para piezas de 0,3 a 35 kg en AlSi7Mg, con T6, rayos X y "
            "mecanizado en 4 ejes. Series de 100 a 15.000 piezas."
        ),
        lang="es",
        isic=("2432",),
        hs=("76",),
        countries=("AR", "BR", "UY", "CL"),
        quantity=(40, "t", "month"),
        certificates=("IATF 16949:2016",),
        lead_time_days=35,
        published_days_ago=27,
    ),
    Post(
        by="Curtiembre Paso Severino",
        side="offer",
        kind="environment",
        title="Experiencia en recuperación de cromo y compost de lodos",
        summary=(
            "Ofrecemos visitas técnicas, planos y acompañamiento a curtiembres que quieran recuperar cromo y tratar "
            "sulfuros. Nuestra planta recicla 96 % del cromo del baño de curtido desde 2019."
        ),
        lang="es",
        isic=("1511", "7490"),
        countries=("AR", "BO", "CO", "MX", "BR"),
        published_days_ago=3,
        state="submitted",
    ),
]

CASES: list[Case] = [
    Case(
        by="Viña y Bodegas Lontué Alto",
        kind="supply",
        title="Estuches y separadores de cartón moldeado, 60.000 al mes",
        text=(
            "Queremos reemplazar el separador plástico de nuestras cajas de 6 botellas por pulpa o cartón moldeado. "
            "Medidas de la caja: 255 x 170 x 310 mm; botella burdeos de 75 mm de diámetro y 390 g. Consumo 60.000 "
            "separadores al mes, con máximo en agosto a octubre (90.000). Debe resistir la línea a 6.000 botellas "
            "por hora sin soltar polvo y ensayo de caída de 80 cm. Se valora fibra reciclada o residuo agrícola. "
            "Primer pedido de 20.000 unidades para prueba; pago a 45 días."
        ),
        lang="es",
        isic=("1709", "1702"),
        hs=("48",),
        quantity=(60000, "pcs", "month"),
        least=20000,
        batch=(20000, "pcs"),
        certificates=("FSC Chain of Custody",),
        countries=("CL", "AR", "PE", "BR"),
        languages=("es", "pt"),
        lead_time_days=30,
        submitted_days_ago=70,
        state="concluded",
        quote_note=(
            "Separador de pulpa moldeada de 62 g en fibra reciclada. Molde de seis cavidades por cuenta nuestra si "
            "el contrato es de un año. Primer lote en 40 días."
        ),
        decline_note="Hacemos corrugado plano, no pulpa moldeada.",
        outcome=(148000, "USD"),
    ),
]
