import { EVERY, mappingOf, placesOf, schemaOf } from './infer';

describe('samples of JSON', () => {
  it('should give the schema of all elements together', () => {
    expect(schemaOf([{ a: 1, b: 'x' }, { a: 1.5 }])).toEqual({
      type: 'array',
      items: { type: 'object', properties: { a: { type: 'number' }, b: { type: 'string' } }, required: ['a'] },
    });
    expect(schemaOf({ a: null, b: [] })).toMatchObject({ properties: { a: { type: 'null' }, b: { type: 'array' } } });
  });

  it('should list places, through the elements of lists too', () => {
    const places = placesOf({ cart: { lines: [{ sku: 'K1' }] }, n: 1 });
    expect(places.map((place) => place.steps.join('.'))).toEqual([
      'cart',
      'cart.lines',
      `cart.lines.${EVERY}.sku`,
      'n',
    ]);
  });

  it('should name a mapping by its last step, and never like another', () => {
    const place = { steps: ['cart', 'lines', EVERY, 'sku'], sample: 'K1' };
    expect(mappingOf(place, new Set())).toEqual({
      key: 'sku',
      name: 'sku',
      path: `cart.lines.${EVERY}.sku`,
      paths: place.steps,
    });
    expect(mappingOf(place, new Set(['sku', 'sku_2']))).toMatchObject({ key: 'sku_3' });
  });
});
