import { Failure } from '../failure.ts'
import { PathFamilies } from './path-families.ts'

/** What all clients of one step know. */
export interface StepMemory {
  readonly families: PathFamilies
  /**
   * The ids of the mappings that this step created, and whether Datadog's answer said so or only a look-up after a lost answer;
   * only for them a 404 can mean "not yet".
   */
  readonly created: Map<string, 'answered' | 'found'>
  /** The ids that are known to be gone; a list that lags can still show them. */
  readonly gone: Set<string>
  /** How many writing calls Datadog carried out, may have carried out, or may still carry out. */
  writes: number
}

/** The memory of a step that has done nothing yet. */
export function newMemory(): StepMemory {
  return { families: new PathFamilies(), created: new Map(), gone: new Set(), writes: 0 }
}

/** Counts a writing call unless it is known in the end that it changed nothing: `isVain`, or a failure that leaves nothing open. */
export async function countWrite<T>(
  memory: StepMemory,
  call: Promise<T>,
  isVain: (result: T) => boolean = () => false,
): Promise<T> {
  memory.writes++
  try {
    const result = await call
    if (isVain(result)) memory.writes--
    return result
  } catch (thrown) {
    if (thrown instanceof Failure && !thrown.isUnsettled) memory.writes--
    throw thrown
  }
}
