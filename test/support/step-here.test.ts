import { expect, test } from 'vitest'
import { fileOf, persona } from '../scenarios/desired.ts'
import { API_KEY, PERSONA, runHere, runOperation, startDatadog } from '../scenarios/step.ts'

const GET = { operation: 'get', 'mapping-id': '7c405332-7033-40d2-a046-a27a075a22cd' }

test.each([
  ['a list', { operation: 'list' }],
  ['a create', PERSONA],
  ['a mapping that is missing', GET],
  ['inputs that are mistaken', { operation: 'create', 'mapping-id': API_KEY }],
  ['a plan', { operation: 'plan' }],
])('%s looks the same in this process as in one of its own', async (_, inputs) => {
  const seen = []
  for (const run of [runHere, runOperation]) {
    const datadog = await startDatadog()
    const options = { debug: true, workspaceFiles: fileOf([persona('new')]) }
    const { log, outputs, summary, annotations, masks, exitCode, conclusion } = await run(datadog, inputs, options)
    const ever = (text: string) =>
      text
        .replaceAll(datadog.url, 'URL')
        .replace(/\d+(\.\d+)? m?s\b|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|\/\S+\/runner-step-\w+| {5}at .*/g, '…')
        // What is read side by side is answered in any order.
        .split('\n')
        .sort()
    seen.push({
      log: ever(log),
      outputs: ever(JSON.stringify(outputs)),
      summary: ever(summary),
      annotations,
      masks,
      exitCode,
      conclusion,
    })
  }
  expect(seen[0]).toEqual(seen[1])
})

test('steps in this process that run side by side do not see each other, and standard output is given back', async () => {
  const write = process.stdout.write
  const one = await startDatadog()
  const other = await startDatadog()
  const steps = await Promise.all([
    runHere(one, { operation: 'list' }),
    runHere(other, { operation: 'list' }, { debug: true }),
    runHere(other, GET),
  ])
  expect(steps.map(({ outputs }) => outputs['result'])).toEqual(['listed', 'listed', 'failed'])
  expect(steps.map(({ log }) => log.includes(one.url))).toEqual([true, false, false])
  expect(steps.map(({ debug }) => debug.length > 0)).toEqual([false, true, false])
  expect(process.stdout.write).toBe(write)
})

test.each<[string, Parameters<typeof runHere>[2]]>([
  ['signals', { signals: [{ signal: 'SIGINT', when: 5 }] }],
  ['a cancellation', { cancel: 5 }],
  ['arguments for Node', { nodeArguments: ['--no-warnings'] }],
  ['authorities that Node reads when it starts', { env: { NODE_EXTRA_CA_CERTS: 'ca.pem' } }],
])('a step in this process refuses %s', async (_, options) => {
  const refused = runHere(await startDatadog(), { operation: 'list' }, options)
  await expect(refused).rejects.toThrow('only a process of its own can be')
})
