import type { Client } from '../datadog/client.ts'
import type { Job } from '../identity/job.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import type { Place } from '../mappings/plan/plan-digest.ts'
import type { Organization } from './outcome.ts'

/** What every operation works with. */
export interface Context {
  readonly client: Client
  readonly job: Job
  readonly journal: Journal
  /** What the step is about, as plans name it. */
  readonly place: Place
  /** The organization that the credentials belong to; absent when it was not asked for, without members when Datadog does not say. */
  readonly organization?: Organization
}

/** Where an operation reports what it does before it is over. */
export interface Journal {
  /** A line for the log. */
  say(line: string): void
  /** Notes the organization that the credentials belong to: the outputs carry it, whatever becomes of the step. */
  organization(organization: Organization): void
  /** Writes the inputs that restore a mapping to the log, the outputs and the summary, before the mapping is deleted. */
  keep(mapping: LiveMapping): Promise<void>
}
