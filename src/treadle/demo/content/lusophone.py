"""Demonstration records of Brazil: all invented."""

from treadle.demo.content.model import Able, Body, Case, Cert, Post

BODIES: list[Body] = [
    Body(
        name="Malharia Itajaí do Sul",
        country="BR",
        town="Brusque",
        latitude=-27.098,
        longitude=-48.917,
        lang="pt",
        about=(
            "Malharia com 62 teares circulares de 18 a 34 polegadas e 14 teares retilíneos para golas. Meia-malha, "
            "piquet, moletom, ribana e jacquard em algodão, PA e PET reciclado. Vendemos malha crua e tinta "
            "(tingimento em parceria) e fazemos industrialização por encomenda. Pronta entrega de 40 artigos."
        ),
        founded=1986,
        employees=118,
        women=39,
        languages=("pt", "es"),
        markets=("BR", "AR", "PY"),
        identifier=("BR-CNPJ", "99701234000123"),
        website="https://malhariaitajaidosul.example",
        person="Jeferson Kormann",
        role="Comercial",
        able=(
            Able(
                text="Malha circular de algodão e mistas",
                kind="product",
                isic=("1391",),
                cpv=("19200000",),
                hs=("60",),
                dimensions="galga 14 a 32",
                unit="t",
                installed=420,
                used=335,
                batch=(200, 30000),
                batch_unit="kg",
                lead_time_days=12,
                stated_days_ago=18,
            ),
            Able(
                text="Golas e punhos retilíneos",
                kind="product",
                isic=("1391",),
                unit="pcs",
                installed=380000,
                used=210000,
                lead_time_days=10,
                stated_days_ago=18,
            ),
        ),
        certs=(
            Cert(standard="GRS", scope="malha com PET reciclado", issued_months_ago=9, expires_in_months=3, seen=True),
            Cert(standard="ABVTEX", issued_months_ago=11, expires_in_months=1),
        ),
        confirmed_days_ago=18,
    ),
    Body(
        name="Tinturaria Vale do Benedito Novo",
        country="BR",
        town="Timbó",
        latitude=-26.8233,
        longitude=-49.2717,
        lang="pt",
        about=(
            "Beneficiamento têxtil para terceiros desde 1994: tingimento em jets e overflow (20 máquinas, 60 a 800 "
            "kg), rama, compactadeira, estampa rotativa de 12 cores e digital. Caldeira a biomassa. ETE com 98% de "
            "remoção de cor. Lotes pequenos saem em 6 dias."
        ),
        founded=1994,
        employees=231,
        women=74,
        languages=("pt", "es"),
        markets=("BR", "AR"),
        website="https://tinturariavaledobenedito.example",
        person="Rosane Schlindwein",
        role="Atendimento a clientes",
        able=(
            Able(
                text="Tingimento reativo de malha de algodão",
                isic=("1313",),
                materials="algodão, viscose, PES/CO",
                tolerance="ΔE < 1,0",
                unit="t",
                installed=540,
                used=471,
                batch=(60, 800),
                batch_unit="kg",
                lead_time_days=9,
                stated_days_ago=7,
            ),
            Able(
                text="Estamparia rotativa e digital",
                isic=("1313",),
                dimensions="largura 1,85 m",
                unit="m",
                installed=620000,
                used=390000,
                batch=(300, 20000),
                batch_unit="m",
                lead_time_days=15,
                stated_days_ago=7,
            ),
            Able(text="Compactação e felpagem", isic=("1313",), unit="t", installed=500, used=320, stated_days_ago=7),
        ),
        certs=(
            Cert(
                standard="OEKO-TEX Standard 100",
                scope="malhas tintas e estampadas, classe I",
                issued_months_ago=8,
                expires_in_months=4,
                seen=True,
            ),
            Cert(standard="GOTS", scope="tingimento", issued_months_ago=14, expires_in_months=-2),
            Cert(
                standard="ISO 14001:2015",
                body="AtestaSul",
                scope="beneficiamento têxtil",
                issued_months_ago=25,
                expires_in_months=11,
                seen=True,
            ),
        ),
        confirmed_days_ago=7,
    ),
    Body(
        name="Curtume Rio Velho dos Sinos",
        country="BR",
        town="Novo Hamburgo",
        latitude=-29.6783,
        longitude=-51.1306,
        lang="pt",
        about=(
            "Semi-acabado e acabado para calçados e bolsas. Napas, pelicas, atanados, vernizes. 60 mil m2/mês de "
            "capacidade, hoje rodando a 55%. Curtimento sem cromo (wet white) desde 2020. Laboratório "
            "físico-mecânico próprio."
        ),
        founded=1961,
        employees=144,
        women=37,
        languages=("pt", "en", "es"),
        markets=("IT", "CN", "VN", "MX", "PT"),
        website="https://riovelhocouros.example",
        person="Vilmar Petry",
        role="Exportação",
        able=(
            Able(
                text="Couro bovino acabado para calçados e bolsas",
                kind="product",
                isic=("1511",),
                cpv=("19100000",),
                hs=("41",),
                dimensions="0,7 a 2,0 mm",
                unit="m2",
                installed=60000,
                used=33000,
                batch=(300, 15000),
                batch_unit="m2",
                lead_time_days=30,
                stated_days_ago=53,
            ),
            Able(
                text="Curtimento wet white",
                isic=("1511",),
                unit="m2",
                installed=18000,
                used=7000,
                lead_time_days=25,
                stated_days_ago=53,
            ),
        ),
        certs=(
            Cert(standard="Leather Working Group", scope="Silver", issued_months_ago=10, expires_in_months=14, seen=True),
            Cert(standard="ISO 9001:2015", body="AtestaSul", issued_months_ago=38, expires_in_months=-2),
        ),
        confirmed_days_ago=53,
    ),
    Body(
        name="Solados Parobé Sul",
        country="BR",
        town="Parobé",
        latitude=-29.6286,
        longitude=-50.8347,
        lang="pt",
        about=(
            "solados em PU, TR, TPU e borracha, injeção direta ao cabedal, matrizaria propria. 18 injetoras rotativas. 420 mil pares/mes"
        ),
        founded=2001,
        employees=97,
        women=40,
        languages=("pt",),
        markets=("BR", "AR", "UY"),
        able=(
            Able(
                text="Solados injetados em TR, TPU e PU",
                kind="product",
                isic=("2219", "2220"),
                hs=("64",),
                materials="TR, TPU, PU expandido, borracha",
                unit="pcs",
                installed=420000,
                used=300000,
                lead_time_days=12,
                stated_days_ago=310,
            ),
            Able(text="Matrizes para solado", kind="product", isic=("2822",), lead_time_days=30, stated_days_ago=310),
        ),
        confirmed_days_ago=310,
    ),
    Body(
        name="Fundição Ponte Alta do Cubatão",
        country="BR",
        town="Joinville",
        latitude=-26.3045,
        longitude=-48.8487,
        lang="pt",
        about=(
            "Ferro cinzento, nodular e vermicular em moldagem verde vertical e horizontal; peças de 0,5 a 80 kg, "
            "2.600 t mensais. Machos cold-box. Usinagem seriada em 22 centros. Fornecemos para compressores, "
            "hidráulica, máquinas agrícolas e bombas. Areia de fundição recuperada termicamente."
        ),
        founded=1976,
        employees=640,
        women=83,
        languages=("pt", "en", "de"),
        markets=("BR", "US", "DE", "MX"),
        website="https://fundicaopontealta.example",
        person="Eng. Rafael Zimath",
        role="Gerente de desenvolvimento",
        able=(
            Able(
                text="Fundição de ferro nodular e cinzento, moldagem vertical",
                isic=("2431",),
                hs=("73", "84"),
                materials="GG20, GG25, GGG40, GGG50, GJV-450",
                dimensions="0,5 a 80 kg, caixa 600 x 480 mm",
                tolerance="ISO 8062 CT8",
                unit="t",
                installed=2600,
                used=2130,
                batch=(500, 200000),
                batch_unit="pcs",
                lead_time_days=40,
                stated_days_ago=24,
            ),
            Able(
                text="Usinagem seriada de fundidos",
                isic=("2592",),
                tolerance="±0,015 mm",
                unit="h",
                installed=9800,
                used=8100,
                lead_time_days=15,
                stated_days_ago=24,
            ),
            Able(
                text="Ferramentais e caixas de macho",
                kind="product",
                isic=("2822",),
                lead_time_days=55,
                stated_days_ago=24,
            ),
        ),
        certs=(
            Cert(
                standard="IATF 16949:2016",
                body="AtestaSul",
                scope="fundição e usinagem",
                issued_months_ago=17,
                expires_in_months=19,
                seen=True,
            ),
            Cert(standard="ISO 14001:2015", body="AtestaSul", issued_months_ago=17, expires_in_months=19, seen=True),
        ),
        confirmed_days_ago=24,
    ),
    Body(
        name="Móveis Serra do Barracão",
        country="BR",
        town="Bento Gonçalves",
        latitude=-29.1714,
        longitude=-51.5192,
        lang="pt",
        about=(
            "Fabricante de móveis de quarto e cozinha em MDP e MDF, 34 mil volumes por mês, venda para redes "
            "varejistas e exportação para o Chile e os Estados Unidos. Linha de pintura UV de 62 m. Compramos "
            "puxadores, corrediças, vidros temperados, espelhos e embalagem. Queremos reduzir isopor e plástico "
            "bolha."
        ),
        founded=1983,
        employees=372,
        women=133,
        languages=("pt", "es"),
        markets=("BR", "CL", "US", "UY"),
        identifier=("BR-CNPJ", "99712885000119"),
        website="https://serradobarracao.example",
        person="Mateus Comparin",
        role="Suprimentos",
        able=(
            Able(
                text="Móveis de painel em MDF e MDP",
                kind="product",
                isic=("3100",),
                cpv=("39100000",),
                hs=("94",),
                unit="pcs",
                installed=34000,
                used=29500,
                lead_time_days=35,
                stated_days_ago=40,
            ),
            Able(
                text="Pintura UV em painéis",
                isic=("3100",),
                dimensions="1.300 mm de largura",
                unit="m2",
                installed=260000,
                used=205000,
                lead_time_days=8,
                stated_days_ago=40,
            ),
        ),
        certs=(
            Cert(
                standard="FSC Chain of Custody",
                scope="painéis e móveis",
                issued_months_ago=26,
                expires_in_months=34,
                seen=True,
            ),
            Cert(standard="ISO 9001:2015", body="AtestaSul", scope="móveis", issued_months_ago=15, expires_in_months=21),
        ),
        confirmed_days_ago=40,
    ),
    Body(
        name="Cooperativa Castanheira do Xapuri",
        country="BR",
        town="Xapuri",
        latitude=-10.6519,
        longitude=-68.5044,
        lang="pt",
        about=(
            "Cooperativa de extrativistas: castanha-do-brasil com e sem casca, óleo prensado a frio e látex de "
            "seringueira em folha fumada líquida (FDL). Usina com secadores rotativos, quebra manual e embalagem a "
            "vácuo. 780 famílias. A safra entra de janeiro a abril."
        ),
        founded=1994,
        employees=82,
        women=51,
        languages=("pt",),
        markets=("BR", "DE", "US"),
        website="https://castanheiraxapuri.example",
        person="Raimunda Nonata da Silva",
        role="Presidente",
        able=(
            Able(
                text="Castanha-do-brasil desidratada a vácuo",
                kind="product",
                isic=("1030", "0230"),
                cpv=("15300000",),
                hs=("08",),
                unit="t",
                installed=110,
                used=74,
                batch=(20, 16000),
                batch_unit="kg",
                lead_time_days=25,
                stated_days_ago=98,
            ),
            Able(
                text="Óleo de castanha prensado a frio",
                kind="product",
                isic=("1040",),
                hs=("15",),
                unit="l",
                installed=3500,
                used=1200,
                stated_days_ago=98,
            ),
            Able(
                text="Borracha natural em folha",
                kind="product",
                isic=("0129", "2219"),
                hs=("40",),
                unit="t",
                installed=16,
                used=9,
                stated_days_ago=98,
            ),
        ),
        certs=(
            Cert(
                standard="Organic (EU) 2018/848",
                body="Agrocertia Norte",
                scope="castanha e óleo",
                issued_months_ago=13,
                expires_in_months=-1,
            ),
            Cert(standard="FSC Forest Management", issued_months_ago=30, expires_in_months=30, seen=True),
        ),
        units=(
            Body(
                name="Associação Seringal Nova Esperança",
                country="BR",
                town="Xapuri",
                lang="pt",
                able=(Able(text="Castanha e látex", isic=("0230",)),),
            ),
            Body(
                name="Mulheres do Floresta Ramal Cachoeira",
                country="BR",
                town="Xapuri",
                lang="pt",
                able=(Able(text="Quebra de castanha e óleo", isic=("1030", "1040")),),
            ),
            Body(
                name="Produtores do Iracema Alto Acre",
                country="BR",
                town="Brasileia",
                lang="pt",
                able=(Able(text="Castanha in natura", isic=("0230",)),),
            ),
        ),
        confirmed_days_ago=98,
    ),
    Body(
        name="Usinagem Salto do Piracicaba",
        country="BR",
        town="Piracicaba",
        latitude=-22.7253,
        longitude=-47.6492,
        lang="pt",
        about=(
            "Usinagem pesada e média, torno vertical até 2.400 mm, mandrilhadora CNC e 11 centros de usinagem. Peças "
            "de reposição para usinas de açúcar e celulose, rolos de moenda, flanges, carcaças de redutor. Inspeção "
            "por braço de medição e líquido penetrante."
        ),
        founded=1990,
        employees=88,
        women=7,
        languages=("pt",),
        markets=("BR", "BO", "PY"),
        able=(
            Able(
                text="Torneamento vertical e mandrilhamento de peças grandes",
                isic=("2592",),
                materials="aço fundido, GGG50, inox",
                dimensions="Ø até 2.400 mm, 12 t",
                tolerance="0,02 mm",
                unit="h",
                installed=3100,
                used=2050,
                lead_time_days=20,
                stated_days_ago=180,
            ),
            Able(
                text="Rolos de moenda e recuperação",
                kind="product",
                isic=("2825", "3312"),
                unit="pcs",
                installed=10,
                used=6,
                lead_time_days=60,
                stated_days_ago=180,
            ),
        ),
        certs=(
            Cert(
                standard="ISO 9001:2015",
                body="AtestaSul",
                scope="usinagem",
                issued_months_ago=29,
                expires_in_months=7,
                seen=True,
            ),
        ),
        confirmed_days_ago=180,
    ),
    Body(
        name="Papelão Ondulado Coxilha Rica",
        country="BR",
        town="Lages",
        latitude=-27.816,
        longitude=-50.326,
        lang="pt",
        about=(
            "CAIXAS DE PAPELAO ONDULADO ONDA B, C, E. POLPA MOLDADA (BANDEJAS PARA MACA, CALCO PARA "
            "ELETRODOMESTICO). 3 FORMADORAS DE POLPA, SECADOR CONTINUO. FIBRA 100% RECICLADA."
        ),
        founded=1999,
        employees=154,
        women=44,
        languages=("pt",),
        markets=("BR", "UY", "AR", "CL"),
        person="Ivonete Branco",
        role="PCP",
        able=(
            Able(
                text="Polpa moldada de fibra reciclada",
                kind="product",
                isic=("1709",),
                hs=("48",),
                dimensions="até 600 x 450 mm",
                unit="pcs",
                installed=1900000,
                used=1250000,
                batch=(10000, 400000),
                batch_unit="pcs",
                lead_time_days=20,
                stated_days_ago=59,
            ),
            Able(
                text="Caixas de papelão ondulado",
                kind="product",
                isic=("1702",),
                hs=("48",),
                unit="m2",
                installed=3400000,
                used=2700000,
                lead_time_days=8,
                stated_days_ago=59,
            ),
        ),
        certs=(
            Cert(
                standard="FSC Chain of Custody",
                scope="papelão e polpa moldada, reciclado",
                issued_months_ago=12,
                expires_in_months=48,
                seen=True,
            ),
        ),
        confirmed_days_ago=59,
    ),
    Body(
        name="Instituto Paraibano de Tecnologia do Couro",
        kind="institution",
        country="BR",
        town="Campina Grande",
        latitude=-7.2306,
        longitude=-35.8811,
        lang="pt",
        about=(
            "Centro tecnológico com curtume-escola, laboratório de ensaios físico-químicos em couro e calçado e "
            "unidade piloto de tratamento de efluentes. Prestamos consultoria a curtumes e fábricas de EPI e "
            "formamos 240 técnicos por ano."
        ),
        founded=1995,
        employees=57,
        women=29,
        languages=("pt", "en", "es"),
        markets=("BR", "AO", "CV"),
        website="https://iptcouro.example",
        person="Profa. Dra. Socorro Agra",
        role="Diretora",
        able=(
            Able(
                text="Ensaios em couro, calçado e EPI",
                kind="service",
                isic=("7120",),
                cpv=("71600000",),
                unit="h",
                installed=700,
                used=410,
                lead_time_days=12,
                stated_days_ago=110,
            ),
            Able(text="Consultoria em efluentes de curtume", kind="expertise", isic=("7490",), stated_days_ago=110),
            Able(
                text="Formação técnica em curtimento e calçado",
                kind="service",
                isic=("8522", "8549"),
                stated_days_ago=110,
            ),
        ),
        certs=(
            Cert(
                standard="ISO/IEC 17025:2017",
                scope="ensaios em couro e calçado",
                issued_months_ago=45,
                expires_in_months=3,
                seen=True,
            ),
        ),
        confirmed_days_ago=110,
    ),
    Body(
        name="Rede de Rendeiras do Cariri Ocidental",
        kind="cso",
        country="BR",
        town="Monteiro",
        latitude=-7.8894,
        longitude=-37.12,
        lang="pt",
        about=(
            "Nós somos 320 rendeiras de renda renascença em cinco municípios. Fazemos golas, aplicações, toalhas, "
            "vestidos por encomenda. Cada peça leva de 3 dias a 4 meses. Precisamos de fitilho e linha de algodão em "
            "quantidade e de comprador que pague preço justo."
        ),
        founded=2007,
        languages=("pt",),
        markets=("BR", "PT"),
        able=(
            Able(
                text="Renda renascença em peças e aplicações",
                kind="product",
                isic=("1399",),
                hs=("58",),
                unit="pcs",
                installed=900,
                used=500,
                lead_time_days=60,
                stated_days_ago=350,
            ),
        ),
        units=(
            Body(
                name="Rendeiras de São João do Tigre",
                country="BR",
                town="São João do Tigre",
                lang="pt",
                able=(Able(text="Renda renascença", isic=("1399",)),),
            ),
            Body(
                name="Associação Mãos de Camalaú",
                country="BR",
                town="Camalaú",
                lang="pt",
                able=(Able(text="Renda e bordado", isic=("1399", "1392")),),
            ),
        ),
        confirmed_days_ago=350,
    ),
    Body(
        name="Raiz Funda Capital",
        kind="investor",
        country="BR",
        town="São Paulo",
        latitude=-23.5505,
        longitude=-46.6333,
        lang="pt",
        about=(
            "Gestora de um fundo de impacto de 62 milhões de reais. Investimos em indústrias de médio porte que "
            "processam biomassa, fibras e resíduos, com cheques de 2 a 8 milhões, participação minoritária. Também "
            "coinvestimos em Angola e Cabo Verde com parceiro local."
        ),
        founded=2018,
        employees=11,
        women=6,
        languages=("pt", "en"),
        markets=("BR", "AO", "CV", "PT"),
        website="https://raizfunda.example",
        person="Helena Vasconcelos Prado",
        role="Sócia-gestora",
        able=(
            Able(
                text="Participações minoritárias na indústria de base biológica",
                kind="service",
                isic=("6430",),
                stated_days_ago=34,
            ),
        ),
        confirmed_days_ago=34,
    ),
]

