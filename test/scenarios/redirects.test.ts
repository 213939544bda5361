import { describe, expect, onTestFinished, test } from 'vitest'
import { startThief } from '../support/loopback-server.ts'
import { expectFailure, expectNoSecrets, methods, PERSONA, runHere, runOperation, startDatadog } from './step.ts'

describe('a redirect is refused and named, and the keys go nowhere', () => {
  test.each([300, 301, 302, 303, 304, 305, 307, 308])('with status %i', async (status) => {
    const thief = await startThief()
    onTestFinished(() => thief.close())
    const datadog = await startDatadog()
    for (const inputs of [{ operation: 'list' }, PERSONA]) {
      datadog.reset()
      datadog.setFaults([{ do: { kind: 'redirect', status, to: `${thief.url}/api/v2/x` } }])
      const step = await runHere(datadog, inputs, { debug: true })
      expectFailure(step, 'redirect-refused', `a redirect to ${new URL(thief.url).host}, which was not followed`)
      expect(methods(datadog)).toHaveLength(1)
      expectNoSecrets(step)
    }
    expect(thief.loot()).toBe('')
  })

  test.each([
    ['/api/v2/elsewhere', /a redirect to 127\.0\.0\.1:\d+,/],
    ['//thief.example/x', /a redirect to thief\.example,/],
    ['https://user:secret-of-location@thief.example:444/x?key=value', /a redirect to thief\.example:444,/],
    ['https://THIEF.example./', /a redirect to thief\.example\.,/],
    ['javascript:alert(1)', /a redirect to an invalid address,/],
    ['http://[', /a redirect to an invalid address,/],
    ['https://%0d%0a::error::x/', /a redirect to an invalid address,/],
  ])('to %s', async (to, says) => {
    const datadog = await startDatadog()
    datadog.setFaults([{ do: { kind: 'redirect', to } }])
    const step = await runHere(datadog, { operation: 'list' })
    expectFailure(step, 'redirect-refused', says)
    expectNoSecrets(step, 'secret-of-location')
  })

  test('without a place to go', async () => {
    const datadog = await startDatadog()
    datadog.setFaults([{ do: { status: 302 } }])
    const step = await runOperation(datadog, { operation: 'list' })
    expectFailure(step, 'redirect-refused', 'a redirect to an address that it did not give')
  })
})
