package dev.millrace.datasources.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.datasources.Association;
import dev.millrace.datasources.Association.Kind;
import dev.millrace.datasources.Collection;
import dev.millrace.datasources.CollectionName;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.Field;
import dev.millrace.datasources.FieldType;
import dev.millrace.datasources.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IntrospectionTest {
    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.with(
                "introspection",
                "create schema depot",
                "create schema millrace_ledger",
                "create table millrace_ledger.secret (id int)",
                "create domain percent as numeric check (value between 0 and 100)",
                "create table depot.addresses (id uuid primary key default gen_random_uuid(), city text not null)",
                "create table customers (id bigserial primary key, \"parentId\" bigint references customers, rate percent)",
                """
                create table orders (id bigserial, day date, billing_id uuid references depot.addresses,
                    shipping_id uuid references depot.addresses, customer bigint references customers,
                    primary key (id, day)) partition by range (day)
                """,
                "create table orders_2024 partition of orders for values from ('2024-01-01') to ('2025-01-01')",
                "create view big_orders as select * from orders");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void shouldListTablesViewsAndOtherSchemasButNotPartitionsNorItsOwn() {
        // when
        var all = TestDatabase.await(database.source().collections());

        // then
        assertThat(all)
                .extracting(Collection::name)
                .containsExactly("big_orders", "customers", "orders", "depot.addresses");
    }

    @Test
    void shouldKnowFieldsAndKeys() {
        // when
        var customers = database.collection("customers");
        var orders = database.collection("shop:orders");

        // then
        assertThat(customers.field("id")).contains(new Field("id", FieldType.BIG_INTEGER, "int8", false, true));
        assertThat(customers.field("rate"))
                .contains(new Field("rate", FieldType.DECIMAL, "public.percent", true, false));
        assertThat(orders.primaryKey()).containsExactly("id", "day");
    }

    @Test
    void shouldNameAssociationsDistinctly() {
        // when
        var addresses = database.collection("depot.addresses");
        var orders = database.collection("orders");
        var customers = database.collection("customers");

        // then
        assertThat(orders.associations())
                .containsExactly(
                        new Association("billing", Kind.TO_ONE, "depot.addresses", "billing_id", "id"),
                        new Association("shipping", Kind.TO_ONE, "depot.addresses", "shipping_id", "id"),
                        new Association("customer_customers", Kind.TO_ONE, "customers", "customer", "id"));
        assertThat(addresses.associations())
                .containsExactly(
                        new Association("orders", Kind.TO_MANY, "orders", "id", "billing_id"),
                        new Association("orders_by_shipping", Kind.TO_MANY, "orders", "id", "shipping_id"));
        assertThat(customers.associations())
                .extracting(Association::name)
                .containsExactly("parent", "customers", "orders");
    }

    @Test
    void shouldFindATableThatWasMadeLater() {
        // given
        TestDatabase.await(database.source().collections());

        // when
        database.sql("create table later (id int primary key)");

        // then
        assertThat(database.collection("later").primaryKey()).containsExactly("id");
    }

    @Test
    void shouldUseAColumnThatWasAddedLater() {
        // given
        database.sql("create table growing (id int primary key)");
        Collection outdated = database.collection("growing");

        // when
        database.sql("alter table growing add column size int");
        var created = TestDatabase.await(database.source()
                .records()
                .create(outdated, TestDatabase.json("{'id':1,'size':3}"), null, TestDatabase.origin("later")));

        // then
        assertThat(created.get("size").intValue()).isEqualTo(3);
    }

    @Test
    void shouldNameWhatDoesNotExist() {
        // given
        var sources = database.sources();

        // when / then
        assertThatThrownBy(() -> TestDatabase.await(sources.locate(CollectionName.parse("nope"))))
                .isInstanceOf(DataSourceException.class)
                .hasMessageContaining("collection \"nope\" does not exist in data source \"shop\"");
        assertThatThrownBy(() -> TestDatabase.await(sources.locate(CollectionName.parse("other:nope"))))
                .isInstanceOf(DataSourceException.class)
                .hasMessageContaining("data source \"other\" does not exist");
        assertThat(sources.find("main")).contains(database.source());
    }
}
