// Letters that Unicode assigns to the Latin script and that few could tell from an ASCII one: the phonetic alphabets, dotless i and j,
// script g, small capitals (https://www.unicode.org/Public/security/latest/confusables.txt).
const LATIN_TWINS = /[\u0131\u017f\u0184\u0185\u01bd\u01c0\u0237\u0250-\u02af\u1d00-\u1dbf\ua730\ua731\uab30-\uab67]/u
const COMPATIBLE = /^[!-~]+$/

/**
 * The characters of a mostly Latin text that may pass for others: letters of another script, such as a Cyrillic а, and forms of ASCII
 * characters, such as full-width and mathematical ones. Each is named once, in the order of the text.
 */
export function lookAlikesIn(text: string): readonly string[] {
  if (/^[\0-\x7f]*$/.test(text)) return []
  const found = new Set<string>()
  let latin = 0
  let others = 0
  for (const character of text) {
    if (/[A-Za-z]/.test(character)) latin++
    if (character <= '\x7f') continue
    const isOther = /[\p{L}\p{Nl}]/u.test(character) && !/\p{Script=Latin}/u.test(character)
    if (isOther) others++
    if (isOther || LATIN_TWINS.test(character) || COMPATIBLE.test(character.normalize('NFKC'))) found.add(character)
  }
  return latin >= others ? [...found] : []
}
