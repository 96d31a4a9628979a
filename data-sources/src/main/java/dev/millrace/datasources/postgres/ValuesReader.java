package dev.millrace.datasources.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.Association;
import dev.millrace.datasources.Association.Kind;
import dev.millrace.datasources.Collection;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.Field;
import dev.millrace.datasources.FieldType;
import dev.millrace.datasources.value.ColumnText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the values JSON of a write. */
final class ValuesReader {
    private static final String INCREMENT = "$increment";
    private static final Set<FieldType> NUMBERS = Set.of(FieldType.INTEGER, FieldType.BIG_INTEGER, FieldType.DECIMAL);

    private final Function<String, Optional<Collection>> collections;
    private final ColumnText texts;

    ValuesReader(Function<String, Optional<Collection>> collections, ColumnText texts) {
        this.collections = collections;
        this.texts = texts;
    }

    /** @throws DataSourceException for an unknown field, or a value that does not fit */
    Values read(Collection collection, JsonNode values) {
        var read = new Values(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        if (values != null && !values.isNull() && !values.isObject()) {
            throw new DataSourceException(
                    "invalid_values", "Expected values to be an object of fields, but found " + values);
        }
        if (values != null) {
            values.properties().forEach(entry -> add(read, collection, entry.getKey(), entry.getValue()));
        }
        return read;
    }

    private void add(Values read, Collection collection, String name, JsonNode value) {
        Optional<Field> field = collection.field(name);
        if (field.isPresent()) {
            read.columns().add(assignment(field.get(), value));
            return;
        }
        Association association = collection.association(name).orElseThrow(() -> unknown(collection, name));
        if (association.kind() == Kind.TO_ONE) {
            toOne(read, collection, association, value);
        } else {
            read.children().add(children(association, value));
        }
    }

    private Assignment assignment(Field field, JsonNode value) {
        return value.isObject() && value.size() == 1 && value.has(INCREMENT)
                ? increment(field, value.get(INCREMENT))
                : new Assignment.Value(field, texts.of(field, value));
    }

    private Assignment increment(Field field, JsonNode by) {
        if (!NUMBERS.contains(field.type()) || by.isNull()) {
            throw new DataSourceException(
                    "invalid_value",
                    "Expected %s to add a number to a number, but field \"%s\" is of type %s and the value is %s"
                            .formatted(INCREMENT, field.name(), field.databaseType(), by));
        }
        return new Assignment.Increment(field, texts.of(field, by));
    }

    private void toOne(Values read, Collection collection, Association association, JsonNode value) {
        if (value.isArray()) {
            throw new DataSourceException(
                    "invalid_value",
                    "Expected one record for \"%s\", but the value of '%s' cannot be in array format"
                            .formatted(association.name(), association.name()));
        }
        JsonNode key = value.isObject() ? value.path(association.foreignColumn()) : value;
        if (value.isObject() && (key.isMissingNode() || key.isNull())) {
            read.parents().add(new Values.Parent(association, value));
        } else {
            Field column = collection.field(association.localColumn()).orElseThrow();
            read.columns().add(new Assignment.Value(column, texts.of(column, key)));
        }
    }

    private Values.Children children(Association association, JsonNode value) {
        String key = Keys.single(association.targetIn(collections), association);
        var keys = new ArrayList<JsonNode>();
        var created = new ArrayList<JsonNode>();
        for (JsonNode element : ColumnText.elements(value)) {
            if (!element.isObject()) {
                keys.add(element);
            } else if (element.hasNonNull(key)) {
                keys.add(element.get(key));
            } else {
                created.add(element);
            }
        }
        return new Values.Children(association, List.copyOf(keys), List.copyOf(created));
    }

    private static DataSourceException unknown(Collection collection, String name) {
        return new DataSourceException(
                "unknown_field",
                "Expected collection \"%s\" to have a field or association \"%s\", but it has none"
                        .formatted(collection.name(), name));
    }
}
