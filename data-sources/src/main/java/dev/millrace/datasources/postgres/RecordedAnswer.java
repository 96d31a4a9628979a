package dev.millrace.datasources.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.datasources.Statements.Answer;
import dev.millrace.model.json.Json;
import java.util.ArrayList;
import java.util.List;

/** Answers as the ledger keeps them. Rows are lists: of an object the database would not keep the order of the columns. */
final class RecordedAnswer {
    private RecordedAnswer() {}

    static JsonNode of(Answer answer) {
        ObjectNode recorded = Json.object().put("rowCount", answer.rowCount());
        answer.fields().forEach(recorded.putArray("fields")::add);
        recorded.putArray("rows").addAll(answer.rows());
        return recorded;
    }

    static Answer answer(JsonNode recorded) {
        return new Answer(
                texts(recorded.path("fields")),
                elements(recorded.path("rows")),
                recorded.path("rowCount").longValue());
    }

    private static List<String> texts(JsonNode list) {
        return elements(list).stream().map(JsonNode::textValue).toList();
    }

    private static List<JsonNode> elements(JsonNode list) {
        var elements = new ArrayList<JsonNode>();
        list.forEach(elements::add);
        return elements;
    }
}
