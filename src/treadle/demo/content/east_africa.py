"""Demonstration records: Kenya and Uganda."""

from treadle.demo.content.model import Able, Body, Case, Cert, Post

BODIES: list[Body] = [
    Body(
        name="Nyando Lakeside Fillets Ltd",
        country="KE",
        town="Kisumu",
        latitude=-0.1022,
        longitude=34.7617,
        lang="en",
        about=(
            "We buy Nile perch and tilapia from 40 licensed boats and 3 cage farms on Lake Victoria and "
            "fillet it in our plant at the pier road. Filleting line for 9 t a day of whole fish, two "
            "blast freezers, 60 t cold store. Skin-on and skinless fillets, 200-500 g, IQF or block 5 "
            "kg. Customers are importers in Europe and hotels in Nairobi."
        ),
        founded=2007,
        employees=142,
        women=88,
        languages=("en", "sw", "luo"),
        markets=("KE", "NL", "IT", "AE"),
        identifier=("KE-RCO", "CPR/2007/00-31877"),
        website="https://nyando-fillets.example",
        person="Achieng Odhiambo",
        role="Export manager",
        able=(
            Able(
                text="Filleting and freezing of Nile perch and tilapia",
                isic=("1020",),
                cpv=("15200000",),
                hs=("03",),
                materials="Nile perch, tilapia",
                dimensions="fillets 200-500 g; blocks 5 kg",
                unit="t",
                installed=190,
                used=118,
                batch=(2, 22),
                batch_unit="t",
                lead_time_days=21,
            ),
            Able(
                text="Cold storage at -22 °C, pallets",
                kind="service",
                isic=("5210",),
                unit="t",
                installed=60,
                used=35,
                lead_time_days=3,
            ),
        ),
        certs=(
            Cert(
                standard="HACCP",
                body="Lake Basin Certification Services",
                scope="filleting and freezing of freshwater fish",
                issued_months_ago=14,
                expires_in_months=10,
                seen=True,
            ),
            Cert(standard="ISO 22000:2018", scope="fish processing", issued_months_ago=30, expires_in_months=6),
        ),
        confirmed_days_ago=35,
    ),
    Body(
        name="Mwangaza Sheet & Tube Works",
        country="KE",
        town="Thika",
        latitude=-1.0333,
        longitude=37.0693,
        lang="en",
        about=(
            "MECHANICAL WORKSHOP. SHEET METAL, TUBE BENDING, WELDING MIG/TIG, SILOS UP TO 50 T, CHICKEN "
            "CAGES, WATER BOWSERS. PRESS BRAKE 3 M 100 T. GUILLOTINE 6MM. CALL US."
        ),
        founded=1998,
        employees=37,
        languages=("en", "sw"),
        able=(
            Able(
                text="Sheet metal cutting and bending, mild steel and stainless",
                isic=("2511", "2592"),
                cpv=("44200000",),
                materials="mild steel to 6 mm, stainless to 3 mm",
                dimensions="bending length 3 m, 100 t",
                unit="h",
                installed=640,
                used=410,
                batch=(1, 500),
                batch_unit="pcs",
                lead_time_days=14,
                stated_days_ago=410,
            ),
            Able(
                text="Grain silos and water tanks 5 to 50 t",
                kind="product",
                isic=("2512",),
                cpv=("44600000",),
                hs=("73",),
                lead_time_days=35,
                stated_days_ago=410,
            ),
        ),
        confirmed_days_ago=410,
    ),
    Body(
        name="Tsavo Sisal Twine Mills",
        country="KE",
        town="Voi",
        latitude=-3.3961,
        longitude=38.5561,
        lang="en",
        about=(
            "Own estate of 1,900 ha sisal and a spinning mill with 24 frames. We make baler twine "
            "150-400 m/kg, agricultural rope 6-24 mm and woven sacks for coffee and cocoa. Frames are "
            "old but well maintained, one shift only since 2023; a second shift can start within six "
            "weeks. We supply farmers in Kenya and Tanzania and rope dealers in Egypt."
        ),
        founded=1964,
        employees=260,
        women=121,
        languages=("en", "sw"),
        markets=("KE", "TZ", "EG"),
        website="https://tsavotwine.example",
        person="Mwakio Mwanjala",
        role="General Manager",
        able=(
            Able(
                text="Sisal baler twine",
                kind="product",
                isic=("1394",),
                cpv=("39500000",),
                hs=("56",),
                materials="sisal fibre UG and 3L",
                dimensions="150-400 m/kg",
                unit="t",
                installed=210,
                used=95,
                batch=(5, 100),
                batch_unit="t",
                lead_time_days=30,
                stated_days_ago=160,
            ),
            Able(
                text="Sisal rope 6-24 mm, three strand",
                kind="product",
                isic=("1394",),
                hs=("56",),
                unit="t",
                installed=40,
                used=22,
                lead_time_days=30,
                stated_days_ago=160,
            ),
            Able(
                text="Woven sisal bags 60-70 kg",
                kind="product",
                isic=("1392",),
                hs=("63",),
                unit="pcs",
                installed=45000,
                used=30000,
                batch=(2000, 45000),
                batch_unit="pcs",
                lead_time_days=45,
                stated_days_ago=160,
            ),
        ),
        certs=(
            Cert(
                standard="ISO 9001:2015",
                body="Coast & Savannah Certifiers",
                scope="spinning of sisal",
                issued_months_ago=40,
                expires_in_months=-4,
            ),
        ),
        confirmed_days_ago=160,
    ),
    Body(
        name="Rift Apparel Makers EPZ",
        country="KE",
        town="Naivasha",
        latitude=-0.7172,
        longitude=36.431,
        lang="en",
        about=(
            "Cut-make-trim factory in the export processing zone. 11 sewing lines of 32 machines, band "
            "knife cutting, ironing and finger-scan inspection. Polo shirts, work trousers, school "
            "uniforms and medical scrubs, woven and knit. Minimum order 3 000 pieces a style. We have "
            "been producing for two American labels and for hospital suppliers; AGOA uncertainty means "
            "that free lines are available now."
        ),
        founded=2014,
        employees=486,
        women=389,
        languages=("en", "sw"),
        markets=("US", "GB", "ZA"),
        identifier=("KE-KRA", "P000000000X"),
        person="Wanjiku Gathoni",
        role="Head of merchandising",
        able=(
            Able(
                text="Cut-make-trim of woven trousers, scrubs and work jackets",
                isic=("1410",),
                cpv=("18100000",),
                hs=("62",),
                materials="cotton, polycotton twill 180-260 g/m²",
                unit="pcs",
                installed=165000,
                used=98000,
                batch=(3000, 80000),
                batch_unit="pcs",
                lead_time_days=45,
                stated_days_ago=25,
            ),
            Able(
                text="Knitted polo shirts and T-shirts",
                kind="product",
                isic=("1410", "1430"),
                cpv=("18300000",),
                hs=("61",),
                unit="pcs",
                installed=90000,
                used=70000,
                batch=(3000, 60000),
                batch_unit="pcs",
                lead_time_days=50,
                stated_days_ago=25,
            ),
        ),
        certs=(
            Cert(standard="WRAP", scope="Gold, sewn products", issued_months_ago=8, expires_in_months=4, seen=True),
            Cert(standard="ISO 9001:2015", scope="manufacture of garments", issued_months_ago=20, expires_in_months=16),
            Cert(standard="OEKO-TEX STeP", issued_months_ago=16, expires_in_months=20),
        ),
        confirmed_days_ago=20,
    ),
    Body(
        name="Homa Bay Women Fish Traders Co-operative",
        kind="cso",
        country="KE",
        town="Homa Bay",
        latitude=-0.5273,
        longitude=34.4571,
        lang="en",
        about=(
            "A co-operative of 310 women who dry and smoke fish at seven beaches. We use raised racks "
            "and 22 Chorkor ovens. Products are dried omena (dagaa) in 1 kg and 25 kg bags and smoked "
            "tilapia. We want buyers outside of the county and packaging that keeps insects away. In "
            "rainy months drying stops."
        ),
        founded=2011,
        employees=14,
        women=11,
        languages=("en", "luo", "sw"),
        markets=("KE", "UG", "CD"),
        person="Akinyi Ouma",
        role="Chairlady",
        able=(
            Able(
                text="Sun dried omena, sorted and bagged",
                kind="product",
                isic=("1020",),
                cpv=("15200000",),
                hs=("03",),
                unit="t",
                installed=28,
                used=19,
                batch=(0.5, 6),
                batch_unit="t",
                lead_time_days=10,
                stated_days_ago=240,
            ),
            Able(
                text="Hot-smoked tilapia",
                kind="product",
                isic=("1020",),
                hs=("03",),
                unit="kg",
                installed=3500,
                used=2100,
                stated_days_ago=240,
            ),
        ),
        confirmed_days_ago=240,
    ),
    Body(
        name="Kenya Highlands Industrial Assay Centre",
        kind="institution",
        country="KE",
        town="Eldoret",
        latitude=0.5143,
        longitude=35.2698,
        lang="en",
        about=(
            "Technical testing centre with material, food and water laboratories. Tensile testing to 600 "
            "kN, Charpy impact, spectrometer for steel and aluminium alloys, aflatoxin by HPLC, "
            "pesticide screening, packaging compression. Accredited for 31 methods. Reports in five "
            "working days. Training for quality staff of small firms twice a year."
        ),
        founded=1992,
        employees=58,
        women=24,
        languages=("en", "sw"),
        website="https://khiac.example",
        person="Chebet Korir",
        role="Laboratory manager",
        able=(
            Able(
                text="Mechanical testing of metals: tensile, hardness, impact, spectrometry",
                kind="service",
                isic=("7120",),
                cpv=("71600000",),
                unit="h",
                installed=480,
                used=300,
                lead_time_days=5,
            ),
            Able(
                text="Food analysis: aflatoxin, moisture, microbiology, pesticide residues",
                kind="service",
                isic=("7120",),
                cpv=("71900000",),
                lead_time_days=5,
            ),
            Able(
                text="Training in quality control for small workshops",
                kind="expertise",
                isic=("8549", "7020"),
                cpv=("80500000",),
            ),
        ),
        certs=(
            Cert(
                standard="ISO/IEC 17025:2017",
                scope="31 methods, metals, food and water",
                issued_months_ago=26,
                expires_in_months=22,
                seen=True,
            ),
        ),
        confirmed_days_ago=70,
    ),
    Body(
        name="Uzima Rising Growth Fund",
        kind="investor",
        country="KE",
        town="Nairobi",
        latitude=-1.2864,
        longitude=36.8172,
        lang="en",
        about=(
            "Investment fund for processing firms in East Africa, tickets 150,000 to 1.2 million USD as "
            "equity or as loan with share of turnover. We have 14 firms in the portfolio: dairy, cashew, "
            "cold chain, garment and metal working. We look for companies with audited accounts of two "
            "years and a woman among owners or managers."
        ),
        founded=2016,
        employees=17,
        women=9,
        languages=("en", "sw", "fr"),
        markets=("KE", "UG", "TZ", "RW", "ET"),
        website="https://uzimarising.example",
        person="Njeri Mathenge",
        role="Investment principal",
        able=(
            Able(
                text="Growth capital for processing firms, 150 000 to 1.2 million USD",
                kind="service",
                isic=("6430", "6499"),
                cpv=("66100000",),
                lead_time_days=150,
            ),
            Able(text="Advice on accounts and management before investment", kind="expertise", isic=("7020",)),
        ),
        confirmed_days_ago=55,
    ),
    Body(
        name="Athi Plains Plastics",
        country="KE",
        town="Athi River",
        latitude=-1.4563,
        longitude=36.9785,
        lang="en",
        about=(
            "injection moulding 80t to 450t, 9 machines, blow moulding jerricans 1 to 20 litre. we make "
            "crates, caps, basins. also recycled HDPE grinding 40 tonne a month. power cuts are a "
            "problem but we have genset"
        ),
        founded=2003,
        employees=95,
        women=30,
        markets=("KE", "UG"),
        able=(
            Able(
                text="Injection moulding 80-450 t clamping force",
                isic=("2220",),
                cpv=("19500000",),
                hs=("39",),
                materials="PP, HDPE, LDPE",
                dimensions="shot weight to 1.8 kg",
                unit="h",
                installed=4300,
                used=3100,
                batch=(1000, 200000),
                batch_unit="pcs",
                lead_time_days=21,
                stated_days_ago=610,
            ),
            Able(
                text="Blow moulded jerricans 1-20 l",
                kind="product",
                isic=("2220",),
                cpv=("44600000",),
                hs=("39",),
                unit="pcs",
                installed=150000,
                used=118000,
                lead_time_days=15,
                stated_days_ago=610,
            ),
            Able(
                text="Grinding and washing of HDPE scrap",
                isic=("3830",),
                cpv=("90500000",),
                unit="t",
                installed=40,
                used=26,
                stated_days_ago=610,
            ),
        ),
        confirmed_days_ago=610,
    ),
    Body(
        name="Rwenzori Robusta Millers",
        country="UG",
        town="Kasese",
        latitude=0.1833,
        longitude=30.0833,
        lang="en",
        about=(
            "Dry processing of coffee: huller 3 t/h, two gravity tables, one colour sorter (2021), "
            "bagging. Robusta screen 12-18 and natural Arabica from the slopes. We also mill for other "
            "traders at a fee. Buying stations in Bwera, Kyarumba and Kilembe. In season October to "
            "February the mill is full, the rest of year half empty."
        ),
        founded=2009,
        employees=64,
        women=39,
        languages=("en",),
        markets=("DE", "IT", "SD"),
        person="Biira Masereka",
        role="Managing director",
        able=(
            Able(
                text="Hulling, grading and colour sorting of green coffee",
                isic=("0163", "1079"),
                cpv=("15800000",),
                hs=("09",),
                unit="t",
                installed=620,
                used=340,
                batch=(10, 300),
                batch_unit="t",
                lead_time_days=14,
                stated_days_ago=130,
            ),
            Able(
                text="Toll milling for other exporters",
                kind="service",
                isic=("0163",),
                unit="t",
                installed=200,
                used=60,
                lead_time_days=7,
                stated_days_ago=130,
            ),
        ),
        certs=(Cert(standard="HACCP", scope="dry milling of coffee", issued_months_ago=22, expires_in_months=-2),),
        confirmed_days_ago=130,
    ),
    Body(
        name="Kafu Bridge Foundry",
        country="UG",
        town="Jinja",
        latitude=0.4244,
        longitude=33.2041,
        lang="en",
        about=(
            "Grey iron and brass castings from 0.3 to 180 kg: maize mill parts, manhole covers, pump "
            "housings, brake shoes for sugar cane wagons. Cupola 1.5 t/h, two pours per week, green "
            "sand. Small machine shop with 4 lathes and slotting machine. Patterns can be made here from "
            "a sample."
        ),
        founded=1987,
        employees=41,
        languages=("en",),
        markets=("UG", "RW", "SS"),
        person="Waiswa Moses",
        role="Foundry manager",
        able=(
            Able(
                text="Grey iron castings in green sand",
                isic=("2431",),
                cpv=("44400000",),
                hs=("73",),
                materials="GG20, GG25",
                dimensions="0.3-180 kg",
                tolerance="ISO 8062 CT11",
                unit="t",
                installed=24,
                used=14,
                batch=(1, 400),
                batch_unit="pcs",
                lead_time_days=28,
            ),
            Able(
                text="Turning and slotting of castings",
                isic=("2592",),
                dimensions="to Ø 600 mm x 1500 mm",
                tolerance="0.1 mm",
                unit="h",
                installed=520,
                used=300,
            ),
        ),
        confirmed_days_ago=75,
    ),
    Body(
        name="Nile Banks Ginnery and Oil",
        country="UG",
        town="Soroti",
        lang="en",
        about=("Cotton ginning with 28 roller gins, seed crushing for oil and cake. Season November-March. Lint grade BPA. 2 expellers."),
        founded=1974,
        employees=52,
        able=(
            Able(
                text="Ginning of seed cotton",
                isic=("0163", "1311"),
                hs=("52",),
                unit="t",
                installed=380,
                used=150,
                stated_days_ago=830,
            ),
            Able(
                text="Cotton seed oil, crude, and seed cake",
                kind="product",
                isic=("1040",),
                cpv=("15400000",),
                hs=("15", "23"),
                unit="t",
                installed=90,
                used=40,
                stated_days_ago=830,
            ),
        ),
        confirmed_days_ago=830,
    ),
    Body(
        name="Karuma Honey and Beeswax Co-operative Union",
        kind="cso",
        country="UG",
        town="Gulu",
        latitude=2.7746,
        longitude=32.299,
        lang="en",
        about=(
            "Union of 26 bee keeping groups, 1 450 members, in Acholi and Lango. Central filtering room "
            "with honey press, settling tanks 4 x 800 kg, moisture meter. Honey in drums of 290 kg or "
            "jars of 500 g, beeswax blocks 1 kg. Organic certificate held by our buyer not by us."
        ),
        founded=2012,
        employees=12,
        women=5,
        languages=("en",),
        markets=("UG", "KE"),
        person="Acan Grace Lamwaka",
        role="Union secretary",
        able=(
            Able(
                text="Filtered forest honey, bulk drum or jar",
                kind="product",
                isic=("0149", "1079"),
                cpv=("15800000",),
                hs=("04",),
                unit="kg",
                installed=9000,
                used=5200,
                batch=(290, 5800),
                batch_unit="kg",
                lead_time_days=20,
                stated_days_ago=300,
            ),
            Able(
                text="Beeswax, cleaned",
                kind="product",
                isic=("0149",),
                hs=("15",),
                unit="kg",
                installed=700,
                used=450,
                stated_days_ago=300,
            ),
        ),
        confirmed_days_ago=300,
    ),
]

