import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';

interface PlaceState {
  label: string;
  show(label: string): void;
}

export const usePlaceLabel = create<PlaceState>((set) => ({ label: '', show: (label) => set({ label }) }));

/** Says what the page shows: in the title of the window, and at the end of the path in the header. */
export function usePlace(label: string): void {
  const { t } = useTranslation();
  const show = usePlaceLabel((state) => state.show);
  const product = t('product');
  useEffect(() => {
    show(label);
    document.title = label === '' ? product : `${label} · ${product}`;
  }, [label, product, show]);
}
