import { type Account, isEmail } from './accounts.ts'
import { invalid, jsonApiError, type Reply } from './exchange.ts'
import type { Store } from './store.ts'
import { permissionsOf } from './users.ts'
import { isUuid } from './uuid.ts'

const POINTER = '/data/attributes/account_identifier'

/** The account that a caller may map by an identifier, or the refusal. */
export function accountToMap(store: Store, identifier: string, callerUuid: string): Account | Reply {
  const account = resolve(store, identifier)
  if ('refused' in account) return unknownAccount(store, account.refused)
  return refusedTarget(store, account, callerUuid) ?? account
}

function resolve(store: Store, identifier: string): Account | { refused: string } {
  const any = store.switches.accounts === 'any'
  const known =
    store.accounts.find(identifier) ??
    (any && (isUuid(identifier) || isEmail(identifier)) ? store.accounts.ensure(identifier) : undefined)
  if (!known) return { refused: `account ${identifier} was not found` }
  if (known.disabled) return { refused: `account ${identifier} is disabled` }
  if (isUuid(identifier) && !known.serviceAccount) {
    return { refused: 'account_identifier must not be the UUID of a user' }
  }
  return known
}

const forbidden = (reason: string): Reply => ({ ...jsonApiError(403, { title: 'Forbidden' }), reason })

// The refusal when a caller may not map an account: nobody maps one without permissions, or with more than their own.
function refusedTarget(store: Store, target: Account, callerUuid: string): Reply | undefined {
  const wanted = permissionsOf(store, target)
  if (wanted.length === 0) {
    const detail = 'the account has no permissions'
    return store.switches.powerlessAccount === 400 ? invalid(POINTER, detail) : forbidden(detail)
  }
  const caller = store.accounts.byId(callerUuid)
  const held = new Set(caller ? permissionsOf(store, caller) : [])
  const lacking = wanted.filter((permission) => !held.has(permission))
  return lacking.length > 0 ? forbidden(`the caller lacks ${lacking.map(({ name }) => name).join(', ')}`) : undefined
}

function unknownAccount(store: Store, detail: string): Reply {
  return store.switches.unknownAccount === 404
    ? jsonApiError(404, { status: '404', title: 'Not Found', detail })
    : invalid(POINTER, detail)
}
