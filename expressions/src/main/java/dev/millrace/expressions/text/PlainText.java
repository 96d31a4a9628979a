package dev.millrace.expressions.text;

import com.fasterxml.jackson.databind.JsonNode;

/** A value as part of a text: nothing for what is missing, null or no finite number, arrays joined by commas. */
final class PlainText {
    private PlainText() {}

    static void append(JsonNode value, StringBuilder out) {
        switch (value.getNodeType()) {
            case STRING -> out.append(value.textValue());
            case BOOLEAN -> out.append(value.booleanValue());
            case NUMBER -> appendNumber(value, out);
            case ARRAY -> appendElements(value, out);
            case OBJECT -> out.append("[object Object]");
            default -> {}
        }
    }

    private static void appendElements(JsonNode array, StringBuilder out) {
        String separator = "";
        for (JsonNode element : array) {
            append(element, out.append(separator));
            separator = ",";
        }
    }

    private static void appendNumber(JsonNode value, StringBuilder out) {
        double number = value.doubleValue();
        if (value.isIntegralNumber()) {
            out.append(value.asText());
        } else if (!Double.isNaN(number) && !Double.isInfinite(number)) {
            out.append(NumberNotation.of(number));
        }
    }
}
