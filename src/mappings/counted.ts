/** A number of things: `1 mapping`, `2 mappings`, `no mappings`. */
export function counted(count: number | 'no', what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
