/** Books that add-ins made in this window, until the windows that show them have fetched them. */
declare global {
  interface Window {
    handedBooks?: Map<string, Uint8Array>;
  }
}

/** `?handed=3`: the book of that number, in the window that opened this one. */
const NUMBER = "handed";

/** Keeps a file for the window of its own that is opened for it; false where the browser lets no window open. */
export function openHanded(file: Uint8Array): boolean {
  const books = (window.handedBooks ??= new Map());
  const number = String(books.size + 1);
  books.set(number, file);
  const address = new URL(location.href);
  address.search = "";
  for (const kept of ["lang", "theme"]) {
    const value = new URLSearchParams(location.search).get(kept);
    if (value !== null) address.searchParams.set(kept, value);
  }
  address.searchParams.set(NUMBER, number);
  return window.open(address.href, "_blank") !== null;
}

export function handedAsked(): boolean {
  return new URLSearchParams(location.search).has(NUMBER);
}

/** The file that this window was opened for; undefined where its maker is gone. */
export function takeHanded(): Uint8Array | undefined {
  const number = new URLSearchParams(location.search).get(NUMBER);
  try {
    const file = number === null ? undefined : (window.opener as Window | null)?.handedBooks?.get(number);
    return file === undefined ? undefined : new Uint8Array(file); // the other window's array is of the other window's kind
  } catch {
    return undefined; // the maker's window has gone to another site
  }
}
