package dev.millrace.datasources.postgres;

/**
 * A foreign key of one column; keys of several columns make no association.
 *
 * @param collection name of the collection that holds the column
 * @param table its table without schema
 */
record ForeignKey(String collection, String table, String column, String target, String targetColumn) {}
