import type { FlowCanvasProps } from './types';

export function FlowCanvas({ document }: FlowCanvasProps) {
  return <div>{document.title}</div>;
}
