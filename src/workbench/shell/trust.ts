/** Whether Office.js' question about trust was answered here before; a browser may refuse to remember, and then it is told again. */
const KEY = "openAccountWorkbench.trustSeen";

export function trustWasSeen(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

export function rememberTrust(): void {
  try {
    localStorage.setItem(KEY, "1");
  } catch {
    // a browser that keeps nothing is told every time
  }
}
