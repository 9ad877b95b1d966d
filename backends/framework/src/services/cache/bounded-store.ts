/** A map for Keyv that holds a limited number of entries and pushes out the one that was not used for longest. */
export class BoundedStore extends Map<string, unknown> {
  readonly #limit: number;

  constructor(limit: number) {
    super();
    this.#limit = limit;
  }

  override get(key: string): unknown {
    if (!super.has(key)) return undefined;
    const value = super.get(key);
    super.delete(key);
    super.set(key, value);
    return value;
  }

  override set(key: string, value: unknown): this {
    super.delete(key);
    super.set(key, value);
    const oldest = this.size > this.#limit ? this.keys().next().value : undefined;
    if (oldest !== undefined) super.delete(oldest);
    return this;
  }
}
