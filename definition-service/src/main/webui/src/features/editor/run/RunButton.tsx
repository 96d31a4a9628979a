import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CaretRightOutlined } from '@/components/icons';
import type { EditorStore } from '../editorStore';
import type { Descriptors } from '../model/descriptors';
import { RunDialog } from './RunDialog';

interface Props {
  store: EditorStore;
  descriptors: Descriptors;
  save: () => Promise<boolean>;
  onRun: (executionId: string) => void;
}

/** Runs the whole workflow by hand, as saved. */
export function RunButton({ store, descriptors, save, onRun }: Props) {
  const { t } = useTranslation('editor');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<CaretRightOutlined />} onClick={() => setOpen(true)}>
        {t('run.button')}
      </Button>
      {isOpen ? (
        <RunDialog
          store={store}
          descriptors={descriptors}
          save={save}
          onClose={() => setOpen(false)}
          onRun={(id) => {
            setOpen(false);
            onRun(id);
          }}
        />
      ) : null}
    </>
  );
}
