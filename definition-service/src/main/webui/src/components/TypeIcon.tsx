import {
  ApartmentOutlined,
  ApiOutlined,
  AppstoreOutlined,
  CalendarOutlined,
  FormOutlined,
  MessageOutlined,
  PlayCircleOutlined,
  TableOutlined,
  ThunderboltOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

/** By the names that descriptors of triggers use; the icons of nodes come with the editor. */
const ICONS: Record<string, ReactNode> = {
  apartment: <ApartmentOutlined />,
  calendar: <CalendarOutlined />,
  form: <FormOutlined />,
  hand: <PlayCircleOutlined />,
  message: <MessageOutlined />,
  table: <TableOutlined />,
  webhook: <ApiOutlined />,
  workflow: <AppstoreOutlined />,
};

/** Sign of a trigger type; one that nobody has heard of gets a common one. */
export function TypeIcon({ name }: { name: string | undefined }) {
  return <span aria-hidden>{ICONS[name ?? ''] ?? <ThunderboltOutlined />}</span>;
}
