import { useSyncExternalStore } from 'react';

export const choices = ['light', 'dark', 'system'] as const;

export type Choice = (typeof choices)[number];

const KEY = 'millrace.appearance';
const system = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

export function choice(): Choice {
  const stored = localStorage.getItem(KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function choose(wanted: Choice) {
  localStorage.setItem(KEY, wanted);
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  system.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    system.removeEventListener('change', listener);
  };
}

function isDark(): boolean {
  const wanted = choice();
  const dark = wanted === 'dark' || (wanted === 'system' && system.matches);
  document.documentElement.dataset['appearance'] = dark ? 'dark' : 'light';
  return dark;
}

/** Whether the page is dark now, by choice or by the system's. */
export function useDark(): boolean {
  return useSyncExternalStore(subscribe, isDark);
}

export function useChoice(): Choice {
  return useSyncExternalStore(subscribe, choice);
}
