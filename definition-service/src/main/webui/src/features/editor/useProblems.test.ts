import { expect, it } from 'vitest';
import { testDocument, testNode as node } from './model/testing';
import { problemsOf } from './useProblems';

const error = (pointer: string) => ({ pointer, code: 'c', detail: 'd' });

it('should keep problems at their nodes when the document has changed since it was checked', () => {
  // given
  const document = testDocument([node('a', null), node('b', 'a')]);
  const checked = {
    document,
    violations: [error('/nodes/1/config/x'), error('/config/mode')],
    findings: [error('/nodes/1/title')],
  };
  const now = testDocument([node('new', null), node('a', 'new'), node('b', 'a')]);

  // when
  const problems = problemsOf(checked, now);

  // then
  expect(problems.byKey.get('b')).toEqual({ violations: 1, findings: 1 });
  expect(problems.byKey.get('$trigger')).toEqual({ violations: 1, findings: 0 });
  expect(problems.errors.map(({ pointer }) => pointer)).toEqual([
    '/nodes/2/config/x',
    '/config/mode',
    '/nodes/2/title',
  ]);
});
