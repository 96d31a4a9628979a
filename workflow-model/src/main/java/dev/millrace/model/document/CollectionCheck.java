package dev.millrace.model.document;

import dev.millrace.model.variable.Template;
import java.util.List;
import java.util.Optional;

/** A collection that a config names must exist. Names that are templates are known only at run time. */
final class CollectionCheck implements ConfigCheck {
    private final CollectionLookup collections;

    CollectionCheck(CollectionLookup collections) {
        this.collections = collections;
    }

    @Override
    public List<Violation> check(ConfigField field) {
        boolean ours = field.ui().equals("collection")
                || field.schema().path("x-collection").asBoolean();
        boolean literal =
                field.value().isTextual() && Template.compile(field.value()).isConstant();
        return ours && literal ? problem(field).stream().toList() : List.of();
    }

    private Optional<Violation> problem(ConfigField field) {
        String name = field.value().textValue();
        String[] parts = name.split(":", -1);
        String collection = parts[parts.length - 1];
        if (parts.length > 2 || parts[0].isBlank() || collection.isBlank()) {
            return Optional.of(violation(
                    field,
                    "bad_collection",
                    "Expected a collection to be written as \"dataSource:collection\" or \"collection\", but it is \"%s\""
                            .formatted(name)));
        }
        String dataSource = parts.length == 2 ? parts[0] : null;
        return switch (collections.find(dataSource, collection)) {
            case NO_DATA_SOURCE ->
                Optional.of(violation(
                        field,
                        "unknown_data_source",
                        "Expected data source \"%s\" to exist, but it does not"
                                .formatted(dataSource == null ? "main" : dataSource)));
            case NO_COLLECTION ->
                Optional.of(violation(
                        field,
                        "unknown_collection",
                        "Expected collection \"%s\" to exist, but it does not".formatted(name)));
            case FOUND, UNKNOWN -> Optional.empty();
        };
    }

    private static Violation violation(ConfigField field, String code, String detail) {
        return new Violation(field.pointer(), code, detail);
    }
}
