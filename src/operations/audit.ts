import type { Client } from '../datadog/client.ts'
import type { Reading } from '../datadog/directory/reading.ts'
import { bearable, Failure } from '../failure.ts'
import type { PrincipalReader, PrincipalState } from '../identity/aws-iam.ts'
import type { Job } from '../identity/job.ts'
import { unaccepted } from '../mappings/audit/acceptance.ts'
import { attributeRisks } from '../mappings/audit/attribute-risks.ts'
import { RANKS, type Rank } from '../mappings/audit/finding-codes.ts'
import {
  type AuditResult,
  audit,
  type Facts,
  type Finding,
  type LookedUp,
  type Unchecked,
} from '../mappings/audit/findings.ts'
import { counted } from '../mappings/counted.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import { TO_READ_TEAMS } from '../mappings/reading-permissions.ts'
import { visible } from '../mappings/visible.ts'
import { readSettings } from './authn-effect.ts'
import type { Context } from './context.ts'
import { NO_PERMISSION } from './granted-power.ts'
import { inParallel } from './in-parallel.ts'
import { listReadable } from './live-state.ts'
import { type Audited, InformedFailure, type Outcome } from './outcome.ts'
import type { AuditRequest } from './request.ts'

/**
 * Reports which live mappings are a risk; only reads. What cannot be checked is listed as unchecked, never as a finding.
 * @throws Failure `findings` when there are findings that `fail-on` names.
 */
export async function auditMappings(
  request: AuditRequest,
  { client, job, organization: org }: Context,
): Promise<Outcome> {
  const { mappings, unread } = await listReadable(client, request)
  const facts = await lookUp(mappings, client, job)
  const today = new Date(job.datadog.clock.now()).toISOString().slice(0, 10)
  const result = audit(mappings, facts, { risksOf: attributeRisks, accepted: request.accepted, today })
  const audited: Audited = { ...result, count: mappings.length, unread, ...(org && { org }) }
  const sentence = `Audited ${counted(mappings.length, 'mapping')}: ${countText(result, unread.length)}.`
  const bad = unaccepted(result.findings).filter(
    ({ rank }) => request.failOn === 'any' || (request.failOn === 'high' && rank === 'high'),
  )
  if (bad.length === 0) return { result: 'audited', audited, sentence, details: idleEntries(request, audited) }
  const first = bad.slice(0, 3).map(({ code, what }) => `${code}: ${what}`)
  const more = bad.length > first.length ? `, and ${bad.length - first.length} more` : ''
  throw new InformedFailure(
    new Failure('findings', `${sentence} fail-on: ${request.failOn} does not allow ${first.join('; ')}${more}.`),
    { audited },
  )
}

// Only an audit without gaps shows that there is nothing left to accept.
function idleEntries({ kind, accepted }: AuditRequest, { findings, unchecked, unread }: Audited): string[] {
  if (kind !== 'all' || unread.length > 0) return []
  const isAbout = (id: string) => (one: Finding | Unchecked) => one.mapping.id.toLowerCase() === id.toLowerCase()
  return accepted.flatMap(({ code, mappingId }) =>
    findings.filter(isAbout(mappingId)).some((finding) => finding.code === code) || unchecked.some(isAbout(mappingId))
      ? []
      : [`The file accepts ${code} of ${visible(mappingId)}, and there is no such finding any more: remove the entry.`],
  )
}

const NO_TEAMS = `that needs ${TO_READ_TEAMS}`

/** The findings of an audit in a few words: `2 high, 1 low, 3 accepted, 4 not checked`. */
function countText(result: AuditResult, unread: number): string {
  const found = unaccepted(result.findings)
  const count = (rank: Rank) => found.filter((finding) => finding.rank === rank).length
  const accepted = result.findings.length - found.length
  const parts = RANKS.filter((rank) => count(rank) > 0).map((rank) => `${count(rank)} ${rank}`)
  return [
    parts.length === 0 ? 'no findings' : parts.join(', '),
    ...(accepted > 0 ? [`${accepted} accepted`] : []),
    ...(result.unchecked.length > 0 ? [`${result.unchecked.length} not checked`] : []),
    ...(unread > 0 ? [`${counted(unread, 'kind')} not read`] : []),
  ].join(', ')
}

