import fc from 'fast-check'
import { expect, test } from 'vitest'
import { INPUT_NAMES } from '../../../src/action/inputs/input-table.ts'
import { readStep, type Step } from '../../../src/action/inputs/read-step.ts'
import { oneLine } from '../../../src/action/report/safe-text.ts'
import { Secrets } from '../../../src/action/secrets.ts'
import { Client } from '../../../src/datadog/client.ts'
import { Failure } from '../../../src/failure.ts'
import { KIND_NAMES } from '../../../src/mappings/mapping.ts'
import { operate } from '../../../src/operations/operate.ts'
import { OPERATION_NAMES } from '../../../src/operations/request.ts'
import { fakeSession } from '../../datadog/fake-session.ts'

async function read(inputs: Readonly<Record<string, string>>): Promise<Step | Failure> {
  const variables = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  try {
    return await readStep(
      { GITHUB_WORKSPACE: '/nowhere', ...Object.fromEntries(variables) },
      new Secrets(() => undefined),
    )
  } catch (thrown) {
    expect(thrown, String(thrown)).toBeInstanceOf(Failure)
    return thrown as Failure
  }
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'arn:aws/sts*?#%.@-_\\|$^()[]{}+ \n\t"\'0123456789'), maxLength: 80 }),
  fc.constantFrom(
    '..',
    '.',
    '../..',
    '%2e%2e',
    '..%2f',
    'a/b',
    '/',
    '?x=1',
    '#x',
    ';x',
    '\\..\\',
    '//evil.example',
    'a\r\nHost: evil.example',
    '\u0000',
    '\ud800',
    '\udc00\ud800',
    '__proto__',
    'constructor',
    'toString',
    'NaN',
    '-1',
    '1e99',
    '0x10',
    '٣',
    '９',
    'true ',
    'TRUE',
    'null',
    '[]',
    '{}',
    '{"a":',
    '- a\n- b',
    '&a [*a]',
    '*a',
    '!!js/function x',
    'a: &a\n  b: *a',
    '***',
    '${{ x }}',
    'https://evil.example',
    'http://127.0.0.1@evil.example',
    'x'.repeat(70_000),
    '('.repeat(5000),
    '/^(a+)+$/',
    'sub: /(((((a*)*)*)*)*)*b/',
    'repository: a/b\n'.repeat(2000),
  ),
)

const KEYS = { 'api-key': '0123456789abcdef0123456789abcdef', 'app-key': 'ddapp_0123456789abcdef' }
const AWS = 'arn:aws:sts::123456789012:assumed-role/deployer/*'
const UUID = '94172444-be03-11e9-a77a-db1879185210'
const VALID: readonly Readonly<Record<string, string>>[] = [
  { operation: 'create', 'arn-pattern': AWS, 'account-identifier': 'a@example.com' },
  { operation: 'get', 'mapping-id': UUID },
  { operation: 'get', 'arn-pattern': AWS },
  { operation: 'delete', kind: 'aws-intake', 'arn-pattern': AWS },
  {
    operation: 'ensure',
    kind: 'github-persona',
    claims: 'repository: a/b\nref: refs/heads/main',
    'account-identifier': 'a@example.com',
  },
  { operation: 'create', kind: 'authn', 'attribute-key': 'k', 'attribute-value': 'v', 'role-id': UUID },
  { operation: 'update', kind: 'authn', 'mapping-id': UUID, 'attribute-value': 'v' },
  { operation: 'list', kind: 'authn', filter: 'x' },
  { operation: 'match', arn: 'arn:aws:sts::123456789012:assumed-role/deployer/session' },
]

/** Runs what was read against a server that knows nothing, and checks every request that it would have got. */
async function runAndCheck(step: Step): Promise<void> {
  const { request } = step
  // These ask AWS or GitHub before Datadog, or write files.
  if (['plan', 'apply', 'export', 'verify', 'login'].includes(request.operation)) return
  if ('claimsOfThisJob' in request && request.claimsOfThisJob) return
  if (request.operation === 'match' && request.caller === undefined) return
  const asked: { readonly path: string; readonly body: string | undefined }[] = []
  const session = fakeSession(
    ({ method, path, body }) => {
      asked.push({ path, body })
      return method === 'GET' && !/mapping\/|mappings\//.test(path)
        ? { status: 200, text: '{"data":[]}' }
        : { status: 404 }
    },
    { retries: 0 },
  )
  const job = {
    env: {},
    datadog: session,
    addSecret: () => undefined,
    open: () => Promise.reject(new Error('not here')),
  }
  const journal = { say: () => undefined, organization: () => undefined, keep: async () => undefined }
  const context = { client: new Client(session), job, journal, place: { site: 'datadoghq.com' } }
  await operate(request, context).catch((thrown: unknown) => {
    expect(thrown, String(thrown)).toBeInstanceOf(Failure)
    expect((thrown as Failure).reason).not.toBe('internal')
  })
  // Asserted here and not by the server: what a server throws is a lost connection to the step.
  for (const { path, body } of asked) {
    expect(path).toMatch(PATHS)
    if (body !== undefined) expect(() => JSON.parse(body)).not.toThrow()
  }
}

const PATHS =
  /^\/api\/v2\/(cloud_auth|wif)\/(aws|github)\/(persona|intake)_mapping(\/[\w%-]{1,400})?$|^\/api\/v2\/authn_mappings(\/[\w%-]{1,400})?(\?[\w%.*+=&-]*)?$|^\/api\/v2\/(users|roles|team)\/[\w%-]+$|^\/api\/v2\/(users|roles|team)\?[\w%.*+=&-]*$/

test.each(INPUT_NAMES)('whatever stands in %s, the step runs or names the input', async (name) => {
  await fc.assert(
    fc.asyncProperty(hostile, fc.constantFrom(...VALID), async (value, valid) => {
      const result = await read({ ...KEYS, ...valid, [name]: value })
      if (result instanceof Failure) {
        expect(result.reason, result.message).toBe('invalid-input')
        expect(oneLine(result.message).length).toBeGreaterThan(10)
        // What is empty is missing, which may be said of the first of several that would do; an empty kind is the default one.
        const isMissing = value.trim() === ''
        if (isMissing && name === 'kind') return
        // Of two inputs that exclude each other the message may name the other one first.
        const form = isMissing || name === 'team' ? `\\b${name}\\b` : `^(?:- )?(?:[a-z-]+: )?${name}\\b`
        expect(result.message).toMatch(new RegExp(form, 'm'))
        expect(result.message.length).toBeLessThan(20_000)
      } else await runAndCheck(result)
    }),
    { numRuns: 120 },
  )
})

test('whatever stands in all of them at once, the step runs or names what is wrong', async () => {
  const all = fc.record(
    Object.fromEntries(
      INPUT_NAMES.map((name) => [
        name,
        name === 'operation'
          ? fc.constantFrom(...OPERATION_NAMES)
          : name === 'kind'
            ? fc.constantFrom(...KIND_NAMES)
            : hostile,
      ]),
    ),
    { requiredKeys: ['operation'] },
  )
  await fc.assert(
    fc.asyncProperty(all, async (inputs) => {
      const result = await read(inputs as Record<string, string>)
      if (result instanceof Failure) expect(result.reason, result.message).toBe('invalid-input')
      else await runAndCheck(result)
    }),
    { numRuns: 400 },
  )
})
