/** Properties of objects that are stored and not interpreted (parts of charts, page layout), by the object's path. */
export class Bag {
  private readonly objects = new Map<string, Map<string, unknown>>();

  get(path: string, name: string): unknown {
    return this.objects.get(path)?.get(name.toLowerCase()) ?? null;
  }

  set(path: string, name: string, value: unknown): void {
    let object = this.objects.get(path);
    if (!object) this.objects.set(path, (object = new Map<string, unknown>()));
    object.set(name.toLowerCase(), value);
  }

  /** the object and everything under it */
  remove(path: string): void {
    for (const key of this.objects.keys()) if (key === path || key.startsWith(`${path}/`)) this.objects.delete(key);
  }

  clear(): void {
    this.objects.clear();
  }
}
