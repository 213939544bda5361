import type { KindName } from '../mappings/mapping.ts'
import { authnWire } from './kinds/authn.ts'
import { awsIntakeWire } from './kinds/aws-intake.ts'
import { awsPersonaWire } from './kinds/aws-persona.ts'
import { githubIntakeWire } from './kinds/github-intake.ts'
import { githubPersonaWire } from './kinds/github-persona.ts'
import type { WireKind } from './kinds/wire.ts'

/** How each kind of mapping looks on the wire. */
export const WIRE_KINDS: Readonly<Record<KindName, WireKind>> = {
  'aws-persona': awsPersonaWire,
  'aws-intake': awsIntakeWire,
  'github-persona': githubPersonaWire,
  'github-intake': githubIntakeWire,
  authn: authnWire,
}
