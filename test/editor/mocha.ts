// The build of mocha for browsers: it runs in every extension host, of Node and of the browser alike.
import type MochaClass from 'mocha';
import 'mocha/mocha.js';

const { Mocha } = globalThis as unknown as { readonly Mocha: typeof MochaClass };

/** The runner of the suites. Imported before them, this module defines `describe` and `it`. */
export const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', timeout: 20_000 });

mocha.suite.emit('pre-require', globalThis, '', mocha);
