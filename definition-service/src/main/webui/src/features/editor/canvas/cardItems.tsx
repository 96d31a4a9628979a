import type { MenuProps } from 'antd';
import type { TFunction } from 'i18next';
import {
  CopyOutlined,
  DeleteOutlined,
  DragOutlined,
  EditOutlined,
  ForkOutlined,
  PlusOutlined,
  SnippetsOutlined,
  WarningOutlined,
} from '@/components/icons';
import { meantBy, toggleCollapsed, type CanvasStore } from './store';
import { writeClipboard } from './clipboard';

type Items = NonNullable<MenuProps['items']>;

/** The menu of a node's card. */
export function cardItems(store: CanvasStore, t: TFunction<'editor'>, key: string, hasBranches: boolean): Items {
  const { commands, startMove } = store.getState();
  if (!commands) return [];
  const behind = { upstreamKey: key, branchIndex: null };
  const keys = meantBy(store, key);
  const copy = (all: boolean) => void writeClipboard(commands.copy(keys, all));
  return [
    { key: 'open', label: t('menu.open'), icon: <EditOutlined />, onClick: () => store.getState().open(key) },
    {
      key: 'rename',
      label: t('menu.rename'),
      extra: t('keys.rename.keys'),
      onClick: () => store.setState({ renaming: key }),
    },
    { type: 'divider' },
    {
      ...{ key: 'insert', label: t('menu.insert'), icon: <PlusOutlined />, extra: t('keys.insert.keys') },
      onClick: () => store.setState({ inserting: behind }),
    },
    {
      key: 'move',
      label: t('menu.move'),
      icon: <DragOutlined />,
      extra: t('keys.move.keys'),
      onClick: () => startMove(keys, 'keyboard'),
    },
    {
      key: 'copy',
      label: t('menu.copy'),
      icon: <CopyOutlined />,
      extra: t('shortcut.copy'),
      onClick: () => copy(false),
    },
    { key: 'copyAll', label: t('menu.copyAll'), onClick: () => copy(true) },
    {
      ...{ key: 'paste', label: t('menu.paste'), icon: <SnippetsOutlined />, extra: t('shortcut.paste') },
      onClick: () => commands.paste(behind, null),
    },
    { type: 'divider' },
    {
      ...{ key: 'error', label: t('menu.errorBranch'), icon: <WarningOutlined /> },
      onClick: () => commands.change(key, { onFailure: 'branch' }),
    },
    ...(hasBranches
      ? [
          {
            key: 'collapse',
            label: t('menu.collapse'),
            icon: <ForkOutlined />,
            onClick: () => toggleCollapsed(store, key),
          },
        ]
      : []),
    { type: 'divider' },
    {
      ...{
        key: 'delete',
        label: t('menu.delete'),
        icon: <DeleteOutlined />,
        extra: t('keys.delete.keys'),
        danger: true,
      },
      onClick: () => store.setState({ deleting: keys }),
    },
  ];
}
