import { agingRow, type Aging } from "../../receivables/aging";
import { Section } from "../parts/Section";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { bucketName, bucketsOf } from "./buckets";

/** What a buyer has open by age, in figures. */
export function AgingSection({ aging, buyer }: { readonly aging: Aging; readonly buyer: number }) {
  const { words, format } = usePane();
  const surface = useSurface();
  const row = agingRow(aging, buyer);
  const total = row[row.length - 1]!;
  const buckets = bucketsOf(aging.headings, row);
  return (
    <Section title={words.portfolio.aging}>
      <table className={surface.table}>
        <thead>
          <tr>
            <th scope="col">{words.portfolio.bucket}</th>
            <th scope="col" className={surface.right}>{words.portfolio.amount}</th>
            <th scope="col" className={surface.right}>{words.portfolio.share}</th>
          </tr>
        </thead>
        <tbody>
          {buckets.map(({ heading, minor }) => (
            <tr key={heading}>
              <th scope="row">{bucketName(heading, words)}</th>
              <td className={surface.right}>{format.money(minor)}</td>
              <td className={surface.right}>{total > 0 ? format.share(minor / total) : ""}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.common.total}</th>
            <td className={surface.right}>{format.money(total)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </Section>
  );
}
