"""Demonstration records of Cabo Verde, Angola, Guinea-Bissau and Portugal: all invented."""

from treadle.demo.content.model import Able, Body, Case, Cert, Post

BODIES: list[Body] = [
    Body(
        name="Conservas Porto Grande do Mindelo",
        country="CV",
        town="Mindelo",
        latitude=16.8862,
        longitude=-24.9881,
        lang="pt",
        about=(
            "Conserva de atum, cavala e melva, lata de 120, 160 e 1.000 g e frasco de vidro. 130 trabalhadores, na "
            "maioria mulheres. Câmara de congelação de 400 t. O peixe falta entre janeiro e março e nesses meses "
            "podemos embalar para terceiros. Água dessalinizada própria."
        ),
        founded=2002,
        employees=133,
        women=104,
        languages=("pt", "en", "fr"),
        markets=("PT", "ES", "US"),
        person="Adilson Brito Lima",
        role="Director",
        able=(
            Able(
                text="Conservas de atum e cavala",
                kind="product",
                isic=("1020",),
                cpv=("15200000",),
                hs=("16",),
                unit="t",
                installed=280,
                used=165,
                lead_time_days=30,
                stated_days_ago=46,
            ),
            Able(
                text="Armazenagem frigorífica",
                kind="service",
                isic=("5210",),
                unit="t",
                installed=400,
                used=260,
                stated_days_ago=46,
            ),
        ),
        certs=(
            Cert(standard="HACCP", issued_months_ago=10, expires_in_months=14, seen=True),
            Cert(standard="IFS Food", scope="conservas de peixe", issued_months_ago=13, expires_in_months=-1),
        ),
        confirmed_days_ago=46,
    ),
    Body(
        name="Estaleiro e Oficina do Porto Novo",
        country="CV",
        town="Porto Novo",
        latitude=17.0197,
        longitude=-25.0647,
        lang="pt",
        about="reparação de botes, motores fora de bordo, soldadura alumínio, fibra de vidro. Torno pequeno",
        founded=2010,
        employees=11,
        languages=("pt",),
        markets=("CV",),
        able=(
            Able(text="Reparação de embarcações e motores", kind="service", isic=("3315",), stated_days_ago=660),
            Able(text="Laminação em fibra de vidro", isic=("3012", "2220"), stated_days_ago=660),
        ),
        confirmed_days_ago=660,
    ),
    Body(
        name="Associação Terra Verde de Assomada",
        kind="cso",
        country="CV",
        town="Assomada",
        latitude=15.0969,
        longitude=-23.6658,
        lang="pt",
        about=(
            "Associação de transformadoras de fruta e de reciclagem de plástico. Compotas, licores e manga seca de "
            "38 sócias; oficina que tritura plástico e faz vasos e bancos. Recolhemos 3 toneladas por mês em Santa "
            "Catarina."
        ),
        founded=2013,
        employees=5,
        women=4,
        languages=("pt",),
        markets=("CV", "PT"),
        able=(
            Able(
                text="Manga seca e compotas",
                kind="product",
                isic=("1030",),
                hs=("08", "20"),
                unit="kg",
                installed=900,
                used=400,
                stated_days_ago=125,
            ),
            Able(
                text="Recolha e trituração de plástico",
                kind="service",
                isic=("3811", "3830"),
                unit="t",
                installed=6,
                used=3,
                stated_days_ago=125,
            ),
        ),
        confirmed_days_ago=125,
    ),
    Body(
        name="Metalomecânica do Lobito Velho",
        country="AO",
        town="Lobito",
        latitude=-12.3644,
        longitude=13.5361,
        lang="pt",
        about=(
            "Estruturas metálicas, tanques, reparação naval e ferroviária. Calandra até 25 mm, guilhotina, pórtico "
            "de 16 t, jacto de areia e cabina de pintura. Trabalhamos para o porto, o caminho de ferro e uma "
            "cimenteira. Soldadores qualificados: 14."
        ),
        founded=2005,
        employees=96,
        women=9,
        languages=("pt", "en"),
        markets=("AO", "CD", "ZM"),
        website="https://metallobito.example",
        person="Eng. Domingos Catumbela",
        role="Director técnico",
        able=(
            Able(
                text="Estruturas metálicas e tanques",
                kind="product",
                isic=("2511", "2512"),
                cpv=("44200000",),
                hs=("73",),
                materials="S235, S275, S355",
                dimensions="chapa até 25 mm",
                unit="t",
                installed=140,
                used=85,
                lead_time_days=40,
                stated_days_ago=81,
            ),
            Able(
                text="Decapagem e pintura industrial",
                isic=("2592",),
                unit="m2",
                installed=6500,
                used=2800,
                stated_days_ago=81,
            ),
            Able(
                text="Reparação de vagões",
                kind="service",
                isic=("3315",),
                unit="pcs",
                installed=12,
                used=7,
                stated_days_ago=81,
            ),
        ),
        certs=(
            Cert(
                standard="ISO 9001:2015",
                body="CertiLobo",
                scope="fabrico de estruturas metálicas",
                issued_months_ago=19,
                expires_in_months=17,
                seen=True,
            ),
        ),
        confirmed_days_ago=81,
    ),
    Body(
        name="Plásticos Kikuxi de Viana",
        country="AO",
        town="Viana",
        latitude=-8.9035,
        longitude=13.3741,
        lang="pt",
        about=(
            "Sacos, mangueira, tubo PEAD 20 a 160 mm, caixas para pão e bebidas. 7 injectoras e 4 extrusoras. "
            "Importamos resina, usamos reciclado próprio 25%. Cortes de energia resolvidos com gerador."
        ),
        founded=2009,
        employees=121,
        women=18,
        languages=("pt",),
        markets=("AO",),
        able=(
            Able(
                text="Tubo de PEAD para água",
                kind="product",
                isic=("2220",),
                hs=("39",),
                dimensions="Ø 20 a 160 mm, PN10 e PN16",
                unit="t",
                installed=260,
                used=150,
                lead_time_days=10,
                stated_days_ago=195,
            ),
            Able(
                text="Caixas injectadas",
                kind="product",
                isic=("2220",),
                unit="pcs",
                installed=45000,
                used=19000,
                stated_days_ago=195,
            ),
        ),
        confirmed_days_ago=195,
    ),
    Body(
        name="Café Amboim Altos da Gabela",
        country="AO",
        town="Gabela",
        latitude=-10.85,
        longitude=14.3667,
        lang="pt",
        about=(
            "Descasque, polimento e selecção de café robusta de 1.100 produtores. Duas linhas recuperadas em 2017 "
            "com 2 t/h. Torrefacção pequena para o mercado de Luanda."
        ),
        founded=2012,
        employees=39,
        women=14,
        languages=("pt",),
        markets=("AO", "PT", "IT"),
        able=(
            Able(
                text="Café robusta verde",
                kind="product",
                isic=("1079", "0127"),
                cpv=("15800000",),
                hs=("09",),
                unit="t",
                installed=190,
                used=70,
                batch=(1000, 18000),
                batch_unit="kg",
                lead_time_days=35,
                stated_days_ago=230,
            ),
            Able(
                text="Descasque e selecção a terceiros",
                isic=("0163",),
                unit="t",
                installed=300,
                used=95,
                stated_days_ago=230,
            ),
        ),
        confirmed_days_ago=230,
    ),
    Body(
        name="Caju do Cacheu Processamento",
        country="GW",
        town="Canchungo",
        latitude=12.0672,
        longitude=-16.0333,
        lang="pt",
        about=(
            "Processamos castanha de caju: cozedura a vapor, corte, secagem, despeliculagem e classificação WW320, "
            "WW240 e quebrados. 110 mulheres na época, 35 todo o ano. Falta embalagem a vácuo com gás e análise de "
            "aflatoxina perto. Casca vendida como combustivel, temos 40 t paradas."
        ),
        founded=2014,
        employees=110,
        women=91,
        languages=("pt", "fr"),
        markets=("PT", "NL", "SN"),
        able=(
            Able(
                text="Amêndoa de caju classificada",
                kind="product",
                isic=("1030",),
                cpv=("15300000",),
                hs=("08",),
                unit="t",
                installed=38,
                used=19,
                batch=(500, 15000),
                batch_unit="kg",
                lead_time_days=30,
                stated_days_ago=73,
            ),
            Able(
                text="Casca de caju",
                kind="product",
                isic=("1030",),
                unit="t",
                installed=60,
                used=12,
                stated_days_ago=73,
            ),
        ),
        certs=(Cert(standard="HACCP", issued_months_ago=34, expires_in_months=-10),),
        confirmed_days_ago=73,
    ),
    Body(
        name="União das Mulheres Salineiras de Quinhamel",
        kind="cso",
        country="GW",
        town="Quinhamel",
        latitude=11.8875,
        longitude=-15.854,
        lang="pt",
        about=("sal solar em bacias de lona, sem queimar lenha. 9 grupos, 240 mulheres. produzimos dezembro a maio. iodamos á mão"),
        founded=2011,
        women=240,
        languages=("pt",),
        markets=("GW",),
        able=(
            Able(
                text="Sal solar iodado",
                kind="product",
                isic=("0893",),
                hs=("25",),
                unit="t",
                installed=25,
                used=14,
                stated_days_ago=150,
            ),
        ),
        units=(
            Body(
                name="Grupo de Ondame",
                country="GW",
                town="Ondame",
                lang="pt",
                able=(Able(text="Sal solar", isic=("0893",)),),
            ),
            Body(
                name="Grupo de Ponta Vicente",
                country="GW",
                town="Quinhamel",
                lang="pt",
                able=(Able(text="Sal e peixe fumado", isic=("0893", "1020")),),
            ),
        ),
        confirmed_days_ago=150,
    ),
    Body(
        name="Malhas Vale do Este",
        country="PT",
        town="Barcelos",
        latitude=41.5388,
        longitude=-8.6151,
        lang="pt",
        about=(
            "Confecção de malhas para marcas europeias de criança e homem. Corte automático, 9 linhas, estamparia e "
            "bordado de parceiros a menos de 12 km. Peças de 80 a 5.000 por cor. Algodão biológico é 60% do que "
            "fazemos."
        ),
        founded=1992,
        employees=104,
        women=86,
        languages=("pt", "en", "fr"),
        markets=("FR", "DE", "NL", "SE"),
        identifier=("PT-NIPPC", "599123400"),
        website="https://malhasvaledoeste.example",
        person="Sílvia Faria da Costa",
        role="Comercial",
        able=(
            Able(
                text="Confecção de vestuário em malha",
                kind="product",
                isic=("1410", "1430"),
                cpv=("18300000",),
                hs=("61",),
                unit="pcs",
                installed=78000,
                used=66000,
                batch=(80, 5000),
                batch_unit="pcs",
                lead_time_days=35,
                stated_days_ago=15,
            ),
            Able(text="Corte automático", isic=("1410",), unit="h", installed=360, used=290, stated_days_ago=15),
        ),
        certs=(
            Cert(standard="GOTS", scope="confecção", issued_months_ago=5, expires_in_months=7, seen=True),
            Cert(standard="OEKO-TEX Standard 100", issued_months_ago=10, expires_in_months=2),
        ),
        confirmed_days_ago=15,
    ),
    Body(
        name="Tinturaria Ribeira do Pelhe",
        country="PT",
        town="Vila Nova de Famalicão",
        latitude=41.408,
        longitude=-8.5198,
        lang="pt",
        about=(
            "Tingimento e acabamento de malha e tecido leve. 24 jets de relação de banho 1:5, lavagem em aberto, "
            "duas râmulas, tumbler, sanfor. Reactivos, dispersos e corantes naturais em escala piloto. Central solar "
            "de 640 kW; recuperação de calor; 42% de água reutilizada. Prazo normal 8 dias."
        ),
        founded=1979,
        employees=167,
        women=52,
        languages=("pt", "en", "fr"),
        markets=("PT", "ES", "FR"),
        website="https://ribeiradopelhe.example",
        person="Eng. Duarte Azevedo Sampaio",
        role="Direcção de produção",
        able=(
            Able(
                text="Tingimento reactivo de malha de algodão",
                isic=("1313",),
                materials="algodão, modal, liocel, misturas",
                tolerance="ΔE < 0,7",
                unit="t",
                installed=330,
                used=288,
                batch=(30, 900),
                batch_unit="kg",
                lead_time_days=8,
                stated_days_ago=6,
            ),
            Able(
                text="Acabamentos funcionais (repelência sem flúor, antibacteriano)",
                isic=("1313",),
                unit="t",
                installed=180,
                used=95,
                lead_time_days=6,
                stated_days_ago=6,
            ),
            Able(
                text="Tingimento com corantes naturais",
                isic=("1313",),
                unit="t",
                installed=8,
                used=2,
                batch=(30, 200),
                batch_unit="kg",
                stated_days_ago=6,
            ),
        ),
        certs=(
            Cert(standard="GOTS", scope="tingimento e acabamento", issued_months_ago=9, expires_in_months=3, seen=True),
            Cert(standard="OEKO-TEX Standard 100", scope="classe I", issued_months_ago=2, expires_in_months=10, seen=True),
            Cert(standard="ISO 50001:2018", body="CertiLobo", issued_months_ago=31, expires_in_months=5),
        ),
        confirmed_days_ago=6,
    ),
    Body(
        name="Calçado Serra da Gralheira",
        country="PT",
        town="São João da Madeira",
        latitude=40.9006,
        longitude=-8.4906,
        lang="pt",
        about=(
            "Fábrica de calçado de homem e senhora, 1.400 pares/dia, construções cosida Goodyear, Blake e colada. "
            "Marca própria e private label. Compramos pele, forros, solas e gáspeas cosidas. Procuramos segundo "
            "fornecedor de gáspeas fora da Europa."
        ),
        founded=1969,
        employees=187,
        women=98,
        languages=("pt", "en", "it"),
        markets=("FR", "DE", "US", "JP"),
        website="https://serradagralheira.example",
        person="Joaquim Resende Tavares",
        role="Compras",
        able=(
            Able(
                text="Calçado Goodyear, Blake e colado",
                kind="product",
                isic=("1520",),
                cpv=("18800000",),
                hs=("64",),
                unit="pcs",
                installed=30000,
                used=27400,
                batch=(60, 4000),
                batch_unit="pcs",
                lead_time_days=45,
                stated_days_ago=38,
            ),
            Able(text="Corte digital de pele", isic=("1520",), unit="h", installed=500, used=380, stated_days_ago=38),
        ),
        certs=(
            Cert(
                standard="ISO 9001:2015",
                body="CertiLobo",
                scope="calçado",
                issued_months_ago=21,
                expires_in_months=15,
                seen=True,
            ),
        ),
        confirmed_days_ago=38,
    ),
    Body(
        name="Moldes Pinhal da Marinha",
        country="PT",
        town="Marinha Grande",
        latitude=39.7477,
        longitude=-8.932,
        lang="en",
        about=(
            "Mould maker for injection and over-moulding, tools up to 14 tonnes. 5-axis milling, deep-hole drilling, "
            "EDM, three presses for trials (110 to 1,000 t). Typical customers: lighting, packaging and automotive "
            "interior. We also transfer know-how: design of cooling and training for tool maintenance in the "
            "customer's plant."
        ),
        founded=1988,
        employees=92,
        women=13,
        languages=("en", "pt", "de", "fr"),
        markets=("DE", "FR", "ES", "MX", "BR"),
        website="https://pinhalmoldes.example",
        person="Nuno Ferreira Loureiro",
        role="Sales engineer",
        able=(
            Able(
                text="Injection moulds up to 14 t",
                kind="product",
                isic=("2822",),
                cpv=("42900000",),
                hs=("84",),
                materials="1.2738, 1.2344, Stavax",
                tolerance="±0.01 mm",
                unit="h",
                installed=11500,
                used=10100,
                lead_time_days=85,
                stated_days_ago=21,
            ),
            Able(
                text="Mould trials and small series",
                isic=("2220",),
                unit="h",
                installed=480,
                used=170,
                stated_days_ago=21,
            ),
            Able(text="Training in mould maintenance", kind="expertise", isic=("8549",), stated_days_ago=90),
        ),
        certs=(
            Cert(
                standard="ISO 9001:2015",
                body="CertiLobo",
                scope="injection moulds",
                issued_months_ago=14,
                expires_in_months=22,
                seen=True,
            ),
        ),
        confirmed_days_ago=21,
    ),
    Body(
        name="Cortiças do Sorraia Verde",
        country="PT",
        town="Coruche",
        latitude=38.9597,
        longitude=-8.527,
        lang="pt",
        about=(
            "Granulado, aglomerado negro e composto, solas e placas de isolamento em cortiça. Pó de cortiça "
            "aproveitado na caldeira. Desenvolvemos misturas de cortiça com borracha reciclada até 70 Shore A."
        ),
        founded=1955,
        employees=76,
        languages=("pt", "en"),
        markets=("US", "DE", "IT", "JP"),
        able=(
            Able(
                text="Aglomerado composto de cortiça em rolo e placa",
                kind="product",
                isic=("1629",),
                hs=("45",),
                dimensions="espessura 0,8 a 60 mm",
                unit="m3",
                installed=780,
                used=560,
                batch=(2, 60),
                batch_unit="m3",
                lead_time_days=18,
                stated_days_ago=260,
            ),
            Able(
                text="Granulado de cortiça",
                kind="product",
                isic=("1629",),
                unit="t",
                installed=260,
                used=210,
                stated_days_ago=260,
            ),
        ),
        certs=(Cert(standard="FSC Chain of Custody", scope="cortiça", issued_months_ago=36, expires_in_months=24, seen=True),),
        confirmed_days_ago=260,
    ),
    Body(
        name="Caldeiraria Mitrena Sul",
        country="PT",
        town="Setúbal",
        latitude=38.5244,
        longitude=-8.8882,
        lang="pt",
        about=(
            "Reservatórios, permutadores de calor e tubagem em inox e carbono, soldadura TIG e arco submerso, "
            "ensaios não destrutivos. Obras em Portugal, Angola e Moçambique."
        ),
        founded=1997,
        employees=61,
        women=4,
        languages=("pt", "en"),
        markets=("PT", "AO", "MZ"),
        able=(
            Able(
                text="Reservatórios e permutadores sob pressão",
                kind="product",
                isic=("2512", "2513"),
                cpv=("44600000",),
                hs=("73", "84"),
                materials="316L, duplex, P265GH",
                unit="t",
                installed=45,
                used=30,
                lead_time_days=70,
                stated_days_ago=500,
            ),
        ),
        certs=(
            Cert(standard="ISO 3834-2", body="CertiLobo", scope="soldadura", issued_months_ago=46, expires_in_months=-10),
            Cert(standard="EN 1090-2", body="CertiLobo", scope="EXC3", issued_months_ago=46, expires_in_months=-10),
        ),
        confirmed_days_ago=500,
    ),
    Body(
        name="Centro Técnico de Cerâmica da Ria",
        kind="institution",
        also="Ria Technical Centre for Ceramics",
        also_lang="en",
        country="PT",
        town="Aveiro",
        latitude=40.6405,
        longitude=-8.6538,
        lang="pt",
        about=(
            "Centro de investigação e ensaios para cerâmica, vidro e materiais de construção. Formulação de pastas "
            "com resíduos, ensaios de cozedura, auditorias energéticas a fornos, ecodesign e declarações ambientais "
            "de produto."
        ),
        founded=1993,
        employees=34,
        women=18,
        languages=("pt", "en", "fr"),
        markets=("PT", "ES", "CV", "MA"),
        website="https://ctc-ria.example",
        person="Doutora Inês Valente Mourão",
        role="Coordenadora",
        able=(
            Able(
                text="Auditoria energética a fornos cerâmicos",
                kind="expertise",
                isic=("7110", "7490"),
                cpv=("71300000",),
                lead_time_days=25,
                stated_days_ago=29,
            ),
            Able(
                text="Ensaios de cerâmica e matérias-primas",
                kind="service",
                isic=("7120",),
                cpv=("71600000",),
                unit="h",
                installed=620,
                used=400,
                lead_time_days=10,
                stated_days_ago=29,
            ),
        ),
        certs=(Cert(standard="ISO/IEC 17025:2017", scope="ensaios de cerâmica", expires_in_months=30, seen=True),),
        confirmed_days_ago=29,
    ),
    Body(
        name="Agência Intermunicipal de Inovação do Lima",
        kind="public_body",
        country="PT",
        town="Viana do Castelo",
        latitude=41.6932,
        longitude=-8.8329,
        lang="pt",
        about=(
            "Entidade pública de cinco municípios. Gere um parque empresarial, um laboratório de fabricação e um "
            "fundo de vales de inovação (até 12.000 euros por empresa). Ligamos PME a parceiros em Cabo Verde, "
            "Guiné-Bissau e Galiza."
        ),
        founded=2012,
        employees=15,
        women=9,
        languages=("pt", "en", "es"),
        markets=("PT", "CV", "GW", "ES"),
        website="https://agencialima.example",
        person="Teresa Barros Lage",
        role="Directora executiva",
        able=(
            Able(
                text="Vales de inovação e apoio à internacionalização de PME",
                kind="service",
                isic=("8413",),
                stated_days_ago=67,
            ),
        ),
        confirmed_days_ago=67,
    ),
]

