package dev.millrace.datasources.script;

import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.script.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Takes a script apart into statements, and statements into text and variables. */
public final class ScriptReader {
    /**
     * These would end the transaction that the script runs in, or take away the statements that the connection keeps for
     * others.
     */
    private static final Set<String> REFUSED = Set.of(
            "abort",
            "begin",
            "commit",
            "deallocate",
            "discard",
            "end",
            "execute",
            "prepare",
            "release",
            "rollback",
            "savepoint",
            "start");

    private final String sql;
    private final Set<String> variables;
    private final List<ScriptStatement> statements = new ArrayList<>();
    private List<Piece> pieces = new ArrayList<>();
    private RoutineBody body = new RoutineBody();
    private Outline outline = new Outline();
    private int textStart;
    private int brackets;

    private ScriptReader(String sql, Set<String> variables) {
        this.sql = sql;
        this.variables = variables;
    }

    /**
     * What is empty between semicolons is left out.
     *
     * @throws DataSourceException for a variable that has no value, or a statement that may not stand in a script
     */
    public static List<ScriptStatement> read(String sql, Set<String> variables) {
        var reader = new ScriptReader(sql, variables);
        for (var tokens = new Tokens(sql); tokens.hasNext(); ) {
            reader.take(tokens.next());
        }
        reader.endStatement(sql.length());
        return List.copyOf(reader.statements);
    }

    private void take(Token token) {
        boolean isOutside = brackets == 0 && token.kind() != Kind.BLANK && token.kind() != Kind.SEMICOLON;
        if (isOutside && (token.kind() == Kind.WORD || !outline.hasBegun())) {
            outline(token);
        }
        switch (token.kind()) {
            case WORD -> body.word(text(token));
            case OPEN -> brackets++;
            case CLOSE -> brackets--;
            case VARIABLE -> variable(token);
            case POSITION ->
                throw new DataSourceException(
                        "unbound_variable",
                        "Expected values to be bound by name, such as :id, but found %s%s"
                                .formatted(text(token), Place.of(sql, token.start())));
            case SEMICOLON -> semicolon(token);
            default -> {
                // is part of the text
            }
        }
    }

    private void outline(Token token) {
        boolean isFirst = !outline.hasBegun();
        String word = token.kind() == Kind.WORD ? text(token).toLowerCase(Locale.ROOT) : "";
        if (isFirst && REFUSED.contains(word)) {
            throw new DataSourceException(
                    "statement_not_allowed",
                    "Expected statements that run in one transaction with the others, but found %s%s"
                            .formatted(text(token), Place.of(sql, token.start())));
        }
        outline.take(word, token.start());
    }

    private void variable(Token token) {
        String name = sql.substring(token.start() + 1, token.end());
        if (!variables.contains(name)) {
            throw new DataSourceException(
                    "unbound_variable",
                    "Expected a variable for :%s, but there is none of that name%s; add it, or put a blank behind the colon if none is meant"
                            .formatted(name, Place.of(sql, token.start())));
        }
        endText(token.start());
        pieces.add(new Piece(true, name, token.start()));
        textStart = token.end();
    }

    /** Within brackets (rules) and bodies of routines statements stand in each other. */
    private void semicolon(Token token) {
        if (brackets <= 0 && !body.isOpen()) {
            endStatement(token.start());
            textStart = token.end();
        }
    }

    private void endStatement(int end) {
        endText(end);
        if (outline.hasBegun()) {
            statements.add(
                    checked(new ScriptStatement(pieces, outline.command(), outline.mainStart(), outline.hasRows())));
        }
        pieces = new ArrayList<>();
        body = new RoutineBody();
        outline = new Outline();
        brackets = 0;
    }

    private static ScriptStatement checked(ScriptStatement statement) {
        if (statement.hasVariables() && !statement.takesVariables()) {
            throw new DataSourceException(
                    "unbound_variable",
                    "Expected variables in queries, changes of data, call and explain, but %s takes none: PostgreSQL binds values nowhere else"
                            .formatted(statement.command()));
        }
        return statement;
    }

    private void endText(int end) {
        if (end > textStart) {
            pieces.add(new Piece(false, sql.substring(textStart, end), textStart));
        }
    }

    private String text(Token token) {
        return sql.substring(token.start(), token.end());
    }
}
