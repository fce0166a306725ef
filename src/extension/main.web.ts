/** The extension in the browser, as one file: what is loaded on demand elsewhere is evaluated on demand there. */
export { activate } from './activate.js';
