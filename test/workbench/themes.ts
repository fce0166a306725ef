import { createSampleWorkspace } from '../demo/sampleWorkspace.js';
import { openSession, type Session } from './sample.js';
import { screenshotFile } from './screenshots.js';

const themes = [
  ['Default Dark Modern', ''],
  ['Default Light Modern', '-light'],
  ['Default High Contrast', '-contrast'],
  ['Default High Contrast Light', '-contrast-light'],
] as const;

/**
 * Has a test of the sample run in each theme of VS Code. `picture` takes a picture of the window as it is then: the dark one is
 * the README's.
 */
export function itInEachTheme(
  title: string,
  name: string,
  test: (session: Session, picture: () => Promise<void>) => Promise<void>,
): void {
  for (const [colorTheme, suffix] of themes) {
    it(`${title}: ${colorTheme}`, async () => {
      const session = await openSession(createSampleWorkspace, { colorTheme, size: { width: 1200, height: 720 } });
      try {
        await test(session, async () =>
          session.workbench.screenshot(await screenshotFile(`${name}${suffix}`, suffix === '')),
        );
      } finally {
        await session.close();
      }
    });
  }
}
