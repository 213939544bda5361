import type { Session } from '../session.ts'
import { Accounts } from './accounts.ts'
import { OrganizationReader } from './organization.ts'
import { Roles } from './roles.ts'
import { Teams } from './teams.ts'

/** What Datadog knows of the organization apart from its mappings; reads only, and each thing once. */
export class Directory {
  readonly accounts: Accounts
  readonly roles: Roles
  readonly teams: Teams
  readonly organization: OrganizationReader

  constructor(session: Session) {
    this.accounts = new Accounts(session)
    this.roles = new Roles(session)
    this.teams = new Teams(session)
    this.organization = new OrganizationReader(session)
  }
}
