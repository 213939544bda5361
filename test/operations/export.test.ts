import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Client } from '../../src/datadog/client.ts'
import { exportMappings } from '../../src/operations/export.ts'
import { fakeSession, type Turn } from '../datadog/fake-session.ts'
import { role, uuid } from '../mappings/samples.ts'

const persona = (id: number, name: string, account: number, identifier = uuid(account)) => ({
  id: uuid(id),
  type: 'aws_cloud_auth_config',
  attributes: { arn_pattern: role(name), account_identifier: identifier, account_uuid: uuid(account) },
})
const group = { id: uuid(9), type: 'authn_mappings', attributes: { attribute_key: 'k', attribute_value: 'v' } }
const given = { ...group, relationships: { role: { data: { id: uuid(80), type: 'roles' } } } }
const claims = { id: uuid(5), attributes: { claim_matchers: { sub: 'repo:a/.+$' } } }

/** An organization in which one service account and the roles cannot be read, whatever is tried, and one account is gone. */
function answer(target: string): Turn {
  const lists: Record<string, unknown[]> = {
    '/aws/persona_mapping': [persona(1, 'a', 70), persona(2, 'b', 71), persona(3, 'c', 72, 'gone@example.com')],
    '/github/intake_mapping': [claims],
    '/authn_mappings': [given],
    '/aws/intake_mapping': [],
    '/github/persona_mapping': [],
  }
  const list = Object.keys(lists).find((end) => target.split('?')[0]?.endsWith(end))
  if (list !== undefined) return { text: JSON.stringify({ data: lists[list] }) }
  if (target.includes(uuid(70)) || target.includes('/roles')) return { status: 503, text: 'busy' }
  if (target.includes(uuid(72))) return { status: 404, text: '{"errors":["Not found"]}' }
  const bot = {
    id: uuid(71),
    attributes: { name: 'bot', service_account: true },
    relationships: { roles: { data: [] } },
  }
  return { text: JSON.stringify({ data: target.includes('?') ? [bot] : bot }) }
}

test('what cannot be read of an account or a role is told, and the file is written without it', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'export-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = path.join(folder, 'x.yml')
  const session = fakeSession((exchange) => answer(exchange.path), { retries: 1 })
  const journal = { say: session.say, organization: () => undefined, keep: async () => undefined }
  const open = () => Promise.reject(new Error('not here'))
  const job = { env: {}, datadog: session, addSecret: () => undefined, open }
  const request = { operation: 'export', kind: 'all', unavailable: [], path: 'x.yml' } as const
  const outcome = await exportMappings(
    { ...request, target: { file, workspace: folder } },
    { client: new Client(session), job, journal, place: { site: 'datadoghq.com' } },
  )

  const text = readFileSync(file, 'utf8')
  expect(text).toContain(`account-identifier: '${uuid(70)}'\n`)
  expect(text).toContain(`account-identifier: bot # ${uuid(71)}\n`)
  expect(text).toContain(`role-id: '${uuid(80)}'\n`)
  expect(outcome).toMatchObject({ result: 'exported', exported: { count: 5 } })
  // The account that failed when its name was looked up is not asked for again.
  expect(session.sent.filter((line) => line.endsWith(uuid(70)))).toHaveLength(2)
  expect(outcome.checks?.slice(0, 4)).toEqual([
    expect.stringMatching(
      `^Could not read the account ${uuid(70)}: .*503.* Its permissions are unknown\\. It is the account`,
    ),
    expect.stringMatching(
      `^Could not read the role ${uuid(80)}: .*503.* It is the role that 1 of these mappings gives\\.`,
    ),
    expect.stringMatching(`^There is no account ${uuid(72)}, which 1 of these`),
    expect.stringMatching(`^line \\d+, column 5, GitHub intake mapping ${uuid(5)}: claims: the claims match every`),
  ])
  const line = Number(/^line (\d+),/.exec(outcome.checks?.at(-1) ?? '')?.[1])
  expect(text.split('\n')[line - 1]).toContain('kind: github-intake')
  expect(outcome.details).toContainEqual(
    expect.stringMatching(/^The file has the ids of roles instead of their names\. .*503/),
  )
  expect(outcome.details).toContainEqual(
    'bot (service account, no permissions) is the account that 1 of these mappings acts as.',
  )
})
