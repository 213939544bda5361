import type { Page } from './pages.ts'
import type { AuthnMapping, Store } from './store.ts'
import { uuidV1 } from './uuid.ts'

// Older than every other mapping: it comes first, and pushes the others on.
const LONG_AGO = '2000-01-01T00:00:00.000000+00:00'

/** What a page of a list shows, and what happens behind the reader's back, as the `authnPages` switch says. */
export function turnPage(store: Store, page: Page, list: readonly AuthnMapping[]): AuthnMapping[] {
  const shown = page.of(list)
  const change = store.switches.authnPages
  const [first] = shown
  if (!change || store.pagesLeft <= 0 || !first) return shown
  const isLast = (page.number + 1) * page.size >= list.length
  if (change.do === 'repeat' ? page.number === 0 : change.do !== 'shorten' && isLast) return shown
  store.pagesLeft -= 1
  if (change.do === 'repeat') return list.slice(0, page.size)
  if (change.do === 'shorten') return shown.slice(0, -1)
  if (change.do === 'delete') store.authn.delete(first.id)
  else {
    const id = uuidV1(Date.parse(LONG_AGO) * 1000 + store.authn.size)
    store.authn.set(id, { ...first, id, attributeValue: `added-${id.slice(0, 8)}`, createdAt: LONG_AGO })
  }
  return shown
}
