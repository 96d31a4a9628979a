package dev.millrace.datasources.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.millrace.datasources.script.Piece;
import dev.millrace.datasources.script.ScriptStatement;
import dev.millrace.datasources.value.ColumnText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Binds the variables of a statement. Values travel as text and are cast by the database, as in {@link
 * dev.millrace.datasources.sql.Sql}; they are nowhere a part of the statement's text.
 */
final class Binding {
    private final ColumnText texts;
    private final List<String> values = new ArrayList<>();

    private Binding(ColumnText texts) {
        this.texts = texts;
    }

    record Bound(SentStatement statement, List<String> values) {}

    /** @param types by variable; of what is not in it nothing is known */
    static Bound of(
            ScriptStatement statement,
            Map<String, JsonNode> variables,
            Map<String, VariableType> types,
            ColumnText texts,
            int bytes) {
        var binding = new Binding(texts);
        var expressions = new LinkedHashMap<String, String>();
        for (Piece piece : statement.pieces()) {
            if (piece.isVariable() && !expressions.containsKey(piece.text())) {
                VariableType type = types.getOrDefault(piece.text(), VariableType.TEXT);
                expressions.put(piece.text(), binding.expression(piece.text(), type, variables.get(piece.text())));
            }
        }
        return new Bound(SentStatement.bound(statement, expressions, bytes), binding.values);
    }

    static Map<String, VariableType> types(List<String> names, List<VariableType> types) {
        var byName = new HashMap<String, VariableType>();
        for (int i = 0; i < names.size(); i++) {
            byName.put(names.get(i), types.get(i));
        }
        return byName;
    }

    private String expression(String name, VariableType type, JsonNode value) {
        return value.isArray() && !type.takesLists() && type != VariableType.TEXT
                ? list(name, type, value)
                : single(name, type, value);
    }

    /** A list where one value is wanted: {@code id in (:ids)}. Of an empty one nothing is in it. */
    private String list(String name, VariableType type, JsonNode value) {
        if (value.isEmpty()) {
            return "select " + single(name, type, NullNode.getInstance()) + " where false";
        }
        var elements = new ArrayList<String>();
        value.forEach(element -> elements.add(single(name, type, element)));
        return String.join(", ", elements);
    }

    private String single(String name, VariableType type, JsonNode value) {
        values.add(type.text(texts, name, value));
        return "cast(cast($%d as text) as %s)".formatted(values.size(), type.sqlName());
    }
}
