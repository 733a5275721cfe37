"""Demonstration records of Colombia and Peru: all invented."""

from treadle.demo.content.model import Able, Body, Case, Cert, Post

BODIES: list[Body] = [
    Body(
        name="Tintorería y Acabados Ditaires",
        country="CO",
        town="Itagüí",
        latitude=6.1719,
        longitude=-75.6114,
        lang="es",
        about=(
            "Tintorería a terceros para tejido de punto y plano. Tenemos 11 jets de 50 a 600 kg, tres ramas (una de "
            "8 campos), compactadora, perchas y lavadora de cuerda. Algodón, viscosa, poliéster y mezclas. "
            "Laboratorio de color con cocina automática, delta E menor de 0.8. Calderas a gas, recuperación de calor "
            "de los baños y reutilización del 30% del agua. Clientes: confeccionistas de Medellín, Itagüí y Pereira."
        ),
        founded=1987,
        employees=126,
        women=41,
        languages=("es", "en"),
        markets=("CO", "EC", "US"),
        identifier=("CO-NIT", "999123408-4"),
        website="https://acabadosditaires.example",
        person="Luz Amparo Vélez Ochoa",
        role="Directora comercial",
        able=(
            Able(
                text="Teñido reactivo de algodón en jet",
                isic=("1313",),
                materials="algodón, viscosa, CO/EA",
                tolerance="ΔE < 0,8",
                unit="t",
                installed=260,
                used=214,
                batch=(50, 600),
                batch_unit="kg",
                lead_time_days=12,
                stated_days_ago=14,
            ),
            Able(
                text="Teñido de poliéster y mezclas a alta temperatura",
                isic=("1313",),
                unit="t",
                installed=120,
                used=66,
                batch=(50, 600),
                batch_unit="kg",
                lead_time_days=10,
                stated_days_ago=14,
            ),
            Able(
                text="Termofijado y acabado en rama",
                isic=("1313",),
                dimensions="ancho útil 2,20 m",
                unit="t",
                installed=420,
                used=300,
                lead_time_days=5,
                stated_days_ago=14,
            ),
        ),
        certs=(
            Cert(
                standard="OEKO-TEX Standard 100",
                scope="tejidos teñidos, clases I y II",
                issued_months_ago=3,
                expires_in_months=9,
                seen=True,
            ),
            Cert(
                standard="ISO 14001:2015",
                body="Normandina Cert",
                scope="tintorería",
                issued_months_ago=30,
                expires_in_months=6,
                seen=True,
            ),
        ),
        confirmed_days_ago=14,
    ),
    Body(
        name="Fundiciones Peñas Blancas de Tundama",
        country="CO",
        town="Duitama",
        latitude=5.8265,
        longitude=-73.0338,
        lang="es",
        about=(
            "Fundición de hierro gris y nodular, 2 hornos de inducción de 1,5 t, moldeo en arena verde y "
            "autofraguante. Piezas de 2 a 900 kg: poleas, cuerpos de bomba, tapas de alcantarilla, zapatas de freno. "
            "Maquinado basico. Modelos en madera y resina."
        ),
        founded=1979,
        employees=58,
        women=5,
        languages=("es",),
        markets=("CO", "EC"),
        able=(
            Able(
                text="Fundición de hierro gris y nodular en arena",
                isic=("2431",),
                hs=("73",),
                materials="GJL-200/250, GJS-400-15, GJS-500-7",
                dimensions="2 a 900 kg",
                tolerance="ISO 8062 CT10",
                unit="t",
                installed=210,
                used=130,
                lead_time_days=30,
                stated_days_ago=290,
            ),
            Able(
                text="Torneado y fresado de fundición",
                isic=("2592",),
                unit="h",
                installed=520,
                used=410,
                stated_days_ago=290,
            ),
            Able(text="Modelos en madera", kind="product", isic=("2822", "2599"), stated_days_ago=800),
        ),
        certs=(
            Cert(
                standard="ISO 9001:2015",
                body="Normandina Cert",
                scope="fundición de hierro",
                issued_months_ago=44,
                expires_in_months=-8,
            ),
        ),
        confirmed_days_ago=290,
    ),
    Body(
        name="Empaques Flexibles de la Sabana Occidente",
        country="CO",
        town="Mosquera",
        latitude=4.7059,
        longitude=-74.2302,
        lang="es",
        about=(
            "Extrusión, impresión flexográfica a 8 colores, laminación sin solvente y bolseo. Empaque para café, "
            "snacks y congelados; estructuras mono-PE reciclables en desarrollo (ya con dos clientes)."
        ),
        founded=2000,
        employees=165,
        women=62,
        languages=("es", "en"),
        markets=("CO", "EC", "PE", "CR"),
        website="https://flexiblessabana.example",
        person="Camilo Aristizábal Duque",
        role="Innovación",
        able=(
            Able(
                text="Impresión flexográfica y laminación de empaques",
                kind="product",
                isic=("2220", "1811"),
                hs=("39", "48"),
                dimensions="ancho 1.100 mm",
                unit="t",
                installed=520,
                used=390,
                batch=(300, 20000),
                batch_unit="kg",
                lead_time_days=22,
                stated_days_ago=51,
            ),
            Able(
                text="Bolsas con válvula para café",
                kind="product",
                isic=("2220",),
                unit="pcs",
                installed=2400000,
                used=1500000,
                lead_time_days=25,
                stated_days_ago=51,
            ),
            Able(
                text="Coextrusión de película PE de 5 capas",
                isic=("2220",),
                unit="t",
                installed=300,
                used=280,
                stated_days_ago=51,
            ),
        ),
        certs=(
            Cert(standard="FSSC 22000", body="Normandina Cert", scope="empaque flexible para alimentos", seen=True),
            Cert(standard="ISO 9001:2015", body="Normandina Cert"),
        ),
        confirmed_days_ago=51,
    ),
    Body(
        name="Cacaoteros Unidos de la Vega Arauquita",
        kind="cso",
        country="CO",
        town="Arauquita",
        latitude=7.0297,
        longitude=-71.4269,
        lang="es",
        about=(
            "Asociación de 212 familias que producen, fermentan y secan cacao fino de aroma en la ribera del Arauca. "
            "10 centros de beneficio, cada uno con cajones y marquesina. Vendemos grano a chocolaterías, lo que nos "
            "falta es transporte refrigerado y capital de trabajo para la cosecha grande (mayo a julio)."
        ),
        founded=2006,
        employees=7,
        women=3,
        languages=("es",),
        markets=("CO", "BE", "US"),
        able=(
            Able(
                text="Cacao en grano fermentado y seco",
                kind="product",
                isic=("0127",),
                hs=("18",),
                unit="t",
                installed=48,
                used=33,
                batch=(500, 12500),
                batch_unit="kg",
                lead_time_days=30,
                stated_days_ago=108,
            ),
            Able(
                text="Centros de fermentación para terceros",
                isic=("0163",),
                unit="t",
                installed=70,
                used=40,
                stated_days_ago=108,
            ),
        ),
        certs=(Cert(standard="Fairtrade", scope="cacao", issued_months_ago=20, expires_in_months=16, seen=True),),
        units=(
            Body(
                name="Asocacao Reinera",
                country="CO",
                town="Arauquita",
                lang="es",
                able=(Able(text="Cacao fermentado", isic=("0127",)),),
            ),
            Body(
                name="Mujeres Cacaoteras de La Esmeralda",
                country="CO",
                town="Arauquita",
                lang="es",
                able=(Able(text="Cacao y chocolate de mesa", isic=("0127", "1073")),),
            ),
            Body(
                name="Grupo Los Angelitos del Lipa",
                country="CO",
                town="Arauquita",
                lang="es",
                able=(Able(text="Cacao en baba y seco", isic=("0127",)),),
            ),
        ),
        confirmed_days_ago=108,
    ),
    Body(
        name="Corporación Manos Verdes del Quindío",
        kind="cso",
        country="CO",
        town="Armenia",
        latitude=4.5339,
        longitude=-75.6811,
        lang="es",
        about=(
            "Organización de 148 recicladores de oficio. Recolectamos, clasificamos y compactamos cartón, PET, "
            "vidrio y chatarra en dos bodegas. Entregamos con trazabilidad por municipio. Nos interesa una lavadora "
            "de PET y compradores directos, sin intermediario."
        ),
        founded=2011,
        employees=22,
        women=12,
        languages=("es",),
        markets=("CO",),
        person="María Edilma Grisales",
        role="Presidenta",
        able=(
            Able(
                text="Recolección y clasificación de residuos aprovechables",
                kind="service",
                isic=("3811", "3830"),
                unit="t",
                installed=380,
                used=310,
                stated_days_ago=47,
            ),
            Able(
                text="PET compactado en pacas",
                kind="product",
                isic=("3830",),
                hs=("39",),
                unit="t",
                installed=55,
                used=42,
                lead_time_days=5,
                stated_days_ago=47,
            ),
        ),
        confirmed_days_ago=47,
    ),
    Body(
        name="Centro de Producción Limpia del Chicamocha",
        kind="institution",
        also="Chicamocha Cleaner Production Centre",
        also_lang="en",
        country="CO",
        town="Bucaramanga",
        latitude=7.1193,
        longitude=-73.1227,
        lang="es",
        about=(
            "Entidad sin ánimo de lucro. Asesoría a pymes en eficiencia de recursos, balance de materiales, aguas de "
            "curtiembre y tintorería, economía circular. 310 empresas atendidas, medimos antes y después y "
            "publicamos los resultados agregados."
        ),
        founded=1999,
        employees=24,
        women=15,
        languages=("es", "en"),
        markets=("CO", "EC", "PE", "BO"),
        website="https://cplchicamocha.example",
        person="Ing. Adriana Rueda Plata",
        role="Directora técnica",
        able=(
            Able(
                text="Diagnóstico de eficiencia de recursos y producción más limpia",
                kind="expertise",
                isic=("7490",),
                cpv=("90700000",),
                lead_time_days=15,
                stated_days_ago=22,
            ),
            Able(
                text="Muestreo y análisis de aguas residuales",
                kind="service",
                isic=("7120",),
                cpv=("71600000",),
                unit="pcs",
                installed=260,
                used=140,
                lead_time_days=8,
                stated_days_ago=22,
            ),
        ),
        confirmed_days_ago=22,
    ),
    Body(
        name="Calzado Caminantes de la Frontera",
        country="CO",
        town="Cúcuta",
        latitude=7.8939,
        longitude=-72.5078,
        lang="es",
        about=(
            "calzado de dama y escolar, suela inyectada y cosida, 900 pares diarios. guarnecida la hacen 14 talleres "
            "satelite. compramos cuero y sinteticos"
        ),
        founded=2005,
        employees=64,
        women=38,
        languages=("es",),
        markets=("CO", "VE"),
        able=(
            Able(
                text="Calzado escolar y de dama",
                kind="product",
                isic=("1520",),
                hs=("64",),
                unit="pcs",
                installed=20000,
                used=13000,
                stated_days_ago=540,
            ),
        ),
        confirmed_days_ago=540,
    ),
    Body(
        name="Hilandería Chachani Alto",
        country="PE",
        town="Arequipa",
        latitude=-16.409,
        longitude=-71.5375,
        lang="es",
        about=(
            "Clasificado, lavado, peinado e hilatura de fibra de alpaca, llama y mezclas con lana merino y pima. 9 "
            "continuas de 480 husos, titulos Nm 2/12 a 2/36, teñido en tops y madeja. Lotes desde 30 kg. Compramos "
            "la fibra a asociaciones de Caylloma y Lampa con precio por categoría."
        ),
        founded=1968,
        employees=188,
        women=97,
        languages=("es", "en"),
        markets=("IT", "JP", "US", "NO"),
        identifier=("PE-RUC", "20999123458"),
        website="https://chachanialto.example",
        person="Álvaro Benavides Málaga",
        role="Gerente comercial",
        able=(
            Able(
                text="Hilado peinado de alpaca",
                kind="product",
                isic=("1311",),
                cpv=("19400000",),
                hs=("51",),
                materials="alpaca baby, superfine, mezclas",
                dimensions="Nm 2/12 a 2/36",
                unit="t",
                installed=42,
                used=33,
                batch=(30, 3000),
                batch_unit="kg",
                lead_time_days=40,
                stated_days_ago=27,
            ),
            Able(
                text="Teñido de madeja y tops",
                isic=("1313",),
                unit="t",
                installed=30,
                used=19,
                batch=(15, 300),
                batch_unit="kg",
                lead_time_days=18,
                stated_days_ago=27,
            ),
            Able(
                text="Lavado y peinado de fibra a terceros",
                isic=("1311",),
                unit="t",
                installed=95,
                used=60,
                stated_days_ago=27,
            ),
        ),
        certs=(
            Cert(
                standard="GOTS",
                scope="hilatura y teñido, mezclas con algodón",
                issued_months_ago=8,
                expires_in_months=4,
                seen=True,
            ),
            Cert(standard="Responsible Alpaca Standard", issued_months_ago=11, expires_in_months=1, seen=True),
        ),
        confirmed_days_ago=27,
    ),
    Body(
        name="Punto Sur Confecciones Vitarte",
        country="PE",
        town="Ate",
        latitude=-12.026,
        longitude=-76.918,
        lang="es",
        about=(
            "Confección de prendas de punto en algodón pima y tangüis para marcas de Estados Unidos y Europa. "
            "Paquete completo: tejido circular (12 máquinas), corte, costura, bordado y acabado. Teñido con dos "
            "tintorerías aliadas. Mínimo por color 300 prendas. Lead time 60 días con tela nueva."
        ),
        founded=2003,
        employees=287,
        women=201,
        languages=("es", "en"),
        markets=("US", "DE", "FR", "CL"),
        website="https://puntosurvitarte.example",
        person="Silvia Huamaní Rojas",
        role="Jefa de marcas",
        able=(
            Able(
                text="Prendas de punto de algodón pima, paquete completo",
                kind="product",
                isic=("1430", "1410"),
                cpv=("18300000",),
                hs=("61",),
                unit="pcs",
                installed=165000,
                used=128000,
                batch=(300, 30000),
                batch_unit="pcs",
                lead_time_days=60,
                stated_days_ago=8,
            ),
            Able(
                text="Tejido circular jersey y rib",
                isic=("1391",),
                dimensions="galga 24 a 30",
                unit="t",
                installed=48,
                used=39,
                stated_days_ago=8,
            ),
        ),
        certs=(
            Cert(
                standard="GOTS",
                scope="confección de prendas de punto",
                issued_months_ago=6,
                expires_in_months=6,
                seen=True,
            ),
            Cert(standard="WRAP", scope="Platinum", issued_months_ago=9, expires_in_months=3),
            Cert(standard="OEKO-TEX Standard 100", issued_months_ago=25, expires_in_months=-13),
        ),
        confirmed_days_ago=8,
    ),
    Body(
        name="Conservas Chimú del Norte",
        country="PE",
        town="Chimbote",
        latitude=-9.0745,
        longitude=-78.5936,
        lang="es",
        about=(
            "Planta de conservas de caballa, jurel, anchoveta y trucha. Dos lineas de cocido y una de crudo, 6 "
            "autoclaves. Formatos tall, 1/2 lb tuna, 1/4 club y frasco. Marca blanca para distribuidores. En veda "
            "trabajamos alcachofa y pimiento piquillo."
        ),
        founded=1995,
        employees=210,
        women=139,
        languages=("es",),
        markets=("PE", "BO", "CO", "ES"),
        identifier=("PE-RUC", "20999671200"),
        able=(
            Able(
                text="Conservas de pescado, marca propia y de terceros",
                kind="product",
                isic=("1020",),
                cpv=("15200000",),
                hs=("16",),
                unit="t",
                installed=640,
                used=390,
                lead_time_days=35,
                stated_days_ago=77,
            ),
            Able(
                text="Conservas de piquillo y alcachofa",
                kind="product",
                isic=("1030",),
                hs=("20",),
                unit="t",
                installed=180,
                used=60,
                stated_days_ago=77,
            ),
            Able(
                text="Esterilizado en autoclave a terceros",
                isic=("1020", "1030"),
                unit="h",
                installed=1500,
                used=950,
                stated_days_ago=77,
            ),
        ),
        certs=(
            Cert(standard="HACCP", issued_months_ago=12, expires_in_months=12, seen=True),
            Cert(
                standard="BRCGS Food Safety", scope="conservas de pescado", issued_months_ago=14, expires_in_months=-2
            ),
        ),
        confirmed_days_ago=77,
    ),
    Body(
        name="Metalmecánica Lasuntay",
        country="PE",
        town="Huancayo",
        latitude=-12.0651,
        longitude=-75.2049,
        lang="es",
        about=(
            "Recuperación de piezas para minería y molinos: barras, chumaceras, polines, ejes hasta 6 m. Torno "
            "paralelo de 6 metros, mandrinadora, soldadura por arco sumergido y metalizado. Emergencias 24 horas."
        ),
        founded=1992,
        employees=41,
        women=3,
        languages=("es",),
        markets=("PE",),
        able=(
            Able(
                text="Torneado de ejes largos",
                isic=("2592", "3312"),
                materials="SAE 1045, 4140, 4340",
                dimensions="hasta Ø 900 x 6000 mm",
                tolerance="0.02 mm",
                unit="h",
                installed=900,
                used=520,
                lead_time_days=8,
                stated_days_ago=365,
            ),
            Able(
                text="Recargue por soldadura y metalizado",
                kind="service",
                isic=("3311",),
                unit="h",
                installed=600,
                used=300,
                stated_days_ago=365,
            ),
        ),
        confirmed_days_ago=365,
    ),
    Body(
        name="Granos Andinos de Ayaviri",
        country="PE",
        town="Ayaviri",
        latitude=-14.8819,
        longitude=-70.5903,
        lang="es",
        about=(
            "Escarificado, lavado y selección óptica de quinua blanca, roja y negra y de cañihua. Saponina menor a "
            "0.01%. Hojuelas y harina en una linea nueva (2022). El agua de lavado con saponina es nuestro problema "
            "principal, 18 m3 por dia."
        ),
        founded=2010,
        employees=52,
        women=30,
        languages=("es", "en"),
        markets=("US", "DE", "NL", "CA"),
        website="https://granosayaviri.example",
        person="Ing. Nélida Ccopa",
        role="Calidad",
        able=(
            Able(
                text="Quinua y cañihua seleccionadas",
                kind="product",
                isic=("1061",),
                cpv=("15600000",),
                hs=("10", "11"),
                unit="t",
                installed=260,
                used=175,
                batch=(1000, 21000),
                batch_unit="kg",
                lead_time_days=20,
                stated_days_ago=63,
            ),
            Able(
                text="Laminado de granos andinos", isic=("1061",), unit="t", installed=70, used=22, stated_days_ago=63
            ),
        ),
        certs=(
            Cert(
                standard="Organic (EU) 2018/848",
                body="Agrocertia",
                scope="quinua, cañihua",
                issued_months_ago=7,
                expires_in_months=5,
                seen=True,
            ),
            Cert(standard="HACCP", issued_months_ago=20, expires_in_months=4),
        ),
        confirmed_days_ago=63,
    ),
    Body(
        name="Asociación de Tejedoras Warmi Awaqkuna",
        kind="cso",
        also="Warmi Awaqkuna",
        also_lang="qu",
        country="PE",
        town="Cusco",
        latitude=-13.532,
        longitude=-71.9675,
        lang="es",
        about=(
            "Agrupa a 7 comunidades de la cuenca del Vilcanota. Tejido en telar de cintura y a palitos, tintes "
            "naturales, hilado a mano. Control de calidad centralizado en el Cusco. Hacemos chullos, mantas, caminos "
            "de mesa; también muestras para diseñadores."
        ),
        founded=2004,
        employees=6,
        women=6,
        languages=("es", "qu"),
        markets=("PE", "US", "FR"),
        person="Nilda Quispe Huarca",
        role="Presidenta",
        able=(
            Able(
                text="Tejido a mano en alpaca y lana",
                kind="product",
                isic=("1312", "1430"),
                hs=("51", "61"),
                unit="pcs",
                installed=1400,
                used=800,
                batch=(20, 600),
                batch_unit="pcs",
                lead_time_days=50,
                stated_days_ago=130,
            ),
            Able(
                text="Tintes naturales sobre lana y alpaca",
                isic=("1313",),
                unit="kg",
                installed=180,
                used=70,
                stated_days_ago=130,
            ),
        ),
        units=(
            Body(
                name="Tejedoras de Chaupimayo",
                country="PE",
                town="Lares",
                lang="es",
                able=(Able(text="Telar de cintura", isic=("1312",)),),
            ),
            Body(
                name="Palliy Wasi de Pitumarca",
                country="PE",
                town="Pitumarca",
                lang="es",
                able=(Able(text="Tintes e hilado a mano", isic=("1311", "1313")),),
            ),
            Body(
                name="Sumaq Away Accha",
                country="PE",
                town="Accha",
                lang="es",
                able=(Able(text="Mantas y ponchos", isic=("1312",)),),
            ),
        ),
        confirmed_days_ago=130,
    ),
    Body(
        name="Tintes Naturales Wari",
        country="PE",
        town="Ayacucho",
        latitude=-13.1588,
        longitude=-74.2239,
        lang="es",
        about=(
            "Extractos de cochinilla (ácido carmínico 50 a 60%), annato y nogal en polvo y líquido, para textil, "
            "cosmética y alimentos. Secado spray 40 kg/h. Tara molida y goma de tara."
        ),
        founded=2009,
        employees=33,
        women=16,
        languages=("es", "en"),
        markets=("IT", "DE", "BR", "MX"),
        able=(
            Able(
                text="Carmín y extracto de cochinilla",
                kind="product",
                isic=("2011", "2029"),
                cpv=("24200000",),
                hs=("32",),
                unit="t",
                installed=6.5,
                used=4.1,
                lead_time_days=25,
                stated_days_ago=240,
            ),
            Able(
                text="Tara en polvo para curtido",
                kind="product",
                isic=("2011",),
                hs=("32",),
                unit="t",
                installed=120,
                used=70,
                stated_days_ago=240,
            ),
            Able(
                text="Secado por atomización a terceros",
                isic=("1079", "2029"),
                unit="h",
                installed=340,
                used=150,
                stated_days_ago=240,
            ),
        ),
        certs=(
            Cert(
                standard="ISO 9001:2015",
                body="Normandina Cert",
                scope="colorantes naturales",
                issued_months_ago=50,
                expires_in_months=-14,
            ),
        ),
        confirmed_days_ago=240,
    ),
]

