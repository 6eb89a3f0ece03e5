// @ts-check
/** A vitest reporter that names the tests that passed only when they were tried again. */

/** What begins each of its lines. */
export const SECOND_TRY = 'on the second try: '

/** @typedef {import('vitest/node').Reporter} Reporter */

/** @implements {Reporter} */
export default class SecondTries {
  /** @param {import('vitest/node').TestCase} test */
  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky) console.log(`\n${SECOND_TRY}${test.module.relativeModuleId} > ${test.fullName}`)
  }
}
