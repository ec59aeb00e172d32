import { isoDay, type Day } from "../values/day";
import type { Cell } from "../values/cell";
import type { Language } from "../values/say";
import type { Policy } from "./policy";

export type Said = Readonly<Record<Language, string>>;

/** A key of the policy as its sheet says it. */
export interface PolicyKey {
  readonly key: string;
  /** as the reader takes it; "" where neither the user nor a default says anything */
  readonly value: Cell;
  /** a unit, or the words that may stand there */
  readonly unit: Said | string;
  readonly does: Said;
  readonly source: Said;
}

export interface PolicyPart {
  readonly title: Said;
  readonly keys: readonly PolicyKey[];
}

const DAYS: Said = { en: "days", zh: "天" };
const FRACTION: Said = { en: "fraction, 0.25 is 25 %", zh: "小数，0.25 即 25 %" };
const FACTOR: Said = { en: "factor", zh: "倍数" };
const MONTHS: Said = { en: "months", zh: "月" };
const EDGE: Said = { en: "log-odds against the book", zh: "相对全账的对数胜算" };
const CODE: Said = { en: "ISO code", zh: "ISO 代码" };
const HEADING: Said = { en: "a heading of the sheet; - for none", zh: "工作表的标题；- 表示没有" };

const YOURS: Said = { en: "yours to give", zh: "由您给出" };
const MODEL: Said = { en: "model default of Open Account", zh: "Open Account 的默认值" };
const PRACTICE: Said = { en: "usual practice of trade credit", zh: "贸易信用的通行做法" };
const MEASURED: Said = { en: "model default, measured on real ledgers", zh: "默认值，经真实台账检验" };
const SHEET: Said = { en: "found in the sheet, unless said here", zh: "由工作表识别，除非在此给出" };

const GRADES = ["A", "B", "C", "D", "E"] as const;

function key(name: string, value: Cell | boolean, unit: PolicyKey["unit"], en: string, zh: string, source: Said): PolicyKey {
  return { key: name, value: typeof value === "boolean" ? (value ? "yes" : "no") : value ?? "", unit, does: { en, zh }, source };
}

/** A key a grade: `name.A`... */
function byGrade(name: string, values: readonly (number | undefined)[], unit: PolicyKey["unit"], en: (grade: string) => string, zh: (grade: string) => string, source: Said): PolicyKey[] {
  return values.map((value, at) => key(`${name}.${GRADES[at]!}`, value, unit, en(GRADES[at]!), zh(GRADES[at]!), source));
}

/** Keys of the user's own names; where there are none, one as an example that says nothing. */
function named(example: string, entries: Iterable<readonly [string, Cell]>, unit: PolicyKey["unit"], en: string, zh: string, source: Said): PolicyKey[] {
  const own = [...entries].map(([name, value]) => key(name, value, unit, en, zh, source));
  return own.length > 0 ? own : [key(example, "", unit, en, zh, source)];
}

/** Every key of a policy in the order of its sheet, part by part, with what is in force. A test holds it to the keys that the reader takes. */
export function policyParts(policy: Policy): readonly PolicyPart[] {
  return [
    { title: { en: "Currency and rates", zh: "币种与汇率" }, keys: currencyKeys(policy) },
    { title: { en: "How the sheet is read", zh: "如何读取工作表" }, keys: readingKeys(policy) },
    { title: { en: "Days and ageing", zh: "日期与账龄" }, keys: dayKeys(policy) },
    { title: { en: "What counts as receivable", zh: "哪些计入应收" }, keys: countingKeys(policy) },
    { title: { en: "Score and grade", zh: "得分与等级" }, keys: scoreKeys(policy) },
    { title: { en: "Credit limit and review", zh: "额度与复审" }, keys: limitKeys(policy) },
    { title: { en: "Loss, provision and credit terms", zh: "损失、准备与账期" }, keys: lossKeys(policy) },
  ];
}

function currencyKeys({ currency, rates, datedRates }: Policy): PolicyKey[] {
  const plain = [...rates].map(([code, rate]) => [`rate.${code}`, rate] as const);
  const dated = [...datedRates].flatMap(([code, list]) => list.map(({ day, rate }) => [`rate.${code}.${isoDay(day)}`, rate] as const));
  return [
    key("currency", currency, CODE, "The currency of all figures. Other currencies are left out, or brought into it by a rate.", "各项数字的币种。其他币种不计入，或按汇率折算。", SHEET),
    ...named("rate.USD", [...plain, ...dated], { en: "units of currency for one", zh: "一单位折合本币" }, "Brings that currency in; rate.USD.2026-06-30 from that day on.", "折算该币种；rate.USD.2026-06-30 表示自该日起。", YOURS),
  ];
}

