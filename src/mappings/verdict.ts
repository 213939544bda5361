/** How one mapping relates to the caller; of two that match, or of two that do not, the higher rank is nearer. */
export type Verdict =
  | { readonly outcome: 'match'; readonly rank: readonly number[] }
  | {
      readonly outcome: 'miss'
      readonly rank: readonly number[]
      readonly failed: readonly string[]
      readonly reasons: readonly string[]
    }
  | { readonly outcome: 'unknown'; readonly reason: string }
