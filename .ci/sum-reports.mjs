/**
 * node .ci/sum-reports.mjs FOLDER NAME…
 *
 * Adds up what the steps of .ci/run left: NAME.json by vitest, NAME.failed by a step that failed, NAME.skipped with the
 * reason by one that could not be run. Prints what failed, each with the first lines of its message, and the sum as its last
 * line, and exits 1 when anything failed. A run of tests without a report, or with none in it, is a failure.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, ...runs] = process.argv.slice(2);
/** Of a message: a comparison of long texts would hide the rest of the list. */
const SHOWN_LINES = 12;

const sum = { passed: 0, failed: 0, skipped: 0 };

for (const name of runs) add(name);
for (const name of failedSteps().filter((step) => !runs.includes(step))) fail(`${name} failed`);

process.stdout.write(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped\n`);
process.exitCode = sum.failed === 0 ? 0 : 1;

function add(name) {
  const reason = join(folder, `${name}.skipped`);
  if (existsSync(reason)) return skip(`${name} skipped: ${readFileSync(reason, 'utf8').trim()}`);
  const path = join(folder, `${name}.json`);
  if (!existsSync(path)) return fail(`${name}: no report`);
  const report = JSON.parse(readFileSync(path, 'utf8'));
  for (const file of report.testResults) tellFailures(name, file);
  sum.passed += report.numPassedTests;
  sum.failed += report.numFailedTests;
  sum.skipped += report.numPendingTests + report.numTodoTests;
  if (report.numTotalTests === 0) fail(`${name}: no tests`);
  // A file that does not load, or an error outside any test, fails the run without a failed test.
  else if (report.numFailedTests === 0 && (!report.success || failedSteps().includes(name))) fail(`${name} failed`);
}

function tellFailures(name, { name: file, status, message, assertionResults }) {
  const failed = assertionResults.filter((test) => test.status === 'failed');
  for (const { fullName, failureMessages } of failed)
    tell(`${name}: ${file} > ${fullName}`, failureMessages.join('\n'));
  // A file that does not load has no tests.
  if (status === 'failed' && failed.length === 0) tell(`${name}: ${file}`, message);
}

function tell(title, message) {
  const lines = message.split('\n').slice(0, SHOWN_LINES);
  process.stdout.write(`FAILED ${title}\n${lines.map((line) => `  ${line}\n`).join('')}`);
}

function fail(message) {
  process.stdout.write(`${message}\n`);
  sum.failed += 1;
}

function skip(message) {
  process.stdout.write(`${message}\n`);
  sum.skipped += 1;
}

function failedSteps() {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.failed'))
    .map((file) => file.slice(0, -'.failed'.length))
    .sort();
}
