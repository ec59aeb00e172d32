/** How a buyer pays. `worsening` pays later every month; `failing` pays later, then not at all; `starting` has just begun to buy. */
export type Habit = "prompt" | "usual" | "slow" | "worsening" | "failing" | "starting";

export interface SampleBuyer {
  readonly no: string;
  readonly name: string;
  readonly country: string;
  readonly sector: string;
  readonly habit: Habit;
  /** days of credit */
  readonly terms: 30 | 45 | 60;
  /** a usual invoice, in currency units */
  readonly size: number;
}

/** Made-up companies, in the languages their owners write. The habit at the end is what the score has to find out. */
const BOOK: readonly (readonly [name: string, country: string, sector: string, terms: 30 | 45 | 60, size: number, habit: Habit])[] = [
  ["Northwind Tools Ltd", "GB", "Tools", 30, 4200, "prompt"],
  ["苏州恒达精密机械有限公司", "CN", "Machinery", 60, 18500, "usual"],
  ["Alder & Finch Joinery", "GB", "Wood", 30, 2100, "usual"],
  ["Bergmann Metallbau GmbH", "DE", "Metal", 30, 7600, "prompt"],
  ["宁波远航五金制品有限公司", "CN", "Tools", 45, 9800, "usual"],
  ["Cascade Outdoor Supply Inc", "US", "Retail", 45, 6400, "usual"],
  ["Dorval Équipements SARL", "FR", "Machinery", 45, 5200, "slow"],
  ["深圳市蓝图电子有限公司", "CN", "Electronics", 60, 22400, "prompt"],
  ["Elmwood Garden Centres", "GB", "Retail", 30, 1800, "usual"],
  ["Ferrante Utensili SpA", "IT", "Tools", 60, 8300, "slow"],
  ["Granite Peak Hardware LLC", "US", "Retail", 30, 3900, "prompt"],
  ["广州市南粤建材贸易有限公司", "CN", "Building", 60, 14200, "slow"],
  ["Harbour Marine Fittings", "AU", "Marine", 30, 5100, "prompt"],
  ["Isak Byggvaror AB", "SE", "Building", 30, 4700, "prompt"],
  ["杭州新越自动化设备有限公司", "CN", "Machinery", 45, 16800, "usual"],
  ["Juniper Trade Counter Ltd", "GB", "Retail", 30, 2600, "worsening"],
  ["Kestrel Aviation Parts", "US", "Aviation", 30, 11900, "prompt"],
  ["Lindqvist Industri AS", "NO", "Machinery", 30, 8800, "prompt"],
  ["东莞市铭泰塑胶制品厂", "CN", "Plastics", 60, 7100, "usual"],
  ["Meridian Build Partners", "US", "Building", 45, 12600, "failing"],
  ["Nakamura Seiki KK", "JP", "Machinery", 60, 15400, "prompt"],
  ["Oakhurst Farm Supplies", "GB", "Agriculture", 30, 1500, "usual"],
  ["青岛海润船舶配件有限公司", "CN", "Marine", 45, 10300, "usual"],
  ["Palisade Home Stores Inc", "US", "Retail", 60, 19700, "usual"],
  ["Quintela Ferragens Lda", "PT", "Tools", 60, 3300, "slow"],
  ["Redcliffe Engineering", "GB", "Machinery", 30, 6900, "prompt"],
  ["武汉长江阀门有限公司", "CN", "Metal", 60, 12100, "usual"],
  ["Sablé Mobilier SAS", "FR", "Wood", 45, 4400, "usual"],
  ["Tamarack Timber Co", "CA", "Wood", 30, 5800, "prompt"],
  ["天津市博远钢构工程有限公司", "CN", "Building", 60, 21300, "worsening"],
  ["Umbra Lighting Srl", "IT", "Electronics", 60, 4900, "slow"],
  ["Vantage Fleet Services", "US", "Transport", 30, 7300, "prompt"],
  ["成都锦程汽车零部件有限公司", "CN", "Transport", 45, 13700, "usual"],
  ["Westmark Distribution BV", "NL", "Wholesale", 30, 16200, "prompt"],
  ["厦门鹭岛进出口有限公司", "CN", "Wholesale", 45, 9400, "usual"],
  ["Yarrow & Sons Builders", "GB", "Building", 30, 3700, "slow"],
  ["Zephyr Ventilation Oy", "FI", "Machinery", 30, 6200, "prompt"],
  ["Arcadia Hotel Supplies", "AE", "Hospitality", 45, 5600, "slow"],
  ["无锡市太湖泵业有限公司", "CN", "Machinery", 45, 11200, "prompt"],
  ["Blackwood Rail Components", "GB", "Transport", 60, 17800, "prompt"],
  ["Calder Valley Fasteners", "GB", "Metal", 30, 2900, "prompt"],
  ["佛山市顺德家具有限公司", "CN", "Wood", 60, 8600, "usual"],
  ["Dunmore Electrical Wholesale", "IE", "Electronics", 30, 6700, "usual"],
  ["Estrella Cerámica SA", "ES", "Building", 60, 7900, "slow"],
  ["Fairhaven Boatyard", "US", "Marine", 30, 3100, "usual"],
  ["郑州中原农机有限公司", "CN", "Agriculture", 60, 9900, "slow"],
  ["Glenrock Mining Supply", "AU", "Mining", 45, 14900, "usual"],
  ["Hanover Lab Instruments", "DE", "Instruments", 30, 8100, "prompt"],
  ["大连金石铸造有限公司", "CN", "Metal", 45, 10800, "usual"],
  ["Ironbridge Gates Ltd", "GB", "Metal", 30, 2400, "usual"],
  ["Jordaan Agri Pty Ltd", "ZA", "Agriculture", 60, 5300, "slow"],
  ["Kowalski Narzędzia Sp. z o.o.", "PL", "Tools", 45, 4600, "usual"],
  ["长沙星沙工程机械有限公司", "CN", "Machinery", 60, 20600, "prompt"],
  ["Larkfield Schools Trust", "GB", "Public", 30, 1900, "prompt"],
  ["Monteverde Café Roasters", "US", "Hospitality", 30, 1600, "usual"],
  ["西安华山仪器仪表有限公司", "CN", "Instruments", 45, 7700, "usual"],
  ["Orchard Street Fit-out", "GB", "Building", 30, 3400, "starting"],
  ["Pacific Crest Solar LLC", "US", "Energy", 45, 9100, "starting"],
  ["合肥庐阳新能源科技有限公司", "CN", "Energy", 60, 13200, "starting"],
  ["Rosmarin Bäckerei KG", "DE", "Hospitality", 30, 1400, "starting"],
];

export const SAMPLE_BUYERS: readonly SampleBuyer[] = BOOK.map(([name, country, sector, terms, size, habit], at) => ({
  no: `C-${1001 + at}`,
  name,
  country,
  sector,
  terms,
  size,
  habit,
}));
