import { Button, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import type { RibbonGroup } from "./manifest";

const useStyles = makeStyles({
  bar: { display: "flex", alignItems: "stretch", minWidth: 0, overflowX: "auto" },
  group: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingLeft: tokens.spacingHorizontalS,
    marginLeft: tokens.spacingHorizontalS,
  },
  buttons: { display: "flex", gap: tokens.spacingHorizontalXXS },
  button: { flexDirection: "column", minWidth: "72px", maxWidth: "120px", padding: "3px 8px", gap: "2px", fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase100, whiteSpace: "nowrap" },
  icon: { width: "24px", height: "24px" },
  label: { fontSize: tokens.fontSizeBase100, color: tokens.colorNeutralForeground3, lineHeight: tokens.lineHeightBase100, paddingTop: "1px" },
});

export interface RibbonProps {
  readonly groups: readonly RibbonGroup[];
  readonly disabled: ReadonlySet<string>;
  readonly press: (id: string, functionName: string | undefined) => void;
}

/** The add-in's own buttons, as its manifest describes them. */
export function Ribbon({ groups, disabled, press }: RibbonProps): React.JSX.Element {
  const styles = useStyles();
  return (
    <div className={styles.bar} role="toolbar" aria-label={groups.map(({ label }) => label).join(", ")}>
      {groups.map((group) => (
        <div key={group.label} className={styles.group} role="group" aria-label={group.label}>
          <div className={styles.buttons}>
            {group.buttons.map(({ id, label, tip, icon, functionName }) => (
              <Tooltip key={id} content={tip} relationship="description" withArrow>
                <Button appearance="subtle" className={styles.button} disabled={disabled.has(id)} onClick={() => press(id, functionName)} icon={<img src={icon} alt="" className={styles.icon} />}>
                  {label}
                </Button>
              </Tooltip>
            ))}
          </div>
          <span className={styles.label}>{group.label}</span>
        </div>
      ))}
    </div>
  );
}