POSTS: list[Post] = [
    Post(
        by="Curtume Rio Velho dos Sinos",
        side="offer",
        kind="speciality",
        title="Curtimento wet white para terceiros, 11 mil m2 livres por mês",
        summary=(
            "Curtume oferece serviço de curtimento e recurtimento sem cromo a partir de peles piqueladas ou wet blue "
            "próprio, com laudo físico-mecânico. 11.000 m2 por mês disponíveis, espessura de 0,7 a 2,0 mm, prazo de "
            "25 dias."
        ),
        lang="pt",
        isic=("1511",),
        hs=("41",),
        countries=("BR", "PT", "IT", "MX"),
        quantity=(11000, "m2", "month"),
        certificates=("Leather Working Group",),
        lead_time_days=25,
        published_days_ago=15,
    ),
    Post(
        by="Cooperativa Castanheira do Xapuri",
        side="need",
        kind="partnership",
        title="Parceiro para óleo de castanha em cosmética",
        summary=(
            "Cooperativa de extrativistas com 2.300 litros mensais livres na prensa procura marca ou laboratório "
            "para desenvolver linha de óleo refinado a frio, com repartição de benefícios e contrato de três safras."
        ),
        lang="pt",
        isic=("1040", "2023"),
        hs=("15",),
        countries=("BR", "FR", "DE"),
        quantity=(2300, "l", "month"),
        certificates=("Organic (EU) 2018/848",),
        published_days_ago=55,
    ),
    Post(
        by="Fundição Ponte Alta do Cubatão",
        side="offer",
        kind="environment",
        title="Areia de fundição recuperada para construção",
        summary=(
            "Rascunho: 900 t por mês de areia de descarte classificada IIB, ensaios de lixiviação disponíveis. "
            "Completar preço e distância máxima."
        ),
        lang="pt",
        isic=("2431", "2395"),
        countries=("BR",),
        quantity=(900, "t", "month"),
        published_days_ago=1,
        state="draft",
    ),
]

CASES: list[Case] = [
    Case(
        by="Móveis Serra do Barracão",
        kind="environment",
        title="Substituir isopor nas embalagens",
        text=(
            "Queremos tirar o isopor das embalagens de móveis. São muitos modelos. Precisamos de proposta com preço, "
            "algo em papel, que aguente o transporte e não custe mais. Quanto antes melhor. Temos um forno de "
            "secagem parado que poderia ser usado e vocês podem visitar a fábrica quando quiserem para ver os "
            "volumes, são mais ou menos 34 mil por mês entre quarto e cozinha."
        ),
        lang="pt",
        isic=("1709", "1702"),
        quantity=(34000, "pcs", "month"),
        countries=("BR",),
        languages=("pt",),
        submitted_days_ago=12,
        state="returned",
        returned_because=(
            "Antes de enviarmos aos fornecedores faltam três dados: medidas e peso dos cinco modelos de maior saída, "
            "ensaio de queda exigido pelo transportador e custo atual por volume. Com isso o pedido segue no mesmo "
            "dia."
        ),
    ),
]
