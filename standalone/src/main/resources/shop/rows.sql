insert into products (sku, name, price, stock) values
    ('KEY-01', 'Mechanical keyboard', 89.00, 100),
    ('MON-27', 'Monitor, 27 inch', 249.00, 12),
    ('CAB-02', 'USB-C cable, 2 m', 9.90, 1000),
    ('DSK-01', 'Standing desk', 429.00, 3);

insert into customers (name, email) values
    ('Ada Palmer', 'ada@example.com'),
    ('Ben Okafor', 'ben@example.com'),
    ('Chen Wei', 'chen@example.com');

insert into orders (customer_id, product_id, quantity, status, created_at) values
    (1, 1, 1, 'confirmed', now() - interval '2 days'),
    (2, 3, 4, 'confirmed', now() - interval '1 day');

insert into order_items (order_id, product_id, quantity) values
    (1, 1, 1),
    (2, 3, 4);
