import type { Collection } from '@/api/queries/dataSources';
import { findCollections } from './find';

const collection = (name: string, ...fields: string[]): Collection => ({
  name,
  table: name,
  primaryKey: ['id'],
  fields: fields.map((field) => ({
    name: field,
    type: 'TEXT',
    databaseType: 'text',
    nullable: true,
    generated: false,
  })),
  associations: [],
});
const all = [collection('orders', 'id', 'customer_id'), collection('customers', 'id'), collection('products', 'sku')];

it('finds by name before it finds by field, in any case', () => {
  expect(findCollections(all, ' CUSTOMER ').map((one) => one.name)).toEqual(['customers', 'orders']);
});

it('finds all where nothing is asked, and nothing where nothing fits', () => {
  expect(findCollections(all, ' ')).toEqual(all);
  expect(findCollections(all, 'moon')).toEqual([]);
});
