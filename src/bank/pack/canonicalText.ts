/** A text in the form that files and programs agree on: NFC, line ends as LF; backslash, tab and line end escaped. */
export function canonicalText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(/\r\n?/g, "\n").normalize("NFC").replace(/[\\\t\n]/g, (one) => (one === "\\" ? "\\\\" : one === "\t" ? "\\t" : "\\n"));
}

const PLAIN = /^[ !-[\]-~]*$/;
