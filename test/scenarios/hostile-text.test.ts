import { describe, expect, test } from 'vitest'
import { elementsOf, rendered, textOutsideCode } from '../support/rendered.ts'
import type { StepResult } from '../support/runner.ts'
import { expectHarmless, PERSONA, runHere, runOperation, startDatadog } from './step.ts'

const HOSTILE: Readonly<Record<string, string>> = {
  'workflow commands': '::set-output name=result::hacked\n::error::hacked\n::add-mask::a\n::stop-commands::x',
  'commands of the first version': '##[error]hacked ##[group]x ##[set-env name=PATH]hacked',
  'commands behind white space': '\n \u00a0\u3000::error::hacked\r::warning::hacked\u2028::notice::hacked',
  'commands behind invisible characters': '#\u200b#[error]hacked :\u200b:error::hacked \u001b[0m::error::hacked',
  'escaped commands': '%0A::error::hacked%0D%0A::set-env name=A::b',
  'colours and titles': '\u001b[31mred\u001b[0m\u001b]0;title\u0007\u009b31m\u0008\u0008',
  'bidi controls': '\u202etxet desrever\u2066\u2067\u2069',
  'zero-width and tag characters': 'a\u200b\u200d\u2060\ufeffb\u{e0001}\u{e0041}',
  HTML: '<script>alert(1)</script><img src=x onerror=alert(1)><!--',
  'links and images':
    '[x](https://evil.example) ![x](https://evil.example/x.png) https://evil.example www.evil.example',
  mentions: '@octocat @org/team someone@evil.example #123 org/repo#1',
  'the end of a table': 'a | b |\n\n# heading\n- item\n```\n~~~\n---',
  'escaped bars': 'a\\|b\\\\|<img src=x>|@octocat`|`',
  backticks: '` `` ``` ````',
  'a heredoc of outputs': 'x\nghadelimiter_\nresult=hacked\nmapping-id<<EOF\nhacked\nEOF\n',
  expressions: '${{ secrets.X }} $(id) `id` ; rm -rf / && x',
  'a megabyte': 'long '.repeat(200_000),
  'lone surrogates': '\ud800x\udc00',
}

const ALLOWED = ['br', 'code', 'h3', 'h4', 'li', 'p', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul']

function expectInert(step: StepResult): void {
  expectHarmless(step)
  expect(step.log).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/)
  expect(Math.max(...step.log.split('\n').map((line) => line.length))).toBeLessThan(6000)
  for (const { message, properties } of step.annotations) {
    expect(message).not.toMatch(/^\s*::/m)
    expect(Object.keys(properties).filter((name) => !['file', 'line', 'col'].includes(name))).toEqual([])
  }
  expect(step.outputs['result']).not.toBe('hacked')
  const html = rendered(step.rawSummary)
  expect(elementsOf(html).filter((name) => !ALLOWED.includes(name))).toEqual([])
  expect(textOutsideCode(html)).not.toMatch(/@\w|\w#\d| #\d/)
  for (const value of Object.values(step.outputs)) {
    expect(Buffer.byteLength(value)).toBeLessThanOrEqual(100 * 1024)
    expect(value).not.toMatch(/##\[|^\s*::/)
  }
}

function expectNamed(step: StepResult, ...inputs: readonly string[]): void {
  for (const input of inputs) expect(step.log).toMatch(new RegExp(`\\b${input}: `, 'm'))
}

const { 'a megabyte': megabyte = '', ...short } = HOSTILE

// What a list shows of one mapping does not depend on the next one, so that all short texts go into one list.
describe.concurrent.each([
  ['short texts', Object.values(short)],
  ['a megabyte', [megabyte]],
])('%s in every field of a mapping', (_, texts) => {
  const ROLE = '94172444-be03-11e9-a77a-db1879185210'
  const LISTS: Readonly<Record<string, (text: string, id: string) => readonly { id: string; attributes: object }[]>> = {
    'aws-persona': (text, id) => [
      { id: `a${id}`, attributes: { arn_pattern: text, account_identifier: text, account_uuid: text } },
      { id: `b${id}`, attributes: { arn_pattern: `y ${text}`, account_identifier: `${text} z` } },
    ],
    'github-persona': (text, id) => [
      { id, attributes: { claim_matchers: { sub: text, [text]: text }, account_identifier: text } },
    ],
    authn: (text, id) => [
      {
        id,
        attributes: { attribute_key: text, attribute_value: text, created_at: text },
        relationships: { role: { data: { id: text } } },
      },
    ],
  }

  test.each(Object.entries(LISTS))('are text in a list of kind %s', async (kind, list) => {
    const data = texts.flatMap((text, index) => list(text, `m${index}-`))
    const included = texts.map((text) => ({ type: 'roles', id: text, attributes: { name: `${text} ${ROLE}` } }))
    const datadog = await startDatadog()
    datadog.setFaults([{ do: { status: 200, body: { data, included } } }])
    const step = await runOperation(datadog, { operation: 'list', kind })
    expect(step.outputs['result']).toBe('listed')
    for (const { id } of data) expect(step.log).toContain(id)
    expectInert(step)
  })
})

// As processes: what the runner would execute, and more than a pipe takes at once.
const AS_PROCESSES = ['workflow commands', 'a megabyte']

describe.each(Object.entries(HOSTILE))('%s', (name, text) => {
  const run = AS_PROCESSES.includes(name) ? runOperation : runHere

  test('in one mapping and in what an error says are text', async () => {
    const datadog = await startDatadog()
    const attributes = { account_identifier: text, arn_pattern: text, account_uuid: text }
    datadog.setFaults([{ do: { kind: 'mutate', set: attributes } }])
    const made = await run(datadog, PERSONA, { debug: true })
    expect(made.outputs['result']).toBe('created')
    expectInert(made)
    for (const errors of [[{ title: text, detail: text, source: { pointer: text } }, text], text]) {
      datadog.setFaults([{ do: { status: 400, body: { errors } } }])
      const step = await run(datadog, PERSONA, { debug: true })
      expect(step.outputs['failure-reason']).toMatch(/^(invalid-input|not-integrated)$/)
      expectInert(step)
    }
  })

  test('in every input are an error or text', async () => {
    const datadog = await startDatadog()
    const value = text.slice(0, 60_000).toWellFormed()
    // All mistakes are reported together. An unused input is only mentioned, and an account only shown, where there is no mistake.
    const unused = { 'mapping-id': value, claims: value }
    const mistakes = { 'arn-pattern': value, 'if-exists': value, timeout: value, retries: value, summary: value }
    const account = { 'account-identifier': value }
    for (const given of [
      { operation: value, kind: value, ...unused, ...mistakes, ...account },
      { ...unused, ...mistakes, ...account },
      unused,
      account,
    ]) {
      const step = await run(datadog, { ...PERSONA, ...given }, { debug: true })
      expect(step.timedOut).toBe(false)
      expectInert(step)
      if ('operation' in given) expectNamed(step, 'operation', 'kind', 'timeout', 'retries', 'summary')
      else if ('timeout' in given) expectNamed(step, 'if-exists', 'timeout', 'retries', 'summary')
    }
    const authn = { operation: 'create', kind: 'authn', 'role-id': '94172444-be03-11e9-a77a-db1879185210' }
    expectInert(await run(datadog, { ...authn, 'attribute-key': value, 'attribute-value': value }))
    expectInert(await run(datadog, { operation: 'list', kind: 'authn', filter: value, sort: value }))
  })
})
