import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Call, send } from '../../src/datadog/send.ts'
import { Failure, Stopped } from '../../src/failure.ts'
import { fakeSession, socketError, type Turn } from './fake-session.ts'

const READ: Call<string> = {
  method: 'GET',
  path: '/x',
  purpose: 'read x',
  permission: 'p',
  read: (answer) => answer.text,
}
const WRITE: Call<string> = { ...READ, method: 'POST', body: '{}', purpose: 'make x', settle: async () => undefined }
const OK: Turn = { status: 200, text: 'done' }
const RESET: Turn = { lost: socketError('ECONNRESET') }

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const thrown = await promise.then(
    (value) => expect.fail(`no failure but ${value}`),
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(Failure)
  return thrown as Failure
}

describe('what is sent again', () => {
  test.each<[string, Turn]>([
    ['408', { status: 408 }],
    ['429', { status: 429 }],
    ['500', { status: 500 }],
    ['502', { status: 502 }],
    ['503', { status: 503 }],
    ['599', { status: 599 }],
    ['a reset', RESET],
    ['a time-out', { lost: new DOMException('timed out', 'TimeoutError') }],
    ['a refused connection', { lost: socketError('ECONNREFUSED'), sent: false }],
    ['something that is not HTTP', { lost: socketError('HPE_INVALID_CONSTANT') }],
  ])('a read after %s, as often as retries says, with waits that double', async (_, turn) => {
    const session = fakeSession([turn, turn, OK])
    await expect(send(session, READ)).resolves.toBe('done')
    expect(session.sent).toHaveLength(3)
    expect(session.waits).toEqual([500, 1000])
    const given = fakeSession([turn])
    await failureOf(send(given, READ))
    expect(given.sent).toHaveLength(5)
    const none = fakeSession([turn], { retries: 0 })
    await failureOf(send(none, READ))
    expect(none.sent).toHaveLength(1)
    expect(none.waits).toEqual([])
  })

  test.each([400, 401, 402, 403, 404, 405, 409, 410, 413, 418, 422, 451, 300, 301, 304, 308])(
    'nothing after %i',
    async (status) => {
      for (const call of [READ, WRITE]) {
        const session = fakeSession([{ status }])
        await failureOf(send(session, call))
        expect(session.sent).toHaveLength(1)
      }
    },
  )

  test.each<[string, Turn]>([
    ['an unknown host', { lost: socketError('ENOTFOUND'), sent: false }],
    ['a bad certificate', { lost: socketError('CERT_HAS_EXPIRED'), sent: false }],
  ])('nothing after %s', async (_, turn) => {
    const session = fakeSession([turn])
    await failureOf(send(session, READ))
    expect(session.sent).toHaveLength(1)
  })

  test.each([408, 429])('a write after %i without a look-up, since it was not executed', async (status) => {
    let lookUps = 0
    const session = fakeSession([{ status }, OK])
    const call = { ...WRITE, settle: async () => void lookUps++ as undefined }
    await expect(send(session, call)).resolves.toBe('done')
    expect([session.sent.length, lookUps]).toEqual([2, 0])
  })

  test('a write after a refused connection without a look-up, since nobody saw it', async () => {
    let lookUps = 0
    const session = fakeSession([{ lost: socketError('ECONNREFUSED'), sent: false }, OK])
    await send(session, { ...WRITE, settle: async () => void lookUps++ as undefined })
    expect([session.sent.length, lookUps]).toEqual([2, 0])
  })

  test.each<[string, Turn]>([
    ['a reset', RESET],
    ['500', { status: 500 }],
    ['504', { status: 504 }],
  ])('a write after %s only when a look-up shows no trace of it', async (_, turn) => {
    const events: string[] = []
    const session = fakeSession((exchange, index) => {
      events.push(exchange.method)
      return index === 0 ? turn : OK
    })
    const look = (found: string | undefined) => ({
      ...WRITE,
      settle: async () => {
        events.push('look')
        return found
      },
    })
    await expect(send(session, look(undefined))).resolves.toBe('done')
    expect(events).toEqual(['POST', 'look', 'POST'])
    const found = fakeSession([turn])
    await expect(send(found, look('there'))).resolves.toBe('there')
    expect(found.sent).toHaveLength(1)
  })

  test('a write again only after the wait that a 503 asks for, too', async () => {
    const session = fakeSession([{ status: 503, headers: { 'retry-after': '11' } }, OK])
    await send(session, WRITE)
    expect(session.waits).toEqual([500, 11_000])
  })

  test('a conflict after a lost write is looked into for half a minute, since lists lag', async () => {
    let looks = 0
    const session = fakeSession([RESET, { status: 409 }])
    const call = { ...WRITE, settle: async () => (++looks < 5 ? undefined : 'there') }
    await expect(send(session, call)).resolves.toBe('there')
    expect(session.said.filter((line) => line.includes('does not list it yet'))).toHaveLength(3)
    const never = fakeSession([RESET, { status: 409 }])
    expect((await failureOf(send(never, WRITE))).reason).toBe('conflict')
    expect(never.waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(30_500)
  })
})

describe('a mistake of ours', () => {
  test.each<[string, unknown]>([
    ['a TypeError', new TypeError('undefined is not a function')],
    ['an error with a code of Node', Object.assign(new TypeError('x'), { code: 'ERR_INVALID_ARG_TYPE' })],
    ['a thrown text', 'boom'],
  ])('passes through and is never sent again: %s', async (_, broken) => {
    for (const call of [READ, { ...WRITE, settle: () => expect.fail('no look-up') }]) {
      const session = fakeSession([{ broken }])
      await expect(send(session, call)).rejects.toBe(broken)
      expect(session.sent).toHaveLength(1)
    }
  })

  test('in what reads an answer passes through as well', async () => {
    const mistake = new TypeError('of a reader')
    const read = () => {
      throw mistake
    }
    await expect(send(fakeSession([OK]), { ...READ, read })).rejects.toBe(mistake)
  })
})

describe('what was not integrated', () => {
  const NOT_YET = 'AWS Account Id is not integrated with this Datadog account'
  const answer = (status: number): Turn => ({ status, text: JSON.stringify({ errors: [{ detail: NOT_YET }] }) })

  test.each([
    [400, 'not-integrated'],
    [403, 'forbidden'],
    [422, 'invalid-input'],
  ])('means a missing integration with status 400 only: %i is %s', async (status, reason) => {
    expect((await failureOf(send(fakeSession([answer(status)]), WRITE))).reason).toBe(reason)
  })

  test('is advised on once, however long the wait is', async () => {
    const session = fakeSession([{ status: 400 }, { status: 400 }, { status: 400 }, OK])
    await send(session, { ...WRITE, patience: () => ({ milliseconds: 120_000, why: 'Add it.' }) })
    const again = 'Datadog answered 400 Bad Request.'
    expect(session.said).toEqual([
      'Add it. Next try in 0.5 s.',
      `${again} Next try in 1.0 s.`,
      `${again} Next try in 2.0 s.`,
    ])
    expect(session.waits).toHaveLength(3)
  })
})

describe('a failure is told in one sentence', () => {
  const body = (error: unknown): string => JSON.stringify({ errors: [error] })

  test.each<[string, Turn, string]>([
    ['with what Datadog says', { status: 403, text: body('Not you') }, 'Datadog answered 403 Forbidden: Not you.'],
    ['without a second full stop', { status: 403, text: body('Not you.') }, 'Datadog answered 403 Forbidden: Not you.'],
    [
      'without the name of the status twice',
      { status: 403, text: body('Forbidden') },
      'Datadog answered 403 Forbidden.',
    ],
    [
      'with the number of tries',
      { status: 500, text: body('Down') },
      'Datadog answered 500 Internal Server Error, 2 times in a row: Down.',
    ],
    [
      'with the target of a redirect',
      { status: 302, headers: { location: 'https://evil.example/x' } },
      'Datadog answered 302 Found, a redirect to evil.example, which was not followed because that would send the credentials there.',
    ],
  ])('%s', async (_, turn, says) => {
    const failure = await failureOf(send(fakeSession([turn], { retries: 1 }), READ))
    expect(failure.sentence).toBe(`Could not read x: ${says}`)
  })
})

const wait = (headers: Record<string, string>, status = 429): Turn => ({ status, headers })

describe('how long it waits', () => {
  test.each<[string, Turn, number]>([
    ['X-RateLimit-Reset', wait({ 'x-ratelimit-reset': '7' }), 7000],
    ['a fraction of it', wait({ 'x-ratelimit-reset': '1.5' }), 1500],
    ['Retry-After in seconds', wait({ 'retry-after': '9' }), 9000],
    ['Retry-After as a date', wait({ 'retry-after': new Date(1_000_000_012_000).toUTCString() }), 12_000],
    ['a date in the past', wait({ 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }), 500],
    ['the longer one of both', wait({ 'x-ratelimit-reset': '3', 'retry-after': '8' }), 8000],
    ['Retry-After of a 503', wait({ 'retry-after': '11' }, 503), 11_000],
    ['Retry-After of a 408', wait({ 'retry-after': '2' }, 408), 2000],
    ['not the window of the rate limit of a 503', wait({ 'x-ratelimit-reset': '250' }, 503), 500],
    ['nothing', wait({}), 500],
    ['0', wait({ 'x-ratelimit-reset': '0' }), 500],
  ])('is told by %s', async (_, turn, expected) => {
    const session = fakeSession([turn, OK])
    await send(session, READ)
    expect(session.waits.reduce((sum, part) => sum + part, 0)).toBe(expected)
  })

  test.each([
    'NaN',
    '-5',
    '1e99',
    'Infinity',
    '0x10',
    '',
    ' ',
    'tomorrow',
    '5; 6',
    '9'.repeat(13),
    '9'.repeat(10_000),
    '\u0661',
    'null',
    '1,5',
    '-0',
  ])('is not told by %j, which is not a number of seconds', async (text) => {
    for (const name of ['x-ratelimit-reset', 'retry-after']) {
      const session = fakeSession([wait({ [name]: text }), OK])
      await send(session, READ)
      expect(session.waits).toEqual([500])
    }
  })

  test('never passes the deadline: a hopeless wait fails at once and says how long was asked for', async () => {
    for (const turn of [
      wait({ 'x-ratelimit-reset': '3600' }),
      wait({ 'retry-after': '3600' }, 503),
      wait({ 'retry-after': 'Fri, 31 Dec 9999 23:59:59 GMT' }),
      wait({ 'x-ratelimit-reset': '999999999999' }),
    ]) {
      const session = fakeSession([turn], { timeoutSeconds: 60 })
      const failure = await failureOf(send(session, READ))
      expect(failure.sentence).toMatch(/It asks to wait (60 min|\d+ days), and 60 s are left of timeout\.$/)
      expect(session.sent).toHaveLength(1)
      expect(session.waits).toEqual([])
    }
  })

  test('is said when there are no retries left, too', async () => {
    const failure = await failureOf(send(fakeSession([wait({ 'x-ratelimit-reset': '30' })], { retries: 0 }), READ))
    expect(failure).toMatchObject({ reason: 'rate-limited' })
    expect(failure.sentence).toContain('It asks to wait 30 s.')
  })

  test('whatever the header fields say, it ends before the deadline or fails', async () => {
    const value = fc.oneof(fc.string(), fc.double().map(String), fc.date().map(String), fc.nat().map(String))
    await fc.assert(
      fc.asyncProperty(value, value, fc.constantFrom(408, 429, 500, 503), async (reset, after, status) => {
        const headers = { 'x-ratelimit-reset': reset, 'retry-after': after }
        const session = fakeSession([wait(headers, status), OK], { timeoutSeconds: 60 })
        const start = session.clock.now()
        await send(session, READ).catch((thrown: unknown) => expect(thrown).toBeInstanceOf(Failure))
        expect(session.clock.now() - start).toBeLessThan(60_000)
        for (const part of session.waits) expect(Number.isFinite(part) && part >= 0).toBe(true)
      }),
    )
  })

  test('for what can pass by itself is two minutes, whatever retries says', async () => {
    const patience = () => ({ milliseconds: 120_000, why: 'Not yet.' })
    const session = fakeSession([{ status: 400 }], { retries: 0 })
    await failureOf(send(session, { ...WRITE, patience }))
    const waited = session.waits.reduce((sum, part) => sum + part, 0)
    expect(waited).toBeGreaterThan(100_000)
    expect(waited).toBeLessThanOrEqual(120_000)
    expect(session.said[0]).toBe('Not yet. Next try in 0.5 s.')
  })

  test('for what can pass by itself ends before the deadline, so that the refusal is told', async () => {
    const patience = () => ({ milliseconds: 120_000, why: 'Not yet.' })
    const session = fakeSession([{ status: 400 }], { timeoutSeconds: 20 })
    expect((await failureOf(send(session, { ...WRITE, patience }))).reason).toBe('invalid-input')
    expect(session.signal.aborted).toBe(false)
  })
})

describe('what became of a write is called unknown', () => {
  const call = { ...WRITE, unsure: 'It is unknown.' }

  test.each(['conflict', 'not-found'] as const)(
    'and the %s of a look-up is not taken for the answer to it',
    async (reason) => {
      const settle = async () => {
        throw new Failure(reason, 'Could not list.')
      }
      expect((await failureOf(send(fakeSession([RESET]), { ...call, settle }))).reason).toBe('network')
    },
  )

  test('when the step is stopped while it is under way', async () => {
    const session = fakeSession(() => {
      session.stop.abort(new Stopped('cancelled', 'the run was cancelled'))
      return { lost: session.stop.signal.reason, sent: true }
    })
    expect(await failureOf(send(session, call))).toMatchObject({
      reason: 'cancelled',
      sentence: 'Could not make x: the run was cancelled. It is unknown.',
    })
  })

  test('when the look-up fails, and when it found no trace, because a list can lag', async () => {
    const failing = async () => {
      throw new Failure('forbidden', 'Could not list.')
    }
    const lookUp = await failureOf(send(fakeSession([RESET]), { ...call, settle: failing }))
    expect(lookUp).toMatchObject({ reason: 'forbidden' })
    expect(lookUp.sentence).toMatch(/failed, too\. Could not list\. It is unknown\.$/)
    const none = await failureOf(send(fakeSession([RESET], { retries: 0 }), call))
    expect(none.sentence).toMatch(/A look-up right after that did not find it\. It is unknown\.$/)
  })
})

test('nothing is sent after the step was stopped, and the reason is told', async () => {
  const session = fakeSession([OK])
  session.stop.abort(new Stopped('cancelled', 'the run was cancelled'))
  expect(await failureOf(send(session, READ))).toMatchObject({
    reason: 'cancelled',
    sentence: 'Could not read x: the run was cancelled.',
  })
  expect(session.sent).toEqual([])
})
