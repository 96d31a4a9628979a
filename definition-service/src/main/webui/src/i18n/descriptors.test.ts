import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { inLanguage } from './descriptors';
import chinese from './descriptors/zh-CN.json';

/** The reference of all types stands in the repository's documents; tests run in the folder of the web interface. */
const reference = (name: string) => readFileSync(resolve('../../../../docs', name), 'utf8');

const descriptor = {
  type: 'end',
  title: 'End',
  help: 'Ends the execution.',
  configSchema: {
    properties: {
      title: { type: 'string', title: 'Title' },
      endStatus: { enum: [1], 'x-enum-titles': ['Succeeded', 'Made up'] },
    },
  },
  example: { title: 'Title' },
};

it('should translate what is read, and nothing else', () => {
  expect(inLanguage(descriptor, 'zh-CN')).toEqual({
    type: 'end',
    title: '结束',
    help: chinese['help end'],
    configSchema: {
      properties: {
        title: { type: 'string', title: '标题' },
        endStatus: { enum: [1], 'x-enum-titles': ['成功', 'Made up'] },
      },
    },
    example: { title: 'Title' },
  });
});

it('should leave it as it was announced where there is no other language', () => {
  expect(inLanguage(descriptor, 'en')).toBe(descriptor);
});

it('should translate the types that there are', () => {
  const types = [...`${reference('nodes.md')}${reference('triggers.md')}`.matchAll(/^## `(.+)`$/gm)].map(
    ([, type = '']) => type,
  );
  const helps = Object.keys(chinese)
    .filter((key) => key.startsWith('help '))
    .map((key) => key.slice(5));
  expect(helps.sort()).toEqual(types.sort());
});
