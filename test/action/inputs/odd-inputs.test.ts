import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readStep, type Step } from '../../../src/action/inputs/read-step.ts'
import { Secrets } from '../../../src/action/secrets.ts'
import { asFailure, type Failure } from '../../../src/failure.ts'

const A = 'arn:aws:sts::123456789012:assumed-role/a/*'
const FILE = `version: 1\nmappings:\n  - kind: aws-intake\n    arn-pattern: ${A}\n`

async function read(inputs: Readonly<Record<string, string>>, file = FILE): Promise<Step | Failure> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'inputs-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(path.join(folder, 'x.yml'), file)
  const all = { 'api-key': 'api', 'app-key': 'app', file: 'x.yml', ...inputs }
  const variables = Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  const env = { GITHUB_WORKSPACE: folder, GITHUB_EVENT_NAME: 'push', ...Object.fromEntries(variables) }
  return readStep(env, new Secrets(() => undefined)).catch(asFailure)
}

const ENSURE = { operation: 'ensure', 'arn-pattern': A, 'account-identifier': 'a@example.com', file: '' }
const CREATE = { operation: 'create', kind: 'github-intake', file: '' }

describe('an odd input is one mistake that names it and the way out', () => {
  test.each<[Record<string, string>, string]>([
    [
      { operation: 'plan', comment: 'yes', 'github-token': 'x' },
      'comment: "yes" is not one of false, true. Did you mean true?',
    ],
    [{ operation: 'plan', prune: 'OFF' }, 'prune: "OFF" is not one of false, true. Did you mean false?'],
    [{ ...ENSURE, 'dry-run': '1' }, 'dry-run: "1" is not one of false, true. Did you mean true?'],
    [
      { operation: 'list', file: '', timeout: '1e3' },
      'timeout: "1e3" is not a number of seconds from 1 to 21600. Write it',
    ],
    [
      { operation: 'plan', 'max-deletes': '-1' },
      'max-deletes: "-1" is not a whole number of mappings from 0 to 100000.',
    ],
    [{ operation: 'plan', force: 'true' }, 'force: "true" is not an id of a mapping. Give the ids'],
    [{ operation: 'plan', force: 'my-role, arn:aws:iam::1:role/x' }, 'force: "arn:aws:iam::1:role/x" is not an id'],
    [{ operation: 'plan', file: 'a\\x.yml' }, 'file: "a\\x.yml" does not exist. Write forward slashes'],
    [{ operation: 'plan', file: 'a\\*.yml' }, 'file: "a\\*.yml" matches no file. Write forward slashes'],
    [
      { operation: 'match', kind: 'All', file: '' },
      'kind: all goes with operation: list, export, audit, and match is about',
    ],
    [{ ...CREATE, claims: 'this_job' }, 'claims: "this_job" is neither a block of claims nor this-job'],
    [{ ...CREATE, claims: 'repository: a/b, ref: refs/heads/main' }, 'write each claim on a line of its own'],
    [{ ...ENSURE, 'account-identifier': '“a@example.com”' }, 'account-identifier: "“a@example.com”" is not an email'],
    [{ ...ENSURE, 'account-identifier': "'a@example.com'" }, `account-identifier: "'a@example.com'" is not an email`],
    [{ ...ENSURE, 'api-key': '"api"' }, 'api-key has quotes around it'],
    [{ ...ENSURE, 'app-key': "'app'\n" }, 'app-key has quotes around it'],
    [{ ...ENSURE, 'api-key': 'DD_API_KEY=api' }, 'api-key begins with the name of a variable'],
    [{ ...ENSURE, 'api-key': '***' }, 'api-key is "***", which stands for a masked value'],
    [{ ...ENSURE, 'app-key': '${{ secrets.X }}' }, 'app-key contains an expression that GitHub did not evaluate'],
    [
      { ...ENSURE, 'api-key': '', 'app-key': '', 'bearer-token': 'Bearer ddpat_x' },
      'bearer-token begins with "Bearer"',
    ],
  ])('%o: %s', async (inputs, says) => {
    const failure = await read(inputs)
    expect(failure).toMatchObject({ reason: 'invalid-input', message: expect.stringContaining(says) })
    expect((failure as Failure).message).not.toContain('things are wrong')
  })

  test.each<[string, string]>([
    [`${FILE}    rewrite-role-arn: no\n`, 'mappings[0].rewrite-role-arn is not true or false. Did you mean false?'],
    [`${FILE}    literal: On\n`, 'mappings[0].literal is not true or false. Did you mean true?'],
    [FILE.replaceAll('\n', '\r'), 'line 1, column 1: the lines end with carriage returns alone.'],
    [FILE.replace('  - ', '\t- '), 'line 3, column 1: Tabs are not allowed as indentation.'],
    [FILE.replace('a/*', 'a: b: c'), 'line 4, column 18: a second ": " stands where one field ends.'],
    [`[{ "kind": "aws-intake", "arn-pattern": "${A}" }]`, 'Write version: 1 above, and the list below mappings:.'],
  ])('in the file %j: %s', async (file, says) => {
    const failure = await read({ operation: 'plan' }, file)
    expect(failure).toMatchObject({ reason: 'invalid-input', message: expect.stringContaining(says) })
    expect((failure as Failure).message.split('\n')).toHaveLength(2)
  })
})

describe('an odd input that can only mean one thing does it', () => {
  test.each<[Record<string, string>, string | undefined, object]>([
    [{ ...ENSURE, operation: 'Ensure', kind: 'AWS-persona' }, undefined, { operation: 'ensure', kind: 'aws-persona' }],
    [{ ...CREATE, claims: 'This-Job' }, undefined, { claimsOfThisJob: true }],
    [
      { operation: 'plan' },
      `\ufeff${FILE.replaceAll('\n', '\r\n')}`,
      { desired: { mappings: [{ kind: 'aws-intake' }] } },
    ],
    [{ operation: 'plan', force: ' m1,\n m2 ' }, undefined, { desired: { force: ['m1', 'm2'] } }],
    [
      { ...CREATE, claims: '{"repository":"a/b","repository_id":12,"ref":"refs/heads/main"}' },
      undefined,
      { attributes: { claims: { repository: '^a/b$', repository_id: '^12$', ref: '^refs/heads/main$' } } },
    ],
  ])('%o', async (inputs, file, request) => {
    expect(await read(inputs, file)).toMatchObject({ request })
  })

  test('and says what it removed from a key, and what quotes within claims do', async () => {
    const step = await read({ ...CREATE, 'api-key': 'api\n', claims: 'repository: a/b\nref: \'"refs/heads/main"\'' })
    expect(step).toMatchObject({
      warnings: expect.arrayContaining([
        expect.stringContaining('api-key has white space or a line break around it'),
        'claims: ref is "refs/heads/main", and the quotes are part of what has to match; write refs/heads/main without them.',
      ]),
    })
  })
})

test.each(['0', '100000'])('a number may be as far as its bound: %s', async (given) => {
  expect(await read({ operation: 'plan', 'max-deletes': given })).toMatchObject({
    request: { desired: { maxDeletes: Number(given) } },
  })
})
