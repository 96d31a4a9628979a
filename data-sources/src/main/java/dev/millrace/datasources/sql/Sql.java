package dev.millrace.datasources.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.CustomField;
import org.jooq.impl.CustomQueryPart;
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
    private static final String VALUES = "millrace.values";
    private static final DSLContext CONTEXT = DSL.using(SQLDialect.POSTGRES);

    private Sql() {}

    /** In one pass: the values are collected where their placeholders are written. */
    public static Statement render(QueryPart query) {
        var values = new ArrayList<Object>();
        String sql = CONTEXT.render(new CustomPart(context -> {
            context.data(VALUES, values);
            context.visit(query);
        }));
        return new Statement(sql, values);
    }

    public static Table<?> table(String schema, String table) {
        return DSL.table(DSL.name(schema, table));
    }

    public static Field<Object> column(String alias, String column) {
        return DSL.field(DSL.name(alias, column));
    }

    /** An unqualified name, as the left side of an assignment and lists of columns want it. */
    public static Field<Object> name(String column) {
        return DSL.field(DSL.name(column));
    }

    /** A bound value of the database's type; a null text is SQL's null. */
    public static Field<Object> value(String text, String databaseType) {
        return field("cast({0} as {1})", text(text), type(databaseType));
    }

    /** A bound array whose elements are of the database's type. */
    public static Field<Object> values(String[] texts, String databaseType) {
        return field("cast({0} as {1}[])", texts(texts), type(databaseType));
    }

    public static Field<String> text(String text) {
        return textField("cast({0} as text)", bound(text));
    }

    public static QueryPart texts(String[] texts) {
        return part("cast({0} as text[])", bound(texts));
    }

    public static Field<Long> number(long number) {
        return new Custom<>(SQLDataType.BIGINT, context -> Template.of("cast({0} as int8)")
                .accept(context, new QueryPart[] {text(Long.toString(number))}));
    }

    public static Field<String> asText(Field<?> field) {
        return textField("cast({0} as text)", field);
    }

    public static Field<Object> cast(Field<?> field, String databaseType) {
        return field("cast({0} as {1})", field, type(databaseType));
    }

    public static Condition anyOf(Field<?> field, Field<?> array) {
        return condition("{0} = any({1})", field, array);
    }

    /** @param template with {@code {0}} and so on in place of the parts; a constant of the program */
    public static QueryPart part(String template, QueryPart... parts) {
        return new CustomPart(context -> Template.of(template).accept(context, parts));
    }

    /** See {@link #part}. */
    public static Condition condition(String template, QueryPart... parts) {
        return CustomCondition.of(context -> Template.of("(" + template + ")").accept(context, parts));
    }

    /** See {@link #part}. */
    public static Field<Object> field(String template, QueryPart... parts) {
        return new Custom<>(SQLDataType.OTHER, context -> Template.of(template).accept(context, parts));
    }

    /** See {@link #part}. */
    public static Field<String> textField(String template, QueryPart... parts) {
        return new Custom<>(SQLDataType.CLOB, context -> Template.of(template).accept(context, parts));
    }

    public static QueryPart list(List<? extends QueryPart> parts) {
        return new CustomPart(context -> {
            String separator = "";
            for (QueryPart part : parts) {
                context.sql(separator).visit(part);
                separator = ", ";
            }
        });
    }

    private static QueryPart bound(Object value) {
        return new CustomPart(context -> {
            @SuppressWarnings("unchecked")
            var values = (List<Object>) context.data(VALUES);
            values.add(value);
            context.sql("$" + values.size());
        });
    }

    /** Catalogue types are plain names; others come from the catalogue as quoted, qualified names. */
    private static QueryPart type(String databaseType) {
        return databaseType.indexOf('.') < 0
                ? DSL.name("pg_catalog", databaseType)
                : new CustomPart(context -> context.sql(databaseType));
    }

    private static final class CustomPart extends CustomQueryPart {
        private static final long serialVersionUID = 1L;

        private final transient Consumer<Context<?>> content;

        CustomPart(Consumer<Context<?>> content) {
            this.content = content;
        }

        @Override
        public void accept(Context<?> context) {
            content.accept(context);
        }
    }

    private static final class Custom<T> extends CustomField<T> {
        private static final long serialVersionUID = 1L;

        private final transient Consumer<Context<?>> content;

        Custom(DataType<T> type, Consumer<Context<?>> content) {
            super(DSL.name("value"), type);
            this.content = content;
        }

        @Override
        public void accept(Context<?> context) {
            content.accept(context);
        }
    }
}
