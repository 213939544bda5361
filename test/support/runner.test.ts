import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { fakeAction } from './fake-action.ts'
import { onWindows } from './platform.ts'
import { runStep, visibleText } from './runner.ts'

const declared = `inputs:
  operation: { description: what, required: true }
  site: { description: where }
  summary: { description: show, default: true }
  old name: { description: gone, deprecationMessage: use site }
  token: { description: token, default: '\${{ github.token }}' }
`
const printInputs = `
const inputs = Object.entries(env).filter(([name]) => name.startsWith('INPUT_'))
console.log(JSON.stringify(Object.fromEntries(inputs)))`

describe('inputs', () => {
  test('an unset input is an empty string, a default is text, and a space becomes an underscore', async () => {
    const step = await runStep({
      ...fakeAction(printInputs, declared),
      inputs: { operation: ' list\n' },
      githubToken: 'ghs_1',
    })
    expect(JSON.parse(step.stdout)).toEqual({
      INPUT_OPERATION: ' list\n',
      INPUT_SITE: '',
      INPUT_SUMMARY: 'true',
      INPUT_OLD_NAME: '',
      INPUT_TOKEN: 'ghs_1',
    })
    expect(step.log).not.toContain('ghs_1')
    expect(step.annotations).toEqual([])
  })

  test('an undeclared input is passed on with the warning that the runner gives, a deprecated one with its message', async () => {
    const step = await runStep({ ...fakeAction(printInputs, declared), inputs: { api_key: 'x', 'Old Name': 'y' } })
    expect(JSON.parse(step.stdout)).toMatchObject({ INPUT_API_KEY: 'x', INPUT_OLD_NAME: 'y' })
    expect(step.annotations.map(({ message }) => message)).toEqual([
      "Input 'old name' has been deprecated with message: use site",
      "Unexpected input(s) 'api_key', valid inputs are ['operation', 'site', 'summary', 'old name', 'token']",
    ])
  })
})

describe('environment', () => {
  test('nothing of our own environment reaches the step, and its env block wins', async () => {
    process.env['HTTPS_PROXY'] = 'http://127.0.0.1:1'
    process.env['DD_API_KEY'] = 'leaked'
    try {
      const action = fakeAction('console.log(JSON.stringify(env))')
      const step = await runStep({
        ...action,
        env: { GITHUB_REPOSITORY: 'a/b', GITHUB_SHA: undefined, DD_SITE: 'x' },
        debug: true,
      })
      const env = JSON.parse(step.stdout) as Record<string, string>
      expect(Object.keys(env).filter((name) => /proxy|^DD_API|^NODE|^npm|^VITEST/i.test(name))).toEqual([])
      expect(env).toMatchObject({ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'a/b', DD_SITE: 'x', RUNNER_DEBUG: '1' })
      expect(env).not.toHaveProperty('GITHUB_SHA')
    } finally {
      delete process.env['HTTPS_PROXY']
      delete process.env['DD_API_KEY']
    }
  })

  test('the step runs on Node 24 in the workspace with the event that was given', async () => {
    const action = fakeAction(`
      console.log(process.version, fs.readFileSync('config/a.yml', 'utf8'), fs.readFileSync(env.GITHUB_EVENT_PATH, 'utf8'))`)
    const step = await runStep({ ...action, workspaceFiles: { 'config/a.yml': 'one' }, eventPayload: { number: 7 } })
    expect(step.stdout).toMatch(/^v24\..* one \{"number":7\}\n$/)
    expect(step.strayFiles).toEqual({})
  })
})

