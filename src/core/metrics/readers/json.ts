import type { MetricReader } from '../reader.js';
import { measureDocument } from './documentValues.js';
import { parseJson } from './jsonText.js';
import { refused } from './problems.js';
import { wholeText } from './whole.js';

/** Any JSON (RFC 8259): what a JSONPath or JSON Pointer names. Never unmistakable, since JSON may hold anything. */
export const json: MetricReader = {
  format: 'json',
  recognises: () => false,
  start: (selection) =>
    wholeText((text) => {
      const parsed = parseJson(text);
      return 'message' in parsed ? refused(parsed.message) : measureDocument(parsed.value, selection);
    }),
};
