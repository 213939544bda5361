import { expect, test } from 'vitest'
import { inParallel } from '../../src/operations/in-parallel.ts'

test('after a failure nothing new is begun, and what is under way ends before the failure is told', async () => {
  const begun: number[] = []
  const ended: number[] = []
  const work = async (item: number) => {
    begun.push(item)
    if (item === 0) throw new Error('the first')
    await new Promise(setImmediate)
    ended.push(item)
  }
  const items = Array.from({ length: 20 }, (_, index) => index)
  await expect(inParallel(items, work)).rejects.toThrow('the first')
  expect(begun.length).toBeLessThan(10)
  expect(ended).toEqual(begun.slice(1))
})
