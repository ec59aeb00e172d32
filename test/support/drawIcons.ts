/**
 * Draws the add-in's icons: `npx tsx test/support/drawIcons.ts` writes them to assets/. Each glyph is a list of shapes
 * in a unit square, painted by distance to the edge, so that every size is sharp and every run gives the same pixels.
 */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { PNG } from "pngjs";

type Colour = readonly [red: number, green: number, blue: number];

/** How far a point lies outside (positive) or inside (negative) of a shape; units of the square's side. */
type Shape = { readonly colour: Colour; readonly distance: (x: number, y: number) => number };

const GREEN: Colour = [15, 98, 84];
const WHITE: Colour = [255, 255, 255];
const MINT: Colour = [146, 216, 196];
const AMBER: Colour = [245, 166, 35];
const SLATE: Colour = [92, 104, 112];
/** No colour: takes away what lies under it. */
const GAP: Colour = [0, 0, 0];

function box(colour: Colour, left: number, top: number, right: number, bottom: number, radius: number): Shape {
  const [cx, cy, hw, hh] = [(left + right) / 2, (top + bottom) / 2, (right - left) / 2 - radius, (bottom - top) / 2 - radius];
  return {
    colour,
    distance: (x, y) => {
      const [dx, dy] = [Math.abs(x - cx) - hw, Math.abs(y - cy) - hh];
      return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
    },
  };
}

function frame(colour: Colour, left: number, top: number, right: number, bottom: number, radius: number, width: number): Shape {
  const solid = box(colour, left, top, right, bottom, radius);
  return { colour, distance: (x, y) => Math.abs(solid.distance(x, y) + width / 2) - width / 2 };
}

function line(colour: Colour, x1: number, y1: number, x2: number, y2: number, width: number): Shape {
  const [dx, dy] = [x2 - x1, y2 - y1];
  return {
    colour,
    distance: (x, y) => {
      const along = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
      return Math.hypot(x - x1 - along * dx, y - y1 - along * dy) - width / 2;
    },
  };
}

function disc(colour: Colour, cx: number, cy: number, radius: number): Shape {
  return { colour, distance: (x, y) => Math.hypot(x - cx, y - cy) - radius };
}

/** Balances that age: three bars going down, and what is long overdue in amber, on the ledger's line. */
const MARK: readonly Shape[] = [
  box(GREEN, 0, 0, 1, 1, 0.2),
  box(WHITE, 0.19, 0.2, 0.32, 0.7, 0.03),
  box(MINT, 0.375, 0.33, 0.505, 0.7, 0.03),
  box(MINT, 0.56, 0.46, 0.69, 0.7, 0.03),
  box(AMBER, 0.745, 0.38, 0.875, 0.7, 0.03),
  box(WHITE, 0.14, 0.76, 0.92, 0.81, 0.02),
];

/** A sheet of rows, and the plug that connects it. */
const CONNECT: readonly Shape[] = [
  frame(SLATE, 0.06, 0.12, 0.76, 0.82, 0.06, 0.07),
  line(SLATE, 0.1, 0.36, 0.72, 0.36, 0.06),
  line(SLATE, 0.1, 0.59, 0.5, 0.59, 0.06),
  line(SLATE, 0.34, 0.16, 0.34, 0.78, 0.06),
  disc(GAP, 0.72, 0.7, 0.29),
  disc(GREEN, 0.72, 0.7, 0.24),
  line(WHITE, 0.6, 0.7, 0.84, 0.7, 0.075),
  line(WHITE, 0.72, 0.58, 0.72, 0.82, 0.075),
];

/** A buyer, and the tick of a judgement. */
const ASSESS: readonly Shape[] = [
  disc(SLATE, 0.4, 0.28, 0.2),
  box(SLATE, 0.07, 0.54, 0.73, 1.1, 0.24),
  box(GAP, 0, 0.93, 1, 1.3, 0),
  disc(GAP, 0.72, 0.7, 0.29),
  disc(GREEN, 0.72, 0.7, 0.24),
  line(WHITE, 0.61, 0.7, 0.69, 0.79, 0.075),
  line(WHITE, 0.69, 0.79, 0.84, 0.61, 0.075),
];

/** The bars of the mark as a chart of its own. */
const AGEING: readonly Shape[] = [
  box(GREEN, 0.08, 0.12, 0.24, 0.78, 0.03),
  box(GREEN, 0.31, 0.3, 0.47, 0.78, 0.03),
  box(GREEN, 0.54, 0.48, 0.7, 0.78, 0.03),
  box(AMBER, 0.77, 0.36, 0.93, 0.78, 0.03),
  box(SLATE, 0.03, 0.85, 0.97, 0.92, 0.02),
];

const RIBBON = [16, 32, 80] as const;

export const ICONS: readonly { readonly file: string; readonly size: number; readonly shapes: readonly Shape[] }[] = [
  ...[16, 32, 64, 80, 128].map((size) => ({ file: `icon-${size}.png`, size, shapes: MARK })),
  ...RIBBON.map((size) => ({ file: `icon-connect-${size}.png`, size, shapes: CONNECT })),
  ...RIBBON.map((size) => ({ file: `icon-assess-${size}.png`, size, shapes: ASSESS })),
  ...RIBBON.map((size) => ({ file: `icon-ageing-${size}.png`, size, shapes: AGEING })),
];

function paint(shapes: readonly Shape[], size: number): PNG {
  const png = new PNG({ width: size, height: size });
  for (let at = 0; at < size * size; at++) {
    const pixel = pixelAt(shapes, ((at % size) + 0.5) / size, (Math.floor(at / size) + 0.5) / size, size);
    pixel.forEach((part, k) => (png.data[at * 4 + k] = Math.round(part)));
  }
  return png;
}

function pixelAt(shapes: readonly Shape[], x: number, y: number, size: number): [number, number, number, number] {
  let [red, green, blue, alpha] = [0, 0, 0, 0];
  for (const { colour, distance } of shapes) {
    const cover = Math.min(1, Math.max(0, 0.5 - distance(x, y) * size));
    if (cover === 0) continue;
    if (colour === GAP) {
      alpha *= 1 - cover;
      continue;
    }
    const whole = cover + alpha * (1 - cover);
    const mix = (over: number, under: number): number => (over * cover + under * alpha * (1 - cover)) / whole;
    [red, green, blue, alpha] = [mix(colour[0], red), mix(colour[1], green), mix(colour[2], blue), whole];
  }
  return [red, green, blue, alpha * 255];
}

export function drawIcon({ shapes, size }: (typeof ICONS)[number]): Buffer {
  return PNG.sync.write(paint(shapes, size), { deflateLevel: 9 });
}

if (require.main === module) {
  for (const icon of ICONS) writeFileSync(join(resolve(__dirname, "../../assets"), icon.file), drawIcon(icon));
}
