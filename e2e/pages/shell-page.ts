import type { Locator, Page } from '@playwright/test';

/** The frame that the shell draws round every plugin's page. */
export class ShellPage {
  readonly page: Page;
  readonly navigation: Locator;
  readonly heading: Locator;
  readonly main: Locator;

  constructor(page: Page) {
    this.page = page;
    this.navigation = page.getByRole('navigation', { name: 'Main' });
    this.heading = page.getByRole('heading', { level: 1 });
    this.main = page.getByRole('main');
  }

  /** The link of one entry of the navigation. */
  entry(name: string): Locator {
    return this.navigation.getByRole('link', { name });
  }

  /** The state that stands in the place of a plugin which could not be shown. */
  failure(plugin: string): Locator {
    return this.main.getByRole('alert').filter({ hasText: plugin });
  }

  /** The button that loads a failed plugin again without a reload of the page. */
  get retry(): Locator {
    return this.main.getByRole('button', { name: 'Try again' });
  }
}
