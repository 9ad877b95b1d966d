import type { Locator, Page } from '@playwright/test';

/** The Tech Radar. */
export class RadarPage {
  readonly page: Page;
  readonly plot: Locator;
  readonly details: Locator;

  constructor(page: Page) {
    this.page = page;
    this.plot = page.getByTestId('radar-plot');
    this.details = page.getByRole('dialog');
  }

  /** Opens the radar and waits for its plot. */
  async open(): Promise<void> {
    await this.page.goto('/tech-radar');
    await this.plot.waitFor();
  }

  /** The blip of an entry in the plot. */
  blip(title: string): Locator {
    return this.plot.getByRole('link', { name: new RegExp(title) });
  }
}
