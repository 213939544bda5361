import { describe, expect, onTestFinished, test } from 'vitest'
import { type GitHubApi, type IssueComment, startGitHubApi } from '../support/github-api.ts'
import { startProxy } from '../support/proxy.ts'
import type { StepResult } from '../support/runner.ts'
import {
  APP_KEY,
  expectFailure,
  expectNoSecrets,
  expectSuccess,
  methods,
  runHere,
  runOperation,
  startDatadog,
} from './step.ts'

const TOKEN = 'ghs_tokenOfThisJob0123456789abcdefghijkl'
const FILE = `version: 1
mappings:
  - kind: aws-persona
    arn-pattern: arn:aws:iam::123456789012:role/ci/deployer
    account-identifier: deployer@example.com
`

function pullRequest(head: string | null = 'my-org/app') {
  return {
    pull_request: {
      number: 7,
      head: { repo: head && { full_name: head } },
      base: { repo: { full_name: 'my-org/app' } },
    },
  }
}

const LONGER = `${FILE}  - kind: aws-intake
    arn-pattern: arn:aws:iam::123456789012:role/agent
`

async function startGitHub(options: Partial<Parameters<typeof startGitHubApi>[0]> = {}): Promise<GitHubApi> {
  const github = await startGitHubApi({ token: TOKEN, ...options })
  onTestFinished(() => github.close())
  return github
}

async function planOn(
  datadog: { url: string },
  github: GitHubApi,
  inputs: Record<string, string> = {},
  file = FILE,
  env: Record<string, string> = {},
  runStep = runHere,
): Promise<StepResult> {
  return runStep(
    datadog,
    { operation: 'plan', comment: 'true', 'github-token': TOKEN, ...inputs },
    {
      env: { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'my-org/app', ...env },
      eventName: 'pull_request',
      eventPayload: pullRequest(),
      workspaceFiles: { '.github/datadog-mappings.yml': file },
    },
  )
}

test('a plan writes one comment on the pull request, and brings it up to date instead of writing another', async () => {
  const datadog = await startDatadog()
  const github = await startGitHub({
    comments: [{ id: 1, body: 'Looks good to me', user: { login: 'octocat', type: 'User' } }],
  })
  const first = await planOn(datadog, github, {}, FILE, {}, runOperation)
  expectSuccess(first, 'planned')
  expect(github.comments).toHaveLength(2)
  expect(github.comments[1]?.body).toContain('1 to create')
  expect(github.comments[1]?.body).toContain(first.outputs['plan-digest'])
  expectSuccess(await planOn(datadog, github, {}, LONGER, {}, runOperation), 'planned')
  expect(github.comments).toHaveLength(2)
  expect(github.comments[1]?.body).toContain('2 to create')
  expect(github.comments[0]?.body).toBe('Looks good to me')
})

test('the comment goes through the proxy that the environment names', async () => {
  const proxy = await startProxy({ credentials: 'someone:pass word' })
  onTestFinished(() => proxy.close())
  const github = await startGitHub()
  const step = await planOn(
    await startDatadog(),
    github,
    {},
    FILE,
    { HTTP_PROXY: proxy.urlWithCredentials },
    runOperation,
  )
  expectSuccess(step, 'planned')
  expect(github.comments).toHaveLength(1)
  const toGitHub = proxy.log.filter(({ target }) => target.startsWith(github.url))
  expect(toGitHub.map(({ method, status }) => `${method} ${status}`)).toEqual(['POST 200', 'GET 200', 'POST 201'])
  expect(step.log).not.toContain('pass word')
})

test('a redirect of GitHub is a warning, and the token goes nowhere else', async () => {
  const elsewhere = await startGitHub()
  const github = await startGitHub({ movedTo: elsewhere.url })
  const step = await planOn(await startDatadog(), github)
  expectSuccess(step, 'planned')
  expect(step.annotations.map(({ message }) => message).join('\n')).toMatch(/could not be written: GitHub answered 307/)
  expect(elsewhere.requests).toEqual([])
})

