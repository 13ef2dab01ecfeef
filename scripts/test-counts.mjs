/** The tests in Vitest's JSON report; a file that could not be loaded is a failed test. */
export function countVitest(report, exitCode) {
  const files = report?.testResults ?? []
  const broken = files.filter(file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'))
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  return honest({ passed: report?.numPassedTests ?? 0, failed: (report?.numFailedTests ?? 0) + broken.length, skipped }, exitCode)
}

/** The tests in Playwright's JSON report. */
export function countPlaywright(report, exitCode) {
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = report?.stats ?? {}
  return honest({ passed: expected + flaky, failed: unexpected, skipped }, exitCode)
}

/** A tool that fails without naming a failed test has failed all the same. */
function honest(counts, exitCode) {
  return exitCode === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}

export function total(all) {
  const sum = key => all.reduce((count, counts) => count + counts[key], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}

export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
