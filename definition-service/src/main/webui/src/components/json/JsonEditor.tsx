import { Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import type { JsonTextProps } from './JsonText';

// CodeMirror is large, and most who open a page never edit JSON on it.
const JsonText = lazy(() => import('./JsonText').then((module) => ({ default: module.JsonText })));

/** Edits a text that is to be JSON, with colours and with what is wrong at its place. */
export function JsonEditor(props: JsonTextProps) {
  return (
    <Suspense fallback={<Skeleton active paragraph={{ rows: 4 }} title={false} />}>
      <JsonText {...props} />
    </Suspense>
  );
}
