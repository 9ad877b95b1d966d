import type { Locator, Page, Response } from '@playwright/test';

/** What the shell shows of local overrides: the question, the bar, the form in the settings. */
export class OverrideParts {
  readonly page: Page;
  readonly dialog: Locator;
  readonly agree: Locator;
  readonly cancel: Locator;
  readonly bar: Locator;
  readonly resetOnPage: Locator;
  readonly plugin: Locator;
  readonly address: Locator;
  readonly use: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: /in this session\?$/ });
    this.agree = this.dialog.getByRole('button', { name: /^Load it from/ });
    this.cancel = this.dialog.getByRole('button', { name: 'Cancel' });
    this.bar = page.getByRole('region', { name: 'Overrides in use' });
    this.resetOnPage = page.getByRole('main').getByRole('button', { name: 'Reset to the published version' });
    this.plugin = page.getByLabel('Plugin', { exact: true });
    this.address = page.getByLabel('Address of its portico-plugin.json');
    this.use = page.getByRole('button', { name: 'Use this build' });
  }

  /** Resolves when the registry has heard what the build says now: a load tells it, and a reset before would be met by that. */
  told(): Promise<Response> {
    return this.page.waitForResponse(response => response.request().method() === 'PATCH');
  }

  /** The button of the bar that takes one remote back. */
  reset(title: string): Locator {
    return this.bar.getByRole('button', { name: `Reset ${title}` });
  }
}