test('the same plan again changes nothing about the comment', async () => {
  const datadog = await startDatadog()
  const github = await startGitHub()
  await planOn(datadog, github)
  await planOn(datadog, github)
  expect(github.requests.filter((line) => line.includes('/repos/') && !line.startsWith('GET'))).toEqual([
    'POST /repos/my-org/app/issues/7/comments 201',
  ])
})

test('the comment is found on a later page, and each file and site has its own', async () => {
  const datadog = await startDatadog()
  const others = Array.from(
    { length: 230 },
    (_, id): IssueComment => ({ id, body: `${id}`, user: { login: 'octocat', type: 'User' } }),
  )
  const github = await startGitHub({ comments: others })
  await planOn(datadog, github)
  await planOn(datadog, github, {}, FILE, {}, runOperation)
  expect(github.comments).toHaveLength(231)
  const other = await startDatadog()
  await planOn(other, github)
  expect(github.comments).toHaveLength(232)
})

test('a comment that somebody else wrote with the same marker is left alone', async () => {
  const datadog = await startDatadog()
  const github = await startGitHub()
  await planOn(datadog, github)
  const ours = github.comments[0]
  if (ours === undefined) throw new Error('no comment')
  ours.user = { login: 'mallory', type: 'User' }
  const before = ours.body
  await planOn(datadog, github, {}, LONGER)
  expect(github.comments[0]?.body).toBe(before)
  expect(github.comments).toHaveLength(2)
})

test('a comment that only quotes the marker is left alone, although the token wrote it', async () => {
  const datadog = await startDatadog()
  const github = await startGitHub()
  await planOn(datadog, github)
  const ours = github.comments[0]
  if (ours === undefined) throw new Error('no comment')
  ours.body = `As said above: ${ours.body}`
  await planOn(datadog, github)
  expect(github.comments[0]?.body).toMatch(/^As said above/)
  expect(github.comments).toHaveLength(2)
})

test('an organization has one comment, whichever case its UUID is written in', async () => {
  const org = { uuid: 'abcdef01-0000-4000-8000-000000000000' }
  const datadog = await startDatadog({ seed: { org } })
  const github = await startGitHub()
  for (const given of [org.uuid, org.uuid.toUpperCase()]) await planOn(datadog, github, { 'org-uuid': given })
  expect(github.comments).toHaveLength(1)
})

const PERSONAL = 'ghp_tokenOfSomebody0123456789abcdefghijkl'

test('the token of a user brings its own comment up to date, and leaves one of somebody else with the same marker alone', async () => {
  const datadog = await startDatadog()
  const github = await startGitHub({ token: PERSONAL, user: 'octocat' })
  const inputs = { 'github-token': PERSONAL }
  await planOn(datadog, github, inputs)
  const [ours] = github.comments
  if (ours === undefined) throw new Error('no comment')
  const forged: IssueComment = { ...ours, id: 1, user: { login: 'mallory', type: 'User' } }
  github.comments.unshift(forged)
  expectSuccess(await planOn(datadog, github, inputs, LONGER), 'planned')
  expect(github.comments).toHaveLength(2)
  expect(forged.body).toContain('1 to create')
  expect(github.comments[1]?.body).toContain('2 to create')
})

test('the comment of another app with the same marker is left alone', async () => {
  const datadog = await startDatadog()
  const github = await startGitHub()
  await planOn(datadog, github)
  const [ours] = github.comments
  if (ours === undefined) throw new Error('no comment')
  const other: IssueComment = { ...ours, id: 1, user: { login: 'other-app[bot]', type: 'Bot' } }
  const namesake: IssueComment = { ...ours, id: 2, user: { login: 'github-actions', type: 'User' } }
  github.comments.unshift(other, namesake)
  await planOn(datadog, github, {}, LONGER)
  expect([other.body, namesake.body]).toEqual([
    expect.stringContaining('1 change to'),
    expect.stringContaining('1 change to'),
  ])
  expect(github.comments).toHaveLength(3)
  expect(github.comments[2]?.body).toContain('2 changes to approve')
})

