package dev.millrace.standalone;

import java.sql.SQLException;

/** What a test does to the sample shop, by plain SQL. */
record Shop(StandaloneProcess standalone) {

    /** @return the product's id */
    long product(String sku, int stock) throws SQLException {
        return number("insert into products (sku, name, price, stock) values ('" + sku + "', 'test', 1, " + stock
                + ") returning id");
    }

    /** Inserts the orders by one statement. */
    void order(long product, int orders) throws SQLException {
        execute("insert into orders (customer_id, product_id, quantity) select 1, " + product
                + ", 1 from generate_series(1, " + orders + ")");
    }

    long orders(long product, String status) throws SQLException {
        return number("select count(*) from orders where product_id = " + product + " and status = '" + status + "'");
    }

    long lines(long product) throws SQLException {
        return number("select count(*) from order_items where product_id = " + product);
    }

    long stock(long product) throws SQLException {
        return number("select stock from products where id = " + product);
    }

    void execute(String sql) throws SQLException {
        try (var shop = standalone.shop();
                var statement = shop.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (var shop = standalone.shop();
                var statement = shop.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
