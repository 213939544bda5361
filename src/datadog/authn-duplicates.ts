import { asFailure, Failure } from '../failure.ts'
import type { LiveMapping } from '../mappings/mapping.ts'
import { pause, type Session } from './session.ts'

/** What is known after a create that got no answer to some of its requests, of a kind that Datadog can create twice. */
export interface Making {
  /** How messages call the kind. */
  readonly title: string
  /** The mapping of the answer, or the one that a look-up found. */
  readonly mapping: LiveMapping
  readonly isAnswered: boolean
  /** How many requests got no answer. */
  readonly lost: number
  /** All live mappings that are equal to the created one. */
  listEqual(): Promise<readonly LiveMapping[]>
  remove(id: string): Promise<unknown>
}

const PATIENCE = 30_000

/**
 * Keeps the oldest of the mappings that one create left behind, and deletes the others; the caller knows that no equal one was
 * there before. When there are more than its requests can have created, only the one that it got as an answer is deleted.
 * @throws Failure that names what is left when it cannot be deleted.
 */
export async function keepOne(session: Session, making: Making): Promise<LiveMapping> {
  const { title, mapping, isAnswered, lost } = making
  const equal = [...(await listedEqual(session, making).catch((thrown) => notListed(making, thrown)))].sort((a, b) =>
    compare(a.createdAt, b.createdAt),
  )
  const areOwn = equal.length <= lost + (isAnswered ? 1 : 0)
  const kept = areOwn ? equal[0] : (equal.find(({ id }) => id !== mapping.id) ?? mapping)
  if (kept === undefined) return mapping
  const surplus = areOwn ? equal.slice(1) : isAnswered ? [mapping] : []
  for (const { id } of surplus) {
    session.say(`Datadog created the ${title} twice, because an answer was lost: deleting ${id}, keeping ${kept.id}.`)
    try {
      await making.remove(id)
    } catch (thrown) {
      const { reason, sentence, advice } = asFailure(thrown)
      throw new Failure(reason, `Datadog created the ${title} twice, as ${kept.id} and ${id}. ${sentence}`, {
        advice,
        cause: thrown,
        isUnsettled: true,
      })
    }
  }
  return kept
}

function notListed({ title, mapping, isAnswered }: Making, thrown: unknown): never {
  const { reason: why, sentence, advice } = asFailure(thrown)
  // The reason `conflict` would read as a conflict of the new mapping.
  const reason = why === 'conflict' ? 'bad-response' : why
  const known = isAnswered ? `Datadog created the ${title} ${mapping.id}` : `The ${title} ${mapping.id} exists`
  const text = `${known}. An answer was lost, so Datadog may have created another one. ${sentence}`
  throw new Failure(reason, text, { advice, cause: thrown, isUnsettled: true })
}

// Once the list shows the new mapping, it shows everything that is older, too.
async function listedEqual(session: Session, making: Making): Promise<readonly LiveMapping[]> {
  const patientUntil = Math.min(session.clock.now() + PATIENCE, session.deadline - 1000)
  for (;;) {
    const equal = await making.listEqual()
    if (equal.some(({ id }) => id === making.mapping.id)) return equal
    if (session.clock.now() + 1000 > patientUntil)
      throw new Failure('timeout', `Datadog does not list ${making.mapping.id} yet.`)
    await pause(session, 1000, `Datadog does not list the new ${making.title} ${making.mapping.id} yet.`)
  }
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0
}
