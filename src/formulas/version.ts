/** The release of the add-in; a test holds it equal to package.json, which no folder of src may read. */
export const RELEASE = "0.1.0";

export function version(): string {
  return RELEASE;
}