POSTS: list[Post] = [
    Post(
        by="Tintorería y Acabados Ditaires",
        side="offer",
        kind="capacity",
        title="Teñido de poliéster y mezclas, 50 toneladas mensuales libres",
        summary=(
            "Tintorería con jets de 50 a 600 kg dispone de 50 t al mes para poliéster y mezclas, con termofijado y "
            "compactado en la misma planta. Laboratorio de color propio, delta E menor de 0,8, plazo de diez días. "
            "Reutiliza el 30 % del agua."
        ),
        detail=(
            "Mínimo por color 50 kg. El vapor y los colorantes van incluidos en el precio por kilo; ensayos de "
            "solidez aparte."
        ),
        lang="es",
        isic=("1313",),
        countries=("CO", "EC", "US"),
        quantity=(50, "t", "month"),
        certificates=("OEKO-TEX Standard 100",),
        lead_time_days=10,
        published_days_ago=9,
    ),
    Post(
        by="Granos Andinos de Ayaviri",
        side="need",
        kind="environment",
        title="Tratamiento de agua de lavado con saponina, 18 m3 al día",
        summary=(
            "Planta de granos andinos busca solución probada para agua con saponina y espuma, 18 m3 por día, a 3.900 "
            "m de altitud y con noches bajo cero. Interesa recuperar la saponina si tiene mercado. Hay terreno de "
            "400 m2 y electricidad trifásica."
        ),
        lang="es",
        isic=("3700", "1061"),
        cpv=("90400000",),
        countries=("PE", "CO", "CL"),
        quantity=(18, "m3", "day"),
        published_days_ago=30,
    ),
    Post(
        by="Corporación Manos Verdes del Quindío",
        side="need",
        kind="technology",
        title="Línea de lavado de PET de 300 kg/h, nueva o usada",
        summary=(
            "Organización de recicladores busca lavadora de escamas de PET, 300 kg por hora, con lavado en caliente, "
            "separación por flotación y secado. Debe incluir montaje, capacitación de ocho operarios y repuestos por "
            "un año. Presupuesto hasta 95.000 USD con financiación aprobada al 60 %."
        ),
        lang="es",
        isic=("2829", "3830"),
        cpv=("42900000",),
        quantity=(300, "kg", ""),
        lead_time_days=150,
        published_days_ago=13,
    ),
]

CASES: list[Case] = [
    Case(
        by="Punto Sur Confecciones Vitarte",
        kind="capacity",
        title="Teñido reactivo de jersey pima, 9 t al mes entre julio y octubre",
        text=(
            "Nuestras dos tintorerías están llenas para la campaña. Necesitamos teñido reactivo de jersey 24/1 pima "
            "y rib 1x1, 9 toneladas mensuales durante cuatro meses, en 14 colores con lotes de 150 a 400 kg. Delta E "
            "máximo 0,8 con luz D65, encogimiento menor de 5 % y solidez al lavado 4. La tela se entrega en Ate, en "
            "rollo abierto. Aceptamos dividir si el taller toma 3 t al mes o más."
        ),
        lang="es",
        isic=("1313",),
        quantity=(9, "t", "month"),
        least=3,
        batch=(300, "kg"),
        certificates=("GOTS",),
        certificates_required=True,
        countries=("PE", "CO"),
        languages=("es",),
        lead_time_days=15,
        answer_in_days=10,
        submitted_days_ago=3,
        state="submitted",
    ),
]
