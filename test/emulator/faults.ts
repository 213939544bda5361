import type { Received } from './exchange.ts'
import { FAULTS, type FaultDo, type FaultName } from './fault-actions.ts'
import { isJsonObject } from './json.ts'

/** A rule that spoils some answers; the first rule that fits and has times left wins. */
export interface FaultRule {
  /** Default: every method. */
  method?: string
  /** Beginning of path and query, or a regular expression when it starts with `^`. Default: every path. */
  path?: string
  /** Text that the body must hold, such as the pattern of one create among many. */
  body?: string
  /** Lets this many fitting requests through first. */
  skip?: number
  /** Then spoils this many; default: all. */
  times?: number
  /** Whether the request is carried out before it is spoiled; default `before`: it is not. */
  when?: 'before' | 'after'
  /** A name alone stands for the fault with its defaults. */
  do: FaultDo | FaultName
}

interface ActiveRule {
  rule: FaultRule
  fault: FaultDo
  skipsLeft: number
  timesLeft: number
}

/** The fault to do to one request. */
export interface ChosenFault {
  fault: FaultDo
  when: 'before' | 'after'
}

/** The rules in force. */
export interface FaultBook {
  /** Throws an Error that names the rule and member when one is wrong; nothing has changed then. */
  set(rules: unknown): void
  /** Uses up one of the winning rule's times. */
  choose(request: Received): ChosenFault | undefined
}

/** A book without rules. */
export function createFaultBook(): FaultBook {
  let active: ActiveRule[] = []
  return {
    set: (rules) => {
      if (!Array.isArray(rules)) throw new Error('faults: expected an array of rules')
      active = rules.map(activate)
    },
    choose: (request) => {
      for (const entry of active) {
        if (entry.timesLeft <= 0 || !fits(entry.rule, request)) continue
        if (entry.skipsLeft > 0) {
          entry.skipsLeft -= 1
          continue
        }
        entry.timesLeft -= 1
        return { fault: entry.fault, when: entry.rule.when ?? 'before' }
      }
      return undefined
    },
  }
}

function fits({ method, path = '', body = '' }: FaultRule, request: Received): boolean {
  if (method !== undefined && method.toUpperCase() !== request.method) return false
  if (!request.body.includes(body)) return false
  return path.startsWith('^') ? new RegExp(path).test(request.target) : request.target.startsWith(path)
}

const MEMBERS: Record<keyof FaultRule, (value: unknown) => boolean> = {
  method: (value) => typeof value === 'string',
  path: (value) => typeof value === 'string',
  body: (value) => typeof value === 'string',
  skip: (value) => Number.isInteger(value) && Number(value) >= 0,
  times: (value) => Number.isInteger(value) && Number(value) >= 0,
  when: (value) => value === 'before' || value === 'after',
  do: () => true,
}

function activate(value: unknown, index: number): ActiveRule {
  const where = `faults[${index}]`
  if (!isJsonObject(value)) throw new Error(`${where}: expected an object`)
  for (const [name, member] of Object.entries(value)) {
    if (!Object.hasOwn(MEMBERS, name)) throw new Error(`${where}.${name}: a rule has no such member`)
    if (!MEMBERS[name as keyof FaultRule](member)) {
      throw new Error(`${where}.${name}: cannot be ${JSON.stringify(member)}`)
    }
  }
  const rule = value as unknown as FaultRule
  if (rule.path?.startsWith('^')) new RegExp(rule.path)
  return {
    rule,
    fault: readFault(value['do'], `${where}.do`),
    skipsLeft: rule.skip ?? 0,
    timesLeft: rule.times ?? Number.POSITIVE_INFINITY,
  }
}

const REQUIRED: Partial<Record<FaultName, readonly string[]>> = {
  status: ['status'],
  bigBody: ['bytes'],
  redirect: ['to'],
  latency: ['ms'],
  mutate: ['set'],
}

function readFault(value: unknown, where: string): FaultDo {
  const fault = typeof value === 'string' ? { kind: value } : value
  if (!isJsonObject(fault)) throw new Error(`${where}: expected the name of a fault or an object`)
  const kind = fault['kind'] ?? ('status' in fault ? 'status' : undefined)
  if (typeof kind !== 'string' || !Object.hasOwn(FAULTS, kind)) {
    throw new Error(`${where}: no such fault (there are ${Object.keys(FAULTS).join(', ')})`)
  }
  const missing = REQUIRED[kind as FaultName]?.find((name) => fault[name] === undefined)
  if (missing !== undefined) throw new Error(`${where}: ${kind} needs ${missing}`)
  return { ...fault, kind } as FaultDo
}