POSTS: list[Post] = [
    Post(
        by="Caju do Cacheu Processamento",
        side="need",
        kind="technology",
        title="Embaladora a vácuo com gás para amêndoa de caju, 200 kg por hora",
        summary=(
            "Unidade de caju procura máquina de embalar sacos de 22,68 kg com vácuo e azoto, 200 kg por hora, "
            "trifásica 380 V, com formação de três dias em português ou francês e peças na sub-região. Orçamento de "
            "18.000 a 25.000 euros."
        ),
        lang="pt",
        isic=("2829",),
        cpv=("42900000",),
        quantity=(200, "kg", ""),
        lead_time_days=90,
        published_days_ago=26,
    ),
    Post(
        by="Conservas Porto Grande do Mindelo",
        side="offer",
        kind="capacity",
        title="Enlatamento para terceiros entre janeiro e março",
        summary=(
            "Linha de conservas com autoclaves e 100 operadoras experientes disponível no primeiro trimestre: lata "
            "de 120 e 160 g e frasco, até 60 t por mês, peixe ou vegetais do cliente. Porto a 2 km."
        ),
        lang="pt",
        isic=("1020", "1030"),
        cpv=("15200000",),
        hs=("16",),
        countries=("PT", "ES", "SN", "MA"),
        quantity=(60, "t", "month"),
        certificates=("HACCP",),
        published_days_ago=12,
    ),
    Post(
        by="Metalomecânica do Lobito Velho",
        side="need",
        kind="supply",
        title="Chapa naval e perfis, 60 t por trimestre",
        summary=(
            "Oficina metalomecânica compra chapa S355 e naval grau A de 6 a 16 mm, perfis HEA e bulbos, 60 t por "
            "trimestre, com certificado 3.1. Entrega CIF Lobito."
        ),
        lang="pt",
        isic=("2410",),
        cpv=("44100000",),
        hs=("72",),
        countries=("PT", "TR", "ZA", "EG"),
        quantity=(20, "t", "month"),
        lead_time_days=60,
        published_days_ago=150,
        state="withdrawn",
    ),
    Post(
        by="Centro Técnico de Cerâmica da Ria",
        side="offer",
        kind="environment",
        title="Auditoria energética de fornos, com medição e plano",
        summary=(
            "Equipa de três técnicos mede fornos túnel, de rolos e intermitentes durante cinco dias, calcula consumo "
            "por tonelada e entrega plano de poupança com custo e prazo de retorno. Poupança média encontrada: 14 %. "
            "Em português, francês ou inglês."
        ),
        lang="pt",
        isic=("7110", "7490"),
        cpv=("71300000",),
        countries=("PT", "MA", "CV", "TN"),
        lead_time_days=30,
        published_days_ago=19,
    ),
]

