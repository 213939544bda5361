import { isUuid, uuidOf } from './uuid.ts'

/** A Datadog account, a human's or a service account's. */
export interface Account {
  id: string
  handle: string
  email: string
  name: string
  serviceAccount: boolean
}

/** The accounts of the organisation; any email that is asked for becomes one. */
export interface Accounts {
  all(): Account[]
  byId(id: string): Account | undefined
  /** The account that Datadog would map for an identifier, or why it would refuse. */
  resolve(identifier: string): Account | { refused: string }
  add(account: Account): void
}

/** An empty register of accounts. */
export function createAccounts(): Accounts {
  const byId = new Map<string, Account>()
  const byEmail = new Map<string, Account>()
  const byHandle = new Map<string, Account>()

  const add = (account: Account): Account => {
    byId.set(account.id.toLowerCase(), account)
    byEmail.set(account.email.toLowerCase(), account)
    byHandle.set(account.handle.toLowerCase(), account)
    return account
  }

  const resolve = (identifier: string): Account | { refused: string } => {
    const wanted = identifier.toLowerCase()
    if (isUuid(wanted)) {
      const known = byId.get(wanted)
      if (known && !known.serviceAccount) return { refused: 'account_identifier must not be the UUID of a user' }
      return known ?? add(unseenServiceAccount(wanted))
    }
    const known = byEmail.get(wanted) ?? byHandle.get(wanted)
    if (known) return known
    if (!/^[^@\s]+@[^@\s]+$/.test(wanted)) return { refused: `account ${identifier} was not found` }
    return add({ id: uuidOf(wanted), handle: wanted, email: wanted, name: identifier, serviceAccount: false })
  }

  return { all: () => [...byId.values()], byId: (id) => byId.get(id.toLowerCase()), resolve, add }
}

const unseenServiceAccount = (id: string): Account => ({
  id,
  handle: id,
  email: `${id}@serviceaccount.invalid`,
  name: `Service account ${id.slice(0, 8)}`,
  serviceAccount: true,
})