function readingKeys(policy: Policy): PolicyKey[] {
  const mark = policy.decimalMark === undefined ? undefined : policy.decimalMark === "." ? "point" : "comma";
  return [
    key("dateOrder", policy.dateOrder, "ymd, dmy, mdy", "How dates written as text are read.", "文本日期的读法。", SHEET),
    key("century", policy.century, { en: "first year", zh: "起始年份" }, "First of the hundred years that two digits may mean. Left empty: 1990.", "两位数年份所指一百年的第一年。留空：1990。", MODEL),
    key("dateSystem", policy.dateSystem, "1900, 1904", "How the workbook counts days.", "工作簿的日期系统。", { en: "the workbook", zh: "工作簿" }),
    key("decimalMark", mark, "point, comma", "The decimal mark of amounts written as text.", "文本金额的小数符号。", SHEET),
    key("blocks", policy.blocks, "overlap, cut", "Joined blocks overlap (a document in two counts once), or were cut from one table.", "合并的各块相互重叠（同一单据只计一次），或由同一张表切开。", MODEL),
    key("language", policy.language, "en, zh", "The language of sentences in cells. Headings of answers stay English.", "单元格中句子的语言。答案的标题始终为英文。", { en: "your choice", zh: "由您选择" }),
    ...named("field.amount", [...policy.fields].map(([name, heading]) => [`field.${name}`, heading] as const), HEADING, "Which column is taken for this field.", "该字段取哪一列。", SHEET),
  ];
}

function dayKeys(policy: Policy): PolicyKey[] {
  return [
    key("backdate", policy.backdate, "refuse, asListed", "A day before the last document of an open-items list, which lacks what was paid: refused, or answered.", "未结清单（缺少已付款项）最后单据之前的日期：拒绝，或照清单作答。", MODEL),
    key("buckets", policy.buckets.join(", "), DAYS, "Upper ends of the ageing buckets.", "账龄各档的上限。", PRACTICE),
    key("businessDays", policy.businessDays, "off, roll", "A due date on a day off stays, or moves to the next working day.", "到期日遇休息日：不变，或顺延至下一工作日。", MODEL),
    key("holidays", policy.holidays.map((day) => isoDay(day as Day)).join(", "), { en: "dates such as 2026-12-25, with commas", zh: "日期，如 2026-12-25，以逗号分隔" }, "Days off besides weekends.", "周末以外的休息日。", YOURS),
    ...named("terms.CODE", [...policy.terms].map(([code, terms]) => [`terms.${code}`, terms] as const), { en: "days, or words such as EOM+30", zh: "天数，或 EOM+30 等写法" }, "What your terms code means, where the sheet has no due date.", "工作表没有到期日时，付款条件代码的含义。", YOURS),
  ];
}

function countingKeys(policy: Policy): PolicyKey[] {
  return [
    key("credits", policy.credits, "separate, fifo, current, ownDate", "Credits that settle nothing: apart, off the oldest, off what is not due, or by their date.", "未核销的贷项：单列、先冲最早、冲未到期，或按自身日期。", MODEL),
    key("disputes", policy.disputes, "memo, exclude", "Disputed documents count, or stand apart.", "争议单据计入，或单列。", MODEL),
    key("retention", policy.retention, "exclude, include", "Retention money is left out of DSO, or is in it.", "质保金不计入 DSO，或计入。", MODEL),
    key("bankBills", policy.bankBills, "out, in", "Bills that a bank has accepted are the bank's debt and out, or in.", "银行承兑汇票由银行承付而不计入，或计入。", MODEL),
    key("rollUp", policy.rollUp, "off, parent", "Buyers stand for themselves, or count as their parent.", "客户各自独立，或并入母公司。", MODEL),
  ];
}

function scoreKeys(policy: Policy): PolicyKey[] {
  return [
    key("lateAfter", policy.lateAfter, DAYS, "An invoice is late when paid more days past due than this and grace together.", "逾期超过此天数与宽限之和才算迟付。", { en: "0: late is late", zh: "0：逾期即迟付" }),
    key("grace", policy.grace, DAYS, "Days of grace on top, such as for bank transfers.", "另加的宽限天数，例如银行在途。", YOURS),
    key("bookLateRate", policy.bookLateRate, FRACTION, "Share of late invoices to start from while the book has no outcome.", "全账尚无结果时所用的迟付比例。", MODEL),
    key("scoreDisputed", policy.scoreDisputed, "yes, no", "Disputed invoices count in the score.", "争议发票计入得分。", MODEL),
    ...byGrade("grade", policy.gradeEdges, EDGE, (grade) => `Up to here a buyer is ${grade}.`, (grade) => `在此以下为 ${grade} 级。`, MEASURED),
  ];
}

