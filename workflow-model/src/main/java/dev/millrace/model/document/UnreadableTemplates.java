package dev.millrace.model.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import dev.millrace.model.variable.Template;
import java.util.List;
import java.util.regex.Pattern;

/** Texts in double braces that look like templates but are none, and so stay as they are: {@code {{a | upper}}}. */
final class UnreadableTemplates {
    private static final Pattern BRACES = Pattern.compile("\\{\\{[^{}]++}}");

    private UnreadableTemplates() {}

    static void report(JsonNode value, JsonPointer at, List<String> programs, Report report) {
        if (value.isTextual() && !programs.contains(at.toString())) {
            BRACES.matcher(value.textValue())
                    .results()
                    .map(match -> match.group())
                    .filter(text -> Template.compile(Json.NODES.textNode(text)).isConstant())
                    .forEach(text -> report.finding(
                            at.toString(),
                            "template_left_as_text",
                            "Expected a path of letters, digits and dots between the braces, but %s is none and stays as it is"
                                    .formatted(text)));
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                report(value.get(i), at.appendIndex(i), programs, report);
            }
        }
        value.properties()
                .forEach(entry -> report(entry.getValue(), at.appendProperty(entry.getKey()), programs, report));
    }
}
