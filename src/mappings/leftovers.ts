const UNEXPANDED = /\$\{\{.*?\}\}|\$\{[^}]*\}?|\$\([^)]*\)?|^\$[A-Za-z_]\w*$|\{\{.*?\}\}/

/** One sentence on what a text still has in it that something else should have replaced, or undefined when there is nothing. */
export function leftoverProblem(text: string): string | undefined {
  if (text.includes('***')) {
    return `"${text}" contains "***", which stands for a masked value: it was copied from a log, or GitHub masked it on its way between jobs. Set it from a variable, or pass an id instead.`
  }
  const left = UNEXPANDED.exec(text)?.[0]
  if (left === undefined) return undefined
  return `"${text}" contains "${left}", which nothing has replaced: inputs and mappings files know no shell variables, and a file no GitHub expressions either. Write the value itself, or use a GitHub expression in the step.`
}
