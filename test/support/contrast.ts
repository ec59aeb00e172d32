/**
 * Texts of the page whose colour does not stand out from what lies under it: 4.5 : 1, and 3 : 1 for large ones (WCAG 1.4.3).
 * Runs inside the page, so it holds everything it needs. What is disabled or hidden is left out.
 */
export function faintTexts(): string[] {
  interface Colour { readonly r: number; readonly g: number; readonly b: number; readonly a: number }
  const read = (text: string): Colour => {
    const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return { r, g, b, a };
  };
  const over = (top: Colour, under: Colour): Colour => ({ r: top.r * top.a + under.r * (1 - top.a), g: top.g * top.a + under.g * (1 - top.a), b: top.b * top.a + under.b * (1 - top.a), a: 1 });
  const ground = (element: Element | null): Colour => {
    if (element === null) return { r: 255, g: 255, b: 255, a: 1 };
    const colour = read(getComputedStyle(element).backgroundColor);
    return colour.a === 1 ? colour : over(colour, ground(element.parentElement));
  };
  const light = ({ r, g, b }: Colour): number => {
    const [red = 0, green = 0, blue = 0] = [r, g, b].map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  const faint: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement!;
    const text = (node.textContent ?? "").trim();
    const style = getComputedStyle(element);
    if (text === "" || element.getClientRects().length === 0 || style.visibility === "hidden" || element.closest("[inert], [disabled], script, style, option") !== null) continue;
    const under = ground(element);
    const contrast = ratio(light(over(read(style.color), under)), light(under));
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (contrast < (large ? 3 : 4.5)) faint.push(`${contrast.toFixed(2)} ${text.slice(0, 60)}`);
  }
  return faint;
}
