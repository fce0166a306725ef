import * as l10n from '@vscode/l10n';
import { SaxesParser } from 'saxes';
import type { ReadingSession } from '../reader.js';
import { excerpt, refused, type Measured } from './problems.js';
import { sayEmpty } from './whole.js';

/** An element that begins. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The names of the elements it stands in, the root first. */
  readonly path: readonly string[];
  /** From 1. */
  readonly line: number;
}

/** What a format makes of an XML report. No text between tags reaches it: no measurement is one. */
export interface XmlReport {
  /** What the root element is called. */
  readonly roots: readonly string[];
  /** May return why the report is refused. */
  open(element: XmlElement): string | void;
  close?(name: string): void;
  /** After a report that was valid and whole. */
  end(): Measured;
}

/** Deeper nested elements are no report's. */
const deepest = 200;
/** A longer tag, name or declaration is no report's. The largest that occur are messages of failed tests. */
const longestTag = 4_000_000;
const longestName = 65_536;
/** Pieces are given on in slices, so that what the parser keeps is looked at often enough. */
const slice = 65_536;

/** What the parser holds of things that have not ended yet. */
interface Held {
  text?: string;
  readonly name?: string;
  readonly entity?: string;
  readonly piTarget?: string;
}

class Refusal extends Error {}

/**
 * Reads XML in pieces and in constant memory. Entities other than XML's own five and characters by number are refused, not
 * expanded, and a DTD is skipped without looking at it: nothing is ever fetched. Characters that XML forbids are passed over,
 * since test reports quote what programs print.
 */
export function xmlSession(report: XmlReport): ReadingSession {
  const parser = new SaxesParser();
  const held = parser as unknown as Held;
  const path: string[] = [];
  let tagStart: number | undefined;
  let failure: string | undefined;
  let blank = true;
  parser.on('error', (error) => {
    if (!/: (?:disallowed character|malformed character entity)\.$/.test(error.message)) {
      throw new Refusal(sayInvalid(parser.line, error.message));
    }
  });
  parser.on('opentagstart', () => {
    tagStart = parser.position;
  });
  parser.on('opentag', ({ name, attributes }) => {
    tagStart = undefined;
    if (path.length === 0 && !report.roots.includes(name)) {
      throw new Refusal(
        l10n.t(
          'Line {0}: this report begins with <{1}>, where <{2}> is expected. Name its own format.',
          parser.line,
          excerpt(name),
          report.roots.join('>, <'),
        ),
      );
    }
    if (path.length >= deepest) {
      throw new Refusal(
        l10n.t('Line {0}: this XML is nested more than {1} levels deep: it is no report.', parser.line, deepest),
      );
    }
    const why = report.open({ name, attributes, path, line: parser.line });
    if (why !== undefined) throw new Refusal(why);
    path.push(name);
  });
  parser.on('closetag', ({ name }) => {
    path.pop();
    report.close?.(name);
  });

  const bound = () => {
    if (longer(held) || (tagStart !== undefined && parser.position - tagStart > longestTag)) {
      throw new Refusal(l10n.t('Line {0}: a tag of this XML is too long: it is no report.', parser.line));
    }
    // Comments, CDATA and the DTD: the parser would keep them to their end, and nobody asks for them.
    if (tagStart === undefined && (held.text?.length ?? 0) > longestName) held.text = '';
  };
  const attempt = (act: () => void) => {
    if (failure !== undefined) return;
    try {
      act();
    } catch (error) {
      failure = error instanceof Refusal ? error.message : sayInvalid(parser.line, String(error));
    }
  };
  return {
    write(piece) {
      blank &&= piece.trim() === '';
      attempt(() => {
        for (let start = 0; start < piece.length; start += slice) {
          parser.write(piece.length <= slice ? piece : piece.slice(start, start + slice));
          bound();
        }
      });
    },
    end() {
      if (blank) return refused(sayEmpty());
      attempt(() => parser.close());
      return failure === undefined ? report.end() : refused(failure);
    },
  };
}

function longer({ name, entity, piTarget }: Held): boolean {
  return (name?.length ?? 0) + (entity?.length ?? 0) + (piTarget?.length ?? 0) > longestName;
}

function sayInvalid(line: number, message: string): string {
  // The parser begins with line and column.
  const words = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
  if (/^(?:unclosed tag|unexpected end)/.test(words)) {
    return l10n.t('This XML ends too early, in line {0}: have its tool write it once more.', line);
  }
  if (words.startsWith('text data outside')) {
    // The parser tells of it where the text ends, or the piece.
    return l10n.t('This is no valid XML: there is text outside of its root element. Have its tool write it once more.');
  }
  if (words === 'undefined entity') {
    return l10n.t('Line {0}: this XML uses an entity of its own, which is never read: have it written without.', line);
  }
  return l10n.t({
    message: 'Line {0}: this is no valid XML: {1}. Mend it there, or have its tool write it once more.',
    args: [line, excerpt(words, 100)],
    comment: '{1} is what the XML parser says, in English',
  });
}
