/** How a run of the suites ended: what the runner inside VS Code tells the one outside. */
export interface EditorTestResult {
  passed: number;
  failed: number;
}

/** Environment variable that names the file for the result, as JSON. */
export const resultVariable = 'ROADMAP_LENS_TEST_RESULT';
