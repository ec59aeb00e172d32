import { countryClassOf, foldedCountry, type CountryClass, type CountryClasses } from "../ledger/countryClasses";
import type { Cell } from "../values/cell";

/** ISO 3166-1, the two letters of a country and then its three; Kosovo by the letters that are in use for it. */
const CODES =
  "ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN " +
  "BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI " +
  "CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA " +
  "GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN " +
  "IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ " +
  "LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ " +
  "MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF " +
  "PGPNG PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN " +
  "SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR " +
  "TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM XKXKX YEYEM YTMYT ZAZAF ZMZMB ZWZWE";

const LOCALES = ["en", "zh-Hans"], STYLES = ["long", "short"] as const;

let known: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * The class of a country in the list, by what the sheet says, else by what else the same country is called: `DE`, `DEU`, `Germany`
 * and `德国` are one. Undefined where the list has none of them.
 */
export function classInList(list: CountryClasses, country: Cell): CountryClass | undefined {
  const said = countryClassOf(list, country);
  if (said !== undefined) return said;
  known ??= calledAlike();
  for (const name of known.get(foldedCountry(country)) ?? []) {
    const found = countryClassOf(list, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** By each name and code of a country, folded, all of them; none by a name that two countries share. */
function calledAlike(): ReadonlyMap<string, readonly string[]> {
  const names = LOCALES.flatMap((locale) => STYLES.map((style) => new Intl.DisplayNames(locale, { type: "region", style, fallback: "none" })));
  const found = new Map<string, readonly string[]>();
  for (const pair of CODES.split(" ")) {
    const two = pair.slice(0, 2);
    const called = new Set([two, pair.slice(2), ...names.map((one) => one.of(two) ?? "")].map(foldedCountry).filter((name) => name !== ""));
    const all = [...called];
    for (const name of all) found.set(name, found.has(name) ? [] : all);
  }
  return found;
}
