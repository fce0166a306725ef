/**
 * Issues, pull requests and the like as texts name them: `#12`, `GH-12`, `owner/repo#12`, `!12` of GitLab, and addresses
 * of GitHub, GitLab, Gitea, Bitbucket, Jira, Linear and Azure DevOps.
 */

/** One of them with its place. */
export interface FoundReference {
  readonly kind?: 'issue' | 'pull';
  readonly number: string;
  readonly repository?: string;
  readonly url?: string;
  readonly start: number;
  readonly end: number;
}

/** What an address says. */
type Addressed = Pick<FoundReference, 'kind' | 'number' | 'repository' | 'url'>;

/** `/owner/repo/issues/12`, `/group/sub/repo/-/merge_requests/12`, `/owner/repo/pull-requests/12` */
const forge =
  /^https?:\/\/[\w.-]{1,80}(?::\d{1,5})?\/((?:[\w.~-]{1,80}\/){1,6}?)(?:-\/)?(issues|work_items|pull|pulls|pull-requests|merge_requests|discussions)\/(\d{1,9})(?:[/?#][^\s]{0,500})?$/i;
/** `/browse/SHOP-12` of Jira, `/team/issue/SHOP-12/title` of Linear */
const tracker =
  /^https?:\/\/[\w.-]{1,80}(?::\d{1,5})?\/(?:[\w.~-]{1,80}\/){0,4}?(?:browse|issue|issues)\/([A-Z][A-Z0-9_]{0,15}-\d{1,7})(?:[/?#][^\s]{0,500})?$/;
/** `/organisation/project/_workitems/edit/12` */
const azure = /^https?:\/\/[\w.-]{1,80}\/(?:[\w.%~-]{1,80}\/){1,3}?_workitems\/edit\/(\d{1,9})\/?$/i;

/** Reads the address of an issue or pull request; undefined for any other. */
export function parseIssueUrl(url: string): Addressed | undefined {
  // Most addresses are of something else.
  if (
    url.length > 700 ||
    !/\/(?:issues?|work_items|pulls?|pull-requests|merge_requests|discussions|browse|_workitems)\//i.test(url)
  )
    return undefined;
  const found = forge.exec(url);
  if (found) {
    const pull = /^(?:pull|merge)/i.test(found[2]!);
    return {
      ...(/^discussions$/i.test(found[2]!) ? {} : { kind: pull ? 'pull' : 'issue' }),
      number: found[3]!,
      repository: found[1]!.replace(/\/(?:-\/)?$/, ''),
      url,
    };
  }
  const number = tracker.exec(url)?.[1] ?? azure.exec(url)?.[1];
  return number === undefined ? undefined : { kind: 'issue', number, url };
}

/** What may stand before a reference, so that `C#12`, `page#12` and `a/b/c#12` are none. */
const inText =
  /(?<![\p{L}\p{N}_#/&.!?=-])(?:([A-Za-z0-9][\w-]{0,38}\/[\w.-]{1,80})?([#!])([1-9]\d{0,6})|GH-([1-9]\d{0,6})|(https?:\/\/[^\s<>()[\]]{4,600}[^\s<>()[\].,;:!?'"]))(?![\p{L}\p{N}_-])/gu;
/** What is numbered this way without being an issue: `Step #2`, `Version #3`, `colour #123456`. */
const counted =
  /(?:^|[^\p{L}])(?:step|phase|milestone|sprint|week|day|month|quarter|version|release|task|item|feature|priority|part|chapter|section|goal|number|no|nr|rank|level|tier|option|idea|rule|colou?r|hex|schritt|teil|étape|etapa|paso|этап|шаг)[.:]?\s$/iu;
const pullWord = /(?:^|[^\p{L}])(?:prs?|pull requests?|mrs?|merge requests?)[:\s]*$/iu;
const issueWord = /(?:^|[^\p{L}])(?:issues?|bugs?|tickets?)[:\s]*$/iu;

/** The references that a text names, in their order. Linear in its length. */
export function findReferences(text: string): FoundReference[] {
  if (!/[#!]\d|GH-\d|https?:/.test(text)) return [];
  const found: FoundReference[] = [];
  for (const match of text.matchAll(inText)) {
    const [all, repository, sign, number, short, url] = match;
    const place = { start: match.index, end: match.index + all.length };
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    if (url !== undefined) {
      const read = parseIssueUrl(url);
      if (read) found.push({ ...read, ...place });
      continue;
    }
    if (number !== undefined && repository === undefined) {
      // An exclamation mark is GitLab's for a merge request; elsewhere it ends a sentence.
      if (counted.test(before) || (sign === '!' && !/(?:^|[\s(,])$/.test(before))) continue;
    }
    const kind = sign === '!' || pullWord.test(before) ? 'pull' : issueWord.test(before) ? 'issue' : undefined;
    found.push({
      ...(kind ? { kind } : {}),
      number: (number ?? short)!,
      ...(repository === undefined ? {} : { repository }),
      ...place,
    });
  }
  return found;
}

/** Words around references that say no more than that these are some: `see`, `closes`, `PR`, `and`. */
const around =
  /^(?:[\s,;:&+/|·-]|(?:see|also|cf|ref|refs|reference|issues?|bugs?|tickets?|prs?|pull requests?|mrs?|merge requests?|gh|github|gitlab|jira|linear|closes?|closed|fix|fixes|fixed|resolves?|resolved|implements?|tracked|tracking|in|at|by|via|and|und|et|y|e|siehe|voir|ver|см)(?![\p{L}\p{N}]))*$/iu;

/** Whether a text is nothing but references: `#12`, `see #12, #13`, `PR: owner/repo#12`. */
export function isReferences(text: string): boolean {
  if (text.length > 300) return false;
  const found = findReferences(text);
  if (found.length === 0) return false;
  let at = 0;
  for (const { start, end } of found) {
    if (!around.test(text.slice(at, start))) return false;
    at = end;
  }
  return around.test(text.slice(at));
}
