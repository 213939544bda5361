import { onTestFinished } from 'vitest'
import { type Emulator, type EmulatorOptions, startEmulator } from './emulator.ts'
import { isJsonObject, type JsonObject, parseJson } from './json.ts'

/** Keys that every emulator accepts which was started without any. */
export const KEYS = { 'dd-api-key': 'an-api-key', 'dd-application-key': 'an-application-key' }

/** An emulator for one test, closed when the test ends. */
export async function emulatorForTest(options: EmulatorOptions = {}): Promise<Emulator> {
  const emulator = await startEmulator(options)
  onTestFinished(() => emulator.close())
  return emulator
}

/** One answer, read to the end. */
export interface Answer {
  status: number
  type: string | null
  headers: Headers
  text: string
  /** The body when it is a JSON object, otherwise empty. */
  json: JsonObject
}

/** Sends one request, with keys unless headers are given. */
export async function call(
  { url }: Emulator,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = KEYS,
): Promise<Answer> {
  const response = await fetch(url + path, {
    method,
    headers,
    redirect: 'manual',
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const parsed = parseJson(text)
  const json = isJsonObject(parsed) ? parsed : {}
  return { status: response.status, type: response.headers.get('content-type'), headers: response.headers, text, json }
}

/** A member deep inside JSON, undefined when the way ends early. */
export const at = (value: unknown, ...path: (string | number)[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value)

/** The path of the AWS persona mappings. */
export const PERSONA = '/api/v2/cloud_auth/aws/persona_mapping'

/** A role's pattern in the example account. */
export const arn = (role: string): string => `arn:aws:sts::123456789012:assumed-role/${role}/*`

/** The body that creates an AWS persona mapping. */
export const personaBody = (pattern: string, account = 'deployer@example.com') => ({
  data: { type: 'aws_cloud_auth_config', attributes: { account_identifier: account, arn_pattern: pattern } },
})