test('an app brings its own comment up to date', async () => {
  const datadog = await startDatadog()
  const github = await startGitHub({ app: 'my-app' })
  await planOn(datadog, github)
  await planOn(datadog, github, {}, LONGER)
  expect(github.comments.map(({ user }) => user.login)).toEqual(['my-app[bot]'])
  expect(github.comments[0]?.body).toContain('2 changes to approve')
})

test('a token that GitHub does not say the owner of writes nothing, and that is a warning', async () => {
  const github = await startGitHub({ anonymous: true })
  const step = await planOn(await startDatadog(), github)
  expectSuccess(step, 'planned')
  expect(github.comments).toEqual([])
  expect(step.annotations.map(({ message }) => message).join('\n')).toMatch(
    /comment on the pull request could not be written/,
  )
})

describe('a plan that fails', () => {
  const MISTAKES = FILE.replace('aws-persona', 'aws-personna')

  test.each<[string, Record<string, string>, string, RegExp, string]>([
    ['for a mistake in the file', {}, MISTAKES, /aws-personna|line 3/, 'invalid-input'],
    ['for a mistake in another input', { 'max-deletes': 'many' }, FILE, /max-deletes/, 'invalid-input'],
    ['for its keys', { 'api-key': '0'.repeat(32) }, FILE, /401/, 'unauthorized'],
  ])('%s brings the comment up to date, and leaves no digest', async (_, inputs, file, says, reason) => {
    const datadog = await startDatadog()
    const github = await startGitHub()
    const planned = await planOn(datadog, github)
    expect(github.comments[0]?.body).toContain(planned.outputs['plan-digest'])
    const step = await planOn(datadog, github, inputs, file)
    expect(step.outputs['failure-reason']).toBe(reason)
    expect(github.comments).toHaveLength(1)
    expect(github.comments[0]?.body).toContain(`failed (${reason})`)
    expect(github.comments[0]?.body).toMatch(says)
    expect(github.comments[0]?.body).not.toMatch(/\b[0-9a-f]{64}\b/)
  })

  test('for the first time has a comment too', async () => {
    const github = await startGitHub()
    await planOn(await startDatadog(), github, {}, MISTAKES)
    expect(github.comments).toHaveLength(1)
  })

  test('at its deadline brings the comment up to date', async () => {
    const datadog = await startDatadog()
    const github = await startGitHub()
    await planOn(datadog, github)
    datadog.setFaults([{ do: 'hang' }])
    const step = await planOn(datadog, github, { timeout: '1' })
    expectFailure(step, 'timeout')
    expect(github.comments[0]?.body).toContain('failed (timeout)')
  })
})

test('a refused plan has no digest, and the comment says first that apply would refuse it', async () => {
  const gone = {
    id: '00000001-0000-4000-8000-000000000000',
    arn_pattern: 'arn:aws:sts::123456789012:assumed-role/gone/*',
    account_identifier: 'x@example.com',
  }
  const datadog = await startDatadog({ seed: { mappings: { 'aws-persona': [gone] } } })
  const github = await startGitHub()
  const file = `${FILE}scope:\n  aws-persona: { accounts: ["123456789012"] }\n`
  const step = await planOn(datadog, github, { prune: 'true', 'max-deletes': '0' }, file)
  expect(step.outputs['plan-digest']).toBe('')
  expect(github.comments[0]?.body.split('\n')[1]).toMatch(
    /^### Datadog mappings: not approvable: apply would refuse this plan \(/,
  )
  expect(github.comments[0]?.body).toContain('max-deletes is 0')
  expect(github.comments[0]?.body).not.toMatch(/[Dd]igest|\b[0-9a-f]{64}\b/)
})

