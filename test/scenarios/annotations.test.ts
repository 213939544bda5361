import { expect, test } from 'vitest'
import { expectFailure, expectSuccess, methods, runHere, startDatadog } from './step.ts'

const FILE = 'config/mappings.yml'
const inputs = { operation: 'plan', file: `./${FILE}` }
const run = async (text: string) => {
  const datadog = await startDatadog()
  return { datadog, step: await runHere(datadog, inputs, { workspaceFiles: { [FILE]: text } }) }
}

test('each mistake in the file is an annotation on its line, and one more has all of them', async () => {
  const { datadog, step } = await run(`version: 1
mappings:
  - kind: aws-personna
  - kind: aws-intake
    arn-pattern: arn:aws:iam::12345:role/x
  - kind: authn
    attribute-key: a
    attribute-value: b
`)
  expectFailure(step, 'invalid-input', 'has mistakes')
  const placed = step.annotations.filter(({ properties }) => properties['file'] !== undefined)
  expect(placed.map(({ level, properties }) => ({ level, ...properties }))).toEqual([
    { level: 'error', file: FILE, line: '3', col: '11' },
    { level: 'error', file: FILE, line: '5', col: '18' },
    { level: 'error', file: FILE, line: expect.stringMatching(/^[67]$/), col: expect.any(String) },
  ])
  expect(placed[0]?.message).toContain('aws-personna')
  expect(step.annotations.at(-1)).toMatchObject({ level: 'error', properties: {} })
  expect(methods(datadog)).toEqual([])
})

test('a field that does not exist is marked at its name, where the text says that it is', async () => {
  const { step } = await run('version: 1\nmappings:\n  - kind: aws-intake\n    arn_pattern: x\n')
  const unknown = step.annotations.find(({ message }) => message.includes('arn_pattern is not a field'))
  expect(unknown).toMatchObject({ properties: { line: '4', col: '5' } })
  expect(unknown?.message).toContain('line 4, column 5')
})

test('many mistakes leave room for the one annotation that says that the step failed', async () => {
  const { step } = await run(`version: 1\nmappings:\n${'  - kind: x\n'.repeat(30)}`)
  expectFailure(step, 'invalid-input')
  expect(step.annotations.filter(({ level }) => level === 'error')).toHaveLength(10)
})

test('who else can satisfy a mapping is a warning on its line, and said once', async () => {
  const { step } = await run(`version: 1
mappings:
  - kind: github-persona
    claims: { sub: "/^repo:my-org/.*$/" }
    account-identifier: ci@example.com
`)
  expectSuccess(step, 'planned')
  const owner = step.annotations.filter(({ message }) => message.includes('every repository of the owner'))
  expect(owner).toMatchObject([{ level: 'warning', properties: { file: FILE, line: '4' } }])
})
