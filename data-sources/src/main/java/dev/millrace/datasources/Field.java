package dev.millrace.datasources;

/**
 * A column.
 *
 * @param databaseType as the database names it: {@code int8}, {@code timestamptz}
 * @param generated whether the database fills it when nothing is given (default, identity)
 */
public record Field(String name, FieldType type, String databaseType, boolean nullable, boolean generated) {}
