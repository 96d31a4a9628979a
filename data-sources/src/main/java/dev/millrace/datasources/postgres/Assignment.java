package dev.millrace.datasources.postgres;

import dev.millrace.datasources.Field;
import dev.millrace.datasources.sql.Sql;
import org.jooq.QueryPart;

/** What a write does to one column. */
sealed interface Assignment {
    Field field();

    /** The column's new value in a statement that knows the record under the alias. */
    org.jooq.Field<?> value(String alias);

    default QueryPart set(String alias) {
        return Sql.part("{0} = {1}", Sql.name(field().name()), value(alias));
    }

    record Value(Field field, String text) implements Assignment {
        @Override
        public org.jooq.Field<?> value(String alias) {
            return Sql.value(text, field.databaseType());
        }
    }

    /** In the database, so that two at the same time both count; nothing yet counts as zero. */
    record Increment(Field field, String by) implements Assignment {
        @Override
        public org.jooq.Field<?> value(String alias) {
            return Sql.field(
                    "coalesce({0}, 0) + {1}", Sql.column(alias, field.name()), Sql.value(by, field.databaseType()));
        }
    }
}
