// The build of mocha for browsers: it runs in every extension host, of Node and of the browser alike.
import 'mocha/mocha.js';

const { Mocha } = globalThis as unknown as { readonly Mocha: typeof import('mocha') };

/** The runner of the suites. Imported before them, this module defines `describe` and `it`. */
export const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', timeout: 20_000 });

mocha.suite.emit('pre-require', globalThis, '', mocha);
