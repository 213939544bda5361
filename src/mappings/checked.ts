/** What a check of one piece of input found: the value to use and what to warn about, or one sentence on what is wrong and what to write instead. */
export type Checked<T> = { readonly value: T; readonly warnings: readonly string[] } | { readonly problem: string }