POSTS: list[Post] = [
    Post(
        by="Tsavo Sisal Twine Mills",
        side="offer",
        kind="supply",
        title="Sisal baler twine, 100 tonnes a month available",
        summary=(
            "Baler twine 150-400 m/kg in 9 kg spools, packed on pallets, ex mill near the Mombasa "
            "railway. Free quantity around 100 t monthly, long contracts welcome."
        ),
        detail="Second shift starts six weeks after a firm order. Oil content below 12 %.",
        lang="en",
        isic=("1394",),
        hs=("56",),
        quantity=(100, "t", "month"),
        lead_time_days=30,
        published_days_ago=34,
    ),
    Post(
        by="Rift Apparel Makers EPZ",
        side="offer",
        kind="capacity",
        title="Four free sewing lines for scrubs, work trousers and uniforms",
        summary=(
            "Four lines of 32 machines are free from next month: about 60 000 woven pieces a month, "
            "cutting included. Fabric from the buyer or sourced by us. Social audit valid."
        ),
        detail=("Lines 7 to 10. Price on basis of 14 standard minutes per trouser: we calculate openly. Sample set within 10 days."),
        lang="en",
        isic=("1410",),
        cpv=("18100000",),
        hs=("62",),
        countries=("KE", "GB", "ZA", "DE"),
        quantity=(60000, "pcs", "month"),
        certificates=("WRAP",),
        lead_time_days=45,
        published_days_ago=12,
    ),
    Post(
        by="Homa Bay Women Fish Traders Co-operative",
        side="need",
        kind="technology",
        title="Solar tunnel dryers for small fish",
        summary=(
            "We dry omena on open racks and lose a third in the rainy months. Looking for solar tunnel "
            "or hybrid dryers, about 400 kg wet fish per load, that can be repaired locally, first for "
            "two beaches."
        ),
        detail="County may finance half. We need training of two technicians for each beach.",
        lang="en",
        isic=("2825",),
        cpv=("42200000",),
        hs=("84",),
        quantity=(4, "pcs", ""),
        published_days_ago=50,
    ),
    Post(
        by="Uzima Rising Growth Fund",
        side="offer",
        kind="partnership",
        title="Growth capital for food and textile processors led by women",
        summary=(
            "Loans and equity from 150 000 to 1.2 million USD for firms in East Africa with two years of "
            "accounts. Technical assistance grant for certification possible."
        ),
        detail="Decision takes about five months. No land purchase, no trading firms.",
        lang="en",
        isic=("6430",),
        cpv=("66100000",),
        countries=("KE", "UG", "TZ", "RW", "ET"),
        published_days_ago=62,
    ),
    Post(
        by="Karuma Honey and Beeswax Co-operative Union",
        side="need",
        kind="environment",
        title="Advice on organic certification for 26 bee-keeping groups",
        summary=(
            "Forest honey, 60 t a year. At present the certificate belongs to the buyer. Looking for "
            "help with group certification, internal control and tests for residues."
        ),
        lang="en",
        isic=("7020", "7120"),
        cpv=("71600000",),
        hs=("04",),
        published_days_ago=15,
        state="submitted",
    ),
]

