package dev.millrace.datasources.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.Association;
import dev.millrace.datasources.Collection;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.Field;
import dev.millrace.datasources.FieldType;
import dev.millrace.datasources.value.ColumnText;
import dev.millrace.model.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads filter JSON: groups, dotted and nested paths, short forms. */
final class FilterReader {
    private final Function<String, Optional<Collection>> collections;

    /** @param collections by name */
    FilterReader(Function<String, Optional<Collection>> collections) {
        this.collections = collections;
    }

    FilterTree read(Collection root, JsonNode filter) {
        return filter == null || filter.isNull() || filter.isMissingNode()
                ? FilterTree.EMPTY
                : object(new Place(root, List.of()), filter);
    }

    private FilterTree object(Place place, JsonNode filter) {
        if (!filter.isObject()) {
            throw new DataSourceException(
                    "invalid_filter", "Expected a filter to be an object, but found " + Json.text(filter));
        }
        var parts = new ArrayList<FilterTree>();
        filter.properties().forEach(entry -> parts.add(entry(place, entry.getKey(), entry.getValue())));
        return all(parts);
    }

    private FilterTree entry(Place place, String key, JsonNode value) {
        return switch (key) {
            case "$and" -> all(group(place, value));
            case "$or" -> any(group(place, value));
            case "$not" -> new FilterTree.Not(object(place, value));
            default -> path(place, List.of(key.split("\\.", -1)), value);
        };
    }

    private List<FilterTree> group(Place place, JsonNode members) {
        var parts = new ArrayList<FilterTree>();
        ColumnText.elements(members).forEach(member -> parts.add(object(place, member)));
        return parts;
    }

    private FilterTree path(Place place, List<String> names, JsonNode value) {
        String name = names.get(0);
        List<String> rest = names.subList(1, names.size());
        Optional<Field> field = place.collection().field(name);
        if (field.isPresent()) {
            return field(place, field.get(), rest, value);
        }
        Association association =
                place.collection().association(name).orElseThrow(() -> unknown(place.collection(), name));
        return association(place, association, rest, value);
    }

    private FilterTree field(Place place, Field field, List<String> rest, JsonNode value) {
        if (rest.isEmpty()) {
            return tests(place, field, value);
        }
        if (rest.size() > 1 || !isOperator(rest.get(0))) {
            throw unknown(place.collection(), field.name() + "." + String.join(".", rest));
        }
        return test(place, field, rest.get(0), value);
    }

    /** {@code author.$exists} asks for the column on the other side: it is null exactly when there is no such record. */
    private FilterTree association(Place place, Association association, List<String> rest, JsonNode value) {
        Place next = place.follow(association, association.targetIn(collections));
        if (rest.isEmpty()) {
            return nested(next, association, value);
        }
        return isOperator(rest.get(0)) ? existence(next, association, rest.get(0), value) : path(next, rest, value);
    }

    private FilterTree nested(Place next, Association association, JsonNode value) {
        if (!value.isObject()) {
            throw new DataSourceException(
                    "invalid_filter",
                    "Expected the filter to name a field of association \"%s\", but found %s"
                            .formatted(association.name(), Json.text(value)));
        }
        var parts = new ArrayList<FilterTree>();
        value.properties().forEach(entry -> {
            boolean isExistence = entry.getKey().endsWith("xists") && isOperator(entry.getKey());
            parts.add(
                    isExistence
                            ? existence(next, association, entry.getKey(), entry.getValue())
                            : entry(next, entry.getKey(), entry.getValue()));
        });
        return all(parts);
    }

    private FilterTree existence(Place next, Association association, String operator, JsonNode value) {
        Field field = next.collection()
                .field(association.foreignColumn())
                .orElseThrow(() -> unknown(next.collection(), association.foreignColumn()));
        return test(next, field, operator, value);
    }

    private FilterTree tests(Place place, Field field, JsonNode value) {
        boolean isDocument = field.type() == FieldType.JSON && !hasOperator(value);
        if (!value.isObject() || isDocument) {
            return test(place, field, "$eq", value);
        }
        var parts = new ArrayList<FilterTree>();
        value.properties().forEach(entry -> parts.add(operator(place, field, entry.getKey(), entry.getValue())));
        return all(parts);
    }

    private FilterTree operator(Place place, Field field, String operator, JsonNode value) {
        return switch (operator) {
            case "$and" -> all(alternatives(place, field, value));
            case "$or" -> any(alternatives(place, field, value));
            case "$not" ->
                value.isObject() ? new FilterTree.Not(tests(place, field, value)) : test(place, field, operator, value);
            default -> test(place, field, operator, value);
        };
    }

    private List<FilterTree> alternatives(Place place, Field field, JsonNode values) {
        return ColumnText.elements(values).stream()
                .map(value -> tests(place, field, value))
                .toList();
    }

    private static FilterTree test(Place place, Field field, String operator, JsonNode value) {
        return new FilterTree.Test(place.path(), field, Operators.named(operator), operator, value);
    }

    private static FilterTree all(List<FilterTree> parts) {
        return new FilterTree.All(parts.stream().filter(part -> !part.isEmpty()).toList());
    }

    private static FilterTree any(List<FilterTree> parts) {
        return new FilterTree.Any(parts.stream().filter(part -> !part.isEmpty()).toList());
    }

    private static boolean hasOperator(JsonNode value) {
        return value.isObject() && value.properties().stream().anyMatch(entry -> isOperator(entry.getKey()));
    }

    private static boolean isOperator(String name) {
        return name.startsWith("$");
    }

    private static DataSourceException unknown(Collection collection, String name) {
        return isOperator(name)
                ? Operators.unknown(name)
                : new DataSourceException(
                        "unknown_field",
                        "Expected collection \"%s\" to have a field or association \"%s\", but it has none"
                                .formatted(collection.name(), name));
    }

    private record Place(Collection collection, List<Association> path) {
        Place follow(Association association, Collection target) {
            var longer = new ArrayList<>(path);
            longer.add(association);
            return new Place(target, List.copyOf(longer));
        }
    }
}
