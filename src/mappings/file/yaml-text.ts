// What YAML 1.1 or 1.2 could take for something other than this text, at least where a program reads it without our schema.
const MISREAD = /^(?:y|n|yes|no|on|off|true|false|null|e[-+]?\d+)$/i
const PLAIN = /^[\p{L}/](?:[\p{L}\p{N}_./@*+=,^$()[\]|?\\!%~-]|:(?! |$)| (?! |#|$))*$/u

/** A text as a scalar in a block of YAML: as it is where every reader takes it for that text, otherwise in quotes. */
export function yamlText(text: string): string {
  if (PLAIN.test(text) && !MISREAD.test(text)) return text
  return /^[^\p{C}\p{Zl}\p{Zp}]*$/u.test(text) ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text)
}
