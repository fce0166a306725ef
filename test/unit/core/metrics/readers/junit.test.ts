import assert from 'node:assert/strict';
import { fixture, measure, read, refusal, values } from './reading.js';

describe('tests in JUnit XML', () => {
  for (const [tool, duration, slowest] of [
    ['mocha-junit-reporter', 0.071, 0.023],
    ['jest-junit', 0.525, 0.02],
    ['vitest', 0.02947518, 0.020691286],
  ] as const) {
    it(`counts those of ${tool}`, async () => {
      assert.deepEqual(await values('junit', fixture(`${tool}/junit.xml`)), {
        'pass-rate': 80,
        tests: 6,
        passed: 4,
        failures: 1,
        errors: 0,
        skipped: 1,
        duration,
        slowest,
      });
    });
  }

  it('counts those of Surefire, with its thousands', async () => {
    const { value } = await read('junit', fixture('surefire/TEST-tiny.PriceTest.xml'));
    assert.deepEqual(Object.fromEntries(value.map((each) => [each.name, each.value])), {
      'pass-rate': 50,
      tests: 5,
      passed: 2,
      failures: 1,
      errors: 1,
      skipped: 1,
      duration: 1234.5,
      slowest: 1200.25,
    });
    assert.equal(value.find(({ name }) => name === 'slowest')?.detail, 'tiny.PriceTest › hasFee');
    assert.equal(value[0]!.detail, '2 of 4 tests passed, 1 skipped');
  });

  it('is measured when its suites ran', async () => {
    const at = Date.UTC(2026, 10, 26, 17, 35, 30) / 1000;
    assert.equal((await measure('junit', fixture('mocha-junit-reporter/junit.xml'), { value: 'pass rate' })).time, at);
  });

  it('counts nobody twice in nested suites', async () => {
    const text = `<testsuites tests="3"><testsuite tests="3" time="6"><testsuite tests="2" failures="1" time="4">
      <testcase name="a" time="1"/><testcase name="b" time="3"><failure/><error/></testcase></testsuite>
      <testcase name="c" time="2"/></testsuite></testsuites>`;
    const found = await values('junit', text);
    assert.deepEqual([found['tests'], found['failures'], found['errors'], found['duration']], [3, 1, 0, 6]);
  });

  it('counts test cases where attributes are missing, and attributes where test cases are', async () => {
    const listed =
      '<testsuite><testcase time="1"/><testcase time="2"><skipped/></testcase><testcase status="notrun"/></testsuite>';
    const found = await values('junit', listed);
    assert.deepEqual([found['pass-rate'], found['tests'], found['skipped'], found['duration']], [100, 3, 2, 3]);
    const summed =
      '<testsuites><testsuite tests="7" failures="2" errors="1" disabled="1"/><testsuite tests="3"/></testsuites>';
    const sums = await values('junit', summed);
    assert.deepEqual([sums['tests'], sums['passed'], sums['skipped'], sums['duration']], [10, 6, 1, undefined]);
  });

  it('has no pass rate where every test was skipped', async () => {
    const found = await values('junit', '<testsuite><testcase><skipped/></testcase></testsuite>');
    assert.equal('pass-rate' in found, false);
    assert.equal(found['skipped'], 1);
  });

  it('passes over what a program printed that is no XML', async () => {
    const text = '<testsuite><testcase name="a"><system-out>\u001b[31mred &#27;[0m</system-out></testcase></testsuite>';
    assert.equal((await values('junit', text))['passed'], 1);
  });

  it('says what is wrong', async () => {
    assert.match(await refusal('junit', '<testsuite\ntests="some"></testsuite>'), /tests is no number: "some"/);
    assert.match(await refusal('junit', '<testsuites/>'), /no test/);
    assert.match(await refusal('junit', '<html></html>'), /<html>, where <testsuites>/);
    assert.match(await refusal('junit', fixture('jest-junit/junit.xml').slice(0, 700)), /ends too early/);
    const { value, problems } = await read('junit', '<testsuite><testcase name="a" time="soon"/></testsuite>');
    assert.equal(value.length > 0, true);
    assert.match(problems[0]!.message, /Line 1: the time "soon"/);
  });
});
