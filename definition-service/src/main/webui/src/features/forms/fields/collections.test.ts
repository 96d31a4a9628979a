import { associationPaths, collectionOf, fieldPaths, type Source } from './collections';

const SHOP: Source = {
  name: 'shop',
  default: true,
  collections: [
    {
      name: 'orders',
      fields: [{ name: 'id', type: 'INTEGER' }],
      associations: [{ name: 'customer', kind: 'TO_ONE', target: 'customers' }],
    },
    {
      name: 'customers',
      fields: [{ name: 'name', type: 'TEXT' }],
      associations: [{ name: 'orders', kind: 'TO_MANY', target: 'orders' }],
    },
  ],
};

describe('collections', () => {
  it.each(['orders', 'shop:orders'])('should know %s', (name) => {
    expect(collectionOf([SHOP], name)?.collection.name).toBe('orders');
  });

  it.each(['other:orders', 'nothing', undefined])('should not know %s', (name) => {
    expect(collectionOf([SHOP], name)).toBeUndefined();
  });

  it('should offer fields behind associations, so deep', () => {
    expect(fieldPaths([SHOP], 'orders', 1).map((field) => field.path)).toEqual(['id', 'customer.name']);
    expect(associationPaths([SHOP], 'orders', 2)).toEqual(['customer', 'customer.orders']);
  });
});
