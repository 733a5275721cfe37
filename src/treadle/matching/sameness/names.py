"""A name taken apart: one script, no accents, no legal form, no little words."""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from treadle.matching.text import fold

# What a register adds to a name, in the spellings that remain when dots are gone.
LEGAL = frozenset(
    """
    ab ad aps asa as ag bv bvba ca cc cia co company compagnie companhia compania corp corporation coop cooperative cv doo dd eirl eireli
    enr eood eurl ei epe fzc fzco fze fzllc gbr gie gmbh gp handelsbolag hb inc incorporated jsc jsco kda kft kg kgaa kk kom ks ky lda
    limited limitada limitee llc llp lp ltd ltda mbh nv od oe ohg ojsc oao ooo ood oy oyj pao pc pjsc plc pllc pt pte pty pvt private
    public rl sa sab sae saa sac sal sapa sarl sarlau sas sasu sc scarl scop scrl sccl sdn bhd se sici sk sl slu slne snc soc societe
    sociedad sociedade societa spa spj spk sprl spzoo sro srl ss stk suarl sti tbk tic tnhh ug ulc vof vzw yk zao zrt ao as anonim
    sirketi limitet perseroan terbatas hf ehf ou uab sia as asbl ong
    """.split()
)
# Legal forms that are written without spaces, and those of other scripts.
JOINED = re.compile(
    "|".join(
        "股份有限公司 有限责任公司 有限責任公司 集团有限公司 集團有限公司 有限公司 股份公司 公司 株式会社 有限会社 合同会社 一般社団法人 "
        "公益社団法人 一般財団法人 公益財団法人 独立行政法人 国立研究開発法人 国立大学法人 学校法人 医療法人 社会福祉法人 "
        "特定非営利活動法人 주식회사 유한회사 재단법인 사단법인 ㈜ ㈱".split()
    )
)
LITTLE = frozenset(
    """
    a al an and at by da das de del della delle der des di do dos du e ed el en et for fur for i il in ja la las le les lo los na of og
    on o oder pour per para por the to u und v van von vom y z za zur zum w dla til till af av och ve ile l d
    """.split()
)
ABBREVIATION = re.compile(r"(?<!\w)(?:\w\.){2,}\w?(?!\w)")
_APART = re.compile(r"[^0-9a-z]+")
_LATIN = re.compile(r"[\x00-\x7f]*")


@lru_cache(maxsize=20_000)
def plain_name(name: str) -> str:
    """In one script and case, without accents, brackets or points of abbreviations: ``S.A.R.L. Müller (2)`` → ``sarl muller 2``."""
    text = unicodedata.normalize("NFKC", name)
    text = JOINED.sub(" ", text)
    text = ABBREVIATION.sub(lambda found: found[0].replace(".", ""), text)
    text = fold(text).replace("'", " ").replace("’", " ")
    if not _LATIN.fullmatch(text):
        text = anyascii(text).lower()
    return _APART.sub(" ", text).strip()


def core(name: str) -> tuple[str, ...]:
    """The words of a name that are its own, in their order: no legal form, no little words. All words where nothing else is left."""
    words = plain_name(name).split()
    own = tuple(word for word in words if word not in LEGAL and word not in LITTLE)
    return own or tuple(words)
