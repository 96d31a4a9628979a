package dev.millrace.datasources;

import java.util.List;
import java.util.Optional;

/**
 * A table as workflows see it.
 *
 * @param name the table's name; {@code schema.table} outside the default schema
 */
public record Collection(
        String name,
        String schema,
        String table,
        List<Field> fields,
        List<String> primaryKey,
        List<Association> associations) {

    public Optional<Field> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
    }

    public Optional<Association> association(String associationName) {
        return associations.stream()
                .filter(association -> association.name().equals(associationName))
                .findFirst();
    }
}
