import expected from '../../fixtures/contract.json';
import { contractFiles, ofAnyDay } from '../../support/contract.js';
import { oneFolder } from '../hostNames.js';
import { describeIn } from './host.js';
import { emptyFolder, place, refreshed, waitForStatus, write } from './workspace.js';

describeIn(oneFolder, 'the contract workspace', () => {
  before(async () => {
    for (const [path, content] of Object.entries(contractFiles)) await write(place(path), content);
  });

  after(emptyFolder);

  it('has the same answer here as in every other host', async () => {
    // A file that was open lately has its former text until the editor hears of the new one.
    await refreshed();
    const text = (answer: unknown) => JSON.stringify(ofAnyDay(answer), null, 2);
    await waitForStatus(text(expected), text);
  });
});
