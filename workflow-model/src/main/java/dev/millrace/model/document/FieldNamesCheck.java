package dev.millrace.model.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A condition of a filter, or an assignment, has its field chosen: one that was added in a form and left without would be
 * found out only when the step runs. Which fields there are is the data source's business, also at run time.
 */
final class FieldNamesCheck implements ConfigCheck {
    @Override
    public List<Violation> check(ConfigField field) {
        var violations = new ArrayList<Violation>();
        var at = JsonPointer.compile(field.pointer());
        switch (field.ui()) {
            case "filter" -> conditions(field.value(), at, violations);
            case "assignments" -> names(field.value(), at, violations);
            default -> {
                // has no names of fields for keys
            }
        }
        return violations;
    }

    private static void conditions(JsonNode filter, JsonPointer at, List<Violation> violations) {
        for (int i = 0; i < filter.size() && filter.isArray(); i++) {
            conditions(filter.get(i), at.appendIndex(i), violations);
        }
        names(filter, at, violations);
        filter.properties().stream()
                .filter(entry -> isGroup(entry.getKey()) || !isOperator(entry.getKey()))
                .forEach(entry -> conditions(entry.getValue(), at.appendProperty(entry.getKey()), violations));
    }

    private static void names(JsonNode object, JsonPointer at, List<Violation> violations) {
        object.properties().stream()
                .map(entry -> entry.getKey())
                .filter(name -> !isOperator(name) && isIncomplete(name))
                .forEach(name -> violations.add(new Violation(
                        at.toString(),
                        "field_missing",
                        "Expected the name of a field, but it is \"%s\"; choose the field".formatted(name))));
    }

    /** What other operators take is a value, and no business of ours. */
    private static boolean isGroup(String key) {
        return key.equals("$and") || key.equals("$or") || key.equals("$not");
    }

    private static boolean isOperator(String key) {
        return key.startsWith("$");
    }

    private static boolean isIncomplete(String name) {
        return List.of(name.split("\\.", -1)).stream().anyMatch(String::isBlank);
    }
}
