import type { FaultRule } from '../emulator/emulator.ts'

/** A way to lose the answer of a write, and the fault that does it. */
export type Loss = readonly [name: string, rule: Pick<FaultRule, 'do' | 'when'>]

/** Every way. */
export const LOSSES: readonly Loss[] = [
  ['a reset before Datadog did it', { do: 'reset' }],
  ['a reset after Datadog did it', { do: 'reset', when: 'after' }],
  ['a 502 before Datadog did it', { do: { status: 502 } }],
  ['a 502 after Datadog did it', { do: { status: 502 }, when: 'after' }],
  ['a 500 with JSON after Datadog did it', { do: { status: 500, body: { errors: ['oops'] } }, when: 'after' }],
  ['a page of a proxy before Datadog did it', { do: 'html' }],
  ['a page of a proxy after Datadog did it', { do: 'html', when: 'after' }],
  ['an empty answer before Datadog did it', { do: 'empty' }],
  ['an empty answer after Datadog did it', { do: 'empty', when: 'after' }],
  ['something that is not HTTP after Datadog did it', { do: 'garbage', when: 'after' }],
  ['a reset inside the body', { do: 'resetMidBody' }],
  ['a body that is cut', { do: 'cutBody' }],
  ['a body longer than announced', { do: 'shortLength' }],
  ['half of the JSON', { do: 'truncatedJson' }],
  ['an answer without an id', { do: 'noId' }],
  ['an answer with another attribute type', { do: { kind: 'mutate', set: { id: 17 } } }],
  ['a compressed answer', { do: 'gzip' }],
  ['half of a compressed answer', { do: { kind: 'gzip', cut: true } }],
  ['header fields without end', { do: 'endlessHeaders' }],
]

/** The names of one of each sort: not carried out, carried out, refused by something in between, and answered unreadably. */
export const SAMPLES: readonly string[] = [
  'a reset before Datadog did it',
  'a reset after Datadog did it',
  'a 502 after Datadog did it',
  'an empty answer before Datadog did it',
  'an answer without an id',
]