function limitKeys(policy: Policy): PolicyKey[] {
  const { limit } = policy;
  return [
    key("limit.combine", limit.combine, "min, median, average", "How net worth, working capital, trade references and payment history are combined.", "净资产、营运资金、同业授信与付款历史如何合并。", { en: "model default: the cautious one", zh: "默认值：最谨慎者" }),
    key("limit.safety", limit.safety, FACTOR, "On what the buyer needs: sales a day x days of credit.", "用于客户的需求：日均销售 × 信用天数。", MODEL),
    key("limit.ownShare", limit.ownShare, FRACTION, "Most that one buyer may be of your yearly sales.", "单一客户占您年销售额的上限。", PRACTICE),
    key("limit.netWorth", limit.netWorth, FRACTION, "Share of the buyer's net worth.", "占客户净资产的比例。", PRACTICE),
    key("limit.workingCapital", limit.workingCapital, FRACTION, "Share of the buyer's working capital.", "占客户营运资金的比例。", PRACTICE),
    key("limit.history", limit.history, FACTOR, "On the highest balance that was paid in order.", "用于按时付清的最高余额。", MODEL),
    key("limit.orders", limit.orders, "yes, no", "Open orders of the buyers range count as exposure.", "客户区域中的在手订单计入敞口。", PRACTICE),
    key("limit.country", limit.country, "off, steps", "Country classes are a line only, or two of them cost the factor of a grade.", "国家风险等级仅作提示，或每两级下调一级系数。", { en: "off: OECD classes are made for premiums", zh: "off：OECD 等级仅为保费而定" }),
    key("limit.temporary", limit.temporary, FRACTION, "Most that a limit may be raised for a time.", "临时提额占额度的上限。", MODEL),
    key("limit.temporaryDays", limit.temporaryDays, DAYS, "For how long at most.", "临时提额的最长天数。", MODEL),
    ...byGrade("limitFactor", policy.limitFactor, FACTOR, (grade) => `What grade ${grade} makes of the capacity.`, (grade) => `${grade} 级对承载额的调整。`, MODEL),
    ...overrideKeys(policy),
    ...policy.approval.flatMap(({ who, most, worst }) => [
      key(`approve.${who}`, most, { en: "money", zh: "金额" }, `The largest limit that the ${who} grants alone.`, `${APPROVERS[who]}可独立审批的最高额度。`, MODEL),
      key(`approveGrade.${who}`, worst, "A, B, C, D, E", `The worst grade that the ${who} grants to.`, `${APPROVERS[who]}可审批的最低等级。`, MODEL),
    ]),
    ...byGrade("review", policy.review, MONTHS, (grade) => `Grade ${grade} is looked at again after so long.`, (grade) => `${grade} 级的复审间隔。`, MODEL),
  ];
}

const APPROVERS = { analyst: "信用分析员", manager: "信用经理", director: "财务总监" } as const;

/** What holds a limit down whatever the buyer's payments say. */
function overrideKeys({ override, altman }: Policy): PolicyKey[] {
  const held = "C, D, E, note, off";
  return [
    key("override.insolvent", override.insolvent, held, "An insolvent buyer's limit goes by this grade at best (E: none); note: said only.", "破产客户的额度最高按此等级（E 为零）；note：仅提示。", MODEL),
    key("override.legalFlag", override.legalFlag, held, "The same for a buyer with a legal flag.", "有法律标记的客户同此。", MODEL),
    key("override.overdue", override.overdue, held, "The same for a buyer that is long overdue.", "长期逾期的客户同此。", MODEL),
    key("override.overdueDays", override.overdueDays, DAYS, "Days past due above which a buyer is long overdue.", "逾期超过此天数即为长期逾期。", { en: "Basel's days past due of a default", zh: "巴塞尔违约定义的逾期天数" }),
    key("altman", altman, "Z, Z', Z'', Z''EM", "Altman's model for the buyers' statements: listed or private manufacturers, all others, emerging markets.", "用于客户报表的 Altman 模型：上市制造业、非上市制造业、其他、新兴市场。", { en: "Altman 1968, 1983, 1995", zh: "Altman 文献 1968、1983、1995" }),
  ];
}

function lossKeys(policy: Policy): PolicyKey[] {
  return [
    ...byGrade("pd", policy.pd, FRACTION, (grade) => `Your own yearly default probability of grade ${grade}. Late is not lost: no default is made up.`, (grade) => `${grade} 级的年违约概率，由您给出。迟付不等于损失，不设默认。`, YOURS),
    key("lgd", policy.lgd, FRACTION, "What is lost of a balance in default.", "违约时损失的比例。", { en: "Basel II, foundation approach", zh: "巴塞尔 II 初级法" }),
    ...named("scenario.NAME", policy.scenarios.map(({ name, weight, factor }) => [`scenario.${name}`, `${weight} x ${factor}`] as const), { en: "weight x factor, such as 0.3 x 1.2", zh: "权重 x 系数，如 0.3 x 1.2" }, "What may come, of provisions: its weight (all add up to 1) and its factor on the rates.", "准备的前瞻情景：权重（合计为 1）与对比率的系数。", YOURS),
    key("standard", policy.standard, "ifrs9, cas22, asc326", "In whose words a provision says what it rests on.", "准备依据的表述所用准则。", YOURS),
    key("provision.insured", policy.insured, "apart, net", "Insured money bears the rates and is an asset apart, or bears none.", "已投保部分照提准备并另列资产，或不计提。", { en: "IFRS 9 B5.5.55", zh: "IFRS 9 B5.5.55 条" }),
    key("margin", policy.margin, FRACTION, "Your margin on a sale, for the longest terms it carries.", "销售毛利率，用于可承担的最长账期。", YOURS),
    key("costOfMoney", policy.costOfMoney, { en: "fraction a year", zh: "每年，小数" }, "What money costs you.", "您的资金成本。", YOURS),
  ];
}
