import { expect, test } from 'vitest'
import { renderMarkdown } from '../../scripts/step-report.ts'

test('a summary reads as text: aligned tables, no marks, no entities', () => {
  const markdown =
    '### Mapped `x`\n\nto a&#64;b &lt;c&gt; &nope;\n\n| Who | Id |\n|---|:-:|\n| `a\\|b*` | 1 |\n| long name | 22 |\n\nend\n'
  expect(renderMarkdown(markdown)).toEqual([
    'Mapped x',
    '',
    'to a@b <c> &nope;',
    '',
    'Who        Id',
    '─────────  ──',
    'a|b*       1',
    'long name  22',
    '',
    'end',
  ])
})
