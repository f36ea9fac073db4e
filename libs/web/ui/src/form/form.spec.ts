import { draftsIn } from './draft.js';
import { sortProblems } from './field-problem.js';

describe('problems of a form', () => {
  it('stand beside their field, several in one line; the rest stands above the button', () => {
    const { beside, above } = sortProblems(
      [
        { field: 'name', detail: '太短' },
        { field: 'name', detail: '含有数字' },
        { field: 'orgId', detail: '机构已撤销' },
      ],
      ['name'],
    );
    expect(beside.get('name')).toBe('太短；含有数字');
    expect(above).toEqual(['机构已撤销']);
  });
});

describe('drafts', () => {
  const kept = new Map<string, string>();
  const drafts = draftsIn({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  });

  it('come back until they are dropped', () => {
    drafts.write('person', { name: '古丽' });
    expect(drafts.read('person')).toEqual({ name: '古丽' });
    drafts.drop('person');
    expect(drafts.read('person')).toBeUndefined();
  });

  it('never stop the writing when the browser keeps no store', () => {
    const refuse = () => {
      throw new Error('SecurityError');
    };
    const closed = draftsIn({ getItem: refuse, setItem: refuse, removeItem: refuse });
    expect(closed.read('person')).toBeUndefined();
    expect(() => closed.write('person', { name: '古丽' })).not.toThrow();
    expect(() => closed.drop('person')).not.toThrow();
  });
});
