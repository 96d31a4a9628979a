import { isWholeTemplate, pathsIn, templatesIn } from './template';

describe('templates', () => {
  it('should find path, default and place', () => {
    expect(templatesIn('no. {{$context.n:3}}!')).toEqual([{ from: 4, to: 20, path: '$context.n', fallback: '3' }]);
  });

  it('should take a leading ctx. off', () => {
    expect(templatesIn('{{ctx.$context.x}}')[0]?.path).toBe('$context.x');
  });

  it.each(['{{a | upper}}', '{{}}', '{ {x}}', '{{x}', 5, null])('should see plain content in %s', (value) => {
    expect(isWholeTemplate(value)).toBe(false);
  });

  it('should tell a whole template from a text with one', () => {
    expect(isWholeTemplate('{{$jobsMapByNodeKey.a-b.items.0.id}}')).toBe(true);
    expect(isWholeTemplate('x{{$context.x}}')).toBe(false);
  });

  it('should collect the paths of values and names, each once', () => {
    const value = { '{{$context.k}}': ['{{$context.a}} {{$scopes.l.item}}', { x: '{{$context.a}}' }, 5, null] };
    expect(pathsIn(value)).toEqual(['$context.k', '$context.a', '$scopes.l.item']);
  });
});
