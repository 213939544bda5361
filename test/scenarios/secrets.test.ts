import { describe, expect, test } from 'vitest'
import type { FaultRule } from '../emulator/emulator.ts'
import {
  API_KEY,
  APP_KEY,
  exchanges,
  expectFailure,
  expectHarmless,
  expectNoSecrets,
  expectSuccess,
  methods,
  PERSONA,
  runHere,
  runOperation,
  startDatadog,
} from './step.ts'

const GENERIC_ID = '7c405332-7033-40d2-a046-a27a075a22cd'
const hex = (character: string) => character.charCodeAt(0).toString(16).padStart(2, '0')
const each = (spell: (character: string) => string) => (text: string) => Array.from(text, spell).join('')
const between = (gap: string) => (text: string) => Array.from(text).join(gap)

type Spelling = (secret: string) => string

const ENCODINGS: readonly Spelling[] = [
  (secret) => secret,
  encodeURIComponent,
  (secret) => encodeURIComponent(secret).toLowerCase(),
  (secret) => secret.toUpperCase(),
]
const BASE64: readonly Spelling[] = [
  (secret) => Buffer.from(`user:${secret}`).toString('base64'),
  (secret) => Buffer.from(`DD-API-KEY: ${secret}\r\n`).toString('base64').replace(/.{20}/g, '$&\n'),
  (secret) => Buffer.from(`x${secret}`).toString('base64url'),
]
const ESCAPES: readonly Spelling[] = [
  (secret) => JSON.stringify(JSON.stringify(secret)),
  each((character) => `\\u00${hex(character)}`),
  each((character) => `&#x${hex(character)};`),
]
const GAPS: readonly Spelling[] = [between('\u200b'), between('\u001b[1m'), between('\n')]

const side = (spellings: readonly Spelling[]) =>
  [API_KEY, APP_KEY].flatMap((secret) => spellings.map((spell) => spell(secret))).join(' | ')

/** What a server writes, with both keys in it wherever no cut matters. */
const TEXTS: Readonly<Record<string, string>> = {
  'as they are, URL-encoded and in upper case': side(ENCODINGS),
  'in base64': side(BASE64),
  'in escapes of JSON and HTML': side(ESCAPES),
  'with gaps between their letters': side(GAPS),
  ...Object.fromEntries(
    Object.entries({ 'the API key': API_KEY, 'the application key': APP_KEY }).flatMap(([name, secret]) => [
      [`${name} long after invisible characters`, `${'\u200b'.repeat(65_520)}${secret}`],
      [`${name} at a cut`, `${secret} `.repeat(3000)],
    ]),
  ),
}

/** Every place in which a server can give something back. */
const CHANNELS: Readonly<
  Record<string, (text: string) => { fault: FaultRule['do']; inputs?: Record<string, string> }>
> = {
  'the detail of an error': (text) => ({ fault: { status: 400, body: { errors: [{ title: 'x', detail: text }] } } }),
  'the text of an error': (text) => ({ fault: { status: 403, body: { errors: [text] } } }),
  'the pointer of an error': (text) => ({
    fault: { status: 400, body: { errors: [{ detail: 'x', source: { pointer: text } }] } },
  }),
  'the page of an error': (text) => ({ fault: { status: 502, body: `<pre>${text}</pre>`, contentType: 'text/html' } }),
  'a mapping': (text) => ({
    fault: { kind: 'mutate', set: { account_identifier: text, arn_pattern: text, account_uuid: text } },
  }),
  'the names of claims': (text) => ({
    fault: { status: 200, body: { data: [{ id: 'x', attributes: { claim_matchers: { [text]: text, sub: 7 } } }] } },
    inputs: { operation: 'list', kind: 'github-persona' },
  }),
}

describe.concurrent.each(Object.entries(CHANNELS))('keys that a server gives back in %s', (_, channel) => {
  test.each(Object.entries(TEXTS))('%s are shown to nobody', async (_, text) => {
    const datadog = await startDatadog()
    const { fault, inputs } = channel(text)
    datadog.setFaults([{ do: fault }])
    const step = await runHere(datadog, { ...PERSONA, retries: '0', ...inputs }, { debug: true })
    expect(methods(datadog)).not.toEqual([])
    expectNoSecrets(step)
    for (const secret of [API_KEY, APP_KEY])
      expectNothingButLetters(step.log + JSON.stringify(step.outputs) + step.rawSummary, secret)
    expectHarmless(step)
  })
})