CASES: list[Case] = [
    Case(
        by="Calçado Serra da Gralheira",
        kind="capacity",
        title="Gáspeas cosidas para sapato de homem, 6.000 pares por mês",
        text=(
            "Procuramos oficina para corte e costura de gáspeas de três modelos de homem (derby, bota chelsea e "
            "mocassim), 6.000 pares por mês, a partir de pele e forros enviados por nós ou comprados localmente com "
            "nossa aprovação. Costura a 5 pontos por centímetro, pesponto duplo na biqueira, tolerância de 0,5 mm. "
            "Pedimos 40 pares de amostra por modelo e um técnico nosso fica duas semanas no arranque. Lotes de 300 "
            "pares por cor. Mínimo aceitável por oficina: 2.500 pares. Transporte em camião semanal de ou para o "
            "Porto."
        ),
        lang="pt",
        isic=("1520",),
        hs=("64",),
        quantity=(6000, "pcs", "month"),
        least=2500,
        batch=(300, "pcs"),
        countries=("MA", "TN", "CV"),
        languages=("fr", "pt", "en"),
        lead_time_days=21,
        submitted_days_ago=19,
        state="out",
        quote_note=(
            "Podemos fazer 3.200 pares por mês a partir de Setembro; preço por par na folha em anexo, pele enviada "
            "por vós. Amostras em 12 dias."
        ),
        decline_note="Neste momento só trabalhamos com calçado de segurança injetado.",
    ),
]