test('a plan that is too long for a comment leaves out whole changes, and counts them in the first line', async () => {
  const names = Array.from({ length: 900 }, (_, index) => `role-${index}-${'x'.repeat(40)}`)
  const file = `version: 1\nmappings:\n${names.map((name) => `  - { kind: aws-intake, arn-pattern: "arn:aws:iam::123456789012:role/${name}" }\n`).join('')}`
  const github = await startGitHub()
  const step = await planOn(await startDatadog(), github, {}, file)
  expectSuccess(step, 'planned')
  const body = github.comments[0]?.body ?? ''
  expect(body.length).toBeLessThan(65_536)
  const shown = body.split('\n').filter((line) => line.startsWith('**Create**')).length
  expect(shown).toBeGreaterThan(200)
  expect(body.split('\n')[1]).toContain(
    `; ${900 - shown} changes left out here, see the job summary and the output plan-file`,
  )
  expect(body).toContain(step.outputs['plan-digest'])
  expect(body.match(/arn-pattern: /g)).toHaveLength(shown)
})

test('a plan without changes makes no first comment', async () => {
  const datadog = await startDatadog({
    seed: {
      mappings: {
        'aws-persona': [
          {
            arn_pattern: 'arn:aws:sts::123456789012:assumed-role/deployer/*',
            account_identifier: 'deployer@example.com',
          },
        ],
      },
    },
  })
  const github = await startGitHub()
  const step = await planOn(datadog, github)
  expectSuccess(step, 'planned')
  expect(step.outputs['has-changes']).toBe('false')
  expect(github.comments).toEqual([])
})

test('a comment that may not be written is a warning that says which permission is missing', async () => {
  const datadog = await startDatadog()
  const github = await startGitHub({ denied: true })
  const step = await planOn(datadog, github)
  expectSuccess(step, 'planned')
  expect(step.annotations.map(({ message }) => message).join('\n')).toMatch(
    /comment on the pull request could not be written.*pull-requests: write/,
  )
})