CASES: list[Case] = [
    Case(
        by="Nyando Lakeside Fillets Ltd",
        kind="supply",
        title="Insulated fish crates, 1 200 pieces",
        text=(
            "We need 1,200 stackable plastic fish crates of 40 litres with drain holes, food grade HDPE, "
            "blue, with our logo on two sides, and 150 insulated boxes of 200 to 250 litres with lid. "
            "First delivery of 400 crates in six weeks, the rest within four months at Kisumu. Crates "
            "must stand -25 °C and daily washing with chlorine. Please give price with and without our "
            "own mould cost. Origin inside the East African Community is preferred because of duty, not "
            "obligatory."
        ),
        lang="en",
        isic=("2220",),
        cpv=("19500000", "44600000"),
        hs=("39",),
        quantity=(1200, "pcs", ""),
        least=400,
        batch=(400, "pcs"),
        countries=("KE", "UG", "TZ"),
        lead_time_days=45,
        answer_in_days=12,
        submitted_days_ago=5,
    ),
    Case(
        by="Rwenzori Robusta Millers",
        kind="supply",
        title="Sisal bags for coffee, 60 000 a year",
        text=(
            "Required are 60 000 sisal or jute bags for green coffee, 60 kg, 100 x 70 cm, food grade (no "
            "mineral oil), with two-colour print of our mark. Call-off 5 000 bags monthly from September "
            "to August. Weight of bag 900 to 1000 g. We had trouble with loose weaving from an earlier "
            "supplier, therefore two sample bags are to be sent before the order. Delivered Kasese or "
            "Malaba border."
        ),
        lang="en",
        isic=("1392", "1394"),
        hs=("63",),
        quantity=(5000, "pcs", "month"),
        least=2500,
        batch=(5000, "pcs"),
        lead_time_days=45,
        submitted_days_ago=38,
        state="concluded",
        quote_note=("Bag 100 x 70 cm, 950 g, vegetable oil only. USD 1.04 ex mill Voi, print included. Two samples sent by bus parcel."),
        outcome=(61500.0, "USD"),
    ),
]
