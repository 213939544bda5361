import { type Reply, stringError } from './exchange.ts'
import type { Settings, Store } from './store.ts'

/** The requests of one period, which is aligned to the calendar. */
export interface RateWindow {
  period: number
  used: number
}

/** Counts a request: its answer with the five headers, or the 429 when the period's requests are used up. */
export function limitRate(store: Store, settings: Settings, answer: () => Reply): Reply {
  const limited = store.switches.rateLimit
  if (!limited) return answer()
  const { limit, periodSeconds } = limited
  const nowSeconds = settings.now() / 1000
  const period = Math.floor(nowSeconds / periodSeconds)
  if (store.rate.period !== period) store.rate = { period, used: 0 }
  const allowed = store.rate.used < limit
  if (allowed) store.rate.used += 1
  const reply = allowed ? answer() : stringError(429, 'Too many requests')
  const headers = {
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Period': String(periodSeconds),
    'X-RateLimit-Remaining': String(limit - store.rate.used),
    'X-RateLimit-Reset': String(Math.ceil((period + 1) * periodSeconds - nowSeconds)),
    'X-RateLimit-Name': 'cloud_auth',
  }
  return { ...reply, headers: { ...reply.headers, ...headers } }
}