async function lookUp(mappings: readonly LiveMapping[], client: Client, job: Job): Promise<Facts> {
  const directory = await client.directory()
  const accounts = await each(
    uuidsOf(mappings, 'accountUuid'),
    (uuid) => directory.accounts.byUuid(uuid),
    NO_PERMISSION,
    client,
  )
  const roles = await each(uuidsOf(mappings, 'roleId'), (id) => directory.roles.plain(id), NO_PERMISSION, client)
  const teams = await each(uuidsOf(mappings, 'teamId'), (id) => directory.teams.byId(id), NO_TEAMS, client)
  const principals = await principalsOf(mappings, job)
  return {
    account: ({ kind, accountUuid }) => {
      if (!kind.endsWith('-persona')) return undefined
      const found = accountUuid === undefined ? undefined : accounts.get(accountUuid)
      return found ?? { unchecked: 'Datadog does not say which account the mapping acts as' }
    },
    role: ({ roleId }) => (roleId === undefined ? undefined : existence(roles.get(roleId))),
    team: ({ teamId }) => (teamId === undefined ? undefined : existence(teams.get(teamId))),
    principal: ({ arnPattern }) => {
      const state = arnPattern === undefined ? undefined : principals.get(arnPattern)
      return state === 'exists' ? { found: true } : state
    },
    noEffect: mappings.some(({ kind }) => kind === 'authn') ? await settings(client) : {},
  }
}

function uuidsOf(mappings: readonly LiveMapping[], member: 'accountUuid' | 'roleId' | 'teamId'): string[] {
  return [...new Set(mappings.flatMap((mapping) => mapping[member] ?? []))]
}

async function each<T>(
  ids: readonly string[],
  ask: (id: string) => Promise<Reading<T>>,
  forbidden: string,
  client: Client,
): Promise<Map<string, LookedUp<T>>> {
  const found = new Map<string, LookedUp<T>>()
  await inParallel(ids, async (id) => {
    found.set(id, await unlessRefused(() => ask(id), forbidden, client))
  })
  return found
}

// Only the end of the step ends an audit; whatever else keeps something from being looked up leaves it unchecked.
async function unlessRefused<T>(
  ask: () => Promise<Reading<T>>,
  forbidden: string,
  client: Client,
): Promise<LookedUp<T>> {
  try {
    const reading = await ask()
    if (reading.status === 'found') return { found: reading.value }
    if (reading.status === 'missing') return 'missing'
    return { unchecked: reading.isUnauthorized ? 'Datadog does not accept the credentials for it' : forbidden }
  } catch (thrown) {
    return { unchecked: bearable(thrown, client).sentence.replace(/\.$/, '') }
  }
}

function existence(state: LookedUp<unknown> | undefined): LookedUp<true> | undefined {
  return typeof state === 'object' && 'found' in state ? { found: true } : state
}

async function principalsOf(mappings: readonly LiveMapping[], job: Job): Promise<ReadonlyMap<string, PrincipalState>> {
  const patterns = [...new Set(mappings.flatMap(({ arnPattern }) => arnPattern ?? []))]
  const states = new Map<string, PrincipalState>()
  if (patterns.length === 0) return states
  const { openPrincipals } = await import(/* webpackChunkName: "audit" */ '../identity/aws-iam.ts')
  const reader: PrincipalReader = await openPrincipals(job)
  try {
    await inParallel(patterns, async (pattern) => {
      states.set(pattern, await reader.stateOf(pattern))
    })
  } finally {
    reader.close()
  }
  return states
}

async function settings(client: Client): Promise<Facts['noEffect']> {
  const { enforced, teamsAreManual } = await readSettings(client, { teams: true })
  const stopped = client.stopped()
  if (stopped !== undefined) throw stopped
  return {
    ...(teamsAreManual && { teams: 'the organization adds members to teams only manually' }),
    ...(enforced === false && { all: 'the organization does not enforce AuthN mappings' }),
  }
}
