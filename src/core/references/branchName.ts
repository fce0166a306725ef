import type { FoundMention } from '../model/mention.js';
import { simpleId, slugId } from './mentions.js';

const inName = new RegExp(`(?<![A-Za-z0-9.])((?:${simpleId})|[a-z]\\d{2,5})(?![A-Za-z0-9]|\\.\\d)`, 'g');
const whole = new RegExp(`^(?:${slugId})$`, 'u');
const behindTask = /(?:^|\/)task\//;

/**
 * What the name of a branch says it is for: `feat/rm-12-add-tests`, `RM-12-add-tests`, `ada/rm-12_rm-13`, and a last
 * segment that may be an id as a whole: `feat/add-e2e-api-tests`. Behind `task/` an id of any form may stand: `task/login`,
 * `task/testing-quality/add-e2e-api-tests`.
 */
export function branchMentions(name: string): FoundMention[] {
  const bounded = name.slice(0, 300);
  const found: FoundMention[] = [];
  for (const { 1: raw, index } of bounded.matchAll(inName)) {
    found.push({ raw: raw!, form: 'branch', span: { start: index, end: index + raw!.length } });
  }
  const addRest = (start: number, isId: (rest: string) => boolean) => {
    const rest = bounded.slice(start);
    if (isId(rest) && whole.test(rest) && !found.some(({ raw }) => raw === rest))
      found.push({ raw: rest, form: 'branch', span: { start, end: bounded.length } });
  };
  addRest(bounded.lastIndexOf('/') + 1, (last) => last.includes('-'));
  const task = behindTask.exec(bounded);
  if (task) addRest(task.index + task[0].length, () => true);
  return found;
}
