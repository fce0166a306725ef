import { braceLanguages } from './braces.js';
import { functionalLanguages } from './functional.js';
import type { Language } from './language.js';
import { markupLanguages } from './markup.js';
import { scriptLanguages } from './scripts.js';
import { shellLanguages } from './shells.js';

/** Every language that comments are found in. */
export const languages: readonly Language[] = [
  ...braceLanguages,
  ...scriptLanguages,
  ...shellLanguages,
  ...functionalLanguages,
  ...markupLanguages,
];
