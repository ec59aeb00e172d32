import { createDarkTheme, createLightTheme, webDarkTheme, type BrandVariants, type Theme } from "@fluentui/react-components";

/** Petrol: one hue (215 in OKLCH), even steps of lightness. 80 carries white text at 6.9 : 1. */
const PETROL: BrandVariants = {
  10: "#00141d",
  20: "#001e29",
  30: "#002a37",
  40: "#003544",
  50: "#004052",
  60: "#004b5d",
  70: "#005768",
  80: "#006375",
  90: "#147284",
  100: "#2a8194",
  110: "#3e90a2",
  120: "#5da1b1",
  130: "#79b2c1",
  140: "#94c4d0",
  150: "#afd5df",
  160: "#cae7ef",
};

/** The system's own faces, with one for Chinese behind them; nothing is loaded. */
const FONTS = {
  fontFamilyBase: "'Segoe UI Variable', 'Segoe UI', system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei UI', 'Noto Sans CJK SC', sans-serif",
  fontFamilyNumeric: "'Segoe UI Variable', 'Segoe UI', system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei UI', 'Noto Sans CJK SC', sans-serif",
} as const;

const LIGHT: Theme = { ...createLightTheme(PETROL), ...FONTS };

/** On dark the brand's own text colour is too dim at 100: two steps up reaches 4.5 : 1. */
const DARK: Theme = {
  ...createDarkTheme(PETROL),
  ...FONTS,
  colorBrandForeground1: PETROL[120],
  colorBrandForeground2: PETROL[130],
  colorBrandForegroundLink: PETROL[130],
  colorBrandForegroundLinkHover: PETROL[140],
  colorCompoundBrandForeground1: PETROL[130],
  colorNeutralForeground2BrandHover: PETROL[130],
  colorNeutralForeground2BrandPressed: PETROL[120],
  colorNeutralForeground2BrandSelected: PETROL[130],
  colorCompoundBrandStroke: PETROL[120],
  colorNeutralForeground3: webDarkTheme.colorNeutralForeground2,
};

export function themeOf(dark: boolean): Theme {
  return dark ? DARK : LIGHT;
}