describe('what a step leaves', () => {
  test('outputs, state, environment, path, summary and files are read before the folder goes', async () => {
    const step = await runStep({
      secrets: ['s3cret'],
      ...fakeAction(`
        fs.appendFileSync(env.GITHUB_OUTPUT, 'id=1\\nlong<<EOT\\na\\nb s3cret\\nEOT\\n')
        fs.appendFileSync(env.GITHUB_STATE, 'kept=yes\\n')
        fs.appendFileSync(env.GITHUB_ENV, 'A=b\\n')
        fs.appendFileSync(env.GITHUB_PATH, '/opt/bin\\n')
        fs.appendFileSync(env.GITHUB_STEP_SUMMARY, '# s3cret\\n')
        fs.writeFileSync(env.RUNNER_TEMP + '/left.json', '[]')
        fs.writeFileSync(env.HOME + '/.rc', 'x')
        console.log('##[group]One')
        console.log('said s3cret')
        console.log('::endgroup::')`),
    })
    expect(step).toMatchObject({
      exitCode: 0,
      conclusion: 'success',
      outputs: { id: '1', long: 'a\nb s3cret' },
      outputsDroppedBetweenJobs: ['long'],
      state: { kept: 'yes' },
      env: { A: 'b' },
      pathAdditions: ['/opt/bin'],
      summary: '# ***\n',
      rawSummary: '# s3cret\n',
      log: '▼ One\n  said ***\n',
    })
    expect(Object.entries(step.tempFiles).map(([file, text]) => [path.basename(file), text])).toEqual([
      ['left.json', '[]'],
    ])
    expect(Object.keys(step.strayFiles).map((file) => path.basename(file))).toEqual(['.rc'])
  })

  test('a malformed output file fails the step, a summary over 1 MiB is dropped with an error', async () => {
    const malformed = await runStep(fakeAction(`fs.writeFileSync(env.GITHUB_OUTPUT, 'a=1\\nnonsense\\n')`))
    expect(malformed).toMatchObject({ exitCode: 0, conclusion: 'failure', outputs: { a: '1' } })
    expect(malformed.fileCommandErrors).toEqual(["output: Invalid format 'nonsense'"])
    const large = await runStep(fakeAction(`fs.writeFileSync(env.GITHUB_STEP_SUMMARY, 'é'.repeat(600_000))`))
    expect(large).toMatchObject({ conclusion: 'success', summary: '' })
    expect(large.annotations[0]?.message).toContain('supports content up to a size of 1024k, got 1171k')
  })

  test.each([
    "console.log('k3y')",
    "console.log('::error title=k3y::x')",
    "console.log('::debug::k3y')",
    "fs.appendFileSync(env.GITHUB_OUTPUT, 'a<<E\\nx\\nk3y\\nE\\n')",
    "fs.appendFileSync(env.GITHUB_STEP_SUMMARY, 'k3y')",
    "fs.writeFileSync(env.RUNNER_TEMP + '/file', 'k3y')",
    "fs.writeFileSync('file', 'k3y')",
  ])('a secret shows after %s', async (source) => {
    expect(visibleText(await runStep(fakeAction(source)))).toContain('k3y')
  })

  test('a secret that was masked first does not show', async () => {
    const source = "console.log('::add-mask::k3y'); console.log('k3y'); console.log('::warning title=k3y::k3y')"
    const step = await runStep(fakeAction(source))
    expect(visibleText(step)).not.toContain('k3y')
    expect(step.masks).toContain('k3y')
  })

  test('what is printed on standard error is obeyed as well', async () => {
    const step = await runStep(fakeAction(`console.error('::error title=T::bad'); process.exitCode = 3`))
    expect(step).toMatchObject({ exitCode: 3, conclusion: 'failure', stdout: '', log: 'Error: bad\n' })
    expect(step.annotations).toEqual([{ level: 'error', message: 'bad', title: 'T', properties: { title: 'T' } }])
  })
})

describe('ending a step', () => {
  const patient = `
    process.on('SIGINT', () => { console.log('interrupted'); clearInterval(timer) })
    const timer = setInterval(() => {}, 1000)
    console.log('ready')`

  test.skipIf(onWindows)('a signal arrives at its moment, and cancelling is told apart from failing', async () => {
    const ready = Promise.withResolvers<void>()
    const step = await runStep({ ...fakeAction(patient), cancel: ready.promise, onLine: () => ready.resolve() })
    expect(step).toMatchObject({ exitCode: 0, signal: null, conclusion: 'cancelled', log: 'ready\ninterrupted\n' })
    const killed = await runStep({
      ...fakeAction(patient),
      signals: [{ signal: 'SIGTERM', when: Promise.resolve() }],
    })
    expect(killed).toMatchObject({ exitCode: null, signal: 'SIGTERM', conclusion: 'failure' })
  })

  test('a step that does not end is ended', async () => {
    const step = await runStep({ ...fakeAction('setInterval(() => {}, 1000)'), timeoutMs: 300 })
    expect(step).toMatchObject({ timedOut: true, exitCode: null, conclusion: 'failure' })
    expect(step.durationMs).toBeLessThan(5_000)
  })
})
