import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { TRIGGER, type FlowDocument, type FlowNode } from '../model/document';
import { testDescriptors, testDocument, testNode as node } from '../model/testing';
import { FlowCanvas } from './FlowCanvas';
import { neighbour } from './neighbours';
import { grouped, takeInBranch } from './paletteItems';
import { searchNodes } from './searchNodes';
import type { CanvasCommands, NodeOverlay } from './types';

const nodes = [
  node('a', null),
  node('if', 'a', null, { rejectOnFalse: false }, 'condition'),
  node('yes', 'if', 1, { x: '{{$jobsMapByNodeKey.a}}' }),
  node('last', 'if', null, { x: '{{$jobsMapByNodeKey.if}}' }),
];

function commands(): CanvasCommands {
  return {
    insert: vi.fn(),
    move: vi.fn(),
    remove: vi.fn(),
    copy: vi.fn(() => 'copied'),
    paste: vi.fn(),
    change: vi.fn(),
  };
}

interface Options {
  document?: FlowDocument;
  mode?: 'edit' | 'view';
  overlay?: ReadonlyMap<string, NodeOverlay>;
}

function show({ document = testDocument(nodes), mode = 'edit', overlay }: Options = {}) {
  const done = commands();
  const onOpen = vi.fn();
  function Page() {
    const [selected, setSelected] = useState<string | null>(null);
    return (
      <FlowCanvas
        document={document}
        descriptors={testDescriptors}
        mode={mode}
        selected={selected}
        onSelect={setSelected}
        onOpen={onOpen}
        commands={done}
        {...(overlay ? { overlay } : {})}
      />
    );
  }
  render(<Page />);
  return { done, onOpen, user: userEvent.setup() };
}

const card = (name: string) =>
  screen.getByRole('button', { name: new RegExp(`^${name} ?(calculation|condition|Trigger)`) });

