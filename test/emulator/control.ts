import { authnWire } from './authn.ts'
import { cloudAuthWire } from './cloud-auth.ts'
import { plainJson, type Received, type Reply, stringError } from './exchange.ts'
import type { FaultRule } from './faults.ts'
import type { JsonObject } from './json.ts'
import type { LoggedRequest } from './log.ts'
import { roleWires } from './roles.ts'
import type { Seed } from './seed.ts'
import { CLOUD_AUTH_KINDS, type CloudAuthKind, type Store } from './store.ts'
import type { Switches } from './switches.ts'
import { teamWire } from './teams.ts'
import { userWire } from './users.ts'

/** What the organization holds, mappings in wire form. */
export interface State {
  orgUuid: string
  mappings: Record<CloudAuthKind | 'authn', JsonObject[]>
  users: JsonObject[]
  roles: JsonObject[]
  teams: JsonObject[]
  /** How many delegated tokens were handed out. */
  tokens: number
  switches: Switches
}

/** What can be looked at and steered while the emulator runs. */
export interface Control {
  state(): State
  requests(): LoggedRequest[]
  setFaults(faults: readonly FaultRule[]): void
  setSwitches(switches: Partial<Switches>): void
  reset(seed?: Seed): void
}

/** A copy of the state: later requests do not change it. */
export function stateOf(store: Store): State {
  const wire = (kind: CloudAuthKind) =>
    [...store.cloudAuth[kind].values()].map((mapping) => cloudAuthWire(kind, mapping))
  const families = Object.fromEntries(CLOUD_AUTH_KINDS.map((kind) => [kind, wire(kind)]))
  return structuredClone({
    orgUuid: store.org.uuid,
    mappings: {
      ...(families as Record<CloudAuthKind, JsonObject[]>),
      authn: [...store.authn.values()].map((mapping) => authnWire(store, mapping)),
    },
    users: store.accounts.all().map((account) => userWire(store, account)),
    roles: roleWires(store, store.roles.all()),
    teams: store.teams.all().map(teamWire),
    tokens: store.tokens.size,
    switches: store.switches,
  })
}

const ENDPOINTS: Record<string, (control: Control, body: unknown) => unknown> = {
  'GET /__emulator/state': (control) => control.state(),
  'GET /__emulator/requests': (control) => control.requests(),
  'PUT /__emulator/faults': (control, body) => control.setFaults(body as FaultRule[]),
  'PUT /__emulator/switches': (control, body) => control.setSwitches(body as Partial<Switches>),
  'POST /__emulator/reset': (control, body) => control.reset(body as Seed | undefined),
}

/** Answers a control request, 400 with the reason when its body is wrong; undefined for every other request. */
export function answerControl(control: Control, request: Received): Reply | undefined {
  const endpoint = ENDPOINTS[`${request.method} ${request.path}`]
  if (!endpoint) return undefined
  try {
    return plainJson(200, endpoint(control, request.body === '' ? undefined : JSON.parse(request.body)) ?? {})
  } catch (error) {
    return stringError(400, error instanceof Error ? error.message : String(error))
  }
}
