import { makeStyles, mergeClasses, tokens, Tooltip } from "@fluentui/react-components";

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    minHeight: "26px",
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  sentence: { flexGrow: 1, minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  error: { color: tokens.colorPaletteRedForeground1 },
  state: { whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" },
});

export interface StatusLineProps {
  /** why the selected cell shows an error, in one sentence; empty when it does not */
  readonly sentence: string;
  /** address of that cell */
  readonly address: string;
  readonly state: string;
  readonly unknownMembers: readonly string[];
  readonly unknownText: string;
}

export function StatusLine({ sentence, address, state, unknownMembers, unknownText }: StatusLineProps): React.JSX.Element {
  const styles = useStyles();
  return (
    <div className={styles.line} role="status">
      <span className={styles.state}>{state}</span>
      <span className={mergeClasses(styles.sentence, sentence !== "" && styles.error)} title={sentence} data-testid="cell-message">
        {sentence === "" ? "" : `${address}: ${sentence}`}
      </span>
      {unknownMembers.length > 0 && (
        <Tooltip content={unknownMembers.join(", ")} relationship="description">
          <span className={styles.state} tabIndex={0}>
            {unknownText}
          </span>
        </Tooltip>
      )}
    </div>
  );
}
