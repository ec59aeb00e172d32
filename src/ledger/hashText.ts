const MIX = 0x9e3779b1; // odd, so each step is a bijection of the state: one changed pair of letters always changes the hash

/** 32 bits by which equal document numbers are found; never the only proof that two are equal. */
export function hashText(text: string): number {
  const { length } = text;
  let hash = length | 0x40000000;
  for (let i = 0; i < length; i += 2) {
    const unit = i + 1 < length ? text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16) : text.charCodeAt(i);
    hash = Math.imul(hash ^ unit, MIX);
    hash ^= hash >>> 15;
  }
  return hash;
}
