package dev.millrace.datasources.script;

import java.util.List;
import java.util.Set;

/**
 * One statement of a script.
 *
 * @param command its first word in lower case; empty where it begins with a bracket
 * @param main where its own command begins, behind the queries of a {@code with}, in the script
 * @param hasRows whether it is a query or a change that returns rows
 */
public record ScriptStatement(List<Piece> pieces, String command, int main, boolean hasRows) {
    /** What PostgreSQL's PREPARE takes, and so tells the types of variables in. */
    private static final Set<String> QUERIES =
            Set.of("", "select", "insert", "update", "delete", "merge", "values", "table", "with");

    /** Besides these PostgreSQL binds values in these only. What their types are it does not tell. */
    private static final Set<String> OTHERS_WITH_VARIABLES = Set.of("call", "explain");

    public ScriptStatement {
        pieces = List.copyOf(pieces);
    }

    public boolean hasVariables() {
        return pieces.stream().anyMatch(Piece::isVariable);
    }

    public boolean isQuery() {
        return QUERIES.contains(command);
    }

    public boolean isWith() {
        return command.equals("with");
    }

    boolean takesVariables() {
        return isQuery() || OTHERS_WITH_VARIABLES.contains(command);
    }
}
