"""For whom the demonstration's civil-society organisations are there, and what its investors look for."""

# name: (type, kinds, fields of cooperation, reach, members)
SOCIETIES: dict[str, tuple[str, tuple[str, ...], tuple[str, ...], str, int | None]] = {
    "Agaseke Weavers Co-operative Nyanza": ("members", ("cooperative", "women"), ("women", "small"), "national", 212),
    "Asociación de Tejedoras Warmi Awaqkuna": ("members", ("women",), ("women", "quality"), "national", None),
    "Associação Terra Verde de Assomada": ("members", ("environment",), ("agro", "environment"), "national", None),
    "Attiéké Manioc de Dabou": ("members", ("cooperative", "women"), ("agro", "women"), "national", 85),
    "Cacaoteros Unidos de la Vega Arauquita": ("members", ("industry",), ("agro", "quality"), "national", 212),
    "Cooperativa Castanha de Nampula": ("members", ("cooperative",), ("agro", "small"), "national", 480),
    "Corporación Manos Verdes del Quindío": ("members", ("environment",), ("environment", "small"), "national", 148),
    "Fundación Telar Vivo": ("others", ("foundation", "women"), ("women", "quality", "clusters"), "national", 27),
    "Gandaki Allo Spinners Group": ("members", ("women",), ("women", "small"), "national", 260),
    "HTX Thổ cẩm Bản Nà Thung": ("members", ("cooperative",), ("women", "small"), "national", 45),
    "Homa Bay Women Fish Traders Co-operative": ("members", ("cooperative", "women"), ("agro", "women"), "national", 310),
    "Hợp tác xã Tre Xanh": ("members", ("cooperative",), ("women", "environment"), "national", 168),
    "Karuma Honey and Beeswax Co-operative Union": ("members", ("cooperative",), ("agro", "quality"), "national", 1450),
    "Kutch Bandhani Artisans Collective": ("members", ("professional",), ("women", "small"), "national", None),
    "Lanka North Women's Palmyra Society": ("members", ("women",), ("agro", "women"), "national", 420),
    "Liên hiệp Tổ hợp tác Phụ nữ Sông Lèn": ("members", ("women", "development"), ("women", "small"), "national", 14),
    "Nyebu Shea Women’s Union": ("members", ("women",), ("agro", "women"), "national", 1140),
    "Oignons et Épices Galmi": ("members", ("cooperative",), ("agro",), "national", 9),
    "Pwani Umoja wa Wanawake Wasusi": ("members", ("women",), ("women", "small"), "national", 11),
    "Red de Artesanas Tejedoras del Mezquital": ("members", ("women",), ("women", "quality"), "national", 9),
    "Red de Productores de Camélidos del Sajama": ("members", ("industry",), ("agro", "quality"), "national", 14),
    "Rede de Rendeiras do Cariri Ocidental": ("members", ("women",), ("women", "clusters"), "national", 320),
    "Saïs Dyers’ Group": ("members", ("industry", "environment"), ("clusters", "environment"), "national", 17),
    "Siem Reap Silk Weavers Association": ("members", ("professional",), ("women", "quality"), "national", 11),
    "Stichting Fair Stitch Network": ("others", ("development", "foundation"), ("small", "quality", "investment"), "international", 38),
    "Tissage Koudougou Faso Dan Fani": ("members", ("women", "professional"), ("women", "small"), "national", 64),
    "Union Wend-Panga": ("members", ("women", "cooperative"), ("agro", "women", "quality"), "national", 40),
    "Union des Ateliers de Raphia d'Itasy": ("members", ("professional", "women"), ("women", "small"), "national", 19),
    "Union des transformatrices Ndeye Joal": ("members", ("women",), ("agro", "women"), "national", 16),
    "Union des transformatrices de la Lékié": ("members", ("women",), ("agro", "women"), "national", 13),
    "União das Mulheres Salineiras de Quinhamel": ("members", ("women", "environment"), ("energy", "women"), "national", 240),
    "تعاونية تافوكت أركان": ("members", ("cooperative", "women"), ("agro", "women"), "national", 48),
    "جمعية حرفيات القصرين": ("members", ("women", "professional"), ("women", "small"), "national", 130),
    "جمعية سيدات أخميم للنسيج": ("members", ("women",), ("women", "quality"), "national", 70),
}

# name: (what they look for, language, kinds of cooperation, countries of interest, from, to, currency)
INTERESTS: dict[str, tuple[str, str, tuple[str, ...], tuple[str, ...], int | None, int | None, str]] = {
    "Amstelkade Climate Equity": (
        "Makers of equipment that saves water or heat, past their first customers", "en", ("equity",), ("MA", "TN", "KE", "VN"),
        500_000, 4_000_000, "EUR",
    ),
    "Meetjesland Impact Partners": (
        "Textile, food and recycling plants that pay their people decently", "en", ("equity", "loan"), ("BF", "CM", "SN", "PE"),
        300_000, 3_000_000, "EUR",
    ),
    "Uzima Rising Growth Fund": (
        "Food processors in East Africa with a signed buyer", "en", ("equity", "loan"), ("KE", "UG", "TZ", "RW"), 150_000, 1_200_000, "USD",
    ),
    "Wouri Croissance Capital": (
        "Industries de transformation qui veulent doubler une ligne", "fr", ("equity", "loan"), ("CM", "GA"), 40_000_000,
        600_000_000, "XAF",
    ),
    "Fonds Amorçage Saïs-Gharb": (
        "Ateliers du cuir, du textile et de l'agroalimentaire qui investissent dans l'eau et l'énergie", "fr", ("equity", "loan"), ("MA",),
        1_500_000, 12_000_000, "MAD",
    ),
    "Fondo Río Ancho de Impacto": (
        "Pymes industriales con contratos de exportación", "es", ("loan", "equity"), ("UY", "AR", "PY", "BR"), 150_000, 2_000_000, "USD",
    ),
}  # fmt: skip
