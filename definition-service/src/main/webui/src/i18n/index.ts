import i18next, { type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';

const KEY = 'millrace.language';
const files = import.meta.glob<Record<string, unknown>>('./locales/*/*.json', { eager: true, import: 'default' });

/** A language is a folder of `locales`, a namespace a file in it: adding a language touches no code. */
const resources: Resource = {};
for (const [path, texts] of Object.entries(files)) {
  const [, , language = '', file = ''] = path.split('/');
  (resources[language] ??= {})[file.replace('.json', '')] = texts;
}

export const languages = Object.keys(resources);

function preferred(): string {
  const wanted = [localStorage.getItem(KEY), ...navigator.languages].filter((tag) => tag !== null);
  const found = wanted
    .map((tag) => languages.find((l) => l === tag) ?? languages.find((l) => l.split('-')[0] === tag.split('-')[0]))
    .find((l) => l !== undefined);
  return found ?? 'en';
}

void i18next.use(initReactI18next).init({
  resources,
  lng: preferred(),
  fallbackLng: 'en',
  defaultNS: 'common',
  interpolation: { escapeValue: false },
  returnNull: false,
  showSupportNotice: false,
});

i18next.on('languageChanged', (language) => {
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
});
document.documentElement.lang = i18next.language;

/** What a language calls itself. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}

export { i18next };
