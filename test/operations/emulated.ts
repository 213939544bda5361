import { Client } from '../../src/datadog/client.ts'
import { asFailure, type Failure } from '../../src/failure.ts'
import type { Context } from '../../src/operations/context.ts'
import { operate } from '../../src/operations/operate.ts'
import type { Outcome } from '../../src/operations/outcome.ts'
import type { Request } from '../../src/operations/request.ts'
import { type FakeSession, fakeSession, type Turn } from '../datadog/fake-session.ts'
import { plant } from '../emulator/plant.ts'
import { route } from '../emulator/router.ts'
import type { Seed } from '../emulator/seed.ts'
import { createStore, type Settings } from '../emulator/store.ts'
import type { Switches } from '../emulator/switches.ts'

/** One request of a step, and its number among those of its method, from 1. */
export interface Arrival {
  readonly method: string
  readonly path: string
  readonly body: string
  readonly nth: number
}

/** An emulated Datadog without a network, and without time but for what is waited for. */
export interface Emulated {
  /** Carries a request out as someone else, or as the step when an answer is to be lost. */
  answer(request: Pick<Arrival, 'method' | 'path'> & { readonly body?: string }): Turn
  /** The account identifiers of the live AWS persona mappings. */
  accounts(): (string | undefined)[]
  /** Deletes an AWS persona mapping as someone else. */
  remove(id: string): void
  /** Creates an AWS persona mapping as someone else. */
  create(arnPattern: string, accountIdentifier: string): void
}

const COLLECTION = '/api/v2/cloud_auth/aws/persona_mapping'

/** Starts with a seed. */
export function emulated(seed: Seed, switches: Partial<Switches> = {}): Emulated {
  const settings: Settings = {
    apiKey: undefined,
    appKey: undefined,
    bearer: undefined,
    orgUuid: '5f3a1c7e-2b64-4d0a-9c1f-0e8d7b6a5432',
    aws: [],
    accounts: undefined,
    oidcClaims: {},
    oidcRequestToken: undefined,
    scheme: 'https',
    switches,
    now: () => 1_000_000_000_000,
  }
  const store = createStore(settings)
  plant(store, seed, settings.now())
  const headers = { 'dd-api-key': 'api', 'dd-application-key': 'app' }
  const answer: Emulated['answer'] = ({ method, path: target, body = '' }) => {
    const [path = '', query = ''] = target.split(/\?(.*)/s)
    const reply = route(store, settings, { method, target, path, query: new URLSearchParams(query), headers, body })
    return { status: reply.status, text: reply.body }
  }
  return {
    answer,
    accounts: () => [...store.cloudAuth['aws-persona'].values()].map(({ attributes }) => attributes.account_identifier),
    remove: (id) => store.cloudAuth['aws-persona'].delete(id),
    create(arn_pattern, account_identifier) {
      const data = { type: 'aws_cloud_auth_config', attributes: { arn_pattern, account_identifier } }
      answer({ method: 'POST', path: COLLECTION, body: JSON.stringify({ data }) })
    },
  }
}

type Disturb = (arrival: Arrival) => Turn | undefined

/** A step with keys; `disturb` answers in Datadog's place, or does something before Datadog answers. */
export function start(
  datadog: Emulated,
  disturb: Disturb,
): { readonly context: Context; readonly session: FakeSession } {
  const counts = new Map<string, number>()
  const session = fakeSession(({ method, path, body = '' }) => {
    const nth = (counts.get(method) ?? 0) + 1
    counts.set(method, nth)
    return disturb({ method, path, body, nth }) ?? datadog.answer({ method, path, body })
  })
  const context: Context = {
    client: new Client(session),
    job: {
      env: {},
      datadog: session,
      addSecret: () => undefined,
      open: () => Promise.reject(new Error('only Datadog is here')),
    },
    journal: { say: session.say, organization: () => undefined, keep: async () => undefined },
    place: { site: 'datadoghq.com' },
  }
  return { context, session }
}

/** Runs an operation in such a step. */
export async function run(
  datadog: Emulated,
  request: Request,
  disturb: Disturb = () => undefined,
): Promise<{ readonly outcome: Outcome | Failure; readonly session: FakeSession }> {
  const { context, session } = start(datadog, disturb)
  return { outcome: await operate(request, context).catch(asFailure), session }
}
