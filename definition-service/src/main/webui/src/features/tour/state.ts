import { create } from 'zustand';

const SEEN = 'millrace.tour.seen';

interface TourState {
  running: boolean;
  start(): void;
  /** However it ends, it does not come again by itself. */
  end(): void;
}

export const useTour = create<TourState>((set) => ({
  running: localStorage.getItem(SEEN) === null,
  start: () => set({ running: true }),
  end: () => {
    localStorage.setItem(SEEN, new Date().toISOString());
    set({ running: false });
  },
}));
