import { describe, expect, it } from 'vitest';
import { createEditorStore, isDirty, unsaved } from './editorStore';
import { testDocument, testNode as node } from './model/testing';
import { sampleContext } from './run/sampleContext';

const version = () => ({ id: 'v1', etag: '"1"', view: {}, document: testDocument([node('a', null)]) });

describe('the editor', () => {
  it('should save only what differs, and nothing that was put back', () => {
    // given
    const store = createEditorStore(version());

    // when
    store.getState().apply((document) => ({ ...document, title: 'New' }), 'title');

    // then
    expect(unsaved(store.getState())).toEqual({ title: 'New' });
    store.getState().apply((document) => ({ ...document, title: 'Test' }), 'title');
    expect(isDirty(store.getState())).toBe(false);
  });

  it('should close the drawer of a node that a step back takes away', () => {
    // given
    const store = createEditorStore(version());
    store.getState().apply((document) => ({ ...document, nodes: [...document.nodes, node('b', 'a')] }));
    store.getState().open('b');

    // when
    store.getState().undo();

    // then
    expect(store.getState()).toMatchObject({ opened: null, selected: null });
  });

  it('should begin anew with what somebody else saved', () => {
    // given
    const store = createEditorStore(version());
    store.getState().apply((document) => ({ ...document, title: 'Mine' }));

    // when
    store.getState().reset({ ...version(), document: { ...version().document, title: 'Theirs' } });

    // then
    expect(store.getState().history.past).toEqual([]);
    expect(isDirty(store.getState())).toBe(false);
  });
});

describe('sampleContext', () => {
  it('should hold a record of the collection of the trigger', () => {
    const schema = { type: 'object', properties: { data: { type: 'object', 'x-ui': 'record' } } };
    const fields = (name: string) =>
      name === 'orders'
        ? [
            { name: 'id', type: 'INTEGER' },
            { name: 'note', type: 'TEXT' },
          ]
        : [];
    expect(sampleContext(schema, { collection: 'orders' }, fields)).toEqual({ data: { id: 1, note: '' } });
  });

  it('should prefer what the schema gives', () => {
    const schema = { properties: { a: { examples: ['x'] }, b: { default: 2 }, c: { type: 'boolean' } } };
    expect(sampleContext(schema, {}, () => [])).toEqual({ a: 'x', b: 2, c: false });
  });
});
