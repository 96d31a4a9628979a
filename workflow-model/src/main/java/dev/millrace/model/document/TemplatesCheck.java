package dev.millrace.model.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.variable.Template;
import java.util.List;

/**
 * Templates are put into a text before its node sees it. Where the text is a program, a value could become a part of the program;
 * so the schema may say by {@code x-templates-when} that its author has to want it, or that there is no way to.
 */
final class TemplatesCheck implements ConfigCheck {
    @Override
    public List<Violation> check(ConfigField field) {
        JsonNode wanted = field.schema().path("x-templates-when");
        if (wanted.isMissingNode() || (wanted.isObject() && isWanted(field, wanted))) {
            return List.of();
        }
        return Template.compile(field.value()).paths().stream()
                .findFirst()
                .map(reference -> new Violation(
                        field.pointer(),
                        "template_in_program",
                        "Expected values to be given as variables, but {{%s}} would become a part of the text itself; bind the value to a variable%s"
                                .formatted(reference.path(), wanted.isObject() ? ", or set " + words(wanted) : "")))
                .stream()
                .toList();
    }

    private static boolean isWanted(ConfigField field, JsonNode wanted) {
        return wanted.properties().stream().allMatch(entry -> entry.getValue().equals(field.sibling(entry.getKey())));
    }

    private static String words(JsonNode wanted) {
        return String.join(
                " and ",
                wanted.properties().stream()
                        .map(entry -> entry.getKey() + " to " + entry.getValue())
                        .toList());
    }
}
