/** How a run of the suites in one host ended: what they tell the runner outside VS Code. */
export interface HostResult {
  readonly passed: number;
  readonly failed: number;
  /** Milliseconds that VS Code took to load and activate the extension; absent where it could not be measured. */
  readonly activation?: number;
}

/** Begins the line of output that holds the result, as JSON. */
export const resultPrefix = 'Result of this host: ';

/** Environment variable that names a file for it, where output does not reach the runner. */
export const resultVariable = 'ROADMAP_LENS_TEST_RESULT';
