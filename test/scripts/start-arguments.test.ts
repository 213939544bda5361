import { expect, test } from 'vitest'
import { parseStartArguments, usage } from '../../scripts/start-arguments.ts'

const declared = ['operation', 'kind', 'claims'].map((name) => ({
  name,
  description: `About ${name}.\nMore.`,
  required: false,
  default: undefined,
  deprecationMessage: undefined,
}))
const parse = (...args: string[]) => parseStartArguments(args, declared)

test('inputs come as two words or with an equals sign', () => {
  expect(parse('--operation', 'list', '--kind=aws-intake', '--claims=a=b', '--seed', 's.json', '--debug')).toEqual({
    inputs: { operation: 'list', kind: 'aws-intake', claims: 'a=b' },
    seed: 's.json',
    debug: true,
    help: false,
  })
})

test('an empty value is a value', () => {
  expect(parse('--operation', '', '--kind=').inputs).toEqual({ operation: '', kind: '' })
})

test.each([
  [['--role', 'x'], '--role is not an input of this action. Inputs: --operation --kind --claims; also --seed'],
  [['list'], 'list: expected --name value.'],
  [['--operation'], '--operation needs a value'],
  [['--operation', '--kind'], 'write --operation=… for one that starts with --.'],
  [['--seed', 'x'], '--seed goes with the inputs of one step'],
])('%j is refused', (args, message) => {
  expect(() => parse(...args)).toThrow(message)
})

test('the help lists every input with the first line of its description', () => {
  expect(usage(declared)).toMatch(/--operation +About operation\.\n.*--kind +About kind\.\n/)
  expect(usage(declared)).toContain('npm run --silent emulator -- --help')
})