describe('FlowCanvas', () => {
  it('should put a node in where a plus button stands', async () => {
    // given
    const { done, user } = show();

    // when
    await user.click(screen.getByRole('button', { name: 'Add a node in branch No of if' }));
    await user.type(await screen.findByRole('combobox', { name: 'Search for nodes' }), 'calc');
    await user.keyboard('{Enter}');

    // then
    expect(done.insert).toHaveBeenCalledWith({ upstreamKey: 'if', branchIndex: 0 }, 'calculation', null);
  });

  it('should go from node to node by arrow keys and open one by Enter', async () => {
    // given
    const { onOpen, user } = show();
    card('manual').focus();

    // when
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(card('a')).toHaveFocus());
    await user.keyboard('{Enter}');

    // then
    expect(onOpen).toHaveBeenCalledWith('a');
  });

  it('should move a node by keyboard, and ask first where variables would break', async () => {
    // given
    const { done, user } = show();
    card('if').focus();

    // when: `last` reads the result of `if`
    await user.keyboard('m');
    const unsafe = screen.getByRole('button', { name: /^Move behind last: .*jobsMapByNodeKey\.if/ });
    await user.click(unsafe);

    // then
    expect(done.move).not.toHaveBeenCalled();
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Move all the same' }));
    expect(done.move).toHaveBeenCalledWith(['if'], { upstreamKey: 'last', branchIndex: null });
  });

  it('should not offer a node its own inside as a target', async () => {
    const { user } = show();
    card('if').focus();
    await user.keyboard('m');
    expect(screen.queryByRole('button', { name: /in branch/ })).toBeNull();
  });

  it('should ask which branch stays before it deletes', async () => {
    // given
    const { done, user } = show();
    card('if').focus();

    // when
    await user.keyboard('{Delete}');
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('radio', { name: 'Keep the nodes of branch Yes' }));
    expect(within(dialog).getByText(/will find none: last/)).toBeInTheDocument();
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }));

    // then
    expect(done.remove).toHaveBeenCalledWith(['if'], 1);
  });

  it('should select several nodes by click and shift, and delete them together', async () => {
    // given
    const { done, onOpen, user } = show();
    card('a').focus();

    // when
    await user.keyboard('{Shift>}');
    await user.click(card('last'));
    await user.keyboard('{/Shift}');

    // then
    expect(onOpen).not.toHaveBeenCalled();
    expect(await screen.findByText('3 nodes selected', { selector: '[role=status]' })).toBeInTheDocument();
    const pressed = ['a', 'if', 'yes', 'last'].map((name) => card(name).getAttribute('aria-pressed'));
    expect(pressed).toEqual(['true', 'true', 'false', 'true']);

    // when
    const bar = within(screen.getByRole('toolbar', { name: 'Selected nodes' }));
    await user.click(bar.getByRole('button', { name: 'Delete' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete 3 nodes?' }));
    expect(dialog.getByText('1 node in their branches goes with them.')).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Delete' }));

    // then
    expect(done.remove).toHaveBeenCalledWith(['a', 'if', 'last'], null);
  });

  it('should select several nodes by keyboard and move them together', async () => {
    // given
    const { done, user } = show();
    card('a').focus();

    // when
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    await waitFor(() => expect(card('if')).toHaveFocus());
    await user.keyboard('m');
    await user.click(screen.getByRole('button', { name: /^Move behind last/ }));

    // then: `last` reads the result of `if`
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Move all the same' }));
    expect(done.move).toHaveBeenCalledWith(['a', 'if'], { upstreamKey: 'last', branchIndex: null });
  });

  it('should go back to one node by Escape', async () => {
    // given
    const { user } = show();
    card('a').focus();
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    await waitFor(() => expect(card('if')).toHaveFocus());
    expect(card('a')).toHaveAttribute('aria-pressed', 'true');

    // when
    await user.keyboard('{Escape}');

    // then
    expect(card('a')).toHaveAttribute('aria-pressed', 'false');
    expect(card('if')).toHaveAttribute('aria-pressed', 'true');
    expect(screen.queryByRole('toolbar', { name: 'Selected nodes' })).toBeNull();
  });

  it('should rename a node on its card', async () => {
    const { done, user } = show();
    card('a').focus();
    await user.keyboard('{F2}');
    await user.keyboard('Fetch{Enter}');
    expect(done.change).toHaveBeenCalledWith('a', { title: 'Fetch' });
  });

  it('should hide the inside of a collapsed node', async () => {
    const { user } = show();
    await user.click(screen.getByRole('button', { name: 'Hide the branches of if' }));
    expect(screen.getByText('1 node hidden')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^yes/ })).toBeNull();
  });

  it('should show what an execution made of the nodes, and nothing to edit', () => {
    const overlay = new Map<string, NodeOverlay>([['a', { status: 'FAILED', count: 3, troubled: 2 }]]);
    show({ mode: 'view', overlay });
    expect(screen.getByText(/Failed ×3 · 2 not successful/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Add a node/ })).toBeNull();
  });

  it('should find nodes and go to them', async () => {
    const { user } = show();
    await user.type(screen.getByRole('textbox', { name: 'Search in the workflow' }), 'jobsMap{Enter}');
    expect(screen.getByText('1 of 2')).toBeInTheDocument();
  });
});

describe('neighbour', () => {
  const cards = [
    { key: TRIGGER, x: 0, y: 0, hidden: 0, hasBranches: false },
    { key: 'l', x: -200, y: 100, hidden: 0, hasBranches: false },
    { key: 'r', x: 200, y: 100, hidden: 0, hasBranches: false },
    { key: 'm', x: 0, y: 300, hidden: 0, hasBranches: false },
  ];

  it.each([
    ['l', 'ArrowRight', 'r'],
    ['r', 'ArrowLeft', 'l'],
    ['m', 'ArrowUp', 'l'],
    [TRIGGER, 'ArrowDown', 'l'],
    ['l', 'ArrowLeft', null],
  ] as const)('should lead from %s by %s to %s', (from, key, to) => {
    expect(neighbour(cards, from, key)).toBe(to);
  });
});

describe('the palette', () => {
  it('should put the best match first', () => {
    const groups = grouped(testDescriptors.nodes.values(), 'con', (name) => name);
    expect(groups.flatMap(({ types }) => types.map(({ type }) => type))).toEqual(['condition', 'multi-conditions']);
  });

  it('should know which types can take in what follows', () => {
    const taken = [...testDescriptors.nodes.values()].map((type) => [type.type, takeInBranch(type)]);
    expect(Object.fromEntries(taken)).toMatchObject({ calculation: null, condition: 1, loop: 0, parallel: 0 });
  });
});

describe('searchNodes', () => {
  it('should look into configs, in reading order', () => {
    const all: FlowNode[] = [
      node('b', 'a', null, { url: 'https://Example.org' }),
      node('a', null, null, { n: 'example' }),
    ];
    expect(searchNodes(all, 'EXAMPLE')).toEqual(['a', 'b']);
    expect(searchNodes(all, ' ')).toEqual([]);
  });
});
