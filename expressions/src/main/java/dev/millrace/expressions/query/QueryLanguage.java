package dev.millrace.expressions.query;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** The languages that JSON is queried in. */
public enum QueryLanguage {
    JMESPATH("jmespath", "JMESPath", JmesPathQuery::of),
    JSONPATH("jsonpathplus", "JSONPath", JsonPathQuery::of),
    JSONATA("jsonata", "JSONata", JsonataQuery::of);

    /** In characters. The parsers recurse; beyond it is no query that a person wrote. */
    private static final int LONGEST_SOURCE = 10_000;

    private final String id;
    private final String title;
    private final Function<String, Query> compiler;

    QueryLanguage(String id, String title, Function<String, Query> compiler) {
        this.id = id;
        this.title = title;
        this.compiler = compiler;
    }

    /** By the name in a node's config. */
    public static Optional<QueryLanguage> named(String id) {
        return Arrays.stream(values())
                .filter(language -> language.id.equals(id))
                .findFirst();
    }

    /**
     * Never throws: a text that is no query of the language compiles to one whose {@link Query#syntaxError()} says why and
     * whose answer is that failure.
     */
    public Query compile(String source) {
        if (source.length() > LONGEST_SOURCE) {
            return new RefusedQuery("Expected a %s query of at most %,d characters, but it has %,d"
                    .formatted(title, LONGEST_SOURCE, source.length()));
        }
        try {
            return compiler.apply(source);
        } catch (RuntimeException e) {
            return new RefusedQuery("Expected a %s query, but %s".formatted(title, Reason.of(e)));
        } catch (StackOverflowError e) {
            return new RefusedQuery("Expected a %s query, but it is nested too deeply".formatted(title));
        }
    }
}
