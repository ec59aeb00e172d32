import { makeStyles, mergeClasses, ProgressBar, tokens, typographyStyles } from "@fluentui/react-components";
import { CheckmarkCircle16Regular } from "@fluentui/react-icons";
import { limitReasons, type LimitReason } from "../../credit/limitReasons";
import type { CreditLimit, LimitMethod } from "../../credit/score";
import { say } from "../../values/say";
import type { BuyerFigures, JudgedBook } from "../buyerFigures";
import { Section } from "../parts/Section";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";

const useStyles = makeStyles({
  amount: { ...typographyStyles.subtitle1, fontVariantNumeric: "tabular-nums", margin: 0 },
  decides: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXXS, color: tokens.colorPaletteGreenForeground1, whiteSpace: "nowrap" },
  muted: { color: tokens.colorNeutralForeground3 },
});

/** How far to go with a buyer: the limit, how much of it is used, and every method with what it rests on. */
export function LimitSection({ book, figures }: { readonly book: JudgedBook; readonly figures: BuyerFigures }) {
  const { session, words, format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const { limit } = figures;
  const { ledger, policy } = book.opened.reading;
  const lines = limitReasons(ledger, book.day, policy, limit.buyer).filter(({ used }) => used === undefined);
  return (
    <Section title={words.buyer.limit}>
      {limit.amount.known ? <p className={styles.amount}>{format.money(limit.amount.value)}</p> : <p className={surface.text}>{say(limit.amount.reason, session.language)}</p>}
      <Used limit={limit} />
      <p className={surface.text}>{say(limit.decision, session.language)}</p>
      {limit.grade !== undefined && limit.grade !== "E" && limit.factor !== 1 && limit.decision.code !== "limit.by.capacity" && <p className={surface.note}>{words.buyer.factor(limit.grade, String(limit.factor))}</p>}
      {limit.starter && limit.decision.code !== "limit.by.starter" && <p className={surface.note}>{words.buyer.starter}</p>}
      <table className={surface.table}>
        <thead>
          <tr>
            <th scope="col">{words.buyer.method}</th>
            <th scope="col" className={surface.right}>{words.portfolio.amount}</th>
          </tr>
        </thead>
        <tbody>{limit.methods.map((method) => <Method key={method.id} method={method} />)}</tbody>
        <tbody>{lines.map((line) => <Line key={line.name.code} line={line} />)}</tbody>
      </table>
    </Section>
  );
}

function Used({ limit }: { readonly limit: CreditLimit }) {
  const { words, format } = usePane();
  const surface = useSurface();
  const over = limit.amount.known && limit.over ? words.buyer.limitOver(format.money(limit.exposure - limit.amount.value)) : undefined;
  if (!limit.used.known) return over === undefined ? null : <p className={surface.text}>{over}</p>;
  const used = format.share(limit.used.value);
  const share = words.buyer.limitUsed(used);
  return (
    <div className={surface.tight}>
      <ProgressBar aria-label={share} thickness="large" value={Math.min(1, Math.max(0, limit.used.value))} color={limit.over ? "error" : "brand"} />
      <span className={surface.note}>{over === undefined ? share : `${share} · ${over}`}</span>
    </div>
  );
}

/** The decision, its insured part, exposure and group, who approves and by when it is reviewed. */
function Line({ line: { name, amount, basis } }: { readonly line: LimitReason }) {
  const { session, format } = usePane();
  const surface = useSurface();
  const minor = typeof amount === "number" ? amount : amount?.known === true ? amount.value : undefined;
  return (
    <tr>
      <td>
        {say(name, session.language)}
        <span className={surface.note} style={{ display: "block" }}>{say(basis, session.language)}</span>
      </td>
      <td className={surface.right}>{minor === undefined ? "" : format.money(minor)}</td>
    </tr>
  );
}

function Method({ method }: { readonly method: LimitMethod }) {
  const { session, words, format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  return (
    <tr>
      <td>
        <span className={mergeClasses(surface.row, method.used && surface.strong)}>
          {say(method.name, session.language)}
          {method.used && (
            <span className={styles.decides}>
              <CheckmarkCircle16Regular aria-hidden /> {words.buyer.used}
            </span>
          )}
        </span>
        <span className={surface.note} style={{ display: "block" }}>{say(method.amount.known ? method.basis : method.amount.reason, session.language)}</span>
      </td>
      <td className={mergeClasses(surface.right, method.used && surface.strong, !method.amount.known && styles.muted)}>{method.amount.known ? format.money(method.amount.value) : "\u2013"}</td>
    </tr>
  );
}
