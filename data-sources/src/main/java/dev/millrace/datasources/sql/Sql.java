package dev.millrace.datasources.sql;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * How SQL is written here: every identifier quoted, every value bound.
 *
 * <p>Values travel as text and are cast by the database, {@code cast(cast($1 as text) as "pg_catalog"."int8")}: so every
 * type that the database knows can be written and compared (enums, domains, types of extensions), and the statement's text
 * does not depend on the value, so that prepared statements are found again. The cast happens once per statement and does
 * not keep an index from being used.
 */
public final class Sql {
    private static final DSLContext CONTEXT =
            DSL.using(SQLDialect.POSTGRES, new Settings().withRenderNamedParamPrefix("$"));

    private Sql() {}

    public static Statement render(QueryPart query) {
        return new Statement(CONTEXT.renderNamedParams(query), CONTEXT.extractBindValues(query));
    }

    public static Table<?> table(String schema, String table) {
        return DSL.table(DSL.name(schema, table));
    }

    public static Field<Object> column(String alias, String column) {
        return DSL.field(DSL.name(alias, column));
    }

    /** A bound value of the database's type; a null text is SQL's null. */
    public static Field<Object> value(String text, String databaseType) {
        return DSL.field("cast({0} as {1})", Object.class, text(text), type(databaseType));
    }

    /** A bound array whose elements are of the database's type. */
    public static Field<Object> values(String[] texts, String databaseType) {
        return DSL.field("cast(cast({0} as text[]) as {1}[])", Object.class, DSL.val(texts), type(databaseType));
    }

    public static Field<String> text(String text) {
        return DSL.field("cast({0} as text)", String.class, DSL.val(text, SQLDataType.CLOB));
    }

    public static Field<String> asText(Field<?> field) {
        return DSL.field("cast({0} as text)", String.class, field);
    }

    public static Field<Object> cast(Field<?> field, String databaseType) {
        return DSL.field("cast({0} as {1})", Object.class, field, type(databaseType));
    }

    public static Condition anyOf(Field<?> field, Field<?> array) {
        return DSL.condition("{0} = any({1})", field, array);
    }

    /** An unqualified name, as the left side of an assignment and lists of columns want it. */
    public static Field<Object> name(String column) {
        return DSL.field(DSL.name(column));
    }

    /** Catalogue types are plain names; others come from the catalogue as quoted, qualified names. */
    private static QueryPart type(String databaseType) {
        return databaseType.indexOf('.') < 0 ? DSL.name("pg_catalog", databaseType) : DSL.raw(databaseType);
    }
}
