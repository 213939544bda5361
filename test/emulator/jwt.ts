import { createHmac } from 'node:crypto'
import { isJsonObject, type JsonObject, parseJson } from './json.ts'

const SECRET = 'the emulator signs for itself only'

const sign = (signed: string): string => createHmac('sha256', SECRET).update(signed).digest('base64url')
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token that every emulator process recognizes as its own. */
export function mintJwt(payload: JsonObject): string {
  const signed = `${encode({ typ: 'JWT', alg: 'HS256', kid: 'emulator' })}.${encode(payload)}`
  return `${signed}.${sign(signed)}`
}

/** The payload of a token that an emulator signed, or undefined. */
export function readJwt(token: string): JsonObject | undefined {
  const [header = '', payload = '', signature] = token.split('.')
  if (signature !== sign(`${header}.${payload}`)) return undefined
  const claims = parseJson(Buffer.from(payload, 'base64url').toString())
  return isJsonObject(claims) ? claims : undefined
}
