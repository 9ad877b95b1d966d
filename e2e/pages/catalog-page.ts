import type { Locator, Page } from '@playwright/test';

/** The index and the entity pages of the Software Catalog. */
export class CatalogPage {
  readonly page: Page;
  readonly table: Locator;
  readonly rows: Locator;
  readonly search: Locator;

  constructor(page: Page) {
    this.page = page;
    this.table = page.getByRole('table');
    this.rows = this.table.getByRole('row').filter({ has: page.getByRole('cell') });
    this.search = page.getByRole('searchbox');
  }

  /** Opens the index and waits for its first row. */
  async open(): Promise<void> {
    await this.page.goto('/catalog');
    await this.rows.first().waitFor();
  }

  /** The link that leads to an entity from the table. */
  entity(name: string): Locator {
    return this.table.getByRole('link', { name, exact: true });
  }

  /** One card of an entity page, found by its heading. */
  card(title: string): Locator {
    return this.page.getByRole('region', { name: title });
  }
}
