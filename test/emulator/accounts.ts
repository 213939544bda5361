import { isUuid, uuidOf } from './uuid.ts'

/** A Datadog account, a human's or a service account's. */
export interface Account {
  id: string
  handle: string
  email: string
  name: string | null
  serviceAccount: boolean
  disabled: boolean
  status: 'Active' | 'Pending' | 'Disabled'
  /** Names or ids. */
  roles: readonly string[]
}

/** What must be said of an account; the rest has defaults. */
export type GivenAccount = Partial<Account> & Pick<Account, 'id' | 'email'>

/** The accounts of the organization. */
export interface Accounts {
  all(): Account[]
  byId(id: string): Account | undefined
  /** The account of that email, handle or UUID, if there is one. */
  find(identifier: string): Account | undefined
  /** The account of that identifier, made when there is none. */
  ensure(identifier: string): Account
  add(given: GivenAccount): Account
}

/** Whether a text is an email address, whole. */
export const isEmail = (text: string): boolean => /^[^@\s]+@[^@\s]+$/.test(text)

/** A register without accounts; those that are added have the given roles unless they name others. */
export function createAccounts(defaultRoles: readonly string[]): Accounts {
  const byId = new Map<string, Account>()
  const byEmail = new Map<string, Account>()
  const byHandle = new Map<string, Account>()

  const add = ({ id, email, serviceAccount = false, disabled = false, ...given }: GivenAccount): Account => {
    const account: Account = {
      name: email,
      handle: serviceAccount ? id.toLowerCase() : email.toLowerCase(),
      status: disabled ? 'Disabled' : 'Active',
      roles: defaultRoles,
      ...given,
      id: id.toLowerCase(),
      email,
      serviceAccount,
      disabled,
    }
    byId.set(account.id, account)
    byEmail.set(account.email.toLowerCase(), account)
    byHandle.set(account.handle.toLowerCase(), account)
    return account
  }

  const find = (identifier: string): Account | undefined => {
    const wanted = identifier.toLowerCase()
    return byId.get(wanted) ?? byEmail.get(wanted) ?? byHandle.get(wanted)
  }

  const ensure = (identifier: string): Account => find(identifier) ?? add(unseenAccount(identifier))

  return { all: () => [...byId.values()], byId: (id) => byId.get(id.toLowerCase()), find, ensure, add }
}

function unseenAccount(identifier: string): GivenAccount {
  const id = identifier.toLowerCase()
  if (isUuid(id)) {
    const name = `Service account ${id.slice(0, 8)}`
    return { id, email: `${id}@serviceaccount.invalid`, name, serviceAccount: true }
  }
  if (isEmail(id)) return { id: uuidOf(id), email: id, name: identifier }
  return { id: uuidOf(identifier), email: `${uuidOf(identifier)}@handle.invalid`, handle: identifier, name: identifier }
}
