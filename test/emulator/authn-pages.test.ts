import { expect, test } from 'vitest'
import type { Emulator } from './emulator.ts'
import { at, call, emulatorForTest } from './session.ts'
import type { PageChange } from './switches.ts'

const ROLE = '94172444-be03-11e9-a77a-db1879185210'
const authn = Array.from({ length: 5 }, (_, index) => ({
  ...{ attribute_key: 'group', attribute_value: `v${index}`, role_id: ROLE },
}))

async function readAll(emulator: Emulator): Promise<{ values: unknown[]; totals: unknown[] }> {
  const values: unknown[] = []
  const totals: unknown[] = []
  for (let page = 0; page < 3; page += 1) {
    const { json } = await call(emulator, 'GET', `/api/v2/authn_mappings?page[size]=2&page[number]=${page}`)
    for (const item of json['data'] as unknown[]) values.push(at(item, 'attributes', 'attribute_value'))
    totals.push(at(json, 'meta', 'page', 'total_filtered_count'))
  }
  return { values, totals }
}

const STEADY = { values: ['v0', 'v1', 'v2', 'v3', 'v4'], totals: [5, 5, 5] }

test.each<[PageChange['do'], unknown[], number[]]>([
  ['delete', ['v0', 'v1', 'v3', 'v4'], [5, 4, 4]],
  ['add', ['v0', 'v1', 'v1', 'v2', 'v3', 'v4'], [5, 6, 6]],
  ['repeat', ['v0', 'v1', 'v0', 'v1', 'v4'], [5, 5, 5]],
  ['shorten', ['v0', 'v2', 'v3', 'v4'], [5, 5, 5]],
])('a reader of pages meets %s once', async (change, values, totals) => {
  const seed = { mappings: { authn } }
  const emulator = await emulatorForTest({ seed, switches: { authnPages: { do: change, times: 1 } } })
  expect(await readAll(emulator)).toEqual({ values, totals })
  if (change === 'repeat' || change === 'shorten') expect(await readAll(emulator)).toEqual(STEADY)
})

test('a server may repeat its first page for good', async () => {
  const seed = { mappings: { authn }, switches: { authnPages: { do: 'repeat' as const } } }
  const emulator = await emulatorForTest({ seed })
  expect((await readAll(emulator)).values).toEqual(['v0', 'v1', 'v0', 'v1', 'v0', 'v1'])
  emulator.setSwitches({ authnPages: false })
  expect(await readAll(emulator)).toEqual(STEADY)
})
