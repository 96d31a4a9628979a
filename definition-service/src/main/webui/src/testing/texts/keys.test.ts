import { i18next, languages } from '@/i18n';
import { holesOf, keysOf, usesIn } from './keys';
import { sources } from './sources';

const REFERENCE = 'en';
const namespaces = Object.keys(i18next.getDataByLanguage(REFERENCE) ?? {});
const textsOf = (language: string, namespace: string) =>
  keysOf((i18next.getResourceBundle(language, namespace) ?? {}) as Parameters<typeof keysOf>[0]);

describe('the languages', () => {
  it('should be more than one', () => {
    expect(languages).toEqual(expect.arrayContaining(['en', 'zh-CN']));
  });

  describe.each(languages.filter((language) => language !== REFERENCE))('%s', (language) => {
    it.each(namespaces)('should have the same texts in %s', (namespace) => {
      const [own, reference] = [textsOf(language, namespace), textsOf(REFERENCE, namespace)];
      expect([...own.keys()].sort()).toEqual([...reference.keys()].sort());
    });

    it.each(namespaces)('should put the same things into the texts of %s', (namespace) => {
      const holes = (from: Map<string, string[]>) =>
        Object.fromEntries([...from].map(([key, texts]) => [key, holesOf(texts)]));
      expect(holes(textsOf(language, namespace))).toEqual(holes(textsOf(REFERENCE, namespace)));
    });
  });

  it.each(languages)('should have no empty text: %s', (language) => {
    const empty = namespaces.flatMap((namespace) =>
      [...textsOf(language, namespace)]
        .filter(([, texts]) => texts.some((text) => text.trim() === ''))
        .map(([key]) => key),
    );
    expect(empty).toEqual([]);
  });

  it('should have every text that the code names', () => {
    const known = new Map(namespaces.map((namespace) => [namespace, textsOf(REFERENCE, namespace)]));
    const missing = sources()
      .flatMap(usesIn)
      .filter((use) => !use.namespaces.some((namespace) => known.get(namespace)?.has(use.key)))
      .map((use) => `${use.place}: ${use.namespaces.join(' or ')}:${use.key}`);
    expect(missing).toEqual([]);
  });
});