test('nothing in a mapping is rendered, pings or leaks in the comment', async () => {
  const evil = '@octocat <img src=x> [x](http://evil.example) `|` ##[error]x'
  const datadog = await startDatadog({
    seed: {
      mappings: {
        'aws-persona': [
          {
            arn_pattern: 'arn:aws:sts::123456789012:assumed-role/deployer/*',
            account_identifier: `${evil} ${APP_KEY}`,
          },
        ],
      },
    },
  })
  const github = await startGitHub()
  const step = await planOn(datadog, github)
  expectSuccess(step, 'planned')
  expectNoSecrets(step)
  const body = github.comments[0]?.body ?? ''
  expect(body).not.toContain(APP_KEY)
  const visible = body
    .replace(/<!--.*?-->/, '')
    .replace(/\[The run that wrote this\].*/, '')
    .replace(/(`+) ?.*? ?\1/g, '')
    .replace(/\[\]\(https:\/\/github\.com\/my-org\/app\/commit\/[0-9a-f]{40}\)/, '')
    .replace(/<\/?sub>/g, '')
  expect(visible).not.toMatch(/[<@]|\]\(/)
})

test.each([
  ['another repository', 'mallory/app'],
  ['a deleted repository', null],
])('a plan for a fork (%s) checks the file, says so, and succeeds without secrets', async (_, head) => {
  const datadog = await startDatadog()
  const step = await runHere(
    datadog,
    { operation: 'plan', 'api-key': '', 'app-key': '' },
    {
      eventName: 'pull_request',
      eventPayload: pullRequest(head),
      workspaceFiles: { '.github/datadog-mappings.yml': `${FILE}\npolicy: { accounts: service-accounts }\n` },
    },
  )
  expectSuccess(step, 'planned')
  expect(step.log).toMatch(/fork and has no secrets/)
  expect(step.summary).toContain('policy: only service accounts')
  expect(step.outputs['has-changes']).toBe('')
  expect(methods(datadog)).toEqual([])
})

test('a plan for a fork still fails on a mistake in the file', async () => {
  const datadog = await startDatadog()
  const step = await runHere(
    datadog,
    { operation: 'plan', 'api-key': '', 'app-key': '' },
    {
      eventName: 'pull_request',
      eventPayload: pullRequest('mallory/app'),
      workspaceFiles: { '.github/datadog-mappings.yml': 'version: 1\n' },
    },
  )
  expectFailure(step, 'invalid-input', /mappings is missing/)
})

test.each<[string, unknown]>([
  ['pull_request', pullRequest()],
  ['push', { ref: 'refs/heads/dependabot/npm_and_yarn/zod-5' }],
])(
  'a plan that Dependabot started on %s checks the file, says so, and succeeds without secrets',
  async (eventName, eventPayload) => {
    const datadog = await startDatadog()
    const step = await runHere(
      datadog,
      { operation: 'plan', 'api-key': '', 'app-key': '' },
      {
        env: { GITHUB_ACTOR: 'dependabot[bot]' },
        eventName,
        eventPayload,
        workspaceFiles: { '.github/datadog-mappings.yml': FILE },
      },
    )
    expectSuccess(step, 'planned')
    expect(step.log).toMatch(/started by Dependabot and has no secrets/)
  },
)

test.each([
  ['pull_request', 'of the repository itself', 'my-org/app'],
  ['pull_request_target', 'of a fork, where secrets are to be had', 'mallory/app'],
])('missing secrets are an error on a %s %s', async (eventName, _, head) => {
  const datadog = await startDatadog()
  const step = await runHere(
    datadog,
    { operation: 'plan', 'api-key': '', 'app-key': '' },
    {
      eventName,
      eventPayload: pullRequest(head),
      workspaceFiles: { '.github/datadog-mappings.yml': FILE },
    },
  )
  expectFailure(step, 'invalid-input', /api-key and app-key/)
})

function workflowRun(event: string, head: string | null = 'my-org/app') {
  return { workflow_run: { event, head_repository: head && { full_name: head } } }
}

function applyOn(datadog: { url: string }, eventName: string, eventPayload: unknown): Promise<StepResult> {
  return runHere(
    datadog,
    { operation: 'apply', 'auto-approve': 'true' },
    {
      env: { GITHUB_REPOSITORY: 'my-org/app' },
      eventName,
      eventPayload,
      workspaceFiles: { '.github/datadog-mappings.yml': FILE },
    },
  )
}

test.each<[string, string, unknown]>([
  ['pull_request', 'pull_request', pullRequest()],
  ['pull_request_target', 'pull_request_target', pullRequest()],
  ['issue_comment', 'issue_comment', { issue: { number: 7, pull_request: {} } }],
  ['workflow_run after pull_request', 'workflow_run', workflowRun('pull_request')],
  ['workflow_run after pull_request_target', 'workflow_run', workflowRun('pull_request_target')],
  ['workflow_run after issue_comment', 'workflow_run', workflowRun('issue_comment')],
  ['workflow_run for another repository', 'workflow_run', workflowRun('push', 'mallory/app')],
  ['workflow_run for another repository', 'workflow_run', workflowRun('push', null)],
])('apply does not run on %s', async (words, eventName, eventPayload) => {
  const datadog = await startDatadog()
  const step = await applyOn(datadog, eventName, eventPayload)
  expectFailure(step, 'guarded', `Nothing was changed. apply does not run on ${words}: `)
  expect(methods(datadog)).toEqual([])
})

test('apply runs on workflow_run after a push to the repository', async () => {
  const datadog = await startDatadog()
  expectSuccess(await applyOn(datadog, 'workflow_run', workflowRun('push')), 'applied')
})
