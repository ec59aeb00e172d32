import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";

/** The few looks that all views share: one spacing (4, 8, 12, 16), one table, tabular figures. */
export const useSurface = makeStyles({
  column: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  tight: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  row: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS, flexWrap: "wrap", rowGap: tokens.spacingVerticalXS },
  spread: { display: "flex", alignItems: "baseline", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  note: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0, overflowWrap: "anywhere" },
  text: { ...typographyStyles.body1, margin: 0, overflowWrap: "anywhere" },
  strong: { fontWeight: tokens.fontWeightSemibold },
  figure: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  table: {
    ...typographyStyles.caption1,
    width: "100%",
    borderCollapse: "collapse",
    "& th": {
      textAlign: "start",
      fontWeight: tokens.fontWeightRegular,
      color: tokens.colorNeutralForeground3,
      verticalAlign: "bottom",
      padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    "& td": {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
      verticalAlign: "top",
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
      overflowWrap: "anywhere",
    },
    "& th:first-child, & td:first-child": { paddingInlineStart: 0 },
    "& th:last-child, & td:last-child": { paddingInlineEnd: 0 },
    "& tbody th": { color: tokens.colorNeutralForeground1, verticalAlign: "top", borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}` },
    "& tfoot td, & tfoot th": { borderBottom: "none", fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1, paddingTop: tokens.spacingVerticalXS, verticalAlign: "baseline" },
  },
  right: { textAlign: "end !important" as "end", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  /** what was just done is seen wherever the view is scrolled to: below the header, over the rest */
  stays: { position: "sticky", top: "48px", zIndex: 2, backgroundColor: tokens.colorNeutralBackground1 },
  hidden: { position: "absolute", width: "1px", height: "1px", margin: "-1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
});