/** Not even with everything between its letters left out. */
function expectNothingButLetters(seen: string, secret: string): void {
  const letters = (text: string) => text.replace(/\\u[0-9a-f]{4}|\\n|\u001b\[1m|[^a-z0-9]/gi, '').toLowerCase()
  expect(letters(seen)).not.toContain(letters(secret))
}

describe('keys that a server gives back elsewhere', () => {
  test.each([200, 400, 401, 500])('in body and headers with status %i, are shown to nobody', async (status) => {
    const datadog = await startDatadog()
    datadog.setFaults([{ do: { kind: 'echoCredentials', status } }])
    for (const inputs of [{ operation: 'list' }, PERSONA]) {
      const step = await runHere(datadog, { ...inputs, retries: '0' }, { debug: true })
      expectFailure(step, step.outputs['failure-reason'] ?? '')
      expectNoSecrets(step)
    }
  })

  test('as an id, are written as *** and warned about', async () => {
    const datadog = await startDatadog()
    datadog.setFaults([{ do: { kind: 'mutate', set: { id: API_KEY } } }])
    const step = await runOperation(datadog, PERSONA)
    expectSuccess(step, 'created')
    expect(step.outputs['mapping-id']).toBe('***')
    expectNoSecrets(step)
    expect(step.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /These outputs contain the value of a secret: mapping-id, mapping.*does not pass them to other jobs/,
      ),
    ])
  })

  test('in a place to be redirected to, are shown to nobody', async () => {
    const datadog = await startDatadog()
    for (const to of [`https://${API_KEY}.example/`, `https://x:${API_KEY}@evil.example/${APP_KEY}`, `/${API_KEY}`]) {
      datadog.setFaults([{ do: { kind: 'redirect', to } }])
      const step = await runHere(datadog, { operation: 'list' }, { debug: true })
      expectFailure(step, 'redirect-refused')
      expectNoSecrets(step)
    }
  })

  test('in a file of many mappings, are not in the file', async () => {
    const mapping = (index: number) => ({
      arn_pattern: `arn:aws:sts::123456789012:assumed-role/r${index}/*`,
      account_identifier: index % 2 ? APP_KEY : `x"${API_KEY}`,
    })
    const seed = { mappings: { 'aws-persona': Array.from({ length: 600 }, (_, index) => mapping(index)) } }
    const step = await runOperation(await startDatadog({ seed }), { operation: 'list' })
    expectSuccess(step, 'listed')
    expectNoSecrets(step)
    const file = step.tempFiles[step.outputs['mappings-file'] ?? '']
    expect(JSON.parse(file ?? '')).toHaveLength(600)
    expect(Object.keys(step.tempFiles)).toEqual([step.outputs['mappings-file']])
  })

  test('in an input, are not shown either', async () => {
    const step = await runHere(await startDatadog(), {
      ...PERSONA,
      'account-identifier': APP_KEY,
      'if-exists': API_KEY,
    })
    expectFailure(step, 'invalid-input')
    expectNoSecrets(step)
  })
})

describe('a key', () => {
  test.each([
    'pa"ss\'w`ord-1234567890',
    'a%41b%0Ac%25d-1234567890',
    '$HOME$(id)`id`-1234567890',
    'a&b<c>d;e|f\\g-1234567890',
    '::error::x-1234567890',
    '##[error]x-1234567890',
    'x]x;x=x,x-1234567890',
    '***-1234567890',
  ])('%j is sent as it is and shown to nobody', async (apiKey) => {
    const datadog = await startDatadog({ apiKey })
    datadog.setFaults([{ method: 'POST', times: 1, do: 'echoCredentials' }])
    for (const result of ['failed', 'created']) {
      const step = await runHere(datadog, { ...PERSONA, 'api-key': apiKey })
      expect(step.outputs['result']).toBe(result)
      expectNoSecrets(step, apiKey)
      expectHarmless(step)
    }
    expect(datadog.requests().map(({ headers }) => headers['dd-api-key'])).toEqual([apiKey, apiKey])
  })

  test.each([
    'schlüssel-1234567890',
    'with space-1234567890',
    'two\nlines-1234567890',
    'tab\tinside-1234567890',
    'zero\u200bwidth-1234567890',
    '\u{1f511}-key-1234567890',
  ])('%j, which no Datadog key can be, is refused before anything is sent', async (apiKey) => {
    const datadog = await startDatadog()
    const step = await runHere(datadog, { ...PERSONA, 'api-key': apiKey })
    expectFailure(step, 'invalid-input', /api-key has white space, a line break or a character beyond ASCII inside/)
    expectNoSecrets(step, apiKey, ...apiKey.split('\n'))
    expect(exchanges(datadog)).toEqual([])
  })

  test('with white space around it is trimmed, with a warning', async () => {
    const datadog = await startDatadog()
    const step = await runOperation(datadog, { ...PERSONA, 'api-key': ` ${API_KEY}\n`, 'app-key': `${APP_KEY}\r\n` })
    expectSuccess(step, 'created')
    expect(step.annotations.map(({ level, message }) => `${level} ${message}`)).toEqual([
      expect.stringMatching(/^warning api-key has white space or a line break around it/),
      expect.stringMatching(/^warning app-key has white space or a line break around it/),
    ])
    expectNoSecrets(step)
  })

  test('that is short is masked by the runner and breaks no message', async () => {
    const datadog = await startDatadog({ apiKey: 'q' })
    const step = await runOperation(datadog, { operation: 'get', 'mapping-id': GENERIC_ID, 'api-key': 'q' })
    expectFailure(step, 'not-found')
    expect(step.masks).toContain('q')
    expect(new Set(methods(datadog))).toEqual(new Set(['GET']))
  })

  test('of digits that stand in a pattern empties no output without a warning', async () => {
    const datadog = await startDatadog({ apiKey: '123456789012' })
    const step = await runHere(datadog, { ...PERSONA, 'api-key': '123456789012' })
    expectSuccess(step, 'created')
    expect(step.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(/These outputs contain the value of a secret: arn-pattern, mapping/),
    ])
    expect(step.outputs['mapping-id']).toMatch(/^[0-9a-f-]{36}$/)
    expectNoSecrets(step, '123456789012')
  })
})
