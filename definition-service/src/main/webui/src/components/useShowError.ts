import { App } from 'antd';
import { useCallback } from 'react';

/** Tells of an action that was refused, where no field of a form is at fault. */
export function useShowError(): (error: Error) => void {
  const { message } = App.useApp();
  return useCallback((error: Error) => void message.error(error.message), [message]);
}
