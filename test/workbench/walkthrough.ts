import type { Workbench } from '../host/workbench.js';

/**
 * Opens the walkthrough as a person does, who closes what VS Code shows instead and tries again: 1.105 begins to learn of the
 * walkthroughs of extensions when the first one is opened, which takes some seconds, and shows one of its own meanwhile.
 */
export async function openWalkthrough({ page }: Workbench, open: () => Promise<void>): Promise<void> {
  const title = page.locator('.gettingStartedContainer h2', { hasText: 'Get Started with Roadmap Lens' });
  for (let attempts = 3; attempts > 0; attempts--) {
    await open();
    const shown = await title.waitFor({ timeout: 6_000 }).then(
      () => true,
      () => false,
    );
    if (shown) return;
    const tab = page.locator('.tab', { hasText: /Welcome|Walkthrough/ });
    await tab.locator('.codicon-close').click();
    await tab.waitFor({ state: 'detached' });
  }
  throw new Error('The walkthrough does not open.');
}

/** Resolves when the focus has stayed where it is for thirty frames. Runs in the workbench's page. */
export function focusRests(): Promise<void> {
  return new Promise((resolve) => {
    let last = document.activeElement;
    let left = 30;
    const look = () => {
      left = document.activeElement === last ? left - 1 : 30;
      last = document.activeElement;
      if (left === 0) resolve();
      else requestAnimationFrame(look);
    };
    look();
  });
}
