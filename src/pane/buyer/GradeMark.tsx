import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Grade } from "../../credit/score";
import { usePane } from "../PaneContext";

const useStyles = makeStyles({
  mark: {
    display: "inline-flex",
    alignItems: "center",
    justifyContent: "center",
    flexShrink: 0,
    width: "40px",
    height: "40px",
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase600,
    fontWeight: tokens.fontWeightSemibold,
    border: "1px solid transparent",
  },
  small: { width: "22px", height: "22px", fontSize: tokens.fontSizeBase300, borderRadius: tokens.borderRadiusSmall },
  A: { backgroundColor: tokens.colorPaletteGreenBackground2, color: tokens.colorPaletteGreenForeground2 },
  B: { backgroundColor: tokens.colorPaletteTealBackground2, color: tokens.colorPaletteTealForeground2 },
  C: { backgroundColor: tokens.colorNeutralBackground5, color: tokens.colorNeutralForeground1 },
  D: { backgroundColor: tokens.colorPaletteDarkOrangeBackground2, color: tokens.colorPaletteDarkOrangeForeground2 },
  E: { backgroundColor: tokens.colorPaletteRedBackground2, color: tokens.colorPaletteRedForeground2 },
  none: { color: tokens.colorNeutralForeground3, border: `1px dashed ${tokens.colorNeutralStroke1}` },
});

/** The grade's letter. Its colour only repeats what the letter says. */
export function GradeMark({ grade, small = false }: { readonly grade: Grade | undefined; readonly small?: boolean }) {
  const { words } = usePane();
  const styles = useStyles();
  const name = grade === undefined ? words.buyer.noGrade : words.buyer.grade(grade);
  return (
    <span role="img" aria-label={name} className={mergeClasses(styles.mark, styles[grade ?? "none"], small && styles.small)}>
      <span aria-hidden>{grade ?? "\u2013"}</span>
    </span>
  );
}
