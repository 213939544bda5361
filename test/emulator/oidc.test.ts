import { expect, test } from 'vitest'
import type { Emulator, EmulatorOptions } from './emulator.ts'
import { at, call, emulatorForTest } from './session.ts'

const ID = '44444444-4444-4444-8444-444444444444'
const ACCOUNT = 'deployer@example.com'

async function tokenFor(emulator: Emulator, audience: string, requestToken = 'request-token'): Promise<string> {
  const url = `${emulator.oidcRequestUrl}&audience=${encodeURIComponent(audience)}`
  const response = await fetch(url, { headers: { authorization: `bearer ${requestToken}` } })
  return String(at(await response.json(), 'value'))
}

const seeded = (claim_matchers: Record<string, string>): EmulatorOptions => ({
  seed: { mappings: { 'github-persona': [{ claim_matchers, account_identifier: ACCOUNT }] } },
})

const exchange = (emulator: Emulator, proof: string) =>
  call(emulator, 'POST', '/api/v2/delegated-token', undefined, { authorization: `Delegated ${proof}` })

const claimsOf = (token: string): unknown => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

test('a job’s token carries the asked audience, GitHub’s claims and those of the options', async () => {
  const emulator = await emulatorForTest({ oidcClaims: { environment: 'production', ref: null } })
  const claims = claimsOf(await tokenFor(emulator, 'datadog/org'))
  expect(claims).toMatchObject({
    iss: 'https://token.actions.githubusercontent.com',
    aud: 'datadog/org',
    sub: 'repo:octo-org/octo-repo:ref:refs/heads/main',
    repository_id: '456789',
    environment: 'production',
  })
  expect(claims).not.toHaveProperty('ref')
})

test('the token endpoint wants the request token', async () => {
  const emulator = await emulatorForTest({ oidcRequestToken: 'right' })
  expect((await call(emulator, 'GET', '/__emulator/oidc?audience=x', undefined, {})).status).toBe(401)
  expect(await tokenFor(emulator, 'x', 'wrong')).toBe('undefined')
  expect(await tokenFor(emulator, 'x', 'right')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
})

test.each([
  ['a literal subject', { sub: 'repo:octo-org/octo-repo:ref:refs/heads/main' }, 200],
  ['an expression', { sub: '^repo:octo-org/.+$', ref: 'refs/heads/(main|next)' }, 200],
  ['a subject that matches a part only', { sub: 'repo:octo-org/octo-repo' }, 403],
  ['a claim that does not match', { sub: 'repo:.*', repository_id: '^1$' }, 403],
  ['a claim that the token lacks', { sub: 'repo:.*', environment: '.*' }, 403],
])('a mapping with %s answers %d', async (_, matchers, status) => {
  const emulator = await emulatorForTest(seeded(matchers as unknown as Record<string, string>))
  const token = await tokenFor(emulator, `datadog/${emulator.state().orgUuid}`)
  expect((await exchange(emulator, token)).status).toBe(status)
})

test('tokens of another audience, issuer or time, and forged ones, are refused', async () => {
  let now = Date.now()
  const emulator = await emulatorForTest({ ...seeded({ sub: 'repo:.*' }), now: () => now })
  const audience = `datadog/${emulator.state().orgUuid}`
  const good = await tokenFor(emulator, audience)
  expect((await exchange(emulator, await tokenFor(emulator, 'datadog/other'))).status).toBe(401)
  expect((await exchange(emulator, `${good}x`)).status).toBe(401)
  expect((await exchange(emulator, `oidc-${good}`)).status).toBe(401)
  const elsewhere = await emulatorForTest({ oidcClaims: { iss: 'https://ghe.example.com/_services/token' } })
  expect((await exchange(emulator, await tokenFor(elsewhere, audience))).status).toBe(401)
  now += 301_000
  expect((await exchange(emulator, good)).status).toBe(401)
})

test('a disabled account gets no token', async () => {
  const seed = { ...seeded({ sub: 'repo:.*' }).seed, users: [{ id: ID, email: ACCOUNT, disabled: true }] }
  const emulator = await emulatorForTest({ seed })
  const token = await tokenFor(emulator, `datadog/${emulator.state().orgUuid}`)
  const { status, text } = await exchange(emulator, token)
  expect([status, text]).toEqual([403, expect.stringContaining('disabled')])
})

test('a proof may need a prefix', async () => {
  const emulator = await emulatorForTest({ ...seeded({ sub: 'repo:.*' }), switches: { oidcProofPrefix: 'oidc-' } })
  const token = await tokenFor(emulator, `datadog/${emulator.state().orgUuid}`)
  expect((await exchange(emulator, token)).status).toBe(401)
  expect((await exchange(emulator, `oidc-${token}`)).status).toBe(200)
})
