import type { Directory } from '../datadog/directory/directory.ts'
import type { Reading as DirectoryReading } from '../datadog/directory/reading.ts'
import { Failure } from '../failure.ts'
import type { PrincipalReader, PrincipalState } from '../identity/aws-iam.ts'
import type { Job } from '../identity/job.ts'
import { attributeRisks } from '../mappings/audit/attribute-risks.ts'
import {
  type AuditResult,
  audit,
  type Facts,
  type Finding,
  type LookedUp,
  type Unchecked,
} from '../mappings/audit/audit.ts'
import { RANKS, type Rank } from '../mappings/audit/finding-codes.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import { visible } from '../mappings/visible.ts'
import type { Context } from './context.ts'
import { inParallel, listReadable } from './live-state.ts'
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
  const directory = await client.directory()
  const facts = await lookUp(mappings, directory, job)
  const today = new Date(job.datadog.clock.now()).toISOString().slice(0, 10)
  const result = audit(mappings, facts, { risksOf: attributeRisks, accepted: request.accepted, today })
  const audited: Audited = { ...result, count: mappings.length, unread, ...(org && { org }) }
  const sentence = `Audited ${mappings.length === 1 ? '1 mapping' : `${mappings.length} mappings`}: ${countText(result)}.`
  const bad = open(result).filter(
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

// Only of what was audited in full it is known that there is nothing left to accept.
function idleEntries({ kind, accepted }: AuditRequest, { findings, unchecked, unread }: Audited): string[] {
  if (kind !== 'all' || unread.length > 0) return []
  const isAbout = (id: string) => (one: Finding | Unchecked) => one.mapping.id.toLowerCase() === id.toLowerCase()
  return accepted.flatMap(({ code, mappingId }) =>
    findings.filter(isAbout(mappingId)).some((finding) => finding.code === code) || unchecked.some(isAbout(mappingId))
      ? []
      : [
          `The file accepts ${code} of ${visible(mappingId)}, and there is no such finding any more: take the entry out.`,
        ],
  )
}

/** The findings that nobody accepted. */
export function open({ findings }: AuditResult): Finding[] {
  return findings.filter(({ accepted }) => accepted === undefined)
}

/** The findings of an audit in a few words: `2 high, 1 low, 3 accepted, 4 not checked`. */
export function countText(result: AuditResult): string {
  const found = open(result)
  const count = (rank: Rank) => found.filter((finding) => finding.rank === rank).length
  const accepted = result.findings.length - found.length
  const parts = RANKS.filter((rank) => count(rank) > 0).map((rank) => `${count(rank)} ${rank}`)
  return [
    parts.length === 0 ? 'no findings' : parts.join(', '),
    ...(accepted > 0 ? [`${accepted} accepted`] : []),
    ...(result.unchecked.length > 0 ? [`${result.unchecked.length} not checked`] : []),
  ].join(', ')
}

async function lookUp(mappings: readonly LiveMapping[], directory: Directory, job: Job): Promise<Facts> {
  const accounts = await each(uuidsOf(mappings, 'accountUuid'), (uuid) => directory.accounts.byUuid(uuid), job)
  const roles = await each(uuidsOf(mappings, 'roleId'), (id) => directory.roles.plain(id), job)
  const teams = await each(uuidsOf(mappings, 'teamId'), (id) => directory.teams.byId(id), job)
  const principals = await principalsOf(mappings, job)
  return {
    account: ({ kind, accountUuid }) => {
      if (!kind.endsWith('-persona')) return undefined
      const found = accountUuid === undefined ? undefined : accounts.get(accountUuid)
      return found ?? { unchecked: 'Datadog does not say which account it is' }
    },
    role: ({ roleId }) => (roleId === undefined ? undefined : existence(roles.get(roleId))),
    team: ({ teamId }) => (teamId === undefined ? undefined : existence(teams.get(teamId))),
    principal: ({ arnPattern }) => {
      const state = arnPattern === undefined ? undefined : principals.get(arnPattern)
      return state === 'exists' ? { found: true } : state
    },
    noEffect: mappings.some(({ kind }) => kind === 'authn') ? await settings(directory, job) : {},
  }
}

function uuidsOf(mappings: readonly LiveMapping[], member: 'accountUuid' | 'roleId' | 'teamId'): string[] {
  return [...new Set(mappings.flatMap((mapping) => mapping[member] ?? []))]
}

async function each<T>(
  ids: readonly string[],
  ask: (id: string) => Promise<DirectoryReading<T>>,
  job: Job,
): Promise<Map<string, LookedUp<T>>> {
  const found = new Map<string, LookedUp<T>>()
  await inParallel(ids, async (id) => {
    found.set(id, await unlessRefused(() => ask(id), job))
  })
  return found
}

// Only the end of the step ends an audit; whatever else keeps something from being looked up leaves it unchecked.
async function unlessRefused<T>(ask: () => Promise<DirectoryReading<T>>, job: Job): Promise<LookedUp<T>> {
  try {
    const reading = await ask()
    if (reading.status === 'found') return { found: reading.value }
    return reading.status === 'missing' ? 'missing' : { unchecked: 'the credentials may not read it' }
  } catch (thrown) {
    if (!(thrown instanceof Failure) || job.datadog.signal.aborted) throw thrown
    return { unchecked: thrown.sentence.replace(/\.$/, '') }
  }
}

function existence(state: LookedUp<unknown> | undefined): LookedUp<true> | undefined {
  return typeof state === 'object' && 'found' in state ? { found: true } : state
}

async function principalsOf(mappings: readonly LiveMapping[], job: Job): Promise<ReadonlyMap<string, PrincipalState>> {
  const patterns = [...new Set(mappings.flatMap(({ arnPattern }) => arnPattern ?? []))]
  const states = new Map<string, PrincipalState>()
  if (patterns.length === 0) return states
  const { openPrincipals } = await import('../identity/aws-iam.ts')
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

async function settings({ organization }: Directory, job: Job): Promise<Facts['noEffect']> {
  const known = async <T>(ask: () => Promise<T>) => {
    try {
      return await ask()
    } catch (thrown) {
      if (!(thrown instanceof Failure) || job.datadog.signal.aborted) throw thrown
      return undefined
    }
  }
  const [teams, enforced] = await Promise.all([
    known(() => organization.teamSources()),
    known(() => organization.enforcesMappings()),
  ])
  return {
    ...(teams === 'manually' && { teams: 'the organization adds members to teams only manually' }),
    ...(enforced === false && { all: 'the organization does not enforce AuthN mappings' }),
  }
}
