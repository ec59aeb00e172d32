import { tokens } from "@fluentui/react-components";

/** How lines are told apart: by colour and by their dashes, so that either alone is enough. */
export interface LineLook {
  readonly color: string;
  readonly dash: string;
}

export const LINE_LOOKS: readonly LineLook[] = [
  { color: tokens.colorBrandForeground1, dash: "" },
  { color: tokens.colorPaletteMarigoldForeground1, dash: "7 3" },
  { color: tokens.colorPaletteRedForeground1, dash: "2 3" },
  { color: tokens.colorPalettePurpleForeground2, dash: "9 3 2 3" },
  { color: tokens.colorPaletteGreenForeground1, dash: "4 2 1 2 1 2" },
];

export const BAR_COLORS: readonly string[] = [tokens.colorBrandForeground1, tokens.colorNeutralStroke1Pressed];
export const MORE_COLOR = tokens.colorPaletteDarkOrangeBackground3;
export const LESS_COLOR = tokens.colorBrandForeground1;
