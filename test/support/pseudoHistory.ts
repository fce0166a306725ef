import type { Config } from '../../src/core/model/config.js';
import { emptyConfig } from '../../src/core/model/config.js';
import { buildPlanHistory } from '../../src/core/progress/planHistory.js';
import { MemoryHost } from '../../src/hosts/memory.js';
import { Indexer } from '../../src/workspace/indexer.js';
import { outsideRepository, PlanHistoryIndexer } from '../../src/workspace/planHistoryIndexer.js';
import { PlanHistoryReader } from '../../src/workspace/planHistoryReader.js';
import type { Repository } from '../../src/workspace/ports.js';
import { Store } from '../../src/workspace/store.js';
import { fileOf } from './check.js';
import type { Said } from './pseudoShown.js';

const day = 86_400;
const signal = { aborted: false, addEventListener: () => {}, removeEventListener: () => {} };

/** What is said of a plan's history where something is wrong with it, or it is not there. */
export async function saidOfHistories(): Promise<Said> {
  const file = fileOf('- [ ] А\n');
  const host = new MemoryHost({ '/а/ROADMAP.md': '- [ ] А\n' }, ['/а']);
  const repository: Partial<Repository> = {
    root: file.folder.uri,
    fileVersions: async () => ({ value: { head: 'а', versions: [], after: false, cutOff: false }, problems: [] }),
  };
  const reader = new PlanHistoryReader(host.ports, repository as Repository, file.path, '1');
  const config: Config = emptyConfig;
  const uncommitted = await reader.update(file, config, signal);

  const store = new Store();
  await new Indexer(host.ports, store, { files: () => [] }).start();
  const failing = new PlanHistoryIndexer(host.ports, store, {
    repositoryOf: () => {
      throw new Error('зламано');
    },
    readBy: '1',
  });
  await failing.start();
  failing.dispose();

  // Clocks went back once, and twice.
  const mistimed = [
    [3, 9, 4],
    [3, 9, 9.5, 4, 5, 6],
  ].map((days) =>
    buildPlanHistory(
      file.uri,
      days.map((time) => ({ hash: 'а', time: time * day, author: '', subject: '', path: '', tasks: [] })),
    ),
  );
  const histories = [uncommitted.history, ...store.snapshot.planHistories, ...mistimed];
  const problems = [...histories.flatMap((history) => history?.problems ?? []), outsideRepository(file)];
  return { shown: problems.map(({ message }) => message), sources: [file.path, 'Error'] };
}
