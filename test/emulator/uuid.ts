import { createHash } from 'node:crypto'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a text has the form of a UUID of any version. */
export const isUuid = (text: string): boolean => UUID.test(text)

const dashed = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')

/** The same UUID (version 5 form) for the same name, in every process. */
export function uuidOf(name: string): string {
  const hash = createHash('sha1').update('emulator:').update(name).digest('hex')
  return dashed(`${hash.slice(0, 12)}5${hash.slice(13, 16)}a${hash.slice(17, 32)}`)
}

const GREGORIAN_OFFSET_MICROSECONDS = 12_219_292_800_000_000n

/** A version 1 UUID, the form of AuthN mapping ids, for a time in microseconds since 1970. */
export function uuidV1(microseconds: number): string {
  const time = ((BigInt(microseconds) + GREGORIAN_OFFSET_MICROSECONDS) * 10n).toString(16).padStart(15, '0')
  return dashed(`${time.slice(7)}${time.slice(3, 7)}1${time.slice(0, 3)}8a00da7ad0900005`)
}
